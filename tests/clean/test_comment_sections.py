"""No reader comment stays in an article, and every article stays before its comments."""

import pytest

from pipeline.clean.blocks import join_lines, split_lines
from pipeline.clean.comment_section import free_article
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


def test_the_line_below_the_comments_is_the_papers() -> None:
    footer = "Copyright Island Post 2021. All letters are read by the editor."
    remark = "About time. I’ve been on that boat in every weather and so has my dog."
    article = cleaned(page(TITLE, *BODY, "Comments", "old salt 5 Mar 5:12pm", remark, footer))
    assert {line.text: line.reason for line in article.removed}[footer] == "boilerplate"
    assert {line.text: line.reason for line in article.removed}[remark] == "comment"


REMARKS = (
    "They said this about the library too. Where does all the money go?",
    "Been on it since I was six!! This is so sad :(",
    "With respect to Mr Brandt, the engine was replaced with the wrong one.",
    "@anon99 some of us don't have cars. lol",
)


def test_readers_without_names_at_the_end_of_the_page_are_comments() -> None:
    article = cleaned(page(TITLE, *BODY) + "\n" + "\n".join(REMARKS))
    assert article.text == "\n\n".join((TITLE, *BODY))
    assert {line.reason for line in article.removed} == {"comment"}


def test_remarks_in_quotation_marks_are_the_articles() -> None:
    quoted = [f"“{remark}”" for remark in REMARKS]
    assert cleaned(page(TITLE, *BODY, *quoted)).text == "\n\n".join((TITLE, *BODY, *quoted))


def test_buttons_under_each_comment_do_not_end_the_section() -> None:
    readers = ("Dana Whitlock", "gardengate", "R. Oakes", "Old Goat")
    thread = ["Comments (4)"]
    for number, (reader, remark) in enumerate(zip(readers, REMARKS, strict=True)):
        thread += [reader, f"1{number} Mar 2019 7:02", "2 3", remark]
        thread += ["Share", "Facebook", "Twitter", "Report"]
    article = cleaned(page(TITLE, *BODY) + "\n" + "\n".join(thread))
    found = {line.text: (line.comment_author, line.comment_date) for line in article.removed}
    assert [found[remark] for remark in REMARKS] == [
        (reader, f"2019-03-1{number}") for number, reader in enumerate(readers)
    ]


def test_the_foot_of_the_page_is_no_part_of_the_last_comment() -> None:
    foot = ("© Copyright 2021 The Island Post Inc. All rights reserved.", "Ada Quist, Publisher")
    comments = ("Comments (2)", "old salt", "March 5, 2021", "About time!", "Greta Lund")
    comments += ("March 6, 2021", "And who pays for it? We do, as my dad always said.")
    article = cleaned(page(TITLE, *BODY, *comments, *foot))
    assert [line.reason for line in article.removed if line.text in foot] == ["boilerplate"] * 2
    assert [line.reason for line in article.removed if line.text in comments] == ["comment"] * 7


def test_comments_that_a_paper_has_edited_are_its_text() -> None:
    printed = (
        "Comments are edited for length and clarity:",
        "Let’s be honest about who built the pier. Nobody ever talks about them.",
        "— Greta Lund",
        "I think you’ve hit on it, Greta. Fine the owners and the rest takes care of itself.",
        "— Pavel Brandt",
    )
    article = cleaned(page(TITLE, *BODY, *printed))
    assert article.text == "\n\n".join((TITLE, *BODY, *printed))


def test_the_day_of_a_comment_without_its_year_is_the_next_since_the_article() -> None:
    def dates(published: str, day: str) -> set[str]:
        thread = (
            "2 Comments",
            f"tern77 {day} 10:14",
            "Keep the boat.",
            f"greta {day} 11:02",
            "Yes!",
        )
        article = cleaned(page(TITLE, "By Ines Thorne", f"Published {published}", *BODY, *thread))
        said = ("Keep the boat.", "Yes!")
        return {line.comment_date for line in article.removed if line.text in said}

    assert dates("15 February 2021", "15 Feb") == {"2021-02-15"}
    assert dates("30 December 2021", "2 January") == {"2022-01-02"}
    assert dates("15 February 2021", "14 Feb") == {""}


def test_what_a_paper_says_of_itself_below_an_article_is_no_comment() -> None:
    foot = ("Email Ines Thorne at ithorne@islandpost.example.", "Published March 4, 2021")
    article = cleaned(page(TITLE, "By Ines Thorne", *BODY, *foot))
    assert {line.text: line.reason for line in article.removed}.keys() >= {*foot}
    assert all(line.reason != "comment" for line in article.removed)
    assert article.metadata.published_basis == "page"


def test_a_notice_of_rights_below_comments_is_no_readers() -> None:
    thread = ("Comments", "tern77 1 hour ago", "Keep the boat.", "greta 2 hours ago", "About time!")
    foot = ("© Copyright Harbour Press 2021", "Privacy Policy | Terms of Service")
    out = {line.text: line.reason for line in cleaned(page(TITLE, *BODY, *thread, *foot)).removed}
    assert [out[line] for line in foot] == ["boilerplate"] * 2
    assert out["About time!"] == "comment"


def test_a_column_below_its_day_is_no_thread() -> None:
    """Told in the first person, right below a deck and the day of publication."""
    column = ("I had never seen the sea.", "My father rowed. I sat behind him and held the lamp.")
    lines = (TITLE, "What I owe to a boat", "Published 6:00 a.m. March 7, 2024", *column, *BODY)
    blocks = join_lines(split_lines("\n".join(lines)))
    labels = ["body", "body", "comment", "comment", "comment", *["body"] * len(BODY)]
    free_article(blocks, labels)
    assert labels == ["body", "body", "byline", *["body"] * (len(column) + len(BODY))]


def test_a_thread_above_more_of_the_page_stays_one() -> None:
    lines = (TITLE, *BODY, "March 8, 2024", "I had never seen the sea.", "All ferries at a glance")
    blocks = join_lines(split_lines("\n".join(lines)))
    labels = [*["body"] * (1 + len(BODY)), "comment", "comment", "body"]
    free_article(blocks, kept := list(labels))
    assert kept == labels
