"""What only the whole corpus can tell: who speaks, which entity, what was said before.

Statements and entity mentions are sorted once into files. Each step streams over them, keeps
numbers of what it reads, and decides; what it finds out of a row goes by the row's place. The
words of statements and the entities need nothing of the speakers: they are dealt with in a
process beside this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline import schema
from pipeline.tables.database import put_table
from pipeline.tables.entity_rows import take_people, write_entities
from pipeline.tables.mentions import Mentions, Override
from pipeline.tables.people import LinkedMentions, link_mentions
from pipeline.tables.queries import ENTITY_ROWS, QUOTE_ROWS
from pipeline.tables.repeated_statements import NumberedStatements, number_statements
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows
from pipeline.tables.write import WrittenTable

if TYPE_CHECKING:
    import duckdb

_TEXTS_AT_ONCE = 4096


@dataclass(frozen=True, slots=True)
class CorpusRows:
    """All statements and entity mentions, in files, and the articles that they are of."""

    quotes: SortedRows
    entities: SortedRows
    articles: ArticleNumbers


def sort_rows(db: duckdb.DuckDBPyConnection, folder: Path) -> CorpusRows:
    """Sort the rows of the live articles into files of `folder`."""
    ids = db.sql("SELECT article_id FROM places").to_arrow_table()["article_id"].to_pylist()
    return CorpusRows(
        SortedRows.sort(db, schema.QUOTES, QUOTE_ROWS, folder / "quotes.sorted"),
        SortedRows.sort(db, schema.ENTITIES, ENTITY_ROWS, folder / "entities.sorted"),
        ArticleNumbers(ids),
    )


def without_speakers(
    rows: CorpusRows, given: Mapping[str, Override], folder: Path, raw_cells: bool
) -> Iterator[NumberedStatements | WrittenTable]:
    """What needs nothing of the speakers, in the order in which it is waited for.

    Yields the words of all statements; and the table of entities, written into `folder`.
    """
    yield number_statements(rows.quotes, rows.articles, folder)
    yield write_entities(rows.entities, rows.articles, given, folder, raw_cells=raw_cells)


def link_speakers(rows: CorpusRows, given: Mapping[str, Override]) -> LinkedMentions:
    """Who each statement's speaker is; `given` is a user's word on it."""
    mentions = Mentions(given)
    take_people(rows.entities, rows.articles, mentions)
    for batch in rows.quotes.batches(
        ["article_id", "speaker", "speaker_type", "speaker_title", "speaker_text"]
    ):
        article, *columns = batch.columns
        mentions.append(rows.articles.of(article), *columns)
    return link_mentions(mentions, rows.articles)


def find_duplicates(db: duckdb.DuckDBPyConnection) -> None:
    """Make table `duplicates`: article_id, duplicate_of."""
    from pipeline.tables.duplicates import find_duplicates as find

    articles = db.sql(
        "SELECT article_id, published, bands FROM articles_rows ORDER BY article_id"
    ).to_arrow_table()
    ids = articles["article_id"]

    def texts(places: npt.NDArray[np.int64]) -> Iterator[pa.StringArray]:
        put_table(db, "suspects", pa.table({"article_id": ids.take(pa.array(places))}))
        found = db.sql(
            "SELECT text FROM places SEMI JOIN suspects USING (article_id) "
            "JOIN texts USING (shard, article_source) ORDER BY article_id"
        )
        for batch in found.to_arrow_reader(_TEXTS_AT_ONCE):
            yield batch.column("text")

    duplicate, original = find(articles, texts)
    found = {"article_id": ids.take(duplicate), "duplicate_of": ids.take(original)}
    put_table(db, "duplicates", pa.table(found))


def quote_rows(
    rows: CorpusRows, linked: LinkedMentions, same_quote: pa.DictionaryArray
) -> Iterator[pa.RecordBatch]:
    """The table of quotes; same_quote: the group of each row, or null."""
    fields = [pa.array(column, pa.string()) for column in zip(*linked.speakers, strict=True)]
    names = schema.QUOTES.column_names
    stored = [name for name in names if name not in ("speaker_id", "same_quote")]
    first = 0
    for batch in rows.quotes.batches(stored):
        of_row = pa.array(linked.of_row[first : first + len(batch)])
        speaker_id, speaker, type_, title = (field.take(of_row) for field in fields)
        group = same_quote.slice(first, len(batch)).dictionary_decode()
        first += len(batch)
        found = dict(zip(stored, batch.columns, strict=True)) | {
            "speaker": speaker,
            "speaker_id": speaker_id,
            "speaker_type": type_,
            "speaker_title": pc.if_else(pc.equal(title, ""), batch.column("speaker_title"), title),
            "same_quote": pc.fill_null(group, ""),
        }
        yield pa.RecordBatch.from_arrays([found[name] for name in names], names=list(names))
