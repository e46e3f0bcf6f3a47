"""Which spans a span may point to, and how far away they are.

A content piece points to its cue and a cue to its source. Only the nearest spans
on each side are candidates, so the work is linear in the length of an article.
Training and prediction both read this file.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]

NEAREST: Final = 8
"""Candidates on each side of a span."""
_EDGES: Final = np.array([0, 1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 100, 200])
DISTANCES: Final = 2 * (len(_EDGES) + 1)
RANKS: Final = 2 * NEAREST * 2


def candidates(spans: Ints, targets: Ints, paragraph: Ints) -> tuple[Ints, Ints, Ints]:
    """The spans that each span may point to.

    spans: first and last word (inclusive), sorted. *Shape:* (S, 2)
    targets: the same of the spans pointed to. *Shape:* (T, 2)
    paragraph: number of the paragraph of each word. *Shape:* (W,)

    Returns, each of *shape* (S, 2 × `NEAREST`): index into `targets` (-1 for no
    candidate), distance bucket, rank bucket (how many targets lie between, on which
    side, and whether in the same paragraph).
    """
    width = 2 * NEAREST
    index = np.full((len(spans), width), -1, dtype=np.int64)
    if len(spans) and len(targets):
        split = np.searchsorted(targets[:, 0], spans[:, 0])
        before = split[:, None] - 1 - np.arange(NEAREST)
        after = split[:, None] + np.arange(NEAREST)
        index[:, :NEAREST] = np.where(before >= 0, before, -1)
        index[:, NEAREST:] = np.where(after < len(targets), after, -1)
    if not len(targets):
        zeros = np.zeros_like(index)
        return index, zeros, zeros
    chosen = targets[np.maximum(index, 0)]
    gap = np.where(
        np.arange(width)[None, :] < NEAREST,
        spans[:, :1] - chosen[:, :, 1] - 1,
        chosen[:, :, 0] - spans[:, 1:] - 1,
    )
    bucket = np.searchsorted(_EDGES, np.maximum(gap, 0), side="right")
    bucket = np.where(np.arange(width)[None, :] < NEAREST, bucket, bucket + len(_EDGES) + 1)
    distance = np.minimum(bucket, DISTANCES - 1)
    if len(paragraph):
        same = paragraph[spans[:, :1]] == paragraph[chosen[:, :, 0]]
    else:
        same = np.zeros_like(index, dtype=bool)
    rank = np.arange(width)[None, :] + width * (~same).astype(np.int64)
    return index, distance, rank
