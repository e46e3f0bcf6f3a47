"""Tables whose rows queries over the written statements give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.schema import Table
from pipeline.tables.queries import EACH_SPEAKER, SPEAKERS_OF_PART, table_query
from pipeline.tables.write import WrittenTable, write_table

if TYPE_CHECKING:
    import duckdb

_ROWS_AT_ONCE = 20_480


def put_speakers(db: duckdb.DuckDBPyConnection, parts: int) -> None:
    """Make table `found_speakers` of the views `quotes` and `linked`, in so many parts: what is
    counted of millions at once does not fit in memory."""
    db.execute(f"CREATE TABLE each_speaker AS {EACH_SPEAKER}")
    for part in range(parts):
        into = "INSERT INTO found_speakers" if part else "CREATE TABLE found_speakers AS"
        db.execute(f"{into} {SPEAKERS_OF_PART}", {"parts": parts, "part": part})
    db.execute("DROP TABLE each_speaker")


def write_query(
    db: duckdb.DuckDBPyConnection, table: Table, folder: Path, *, raw_cells: bool
) -> WrittenTable:
    """Write the rows that `queries` gives for a table."""
    batches = db.sql(table_query(table)).to_arrow_reader(_ROWS_AT_ONCE)
    return write_table(table.name, table.columns, batches, folder, raw_cells=raw_cells)
