"""A kind of wording: how its lines open, what stands anywhere in them, what words they have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[a-z]+(?:['’.-][a-z]+)*\+?")
_LETTERS = re.compile(r"[a-z]+")
_LONGEST_LABEL = 100
"""Characters; buttons and menus are no longer."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns over a lower-cased line.

    A search through the line is dear, so it is made only where one of its clues is there:
    substrings, of which every match contains one; those in letters begin a word.
    """

    opening: re.Pattern[str]
    inside: re.Pattern[str] | None = None
    clues: tuple[str, ...] = ()
    telling: frozenset[str] = frozenset()
    """A line that has one of these words, and otherwise only these and `filling`, is a hit."""
    vocabulary: frozenset[str] = frozenset()
    """The telling words and the filling ones."""

    def found_in(self, lower: str) -> bool:
        """Whether the line is worded so."""
        return (
            (bool(self.telling) and self.is_told_by(label_words(lower)))
            or self.opening.match(lower) is not None
            or self.stands_in(lower)
        )

    def is_told_by(self, words: Sequence[str]) -> bool:
        """Whether the line is of these words, which are its `label_words`."""
        return not self.telling.isdisjoint(words) and self.vocabulary.issuperset(words)

    def stands_in(self, lower: str) -> bool:
        """Whether the wording is anywhere in the line."""
        return (
            self.inside is not None
            and any(map(lower.__contains__, self.clues))
            and self.inside.search(lower) is not None
        )


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def label_words(lower: str) -> list[str]:
    """The words of a short line, without figures and signs; none of a long line."""
    return _WORD.findall(lower) if len(lower) <= _LONGEST_LABEL else []


# The lines of a page are asked for theirs several times in a row.
@lru_cache(maxsize=64)
def letter_runs(lower: str) -> tuple[str, ...]:
    """The runs of English letters in a lower-cased line: `don't` has two."""
    return tuple(_LETTERS.findall(lower))


def wording(
    *opening: str,
    inside: tuple[str, ...] = (),
    clues: str = "",
    telling: str = "",
    filling: str = "",
) -> Wording:
    """A kind of wording from alternatives; clues and words are separated by white space, the
    words of one clue by `_`."""
    given = [clue.replace("_", " ") for clue in clues.split()]
    return Wording(
        re.compile("|".join(opening)),
        re.compile("|".join(inside)) if inside else None,
        tuple(given),
        word_set(telling),
        word_set(telling) | word_set(filling),
    )
