"""All tables of the live articles, from the shards' rows to files in their place."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import schema
from pipeline.errors import WhosaidError
from pipeline.records import Problem
from pipeline.schema import Column, Table
from pipeline.store import StoreFolder
from pipeline.store.manifest import RecordState
from pipeline.tables import corpus_step
from pipeline.tables.beside import beside
from pipeline.tables.corrected import put_corrected_rows
from pipeline.tables.database import (
    database,
    load_rows,
    load_texts,
    put_table,
    put_texts,
    put_view,
)
from pipeline.tables.live import live_articles
from pipeline.tables.overrides import read_overrides
from pipeline.tables.people import overrides_of
from pipeline.tables.queries import table_query
from pipeline.tables.repeated_statements import NumberedStatements, group_repeated
from pipeline.tables.rows import problem_row
from pipeline.tables.write import WrittenTable, put_in_place, write_table

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

_ROWS_AT_ONCE = 20_480
_MANY_ARTICLES = 2_000
"""From which a second process saves more time than it takes to start."""


def build_tables(
    folder: StoreFolder,
    outputs: Path,
    records: Sequence[RecordState],
    problems: Sequence[Problem],
    *,
    overrides: Path,
    corrections: Path,
    raw_cells: bool = False,
    processes: int = 1,
) -> dict[str, int]:
    """Write every table of `pipeline.schema` under `outputs`; return their numbers of rows.

    records: the live ones, whose shards have rows.
    problems: those that no shard holds.
    overrides: a user's speakers.csv; it need not exist.
    corrections: what people decided about single rows; it need not exist either.
    processes: more than one where a part may be done in a process beside this one.
    Raises WhosaidError if a table cannot be written or replaced; the old ones then stay.
    """
    import duckdb

    try:
        folder.scratch.mkdir(exist_ok=True)
        with _cycles_left(), tempfile.TemporaryDirectory(dir=folder.scratch) as scratch:
            made = _MadeTables(Path(scratch), raw_cells)
            _make(made, folder, records, problems, overrides, corrections, processes)
            written = {table.name: made.written[table.name] for table in schema.TABLES}
            put_in_place(written.values(), written, outputs)
    except OSError as error:
        raise WhosaidError(
            f"the tables cannot be written in {outputs} ({error.strerror}): check the "
            "folder's permissions and the space left, and run again; the old ones stay."
        ) from error
    except duckdb.Error as error:
        raise WhosaidError(
            f"the tables cannot be made of what the store holds ({str(error).splitlines()[0]}): "
            "check the space left, and run again with --force, which fills the store anew."
        ) from error
    return {name: table.rows for name, table in written.items()}


def _make(
    made: _MadeTables,
    folder: StoreFolder,
    records: Sequence[RecordState],
    problems: Sequence[Problem],
    overrides: Path,
    corrections: Path,
    processes: int,
) -> None:
    """Make the tables; the database is closed in between, so that what it holds is given back
    before speakers are linked."""
    given = overrides_of(read_overrides(overrides))
    with ExitStack() as left:
        with database(made.folder / "spill", len(records)) as db:
            _load(db, folder, records, problems, corrections)
            rows = corpus_step.sort_rows(db, made.folder)
            work = partial(corpus_step.without_speakers, rows, given, made.folder, made.raw_cells)
            is_worth_it = processes > 1 and len(rows.articles) >= _MANY_ARTICLES
            found = left.enter_context(beside(work, in_process=is_worth_it))
            corpus_step.find_duplicates(db)
            for table in (schema.ARTICLES, schema.REMOVED, schema.PROBLEMS):
                made.query(db, table)
        linked = corpus_step.link_speakers(rows, given)
        numbered = next(found)
        assert isinstance(numbered, NumberedStatements)
        repeated = group_repeated(rows.quotes, numbered, linked, made.folder)
        del numbered
        made.write(schema.QUOTES, corpus_step.quote_rows(rows, linked, repeated.of_row))
        with database(made.folder / "spill", len(records)) as db:
            put_view(db, "quotes", made.written["quotes"].parquet_file)
            put_texts(db, "linked", ("speaker_id", "speaker"), linked.aliases)
            put_table(db, "groups", repeated.groups)
            del linked, repeated
            for table in (schema.SPEAKERS, schema.SAME_QUOTES):
                made.query(db, table)
        entities = next(found)
        assert isinstance(entities, WrittenTable)
        made.written[schema.ENTITIES.name] = entities


class _MadeTables:
    """Tables that are written, not yet in their place."""

    def __init__(self, folder: Path, raw_cells: bool) -> None:
        self.folder = folder
        self.raw_cells = raw_cells
        self.written: dict[str, WrittenTable] = {}

    def query(self, db: duckdb.DuckDBPyConnection, table: Table) -> None:
        """Write the rows that `queries` gives for a table."""
        extra = _extra_names(db) if table is schema.ARTICLES else []
        rows = db.sql(table_query(table, len(extra)), params=extra or None)
        self.write(table, rows.to_arrow_reader(_ROWS_AT_ONCE), extra)

    def write(
        self, table: Table, batches: Iterable[pa.RecordBatch], extra: Sequence[str] = ()
    ) -> None:
        """Write a table's rows; extra: names of columns besides the schema's."""
        columns = (*table.columns, *_extra_columns(extra))
        self.written[table.name] = write_table(
            table.name, columns, batches, self.folder, raw_cells=self.raw_cells
        )


@contextmanager
def _cycles_left() -> Iterator[None]:
    """Look for no cycles of objects meanwhile: among millions of names, which have none, that
    took a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(
    db: duckdb.DuckDBPyConnection,
    folder: StoreFolder,
    records: Sequence[RecordState],
    problems: Sequence[Problem],
    corrections: Path,
) -> None:
    articles = live_articles(records)
    put_texts(
        db,
        "places",
        ("article_id", "shard", "article_source", "places"),
        [(a.article_id, a.shard, a.source, a.places) for a in articles],
    )
    put_texts(db, "anywhere", ("shard", "article_source"), [(r.shard, r.source) for r in records])
    shards = sorted({record.shard for record in records})
    load_rows(db, folder, shards)
    unapplied = put_corrected_rows(db, folder, articles, corrections)
    put_texts(
        db,
        "input_problems",
        schema.PROBLEMS.column_names,
        [tuple(problem_row(problem).values()) for problem in (*problems, *unapplied)],
    )
    load_texts(db, folder, shards)


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
