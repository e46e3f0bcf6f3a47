"""What every reader is handed: one input, open for reading, and the bounds it stays in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import IO, Concatenate, ParamSpec

from pipeline.ingest.options import MEBIBYTE, IngestError, IngestOptions
from pipeline.records import Article, Problem

HEAD_SIZE = 1 << 16
Arguments = ParamSpec("Arguments")
_RATIO_FLOOR = 64 * MEBIBYTE
"""Below this an archive may unpack to any multiple of its size."""


class BoundsError(Exception):
    """A file that holds or unpacks to more than is allowed: the rest of it is given up."""


@dataclass(slots=True)
class Budget:
    """What one file of the corpus may still unpack to, archives inside it included."""

    options: IngestOptions
    packed_size: int
    entries: int = 0
    unpacked: int = 0

    def add_entry(self) -> None:
        """Count one more record or member.

        Raises:
            BoundsError: There are more than `max_archive_entries`.
        """
        self.entries += 1
        if self.entries > self.options.max_archive_entries:
            raise BoundsError(
                f"This holds more than {self.options.max_archive_entries:,} articles or files, and "
                "only so many were read; split it."
            )

    def add_bytes(self, count: int) -> None:
        """Count unpacked bytes.

        Raises:
            BoundsError: They are too many, or too many times the archive's own size.
        """
        self.unpacked += count
        ratio = self.options.max_archive_ratio
        if self.unpacked > max(_RATIO_FLOOR, self.packed_size * ratio):
            raise BoundsError(
                f"This archive unpacks to more than {ratio} times its size, which news does "
                "not; it was given up. Leave it out, or unpack it yourself."
            )
        if self.unpacked > self.options.max_archive_bytes:
            raise BoundsError(
                f"This archive unpacks to more than {self.options.max_archive_bytes >> 20:,} MB; "
                "unpack it into the corpus folder."
            )


@dataclass(slots=True)
class Entry:
    """One input: a file of the corpus, or a member of an archive."""

    source: str
    """As it will stand in `Article.source`, without a record number."""
    name: str
    """Its own name, a hint at its format."""
    stream: IO[bytes]
    """Seekable; whoever opened it closes it."""
    size: int

    def head(self) -> bytes:
        """The first 64 KiB."""
        self.stream.seek(0)
        return self.stream.read(HEAD_SIZE)

    def suffix(self) -> str:
        """The last suffix of the name, small, with its dot; empty if none."""
        _, dot, suffix = self.name.rpartition(".")
        return f".{suffix.lower()}" if dot else ""

    def read(self, limit: int) -> bytes | None:
        """All bytes, or None if there are more than `limit`."""
        self.stream.seek(0)
        data = self.stream.read(limit + 1)
        return data if len(data) <= limit else None


Reader = Callable[["Entry", "Context"], Iterator[Article | Problem]]


@dataclass(slots=True)
class Context:
    """What readers share while one file of the corpus is read."""

    options: IngestOptions
    budget: Budget
    read: Reader
    """Reads any entry by its format: what archives call for their members."""
    depth: int = 0
    """How many archives the entry lies in."""


def failure(source: str, problem: str) -> Problem:
    """The problem of an input that could not be used at all."""
    return Problem(source, "ingest", "error", problem)


def loss(source: str, problem: str) -> Problem:
    """The problem of an input that could be used in part."""
    return Problem(source, "ingest", "warning", problem)


def unreadable(source: str, error: Exception) -> Problem:
    """The problem of one record that a reader fails on, foreseen or not."""
    if isinstance(error, IngestError):
        return failure(source, str(error))
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return failure(
        source, f"This could not be read ({reason}); if nothing is wrong with it, report this."
    )


def alone(
    read: Callable[Concatenate[str, Arguments], Article | Problem],
) -> Callable[Concatenate[str, Arguments], Article | Problem]:
    """A reader of one record, its source first, whose failure costs no other of the file."""

    @wraps(read)
    def read_alone(
        source: str, /, *others: Arguments.args, **named: Arguments.kwargs
    ) -> Article | Problem:
        try:
            return read(source, *others, **named)
        except MemoryError:
            raise
        except Exception as error:
            return unreadable(source, error)

    return read_alone


def too_large(limit: int) -> str:
    """The sentence for an input above a limit in bytes."""
    size = f"{limit >> 20:,} MB" if limit >= MEBIBYTE else f"{limit:,} bytes"
    return f"This is larger than {size}, too long for one article; split it."
