"""How good predictions are: exact-match F1 of spans and attribution F1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.annotate.text.marks import DOUBLE_MARKS, quoted_spans
from pipeline.records import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
DIRECT_WORDS = 4


class AttributionLike(Protocol):
    """Gold and predicted attributions alike: spans as offsets into the same text."""

    @property
    def source(self) -> tuple[Span, ...]: ...
    @property
    def cue(self) -> tuple[Span, ...]: ...
    @property
    def content(self) -> tuple[Span, ...]: ...


@dataclass(slots=True)
class Counts:
    """True positives, predicted and gold, over any number of articles."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def add(self, right: int, predicted: int, gold: int) -> None:
        self.right += right
        self.predicted += predicted
        self.gold += gold

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


def bare(text: str, span: Span) -> Span:
    """A span without its outer white space and punctuation."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else span


def count_pieces(counts: Counts, text: str, gold: Iterable[Span], found: Iterable[Span]) -> None:
    """Exact match of pieces, outer punctuation aside."""
    wanted = {bare(text, span) for span in gold}
    given = {bare(text, span) for span in found}
    counts.add(len(wanted & given), len(given), len(wanted))


def count_entities(
    counts: Counts, gold: Iterable[tuple[int, int, str]], found: Iterable[tuple[int, int, str]]
) -> None:
    """Exact match of span and label."""
    wanted, given = set(gold), set(found)
    counts.add(len(wanted & given), len(given), len(wanted))


class WordsOf:
    """The words of a text, by number, and those inside double quotation marks."""

    def __init__(self, text: str) -> None:
        self._owner: dict[int, int] = {}
        self._words: list[Span] = [match.span() for match in _WORD.finditer(text)]
        for number, (start, end) in enumerate(self._words):
            for at in range(start, end):
                self._owner[at] = number
        self.quoted: frozenset[int] = frozenset(
            number
            for span in quoted_spans(text)
            if span.closed and text[span.start] in DOUBLE_MARKS
            for number in self((((span.inner_start, span.inner_end)),))
        )

    def __call__(self, spans: Iterable[Span]) -> frozenset[int]:
        """Numbers of the words that the spans touch."""
        return frozenset(
            self._owner[at] for start, end in spans for at in range(start, end) if at in self._owner
        )


def match_attributions(
    words: WordsOf,
    gold: Sequence[AttributionLike],
    found: Sequence[AttributionLike],
    *,
    direct: bool = False,
    with_source: bool = True,
) -> tuple[list[tuple[int, int]], int, int]:
    """Match predicted with gold attributions one to one.

    Two match where the words of their contents overlap with Jaccard ≥ 0.5 and their
    sources share a word (or both have none). With `direct`, only attributions with at
    least four words inside double quotation marks count, by those words alone.

    Returns pairs of indexes (gold, found), the number of gold and of found ones counted.
    """

    def contents(items: Sequence[AttributionLike]) -> dict[int, frozenset[int]]:
        kept = {}
        for i, item in enumerate(items):
            content = words(item.content)
            if direct:
                content &= words.quoted
            if len(content) >= (DIRECT_WORDS if direct else 1):
                kept[i] = content
        return kept

    wanted, given = contents(gold), contents(found)
    by_word: dict[int, list[int]] = {}
    for j, content in given.items():
        for word in content:
            by_word.setdefault(word, []).append(j)
    options = []
    for i, content in wanted.items():
        gold_source = words(gold[i].source)
        for j in sorted({j for word in content for j in by_word.get(word, ())}):
            overlap = len(content & given[j]) / len(content | given[j])
            found_source = words(found[j].source)
            same = bool(gold_source & found_source) or not (gold_source or found_source)
            if overlap >= 0.5 and (same or not with_source):
                options.append((-overlap, i, j))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in sorted(options):
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs, len(wanted), len(given)
