"""Statements that are carried more than once, over the rows of a whole corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.tables.codes import Distinct
from pipeline.tables.mentions import JOINT
from pipeline.tables.people import LinkedMentions
from pipeline.tables.same_quotes import Member, day_of, describe_group
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows
from pipeline.tables.statement_columns import NOBODY, Statements, StatementsWriter
from pipeline.tables.statement_groups import group_statements

_TYPES = {"similarity": pa.float64(), "is_fullest": pa.bool_()}


@dataclass(frozen=True, slots=True)
class NumberedStatements:
    """Statements in the order in which they are compared, yet without their speakers."""

    statements: Statements
    place: npt.NDArray[np.int64]
    """The row of each."""


def number_statements(
    rows: SortedRows, articles: ArticleNumbers, folder: Path
) -> NumberedStatements:
    """The words of all statements as numbers, which are kept in files of `folder`."""
    writer = StatementsWriter(folder)
    places: list[npt.NDArray[np.int64]] = [np.zeros(0, np.int64)]
    count = 0
    for batch in rows.batches(
        ["article_id", "quote_id", "published", "quote", "kind", "start", "end"]
    ):
        article = articles.of(batch.column("article_id"))
        begun = np.cumsum(np.concatenate([[0], np.diff(article) != 0]))
        # Statements are compared in the order of their ids within an article.
        keys = pa.table({"article": begun, "quote_id": batch.column("quote_id")})
        in_order = pc.sort_indices(
            keys, sort_keys=[("article", "ascending"), ("quote_id", "ascending")]
        )
        batch, order = batch.take(in_order), np.asarray(in_order).astype(np.int64)
        places.append(order + count)
        count += len(order)
        published = Distinct(batch.column("published"))
        writer.append(
            batch.column("quote"),
            batch.column("kind"),
            speaker=np.full(len(order), NOBODY),
            article=article[order],
            day=np.array([day_of(date) for date in published.texts], np.int32)[published.index],
            start=pc.fill_null(batch.column("start"), -1),
            end=pc.fill_null(batch.column("end"), -1),
        )
    return NumberedStatements(writer.statements(), np.concatenate(places))


@dataclass(frozen=True, slots=True)
class RepeatedStatements:
    """Statements that are carried more than once."""

    groups: pa.Table
    """Columns place, quote_id and those of `Member`, in the order to show."""
    of_row: pa.DictionaryArray
    """For each row of quotes its group, or null."""


def group_repeated(
    rows: SortedRows, numbered: NumberedStatements, linked: LinkedMentions, folder: Path
) -> RepeatedStatements:
    """Find the statements that are carried more than once, and tell how they differ."""
    number: dict[str, int] = {"": NOBODY}
    speaker_of = np.array(
        [number.setdefault(s.speaker_id, len(number) - 1) for s in linked.speakers], np.int32
    )
    speakers = [frozenset(speaker_id.split(JOINT)) for speaker_id in list(number)[1:]]
    place = numbered.place
    statements = replace(numbered.statements, speaker=speaker_of[linked.of_row[place]])
    groups = group_statements(statements, speakers, folder)
    members = place[[statement for group in groups for statement in group]].astype(np.int64)
    shown = _rows_at(rows, ["quote_id", "quote"], members)
    told: list[Member] = []
    for group in groups:
        these = slice(len(told), len(told) + len(group))
        of_group = shown.slice(these.start, len(group))
        credited = [linked.speakers[i].speaker for i in linked.of_row[members[these]].tolist()]
        first = of_group["quote_id"][0].as_py()
        told += describe_group(first, of_group["quote"].to_pylist(), credited)
    columns = list(zip(*told, strict=True)) or [()] * len(Member._fields)
    found: dict[str, Any] = {
        name: pa.array(column, _TYPES.get(name, pa.string()))
        for name, column in zip(Member._fields, columns, strict=True)
    }
    in_order = {"place": pa.array(np.arange(len(members))), "quote_id": shown["quote_id"]}
    group_of = np.full(len(place), -1, np.int32)
    known = found["same_quote"].dictionary_encode()
    group_of[members] = np.asarray(known.indices)
    of_row = pa.array(group_of, mask=group_of < 0)
    return RepeatedStatements(
        pa.table(in_order | found), pa.DictionaryArray.from_arrays(of_row, known.dictionary)
    )


def _rows_at(rows: SortedRows, columns: Sequence[str], places: npt.NDArray[np.int64]) -> pa.Table:
    """Some text columns of the rows at some places, in that order."""
    order = np.argsort(places, kind="stable")
    in_order = places[order]
    found, count = [], 0
    for batch in rows.batches(columns):
        begin, end = np.searchsorted(in_order, [count, count + len(batch)])
        found.append(batch.take(pa.array(in_order[begin:end] - count)))
        count += len(batch)
    text = pa.schema([(column, pa.string()) for column in columns])
    taken = pa.Table.from_batches(found, schema=text)
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    return taken.combine_chunks().take(pa.array(back))
