"""When an article was published is read from its page, its address, its name, its comments."""

import pytest

from pipeline.clean import clean
from pipeline.clean.blocks import join_lines, split_lines
from pipeline.clean.dating import stamps
from pipeline.clean.labelled_page import LabelledPage
from pipeline.clean.published import (
    complete,
    dateline_date,
    edge_date,
)
from pipeline.clean.stamp_lines import is_stamp
from pipeline.ingest.plain import page_article
from pipeline.records import Article, Metadata
from tests.clean.pages import BODY, TITLE, cleaned, page


@pytest.mark.parametrize(
    ("stamps", "day"),
    [
        (["By Jane Doe | January 6, 2020"], "2020-01-06"),
        (["Published 6 Jan 2020 7.12 GMT"], "2020-01-06"),
        (["UPDATED: 8:10 PM, March 2, 2018"], "2018-03-02"),
        (["Updated Nov 19, 2019; Posted Nov 18, 2019"], "2019-11-18"),
        (["Posted: Feb 16, 2018 | Updated: Feb 17, 2018"], "2018-02-16"),
        (["Mon 6 Jan 2020", "Last modified on Tue 7 Jan 2020"], "2020-01-06"),
        (["Updated on January 7, 2020"], "2020-01-07"),
        (["Updated on January 7, 2020. First published on January 6, 2020"], "2020-01-06"),
        (["By Jane Doe", "Wednesday, 14 May 2014"], "2014-05-14"),
        (["By Jane Doe", "03/04/2014"], ""),
        (["Public meeting: 14 July 2023, Town Hall"], ""),
        (["Date: 14 July 2023"], "2023-07-14"),
        (["March 3 at noon"], ""),
        (["May 2014 open thread"], ""),
    ],
)
def test_stamps(stamps: list[str], day: str) -> None:
    assert complete(Metadata(), "a.txt", "", stamps, "", []).published == day


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("5:45 AM PST 11/19/2019 by Jane Doe", True),
        ("21/06/2014 Jane Doe All, Books, News", True),
        ("Tolmin Bay, News Desk | Updated : 19 November 2019, 09:01 AM", True),
        ("November 20, 2019 - 11:28 AMT", True),
        ("September 10, 2018 | by Jane", True),
        ("Nov. 20, 2019 Updated: Nov. 20, 2019 1:35 a.m.", True),
        ("The council votes on November 3, 2020", False),
        ("On November 3, 2020, the council voted to keep the ferry.", False),
        ("Nov 3 at noon", False),
        ("Island Post August 8, 2018", True),
    ],
)
def test_lines_that_are_stamps(line: str, stamp: bool) -> None:
    assert is_stamp(line) is stamp


def test_the_day_in_the_address_goes_before_that_of_an_update() -> None:
    url = "https://example.com/2017/03/02/story"
    updated = ("By Jane Doe Updated Mar 5, 2017, 10:28am EST",)
    assert known(Metadata(url=url), stamps=updated).published == "2017-03-02"
    assert known(Metadata(), stamps=updated).published == "2017-03-05"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("Updated Nov 19, 9:41 AM; Posted Nov 18, 8:19 PM", "2017-11-18"),
        ("The Island Post – 18 November 2017", "2017-11-18"),
        ("Posted Oct 18, 8:19 PM", "2017-11"),
        ("Nov 18 to Nov 20", "2017-11"),
    ],
)
def test_a_day_that_agrees_with_the_month_in_the_address(stamp: str, day: str) -> None:
    url = "https://example.com/2017/11/story.html"
    assert known(Metadata(url=url), stamps=(stamp,)).published == day


def test_a_stamp_above_the_headline_counts_if_it_has_a_time() -> None:
    timed = cleaned(page("Menu", "Wednesday 20 November 2019 9:22 am", TITLE, *BODY))
    assert timed.metadata.published == "2019-11-20"


def test_the_first_publication_may_stand_below_the_article() -> None:
    ends = cleaned(page(TITLE, *BODY, "First Published: Tuesday, November 19, 2019 08:38 AM"))
    assert ends.metadata.published == "2019-11-19"


