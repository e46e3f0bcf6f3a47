"""DuckDB over the shards' rows: what does not fit in memory is spilled to a folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from pipeline import schema
from pipeline.store import ROW_TABLES, StoreFolder
from pipeline.tables.rows import row_schema

if TYPE_CHECKING:
    import duckdb

_MEMORY = "200MB"
"""What is more is spilled; small corpora never come near it."""
_TABLE = {table.name: table for table in schema.TABLES}


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


def load_rows(db: duckdb.DuckDBPyConnection, folder: StoreFolder, shards: Sequence[str]) -> None:
    """Make view `<table>_rows`: the rows of articles that table `places` names.

    Of problems, those of every record that table `anywhere` names.
    """
    for table in ROW_TABLES:
        stored = f"stored_{table}"
        if shards:
            files = _literals(folder.rows(table, shard) for shard in shards)
            db.execute(f"CREATE VIEW {stored} AS SELECT * FROM read_parquet({files})")
        else:
            put_table(db, stored, row_schema(_TABLE[table]).empty_table())
        live = "anywhere" if table == "problems" else "places"
        db.execute(
            f"CREATE VIEW {table}_rows AS SELECT * FROM {stored} "
            f"SEMI JOIN {live} USING (shard, article_source)"
        )


def load_texts(db: duckdb.DuckDBPyConnection, folder: StoreFolder, shards: Sequence[str]) -> None:
    """Make view `texts`: shard, article_source, text of every cleaned article."""
    if not shards:
        put_texts(db, "texts", ("shard", "article_source", "text"), ())
        return
    files = _literals(folder.clean(shard) for shard in shards)
    db.execute(
        "CREATE VIEW texts AS SELECT parse_filename(filename, true) AS shard, "
        f"source AS article_source, text FROM read_parquet({files}, filename = true)"
    )


def put_view(db: duckdb.DuckDBPyConnection, name: str, file: Path) -> None:
    """Make a view of a Parquet file."""
    db.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet({_literals([file])})")


def put_texts(
    db: duckdb.DuckDBPyConnection,
    name: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, ...]],
) -> None:
    """Make a table of text columns."""
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [pa.array(column, pa.string()) for column in values]
    put_table(db, name, pa.Table.from_arrays(arrays, names=list(columns)))


def put_table(db: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    """Make a table of an Arrow table."""
    db.register("given_rows", table)
    db.execute(f"CREATE TABLE {name} AS SELECT * FROM given_rows")
    db.unregister("given_rows")


def _literals(files: Iterable[Path]) -> str:
    quoted = ("'" + str(file).replace("'", "''") + "'" for file in files)
    return f"[{', '.join(quoted)}]"
