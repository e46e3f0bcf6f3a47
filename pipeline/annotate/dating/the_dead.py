"""Whom an article tells to be dead: they said nothing on the day of publication."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.records import Quotation

_MAY_TELL_OF_DEATH = re.compile(
    r"(?i:\b(?:died|dies|passed away|killed|murdered|dead|stabbed|executed|late)\b)"
)
_DIED = (
    r"(?:has |have |had )?(?:died|passed away)\b|dies (?:at|aged|of|in|after|following)\b"
    r"|(?:was|were|been) (?:killed|murdered|found dead|shot dead|stabbed to death|executed)\b"
)
_FULL_NAME = r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|da|van|von|der|bin|al|el)){1,4}"
_OTHERS = r"\b(?:whose|his|her|their|after|when|said|told)\b"
"""Words of an aside that may be about somebody else's death."""
_DEAD = re.compile(
    rf"(?:\b[Tt]he late ({_FULL_NAME}))"
    rf"|\b({_FULL_NAME})(?:, (?:(?!{_OTHERS})[^.;:!?\n“”\"]){{1,120}},)?,? (?:who )?(?i:{_DIED})"
)
"""Who is told to be dead: `Vesna Holm, who kept the tides, Dies at 93`."""


def read_dead(text: str) -> frozenset[frozenset[str]]:
    """The names, in small letters, of those whom an article tells to have died, word by word."""
    if not _MAY_TELL_OF_DEATH.search(text):
        return frozenset()
    names = (match[1] or match[2] for match in _DEAD.finditer(text))
    return frozenset(_words(name) for name in names)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip(".,") for word in name.lower().split())


def is_dead(quotation: Quotation, dead: Collection[frozenset[str]]) -> bool:
    """Whether the speaker of a statement is one of the dead, who said nothing today."""
    name = quotation.speaker.name.split()
    ends = _words(f"{name[0]} {name[-1]}") if len(name) > 1 else frozenset()
    return bool(ends) and any(ends <= names for names in dead)
