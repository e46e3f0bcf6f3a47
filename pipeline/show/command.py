"""What `whosaid show` does."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, TextIO

from pipeline.errors import WhosaidError
from pipeline.records import AnnotatedArticle, Problem
from pipeline.show.reading import read_articles


def show_file(
    given: str,
    model: Path,
    *,
    as_json: bool,
    out: TextIO,
    stream: BinaryIO | None = None,
) -> None:
    """Print the articles of a file, or of the pipe for `-`, one after another.

    stream: what `-` stands for; the standard input if None.

    Raises: WhosaidError, when there is no article in it; its sentence is the problem's.
    """
    shown = 0
    last: AnnotatedArticle | Problem | None = None
    with read_articles(given, model, stream) as articles:
        for last in articles:
            shown += isinstance(last, AnnotatedArticle)
            _print(last, as_json, out)
    if not shown and isinstance(last, Problem):
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
