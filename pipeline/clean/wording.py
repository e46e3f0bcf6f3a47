"""A kind of wording: how its lines open, what stands anywhere in them, what words they have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

_WORD = re.compile(r"[a-z]+(?:['’.-][a-z]+)*\+?")
_LETTERS = re.compile(r"[a-z]+")
_HEAD = 3
"""Letters."""
_LONGEST_LABEL = 100
"""Characters; buttons and menus are no longer."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns over a lower-cased line.

    A search through the line is dear, so it is made only where one of its clues is there:
    substrings, of which every match contains one, in letters at the start of a word.
    """

    opening: re.Pattern[str]
    inside: re.Pattern[str] | None = None
    clues: tuple[str, ...] = ()
    clue_heads: frozenset[str] = frozenset()
    """The `word_heads` of the clues in letters."""
    clue_signs: tuple[str, ...] = ()
    """The first characters of the others."""
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

    def may_stand_in(self, lower: str, heads: AbstractSet[str]) -> bool:
        """Whether there is a clue in the line. `heads` are its `word_heads`."""
        return not self.clue_heads.isdisjoint(heads) or any(
            map(lower.__contains__, self.clue_signs)
        )

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


def word_heads(lower: str) -> frozenset[str]:
    """How the words of a line begin."""
    return frozenset([word[:_HEAD] for word in _LETTERS.findall(lower)])


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
        frozenset(clue[:_HEAD] for clue in given if clue[0].isalpha()),
        tuple(sorted({clue[0] for clue in given if not clue[0].isalpha()})),
        word_set(telling),
        word_set(telling) | word_set(filling),
    )
