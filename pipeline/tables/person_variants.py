"""People whose name is spelled in several ways, named by surname alone, or shared by two."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA

from pipeline.annotate.text.names import PersonName, given_name_gender, is_of_either_gender
from pipeline.tables.codes import Codes, distinct, stretches
from pipeline.tables.names import sound_key
from pipeline.tables.occurrences import Indices, Occurrences
from pipeline.tables.person_clusters import (
    COMMON_SURNAMES,
    DOMINANCE,
    full_names,
    genders_agree,
    rank,
)
from pipeline.tables.persons import Grouped, People, Person, person_of
from pipeline.tables.roles import one_person, shared_role
from pipeline.tables.spelling_blocks import spelled_alike
from pipeline.tables.word_lists import words

_RARE_GIVEN = 3
"""A given name borne with so many surnames of the corpus at most is evidence by itself."""
_LONG_GIVEN = 7
"""Letters of a given name that two people of one surname and role do not nearly share."""
_FREQUENT = 5
"""A spelling so many times rarer than another can be a slip of the pen."""
_KEPT = 1 << 14
"""People that are kept while misspellings are compared with them."""
_COMMON_GIVEN = words("common given names")


def cluster_people(occurrences: Occurrences) -> Iterator[Person]:
    """People, each with its occurrences; every occurrence is one of somebody's."""
    people, surnames = full_names(occurrences)
    people = _join_misspelled(people)
    placed, alone = _place_surnames(people, surnames, occurrences)
    for number, person in enumerate(people):
        if number in placed:
            _add_surnames(person, placed[number], occurrences)
        yield from _namesakes(person, occurrences) if person.titles else (person,)
    yield from alone


def _join_misspelled(people: People) -> People:
    """Join spellings of one name where given name, role or rarity bear it out.

    Returns people from the rarest to the most frequent, alphabetically among equals.
    """
    names = [people.forms.names[form] for form in people.name_forms().tolist()]
    alphabet = np.empty(len(names), np.int32)
    alphabet[sorted(range(len(names)), key=names.__getitem__)] = np.arange(len(names))
    order = np.lexsort((alphabet, people.article_counts())).tolist()
    in_order = [names[number] for number in order]
    given = [intern(sound_key(name.given)) for name in in_order]
    surname = [intern(sound_key(name.family)) for name in in_order]
    bearers = _surnames_of_each(given, surname)
    kept = lru_cache(_KEPT)(lambda i: people[order[i]])
    joined: dict[int, Person] = {}
    gone: set[int] = set()
    pairs = _candidates(spelled_alike(in_order, given, surname))
    for start, end in stretches(pairs >> 32):
        i = int(pairs[start] >> 32)
        person = joined.get(i) or kept(i)
        fitting = [
            j
            for j in (pairs[start:end][::-1] & 0xFFFFFFFF).tolist()
            if _same_misspelled(person, joined.get(j) or kept(j), bearers[given[i]] <= _RARE_GIVEN)
        ]
        if len(fitting) == 1:
            target = fitting[0]
            joined.setdefault(target, people[order[target]]).absorb(person)
            gone.add(i)
    left = People(people.forms)
    for i, number in enumerate(order):
        if i not in gone:
            left.append(joined[i].forms if i in joined else people.forms_of(number))
    return left


def _surnames_of_each(given: Sequence[str], surname: Sequence[str]) -> dict[str, int]:
    """How many surnames are borne with each given name."""
    of_given, of_surname = Codes(), Codes()
    pairs = np.array(
        [
            of_given(name) << 32 | of_surname(other)
            for name, other in zip(given, surname, strict=True)
        ],
        np.int64,
    )
    counts = np.bincount(distinct(pairs) >> 32, minlength=len(of_given.values))
    return dict(zip(of_given.values, counts.tolist(), strict=True))


def _candidates(blocks: Iterable[Sequence[int]]) -> npt.NDArray[np.int64]:
    """Pairs of a name and a more frequent one of its block, rarer << 32 | other, sorted.

    Each meets the most frequent one, and the few rarest ones all others.
    """
    pairs = array("q")
    for members in blocks:
        most = members[-1]
        for other in members:
            if other != most:
                pairs.append(other << 32 | most)
            pairs.extend(other << 32 | m for m in members[:_FREQUENT] if m > other)
    return distinct(np.asarray(pairs, np.int64))


