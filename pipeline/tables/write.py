"""Tables to files: CSV with a spreadsheet's precautions, Parquet typed and without them."""

from __future__ import annotations

import csv
import errno
import io
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.cells import MOST_ROWS, raw_cell, text_cell
from pipeline.errors import WhosaidError
from pipeline.schema import Column
from pipeline.settings import available_cores
from pipeline.tables.csv_lines import csv_lines
from pipeline.tables.rows import ARROW

_BOM = "\ufeff"
_ROWS_IN_A_GROUP = 65_536


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table that was written into a folder of its own, not yet in its place."""

    rows: int
    csv_files: tuple[Path, ...]
    parquet_file: Path


Tables = dict[str, WrittenTable]
"""Tables by their names."""


def write_table(
    name: str,
    columns: Sequence[Column],
    batches: Iterable[pa.RecordBatch],
    folder: Path,
    *,
    raw_cells: bool = False,
    most_rows: int = MOST_ROWS,
) -> WrittenTable:
    """Write a table's batches, whose columns stand in the order of `columns`.

    A CSV of over `most_rows` rows is split into `<name>-001.csv`, `<name>-002.csv`, …
    """
    parquet = folder / f"{name}.parquet"
    schema = pa.schema([(column.name, ARROW[column.type]) for column in columns])
    with (
        ThreadPoolExecutor(available_cores()) as pool,
        pq.ParquetWriter(parquet, schema, compression="zstd") as writer,
    ):
        sheets = _Sheets(name, columns, folder, raw_cells, most_rows, pool)
        for group in _groups(batches, schema):
            to_parquet = pool.submit(writer.write_table, group)
            sheets.write(group)
            to_parquet.result()
    return WrittenTable(sheets.rows, sheets.close(), parquet)


class _Sheets:
    """The CSV files of one table, a next one begun when one is full."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        folder: Path,
        raw_cells: bool,
        most_rows: int,
        pool: Executor,
    ) -> None:
        self._pool = pool
        self._guard = raw_cell if raw_cells else text_cell
        self._columns = columns
        self._name = name
        self._folder = folder
        self._most_rows = most_rows
        self._free = 0
        self._files: list[Path] = []
        self._stream: BinaryIO | None = None
        self.rows = 0
        self._begin()

    def write(self, table: pa.Table) -> None:
        while table.num_rows:
            if not self._free:
                self._begin()
            fitting = table.slice(0, self._free)
            assert self._stream is not None
            self._stream.writelines(csv_lines(self._columns, fitting, self._guard, self._pool))
            self._free -= fitting.num_rows
            self.rows += fitting.num_rows
            table = table.slice(fitting.num_rows)

    def close(self) -> tuple[Path, ...]:
        """Close the last file; return all, the single one without a number."""
        self._end()
        if len(self._files) == 1:
            only = self._files[0].rename(self._folder / f"{self._name}.csv")
            self._files = [only]
        return tuple(self._files)

    def _begin(self) -> None:
        self._end()
        path = self._folder / f"{self._name}-{len(self._files) + 1:03d}.csv"
        self._files.append(path)
        self._stream = path.open("wb")
        header = io.StringIO(newline="")
        csv.writer(header).writerow(self._guard(column.name) for column in self._columns)
        self._stream.write(f"{_BOM}{header.getvalue()}".encode())
        self._free = self._most_rows

    def _end(self) -> None:
        if self._stream is not None:
            self._stream.close()
            self._stream = None


def put_in_place(written: Iterable[WrittenTable], names: Iterable[str], outputs: Path) -> None:
    """Rename written tables over the old ones; remove the old ones' spare parts.

    Raises WhosaidError if an old table cannot be replaced; it then stays whole.
    """
    written = list(written)
    (outputs / "tables").mkdir(exist_ok=True)
    for table in written:
        for file in table.csv_files:
            _check_replaceable(outputs / file.name)
        _check_replaceable(outputs / "tables" / table.parquet_file.name)
    kept: set[str] = set()
    for table in written:
        for file in table.csv_files:
            _replace(file, outputs / file.name)
            kept.add(file.name)
        _replace(table.parquet_file, outputs / "tables" / table.parquet_file.name)
    for name in names:
        for spare in (outputs / f"{name}.csv", *outputs.glob(f"{name}-[0-9][0-9][0-9].csv")):
            if spare.name not in kept:
                spare.unlink(missing_ok=True)


def _check_replaceable(old: Path) -> None:
    """Find out before the first table is replaced, so that all stay, or none."""
    try:
        if old.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(old))
        if os.name == "nt" and old.exists():
            # What a spreadsheet holds open there cannot be opened for writing.
            old.open("r+b").close()
        elif not os.access(old.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(old))
    except OSError as error:
        raise _not_replaced(old, error) from error


def _replace(new: Path, old: Path) -> None:
    try:
        new.replace(old)
    except OSError as error:
        raise _not_replaced(old, error) from error


def _not_replaced(old: Path, error: OSError) -> WhosaidError:
    return WhosaidError(
        f"{old} cannot be replaced ({error.strerror}): close it if another program has it "
        "open, check the folder's permissions, and run again; nothing is lost."
    )


def _groups(batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> Iterator[pa.Table]:
    """The rows in tables of one size, so that the file does not depend on how they came."""
    waiting = schema.empty_table()
    for batch in batches:
        arrays = [array.cast(of.type) for array, of in zip(batch.columns, schema, strict=True)]
        waiting = pa.concat_tables([waiting, pa.Table.from_arrays(arrays, schema=schema)])
        while waiting.num_rows >= _ROWS_IN_A_GROUP:
            yield waiting.slice(0, _ROWS_IN_A_GROUP).combine_chunks()
            waiting = waiting.slice(_ROWS_IN_A_GROUP)
    if waiting.num_rows:
        yield waiting.combine_chunks()