def test_dateline_with_a_full_date() -> None:
    assert dateline_date("CAIRO, Jan. 6, 2020 (AP) — The ministry said") == "2020-01-06"
    assert dateline_date("CAIRO (Reuters) — The ministry said on 6 January 2020") == ""


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Cairo, Jan. 6, 2020 (AFP) - The ministry said it would close the port.", "2020-01-06"),
        ("Cairo, 6 January 2020 (AFP) — The ministry said it would.", "2020-01-06"),
        ("Dar es Salaam, Jan 6, 2020 (IPS/AFP) – The ministry said it would.", "2020-01-06"),
        ("New Delhi, Jan 6 2020 (IANS): The ministry said it would.", "2020-01-06"),
        ("Cairo (AFP) - January 6, 2020 - The ministry said it would.", "2020-01-06"),
        ("Cairo, Egypt, January 6, 2020 (AFP) -The ministry said it would.", "2020-01-06"),
        ("NEW DELHI, Jan 6, 2020 (PTI) The ministry said it would.", "2020-01-06"),
        ("The port closed on January 6, 2020 (Monday) - and has not reopened.", ""),
        ("Cairo, January 6, 2020 - The first ship came in at dawn.", ""),
        ("On January 6, 2020 (Epiphany) — a holiday here — the port closed.", ""),
    ],
)
def test_a_dateline_names_a_place_a_day_and_an_agency(opening: str, day: str) -> None:
    assert dateline_date(opening) == day


def known(metadata: Metadata, source: str = "a.txt", stamps: tuple[str, ...] = ()) -> Metadata:
    return complete(
        metadata, source, "A title", stamps, "An opening.", ["2016-05-07", "2016-05-06"]
    )


def test_the_order_in_which_sources_are_asked() -> None:
    url = "https://example.com/2017/03/02/story"
    stamped = ("Published March 1, 2017",)
    given = Metadata(url=url, published="2017-02", published_basis="metadata")
    assert known(given, stamps=stamped) == known(given)
    cases = [
        (known(Metadata(url=url), stamps=stamped), "2017-03-01", "page"),
        (known(Metadata(url=url), "2017-03-03_story.txt"), "2017-03-02", "url"),
        (known(Metadata(), "2017-03-03_story.txt"), "2017-03-03", "filename"),
        (known(Metadata()), "2016-05-06", "comments"),
    ]
    assert [(m.published, m.published_basis) for m, _, _ in cases] == [
        (day, basis) for _, day, basis in cases
    ]


def test_what_is_known_stays() -> None:
    metadata = Metadata(title="Given", byline="Given Too")
    completed = known(metadata, stamps=("By Jane Doe",))
    assert (completed.title, completed.byline) == ("Given", "Given Too")


def test_a_stamp_run_together_with_the_title_or_the_text() -> None:
    assert edge_date("The ferry stays Tuesday, September 1, 2015", "The boat") == "2015-09-01"
    assert edge_date("The ferry stays", "Thursday, May 7, 2015 On Tuesday the boat") == "2015-05-07"
    assert edge_date("The attack of September 11, 2001", "On Friday, May 8, 2015, the boat") == ""


def test_a_dateline_without_a_year_agrees_with_the_address() -> None:
    metadata = Metadata(url="https://example.com/2023/05/ferry")
    for day, published in (("May 24", "2023-05-24"), ("April 24", "2023-05")):
        opening = f"CAIRO, {day} (AP) — The ministry said"
        found = complete(metadata, "a.txt", "A title", (), opening, ())
        assert found.published == published


def test_an_opening_sentence_with_a_day_is_the_articles() -> None:
    opening = (
        "On 12 September 2023 the council of the island voted to keep the night ferry after "
        "residents filled the hall."
    )
    article = cleaned(page(TITLE, opening, *BODY[1:]))
    assert article.text == "\n\n".join((TITLE, opening, *BODY[1:]))
    assert article.metadata.published == ""


def test_the_day_of_another_story_below_does_not_go_before_the_articles() -> None:
    more = ("More on this story", "Cracks found in the ferry", "Published 5 January 2020")
    given = cleaned(page(TITLE, "6 January 2020", *BODY, *more)).metadata
    assert (given.published, given.published_basis) == ("2020-01-06", "page")


@pytest.mark.parametrize(
    ("stamps", "source", "published"),
    [
        (["January 2020"], "page.txt", ("2020-01", "page")),
        (["By Jane Doe", "Jan. 2020"], "page.txt", ("2020-01", "page")),
        (["January 2020", "March 2020"], "page.txt", ("", "")),
        (["The January 2020 issue"], "page.txt", ("", "")),
        (["January 2020"], "2020-01-17_ferry.txt", ("2020-01-17", "filename")),
        (["January 2020", "7 February 2020"], "page.txt", ("2020-02-07", "page")),
    ],
)
def test_a_line_of_month_and_year(
    stamps: list[str], source: str, published: tuple[str, str]
) -> None:
    known = complete(Metadata(), source, TITLE, stamps, BODY[0], [])
    assert (known.published, known.published_basis) == published


def test_the_month_under_the_headline() -> None:
    assert cleaned(page(TITLE, "January 2020", *BODY)).metadata.published == "2020-01"


