"""Dates are read where they are plain, and left open where they could mean two days."""

import pytest

from pipeline.clean.dates import find_dates, without_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("By Jane Doe | January 6, 2020", "2020-01-06"),
        ("Published 6 Jan 2020 7.12 GMT", "2020-01-06"),
        ("Tue., Nov. 19th, 2019", "2019-11-19"),
        ("2019-11-18T20:51:19Z", "2019-11-18"),
        ("Posted by: Jo | March 03, 2012 at 04:15 PM", "2012-03-03"),
        ("23/04/2018 16:15", "2018-04-23"),
        ("in May 2016", "2016-05"),
        ("Auguſt 6, 1917", "1917-08-06"),
        ("6 APRİL 2020", "2020-04-06"),
        ("in Auguſt 1917", "1917-08"),
    ],
)
def test_read(text: str, iso: str) -> None:
    assert [found.iso for found in find_dates(text)] == [iso]


def test_a_numeric_date_of_two_readings_gives_its_year_alone() -> None:
    assert [found.iso for found in find_dates("06/01/2020")] == ["2020"]


@pytest.mark.parametrize("text", ["March 3 at 4:15 pm", "6 January"])
def test_without_a_year_there_is_no_iso_date(text: str) -> None:
    assert [found.iso for found in find_dates(text)] == [""]


@pytest.mark.parametrize(
    "text", ["31 February 2020", "the 2020 budget", "1,200 of 3,000", "10.5.3.1"]
)
def test_no_such_day(text: str) -> None:
    assert not any(found.iso for found in find_dates(text))


def test_times_and_relative_dates_are_part_of_a_stamp() -> None:
    rest, iso, dated = without_dates("Jo Miller • 2 hours ago")
    assert (rest.strip(), iso, dated) == ("Jo Miller •", "", True)
