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
    vocabulary: frozenset[str] = frozenset()
    """The telling words and the filling ones."""

    def found_in(
        self, lower: str, words: Sequence[str] | None = None, *, opens: bool = True
    ) -> bool:
        """Whether the line is worded so.

        Args:
            lower: The line.
            words: `label_words(lower)` if already known.
            opens: Whether the line can open in the wording's way, as far as is known.
        """
        if self.telling:
            words = label_words(lower) if words is None else words
            if not self.telling.isdisjoint(words) and self.vocabulary.issuperset(words):
                return True
        if opens and self.opening.match(lower):
            return True
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
        word_set(telling),
        word_set(telling) | word_set(filling),
    )
