"""A comment thread without a telling class or id is no more of the article above it."""

import pytest

from pipeline.clean import clean
from pipeline.ingest.plain import page_article
from pipeline.records import CleanArticle

TITLE = "What I learned from a summer on the night ferry"
BODY = (
    "I spent eleven weeks on the night ferry, and I was sick on nine of them.",
    "The captain, Pavel Brandt, told me that the sea forgives nobody. “It is not even angry,” he "
    "said.",
    "The bunks are short. The nights are shorter.",
    "I would go again tomorrow.",
)
SAID = (
    ("Old Salt", "You were sick because you ate the fish. Everybody knows about the fish."),
    ("Ruth Lund", "My husband says that we should do the same next year."),
    ("m_torvik", "Brandt told me that the ferry would be gone by spring."),
)


def shown(below: str) -> CleanArticle:
    """A web page with something below its article, all of it paragraphs alike."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    return clean(
        page_article(
            "page.html",
            b"page",
            f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{text}{below}</body>"
            "</html>",
        )
    )


@pytest.mark.parametrize("header", ["Comments", "3 Comments", "Reader comments"])
@pytest.mark.parametrize(
    "head", ["{} wrote on 4 March 2021:", "{} says:", "Posted by {} on 4 March 2021"]
)
def test_names_under_a_header_are_readers(header: str, head: str) -> None:
    thread = "".join(f"<p>{head.format(name)}</p><p>{words}</p>" for name, words in SAID)
    article = shown(f"<hr><h3>{header}</h3>{thread}")
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert {line.comment_author for line in article.removed} >= {name for name, _ in SAID}


def test_dates_of_one_form_show_a_thread_without_a_header() -> None:
    thread = "".join(
        f"<div><div>{name}</div><div>2 days ago</div><div>{words}</div></div>"
        for name, words in SAID
    )
    assert shown(thread).text == "\n\n".join((TITLE, *BODY))


def test_cells_of_a_table_may_hold_comments() -> None:
    rows = "".join(
        f"<tr><td>{name}<br>4-Mar-2021</td><td>{words}</td></tr>" for name, words in SAID
    )
    assert shown(f"<b>Comments</b><table>{rows}</table>").text == "\n\n".join((TITLE, *BODY))


def test_a_report_by_the_hour_stays_whole() -> None:
    entries = (
        "3 hours ago",
        "The harbour office says that the ferry has left the landing with 140 on board.",
        "2 hours ago",
        "Captain Pavel Brandt reported “a bit of wind” off the point, the coast guard said.",
        "1 hour ago",
        "All of the passengers are safe on the mainland, according to the harbour office.",
    )
    article = shown("".join(f"<p>{entry}</p>" for entry in entries))
    assert all(entry in article.text for entry in entries[1::2])


def test_a_heading_about_comments_takes_no_article_with_it() -> None:
    below = (
        "The council voted on Thursday to keep the route for two more years, after residents "
        "filled the hall and the stairs outside it.",
        "According to the harbour office, the ferry carried 11,400 people last year, a third of "
        "them on their way to the hospital.",
        "“You don’t close a thing like that with a spreadsheet,” said Maren Holt, who runs the "
        "bakery at the landing.",
    )
    article = shown("<h3>Reactions</h3>" + "".join(f"<p>{each}</p>" for each in below))
    assert all(each in article.text for each in below)
