"""Furniture between an article and its last paragraphs does not end the article."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page

LAST = (
    "A public hearing is to be held in the drill hall on 2 April.",
    "“It will be short,” said Ms Holt, who has hired a brass band for the evening.",
)
FOOTER = (
    ("Most read", "Goat on the runway again", "Seven walks for a wet Sunday", "Cookie settings"),
    ("Related stories", "Goat on the runway again"),
    ("© 2021 The Island Post. All rights reserved.",),
)
FURNITURE = (
    ("Advertisement",),
    ("Share", "Facebook", "Twitter", "Email"),
    ("Sign up for our free newsletter", "Enter your email", "Sign up"),
    ("Share this article", "Advertisement", "Read more: Lighthouse for sale"),
)


@pytest.mark.parametrize("footer", FOOTER)
@pytest.mark.parametrize("furniture", FURNITURE)
@pytest.mark.parametrize("last", [LAST[:1], LAST[1:], LAST])
def test_paragraphs_between_furniture_and_footer(
    last: tuple[str, ...], furniture: tuple[str, ...], footer: tuple[str, ...]
) -> None:
    article = cleaned(page(TITLE, *BODY, *furniture, *last, *footer))
    assert article.text == "\n\n".join((TITLE, *BODY, *last))


@pytest.mark.parametrize(
    "line",
    [
        "The Island Post is an independent newspaper for the whole archipelago.",
        "We use cookies to learn how you find your way about the site.",
        "Your gift keeps reporting on the islands free for everyone.",
        "Maren Holt is a reporter for the Island Post and lives on the east shore.",
        "Read the whole of the harbour office’s report at www.harbour-office.example.",
    ],
)
@pytest.mark.parametrize("footer", FOOTER)
def test_what_a_site_says_of_itself_stays_out(line: str, footer: tuple[str, ...]) -> None:
    article = cleaned(page(TITLE, *BODY, "Share this article", line, *footer))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_country_and_a_website_are_no_site_that_speaks() -> None:
    last = "The US ferry commission has said on its website that it will watch the case."
    article = cleaned(page(TITLE, *BODY, "Advertisement", last, *FOOTER[0]))
    assert article.text == "\n\n".join((TITLE, *BODY, last))


def test_a_paragraph_below_links_to_other_stories() -> None:
    links = ("Read more", "Lighthouse for sale", "Two sheep found on a sandbank")
    article = cleaned(page(TITLE, *BODY, *links, LAST[0], *FOOTER[0]))
    assert article.text == "\n\n".join((TITLE, *BODY, LAST[0]))


def test_teasers_below_their_headlines_stay_out() -> None:
    teasers = (
        "Read more",
        "Lighthouse for sale",
        "The tower on the north cape has had no keeper since the spring.",
        "Two sheep found on a sandbank",
        "The animals had walked out at low tide and were brought back by boat.",
    )
    article = cleaned(page(TITLE, *BODY, *teasers, *FOOTER[0]))
    assert article.text == "\n\n".join((TITLE, *BODY))
