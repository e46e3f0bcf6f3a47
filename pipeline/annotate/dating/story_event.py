"""The debate, the trial, the match or the vote that an article is about.

It is dated once ("the first presidential debate, on Monday night"); what those who took part
are told to have said, with no other time or place told, was said there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Set
from dataclasses import dataclass

from pipeline.annotate.dating.event_kinds import EVENT_KINDS, EventKind
from pipeline.annotate.dating.saying_time import with_preposition
from pipeline.annotate.dating.statement_context import Statement
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import DAY_KINDS, TimeExpression
from pipeline.annotate.dating.time_values import shift_days
from pipeline.annotate.text.marks import paragraphs
from pipeline.records import SaidOn

_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_OPENING_PARAGRAPHS = 4
"""Within which an article tells what it is about, the title among them."""
_DAY = len("2020-01-06")
_REACH = 160
"""Characters in front of a day that tell whose it is."""


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """When it was, and who took part."""

    said_on: SaidOn
    cast: frozenset[str] | None
    """Names, in small letters, told beside it in the article's opening; None where whoever
    speaks took part."""
    to_press: bool = False
    """The press heard them there."""
    since: int = 0
    """Offset from which on the article tells of it."""
    introduced: int = 0
    """Offset of the end of what introduces it: an occasion told before it is of it."""
    of_lead: bool = False
    """It is what the lead itself tells to have been said."""
    namesakes: frozenset[str] = frozenset()
    """Family names that say nothing without the first name, in small letters."""
    until: int = sys.maxsize
    """Offset from which on the article no longer tells of it."""

    def holds(self, statement: Statement, spoke_elsewhere: Set[str]) -> bool:
        """Whether a statement that nothing else dates was made there.

        `spoke_elsewhere` are the speakers who told something to an outlet, or outside.
        """
        elsewhere = (
            statement.another_time
            or (statement.new_occasion and statement.at >= self.introduced)
            or not self.since <= statement.at < self.until
            or statement.to_the_press
            or statement.turn
            or statement.nested
            or statement.timed
            or statement.relative >= 0
            or (
                statement.speaker in spoke_elsewhere
                and statement.at >= self.introduced
                and not self.to_press
            )
        )
        names = statement.speaker.split()
        if not self.namesakes.isdisjoint(names[-1:]):
            names = names[:1]
        took_part = self.cast is None or not self.cast.isdisjoint(names[-1:])
        # "In a statement, the union called it a wreck."
        speaks = statement.by_person or (self.of_lead and statement.new_occasion)
        return speaks and took_part and not elsewhere


def story_event(around: Surroundings) -> StoryEvent | None:
    """The event of the week before publication that the opening of an article dates and the
    rest goes on about; None where it is about something else."""
    text = around.text
    _, end = paragraphs(text)[:_OPENING_PARAGRAPHS][-1]
    for kind in EVENT_KINDS:
        for expression in around.expressions:
            if expression.start >= end:
                break
            if not _dates_event(expression, kind, text):
                continue
            date = around.date_of(expression, "")
            if _is_recent(date, around.published, kind.within) and kind.is_told(text, end):
                words = with_preposition(expression, text)
                return StoryEvent(
                    SaidOn(date=date, text=words, basis="carried"),
                    _cast(around, kind, end) if kind.of_cast else None,
                    kind.to_press,
                )
    return None


def _dates_event(expression: TimeExpression, kind: EventKind, text: str) -> bool:
    if expression.kind not in DAY_KINDS:
        return False
    paragraph = text.rfind("\n", 0, expression.start) + 1
    before = text[max(paragraph, expression.start - _REACH) : expression.start]
    behind = kind.behind and kind.behind.match(text, expression.end)
    return bool(behind) or kind.before.search(before) is not None


def _is_recent(date: str, published: str, within: int) -> bool:
    """Whether a day is one of those before publication, not the day itself: what is said of
    a debate before it begins is not said there."""
    whole = len(date) == len(published) == _DAY
    return whole and shift_days(published, -within) <= date < published


def _cast(around: Surroundings, kind: EventKind, end: int) -> frozenset[str]:
    """Names of the title and of the opening's sentences that tell of the event, and those
    between whom it is told to have been."""
    told = [
        around.text[first:last]
        for first, last in around.sentences
        if first < end and (not first or kind.words.search(around.text, first, last))
    ]
    told += kind.between.findall(around.text) if kind.between else []
    return frozenset(name.lower() for words in told for name in _NAME.findall(words))
