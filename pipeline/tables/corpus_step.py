"""What only the whole corpus can tell: who speaks, which entity, what was said before.

Rows are sorted once into files. Each step then streams over them, keeps numbers of what it
reads, and decides; what it finds out of a row goes by the row's place. A step takes and gives
plain values and files of one folder, so that it can be done in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipeline import schema
from pipeline.schema import Table
from pipeline.tables.database import database, put_view
from pipeline.tables.duplicate_articles import find_duplicates
from pipeline.tables.entity_rows import take_people, write_entities
from pipeline.tables.linked_mentions import LinkedMentions
from pipeline.tables.live_rows import LiveRows
from pipeline.tables.mentions import Mentions, Override
from pipeline.tables.people import link_mentions
from pipeline.tables.queries import POSITIONS, SPEAKERS_OF_PART, rows_query
from pipeline.tables.query_tables import write_query
from pipeline.tables.repeated_statements import group_repeated, number_statements
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows
from pipeline.tables.write import Tables, WrittenTable, write_table

_LINKED, _GROUPS = "linked", "groups"
_STATEMENTS_AT_ONCE = 1_000_000
"""Of so many the speakers are counted at once."""


@dataclass(frozen=True, slots=True)
class CorpusRows:
    """All rows of which an article has many, in files, and the articles that they are of."""

    quotes: SortedRows
    entities: SortedRows
    removed: SortedRows
    articles: ArticleNumbers


def sort_rows(live: LiveRows) -> CorpusRows:
    """Sort the rows of the live articles into files."""
    with live.database() as db:
        db.execute(f"CREATE TABLE positions AS {POSITIONS}")
        quotes, entities, removed = (
            SortedRows.sort(
                db, table, rows_query(table), live.articles, live.folder / f"{table.name}.sorted"
            )
            for table in (schema.QUOTES, schema.ENTITIES, schema.REMOVED)
        )
        ids = db.sql("SELECT article_id FROM places").to_arrow_table()["article_id"]
    return CorpusRows(quotes, entities, removed, ArticleNumbers(ids.to_pylist()))


def number_words(rows: CorpusRows, folder: Path) -> None:
    """Write the words of all statements as numbers."""
    number_statements(rows.quotes, rows.articles, folder)


def article_tables(live: LiveRows, rows: CorpusRows, raw_cells: bool) -> Tables:
    """Write what is told of articles, and need not be compared but with other articles."""
    removed = rows.removed.batches(schema.REMOVED.column_names)
    found = {"removed": _written(schema.REMOVED, removed, live.folder, raw_cells)}
    with live.database() as db:
        find_duplicates(db, live.folder)
        for table in (schema.ARTICLES, schema.PROBLEMS):
            found[table.name] = write_query(db, table, live.folder, raw_cells=raw_cells)
    return found


def entity_table(
    rows: CorpusRows, given: Mapping[str, Override], folder: Path, raw_cells: bool
) -> Tables:
    """Write all entity mentions; `given` is a user's word on who is who."""
    written = write_entities(rows.entities, rows.articles, given, folder, raw_cells=raw_cells)
    return {schema.ENTITIES.name: written}


def link_speakers(rows: CorpusRows, given: Mapping[str, Override], folder: Path) -> None:
    """Write who each statement's speaker is; `given` is a user's word on it."""
    mentions = Mentions(given)
    take_people(rows.entities, rows.articles, mentions)
    for batch in rows.quotes.batches(
        ["article_id", "speaker", "speaker_type", "speaker_title", "speaker_text"]
    ):
        article, *columns = batch.columns
        mentions.append(rows.articles.of(article), *columns)
    link_mentions(mentions, rows.articles).save(folder / _LINKED)


def quote_table(rows: CorpusRows, folder: Path, raw_cells: bool) -> Tables:
    """Write all statements, once their words are numbered and their speakers are linked."""
    linked = LinkedMentions.load(folder / _LINKED)
    same_quote = group_repeated(rows.quotes, linked, folder, folder / _GROUPS)
    batches = _quote_rows(rows, linked, same_quote)
    return {"quotes": _written(schema.QUOTES, batches, folder, raw_cells)}


def speaker_tables(quotes: Tables, folder: Path, raw_cells: bool) -> Tables:
    """Write what the written statements tell of their speakers, and of one another."""
    with database(folder / "spill") as db:
        put_view(db, "quotes", quotes["quotes"].parquet_file)
        put_view(db, "linked", LinkedMentions.aliases_in(folder / _LINKED))
        put_view(db, "groups", folder / _GROUPS)
        parts = 1 + quotes["quotes"].rows // _STATEMENTS_AT_ONCE
        for part in range(parts):
            into = "INSERT INTO found_speakers" if part else "CREATE TABLE found_speakers AS"
            db.execute(f"{into} {SPEAKERS_OF_PART}", {"parts": parts, "part": part})
        return {
            table.name: write_query(db, table, folder, raw_cells=raw_cells)
            for table in (schema.SPEAKERS, schema.SAME_QUOTES)
        }


def _written(
    table: Table, batches: Iterator[pa.RecordBatch], folder: Path, raw_cells: bool
) -> WrittenTable:
    return write_table(table.name, table.columns, batches, folder, raw_cells=raw_cells)


def _quote_rows(
    rows: CorpusRows, linked: LinkedMentions, same_quote: pa.DictionaryArray
) -> Iterator[pa.RecordBatch]:
    """The table of quotes; same_quote: the group of each row, or null."""
    names = schema.QUOTES.column_names
    stored = [name for name in names if name not in ("speaker_id", "same_quote")]
    first = 0
    for batch in rows.quotes.batches(stored):
        speaker = linked.of_rows(first, len(batch)).combine_chunks().to_batches()[0]
        group = same_quote.slice(first, len(batch)).dictionary_decode()
        first += len(batch)
        title = speaker["title"]
        found = dict(zip(stored, batch.columns, strict=True)) | {
            "speaker": speaker["speaker"],
            "speaker_id": speaker["speaker_id"],
            "speaker_type": speaker["type"],
            "speaker_title": pc.if_else(pc.equal(title, ""), batch.column("speaker_title"), title),
            "same_quote": pc.fill_null(group, ""),
        }
        yield pa.RecordBatch.from_arrays([found[name] for name in names], names=list(names))
