"""Dates of what an article reports, so that "after the debate" has one too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.dating.time_expressions import NUMBER, UNIT, TimeExpression
from pipeline.annotate.dating.time_values import counted_from, not_after, resolve

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
    r"\b((?:(?:the\s+(?:(?:first|last|final|next)\s+)?)?"
    rf"(?:{NUMBER}\s+(?:and\s+a\s+half\s+)?)?(?:{UNIT}|afternoon|evening|moment)s?"
    r"(?:\s+and\s+a\s+half)?|shortly|soon|immediately|just|right)\s+)?(?:(before|after|following|during)\s+"
    r"(?:the|an?|his|her|their|its|that)|(?:in|at)\s+the)\s+(?!(?:last|next|previous"
    r"|upcoming|second|third|final|other|earlier|later|past|recent|future)\s)(?:[\w-]+\s+){0,2}?"
    rf"((?:{'|'.join(sorted(_EVENTS))})s?)\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"(?:an? )?moments?|shortly|soon|immediately|just|right", re.IGNORECASE)
"""What is of the day of an event, after it or before it."""


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
                    if len(date) == _DAY and not_after(date, published):
                        self._dates.setdefault(_singular(noun[1]), date)

    def expressions(self, text: str) -> list[TimeExpression]:
        """Expressions that count from a dated event: "hours after the vote"."""
        found = []
        for match in _BY_EVENT.finditer(text) if self._dates else ():
            words = " ".join(match[0].split())
            expression = TimeExpression(match.start(), match.end(), "event", words)
            if self.date_of(expression):
                found.append(expression)
        return found

    def date_of(self, expression: TimeExpression) -> str:
        """The date of an expression that counts from an event, else ""."""
        match = _BY_EVENT.fullmatch(expression.text) if expression.kind == "event" else None
        if match is None:
            return ""
        date = self._dates.get(_singular(match[3]), "")
        lead, side = (match[1] or "").strip(), (match[2] or "").lower()
        if not date or not lead or _AT_ONCE.fullmatch(lead) or side in ("", "during"):
            return date
        return counted_from(date, lead, back=side == "before")


def _singular(noun: str) -> str:
    noun = noun.lower()
    return noun if noun in _EVENTS else noun.removesuffix("s")
