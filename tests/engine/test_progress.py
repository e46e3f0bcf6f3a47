"""What a run tells while it goes on."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from pipeline.engine import progress
from pipeline.engine.progress import Events, Lines, progress_on
from pipeline.engine.summary import Summary
from tests.running import run, write_corpus


class Clock:
    """Time that passes only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


def test_a_log_tells_rate_and_time_left(clock: Clock) -> None:
    stream = io.StringIO()
    with Lines(stream).stage("analysing", 400, 200_000) as advance:
        clock.now = 40
        advance(100, 20_000)
        clock.now = 100
        advance(300, 180_000)
    assert stream.getvalue().splitlines() == [
        "analysing: 100 of 400, 2.5 articles and 500 words a second, 6 min left",
        "analysing: 400 of 400, 4.0 articles and 2,000 words a second, 0 s left",
        "analysing: 400 done in 100.0 s, 4.0 articles and 2,000 words a second",
    ]


def test_a_stage_with_nothing_to_do_says_nothing() -> None:
    stream = io.StringIO()
    with Lines(stream).stage("reading", 0):
        pass
    assert stream.getvalue() == ""


def test_machines_are_told_in_lines_of_json(clock: Clock) -> None:
    stream = io.StringIO()
    events = progress_on(stream, as_json=True)
    assert isinstance(events, Events)
    with events.stage("analysing", 4, 1000) as advance:
        clock.now = 10
        advance(1, 250)
    events.tell("summary", annotated=4)
    told = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [each["event"] for each in told] == ["stage", "progress", "done", "summary"]
    assert told[1] == {
        **{"event": "progress", "time": 10, "stage": "analysing", "articles": 1, "of": 4},
        **{"words": 250, "seconds": 10.0, "seconds_left": 30.0},
    }


@pytest.mark.parametrize(
    ("seconds", "told"), [(4.4, "4 s"), (100, "2 min"), (12_000, "3 h 20 min")]
)
def test_times_are_told_as_people_say_them(seconds: float, told: str) -> None:
    assert progress._duration(seconds) == told


def test_the_summary_tells_where_the_time_went(tmp_path: Path) -> None:
    summary = run(write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs")
    assert {"reading", "cleaning", "analysing", "making rows", "writing tables"} <= set(
        summary.stages
    )
    assert 0 < sum(summary.stages.values()) <= summary.seconds
    line = Summary(seconds=5.0, stages={"reading": 1.0, "analysing": 3.0}).time_line()
    assert line == "5.0 s: reading 1.0, analysing 3.0, other 1.0"
