"""Which statements may be the same: an inverted index over runs of content words, on disk.

Two statements become a candidate pair when they share three content words in a row
(function words skipped), or two when one of them is short. A run found in many statements
pairs each of them with the longest few, not with all: the number of pairs is linear in the
number of words. A pair whose words cannot have enough in common, by a sketch of either's
words, is dropped before anything is aligned.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from pipeline.tables.codes import distinct, is_among, is_repeated
from pipeline.tables.statement_words import Hashes, scramble
from pipeline.tables.word_numbers import Words, is_content

Indices = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SHORT = 4
"""A statement of so many content words at most is short."""
FUNCTION_WEIGHT = 0.25
"""What a function word counts, a content word counting one."""
_HUBS = 3
_COMMON = 200
"""A run in more statements than this pairs each with the single longest only."""
_PARTS = 64
"""Files that the index is parted into by hash; one at a time is in memory."""
_ENTRY = np.dtype([("run", "<u8"), ("owner", "<u4"), ("before", "u1"), ("after", "u1")])
"""A run of content words in a view, and a hash of the content words around it, 0 if none. Arrays
of them are asked for some with `take`, which is many times as quick as an index."""


@dataclass(frozen=True, slots=True)
class Views:
    """Texts to align: whole statements, and what of them is in quotation marks.

    The arrays have one item a view, in the order of the views.
    """

    lengths: npt.NDArray[np.int32]
    content: npt.NDArray[np.int32]
    """Content words."""
    sketches: Hashes
    """The content words, each a bit of 64."""

    @classmethod
    def of(cls, count: int) -> Views:
        """So many views, yet without words."""
        numbers = (np.zeros(count, np.int32), np.zeros(count, np.int32))
        return cls(*numbers, np.zeros(count, np.uint64))

    def put(self, views: Indices, words: Words) -> None:
        """Note the words of some views."""
        counted = is_content(words.numbers)
        sums = np.concatenate([np.zeros(1, np.int64), np.cumsum(counted)])
        self.lengths[views] = words.lengths()
        self.content[views] = np.diff(sums[words.offsets])
        bits = np.uint64(1) << (words.numbers[counted] >> 1 & 63).astype(np.uint64)
        some = self.content[views] > 0
        starts = sums[words.offsets[:-1]][some]
        if len(starts):
            self.sketches[views[some]] = np.bitwise_or.reduceat(bits, starts)

    def may_contain(self, shorter: Indices, longer: Indices, share: float) -> Flags:
        """Whether so much of the shorter views' weight may be in the longer ones."""
        missing = np.bitwise_count(self.sketches[shorter] & ~self.sketches[longer])
        content = self.content[shorter]
        function = FUNCTION_WEIGHT * (self.lengths[shorter] - content)
        possible: Flags = content - missing + function >= share * (content + function) - 1e-6
        return possible


