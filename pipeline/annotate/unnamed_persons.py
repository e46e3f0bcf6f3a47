"""Persons whom an article only describes, as he and she take them up.

`A driver waved. She said …`: where somebody without a name was mentioned after the last
mention of the likeliest person with one, the pronoun is theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from spacy.tokens import Doc

from pipeline.annotate.antecedents import Pronominal
from pipeline.annotate.cast import Cast
from pipeline.annotate.doc_words import doc_words
from pipeline.annotate.layout import Layout
from pipeline.annotate.lexicon import (
    DETERMINERS,
    GENDERED_ROLES,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIONS,
    Gender,
)
from pipeline.annotate.mentions import Part

_FARTHEST_SOURCE = 2
_FARTHEST_MENTION = 1
"""Sentences over which a source, or any other mention, is taken up."""
_LONGEST = 4
_ASKING = (["asked"], ["asks"], ["wondered"])
_MARKS = frozenset({"'s", "’s", "'", "’"})


class UnnamedPersons:
    """The descriptions of single persons in one article, in text order."""

    def __init__(self, doc: Doc, layout: Layout, cast: Cast, described: Mapping[int, Part]):
        """`described`: the sources that describe a single person, by their token."""
        self._layout = layout
        self._lower = doc_words(doc).lower
        self._sources = frozenset(described)
        self._parts = {**_kin(doc, layout, cast, described), **described}
        self._places = sorted(self._parts)
        self._named: set[int] = set()

    def settle(self, at: int, *, named: bool) -> None:
        """Tell whether the source at a token turned out to be a person with a name."""
        if named:
            self._named.add(at)
        else:
            self._named.discard(at)

    def before(self, reference: Pronominal, last: int) -> Part | None:
        """The description that a pronoun takes up, if one stands behind token `last`, where
        the likeliest person with a name was mentioned; None otherwise."""
        place = bisect_left(self._places, reference.at) - 1
        while place >= 0 and self._places[place] > last:
            at = self._places[place]
            if reference.sentence - self._layout.sentence[at] > _FARTHEST_SOURCE:
                return None
            near = reference.paragraph - self._layout.paragraph[last] <= self._is_weak(at)
            if at not in self._named and not near and self._fits(at, reference):
                return self._parts[at]
            place -= 1
        return None

    def _is_weak(self, at: int) -> int:
        """How many paragraphs back anybody with a name goes before a description; -1 for none.

        A mere mention is weaker than a name of its paragraph, and `the senator` may be whom
        the paragraph before named; `the agency's spokesman` is tied to another.
        """
        part = self._parts[at]
        tied = part.head in RELATIONS or not _MARKS.isdisjoint(self._lower[part.start : part.end])
        if self._lower[part.start] == "the" and not tied:
            return 1
        return 0 if at not in self._sources else -1

    def _fits(self, at: int, reference: Pronominal) -> bool:
        gender: Gender = GENDERED_ROLES.get(self._parts[at].head, "")
        source = at in self._sources
        farthest = _FARTHEST_SOURCE if source else _FARTHEST_MENTION
        if reference.paragraph != self._layout.paragraph[at] and not (source and gender):
            return False
        if self._layout.quoted[at] and not reference.quoted:
            return False
        if source and self._lower[self._parts[at].end : self._parts[at].end + 1] in _ASKING:
            # "A member asked if he had counted": he who then speaks is whom they asked.
            return False
        near = reference.sentence - self._layout.sentence[at] <= farthest
        return near and gender in ({"", reference.gender} if source else {reference.gender})


def _kin(doc: Doc, layout: Layout, cast: Cast, described: Mapping[int, Part]) -> dict[int, Part]:
    """Gendered descriptions that are no sources: `his late grandmother`, `the woman`."""
    inside = {at for part in described.values() for at in range(part.start, part.end)}
    lower = doc_words(doc).lower
    found = {}
    for at, low in enumerate(lower):
        if low not in GENDERED_ROLES or at in cast.at_token or at in inside:
            continue
        start = _start(lower, layout, at)
        if start is None or layout.entity[at] >= 0 or _is_explained(doc, layout, cast, at):
            continue
        found[at] = Part(start, at + 1, "nominal", type="unnamed", head=low, definite=True)
    return found


def _start(lower: list[str], layout: Layout, noun: int) -> int | None:
    """Where `his late grandmother` begins; None for a noun without an article or an owner."""
    first = max(layout.sentence_start[noun], noun - _LONGEST)
    for at in range(noun - 1, first - 1, -1):
        if lower[at] in POSSESSIVES | {"a", "an", "the"}:
            return at
        if lower[at] in DETERMINERS | PREPOSITIONS or not lower[at].isalpha():
            return None
    return None


def _is_explained(doc: Doc, layout: Layout, cast: Cast, at: int) -> bool:
    """Whether a name follows that the description belongs to: `his wife, Ada,`."""
    following = range(at + 1, min(at + 4, layout.sentence_end[at]))
    owner = at + 1 < len(doc) and doc[at + 1].text in _MARKS
    return owner or any(place in cast.at_token for place in following)
