"""Somebody of a corpus: a cluster of occurrences of names, made when it is looked at.

A corpus has a hundred thousand people and more; what is kept of each are numbers, and a
`Person` is made of them for as long as its surname, or a misspelling of it, is dealt with.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.annotate.text.names import PersonName
from pipeline.tables.codes import distinct
from pipeline.tables.names import core_of
from pipeline.tables.occurrences import Indices, Occurrences


@dataclass(slots=True, eq=False)
class Person:
    """A cluster of occurrences; `name` is its most used full name."""

    name: PersonName
    occurrences: list[Indices]
    articles: Indices
    """In rising order, each once."""
    titles: frozenset[frozenset[str]]
    female: int
    male: int
    """Mentions whose own words tell the gender."""
    initials: frozenset[str]
    """First letters of the middle names it is written with."""
    role: str = ""
    """Set where a namesake exists: what tells this one apart."""
    named_articles: int = 0
    """Articles with the form that `name` is."""
    named_mentions: int = 0
    """Mentions by that form."""
    speaks: bool = True
    """False for people who are only spoken of."""
    forms: tuple[int, ...] = ()
    """Numbers of the forms of its name, that of `name` first."""

    def absorb(self, other: Person) -> None:
        """Take over another cluster's occurrences; the name of more articles stays."""
        if _preferred(other, self):
            self.name, self.forms = other.name, other.forms + self.forms
            self.named_articles, self.named_mentions = other.named_articles, other.named_mentions
        else:
            self.forms += other.forms
        self.add(other)

    def add(self, other: Person) -> None:
        """Take over another cluster's occurrences, but not its name."""
        self.occurrences += other.occurrences
        self.articles = distinct(np.concatenate([self.articles, other.articles]))
        self.titles |= other.titles
        self.female += other.female
        self.male += other.male
        self.initials |= other.initials
        self.speaks |= other.speaks

    @property
    def indices(self) -> Indices:
        """All its occurrences, in order."""
        if len(self.occurrences) > 1:
            self.occurrences = [np.sort(np.concatenate(self.occurrences))]
        return self.occurrences[0]

    @property
    def gender(self) -> str:
        """`f` or `m` where the mentions clearly say so, else empty."""
        if self.female > 3 * self.male:
            return "f"
        return "m" if self.male > 3 * self.female else ""


def _preferred(one: Person, other: Person) -> bool:
    """Whether the first person's name is the better one for both."""
    fuller = [
        (_is_called(p.name), p.name.given not in q.name.middle)
        for p, q in ((one, other), (other, one))
    ]
    if fuller[0] != fuller[1]:
        return fuller[0] > fuller[1]
    ranked = [(-p.named_articles, -p.named_mentions, core_of(p.name)) for p in (one, other)]
    return ranked[0] < ranked[1]


def _is_called(name: PersonName) -> bool:
    """Whether somebody may be called so: `Mark Esper`, `J. D. Vance`, but not `M. Esper`."""
    return len(name.given) > 1 or [len(word) for word in name.middle] == [1]


class Grouped:
    """Occurrences in groups: those of one form of a name, for instance."""

    def __init__(
        self, group: Indices, names: Sequence[PersonName], occurrences: Occurrences
    ) -> None:
        """group: number of each occurrence's group; names: of each group."""
        self.names = names
        self._title_words = occurrences.title_words
        counts = len(names) + 1
        order = np.argsort(group, kind="stable").astype(np.int32)
        in_order = group[order]
        bounds = np.searchsorted(in_order, np.arange(counts))
        # Occurrences are in order of articles, so those of a group are as well.
        article = occurrences.article[order]
        is_first = np.ones(len(order), bool)
        is_first[1:] = (article[1:] != article[:-1]) | (in_order[1:] != in_order[:-1])
        self._order, self._bounds = order, bounds
        self._articles = article[is_first]
        self._article_bounds = np.concatenate([[0], np.cumsum(is_first)])[bounds]
        titles = distinct(group[occurrences.titled].astype(np.int64) << 32 | occurrences.title)
        self._title_bounds = np.searchsorted(titles, np.arange(counts) << 32)
        self._titles = (titles & 0xFFFFFFFF).astype(np.int32)
        self._sums = np.stack(
            [
                np.diff(np.concatenate([[0], np.cumsum(column[order])])[bounds])
                for column in (
                    occurrences.female,
                    occurrences.male,
                    occurrences.mentions,
                    occurrences.speaks,
                )
            ],
            axis=1,
        ).astype(np.int32)

    def article_counts(self) -> Indices:
        """Articles of each group. *Shape:* (groups,)"""
        return np.diff(self._article_bounds)

    def person(self, groups: Sequence[int]) -> Person:
        """A cluster of the occurrences of some groups; its name is that of the first."""
        first, *others = groups
        person = self._of_group(first)
        for group in others:
            person.add(self._of_group(group))
        person.forms = tuple(groups)
        return person

    def _of_group(self, group: int) -> Person:
        name = self.names[group]
        articles = _part(self._articles, self._article_bounds, group)
        codes = _part(self._titles, self._title_bounds, group).tolist()
        female, male, mentions, speaks = self._sums[group].tolist()
        return Person(
            name,
            [_part(self._order, self._bounds, group)],
            articles,
            frozenset(words for code in codes if (words := self._title_words[code])),
            female,
            male,
            frozenset(name.middle[0][0] if name.middle else ""),
            named_articles=len(articles),
            named_mentions=mentions,
            speaks=speaks > 0,
        )


def _part(values: Indices, bounds: Indices, group: int) -> Indices:
    return values[bounds[group] : bounds[group + 1]]


def person_of(name: PersonName, indices: Indices, occurrences: Occurrences) -> Person:
    """A cluster of the occurrences at `indices`."""
    few = occurrences.take(indices)
    person = Grouped(np.zeros(len(indices), np.int64), [name], few).person([0])
    person.occurrences = [indices]
    return person


class People:
    """People as the forms of names that are theirs, by number."""

    def __init__(self, forms: Grouped) -> None:
        """forms: occurrences by forms of names."""
        self.forms = forms
        self._members = array("i")
        self._ends = array("i", [0])

    def append(self, forms: Iterable[int]) -> None:
        """Add somebody; the form that names the person comes first."""
        self._members.extend(forms)
        self._ends.append(len(self._members))

    def forms_of(self, number: int) -> Sequence[int]:
        return self._members[self._ends[number] : self._ends[number + 1]]

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> Person:
        return self.forms.person(self.forms_of(number))

    def __iter__(self) -> Iterator[Person]:
        return (self[number] for number in range(len(self)))

    def name_forms(self) -> Indices:
        """The form that names each. *Shape:* (people,)"""
        return np.asarray(self._members, np.int32)[np.asarray(self._ends, np.int32)[:-1]]

    def article_counts(self) -> Indices:
        """Articles of each. *Shape:* (people,)"""
        counts = self.forms.article_counts()[self.name_forms()]
        for number in np.flatnonzero(np.diff(np.asarray(self._ends)) > 1).tolist():
            counts[number] = len(self[number].articles)
        return counts
