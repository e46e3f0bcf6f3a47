"""Which names in which articles are one person's, over a whole corpus.

Names are compared only inside a block (the same surname; for misspellings the same given
name and nearly the same letters), so that the work grows with the number of names and not
with its square. Joining wants evidence; where it is missing, two names stay two people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from pipeline.tables.names import PersonName, is_given_name, parse_person, same_given
from pipeline.tables.roles import shared_role, title_words

DOMINANCE = 10
"""So many times the articles of any other bearer, and a name in part is somebody's own."""

_RARE_SURNAME = 3
"""A surname of more people wants a role to join a short given name with the full one."""


@dataclass(slots=True)
class Occurrence:
    """One name in one article, all its mentions together."""

    article: str
    name: str
    titles: set[str] = field(default_factory=set)
    gender: Counter[str] = field(default_factory=Counter)
    speaks: bool = True
    """False for a name that is only spoken of in the article."""


@dataclass(slots=True, eq=False)
class Person:
    """A cluster of occurrences; `name` is its most used full name."""

    name: PersonName
    occurrences: list[int]
    articles: set[str]
    titles: set[frozenset[str]]
    gender: Counter[str]
    initials: set[str]
    """First letters of the middle names it is written with."""
    role: str = ""
    """Set where a namesake exists: what tells this one apart."""
    named_articles: int = 0
    """Articles with the form that `name` is."""
    speaks: bool = True
    """False for people who are only spoken of."""

    def absorb(self, other: Person) -> None:
        """Take over another cluster's occurrences; the name of more articles stays."""
        if _preferred(other, self):
            self.name, self.named_articles = other.name, other.named_articles
        self.occurrences += other.occurrences
        self.articles |= other.articles
        self.titles |= other.titles
        self.gender += other.gender
        self.initials |= other.initials
        self.speaks |= other.speaks


def _preferred(one: Person, other: Person) -> bool:
    """Whether the first person's name is the better one for both."""
    fuller = [
        (len(p.name.given) > 1, p.name.given not in q.name.middle)
        for p, q in ((one, other), (other, one))
    ]
    if fuller[0] != fuller[1]:
        return fuller[0] > fuller[1]
    return (-one.named_articles, one.name.core) < (-other.named_articles, other.name.core)


def full_names(
    occurrences: Sequence[Occurrence],
) -> tuple[list[Person], list[tuple[PersonName, int]]]:
    """People with a full name, joined within a surname, and the surnames left alone.

    Returns: people in a fixed order; (surname, index of its occurrence).
    """
    by_form: dict[PersonName, list[int]] = defaultdict(list)
    surnames = []
    for i, occurrence in enumerate(occurrences):
        name = parse_person(occurrence.name) or PersonName("", (), occurrence.name, "")
        if name.given:
            by_form[name].append(i)
        else:
            surnames.append((name, i))
    blocks: dict[str, list[Person]] = defaultdict(list)
    for form in sorted(by_form, key=_form_key):
        blocks[form.surname].append(person_of(form, by_form[form], occurrences))
    people = []
    for surname in sorted(blocks):
        block = _join_middle_names(blocks[surname])
        short_given = _short_given if len(block) <= _RARE_SURNAME else _short_given_in_role
        for fits in (_middle_name_as_given, short_given, _junior_left_out):
            block = _join_where_one_fits(block, fits)
        people += block
    return people, surnames


def person_of(
    name: PersonName, indices: Iterable[int], occurrences: Sequence[Occurrence]
) -> Person:
    """A cluster of the occurrences at `indices`."""
    initials = {name.middle[0][0]} if name.middle else set()
    person = Person(name, list(indices), set(), set(), Counter(), initials)
    for i in person.occurrences:
        person.articles.add(occurrences[i].article)
        person.titles |= {words for t in occurrences[i].titles if (words := title_words(t))}
        person.gender += occurrences[i].gender
    person.named_articles = len(person.articles)
    person.speaks = any(occurrences[i].speaks for i in person.occurrences)
    return person


def genders_agree(one: Counter[str], other: Counter[str]) -> bool:
    """Whether the pronouns and honorifics of two clusters speak of one gender, or of none."""
    first, second = _gender(one), _gender(other)
    return not first or not second or first == second


def _gender(hints: Counter[str]) -> str:
    female, male = hints["f"], hints["m"]
    if female > 3 * male:
        return "f"
    return "m" if male > 3 * female else ""


def rank(person: Person) -> tuple[int, tuple[str, str, tuple[str, ...], str]]:
    """Sorts from the rarest to the most frequent, alphabetically among equals."""
    return len(person.articles), _form_key(person.name)


def _form_key(name: PersonName) -> tuple[str, str, tuple[str, ...], str]:
    return name.surname, name.given, name.middle, name.suffix


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
    people = sorted(block, key=rank, reverse=True)
    fitting: list[set[int]] = [set() for _ in people]
    for i, j in combinations(range(len(people)), 2):
        one, other = people[i], people[j]
        if (fits(one, other) or fits(other, one)) and genders_agree(one.gender, other.gender):
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
        and (not one.titles or not other.titles or shared_role(one.titles, other.titles) > 0)
    )


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
        and not one.articles & other.articles
    )
