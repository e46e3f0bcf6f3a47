"""Rows of a table in their final order, in a file, read article by article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.schema import Table
from pipeline.tables.codes import Distinct

if TYPE_CHECKING:
    import duckdb

_ROWS_AT_ONCE = 16_384


class SortedRows:
    """The rows of a table, sorted once, so that what is found out of a row goes by its place."""

    def __init__(self, path: Path) -> None:
        """path: a file that `sort` wrote."""
        self._path = path

    @classmethod
    def sort(
        cls, db: duckdb.DuckDBPyConnection, table: Table, query: str, path: Path
    ) -> SortedRows:
        """Write the rows that a query gives, with all columns that the table is sorted by."""
        order = ", ".join(f'"{name}"' for name in table.sort)
        file = str(path).replace("'", "''")
        db.execute(
            f"COPY ({query} ORDER BY {order}) TO '{file}' "
            f"(FORMAT parquet, COMPRESSION lz4_raw, ROW_GROUP_SIZE {_ROWS_AT_ONCE})"
        )
        return cls(path)

    def batches(self, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Some columns of all rows, in order; the rows of an article are never parted."""
        waiting: list[pa.RecordBatch] = []
        wanted = list(dict.fromkeys([*columns, "article_id"]))
        with pq.ParquetFile(self._path) as file:
            for batch in file.iter_batches(_ROWS_AT_ONCE, columns=wanted):
                ids = batch.column("article_id")
                begun = np.flatnonzero(np.asarray(pc.not_equal(ids, ids[-1])))
                end = int(begun[-1]) + 1 if len(begun) else 0
                if end or (waiting and waiting[-1].column("article_id")[-1] != ids[-1]):
                    yield _whole([*waiting, batch.slice(0, end)], columns)
                    waiting = []
                waiting.append(batch.slice(end))
        if waiting:
            yield _whole(waiting, columns)


class ArticleNumbers:
    """Articles by number, in the order of their ids."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = np.sort(np.array([article_id.encode() for article_id in ids], "S"))

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, number: int) -> str:
        return bytes(self._ids[number]).decode()

    def of(self, ids: pa.StringArray) -> npt.NDArray[np.int64]:
        """The number of each article of a column."""
        column = Distinct(ids)
        texts = np.array([text.encode() for text in column.texts], "S")
        return np.searchsorted(self._ids, texts)[column.index]


def _whole(batches: Sequence[pa.RecordBatch], columns: Sequence[str]) -> pa.RecordBatch:
    parts = [[batch.column(name) for batch in batches] for name in columns]
    joined = [pa.concat_arrays(part) for part in parts]
    known = [pc.fill_null(c, "") if pa.types.is_string(c.type) else c for c in joined]
    return pa.RecordBatch.from_arrays(known, names=list(columns))
