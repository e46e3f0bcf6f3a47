"""What speaks against a description of a person: their age, gender, party or office.

`The teenager` is not the manager who was just named, `the father` no boy of eight, `the
Democratic nominee` no Republican. Nothing here says that a description fits.
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.ages import age_in
from pipeline.annotate.persons.nations import nation_of, nations_of
from pipeline.annotate.persons.person import Person
from pipeline.annotate.persons.roles import spelled_out
from pipeline.annotate.persons.seats import SEATED, state_in
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import GENDERED_ROLES, words

_CHILDREN = words("boy girl child toddler infant kid schoolboy schoolgirl schoolchild pupil")
YOUNG = _CHILDREN | words("teenager teen adolescent youngster youth")
_YOUNGSTERS = words("youngster youth")
"""The young; the second may be footballers in their twenties."""
_OF_AGE = 18
_LAST_TEEN = 19
_LAST_YOUNGSTER = 24
_ELDERLY = words("pensioner retiree widow widower grandmother grandfather great-grandmother")
_YOUNGEST_ELDERLY = 30
_OF_ANY_AGE = YOUNG | words(
    "person survivor victim patient student son daughter brother sister sibling twin cousin "
    "nephew niece grandson granddaughter friend classmate singer musician pianist violinist "
    "actor actress dancer model swimmer gymnast skateboarder skater surfer diver skier snowboarder "
    "cyclist climber sailor player footballer athlete champion winner medallist medalist runner "
    "sprinter striker winger midfielder defender goalkeeper forward debutant substitute star "
    "prodigy activist campaigner scout cadet swede dane camper fan supporter reader refugee "
    "migrant orphan heir king queen prince princess witness complainant claimant plaintiff "
    "inventor author youtuber streamer gamer hero heroine native resident passenger"
)
"""What a child may be as well."""
_ELDERS = words(
    "manager coach boss chairman chairwoman chair chief director executive president secretary "
    "minister mayor councillor councilman councilwoman governor senator congressman congresswoman "
    "representative lawmaker mp ambassador chancellor premier ombudsman commissioner "
    "sergeant detective superintendent inspector constable commander sheriff marshal colonel "
    "general admiral captain judge justice magistrate coroner prosecutor lawyer attorney solicitor "
    "barrister doctor surgeon physician professor lecturer teacher headteacher headmaster "
    "headmistress principal spokesman spokeswoman spokesperson editor banker economist analyst "
    "chaplain bishop archbishop vicar pastor imam rabbi mother father grandmother grandfather "
    "husband wife widow widower pensioner pilot landlord landlady owner founder ceo"
)
"""What nobody is who is called a teenager."""
_AT_WORK = _ELDERS - words(
    "mother father grandmother grandfather husband wife widow widower pensioner landlord landlady "
    "owner founder captain manager coach boss teacher pilot pastor imam chair chief general author"
)
"""Offices whose bearers go by their office or name, and are no `man` or `woman` of the story."""
MERE = words("man woman guy lady gentleman person youth girl boy teenager teen")
TELLING_WHICH = frozenset({"who", "whose"})
_KEPT_BACK = words("named identified identity anonymity")
_NOT_TOLD = words("not n't declined refused anonymity withheld unnamed")
_IN_GOVERNMENT = words("minister premier")
_LONGEST_REASON = 14
"""Words of `, who asked not to be identified`."""
PARTIES = {
    "republican": "republican",
    "democratic": "democratic",
    "democrat": "democratic",
    "libertarian": "libertarian",
    "labour": "labour",
    "conservative": "conservative",
    "tory": "conservative",
    "snp": "snp",
    "dup": "dup",
    "ukip": "ukip",
    "bjp": "bjp",
    "anc": "anc",
    "green": "green",
    "greens": "green",
    "r": "republican",
    "d": "democratic",
}


def is_kept_back(doc: Doc, layout: Layout, part: Part) -> bool:
    """Whether somebody is `the woman, who was not named,`: nobody with a name."""
    lower = doc_words(doc).lower
    at = part.end + (lower[part.end : part.end + 1] == [","])
    if "".join(lower[at : at + 1]) not in TELLING_WHICH:
        return False
    end = min(at + _LONGEST_REASON, layout.sentence_end[at])
    end = next((mark for mark in range(at, end) if lower[mark] == ","), end)
    said = set(lower[at:end])
    kept = _KEPT_BACK | ({"name"} if lower[at] == "whose" else set())
    return not kept.isdisjoint(said) and not _NOT_TOLD.isdisjoint(said)


def speaks_against(doc: Doc, part: Part, person: Person) -> bool:
    """Whether what an article tells of a person rules out that a description is of them."""
    return (
        _is_of_other_gender(part, person)
        or _is_of_other_age(doc, part, person)
        or _is_of_other_party(doc, part, person)
        or _is_of_other_state(doc, part, person)
        or _is_of_other_side(part, person)
        or is_of_other_country(doc, part, person)
        or (_is_mere(doc, part) and person.is_any(_AT_WORK))
    )


def _is_of_other_side(part: Part, person: Person) -> bool:
    """Whether a description is `the minister`, and a person's role `opposition leader`."""
    return part.head in _IN_GOVERNMENT and any("opposition" in role.words for role in person.roles)


def _is_mere(doc: Doc, part: Part) -> bool:
    """Whether a description is `the lady`, but not `the first lady`."""
    return part.head in MERE and doc[min(part.start + 1, part.end - 1)].lower_ != "first"


def _is_of_other_gender(part: Part, person: Person) -> bool:
    gender = GENDERED_ROLES.get(part.head, "")
    return bool(gender) and not person.may_be(gender)


def _is_of_other_age(doc: Doc, part: Part, person: Person) -> bool:
    told = age_in(doc, part.start, part.end)
    young = part.head in YOUNG or (told is not None and told <= _LAST_TEEN)
    if young and person.is_any(_ELDERS):
        return True
    age = person.age
    if age is None:
        return False
    if told is not None:
        return told != age
    if part.head in YOUNG:
        latest = _LAST_YOUNGSTER if part.head in _YOUNGSTERS else _LAST_TEEN
        return age > latest
    if part.head in _ELDERLY:
        return age < _YOUNGEST_ELDERLY
    return age < _OF_AGE and part.head not in _OF_ANY_AGE


def _is_of_other_party(doc: Doc, part: Part, person: Person) -> bool:
    parties = parties_in(doc, part)
    known = person.parties | {
        PARTIES[word] for role in person.roles for word in role.words if word in PARTIES
    }
    if person.seat is not None and person.seat.party:
        known.add(person.seat.party)
    return bool(parties and known) and parties.isdisjoint(known)


def parties_in(doc: Doc, part: Part) -> set[str]:
    """The parties that a description names: of `the GOP nominee` the Republican one."""
    named = {spelled_out(doc[at].text) for at in range(part.start, part.end)}
    return {PARTIES[word] for word in named if word in PARTIES}


def is_of_other_country(doc: Doc, part: Part, person: Person) -> bool:
    """`The Dane` for somebody who is told to be German."""
    nation = nation_of(part.head)
    known = nations_of(doc, person) if nation else frozenset()
    return bool(known) and nation not in known


def _is_of_other_state(doc: Doc, part: Part, person: Person) -> bool:
    """`the Florida senator` for somebody from Ohio."""
    if part.head not in SEATED or person.seat is None:
        return False
    state = state_in([doc[at].lower_ for at in range(part.start, part.end - 1)])
    # "The veteran Washington lawmaker" may be anybody in Congress.
    return state not in {"", "washington", person.seat.state}
