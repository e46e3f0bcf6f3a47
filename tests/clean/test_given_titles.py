"""The title that a record, a table or a sidecar gives stands over the text."""

import pytest

from pipeline.clean.blocks import join_lines, split_lines
from pipeline.clean.titles import find_title
from pipeline.records import Metadata
from tests.clean.pages import BODY, cleaned, page


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Ferry fares rise 3 percent", "Ferry fares rose 3 percent on Monday as fuel ran short."),
        ("Mayor quits over crane", "The mayor quit on Monday over a crane, her office said."),
        ("Swan bites clerk", "A swan bit a clerk on Sunday."),
    ],
)
def test_a_first_sentence_is_no_title_where_the_record_gives_another(title: str, lead: str) -> None:
    for text in (page(lead, *BODY), page(lead, "“It was sudden,” the harbour master said.")):
        article = cleaned(text, Metadata(title=title), "records.csv#1")
        assert article.text[: article.title_end] == title
        assert article.text.startswith(f"{title}\n\n{lead}\n\n")
        assert not article.removed


@pytest.mark.parametrize(
    "deck",
    [
        "Islanders fear a winter without mail",
        "‘We were promised a boat’: board’s vote leaves two families packing",
        "Fuel bill has doubled since the spring",
    ],
)
def test_a_deck_is_no_title_where_the_record_gives_another(deck: str) -> None:
    article = cleaned(page(deck, *BODY), Metadata(title="Ferry fares to rise in May"), "a.json#1")
    assert article.text[: article.title_end] == "Ferry fares to rise in May"
    assert article.text.startswith(f"Ferry fares to rise in May\n\n{deck}\n\n")
    assert not article.removed


def test_a_headline_in_other_words_is_the_title() -> None:
    title = "Fares of the island ferry rise in May"
    known = Metadata(title="Ferry fares to rise")
    article = cleaned(page(title, "By Nora Peel", *BODY), known, "a.json#1")
    assert article.text[: article.title_end] == title


def test_a_headline_with_a_full_stop_is_the_title_if_the_record_gives_the_same() -> None:
    title = "The harbour master resigns."
    article = cleaned(page(title, *BODY), Metadata(title="The harbour master resigns"))
    assert article.text == page(title, *BODY).rstrip()
    assert article.title_end == len(title)


def test_an_article_that_tells_of_a_week_asks_nobody_to_subscribe() -> None:
    lead = "The ferry sailed again on Friday after a week of fog."
    text = page(lead, "“We met halfway,” the harbour master said.")
    problems = [found.problem for found in cleaned(text, Metadata(title="Ferry sails")).problems]
    assert not any("subscribe" in problem for problem in problems)


def test_a_line_of_a_menu_over_the_headline_is_no_text() -> None:
    title = "Ferry fares to rise in May"
    lines = ("Islands Harbours Opinion Letters Weather Tides", "ISLANDS", title, *BODY)
    blocks = join_lines(split_lines("\n".join(lines)))
    found = find_title(blocks, ["body"] * len(lines), title)
    assert found == ["boilerplate", "boilerplate", "title", *["body"] * len(BODY)]
    sentence = ("The fares rise again.", title, *BODY)
    blocks = join_lines(split_lines("\n".join(sentence)))
    assert "boilerplate" not in find_title(blocks, ["body"] * len(sentence), title)
