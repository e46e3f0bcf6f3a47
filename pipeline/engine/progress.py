"""Showing how far a run is: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TextIO

Advance = Callable[[int, int], None]
"""Takes the articles and words done since the last call."""

_LINE_EVERY = 30.0
"""Seconds between the lines that a long stage writes into a log."""


class Progress(Protocol):
    """Shows the stages of a run, one after the other."""

    def stage(self, name: str, total: int) -> AbstractContextManager[Advance]:
        """A context for one stage over `total` articles; 0 if they are not counted."""
        ...


def progress_on(stream: TextIO = sys.stderr) -> Progress:
    """The kind that suits a stream."""
    return Bars() if stream.isatty() else Lines(stream)


class Lines:
    """A line when a stage ends, and now and then while it lasts."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:
        started = last = time.monotonic()
        done = words = 0

        def advance(more_articles: int, more_words: int) -> None:
            nonlocal done, words, last
            done += more_articles
            words += more_words
            if time.monotonic() - last > _LINE_EVERY:
                last = time.monotonic()
                self._write(f"{name}: {done} of {total}{_rate(words, last - started)}")

        yield advance
        if done:
            seconds = time.monotonic() - started
            self._write(f"{name}: {done} done in {seconds:.1f} s{_rate(words, seconds)}")

    def _write(self, line: str) -> None:
        print(line, file=self._stream, flush=True)


class Bars:
    """A bar with the time left, on a terminal."""

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            SpinnerColumn,
            TextColumn,
            TimeRemainingColumn,
        )
        from rich.progress import Progress as RichProgress

        columns = [SpinnerColumn(), TextColumn("{task.description}")]
        counted = [BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()] if total else []
        words = 0
        started = time.monotonic()
        with RichProgress(*columns, *counted, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(name, total=total or None)

            def advance(more_articles: int, more_words: int) -> None:
                nonlocal words
                words += more_words
                rate = _rate(words, time.monotonic() - started)
                bar.update(task, advance=more_articles, description=f"{name}{rate}")

            yield advance


def _rate(words: int, seconds: float) -> str:
    return f", {words / seconds:,.0f} words a second" if words and seconds > 0 else ""
