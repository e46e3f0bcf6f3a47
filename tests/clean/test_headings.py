"""Below a site's menu, the headline and its deck are told from what stands between and above."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page, removed

MENU = ("Skip to content", "News", "Opinion", "Sport", "Culture", "Sign in", "Subscribe")
DECK = "Company says the route loses money, but the hall and the stairs were full of islanders"


@pytest.mark.parametrize(
    "heading",
    [
        (TITLE, DECK, "Ada Quist Transport correspondent", "Wed 14 Jun 2023 17.20 BST", "Share"),
        (
            "This article is more than 2 years old",
            TITLE,
            "This article is more than 2 years old",
            DECK,
            "By Ada Quist",
            "Published: 14th Jun 2023 at 16:45",
        ),
        (TITLE, DECK, "By Ada Quist", "Senior reporter", "Published: 14th Jun 2023 at 16:45"),
    ],
)
def test_a_deck_stands_between_headline_and_byline(heading: tuple[str, ...]) -> None:
    article = cleaned("\n".join((*MENU, *heading, *BODY, "Most viewed", "Back to top")))
    assert article.text == "\n\n".join((TITLE, DECK, *BODY))
    assert article.metadata.title == TITLE
    assert article.metadata.published == "2023-06-14"


@pytest.mark.parametrize(
    "above",
    [
        "Office of the Governor",
        "DEPARTMENT OF INLAND WATERS",
        "Serving Otter Island since 1891",
        "Press Release",
    ],
)
def test_who_makes_it_known_is_not_the_headline(above: str) -> None:
    article = cleaned(page(above, TITLE, "June 14, 2023", *BODY))
    assert article.metadata.title == TITLE
    assert above in removed(article)


def test_a_place_with_a_dash_is_not_the_headline() -> None:
    article = cleaned("\n".join((*MENU, TITLE, "By Ada Quist", "Skerry Island –", *BODY)))
    assert article.metadata.title == TITLE


def test_a_name_of_any_language_over_its_day_or_desk_is_the_writers() -> None:
    for below in (("TNN", "Updated: Jun 14, 2023, 07:12 IST"), ("Published: June 14, 2023",)):
        heading = (*MENU, TITLE, "Deepthi Raovarma", *below)
        article = cleaned("\n".join((*heading, *BODY)))
        assert article.metadata.byline == "Deepthi Raovarma"
    topic = cleaned("\n".join((*MENU, TITLE, "Night Ferry", "Published: June 14, 2023", *BODY)))
    assert topic.metadata.byline == ""


def test_buttons_a_word_a_line_may_stand_between_headline_and_text() -> None:
    between = ("Ada Quist", "·", "Follow", "Published in", "Boats of the North", "·", "6 min read")
    between += ("·", "Jun 14, 2023", "--", "3", "Listen", "Share")
    article = cleaned("\n".join((*MENU, TITLE, *between, *BODY)))
    assert article.metadata.title == TITLE


def test_a_summary_in_points_stands_below_the_headline() -> None:
    points = ("* Ferry is kept for two years", "* Company loses 190,000 a year")
    slug = "BC-FERRY-COUNCIL/ (UPDATE 2, PIX)"
    article = cleaned(
        "\n".join((slug, TITLE, *points, "", "By Ada Quist and Jo Brandt", "", *BODY))
    )
    assert article.metadata.title == TITLE
    assert article.metadata.byline == "Ada Quist and Jo Brandt"
    assert slug in removed(article)


def test_a_blog_shows_its_name_and_its_headline() -> None:
    from pipeline.clean import clean
    from pipeline.ingest.plain import page_article

    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    markup = (
        "<html><head><title>Diary of a Slow Boat: The council came</title></head><body>"
        "<div><a href='/'>Diary of a Slow Boat</a></div><h2>The council came</h2>"
        f"<div>{paragraphs}</div></body></html>"
    )
    known = clean(page_article("page.html", b"", markup)).metadata
    assert (known.title, known.outlet) == ("The council came", "Diary of a Slow Boat")


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        (TITLE, "The bakery at the landing is not proud of it"),
        (TITLE, "Islanders know what they heard in the hall."),
        (
            "A council tried to end a ferry. The ferry fought back.",
            "The bakery at the landing is not proud of it",
        ),
    ],
)
def test_a_headline_stands_below_its_section(title: str, deck: str) -> None:
    article = cleaned("\n".join((*MENU, "Islands", title, deck, "By Ada Quist", *BODY)))
    assert article.metadata.title == title


def test_players_may_stand_between_byline_and_text() -> None:
    player = ("Only have a minute? Listen instead", "Powered by Harbour Audio", "00:00", "1.0x")
    heading = (TITLE, "BY ADA QUIST", "UPDATED MAY 06, 2022 4:11 PM", *player)
    first = "This story was originally published May 5, 2022 5:00 AM."
    article = cleaned("\n".join((*MENU[:3], *heading, *BODY, first, "Most viewed")))
    assert article.metadata.title == TITLE
    assert article.metadata.published == "2022-05-05"


@pytest.mark.parametrize("stamp", ["Ada Quist/Island Writer", "October 19, 2014 ~ Ada Quist"])
def test_a_stroke_parts_the_writer_from_the_rest(stamp: str) -> None:
    assert cleaned(page(TITLE, stamp, *BODY)).metadata.byline == "Ada Quist"


@pytest.mark.parametrize("section", ["Opinion", "Comment", "Politics", "Sport", "The long read"])
def test_a_section_alone_over_the_headline_costs_nothing(section: str) -> None:
    for below in ((), ("Ada Quist", "Guest columnist"), ("By Ada Quist", "October 30, 2019")):
        article = cleaned(page(section, "Stop counting the boats", *below, *BODY))
        assert article.metadata.title == "Stop counting the boats"
        assert article.metadata.byline == ("Ada Quist" if below else "")
        assert section in removed(article)
