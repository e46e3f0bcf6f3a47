"""Statements as arrays of word numbers, so that millions of them can be compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.tables.word_lists import words

Ids = npt.NDArray[np.int32]
Offsets = npt.NDArray[np.int64]
Hashes = npt.NDArray[np.uint64]

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_WORD = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"[“\"„]([^“”\"„]*)[”\"“]?")
_FUNCTION_WORDS = words("function words")


def statement_words(text: str) -> list[str]:
    """Folded words: `U.S.` is one, `don't` two; marks and spacing do not count."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _WORD.findall(_INITIALS.sub(lambda dotted: dotted[0].replace(".", ""), plain))


def written_words(text: str) -> list[str]:
    """The same words in the same order as `statement_words`, as they stand in the text."""
    plain = unicodedata.normalize("NFKC", text)
    return _WORD.findall(_INITIALS.sub(lambda dotted: dotted[0].replace(".", ""), plain))


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


def number_words(texts: Iterable[str]) -> Statements:
    """Give each word a number and each text its numbers; linear in the text."""
    vocabulary: dict[str, int] = {}
    numbers: list[npt.NDArray[np.int32]] = []
    lengths = [0]
    for text in texts:
        found = statement_words(text)
        for word in found:
            if word not in vocabulary:
                vocabulary[word] = len(vocabulary)
        numbers.append(np.array([vocabulary[word] for word in found], dtype=np.int32))
        lengths.append(len(found))
    is_content = np.fromiter((is_content_word(w) for w in vocabulary), bool, len(vocabulary))
    return Statements(
        np.concatenate(numbers) if numbers else np.zeros(0, np.int32),
        np.cumsum(lengths, dtype=np.int64),
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
