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
