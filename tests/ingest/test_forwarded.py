"""Of a forwarded message, the one inside tells of the article."""

from pathlib import Path

import pytest

from pipeline.ingest import read_file
from pipeline.records import Article

STORY = "The last boat left on Sunday.\n\n“We can’t run it in ice,” said Orla Quill."
MARKS = (
    "---------- Forwarded message ---------",
    "-----Original Message-----",
    "Begin forwarded message:\n",
)


def forwarded(mark: str) -> str:
    return (
        f"FYI\n\n{mark}\nFrom: The Brackwater Bee <news@bee.example>\n"
        "Date: Sun, 7 Nov 2021 at 08:00\nSubject: Ferry stops for the winter\n"
        f"To: Jo Brandt <jo@desk.example>\n\n\n{STORY}\n"
    )


@pytest.mark.parametrize("mark", MARKS)
def test_a_text(mark: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(forwarded(mark), encoding="utf-8")
    (article,) = read_file(tmp_path, "a.txt")
    assert isinstance(article, Article)
    known = article.metadata
    assert (known.title, known.outlet) == ("Ferry stops for the winter", "The Brackwater Bee")
    assert known.published == "2021-11-07"
    assert article.text.split() == ("FYI " + STORY).split()
    assert article.text.split("\n").index("The last boat left on Sunday.") == forwarded(mark).split(
        "\n"
    ).index("The last boat left on Sunday.")


def test_a_message_in_a_message(tmp_path: Path) -> None:
    headers = (
        "From: Jo Brandt <jo@desk.example>\nTo: ada@desk.example\n"
        "Date: Mon, 08 Nov 2021 09:00:00 +0000\nSubject: Fwd: Ferry stops for the winter\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    (tmp_path / "a.eml").write_text(headers + forwarded(MARKS[0]), encoding="utf-8")
    (article,) = read_file(tmp_path, "a.eml")
    assert isinstance(article, Article)
    assert (article.metadata.outlet, article.metadata.published) == (
        "The Brackwater Bee",
        "2021-11-07",
    )


def test_a_story_about_a_message_is_none(tmp_path: Path) -> None:
    text = "Begin forwarded message:\n\nwas all that stood on the screen.\n\nFrom: nobody.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (article,) = read_file(tmp_path, "a.txt")
    assert isinstance(article, Article)
    assert article.text == text
