"""The table of articles: which are copies of others, and what users' sidecars say of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline import schema
from pipeline.schema import Column
from pipeline.tables.duplicates import find_duplicates
from pipeline.tables.live_rows import Articles, LiveRows
from pipeline.tables.sorted_rows import SortedRows
from pipeline.tables.word_numbers import StoredWords
from pipeline.tables.write import WrittenTable, write_table

STORED = [
    *(name for name in schema.ARTICLES.column_names if name not in ("source", "duplicate_of")),
    "article_source",
    "extra",
]
"""Columns that shards have, those of sidecars in one."""


def write_articles(
    live: LiveRows, rows: SortedRows, articles: Articles, *, raw_cells: bool
) -> WrittenTable:
    """Write the table."""
    original = _originals(live, articles)
    extra = _extra_names(rows)
    columns = (*schema.ARTICLES.columns, *_extra_columns(extra))
    batches = _rows(rows, articles, original, extra)
    return write_table(schema.ARTICLES.name, columns, batches, live.folder, raw_cells=raw_cells)


def _rows(
    rows: SortedRows, articles: Articles, original: npt.NDArray[np.int64], extra: Sequence[str]
) -> Iterator[pa.RecordBatch]:
    """original: for each article the number of the one that it is a copy of, or -1."""
    names = schema.ARTICLES.column_names
    stored = [name for name in names if name != "duplicate_of"]
    for batch in rows.batches([*stored, "extra"]):
        of_batch = original[articles.ids.of(batch.column("article_id"))]
        copied = [articles.ids[i] if i >= 0 else "" for i in of_batch.tolist()]
        found = dict(zip(stored, batch.columns, strict=False))
        found["duplicate_of"] = pa.array(copied, pa.string())
        said = [dict(reversed(pairs or ())) for pairs in batch.column("extra").to_pylist()]
        of_sidecars = [
            pa.array([each.get(name) or "" for each in said], pa.string()) for name in extra
        ]
        columns = [found[name] for name in names]
        columns += [pa.array(values, pa.string()) for values in of_sidecars]
        yield pa.RecordBatch.from_arrays(columns, names=[*names, *extra])


def _originals(live: LiveRows, articles: Articles) -> npt.NDArray[np.int64]:
    tables = [
        rows.append_column("article_id", pa.array(number))
        for number, rows in live.batches(schema.ARTICLES, ["published", "bands"], articles)
    ]
    original = np.full(live.count, -1, np.int64)
    if tables:
        found = pa.concat_tables(tables).sort_by("article_id")
        del tables
        words = StoredWords(live.folder / "suspects")
        duplicate, of = find_duplicates(found, lambda some: live.texts(some, articles), words)
        original[np.asarray(duplicate)] = np.asarray(of)
    return original


def _extra_names(rows: SortedRows) -> list[str]:
    """Columns of users' sidecars, in an order that does not depend on the run.

    Sidecars are taken in the order of the first article that they describe.
    """
    first: dict[tuple[str, ...], str] = {}
    for batch in rows.batches(["article_source", "extra"]):
        for source, pairs in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            names = tuple(name for name, _ in pairs or ())
            if names:
                first[names] = min(source, first.get(names, source))
    in_order = sorted(first, key=lambda names: (first[names], names))
    return list(dict.fromkeys(name for names in in_order for name in names))


def _extra_columns(names: Iterable[str]) -> list[Column]:
    """Columns under a user's own names; one that is taken says where it comes from."""
    taken = {name.lower() for name in schema.ARTICLES.column_names}
    columns = []
    for name in names:
        own = name
        while own.lower() in taken:
            own += " (metadata)"
        taken.add(own.lower())
        columns.append(Column(own, "text", "of the corpus's metadata.csv", outside=True))
    return columns
