"""Exports of news databases are split where they mark an article's end."""

from pipeline.ingest.exports import export_articles

LEXIS = """
                               1 of 2 DOCUMENTS

                              The Brackwater Bee

                           November 7, 2021 Sunday
                                Final Edition

Ferry stops for the winter

BYLINE: Ines Thorne

SECTION: NEWS; Pg. 3

LENGTH: 120 words

DATELINE: MARROW ISLAND, Nov. 6

The last boat left on Sunday.

"Note: we can't run it in ice," said Orla Quill.

URL: http://www.bee.example

LOAD-DATE: November 8, 2021

LANGUAGE: ENGLISH

                 Copyright 2021 Brackwater Press
                               2 of 2 DOCUMENTS

Something the layout does not foresee.
It is kept whole, with its date of November 9, 2021.
"""

CODED = """SE News
HD
Ferry stops for the winter
BY
By Ines Thorne
WC
120 words
PD
7 November 2021
SN
The Brackwater Bee
LA
English
LP
The last boat left on Sunday.
TD
"We can't run it in ice," said Orla Quill.
AN
Document BRBEE00020211107ehb700001
"""


def test_the_older_lexisnexis_layout() -> None:
    first, second = export_articles(LEXIS, "a.txt")
    assert (first.source, second.source) == ("a.txt#1", "a.txt#2")
    known = first.metadata
    assert (known.outlet, known.title, known.byline, known.published, known.language) == (
        "The Brackwater Bee", "Ferry stops for the winter", "Ines Thorne", "2021-11-07", "en",
    )  # fmt: skip
    assert first.text == (
        "Ferry stops for the winter\n\nThe last boat left on Sunday.\n\n"
        '"Note: we can\'t run it in ice," said Orla Quill.'
    )


def test_the_cover_page_of_a_nexis_export_is_none_of_its_articles() -> None:
    cover = [
        "User Name: Ada Reader", "Date and Time: Tuesday, November 9, 2021 10:02:00 AM EST",
        "Job Number: 1234", "Document (1)", "1. Ferry stops", "Search Terms: ferry",
        "| About LexisNexis | Privacy Policy | Copyright © 2021 LexisNexis", "Page 1 of 1",
    ]  # fmt: skip
    lines = [
        *cover, "Ferry stops", "Ferry stops", "The Brackwater Bee", "November 7, 2021 Sunday",
        "Final Edition", "Copyright 2021 Brackwater Press", "Length: 120 words", "Body",
        "Link to Image", "The last boat left on Sunday.", "Load-Date: November 8, 2021",
        "End of Document",
    ]  # fmt: skip
    (article,) = export_articles("\n".join(lines), "a.docx")
    known = article.metadata
    assert (known.outlet, known.title, known.published) == (
        "The Brackwater Bee", "Ferry stops", "2021-11-07",
    )  # fmt: skip
    assert article.text == "Ferry stops\n\nThe last boat left on Sunday."


def test_an_article_with_an_unknown_head_is_kept_whole() -> None:
    _, second = export_articles(LEXIS, "a.txt")
    assert second.text.startswith("Something the layout")
    assert second.text.endswith("November 9, 2021.")


def test_factivas_layout_with_codes() -> None:
    (article,) = export_articles(CODED, "a.txt")
    known = article.metadata
    assert (known.outlet, known.title, known.byline, known.published, known.language) == (
        "The Brackwater Bee", "Ferry stops for the winter", "Ines Thorne", "2021-11-07", "en",
    )  # fmt: skip
    assert article.text.endswith(
        'The last boat left on Sunday.\n\n"We can\'t run it in ice," said Orla Quill.'
    )


def test_the_number_of_an_older_article_is_in_small_letters() -> None:
    older = CODED.replace("BRBEE00020211107ehb700001", "brbee000020011107dxb700001")
    (article,) = export_articles(older, "a.txt")
    assert article.metadata.title == "Ferry stops for the winter"


def test_a_headline_with_a_colon_in_the_older_lexisnexis_layout() -> None:
    letter = LEXIS.replace("BYLINE: Ines Thorne\n\n", "").replace(
        "Ferry stops for the winter", "LETTER: No ferry, no fish"
    )
    first, _ = export_articles(letter, "a.txt")
    assert first.metadata.title == "LETTER: No ferry, no fish"
    assert first.metadata.published == "2021-11-07"


def test_a_story_that_mentions_a_document_is_no_export() -> None:
    text = "The minister showed Document AB12 to reporters.\n\nEnd of Document was written below."
    assert export_articles(text, "a.txt") == []
