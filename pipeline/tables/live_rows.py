"""The rows of the live articles, as a database over the store's shards has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import schema
from pipeline.records import Problem
from pipeline.store import StoreFolder
from pipeline.store.manifest import RecordState
from pipeline.tables.corrected import put_corrected_rows
from pipeline.tables.database import database, load_rows, load_texts, put_texts, put_view
from pipeline.tables.live import live_articles
from pipeline.tables.rows import problem_row

if TYPE_CHECKING:
    import duckdb

_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class LiveRows:
    """Where the live articles' rows are. A plain value that travels to other processes."""

    store: StoreFolder
    folder: Path
    """Has the list of the articles, and is where the database spills."""
    shards: tuple[str, ...]
    articles: int
    problems: tuple[Problem, ...]
    """Those that no shard holds."""
    corrections: Path

    @classmethod
    def of(
        cls,
        store: StoreFolder,
        records: Sequence[RecordState],
        problems: Iterable[Problem],
        corrections: Path,
        folder: Path,
    ) -> LiveRows:
        """List the articles of live records in files of `folder`."""
        articles = _write(
            folder / "places",
            ("article_id", "shard", "article_source", "places"),
            ((a.article_id, a.shard, a.source, a.places) for a in live_articles(records)),
        )
        _write(
            folder / "anywhere",
            ("shard", "article_source"),
            ((record.shard, record.source) for record in records),
        )
        shards = sorted({record.shard for record in records})
        return cls(store, folder, tuple(shards), articles, tuple(problems), corrections)

    @contextmanager
    def database(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A database with the views `<table>_rows` and `texts`, and the tables `places` (each
        live article) and `input_problems`."""
        with database(self.folder / "spill") as db:
            for name in ("places", "anywhere"):
                put_view(db, name, self.folder / name)
            load_rows(db, self.store, self.shards)
            unapplied = put_corrected_rows(db, self.store, self.corrections)
            put_texts(
                db,
                "input_problems",
                schema.PROBLEMS.column_names,
                [tuple(problem_row(each).values()) for each in (*self.problems, *unapplied)],
            )
            load_texts(db, self.store, self.shards)
            yield db


def _write(path: Path, columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> int:
    """Write rows of texts; return their number."""
    count, left = 0, iter(rows)
    with pq.ParquetWriter(path, pa.schema([(name, pa.string()) for name in columns])) as writer:
        while some := list(islice(left, _AT_ONCE)):
            arrays = [pa.array(column, pa.string()) for column in zip(*some, strict=True)]
            writer.write_batch(pa.RecordBatch.from_arrays(arrays, names=list(columns)))
            count += len(some)
    return count
