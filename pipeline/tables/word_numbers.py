"""Texts as numbers of their words: columns at once, and on disk where there are millions.

A word's number is a hash of its letters, so that it does not depend on what else is in the
corpus; its lowest bit tells whether the word carries meaning of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tables.statement_words import function_words, scramble, statement_words
from pipeline.tables.stored_arrays import StoredArray

Numbers = npt.NDArray[np.uint32]
Offsets = npt.NDArray[np.int64]
Bytes = npt.NDArray[np.uint8]

_SEPARATORS = "[“”„‘’‚–—\u00a0]+"
"""Marks that part words; most texts are then plain ASCII, but for ellipses."""
_NOT_PLAIN = r"[^\x00-\x7f…]|[A-Za-z]\.[A-Za-z][.…]"
"""Other letters and marks, and what may be a short form in dots: `U.S.`"""
_IN_WORDS = np.array([chr(code).isalnum() and code < 128 for code in range(256)])
_NEGATED = "are could did do does had has have is should was were would".split()
_CONTRACTED = {
    **{"s": "is", "re": "are", "m": "am", "ll": "will", "ve": "have", "d": "would", "t": "not"},
    **{f"{verb}n": verb for verb in _NEGATED},
}
"""Halves of `don't` and `it's`, whose words are those of `do not` and `it is`."""
_POWERS = np.cumprod(np.full(1024, 0x9E3779B97F4A7C15, np.uint64))
_TEXTS_AT_ONCE = 4096
"""What is computed of so many stays in the processor's cache."""
_TEXTS_OF_BLOCK = 65_536


@dataclass(frozen=True, slots=True)
class Words:
    """Numbers of the words of texts, one text after another."""

    numbers: Numbers
    """*Shape:* (words,)"""
    offsets: Offsets
    """Where each text starts in `numbers`, and the end of the last. *Shape:* (texts + 1,)"""

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def lengths(self) -> Offsets:
        """Words of each text. *Shape:* (texts,)"""
        return np.diff(self.offsets)

    def of(self, index: int) -> list[int]:
        """Numbers of one text."""
        start, end = self.offsets[index : index + 2]
        numbers: list[int] = self.numbers[start:end].tolist()
        return numbers

    def take(self, texts: npt.NDArray[np.integer]) -> Words:
        """Some texts, in the order given."""
        lengths = self.lengths()[texts]
        offsets = offsets_of(lengths)
        shift = np.repeat(self.offsets[:-1][texts] - offsets[:-1], lengths)
        return Words(self.numbers[np.arange(offsets[-1]) + shift], offsets)

    def keys(self) -> npt.NDArray[np.uint64]:
        """A number for each text that texts of the same words share. *Shape:* (texts,)"""
        lengths = self.lengths()
        place = (np.arange(len(self.numbers)) - np.repeat(self.offsets[:-1], lengths)).astype("u8")
        mixed = scramble(self.numbers.astype("u8") ^ scramble(place))
        sums = np.concatenate([np.zeros(1, "u8"), np.cumsum(mixed, dtype="u8")])
        return scramble(sums[self.offsets[1:]] - sums[self.offsets[:-1]] + lengths.astype("u8"))


def number_words(texts: pa.StringArray) -> Words:
    """Numbers of the words that `statement_words` finds in each text."""
    return joined_words(
        _number_words(texts.slice(first, _TEXTS_AT_ONCE))
        for first in range(0, len(texts), _TEXTS_AT_ONCE)
    )


def joined_words(parts: Iterable[Words]) -> Words:
    """The words of texts that come some at a time."""
    found = list(parts)
    numbers = np.concatenate([np.zeros(0, np.uint32), *(words.numbers for words in found)])
    lengths = np.concatenate([np.zeros(0, np.int64), *(words.lengths() for words in found)])
    return Words(numbers, offsets_of(lengths))


def _number_words(texts: pa.StringArray) -> Words:
    parted = pc.replace_substring_regex(texts, _SEPARATORS, " ")
    is_odd = pc.match_substring_regex(parted, _NOT_PLAIN)
    odd = np.asarray(is_odd)
    plain = pc.if_else(is_odd, "", parted)
    numbers, counts = _plain_words(pc.ascii_lower(pc.binary_join_element_wise(plain, "", " ")))
    if odd.any():
        found = [statement_words(text) for text in texts.filter(is_odd).to_pylist()]
        counts[odd] = [len(words) for words in found]
        words = [word.encode() for of_text in found for word in of_text]
        all_numbers = np.empty(counts.sum(), np.uint32)
        is_of_odd = np.repeat(odd, counts)
        all_numbers[~is_of_odd] = numbers
        all_numbers[is_of_odd] = _numbers(
            np.frombuffer(b"".join(words), np.uint8), np.array([len(w) for w in words], np.int64)
        )
        numbers = all_numbers
    return Words(numbers, offsets_of(counts))


