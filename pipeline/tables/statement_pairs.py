"""Which statements may be the same: an inverted index over runs of content words.

Two statements become a candidate pair when they share three content words in a row
(function words skipped), or two when one of them is short. Of a long statement only some
runs are kept, by winnowing (Schleimer, Wilkerson and Aiken 2003): each window of four runs
gives its smallest hash, so that a common passage of six content words is never missed.
A run found in many statements pairs each of them with the longest few, not with all: the
number of pairs is linear in the number of words.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.tables.statement_words import Hashes, Statements, scramble

Indices = npt.NDArray[np.int64]

SHORT = 4
"""A statement of so many content words at most is short."""
_WINDOW = 4
_UNWINNOWED = 12
_HUBS = 3
_COMMON = 200
"""A run in more statements than this pairs each with the single longest only."""


def candidate_pairs(statements: Statements) -> Indices:
    """Pairs of statements worth aligning, the longer one second.

    *Shape:* (pairs, 2), without repetition, sorted.
    """
    lengths = statements.lengths()
    content = statements.is_content[statements.words]
    owner = np.repeat(np.arange(len(statements)), lengths)[content]
    mixed = scramble(statements.words[content].astype(np.uint64))
    content_lengths = np.bincount(owner, minlength=len(statements))
    two, two_owner = _runs(mixed, owner, 2)
    wanted = np.unique(two[content_lengths[two_owner] <= SHORT])
    kept = _isin_sorted(two, wanted)
    pairs = [_pairs(two[kept], two_owner[kept], lengths, content_lengths <= SHORT)]
    three, three_owner = _runs(mixed, owner, 3)
    kept = _winnowed(three, three_owner, content_lengths)
    pairs.append(_pairs(three[kept], three_owner[kept], lengths, None))
    packed = np.unique(np.concatenate(pairs))
    return np.stack([packed >> 32, packed & 0xFFFFFFFF], axis=1)


def _runs(mixed: Hashes, owner: Indices, length: int) -> tuple[Hashes, Indices]:
    """Hashes of all runs of `length` content words inside one statement, and their owners."""
    if len(mixed) < length:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    count = len(mixed) - length + 1
    hashes = np.zeros(count, np.uint64)
    for i in range(length):
        hashes = scramble(hashes ^ mixed[i : i + count])
    inside = owner[:count] == owner[length - 1 :]
    return hashes[inside], owner[:count][inside]


def _isin_sorted(values: Hashes, wanted: Hashes) -> npt.NDArray[np.bool_]:
    if not len(wanted):
        return np.zeros(len(values), bool)
    places = np.minimum(np.searchsorted(wanted, values), len(wanted) - 1)
    found: npt.NDArray[np.bool_] = wanted[places] == values
    return found


def _winnowed(hashes: Hashes, owner: Indices, content_lengths: Indices) -> npt.NDArray[np.bool_]:
    """Which runs to keep: all of a statement of moderate length, the windows' least else."""
    kept = content_lengths[owner] <= _UNWINNOWED
    count = len(hashes) - _WINDOW + 1
    if count > 0:
        windows = np.lib.stride_tricks.sliding_window_view(hashes, _WINDOW)
        least = windows.argmin(axis=1) + np.arange(count)
        same = owner[:count] == owner[_WINDOW - 1 :]
        kept[least[same]] = True
    return kept


def _repeated(hashes: Hashes, owner: Indices) -> tuple[Hashes, Indices]:
    """Only the runs that occur more than once: most do not."""
    in_order = np.sort(hashes)
    wanted = np.unique(in_order[1:][in_order[1:] == in_order[:-1]])
    kept = _isin_sorted(hashes, wanted)
    return hashes[kept], owner[kept]


def _pairs(
    hashes: Hashes, owner: Indices, lengths: Indices, short: npt.NDArray[np.bool_] | None
) -> Indices:
    """Packed pairs (shorter << 32 | longer) of the statements that share a run.

    short: where given, only pairs whose shorter statement is marked.
    """
    hashes, owner = _repeated(hashes, owner)
    order = np.lexsort((owner, -lengths[owner], hashes))
    hashes, owner = hashes[order], owner[order]
    first = np.ones(len(hashes), bool)
    first[1:] = hashes[1:] != hashes[:-1]
    start = np.maximum.accumulate(np.where(first, np.arange(len(hashes)), 0))
    rank = np.arange(len(hashes)) - start
    starts = np.flatnonzero(first)
    sizes = np.diff(np.append(starts, len(hashes)))
    size = np.repeat(sizes, sizes)
    packed = []
    for hub in range(_HUBS):
        chosen = (rank > hub) & ((size <= _COMMON) | (hub == 0))
        packed.append((owner[chosen] << 32) | owner[start[chosen] + hub])
    neighbours = np.flatnonzero((rank > _HUBS) & (size <= _COMMON))
    packed.append((owner[neighbours] << 32) | owner[neighbours - 1])
    pairs = np.concatenate(packed)
    shorter, longer = pairs >> 32, pairs & 0xFFFFFFFF
    wanted = shorter != longer
    if short is not None:
        wanted &= short[shorter]
    return np.unique(pairs[wanted])
