"""Steps of a long work, each in a process of its own: what it held is given back when it ends."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar

from pipeline.processes import die_with, sendable

Result = TypeVar("Result")
Step = Callable[[], Result]

_LOST = None
_MEMORY_VARIABLES = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": f"{4 << 20}",
    "MALLOC_TRIM_THRESHOLD_": f"{16 << 20}",
}
"""Arrow's own pool keeps what was freed for each thread; and glibc, left alone, what lay between
arrays of less than 32 MB. With these (see Arrow's environment variables, and mallopt(3)) an array
of 4 MB is the system's again as soon as it is gone. Smaller ones, of which there are thousands,
use the same pages over and over: asked of the system each time, they cost a sixth of all time."""


@contextmanager
def steps_apart(*, in_processes: bool) -> Iterator[Steps]:
    """Give what does steps; processes that are left at the end of the block are ended.

    in_processes: whether each step has a process; else it is done where its result is asked for.
    """
    steps = Steps(in_processes)
    try:
        yield steps
    finally:
        steps.end()


class Steps:
    """Does one step now, and beside it others one after another.

    A step can be pickled, and so can its result, which is small: what is large goes through
    files. It has no effect but files that it writes anew when it is begun again: if its process
    is lost, for want of memory most likely, it is done here.
    """

    def __init__(self, in_processes: bool) -> None:
        self._in_processes = in_processes
        self._beside = ThreadPoolExecutor(1)
        self._lock = threading.Lock()
        self._running: set[SpawnProcess] = set()
        self._has_ended = False

    def do(self, step: Step[Result]) -> Result:
        """The result of a step. Raises what the step raises."""
        return self._result(self._outcome(step), step) if self._in_processes else step()

    def begin(self, step: Step[Result]) -> Step[Result]:
        """Have a step done after those that were begun before it.

        Returns what waits for its result; it raises what the step raises.
        """
        if not self._in_processes:
            return cache(step)
        begun = self._beside.submit(self._outcome, step)
        return cache(lambda: self._result(begun.result(), step))

    def end(self) -> None:
        with self._lock:
            self._has_ended = True
            for process in self._running:
                process.kill()
        self._beside.shutdown(cancel_futures=True)

    def _outcome(self, step: Step[Any]) -> tuple[bool, Any] | None:
        """Whether a step went well in a process, and its result or error; _LOST without one."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(theirs, os.getpid(), step), daemon=True)
        with self._lock:
            if self._has_ended:
                return _LOST
            for variable, value in _MEMORY_VARIABLES.items():
                os.environ.setdefault(variable, value)
            process.start()
            self._running.add(process)
        theirs.close()
        try:
            outcome: tuple[bool, Any] = ours.recv()
            return outcome
        except (EOFError, OSError):
            return _LOST
        finally:
            ours.close()
            process.kill()
            process.join()
            with self._lock:
                self._running.discard(process)

    @staticmethod
    def _result(outcome: tuple[bool, Any] | None, step: Step[Result]) -> Result:
        if outcome is _LOST:
            return step()
        fine, result = outcome
        if not fine:
            raise result
        found: Result = result
        return found


def _work(connection: Connection, parent: int, step: Step[Any]) -> None:
    # Ctrl-C is the parent's affair.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with(parent)
    # There are no cycles among millions of names; looking for them took a fifth of the time.
    gc.disable()
    try:
        connection.send((True, step()))
    except Exception as error:
        connection.send((False, sendable(error)))
