"""What a page shows when a word is pointed at: not the word, the card that opens over it."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.clean.looks import word_count
from pipeline.clean.wording import word_set

_TAGS = word_set("span div")
_CARD = re.compile(
    r"(?<![a-z])(?:roll-?over|tool-?tip|pop-?over|hover-?card|fly-?out)(?:[-_][a-z]+)?"
    r"[-_]{0,2}(?:block|text|content|body|inner|box|panel)(?![a-z])",
    re.IGNORECASE,
)
"""How sites call such a card."""
_CARD_OR_WORD = word_set("tooltip tool-tip popover hovercard hover-card")
"""The same of names that other sites give to the word."""
_TELLING = re.compile(r"title$|aria-describedby$|data-")
"""Attributes of such a word, which say what opens over it."""
_WORDS = range(4, 121)
"""Words of a card that is called as a word may be."""


def opens_over_word(element: etree._Element, tag: str) -> bool:
    """Whether an element is shown only when a word is pointed at."""
    if element.get("role") == "tooltip":
        return True
    named = element.get("class")
    if named is None or tag not in _TAGS:
        return False
    return _CARD.search(named) is not None or (
        _may_be_card(named) and not _holds_word(element) and _is_card_long(element)
    )


def _may_be_card(named: str) -> bool:
    return not _CARD_OR_WORD.isdisjoint(named.lower().split())


def _holds_word(element: etree._Element) -> bool:
    """Whether a word is in an element, and what opens over it is inside, too, or an attribute."""
    if any(map(_TELLING.match, map(str, element.attrib))):
        return True
    if (element.text or "").strip():
        if next(element.iterdescendants("span", "div"), None) is not None:
            return True
    elif len(element) == 1 and element[0].tag == "a" and not (element[0].tail or "").strip():
        return True
    return any(map(_may_open, element.iterdescendants()))


def _may_open(element: etree._Element) -> bool:
    named = element.get("class") or ""
    called = _CARD.search(named) is not None or _may_be_card(named)
    return called or element.get("role") == "tooltip"


def _is_card_long(element: etree._Element) -> bool:
    return word_count(" ".join(map(str, element.itertext()))) in _WORDS