def _same_misspelled(rarer: Person, other: Person, rare_given: bool) -> bool:
    one, two = rarer.name, other.name
    if one.suffix != two.suffix or not genders_agree(rarer, other):
        return False
    if not _given_spelled_alike(one.given, two.given):
        return False
    if rarer.initials and other.initials and not rarer.initials & other.initials:
        return False
    role = shared_role(rarer.titles, other.titles)
    if rarer.titles and other.titles and not role:
        return False
    if one.family == two.family:
        near = OSA.distance(one.given, two.given) <= 1 or sound_key(one.given) == sound_key(
            two.given
        )
        letters = min(len(one.given), len(two.given))
        # A long name that sounds the same is spelled by two alphabets: "Olexandr", "Oleksandr".
        return near and letters >= 4 and (role == 2 or (role > 0 and letters >= _LONG_GIVEN))
    same_sound = sound_key(one.family) == sound_key(two.family)
    letters = OSA.distance(one.family, two.family)
    length = min(len(one.family), len(two.family))
    if letters > 2 + same_sound or (letters > 1 and not same_sound) or length < 5:
        return False
    if role == 2:
        return True
    if letters > 2 or length < 7 or not rare_given or one.given in _COMMON_GIVEN:
        return False
    return same_sound or len(rarer.articles) * _FREQUENT <= len(other.articles)


