"""DataFrames: the rows of Docs, and the finished tables of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from spacy.tokens import Doc

from pipeline.annotate.entities.canonical import canonical_entities
from pipeline.notebook.articles import annotated_article
from pipeline.schema import ENTITIES, QUOTES, Table
from pipeline.tables.finished import finished_tables
from pipeline.tables.rows import (
    CORPUS_COLUMNS,
    Row,
    entity_rows,
    quote_ids,
    quote_rows,
    row_schema,
)

_NOT_OF_A_TEXT = CORPUS_COLUMNS | {"outlet", "corrected"}
_DTYPES = {pa.string(): pd.StringDtype(), pa.int64(): pd.Int64Dtype()}
"""Of text and of offsets, both of which may be unknown; numbers and flags never are."""


def quotes_table(docs: Doc | Iterable[Doc]) -> pd.DataFrame:
    """See `pipeline.quotes_table`."""
    rows = [row for doc in _each(docs) for row in quote_rows(annotated_article(doc))]
    return _of_texts(QUOTES, rows)


def entities_table(docs: Doc | Iterable[Doc]) -> pd.DataFrame:
    """See `pipeline.entities_table`."""
    return _of_texts(ENTITIES, [row for doc in _each(docs) for row in _entity_rows(doc)])


def read_tables(outputs: Path) -> dict[str, pd.DataFrame]:
    """See `pipeline.read_tables`."""
    return {name: _frame(table.to_table()) for name, table in finished_tables(outputs).items()}


def _entity_rows(doc: Doc) -> list[Row]:
    article = annotated_article(doc)
    named = replace(article, entities=tuple(canonical_entities(doc)))
    return entity_rows(named, quote_ids(named))


def _each(docs: Doc | Iterable[Doc]) -> Iterator[Doc]:
    yield from (docs,) if isinstance(docs, Doc) else docs


def _of_texts(table: Table, rows: list[Row]) -> pd.DataFrame:
    columns = [name for name in table.column_names if name not in _NOT_OF_A_TEXT]
    return _frame(pa.Table.from_pylist(rows, schema=row_schema(table)).select(columns))


def _frame(table: pa.Table) -> pd.DataFrame:
    """A table as a DataFrame in which text that is not known is missing, and not empty."""
    columns = [_missing(column) for column in table.columns]
    filled = pa.Table.from_arrays(columns, names=table.column_names)
    frame: pd.DataFrame = filled.to_pandas(types_mapper=_DTYPES.get)
    return frame


def _missing(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pa.types.is_string(column.type):
        return column
    return pc.if_else(pc.equal(column, ""), pa.scalar(None, pa.string()), column)
