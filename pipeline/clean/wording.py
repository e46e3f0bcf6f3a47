"""A kind of wording: how its lines open, what stands anywhere in them, what words they have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[a-z]+(?:['’.-][a-z]+)*\+?")
_LONGEST_LABEL = 100
"""Characters; buttons and menus are no longer."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns over a lower-cased line.

    A search through the line is dear, so it is made only where one of its clues, plain
    substrings that every match contains, is there.
    """

    opening: re.Pattern[str]
    inside: re.Pattern[str] | None = None
    clues: tuple[str, ...] = ()
    telling: frozenset[str] = frozenset()
    """A line that has one of these words, and otherwise only these and `filling`, is a hit."""
    filling: frozenset[str] = frozenset()

    def found_in(self, lower: str, words: Sequence[str] | None = None) -> bool:
        """Whether the line is worded so. `words` are `label_words(lower)` if already known."""
        if self.telling:
            words = label_words(lower) if words is None else words
            if words and all(word in self.telling or word in self.filling for word in words):
                return any(word in self.telling for word in words)
        if self.opening.match(lower):
            return True
        if self.inside is None:
            return False
        for clue in self.clues:
            if clue in lower:
                return self.inside.search(lower) is not None
        return False


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


def label_words(lower: str) -> list[str]:
    """The words of a short line, without figures and signs; none of a long line."""
    return _WORD.findall(lower) if len(lower) <= _LONGEST_LABEL else []


def wording(
    *opening: str,
    inside: tuple[str, ...] = (),
    clues: str = "",
    telling: str = "",
    filling: str = "",
) -> Wording:
    """A kind of wording from alternatives; clues and words are separated by white space."""
    return Wording(
        re.compile("|".join(opening)),
        re.compile("|".join(inside)) if inside else None,
        tuple(clues.split()),
        frozenset(telling.split()),
        frozenset(filling.split()),
    )
