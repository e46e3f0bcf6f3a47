"""Web archives (WARC), as Common Crawl and archiving crawlers write them."""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from gzip import BadGzipFile, GzipFile
from typing import IO, Any, cast
from urllib.parse import urlsplit

from pipeline.ingest.decode import decode_bytes, is_binary
from pipeline.ingest.entry import Budget, Context, Entry, failure, loss, too_large
from pipeline.ingest.fields import article_id
from pipeline.ingest.plain import page_article
from pipeline.records import Article, Metadata, Problem

_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_RECORD_TYPES = ("response", "resource", "conversion")
_REVISIT = "revisit"
_FOR_MACHINES = re.compile(
    r"/(?:(?:robots|ads|app-ads|sellers|humans|security|llms|crossdomain)\.(?:txt|json|xml)|"
    r"\.well-known/.{0,200}|[^/]{0,60}sitemap[^/]{0,60}|favicon\.ico)\Z",
    re.IGNORECASE,
)
"""Paths of what a site says to crawlers and advertisers."""


class _CountedStream(io.RawIOBase):
    """A packed stream that counts what comes out of it against the budget.

    Where it breaks off, it ends: what was unpacked before is not lost.
    """

    def __init__(self, packed: GzipFile, budget: Budget) -> None:
        self._packed = packed
        self._budget = budget
        self.is_cut = False

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            # `read` would throw away what it has when it comes to the cut
            data = self._packed.read1(size)
        except (EOFError, BadGzipFile, zlib.error):
            self.is_cut = True
            return b""
        self._budget.add_bytes(len(data))
        return data

    def readinto(self, buffer: Any) -> int:
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def read_warc(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """The web pages of a WARC file, each an article; `#n` counts pages alone.

    What servers answered besides pages (errors, redirections, pictures, robots.txt) is left
    out, and told in one row that counts it. A record's raw bytes are the page as it was
    served. The day of the crawl is not taken for the day of publication.
    """
    entry.stream.seek(0)
    return _pages(entry.source, entry.stream, context)


def read_packed_warc(
    entry: Entry, packed: GzipFile, context: Context
) -> Iterator[Article | Problem]:
    """The same for a gzip-packed file, unpacked as it is read."""
    stream = _CountedStream(packed, context.budget)
    return _pages(entry.source, cast(IO[bytes], stream), context)


def _pages(source: str, stream: IO[bytes], context: Context) -> Iterator[Article | Problem]:
    limit = context.options.max_article_bytes
    number = whole = 0
    is_cut = False
    left_out: Counter[str] = Counter()
    for record in _records(stream):
        context.budget.add_entry()
        kind, charset = _page_type(record)
        if kind not in ("page", "text"):
            left_out[kind] += 1
            continue
        number += 1
        place = f"{source}#{number}"
        data = record.content_stream().read(limit + 1)
        if len(data) > limit:
            yield failure(place, too_large(limit))
            continue
        if _breaks_off(record):
            is_cut = True
            break
        if not data.strip() or is_binary(data):
            yield failure(place, "This archived page holds no text.")
            continue
        text = decode_bytes(data, declared=charset, forced=context.options.encoding).text
        url = record.rec_headers.get_header("WARC-Target-URI") or ""
        known = Metadata(url=url.strip("<> "))
        whole += 1
        if kind == "page":
            yield page_article(place, data, text, known)
        else:
            yield Article(article_id(data), place, text, known)
    if is_cut or (isinstance(stream, _CountedStream) and stream.is_cut):
        if whole:
            pages = "page" if whole == 1 else "pages"
            yield loss(
                source,
                f"This web archive is cut short after {whole} whole {pages}, which "
                f"{'was' if whole == 1 else 'were'} read; fetch it again for the rest.",
            )
        else:
            yield failure(
                source,
                "This web archive is cut short before the end of its first page; fetch it again.",
            )
    del left_out[""]
    if left_out:
        told = ", ".join(f"{count:,} {kind}" for kind, count in sorted(left_out.items()))
        if number or is_cut:
            yield loss(
                source,
                f"What is no page in this web archive was left out ({told}); where articles are "
                "missing, fetch them again.",
            )
        else:
            yield failure(source, f"This web archive holds no page ({told}); leave it out.")


def _breaks_off(record: Any) -> bool:
    """Whether the file ends before a record that has been read to its end does."""
    rest = record.raw_stream
    return getattr(rest, "limit", 0) > 0 and not rest.read(1)


def _records(stream: IO[bytes]) -> Iterator[Any]:
    """The records of a web archive, without what the library would tell the terminal."""
    from warcio.archiveiterator import ArchiveIterator

    class Quiet(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""

    logging.getLogger("warcio").setLevel(logging.ERROR)
    yield from Quiet(stream)


def _page_type(record: Any) -> tuple[str, str]:
    """`page` or `text`, and the encoding the server named; or else what is left out.

    Empty for what is no answer of a server.
    """
    if record.rec_type == _REVISIT:
        return "told to be as in another archive", ""
    if record.rec_type not in _RECORD_TYPES:
        return "", ""
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    if address.startswith(("dns:", "whois:", "metadata:")):
        return "", ""
    header = ""
    if record.http_headers is not None:
        status = record.http_headers.get_statuscode() or ""
        if status != "200":
            return f"answered with status {status or 'unknown'}", ""
        header = record.http_headers.get_header("Content-Type") or ""
    header = header or record.rec_headers.get_header("Content-Type") or ""
    kind, *parameters = (part.strip() for part in header.lower().split(";"))
    charset = next((p.partition("=")[2] for p in parameters if p.startswith("charset=")), "")
    if _FOR_MACHINES.search(_path(address)):
        return "for crawlers, such as robots.txt", ""
    if kind in _PAGE_TYPES:
        return "page", charset
    return ("text", charset) if kind == "text/plain" else (f"of type {kind or 'unknown'}", "")


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""
