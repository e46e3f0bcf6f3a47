"""A step in a process gives what it would give here, whatever becomes of the process."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from pipeline.tables.apart import steps_apart
from tests.workers_that_fail import raises_what_does_not_travel


def square(number: int) -> tuple[int, int]:
    """The square, and the process that computed it."""
    return number * number, os.getpid()


def killed(here: int) -> int:
    """As if memory had run out in the other process."""
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def failing() -> int:
    raise WhosaidError("no space is left")


def noted(told: Path, word: str) -> None:
    with told.open("a") as file:
        file.write(f"{word} ")


def never_ending(told: Path) -> None:
    told.write_text(str(os.getpid()))
    time.sleep(3600)


def test_each_step_has_its_own_process() -> None:
    with steps_apart(in_processes=True) as steps:
        begun = [steps.begin(partial(square, number)) for number in (2, 3)]
        results = [steps.do(partial(square, 4)), *(result() for result in begun)]
        assert begun[0]() == results[1], "asked for again, it is not done again"
    assert [number for number, _ in results] == [16, 4, 9]
    assert len({os.getpid(), *(process for _, process in results)}) == 4


def test_without_processes_steps_are_done_here_when_they_are_asked_for(tmp_path: Path) -> None:
    told = tmp_path / "told"
    with steps_apart(in_processes=False) as steps:
        later = steps.begin(partial(noted, told, "later"))
        steps.do(partial(noted, told, "now"))
        later()
        later()
        assert steps.do(partial(square, 3)) == (9, os.getpid())
    assert told.read_text() == "now later "


def test_steps_that_were_begun_are_done_one_after_another(tmp_path: Path) -> None:
    told = tmp_path / "told"
    with steps_apart(in_processes=True) as steps:
        begun = [steps.begin(partial(noted, told, word)) for word in "abcd"]
        begun[-1]()
        assert told.read_text() == "a b c d "


def test_the_step_of_a_lost_process_is_done_here() -> None:
    with steps_apart(in_processes=True) as steps:
        begun = steps.begin(partial(killed, os.getpid()))
        assert steps.do(partial(killed, os.getpid())) == os.getpid()
        assert begun() == os.getpid()


@pytest.mark.parametrize("in_processes", [True, False])
def test_errors_are_raised_where_results_are_asked_for(in_processes: bool) -> None:
    with steps_apart(in_processes=in_processes) as steps:
        begun = steps.begin(failing)
        with pytest.raises(WhosaidError, match="no space is left"):
            steps.do(failing)
        with pytest.raises(WhosaidError, match="no space is left"):
            begun()


@pytest.mark.parametrize("kind", ["needs two", "holds code"])
def test_an_error_that_does_not_travel_keeps_its_words(kind: str) -> None:
    with (
        steps_apart(in_processes=True) as steps,
        pytest.raises(RuntimeError, match=r"(NeedsTwo|HoldsCode): the true reason"),
    ):
        steps.do(partial(raises_what_does_not_travel, kind))


def test_processes_end_with_the_block(tmp_path: Path) -> None:
    told, not_begun = tmp_path / "process", tmp_path / "next"
    with pytest.raises(KeyboardInterrupt), steps_apart(in_processes=True) as steps:
        steps.begin(partial(never_ending, told))
        steps.begin(partial(noted, not_begun, "begun"))
        while not told.exists() or not told.read_text():
            time.sleep(0.02)
        raise KeyboardInterrupt
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)
    assert not not_begun.exists()
