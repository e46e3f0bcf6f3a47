"""Who holds the office that a description goes by, in words that no role of theirs has.

`The head of state` is a president, `the top diplomat` a foreign minister, and `the Irish
minister` whom the article calls somebody's Irish counterpart.
"""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.office_holders import held_office
from pipeline.annotate.persons.person import Person
from pipeline.annotate.persons.roles import heads_of
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import DETERMINERS, words

PAST = words("former ex onetime one-time erstwhile retired")


def listed_bearers(doc: Doc, part: Part, persons: Mapping[int, Person]) -> list[int]:
    """The one whom readers know to have held an office, where the article says so of nobody:
    `the former president` next to George W. Bush. `The president` may be a club's."""
    said = frozenset(doc_words(doc).lower[part.start : part.end]) - DETERMINERS - {"of"}
    if PAST.isdisjoint(said):
        return []
    found = [
        index
        for index, person in persons.items()
        if held_office(person.name, said - PAST, doc._.published)
    ]
    return found if len(found) == 1 else []


def is_of_the_past(doc: Doc, part: Part) -> bool:
    """Whether a description says what somebody was: `the former governor`."""
    return part.end - part.start > 1 and doc[part.start + 1].lower_ in PAST


def tells_the_past(doc: Doc, part: Part) -> bool:
    """Whether any word of a description does: `the nominee and former governor`."""
    return not PAST.isdisjoint(doc_words(doc).lower[part.start : part.end])


def counterparts(persons: Mapping[int, Person], places: frozenset[str]) -> list[int]:
    """`The Irish minister` is whom the article calls somebody's Irish counterpart, whatever other
    roles are alike.

    places: words of a description that name a place or a people, in lower case.
    """
    return [index for index, each in persons.items() if _is_counterpart(each, places)]


def _is_counterpart(person: Person, places: frozenset[str]) -> bool:
    named = [role for role in person.roles if "counterpart" in heads_of(role)]
    return bool(places) and any(places <= role.words for role in named)
