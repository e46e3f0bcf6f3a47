"""Which names in which articles are one person's, over a whole corpus.

Names are compared only inside a block (the same surname; for misspellings the same given
name and nearly the same letters), so that the work grows with the number of names and not
with its square. Joining wants evidence; where it is missing, two names stay two people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, groupby

import numpy as np

from pipeline.annotate.text.names import PersonName
from pipeline.tables.names import (
    formal_names,
    is_given_name,
    parse_person,
    same_given,
)
from pipeline.tables.occurrences import Indices, Occurrences
from pipeline.tables.persons import Grouped, People, Person
from pipeline.tables.roles import fields, shared_role
from pipeline.tables.word_lists import words

COMMON_SURNAMES = words("common surnames")
DOMINANCE = 10
"""So many times the articles of any other bearer, and a name in part is somebody's own."""

_RARE_SURNAME = 3
"""A surname of more people wants a role to join a short given name with the full one."""
_FEW = 8
"""So few bearers of a surname are compared each with each."""


def full_names(occurrences: Occurrences) -> tuple[People, Indices]:
    """People with a full name, joined within a surname, and the surnames left alone.

    Returns: people in a fixed order, with the forms of names; and of each occurrence that is a
    surname alone its index and the number of its form. *Shape:* (surnames, 2)
    """
    number: dict[PersonName, int] = {}
    form_of_name = [
        number.setdefault(parse_person(name) or PersonName(name), len(number))
        for name in occurrences.names
    ]
    forms = list(number)
    form = np.array(form_of_name, np.int32)[occurrences.name]
    people = People(Grouped(form, forms, occurrences))
    is_full = np.array([bool(name.given) for name in forms], bool)
    in_order = sorted(np.flatnonzero(is_full).tolist(), key=forms.__getitem__)
    for _, of_surname in groupby(in_order, key=lambda number: forms[number].family):
        for person in _join_in_block([people.forms.person([number]) for number in of_surname]):
            people.append(person.forms)
    alone = np.flatnonzero(~is_full[form])
    return people, np.stack([alone, form[alone]], axis=1)


def _join_in_block(block: list[Person]) -> list[Person]:
    """Join the people of one surname who are one person."""
    if len(block) < 2:
        return block
    block = _join_middle_names(block)
    if not any(_may_be_one(block[i].name, block[j].name) for i, j in _comparable(block)):
        return block
    short_given = _short_given if len(block) <= _RARE_SURNAME else _short_given_in_role
    for fits in (_middle_name_as_given, short_given, _junior_left_out):
        block = _join_where_one_fits(block, fits)
    return block


def genders_agree(one: Person, other: Person) -> bool:
    """Whether the pronouns and honorifics of two clusters speak of one gender, or of none."""
    first, second = one.gender, other.gender
    return not first or not second or first == second


def rank(person: Person) -> tuple[int, PersonName]:
    """Sorts from the rarest to the most frequent, alphabetically among equals."""
    return len(person.articles), person.name


def _join_middle_names(block: list[Person]) -> list[Person]:
    """Join the forms of one given name that differ in the middle name or its absence.

    A form without one, beside several people with different ones, is left alone unless its
    role or its frequency says whose it is.
    """
    same_given_name: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in block:
        suffix = person.name.suffix if person.name.suffix in {"jr", "sr"} else ""
        same_given_name[person.name.given, suffix].append(person)
    joined = []
    for people in same_given_name.values():
        if len(people) == 1:
            joined += people
            continue
        by_initial: dict[str, Person] = {}
        bare = [person for person in people if not person.initials]
        for person in people:
            for initial in person.initials:
                if initial in by_initial:
                    by_initial[initial].absorb(person)
                else:
                    by_initial[initial] = person
        with_middle = sorted(by_initial.values(), key=rank)
        target = _the_one(with_middle, bare) if bare else None
        for person in bare[1:]:
            bare[0].absorb(person)
        if target:
            target.absorb(bare[0])
        joined += with_middle if target else [*bare[:1], *with_middle]
    return joined


def _the_one(people: list[Person], bare: list[Person]) -> Person | None:
    if not people:
        return None
    if len(people) == 1:
        return people[0]
    titles = set().union(*(person.titles for person in bare))
    of_role = [p for p in people if shared_role(p.titles, titles) == 2]
    if len(of_role) == 1:
        return of_role[0]
    most, second = people[-1], people[-2]
    return most if len(most.articles) >= DOMINANCE * len(second.articles) else None


