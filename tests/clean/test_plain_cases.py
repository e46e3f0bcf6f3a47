"""Some lines are furniture by their wording alone; an editor's note with content is not."""

import pytest

from pipeline.clean.blocks import Block, Line
from pipeline.clean.plain_cases import settle


def settled(*texts: str) -> list[str]:
    blocks = [Block((Line(number, text, 0, 1),), text) for number, text in enumerate(texts, 1)]
    return settle(blocks, ["body"] * len(blocks))


@pytest.mark.parametrize(
    "text",
    [
        "© 2021 The Island Post",
        "Copyright 2021 The Island Post. All rights reserved.",
        "This article has been updated.",
        "Editor’s note: This story was updated at 9:15 p.m.",
        "This article was originally published by The Island Post.",
        "The views and opinions expressed here are solely those of the author.",
        "Sign up for our daily newsletter",
        "Follow us on Twitter @islandpost",
        "By Taboola",
        "Story continues below advertisement",
    ],
)
def test_furniture(text: str) -> None:
    assert settled(text) == ["boilerplate"]


@pytest.mark.parametrize(
    "text",
    [
        "Editor’s note: This story was updated to say that Ms. Holt has resigned.",
        "She first appeared on the stage in 1961.",
        "The views of the two women could not be further apart.",
        "The advertisement cost 4,000 dollars, the council said.",
        "“Sign up for our fight,” she said.",
    ],
)
def test_an_articles_own_sentences(text: str) -> None:
    assert settled(text) == ["body"]


@pytest.mark.parametrize(
    "credit",
    [
        "The ferry leaves the landing on March 5, 2021. Lea Dahl/Getty Images",
        "The ferry leaves the landing. (AP Photo/Lea Dahl)",
        "Lea Dahl / Reuters",
    ],
)
def test_photo_credits(credit: str) -> None:
    assert settled(credit) == ["caption"]


def test_a_caption_above_its_own_repetition() -> None:
    start = "The ferry Solveig, left, and the harbour master"
    assert settled(start, start + " on March 5. Lea Dahl/Getty Images") == ["caption", "caption"]


def test_the_deck_under_the_headline_is_no_caption() -> None:
    def labelled(line: str) -> str:
        texts = ("Council keeps the ferry", line)
        blocks = [Block((Line(n, text, 0, 1),), text) for n, text in enumerate(texts, 1)]
        return settle(blocks, ["title", "caption"])[1]

    assert labelled("Several members called the report of its director a “mistake.”") == "deck"
    assert labelled("The ferry at the landing. (Photo: Handout)") == "caption"
