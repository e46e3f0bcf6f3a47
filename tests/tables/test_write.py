"""Tables as files: CSV for spreadsheets, Parquet for programs."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.errors import WhosaidError
from pipeline.schema import Column
from pipeline.tables.write import WrittenTable, put_in_place, write_table

COLUMNS = (
    Column("quote_id", "text", ""),
    Column("quote", "text", "", outside=True),
    Column("start", "integer", ""),
    Column("confidence", "number", ""),
    Column("is_fullest", "flag", ""),
)
ROWS = [
    {
        "quote_id": "a",
        "quote": 'He said “no”,\n"twice"',
        "start": 3,
        "confidence": 0.5,
        "is_fullest": True,
    },
    {
        "quote_id": "b",
        "quote": "=HYPERLINK(1)",
        "start": None,
        "confidence": 1.0,
        "is_fullest": False,
    },
    {"quote_id": "c", "quote": "", "start": 0, "confidence": None, "is_fullest": None},
]


def write(folder: Path, rows: list[dict[str, object]] = ROWS, **options: object) -> WrittenTable:
    types = [pa.string(), pa.string(), pa.int64(), pa.float64(), pa.bool_()]
    schema = pa.schema(list(zip((c.name for c in COLUMNS), types, strict=True)))
    batches = [pa.RecordBatch.from_pylist([row], schema=schema) for row in rows]
    folder.mkdir(exist_ok=True)
    return write_table("quotes", COLUMNS, batches, folder, **options)  # type: ignore[arg-type]


def test_csv_has_a_bom_one_header_and_rfc_4180_quoting(tmp_path: Path) -> None:
    written = write(tmp_path / "new")
    assert written.csv_files[0].read_bytes().decode("utf-8") == (
        "\ufeffquote_id,quote,start,confidence,is_fullest\r\n"
        'a,"He said “no”, ""twice""",3,0.5,true\r\n'
        "b,'=HYPERLINK(1),,1.0,false\r\n"
        "c,,0,,\r\n"
    )


def test_raw_cells_are_left_as_they_are(tmp_path: Path) -> None:
    written = write(tmp_path / "new", raw_cells=True)
    assert "b,=HYPERLINK(1),," in written.csv_files[0].read_text("utf-8-sig")


def test_parquet_is_typed_and_without_precautions(tmp_path: Path) -> None:
    table = pq.read_table(write(tmp_path / "new").parquet_file)
    assert table.to_pylist() == ROWS
    assert [str(type_) for type_ in table.schema.types] == [
        "string",
        "string",
        "int64",
        "double",
        "bool",
    ]


def test_a_table_that_a_sheet_cannot_hold_is_split(tmp_path: Path) -> None:
    written = write(tmp_path / "new", most_rows=2)
    assert [file.name for file in written.csv_files] == ["quotes-001.csv", "quotes-002.csv"]
    heads = [file.read_text("utf-8-sig").splitlines()[0] for file in written.csv_files]
    assert heads == ["quote_id,quote,start,confidence,is_fullest"] * 2
    assert [len(file.read_text("utf-8-sig").splitlines()) for file in written.csv_files] == [3, 2]


def test_a_table_that_just_fits_is_not_split(tmp_path: Path) -> None:
    assert [f.name for f in write(tmp_path / "new", most_rows=3).csv_files] == ["quotes.csv"]


def test_an_empty_table_has_its_header(tmp_path: Path) -> None:
    written = write(tmp_path / "new", [])
    assert written.csv_files[0].read_text("utf-8-sig").count("\n") == 1
    assert pq.read_table(written.parquet_file).num_rows == 0


def test_the_parts_of_a_larger_table_make_way_for_a_smaller(tmp_path: Path) -> None:
    put_in_place([write(tmp_path / "new", most_rows=2)], ["quotes"], tmp_path)
    assert (tmp_path / "quotes-002.csv").exists()
    put_in_place([write(tmp_path / "new")], ["quotes"], tmp_path)
    assert sorted(file.name for file in tmp_path.glob("*.csv")) == ["quotes.csv"]
    assert (tmp_path / "tables" / "quotes.parquet").exists()


def test_a_table_that_cannot_be_replaced_is_told_and_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "quotes.csv"
    old.write_text("old")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    written = write(tmp_path / "new")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WhosaidError, match=r"quotes\.csv cannot be replaced"):
        put_in_place([written], ["quotes"], tmp_path)
    assert old.read_text() == "old"
    assert os.path.exists(written.csv_files[0])
