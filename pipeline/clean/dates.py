"""Dates as pages write them: at an article's head, in a comment's header, after an update.

Only what stands there is read: a date without a year, or "2 days ago", has no ISO date,
and a numeric date that could be read two ways gives its year alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from pipeline.months import MONTH_HEADS, MONTH_WORD, month_number

_MONTH = rf"(?P<{{0}}>{MONTH_WORD})\b\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,? (?:the )?)?"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:19|20)\d\d)(?:\b|(?=[0-3]?\d [a-z]{{3}}|updated|[012]?\d:[0-5]\d))"

_DATE = re.compile(
    # Pages show a name and a day, or a day for each of two widths, without a space between.
    r"(?:(?<![\w/.-])|(?<=(?-i:[a-z\d]))(?=(?-i:[A-Z][a-z])))"
    + _WEEKDAY
    + "(?:"
    + "|".join(
        (
            _MONTH.format("m1")
            + r" ?"
            + _DAY.format("d1")
            + r"(?:,? ?,? (?:at )?"
            + _YEAR.format("y1")
            + r"|(?!\d|:\d))",
            _DAY.format("d2")
            + r"[ -](?:of )?"
            + _MONTH.format("m2")
            + r"(?:,?[ -]"
            + _YEAR.format("y2")
            + ")?",
            r"(?P<y3>(?:19|20)\d\d)(?P<s>[-/.])(?P<m3>[01]?\d)(?P=s)(?P<d3>[0-3]?\d)(?!\d)",
            r"(?P<a>[0-3]?\d)(?P<t>[-/.])(?P<b>[0-3]?\d)(?P=t)(?P<y4>(?:19|20)?\d\d)"
            r"(?:(?=T\d)|(?![\w/]))",
            _MONTH.format("m5") + r",? " + _YEAR.format("y5"),
        )
    )
    + ")",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<![\d:.])(?:at |@ ?|T|às )?(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?::[0-5]\d)?"
    r"(?: ?[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?)"
    r"(?: ?\(?(?:[ECMP][SD]?T|GMT|UTC|BST|IST|CET|Z|(?-i:[A-Z]{2,3}T))\b\)?)?"
    r"(?: ?[+-]\d\d:?\d\d)?",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\b(?:about |over |almost |~)?(?:\d+|an?|one|two|three|four|five|six|a few|several) ?"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?)"
    r" ago\b|\b(?:yesterday|today) at\b|\bjust now\b|\b\d+ ?(?:h|hr|d|w|y)\b(?= ?(?:ago|\W|$))",
    re.IGNORECASE,
)
_CLUE = re.compile(r"\d")
# What every date, time and age contains: a cheap look before a dear one.
_FIGURES = re.compile(r"\d[-/.]\d")
_TIME_CLUE = re.compile(r"\d(?:[:.h]\d\d| ?[ap]\.?m)", re.IGNORECASE)
_AGO_WORDS = (" ago", "now", "day at")
_AGO_CLUE = re.compile(r"\d ?[hdwy]", re.IGNORECASE)
_YEARLESS = timedelta(days=180)
"""How long after an article a day is told without its year."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text. `iso` may be partial, or empty where no year is given."""

    start: int
    end: int
    iso: str
    month_day: str = ""
    """`01-06` where month and day are given in words."""
    day_first: str = ""
    month_first: str = ""
    """Of a date in figures, the ISO date read in the one order and in the other; empty where
    there is no such day."""


def find_dates(text: str) -> list[FoundDate]:
    """Calendar dates in `text`, in order."""
    if not _CLUE.search(text):
        return []
    if not _FIGURES.search(text) and not any(map(text.lower().__contains__, MONTH_HEADS)):
        return []
    return [
        FoundDate(m.start(), m.end(), _iso(m), _month_day(m), *_readings(m))
        for m in _DATE.finditer(text)
    ]


