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
from pipeline.annotate.persons.roles import Role, heads_of
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import DETERMINERS, words

PAST = words("former ex onetime one-time erstwhile retired")
_FIRST = words("top chief leading foremost senior-most")
_FIRST_OF = {
    "diplomat": ("secretary state", "foreign minister", "foreign secretary", "external minister"),
    "prosecutor": ("attorney general", "prosecutor general", "public prosecutions director"),
    "doctor": ("surgeon general", "chief medical officer", "health officer"),
    "cop": ("police chief", "police commissioner", "chief constable"),
    "banker": ("bank governor", "fed chair", "fed chairman", "reserve chair"),
}
"""The offices that a profession's first holds, by their words: `the top diplomat`."""
_HEADS_OF = {
    "head of state": words("president king queen emperor monarch sultan emir"),
    "head of government": words("prime premier chancellor taoiseach"),
}
"""The offices that `the head of state` may hold."""


def office_bearers(
    doc: Doc, part: Part, places: frozenset[str], persons: Mapping[int, Person]
) -> list[int]:
    """Indices of the persons whom a description stands for by their office, whatever other
    roles are alike: `the head of state`, a counterpart. Empty where no office says so.

    places: words of the description that name a place or a people, in lower case.
    """
    counterparts = [index for index, each in persons.items() if _is_counterpart(each, places)]
    return counterparts or _heads_of_state(doc, part, persons)


def first_of(
    doc: Doc, part: Part, places: frozenset[str], persons: Mapping[int, Person]
) -> list[int]:
    """The same for those who hold the office that `the top diplomat` goes by."""
    lower = doc_words(doc).lower
    offices = [frozenset(office.split()) for office in _FIRST_OF.get(part.head, ())]
    if not offices or _FIRST.isdisjoint(lower[at] for at in range(part.start, part.end)):
        return []
    return [
        index
        for index, person in persons.items()
        if any(
            not places - role.words
            for role in person.roles
            if any(office <= role.words for office in offices)
        )
    ]


def listed_bearers(doc: Doc, part: Part, persons: Mapping[int, Person]) -> list[int]:
    """The one whom readers know to have held an office, where the article says so of nobody:
    `the former president` next to George W. Bush. `The president` may be a club's."""
    said = frozenset(doc_words(doc).lower[part.start : part.end]) - DETERMINERS - {"of"}
    if PAST.isdisjoint(said):
        return []
    found = [
        index
        for index, person in persons.items()
        if held_office(person.name, said - PAST, doc._.published, past=True)
    ]
    return found if len(found) == 1 else []


def is_of_the_past(doc: Doc, part: Part) -> bool:
    """Whether a description says what somebody was: `the former governor`."""
    return part.end - part.start > 1 and doc[part.start + 1].lower_ in PAST


def tells_the_past(doc: Doc, part: Part) -> bool:
    """Whether any word of a description does: `the nominee and former governor`."""
    return not PAST.isdisjoint(doc_words(doc).lower[part.start : part.end])


def _is_counterpart(person: Person, places: frozenset[str]) -> bool:
    """`The Irish minister` is whom the article calls somebody's Irish counterpart."""
    named = [role for role in person.roles if "counterpart" in heads_of(role)]
    return bool(places) and any(places <= role.words for role in named)


def _heads_of_state(doc: Doc, part: Part, persons: Mapping[int, Person]) -> list[int]:
    """Who holds an office that `the head of state` goes by."""
    words = doc_words(doc)
    text = words.between(part.start, part.end).casefold().removeprefix("the ")
    offices = _HEADS_OF.get(text.replace("-", " "), frozenset())
    return [
        index
        for index, person in persons.items()
        if any(_rules(role, offices) for role in person.roles)
    ]


def _rules(role: Role, offices: frozenset[str]) -> bool:
    """Whether a role is one of a country's offices, held now: not `former`, nor `vice`."""
    held = PAST.isdisjoint(role.words) and {"vice", "deputy"}.isdisjoint(role.words)
    return held and not offices.isdisjoint(heads_of(role) | (role.words & {"prime"}))
