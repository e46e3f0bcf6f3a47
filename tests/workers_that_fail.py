"""Functions and stages that end the process they run in, for tests of what then happens."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.engine import recovery, stages
from pipeline.engine.local import LocalEngine
from pipeline.engine.position import work_at
from pipeline.engine.progress import Lines
from pipeline.engine.run import Run
from pipeline.engine.tasks import Ingested, IngestTask
from pipeline.errors import WhosaidError
from pipeline.store import open_store
from tests.running import settings


def die() -> None:
    """End this process as the system does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)


def dies_of_three(number: int) -> int:
    work_at(number * 11)
    if number == 3:
        die()
    return number * 2


def raises_at_two(number: int) -> int:
    if number == 2:
        raise WhosaidError("no 2")
    return number


class NeedsTwo(Exception):
    """An error that pickle cannot make again, as those of some libraries."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


class HoldsCode(Exception):
    """An error that pickle cannot send."""

    def __init__(self) -> None:
        super().__init__("the true reason")
        self.code = lambda: None


def raises_what_does_not_travel(kind: str) -> None:
    raise NeedsTwo("the true", "reason") if kind == "needs two" else HoldsCode


def load(model: Path, *, entities_from: str | None = None, threads: int = 1) -> object:
    """An annotator that cannot be loaded."""
    die()
    return None


def deadly_ingest(task: IngestTask) -> Ingested:
    """The stage `ingest`, except that a file of a certain name kills it."""
    for position, given in enumerate(task.inputs):
        work_at(position)
        if given.path == os.environ["FAKE_READER_DIES_OF"] and not task.aside:
            die()
    return stages.ingest(task)


class _DeadlyReading(LocalEngine):
    def spread(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[Any]:
        return super().spread(deadly_ingest if function is stages.ingest else function, tasks)


def run_with_deadly_reading(corpus: Path, outputs: Path) -> None:
    engine: recovery.Engine = _DeadlyReading(1)
    chosen = settings(outputs)
    with open_store(outputs) as store, open(os.devnull, "w") as silence:
        assert isinstance(engine, LocalEngine)
        with engine:
            Run(store, engine, chosen, Lines(silence)).all_stages(corpus)
