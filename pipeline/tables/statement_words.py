"""Statements as arrays of word numbers, so that millions of them can be compared."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.tables.word_lists import words

Ids = npt.NDArray[np.int32]
Offsets = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_QUOTED = re.compile(r"[“\"„]([^“”\"„]*)[”\"“]?")
_FUNCTION_WORDS = words("function words")


def statement_words(text: str) -> list[str]:
    """Folded words: `U.S.` is one, `don't` two; marks and spacing do not count."""
    return [word.casefold() for word in written_words(text)]


def written_words(text: str) -> list[str]:
    """The same words in the same order as `statement_words`, as they stand in the text."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return [w.replace(".", "") if "." in w else w for w in _WORD.findall(plain)]


def quoted_part(text: str) -> str:
    """What of a statement stands between quotation marks, its parts joined."""
    return " ".join(_QUOTED.findall(text))


@dataclass(frozen=True, slots=True)
class Statements:
    """Texts as word numbers, one after another in one array."""

    words: Ids
    """Word numbers of all texts. *Shape:* (words,)"""
    offsets: Offsets
    """Where each text starts in `words`, and the end of the last. *Shape:* (texts + 1,)"""
    is_content: npt.NDArray[np.bool_]
    """For each word number, whether it is more than a function word. *Shape:* (vocabulary,)"""

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def of(self, index: int) -> list[int]:
        """Word numbers of one text."""
        start, end = self.offsets[index : index + 2]
        numbers: list[int] = self.words[start:end].tolist()
        return numbers

    def lengths(self) -> Offsets:
        """Words of each text. *Shape:* (texts,)"""
        return np.diff(self.offsets)

    def take(self, indices: Offsets) -> Statements:
        """The texts at `indices`, in that order."""
        lengths = self.lengths()[indices]
        offsets = np.concatenate([[0], np.cumsum(lengths)])
        shift = np.repeat(self.offsets[indices] - offsets[:-1], lengths)
        return Statements(self.words[np.arange(offsets[-1]) + shift], offsets, self.is_content)

    def keys(self) -> Hashes:
        """A number for each text that texts of the same words share. *Shape:* (texts,)"""
        lengths = self.lengths()
        place = (np.arange(len(self.words)) - np.repeat(self.offsets[:-1], lengths)).astype("u8")
        mixed = scramble(self.words.astype("u8") ^ scramble(place))
        sums = np.concatenate([np.zeros(1, "u8"), np.cumsum(mixed, dtype="u8")])
        return scramble(sums[self.offsets[1:]] - sums[self.offsets[:-1]] + lengths.astype("u8"))


def number_words(texts: Iterable[str]) -> Statements:
    """Give each word a number and each text its numbers; linear in the text."""
    vocabulary: dict[str, int] = {}
    number = vocabulary.setdefault
    numbers = array("i")
    offsets = array("q", [0])
    for text in texts:
        numbers.extend([number(word, len(vocabulary)) for word in statement_words(text)])
        offsets.append(len(numbers))
    is_content = np.fromiter((is_content_word(w) for w in vocabulary), bool, len(vocabulary))
    return Statements(
        np.frombuffer(numbers, np.int32) if numbers else np.zeros(0, np.int32),
        np.frombuffer(offsets, np.int64),
        is_content,
    )


@lru_cache(maxsize=1 << 16)
def is_content_word(word: str) -> bool:
    """Whether a folded word carries meaning of its own."""
    return word not in _FUNCTION_WORDS


def scramble(numbers: Hashes) -> Hashes:
    """Spread numbers over 64 bits, the same everywhere (the finaliser of SplitMix64)."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
