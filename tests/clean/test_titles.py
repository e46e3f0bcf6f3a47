"""The headline of a page is found below its menu, and by what it says if need be."""

import pytest

from pipeline.clean.blocks import join_lines, split_lines
from pipeline.clean.titles import find_title
from pipeline.records import Metadata
from tests.clean.pages import BODY, TITLE, cleaned, page, removed

MENU = tuple(
    f"{one} {two}"
    for one in ("Island", "Harbour", "Mainland", "Ferry")
    for two in ("news", "sport", "weather", "photos")
)


def test_a_headline_far_above_the_text_is_told_by_the_pages_title() -> None:
    links = tuple(f"Boat number {number} of the fleet is late" for number in range(14))
    article = cleaned(page(f"{TITLE} | The Island Post", *MENU, TITLE, *links, *BODY))
    assert article.text.startswith(TITLE + "\n")
    assert article.metadata.title == TITLE


def test_a_headline_that_is_worded_a_little_otherwise_than_the_pages_title() -> None:
    headline = "After a long night, council votes to keep the ferry"
    article = cleaned(page(f"{TITLE} | The Island Post", *MENU, headline, "Email", *BODY))
    assert article.metadata.title == headline


def test_the_pages_title_itself_if_there_is_no_other() -> None:
    article = cleaned(page(TITLE, *MENU, "Facebook", "Twitter", "Email", *BODY))
    assert article.metadata.title == TITLE
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_sites_name_is_no_headline() -> None:
    article = cleaned(page("The Island Post Online Edition", *MENU, "Facebook", *BODY))
    assert article.metadata.title == ""
    assert article.text == "\n\n".join(BODY)


def test_a_lone_line_under_a_known_title_is_the_text() -> None:
    article = cleaned("The crane lifts 40 tonnes.", Metadata(title="A crane for the harbour"))
    assert article.text == "A crane for the harbour\n\nThe crane lifts 40 tonnes."
    assert "0 words" not in article.problems[0].problem


def test_the_day_that_a_text_begins_with_is_no_headline() -> None:
    article = cleaned("\n\n".join(("Tuesday, June 19, 2018", *BODY)))
    assert (article.metadata.title, article.metadata.published) == ("", "2018-06-19")
    assert article.text == "\n\n".join(BODY)


def test_an_opening_sentence_is_no_headline() -> None:
    opening = (
        "The mayor of the island showed his skill as a sailor last weekend, opening the regatta."
    )
    assert labelled((opening, *BODY), "title") == ["body"] * 6


def test_a_headline_of_two_sentences_in_capitals() -> None:
    title = "Island Mayor Says Nobody ‘Really Needs’ The Night Ferry. The Island Has Other Views."
    deck = "“I guess I swam there.”"
    article = cleaned(page("POLITICS", title, deck, "01/06/2020 02:17 pm ET", "Ada Quist", *BODY))
    assert article.metadata.title == title


def test_a_second_line_of_the_headline_stays() -> None:
    second = "Ferry passengers confused by halted service"
    assert labelled(("State of the islands", second, *BODY), "title", "boilerplate") == [
        "title",
        "deck",
        *["body"] * 5,
    ]
    assert labelled(("State of the islands", "Share", *BODY), "title", "boilerplate")[1] == (
        "boilerplate"
    )


def labelled(lines: tuple[str, ...], *above: str) -> list[str]:
    """The labels of lines that the classifier takes for `above`, and then for the body."""
    blocks = join_lines(split_lines("\n\n".join(lines)))
    return find_title(blocks, [*above, *["body"] * (len(blocks) - len(above))], "")


