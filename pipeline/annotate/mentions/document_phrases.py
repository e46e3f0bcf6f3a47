"""What a document goes by: `Port Wire poll` for `a new Port Wire poll released on Friday`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    PREPOSITIONS,
    words,
)

_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
PASSING = words("new newest latest recent recently newly previous memorable said separate")
"""What is true of a document on the day only."""
_AUTHORED = words(
    "conducted issued compiled commissioned published filed written produced prepared authored"
)
_COLLECTED = words("data figures numbers statistics records documents material evidence")
"""What nobody is the author of: `data compiled by Port Wire`."""
_GIVEN_OUT = words("released posted")
MADE = _AUTHORED | _GIVEN_OUT | words("taken held")
"""Participles that tell how a document came about."""
_GOT = words("obtained seen reviewed acquired viewed read leaked shared provided given sent cited")
"""Participles that tell how somebody else came to know a document."""
_LEAST = 2
"""Words that are left in front of what was done to a document."""


def is_only_new(name: str) -> bool:
    """Whether a document's name tells no more than that it is new: `New Poll`."""
    said = [word.casefold() for word in name.split()]
    return said[-1] in DOCUMENT_NOUNS and PASSING.issuperset(said[:-1])


def is_of_body(name: str, noun: str) -> bool:
    """Whether a name that ends with a document's noun is a body's: `Institute for Harbour
    Research`."""
    said = [word.casefold() for word in name.split()]
    return said[-1] == noun and not BODY_NOUNS.isdisjoint(said[:-1])


def document_pieces(doc: Doc, layout: Layout, part: Part) -> tuple[Part, ...]:
    """The pieces of a description of a document that name it: without what is new of it, and
    without when and how it was published; `by` whom stays."""
    lower = doc_words(doc).lower
    start = part.start + (lower[part.start] in _ARTICLES)
    first = start
    while first < part.end - 1 and lower[first] in PASSING and layout.entity[first] < 0:
        first += 1
    part = replace(part, start=first) if first > start else part
    made = next(
        (
            at
            for at in range(first + 1, part.end)
            if lower[at] in MADE and _tells_making(doc, layout, at)
        ),
        part.end,
    )
    if made == part.end:
        return (part,)
    other = next((at for at in range(made + 1, part.end) if lower[at] == "and"), part.end)
    by = maker_at(lower, made, part.end - 1)
    if by >= 0 and _tells_more(lower, other):
        # "a report filed by Stone and leaked"
        part = replace(part, end=other)
        by = by if by < other else -1
    if by < 0:
        return (replace(part, end=made),) if made - first >= _LEAST else (part,)
    behind = replace(part, start=by)
    if lower[made] in _AUTHORED and lower[made - 1] not in _COLLECTED:
        return replace(part, end=made), behind
    return replace(part, end=made + 1), behind


def _tells_more(lower: Sequence[str], at: int) -> bool:
    """Whether an `and` joins another participle, and no second author."""
    return lower[at : at + 1] == ["and"] and (
        lower[at + 1].endswith("ed") or lower[at + 1] in {"seen", "shown", "given", "sent"}
    )


def maker_at(lower: Sequence[str], made: int, end: int) -> int:
    """Token of the `by` in front of whoever made a document, behind the participle that tells so;
    -1 without one: who obtained it did not make it."""
    for at in range(made + 1, end):
        if lower[at] in _GOT:
            return -1
        if lower[at] == "by":
            return at
    return -1


def _tells_making(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether a participle tells how the document in front of it came about, and belongs to
    nothing behind it: `a review of |published| papers`, `a count of newly |filed| claims`."""
    before = at - 1 - doc[at - 1].lower_.endswith("ly")
    plain = doc[at].is_lower and layout.entity[at] < 0
    return plain and doc[before].lower_ not in PREPOSITIONS | DETERMINERS | {"of", "-"}
