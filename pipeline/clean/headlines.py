"""What reads like a headline, and whether two lines are one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from pipeline.clean.blocks import Block
from pipeline.clean.dates import without_dates
from pipeline.clean.looks import content_words
from pipeline.clean.masthead import is_no_headline
from pipeline.clean.phrases import KINDS, kinds_of
from pipeline.clean.plain_lines import is_notice
from pipeline.clean.stamp_lines import is_stamp

STOPS: Final = (".", ".”", '."')
LEAST_WORDS, LONGEST_HEADLINE = 3, 25
"""Words, besides the smallest, of a headline that is told by what it says."""
TOP = 3
"""Blocks at the top of a text among which its headline is, if that text has no menu."""
DEEPEST = 12
"""Blocks above the body, at most, of a text that starts with its title and not a menu."""
_LONGEST = 300
_BESIDE_TIME = 5
"""Words of a headline in which a time of day stands."""
_ADDRESS = re.compile(r"\bwww\.|\w@\w[\w.-]*\.[a-z]{2}", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_ALIKE = 0.85
_SITE = 20
"""Characters of a site's name, which may stand behind one of two titles."""


def same_title(text: str, title: str) -> bool:
    """Whether two lines are one headline, up to case, punctuation and a site's name."""
    shorter, longer = sorted((len(text), len(title)))
    if len(text) > _LONGEST or longer > 2 * shorter + _SITE:
        return False
    words, others = _words(text), _words(title)
    if not words or not others:
        return False
    if words == others:
        return True
    shared = len(set(words) & set(others))
    return min(len(words), len(others)) > 3 and shared >= _ALIKE * max(
        len(set(words)), len(set(others))
    )


def speaks_as(text: str, title: str) -> bool:
    """Whether a line may be the headline of an article that a record or a page gives another title:
    most words of the shorter are in both."""
    if same_title(text, title):
        return True
    words, others = subject(text), subject(title)
    return 2 * len(words & others) >= max(1, min(len(words), len(others)))


def may_head(blocks: Sequence[Block], labels: Sequence[str], place: int) -> bool:
    """Whether a line is short and no sentence, and sentences follow."""
    text = blocks[place].text
    below = [
        blocks[n].text
        for n in range(place + 1, min(len(blocks), place + TOP + 1))
        if labels[n] in ("body", "deck")
    ]
    return (
        LEAST_WORDS <= len(text.split()) <= LONGEST_HEADLINE
        and not text.endswith((*STOPS, ":", ",", ";"))
        and not text[:1].islower()
        and not is_worded(text)
        and not is_no_headline(text)
        and not is_stamp(text)
        and any(map(str.islower, without_dates(text)[0]))
        and any(one.endswith(STOPS) and len(one.split()) > LEAST_WORDS for one in below)
    )


def reads_like_headline(text: str) -> bool:
    words = text.split()
    return (
        4 <= len(words) <= 35
        and not text.endswith((".", ":", ",", "–", "—"))
        and not _is_dated(text)
        and not is_worded(text)
        and not is_no_headline(text)
        and not is_notice(text)
        and not _ADDRESS.search(text)
    )


def _is_dated(text: str) -> bool:
    """Whether a line has a date, or a time and little else: "Trains stop at 4am" is no stamp."""
    rest, day, timed = without_dates(text)
    beside = sum(map(str.isalpha, rest.split()))
    return timed and (bool(day) or " ago" in text or beside < _BESIDE_TIME)


def is_worded(text: str) -> bool:
    """Whether a line is worded like furniture; "READ: …", "Watch: …" some headlines begin too."""
    kinds = zip(KINDS, kinds_of(text.lower()), strict=True)
    return any(found for name, found in kinds if name != "related")


def subject(text: str) -> frozenset[str]:
    return content_words(" ".join(_words(text)))


def spoken_of(blocks: Sequence[Block], labels: Sequence[str], body: int) -> set[str]:
    """What the first paragraphs speak of."""
    return {
        word
        for place in range(body, min(len(blocks), body + DEEPEST))
        if labels[place] == "body"
        for word in subject(blocks[place].text)
    }


# Of the title, it is asked once for each line.
@lru_cache(maxsize=256)
def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
