"""Blocks of names in which a misspelling meets the name that was meant.

Two words are a letter apart where one of them with a letter left out is the other one, or the
other one with a letter left out (the symmetric deletion of SymSpell). The hashes of all words
with each of their letters left out come from their prefix sums, for all names at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from pipeline.annotate.text.names import PersonName
from pipeline.tables.codes import is_repeated
from pipeline.tables.statement_words import Hashes, scramble

_FACTOR = 0x9E3779B97F4A7C15
_POWERS = np.cumprod(np.full(256, _FACTOR, np.uint64))
_INVERSE = np.uint64(pow(_FACTOR, -1, 1 << 64))
_LONG_SURNAME = 5
_LONG_GIVEN = 4
"""Letters from which a word may be misspelled."""

Indices = npt.NDArray[np.int64]


def spelled_alike(
    names: Sequence[PersonName], given_sounds: Sequence[str], surname_sounds: Sequence[str]
) -> Iterator[list[int]]:
    """Blocks of names that sound alike, or are a letter apart in either of their parts.

    given_sounds, surname_sounds: the `sound_key` of either part of each name.
    Yields the places of the names of a block, in order.
    """
    given_sound = _whole(given_sounds)
    surname = _whole([name.family for name in names])
    sound = _whole([f"~{key}" for key in surname_sounds])
    yield from _shared(_paired(given_sound, sound), np.arange(len(names), dtype=np.int32))
    for shared, words, long in (
        (given_sound, [name.family for name in names], _LONG_SURNAME),
        (surname, [name.given for name in names], _LONG_GIVEN),
    ):
        some = np.array([i for i, word in enumerate(words) if len(word) >= long], np.int32)
        long_words = [words[i] for i in some.tolist()]
        shortened, of_word = _with_a_letter_less(long_words)
        keys = [
            _paired(shared[some], _whole(long_words)),
            _paired(shared[some][of_word], shortened),
        ]
        yield from _shared(np.concatenate(keys), np.concatenate([some, some[of_word]]))


def _shared(key: Hashes, owner: npt.NDArray[np.int32]) -> Iterator[list[int]]:
    """The owners of each key that several have; of most keys there is one."""
    repeated = is_repeated(key)
    key, owner = key[repeated], owner[repeated]
    order = np.lexsort((owner, key))
    key, owner = key[order], owner[order]
    is_new = np.ones(len(key), bool)
    is_new[1:] = key[1:] != key[:-1]
    once = is_new.copy()
    once[1:] |= owner[1:] != owner[:-1]
    key, owner = key[once], owner[once]
    starts = np.flatnonzero(is_new[once])
    counts = np.diff(np.append(starts, len(key)))
    several = counts > 1
    for start, count in zip(starts[several].tolist(), counts[several].tolist(), strict=True):
        yield owner[start : start + count].tolist()


def _paired(one: Hashes, other: Hashes) -> Hashes:
    return scramble(one ^ scramble(other))


def _whole(words: Sequence[str]) -> Hashes:
    """Hashes of words. *Shape:* (words,)"""
    sums, offsets, lengths = _sums(words)
    return _finished(sums[offsets[1:]] - sums[offsets[:-1]], lengths)


def _with_a_letter_less(words: Sequence[str]) -> tuple[Hashes, Indices]:
    """Hashes of words with each of their letters left out, and which word each is of."""
    sums, offsets, lengths = _sums(words)
    of_word = np.repeat(np.arange(len(words)), lengths)
    begin, end = sums[offsets[:-1]][of_word], sums[offsets[1:]][of_word]
    # What stands behind the letter moves one place ahead.
    less = (sums[:-1] - begin) + (end - sums[1:]) * _INVERSE
    return _finished(less, lengths[of_word] - 1), of_word


def _sums(words: Sequence[str]) -> tuple[Hashes, Indices, Indices]:
    """Sums of weighed letters up to each letter; where words start in them; their lengths."""
    letters = np.frombuffer("".join(words).encode("utf-32-le"), "<u4").astype(np.uint64)
    lengths = np.array([len(word) for word in words], np.int64)
    offsets = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)])
    place = np.arange(len(letters)) - np.repeat(offsets[:-1], lengths)
    weighed = (letters + np.uint64(1)) * _POWERS[place % len(_POWERS)]
    return np.concatenate([np.zeros(1, np.uint64), np.cumsum(weighed)]), offsets, lengths


def _finished(sums: Hashes, lengths: Indices) -> Hashes:
    return scramble(sums ^ scramble(lengths.astype(np.uint64)))
