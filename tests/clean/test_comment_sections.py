"""No reader comment stays in an article, and every article stays before its comments."""

import pytest

from pipeline.training.cleaning_dev import DevPage, dev_pages
from pipeline.training.cleaning_pages import render
from tests.clean.pages import BODY, TITLE, cleaned, page

PAGES = dev_pages()


def test_the_development_pages_cover_every_system() -> None:
    assert len(PAGES) >= 60
    assert len({dev.system for dev in PAGES}) >= 12


@pytest.mark.parametrize("system", sorted({dev.system for dev in PAGES}))
def test_threads_of_a_system(system: str) -> None:
    gone = comments = lost = article = 0
    for dev in PAGES:
        if dev.system == system:
            counts = words_out(dev)
            gone, comments = gone + counts[0], comments + counts[1]
            lost, article = lost + counts[2], article + counts[3]
    assert gone >= (0.8 if system == "named_only" else 0.95) * comments
    assert lost <= 0.02 * article


def words_out(dev: DevPage) -> tuple[int, int, int, int]:
    """Comment words gone and in all, article words lost and in all."""
    text, labels = render(dev.lines)
    out = {line.line for line in cleaned(text).removed}
    gone = comments = lost = article = 0
    for number, line in enumerate(text.split("\n"), 1):
        words = len(line.split())
        if labels.get(number) == "comment":
            comments += words
            gone += words * (number in out)
        elif labels.get(number) in ("title", "body"):
            article += words
            lost += words * (number in out)
    return gone, comments, lost, article


def test_comments_carry_author_and_date() -> None:
    article = cleaned(
        page(
            TITLE,
            *BODY,
            "2 thoughts on “Council votes to keep the night ferry”",
            "1. old salt - March 5, 2021",
            "About time. I’ve been on that boat in every weather and so has my dog.",
            "2. Greta Lund - March 6, 2021",
            "And who pays for it?",
        )
    )
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert [(line.comment_author, line.comment_date) for line in article.removed] == [
        ("", ""),
        *[("old salt", "2021-03-05")] * 2,
        *[("Greta Lund", "2021-03-06")] * 2,
    ]
    assert {line.reason for line in article.removed} == {"comment"}
    assert (article.metadata.published, article.metadata.published_basis) == (
        "2021-03-05",
        "comments",
    )
