"""Reader comments and the lines they are printed as, before any system's own shape."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Comment:
    author: str
    written: datetime
    paragraphs: tuple[str, ...]
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a page: its text, how far it is set in, and blank lines before it."""

    text: str
    indent: int = 0
    gap: int = 1


System = Callable[[Sequence[Comment], str, random.Random], list[Printed]]
"""A comment system: comments and the article's title to the lines of a section."""


def day_of(at: datetime, rng: random.Random, ordinal: bool = False) -> str:
    """A date as sites write it."""
    suffix = "th" if 10 < at.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(at.day % 10, "th")
    day = f"{at.day}{suffix if ordinal else ''}"
    return rng.choice((f"{at:%B} {day}, {at.year}", f"{at:%b} {day}, {at.year}"))


def clock_of(at: datetime, rng: random.Random) -> str:
    """A time of day as sites write it."""
    hour = at.hour % 12 or 12
    half = "am" if at.hour < 12 else "pm"
    return rng.choice(
        (
            f"{hour}:{at:%M} {half}",
            f"{hour}:{at:%M}{half.upper()}",
            f"{hour}:{at:%M} {half.upper()}",
        )
    )


def ago(rng: random.Random) -> str:
    """A relative date."""
    unit = rng.choice(("minute", "hour", "day", "week", "month", "year"))
    count = rng.randint(1, 11)
    if rng.random() < 0.15:
        return f"{count}{unit[0]}"
    return f"{'about ' if rng.random() < 0.1 else ''}{count} {unit}{'s' if count > 1 else ''} ago"


def text_of(comment: Comment, indent: int, gap: int) -> list[Printed]:
    """The comment's paragraphs, the first one `gap` lines below its head."""
    return [Printed(paragraph, indent, gap) for paragraph in comment.paragraphs]


def maybe_header(comments: Sequence[Comment], title: str, rng: random.Random) -> list[Printed]:
    """One of the headers of a comment section, or none."""
    count = len(comments)
    headers = (
        f"{count} Comments",
        f"{count} Responses to “{title}”",
        f"{count} comments on “{title}”",
        "Comments",
        f"Comments ({count})",
        f"{count} responses so far",
        "Leave a comment",
        f"{count} Replies to {title}",
        "Reader comments",
        "Discussion",
        "What do you think?",
        "Comments:",
        f'{count} Comments to "{title}"',
        "User comments",
        f"Join the discussion {count} Comments",
        "Have your say",
        "RESPONSES",
    )
    return [Printed(rng.choice(headers), 0, 2)] if rng.random() < 0.55 else []


def thread(
    authors: Sequence[str], texts: Sequence[tuple[str, ...]], start: datetime, rng: random.Random
) -> list[Comment]:
    """Comments by `authors`, drawn with repetition, one for each of `texts`, in order of time."""
    comments: list[Comment] = []
    at = start
    for paragraphs in texts:
        at += timedelta(minutes=rng.randint(1, 900))
        depth = 0
        if comments and rng.random() < 0.3:
            depth = min(4, comments[-1].depth + 1)
        comments.append(Comment(rng.choice(authors), at, paragraphs, depth))
    return comments
