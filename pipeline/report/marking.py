"""Puts marks over a text: spans of offsets become nested HTML elements.

Spans may nest, touch, cross or reach over paragraphs; HTML elements may only nest. A span
that crosses another's end is therefore cut there into two elements of the same mark.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

DEEPEST = 40
"""Marks inside one another that are shown; browsers stop at some hundreds of elements."""
PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text and the element that shows it."""

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    """Given to every element of the mark."""
    once: tuple[tuple[str, str], ...] = ()
    """Given to its first element only: what may stand once in a page, like an `id`."""
    rank: int = 0
    """Which of two marks with the same span is the outer one: the lower rank."""


def paragraph_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs of a cleaned article, blank lines between them left out."""
    spans = []
    start = 0
    for match in PARAGRAPH_BREAK.finditer(text):
        if match.start() > start:
            spans.append((start, match.start()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def marked_paragraphs(
    text: str, marks: Iterable[Mark], spans: Iterable[tuple[int, int]]
) -> Iterator[Markup]:
    """The HTML of each paragraph, escaped, with the marks that lie in it.

    `spans` are sorted and disjoint. A mark over several of them has an element in each.
    """
    waiting = [
        (mark.start, -mark.end, mark.rank, number, True, mark)
        for number, mark in enumerate(marks)
        if 0 <= mark.start < mark.end <= len(text)
    ]
    heapq.heapify(waiting)
    for start, end in spans:
        yield _paragraph(text, start, end, waiting)


# start, -end, rank, number, whether this is the mark's first element, mark
_Waiting = tuple[int, int, int, int, bool, Mark]


def _paragraph(text: str, start: int, end: int, waiting: list[_Waiting]) -> Markup:
    out: list[str] = []
    open_marks: list[tuple[int, str]] = []  # end, closing tag; innermost last
    at = start

    def write_up_to(offset: int) -> None:
        nonlocal at
        while open_marks and open_marks[-1][0] <= offset:
            closes_at, closing = open_marks.pop()
            out.append(escape(text[at:closes_at]))
            out.append(closing)
            at = closes_at
        out.append(escape(text[at:offset]))
        at = offset

    while waiting and waiting[0][0] < end:
        opens_at, minus_end, rank, number, first, mark = heapq.heappop(waiting)
        closes_at = -minus_end
        if opens_at < start:
            # The blank lines between paragraphs belong to no element.
            if closes_at > start:
                heapq.heappush(waiting, (start, minus_end, rank, number, first, mark))
            continue
        write_up_to(opens_at)
        if len(open_marks) == DEEPEST:
            continue
        room = min(end, open_marks[-1][0]) if open_marks else end
        if closes_at > room:
            heapq.heappush(waiting, (room, minus_end, rank, number, False, mark))
            closes_at = room
        attributes = mark.attributes + (mark.once if first else ())
        out.append(f"<{mark.tag}{_written(attributes)}>")
        open_marks.append((closes_at, f"</{mark.tag}>"))
    write_up_to(end)
    return Markup("".join(out))


def _written(attributes: tuple[tuple[str, str], ...]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes)
