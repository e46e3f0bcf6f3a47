"""Bodies that were read as persons, though the words beside a mention show what they are.

`Low Water Carpets, the Danish group which bought the mill`; `Port Holm have signed him`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.annotate.text.lexicon import (
    COMPANY_NOUNS,
    EITHER_NOUNS,
    MEDIA_NOUNS,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    words,
)

_READ_AS = frozenset({"PERSON", "ORG", "NORP"})
Entity = tuple[int, int, str]
"""First word, end word, label."""

_KINDS = (COMPANY_NOUNS | MEDIA_NOUNS) - EITHER_NOUNS - {"business"} | words(
    "agency association band charity club federation foundation group nonprofit non-profit "
    "organisation organization think-tank union website"
)
_LONGEST_KIND = 6
"""Words behind a name in which an apposition says what it is."""
_ARTICLES = frozenset({"a", "an", "the"})
_ENDING_KINDS = frozenset(
    {",", ".", "which", "that", "whose", "based", "behind", "backed", "owned", "controlled", "run"}
)
_OF_ANOTHER = PREPOSITIONS | POSSESSIVE_MARKS | {"of", "said", "told"}
_LIKE_PERSONS = words("investor shareholder competitor rival") | _KINDS
"""What a body is, too, in front of `Low Water Capital, which`."""
_PLURAL = frozenset({"have", "are", "were"})
_OF_ITS_KIND = words("rival competitor parent subsidiary predecessor")
"""What a body is to another one: `its rival |Low Water|`."""
_BE = frozenset({"is", "was"})
_MADE = words("founded headquartered incorporated")
"""What a body is or was: `Lumen |was founded| in 2013`."""
_ENDING_SENTENCES = frozenset({".", "!", "?", "”", '"'})
_OF_BODIES = words(
    "shares shareholders customers singer frontman frontwoman vocalist striker defender "
    "midfielder goalkeeper winger"
)
"""What no person has: `the Low Water singer`."""


def with_shown_bodies(texts: Sequence[str], entities: Sequence[Entity]) -> list[Entity]:
    """The entities in order, ORG in place of PERSON where any mention of the name, or of the
    longer one that it is the first or last word of, is shown to be a body's."""
    named = {_name(texts, start, end) for start, end, label in entities if label == "PERSON"}
    shown = {
        _name(texts, start, end)
        for start, end, label in entities
        if label in _READ_AS and is_shown_body(texts, start, end)
    }
    families = {name[-1] for name in named - shown if len(name) > 1}
    bodies = shown | {(word,) for name in shown for word in (name[0], name[-1])}
    bodies -= {(family,) for family in families}
    return [
        (start, end, "ORG" if label == "PERSON" and _name(texts, start, end) in bodies else label)
        for start, end, label in entities
    ]


def _name(texts: Sequence[str], start: int, end: int) -> tuple[str, ...]:
    return tuple(texts[start : end - (end - start > 1 and texts[end - 1] in {"'s", "’s"})])


def is_shown_body(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether the words beside a name say that it is a body's."""
    before, behind = texts[start - 1] if start else ".", texts[end : end + 2]
    if len(behind) < 2:
        return False
    opens = before in _ENDING_SENTENCES or "\n" in before
    if behind[0] in _OF_BODIES or (opens and behind[0] in _PLURAL):
        return True
    if behind[0] in _BE and behind[1] in _MADE:
        return True
    if before in _OF_ITS_KIND and texts[start - 2].lower() == "its":
        return True
    if list(behind) == [",", "which"]:
        return opens or before in _LIKE_PERSONS
    return behind[0] == "," and behind[1] in _ARTICLES and _is_kind(texts, end + 2)


def _is_kind(texts: Sequence[str], start: int) -> bool:
    """Whether an apposition begins with a body's noun: `the |Danish group which bought it|`."""
    for at in range(start, min(start + _LONGEST_KIND, len(texts) - 1)):
        if texts[at + 1] in _ENDING_KINDS:
            return texts[at] in _KINDS
        if texts[at].lower() in _OF_ANOTHER:
            # "Ada Brooks, a spokeswoman for the company,"
            return False
    return False
