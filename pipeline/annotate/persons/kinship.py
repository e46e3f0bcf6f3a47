"""Whether an article tells of somebody's family what `the father` would make them.

`Hale said his daughter was safe. The father …` may be Hale; a man of whose children nothing
is said is nobody's father.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import POSSESSIVE_MARKS, words

_OFFSPRING = words(
    "son daughter child children baby toddler boy girl boys girls sons daughters kids kid twins"
)
_SPOUSES = words("husband wife partner spouse")
_ELDERS = words("father mother dad mum mom parents stepfather stepmother")
_SIBLINGS = words("brother sister sibling twin brothers sisters siblings")
_GRANDCHILDREN = words("grandson granddaughter grandchild grandchildren grandsons granddaughters")
_RELATIVES_OF = {
    **dict.fromkeys(words("father mother parent dad mum mom stepfather stepmother"), _OFFSPRING),
    **dict.fromkeys(words("husband wife widow widower bride groom spouse"), _SPOUSES),
    **dict.fromkeys(words("son daughter stepson stepdaughter"), _ELDERS),
    **dict.fromkeys(words("brother sister sibling twin"), _SIBLINGS),
    **dict.fromkeys(words("grandmother grandfather grandparent"), _GRANDCHILDREN),
    **dict.fromkeys(words("grandson granddaughter"), words("grandmother grandfather grandparents")),
    **dict.fromkeys(words("uncle aunt"), words("nephew niece nephews nieces")),
    **dict.fromkeys(words("nephew niece"), words("uncle aunt")),
}
"""By what somebody is: whom they then have."""
_OWNERS = words("his her their") | POSSESSIVE_MARKS
_BETWEEN = 4
"""Words of `his nine-year-old daughter`, hyphens counted, before the noun."""


def is_kin(head: str) -> bool:
    """Whether a noun in lower case names somebody by their family."""
    return head in _RELATIVES_OF


def has_kin(doc: Doc, layout: Layout, head: str, mentions: Iterable[int]) -> bool:
    """Whether a sentence that mentions somebody tells of such a relative of somebody's.

    head: what they are called, in lower case; mentions: tokens.
    """
    wanted = _RELATIVES_OF.get(head, frozenset())
    sentences = {layout.sentence_start[at]: layout.sentence_end[at] for at in mentions}
    for start, end in sentences.items():
        for at in range(start, end):
            if doc[at].lower_ in _OWNERS:
                near = doc[at + 1 : min(at + 2 + 2 * _BETWEEN, end)]
                if any(token.lower_ in wanted for token in near):
                    return True
    return False
