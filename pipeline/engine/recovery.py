"""Tasks whose worker was lost: split, tried again, and the one article that does it set aside.

A worker dies because memory ran out, because a library crashed, or because somebody ended
it; it is ended when it has been at one article for too long. The article it was at is
tried once more, alone and with nothing beside it; the others of its task are worked on as
if nothing had been.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Protocol

from pipeline.engine.local import Lost
from pipeline.engine.position import NOWHERE
from pipeline.errors import WhosaidError

_MOST_TRIES = 3
"""Of a task whose worker is lost before it comes to an article."""

_REASONS = {
    "died": "The process that was {doing} this was killed twice, most likely because memory ran "
    "out: look at it, or run with fewer --workers and --force.",
    "hung": "{doing} this took longer than --article-timeout allows, and was given up: look at "
    "it, or run with a higher --article-timeout and --force.",
}
_DOING = {"ingest": "reading", "clean": "cleaning", "annotate": "analysing"}


class Engine(Protocol):
    """How work is spread."""

    workers: int

    def spread(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[Any]:
        """Yield `function(task)`, or Lost, of every task, as they come to an end."""
        ...

    def rest(self) -> None:
        """Give back what workers hold: for some time there will be no tasks."""
        ...


def spread_surely(engine: Engine, stage: str, tasks: Sequence[Any]) -> Iterator[Any]:
    """Yield the result of every task of a stage, also of those whose worker was lost.

    stage: name of the function of `pipeline.engine.stages`.
    Raises whatever the function raises; WhosaidError where workers are lost over and over.
    """
    from pipeline.engine import stages

    lost = []
    for outcome in engine.spread(getattr(stages, stage), tasks):
        if isinstance(outcome, Lost):
            lost.append(outcome)
        else:
            yield outcome
    for each in lost:
        results = _recovered(engine, stage, each)
        if len(results) > 1 and stage in stages.JOINED:
            yield stages.JOINED[stage](each.task, results)
        else:
            yield from results


def _recovered(engine: Engine, stage: str, lost: Lost[Any], tries: int = 1) -> list[Any]:
    """Results of the pieces of a task, in their order."""
    from pipeline.engine import stages

    if lost.position == NOWHERE:
        if tries == _MOST_TRIES:
            raise WhosaidError(
                "worker processes are killed over and over, most likely because memory runs "
                "out: run again with fewer --workers; what was done is kept."
            )
        tries += 1
    results: list[Any] = []
    for piece in _pieces(stage, lost):
        for outcome in engine.spread(getattr(stages, stage), [piece]):
            if isinstance(outcome, Lost):
                results += _recovered(engine, stage, outcome, tries)
            else:
                results.append(outcome)
    return results


def _pieces(stage: str, lost: Lost[Any]) -> list[Any]:
    task = lost.task
    if lost.position == NOWHERE:
        return [task]
    reason = _REASONS[lost.cause].format(doing=_DOING[stage])
    reason = reason[0].upper() + reason[1:]
    if task.is_single:
        return [replace(task, aside=reason)]
    return [
        replace(piece, aside=reason) if at_fault and lost.cause == "hung" else piece
        for piece, at_fault in task.pieces(lost.position)
    ]
