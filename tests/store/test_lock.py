"""One run at a time on one outputs folder."""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from pipeline.store import open_store


def test_the_second_run_says_so_and_stops(tmp_path: Path) -> None:
    second = open_store(tmp_path)
    with open_store(tmp_path), pytest.raises(WhosaidError, match=f"process {os.getpid()}"), second:
        pass


def test_a_finished_run_leaves_the_folder_free(tmp_path: Path) -> None:
    with open_store(tmp_path):
        pass
    with open_store(tmp_path):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("a file where the folder should be")
    with pytest.raises(WhosaidError, match="cannot be written"), open_store(tmp_path / "outputs"):
        pass


@pytest.mark.parametrize("place", [".", "text", "store", "store/lock", "store/manifest.sqlite"])
def test_what_is_read_only_is_told_by_the_folder_that_the_user_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    with open_store(tmp_path):
        (tmp_path / "text").mkdir()
    # Root may write to anything.
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path / place)
    told = re.escape(f"the outputs folder {tmp_path} cannot be written")
    with pytest.raises(WhosaidError, match=told), open_store(tmp_path):
        pass


def test_a_manifest_that_was_killed_at_birth_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "manifest.sqlite").touch()
    with open_store(tmp_path) as store:
        assert store.manifest.shards() == []


def test_a_manifest_of_another_version_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path):
        pass
    with sqlite3.connect(tmp_path / "store" / "manifest.sqlite") as manifest:
        manifest.execute("PRAGMA user_version = 1")
    with pytest.raises(WhosaidError, match="another version"), open_store(tmp_path):
        pass


def test_a_damaged_manifest_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "manifest.sqlite").write_bytes(b"not a database at all" * 100)
    with pytest.raises(WhosaidError, match="delete the folder"), open_store(tmp_path):
        pass
