"""DuckDB: what does not fit in memory is spilled to a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_MEMORY, _MEMORY_OF_ARTICLE = 400_000_000, 2_000
"""Bytes that the database may hold, at least and of each article. Of 100,000 articles with 24
statements each, 200 million were seen to be too few and 260 million enough; a million needed 1,100
of each: what is grouped cannot all be spilled."""


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
