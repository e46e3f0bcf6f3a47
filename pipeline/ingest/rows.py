"""Tables with one article a row: CSV, TSV and Excel workbooks."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from pipeline.ingest.dates import Orders, column_orders
from pipeline.ingest.decode import decode_bytes
from pipeline.ingest.entry import Context, Entry, alone, failure, loss, too_large
from pipeline.ingest.fields import find_fields, first_value, one_line, record_metadata
from pipeline.ingest.join import join_metadata
from pipeline.ingest.json_records import missing_text
from pipeline.ingest.left_out import control_file_meant
from pipeline.ingest.options import IngestError, IngestOptions
from pipeline.ingest.plain import text_article
from pipeline.ingest.sidecar import LEFT_OPEN, MORE_CELLS, holds_more
from pipeline.ingest.unused import unused_warning
from pipeline.records import Article, Metadata, Problem

_SEPARATORS = ",;\t|"
_LONGEST_EXTRA = 1000
_DEEPEST_HEADER = 10
"""Lines, or rows with something in them, among which a table's header is looked for."""
_END = "\x00"
"""A line below the last of a CSV file, whose own lines are without it: it is a row of its own
unless a quotation mark above is not closed."""
Table = Iterator[Sequence[str]]


def read_table(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A CSV or TSV file, streamed; the separator is the one its header uses most.

    A row's raw bytes, from which its article's id comes, are its cells in UTF-8 with
    the ASCII unit separator between: quoting and line ends make no other article.
    """
    encoding = _encoding(entry, context)
    csv.field_size_limit(context.options.max_article_bytes)
    left_open = False

    def table() -> Table:
        nonlocal left_open
        entry.stream.seek(0)
        # detached, so that the wrapper does not close the stream when it goes
        wrapper = io.TextIOWrapper(entry.stream, encoding, errors="cp1252_byte", newline="")
        try:
            top = list(itertools.islice(wrapper, _DEEPEST_HEADER))
            place, separator = _header_line(top, context.options)
            below = itertools.chain(top[place:], wrapper)
            lines = (line.replace(_END, "").lstrip("\ufeff") for line in below)
            for row in csv.reader(itertools.chain(lines, [_END]), delimiter=separator):
                if row != [_END]:
                    left_open = bool(row) and row[-1].endswith(_END)
                    yield [cell.removesuffix(_END) for cell in row]
        finally:
            wrapper.detach()

    place = entry.source
    try:
        for found in _articles(entry.source, table, context, separated=True):
            place = found.source
            yield found
        if left_open:
            yield loss(place, LEFT_OPEN)
    except csv.Error as error:
        if "field larger" in str(error):
            raise IngestError(
                "A cell of this table is too long for an article, or a quotation mark that "
                "opens a cell is never closed; correct the table."
            ) from error
        raise


def _header_line(lines: Sequence[str], options: IngestOptions) -> tuple[int, str]:
    """Where a table's header is among its first lines, and the separator it uses most.

    Above it an export may say what it is of, or `sep=;` for a spreadsheet.
    """
    first = next((place for place, line in enumerate(lines) if line.strip("\ufeff \r\n")), 0)
    for place in range(first, len(lines)):
        separator = _separator(lines[place])
        cells = next(csv.reader([lines[place].lstrip("\ufeff")], delimiter=separator), [])
        if "text" in find_fields([cell.strip() for cell in cells], options):
            return place, separator
    return first, _separator(lines[first]) if lines else ","


def _separator(line: str) -> str:
    return max(_SEPARATORS, key=lambda mark: (line.count(mark), mark == ","))


def read_workbook(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """An Excel workbook: each sheet that has a column of texts, one article a row.

    Rows are numbered over all such sheets; a row's raw bytes are made as in `read_table`.
    """
    from openpyxl import load_workbook

    check_zip_size(entry, context)
    entry.stream.seek(0)
    workbook = load_workbook(entry.stream, read_only=True, data_only=True)
    try:
        first, refusals = 1, []
        for sheet in workbook.worksheets:

            def table(sheet: Any = sheet) -> Table:
                # the size that a sheet declares may be wrong, and rows below it would be left out
                sheet.reset_dimensions()
                for row in sheet.iter_rows(values_only=True):
                    yield [_cell_text(value) for value in row]

            try:
                for found in _articles(entry.source, table, context, first):
                    first += found.source != entry.source
                    yield found
            except IngestError as error:
                refusals.append(error)
        if first == 1 and refusals:
            raise refusals[0]
    finally:
        workbook.close()


def check_zip_size(entry: Entry, context: Context) -> None:
    """Refuse an Office document whose parts unpack to more than a document may have.

    Raises:
        IngestError: It does.
    """
    entry.stream.seek(0)
    with zipfile.ZipFile(entry.stream) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > context.options.max_document_bytes:
        raise IngestError(
            f"This document unpacks to {size >> 20:,} MB, too much for its kind; split it."
        )


def _articles(
    source: str,
    table: Callable[[], Table],
    context: Context,
    first: int = 1,
    *,
    separated: bool = False,
) -> Iterator[Article | Problem]:
    options = context.options
    filled = (row for row in table() if any(cell.strip() for cell in row))
    top = [[cell.strip() for cell in row] for row in itertools.islice(filled, _DEEPEST_HEADER)]
    above, header = next(
        ((place, row) for place, row in enumerate(top) if "text" in find_fields(row, options)),
        (0, top[0] if top else []),
    )
    fields = find_fields(header, options)
    if "text" not in fields:
        if meant := control_file_meant(source):
            raise IngestError(
                f"This table has no articles; if it is to be {meant}, save it as CSV under just "
                "that name, beside the articles and in no archive."
            )
        raise IngestError(missing_text(header, fields))
    published = fields.get("published", ())
    orders = column_orders(
        first_value(record, published) for record in _records(table(), header, above) if published
    )
    if warning := unused_warning(_records(table(), header, above), fields):
        yield loss(source, warning)
    used = {names[0] for names in fields.values()} | set(fields["text"])
    for number, row in enumerate(_rows(table(), above), start=first):
        place = f"{source}#{number}"
        record = _record(row, header)
        context.budget.add_entry()
        if separated and holds_more(row, header):
            yield loss(place, MORE_CELLS)
        text = first_value(record, fields["text"])
        if not text:
            yield failure(place, missing_text(record, fields))
        elif len(text) > options.max_article_bytes:
            yield failure(place, too_large(options.max_article_bytes))
        else:
            yield _row_article(place, record, text, fields, orders, used)


@alone
def _row_article(
    source: str,
    record: dict[str, str],
    text: str,
    fields: dict[str, tuple[str, ...]],
    orders: Orders,
    used: set[str],
) -> Article:
    known = record_metadata(record, fields, orders)
    extra = tuple(
        (name, one_line(value))
        for name, value in record.items()
        if name and name not in used and 0 < len(value.strip()) <= _LONGEST_EXTRA
    )
    raw = "\x1f".join(record.values()).encode("utf-8", "surrogatepass")
    return text_article(source, raw, text, join_metadata(known, Metadata(extra=extra)))


def _records(table: Table, header: list[str], above: int) -> Iterator[dict[str, str]]:
    return (_record(row, header) for row in _rows(table, above))


def _rows(table: Table, above: int) -> Table:
    """The rows below the header, which has `above` rows over it.

    Rows with nothing in them are passed over.
    """
    filled = (row for row in table if any(cell.strip() for cell in row))
    return itertools.islice(filled, above + 1, None)


def _record(row: Sequence[str], header: list[str]) -> dict[str, str]:
    """A row by its header; of columns of one name, the first with something in it counts."""
    cells = [*row, *[""] * (len(header) - len(row))]
    record: dict[str, str] = {}
    for name, cell in zip(header, cells, strict=False):
        if name and not record.get(name, "").strip():
            record[name] = cell
    return record


def _encoding(entry: Entry, context: Context) -> str:
    if context.options.encoding:
        return context.options.encoding
    head = entry.head()
    if entry.size > len(head):  # not in the middle of a letter
        head = head[: head.rfind(b"\n") + 1] or head
    encoding = decode_bytes(head).encoding
    if encoding == "utf-8" and head.isascii() and entry.size > len(head):
        # the first letters outside ASCII may stand far below
        data = entry.read(context.options.max_document_bytes)
        encoding = decode_bytes(data).encoding if data else encoding
    return codecs.lookup(encoding).name


def _cell_text(value: Any) -> str:
    """A workbook's cell as text; Excel marks control characters as `_x000D_`."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return (
        re.sub(r"_x00(0[0-9A-F]|1[0-9A-F])_", "\n", str(value))
        if "_x00" in str(value)
        else str(value)
    )
