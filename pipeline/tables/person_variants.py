"""People whose name is spelled in several ways, named by surname alone, or shared by two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import OSA

from pipeline.annotate.names import given_name_gender, is_of_either_gender
from pipeline.tables.codes import distinct, stretches
from pipeline.tables.names import PersonName, sound_key
from pipeline.tables.occurrences import Indices, Occurrences
from pipeline.tables.person_clusters import (
    DOMINANCE,
    Person,
    full_names,
    genders_agree,
    people_by,
    person_of,
    rank,
)
from pipeline.tables.roles import one_person, shared_role
from pipeline.tables.spelling_blocks import spelled_alike
from pipeline.tables.word_lists import words

_RARE_GIVEN = 3
"""A given name borne with so many surnames of the corpus at most is evidence by itself."""
_FREQUENT = 5
"""A spelling so many times rarer than another can be a slip of the pen."""
_COMMON_GIVEN = words("common given names")
_COMMON_SURNAME = words("common surnames")


def cluster_people(occurrences: Occurrences) -> list[Person]:
    """People, each with its occurrences; every occurrence is one of somebody's."""
    people, forms, surnames = full_names(occurrences)
    people = _join_misspelled(people)
    people += _place_surnames(people, forms, surnames, occurrences)
    return [
        part
        for person in people
        for part in (_namesakes(person, occurrences) if person.titles else (person,))
    ]


def _join_misspelled(people: list[Person]) -> list[Person]:
    """Join spellings of one name where given name, role or rarity bear it out."""
    order = sorted(people, key=rank)
    given = [sound_key(person.name.given) for person in order]
    surname = [sound_key(person.name.surname) for person in order]
    bearers = Counter(sound for sound, _ in set(zip(given, surname, strict=True)))
    candidates: dict[int, set[int]] = defaultdict(set)
    for members in spelled_alike([person.name for person in order], given, surname):
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
            if _same_misspelled(person, order[j], bearers[given[i]] <= _RARE_GIVEN)
        ]
        if len(fitting) == 1:
            order[fitting[0]].absorb(person)
            gone.add(i)
    return [person for i, person in enumerate(order) if i not in gone]


def _same_misspelled(rarer: Person, other: Person, rare_given: bool) -> bool:
    one, two = rarer.name, other.name
    if one.suffix != two.suffix or not genders_agree(rarer, other):
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


_OPPOSITE = {"f": "m", "m": "f"}


class _Single(NamedTuple):
    """What is known of a surname alone; many occurrences share it."""

    name: PersonName
    titles: frozenset[frozenset[str]]
    gender: str


class _Bearers:
    """The people of one surname."""

    def __init__(
        self, people: list[Person], occurrences: Occurrences, singles: Sequence[tuple[int, _Single]]
    ) -> None:
        """singles: the occurrences of the surname alone, in order."""
        self.people = people
        self.weight = {id(person): len(person.articles) for person in people}
        self._here: dict[int, list[Person]] = defaultdict(list)
        # Occurrences are in the order of their articles, so each article's come together.
        articles = occurrences.article[[i for i, _ in singles] if people else []]
        articles = articles[np.diff(articles, prepend=-1) > 0]
        for person in people:
            places = np.searchsorted(person.articles, articles)
            places[places == len(person.articles)] = 0
            for article in articles[person.articles[places] == articles].tolist():
                self._here[article].append(person)
        self._fitting: dict[_Single, list[Person]] = {}
        self._anywhere: dict[_Single, Person | None] = {}

    def bearer(self, single: _Single, article: int) -> Person | None:
        """The one person of the surname that the mention can be, if one is left."""
        if single not in self._fitting:
            self._fitting[single] = _fitting(single, self.people)
        if article in self._here:
            in_article = self._here[article]
            here = [person for person in self._fitting[single] if person in in_article]
            if here:
                return self._the_one(here)
        if single not in self._anywhere:
            one = self._the_one(self._fitting[single])
            self._anywhere[single] = one if one and one.speaks else None
        return self._anywhere[single]

    def _the_one(self, people: list[Person]) -> Person | None:
        ranked = sorted(people, key=lambda p: (-self.weight[id(p)], rank(p)))
        if not ranked:
            return None
        weights = [self.weight[id(person)] for person in ranked[:2]]
        if len(ranked) == 1 or weights[0] >= DOMINANCE * weights[1]:
            return ranked[0]
        return None


