"""The Parquet tables that a run wrote, for all that read them afterwards."""

from __future__ import annotations

from pathlib import Path

import pyarrow.dataset as ds

from pipeline.errors import WhosaidError
from pipeline.schema import TABLES


class MissingTable(WhosaidError):
    """A table, or a column of it, that a run should have written is not there. The message says
    what to do."""


def finished_tables(outputs: Path) -> dict[str, ds.Dataset]:
    """Each table of an outputs folder by its name; rows are read when they are asked for.

    Raises `MissingTable` when a run has not written all of them, with all their columns.
    """
    found: dict[str, ds.Dataset] = {}
    for table in TABLES:
        path = outputs / "tables" / f"{table.name}.parquet"
        if not path.is_file():
            raise MissingTable(
                f"{path} is missing: run `whosaid run` with this outputs folder first."
            )
        # Not DuckDB's own reader: it would take `[`, `*` and `?` in a path for a pattern.
        dataset = ds.dataset(path, format="parquet")
        if set(table.column_names) - set(dataset.schema.names):
            raise MissingTable(
                f"{path} was written by an earlier version: run `whosaid run` with this "
                "outputs folder again."
            )
        found[table.name] = dataset
    return found
