"""What running text says about the lines beside it."""

from pipeline.clean.blocks import Block, split_lines
from pipeline.clean.paragraphs import by_paragraphs
from tests.clean.pages import BODY, TITLE, cleaned, page


def labelled(*lines: tuple[str, str]) -> list[str]:
    blocks = [Block((line,), line.text) for line in split_lines("\n".join(t for t, _ in lines))]
    return by_paragraphs(blocks, [label for _, label in lines])


def test_a_list_above_the_first_paragraph_is_a_menu() -> None:
    menu = [(f"- Topic {number}", "body") for number in range(6)]
    assert labelled(*menu, (BODY[0], "body")) == ["boilerplate"] * 6 + ["body"]


def test_a_text_that_is_all_list_stays() -> None:
    entries = [(f"{number} March, harbour", "body") for number in range(1, 9)]
    assert labelled(*entries) == ["body"] * 8


def test_a_paragraph_beside_the_article_is_the_articles() -> None:
    assert labelled((BODY[0], "body"), (BODY[2], "boilerplate")) == ["body", "body"]


def test_a_bio_or_notice_beside_the_article_stays_out() -> None:
    bio = (
        "Ada Quist is a reporter for The Island Post who has written about the ferries, the "
        "harbour and the council for many years."
    )
    assert labelled((BODY[0], "body"), (bio, "boilerplate")) == ["body", "boilerplate"]


def test_questions_and_answers_are_an_interview() -> None:
    turns = (
        "Q: When did you first take the night ferry?",
        "A: In 1987, I think.",
        "Q: And the last time?",
        "A: Yesterday!",
        "Q: Will you miss it?",
        "A: Ask me in two years.",
    )
    assert cleaned(page(TITLE, *BODY, *turns)).text == "\n\n".join((TITLE, *BODY, *turns))


def test_teasers_above_the_headline_are_not_the_articles() -> None:
    teaser = (
        "Heron nests found at the old mill The birds have come back after twelve years, says "
        "the warden of the marsh, who counted nine pairs on Tuesday morning."
    )
    lines = (
        (f"{TITLE} - The Island Post", "boilerplate"),
        (teaser, "body"),
        (teaser.replace("nine", "six"), "body"),
        (TITLE, "boilerplate"),
        (BODY[0], "body"),
        (BODY[2], "body"),
    )
    out = ["boilerplate"] * 3
    assert labelled(*lines) == [*out, "title", "body", "body"]


def test_a_running_head_far_down_the_text_begins_no_article() -> None:
    lines = [(TITLE, "title"), *((text, "body") for text in BODY[:4]), (TITLE.upper(), "body")]
    lines += [(BODY[0], "body"), (BODY[2], "body")]
    assert labelled(*lines) == [label for _, label in lines]


def test_a_paragraph_that_stands_twice_is_no_headline() -> None:
    lines = [(BODY[3], "title"), (BODY[0], "body"), (BODY[3], "body")]
    lines += [(text, "body") for text in BODY[1:]]
    assert labelled(*lines) == [label for _, label in lines]


def test_a_heading_that_begins_like_the_title_is_no_headline() -> None:
    lines = (
        ("How to save the ferry: five steps", "title"),
        (BODY[0], "body"),
        ("How to save the ferry", "body"),
        (BODY[1], "body"),
        (BODY[2], "body"),
    )
    assert labelled(*lines) == [label for _, label in lines]


def test_what_is_told_near_a_paragraph_is_the_articles() -> None:
    told = "Maren Holt told The Post: “You don’t close a thing like that.”"
    furniture = (("Recommended", "boilerplate"), ("Ferries: what to know", "boilerplate"))
    labels = labelled((BODY[1], "body"), *furniture, (told, "boilerplate"))
    assert labels == ["body", "boilerplate", "boilerplate", "body"]
