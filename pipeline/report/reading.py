"""The tables as the report reads them: rows in the order a page needs, never all at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pipeline.tables.finished import finished_tables

Row = dict[str, Any]
ROWS_AT_ONCE = 2000


class Tables:
    """The Parquet tables of an outputs folder, asked in SQL by their names."""

    def __init__(self, outputs: Path) -> None:
        self._datasets = finished_tables(outputs)
        self._connection = duckdb.connect()

    def columns(self, table: str) -> list[str]:
        return list(self._datasets[table].schema.names)

    def size(self, table: str) -> int:
        return int(self._datasets[table].count_rows())

    def rows(self, query: str) -> Iterator[Row]:
        """The rows of a query. Text that is not known is an empty string, a number None."""
        cursor = self._connection.cursor()
        for name, dataset in self._datasets.items():
            cursor.register(name, dataset)
        result = cursor.sql(query).to_arrow_reader(ROWS_AT_ONCE)
        texts = [field.name for field in result.schema if _holds_text(field.type)]
        for batch in result:
            for row in batch.to_pylist():
                for name in texts:
                    if row[name] is None:
                        row[name] = ""
                yield row

    def one(self, query: str) -> Row:
        """The only row of a query that counts."""
        return next(self.rows(query))


def _holds_text(kind: pa.DataType) -> bool:
    return bool(
        pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_null(kind)
    )


def grouped(rows: Iterator[Row], key: str) -> Iterator[tuple[str, list[Row]]]:
    """Rows that share a key; they must come sorted by it."""
    for value, members in groupby(rows, key=lambda row: row[key]):
        yield str(value), list(members)


class Follower:
    """Walks a grouped stream beside another one with the same order of keys."""

    def __init__(self, rows: Iterator[Row], key: str) -> None:
        self._groups = grouped(rows, key)
        self._next = next(self._groups, None)

    def at(self, key: str) -> list[Row]:
        """The rows of this key, or none. Keys must be asked in rising order."""
        while self._next is not None and self._next[0] < key:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != key:
            return []
        rows = self._next[1]
        self._next = next(self._groups, None)
        return rows
