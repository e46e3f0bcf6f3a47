"""What an article offers for dating its statements."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.annotate.dating.events import Events
from pipeline.annotate.dating.time_expressions import (
    DAY_KINDS,
    TimeExpression,
    find_time_expressions,
)
from pipeline.annotate.dating.time_values import ANY_DAY, not_after, resolve, shift_days
from pipeline.annotate.text.marks import quoted_spans
from pipeline.annotate.text.sections import PARTING_LINE
from pipeline.months import MONTH_WORD
from pipeline.records import Quotation, Span

_DATED = DAY_KINDS | {"ago", "relative", "month"}
"""Kinds of expressions that name a time, whether it can be told which or not."""
_DAY = len("2020-01-06")
_YEAR = len("2020")
_LONG_ON_THE_WAY = 14
"""Days between a dateline and the day of publication, at most."""
_SOON = 3
"""Days for which an article goes on being updated."""
_THAT_PERIOD = re.compile(
    rf"that (?:{MONTH_WORD}|month|year|spring|summer|fall|autumn|winter)\b", re.IGNORECASE
)
"""What is of the year told just before: `That November`."""
_HANDLE = re.compile(r"\(@\w{1,20}\)[ \t\xa0,]*$")
_LONGEST_HANDLE = 30
_SINCE = re.compile(r"\b(?:[Ss]ince|[Uu]ntil|[Tt]ill) (?:the |early |late )*$")
_OF_ONE = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_SENTENCE_BEHIND_MARK = re.compile(r"[a-z]{2}\.[”\"]\s+(?=[A-Z])")
"""Where a sentence in quotation marks ends and the author's next one begins."""


