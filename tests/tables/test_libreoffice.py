"""The CSVs and the workbook through LibreOffice and back: every cell comes out as it went in."""

from __future__ import annotations

import csv
import datetime
import re
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest
from openpyxl.utils.escape import unescape

from pipeline.schema import TABLES
from pipeline.tables.workbook import write_workbook
from pipeline.tables.write import write_table
from tests.conftest import Office
from tests.report.invented import harbour_story

TEXTS = [
    *("=1+1", "+44 20", "-5", "@me", "=HYPERLINK(“x”)", "'=1", "\u200b=1", "#REF!", "12 men"),
    *("é “curly” ‘quotes’ – dash", "𝄞 日本 ﬁ", 'a"b,c;d\te', "_x0041_", "<b>&amp;", "…"),
    *("x" * 32_000, "http://a.example", "«Où ça ?» — là"),
]
NUMBERS = ["0012", "1e5", "1,234", "3/4", "TRUE", "1234567890123456"]
"""Text that only a workbook can say to be text: in a CSV it is a number for any spreadsheet."""
_UTF8_COMMAS = "CSV:44,34,76,1"
"""Import filter: comma, quotation mark, UTF-8, from row 1; what a user chooses in its dialog."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def story(tmp_path: Path, texts: list[str]) -> Path:
    """Tables of invented articles, some with text that spreadsheets like to change."""
    news = harbour_story()
    for text in texts:
        article = news.article(f"Title {text}", f"“Well, {text},” said Odo Brack.", outlet=text)
        news.quote(article, f"“Well, {text},”", speaker=text, mention="Odo Brack", cue="said")
    return news.write(tmp_path / "outputs")


def test_the_workbook_comes_back_cell_for_cell(tmp_path: Path, office: Office) -> None:
    path = write_workbook(story(tmp_path, TEXTS + NUMBERS))
    before, after = openpyxl.load_workbook(path), openpyxl.load_workbook(office(path))
    assert after.sheetnames == before.sheetnames
    compared = 0
    for sheet in before:
        again = after[sheet.title]
        for row in sheet.iter_rows():
            for cell in row:
                saved = again[cell.coordinate]
                # Excel's escapes are undone by whoever reads it; openpyxl leaves that to us.
                value = unescape(cell.value) if isinstance(cell.value, str) else cell.value
                if isinstance(value, bool):
                    # How LibreOffice itself keeps what comes to it as TRUE or FALSE.
                    value = f"={str(value).upper()}()"
                else:
                    assert saved.data_type != "f", f"{sheet.title} {cell.coordinate}"
                assert saved.value == value, f"{sheet.title} {cell.coordinate}"
                compared += 1
        assert again.max_row == sheet.max_row
    assert compared > 1000


def test_a_csv_comes_out_as_it_was_written(tmp_path: Path, office: Office) -> None:
    outputs = story(tmp_path, TEXTS)
    for table in TABLES:
        file = pq.ParquetFile(outputs / "tables" / f"{table.name}.parquet")
        (path,) = write_table(table.name, table.columns, file.iter_batches(), tmp_path).csv_files
        with path.open(encoding="utf-8-sig", newline="") as stream:
            written = list(csv.reader(stream))
        saved = openpyxl.load_workbook(office(path, f"--infilter={_UTF8_COMMAS}")).active
        assert saved is not None
        assert (saved.max_row, saved.max_column) == (len(written), len(written[0]))
        for row, cells in zip(written, saved.iter_rows(), strict=True):
            for text, cell in zip(row, cells, strict=True):
                assert cell.data_type != "f", f"{table.name} {cell.coordinate}"
                assert _means(cell.value, text), f"{table.name} {cell.coordinate}: {text[:80]}"


def _means(value: Any, text: str) -> bool:
    """Whether a cell holds what a CSV says: the text itself, or the number, date or flag it is."""
    if value is None:
        return text == ""
    if isinstance(value, bool):
        return text.lower() == str(value).lower()
    if isinstance(value, int | float):
        return bool(_NUMBER.fullmatch(text)) and float(text) == pytest.approx(float(value))
    if isinstance(value, datetime.datetime):
        return text == value.date().isoformat()
    return bool(value == text)
