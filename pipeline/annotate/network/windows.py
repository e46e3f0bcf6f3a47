"""Long articles in overlapping windows, each word read where it stands furthest from an edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.annotate.network.wordpieces import CLS, SEP, Ints, PieceSequence

WINDOW: Final = 288
"""Word pieces of a window, `[CLS]` and `[SEP]` not counted."""
OVERLAP: Final = 24
"""Word pieces that neighbouring windows share, about."""
_SPARE: Final = 8


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words, and those of them whose scores are taken from this window."""

    start: int
    end: int
    keep_start: int
    keep_end: int


def plan_windows(
    sequence: PieceSequence, size: int = WINDOW, overlap: int = OVERLAP
) -> list[Window]:
    """Windows of at most `size` pieces over a text: as few as can be, and as short as they
    can be then."""
    words = len(sequence.first_piece)
    if not words:
        return []
    total = len(sequence.ids)
    first = sequence.first_piece
    if total <= size:
        return [Window(0, words, 0, words)]
    count = -(-(total - overlap) // (size - overlap))
    # Windows begin and end at words: a few pieces to spare.
    size = min(size, -(-(total + (count - 1) * overlap) // count) + _SPARE)
    stride = (total - size) / (count - 1)
    bounds: list[tuple[int, int]] = []
    for number in range(count):
        left = round(number * stride)
        # A window may begin at a word only: the word that holds its first piece.
        start = int(np.searchsorted(first, left, side="right")) - 1
        end = _end_of_window(first, start, size)
        if number == count - 1 or first[start] + size >= total:
            end = words
            start = int(np.searchsorted(first, total - size, side="left"))
            start = min(start, words - 1)
        if bounds and bounds[-1][1] < start:
            # Long words at the seam stand in neither window.
            missed = bounds[-1][1]
            bounds.append((missed, _end_of_window(first, missed, size)))
        bounds.append((start, max(end, start + 1)))
    windows = []
    keep = 0
    for number, (start, end) in enumerate(bounds):
        last = number == len(bounds) - 1
        until = words if last else (end + max(bounds[number + 1][0], start)) // 2
        until = min(max(until, keep), end)
        windows.append(Window(start, end, max(keep, start), until))
        keep = until
    return windows


def _end_of_window(first: Ints, start: int, size: int) -> int:
    """The end of the words that fit into a window from `start`, one word at least."""
    end = int(np.searchsorted(first, first[start] + size, side="right")) - 1
    return max(end, start + 1)


def window_inputs(sequence: PieceSequence, start: int, end: int) -> tuple[Ints, Ints, Ints, Ints]:
    """What the network reads of the words `start` to `end`: ids, shapes, states of the
    pieces, `[CLS]` and `[SEP]` around them, *shape* (pieces + 2,), and the index of each
    word's first piece, *shape* (words,)."""
    left = int(sequence.first_piece[start])
    right = int(sequence.first_piece[end]) if end < len(sequence.first_piece) else len(sequence.ids)
    edge = np.zeros(1, dtype=np.int64)
    return (
        np.concatenate([edge + CLS, sequence.ids[left:right], edge + SEP]),
        np.concatenate([edge, sequence.shapes[left:right], edge]),
        np.concatenate([edge, sequence.states[left:right], edge]),
        sequence.first_piece[start:end] - left + 1,
    )
