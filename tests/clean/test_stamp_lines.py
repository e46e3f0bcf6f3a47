"""A line near the headline that does little but name a day says when the article was published."""

import pytest

from pipeline.clean.stamp_lines import is_month_stamp, is_stamp
from tests.clean.pages import BODY, TITLE, cleaned, page, removed

DECK = "The hall was full. The stairs were too."
DAYS = (
    "Tuesday 8 November 2022",
    "Embargoed until 00:01 island time, 8 November 2022",
    "Embargo: 00.01 hrs, Tuesday 8 November 2022",
    "Not for publication before 6am on 8 November 2022",
    "FOR IMMEDIATE RELEASE: November 8, 2022",
    "Press release 22/114 – 8 November 2022",
    "Skerry (IPA) – Issued on: 28/11/2022",
    "Issued: 8 November 2022",
    "Skerry Gazette, 8 November 2022",
    "The Lantern, 8 November 2022",
    "Page 4, Skerry Gazette, Nov. 8, 2022",
    "Skerry Gazette, Nov. 8, 2022 (print edition)",
    "Vol. 12, No. 45, November 8, 2022",
    "Original air date: Nov. 8, 2022",
    "Broadcast on 8 November 2022",
    "8 November 2022, 4 min read",
    "Ada Quist in Skerry, 8 November 2022",
)


@pytest.mark.parametrize("line", DAYS)
def test_a_day_is_read_wherever_it_stands_at_the_head(line: str) -> None:
    day = "2022-11-28" if "28/" in line else "2022-11-08"
    for head in (
        (TITLE, line),
        (line, TITLE),
        (TITLE, DECK, line),
        (TITLE, DECK, "By Ada Quist", line),
        ("Opinion", TITLE, "Ada Quist", "Guest columnist", line),
    ):
        article = cleaned(page(*head, *BODY))
        assert (article.metadata.published, article.metadata.published_basis) == (day, "page")
        assert article.metadata.title == TITLE
        assert line in removed(article)


def test_a_day_is_read_above_a_footer() -> None:
    ends = ("ENDS", "Notes to editors", "For interviews contact the press office, tel. 0000 117.")
    article = cleaned(page(TITLE, DAYS[1], *BODY, *ends))
    assert article.metadata.published == "2022-11-08"


@pytest.mark.parametrize(
    "line",
    [
        "January 2020",
        "The Island Review, January 2020",
        "January 2020 | Island Review",
        "Skerry, January 2020",
        "The Island Review, Vol. 4, January 2020",
    ],
)
def test_a_month_beside_a_name_is_the_month_of_publication(line: str) -> None:
    assert is_month_stamp(line)
    for head in ((TITLE, line), (line, TITLE), (TITLE, DECK, line)):
        article = cleaned(page(*head, *BODY))
        assert (article.metadata.published, article.metadata.title) == ("2020-01", TITLE)


@pytest.mark.parametrize(
    "line",
    [
        "The January 2020 issue",
        "How the storm of January 2020 came ashore",
        "The ferry sank in January 2020.",
        "January 2020 to March 2020",
        "Photo by Ada Quist, 6 January 2020",
        "Archive 2020",
    ],
)
def test_a_month_in_other_words_is_none(line: str) -> None:
    assert not is_month_stamp(line)


@pytest.mark.parametrize(
    "line",
    [
        "Trial set for 6 January 2020",
        "What the council promised on 6 January 2020",
        "Date set for the ferry vote, January 6, 2020",
        "The council issued its report on January 6, 2020",
    ],
)
def test_a_headline_with_a_day_is_no_stamp(line: str) -> None:
    assert not is_stamp(line)


def test_the_day_may_stand_below_the_text() -> None:
    line = "Skerry Gazette, 8 November 2022"
    article = cleaned(page(TITLE, "By Ada Quist", *BODY, line))
    assert article.metadata.published == "2022-11-08"
    assert removed(article)[line] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "Hearing set for 8 November 2022",
        "Release date: 8 November 2022",
        "Next update: 8 November 2022",
        "Comments close 8 November 2022",
        "Photo taken 8 November 2022 by Ada Quist",
    ],
)
def test_the_day_of_another_event_is_not_that_of_publication(line: str) -> None:
    assert cleaned(page(TITLE, line, *BODY)).metadata.published == ""
