"""People whose name is spelled in several ways, named by surname alone, or shared by two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from pipeline.tables.names import PersonName, sound_key
from pipeline.tables.person_clusters import (
    DOMINANCE,
    Occurrence,
    Person,
    full_names,
    genders_agree,
    person_of,
    rank,
)
from pipeline.tables.roles import one_person, shared_role, title_words
from pipeline.tables.word_lists import words

_RARE_GIVEN = 3
"""A given name borne with so many surnames of the corpus at most is evidence by itself."""
_FREQUENT = 5
"""A spelling so many times rarer than another can be a slip of the pen."""
_COMMON_GIVEN = words("common given names")
_COMMON_SURNAME = words("common surnames")


def cluster_people(occurrences: Sequence[Occurrence]) -> list[Person]:
    """People, each with the indices of its occurrences; every index is in one of them."""
    people, surnames = full_names(occurrences)
    people = _join_misspelled(people)
    people += _place_surnames(people, surnames, occurrences)
    return [part for person in people for part in _namesakes(person, occurrences)]


def _join_misspelled(people: list[Person]) -> list[Person]:
    """Join spellings of one name where given name, role or rarity bear it out."""
    surnames_of_given: dict[str, set[str]] = defaultdict(set)
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    order = sorted(people, key=rank)
    for i, person in enumerate(order):
        surnames_of_given[sound_key(person.name.given)].add(sound_key(person.name.surname))
        for key in _spelling_keys(person.name):
            blocks[key].append(i)
    rare = {given for given, keys in surnames_of_given.items() if len(keys) <= _RARE_GIVEN}
    candidates: dict[int, set[int]] = defaultdict(set)
    for members in blocks.values():
        for other in members:
            if other != members[-1]:
                candidates[other].add(members[-1])
            candidates[other].update(m for m in members[:_FREQUENT] if m > other)
    gone: set[int] = set()
    for i in sorted(candidates):
        person = order[i]
        fitting = [
            j
            for j in sorted(candidates[i], reverse=True)
            if _same_misspelled(person, order[j], sound_key(person.name.given) in rare)
        ]
        if len(fitting) == 1:
            order[fitting[0]].absorb(person)
            gone.add(i)
    return [person for i, person in enumerate(order) if i not in gone]


def _spelling_keys(name: PersonName) -> Iterator[tuple[str, str]]:
    """Blocks in which a misspelling of the name meets it."""
    given, surname = sound_key(name.given), name.surname
    yield given, f"~{sound_key(surname)}"
    if len(surname) >= 5:
        yield given, surname
        for i in range(len(surname)):
            yield given, surname[:i] + surname[i + 1 :]
    if len(name.given) >= 4:
        yield surname, name.given
        for i in range(len(name.given)):
            yield surname, name.given[:i] + name.given[i + 1 :]


def _same_misspelled(rarer: Person, other: Person, rare_given: bool) -> bool:
    one, two = rarer.name, other.name
    if one.suffix != two.suffix or not genders_agree(rarer.gender, other.gender):
        return False
    if rarer.initials and other.initials and not rarer.initials & other.initials:
        return False
    role = shared_role(rarer.titles, other.titles)
    if rarer.titles and other.titles and not role:
        return False
    if one.surname == two.surname:
        near = OSA.distance(one.given, two.given) <= 1 or sound_key(one.given) == sound_key(
            two.given
        )
        return near and min(len(one.given), len(two.given)) >= 4 and role == 2
    same_sound = sound_key(one.surname) == sound_key(two.surname)
    letters = OSA.distance(one.surname, two.surname)
    length = min(len(one.surname), len(two.surname))
    if letters > 2 + same_sound or (letters > 1 and not same_sound) or length < 5:
        return False
    if role == 2:
        return True
    slip = len(rarer.articles) * _FREQUENT <= len(other.articles)
    return length >= 7 and rare_given and (same_sound or slip)


def _place_surnames(
    people: Sequence[Person],
    surnames: Iterable[tuple[PersonName, int]],
    occurrences: Sequence[Occurrence],
) -> list[Person]:
    """Add each surname alone to the one person it leaves; the others become people."""
    by_surname: dict[str, list[Person]] = defaultdict(list)
    by_sound: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_surname[person.name.surname].append(person)
        by_sound[sound_key(person.name.surname)].append(person)
    weights = {id(person): len(person.articles) for person in people}
    placed: list[tuple[Person, Person]] = []
    alone: dict[tuple[str, str], list[tuple[PersonName, int]]] = defaultdict(list)
    for name, i in surnames:
        single = person_of(name, [i], occurrences)
        bearers = by_surname.get(name.surname, [])
        target = _bearer(single, bearers, weights)
        if not bearers:
            sounding = by_sound.get(sound_key(name.surname), [])
            if len(sounding) == 1 and _sounds_like(single, sounding[0]):
                target = sounding[0]
        if target:
            placed.append((target, single))
        else:
            role = min((" ".join(sorted(words)) for words in single.titles), default="")
            alone[name.surname, role or f"@{occurrences[i].article}"].append((name, i))
    for target, single in placed:
        single.named_articles = 0
        target.absorb(single)
    left = []
    for (_, role), members in sorted(alone.items()):
        person = person_of(members[0][0], [i for _, i in members], occurrences)
        person.role = role
        left.append(person)
    return left


def _bearer(single: Person, bearers: Sequence[Person], weights: dict[int, int]) -> Person | None:
    """The one person of that surname that the mention can be, if one is left."""
    fitting = [
        person
        for person in bearers
        if genders_agree(single.gender, person.gender)
        and (not single.name.suffix or single.name.suffix == person.name.suffix)
    ]
    if single.titles:
        roles = [shared_role(single.titles, person.titles) for person in fitting]
        best = max(roles, default=0)
        if best:
            fitting = [
                person
                for person, role in zip(fitting, roles, strict=True)
                if role == best or not person.titles
            ]
        else:
            fitting = [p for p in fitting if _roles_agree(single.titles, p.titles, p.name)]
    here = [person for person in fitting if single.articles & person.articles]
    fitting = here or fitting
    fitting.sort(key=lambda p: (-weights[id(p)], rank(p)))
    if not fitting or not (fitting[0].speaks or here):
        return None
    dominant = len(fitting) == 1 or (weights[id(fitting[0])] >= DOMINANCE * weights[id(fitting[1])])
    return fitting[0] if dominant else None


def _sounds_like(single: Person, person: Person) -> bool:
    """`Suleimani` can be Qasem Soleimani: only vowels inside a long name are exchanged."""
    one, other = single.name.surname, person.name.surname
    return (
        min(len(one), len(other)) >= 7
        and abs(len(one) - len(other)) <= 1
        and (one[0], one[-1]) == (other[0], other[-1])
        and OSA.distance(one, other) <= 2
        and genders_agree(single.gender, person.gender)
        and _roles_agree(single.titles, person.titles, person.name)
    )


def _roles_agree(
    one: Iterable[frozenset[str]], other: Iterable[frozenset[str]], name: PersonName
) -> bool:
    others = list(other)
    strict = name.surname in _COMMON_SURNAME
    return not others or any(one_person(a, b, strict) for a in one for b in others)


def _namesakes(person: Person, occurrences: Sequence[Occurrence]) -> list[Person]:
    """Part the people who share a full name, told apart by roles that one person seldom has.

    Occurrences without a title go with the people that dominate, else they stay apart.
    """
    if person.role or not person.titles or len(person.occurrences) < 2:
        return [person]
    strict = person.name.given in _COMMON_GIVEN and person.name.surname in _COMMON_SURNAME
    roles: list[tuple[frozenset[str], list[int]]] = []
    untitled = []
    for i in sorted(person.occurrences, key=lambda i: occurrences[i].article):
        role = frozenset().union(*(title_words(title) for title in occurrences[i].titles))
        if not role:
            untitled.append(i)
            continue
        merged, members = role, [i]
        apart = []
        for other, indices in roles:
            if one_person(role, other, strict):
                merged, members = merged | other, indices + members
            else:
                apart.append((other, indices))
        roles = [*apart, (merged, members)]
    if len(roles) < 2:
        return [person]
    roles.sort(key=lambda role: (-len(role[1]), sorted(role[0])))
    if len(roles[0][1]) >= DOMINANCE * len(roles[1][1]):
        roles[0][1].extend(untitled)
        untitled = []
    parts = []
    for _, indices in roles:
        part = person_of(person.name, indices, occurrences)
        titles = Counter(
            " ".join(sorted(words))
            for i in indices
            for title in occurrences[i].titles
            if (words := title_words(title))
        )
        part.role = min(titles, key=lambda title: (-titles[title], title))
        parts.append(part)
    if untitled:
        parts.append(person_of(person.name, untitled, occurrences))
    return parts