class RunIndex:
    """Where runs of content words occur. Note all views, add them all, then ask for `pairs`."""

    def __init__(self, views: Views, folder: Path) -> None:
        self._views = views
        self._folder = folder
        self._of_short = [np.zeros(0, np.uint64)]
        # A step that is begun again, its process being lost, finds what that one wrote.
        for left_over in folder.glob("runs-*"):
            left_over.unlink()

    def note(self, views: Indices, words: Words) -> None:
        """Note what the words of some views are, and which of the views are short."""
        self._views.put(views, words)
        short = self._views.content[views] <= SHORT
        runs = _Runs(words.take(np.flatnonzero(short)), views[short])
        self._of_short.append(distinct(runs.entries(2)["run"]))

    @cached_property
    def _wanted(self) -> Hashes:
        """The runs of two of short views, which others are then looked for with."""
        return distinct(np.concatenate(self._of_short))

    def add(self, views: Indices, words: Words) -> None:
        """Write the runs of some views."""
        runs = _Runs(words, views)
        self._write("two", runs.entries(2, self._wanted))
        self._write("three", runs.entries(3))

    def pairs(self, share: float) -> Indices:
        """Pairs of views worth aligning, the longer one second.

        share: how much of the shorter one's weight must be found in the longer, unless they
        have four content words in a row in common.
        *Shape:* (pairs, 2), without repetition, sorted.
        """
        found = [np.zeros(0, np.int64)]
        for kind in ("two", "three"):
            for part in range(_PARTS):
                path = self._path(kind, part)
                if path.exists():
                    entries = np.fromfile(path, _ENTRY)
                    found.append(self._pairs_of(entries, share, only_short=kind == "two"))
                    path.unlink()
        packed = distinct(np.concatenate(found))
        return np.stack([packed >> 32, packed & 0xFFFFFFFF], axis=1)

    def _path(self, kind: str, part: int) -> Path:
        return self._folder / f"runs-{kind}-{part:02d}"

    def _write(self, kind: str, entries: npt.NDArray[np.void]) -> None:
        part_of = (entries["run"] >> np.uint64(58)).astype(np.uint8)
        order = np.argsort(part_of, kind="stable")
        ends = np.searchsorted(part_of[order], np.arange(_PARTS + 1))
        entries = entries.take(order)
        for part in range(_PARTS):
            if ends[part] < ends[part + 1]:
                with self._path(kind, part).open("ab") as file:
                    entries[ends[part] : ends[part + 1]].tofile(file)

    def _pairs_of(
        self, entries: npt.NDArray[np.void], share: float, *, only_short: bool
    ) -> Indices:
        """Packed pairs (shorter << 32 | longer) of the views that share a run."""
        lengths = self._views.lengths
        entries = _repeated(entries)
        owner = entries["owner"].astype(np.int64)
        order = np.lexsort((owner, -lengths[owner], entries["run"]))
        entries, owner = entries.take(order), owner[order]
        run = entries["run"]
        first = np.ones(len(run), bool)
        first[1:] = run[1:] != run[:-1]
        start = np.maximum.accumulate(np.where(first, np.arange(len(run)), 0))
        rank = np.arange(len(run)) - start
        starts = np.flatnonzero(first)
        sizes = np.diff(np.append(starts, len(run)))
        size = np.repeat(sizes, sizes)
        found = [np.zeros(0, np.int64)]
        for hub in range(_HUBS + 1):
            if hub < _HUBS:
                one = np.flatnonzero((rank > hub) & ((size <= _COMMON) | (hub == 0)))
                other = start[one] + hub
            else:
                one = np.flatnonzero((rank > _HUBS) & (size <= _COMMON))
                other = one - 1
            shorter, longer = owner[one], owner[other]
            wanted = shorter != longer
            if only_short:
                wanted &= self._views.content[shorter] <= SHORT
            fitting = self._views.may_contain(shorter, longer, share)
            if not only_short:
                fitting |= _goes_on(entries, one, other)
            wanted &= fitting
            found.append(distinct(shorter[wanted] << 32 | longer[wanted]))
        return distinct(np.concatenate(found))


class _Runs:
    """Runs of content words inside one view each."""

    def __init__(self, words: Words, views: Indices) -> None:
        content = is_content(words.numbers)
        self._views = views
        self._text = np.repeat(np.arange(len(words)), words.lengths())[content]
        self._mixed = scramble(words.numbers[content].astype(np.uint64))

    def entries(self, length: int, wanted: Hashes | None = None) -> npt.NDArray[np.void]:
        """All runs of so many words, or those of them that are wanted (in rising order)."""
        text, mixed = self._text, self._mixed
        count = max(len(mixed) - length + 1, 0)
        runs = np.zeros(count, np.uint64)
        for i in range(length):
            runs = scramble(runs ^ mixed[i : i + count])
        inside = np.flatnonzero(text[:count] == text[length - 1 : length - 1 + count])
        if wanted is not None:
            inside = inside[is_among(runs[inside], wanted)]
        entries = np.zeros(len(inside), _ENTRY)
        owner = text[inside]
        entries["run"] = runs[inside]
        entries["owner"] = self._views[owner]
        # A hash of seven bits, of words that are there.
        around = (mixed & np.uint64(127)).astype(np.uint8) + np.uint8(1)
        for side, place in (("before", inside - 1), ("after", inside + length)):
            there = np.clip(place, 0, max(len(mixed) - 1, 0))
            known = (place == there) & (text[there] == owner)
            entries[side] = np.where(known, around[there], 0)
        return entries


def _goes_on(entries: npt.NDArray[np.void], one: Indices, other: Indices) -> Flags:
    """Whether the word before or after a run that two views share is the same as well."""
    same = np.zeros(len(one), bool)
    for side in ("before", "after"):
        around = entries[side]
        same |= (around[one] == around[other]) & (around[one] > 0)
    return same


def _repeated(entries: npt.NDArray[np.void]) -> npt.NDArray[np.void]:
    """Only the runs that occur more than once: most do not."""
    return entries.take(np.flatnonzero(is_repeated(entries["run"])))
