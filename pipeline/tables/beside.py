"""Work in a process of its own, while this one goes on."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import Connection
from typing import TypeVar

from pipeline.engine.local import die_with
from pipeline.errors import WhosaidError

Result = TypeVar("Result")
Work = Callable[[], Iterator[Result]]


@contextmanager
def beside(work: Work[Result], *, in_process: bool) -> Iterator[Iterator[Result]]:
    """Give the results of `work`, which another process has begun with.

    work: can be pickled, and so can its results. It has no effect but files that it writes
    anew when it is begun again.
    in_process: whether there is another process; else each result is computed when it is
    asked for. So is what is left if the process is lost, for want of memory most likely.
    Raises, where a result is asked for, what the work raised.
    """
    if not in_process:
        yield work()
        return
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, os.getpid(), work), daemon=True)
    process.start()
    theirs.close()
    try:
        yield _results(ours, work)
    finally:
        process.kill()
        process.join()
        ours.close()


def _results(connection: Connection, work: Work[Result]) -> Iterator[Result]:
    count = 0
    while True:
        try:
            fine, result = connection.recv()
        except (EOFError, OSError):
            yield from islice(work(), count, None)
            return
        if not fine:
            raise result
        count += 1
        yield result


def _work(connection: Connection, parent: int, work: Work[Result]) -> None:
    # Ctrl-C is the parent's affair.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with(parent)
    try:
        for result in work():
            connection.send((True, result))
    except Exception as error:
        try:
            connection.send((False, error))
        except Exception:
            connection.send((False, WhosaidError(f"{type(error).__name__}: {error}")))
