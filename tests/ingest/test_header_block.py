"""Labelled lines above a text are its metadata."""

from pathlib import Path

import pytest

from pipeline.ingest.corpus import read_file
from pipeline.ingest.header_block import read_header_block
from pipeline.records import Article

BLOCK = (
    "Title: Ferry stops for the winter\nAuthor: Ines Thorne\nSource: The Brackwater Bee\n"
    "Date: 7 November 2021\nURL: http://www.bee.example/ferry\nSection: News\n"
)
TEXT = "The last boat left on Sunday.\n\n“Note: it was ice,” said Orla Quill.\n"


@pytest.mark.parametrize("between", ["\n", "Full text: ", "\nText:\n", "---\n", "\n=====\n\n"])
def test_a_block_of_labels_is_metadata_and_not_text(between: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BLOCK + between + TEXT, encoding="utf-8")
    (article,) = read_file(tmp_path, "a.txt")
    assert isinstance(article, Article)
    known = article.metadata
    assert known.title == "Ferry stops for the winter"
    assert (known.outlet, known.byline) == ("The Brackwater Bee", "Ines Thorne")
    assert (known.published, known.published_basis) == ("2021-11-07", "metadata")
    assert article.text.strip() == TEXT.strip()


@pytest.mark.parametrize(
    "text",
    [
        "Source: a fisherman.\nThe boat left on Sunday.\n",
        "From: Orla\nSubject: ferry\nDate: 7 May 2021\n\nThe boat left.\n",
        "Date: 7 May 2021\nThe boat left, and the harbour was empty.\n",
        BLOCK,
    ],
)
def test_other_texts_have_none(text: str) -> None:
    assert read_header_block(text) is None


def test_lines_keep_their_numbers() -> None:
    found = read_header_block(BLOCK + "\n" + TEXT)
    assert found is not None
    assert found[0].split("\n").index("The last boat left on Sunday.") == 7


def test_a_rule_may_stand_over_the_block_too() -> None:
    found = read_header_block("---\n" + BLOCK.replace("Title", "Headline") + "---\n" + TEXT)
    assert found is not None
    assert found[0].strip() == TEXT.strip()
    assert found[1].title == "Ferry stops for the winter"
