"""What is sent to a worker and what comes back: plain values, one pair a stage.

A task whose worker was lost is split: `pieces` gives the same work in smaller parts, and
`aside` a part that is set aside instead of being worked at. Positions count the inputs of
an IngestTask, and the records of a shard otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from pipeline.records import DateOrder, Metadata, Problem
from pipeline.store import StoreFolder
from pipeline.store.manifest import DatesInFigures

if TYPE_CHECKING:
    from pipeline.ingest.location import Corpus
    from pipeline.ingest.options import IngestOptions

Sums = Mapping[str, str]
"""Checksum of each file of a shard, by its kind: `clean`, `rows/quotes`, …"""


@dataclass(frozen=True, slots=True)
class Window:
    """Records `start` to `end` (exclusive; None: to the last) of a shard."""

    start: int = 0
    end: int | None = None

    def __contains__(self, position: int) -> bool:
        return self.start <= position and (self.end is None or position < self.end)

    @property
    def is_single(self) -> bool:
        return self.end == self.start + 1

    def around(self, position: int) -> Iterator[Window]:
        """What lies before a position, the position alone, and what lies behind."""
        if position > self.start:
            yield Window(self.start, position)
        yield Window(position, position + 1)
        if self.end is None or position + 1 < self.end:
            yield Window(position + 1, self.end)


@dataclass(frozen=True, slots=True)
class InputToRead:
    """A file to read, and what the sidecars say of its articles."""

    path: str
    size: int
    mtime_ns: int
    metadata: Mapping[str, Metadata]
    metadata_key: str
    known_sha256: str
    """Of its bytes when it was last read as it would be read now; empty if it never was."""
    aside: str = ""
    """Why it is not to be read; empty: it is."""


@dataclass(frozen=True, slots=True)
class IngestTask:
    """Some files, to become one shard, or more if they hold many articles."""

    store: StoreFolder
    corpus: Corpus
    options: IngestOptions
    inputs: tuple[InputToRead, ...]
    shard: str
    """Name that the shards' names begin with."""
    aside: str = ""
    """Why the files are set aside; empty: they are read."""

    @property
    def is_single(self) -> bool:
        return len(self.inputs) == 1

    def pieces(self, position: int) -> list[tuple[IngestTask, bool]]:
        """The task split around a position; whether a piece is the position alone."""
        whole = Window(0, len(self.inputs))
        return [
            (
                replace(self, inputs=self.inputs[w.start : w.end], shard=f"{self.shard}-{number}"),
                w.start == position,
            )
            for number, w in enumerate(whole.around(position))
        ]


@dataclass(frozen=True, slots=True)
class InputRead:
    """What an input gave."""

    input: InputToRead
    sha256: str
    """Of its bytes; empty if it could not be opened."""
    records: tuple[tuple[str, str, str], ...] = ()
    """(source, article_id, shard) of each article."""
    problems: tuple[Problem, ...] = ()

    @property
    def unchanged(self) -> bool:
        return bool(self.sha256) and self.sha256 == self.input.known_sha256


@dataclass(frozen=True, slots=True)
class Ingested:
    """What the inputs of a task gave."""

    inputs: tuple[InputRead, ...]
    sums: tuple[tuple[str, str], ...]
    """(shard, checksum of its articles) of each shard written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShardTask:
    """What is done with a shard of articles, or with a part of it."""

    store: StoreFolder
    shard: str
    live: frozenset[str]
    """Sources that are still in the corpus; the shard's others are left out."""
    sums: Sums = field(default_factory=dict)
    window: Window = Window()
    part: str = ""
    """Name to write under instead of the shard's, where this is a part of the work."""
    aside: str = ""
    """Why the articles are set aside; empty: they are worked on."""

    @property
    def is_single(self) -> bool:
        return self.window.is_single

    @property
    def written(self) -> str:
        return self.part or self.shard

    def pieces(self, position: int) -> list[tuple[Self, bool]]:
        """The task split around a position; whether a piece is the position alone."""
        return [
            (replace(self, window=w, part=f"{self.written}-{number}"), w.start == position)
            for number, w in enumerate(self.window.around(position))
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanTask(ShardTask):
    """A shard of articles to clean."""

    date_orders: Mapping[str, DateOrder] = field(default_factory=dict)
    """By source, how dates in figures are to be read that nothing in the article settles."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning a shard gave."""

    shard: str
    words: int
    keys: tuple[tuple[str, str], ...]
    """(source, content key) of each article."""
    dates: tuple[DatesInFigures, ...]
    """Of the articles whose dates in figures tell how others are written, or wait for it."""
    sum: str
    """Checksum of the file written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotateTask(ShardTask):
    """A cleaned shard to annotate."""

    annotator: str
    model: Path
    entities_from: str | None
    threads: int
    known: tuple[tuple[str, str, str], ...]
    """(content key, shard that holds its annotation, that file's checksum) of what was
    annotated before."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """What annotating a shard gave."""

    shard: str
    articles: int
    """Annotated anew, not those known."""
    words: int
    """Words of the articles annotated anew."""
    keys: tuple[str, ...]
    """Content keys of all articles whose annotation the shard now holds."""
    sum: str
    """Checksum of the file written."""


@dataclass(frozen=True, slots=True)
class RowsTask:
    """An annotated shard to make table rows of."""

    store: StoreFolder
    shard: str
    live: frozenset[str]
    sums: Sums = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowsMade:
    """A shard's rows, written for every table."""

    shard: str
    sums: tuple[tuple[str, str], ...]
    """(kind, checksum) of each file."""


@dataclass(frozen=True, slots=True)
class CompactTask:
    """Small shards to become one; the shards stay until the manifest has taken it up."""

    store: StoreFolder
    shards: tuple[tuple[str, frozenset[str], Sums], ...]
    """(name, live sources, checksums) of each."""
    into: str


@dataclass(frozen=True, slots=True)
class Compacted:
    """Shards that were joined."""

    shards: tuple[str, ...]
    into: str
    sums: tuple[tuple[str, str], ...]
    """(kind, checksum) of each file written."""
