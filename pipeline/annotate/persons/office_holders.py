"""Who is meant by a family name alone that an article never gives in full: `Obama`.

Newspapers take their readers to know a few heads of state and of government, and others who
are named as often. `data/office_holders.csv` lists some two hundred terms of theirs: name,
family name, gender, office, words for its country, when it was held, and the years in which
the family name alone means its bearer to readers anywhere. It is our own list of what every
almanac has; a user's `speakers.csv` overrules what comes of it.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from pipeline.annotate.persons.roles import Role, heads_of
from pipeline.annotate.text.lexicon import Gender, words
from pipeline.annotate.text.names import fold, is_common_given_name

_PAST = words("former ex late onetime then")
_SAYS_NO_MORE = _PAST | words("the of and mr mrs ms then-us incumbent current outgoing new our")
_ALWAYS_SAID = words("president prime minister vice chancellor premier taoiseach")
"""Words of an office without which it is another: `minister` is not `prime minister`."""
_OF_NATIONS = _ALWAYS_SAID | words(
    "leader candidate nominee senator secretary speaker hopeful contender frontrunner "
    "president-elect chair chairman chairwoman chief"
)
"""Heads of roles that one of the list may have besides the office listed."""


@dataclass(frozen=True, slots=True)
class OfficeHolder:
    """A line of the list."""

    name: str
    family: str
    gender: Gender
    office: frozenset[str]
    place: frozenset[str]
    since: str
    until: str
    known: str
    """`2008-` or `1989-1992`: years in which the family name is enough; empty for none."""


def office_holder(
    family: str, roles: Sequence[Role], gender: Gender, published: str
) -> OfficeHolder | None:
    """The office holder whom a family name stands for; None if it may be another.

    roles: what the article says that its bearer is. gender: what it tells, or "".
    published: ISO date of the article, full or partial, or "". Without it only a name is
    understood that one alone of the list bears, and that is no given name (`Cameron, 12`).
    """
    bearers = _bearers().get(fold(family), ())
    titled = [bearer for bearer in bearers if any(_is_office(bearer, role) for role in roles)]
    if titled:
        meant = [bearer for bearer in titled if _held(bearer, roles, published)]
    elif all(map(_may_have, roles)):
        meant = [bearer for bearer in bearers if _is_known(bearer, published)]
    else:
        return None
    only_one = len({bearer.name for bearer in bearers}) == 1
    alone = published or (only_one and (titled or not is_common_given_name(family)))
    if len({bearer.name for bearer in meant}) != 1 or not alone:
        return None
    return None if gender and gender != meant[0].gender else meant[0]


def gender_of(name: str) -> Gender:
    """The gender of an office holder by their whole name; empty for anybody else."""
    holders = _by_name().get(fold(name))
    return holders[0].gender if holders else ""


def held_office(name: str, said: frozenset[str], published: str) -> bool:
    """Whether somebody by their whole name had held an office before an article was published,
    and did not hold it then.

    said: the words of the office, with or without those of its place. published: as above;
    without it nothing is known.
    """
    month = published[:7]
    over = [
        bool(bearer.until) and bearer.until < month
        for bearer in _by_name().get(fold(name), ())
        if said - bearer.place == bearer.office and bearer.since[: len(month)] <= month
    ]
    return bool(month and over) and all(over)


def _is_office(bearer: OfficeHolder, role: Role) -> bool:
    """Whether a role is the bearer's office: `former US President`, `Secretary`."""
    said = _plain(role)
    needed = bearer.office & _ALWAYS_SAID or bearer.office & _OF_NATIONS
    return needed <= said and said <= bearer.office | bearer.place | _SAYS_NO_MORE


def _held(bearer: OfficeHolder, roles: Sequence[Role], published: str) -> bool:
    """Whether the office was held when the article was published, or before it if it says so."""
    if not published:
        return bool(bearer.known)
    month = published[:7]
    past = any(not _PAST.isdisjoint(_plain(role)) for role in roles)
    ended = bool(bearer.until) and bearer.until < month
    return bearer.since[: len(month)] <= month and ended == past


def _may_have(role: Role) -> bool:
    """Whether one of whom the article says so may be of the list: `Republican nominee`."""
    return not _OF_NATIONS.isdisjoint(heads_of(role) | _plain(role))


def _is_known(bearer: OfficeHolder, published: str) -> bool:
    first, dash, last = bearer.known.partition("-")
    if not dash or not published:
        return bool(dash)
    return first <= published[:4] and (not last or published[:4] <= last)


def _plain(role: Role) -> frozenset[str]:
    """A role's words without the stops and possessives of `U.S.` and `China's`."""
    return frozenset(
        fold(word).removesuffix("'s").rstrip(".").removeprefix("ex-") for word in role.words
    )


@cache
def _bearers() -> Mapping[str, tuple[OfficeHolder, ...]]:
    """The list, by folded family name."""
    path = files("pipeline.annotate") / "data" / "office_holders.csv"
    found: dict[str, tuple[OfficeHolder, ...]] = {}
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        office, place = words(row["office"].replace(" of ", " ")), words(row["place"])
        holder = OfficeHolder(
            row["name"],
            row["family"],
            "f" if row["gender"] == "f" else "m",
            office,
            place,
            row["since"],
            row["until"],
            row["known"],
        )
        family = fold(row["family"])
        found[family] = (*found.get(family, ()), holder)
    return found


@cache
def _by_name() -> Mapping[str, tuple[OfficeHolder, ...]]:
    """The list, by folded whole name."""
    found: dict[str, tuple[OfficeHolder, ...]] = {}
    for each in (each for held in _bearers().values() for each in held):
        found[fold(each.name)] = (*found.get(fold(each.name), ()), each)
    return found
