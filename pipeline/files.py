"""Files that appear whole or not at all, and that can be told from what they once were."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import DamagedShard, WhosaidError

PARTIAL_SUFFIX = ".partial"
_SUM_BYTES = 8


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path to write to; rename it over `path` when the block ends well.

    A reader sees the old file or the new one, never a half. What a killed process leaves
    behind ends in `.partial`. No two processes ever write to the same one.
    """
    partial = path.with_name(f"{path.name}.{uuid.uuid4().hex}{PARTIAL_SUFFIX}")
    try:
        yield partial
        with partial.open("rb") as written:
            os.fsync(written.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes | memoryview) -> str:
    """Write a file by rename; return its checksum."""
    with replacing(path) as partial:
        partial.write_bytes(data)
    return checksum(data)


def read_whole(path: Path, expected: str) -> bytes:
    """The bytes of a file of the store.

    expected: their checksum when they were written; empty if it is not known.
    Raises DamagedShard if they are not there or are others.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DamagedShard(path, error.strerror or str(error)) from error
    if expected and checksum(data) != expected:
        raise DamagedShard(path, "its checksum is not that of what was written")
    return data


def checksum(data: bytes | memoryview) -> str:
    """Checksum of a file's bytes: any flipped bit and any cut changes it."""
    return hashlib.blake2b(data, digest_size=_SUM_BYTES).hexdigest()


def check_writable(outputs: Path, places: Iterable[str] = ()) -> None:
    """Raise WhosaidError if an outputs folder, or one of some places in it, is read-only.

    What is not there is no fault. What is written later is best told before hours of work.
    """
    for place in (outputs, *(outputs / name for name in places)):
        if place.exists() and not os.access(place, os.W_OK):
            inside = "" if place == outputs else f" ({place} is read-only)"
            raise WhosaidError(
                f"the outputs folder {outputs} cannot be written{inside}: check its permissions, "
                "or name another folder with --outputs."
            )


def is_readable(path: Path) -> bool:
    """Whether a path is a plain file that this process may read."""
    try:
        return path.is_file() and os.access(path, os.R_OK)
    except OSError:
        return False
