"""Word documents (`.docx`) and rich text (`.rtf`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.ingest.decode import fold_text
from pipeline.ingest.entry import Context, Entry, too_large
from pipeline.ingest.exports import export_articles
from pipeline.ingest.fields import article_id
from pipeline.ingest.options import IngestError
from pipeline.ingest.plain import NO_TEXT
from pipeline.ingest.rows import check_zip_size
from pipeline.records import Article, Problem

_BLOCKS = (
    ".//w:p[not(ancestor::w:tbl or ancestor::w:txbxContent)]"
    " | .//w:tr[not(ancestor::w:tr or ancestor::w:txbxContent)]"
)
"""Paragraphs and rows of tables, those in content controls too.

A text box stands twice in a document, for newer and for older programs, and is left out.
"""
_CELLS = ".//w:tc[count(ancestor::w:tr) = 1]"
_PARAGRAPHS = ".//w:p[not(ancestor::w:txbxContent)]"
_RUNS = ".//w:r[not(ancestor::w:del or ancestor::w:moveFrom or ancestor::w:txbxContent)]"
"""What a paragraph says, its tracked changes accepted: python-docx's `Paragraph.text` lacks the
runs in smart tags (names and places), tracked insertions, content controls and fields."""


def read_word(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A Word document: one article, or the articles of a database's export.

    Paragraphs and table rows in the document's order, a blank line between. The
    document's own author and date are those of whoever saved it, and are not taken.
    """
    import docx

    check_zip_size(entry, context)
    data = entry.read(context.options.max_document_bytes)
    if data is None:
        raise IngestError(too_large(context.options.max_document_bytes))
    entry.stream.seek(0)
    paragraphs = map(_block_text, docx.Document(entry.stream).element.body.xpath(_BLOCKS))
    text = fold_text("\n\n".join(line.rstrip() for line in paragraphs if line.strip()))
    yield from _articles(entry, context, data, text)


def read_rich_text(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A document in RTF, as news databases also export: read like a Word document."""
    from striprtf.striprtf import rtf_to_text

    data = entry.read(context.options.max_article_bytes)
    if data is None:
        raise IngestError(too_large(context.options.max_article_bytes))
    # RTF is ASCII; what stands for other letters is decoded by its own code page
    plain = rtf_to_text(data.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]
    text = fold_text(plain)
    yield from _articles(entry, context, data, text)


def _block_text(block: Any) -> str:
    if block.tag.endswith("}p"):
        return "".join(run.text for run in block.xpath(_RUNS))
    cells = ("\n".join(map(_block_text, cell.xpath(_PARAGRAPHS))) for cell in block.xpath(_CELLS))
    return "\t".join(cell.strip() for cell in cells if cell.strip())


def _articles(
    entry: Entry, context: Context, data: bytes, text: str
) -> Iterator[Article | Problem]:
    if not text.strip():
        raise IngestError(NO_TEXT)
    if len(text) > context.options.max_article_bytes:
        raise IngestError(too_large(context.options.max_article_bytes))
    exported = export_articles(text, entry.source)
    if exported:
        yield from exported
    else:
        yield Article(article_id(data), entry.source, text)