class Surroundings:
    """Text, sentences, cues and time expressions of one article, in text order.

    `expressions` are those outside quotation marks, and those inside marks that hold a
    cue as well, since there a statement within the quotation may be dated. `published` is
    never empty: where nobody knows it, it is `time_values.ANY_DAY`. `updated` is it, or the day
    right behind it of a post that was set into the article since.
    """

    def __init__(
        self,
        text: str,
        quotations: Sequence[Quotation],
        published: str,
        sentences: Sequence[Span],
    ) -> None:
        self.text = text
        self.published = published
        self.sentences = _parted(text, sentences)
        self._parting_lines = [match.start() for match in PARTING_LINE.finditer(text)]
        self.cues = sorted({span for quotation in quotations for span in quotation.cue})
        with_datelines = find_time_expressions(text, datelines=True)
        named = [each for each in with_datelines if each.kind != "dateline"]
        self._datelines = list(self._days_of_datelines(with_datelines))
        self.events = Events(text, self._outside_marks(named), published)
        by_event = self.events.expressions(text)
        # "Two days after the vote" is no two days after what was told before it.
        within = {at for each in by_event for at in range(each.start, each.end)}
        apart = (each for each in named if each.kind != "ago" or each.start not in within)
        found = [*apart, *by_event]
        found.sort(key=lambda expression: (expression.start, -expression.end))
        datelines = (day for _, day in self._datelines)
        self.updated = max([published, *self._days_of_posts(named), *datelines])
        self.expressions = self._outside_marks(found)
        self._expression_starts = [expression.start for expression in self.expressions]
        self._contents = self._contents_by_sentence(quotations)

    def sentence_of(self, offset: int) -> int:
        """Index of the sentence that an offset stands in, or the last before it."""
        return max(0, bisect_right(self.sentences, (offset, len(self.text))) - 1)

    def section_of(self, offset: int) -> int:
        """How many lines that part the reports of a live file stand in front of an offset."""
        return bisect_right(self._parting_lines, offset)

    def expressions_in(self, start: int, end: int) -> Sequence[TimeExpression]:
        """The time expressions that start within a stretch of text."""
        first = bisect_left(self._expression_starts, start)
        return self.expressions[first : bisect_left(self._expression_starts, end)]

    def times_before(self, sentence: int) -> int:
        """How many time expressions stand before a sentence, or in all behind the last."""
        if sentence >= len(self.sentences):
            return len(self.expressions)
        return bisect_left(self._expression_starts, self.sentences[sentence][0])

    def contents_of(self, offset: int) -> Sequence[Span]:
        """Pieces of content, of any statement, that touch the sentence of an offset."""
        return self._contents[self.sentence_of(offset)]

    def date_of(self, expression: TimeExpression, anchor: str, *, ahead: bool = False) -> str:
        """The ISO date of an expression, full or partial; "" if not known.

        In an article of which only the month is known, "on Monday" is in that month, as far
        as one can tell.
        """
        if expression.kind == "event":
            return self.events.date_of(expression)
        if _THAT_PERIOD.match(expression.text) and not self._is_told_near(expression, anchor):
            return ""
        told_on = self.updated if expression.kind == "weekday" else self.published
        written = bisect_left(self._datelines, (expression.start, "")) if self._datelines else 0
        if written and expression.kind in ("weekday", "deictic"):
            # "LONDON, June 3 — They sail today," in the paper of June 5
            told_on = self._datelines[written - 1][1]
        found = resolve(expression, told_on, anchor=anchor, ahead=ahead)
        if found or len(told_on) >= _DAY:
            return found
        last = resolve(expression, ANY_DAY, anchor=anchor, ahead=ahead)
        known = len(told_on)
        return told_on if last[:known] == ANY_DAY[:known] else ""

    def _is_told_near(self, expression: TimeExpression, date: str) -> bool:
        """Whether the year of a date is that of publication, or is told in the paragraph of an
        expression or the one before."""
        year = date[:_YEAR]
        if year == self.published[:_YEAR]:
            return True
        paragraph = self.text.rfind("\n", 0, expression.start)
        before = len(self.text[: max(0, paragraph)].rstrip())
        near = self.expressions_in(self.text.rfind("\n", 0, before) + 1, expression.start)
        return any(self.date_of(each, "")[:_YEAR] == year for each in near)

    def is_of_post(self, expression: TimeExpression) -> bool:
        """Whether an expression is the day of a post: `Ada Brooks (@adabrooks) |March 3, 2020`."""
        before = self.text[max(0, expression.start - _LONGEST_HANDLE) : expression.start]
        return expression.kind == "calendar" and _HANDLE.search(before) is not None

    def moves_on(self, first: int, last: int, name: str, day: str) -> bool:
        """Whether a sentence from `first` to before `last` tells of a later day than `day`, in
        the author's words, and of somebody by a name (in small letters)."""
        for start, end in self.sentences[first:last]:
            if not (name in self.text[start:end].lower() or _OF_ONE.search(self.text, start, end)):
                continue
            for expression in self.expressions_in(start, end):
                if expression.kind not in DAY_KINDS - {"deictic"}:
                    continue
                told = self.date_of(expression, "")
                if len(told) == _DAY and day < told and not_after(told, self.published):
                    return True
        return False

    def anchors(self) -> list[str]:
        """For each sentence, the date that was told last before it."""
        anchors = []
        last = ""
        section = 0
        for number, (start, end) in enumerate(self.sentences):
            if section < (section := self.section_of(end)):
                last = ""
            anchors.append(last)
            by_author = False
            for expression in self.expressions_in(start, end):
                told = any(a <= expression.start < b for a, b in self._contents[number])
                if told and by_author:
                    # "Orrin said on Monday that it leaked in May. The next day, Brooks said so."
                    continue
                by_author = by_author or not told
                of_years = expression.kind in ("year", "decade")
                if of_years and _SINCE.search(self.text, start, expression.start):
                    # "Orrin, who has sailed since 1922, …": told of no day.
                    continue
                date = self.date_of(expression, last)
                # "At the time" counts from no date where the last one told is not known.
                last = date or ("" if expression.kind in _DATED else last)
        return anchors

    def _days_of_datelines(self, named: Sequence[TimeExpression]) -> Iterator[tuple[int, str]]:
        """Where each dateline stands, and its day if that is shortly before `published`."""
        for expression in named if len(self.published) == _DAY else ():
            if expression.kind == "dateline":
                calendar = replace(expression, kind="calendar")
                # In Sydney it is tomorrow already.
                latest = shift_days(self.published, 1)
                date = resolve(calendar, latest)
                if shift_days(self.published, -_LONG_ON_THE_WAY) <= date <= latest:
                    yield expression.start, date

    def _days_of_posts(self, named: Sequence[TimeExpression]) -> Iterator[str]:
        """The full dates of posts that are no more than some days behind `published`."""
        for expression in named if len(self.published) == _DAY else ():
            if self.is_of_post(expression):
                date = resolve(expression, self.published)
                if len(date) == _DAY and date <= shift_days(self.published, _SOON):
                    yield date

    def _outside_marks(self, expressions: Sequence[TimeExpression]) -> list[TimeExpression]:
        cue_starts = [start for start, _ in self.cues]
        closed = [
            (span.start, span.end)
            for span in quoted_spans(self.text)
            if span.depth == 1
            and bisect_left(cue_starts, span.start) == bisect_left(cue_starts, span.end)
        ]
        kept = []
        at = 0
        for expression in expressions:
            while at < len(closed) and closed[at][1] <= expression.start:
                at += 1
            if at == len(closed) or expression.start < closed[at][0]:
                kept.append(expression)
        return kept

    def _contents_by_sentence(self, quotations: Sequence[Quotation]) -> list[list[Span]]:
        found: list[list[Span]] = [[] for _ in self.sentences]
        for start, end in sorted({span for each in quotations for span in each.content}):
            at = self.sentence_of(start)
            while at < len(self.sentences) and self.sentences[at][0] < end:
                found[at].append((start, end))
                at += 1
        return found


def _parted(text: str, sentences: Sequence[Span]) -> Sequence[Span]:
    """Sentences, parted where one that ends in quotation marks was read on into the next."""
    found: list[Span] = []
    if ".”" not in text and '."' not in text:
        return sentences
    for start, end in sentences:
        for match in _SENTENCE_BEHIND_MARK.finditer(text, start, end):
            found.append((start, match.end()))
            start = match.end()
        found.append((start, end))
    return found
