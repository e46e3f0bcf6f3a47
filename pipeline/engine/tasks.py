"""What is sent to a worker and what comes back: plain values, one pair a stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.records import Metadata, Problem
from pipeline.store import StoreFolder

if TYPE_CHECKING:
    from pipeline.ingest.options import IngestOptions


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


@dataclass(frozen=True, slots=True)
class IngestTask:
    """Some files, to become one shard, or more if they hold many articles."""

    store: StoreFolder
    corpus: Path
    options: IngestOptions
    inputs: tuple[InputToRead, ...]
    shard: str
    """Name that the shards' names begin with."""


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
class CleanTask:
    """A shard of articles to clean."""

    store: StoreFolder
    shard: str
    live: frozenset[str]
    """Sources that are still in the corpus; the shard's others are left out."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning a shard gave."""

    shard: str
    words: int
    keys: tuple[tuple[str, str], ...]
    """(source, content key) of each article."""


@dataclass(frozen=True, slots=True)
class AnnotateTask:
    """A cleaned shard to annotate."""

    store: StoreFolder
    shard: str
    live: frozenset[str]
    annotator: str
    model: Path
    entities_from: str | None
    threads: int
    known: tuple[tuple[str, str], ...]
    """(content key, shard that holds its annotation) of what was annotated before."""


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


@dataclass(frozen=True, slots=True)
class RowsTask:
    """An annotated shard to make table rows of."""

    store: StoreFolder
    shard: str
    live: frozenset[str]
