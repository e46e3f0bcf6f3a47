"""The manifest: which inputs were read, what they gave, and which stage each shard is at.

An SQLite file: its transactions are what makes a run that was killed pick up where it
was. Only the process that leads a run writes it.

Paths are stored as bytes: a file name need not be text.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.errors import WhosaidError
from pipeline.records import Problem

_VERSION = 1

_SIDECARS = b"\0sidecars"
"""Stands for all sidecars where problems are told by path; no file can have this name."""

ShardStage = Literal["clean", "annotated", "rows", "texts"]

_TABLES = """
CREATE TABLE inputs (
    path BLOB PRIMARY KEY, size INTEGER, mtime_ns INTEGER, sha256 TEXT,
    metadata TEXT, fingerprint TEXT);
CREATE TABLE records (
    source TEXT PRIMARY KEY, path BLOB, article_id TEXT, shard TEXT,
    content_key TEXT DEFAULT '');
CREATE INDEX records_by_path ON records (path);
CREATE INDEX records_by_shard ON records (shard);
CREATE TABLE problems (
    path BLOB, source TEXT, stage TEXT, severity TEXT, problem TEXT);
CREATE INDEX problems_by_path ON problems (path);
CREATE TABLE shards (
    shard TEXT PRIMARY KEY, words INTEGER DEFAULT 0,
    clean TEXT DEFAULT '', annotated TEXT DEFAULT '', rows TEXT DEFAULT '',
    texts TEXT DEFAULT '');
CREATE TABLE annotations (
    content_key TEXT, fingerprint TEXT, shard TEXT,
    PRIMARY KEY (content_key, fingerprint, shard)) WITHOUT ROWID;
