"""The CSVs in the programs that people read them with: the same rows, the same text."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.csv
import pyarrow.parquet as pq
import pytest

from pipeline.cells import text_cell
from pipeline.schema import TABLES
from pipeline.tables.write import write_table
from tests.report.invented import harbour_story

TEXTS = [
    *("=1+1", "'=1", "#1, she said", "a\tb\nc\r\nd", 'say "no", twice', '"', ",", "é ‘curly’ – 𝄞"),
    *("NULL", "\\N", "a\\", "x" * 40_000, "{a: [1, 2]}", "%d", "2021-10"),
]
Read = Callable[[Path], list[dict[str, Any]]]


def with_pandas(path: Path) -> list[dict[str, Any]]:
    return pd.read_csv(path, dtype=str, keep_default_na=False).to_dict("records")


def with_duckdb(path: Path) -> list[dict[str, Any]]:
    found = duckdb.connect().sql(f"SELECT * FROM read_csv('{path}', all_varchar = true)")
    columns = found.columns
    return [
        dict(zip(columns, [cell or "" for cell in row], strict=True)) for row in found.fetchall()
    ]


def with_arrow(path: Path) -> list[dict[str, Any]]:
    names = path.read_bytes().decode("utf-8-sig").partition("\r\n")[0].split(",")
    as_text = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pyarrow.string()))
    return [
        {name: cell or "" for name, cell in row.items()}
        for row in pyarrow.csv.read_csv(path, convert_options=as_text).to_pylist()
    ]


def as_r_does(path: Path) -> list[dict[str, Any]]:
    """Line by line, as R's `read.csv` counts fields: a row that spans lines would break it."""
    header, *lines = path.read_bytes().decode("utf-8-sig").split("\r\n")[:-1]
    names = next(csv.reader([header]))
    assert all(re.fullmatch(r"[A-Za-z]\w*", name) for name in names)
    return [dict(zip(names, next(csv.reader([line])), strict=True)) for line in lines]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every table as CSV and Parquet."""
    news = harbour_story()
    for text in TEXTS:
        article = news.article(f"Title {text}", f"“Well, {text},” said Odo Brack.", outlet=text)
        news.quote(article, f"“Well, {text},”", speaker=text, mention="Odo Brack", cue="said")
        news.removed(article, 1, "boilerplate", text)
    folder = tmp_path_factory.mktemp("readers")
    outputs = news.write(folder / "outputs")
    for table in TABLES:
        file = pq.ParquetFile(outputs / "tables" / f"{table.name}.parquet")
        write_table(table.name, table.columns, file.iter_batches(), folder)
    return folder


@pytest.mark.parametrize("read", [with_pandas, with_duckdb, with_arrow, as_r_does])
@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_a_reader_finds_what_the_typed_table_has(tables: Path, name: str, read: Read) -> None:
    rows = read(tables / f"{name}.csv")
    typed = pq.read_table(tables / f"{name}.parquet").to_pylist()
    outside = {c.name for table in TABLES if table.name == name for c in table.columns if c.outside}
    assert [list(row) for row in rows] == [list(row) for row in typed]
    for row, expected in zip(rows, typed, strict=True):
        for column, value in expected.items():
            assert row[column] == _cell(value, column in outside), column


def _cell(value: Any, outside: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return text_cell(value) if outside else str(value)
