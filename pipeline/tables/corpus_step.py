"""What only the whole corpus can tell: who speaks, which entity, what was said before.

Statements and entity mentions are sorted once into files. Each step streams over them, keeps
numbers of what it reads, and decides; what it finds out of a row goes by the row's place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline import schema
from pipeline.tables.codes import Distinct
from pipeline.tables.database import put_table
from pipeline.tables.entity_names import EntityMentions, LinkedEntities
from pipeline.tables.mentions import JOINT, Mentions
from pipeline.tables.overrides import read_overrides
from pipeline.tables.people import LinkedMentions, link_mentions, overrides_of
from pipeline.tables.queries import ENTITY_ROWS, QUOTE_ROWS
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows

if TYPE_CHECKING:
    import duckdb

Batches = Callable[[], Iterator[pa.RecordBatch]]


def run(db: duckdb.DuckDBPyConnection, overrides: Path, folder: Path) -> dict[str, Batches]:
    """Make the tables that `queries` joins: linked, duplicates, groups.

    overrides: a user's speakers.csv; it need not exist.
    folder: an empty one, for what does not fit in memory.
    Returns: for quotes and entities, what gives the rows of the table.
    """
    ids = db.sql("SELECT article_id FROM places").to_arrow_table()["article_id"].to_pylist()
    articles = ArticleNumbers(ids)
    del ids
    given = overrides_of(read_overrides(overrides))
    quotes = SortedRows(db, schema.QUOTES, QUOTE_ROWS, folder / "quotes.sorted")
    entities = SortedRows(db, schema.ENTITIES, ENTITY_ROWS, folder / "entities.sorted")
    named = EntityMentions(given)
    mentions = Mentions(given)
    _take_entities(entities, articles, named, mentions)
    _take_speakers(quotes, articles, mentions)
    linked = link_mentions(mentions, articles)
    del mentions
    linked_entities = named.link(articles)
    del named
    _put_aliases(db, linked)
    find_duplicates(db)
    same_quote = _group_same_quotes(db, quotes, articles, linked, folder)
    return {
        "quotes": partial(_quote_rows, quotes, linked, same_quote),
        "entities": partial(_entity_rows, entities, linked_entities),
    }


def _take_speakers(rows: SortedRows, articles: ArticleNumbers, mentions: Mentions) -> None:
    for batch in rows.batches(
        ["article_id", "speaker", "speaker_type", "speaker_title", "speaker_text"]
    ):
        article, *columns = batch.columns
        mentions.append(articles.of(article), *columns)


def _take_entities(
    rows: SortedRows, articles: ArticleNumbers, entities: EntityMentions, mentions: Mentions
) -> None:
    """Also tell the speakers' mentions who is only spoken of."""
    for batch in rows.batches(["article_id", "entity", "label", "text"]):
        article, names, labels, texts = batch.columns
        numbers = articles.of(article)
        entities.append(numbers, names, labels, texts)
        people = pc.equal(labels, "PERSON")
        mentions.append_named(numbers[np.asarray(people)], names.filter(people))


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


