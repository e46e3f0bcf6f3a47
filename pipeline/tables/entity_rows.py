"""The table of entities: which entity of the corpus each mention is, and its rows as files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline import schema
from pipeline.tables.entity_names import EntityMentions, LinkedEntities
from pipeline.tables.mentions import Mentions, Override
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows
from pipeline.tables.write import WrittenTable, write_table


def write_entities(
    rows: SortedRows,
    articles: ArticleNumbers,
    given: Mapping[str, Override],
    folder: Path,
    *,
    raw_cells: bool,
) -> WrittenTable:
    """Write the table under `folder`; `given` is a user's word on who is who."""
    named = EntityMentions(given)
    for batch in rows.batches(["article_id", "entity", "label", "text"]):
        article, names, labels, texts = batch.columns
        named.append(articles.of(article), names, labels, texts)
    linked = named.link(articles)
    del named
    return write_table(
        schema.ENTITIES.name,
        schema.ENTITIES.columns,
        _entity_rows(rows, linked),
        folder,
        raw_cells=raw_cells,
    )


def take_people(rows: SortedRows, articles: ArticleNumbers, mentions: Mentions) -> None:
    """Tell the speakers' mentions who is only spoken of."""
    for batch in rows.batches(["article_id", "entity", "label"]):
        article, names, labels = batch.columns
        people = pc.equal(labels, "PERSON")
        mentions.append_named(articles.of(article)[np.asarray(people)], names.filter(people))


def _entity_rows(rows: SortedRows, linked: LinkedEntities) -> Iterator[pa.RecordBatch]:
    names = schema.ENTITIES.column_names
    stored = [name for name in names if name != "entity_id"]
    entities = {name: linked.entities[name].combine_chunks() for name in ("entity_id", "entity")}
    first = 0
    for batch in rows.batches(stored):
        of_row = pa.array(linked.of_row[first : first + len(batch)])
        first += len(batch)
        found = dict(zip(stored, batch.columns, strict=True)) | {
            name: column.take(of_row) for name, column in entities.items()
        }
        yield pa.RecordBatch.from_arrays([found[name] for name in names], names=list(names))