# Asked for a line by the classifier, and again by what is settled after it.
@lru_cache(maxsize=20_000)
def without_dates(text: str) -> tuple[str, str, bool]:
    """`text` without dates and times; the first ISO date; whether there was any at all."""
    if not _CLUE.search(text) and "ago" not in text and "now" not in text:
        return text, "", False
    iso = ""
    pieces: list[str] = []
    end = 0
    for found in find_dates(text):
        iso = iso or found.iso
        pieces.append(text[end : found.start])
        end = found.end
    pieces.append(text[end:])
    bare = " ".join(pieces)
    aged = any(map(bare.lower().__contains__, _AGO_WORDS)) or _AGO_CLUE.search(bare)
    rest = _AGO.sub(" ", bare) if aged else bare
    seen = end > 0 or rest != bare
    timeless = _TIME.sub(" ", rest) if _TIME_CLUE.search(rest) else rest
    return timeless, iso, seen or timeless != rest


def with_year(text: str, since: str) -> str:
    """The ISO date of a day without its year, which is the first such day from `since` on.

    Empty where the text has another date than one, or that day is many months after `since`.

    >>> with_year("Jo 2 January 10:14", "2019-12-28"), with_year("Jo 27 December", "2019-12-28")
    ('2020-01-02', '')
    """
    found = find_dates(text)
    if len(found) != 1 or found[0].iso or not found[0].month_day or len(since) != len("2020-01-06"):
        return ""
    month, day = map(int, found[0].month_day.split("-"))
    days = (_checked(int(since[:4]) + later, month, day) for later in (0, 1))
    first = next((iso for iso in days if iso >= since), "")
    near = first and date.fromisoformat(first) - date.fromisoformat(since) <= _YEARLESS
    return first if near else ""


def has_time(text: str) -> bool:
    """Whether there is a time of day in `text`, besides its dates."""
    bare = text
    for found in reversed(find_dates(text)):
        bare = f"{bare[: found.start]} {bare[found.end :]}"
    return _TIME.search(bare) is not None


def _iso(match: re.Match[str]) -> str:
    group = match.groupdict()
    for number in "123":
        if group["d" + number] is None:
            continue
        if group["y" + number] is None:
            return ""
        month = group["m" + number]
        return _checked(
            int(group["y" + number]),
            int(month) if month.isdigit() else month_number(month),
            int(group["d" + number]),
        )
    if group["a"] is not None:
        day_first, month_first = _readings(match)
        if _is_parted_by_dots(match):
            return day_first or month_first
        return _numeric(int(group["a"]), int(group["b"]), group["y4"])
    return f"{group['y5']}-{month_number(group['m5']):02d}"


def _month_day(match: re.Match[str]) -> str:
    for number in "12":
        if match["d" + number] is not None:
            return f"{month_number(match['m' + number]):02d}-{int(match['d' + number]):02d}"
    return ""


def _readings(match: re.Match[str]) -> tuple[str, str]:
    """A date in figures, the year last, with the day first and with the month first."""
    if match["a"] is None:
        return "", ""
    first, second, year = int(match["a"]), int(match["b"]), _year(match["y4"])
    day_first = _checked(year, second, first)
    if day_first and _is_parted_by_dots(match):
        return day_first, ""
    return day_first, _checked(year, first, second)


def _is_parted_by_dots(match: re.Match[str]) -> bool:
    """Whether a date is written as 31.12.2020 is: no country has the month first so."""
    return match["t"] == "." and len(match["y4"]) == len("2020")


def _year(text: str) -> int:
    year = int(text)
    return year if year >= 100 else year + (2000 if year < 70 else 1900)


def _numeric(first: int, second: int, year_text: str) -> str:
    year = _year(year_text)
    if first == second:
        return _checked(year, first, second)
    if first > 12 >= second:
        return _checked(year, second, first)
    if second > 12 >= first:
        return _checked(year, first, second)
    return str(year) if first <= 12 and len(year_text) == 4 else ""


def _checked(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
