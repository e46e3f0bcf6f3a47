"""The tables as one Excel workbook: a sheet a table, for people who never see a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.addresses import article_href
from pipeline.cells import MOST_ROWS, one_line, shortened, starts_formula
from pipeline.errors import WhosaidError
from pipeline.files import replacing
from pipeline.schema import TABLES, Table
from pipeline.tables.finished import finished_tables

MOST_LINKS = 65_530
"""Links that Excel allows on a sheet."""
DATES = frozenset({"published", "said_on", "first_said", "last_said"})
"""Columns of ISO dates. A full date becomes a date of the spreadsheet; a partial one is text."""
KEYS = frozenset(
    ("quote_id", "article_id", "speaker_id", "entity_id", "nested_in", "same_quote", "duplicate_of")
)
"""Columns that join tables: nobody reads them, so that they take little room."""
SAMPLE_ROWS = 200
NARROWEST, WIDEST = 9, 70
FITTING = 0.9
"""Share of the sampled cells that a column is wide enough for."""

# A workbook carries the time it was made. Ours is always this one: same tables, same bytes.
_MADE = datetime(2000, 1, 1)
# Excel's calendar begins in 1900, with a 29 February that there never was.
_FIRST_DATE = date(1900, 3, 1)
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
# No characters of XML: a workbook that holds one does not open.
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")


def write_workbook(outputs: Path, *, most_rows: int = MOST_ROWS) -> Path:
    """Writes `outputs/whosaid.xlsx` from `outputs/tables/*.parquet`, and returns its path.

    A table of more than `most_rows` rows goes on in a next sheet (`quotes 2`). Raises
    WhosaidError when there are no tables yet or the workbook cannot be replaced.
    """
    path = outputs / "whosaid.xlsx"
    tables = {
        name: pq.ParquetFile(outputs / "tables" / f"{name}.parquet")
        for name in finished_tables(outputs)
    }
    try:
        with replacing(path) as partial:
            _write(partial, tables, most_rows)
    except OSError as error:
        raise WhosaidError(
            f"{path} cannot be replaced ({error.strerror}): close it if another program has it "
            "open, check the folder's permissions, and run again; nothing is lost."
        ) from error
    return path


def _write(path: Path, tables: dict[str, pq.ParquetFile], most_rows: int) -> None:
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(str(path), options) as workbook:
        workbook.set_properties({"title": "Who said what, when", "created": _MADE})
        formats = _formats(workbook)
        _write_contents(workbook.add_worksheet("read me"), formats, tables, most_rows)
        for table in TABLES:
            rows = _rows(tables[table.name])
            columns = list(tables[table.name].schema_arrow.names)
            for number in range(_sheets(tables[table.name], most_rows)):
                name = table.name if number == 0 else f"{table.name} {number + 1}"
                _Sheet(workbook.add_worksheet(name), columns, formats).write(
                    islice(rows, most_rows)
                )


def _rows(file: pq.ParquetFile) -> Iterator[tuple[Any, ...]]:
    for batch in file.iter_batches(batch_size=4096):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _sheets(file: pq.ParquetFile, most_rows: int) -> int:
    return max(1, -(-int(file.metadata.num_rows) // most_rows))


class _Sheet:
    """One sheet: a header that stays in sight and can be filtered, then rows."""

    def __init__(self, sheet: Worksheet, columns: list[str], formats: dict[str, Format]) -> None:
        self._sheet = sheet
        self._columns = columns
        self._formats = formats
        self._links = 0
        self._lengths: list[list[int]] = [[] for _ in columns]

    def write(self, rows: Iterator[tuple[Any, ...]]) -> None:
        last = 0
        for place, column in enumerate(self._columns):
            self._sheet.write_string(0, place, _clean(column), self._formats["header"])
        for last, row in enumerate(rows, start=1):
            cells = dict(zip(self._columns, row, strict=True))
            for place, (column, value) in enumerate(cells.items()):
                if value is not None and value != "":
                    self._write_cell(last, place, column, value, cells)
        self._sheet.freeze_panes(1, 0)
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)
        for place in range(len(self._columns)):
            self._sheet.set_column(place, place, self._width(place))

    def _write_cell(
        self, row: int, place: int, column: str, value: Any, cells: dict[str, Any]
    ) -> None:
        if isinstance(value, bool):
            self._sheet.write_boolean(row, place, value)
            return
        if isinstance(value, int | float):
            self._sheet.write_number(row, place, value)
            return
        day = _date(value) if column in DATES else None
        if day is not None:
            self._sheet.write_datetime(
                row, place, datetime(day.year, day.month, day.day), self._formats["date"]
            )
            self._note_length(row, place, 10)
            return
        text = shortened(_clean(value))
        address = _link(column, cells)
        if address and self._links < MOST_LINKS:
            self._links += 1
            self._sheet.write_url(
                row, place, f"external:{address}", self._formats["link"], string=text
            )
        else:
            # The cell is text and no formula; the prefix keeps it so when it is edited.
            style = self._formats["quoted"] if starts_formula(text) else None
            self._sheet.write_string(row, place, text, style)
        self._note_length(row, place, len(text))

    def _note_length(self, row: int, place: int, characters: int) -> None:
        if row <= SAMPLE_ROWS and self._columns[place] not in KEYS:
            self._lengths[place].append(characters)

    def _width(self, place: int) -> int:
        """In characters: the header, with room for its filter button, and most cells fit."""
        lengths = sorted(self._lengths[place]) or [0]
        cells = lengths[int(FITTING * (len(lengths) - 1))] + 2
        return min(max(NARROWEST, len(self._columns[place]) + 4, cells), WIDEST)


def _link(column: str, cells: dict[str, Any]) -> str:
    """Where the report shows the quotation or the article that a cell names."""
    if column == "quote_id" and "quote" in cells:
        return f"report/{article_href(cells['article_id'], cells['quote_id'])}"
    if column == "article_id" and "title" in cells and "quote_id" not in cells:
        return f"report/{article_href(cells['article_id'])}"
    return ""


def _clean(text: str) -> str:
    return one_line(_NO_CHARACTERS.sub("\ufffd", text))


def _date(iso: str) -> date | None:
    if not _FULL_DATE.fullmatch(iso):
        return None
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    return day if day >= _FIRST_DATE else None


def _formats(workbook: xlsxwriter.Workbook) -> dict[str, Format]:
    return {
        "header": workbook.add_format(
            {"bold": True, "bg_color": "#E8E4DA", "bottom": 1, "valign": "top"}
        ),
        "date": workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "link": workbook.add_format({"font_color": "#0B5A6B", "underline": 1}),
        "quoted": workbook.add_format({"quote_prefix": True}),
        "title": workbook.add_format({"bold": True, "font_size": 16}),
        "table": workbook.add_format({"bold": True, "font_size": 12, "top": 1}),
        "meaning": workbook.add_format({"text_wrap": True, "valign": "top"}),
        "name": workbook.add_format({"valign": "top"}),
    }


def _write_contents(
    sheet: Worksheet, formats: dict[str, Format], tables: dict[str, pq.ParquetFile], most_rows: int
) -> None:
    """The first sheet: every table with its rows, and what its columns mean."""
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 18)
    sheet.set_column(2, 2, 110)
    sheet.write_string(0, 0, "Who said what, when", formats["title"])
    sheet.write_string(
        1, 0, "A quote_id opens the quotation in its article, once `whosaid report` has been run."
    )
    sheet.write_string(2, 0, "An empty cell means: not known.")
    row = 4
    for table in TABLES:
        file = tables[table.name]
        sheet.write_url(row, 0, f"internal:'{table.name}'!A1", formats["table"], table.name)
        sheet.write_string(row, 1, f"{file.metadata.num_rows:,} rows", formats["table"])
        sheet.write_string(row, 2, table.meaning + _split_note(table, file, most_rows),
                           formats["table"])  # fmt: skip
        row += 1
        meanings = {column.name: column.meaning.replace("`", "") for column in table.columns}
        for name in file.schema_arrow.names:
            sheet.write_string(row, 1, _clean(name), formats["name"])
            meaning = meanings.get(name, "from the corpus's own metadata")
            sheet.write_string(row, 2, meaning, formats["meaning"])
            row += 1
        row += 1


def _split_note(table: Table, file: pq.ParquetFile, most_rows: int) -> str:
    sheets = _sheets(file, most_rows)
    notes = ""
    if sheets > 1:
        notes += f"; more than a sheet holds, so it goes on as far as {table.name} {sheets}"
    if table.name in ("articles", "quotes", "same_quotes") and (
        min(file.metadata.num_rows, most_rows) > MOST_LINKS
    ):
        notes += f"; the first {MOST_LINKS:,} rows of a sheet have links, which is Excel's limit"
    return notes