def _group_same_quotes(
    db: duckdb.DuckDBPyConnection,
    rows: SortedRows,
    articles: ArticleNumbers,
    linked: LinkedMentions,
    folder: Path,
) -> pa.DictionaryArray:
    """Make table `groups`: statements that are carried more than once, in the order to show.

    Returns: for each row its group, or null.
    """
    from pipeline.tables.same_quotes import day_of, describe_group
    from pipeline.tables.statement_columns import NOBODY, StatementsWriter
    from pipeline.tables.statement_groups import group_statements

    number: dict[str, int] = {"": NOBODY}
    speaker_of = np.array(
        [number.setdefault(s.speaker_id, len(number) - 1) for s in linked.speakers], np.int32
    )
    speakers = [frozenset(speaker_id.split(JOINT)) for speaker_id in list(number)[1:]]
    writer = StatementsWriter(folder)
    # Statements are compared in the order of their ids within an article.
    places: list[npt.NDArray[np.int64]] = [np.zeros(0, np.int64)]
    count = 0
    for batch in rows.batches(
        ["article_id", "quote_id", "published", "quote", "kind", "start", "end"]
    ):
        article = articles.of(batch.column("article_id"))
        begun = np.cumsum(np.concatenate([[0], np.diff(article) != 0]))
        keys = pa.table({"article": begun, "quote_id": batch.column("quote_id")})
        in_order = pc.sort_indices(
            keys, sort_keys=[("article", "ascending"), ("quote_id", "ascending")]
        )
        batch, order = batch.take(in_order), np.asarray(in_order).astype(np.int64)
        places.append(order + count)
        published = Distinct(batch.column("published"))
        days = np.array([day_of(date) for date in published.texts], np.int32)[published.index]
        writer.append(
            batch.column("quote"),
            batch.column("kind"),
            speaker=speaker_of[linked.of_row[order + count]],
            article=article[order],
            day=days,
            start=pc.fill_null(batch.column("start"), -1),
            end=pc.fill_null(batch.column("end"), -1),
        )
        count += len(order)
    place = np.concatenate(places)
    groups = group_statements(writer.statements(), speakers, folder)
    members = place[[statement for group in groups for statement in group]].astype(np.int64)
    shown = _rows_at(rows, ["quote_id", "quote"], members)
    told: list[Any] = []
    for group in groups:
        these = slice(len(told), len(told) + len(group))
        of_group = shown.slice(these.start, len(group))
        credited = [linked.speakers[i].speaker for i in linked.of_row[members[these]].tolist()]
        first = of_group["quote_id"][0].as_py()
        told += describe_group(first, of_group["quote"].to_pylist(), credited)
    names = ["same_quote", "similarity", "is_fullest", "difference", "other_speakers"]
    types = [pa.string(), pa.float64(), pa.bool_(), pa.string(), pa.string()]
    columns = list(zip(*told, strict=True)) or [()] * len(names)
    made = [pa.array(column, type_) for column, type_ in zip(columns, types, strict=True)]
    put_table(
        db,
        "groups",
        pa.table(
            [pa.array(np.arange(len(members))), shown["quote_id"], *made],
            names=["place", "quote_id", *names],
        ),
    )
    group_of = np.full(count, -1, np.int32)
    known = made[0].dictionary_encode()
    group_of[members] = np.asarray(known.indices)
    mask = group_of < 0
    return pa.DictionaryArray.from_arrays(pa.array(group_of, mask=mask), known.dictionary)


def _rows_at(rows: SortedRows, columns: Sequence[str], places: npt.NDArray[np.int64]) -> pa.Table:
    """Some columns of the rows at some places, in that order."""
    order = np.argsort(places, kind="stable")
    in_order = places[order]
    found, count = [], 0
    for batch in rows.batches(columns):
        begin, end = np.searchsorted(in_order, [count, count + len(batch)])
        found.append(batch.take(pa.array(in_order[begin:end] - count)))
        count += len(batch)
    taken = pa.Table.from_batches(found, schema=_text_schema(columns))
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    return taken.combine_chunks().take(pa.array(back))


def _text_schema(columns: Sequence[str]) -> pa.Schema:
    return pa.schema([(column, pa.string()) for column in columns])


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


def _entity_rows(rows: SortedRows, linked: LinkedEntities) -> Iterator[pa.RecordBatch]:
    fields = [pa.array(column, pa.string()) for column in zip(*linked.entities, strict=True)]
    names = schema.ENTITIES.column_names
    stored = [name for name in names if name != "entity_id"]
    first = 0
    for batch in rows.batches(stored):
        of_row = pa.array(linked.of_row[first : first + len(batch)])
        first += len(batch)
        found = dict(zip(stored, batch.columns, strict=True)) | {
            "entity_id": fields[0].take(of_row),
            "entity": fields[1].take(of_row),
        }
        yield pa.RecordBatch.from_arrays([found[name] for name in names], names=list(names))