def is_content(numbers: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
    """Whether words are more than function words."""
    return (numbers & 1).astype(bool)


def offsets_of(lengths: npt.NDArray[np.integer]) -> Offsets:
    """Where texts of these lengths start, and the end of the last."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)])


class StoredWords:
    """Words of more texts than should be in memory: written in order, read in blocks.

    All are written before any is read.
    """

    def __init__(self, path: Path) -> None:
        self._numbers = StoredArray(path, np.uint32)
        self._lengths = StoredArray(path.with_name(f"{path.name}, lengths"), np.int32)

    def clear(self) -> None:
        self._numbers.clear()
        self._lengths.clear()

    def append(self, words: Words) -> None:
        self._numbers.append(words.numbers)
        self._lengths.append(words.lengths())

    @cached_property
    def lengths(self) -> npt.NDArray[np.int32]:
        """Words of each text. *Shape:* (texts,)"""
        return self._lengths.load()

    def blocks(self) -> Iterator[tuple[int, Words]]:
        """Texts in order, some at a time, and the number of the first of them."""
        lengths = self.lengths
        with self._numbers.path.open("rb") as file:
            for first in range(0, len(lengths), _TEXTS_OF_BLOCK):
                offsets = offsets_of(lengths[first : first + _TEXTS_OF_BLOCK])
                yield first, Words(np.fromfile(file, np.uint32, int(offsets[-1])), offsets)

    def of(self, text: int) -> Numbers:
        """The words of one text."""
        with self._numbers.path.open("rb") as file:
            file.seek(int(self._starts[text]) * self._numbers.type.itemsize)
            return np.fromfile(file, np.uint32, int(self.lengths[text]))

    @cached_property
    def _starts(self) -> Offsets:
        return offsets_of(self.lengths)

    def take(self, texts: npt.NDArray[np.integer]) -> Words:
        """Some texts, whose numbers are given in rising order."""
        taken = []
        for first, words in self.blocks():
            begin, end = np.searchsorted(texts, [first, first + len(words)])
            if begin < end:
                taken.append(words.take(texts[begin:end] - first).numbers)
        numbers = np.concatenate([np.zeros(0, np.uint32), *taken])
        return Words(numbers, offsets_of(self.lengths[texts]))


def _plain_words(texts: pa.StringArray) -> tuple[Numbers, Offsets]:
    """Numbers of the words of ASCII texts that end in a space, and how many each text has."""
    _, offsets, data = texts.buffers()
    bounds = np.frombuffer(offsets, np.int32)[texts.offset : texts.offset + len(texts) + 1]
    letters = (
        np.frombuffer(data, np.uint8)[bounds[0] : bounds[-1]]
        if len(texts)
        else np.zeros(0, np.uint8)
    )
    inside = _IN_WORDS[letters]
    before = np.concatenate([[False], inside[:-1]])
    starts = np.flatnonzero(inside & ~before)
    lengths = np.flatnonzero(~inside & before) - starts
    counts = np.diff(np.searchsorted(starts, bounds - bounds[0]))
    return _numbers(letters[inside], lengths), counts.astype(np.int64)


def _numbers(letters: Bytes, lengths: Offsets) -> Numbers:
    """Numbers of words whose bytes lie one after another."""
    numbers = _hashed(letters, lengths)
    short, full = _written_out()
    places = np.minimum(np.searchsorted(short, numbers), len(short) - 1)
    numbers = np.where(short[places] == numbers, full[places], numbers)
    known = _function_numbers()
    places = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    marked: Numbers = numbers | (known[places] != numbers).astype(np.uint32)
    return marked


@lru_cache(maxsize=1)
def _written_out() -> tuple[Numbers, Numbers]:
    """Numbers of what is short in contractions, in rising order, and of what it stands for."""
    short, full = (
        _hashed(
            np.frombuffer("".join(words).encode(), np.uint8),
            np.array([len(word) for word in words], np.int64),
        )
        for words in (tuple(_CONTRACTED), tuple(_CONTRACTED.values()))
    )
    order = np.argsort(short)
    return short[order], full[order]


def _hashed(letters: Bytes, lengths: Offsets) -> Numbers:
    """Even numbers of words."""
    if not len(lengths):
        return np.zeros(0, np.uint32)
    starts = offsets_of(lengths)[:-1]
    place = np.arange(len(letters)) - np.repeat(starts, lengths)
    weighed = (letters.astype(np.uint64) + np.uint64(1)) * _POWERS[place & (len(_POWERS) - 1)]
    sums: npt.NDArray[np.uint64] = np.add.reduceat(weighed, starts)
    hashes = scramble(sums ^ lengths.astype(np.uint64))
    even: Numbers = (hashes >> np.uint64(33) << np.uint64(1)).astype(np.uint32)
    return even


@lru_cache(maxsize=1)
def _function_numbers() -> Numbers:
    words = [word.encode() for word in sorted(function_words())]
    letters = np.frombuffer(b"".join(words), np.uint8)
    return np.sort(_hashed(letters, np.array([len(word) for word in words], np.int64)))
