"""Which statements are the same one: candidates verified by aligning their words.

A partial quotation belongs to the fuller one that contains it; short common phrases are
not the same statement, and different speakers share one for long wording only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from pipeline.tables.codes import distinct
from pipeline.tables.statement_columns import NO_DAY, NOBODY, Statements
from pipeline.tables.statement_match import CONTAINED, Match, align, same, same_of_others
from pipeline.tables.statement_pairs import Flags, Indices, RunIndex, Views
from pipeline.tables.statement_words import scramble
from pipeline.tables.word_numbers import StoredWords, Words, offsets_of

_SAME_OCCASION = 7
"""A few quoted words are the same statement only when reported within so many days."""
_LOOKED_AT = 20
"""Of identical statements, the dates of so many are looked at."""
_COMMON_TO = 3
"""A short phrase in the mouths of so many speakers is anybody's."""
_PAIRS_AT_ONCE = 1 << 14
_KEPT = 1 << 14
"""Texts whose words are kept as lists, and speakers: many pairs have one in common."""

Groups = list[list[int]]


class Speakers(Protocol):
    """Each of joint speakers, by the numbers that statements have."""

    def __getitem__(self, number: int, /) -> frozenset[str]: ...


def group_statements(statements: Statements, speakers: Speakers, folder: Path) -> Groups:
    """The statements of each group, in order; the groups ordered by their first one.

    folder: for what does not fit in memory; what an earlier try left there does not count.
    """
    versions = _Versions.of(statements)
    texts = _Texts.of(statements, versions)
    index = RunIndex(texts.views, folder)
    for of_block, words in texts.words():
        index.note(of_block, words)
    for of_block, words in texts.words():
        index.add(of_block, words)
    edges = _verified(index.pairs(CONTAINED), statements, speakers, versions, texts)
    for version in _repeated(statements, versions, texts):
        edges.setdefault(version, {})
    return _gather(edges, statements, versions)


@dataclass(frozen=True, slots=True)
class _Versions:
    """Statements of the same words by the same speaker are one version, aligned only once."""

    first: Indices
    """The first statement of each, which stands for it; in rising order."""
    statements: Indices
    """Those of one version after those of another, in order."""
    offsets: Indices

    @classmethod
    def of(cls, statements: Statements) -> _Versions:
        unknown = statements.speaker == NOBODY
        who = np.where(unknown, statements.article, statements.speaker).astype(np.uint64)
        worded = np.flatnonzero(statements.words.lengths > 0)
        keys = statements.key ^ scramble(who << np.uint64(1) | unknown)
        _, first, version = np.unique(keys[worded], return_index=True, return_inverse=True)
        in_order = np.argsort(first)
        number = np.empty(len(first), np.int64)
        number[in_order] = np.arange(len(first))
        version = number[version]
        grouped = worded[np.argsort(version, kind="stable")]
        return cls(worded[first[in_order]], grouped, offsets_of(np.bincount(version)))

    def __len__(self) -> int:
        return len(self.first)

    def __getitem__(self, version: int) -> list[int]:
        start, end = self.offsets[version : version + 2]
        found: list[int] = self.statements[start:end].tolist()
        return found


@dataclass(frozen=True, slots=True)
class _Texts:
    """What is aligned: each version as a whole, and what of it is in quotation marks.

    The arrays have one item a text, those of a version one after another.
    """

    views: Views
    version: npt.NDArray[np.int32]
    quoted: Flags
    """Whether all of it is in quotation marks."""
    name: Flags
    """Whether it is rather a title or slogan."""
    sources: tuple[tuple[StoredWords, Indices, Indices], ...]
    """Where words are: which of the stored ones, in rising order, and whose they are."""

    @classmethod
    def of(cls, statements: Statements, versions: _Versions) -> _Texts:
        parts = np.flatnonzero(np.isin(statements.quoted, versions.first, assume_unique=True))
        version_of_part = np.searchsorted(versions.first, statements.quoted[parts])
        texts = np.ones(len(versions), np.int64)
        texts[version_of_part] = 2
        whole = offsets_of(texts)[:-1]
        of_part = whole[version_of_part] + 1
        quoted, name = np.ones((2, int(texts.sum())), bool)
        quoted[whole] = statements.direct[versions.first]
        name[whole] = statements.name[versions.first]
        name[of_part] = statements.quoted_name[parts]
        return cls(
            Views.of(len(quoted)),
            np.repeat(np.arange(len(versions), dtype=np.int32), texts),
            quoted,
            name,
            (
                (statements.words, versions.first, whole),
                (statements.quoted_words, parts, of_part),
            ),
        )

    def words(self) -> Iterator[tuple[Indices, Words]]:
        """The words of all texts, block by block."""
        for stored, places, texts in self.sources:
            for first, words in stored.blocks():
                begin, end = np.searchsorted(places, [first, first + len(words)])
                yield texts[begin:end], words.take(places[begin:end] - first)

    def words_of(self, wanted: Indices) -> tuple[Indices, Words]:
        """The words of some texts, and the place of each text's words among them.

        *Shape:* of the places: (texts,); only those of wanted texts mean something.
        """
        place = np.zeros(len(self.version), np.int64)
        found, lengths = [np.zeros(0, np.uint32)], [np.zeros(0, np.int64)]
        count = 0
        for stored, places, texts in self.sources:
            these = np.flatnonzero(np.isin(texts, wanted, assume_unique=True))
            words = stored.take(places[these])
            place[texts[these]] = np.arange(count, count + len(these))
            count += len(these)
            found.append(words.numbers)
            lengths.append(words.lengths())
        return place, Words(np.concatenate(found), offsets_of(np.concatenate(lengths)))


