"""Statements that are carried more than once, over the rows of a whole corpus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.tables.codes import Distinct
from pipeline.tables.linked_mentions import LinkedMentions
from pipeline.tables.mentions import JOINT
from pipeline.tables.same_quotes import Member, day_of, describe_group
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows
from pipeline.tables.statement_columns import NOBODY, StoredStatements
from pipeline.tables.statement_groups import group_statements
from pipeline.tables.stored_arrays import StoredArray
from pipeline.tables.word_numbers import offsets_of

Places = npt.NDArray[np.int64]

_GROUPS_AT_ONCE = 4096
_TYPES = {"similarity": pa.float64(), "is_fullest": pa.bool_()}
_MEMBERS = pa.schema(
    [
        ("place", pa.int64()),
        ("quote_id", pa.string()),
        *((name, _TYPES.get(name, pa.string())) for name in Member._fields),
    ]
)


def number_statements(rows: SortedRows, articles: ArticleNumbers, folder: Path) -> None:
    """Write all statements, in the order in which they are compared, into files of `folder`.

    Of their words there are numbers; their speakers are not known yet.
    """
    stored, places = StoredStatements(folder), _places(folder)
    stored.clear()
    places.clear()
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
        stored.append(
            batch.column("quote"),
            batch.column("kind"),
            speaker=np.full(len(order), NOBODY),
            article=article[order],
            day=np.array([day_of(date) for date in published.texts], np.int32)[published.index],
            start=pc.fill_null(batch.column("start"), -1),
            end=pc.fill_null(batch.column("end"), -1),
        )


def group_repeated(
    rows: SortedRows, linked: LinkedMentions, folder: Path, groups: Path
) -> pa.DictionaryArray:
    """Find the statements that are carried more than once, and tell how they differ.

    folder: has what `number_statements` wrote.
    groups: a file to write; columns place, quote_id and those of `Member`, in the order to show.
    Returns: for each row its group, or null.
    """
    members, bounds = _grouped(linked, folder)
    shown = _rows_at(rows, ["quote_id", "quote"], members)
    same_quote: list[str] = []
    with pq.ParquetWriter(groups, _MEMBERS) as writer:
        for first in range(0, len(bounds) - 1, _GROUPS_AT_ONCE):
            told: list[tuple[Any, ...]] = []
            for start, end in pairwise(bounds[first : first + _GROUPS_AT_ONCE + 1].tolist()):
                of_group = shown.slice(start, end - start).to_pydict()
                credited = linked.names_of(members[start:end])
                ids = of_group["quote_id"]
                found = describe_group(ids[0], of_group["quote"], credited)
                told += zip(range(start, end), ids, *zip(*found, strict=True), strict=True)
                same_quote.append(told[-1][2])
            writer.write_batch(pa.record_batch(list(zip(*told, strict=True)), _MEMBERS))
    group_of = np.full(len(linked.of_row), -1, np.int32)
    group_of[members] = np.repeat(np.arange(len(same_quote)), np.diff(bounds))
    return pa.DictionaryArray.from_arrays(
        pa.array(group_of, mask=group_of < 0), pa.array(same_quote, pa.string())
    )


def _grouped(linked: LinkedMentions, folder: Path) -> tuple[Places, Places]:
    """The rows of the groups, one group after another, and where each starts and the last ends."""
    ids = linked.speakers["speaker_id"].combine_chunks().dictionary_encode()
    number = np.asarray(ids.indices)
    speaker_of = np.where(number == pc.index(ids.dictionary, "").as_py(), NOBODY, number)
    place = _places(folder).load()
    statements = StoredStatements(folder).load(
        speaker=speaker_of.astype(np.int32)[linked.of_row[place]]
    )
    groups = group_statements(statements, _Speakers(ids.dictionary), folder)
    bounds = offsets_of(np.array([len(group) for group in groups], np.int64))
    return place[np.fromiter(chain.from_iterable(groups), np.int64, bounds[-1])], bounds


class _Speakers:
    """Each of joint speakers, by the numbers that statements have."""

    def __init__(self, ids: pa.StringArray) -> None:
        self._ids = ids

    def __getitem__(self, number: int) -> frozenset[str]:
        return frozenset(self._ids[number].as_py().split(JOINT))


def _places(folder: Path) -> StoredArray:
    """The row of each statement, in the order in which they are compared."""
    return StoredArray(folder / "statements, place", np.int64)


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
