"""An article as it is read: evenly spaced, and quoted by marks of one kind.

Cleaning keeps each line as it was written. What the network and the rules learnt from has one
space between words, and its quotation marks stand apart from the words outside of them. A text
with two spaces behind each sentence, with spaces lost around its quotations, or with quotation
marks of another kind is read as if it were written so, and what is found in it is led back to
the text as it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.annotate.text.marks import DOUBLE_MARKS, quoted_spans
from pipeline.clean.even_typing import Edit, edited, edits
from pipeline.records import AnnotatedArticle, CleanArticle, EntityMention, Quotation, Span

_GLUED = re.compile(r"[\w.,:;?!)–—][\"“”][\w–—]")
_OUTSIDE = re.compile(r"[^\W_]|[–—]")
"""What stands right behind a quotation where the space behind it was lost."""
_LEADING = re.compile(r"[^\W_]|[.,:;?!)–—]")
"""What stands right before one where the space before it was lost."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """A text, and where each of its characters begins and ends in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @staticmethod
    def as_is(text: str) -> _Typed:
        """A text that is its own original."""
        places = range(len(text) + 1)
        return _Typed(text, tuple(places[:-1]), tuple(places[1:]))


@dataclass(frozen=True, slots=True)
class EvenedArticle:
    """An article evenly typed, and where it came from."""

    article: CleanArticle
    original: CleanArticle
    starts: tuple[int, ...] = ()
    """Where each character of its text begins in the original; empty where that is the same."""
    ends: tuple[int, ...] = ()
    """Where each ends there."""

    def led_back(self, found: AnnotatedArticle) -> AnnotatedArticle:
        """What was found in the evened article, with its offsets in the original."""
        if not self.starts:
            return found
        return replace(
            found,
            article=self.original,
            quotations=tuple(self._quotation(quotation) for quotation in found.quotations),
            entities=tuple(self._mention(mention) for mention in found.entities),
        )

    def _quotation(self, quotation: Quotation) -> Quotation:
        speaker = quotation.speaker
        if speaker.start is not None and speaker.end is not None:
            start, end = self._span((speaker.start, speaker.end))
            text = self.original.text[start:end] if speaker.text else ""
            speaker = replace(speaker, start=start, end=end, text=text)
        return replace(
            quotation,
            content=self._spans(quotation.content),
            cue=self._spans(quotation.cue),
            source=self._spans(quotation.source),
            speaker=speaker,
        )

    def _mention(self, mention: EntityMention) -> EntityMention:
        start, end = self._span((mention.start, mention.end))
        return replace(mention, start=start, end=end)

    def _spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(self._span(span) for span in spans)

    def _span(self, span: Span) -> Span:
        return self.starts[span[0]], self.ends[span[1] - 1]


def evened(article: CleanArticle) -> EvenedArticle:
    """An article with one space between words, space around its quotations, and marks that the
    network knows. Linear in the length of the text."""
    text = article.text
    typing = edits(text)
    if not typing and not _GLUED.search(text):
        return EvenedArticle(article, article)
    once = _edited(_Typed.as_is(text), typing)
    even = _edited(once, sorted({(at, at, " ") for at in _lost_spaces(once.text)}))
    if even.text == text:
        return EvenedArticle(article, article)
    title_end = bisect_right(even.ends, article.title_end) if article.title_end else 0
    typed = replace(article, text=even.text, title_end=title_end)
    return EvenedArticle(typed, article, even.starts, even.ends)


def _lost_spaces(text: str) -> Iterator[int]:
    """Where a space is missing before or behind a quotation."""
    for quoted in quoted_spans(text):
        if not quoted.closed or text[quoted.start] not in DOUBLE_MARKS:
            continue
        if quoted.start and _LEADING.match(text, quoted.start - 1):
            yield quoted.start
        if _OUTSIDE.match(text, quoted.end):
            yield quoted.end


def _edited(typed: _Typed, in_order: Sequence[Edit]) -> _Typed:
    """A text with some of its parts replaced by a character each."""
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, _ in in_order:
        starts += *typed.starts[done:start], typed.starts[start]
        ends += *typed.ends[done:start], typed.ends[end - 1]
        done = end
    return _Typed(
        edited(typed.text, in_order),
        (*starts, *typed.starts[done:]),
        (*ends, *typed.ends[done:]),
    )
