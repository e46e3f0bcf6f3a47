"""`text/<article_id>.txt`: the cleaned articles, which every offset points into."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Mapping
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.errors import WhosaidError
from pipeline.files import PARTIAL_SUFFIX

_SUFFIX = ".txt"
_OURS = re.compile(rf"[0-9a-f]{{16}}\.txt({re.escape(PARTIAL_SUFFIX)})?")
"""What is removed when stale: a file that a user put there is not."""


def update_texts(
    folder: Path, places: Mapping[str, tuple[Path, str]], fresh: frozenset[Path]
) -> None:
    """Make `folder` hold the text of each live article and nothing else.

    places: for each article_id, the shard of cleaned articles and the source in it.
    fresh: shards whose texts may have changed since the folder was last brought up to date.
    Raises WhosaidError if a file cannot be written.
    """
    try:
        folder.mkdir(exist_ok=True)
        present = {file.name for file in folder.iterdir()}
        wanted: dict[Path, dict[str, str]] = {}
        for article_id, (shard, source) in places.items():
            if shard in fresh or article_id + _SUFFIX not in present:
                wanted.setdefault(shard, {})[source] = article_id
        for shard in sorted(wanted):
            columns = pq.read_table(shard, columns=["source", "text"]).to_pydict()
            for source, text in zip(columns["source"], columns["text"], strict=True):
                if source in wanted[shard]:
                    _write_if_new(folder / (wanted[shard][source] + _SUFFIX), text)
        for name in present:
            if _OURS.fullmatch(name) and name.removesuffix(_SUFFIX) not in places:
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise WhosaidError(
            f"the texts in {folder} cannot be written ({error.strerror}): check the folder's "
            "permissions and the space left, and run again."
        ) from error


def state_of_texts(folder: Path) -> str:
    """Changes where a file of the folder is added, removed, or written by anybody."""
    if not folder.is_dir():
        return ""
    number, mixed = 0, 0
    with os.scandir(folder) as files:
        for file in files:
            try:
                told = file.stat(follow_symlinks=False)
            except FileNotFoundError:
                # A run takes it away while status looks.
                continue
            number += 1
            known_by = f"{file.name} {told.st_size} {told.st_mtime_ns}"
            # In any order, and without a list of a million files.
            mixed ^= zlib.crc32(known_by.encode("utf-8", "surrogateescape"))
    return f"{number} {mixed:08x}"


def _write_if_new(path: Path, text: str) -> None:
    encoded = text.encode()
    if path.exists() and path.read_bytes() == encoded:
        return
    partial = path.with_name(path.name + PARTIAL_SUFFIX)
    partial.write_bytes(encoded)
    partial.replace(path)
