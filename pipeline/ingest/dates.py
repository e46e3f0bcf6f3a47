"""Dates as people write them, to ISO dates; what could be read two ways stays open.

No clock is asked: a date is read from its own words and figures or not at all, so
"yesterday" is no date and the same corpus gives the same dates tomorrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from pipeline.months import MONTH_WORD, month_number

if TYPE_CHECKING:
    from dateparser.date import DateData

Order = Literal["ymd", "dmy", "mdy"]
Orders = frozenset[Order]
ALL_ORDERS: Final[Orders] = frozenset(("ymd", "dmy", "mdy"))

EARLIEST_YEAR, LATEST_YEAR = 1600, 2100
LONGEST_DATE_TEXT = 120

# Languages of which news is read in quantity; each costs time when it is first tried.
_OTHER_LANGUAGES: Final = (
    "es", "fr", "de", "pt", "it", "nl", "ru", "uk", "pl", "cs", "ro", "sv", "da", "nb", "fi",
    "hu", "el", "tr", "ar", "fa", "he", "hi", "id", "vi", "zh", "ja", "ko",
)  # fmt: skip

_TIME_TAIL = r"(?:[T ,|-]{1,3}\d{1,2}[:.h]\d{2}.{0,40})?"
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ,].{0,40})?)?Z?\Z")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(?:\d{4}|\d{6})(?:Z|[+-]\d{4})?)?\Z")
_TO_THE_HOUR = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:[01]\d|2[0-3])\Z")
_EPOCH = re.compile(r"(1\d{9})(?:\d{3})?(?:\.\d{1,6})?\Z")
"""Seconds since 1970: 2001 to 2033; other figures so long number something else."""
_NUMERIC = re.compile(rf"(\d{{1,4}})([./-])(\d{{1,2}})\2(\d{{1,4}}){_TIME_TAIL}\Z")
_YEAR_FIRST = re.compile(r"\d{4}")
_MONTH_YEAR = re.compile(r"(?:(\d{4})[./](\d{1,2})|(\d{1,2})[./-](\d{4}))\Z")
_WORDED = re.compile(
    rf"\b(?:(?P<month>{MONTH_WORD})\b\.?\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+)?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+|-)(?:of\s+)?(?P<month2>{MONTH_WORD})\b\.?"
    rf"(?:\s*,?\s+|-))(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"(?:updat|modif|revis|correct|edit)\w{0,8}[\s:]{0,3}(?:on\s)?\s*\Z", re.I)


def iso_date(year: int, month: int = 0, day: int = 0) -> str:
    """The ISO date, partial where month or day is 0; empty if there is no such day."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR or not 0 <= month <= 12:
        return ""
    if not month:
        return f"{year:04}"
    if not day:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def read_date(text: str, orders: Orders = ALL_ORDERS, *, foreign: bool = True) -> str:
    """The ISO date that a whole cell, attribute or header value says.

    Args:
        text: The value: ISO, `6 Jan 2020, 07:12 GMT`, `1/16/2020`, seconds since 1970,
            or the same in other languages. A time of day is dropped, the day kept as written.
        orders: How numeric dates may be read here (`column_orders` tells it for a column).
        foreign: Whether months are also understood in other languages than English,
            which is slow where the text is no date.

    Returns:
        A full date, or `2020-01` or `2020` where no more is said; empty if the value is
        no date, is relative, or could be read as two different days.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST_DATE_TEXT or not any(map(str.isdigit, text)):
        return ""
    if match := _ISO.match(text):
        return iso_date(*(int(group or 0) for group in match.groups()))
    if match := _COMPACT.match(text) or _TO_THE_HOUR.match(text):
        compact = iso_date(*map(int, match.groups()))
        if compact:
            return compact
    if match := _EPOCH.match(text):
        return datetime.fromtimestamp(int(match[1]), tz=UTC).date().isoformat()
    if re.fullmatch(r"\d{4}", text):
        return iso_date(int(text))
    if match := _MONTH_YEAR.match(text):
        year, month = (match[1], match[2]) if match[1] else (match[4], match[3])
        return iso_date(int(year), int(month)) if int(month) else ""
    if readings := _numeric_readings(text):
        days = {day for order, day in readings.items() if order in orders}
        return days.pop() if len(days) == 1 else ""
    return _worded_date(text, foreign)


def column_orders(values: Iterable[str]) -> Orders:
    """The orders in which every numeric date among the values can be read.

    One `16/01/2020` shows that `06/01/2020` beside it is the sixth of January. A column
    that no single order can read decides nothing: all orders are returned.
    """
    orders: Orders = ALL_ORDERS
    for value in values:
        readings = _numeric_readings(" ".join(value.split()))
        # a year of four figures in front is no evidence of how the others are meant
        if readings and not _YEAR_FIRST.match(value.strip()):
            orders &= readings.keys()
    return orders or ALL_ORDERS


def date_in_figures(text: str) -> str:
    """The value, if it is a date in figures whose order of day and month is to be told."""
    text = " ".join(text.split())
    return text if _numeric_readings(text) and not _YEAR_FIRST.match(text) else ""


def _numeric_readings(text: str) -> dict[Order, str]:
    """The days that `1/2/2020` and its like can mean, by the order that gives each."""
    match = _NUMERIC.match(text)
    if not match:
        return {}
    first, middle, last = match[1], match[3], match[4]
    readings: dict[Order, str] = {}
    candidates: tuple[tuple[Order, str, str, str], ...] = (
        ("ymd", first, middle, last),
        ("dmy", last, middle, first),
        ("mdy", last, first, middle),
    )
    for order, year, month, day in candidates:
        if len(year) not in (2, 4) or len(month) > 2 or len(day) > 2:
            continue
        number = int(year)
        if len(year) == 2:  # as POSIX reads two figures
            number += 2000 if number < 69 else 1900
        if int(month) and int(day) and (found := iso_date(number, int(month), int(day))):
            readings[order] = found
    if match[2] == "." and len(last) == 4 and "dmy" in readings:
        # No country writes 12.31.2020.
        readings.pop("mdy", None)
    return readings


def _worded_date(text: str, foreign: bool) -> str:
    found = [
        (match.start(), day)
        for match in _WORDED.finditer(text)
        if (day := _from_words(match)) and not _CHANGED.search(text[: match.start()])
    ]
    days = {day for _, day in found}
    if days:
        return days.pop() if len(days) == 1 else ""
    if _WORDED.search(text):
        return ""
    return _foreign_date(text) if foreign else ""


def _from_words(match: re.Match[str]) -> str:
    month = month_number(match["month"] or match["month2"])
    return iso_date(int(match["year"]), month, int(match["day"] or match["day2"] or 0))


@lru_cache(maxsize=4096)
def _foreign_date(text: str) -> str:
    """A date in another language, or in a shape the patterns above do not know."""
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    if len(years) != 1 or (text.isascii() and not re.search(r"[A-Za-z]{3}", text)):
        return ""
    data = _parsed(text, "UTC")
    if data.date_obj is not None and data.date_obj.tzinfo is not None:
        # the text names its own zone: the day is to stay that of its words
        data = _parsed(text, "local")
    moment = data.date_obj
    if moment is None or moment.year != int(years[0]):
        return ""
    day = moment.day if re.search(rf"(?<!\d)0?{moment.day}(?!\d)", text) else 0
    return iso_date(moment.year, moment.month, day if data.period != "month" else 0)


def _parsed(text: str, zone: str) -> DateData:
    """dateparser's answer, which has a zone where the text names one.

    zone: where the text names none: with `local`, the machine's is asked for, which fails
        where that has no name; else a time is moved there from the zone that the text names.
    """
    # dateparser takes a second to load, and most corpora never need it
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en", *_OTHER_LANGUAGES],
        use_given_order=True,
        # the locale that read the last text must not colour the next one
        try_previous_locales=False,
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["year", "month"],
            "PREFER_DAY_OF_MONTH": "first",
            "TIMEZONE": zone,
        },
    )
    return parser.get_date_data(text)
