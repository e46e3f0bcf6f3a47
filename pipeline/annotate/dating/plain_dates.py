"""Dates in the plain forms that nearly all articles write: `March 5`, `5 March 2019`, `March 2019`.

dateparser reads them alike (a test compares them), but takes half a second to get ready.
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.annotate.dating.time_expressions import MONTHS

_NUMBER_OF = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBER_OF, key=len, reverse=True))})\.?"
_DAY, _YEAR = r"(?P<day>[12]\d|3[01]|[1-9])", r"(?P<year>(?:19|20)\d\d)"
_MONTH_FIRST = re.compile(f"{_MONTH} {_DAY}(?: {_YEAR})?")
_DAY_FIRST = re.compile(f"{_DAY} {_MONTH}(?: {_YEAR})?")
_MONTH_AND_YEAR = re.compile(f"{_MONTH} {_YEAR}")


def plain_date(words: str, base: date, ahead: bool) -> str | None:
    """The ISO date, full or without its day, that words in small letters stand for.

    Where no year is given, it is the last such day up to `base`, or with `ahead` the first
    behind it.
    None: they are of no plain form, or there is no such day.
    """
    if no_day := _MONTH_AND_YEAR.fullmatch(words):
        return f"{no_day['year']}-{_NUMBER_OF[no_day['month']]:02d}"
    match = _MONTH_FIRST.fullmatch(words) or _DAY_FIRST.fullmatch(words)
    if match is None:
        return None
    month, day = _NUMBER_OF[match["month"]], int(match["day"])
    if not match["year"] and (month, day) == (2, 29):
        return None
    year = int(match["year"] or base.year)
    if not match["year"] and ahead:
        year += (month, day) <= (base.month, base.day)
    elif not match["year"]:
        year -= (month, day) > (base.month, base.day)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
