"""Which statements are the same one: candidates verified by aligning their words.

A partial quotation belongs to the fuller one that contains it; short common phrases are
not the same statement, and different speakers share one for long wording only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from rapidfuzz.distance import LCSseq

from pipeline.tables.statement_pairs import SHORT, candidate_pairs
from pipeline.tables.statement_words import (
    Statements,
    is_content_word,
    number_words,
    quoted_part,
    written_words,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What grouping needs to know of one row of quotes.csv."""

    text: str
    speaker: str
    kind: str
    """`direct`, `mixed`, `indirect`, or empty where it is not known."""
    article: str
    day: int | None = None
    """Day of publication, counted from any fixed day; None where it is not known."""
    start: int = -1
    end: int = -1
    """Outer offsets in the article; -1 where they are not known."""

    @property
    def speakers(self) -> frozenset[str]:
        """Each of joint speakers; nobody where the speaker is not known."""
        return frozenset(self.speaker.split(JOINT)) if self.speaker else frozenset()


JOINT = " ; "
_FUNCTION_WEIGHT = 0.25
_CONTAINED = 0.7
"""Share of the shorter statement's weight that the longer one must have."""
_CONTAINED_STRICTLY = 0.85
"""The same where different speakers are credited, or it is not in quotation marks."""
_WHOLLY = 0.95
_PASSAGE = 8
"""So many words in a row are the same statement whatever stands around them."""
_PASSAGE_BY_OTHERS = 15
_PASSAGE_UNQUOTED = 12
_CONTENT_UNQUOTED = 8
_COVERED = 0.5
"""Share of the longer text that makes two reported statements one."""
_PHRASE = 5
"""A statement of a few content words must have so many words, or be quoted."""
_SAME_OCCASION = 7
"""A few quoted words are the same statement only when reported within so many days."""
_LOOKED_AT = 20
"""Of identical statements, the dates of so many are looked at."""
_COMMON_TO = 3
"""A short phrase in the mouths of so many speakers is anybody's."""
_STRETCH = 3
"""In the longer statement the shared words may spread over so many times their number."""


@dataclass(frozen=True, slots=True)
class _View:
    """A text to align: a whole statement, or only what of it is in quotation marks."""

    version: int
    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Match:
    """How far the shorter of two statements is found in the longer, in order."""

    contained: float
    """Share of its weight, 0 to 1."""
    words: int
    content: int
    passage: int
    """Words of the longest run without a gap, and below how many carry meaning."""
    passage_content: int
    covered: float
    """Share of the longer text's words, 0 to 1."""


def group_statements(rows: Sequence[Statement]) -> list[list[int]]:
    """Indices of each group's rows, in order; the groups ordered by their first row.

    rows: in order of publication.
    """
    views, statements, versions = _views(rows)
    is_content: list[bool] = statements.is_content.tolist()
    speakers_of_phrase: dict[int, set[str]] = defaultdict(set)
    verified: list[tuple[int, int, float]] = []
    for i, j in candidate_pairs(statements).tolist():
        first, second = versions[views[i].version], versions[views[j].version]
        one, other = rows[first[0]], rows[second[0]]
        alone = len(first) == len(second) == 1
        if first is second or (alone and _one_inside_other(one, other)):
            continue
        match = _align(statements.of(i), statements.of(j), is_content)
        if match.content < SHORT and match.contained >= _WHOLLY:
            speakers_of_phrase[i] |= one.speakers | other.speakers
        if one.speakers & other.speakers:
            same = _same(match, views[i], _one_occasion(first, second, rows))
        else:
            same = _same_of_others(match, views[i].quoted)
        if same:
            verified.append((i, j, match.contained * match.words))
    edges: dict[int, dict[int, float]] = defaultdict(dict)
    for i, j, score in verified:
        if len(speakers_of_phrase.get(i, ())) < _COMMON_TO:
            a, b = views[i].version, views[j].version
            edges[a][b] = edges[b][a] = max(score, edges[a].get(b, 0.0))
    for i, view in enumerate(views):
        members = versions[view.version]
        if len(members) > 1:
            near = _one_occasion(members[:1], members[1:], rows)
            words = statements.of(i)
            if _same(_align(words, words, is_content), view, near):
                edges.setdefault(view.version, {})
    return _gather(versions, edges, rows)


def _views(rows: Sequence[Statement]) -> tuple[list[_View], Statements, list[list[int]]]:
    """What to align, its words, and the rows of each version.

    Rows of the same words by the same speaker are one version, aligned only once.
    """
    may_be_mixed = [i for i, row in enumerate(rows) if row.kind in {"mixed", ""}]
    quoted = {i: part for i in may_be_mixed if (part := quoted_part(rows[i].text))}
    numbered = number_words(chain((row.text for row in rows), quoted.values()))
    place_of_quoted = {i: len(rows) + n for n, i in enumerate(quoted)}
    versions: dict[tuple[int, str], list[int]] = {}
    has_words = (numbered.lengths() > 0).tolist()
    for i, (row, key) in enumerate(zip(rows, numbered.keys()[: len(rows)].tolist(), strict=True)):
        if has_words[i]:
            who = row.speaker or f"unknown in {row.article}"
            versions.setdefault((key, who), []).append(i)
    views, places = [], []
    members = list(versions.values())
    for version, (first, *_) in enumerate(members):
        views.append(_View(version, rows[first].text, rows[first].kind == "direct"))
        places.append(first)
        if first in quoted:
            views.append(_View(version, quoted[first], True))
            places.append(place_of_quoted[first])
    return views, numbered.take(np.array(places, np.int64)), members


