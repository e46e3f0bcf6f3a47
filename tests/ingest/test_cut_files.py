"""Of a file that is cut short, what came whole is kept, and the cut is told."""

import gzip
from pathlib import Path

import pytest

from pipeline.ingest import read_file
from pipeline.records import Article, Problem
from tests.ingest.corpus_of_formats import STORY, warc, word, workbook, write

ONE = warc("utf-8")


def read(folder: Path, path: str, data: bytes) -> tuple[list[str], list[Problem]]:
    write(folder, {path: data})
    found = list(read_file(folder, path))
    articles = [one.source for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, Problem)]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("pages.warc", (2 * ONE + ONE)[:-200]),
        ("pages.warc.gz", gzip.compress(2 * ONE) + gzip.compress(ONE)[:-200]),
    ],
)
def test_a_cut_web_archive_keeps_its_whole_pages(path: str, data: bytes, tmp_path: Path) -> None:
    articles, problems = read(tmp_path, path, data)
    assert articles == [f"{path}#1", f"{path}#2"]
    assert [(one.source, one.severity) for one in problems] == [(path, "warning")]
    assert "cut short after 2 whole pages" in problems[0].problem
    assert "delete" not in problems[0].problem


def test_a_web_archive_cut_in_its_first_page_is_no_article(tmp_path: Path) -> None:
    articles, problems = read(tmp_path, "pages.warc", ONE[:-200])
    assert not articles
    assert [(one.severity, "cut short" in one.problem) for one in problems] == [("error", True)]


@pytest.mark.parametrize("packed", [False, True])
def test_a_whole_web_archive_is_not_called_cut(packed: bool, tmp_path: Path) -> None:
    data = gzip.compress(ONE) * 2 if packed else 2 * ONE
    path = "pages.warc.gz" if packed else "pages.warc"
    assert read(tmp_path, path, data) == ([f"{path}#1", f"{path}#2"], [])


@pytest.mark.parametrize(
    ("path", "data", "kind"),
    [
        ("story.docx", word([STORY] * 9), "Word document"),
        ("story", word([STORY] * 9), "Word document"),
        ("table.xlsx", workbook(), "Excel workbook"),
    ],
)
def test_a_cut_office_document_is_called_what_it_is(
    path: str, data: bytes, kind: str, tmp_path: Path
) -> None:
    articles, (problem,) = read(tmp_path, path, data[: len(data) * 2 // 3])
    assert not articles
    assert problem.problem.startswith(f"This {kind} is damaged or cut short")
    assert "pack" not in problem.problem
