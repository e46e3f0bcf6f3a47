"""Work spread over processes of this machine."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing.connection import wait as wait_for_any
from types import TracebackType
from typing import Self, TypeVar

from pipeline.errors import WhosaidError

Task = TypeVar("Task")
Result = TypeVar("Result")

_TASKS_AHEAD = 2
"""Tasks given out for each worker: enough to keep it busy, few enough to bound memory."""

_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class LocalEngine:
    """Runs functions over tasks, in this process or in a pool of `workers`.

    The pool starts with the first stage that has work for two, and its processes live
    until the engine is left, so that each loads the model once. They are spawned, not
    forked: a fork of a process with threads can hang.
    """

    def __init__(self, workers: int) -> None:
        self.workers = max(1, workers)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def spread(self, function: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield `function(task)` of every task, in the order they come to an end.

        Raises whatever the function raises; WhosaidError if a worker dies.
        """
        if self.workers == 1 or len(tasks) < 2:
            yield from map(function, tasks)
            return
        pool = self._started()
        waiting = iter(tasks)
        running: set[Future[Result]] = set()
        try:
            while True:
                free = self.workers * _TASKS_AHEAD - len(running)
                running |= {pool.submit(function, task) for task in islice(waiting, free)}
                if not running:
                    return
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield future.result()
        except BrokenProcessPool as error:
            self._pool = None
            raise WhosaidError(
                "a worker process was killed, most likely because memory ran out: run again "
                "with fewer --workers; what was done is kept."
            ) from error

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            for variable in _THREAD_VARIABLES:
                os.environ.setdefault(variable, "1")
            self._pool = ProcessPoolExecutor(
                self.workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_start_worker,
            )
        return self._pool


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, and die with it: an orphan would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for_any([parent.sentinel])
        os._exit(1)
