"""Showing how far a run is: a bar on a terminal, plain lines in a log, JSON for machines."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TextIO

Advance = Callable[[int, int], None]
"""Takes the articles and words done since the last call."""

_LINE_EVERY = 30.0
"""Seconds between the lines that a long stage writes into a log."""
_EVENT_EVERY = 5.0
"""Seconds between the events that a long stage tells to a machine."""


class Progress(Protocol):
    """Shows the stages of a run, one after the other."""

    def stage(self, name: str, total: int, words: int = 0) -> AbstractContextManager[Advance]:
        """A context for one stage over `total` articles of `words`; 0 if not counted."""
        ...


def progress_on(stream: TextIO = sys.stderr, *, as_json: bool = False) -> Progress:
    """The kind that suits a stream."""
    if as_json:
        return Events(stream)
    return Bars() if stream.isatty() else Lines(stream)


class _Pace:
    """How much of a stage is done, how fast, and how long the rest will take."""

    def __init__(self, total: int, total_words: int) -> None:
        self._started = time.monotonic()
        self._total = total
        self._total_words = total_words
        self.done = self.words = 0

    def advance(self, more_articles: int, more_words: int) -> None:
        self.done += more_articles
        self.words += more_words

    @property
    def seconds(self) -> float:
        return time.monotonic() - self._started

    @property
    def seconds_left(self) -> float:
        """By words, where they are known: articles are not equally long."""
        if self._total_words:
            return self.seconds * (self._total_words - self.words) / max(self.words, 1)
        return self.seconds * (self._total - self.done) / max(self.done, 1)

    @property
    def rate(self) -> str:
        seconds = max(self.seconds, 1e-6)
        articles = f"{self.done / seconds:,.1f} articles"
        words = f" and {self.words / seconds:,.0f} words" if self.words else ""
        return f"{articles}{words} a second"


class Lines:
    """A line when a stage ends, and now and then while it lasts."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @contextmanager
    def stage(self, name: str, total: int, words: int = 0) -> Iterator[Advance]:
        pace = _Pace(total, words)
        last = time.monotonic()

        def advance(more_articles: int, more_words: int) -> None:
            nonlocal last
            pace.advance(more_articles, more_words)
            if time.monotonic() - last > _LINE_EVERY:
                last = time.monotonic()
                left = _duration(pace.seconds_left)
                self._write(f"{name}: {pace.done:,} of {total:,}, {pace.rate}, {left} left")

        yield advance
        if pace.done:
            self._write(f"{name}: {pace.done:,} done in {pace.seconds:.1f} s, {pace.rate}")

    def _write(self, line: str) -> None:
        print(line, file=self._stream, flush=True)


class Bars:
    """A bar with rate and time left, on a terminal."""

    @contextmanager
    def stage(self, name: str, total: int, words: int = 0) -> Iterator[Advance]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
        from rich.progress import Progress as RichProgress

        columns = [SpinnerColumn(), TextColumn("{task.description}")]
        counted = [BarColumn(), MofNCompleteColumn()] if total else []
        pace = _Pace(total, words)
        with RichProgress(*columns, *counted, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(name, total=total or None)

            def advance(more_articles: int, more_words: int) -> None:
                pace.advance(more_articles, more_words)
                told = f"{name}, {pace.rate}, {_duration(pace.seconds_left)} left"
                bar.update(task, advance=more_articles, description=told)

            yield advance


class Events:
    """One JSON object a line: `event` is stage, progress, done, or what `tell` is given."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @contextmanager
    def stage(self, name: str, total: int, words: int = 0) -> Iterator[Advance]:
        pace = _Pace(total, words)
        last = time.monotonic()
        self.tell("stage", stage=name, articles=total, words=words)

        def advance(more_articles: int, more_words: int) -> None:
            nonlocal last
            pace.advance(more_articles, more_words)
            if time.monotonic() - last > _EVENT_EVERY:
                last = time.monotonic()
                self.tell(
                    "progress",
                    stage=name,
                    articles=pace.done,
                    of=total,
                    words=pace.words,
                    seconds=round(pace.seconds, 3),
                    seconds_left=round(pace.seconds_left, 1),
                )

        yield advance
        self.tell(
            "done",
            stage=name,
            articles=pace.done,
            words=pace.words,
            seconds=round(pace.seconds, 3),
        )

    def tell(self, event: str, **values: object) -> None:
        """Write one event."""
        line = json.dumps({"event": event, "time": round(time.time(), 3), **values})
        print(line, file=self._stream, flush=True)


def _duration(seconds: float) -> str:
    """`45 s`, `12 min`, `3 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"
