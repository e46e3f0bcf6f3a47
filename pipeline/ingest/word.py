"""Word documents (`.docx`) and rich text (`.rtf`)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.ingest.decode import fold_text
from pipeline.ingest.entry import Context, Entry, too_large
from pipeline.ingest.exports import export_articles
from pipeline.ingest.fields import article_id
from pipeline.ingest.options import IngestError
from pipeline.ingest.plain import NO_TEXT
from pipeline.ingest.rows import check_zip_size
from pipeline.records import Article, Problem


def read_word(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A Word document: one article, or the articles of a database's export.

    Paragraphs and table rows in the document's order, a blank line between. The
    document's own author and date are those of whoever saved it, and are not taken.
    """
    import docx
    from docx.table import Table

    check_zip_size(entry, context)
    data = entry.read(context.options.max_document_bytes)
    if data is None:
        raise IngestError(too_large(context.options.max_document_bytes))
    entry.stream.seek(0)
    paragraphs: list[str] = []
    for block in docx.Document(entry.stream).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                # merged cells stand once for each column they span
                cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
                paragraphs.append("\t".join(cell for cell in cells if cell))
        else:
            paragraphs.append(block.text)
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
