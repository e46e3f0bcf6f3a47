"""Dates in figures that can be read two ways: `03/04/2020` is March in one paper, April in another.

By itself such a date stays open. What settles it is how other dates are written: in the
same page, by the same outlet, in the same folder, or in the whole corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.clean.dates import find_dates
from pipeline.records import DateOrder

_US_ZONE = re.compile(
    r"[ ,]+(?:at )?[\d:]{4,8} ?[AaPp]\.?[Mm]\.? (?:EDT|C[SD]T|M[SD]T|P[SD]T|[ECMP]T)\b"
)
"""A time of day in the United States, behind a day in figures; Australia has an EST of its own."""


def order_of(texts: Iterable[str]) -> DateOrder:
    """The order in which the dates in some texts can be read; empty if none or either tells."""
    found: set[DateOrder] = set()
    for text in texts:
        for day in find_dates(text):
            if day.day_first and not day.month_first:
                found.add("dmy")
            elif day.month_first and (not day.day_first or _US_ZONE.match(text, day.end)):
                found.add("mdy")
    return found.pop() if len(found) == 1 else ""


def is_open(text: str) -> bool:
    """Whether a text has a date that can be read as two days."""
    return any(
        day.day_first and day.month_first and day.day_first != day.month_first
        for day in find_dates(text)
    )


def order_by_day(text: str, day: str) -> DateOrder:
    """The one order that makes the open dates of a text fall on a day, or in a month."""
    orders: set[DateOrder] = set()
    for found in find_dates(text) if day else ():
        dmy, mdy = found.day_first.startswith(day), found.month_first.startswith(day)
        if dmy != mdy:
            orders.add("dmy" if dmy else "mdy")
    return orders.pop() if len(orders) == 1 else ""


def may_begin_with_year(figures: str) -> bool:
    """Whether a date given in figures can be a day of 2020 as well as of 2006: `20-01-06`."""
    from pipeline.ingest.dates import read_date

    return "-" in figures and read_date(figures, frozenset(("ymd",))) != ""


def given_day(figures: str, order: DateOrder) -> str:
    """The ISO date that was given in figures, read in an order; empty if that is no day."""
    from pipeline.ingest.dates import read_date

    if not order or may_begin_with_year(figures):
        return ""
    return read_date(figures, frozenset((order,)))


def settled(text: str, order: DateOrder) -> str:
    """The text with its open dates as ISO dates, in their places; the same if not known."""
    if not order:
        return text
    for day in reversed(find_dates(text)):
        if day.day_first and day.month_first:
            iso = day.day_first if order == "dmy" else day.month_first
            text = f"{text[: day.start]}{iso}{text[day.end :]}"
    return text
