"""Persons whom an article describes where they speak no words: `his late grandmother`, and
`the judge` of `The judge was having none of it`.

Whoever a pronoun takes up need not be a source.
"""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.subjects import is_subject
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DETERMINERS,
    GENDERED_ROLES,
    INTRODUCING,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
)
from pipeline.annotate.text.nouns import type_of_head

_LONGEST = 4
"""Words before the noun of a description."""
_ARTICLES = frozenset({"a", "an"})
_KNOWN = POSSESSIVES | {"the"}
_SMALL_WORDS = DETERMINERS | PREPOSITIONS
_AFFILIATING = frozenset({"of", "at", "in", "from"})
_LONGEST_PLACE = 2
"""Words of what somebody belongs to: `the governor of the |northern province|`."""
_TELLING_TIME = frozenset({"last", "this", "one"})
_TIMES = frozenset(
    "week month year day morning afternoon evening night weekend spring summer autumn fall "
    "winter".split()
)
_LONGEST_TIME = 3
"""Words of `Last month,`."""
_BEFORE_SUBJECT = frozenset(
    {"but", "and", "then", "so", "yet", "still", "however", ",", "\n\n", '"', "“", "'", "‘"}
)


def mentioned_persons(
    doc: Doc, layout: Layout, cast: Cast, sources: Collection[int], cues: frozenset[int]
) -> dict[int, Part]:
    """Descriptions of single persons by the token of their noun: those of a man or a woman
    anywhere, those of anybody else (`the judge`) where a sentence begins with them.

    sources, cues: tokens of the quotations' sources, which are read elsewhere, and cues.
    """
    lower = doc_words(doc).lower
    found = {}
    for at, low in enumerate(lower):
        gendered = low in GENDERED_ROLES
        if not gendered and at - layout.sentence_start[at] > _LONGEST + _LONGEST_TIME:
            continue
        if at in cast.at_token or at in sources or layout.entity[at] >= 0:
            continue
        # "One keeper, who was furious, left. She said": of whom more is told.
        first = INTRODUCING if lower[at + 1 : at + 3] == [",", "who"] else _ARTICLES
        if not gendered and not (at and _is_begun(lower, layout, at, first) and _is_person(low)):
            continue
        start = _start(lower, layout, cast, at, first)
        if start is None or _is_explained(doc, layout, cast, at):
            continue
        end = _end_of_place(lower, layout, at + 1)
        if gendered or any(is_subject(doc, layout, each, cues) for each in (at + 1, *end)):
            found[at] = Part(start, at + 1, "nominal", type="unnamed", head=low, definite=True)
    return found


def _end_of_place(lower: list[str], layout: Layout, at: int) -> range:
    """Where what begins at a token may end, if it is like `of the northern province`."""
    if lower[at : at + 1] and lower[at] in _AFFILIATING and lower[at + 1 : at + 2] == ["the"]:
        return range(at + 3, min(at + 3 + _LONGEST_PLACE, layout.sentence_end[at]))
    return range(0)


def _is_person(low: str) -> bool:
    return type_of_head(low) == "unnamed"


def _is_begun(lower: list[str], layout: Layout, noun: int, opening: frozenset[str]) -> bool:
    """Whether a sentence begins with this noun and its article, `But` and the like aside."""
    first = layout.sentence_start[noun]
    while first < noun and lower[first] in _BEFORE_SUBJECT:
        first += 1
    if first + 1 < noun and lower[first] in _TELLING_TIME and lower[first + 1] in _TIMES:
        # "Last month a nurse called. She said"
        first += 2 + (lower[first + 2] == ",")
    begins = lower[first] in opening or lower[first] in {"the", "my"}
    return begins and first <= noun <= first + _LONGEST


def _start(
    lower: list[str], layout: Layout, cast: Cast, noun: int, opening: frozenset[str]
) -> int | None:
    """Where `his late grandmother` begins; None for a noun without an article or an owner."""
    first = max(layout.sentence_start[noun], noun - _LONGEST)
    for at in range(noun - 1, first - 1, -1):
        if lower[at] in opening or lower[at] in _KNOWN:
            return at
        if lower[at] in POSSESSIVE_MARKS and (owner := cast.at_token.get(at - 1)) is not None:
            # "Ada Brooks's mother"
            while cast.at_token.get(at - 1) == owner:
                at -= 1
            return at
        if lower[at] in _SMALL_WORDS or not lower[at].isalpha():
            return None
    return None


def _is_explained(doc: Doc, layout: Layout, cast: Cast, at: int) -> bool:
    """Whether a name follows that the description belongs to: `his wife, Ada,`."""
    following = range(at + 1, min(at + 4, layout.sentence_end[at]))
    owner = at + 1 < len(doc) and doc[at + 1].text in POSSESSIVE_MARKS
    return owner or any(place in cast.at_token for place in following)