def _likely_gender(person: Person) -> str:
    """The gender that mentions tell, else the given name, if hardly any other bears it."""
    given = person.name.given
    return person.gender or ("" if is_of_either_gender(given) else given_name_gender(given))


def _fitting(single: _Single, people: Sequence[Person]) -> list[Person]:
    fitting = [
        person
        for person in people
        if not (single.gender and single.gender == _OPPOSITE.get(_likely_gender(person)))
        and (not single.name.suffix or single.name.suffix == person.name.suffix)
    ]
    if not single.titles:
        return fitting
    roles = [shared_role(single.titles, person.titles) for person in fitting]
    best = max(roles, default=0)
    if best:
        return [
            person
            for person, role in zip(fitting, roles, strict=True)
            if role == best or not person.titles
        ]
    return [p for p in fitting if _roles_agree(single.titles, p.titles, p.name)]


def _place_surnames(
    people: Sequence[Person],
    forms: Sequence[PersonName],
    surnames: Indices,
    occurrences: Occurrences,
) -> list[Person]:
    """Add each surname alone to the one person it leaves; the others become people."""
    by_surname: dict[str, list[Person]] = defaultdict(list)
    by_sound: dict[str, list[Person]] = defaultdict(list)
    alone_of = {forms[form].surname for form in distinct(surnames[:, 1]).tolist()}
    sounds = {sound_key(surname) for surname in alone_of}
    for person in people:
        if person.name.surname in alone_of:
            by_surname[person.name.surname].append(person)
        sound = sound_key(person.name.surname)
        if sound in sounds:
            by_sound[sound].append(person)
    placed: dict[int, tuple[Person, list[int], set[frozenset[str]]]] = {}
    # Sorted in the end: what names the group, the form of the name and its occurrences.
    alone: dict[tuple[str, str], tuple[PersonName, list[int]]] = {}
    for surname, singles in _by_surname(forms, surnames, occurrences):
        bearers = _Bearers(by_surname.get(surname, []), occurrences, singles)
        sounding = [] if bearers.people else by_sound.get(sound_key(surname), [])
        for i, single in singles:
            article = int(occurrences.article[i])
            target = bearers.bearer(single, article)
            if len(sounding) == 1 and _sounds_like(single, sounding[0]):
                target = sounding[0]
            if target:
                _, indices, titles = placed.setdefault(id(target), (target, [], set()))
                indices.append(i)
                titles |= single.titles
                continue
            role = min((" ".join(sorted(words)) for words in single.titles), default="")
            key = surname, role or f"@{occurrences.article_ids[article]}"
            alone.setdefault(key, (single.name, []))[1].append(i)
    for target, indices, titles in placed.values():
        target.occurrences.append(np.array(indices))
        target.titles |= titles
        target.speaks |= bool(occurrences.speaks[indices].any())
    return _left_alone(alone, occurrences)


def _left_alone(
    alone: Mapping[tuple[str, str], tuple[PersonName, list[int]]], occurrences: Occurrences
) -> list[Person]:
    """People of surnames that are nobody's in particular, by surname and role."""
    left = sorted(alone.items())
    if not left:
        return []
    indices = np.array([i for _, (_, members) in left for i in members])
    group = np.repeat(np.arange(len(left)), [len(members) for _, (_, members) in left])
    in_order = np.argsort(indices)
    few = occurrences.take(indices[in_order])
    names = [name for _, (name, _) in left]
    found = list(people_by(group[in_order], names, few, np.ones(len(left), bool)))
    for person, ((_, role), _) in zip(found, left, strict=True):
        person.occurrences = [indices[in_order][part] for part in person.occurrences]
        person.role = role
    return found


