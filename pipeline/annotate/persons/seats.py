"""Which American state somebody sits for: Florida of `Ada Brooks (R-Fla.)`."""

from __future__ import annotations

import re

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
_PARTY = r"(?:[RDI]|Republican|Democrat|Independent)(?:\s*[-–,]\s*|\s+(?:of|from)\s+)"
_STATE = r"[A-Z][A-Za-z.]*(?: [A-Z][a-z]+)?"
_SEAT = re.compile(
    rf"\s*\((?:{_PARTY})?(?P<bracketed>{_STATE})\)"
    rf"|\s*,\s*{_PARTY}(?P<behind_party>{_STATE})"
    rf"|(?:\s*,| of) (?P<plain>{'|'.join(STATES)})\b"
)
_LONGEST = 40
SEATED = words(
    "senator congressman congresswoman representative lawmaker governor republican democrat "
    "senators legislator politician"
)
"""What somebody is called by the state they sit for: `the Florida senator`."""


def seat_behind(text: str, end: int) -> str:
    """The state, in lower case, that a text gives behind a name that ends at `end`; "" where
    it gives none."""
    match = _SEAT.match(text, end, end + _LONGEST)
    if match is None:
        return ""
    written = next(filter(None, match.groups())).rstrip(".")
    return _BY_NAME.get(written, "") or _BY_NAME.get(written.partition(" ")[0].rstrip("."), "")


def state_in(words: list[str]) -> str:
    """The state that words in lower case name, in front of a noun; "" for none."""
    said = " ".join(words)
    named = [state for state in map(str.casefold, STATES) if said.endswith(state)]
    return max(named, key=len, default="")
