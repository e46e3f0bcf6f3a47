"""On a page saved as text, what stands around the headline is not taken for it."""

import pytest

from pipeline.clean import clean
from pipeline.clean.masthead import echoed_title, is_menu, is_no_headline
from pipeline.ingest.plain import page_article
from pipeline.records import Metadata
from tests.clean.pages import BODY, TITLE, cleaned, page

MENU = ("Skip to content", "Island", "Harbour", "Weather", "Log in", "HOME / NEWS / ISLAND")


def test_the_reporters_address_under_the_byline_is_no_headline() -> None:
    head = (*MENU, TITLE, "By Marit Olsund", "molsund@island.example", "Posted Sep 14, 2016")
    article = cleaned(page(*head, *BODY))
    assert article.metadata.title == TITLE
    assert article.metadata.byline == "Marit Olsund"
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "line",
    [
        "World Business Markets Video More",
        "NEWS | SPORT | BUSINESS | TRAVEL",
        "An official website of the Island Council. How to tell",
        "From The Island Courier",
        "Home » Harbour » Ferries",
    ],
)
def test_a_menu_or_the_sites_own_line_is_no_headline(line: str) -> None:
    article = cleaned(page("The Strait", line, "May 19, 2008", TITLE, "Marit Olsund", *BODY))
    assert article.metadata.title == TITLE
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.published == "2008-05-19"


@pytest.mark.parametrize(
    "line",
    ["World leaders meet over travel", "Business Travel Falls", "From the harbour to the hill"],
)
def test_a_headline_with_words_of_menus_is_one(line: str) -> None:
    assert not is_no_headline(line)
    assert not is_menu(line)


@pytest.mark.parametrize(
    ("site", "end"),
    [
        (("Two Oars and a Kettle",), ("Copyright Two Oars and a Kettle. All rights reserved.",)),
        (("The Long Pier", "boats, tides and the odd pie"), ()),
        (("Letters from the Quay", "Home About Links"), ()),
    ],
)
def test_a_blogs_name_or_motto_is_no_headline(site: tuple[str, ...], end: tuple[str, ...]) -> None:
    headline = "The day the gull voted"
    article = cleaned(page(*site, "June 8, 2010", headline, *BODY, *end))
    assert article.metadata.title == headline
    assert article.text == "\n\n".join((headline, *BODY))


def test_a_headline_is_known_by_the_heading_of_its_comments() -> None:
    assert echoed_title(["4 Comments on The day the gull voted"]) == "The day the gull voted"
    assert echoed_title(["2 responses to “The gull, again”"]) == "The gull, again"
    assert echoed_title(["She made comments on Monday about the gull."]) == ""


def test_a_sentence_under_the_headline_is_its_deck() -> None:
    deck = "Riders filled the stairs and shouted at the chair. The council voted all the same."
    head = (*MENU, "Transit", TITLE, deck, "By Marit Olsund", "Nov. 3, 2021, 10:15 a.m.")
    article = cleaned(page(*head, *BODY))
    assert article.metadata.title == TITLE
    assert article.text == "\n\n".join((TITLE, deck, *BODY))


def test_the_headline_stands_over_the_day_and_not_a_caption() -> None:
    caption = "Maren Holt of the bakery on the stairs of the hall, where the council voted"
    below = ("Jonquil Aabye", "19 February 2022", "0 Comments", caption, "1", "Gallery")
    article = cleaned(page(*MENU, TITLE, *below, *BODY))
    assert article.metadata.title == TITLE
    assert caption not in article.text


def test_the_title_that_a_record_gives_wins_over_what_looks_like_one() -> None:
    article = cleaned(page(TITLE, "Casimir Ott, science reporter", *BODY), Metadata(title=TITLE))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.byline == "Casimir Ott"


def test_a_page_of_tables_is_read_by_its_lines() -> None:
    menu = "<br>".join(
        "Front Page|Local News|Sports|Obits|Hog Futures|Letters|Guestbook|Weather|Best viewed "
        "in Netscape 4 at 800x600".split("|")
    )
    told = "<br><br>".join(BODY)
    foot = "<br>".join(
        "Today's Specials|Layer pellets $6.99|High 84 Low 51|You are visitor number 0048213|"
        "Copyright 2003, Dry Fork Publishing.".split("|")
    )
    markup = (
        f"<html><head><title>{TITLE} -- Dry Fork Ledger Online</title></head><body><table><tr>"
        f"<td><font>{menu}</font></td><td><font><b>{TITLE}</b></font><br><br><font><b>By ADA QUIST"
        f"</b><br>Wednesday, September 17, 2003<br><br>{told}</font></td><td>{foot}</td></tr>"
        "</table></body></html>"
    )
    article = clean(page_article("p.html", b"p", markup))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.outlet == "Dry Fork Ledger Online"
    assert (article.metadata.title, article.metadata.byline) == (TITLE, "Ada Quist")


def test_a_deck_between_the_headline_and_the_day() -> None:
    below = (
        *("Islanders asked for one boat and were promised two by the mainland", "Jonquil Aabye"),
        *("Harbour Editor", "17 June 2023 • 6:00am", "A crowded hall on the island's north side"),
        *("Image caption,", "The hall held 400 people"),
    )
    article = cleaned(page(*MENU, TITLE, *below, *BODY))
    assert article.metadata.title == TITLE
    assert article.metadata.published == "2023-06-17"


def test_the_paper_in_which_a_story_ran_is_no_headline() -> None:
    ran = "This story ran in the Island Courier on 21 July 2016."
    article = cleaned(page(TITLE, ran, *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.published == "2016-07-21"


def test_all_points_below_a_headline_in_html() -> None:
    points = ("Islanders filled the hall and the stairs", "Company loses 190,000 on the route")
    listed = "".join(f"<li><strong>{point}</strong></li>" for point in points)
    told = "".join(f"<p>{text}</p>" for text in BODY)
    markup = (
        f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><ul>{listed}</ul><p>By "
        f"Ada Quist For The Post</p><p>Published: 09:00, 28 March 2023</p><div>{told}</div></body>"
        "</html>"
    )
    assert clean(page_article("p.html", b"p", markup)).text == "\n\n".join((TITLE, *points, *BODY))
