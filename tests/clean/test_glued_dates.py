"""Dates that a page shows without a space before or behind them, and days that are no stamps."""

import pytest

from pipeline.clean.dates import find_dates
from pipeline.clean.published import complete
from pipeline.records import Metadata
from tests.clean.pages import BODY, TITLE, cleaned, page


@pytest.mark.parametrize(
    "stamp",
    [
        "Published On 5 Jun 20235 Jun 2023",
        "14:22, 5 Jun 2023Updated15:10, 5 Jun 2023",
        "05/06/2023June 5, 2023",
        "By Ada QuistJune 5, 2023",
    ],
)
def test_they_are_read(stamp: str) -> None:
    assert complete(Metadata(), "a.txt", "", [stamp], "", []).published == "2023-06-05"


@pytest.mark.parametrize("text", ["the v5.June 3 release", "flight BA2012", "room 20235"])
def test_what_is_no_date_is_not(text: str) -> None:
    assert [found.iso for found in find_dates(text) if found.iso] == []


def test_a_lifetime_is_no_day_of_publication() -> None:
    article = cleaned(page("Ada Quist", "August 9, 1932 – April 30, 2020", *BODY))
    assert article.metadata.published == ""


def test_the_day_of_a_release_stands_over_a_line_for_the_press() -> None:
    contact = "Contact: Jo Brandt, (555) 555-0100, press@harbour.example"
    article = cleaned(
        page("FOR IMMEDIATE RELEASE", "Tuesday, September 18, 2012", contact, TITLE, *BODY)
    )
    assert article.metadata.published == "2012-09-18"


def test_a_dateline_stands_below_a_summary_in_points() -> None:
    points = ("* Night ferry is kept for two years", "* Company loses 190,000 a year")
    opening = "SKERRY, May 2 2021 (IslandWire) - " + BODY[0]
    article = cleaned(page(TITLE, *points, opening, *BODY[1:]))
    assert article.metadata.published == "2021-05-02"


def test_a_comment_does_not_date_an_article_that_shows_an_open_date() -> None:
    comments = ("2 Comments", "Avi K.", "May 14, 2012 at 9:10 am", "Keep the boat!", "Reply")
    text = page(TITLE, "Published: 03.05.12, 14:20", *BODY, *comments)
    article = cleaned(text)
    assert article.date_is_open
    assert article.metadata.published == ""


def test_a_time_of_day_in_the_united_states_tells_how_figures_are_read() -> None:
    stamp = "POSTED: 10/05/2010 01:00:00 AM MDT"
    assert cleaned(page(TITLE, stamp, *BODY)).metadata.published == "2010-10-05"


def test_a_date_with_dots_has_the_day_first() -> None:
    assert cleaned(page(TITLE, "12.07.2023, 18:40", *BODY)).metadata.published == "2023-07-12"
    assert cleaned(page(TITLE, "07.12.23, 18:40", *BODY)).metadata.published == ""