def _verified(
    pairs: Indices,
    statements: Statements,
    speakers: Speakers,
    versions: _Versions,
    texts: _Texts,
) -> dict[int, dict[int, float]]:
    """How well versions match, for those that are the same statement."""
    pairs = pairs[_worth_aligning(pairs, statements, versions, texts)]
    place, words = texts.words_of(distinct(pairs.ravel()))
    words_at = lru_cache(_KEPT)(words.of)
    who = lru_cache(_KEPT)(partial(_who, speakers))
    speakers_of_phrase: dict[int, set[str]] = defaultdict(set)
    verified: list[tuple[int, int, float]] = []
    of_version = statements.speaker[versions.first]
    for i, j in _in_turn(pairs):
        a, b = int(texts.version[i]), int(texts.version[j])
        match = align(words_at(place[i]), words_at(place[j]))
        one, other = who(of_version[a]), who(of_version[b])
        if match.is_phrase:
            speakers_of_phrase[i] |= one | other
        quoted = bool(texts.quoted[i])
        if one & other:
            near = partial(_one_occasion, statements.day, versions, a, b)
            is_same = same(match, quoted, bool(texts.name[i]), near)
        else:
            is_same = same_of_others(match, quoted)
        if is_same:
            verified.append((i, j, match.contained * match.words))
    edges: dict[int, dict[int, float]] = defaultdict(dict)
    for i, j, score in verified:
        if len(speakers_of_phrase.get(i, ())) < _COMMON_TO:
            a, b = int(texts.version[i]), int(texts.version[j])
            edges[a][b] = edges[b][a] = max(score, edges[a].get(b, 0.0))
    return edges


def _in_turn(pairs: Indices) -> Iterator[tuple[int, int]]:
    """The pairs one by one, of which there may be millions."""
    for first in range(0, len(pairs), _PAIRS_AT_ONCE):
        yield from pairs[first : first + _PAIRS_AT_ONCE].tolist()


def _worth_aligning(
    pairs: Indices, statements: Statements, versions: _Versions, texts: _Texts
) -> Flags:
    """Which pairs are not of one version, nor of a statement and a part of its own words."""
    first, second = texts.version[pairs].T
    several = np.diff(versions.offsets) > 1
    one, other = versions.first[first], versions.first[second]
    start, end = statements.start, statements.end
    inside = (
        (statements.article[one] == statements.article[other])
        & (start[one] >= 0)
        & (start[one] < end[other])
        & (start[other] < end[one])
    )
    wanted: Flags = (first != second) & (several[first] | several[second] | ~inside)
    return wanted


def _who(speakers: Speakers, number: int) -> frozenset[str]:
    return frozenset() if number == NOBODY else speakers[number]


def _repeated(statements: Statements, versions: _Versions, texts: _Texts) -> Iterator[int]:
    """Versions of several statements that are long enough to be no mere phrase."""
    views = texts.views
    several = np.diff(versions.offsets) > 1
    for text in np.flatnonzero(several[texts.version]).tolist():
        version = int(texts.version[text])
        match = Match.with_itself(int(views.lengths[text]), int(views.content[text]))
        near = partial(_one_occasion, statements.day, versions, version, version)
        if same(match, bool(texts.quoted[text]), bool(texts.name[text]), near):
            yield version


def _one_occasion(day: npt.NDArray[np.int32], versions: _Versions, one: int, other: int) -> bool:
    """Whether the dates let two versions be of one occasion; statements without a date do.

    Of a version with itself, the first statement is compared with the others.
    """
    first, second = versions[one], versions[other]
    if one == other:
        first, second = first[:1], first[1:]
    days = day[first[:_LOOKED_AT]].tolist(), day[second[:_LOOKED_AT]].tolist()
    return any(
        a == NO_DAY or b == NO_DAY or abs(a - b) <= _SAME_OCCASION for a in days[0] for b in days[1]
    )


def _gather(
    edges: Mapping[int, Mapping[int, float]], statements: Statements, versions: _Versions
) -> Groups:
    """Each version joins the best of the longer ones it matches, the longest first.

    So a short statement that two longer ones contain joins one of them, and never makes
    the two one group.
    """
    first, size = versions.first, statements.size
    order = sorted(edges, key=lambda v: (-int(size[first[v]]), v))
    head: dict[int, int] = {}
    for version in order:
        longer = [other for other in edges[version] if other in head]
        if longer:
            best = min(longer, key=lambda other: (-edges[version][other], other))
            head[version] = head[best]
        else:
            head[version] = version
    groups: dict[int, list[int]] = defaultdict(list)
    for version, of_group in head.items():
        groups[of_group] += versions[version]
    return sorted(sorted(members) for members in groups.values() if len(members) > 1)
