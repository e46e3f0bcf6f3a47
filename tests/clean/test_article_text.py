"""The article stays whole: title first, every paragraph, whatever is set inside it."""

import pytest

from pipeline.clean.blocks import join_lines, split_lines
from pipeline.clean.layout import lay_out
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


def test_a_letter_keeps_its_writers_name_and_office() -> None:
    letter = (
        "The chairman of the ferry company resigned on Tuesday. His letter is published in full.",
        "Dear Minister,",
        "It is with regret that I write to tender my resignation as chairman of the company.",
        "I take full responsibility for the events of 14 June.",
        "Yours sincerely,",
        "Sir Iain Moss",
        "Chairman, Island Ferries",
    )
    article = cleaned(page("In full: the chairman’s letter of resignation", *letter))
    assert article.text.split("\n\n")[1:] == [*letter]


def test_a_report_by_the_hour_is_no_thread() -> None:
    entries = (
        "Key points",
        "• Winds of 90mph recorded at the cape",
        "• Thousands of homes without power",
        "• Ferry services suspended until morning",
        "14:32 Power back for 4,000 homes",
        "The network operator says engineers have restored supply to 4,000 homes on the island.",
        "14:05 ‘Stay at home’, mayor says",
        "Mayor Ruth Anders has urged residents not to travel. “Please stay at home,” she said.",
        "13:40 Bridge closed",
        "Police have closed the bridge in both directions.",
    )
    article = cleaned(page("Storm Greta: live updates", "Last updated: 3 February 2022", *entries))
    assert article.text.split("\n\n")[1:] == [*entries]
    assert article.metadata.published == "2022-02-03"


def test_values_by_their_names_end_a_report_of_a_match() -> None:
    values = ("Man of the match: Ade Cole", "Attendance: 31,204", "Referee: P. Moss")
    article = cleaned(page(TITLE, *BODY, *values, "Share this: Facebook Twitter Email Print"))
    assert article.text == "\n\n".join((TITLE, *BODY, *values))


@pytest.mark.parametrize(
    ("below", "label"),
    [
        (("Islanders: Visit Tolmin on Friday.", "Mainland: Host Harrow on Friday."), "body"),
        (("Mainland coach resigns after 20 years", "Five things we learned in Elm"), "boilerplate"),
    ],
)
def test_the_next_games_end_a_report_of_one(below: tuple[str, ...], label: str) -> None:
    blocks = join_lines(split_lines(page(TITLE, *BODY, "UP NEXT", *below)))
    labels = lay_out(blocks, ["title", *["body"] * len(BODY), *["boilerplate"] * 3])
    assert labels[-2:] == [label] * 2


def test_a_rule_below_the_article_goes_with_what_it_parts_off() -> None:
    article = cleaned(page(TITLE, *BODY, "___", "Agency writer Tom Hale contributed to this."))
    assert article.text == "\n\n".join((TITLE, *BODY))


def test_a_paragraph_in_guillemets_stays() -> None:
    quoted = "«Mi hija nació en ese barco», dijo Maren Holt, la panadera del muelle."
    text = page("El ferry nocturno se queda en la isla", "El consejo de la isla votó el jueves a "
                "favor de mantener el ferry nocturno durante dos años más.", quoted)  # fmt: skip
    assert cleaned(text).text.endswith(quoted)
