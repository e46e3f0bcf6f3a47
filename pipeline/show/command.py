"""What `whosaid show` does."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, TextIO

from pipeline.errors import WhosaidError
from pipeline.records import AnnotatedArticle, Problem
from pipeline.settings import Reading
from pipeline.show.reading import read_articles


def show_file(
    given: str,
    model: Path,
    reading: Reading | None = None,
    *,
    as_json: bool,
    out: TextIO,
    stream: BinaryIO | None = None,
) -> None:
    """Print the articles of a file, or of the pipe for `-`, one after another.

    reading: how the file is read, as in a run.
    stream: what `-` stands for; the standard input if None.

    Raises: WhosaidError, when there is no article in it; its sentence is the problem's.
    """
    held: list[Problem] = []
    """Problems before the first article: of a file without one, the last is the error itself."""
    shown = False
    last: AnnotatedArticle | Problem | None = None
    with read_articles(given, model, stream, reading) as articles:
        for last in articles:
            shown = shown or isinstance(last, AnnotatedArticle)
            if isinstance(last, Problem) and not (shown or as_json):
                held.append(last)
                continue
            for problem in held:
                _print(problem, as_json, out)
            held.clear()
            _print(last, as_json, out)
    if not shown and isinstance(last, Problem):
        for problem in held[:-1]:
            _print(problem, as_json, out)
        raise WhosaidError(f"{given} holds no article that could be read: {last.problem}")


def _print(found: AnnotatedArticle | Problem, as_json: bool, out: TextIO) -> None:
    if as_json:
        from pipeline.show.as_json import json_line

        out.write(f"{json_line(found)}\n")
        out.flush()
        return
    from rich.console import Console

    from pipeline.show.on_terminal import print_article

    print_article(Console(file=out, highlight=False), found)
