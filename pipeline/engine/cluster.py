"""Work spread over a Ray cluster: the same functions, as Ray tasks.

Workers read the corpus and write shards under the paths that the leading process uses, so
both folders have to lie where every machine sees them. A task whose machine is lost is given
out again; one whose process is lost is split like the tasks of the local engine.
"""

from __future__ import annotations

import itertools
import logging
import os
import struct
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from pipeline.engine.local import Lost
from pipeline.engine.position import NOWHERE, tell_positions_to
from pipeline.errors import WhosaidError

_TASKS_AHEAD = 2
"""Tasks given out for each core: enough to keep it busy, few enough to bound memory."""
_MOST_TRIES = 4
"""Of a task whose machine is lost each time."""
_LOOK_EVERY = 0.5
"""Seconds between looks at how long each task has been at its article."""
_MARK = struct.Struct("qq")
"""Position, and the time at which it was told."""


class RayEngine:
    """Runs functions over tasks on a Ray cluster.

    address: of the cluster; empty for the one that RAY_ADDRESS names, or else a new one on
    this machine.
    workers: tasks at a time; 0 for one on each core of the cluster.
    marks: folder, seen by all machines, in which tasks tell how far they are.
    article_timeout: seconds that a task may be at one article; 0: any time.
    """

    def __init__(self, address: str, workers: int, marks: Path, article_timeout: float = 0) -> None:
        if find_spec("ray") is None:
            raise WhosaidError(
                "--engine ray needs the library Ray, which is not installed: run "
                "pip install -e '.[ray]' in whosaid's folder, or leave out --engine."
            )
        self._address = address
        self._marks = marks
        self._timeout = article_timeout
        self.workers = workers

    def __enter__(self) -> Self:
        import ray

        try:
            ray.init(
                self._address or None,
                include_dashboard=None if self._address else False,
                log_to_driver=False,
                logging_level=logging.ERROR,
            )
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise WhosaidError(
                f"there is no Ray cluster at {self._address or 'this machine'} "
                f"({str(error).splitlines()[0]}): check --address."
            ) from error
        there: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call, unused-ignore]
        self.workers = self.workers or max(1, int(there.get("CPU", 1)))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        import ray

        ray.shutdown()

    def rest(self) -> None:
        """Workers are the cluster's, which ends those that have nothing to do."""

    def spread(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[Any]:
        """Yield `function(task)` of every task, in the order they come to an end.

        A task that no retry brings to an end yields Lost. Raises whatever the function raises.
        """
        import ray

        self._marks.mkdir(parents=True, exist_ok=True)
        # Ray itself would try an article that kills over and over, and tell of it each time.
        run = ray.remote(num_cpus=1, max_retries=0)(_run)
        waiting = (_Running(task, self._marks / f"{uuid.uuid4().hex}.mark") for task in tasks)
        again: list[_Running] = []
        running: dict[Any, _Running] = {}
        try:
            while True:
                free = self.workers * _TASKS_AHEAD - len(running)
                for each in itertools.islice(itertools.chain(_emptied(again), waiting), free):
                    running[run.remote(function, each.task, each.mark)] = each
                if not running:
                    return
                patience = _LOOK_EVERY if self._timeout else None
                done, _ = ray.wait(list(running), timeout=patience)
                for reference in done:
                    each = running.pop(reference)
                    outcome = _outcome(reference, each)
                    if outcome is _MACHINE_LOST:
                        again.append(each)
                    else:
                        yield outcome
                for reference, each in running.items():
                    if self._timeout and each.seconds_at_article() > self._timeout:
                        each.cause = "hung"
                        ray.cancel(reference, force=True)
        finally:
            for reference, each in running.items():
                ray.cancel(reference, force=True)
                each.mark.unlink(missing_ok=True)


@dataclass(slots=True)
class _Running:
    """A task that was given out."""

    task: Any
    mark: Path
    tries: int = 1
    cause: Literal["died", "hung"] = "died"
    seen: tuple[int, int] = (NOWHERE, 0)
    since: float = 0.0

    def told(self) -> tuple[int, int]:
        """Position, and the time at which it was told."""
        try:
            position, when = _MARK.unpack(self.mark.read_bytes())
        except (OSError, struct.error):
            return NOWHERE, 0
        return position, when

    def seconds_at_article(self) -> float:
        """How long the task has been seen at the same article; 0 if at none."""
        now, told = time.monotonic(), self.told()
        if told != self.seen or told[0] == NOWHERE:
            self.seen, self.since = told, now
        return now - self.since


_MACHINE_LOST = object()
"""In place of a result: the task has to be given out again."""


def _outcome(reference: Any, task: _Running) -> Any:
    """The result of a task that has ended; Lost if it has none. Raises what it raised."""
    import ray
    from ray import exceptions

    machine_lost = (
        exceptions.NodeDiedError,
        exceptions.LocalRayletDiedError,
        exceptions.ObjectLostError,
    )
    killed = (
        exceptions.WorkerCrashedError,
        exceptions.TaskCancelledError,
        exceptions.OutOfMemoryError,
    )
    position, _ = task.told()
    task.mark.unlink(missing_ok=True)
    try:
        return ray.get(reference)
    except machine_lost:
        if task.tries < _MOST_TRIES:
            task.tries += 1
            return _MACHINE_LOST
        return Lost(task.task, position, "died")
    except killed:
        return Lost(task.task, position, task.cause)
    except exceptions.RayTaskError as error:
        if isinstance(error.cause, Exception):
            raise error.cause from None
        raise


def _emptied(tasks: list[_Running]) -> Iterator[_Running]:
    while tasks:
        yield tasks.pop()


def _run(function: Callable[[Any], Any], task: Any, mark: Path) -> Any:
    """What a Ray worker does: the function, telling in a file where it is."""
    file = os.open(mark, os.O_CREAT | os.O_WRONLY)
    tell_positions_to(lambda position: _write_mark(file, position))
    try:
        return function(task)
    finally:
        tell_positions_to(lambda position: None)
        os.close(file)


def _write_mark(file: int, position: int) -> None:
    # The time tells a second try at an article, on another machine, from a long first one.
    os.pwrite(file, _MARK.pack(position, time.time_ns()), 0)
