"""How far a page's own clock is from universal time, told by a moment that it gives in both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from pipeline.ingest.dates import LONGEST_DATE_TEXT, read_date

_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d\d)(?::\d\d)?(?:\.\d+)?(?:\s*([ap])\.?m\b)?", re.I)
_FULL = len("2020-01-06")
_STEP: Final = timedelta(minutes=15)
_FARTHEST: Final = (timedelta(hours=-11), timedelta(hours=14))
"""Where it is earliest and latest: American Samoa, Kiribati."""


def clock_time(text: str) -> datetime | None:
    """The day and minute that a text shows, whatever its zone; None if it does not show both.

    >>> clock_time("Nov. 19, 2019 at 10:31 pm CST")
    datetime.datetime(2019, 11, 19, 22, 31)
    """
    day = read_date(text, foreign=False) if len(text) <= LONGEST_DATE_TEXT else ""
    clock = _CLOCK.search(text) if len(day) == _FULL else None
    if clock is None:
        return None
    hour, minute = int(clock[1]), int(clock[2])
    if clock[3]:
        hour = hour % 12 + 12 * (clock[3].lower() == "p")
    if hour > 23 or minute > 59:
        return None
    return datetime.fromisoformat(day) + timedelta(hours=hour, minutes=minute)


def local_day(stamp: str, pairs: Iterable[tuple[str, str]]) -> str:
    """The ISO date of a stamp in universal time where the page is; empty if that is not told.

    Args:
        stamp: The day and time to be told.
        pairs: A time in universal time, and what may be the same by the page's own clock.
    """
    moment = clock_time(stamp)
    if moment is None:
        return ""
    gaps = (_gap(*pair) for pair in pairs)
    gap = next(filter(None, gaps), None)
    return "" if gap is None else (moment + gap).date().isoformat()


def _gap(universal: str, shown: str) -> timedelta | None:
    """How far one clock is from the other, if they can show the same moment: zones lie whole
    quarters of an hour apart."""
    first, second = clock_time(universal), clock_time(shown)
    if first is None or second is None:
        return None
    gap = second - first
    return gap if not gap % _STEP and _FARTHEST[0] <= gap <= _FARTHEST[1] else None
