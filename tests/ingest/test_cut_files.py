"""Of a file that is cut short, what came whole is kept, and the cut is told."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.ingest import read_file
from pipeline.records import Article, Problem
from tests.ingest.corpus_of_formats import STORY, tarred, warc, word, workbook, write

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


LONG = " ".join(f"On day {n} the ice was {n * n} inches thick." for n in range(900))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_of_a_cut_packed_file_what_could_be_unpacked_is_kept(
    pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    noise = LONG.encode() + b"".join(b"%d " % (n * n * 7919) for n in range(200_000))
    data = pack(noise)
    write(tmp_path, {"story.txt.gz": data[: len(data) * 4 // 5]})
    article, problem = read_file(tmp_path, "story.txt.gz")
    assert isinstance(article, Article) and article.text.startswith("On day 0 the ice")
    assert isinstance(problem, Problem) and problem.severity == "warning"
    assert "cut short" in problem.problem and "fetch it again" in problem.problem


def test_a_packed_file_cut_before_its_first_article_ends_is_told_once(tmp_path: Path) -> None:
    data = tarred({"story.txt": LONG.encode()})
    articles, problems = read(tmp_path, "stories.tar.gz", data[: len(data) // 2])
    assert not articles
    assert [(one.severity, "cut short" in one.problem) for one in problems] == [("error", True)]


def test_a_cut_tar_in_gzip_keeps_its_whole_articles_and_is_told_once(tmp_path: Path) -> None:
    plain = tarred({"a.txt": STORY.encode(), "b.txt": LONG.encode()}, "w")
    data = gzip.compress(plain)
    articles, problems = read(tmp_path, "stories.tar.gz", data[: len(data) - 2000])
    assert articles == ["stories.tar.gz!a.txt"]
    assert [(one.source, one.severity) for one in problems] == [("stories.tar.gz", "warning")]


@pytest.mark.parametrize("kept", [1024, 1024 + 100])
def test_a_tar_cut_between_or_in_headers_is_told(kept: int, tmp_path: Path) -> None:
    data = tarred({"a.txt": STORY.encode(), "b.txt": STORY.encode()}, "w")
    articles, problems = read(tmp_path, "stories.tar", data[:kept])
    assert articles == ["stories.tar!a.txt"]
    assert [(one.source, one.severity) for one in problems] == [("stories.tar", "warning")]
    assert "cut short" in problems[0].problem
    whole = tarred({"a.txt": STORY.encode()}, "w")
    assert read(tmp_path, "stories.tar", whole) == (["stories.tar!a.txt"], [])
