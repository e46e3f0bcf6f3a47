"""Tables whose rows a query over a database gives."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import schema
from pipeline.schema import Column, Table
from pipeline.tables.queries import table_query
from pipeline.tables.write import WrittenTable, write_table

if TYPE_CHECKING:
    import duckdb

_ROWS_AT_ONCE = 20_480


def write_query(
    db: duckdb.DuckDBPyConnection, table: Table, folder: Path, *, raw_cells: bool
) -> WrittenTable:
    """Write the rows that `queries` gives for a table."""
    extra = _extra_names(db) if table is schema.ARTICLES else []
    rows = db.sql(table_query(table, len(extra)), params=extra or None)
    columns = (*table.columns, *_extra_columns(extra))
    batches = rows.to_arrow_reader(_ROWS_AT_ONCE)
    return write_table(table.name, columns, batches, folder, raw_cells=raw_cells)


def _extra_names(db: duckdb.DuckDBPyConnection) -> list[str]:
    """Columns of users' sidecars, in an order that does not depend on the run.

    Sidecars are taken in the order of the first article that they describe.
    """
    rows = db.sql(
        "SELECT list_transform(extra, lambda pair: pair[1]) AS names, min(article_source) AS first "
        "FROM articles_rows WHERE len(extra) > 0 GROUP BY names ORDER BY first, names"
    ).fetchall()
    return list(dict.fromkeys(name for names, _ in rows for name in names))


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
