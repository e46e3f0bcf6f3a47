"""Which American state somebody sits for: Florida of `Ada Brooks (R-Fla.)`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.annotate.text.lexicon import words

STATES = {
    "Alabama": "Ala AL", "Alaska": "AK", "Arizona": "Ariz AZ", "Arkansas": "Ark AR",
    "California": "Calif CA", "Colorado": "Colo CO", "Connecticut": "Conn CT",
    "Delaware": "Del DE", "Florida": "Fla FL", "Georgia": "Ga GA", "Hawaii": "HI",
    "Idaho": "ID", "Illinois": "Ill IL", "Indiana": "Ind IN", "Iowa": "IA",
    "Kansas": "Kan Kans KS", "Kentucky": "Ky KY", "Louisiana": "La LA", "Maine": "ME",
    "Maryland": "Md MD", "Massachusetts": "Mass MA", "Michigan": "Mich MI",
    "Minnesota": "Minn MN", "Mississippi": "Miss MS", "Missouri": "Mo MO",
    "Montana": "Mont MT", "Nebraska": "Neb NE", "Nevada": "Nev NV",
    "New Hampshire": "N.H NH", "New Jersey": "N.J NJ", "New Mexico": "N.M NM",
    "New York": "N.Y NY", "North Carolina": "N.C NC", "North Dakota": "N.D ND",
    "Ohio": "OH", "Oklahoma": "Okla OK", "Oregon": "Ore OR", "Pennsylvania": "Pa PA",
    "Rhode Island": "R.I RI", "South Carolina": "S.C SC", "South Dakota": "S.D SD",
    "Tennessee": "Tenn TN", "Texas": "Tex TX", "Utah": "UT", "Vermont": "Vt VT",
    "Virginia": "Va VA", "Washington": "Wash WA", "West Virginia": "W.Va WV",
    "Wisconsin": "Wis WI", "Wyoming": "Wyo WY",
}  # fmt: skip
"""State → what it is written for short, the last period aside."""
_BY_NAME = {
    written: state.casefold()
    for state, short in STATES.items()
    for written in (state, *short.split())
}
_PARTY = (
    r"(?P<{}>R(?:ep(?:ublicans?)?)?|D(?:FL|em(?:ocrats?)?)?|I(?:nd(?:ependents?)?)?)\.?"
    r"(?:\s*[-–,]\s*|\s+(?:of|from)\s+)"
)
_STATE = r"[A-Z][A-Za-z.]*(?: [A-Z][a-z]+)?"
_SEAT = re.compile(
    rf"\s*\((?:{_PARTY.format('in_bracket')})?(?P<bracketed>{_STATE})\)"
    rf"|\s*,\s*{_PARTY.format('behind_comma')}(?P<behind_party>{_STATE})"
)
_OF_STATE = re.compile(rf" of ({'|'.join(STATES)})\b(?! [A-Z])")
_LONGEST = 40
_PARTIES = {"R": "republican", "D": "democratic"}
_OFFICES = words("senator governor congressman congresswoman representative")
_MEMBERS = words("congressman congresswoman representative")
SEATED = _OFFICES | words("lawmaker republican democrat legislator politician")
"""What somebody is called by the state they sit for: `the Florida senator`."""


@dataclass(frozen=True, slots=True)
class Seat:
    """What an article tells behind a name: `(R-Fla.)`."""

    state: str
    """In lower case."""
    party: str = ""


def seat_behind(text: str, end: int, *, official: bool) -> Seat | None:
    """The seat that a text gives behind a name that ends at `end`; None where it gives none.

    official: whether the name has an office, so that it may be `of Ohio`.
    """
    if match := _SEAT.match(text, end, end + _LONGEST):
        written = (match["bracketed"] or match["behind_party"]).rstrip(".")
        state = _BY_NAME.get(written) or _BY_NAME.get(written.partition(" ")[0].rstrip("."))
        party = match["in_bracket"] or match["behind_comma"] or ""
        return Seat(state, _PARTIES.get(party[:1], "")) if state else None
    plain = _OF_STATE.match(text, end) if official else None
    return Seat(plain[1].casefold()) if plain else None


def holds_office(heads: Iterable[str]) -> bool:
    """Whether one of the nouns that somebody goes by is an office with a seat."""
    return not _OFFICES.isdisjoint(heads)


def may_be_called(noun: str, seat: Seat, heads: frozenset[str]) -> bool:
    """Whether somebody with a seat may be `the Florida senator` or `the Florida Republican`.

    heads: the nouns that they go by in the article.
    """
    if noun in {"republican", "democrat"}:
        return seat.party[:5] == noun[:5]
    if noun not in _OFFICES or not holds_office(heads):
        return noun != "governor"
    alike = _MEMBERS if noun in _MEMBERS else {noun}
    return not alike.isdisjoint(heads)


def state_in(words: list[str]) -> str:
    """The state that words in lower case name, in front of a noun; "" for none."""
    said = " ".join(words)
    named = [state for state in map(str.casefold, STATES) if said.endswith(state)]
    return max(named, key=len, default="")
