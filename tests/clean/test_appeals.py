"""What a site or a newsletter asks of its readers is none of the article's sentences."""

import pytest

from pipeline.clean.appeals import is_appeal
from pipeline.clean.plain_lines import plain_label
from tests.clean.pages import BODY, TITLE, cleaned, page, removed

APPEALS = (
    "Liked this? We send one letter a week to 9,000 inboxes: add your address.",
    "Got a tip for Ada? Ring the newsroom on 01632 960 114.",
    "To read on, become a subscriber for the price of a bun.",
    "You can help: our crowdfunder runs until Sunday.",
    "Did a friend send you this?",
    "If you enjoyed it, please pass this on.",
    "Get our free app and never miss a boat.",
    "The Island Post is reader-funded, and your five pounds keep it so.",
    "We believe in the harbour’s news. By contributing to the POST, you help to keep it honest.",
    "Your gift helps us keep our slow and careful reporting free for all.",
    "For more of the latest island news, follow us on Facebook and X.",
    "Support independent journalism. Donate today.",
    "Support local reporting with a small gift.",
    "TEXT AD: Call Jo - +2348090000000",
)
SENTENCES = (
    "The company sold the addresses of 40,000 subscribers to the newsletter.",
    "“Sign up here or leave,” she told them, and most of them left.",
    "Subscribe to a newspaper and you get its opinions, she said.",
    "He asked readers to chip in, and within a week had a new boat.",
    "If you live on the island, the boat is how you get to hospital.",
    "The crowdfunding page had raised 4,000 by Thursday evening.",
    "If you support local journalism, you may one day have to pay for it.",
)


@pytest.mark.parametrize("text", APPEALS)
def test_what_is_asked_of_readers(text: str) -> None:
    assert plain_label(text) == "boilerplate"
    article = cleaned(page(TITLE, *BODY[:3], text, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert text in removed(article)


@pytest.mark.parametrize("text", SENTENCES)
def test_what_an_article_tells_of_such_matters(text: str) -> None:
    assert not is_appeal(text)
    assert text in cleaned(page(TITLE, *BODY[:3], text, *BODY[3:])).text


def test_a_sponsors_message_in_a_newsletter() -> None:
    label, message = "A MESSAGE FROM OUR SPONSOR", "Your boat loan is sinking you. Learn more."
    article = cleaned(page(TITLE, *BODY[:3], label, message, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_question_over_an_appeal_goes_with_it() -> None:
    question, appeal = (
        "Fancy more of this?",
        "We can write to you: add your email to our mailing list.",
    )
    article = cleaned(page(TITLE, *BODY[:3], question, appeal, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_question_over_a_paragraph_is_a_heading() -> None:
    article = cleaned(page(TITLE, *BODY[:3], "Do you need a second boat?", *BODY[3:]))
    assert "Do you need a second boat?" in article.text


def test_the_address_below_a_newsletters_last_notice() -> None:
    foot = ("You are receiving this because you asked for it.", "Island Post Ltd, Quay Street 40")
    article = cleaned(page(TITLE, *BODY, *foot))
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "text",
    [
        "Report this ad",
        "Like Loading...",
        "Suggest a Correction",
        "[PREVIOUS: Ferry runs aground on its last day]",
        "RELATED: What is a night ferry, and should you take one?",
        "(With inputs from agencies)",
        "Advertisement · Scroll to continue",
        "For interviews, please ring the press office on 01632 960 007.",
    ],
)
def test_wordings_of_systems_and_desks(text: str) -> None:
    article = cleaned(page(TITLE, *BODY[:3], text, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_why_a_site_asks_for_support_goes_with_its_request() -> None:
    asked = (
        "Support the ISLAND POST’s journalism of integrity",
        "Whether you come for the tides or for the council, we value your time.",
        "News costs money, and we take pride in never locking our stories away.",
    )
    assert cleaned(page(TITLE, *BODY, *asked)).text == "\n\n".join((TITLE, *BODY))


def test_a_heading_on_support_is_the_articles_own() -> None:
    heading = "Support for local journalism"
    told = "The council gave the paper 4,000 a year, and took it back after a cartoon."
    assert cleaned(page(TITLE, *BODY, heading, told)).text.endswith(f"{heading}\n\n{told}")
