"""The words of a statement, folded, so that statements can be compared."""

from __future__ import annotations

import re
import unicodedata

import numpy as np
import numpy.typing as npt

from pipeline.tables.word_lists import words

Hashes = npt.NDArray[np.uint64]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_QUOTED = re.compile(r"[“\"„]([^“”\"„]*)[”\"“]?")
_FUNCTION_WORDS = words("function words")


def statement_words(text: str) -> list[str]:
    """Folded words: `U.S.` is one, `don't` two; marks and spacing do not count."""
    return [word.casefold() for word in written_words(text)]


def written_words(text: str) -> list[str]:
    """The same words in the same order as `statement_words`, as they stand in the text."""
    return [w.replace(".", "") if "." in w else w for w in _WORD.findall(_plain(text))]


def words_in(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with its compatibility characters written out, and where in it each of the
    words of `statement_words` stands."""
    plain = _plain(text)
    return plain, [match.span() for match in _WORD.finditer(plain)]


def _plain(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def quoted_part(text: str) -> str:
    """What of a statement stands between quotation marks, its parts joined."""
    return " ".join(_QUOTED.findall(text))


def is_content_word(word: str) -> bool:
    """Whether a folded word carries meaning of its own."""
    return word not in _FUNCTION_WORDS


def function_words() -> frozenset[str]:
    """Folded words that carry no meaning of their own."""
    return _FUNCTION_WORDS


def scramble(numbers: Hashes) -> Hashes:
    """Spread numbers over 64 bits, the same everywhere (the finaliser of SplitMix64)."""
    numbers = numbers + np.uint64(0x9E3779B97F4A7C15)
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))
