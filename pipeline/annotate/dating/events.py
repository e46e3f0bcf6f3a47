"""Dates of what an article reports, so that "after the debate" has one too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.dating.time_expressions import TimeExpression
from pipeline.annotate.dating.time_values import resolve, shift_days

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
_DAY = len("2020-01-06")
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
        for expression in expressions:
            if expression.kind not in _DATING:
                continue
            before = text[max(0, expression.start - 30) : expression.start]
            nouns = [_NOUN_AFTER.match(text, expression.end), _NOUN_BEFORE.search(before)]
            for noun in nouns:
                if noun and _singular(noun[1]) in _EVENTS:
                    date = resolve(expression, published)
                    # "At the debate" is at none that was "in August".
                    if len(date) == _DAY and date <= published:
                        self._dates.setdefault(_singular(noun[1]), date)

    def expressions(self, text: str) -> list[TimeExpression]:
        """Expressions that count from a dated event: "hours after the vote"."""
        found = []
        for match in _BY_EVENT.finditer(text) if self._dates else ():
            if self._date_of(match):
                words = " ".join(match[0].split())
                found.append(TimeExpression(match.start(), match.end(), "event", words))
        return found

    def _date_of(self, match: re.Match[str]) -> str:
        return self._dates.get(_singular(match[3]), "")

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


def _singular(noun: str) -> str:
    noun = noun.lower()
    return noun if noun in _EVENTS else noun.removesuffix("s")
