"""Work spread over processes of this machine.

A pool that knows what each of its processes is at: one that dies, or stays too long at an
article, costs that task alone, and is replaced.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for_any
from types import TracebackType
from typing import Any, Generic, Literal, Self, TypeVar

from pipeline.engine.position import NOWHERE, tell_positions_to
from pipeline.errors import WhosaidError
from pipeline.processes import die_with, sendable

Task = TypeVar("Task")
Result = TypeVar("Result")

_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_LOOK_EVERY = 0.2
"""Seconds between looks at how long each worker has been at its article."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task without a result, because its worker ended or had to be ended."""

    task: Task
    position: int
    """Where in the task the worker was; NOWHERE if at no article."""
    cause: Literal["died", "hung"]


class LocalEngine:
    """Runs functions over tasks in `workers` processes.

    A process starts when there is a task for it and lives until the engine is left, so
    that each loads the model once. They are spawned, not forked: a fork of a process with
    threads can hang.

    article_timeout: seconds that a worker may be at one article; 0: any time.
    """

    def __init__(self, workers: int, article_timeout: float = 0) -> None:
        self.workers = max(1, workers)
        self._timeout = article_timeout
        self._pool: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end(self._pool)

    def spread(
        self, function: Callable[[Task], Result], tasks: Sequence[Task]
    ) -> Iterator[Result | Lost[Task]]:
        """Yield `function(task)` of every task, in the order they come to an end.

        A task whose worker was lost yields Lost. Raises whatever the function raises; the
        other workers' tasks are then given up.
        """
        waiting = iter(tasks)
        try:
            while True:
                self._hand_out(function, waiting)
                busy = [worker for worker in self._pool if worker.is_busy]
                if not busy:
                    return
                # A worker's pipe is ready when it answers, and also when it has died.
                pipes = [worker.connection for worker in busy]
                ready = wait_for_any(pipes, _LOOK_EVERY if self._timeout else None)
                for worker in busy:
                    if worker.connection in ready:
                        yield self._outcome(worker)
                    elif self._timeout and worker.seconds_at_article() > self._timeout:
                        yield self._lost(worker, "hung")
        finally:
            # Of a spread that was given up: an answer that nobody waits for must not come.
            self._end([worker for worker in self._pool if worker.is_busy])

    def rest(self) -> None:
        """End the workers, with the models that they hold; tasks that come start new ones."""
        self._end(self._pool)

    def _hand_out(self, function: Callable[[Task], Result], waiting: Iterator[Task]) -> None:
        self._end([w for w in self._pool if not w.is_busy and not w.process.is_alive()])
        while sum(worker.is_busy for worker in self._pool) < self.workers:
            task = next(waiting, None)
            if task is None:
                return
            free = next((worker for worker in self._pool if not worker.is_busy), None)
            if free is None:
                free = _Worker()
                self._pool.append(free)
            free.give(function, task)

    def _outcome(self, worker: _Worker) -> Any:
        try:
            fine, answer = worker.connection.recv()
        except (EOFError, OSError):
            return self._lost(worker, "died")
        worker.task = None
        if not fine:
            raise answer
        return answer

    def _lost(self, worker: _Worker, cause: Literal["died", "hung"]) -> Lost[Any]:
        lost = Lost(worker.task, worker.position, cause)
        self._end([worker])
        return lost

    def _end(self, workers: Sequence[_Worker]) -> None:
        for worker in list(workers):
            worker.end()
            self._pool.remove(worker)


class _Worker:
    """A process, the pipe to it, and what it was given."""

    def __init__(self) -> None:
        for variable in _THREAD_VARIABLES:
            os.environ.setdefault(variable, "1")
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        # Shared memory, not messages: it still tells where a worker was when it is dead.
        self._mark = context.RawArray("q", [NOWHERE, 0])
        self._seen = 0
        self._since = 0.0
        self.task: Any = None
        self.process = context.Process(
            target=_work, args=(theirs, self._mark, os.getpid()), daemon=True
        )
        self.process.start()
        theirs.close()

    @property
    def is_busy(self) -> bool:
        return self.task is not None

    @property
    def position(self) -> int:
        return int(self._mark[0])

    def give(self, function: Callable[[Any], Any], task: object) -> None:
        self.task = task
        self._mark[0] = NOWHERE
        try:
            self.connection.send((function, task))
        except OSError:
            # It is dead: its pipe tells so when the answer is waited for.
            return

    def seconds_at_article(self) -> float:
        """How long the worker has been seen at the same article; 0 if at none."""
        now = time.monotonic()
        if self._mark[1] != self._seen or self.position == NOWHERE:
            self._seen = self._mark[1]
            self._since = now
        return now - self._since

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.connection.close()


def _work(connection: Connection, mark: Any, parent: int) -> None:
    """What a worker process does until it is ended."""
    # Ctrl-C is the parent's affair, and an orphan would wait for ever.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with(parent)

    def note(position: int) -> None:
        mark[0] = position
        mark[1] += 1

    tell_positions_to(note)
    while True:
        try:
            function, task = connection.recv()
        except EOFError:
            return
        try:
            answer = True, function(task)
        except Exception as error:
            answer = False, sendable(error)
        note(NOWHERE)
        try:
            connection.send(answer)
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            connection.send((False, WhosaidError(f"a result could not be sent ({what}).")))
