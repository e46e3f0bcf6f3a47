"""Rows of a table in their final order, in a file, read article by article.

Whatever a corpus holds, few of its rows are in memory at a time: they are first parted into
blocks of articles that stand side by side in the final order, on disk, and then sorted block
by block.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.ipc as ipc

from pipeline.schema import Table
from pipeline.tables.codes import Distinct, distinct, stretches

_ROWS_AT_ONCE = 16_384
_ROWS_HELD = 65_536
"""Rows that wait in memory until they are written into their blocks; a block has about as many."""
_OF_ARTICLE = ("published", "article_id")
"""What articles are sorted by; their places in that order are the rows' `position`."""
_WRITTEN = ipc.IpcWriteOptions(compression="lz4")


class SortedRows:
    """The rows of a table, sorted once, so that what is found out of a row goes by its place."""

    def __init__(self, path: Path) -> None:
        """path: a file that `sort` wrote."""
        self._path = path

    @classmethod
    def sort(
        cls, table: Table, rows: Iterable[pa.Table], schema: pa.Schema, path: Path
    ) -> SortedRows:
        """Write rows in the order of the table.

        rows: come some at a time and have the columns of `schema`, and `position`: the place of
        the row's article among all, in the order that the table has for articles.
        """
        assert table.sort[:2] == _OF_ARTICLE
        order = [("position", "ascending"), *((name, "ascending") for name in table.sort[2:])]
        with_position = schema.append(pa.field("position", pa.int32()))
        blocks = _Blocks(path.with_name(f"{path.name} in blocks"), with_position)
        for some in rows:
            blocks.append(some)
        with (
            pa.OSFile(str(path), "wb") as sink,
            ipc.new_file(sink, schema, options=_WRITTEN) as writer,
        ):
            for block in blocks.in_order():
                found = block.take(pc.sort_indices(block, sort_keys=order))
                writer.write_table(found.select(schema.names), max_chunksize=_ROWS_AT_ONCE)
        return cls(path)

    def batches(self, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Some columns of all rows, in order; the rows of an article are never parted."""
        waiting: list[pa.RecordBatch] = []
        for batch in self._stored(dict.fromkeys([*columns, "article_id"])):
            ids = batch.column("article_id")
            begun = np.flatnonzero(np.asarray(pc.not_equal(ids, ids[-1])))
            end = int(begun[-1]) + 1 if len(begun) else 0
            if end or (waiting and waiting[-1].column("article_id")[-1] != ids[-1]):
                yield _whole([*waiting, batch.slice(0, end)], columns)
                waiting = []
            waiting.append(batch.slice(end))
        if waiting:
            yield _whole(waiting, columns)

    def _stored(self, columns: Iterable[str]) -> Iterator[pa.RecordBatch]:
        """Some columns as they are in the file; of the others nothing is read."""
        with pa.OSFile(str(self._path)) as file:
            names = ipc.open_file(file).schema.names
            wanted = ipc.IpcReadOptions(included_fields=[names.index(name) for name in columns])
            reader = ipc.open_file(file, options=wanted)
            for number in range(reader.num_record_batches):
                yield reader.get_batch(number)


class ArticleNumbers:
    """Articles by number, in the order of their ids."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = np.sort(np.array([article_id.encode() for article_id in ids], "S"))

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, number: int) -> str:
        return bytes(self._ids[number]).decode()

    def of(self, ids: pa.StringArray) -> npt.NDArray[np.int64]:
        """The number of each article of a column; of an id that is none, any number."""
        column = Distinct(ids)
        texts = np.array([text.encode() for text in column.texts], "S")
        return np.minimum(np.searchsorted(self._ids, texts), len(self) - 1)[column.index]


class _Blocks:
    """Rows on disk, parted by the positions of their articles."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self._path = path
        self._schema = schema
        self._articles = 0
        """In a block: as many as the first rows that were held are of."""
        self._waiting: list[pa.Table] = []
        self._count = 0
        self._pieces: dict[int, list[tuple[int, int]]] = defaultdict(list)
        """Where the pieces of each block lie in the file: first byte, bytes."""
        path.write_bytes(b"")

    def append(self, rows: pa.Table) -> None:
        self._waiting.append(rows.select(self._schema.names))
        self._count += rows.num_rows
        if self._count >= _ROWS_HELD:
            self._write()

    def in_order(self) -> Iterator[pa.Table]:
        """The rows of each block, in no order inside; the file is gone then."""
        self._write()
        with self._path.open("rb") as file:
            for block in sorted(self._pieces):
                pieces = []
                for first, size in self._pieces[block]:
                    file.seek(first)
                    pieces.append(ipc.open_stream(file.read(size)).read_all())
                yield pa.concat_tables(pieces).combine_chunks()
        self._path.unlink()

    def _write(self) -> None:
        rows = pa.concat_tables([self._schema.empty_table(), *self._waiting]).combine_chunks()
        self._waiting, self._count = [], 0
        position = np.asarray(rows["position"])
        self._articles = self._articles or max(1, len(distinct(position)))
        block = position // self._articles
        order = np.argsort(block, kind="stable")
        rows = rows.take(pa.array(order))
        with self._path.open("ab") as file:
            for begin, end in stretches(block[order]):
                first = file.tell()
                with ipc.new_stream(file, self._schema, options=_WRITTEN) as writer:
                    writer.write_table(rows.slice(begin, end - begin))
                self._pieces[int(block[order[begin]])].append((first, file.tell() - first))


def _whole(batches: Sequence[pa.RecordBatch], columns: Sequence[str]) -> pa.RecordBatch:
    parts = [[batch.column(name) for batch in batches] for name in columns]
    joined = [pa.concat_arrays(part) for part in parts]
    known = [pc.fill_null(c, "") if pa.types.is_string(c.type) else c for c in joined]
    return pa.RecordBatch.from_arrays(known, names=list(columns))
