"""What only the whole corpus can tell: who speaks, which entity, what was said before.

Statements and entity mentions are sorted once into files. Each step streams over them, keeps
numbers of what it reads, and decides; what it finds out of a row goes by the row's place. The
words of statements and the entities need nothing of the speakers: they are dealt with in a
process beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from pipeline import schema
from pipeline.tables.beside import beside
from pipeline.tables.database import put_table
from pipeline.tables.entity_rows import take_people, write_entities
from pipeline.tables.mentions import Mentions, Override
from pipeline.tables.overrides import read_overrides
from pipeline.tables.people import LinkedMentions, link_mentions, overrides_of
from pipeline.tables.queries import ENTITY_ROWS, QUOTE_ROWS
from pipeline.tables.repeated_statements import NumberedStatements, number_statements, put_groups
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows
from pipeline.tables.write import WrittenTable

if TYPE_CHECKING:
    import duckdb

MANY_ARTICLES = 2_000
"""From which a second process takes less time to start than it saves."""


@dataclass(frozen=True, slots=True)
class CorpusStep:
    """What the corpus step gives besides the tables that `queries` joins."""

    quotes: Callable[[], Iterator[pa.RecordBatch]]
    """Gives the rows of the table of quotes."""
    entities: WrittenTable


def run(
    db: duckdb.DuckDBPyConnection,
    overrides: Path,
    folder: Path,
    *,
    raw_cells: bool = False,
    processes: int = 1,
) -> CorpusStep:
    """Make the tables that `queries` joins: linked, duplicates, groups; write the entities.

    overrides: a user's speakers.csv; it need not exist.
    folder: an empty one, for what does not fit in memory, and for the entities' files.
    processes: more than one where work may be done beside this process.
    """
    ids = db.sql("SELECT article_id FROM places").to_arrow_table()["article_id"].to_pylist()
    articles = ArticleNumbers(ids)
    del ids
    given = overrides_of(read_overrides(overrides))
    quotes = SortedRows.sort(db, schema.QUOTES, QUOTE_ROWS, folder / "quotes.sorted")
    entities = SortedRows.sort(db, schema.ENTITIES, ENTITY_ROWS, folder / "entities.sorted")
    work = partial(_beside_speakers, quotes, entities, articles, given, folder, raw_cells)
    is_worth_it = processes > 1 and len(articles) >= MANY_ARTICLES
    with beside(work, in_process=is_worth_it) as found:
        mentions = Mentions(given)
        take_people(entities, articles, mentions)
        _take_speakers(quotes, articles, mentions)
        linked = link_mentions(mentions, articles)
        del mentions
        _put_aliases(db, linked)
        find_duplicates(db)
        numbered = next(found)
        assert isinstance(numbered, NumberedStatements)
        same_quote = put_groups(db, quotes, numbered, linked, folder)
        del numbered
        written = next(found)
        assert isinstance(written, WrittenTable)
    return CorpusStep(partial(_quote_rows, quotes, linked, same_quote), written)


def _beside_speakers(
    quotes: SortedRows,
    entities: SortedRows,
    articles: ArticleNumbers,
    given: Mapping[str, Override],
    folder: Path,
    raw_cells: bool,
) -> Iterator[NumberedStatements | WrittenTable]:
    """What needs nothing of the speakers, in the order in which it is waited for."""
    yield number_statements(quotes, articles, folder)
    yield write_entities(entities, articles, given, folder, raw_cells=raw_cells)


def _take_speakers(rows: SortedRows, articles: ArticleNumbers, mentions: Mentions) -> None:
    for batch in rows.batches(
        ["article_id", "speaker", "speaker_type", "speaker_title", "speaker_text"]
    ):
        article, *columns = batch.columns
        mentions.append(articles.of(article), *columns)


def _put_aliases(db: duckdb.DuckDBPyConnection, linked: LinkedMentions) -> None:
    """Make table `linked`: speaker_id, speaker (a name that articles have)."""
    columns = list(zip(*linked.aliases, strict=True)) or [(), ()]
    arrays = [pa.array(column, pa.string()) for column in columns]
    put_table(db, "linked", pa.Table.from_arrays(arrays, names=["speaker_id", "speaker"]))


def find_duplicates(db: duckdb.DuckDBPyConnection) -> None:
    """Make table `duplicates`: article_id, duplicate_of."""
    from pipeline.tables.duplicates import find_duplicates as find

    articles = db.sql(
        "SELECT article_id, published, bands FROM articles_rows ORDER BY article_id"
    ).to_arrow_table()
    ids = articles["article_id"]

    def texts(places: Sequence[int]) -> list[str]:
        put_table(db, "suspects", pa.table({"article_id": ids.take(pa.array(places, pa.int64()))}))
        rows = db.sql(
            "SELECT article_id, text FROM articles_rows SEMI JOIN suspects USING (article_id) "
            "JOIN texts USING (shard, article_source)"
        ).fetchall()
        of_id = dict(rows)
        return [of_id[ids[place].as_py()] for place in places]

    duplicate, original = find(articles, texts)
    found = {"article_id": ids.take(duplicate), "duplicate_of": ids.take(original)}
    put_table(db, "duplicates", pa.table(found))


def _quote_rows(
    rows: SortedRows, linked: LinkedMentions, same_quote: pa.DictionaryArray
) -> Iterator[pa.RecordBatch]:
    fields = [pa.array(column, pa.string()) for column in zip(*linked.speakers, strict=True)]
    names = schema.QUOTES.column_names
    stored = [name for name in names if name not in ("speaker_id", "same_quote")]
    first = 0
    for batch in rows.batches(stored):
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
