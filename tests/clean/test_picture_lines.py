"""What belongs to a picture is no line of the article's."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page, removed

SHOWN = "A white ferry lies at a wooden landing in the evening light"


@pytest.mark.parametrize(
    "caption",
    [
        "The night ferry was built in the 1970sImage: M. Holt/Island Agency",
        "LAST BOAT The night ferry leaves the landing, in this picture of last week. —ADA QUIST",
        "The night ferry is forty metres long. (Supplied)",
        "The night ferry leaves the landing at twenty to twelve. (Ada Quist/Island Post)",
        "The night ferry leaves the landing at twenty to twelve [Ada Quist/Island Post]",
        "The night ferry leaves the landing. (Island Radio: Ada Quist)",
        "The night ferry leaves the landing at midnight.(Ada Quist / Island Post)",
        "The night ferry is forty metres long.(Supplied: Maren Holt)",
        "The night ferry lies at the landing, May 5, 2021. REUTERS/Ada Quist",
        "Islanders wait at the landing on Monday. (Ada Quist for The Island Post)",
        "Pavel Brandt, 54, was at the landing. (Island County Sheriff’s Office)",
        "Maren Holt outside her shopCredit: SWNS",
        "The bakery at the landing.ST PHOTO: KEVIN LIM",
        "The bakery at the landing on Monday. PHOTO | ADA QUIST | ISLAND MEDIA GROUP",
        "The night ferry in 1958. (Family photo)",
        "ADA QUIST / THE ISLAND POST",
        "The bakery at the landing play videoThe bakery at the landing",
    ],
)
def test_a_credit_ends_it(caption: str) -> None:
    article = cleaned(page(TITLE, *BODY[:3], caption, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article) == {caption: "caption"}


def test_an_alternative_text_stands_above_its_caption() -> None:
    caption = "The night ferry at the landing. Photo: Ada Quist"
    article = cleaned(page(TITLE, *BODY[:3], SHOWN, caption, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert set(removed(article)) == {SHOWN, caption}


def test_a_caption_that_is_shown_twice() -> None:
    twice = "Maren Holt, who runs the bakery at the landing, with her daughter"
    article = cleaned(page(TITLE, *BODY[:3], twice, twice, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_caption_that_is_shown_below_its_buttons_again() -> None:
    twice = "Maren Holt, who runs the bakery at the landing, with her daughter"
    article = cleaned(page(TITLE, *BODY[:3], twice, "+5", "View gallery", twice, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_the_length_of_a_video_over_its_caption() -> None:
    twice = "Islanders block the way to the landing"
    article = cleaned(page(TITLE, *BODY[:3], "01:42", twice, twice, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "lines",
    [
        ("Mugshot of Pavel Brandt", "Pavel Brandt, 54, was fined. (Island County Police)"),
        ("Flooded landing and two islanders in boots", "Image source, Ada Quist"),
        ("A woman in a hat stands beside a boat.", "The landing in May.(Supplied: Maren Holt)"),
    ],
)
def test_an_alternative_text_is_told_by_the_caption_below_it(lines: tuple[str, str]) -> None:
    article = cleaned(page(TITLE, *BODY[:3], *lines, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "lines",
    [
        (
            "The ferry lies at the landing.",
            "ADA QUIST / THE POST",
            "The ferry lies at the landing.",
        ),
        ("Maren Holt was told to pay (", "Image:", "Handout)"),
    ],
)
def test_captions_in_three_lines(lines: tuple[str, ...]) -> None:
    article = cleaned(page(TITLE, *BODY[:3], *lines, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_captions_of_a_gallery() -> None:
    first, second = "1/7 The ferry at the landing. Ada Quist", "2/7 The bakery. Ada Quist"
    article = cleaned(page(TITLE, *BODY[:3], first, second, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize(
    "line",
    [
        "“The boat is the road, and nobody closes a road.” —MAREN HOLT",
        "9/11 changed how the company checks who is on board.",
        "He put it to the vote (and it was Brandt/Holt, as ever).",
        "A landing for the children of the island",
    ],
)
def test_lines_of_the_article_are_kept(line: str) -> None:
    article = cleaned(page(TITLE, *BODY[:3], line, *BODY[3:]))
    assert line in article.text


def test_a_label_may_stand_over_its_caption() -> None:
    caption = "The ferry has carried the islanders since 1989."
    article = cleaned(page(TITLE, *BODY[:2], f"Image caption,\n{caption}", *BODY[2:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article)[caption] == "caption"
