"""The heads of a paper's pages, in the text made from them."""

import pytest

from tests.clean.pages import BODY, TITLE, cleaned, page, removed


@pytest.mark.parametrize(
    "head",
    [
        "THE ISLAND POST          6 January 2020          Page {}",
        "Island Post, 6 January 2020, p. {}",
        "{} | The Island Post, 6 January 2020",
    ],
)
def test_lines_that_differ_in_their_number_alone(head: str) -> None:
    heads = [head.format(number) for number in (4, 5, 6)]
    article = cleaned(page(heads[0], TITLE, *BODY[:2], heads[1], *BODY[2:4], heads[2], BODY[4]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article) == dict.fromkeys(heads, "boilerplate")
    assert article.metadata.published == "2020-01-06"


def test_a_sentence_goes_on_below_the_head_of_the_next_page() -> None:
    text = (
        f"Island Post    Page 1\n\n{TITLE}\n\n"
        "The island council voted six to three on Thursday evening to\n"
        "keep the night ferry for two more years, after the people of\n"
        "the island had filled the hall and the stairs outside it, as\n"
        "\nIsland Post    Page 2\n\n"
        "they had done in 2011. The mayor, Astrid Dahl, told them that\n"
        "the money would last until the spring of next year, when the\n"
        "council is to vote again on a contract for the morning boat.\n"
    )
    assert "outside it, as they had done in 2011." in cleaned(text).text


def test_numbered_lines_of_an_article_are_its_own() -> None:
    days = ("Day 1: the boat leaves", "Day 2: the boat is late", "Day 3: there is no boat")
    text = cleaned(
        page(TITLE, BODY[0], days[0], BODY[1], days[1], BODY[2], days[2], *BODY[3:])
    ).text
    assert all(day in text for day in days)


def test_page_numbers_that_do_not_count_up_are_no_heads() -> None:
    quoted = ("See page 9 of the report", "See page 4 of the report")
    text = cleaned(page(TITLE, *BODY[:2], quoted[0], BODY[2], quoted[1], *BODY[3:])).text
    assert all(line in text for line in quoted)


def test_the_second_line_of_each_head_goes_with_it() -> None:
    heads = [f"{number} | News          Monday, January 6, 2020" for number in (6, 7)]
    site = "www.island.example"
    text = (
        f"{heads[0]}\n{site}\n\n{TITLE}\n\n{BODY[0]}\n\n{BODY[1]}\n\n"
        f"{heads[1]}\n{site}\n\n{BODY[2]}\n\n{BODY[3]}\n\n{BODY[4]}\n"
    )
    assert cleaned(text).text == "\n\n".join((TITLE, *BODY))


@pytest.mark.parametrize("number", ["-7-", "- 7 -", "– 7 –", "Page 7"])
def test_a_page_number_alone_is_no_text(number: str) -> None:
    article = cleaned(page(TITLE, *BODY[:3], number, *BODY[3:]))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert removed(article) == {number: "boilerplate"}