def _join_where_one_fits(
    block: list[Person], fits: Callable[[Person, Person], bool]
) -> list[Person]:
    """Join people of the block that fit each other.

    One that fits two who do not fit each other (`J. Doe` beside Jane and John) stays alone.
    """
    if len(block) < 2:
        return block
    people = sorted(block, key=rank, reverse=True)
    fitting: list[set[int]] = [set() for _ in people]
    for i, j in _comparable(people):
        one, other = people[i], people[j]
        if (fits(one, other) or fits(other, one)) and genders_agree(one, other):
            fitting[i].add(j)
            fitting[j].add(i)
    ambiguous = {
        i for i, others in enumerate(fitting) if any(others - {j} - fitting[j] for j in others)
    }
    joined = []
    gone: set[int] = set()
    for i, person in enumerate(people):
        if i in gone:
            continue
        for j in sorted(fitting[i] - ambiguous) if i not in ambiguous else ():
            person.absorb(people[j])
            gone.add(j)
        joined.append(person)
    return joined


def _comparable(people: Sequence[Person]) -> Iterator[tuple[int, int]]:
    """Pairs that any of the tests below might join: thousands can share a surname."""
    if len(people) <= _FEW:
        yield from combinations(range(len(people)), 2)
        return
    alike: dict[str, list[int]] = defaultdict(list)
    initials: dict[str, list[int]] = defaultdict(list)
    of_letter: dict[str, list[int]] = defaultdict(list)
    for i, person in enumerate(people):
        name = person.name
        for key in {name.given, name.given[:3], *formal_names(name.given), *name.middle}:
            alike[key].append(i)
        (initials if len(name.given) == 1 else of_letter)[name.given[0]].append(i)
    pairs = {pair for members in alike.values() for pair in combinations(members, 2)}
    for letter, members in initials.items():
        pairs |= {(min(i, j), max(i, j)) for i in members for j in of_letter[letter]}
    yield from sorted(pairs)


def _may_be_one(one: PersonName, other: PersonName) -> bool:
    """Whether given names allow any of the tests below; of most pairs they do not."""
    return (
        same_given(one.given, other.given) or one.given in other.middle or other.given in one.middle
    )


def _initials_agree(one: Person, other: Person) -> bool:
    return not one.initials or not other.initials or bool(one.initials & other.initials)


def _suffixes_agree(one: Person, other: Person) -> bool:
    juniors = {"jr", "sr"}
    return (one.name.suffix in juniors) == (other.name.suffix in juniors) and (
        one.name.suffix not in juniors or one.name.suffix == other.name.suffix
    )


def _middle_name_as_given(one: Person, other: Person) -> bool:
    """`Scott Smith` and `J. Scott Smith`, `Wasserman Schultz` and `Debbie Wasserman Schultz`."""
    called, full = one.name, other.name
    if called.middle or called.given not in full.middle or not _suffixes_agree(one, other):
        return False
    return len(full.given) == 1 or not is_given_name(called.given)


def _short_given(one: Person, other: Person) -> bool:
    """`Joe Biden` and `Joseph Biden`, `M. Esper` and `Mark Esper`.

    `Will` and `Fred` can both be Wilfred: letters that differ from the first on want a
    shared role.
    """
    alike = one.name.given[0] == other.name.given[0]
    return (
        same_given(one.name.given, other.name.given)
        and (alike or shared_role(one.titles, other.titles) > 0)
        and _initials_agree(one, other)
        and _suffixes_agree(one, other)
        and (not one.titles or not other.titles or _roles_go_together(one, other))
        and not _goes_by_middle_name(one.name, other.name)
    )


def _roles_go_together(one: Person, other: Person) -> bool:
    """Whether titles share a word, or of a rare surname their walk of life."""
    if shared_role(one.titles, other.titles):
        return True
    walks = [frozenset().union(*map(fields, person.titles)) for person in (one, other)]
    return one.name.family not in COMMON_SURNAMES and bool(walks[0] & walks[1] - {"private"})


def _goes_by_middle_name(one: PersonName, other: PersonName) -> bool:
    """Whether one of two is called by a middle name that the other lacks: `P. Gopalan Nair` is
    no Priya Nair."""
    short, long = (one, other) if len(one.given) == 1 else (other, one)
    middle = {name for name in short.middle if len(name) > 1}
    known = middle & {long.given, *long.middle} or {name[0] for name in middle} & set(long.middle)
    return len(short.given) == 1 < len(long.given) and bool(middle) and not known


def _short_given_in_role(one: Person, other: Person) -> bool:
    return _short_given(one, other) and shared_role(one.titles, other.titles) > 0


def _junior_left_out(one: Person, other: Person) -> bool:
    """`Bob Casey` and `Bob Casey Jr.` of the same role, never both in one article."""
    return (
        same_given(one.name.given, other.name.given)
        and not _suffixes_agree(one, other)
        and "sr" not in {one.name.suffix, other.name.suffix}
        and _initials_agree(one, other)
        and shared_role(one.titles, other.titles) == 2
        and not len(np.intersect1d(one.articles, other.articles, assume_unique=True))
    )