def _by_surname(
    forms: Sequence[PersonName], surnames: Indices, occurrences: Occurrences
) -> Iterator[tuple[str, list[tuple[int, _Single]]]]:
    """The occurrences of each surname alone, in order."""
    number: dict[str, int] = {}
    of_form = np.array([number.setdefault(name.surname, len(number)) for name in forms], np.int64)
    index, form = surnames[:, 0], surnames[:, 1]
    group = of_form[form] if len(form) else form
    in_order = np.argsort(group, kind="stable")
    index, form, group = index[in_order], form[in_order], group[in_order]
    first, last = (bounds.tolist() for bounds in occurrences.title_bounds(index))
    title = occurrences.title.tolist() if len(index) else []
    female, male = occurrences.female[index].tolist(), occurrences.male[index].tolist()
    known: dict[tuple[int, tuple[int, ...], str], _Single] = {}
    indices, form_of = index.tolist(), form.tolist()
    for start, end in stretches(group):
        singles = []
        for place in range(start, end):
            codes = tuple(title[first[place] : last[place]])
            gender = _gender(female[place], male[place])
            key = form_of[place], codes, gender
            if key not in known:
                known[key] = _Single(
                    forms[form_of[place]],
                    frozenset(w for code in codes if (w := occurrences.title_words[code])),
                    gender,
                )
            singles.append((indices[place], known[key]))
        known.clear()
        yield forms[form_of[start]].surname, singles


def _gender(female: int, male: int) -> str:
    if female > 3 * male:
        return "f"
    return "m" if male > 3 * female else ""


def _sounds_like(single: _Single, person: Person) -> bool:
    """`Suleimani` can be Qasem Soleimani: only vowels inside a long name are exchanged."""
    one, other = single.name.surname, person.name.surname
    return (
        min(len(one), len(other)) >= 7
        and abs(len(one) - len(other)) <= 1
        and (one[0], one[-1]) == (other[0], other[-1])
        and OSA.distance(one, other) <= 2
        and not (single.gender and person.gender and single.gender != person.gender)
        and _roles_agree(single.titles, person.titles, person.name)
    )


def _roles_agree(
    one: Iterable[frozenset[str]], other: Iterable[frozenset[str]], name: PersonName
) -> bool:
    others = list(other)
    strict = name.surname in _COMMON_SURNAME
    return not others or any(one_person(a, b, strict) for a in one for b in others)


@dataclass(slots=True)
class _Role:
    """Occurrences whose titles can all be one person's."""

    words: frozenset[str]
    indices: list[int]


def _namesakes(person: Person, occurrences: Occurrences) -> list[Person]:
    """Part the people who share a full name, told apart by roles that one person seldom has.

    Occurrences without a title go with the people that dominate, else they stay apart.
    """
    if person.role or sum(map(len, person.occurrences)) < 2:
        return [person]
    indices = person.indices
    roles, untitled = _roles(person, indices, occurrences)
    if len(roles) < 2:
        return [person]
    roles.sort(key=lambda role: (-len(role.indices), sorted(role.words)))
    if len(roles[0].indices) >= DOMINANCE * len(roles[1].indices):
        roles[0].indices.extend(untitled)
        untitled = []
    parts = []
    for role in roles:
        members = np.sort(np.array(role.indices))
        part = person_of(person.name, members, occurrences)
        codes = occurrences.take(members).title.tolist()
        titles = Counter(
            " ".join(sorted(words)) for code in codes if (words := occurrences.title_words[code])
        )
        part.role = min(titles, key=lambda title: (-titles[title], title))
        parts.append(part)
    if untitled:
        parts.append(person_of(person.name, np.array(untitled), occurrences))
    return parts


def _roles(
    person: Person, indices: Indices, occurrences: Occurrences
) -> tuple[list[_Role], list[int]]:
    """The person's occurrences by roles that do not go together, and those without one."""
    strict = person.name.given in _COMMON_GIVEN and person.name.surname in _COMMON_SURNAME
    first, last = (bounds.tolist() for bounds in occurrences.title_bounds(indices))
    roles: list[_Role] = []
    untitled: list[int] = []
    # Where titles came before, and no role has changed since, they need no second look.
    settled: dict[tuple[int, ...], _Role | None] = {}
    for i, start, end in zip(indices.tolist(), first, last, strict=True):
        codes = tuple(occurrences.title[start:end].tolist()) if start < end else ()
        if codes in settled:
            known = settled[codes]
            (untitled if known is None else known.indices).append(i)
            continue
        words: frozenset[str] = frozenset().union(*(occurrences.title_words[c] for c in codes))
        if not words:
            settled[codes] = None
            untitled.append(i)
            continue
        joined, apart = _Role(words, [i]), []
        for role in roles:
            if one_person(words, role.words, strict):
                joined = _Role(joined.words | role.words, role.indices + joined.indices)
            else:
                apart.append(role)
        roles = [*apart, joined]
        settled = {key: role for key, role in settled.items() if role is None}
        settled[codes] = joined
    return roles, untitled
