"""Where a decision's words stand in an article as it is now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.cells import one_line
from pipeline.records import Span
from pipeline.schema import PIECE_JOINER

_SPACE = r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+"


def locate(text: str, words: str, pieces: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The pieces of a quotation whose cell reads `words`, or none if the text has them not.

    pieces: where they stood when it was decided. They are believed if the words are still
    there; of several places the words stand at, the nearest is taken.
    """
    if _reads(text, pieces, words):
        return tuple(pieces)
    near = pieces[0][0] if pieces else 0
    whole = find_words(text, words, near)
    if whole:
        return (whole,)
    spans: list[Span] = []
    for number, piece in enumerate(words.split(PIECE_JOINER)):
        near = pieces[number][0] if number < len(pieces) else near
        found = find_words(text, piece, near, start=spans[-1][1] if spans else 0)
        if found is None:
            return ()
        spans.append(found)
        near = found[1]
    return tuple(spans)


def find_words(text: str, words: str, near: int, *, start: int = 0) -> Span | None:
    """The place of some words at or after `start`, however spaced, that is nearest to `near`."""
    parts = words.split()
    if not parts:
        return None
    pattern = re.compile(_SPACE.join(map(re.escape, parts)))
    places = (match.span() for match in pattern.finditer(text, start))
    return min(places, key=lambda span: abs(span[0] - near), default=None)


def overlap(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Share of the characters of either that both have, 0 to 1 (Jaccard's index)."""
    first, second = list(one), list(other)
    shared = sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in first
        for other_start, other_end in second
    )
    total = sum(end - start for start, end in (*first, *second)) - shared
    return shared / total if total else 0.0


def _reads(text: str, pieces: Sequence[Span], words: str) -> bool:
    if not pieces or pieces[-1][1] > len(text):
        return False
    cell = one_line(PIECE_JOINER.join(text[start:end] for start, end in pieces))
    # A cell that was too long for a spreadsheet ends in `…`.
    return cell == words or (len(words) > 30_000 and cell.startswith(words.removesuffix("…")))
