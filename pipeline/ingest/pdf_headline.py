"""The headline of a printed page: lines set larger than the rest, made one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

_DEEPEST = 40
"""Lines from the page's top in which the headline begins."""
_LARGER = 1.15
"""Times the size of the running text."""
_LEAST_WORDS, _MOST_WORDS, _MOST_LINES = 4, 40, 6
"""A newspaper's name in large letters has fewer words than most headlines."""


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
