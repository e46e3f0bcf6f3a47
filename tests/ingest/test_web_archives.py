"""Of what a crawler wrote down, pages become articles, and the rest is counted, not gone."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from pipeline.ingest import read_file
from pipeline.records import Article, Problem
from tests.ingest.corpus_of_formats import PAGE, write

HOST = "https://www.brackwaterbee.example"


def answer(
    path: str,
    body: bytes,
    *,
    status: str = "200 OK",
    kind: str = "text/html; charset=utf-8",
    headers: str = "",
) -> bytes:
    """A response record."""
    content = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{headers}\r\n".encode() + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\n"
        b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000002>\r\n"
        b"WARC-Date: 2022-01-03T10:00:00Z\r\nWARC-Target-URI: "
        + f"{HOST}{path}\r\n".encode()
        + b"Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + str(len(content)).encode()
        + b"\r\n\r\n"
        + content
        + b"\r\n\r\n"
    )


STORY = PAGE.format(charset="utf-8").encode()
ROBOTS = answer("/robots.txt", b"User-agent: *\nDisallow:\n", kind="text/plain")
MISSING = answer("/gone", b"<h1>Not found</h1>", status="404 Not Found")
MOVED = answer("/old", b"", status="301 Moved Permanently")
PICTURE = answer("/a.png", b"\x89PNG\r\n", kind="image/png")


def read(folder: Path, data: bytes) -> tuple[list[str], list[Problem]]:
    write(folder, {"crawl.warc": data})
    found = list(read_file(folder, "crawl.warc"))
    articles = [one.source for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, Problem)]


def test_what_is_no_page_is_counted_in_one_row(tmp_path: Path) -> None:
    data = ROBOTS + answer("/a", STORY) + MISSING + MOVED + MISSING + PICTURE
    articles, (problem,) = read(tmp_path, data)
    assert articles == ["crawl.warc#1"]
    assert (problem.source, problem.severity) == ("crawl.warc", "warning")
    for told in ("2 answered with status 404", "1 answered with status 301", "robots.txt",
                 "1 of type image/png"):  # fmt: skip
        assert told in problem.problem


def test_an_archive_without_a_page_is_an_error(tmp_path: Path) -> None:
    articles, (problem,) = read(tmp_path, ROBOTS + MISSING)
    assert not articles
    assert problem.severity == "error" and "no page" in problem.problem


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(STORY)),
        (
            "Transfer-Encoding: chunked\r\n",
            b"%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n"
            % (300, STORY[:300], len(STORY) - 300, STORY[300:]),
        ),
    ],
)
def test_pages_are_unpacked_as_they_were_sent(headers: str, body: bytes, tmp_path: Path) -> None:
    write(tmp_path, {"crawl.warc": answer("/a", body, headers=headers)})
    (article,) = read_file(tmp_path, "crawl.warc")
    assert isinstance(article, Article)
    assert article.metadata.title == "Ferry stops" and "Orla Quill" in article.markup
