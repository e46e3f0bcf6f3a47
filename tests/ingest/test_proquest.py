"""ProQuest's exports of many documents are as many articles."""

from pipeline.ingest.exports import export_articles

CITED = """Document 1 of 2

Ferry stops for the winter

Thorne, Ines. The Brackwater Bee [Brackwater] 07 Nov 2021: A3.

Full text: The last boat left on Sunday.

"Note: we can't run it in ice," said Orla Quill.

____________________________________________________________

Document 2 of 2

Ice leaves early

Publication info: The Brackwater Bee ; Brackwater [Brackwater]. 02 Mar 2022: A1.

Author: Ines Thorne

Full text: The ice left on Tuesday.

Subject: Ice; Ferries

Document URL: https://search.example/docview/7

Copyright: Copyright Brackwater Press 2022
"""


def test_each_document_is_an_article_with_what_its_head_and_foot_say() -> None:
    first, second = export_articles(CITED, "a.txt")
    assert (first.source, second.source) == ("a.txt#1", "a.txt#2")
    known = first.metadata
    assert (known.title, known.byline) == ("Ferry stops for the winter", "Ines Thorne")
    assert (known.outlet, known.published) == ("The Brackwater Bee", "2021-11-07")
    assert first.text.endswith('Sunday.\n\n"Note: we can\'t run it in ice," said Orla Quill.')
    other = second.metadata
    assert (other.title, other.byline) == ("Ice leaves early", "Ines Thorne")
    assert (other.outlet, other.published) == ("The Brackwater Bee", "2022-03-02")
    assert second.text == "Ice leaves early\n\nThe ice left on Tuesday."


def test_a_text_that_speaks_of_a_document_is_no_export() -> None:
    assert not export_articles("The leak\n\nDocument 1 of 2\n\nIt names the ferry.\n", "a.txt")