def _given_spelled_alike(one: str, other: str) -> bool:
    """Whether given names can be one in two spellings: without vowels Tom sounds like Tammy.

    >>> _given_spelled_alike("qasem", "qassem")
    True
    >>> _given_spelled_alike("maria", "mario")
    False
    """
    if {given_name_gender(one), given_name_gender(other)} == {"f", "m"}:
        return False
    letters = min(len(one), len(other))
    return OSA.distance(one, other) <= (0 if letters < 4 else (letters + 1) // 3)


_OPPOSITE = {"f": "m", "m": "f"}


class _Single(NamedTuple):
    """What is known of a surname alone; many occurrences share it."""

    name: PersonName
    titles: frozenset[frozenset[str]]
    gender: str


class _Bearers:
    """The people of one surname, by their numbers."""

    def __init__(
        self,
        people: Mapping[int, Person],
        occurrences: Occurrences,
        singles: Sequence[tuple[int, _Single]],
    ) -> None:
        """singles: the occurrences of the surname alone, in order."""
        self._people = people
        self._here: dict[int, set[int]] = defaultdict(set)
        # Occurrences are in the order of their articles, so each article's come together.
        articles = occurrences.article[[i for i, _ in singles] if people else []]
        articles = articles[np.diff(articles, prepend=-1) > 0]
        for number, person in people.items():
            places = np.searchsorted(person.articles, articles)
            places[places == len(person.articles)] = 0
            for article in articles[person.articles[places] == articles].tolist():
                self._here[article].add(number)
        self._fitting: dict[_Single, list[int]] = {}
        self._anywhere: dict[_Single, int | None] = {}

    def bearer(self, single: _Single, article: int) -> int | None:
        """The one person of the surname that the mention can be, if one is left."""
        if single not in self._fitting:
            self._fitting[single] = _fitting(single, self._people)
        if article in self._here:
            in_article = self._here[article]
            here = [number for number in self._fitting[single] if number in in_article]
            if here:
                return self._the_one(here)
        if single not in self._anywhere:
            one = self._the_one(self._fitting[single])
            speaks = one is not None and self._people[one].speaks
            self._anywhere[single] = one if speaks else None
        return self._anywhere[single]

    def _the_one(self, numbers: Sequence[int]) -> int | None:
        people = self._people
        weight = {number: len(people[number].articles) for number in numbers}
        ranked = sorted(numbers, key=lambda n: (-weight[n], rank(people[n])))
        if not ranked:
            return None
        if len(ranked) == 1 or weight[ranked[0]] >= DOMINANCE * weight[ranked[1]]:
            return ranked[0]
        return None


def _likely_gender(person: Person) -> str:
    """The gender that mentions tell, else the given name, if hardly any other bears it."""
    given = person.name.given
    return person.gender or ("" if is_of_either_gender(given) else given_name_gender(given))


def _fitting(single: _Single, people: Mapping[int, Person]) -> list[int]:
    fitting = [
        (number, person)
        for number, person in people.items()
        if not (single.gender and single.gender == _OPPOSITE.get(_likely_gender(person)))
        and (not single.name.suffix or single.name.suffix == person.name.suffix)
    ]
    if not single.titles:
        return [number for number, _ in fitting]
    roles = [shared_role(single.titles, person.titles) for _, person in fitting]
    best = max(roles, default=0)
    if best:
        return [
            number
            for (number, person), role in zip(fitting, roles, strict=True)
            if role == best or not person.titles
        ]
    return [n for n, p in fitting if _roles_agree(single.titles, p.titles, p.name)]


@dataclass(slots=True)
class _Surnames:
    """Occurrences of a surname alone that are somebody's."""

    indices: list[int]
    titles: set[frozenset[str]]


def _add_surnames(person: Person, placed: _Surnames, occurrences: Occurrences) -> None:
    indices = np.array(placed.indices)
    person.occurrences.append(indices)
    person.titles |= placed.titles
    person.speaks |= bool(occurrences.speaks[indices].any())


def _place_surnames(
    people: People, surnames: Indices, occurrences: Occurrences
) -> tuple[dict[int, _Surnames], list[Person]]:
    """Give each surname alone to the one person it leaves; the others become people.

    Returns: what is somebody's, by the number of the person; and the others.
    """
    names = people.forms.names
    by_surname: dict[str, list[int]] = defaultdict(list)
    by_sound: dict[str, list[int]] = defaultdict(list)
    alone_of = {names[form].family for form in distinct(surnames[:, 1]).tolist()}
    sounds = {sound_key(surname) for surname in alone_of}
    for number, form in enumerate(people.name_forms().tolist()):
        surname = names[form].family
        if surname in alone_of:
            by_surname[surname].append(number)
        sound = sound_key(surname)
        if sound in sounds:
            by_sound[sound].append(number)
    placed: dict[int, _Surnames] = {}
    # Sorted in the end: what names the group, the form of the name and its occurrences.
    alone: dict[tuple[str, str], tuple[PersonName, list[int]]] = {}
    for surname, singles in _by_surname(names, surnames, occurrences):
        of_surname = {number: people[number] for number in by_surname.get(surname, ())}
        bearers = _Bearers(of_surname, occurrences, singles)
        sounding = [] if of_surname else by_sound.get(sound_key(surname), [])
        one_sounding = people[sounding[0]] if len(sounding) == 1 else None
        for i, single in singles:
            article = int(occurrences.article[i])
            target = bearers.bearer(single, article)
            if one_sounding and _sounds_like(single, one_sounding):
                target = sounding[0]
            if target is not None:
                of_target = placed.setdefault(target, _Surnames([], set()))
                of_target.indices.append(i)
                of_target.titles |= single.titles
                continue
            role = min((" ".join(sorted(words)) for words in single.titles), default="")
            key = surname, role or f"@{occurrences.article_ids[article]}"
            alone.setdefault(key, (single.name, []))[1].append(i)
    return placed, _left_alone(alone, occurrences)


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
    indices, group = indices[in_order], group[in_order]
    names = [name for _, (name, _) in left]
    grouped = Grouped(group, names, occurrences.take(indices))
    found = []
    for number, ((_, role), _) in enumerate(left):
        person = grouped.person([number])
        person.occurrences = [indices[part] for part in person.occurrences]
        person.role = role
        found.append(person)
    return found


def _by_surname(
    forms: Sequence[PersonName], surnames: Indices, occurrences: Occurrences
) -> Iterator[tuple[str, list[tuple[int, _Single]]]]:
    """The occurrences of each surname alone, in order."""
    number: dict[str, int] = {}
    of_form = np.array([number.setdefault(name.family, len(number)) for name in forms], np.int64)
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
        yield forms[form_of[start]].family, singles


def _gender(female: int, male: int) -> str:
    if female > 3 * male:
        return "f"
    return "m" if male > 3 * female else ""


def _sounds_like(single: _Single, person: Person) -> bool:
    """`Suleimani` can be Qasem Soleimani: only vowels inside a long name are exchanged.

    A common name is spelled as it is: a Johnson is no Johansen.
    """
    one, other = single.name.family, person.name.family
    return (
        min(len(one), len(other)) >= 7
        and one not in COMMON_SURNAMES
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
    strict = name.family in COMMON_SURNAMES
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
    strict = person.name.given in _COMMON_GIVEN and person.name.family in COMMON_SURNAMES
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
