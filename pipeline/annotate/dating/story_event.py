"""The debate or the hearing that an article is about.

It is dated once ("the first presidential debate, on Monday night"); what those who took part
are told to have said, with no other time or place told, was said there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.annotate.dating.saying_time import with_preposition
from pipeline.annotate.dating.statement_context import Statement
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import TimeExpression
from pipeline.annotate.dating.time_values import shift_days
from pipeline.annotate.text.marks import paragraphs
from pipeline.records import SaidOn

_EVENT = r"(?:debate|hearing|town hall|face-off|showdown|cross-examination|question time)"
_EVENT_WORD = re.compile(rf"\b{_EVENT}s?\b", re.IGNORECASE)
_EVENT_BEHIND = re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,4}}?{_EVENT}\b", re.IGNORECASE)
_EVENT_BEFORE = re.compile(
    rf"\b(?:an?|the|his|her|their|first|second|third|last) (?:[\w’'-]+\s+){{0,4}}?{_EVENT}"
    r"(?:\s+(?:in|at|of|on|late|early|held|between|with|[A-Z][\w.’'-]*)){0,8}\s+$",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_OPENING_PARAGRAPHS = 4
"""Within which an article tells what it is about, the title among them."""
_TOLD = 3
"""Times that an article names the event which it is about, at least."""
_WEEK = 7
_DAY = len("2020-01-06")


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """When it was, and who took part."""

    said_on: SaidOn
    cast: frozenset[str]
    """Names, in small letters, told beside it in the article's opening."""

    def holds(self, statement: Statement) -> bool:
        """Whether a statement that nothing else dates was made there."""
        elsewhere = (
            statement.another_time
            or statement.new_occasion
            or statement.outside
            or statement.to_the_press
            or statement.turn
            or not statement.by_person
            or statement.relative >= 0
            or statement.times_before < statement.times_after
        )
        family_name = statement.speaker.split()[-1:]
        return not elsewhere and not self.cast.isdisjoint(family_name)


def story_event(around: Surroundings) -> StoryEvent | None:
    """The debate or hearing of the week before publication that the opening of an article
    dates and the rest goes on about; None where it is about something else."""
    text = around.text
    if len(_EVENT_WORD.findall(text)) < _TOLD:
        return None
    _, end = paragraphs(text)[:_OPENING_PARAGRAPHS][-1]
    for expression in around.expressions:
        if expression.start >= end:
            break
        date = around.date_of(expression, "")
        if _dates_event(expression, text) and _is_recent(date, around.published):
            said_on = SaidOn(date=date, text=with_preposition(expression, text), basis="carried")
            return StoryEvent(said_on, _cast(around, end))
    return None


def _dates_event(expression: TimeExpression, text: str) -> bool:
    if expression.kind not in ("weekday", "deictic", "calendar"):
        return False
    before = text[max(0, expression.start - 120) : expression.start]
    behind = _EVENT_BEHIND.match(text, expression.end)
    return behind is not None or _EVENT_BEFORE.search(before) is not None


def _is_recent(date: str, published: str) -> bool:
    """Whether a day is one of the week before publication, not the day itself: what is said of
    a debate before it begins is not said there."""
    return len(date) == len(published) == _DAY and shift_days(published, -_WEEK) <= date < published


def _cast(around: Surroundings, end: int) -> frozenset[str]:
    """Names of the title and of the opening's sentences that tell of the event."""
    return frozenset(
        name.lower()
        for first, last in around.sentences
        if first < end and (not first or _EVENT_WORD.search(around.text, first, last))
        for name in _NAME.findall(around.text[first:last])
    )
