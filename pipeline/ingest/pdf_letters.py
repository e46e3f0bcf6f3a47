"""How large the letters of a PDF's lines are, and where on the sheet: gone once text is extracted.

A headline's wrapped lines share their size with nothing else on the page; and where the
paragraphs of a page stand apart, the space between them says more than their last lines do.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pipeline.ingest.decode import fold_text

_STOPPED = re.compile(r"[.!?…:][\"'”’»)\]]{0,3}\Z")
COLUMN_BREAK = "\v"
"""Stands between lines where the next is at the top of a column or page."""
_APART, _FAR = 1.25, 5.0
"""Times the usual distance of two lines, between which a larger one parts paragraphs."""
_CLOSEST = 0.8
"""Times the size of letters: below, one line is a raised letter of the other."""
_LEAST_COMMON, _COMMON_SHARE = 2, 0.1
"""How often a distance is met that is the usual one."""
_ALIKE = 1.1
"""Ratio of the sizes of two lines of one text, at most."""
_LEAST_APART, _LEAST_SHARE = 3, 0.04
"""How often lines stand apart, and in what share of the lines, in a document with space
between its paragraphs."""


class Line(NamedTuple):
    """Where a line of a page is; zero if not known."""

    size: float
    """Of most of its letters, in points."""
    height: float
    """Of its base over the page's foot, in points."""
    left: float = 0.0
    """Of its first letter from the page's left, in points."""


_WIDEST = 1.8
"""Times the size of letters: above, lines are double-spaced, or a paragraph each."""
_TIGHT = 1.25
"""Times the size of letters, where no two lines of a paragraph show it."""
_MOST_SMALL = 0.05
"""Share of lines that begin with a small letter, where each is a paragraph."""
_INDENT, _DEEPEST_INDENT = 0.8, 4.5
"""Times the size of letters, between which a paragraph's first line is set in."""
_COMMON_LEFT = 0.15
"""Share of a document's lines that begin at a margin."""
_NOWHERE = Line(0.0, 0.0)


class Letters:
    """What a page's extraction tells of its letters; a visitor for pypdf."""

    def __init__(self) -> None:
        self._letters: list[str] = []
        self._lines: list[Line] = []

    def visit(
        self, text: str, page: Sequence[float], line: Sequence[float], _font: Any, size: float
    ) -> None:
        """Take in a piece of text with its matrices and font size, in units of its own."""
        letters = "".join(fold_text(text).split())
        points = round(abs(size) * _scale(page) * _scale(line), 1)
        height = line[4] * page[1] + line[5] * page[3] + page[5]
        left = line[4] * page[0] + line[5] * page[2] + page[4]
        self._letters.append(letters)
        self._lines.extend([Line(points, round(height, 1), round(left, 1))] * len(letters))

    def of_lines(self, lines: Sequence[str]) -> list[Line]:
        """Size and height of most letters of each line, zeros for an empty one.

        Returns:
            An empty list if the pieces are not the lines' in their order.
        """
        packed = ["".join(line.split()) for line in lines]
        if "".join(packed) != "".join(self._letters):
            return []
        places: list[Line] = []
        start = 0
        for line in packed:
            letters = self._lines[start : start + len(line)]
            common = Counter(letter[:2] for letter in letters).most_common(1)
            places.append(Line(*common[0][0], letters[0].left) if common else _NOWHERE)
            start += len(line)
        return places


def usual_distance(pages: Sequence[Sequence[Line]], texts: Iterable[Sequence[str]] = ()) -> float:
    """The distance of two lines of a paragraph, in points; 0 where paragraphs do not stand
    apart, or that cannot be told.

    Args:
        pages: Where the lines of each page are.
        texts: What they say.
    """
    distances = [
        round(upper.height - lower.height, 1)
        for page in pages
        for upper, lower in pairwise(line for line in page if line.size)
        if _are_alike(upper, lower) and upper.height - lower.height > _CLOSEST * upper.size
    ]
    # paragraphs of a line each are more often followed by space than by a line of theirs
    common = [
        distance
        for distance, count in Counter(distances).items()
        if count >= max(_LEAST_COMMON, _COMMON_SHARE * len(distances))
    ]
    if not common:
        return 0.0
    usual = min(common)
    size = Counter(line.size for page in pages for line in page if line.size).most_common(1)[0][0]
    if usual > _WIDEST * size:
        lines = [line for page in texts for line in page if line]
        small = sum(1 for line in lines if line[0].islower())
        usual = _TIGHT * size if small <= _MOST_SMALL * len(lines) else usual
    apart = sum(1 for distance in distances if _APART * usual < distance < _FAR * usual)
    return usual if apart >= max(_LEAST_APART, _LEAST_SHARE * len(distances)) else 0.0


def margins(pages: Iterable[Sequence[Line]]) -> frozenset[float]:
    """Where a paragraph's lines begin, its first one set in; empty if none are."""
    lines = [line for page in pages for line in page if line.size]
    lefts = Counter(line.left for line in lines)
    common = {left for left, count in lefts.items() if count >= _COMMON_LEFT * len(lines)}
    indented = [line for line in lines if _margin_of(line, common) is not None]
    if len(indented) < max(_LEAST_APART, _LEAST_SHARE * len(lines)):
        return frozenset()
    return frozenset(common)


def _margin_of(line: Line, margins: Collection[float]) -> float | None:
    """The margin from which a line is set in."""
    return next(
        (
            left
            for left in margins
            if _INDENT * line.size <= line.left - left <= _DEEPEST_INDENT * line.size
        ),
        None,
    )


def parted(
    lines: Sequence[str],
    places: Sequence[Line],
    usual: float,
    margins: Collection[float] = (),
) -> tuple[list[str], list[Line]]:
    """A page's lines with an empty one where two stand apart, and marks between columns.

    Args:
        lines: Of one page.
        places: Where each is; empty if not known.
        usual: What `usual_distance` gives.
        margins: What `margins` gives: a line set in from one begins a paragraph.

    Returns:
        The lines, and where each is.
    """
    if not (usual or margins) or not places:
        return list(lines), list(places)
    found: list[tuple[str, Line]] = []
    before = _NOWHERE
    for line, place in zip(lines, places, strict=True):
        is_set_in = bool(margins) and _margin_of(place, margins) is not None
        if is_set_in and not before.size and not line[:1].islower():
            found.append(("", _NOWHERE))
        if before.size and place.size:
            distance = before.height - place.height
            if distance <= 0:
                found.append((COLUMN_BREAK, _NOWHERE))
            elif not line[:1].islower() and (
                (usual and distance > _APART * usual)
                or (
                    is_set_in and (before.left != place.left or bool(_STOPPED.search(found[-1][0])))
                )
            ):
                found.append(("", _NOWHERE))
        found.append((line, place))
        before = place if place.size else before
    return [line for line, _ in found], [place for _, place in found]


def _are_alike(one: Line, other: Line) -> bool:
    return max(one.size, other.size) <= _ALIKE * min(one.size, other.size)


def _scale(matrix: Sequence[float]) -> float:
    a, b, c, d = matrix[:4]
    return math.sqrt(abs(a * d - b * c))
