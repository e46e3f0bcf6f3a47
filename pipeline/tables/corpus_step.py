"""What only the whole corpus can tell: who speaks, which entity, what was said before.

Rows are sorted once into files. Each step then streams over them, keeps numbers of what it
reads, and decides; what it finds out of a row goes by the row's place. A step takes and gives
plain values and files of one folder, so that it can be done in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline import schema
from pipeline.records import Problem
from pipeline.schema import Table
from pipeline.tables import article_rows
from pipeline.tables.codes import Codes
from pipeline.tables.database import database, put_view
from pipeline.tables.entity_rows import take_people, write_entities
from pipeline.tables.linked_mentions import LinkedMentions
from pipeline.tables.live_rows import Articles, LiveRows
from pipeline.tables.mentions import Mentions, Override
from pipeline.tables.people import link_mentions
from pipeline.tables.query_tables import put_speakers, write_query
from pipeline.tables.repeated_statements import group_repeated, number_statements
from pipeline.tables.rows import problem_row, row_schema
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows
from pipeline.tables.write import Tables, WrittenTable, write_table

_WHERE = {"articles": "source", "quotes": "file"}
"""Columns that tell where an article lies."""
_LINKED, _GROUPS = "linked", "groups"
_STATEMENTS_AT_ONCE = 1_000_000
"""Of so many the speakers are counted at once."""


@dataclass(frozen=True, slots=True)
class CorpusRows:
    """All rows in their order, in files, and the articles that they are of."""

    articles: SortedRows
    quotes: SortedRows
    entities: SortedRows
    removed: SortedRows
    numbers: ArticleNumbers

    @classmethod
    def of(cls, folder: Path, numbers: ArticleNumbers) -> CorpusRows:
        """What `sort_rows` wrote into a folder."""
        articles, quotes, entities, removed = (
            SortedRows(_sorted_in(folder, table))
            for table in (schema.ARTICLES, schema.QUOTES, schema.ENTITIES, schema.REMOVED)
        )
        return cls(articles, quotes, entities, removed, numbers)


def sort_rows(live: LiveRows, tables: Sequence[str]) -> ArticleNumbers:
    """Sort the rows that the live articles have in some tables, by their names, into files.

    Returns: the articles' numbers, the same whatever is sorted.
    """
    articles = live.articles()
    position = _positions(live, articles)
    for table in schema.TABLES:
        if table.name in tables:
            _sort(live, table, articles, position)
    return articles.ids


def _sorted_in(folder: Path, table: Table) -> Path:
    return folder / f"{table.name} sorted"


def _sort(
    live: LiveRows, table: Table, articles: Articles, position: npt.NDArray[np.int32]
) -> None:
    where = _WHERE.get(table.name)
    stored = [field for field in row_schema(table) if field.name in _stored(table)]
    columns = pa.schema([*stored, *([pa.field(where, pa.string())] if where else [])])

    def rows() -> Iterator[pa.Table]:
        for number, some in live.batches(table, [field.name for field in stored], articles):
            found = some.append_column("position", pa.array(position[number]))
            if where:
                found = found.append_column(where, articles.places.take(pa.array(number)))
            yield found

    SortedRows.sort(table, rows(), columns, _sorted_in(live.folder, table))


def _stored(table: Table) -> Sequence[str]:
    return article_rows.STORED if table is schema.ARTICLES else table.column_names


def _positions(live: LiveRows, articles: Articles) -> npt.NDArray[np.int32]:
    """The place of each article, sorted by date and id. *Shape:* (articles,)"""
    days = Codes()
    day = np.zeros(live.count, np.int32)
    for number, rows in live.batches(schema.ARTICLES, ["published"], articles):
        day[number] = days.encode(rows["published"].combine_chunks())
    alphabet = np.empty(len(days.values), np.int32)
    alphabet[sorted(range(len(alphabet)), key=days.values.__getitem__)] = np.arange(len(alphabet))
    position = np.empty(live.count, np.int32)
    position[np.argsort(alphabet[day], kind="stable")] = np.arange(live.count)
    return position


def number_words(rows: CorpusRows, folder: Path) -> None:
    """Write the words of all statements as numbers."""
    number_statements(rows.quotes, rows.numbers, folder)


def article_tables(
    live: LiveRows, rows: CorpusRows, problems: Sequence[Problem], raw_cells: bool
) -> Tables:
    """Write the tables of articles, of what was removed from them, and of problems; `problems`
    are those that no shard holds."""
    removed = rows.removed.batches(schema.REMOVED.column_names)
    told = {tuple(problem_row(problem).values()) for problem in problems} | set(live.problems())
    return {
        "removed": _written(schema.REMOVED, removed, live.folder, raw_cells),
        "problems": _written(schema.PROBLEMS, _in_order(told), live.folder, raw_cells),
        "articles": article_rows.write_articles(
            live, rows.articles, live.articles(), raw_cells=raw_cells
        ),
    }


def _in_order(problems: Iterable[tuple[str, ...]]) -> Iterator[pa.RecordBatch]:
    columns = [pa.array(column, pa.string()) for column in zip(*sorted(problems), strict=True)]
    if columns:
        yield pa.RecordBatch.from_arrays(columns, names=list(schema.PROBLEMS.column_names))


def entity_table(
    rows: CorpusRows, given: Mapping[str, Override], folder: Path, raw_cells: bool
) -> Tables:
    """Write all entity mentions; `given` is a user's word on who is who."""
    written = write_entities(rows.entities, rows.numbers, given, folder, raw_cells=raw_cells)
    return {schema.ENTITIES.name: written}


def link_speakers(
    rows: CorpusRows, given: Mapping[str, Override], decided: Iterable[str], folder: Path
) -> None:
    """Write who each statement's speaker is.

    given: a user's word on it.
    decided: quote_id of the statements of which a person said who the speaker is.
    """
    mentions = Mentions(given)
    with_decision = pa.array(sorted(decided), pa.string())
    take_people(rows.entities, rows.numbers, mentions)
    for batch in rows.quotes.batches(
        ["quote_id", "article_id", "speaker", "speaker_type", "speaker_title", "speaker_text"]
    ):
        quote_id, article, *columns = batch.columns
        is_decided = np.asarray(pc.is_in(quote_id, with_decision))
        mentions.append(rows.numbers.of(article), *columns, is_decided=is_decided)
    link_mentions(mentions, rows.numbers).save(folder / _LINKED)


def quote_table(rows: CorpusRows, folder: Path, raw_cells: bool) -> Tables:
    """Write all statements, once their words are numbered and their speakers are linked."""
    linked = LinkedMentions.load(folder / _LINKED)
    same_quote = group_repeated(rows.quotes, linked, folder, folder / _GROUPS)
    batches = _quote_rows(rows, linked, same_quote)
    return {"quotes": _written(schema.QUOTES, batches, folder, raw_cells)}


def speaker_tables(rows: CorpusRows, quotes: Tables, folder: Path, raw_cells: bool) -> Tables:
    """Write what the written statements tell of their speakers, and of one another."""
    with database(folder / "spill", len(rows.numbers)) as db:
        put_view(db, "quotes", quotes["quotes"].parquet_file)
        put_view(db, "linked", LinkedMentions.aliases_in(folder / _LINKED))
        put_view(db, "groups", folder / _GROUPS)
        put_speakers(db, 1 + quotes["quotes"].rows // _STATEMENTS_AT_ONCE)
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
