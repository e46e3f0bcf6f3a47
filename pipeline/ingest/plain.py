"""Readers of one article a file: plain text and web pages."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from pipeline.ingest.decode import Decoded, decode_bytes
from pipeline.ingest.entry import Context, Entry, failure, loss, too_large
from pipeline.ingest.exports import export_articles
from pipeline.ingest.fields import article_id, is_markup
from pipeline.ingest.forwarded import read_forwarded
from pipeline.ingest.header_block import read_header_block
from pipeline.ingest.join import join_metadata
from pipeline.ingest.markdown import is_markdown, read_markdown
from pipeline.ingest.page import page_metadata
from pipeline.records import Article, Metadata, Problem

_LOST_LETTERS = (
    "Some letters could not be read and stand as �; save the text as UTF-8, or name its "
    "encoding with --encoding."
)
log = logging.getLogger(__name__)
NO_TEXT = "This holds no text; delete it, or put the article's text into it."


def read_text(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A plain text: one article, or the articles of a database's export."""
    read = _decoded(entry, context)
    if isinstance(read, Problem):
        yield read
        return
    data, decoded = read
    exported = export_articles(decoded.text, entry.source)
    if exported:
        yield from exported
    elif is_markdown(entry.name, decoded.text):
        text, known = read_markdown(decoded.text)
        yield Article(article_id(data), entry.source, text, known)
    elif forwarded := read_forwarded(decoded.text):
        text, known = forwarded
        yield Article(article_id(data), entry.source, text, known)
    elif block := read_header_block(decoded.text):
        text, known = block
        yield Article(article_id(data), entry.source, text, known)
    else:
        yield Article(article_id(data), entry.source, decoded.text)
    if decoded.lossy:
        yield loss(entry.source, _LOST_LETTERS)


def read_page(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A web page: one article, with what its markup says of it."""
    read = _decoded(entry, context)
    if isinstance(read, Problem):
        yield read
        return
    data, decoded = read
    yield page_article(entry.source, data, decoded.text)
    if decoded.lossy:
        yield loss(entry.source, _LOST_LETTERS)


def page_article(source: str, raw: bytes, markup: str, known: Metadata | None = None) -> Article:
    """The article of a page; `known` is what a record around it says and goes first.

    It stands alone where what the page says of itself cannot be read.
    """
    known = known or Metadata()
    try:
        told = page_metadata(markup, known.url)
    except MemoryError:
        raise
    except Exception as error:
        log.debug("%s: what the page says of itself", source, exc_info=error)
        told = Metadata()
    return Article(article_id(raw), source, "", join_metadata(known, told), markup)


def text_article(source: str, raw: bytes, text: str, known: Metadata) -> Article:
    """The article of a record's text, which may be plain or HTML."""
    if is_markup(text):
        return page_article(source, raw, text, known)
    return Article(article_id(raw), source, text, known)


def _decoded(entry: Entry, context: Context) -> tuple[bytes, Decoded] | Problem:
    data = entry.read(context.options.max_article_bytes)
    if data is None:
        return failure(entry.source, too_large(context.options.max_article_bytes))
    decoded = decode_bytes(data, forced=context.options.encoding)
    return (data, decoded) if decoded.text.strip() else failure(entry.source, NO_TEXT)
