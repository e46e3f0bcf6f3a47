"""Boxes that a page sets between an article's paragraphs, told by what their markup calls them:
letters to subscribe to, offers, polls, other stories.

On the pages of the extraction benchmark, of some 900 short elements that are called so two
hold the article's words. An element that is long is called so for what it leads to, or is
locked behind: of it nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from lxml import etree

from pipeline.clean.blocks import Block
from pipeline.clean.classifier import KEPT
from pipeline.clean.looks import word_count

_NAMED = re.compile(
    r"(?<![a-z])(?:news-?letter|sign-?up|subscri(?:be|ption)|pay-?wall|reg-?wall|poll|promo|"
    r"recirc|read-?(?:more|next|also)|also-?read|recommend(?:ed|ations?)?|trending|teasers?|"
    r"related|more-?on|inline-asset|advert(?:isement|isements)?|ads?|sponsor(?:ed)?|donat(?:e|ion|ions)|cta)"
    r"(?![a-z])"
)
"""How sites call such a box, or a part of it, by class or id."""
_BOXES = frozenset("div section aside form ul ol li p h2 h3 h4 h5 nav".split())
_LONGEST = 120
"""Words of a box."""
_MOST = 0.3
"""Share of an article's words that boxes may hold: of more, the markup calls all of it so."""


def is_box(element: etree._Element, tag: str) -> bool:
    """Whether the markup calls a short element one that is no part of the article.

    Such as `<div class="newsletter-signup">`; the words that sites put together as one, such
    as "newsletterSignup", are read as two.
    """
    if tag not in _BOXES:
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    if len(named) < 3 or not _NAMED.search(_apart(named)):
        return False
    words = 0
    for text in islice(element.itertext(), _LONGEST):
        words += len(text.split())
        if words > _LONGEST:
            return False
    return True


_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def _apart(named: str) -> str:
    """What an element is called, in small letters, its words parted.

    >>> _apart("newsletterSignup Box")
    'newsletter-signup box'
    """
    return _INNER_CAPITAL.sub("-", named).lower()


def take_out_boxes(
    blocks: Sequence[Block], labels: Sequence[str], boxed: Sequence[bool]
) -> list[str]:
    """The labels, without what stands in boxes, unless that is most of the article."""
    words = [word_count(block.text) for block in blocks]
    kept = [place for place, label in enumerate(labels) if label in KEPT]
    in_boxes = sum(words[place] for place in kept if boxed[place])
    if in_boxes > _MOST * sum(words[place] for place in kept):
        return list(labels)
    return [
        "boilerplate" if boxed[place] and label in ("body", "deck") else label
        for place, label in enumerate(labels)
    ]
