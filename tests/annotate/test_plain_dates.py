"""Dates in plain forms are read as dateparser reads them."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.annotate.dating.plain_dates import plain_date
from pipeline.annotate.dating.time_values import read_by_dateparser

_BASES = (date(2016, 2, 29), date(2019, 12, 31), date(2021, 7, 9))


@pytest.mark.parametrize("base", _BASES)
@pytest.mark.parametrize("ahead", [False, True])
@pytest.mark.parametrize(
    "words",
    [
        *("january 1", "february 28", "march 1", "july 9", "july 10", "dec. 31", "sept. 11"),
        *(
            "aug. 3 2010",
            "may 29 1999",
            "5 march",
            "9 july 2021",
            "31 oct. 1956",
            "29 february 2020",
        ),
        *("may 2008", "sept. 2030", "december 1912", "june 1"),
    ],
)
def test_as_dateparser_reads_them(words: str, base: date, ahead: bool) -> None:
    assert plain_date(words, base, ahead) == read_by_dateparser(words, base, ahead)


def test_the_machines_time_zone_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "UTC0")
    monkeypatch.setattr("tzlocal.unix._cache_tz", None)
    assert read_by_dateparser("may 5 2019", date(2020, 1, 6), False) == "2019-05-05"


@pytest.mark.parametrize(
    "words",
    [
        *("february 29", "june 31", "march 0", "may 05", "marched 5", "2019 may 5", "5", "may"),
        *("april 5 99", "may 5 june 6", "may 1066"),
    ],
)
def test_what_is_not_plain_is_left(words: str) -> None:
    assert plain_date(words, date(2020, 1, 6), False) is None
