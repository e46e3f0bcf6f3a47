"""DuckDB: what does not fit in memory is spilled to a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

_MEMORY = "200MB"
"""What is more is spilled; small corpora never come near it."""


@contextmanager
def database(spill: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database that never looks for extensions on a network.

    spill: a folder for what is more than its memory.
    """
    import duckdb

    db = duckdb.connect(
        config={
            "memory_limit": _MEMORY,
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