def _one_inside_other(one: Statement, other: Statement) -> bool:
    """Whether one statement is a part of the other's own words in the same article."""
    return (
        one.article == other.article
        and one.start >= 0
        and one.start < other.end
        and other.start < one.end
    )


def _one_occasion(first: Sequence[int], second: Sequence[int], rows: Sequence[Statement]) -> bool:
    """Whether the dates let both be of one occasion; rows without a date do."""
    days = [rows[i].day for i in first], [rows[i].day for i in second]
    return any(
        a is None or b is None or abs(a - b) <= _SAME_OCCASION
        for a in days[0][:_LOOKED_AT]
        for b in days[1][:_LOOKED_AT]
    )


def _align(words: list[int], longer: list[int], is_content: Sequence[bool]) -> _Match:
    """Align a shorter text with a longer one by their longest common subsequence."""
    content = [is_content[word] for word in words]
    total = sum(1.0 if c else _FUNCTION_WEIGHT for c in content)
    blocks = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(words, longer)
        if op.tag == "equal"
    ]
    blocks = [b for b in blocks if any(content[b[0] : b[1]]) or b[1] - b[0] > 1]
    if not blocks:
        return _Match(0.0, 0, 0, 0, 0, 0.0)
    matched = [k for start, end, _, _ in blocks for k in range(start, end)]
    longest = max(blocks, key=lambda b: b[1] - b[0])
    weight = sum(1.0 if content[k] else _FUNCTION_WEIGHT for k in matched)
    spread = blocks[-1][3] - blocks[0][2]
    return _Match(
        weight / total if spread <= _STRETCH * len(words) else 0.0,
        len(matched),
        sum(content[k] for k in matched),
        longest[1] - longest[0],
        sum(content[longest[0] : longest[1]]),
        len(matched) / len(longer),
    )


def _same(match: _Match, view: _View, one_occasion: bool) -> bool:
    """Whether two matched texts of one speaker are the same statement.

    view: the shorter one. Reported in other than the speaker's words, the same names and
    topic are not yet the same statement: that wants more of both texts.
    """
    if not view.quoted:
        if match.passage >= _PASSAGE_UNQUOTED and match.passage_content >= _CONTENT_UNQUOTED:
            return True
        much = match.covered >= _COVERED or match.content >= _CONTENT_UNQUOTED
        enough = match.content > SHORT and match.contained >= _CONTAINED_STRICTLY
        return enough and much
    if match.passage >= _PASSAGE and match.passage_content >= SHORT:
        return True
    if match.content >= SHORT:
        return match.contained >= _CONTAINED
    if match.content == SHORT - 1 and match.words > _PHRASE and one_occasion:
        return match.contained >= _CONTAINED
    if match.contained < _WHOLLY or match.content < 2:
        return False
    return match.words >= _PHRASE or (one_occasion and not _is_name(view.text))


def _is_name(phrase: str) -> bool:
    """Whether a few quoted words are rather a title or slogan: fewer than two in small letters."""
    return sum(w[0].islower() and is_content_word(w) for w in written_words(phrase)) < 2


def _same_of_others(match: _Match, quoted: bool) -> bool:
    """Whether texts that different speakers are credited with are the same statement."""
    if match.passage >= _PASSAGE_BY_OTHERS and match.passage_content >= _CONTENT_UNQUOTED:
        return True
    long_enough = match.content > SHORT + 1 or (
        match.content > SHORT and match.words >= 2 * _PHRASE
    )
    return quoted and match.contained >= _CONTAINED_STRICTLY and long_enough


def _gather(
    versions: Sequence[Sequence[int]],
    edges: Mapping[int, Mapping[int, float]],
    rows: Sequence[Statement],
) -> list[list[int]]:
    """Each version joins the best of the longer ones it matches, the longest first.

    So a short statement that two longer ones contain joins one of them, and never makes
    the two one group.
    """
    order = sorted(edges, key=lambda v: (-len(rows[versions[v][0]].text), versions[v][0]))
    head: dict[int, int] = {}
    for version in order:
        longer = [other for other in edges[version] if other in head]
        if longer:
            best = min(longer, key=lambda other: (-edges[version][other], versions[other][0]))
            head[version] = head[best]
        else:
            head[version] = version
    groups: dict[int, list[int]] = defaultdict(list)
    for version, first in head.items():
        groups[first] += versions[version]
    return sorted(sorted(members) for members in groups.values() if len(members) > 1)
