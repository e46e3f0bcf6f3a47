"""The articles of a database that have the text of an earlier one, or nearly so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.tables import duplicates
from pipeline.tables.database import put_table
from pipeline.tables.word_numbers import StoredWords

if TYPE_CHECKING:
    import duckdb

_TEXTS_AT_ONCE = 4096


def find_duplicates(db: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Make table `duplicates`: article_id, duplicate_of.

    folder: for what should not be in memory.
    """
    articles = db.sql(
        "SELECT article_id, published, bands FROM articles_rows ORDER BY article_id"
    ).to_arrow_table()
    ids = articles["article_id"]

    def texts(places: npt.NDArray[np.int64]) -> Iterator[pa.RecordBatch]:
        wanted = {"article_id": ids.take(pa.array(places)), "number": np.arange(len(places))}
        put_table(db, "suspects", pa.table(wanted))
        found = db.sql(
            "SELECT number, text FROM texts JOIN "
            "(SELECT shard, article_source, number FROM places JOIN suspects USING (article_id)) "
            "USING (shard, article_source)"
        )
        yield from found.to_arrow_reader(_TEXTS_AT_ONCE)

    words = StoredWords(folder / "suspects")
    duplicate, original = duplicates.find_duplicates(articles, texts, words)
    found = {"article_id": ids.take(duplicate), "duplicate_of": ids.take(original)}
    put_table(db, "duplicates", pa.table(found))
