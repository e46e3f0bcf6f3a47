"""Holidays that news dates statements by, and the day of each in a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dateutil.easter import easter

_MONDAY, _THURSDAY, _SUNDAY = 0, 3, 6
_DayOfYear = Callable[[int], date]


def _fixed(month: int, day: int) -> _DayOfYear:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> _DayOfYear:
    """Counted from the Easter of the West."""
    return lambda year: easter(year) + timedelta(days=days)


def _weekday_from(month: int, earliest: int, weekday: int, days: int = 0) -> _DayOfYear:
    """So many days behind the first such weekday from a day of a month on."""

    def day(year: int) -> date:
        start = date(year, month, earliest)
        return start + timedelta(days=(weekday - start.weekday()) % 7 + days)

    return day


_FEASTS: Final = {
    **dict.fromkeys(("New Year's Day", "New Year's morning", "New Year's"), _fixed(1, 1)),
    "Epiphany": _fixed(1, 6),
    **dict.fromkeys(
        ("Martin Luther King Day", "Martin Luther King Jr. Day", "MLK Day"),
        _weekday_from(1, 15, _MONDAY),
    ),
    "Burns Night": _fixed(1, 25),
    "Australia Day": _fixed(1, 26),
    "Groundhog Day": _fixed(2, 2),
    "Waitangi Day": _fixed(2, 6),
    "Valentine's Day": _fixed(2, 14),
    **dict.fromkeys(("Presidents' Day", "President's Day"), _weekday_from(2, 15, _MONDAY)),
    **dict.fromkeys(
        ("Mardi Gras", "Shrove Tuesday", "Fat Tuesday", "Pancake Day"), _from_easter(-47)
    ),
    "Ash Wednesday": _from_easter(-46),
    "Palm Sunday": _from_easter(-7),
    **dict.fromkeys(("Maundy Thursday", "Holy Thursday"), _from_easter(-3)),
    "Good Friday": _from_easter(-2),
    **dict.fromkeys(("Easter Saturday", "Holy Saturday"), _from_easter(-1)),
    **dict.fromkeys(("Easter Sunday", "Easter Day", "Easter"), _from_easter(0)),
    "Easter Monday": _from_easter(1),
    "Ascension Day": _from_easter(39),
    **dict.fromkeys(("Whit Sunday", "Pentecost"), _from_easter(49)),
    "Whit Monday": _from_easter(50),
    "International Women's Day": _fixed(3, 8),
    "St. Patrick's Day": _fixed(3, 17),
    "Earth Day": _fixed(4, 22),
    "St. George's Day": _fixed(4, 23),
    "Anzac Day": _fixed(4, 25),
    "May Day": _fixed(5, 1),
    "Victoria Day": _weekday_from(5, 18, _MONDAY),
    "Memorial Day": _weekday_from(5, 25, _MONDAY),
    "Father's Day": _weekday_from(6, 15, _SUNDAY),
    "Juneteenth": _fixed(6, 19),
    "Canada Day": _fixed(7, 1),
    **dict.fromkeys(("Fourth of July", "July Fourth"), _fixed(7, 4)),
    "Bastille Day": _fixed(7, 14),
    "Labor Day": _weekday_from(9, 1, _MONDAY),
    **dict.fromkeys(("Columbus Day", "Indigenous Peoples' Day"), _weekday_from(10, 8, _MONDAY)),
    **dict.fromkeys(("Halloween", "Hallowe'en"), _fixed(10, 31)),
    "All Saints' Day": _fixed(11, 1),
    **dict.fromkeys(("Bonfire Night", "Guy Fawkes Night"), _fixed(11, 5)),
    **dict.fromkeys(("Armistice Day", "Veterans' Day", "Veteran's Day"), _fixed(11, 11)),
    "Thanksgiving Eve": _weekday_from(11, 22, _THURSDAY, -1),
    **dict.fromkeys(("Thanksgiving Day", "Thanksgiving"), _weekday_from(11, 22, _THURSDAY)),
    "Black Friday": _weekday_from(11, 22, _THURSDAY, 1),
    "Cyber Monday": _weekday_from(11, 22, _THURSDAY, 4),
    "Christmas Eve": _fixed(12, 24),
    **dict.fromkeys(("Christmas Day", "Christmas morning", "Christmas"), _fixed(12, 25)),
    **dict.fromkeys(("Boxing Day", "St. Stephen's Day"), _fixed(12, 26)),
    **dict.fromkeys(("New Year's Eve", "Hogmanay"), _fixed(12, 31)),
}
"""No Mother's Day, Labour Day or Independence Day: each country has its own."""


def _key(name: str) -> str:
    return re.sub(r"[.'’]", "", name.lower())


_DAY_OF: Final = {_key(name): day for name, day in _FEASTS.items()}
_FORMS: Final = {
    re.escape(form).replace("'", "[’']?").replace(r"\.", r"\.?")
    for name in _FEASTS
    for form in (name, name.upper())
}
FEAST: Final = rf"(?:{'|'.join(sorted(_FORMS, reverse=True))})"
"""Pattern of the name of one, its blanks escaped."""
FEAST_HEADS: Final = tuple(sorted({name.lower()[:3].rstrip(".") for name in _FEASTS}))
"""What the names begin with, in small letters."""


def feast_day(name: str, year: int) -> date:
    """The day of a holiday in a year; `name` is what `FEAST` matches, in any letters."""
    return _DAY_OF[_key(name)](year)
