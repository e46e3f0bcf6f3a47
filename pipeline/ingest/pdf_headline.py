"""The headline of a printed page: lines set larger than the rest, made one line.

What a headline's wrapped lines have in common, and share with nothing else on the page, is
the size of their letters, which is gone once the text is extracted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from pipeline.ingest.decode import fold_text

_DEEPEST = 40
"""Lines from the page's top in which the headline begins."""
_LARGER = 1.15
"""Times the size of the running text."""
_LEAST_WORDS, _MOST_WORDS, _MOST_LINES = 4, 40, 6
"""A newspaper's name in large letters has fewer words than most headlines."""


class LetterSizes:
    """What a page's extraction tells of the size of its letters; a visitor for pypdf."""

    def __init__(self) -> None:
        self._letters: list[str] = []
        self._sizes: list[float] = []

    def visit(
        self, text: str, page: Sequence[float], line: Sequence[float], _font: Any, size: float
    ) -> None:
        """Take in a piece of text with its matrices and font size, in units of its own."""
        letters = "".join(fold_text(text).split())
        points = round(abs(size) * _scale(page) * _scale(line), 1)
        self._letters.append(letters)
        self._sizes.extend([points] * len(letters))

    def of_lines(self, lines: Sequence[str]) -> list[float]:
        """The size of most letters of each line, 0 for an empty one.

        Returns:
            An empty list if the pieces are not the lines' in their order.
        """
        packed = ["".join(line.split()) for line in lines]
        if "".join(packed) != "".join(self._letters):
            return []
        sizes: list[float] = []
        start = 0
        for line in packed:
            end = start + len(line)
            common = Counter(self._sizes[start:end]).most_common(1)
            sizes.append(common[0][0] if common else 0.0)
            start = end
        return sizes


def join_headline(lines: Sequence[str], sizes: Sequence[float]) -> list[str]:
    """The page's lines with its headline on one line, between empty ones.

    Args:
        lines: The lines of an article's first page.
        sizes: The size of each one's letters, in any unit; empty if not known.
    """
    filled = [place for place, line in enumerate(lines) if line] if sizes else []
    if not filled:
        return list(lines)
    letters: Counter[float] = Counter()
    for place in filled:
        letters[sizes[place]] += len(lines[place])
    usual = letters.most_common(1)[0][0]
    runs = [list(run) for _, run in groupby(filled, key=lambda place: sizes[place])]
    headlines = [
        run
        for run in runs
        if run[0] < _DEEPEST
        and sizes[run[0]] > _LARGER * usual
        and len(run) <= _MOST_LINES
        and _LEAST_WORDS <= sum(len(lines[place].split()) for place in run) <= _MOST_WORDS
    ]
    if not headlines:
        return list(lines)
    headline = max(headlines, key=lambda run: sizes[run[0]])
    joined = " ".join(lines[place] for place in headline)
    return [*lines[: headline[0]], "", joined, "", *lines[headline[-1] + 1 :]]


def _scale(matrix: Sequence[float]) -> float:
    a, b, c, d = matrix[:4]
    return math.sqrt(abs(a * d - b * c))
