"""The manifest: what is done, and where it is found, read also beside a run."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from pipeline.store.manifest import Manifest, read_manifest


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