def test_a_day_far_ahead_is_not_taken() -> None:
    text = page(TITLE, "Published 6 January 2090", *BODY)
    assert cleaned(text).metadata.published == ""
    assert cleaned(text, source="2020-01-05 ferry.txt").metadata.published == "2020-01-05"
    given = Metadata(published="2090-01-06", published_basis="metadata")
    article = cleaned(page(TITLE, *BODY), given)
    assert (article.metadata.published, article.metadata.published_basis) == ("", "")
    (problem,) = article.problems
    assert "2090-01-06" in problem.problem and "too far ahead" in problem.problem


def test_a_date_is_taken_whatever_day_it_is() -> None:
    assert (
        cleaned(page(TITLE, "Published 7 January 2041", *BODY)).metadata.published == "2041-01-07"
    )
    given = Metadata(published="2041-01-06", published_basis="metadata")
    article = cleaned(page(TITLE, *BODY), given)
    assert (article.metadata.published, article.problems) == ("2041-01-06", ())


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Transcript: Maren Holt on “The Island Hour,” June 5, 2022", "2022-06-05"),
        ("Full transcript of the harbour meeting (5 June 2022)", "2022-06-05"),
        ("Remarks by the harbour master on the ferry | June 5, 2022", "2022-06-05"),
        ("The storm of June 5, 2022", ""),
        ("What the transcript of June 5, 2022 leaves out", ""),
    ],
)
def test_a_record_is_published_on_its_day(title: str, day: str) -> None:
    assert cleaned(page(title, *BODY)).metadata.published == day


@pytest.mark.parametrize(
    ("figures", "day"),
    [
        ("20-01-06", ""),
        ("09-11-30", ""),
        ("03/04/2020T10:00", "2020-04-03"),
        ("03-04-2020 10:00", "2020-04-03"),
        ("25/12/19", "2019-12-25"),
        ("04/25/2020", "2020-04-25"),
    ],
)
def test_a_day_given_in_figures_is_a_day_or_not_told(figures: str, day: str) -> None:
    given = Metadata(figures=figures, figures_basis="metadata", title=TITLE)
    article = clean(Article("0" * 16, "a.txt", page(*BODY), given), "dmy")
    assert article.metadata.published == day


def test_what_may_begin_with_its_year_says_nothing_of_other_dates() -> None:
    given = Metadata(figures="20-01-06", figures_basis="metadata")
    assert cleaned(page(TITLE, "Posted 03/04/2020", *BODY), given).date_order == ""


def test_the_day_over_a_text_that_shows_a_post_with_its_own_day() -> None:
    deck = (
        "The captain says she “has nothing to add” after the vote that kept the night ferry going."
    )
    post = ("Keep the boat.", "— Olav Stern (@olavstern) March 19, 2021")
    who = ("Laura Finch", "Harbour correspondent @lfinch")
    head = (deck, *who, "Friday 19 March 2021 17:22, UK", "Why you can trust Harbour Radio")
    lines = "".join(f"<p>{line}</p>" for line in (*head, *BODY[:2], *post, *BODY[2:]))
    markup = f"<html><body><main><h1>{TITLE}</h1>{lines}</main></body></html>"
    article = clean(page_article("page.html", b"", markup))
    assert article.metadata.published == "2021-03-19"
    assert "17:22" not in article.text


def test_the_day_below_a_deck_and_above_who_wrote_it() -> None:
    day = "03/19/2021 02:17 pm ET | Updated Mar 20, 2021"
    lines = (TITLE, "“I thought of the fog.”", day, "Laura Finch", "Harbour Reporter, Island Post")
    blocks = join_lines(split_lines("\n".join(("POLITICS", *lines, *BODY))))
    labels = ["boilerplate", "body", "body", "boilerplate", *["body"] * (2 + len(BODY))]
    assert day in stamps(LabelledPage(blocks, labels), "")


@pytest.mark.parametrize(
    ("below", "day"),
    [
        (("Contact", "Ada Brooks, press@ferry.example", "6 January 2020"), "2020-01-06"),
        (("# # #", "January 6, 2020", "About the ferry"), "2020-01-06"),
        (("January 6, 2020", "Media contact: Ada Brooks", "ada@ferry.example"), "2020-01-06"),
        (("The pier reopens", "January 6, 2020", "Read more", "January 5, 2020"), ""),
        (("The pier reopens", "January 6, 2020", "Read more"), ""),
    ],
)
def test_day_that_closes_a_release(below: tuple[str, ...], day: str) -> None:
    assert cleaned(page(TITLE, *BODY, *below)).metadata.published == day


def test_day_that_closes_a_release_gives_way_to_its_head() -> None:
    lines = page(TITLE, "January 4, 2020", *BODY, "Contact: Ada Brooks", "January 6, 2020")
    assert cleaned(lines).metadata.published == "2020-01-04"
