"""Work beside a process gives what it would give here, whatever becomes of the other process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from pipeline.tables.beside import beside


def squares(upto: int) -> Iterator[tuple[int, int]]:
    """Each square, and the process that computed it."""
    for number in range(upto):
        yield number * number, os.getpid()


def killed_after_the_first(here: int) -> Iterator[tuple[int, int]]:
    """As if memory had run out in the other process."""
    yield 0, os.getpid()
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    yield 1, os.getpid()


def failing() -> Iterator[int]:
    yield 1
    raise WhosaidError("no space is left")


def never_ending(told: Path) -> Iterator[int]:
    told.write_text(str(os.getpid()))
    time.sleep(3600)
    yield 1


def test_another_process_computes_what_is_asked_for() -> None:
    with beside(partial(squares, 4), in_process=True) as found:
        results = list(found)
    assert [square for square, _ in results] == [0, 1, 4, 9]
    assert {process for _, process in results}.isdisjoint({os.getpid()})


def test_without_another_process_it_is_computed_here() -> None:
    with beside(partial(squares, 3), in_process=False) as found:
        assert list(found) == [(0, os.getpid()), (1, os.getpid()), (4, os.getpid())]


def test_what_a_lost_process_did_not_give_is_computed_here() -> None:
    with beside(partial(killed_after_the_first, os.getpid()), in_process=True) as found:
        first, second = found
    assert first[0] == 0
    assert first[1] != os.getpid()
    assert second == (1, os.getpid())


@pytest.mark.parametrize("in_process", [True, False])
def test_its_errors_are_raised_where_its_results_are_asked_for(in_process: bool) -> None:
    with beside(failing, in_process=in_process) as found:
        assert next(found) == 1
        with pytest.raises(WhosaidError, match="no space is left"):
            next(found)


def test_the_process_ends_with_the_block(tmp_path: Path) -> None:
    told = tmp_path / "process"
    with (
        pytest.raises(KeyboardInterrupt),
        beside(partial(never_ending, told), in_process=True),
    ):
        while not told.exists() or not told.read_text():
            time.sleep(0.02)
        raise KeyboardInterrupt
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)
