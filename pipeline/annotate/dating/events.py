"""Dates of what an article reports, so that "after the debate" has one too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.dating.time_expressions import TimeExpression
from pipeline.annotate.dating.time_values import resolve, shift_days
from pipeline.annotate.text.marks import quoted_spans

_DATING = frozenset(("weekday", "calendar", "month", "deictic", "iso", "ordinal"))
_NOUN_BEFORE = re.compile(r"\b([a-z]{4,})(?:\s+(?:on|in|late|early))?\s+$", re.IGNORECASE)
_NOUN_AFTER = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,2}?([a-z]{4,})\b")
_EVENTS = frozenset(
    (
        "debate", "vote", "hearing", "rally", "speech", "briefing", "meeting", "conference",
        "convention", "interview", "election", "summit", "trial", "verdict", "ruling", "attack",
        "shooting", "bombing", "explosion", "crash", "strike", "airstrike", "march", "protest",
        "funeral", "inauguration", "primary", "caucus", "caucuses", "referendum", "launch",
        "announcement", "testimony", "session", "ceremony", "game", "match", "race", "storm",
        "hurricane", "earthquake", "flood", "fire", "raid", "arrest", "resignation", "decision",
        "win", "victory", "defeat", "loss", "fight", "bout", "draw",
        "event", "visit", "call", "broadcast", "show", "release", "report", "statement",
    )
)  # fmt: skip
_CONTESTS = frozenset(
    ("match", "game", "race", "fight", "bout", "win", "victory", "defeat", "loss", "draw")
)
"""What a report is about that opens with who won: its day is the day that the lead tells."""
_DAY = len("2020-01-06")
_WEEK = 7
_LEAD = 400
"""Characters of a lead, at most."""
_BY_EVENT = re.compile(
    r"\b((?:the\s+(?:day|morning|afternoon|evening|night)"
    r"|(?:an?\s+|one\s+|two\s+|several\s+)?(?:hour|minute|day|moment)s?|shortly|soon"
    r"|immediately|just|right)\s+)?(?:(before|after|following|during)\s+"
    r"(?:the|an?|his|her|their|its|that)|(?:in|at)\s+the)\s+(?!(?:last|next|previous"
    r"|upcoming|second|third|final|other|earlier|later|past|recent|future)\s)(?:[\w-]+\s+){0,2}?"
    rf"((?:{'|'.join(sorted(_EVENTS))})s?)\b",
    re.IGNORECASE,
)
_DAYS_FROM = re.compile(r"\b(?:days?|morning|afternoon|evening|night)\b", re.IGNORECASE)
"""What is of the next day after an event, and of the last before it."""


class Events:
    """The events that an article dates: "the debate Monday night", "Tuesday's vote"."""

    def __init__(self, text: str, expressions: Sequence[TimeExpression], published: str) -> None:
        self._dates: dict[str, str] = {}
        self._published = published
        for expression in expressions:
            if expression.kind not in _DATING:
                continue
            before = text[max(0, expression.start - 30) : expression.start]
            nouns = [_NOUN_AFTER.match(text, expression.end), _NOUN_BEFORE.search(before)]
            for noun in nouns:
                if noun and _singular(noun[1]) in _EVENTS and not _is_quoted(expression, text):
                    date = resolve(expression, published)
                    # "At the debate" is at none that was "in August".
                    if len(date) == _DAY and date <= published:
                        self._dates.setdefault(_singular(noun[1]), date)
        self._day = self._day_of_lead(text, expressions)

    def _day_of_lead(self, text: str, expressions: Sequence[TimeExpression]) -> str:
        """The day that the first paragraph behind the title tells first, at most a week ago."""
        body = text.find("\n") + 1
        end = text.find("\n", body + 1)
        if len(self._published) < _DAY or not body:
            return ""
        for expression in expressions:
            if (
                expression.kind in ("weekday", "deictic")
                and body <= expression.start < body + _LEAD
            ):
                date = resolve(expression, self._published) if expression.start < end else ""
                recent = shift_days(self._published, -_WEEK) <= date <= self._published
                return date if len(date) == _DAY and recent else ""
        return ""

    def expressions(self, text: str) -> list[TimeExpression]:
        """Expressions that count from a dated event: "hours after the vote"."""
        found = []
        for match in _BY_EVENT.finditer(text) if self._dates or self._day else ():
            if self._date_of(match):
                words = " ".join(match[0].split())
                found.append(TimeExpression(match.start(), match.end(), "event", words))
        return found

    def _date_of(self, match: re.Match[str]) -> str:
        event = _singular(match[3])
        after = (match[2] or "").lower() in ("after", "following")
        return self._dates.get(event, self._day if after and event in _CONTESTS else "")

    def date_of(self, expression: TimeExpression) -> str:
        """The date of an expression that counts from an event, else ""."""
        match = _BY_EVENT.fullmatch(expression.text) if expression.kind == "event" else None
        if match is None:
            return ""
        date = self._date_of(match)
        direction = {"before": -1, "after": 1, "following": 1}.get((match[2] or "").lower(), 0)
        if match[1] and _DAYS_FROM.search(match[1]):
            days = 2 if "two" in match[1].lower() else 1
            return shift_days(date, direction * days)
        return date


def _is_quoted(expression: TimeExpression, text: str) -> bool:
    """Whether somebody says `today's decision`, on whatever day."""
    inside = (span.inner_start <= expression.start < span.inner_end for span in quoted_spans(text))
    return expression.kind == "deictic" and any(inside)


def _singular(noun: str) -> str:
    noun = noun.lower()
    return noun if noun in _EVENTS else noun.removesuffix("s")