@pytest.mark.parametrize(
    "above",
    [
        ("World news",),
        ("in Opinion, Sport",),
        ("Harrow Bay",),
        ("Politics | Islands",),
        ("The Harrow Bay Courier",),
        ("Published: January 6, 2020",),
    ],
)
def test_a_section_a_site_or_a_place_over_the_headline_is_none(above: tuple[str, ...]) -> None:
    article = cleaned(page(*above, TITLE, *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.title == TITLE


def test_no_headline_stands_below_the_articles_first_paragraph() -> None:
    text = page("World news Sport Business Video", BODY[0], "Great boat, thanks for this")
    labels = ["title", "body", "body"]
    found = find_title(join_lines(split_lines(text)), labels, TITLE)
    assert found == ["boilerplate", "body", "body"]


def test_of_two_headlines_the_upper_is_the_title_and_the_lower_stays() -> None:
    deck = "Residents filled the hall and the stairs outside it"
    for lines in ((TITLE, deck), (TITLE, deck, "Jane Doe at Port Elm", "6 January 2020")):
        article = cleaned(page(*lines, *BODY))
        assert article.metadata.title == TITLE
        assert article.text == "\n\n".join((TITLE, deck, *BODY))


def test_a_section_under_the_headline_is_taken_out() -> None:
    article = cleaned(page(TITLE, "Politics", "By Jane Doe", "6 January 2020", *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_the_sites_name_over_the_headline_is_the_outlet() -> None:
    article = cleaned(page("The Harrow Bay Courier", TITLE, "6 January 2020", *BODY))
    assert article.metadata.outlet == "The Harrow Bay Courier"


def test_on_a_page_with_a_menu_the_deck_stands_under_the_headline() -> None:
    deck = "Residents fill the hall and the stairs outside it"
    for head in (("Jane Doe", "Follow", "Jan 6, 2020", "3 min read"), ("By Jane Doe",)):
        article = cleaned(page(*MENU, TITLE, deck, *head, *BODY))
        assert article.metadata.title == TITLE
        assert article.text == "\n\n".join((TITLE, deck, *BODY))


def test_a_newsletters_link_to_itself_is_no_title() -> None:
    article = cleaned(page("View this email in your browser", TITLE, *BODY))
    assert article.text.startswith(TITLE)
    assert removed(article) == {"View this email in your browser": "boilerplate"}
    assert cleaned(page("View in browser", TITLE, *BODY)).text.startswith(TITLE)


def test_points_below_the_headline() -> None:
    points = (
        "Islanders filled the hall and the stairs outside it",
        "Company loses 190,000 a year on the route",
        "Director will not ask for more money 'before the spring'",
    )
    stamps = ("By LENA QUIST FOR THE ISLAND POST", "PUBLISHED: 11:02, 6 May 2021")
    buttons = ("e-mail", "1.2k shares", "418 View comments")
    article = cleaned(page(TITLE, *points, *stamps, *buttons, *BODY))
    assert article.text == "\n\n".join((TITLE, *points, *BODY))
    assert article.metadata.byline == "Lena Quist"


@pytest.mark.parametrize("above", ["Home / Islands / Ferry / ", "NEWS HEADLINES "])
def test_a_line_that_ends_with_the_headline_below_it_is_its_section(above: str) -> None:
    article = cleaned(page(above + TITLE, TITLE, "By Lena Quist", "6 May 2021", *BODY))
    assert article.metadata.title == TITLE
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_what_a_release_says_before_its_headline() -> None:
    head = ("FOR IMMEDIATE RELEASE", "June 8, 2021", "Media Contact:", "Jill Strand", "555-0188")
    address = "jill@island.example"
    about = ("About Island County", "Island County is home to 18,300 residents.")
    article = cleaned(page(*head, address, TITLE, *BODY, *about, "###"))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.metadata.published == "2021-06-08"


def test_a_picture_between_headline_and_text() -> None:
    menu = ("Post Homepage", "Skip to content", "Accessibility Help", "Your account", "Home")
    picture = (
        "Flooded landing with two people in boots",
        "Image source, Ken Abell",
        "Image caption, ",
        "Water reached the windows",
    )
    stamps = ("Ross Pengelly", "Island News", "6 January 2024")
    article = cleaned(page(*menu, TITLE, *picture, *stamps, *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_the_headline_that_readers_are_to_discuss() -> None:
    deck = "OPINION: After 19 years I have handed in my oars"
    below = (
        "Comments",
        "Discuss “Why I am leaving the ferry”",
        "Please note: All comments are moderated.",
    )
    headline = "Why I am leaving the ferry"
    article = cleaned(page(headline, deck, "Lena Quist", "July 21 2022 - 5:00am", *BODY, *below))
    assert article.metadata.title == headline


def test_a_path_in_capitals_above_the_headline() -> None:
    lines = (f"NEWS / CITY NEWS / {TITLE.upper()}", "THIS STORY IS FROM DECEMBER 22, 2021", TITLE)
    buttons = ("SHARE", "AA", "Text Size", "Small", "Medium", "Large", "Follow us")
    article = cleaned(page(*lines, "TNN / Dec 22, 2021, 04:12 IST", *buttons, *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))


POINTS = (
    "Islanders filled the hall and the stairs outside it",
    "Company loses 190,000 a year on the route",
)
STAMPS = ("By Lena Quist", "PUBLISHED: 11:02, 6 May 2021")


def test_points_between_headline_and_byline_below_a_menu() -> None:
    article = cleaned(page(*MENU, "Islands", TITLE, *POINTS, *STAMPS, *BODY))
    assert article.metadata.title == TITLE


def test_points_below_the_byline() -> None:
    article = cleaned(page(*MENU, "Islands", TITLE, *STAMPS, *POINTS, "Share", "Post", *BODY))
    assert article.metadata.title == TITLE


def test_a_deck_between_headline_and_byline_below_a_menu() -> None:
    deck = "The hall was full to the stairs, and opinions about all of them were heard."
    article = cleaned(page(*MENU, TITLE, deck, *STAMPS, *BODY))
    assert article.metadata.title == TITLE


def test_a_headline_that_stands_twice_above_buttons() -> None:
    buttons = ("Follow the author of this article", "Follow the topics within this article")
    article = cleaned(page(*MENU, TITLE, TITLE, *buttons, "ByLena Quist", "6 May 2021", *BODY))
    assert article.metadata.title == TITLE


def test_a_headline_that_the_text_begins_with_below_a_menu() -> None:
    post = ("r/islands", "•", "Posted by u/landing 3 days ago")
    article = cleaned(page(*MENU, *post, TITLE, *BODY))
    assert article.metadata.title == TITLE


def test_the_subject_over_the_headline_is_no_title() -> None:
    title = "Island Ferries cuts night boats but hints at return in spring"
    lines = ("Island Ferries", title, "Ada Quist in Ostmere", "MAY 5 2026", *BODY)
    labels = labelled(lines, "title", "boilerplate", "byline", "byline")
    assert labels == ["boilerplate", "title", "byline", "byline", *["body"] * len(BODY)]


def test_two_lines_of_a_deck_below_the_headline() -> None:
    title = "Ferry Runs On, Shares Slip as Thin Harvest Revives Council’s Old Fears: Island Wrap"
    decks = ("Two-year bonds at their highest since May", "Salt maker sinks; grain extends loss")
    lines = (title, *decks, "By Ada Quist and Jon Ember", *BODY)
    labels = labelled(lines, "boilerplate", "boilerplate", "title", "byline")
    assert labels == ["title", "deck", "deck", "byline", *["body"] * len(BODY)]


def test_the_points_of_a_summary_over_the_text_are_kept() -> None:
    points = ("Council says no further cuts planned", "Losses of 190,000 vs 150,000 expected")
    repeated = "The vote is final."
    over = ("By Ada Quist", "Updated 3 hours ago", "Key Points", "Boats", repeated)
    labels = labelled((TITLE, *over, *points, *BODY), "title", "byline", *["boilerplate"] * 6)
    assert labels[5:8] == ["boilerplate", "deck", "deck"]


def test_a_line_with_an_address_is_no_headline() -> None:
    contact = "Contact: Ines Thorne, 555-0117, ithorne@harbour.example"
    release = page(
        "FOR IMMEDIATE RELEASE", TITLE, "BRACKWATER, March 4, 2021 — " + BODY[0], *BODY[1:]
    )
    article = cleaned(release.replace("RELEASE\n", f"RELEASE\n{contact}\n", 1))
    assert article.metadata.title == TITLE


def test_a_headline_of_two_sentences_right_over_its_byline() -> None:
    headline = "My island sold its old night ferry. I voted for it, and I was wrong."
    article = cleaned(page("Opinion", headline, "By Jane Doe", "Feb. 23, 2021", *BODY))
    assert article.metadata.title == headline