CREATE INDEX annotations_by_shard ON annotations (shard);
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT);
"""


@dataclass(frozen=True, slots=True)
class InputState:
    """What is known of an input file that was read."""

    path: str
    size: int
    mtime_ns: int
    sha256: str
    metadata: str
    """Key of what the sidecar says about it."""
    fingerprint: str
    """Of the code that read it."""


@dataclass(frozen=True, slots=True)
class RecordState:
    """One article that an input gave, and the shard that holds it."""

    source: str
    path: str
    article_id: str
    shard: str


class Manifest:
    """An open manifest. What belongs together is written within `together`."""

    def __init__(self, path: Path) -> None:
        new = not path.exists()
        self._db = sqlite3.connect(path, isolation_level=None)
        try:
            if new:
                self._db.executescript(
                    f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;"
                )
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            raise WhosaidError(
                f"{path} is damaged ({error}): delete the folder {path.parent} and run again."
            ) from error
        if version != _VERSION:
            raise WhosaidError(
                f"{path.parent} was written by another version of whosaid: delete that folder "
                "and run again."
            )

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written inside is kept, or none of it."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    # Inputs and what they gave

    def inputs(self) -> dict[str, InputState]:
        rows = self._db.execute(
            "SELECT path, size, mtime_ns, sha256, metadata, fingerprint FROM inputs"
        )
        states = (InputState(os.fsdecode(row[0]), *row[1:]) for row in rows)
        return {state.path: state for state in states}

    def put_input(
        self, state: InputState, records: Iterable[RecordState], problems: Iterable[Problem]
    ) -> None:
        """Take `records` and `problems` as all that the input gives from now on."""
        self.drop_input(state.path)
        self._db.execute(
            "INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?)",
            (
                os.fsencode(state.path),
                state.size,
                state.mtime_ns,
                state.sha256,
                state.metadata,
                state.fingerprint,
            ),
        )
        self._db.executemany(
            "INSERT OR REPLACE INTO records (source, path, article_id, shard) VALUES (?, ?, ?, ?)",
            ((r.source, os.fsencode(r.path), r.article_id, r.shard) for r in records),
        )
        self._db.executemany(
            "INSERT INTO problems VALUES (?, ?, ?, ?, ?)",
            ((os.fsencode(state.path), p.source, p.stage, p.severity, p.problem) for p in problems),
        )

    def touch_input(self, path: str, size: int, mtime_ns: int) -> None:
        """Note a new size or time of a file whose bytes are the same."""
        self._db.execute(
            "UPDATE inputs SET size = ?, mtime_ns = ? WHERE path = ?",
            (size, mtime_ns, os.fsencode(path)),
        )

    def drop_input(self, path: str) -> None:
        self._revise()
        for table in ("inputs", "records", "problems"):
            self._db.execute(f"DELETE FROM {table} WHERE path = ?", (os.fsencode(path),))

    def records(self) -> list[RecordState]:
        """All live records, one for each source, in the order of their sources."""
        rows = self._db.execute(
            "SELECT source, path, article_id, shard FROM records ORDER BY source"
        )
        return [RecordState(row[0], os.fsdecode(row[1]), row[2], row[3]) for row in rows]

    def problems(self) -> list[Problem]:
        """Problems met on reading inputs; those of later stages are in the shards."""
        rows = self._db.execute("SELECT source, stage, severity, problem FROM problems")
        return [Problem(*row) for row in rows]

    def put_sidecar_problems(self, problems: Iterable[Problem]) -> None:
        """Take `problems` as all that the sidecars have from now on."""
        problems = list(problems)
        if problems == self._problems_of(_SIDECARS):
            return
        self._revise()
        self._db.execute("DELETE FROM problems WHERE path = ?", (_SIDECARS,))
        self._db.executemany(
            "INSERT INTO problems VALUES (?, ?, ?, ?, ?)",
            ((_SIDECARS, p.source, p.stage, p.severity, p.problem) for p in problems),
        )

    def _problems_of(self, path: bytes) -> list[Problem]:
        rows = self._db.execute(
            "SELECT source, stage, severity, problem FROM problems WHERE path = ? ORDER BY rowid",
            (path,),
        )
        return [Problem(*row) for row in rows]

    @property
    def revision(self) -> str:
        """Changes whenever the tables might."""
        return self.note("revision") or "0"

    def _revise(self) -> None:
        self.put_note("revision", str(int(self.revision) + 1))

    # Shards and their stages

    def add_shard(self, shard: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO shards (shard) VALUES (?)", (shard,))

    def shards(self) -> list[str]:
        return [row[0] for row in self._db.execute("SELECT shard FROM shards ORDER BY shard")]

    def live_sources(self, shard: str) -> list[str]:
        rows = self._db.execute(
            "SELECT source FROM records WHERE shard = ? ORDER BY source", (shard,)
        )
        return [row[0] for row in rows]

    def pending(self, stage: ShardStage, fingerprint: str) -> list[tuple[str, int]]:
        """Shards with live records whose `stage` was not done as `fingerprint` says.

        Returns their names and their number of live records.
        """
        rows = self._db.execute(
            f"SELECT shard, COUNT(*) FROM shards JOIN records USING (shard) WHERE {stage} <> ? "
            "GROUP BY shard ORDER BY shard",
            (fingerprint,),
        )
        return [(row[0], row[1]) for row in rows]

    def done(self, shard: str, stage: ShardStage, fingerprint: str) -> None:
        self._revise()
        self._db.execute(f"UPDATE shards SET {stage} = ? WHERE shard = ?", (fingerprint, shard))

    def put_contents(self, shard: str, words: int, keys: Iterable[tuple[str, str]]) -> None:
        """Note a cleaned shard's words, and the (source, content key) of its articles."""
        self._db.execute("UPDATE shards SET words = ? WHERE shard = ?", (words, shard))
        self._db.executemany(
            "UPDATE records SET content_key = ? WHERE source = ? AND shard = ?",
            ((key, source, shard) for source, key in keys),
        )

    def words(self, shards: Sequence[str]) -> int:
        """Words of the cleaned articles of some shards."""
        of_shard = dict(self._db.execute("SELECT shard, words FROM shards").fetchall())
        return sum(of_shard[shard] for shard in shards)

    def forget_stages(self) -> None:
        """Take no stage of any shard as done, nor any annotation as worth keeping."""
        self._db.execute("UPDATE shards SET clean = '', annotated = '', rows = '', texts = ''")
        self._db.execute("DELETE FROM annotations")

    def reread(self, shard: str) -> None:
        """Take the inputs that gave a shard's articles as never read."""
        self._db.execute(
            "UPDATE inputs SET fingerprint = '' WHERE path IN "
            "(SELECT path FROM records WHERE shard = ?)",
            (shard,),
        )

    def drop_dead_shards(self) -> list[str]:
        """Forget shards that no live record is in; return their names."""
        dead = [
            row[0]
            for row in self._db.execute(
                "SELECT shard FROM shards WHERE shard NOT IN (SELECT shard FROM records)"
            )
        ]
        for shard in dead:
            self._db.execute("DELETE FROM shards WHERE shard = ?", (shard,))
            self._db.execute("DELETE FROM annotations WHERE shard = ?", (shard,))
        return dead

    # Annotations worth keeping

    def put_annotations(self, shard: str, fingerprint: str, keys: Iterable[str]) -> None:
        """Take `keys` as the annotations that the shard's file now holds."""
        self._db.execute("DELETE FROM annotations WHERE shard = ?", (shard,))
        self._db.executemany(
            "INSERT OR IGNORE INTO annotations VALUES (?, ?, ?)",
            ((key, fingerprint, shard) for key in keys),
        )

    def annotated_before(self, shard: str, fingerprint: str) -> list[tuple[str, str]]:
        """Content keys of a shard's live articles that were annotated, and where each lies."""
        rows = self._db.execute(
            "SELECT content_key, MIN(annotations.shard) FROM records JOIN annotations "
            "USING (content_key) WHERE records.shard = ? AND annotations.fingerprint = ? "
            "GROUP BY content_key ORDER BY content_key",
            (shard, fingerprint),
        )
        return [(row[0], row[1]) for row in rows]

    # Notes

    def note(self, name: str) -> str:
        row = self._db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def put_note(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    def counts(self) -> dict[str, int]:
        """Number of rows of each table, for `whosaid status`."""
        return {
            table: self._db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in ("inputs", "records", "problems", "shards", "annotations")
        }

    def progress(self) -> dict[str, int]:
        """Live articles that each stage has seen, by whatever code and model."""
        stages = {"cleaned": "clean", "analysed": "annotated", "in rows": "rows"}
        return {
            name: self._db.execute(
                f"SELECT COUNT(*) FROM records JOIN shards USING (shard) WHERE {stage} <> ''"
            ).fetchone()[0]
            for name, stage in stages.items()
        }
