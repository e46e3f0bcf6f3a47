"""Even typing: one space between words, and quotation marks of the kinds that news is typed with.

Lines are judged and articles are read as they would be typed evenly; what is written to `text/` and
to `removed.csv` stays as it stands in the input.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

Edit = tuple[int, int, str]
"""Start, end, and what stands there in the evened text."""

_UNEVEN = re.compile(r"  |``|[«»„‟＂〝〞]")
_REPEATED_SPACE = re.compile(r"(?<=\S) {2,}(?=\S)")
_LATEX_CLOSING = re.compile(r"''")
_ODD_MARK = re.compile(r"``|[„‟＂〝〞]")
_EVEN_MARK = {"``": "“", "„": "“", "‟": "“", "＂": '"', "〝": "“", "〞": "”"}
_ANGLES = re.compile(r"(?=.[^«»\n]*[A-Za-z])(?:«[^«»\n]+»|»[^«»\n]+«)")
"""Latin text quoted between angles, as in French or in German; one alone points to a link."""


def evenly_typed(text: str) -> str:
    """A text evenly typed; the same text where nothing is uneven."""
    return edited(text, edits(text))


def edited(text: str, in_order: Iterable[Edit]) -> str:
    """A text with some of its parts written anew."""
    parts: list[str] = []
    done = 0
    for start, end, written in in_order:
        parts += text[done:start], written
        done = end
    return "".join((*parts, text[done:]))


def edits(text: str) -> list[Edit]:
    """What changes where a text is typed evenly, in order."""
    if not _UNEVEN.search(text):
        return []
    return sorted((*_even_spaces(text), *_even_marks(text)))


def _even_spaces(text: str) -> Iterator[Edit]:
    for spaces in _REPEATED_SPACE.finditer(text):
        yield (*spaces.span(), " ")


def _even_marks(text: str) -> Iterator[Edit]:
    for mark in _ODD_MARK.finditer(text):
        yield (*mark.span(), _EVEN_MARK[mark[0]])
    for quoted in _ANGLES.finditer(text):
        start, end = quoted.span()
        yield start, start + 1, "“"
        yield end - 1, end, "”"
    if "``" in text:
        for mark in _LATEX_CLOSING.finditer(text):
            yield (*mark.span(), "”")
