"""The rows of the live articles, shard by shard."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.errors import DamagedShard
from pipeline.schema import PROBLEMS, Table
from pipeline.settings import available_cores
from pipeline.store import StoreFolder
from pipeline.store.manifest import RecordState
from pipeline.tables.codes import stretches
from pipeline.tables.corrected import CorrectedRows
from pipeline.tables.live import live_articles
from pipeline.tables.sorted_rows import ArticleNumbers

_AT_ONCE = 10_000
_AHEAD = 4
"""Shards that are read while one is dealt with."""

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class LiveRows:
    """Where the live articles' rows are. A plain value that travels to other processes."""

    store: StoreFolder
    folder: Path
    """Has the list of the articles, and what people corrected."""
    shards: tuple[str, ...]
    count: int
    """Of the articles."""
    corrected: frozenset[str]
    """article_id of those that people corrected."""

    @classmethod
    def of(
        cls,
        store: StoreFolder,
        records: Sequence[RecordState],
        corrected: CorrectedRows,
        folder: Path,
    ) -> LiveRows:
        """List the articles of live records in files of `folder`."""
        articles = ((a.article_id, a.shard, a.source, a.places) for a in live_articles(records))
        count = _write(folder / "places", ("article_id", "shard", "source", "places"), articles)
        records_in = ((record.shard, record.source) for record in records)
        _write(folder / "records", ("shard", "source"), records_in)
        for name, rows in corrected.tables.items():
            pq.write_table(rows, folder / f"corrected {name}")
        shards = sorted({record.shard for record in records})
        return cls(store, folder, tuple(shards), count, corrected.article_ids)

    def articles(self) -> Articles:
        """The live articles, by number."""
        return Articles(pq.read_table(self.folder / "places"))

    def batches(
        self, table: Table, columns: Sequence[str], articles: Articles
    ) -> Iterator[tuple[Numbers, pa.Table]]:
        """Some columns of the articles' rows, and the number of each row's article.

        Raises DamagedShard.
        """
        wanted = list(dict.fromkeys([*columns, "article_id", "article_source"]))
        in_their_place = self.folder / f"corrected {table.name}"
        corrected = np.zeros(len(articles.ids), bool)
        if in_their_place.exists():
            corrected[articles.ids.of(pa.array(sorted(self.corrected), pa.string()))] = True
        paths = [self.store.rows(table.name, shard) for shard in self.shards]
        for shard, rows in zip(self.shards, _read_all(paths, wanted), strict=True):
            if not rows.num_rows:
                continue
            number = articles.ids.of(rows["article_id"].combine_chunks())
            is_live = articles.lie_in(shard, number, rows["article_source"]) & ~corrected[number]
            if not is_live.all():
                rows, number = rows.filter(pa.array(is_live)), number[is_live]
            yield number.astype(np.int32), rows.select(columns)
        if in_their_place.exists():
            rows = pq.read_table(in_their_place, columns=wanted)
            number = articles.ids.of(rows["article_id"].combine_chunks())
            yield number.astype(np.int32), rows.select(columns)

    def problems(self) -> Iterator[tuple[str, ...]]:
        """Problems of all records, also of those that lie at several places."""
        records = pq.read_table(self.folder / "records").sort_by("shard")
        shards = records["shard"].combine_chunks().dictionary_encode()
        bounds = stretches(np.asarray(shards.indices))
        paths = [self.store.rows(PROBLEMS.name, shard) for shard in self.shards]
        names = [*PROBLEMS.column_names]
        read = _read_all(paths, [*names, "article_source"])
        for (start, end), rows in zip(bounds, read, strict=True):
            if rows.num_rows:
                sources = records["source"].slice(start, end - start)
                rows = rows.filter(pc.is_in(rows["article_source"], value_set=sources))
                yield from zip(*(rows[name].to_pylist() for name in names), strict=True)

    def texts(
        self, numbers: npt.NDArray[np.integer], articles: Articles
    ) -> Iterator[pa.RecordBatch]:
        """Texts of some articles, in any order: columns number (place in `numbers`) and text."""
        shard = articles.shard[numbers]
        order = np.argsort(shard, kind="stable")
        ends = np.flatnonzero(np.diff(shard[order], append=-1)) + 1
        parts = np.split(order, ends[:-1]) if len(order) else []
        paths = [self.store.clean(articles.shards[shard[part[0]]]) for part in parts]
        for part, rows in zip(parts, _read_all(paths, ["source", "text"]), strict=True):
            sources = articles.sources.take(pa.array(numbers[part]))
            place = pc.index_in(sources, value_set=rows["source"])
            text = rows["text"].take(place).combine_chunks()
            yield pa.record_batch({"number": part, "text": text})


class Articles:
    """The live articles by number, in the order of their ids."""

    def __init__(self, places: pa.Table) -> None:
        """places: columns article_id, shard, source and places, all of them texts."""
        places = places.sort_by("article_id").combine_chunks()
        self.ids = ArticleNumbers(places["article_id"].to_pylist())
        shards = places["shard"].combine_chunks().dictionary_encode()
        self.shards: list[str] = shards.dictionary.to_pylist()
        self.shard = np.asarray(shards.indices)
        """Place in `shards` of each. *Shape:* (articles,)"""
        self.sources: pa.StringArray = places["source"].combine_chunks()
        self.places: pa.StringArray = places["places"].combine_chunks()
        """All sources of each, joined."""
        self._code = {shard: code for code, shard in enumerate(self.shards)}

    def lie_in(
        self, shard: str, number: npt.NDArray[np.integer], source: pa.ChunkedArray
    ) -> npt.NDArray[np.bool_]:
        """Whether articles are those that stand in a shard under these sources.

        number: of the articles, or of any where an id is none of a live article.
        """
        same_source = pc.equal(self.sources.take(pa.array(number)), source)
        same_shard = self.shard[number] == self._code.get(shard, -1)
        found: npt.NDArray[np.bool_] = same_shard & np.asarray(same_source)
        return found


def _read_all(paths: Sequence[Path], columns: Sequence[str]) -> Iterator[pa.Table]:
    """Parquet files in order, some read ahead."""
    read = partial(_read, columns=columns)
    left = iter(paths)
    with ThreadPoolExecutor(available_cores()) as pool:
        waiting: deque[Future[pa.Table]] = deque(
            pool.submit(read, path) for path in islice(left, _AHEAD)
        )
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(pool.submit(read, path) for path in islice(left, 1))


def _read(path: Path, columns: Sequence[str]) -> pa.Table:
    try:
        with pq.ParquetFile(path) as file:
            return file.read(columns=list(columns), use_threads=False)
    except (OSError, pa.ArrowException) as error:
        raise DamagedShard(path, str(error)) from error


def _write(path: Path, columns: Sequence[str], rows: Iterable[tuple[str, ...]]) -> int:
    """Write rows of texts; return their number."""
    count, left = 0, iter(rows)
    with pq.ParquetWriter(path, pa.schema([(name, pa.string()) for name in columns])) as writer:
        while some := list(islice(left, _AT_ONCE)):
            arrays = [pa.array(column, pa.string()) for column in zip(*some, strict=True)]
            writer.write_batch(pa.RecordBatch.from_arrays(arrays, names=list(columns)))
            count += len(some)
    return count
