"""DuckDB: what does not fit in memory is spilled to a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_MEMORY, _MEMORY_OF_ARTICLE = 200_000_000, 1_100
"""Bytes that are enough up to some 180,000 articles, and what a million were seen to need of
each: what is grouped cannot all be spilled."""


@contextmanager
def database(spill: Path, articles: int) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database that never looks for extensions on a network.

    spill: a folder for what is more than its memory, which goes by the number of articles.
    """
    import duckdb

    db = duckdb.connect(
        config={
            "memory_limit": f"{max(_MEMORY, _MEMORY_OF_ARTICLE * articles)}B",
            "temp_directory": str(spill),
            # Every query that cares for an order names it; keeping another takes memory.
            "preserve_insertion_order": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
    )
    try:
        yield db
    finally:
        db.close()


def put_view(db: duckdb.DuckDBPyConnection, name: str, file: Path) -> None:
    """Make a view of a Parquet file."""
    quoted = str(file).replace("'", "''")
    db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{quoted}')")
