"""What stands before, after and around each block of a page, for many signals at once.

A signal is a flag or a number for each block. *Shape:* (signals, blocks), in and out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Signals = NDArray[np.generic]
Numbers = NDArray[np.float64]

_NEAR, _FAR = 4, 12
"""Blocks in the surroundings, either way."""
_WIDEST_BREAK = 8
"""Blocks of other kinds that may stand between two paragraphs of one article."""


def sums_around(signals: Signals) -> tuple[Numbers, Numbers]:
    """Each signal's sum over the blocks before, and over those after."""
    sums = _sums(signals)
    return sums[:, 1:] - np.asarray(signals, dtype=np.float64), sums[:, -1:] - sums[:, 1:]


def nearness(flags: Signals) -> tuple[Numbers, Numbers]:
    """1 right after a flagged block, less the longer ago it was, 0 if there was none; and
    the same for flagged blocks that are still to come."""
    place = np.arange(flags.shape[1])
    both = np.vstack([flags, flags[:, ::-1]]).astype(bool)
    last = np.maximum.accumulate(np.where(both, place, -1), axis=1)
    last = np.hstack([np.full((len(both), 1), -1), last[:, :-1]])
    near = np.where(last >= 0, 1 / np.sqrt(np.maximum(1, place - last)), 0.0)
    return near[: len(flags)], near[len(flags) :, ::-1]


def windows(signals: Signals) -> list[Numbers]:
    """Mean of each signal over the blocks close before and close after, then farther out."""
    count = signals.shape[1]
    place = np.arange(count)
    sums = _sums(signals)
    found: list[Numbers] = []
    for width in (_NEAR, _FAR):
        start = np.maximum(0, place - width)
        end = np.minimum(count, place + 1 + width)
        before = (sums[:, :-1] - sums[:, start]) / width
        after = (sums[:, end] - sums[:, 1:]) / width
        for signal in range(len(signals)):
            found += [before[signal], after[signal]]
    return found


def main_run(prose: NDArray[np.bool_], prose_words: Numbers) -> list[Numbers]:
    """Where each block stands to the page's longest run of prose: in it, how far before, after."""
    count = len(prose)
    place = np.arange(count)
    places = place[prose]
    if not len(places):
        return [np.zeros(count)] * 3
    runs = np.split(places, np.flatnonzero(np.diff(places) > _WIDEST_BREAK) + 1)
    main = max(runs, key=lambda run: float(prose_words[run].sum()))
    before, after = main[0] - place, place - main[-1]
    return [
        ((before <= 0) & (after <= 0)).astype(np.float64),
        np.log1p(np.maximum(0, before)) / 5,
        np.log1p(np.maximum(0, after)) / 5,
    ]


def _sums(signals: Signals) -> Numbers:
    """Running sums, with a zero before the first block."""
    sums = np.zeros((len(signals), signals.shape[1] + 1))
    np.cumsum(signals, axis=1, dtype=np.float64, out=sums[:, 1:])
    return sums
