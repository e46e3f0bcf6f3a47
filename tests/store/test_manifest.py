"""The manifest: what is done, and where it is found, read also beside a run."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from pipeline.store.manifest import InputState, Manifest, RecordState, read_manifest


def test_a_manifest_that_a_run_is_writing_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "manifest.sqlite"
    Manifest(path).close()
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))
    writing = sqlite3.connect(path, isolation_level=None)
    writing.execute("BEGIN EXCLUSIVE")
    with pytest.raises(WhosaidError, match=r"a run is writing .* try again"), read_manifest(path):
        pass
    writing.execute("ROLLBACK")
    with read_manifest(path) as manifest:
        assert manifest.shards() == []


def test_annotations_are_taken_from_the_own_file_of_a_shard_first(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path / "manifest.sqlite")
    for shard in "abc":
        path = f"{shard}.txt"
        manifest.add_shard(shard)
        record = RecordState(path, path, "same bytes", shard)
        manifest.put_input(InputState(path, 1, 1, "", "", ""), [record], [])
        manifest.put_contents(shard, 3, [(path, "same words")])
    for shard in "ab":
        manifest.put_annotations(shard, "model", ["same words"])
        manifest.put_sums(shard, [("annotated", f"sum of {shard}")])
    held = [manifest.annotated_before(shard, "model") for shard in "abc"]
    assert held == [
        [("same words", "a", "sum of a")],
        [("same words", "b", "sum of b")],
        [("same words", "a", "sum of a")],
    ]
