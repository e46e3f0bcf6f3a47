"""The article stays whole: title first, every paragraph, whatever is set inside it."""

import pytest

from pipeline.records import Metadata
from tests.clean.pages import BODY, TITLE, cleaned, page, removed


def test_a_clean_article_stays_as_it_is() -> None:
    article = cleaned(page(TITLE, *BODY))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert article.text[: article.title_end] == TITLE
    assert not article.removed and not article.problems
    assert article.metadata.title == TITLE and article.metadata.language == "en"


def test_an_article_without_a_title() -> None:
    article = cleaned(page(*BODY))
    assert article.text == "\n\n".join(BODY)
    assert article.title_end == 0


def test_the_metadata_title_is_found_in_the_text() -> None:
    article = cleaned(page(TITLE + ".", *BODY), Metadata(title=TITLE))
    assert article.text[: article.title_end] == TITLE + "."


def test_the_metadata_title_is_put_first_when_the_text_has_none() -> None:
    article = cleaned(page(*BODY), Metadata(title=TITLE))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_repeated_title_is_kept_once() -> None:
    article = cleaned(page(TITLE, TITLE, "By Ada Quist", *BODY))
    assert article.text.count(TITLE) == 1
    assert [line.reason for line in article.removed] == ["duplicate", "byline"]


@pytest.mark.parametrize(
    "inset",
    [
        # a letter
        (
            "The letter to the council reads:",
            "Dear members of the council:",
            "We ask you to think of those who have no other way to the hospital at night.",
            "Respectfully,",
            "Maren Holt",
            "Holt’s Bakery, North Landing",
        ),
        # a list
        ("The plan has three parts:", "- fewer boats in winter", "- a higher fare", "- one crew"),
        # an interview
        (
            "Q: Will you ask for more money?",
            "A: Not before the spring.",
            "Q: And then?",
            "A: Then we will see what the boat says.",
        ),
        # a tweet
        (
            "I was at the hall tonight. Never seen it so full. Proud of this island.",
            "— Maren Holt (@holtbakes) March 5, 2021",
        ),
        # headings
        ("What it costs",),
        ("WHAT HAPPENS NEXT",),
    ],
)
def test_what_is_set_inside_an_article_stays(inset: tuple[str, ...]) -> None:
    lines = (TITLE, *BODY[:3], *inset, *BODY[3:])
    assert cleaned(page(*lines)).text == "\n\n".join(lines)


def test_wrapped_text_comes_out_as_paragraphs() -> None:
    import textwrap

    wrapped = page(TITLE, *(textwrap.fill(paragraph, 68) for paragraph in BODY))
    assert cleaned(wrapped).text == "\n\n".join((TITLE, *BODY))


def test_mojibake_is_mended_and_quotation_marks_stay() -> None:
    broken = BODY[1].encode("utf-8").decode("cp1252", errors="replace")
    article = cleaned(page(TITLE, BODY[0], broken, *BODY[2:]))
    assert "said Maren Holt" in article.text and "â€" not in article.text
    assert "“My daughter" in article.text


def test_byline_and_date_are_metadata() -> None:
    article = cleaned(page(TITLE, "By Ada Quist | March 5, 2021", *BODY))
    assert removed(article) == {"By Ada Quist | March 5, 2021": "byline"}
    assert article.metadata.byline == "Ada Quist"
    assert (article.metadata.published, article.metadata.published_basis) == ("2021-03-05", "page")


def test_a_date_over_the_first_paragraph() -> None:
    article = cleaned(page(TITLE, "Friday, March 5, 2021", *BODY))
    assert removed(article) == {"Friday, March 5, 2021": "byline"}
    assert article.metadata.published == "2021-03-05"
