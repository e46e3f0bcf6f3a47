"""The manifest: which inputs were read, what they gave, and which stage each shard is at.

An SQLite file: its transactions are what makes a run that was killed pick up where it
was. Only the process that leads a run writes it.

Paths are stored as bytes: a file name need not be text.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from sys import intern
from typing import Literal

from pipeline.errors import WhosaidError
from pipeline.records import DateOrder, Problem

_VERSION = 3

UNKNOWN_TIME = -1
"""Stands for the time of an input that was too young, when it was read, to tell a change."""

_SIDECARS = b"\0sidecars"
_STORE = b"\0store"
"""Stand for all sidecars, and for the store, where problems are told by path; no file can
have these names."""

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
CREATE TABLE files (
    shard TEXT, kind TEXT, sum TEXT, PRIMARY KEY (shard, kind)) WITHOUT ROWID;
CREATE TABLE dates (
    source TEXT PRIMARY KEY, outlet TEXT, written TEXT, is_open INTEGER);
CREATE TABLE date_orders (source TEXT PRIMARY KEY, date_order TEXT);
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


@dataclass(frozen=True, slots=True)
class DatesInFigures:
    """How an article's dates in figures are written, or that one of them can be read two ways."""

    source: str
    outlet: str
    order: DateOrder
    """Empty: nothing in the article tells."""
    is_open: bool
    """When the article was published depends on it."""


@contextmanager
def read_manifest(path: Path) -> Iterator[Manifest]:
    """The manifest at a path, to be read beside any run that writes it.

    Raises WhosaidError while a run writes so much at once that nobody else can read.
    """
    try:
        manifest = Manifest(path)
        try:
            yield manifest
        finally:
            manifest.close()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise WhosaidError(
            f"a run is writing to {path.parent} just now: try again in a moment."
        ) from error


def _record(source: str, path: bytes, article_id: str, shard: str) -> RecordState:
    # There may be a million: of a file of one article, path and source are one text.
    given = os.fsdecode(path)
    return RecordState(source, source if given == source else given, article_id, intern(shard))


class Manifest:
    """An open manifest. What belongs together is written within `together`."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        try:
            # A run that was killed at its very start leaves a file without tables.
            if not self._db.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
                self._db.executescript(
                    f"BEGIN; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT;"
                )
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
        except sqlite3.OperationalError:
            # Nothing is wrong with the file: it is locked, the disk is full, …
            raise
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
        # Of a million inputs, most have the same sidecars, and all the same code.
        states = (
            InputState(os.fsdecode(path), size, mtime_ns, sha256, intern(said), intern(code))
            for path, size, mtime_ns, sha256, said, code in rows
        )
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
        return [_record(*row) for row in rows]

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

    def put_store_problems(self, problems: Iterable[Problem]) -> None:
        """Add problems of the store's own files, which the next tables will tell."""
        self._revise()
        self._db.executemany(
            "INSERT INTO problems VALUES (?, ?, ?, ?, ?)",
            ((_STORE, p.source, p.stage, p.severity, p.problem) for p in problems),
        )

    def store_problems_were_told(self) -> None:
        """Forget the problems of the store's own files: they are mended, and were told once."""
        self._db.execute("DELETE FROM problems WHERE path = ?", (_STORE,))

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

    def live_shards(self) -> list[str]:
        """Shards that hold an article of the corpus."""
        rows = self._db.execute("SELECT DISTINCT shard FROM records ORDER BY shard")
        return [row[0] for row in rows]

    def put_sums(self, shard: str, sums: Iterable[tuple[str, str]]) -> None:
        """Note the checksum of each file, by its kind, that was written for a shard."""
        self._db.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?)",
            ((shard, kind, checksum) for kind, checksum in sums),
        )

    def drop_sum(self, shard: str, kind: str) -> None:
        """Take a file of a shard as not there."""
        self._db.execute("DELETE FROM files WHERE shard = ? AND kind = ?", (shard, kind))

    def sums(self, shard: str) -> dict[str, str]:
        """Checksum of each file of a shard, by its kind."""
        rows = self._db.execute("SELECT kind, sum FROM files WHERE shard = ?", (shard,))
        return dict(rows.fetchall())

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

    def put_dates(self, sources: Iterable[str], dates: Iterable[DatesInFigures]) -> None:
        """Note the dates in figures of some articles, which have no others."""
        self._db.executemany("DELETE FROM dates WHERE source = ?", ((each,) for each in sources))
        self._db.executemany(
            "INSERT INTO dates VALUES (?, ?, ?, ?)",
            ((each.source, each.outlet, each.order, each.is_open) for each in dates),
        )

    def dates(self) -> list[DatesInFigures]:
        """The dates in figures of live articles."""
        rows = self._db.execute(
            "SELECT source, outlet, written, is_open FROM dates JOIN records USING (source) "
            "ORDER BY source"
        )
        return [DatesInFigures(row[0], row[1], row[2], bool(row[3])) for row in rows]

    def date_orders(self) -> dict[str, DateOrder]:
        """By source, how the corpus settles dates that can be read two ways."""
        return dict(self._db.execute("SELECT source, date_order FROM date_orders").fetchall())

    def put_date_orders(self, orders: Mapping[str, DateOrder]) -> None:
        """Take these orders as all there are.

        Articles for which another held are to be cleaned anew, with all that follows.
        """
        known = self.date_orders()
        changed = {
            source
            for source in known.keys() | orders.keys()
            if known.get(source) != orders.get(source)
        }
        if not changed:
            return
        self._revise()
        self._db.execute("DELETE FROM date_orders")
        self._db.executemany("INSERT INTO date_orders VALUES (?, ?)", orders.items())
        self._db.executemany(
            "UPDATE shards SET clean = '', annotated = '', rows = '', texts = '' "
            "WHERE shard IN (SELECT shard FROM records WHERE source = ?)",
            ((source,) for source in sorted(changed)),
        )

    def words(self, shards: Sequence[str]) -> dict[str, int]:
        """Words of the cleaned articles of some shards."""
        of_shard = dict(self._db.execute("SELECT shard, words FROM shards").fetchall())
        return {shard: of_shard[shard] for shard in shards}

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
            self._db.execute("DELETE FROM files WHERE shard = ?", (shard,))
        return dead

    def small_shards(self, most: int) -> dict[tuple[str, str, str], list[tuple[str, int]]]:
        """Shards of at most so many live records, and that number of each.

        By what was done to them (clean, annotated, texts), since only shards to which the
        same was done can become one.
        """
        rows = self._db.execute(
            "SELECT clean, annotated, texts, shard, COUNT(*) AS live FROM shards "
            "JOIN records USING (shard) WHERE clean <> '' AND annotated <> '' "
            "GROUP BY shard HAVING live <= ? ORDER BY shard",
            (most,),
        )
        alike: dict[tuple[str, str, str], list[tuple[str, int]]] = {}
        for *done, shard, live in rows:
            alike.setdefault((done[0], done[1], done[2]), []).append((shard, live))
        return alike

    def put_compacted(self, shards: Sequence[str], into: str) -> None:
        """Take one shard as holding the live records and annotations of several.

        Its rows are still to be made. The several are dead then.
        """
        self._db.execute(
            "INSERT INTO shards SELECT ?, SUM(words), MIN(clean), MIN(annotated), '', MIN(texts) "
            f"FROM shards WHERE shard IN ({', '.join('?' * len(shards))})",
            (into, *shards),
        )
        self._revise()
        for shard in shards:
            self._db.execute("UPDATE records SET shard = ? WHERE shard = ?", (into, shard))
            self._db.execute(
                "INSERT OR IGNORE INTO annotations SELECT content_key, fingerprint, ? "
                "FROM annotations WHERE shard = ? AND content_key IN "
                "(SELECT content_key FROM records WHERE shard = ?)",
                (into, shard, into),
            )

    # Annotations worth keeping

    def put_annotations(self, shard: str, fingerprint: str, keys: Iterable[str]) -> None:
        """Take `keys` as the annotations that the shard's file now holds."""
        self._db.execute("DELETE FROM annotations WHERE shard = ?", (shard,))
        self._db.executemany(
            "INSERT OR IGNORE INTO annotations VALUES (?, ?, ?)",
            ((key, fingerprint, shard) for key in keys),
        )

    def annotated_before(self, shard: str, fingerprint: str) -> list[tuple[str, str, str]]:
        """What was annotated before of a shard's live articles.

        Returns the content key of each, the shard that holds it and that file's checksum. The
        shard's own file goes first: another's may be written anew at the same time.
        """
        rows = self._db.execute(
            "SELECT content_key, held, coalesce(sum, '') FROM ("
            "  SELECT content_key, coalesce("
            "    MIN(CASE WHEN annotations.shard = records.shard THEN annotations.shard END), "
            "    MIN(annotations.shard)) AS held FROM records JOIN annotations "
            "  USING (content_key) WHERE records.shard = ? AND annotations.fingerprint = ? "
            "  GROUP BY content_key) "
            "LEFT JOIN files ON files.shard = held AND files.kind = 'annotated' "
            "ORDER BY content_key",
            (shard, fingerprint),
        )
        return [(row[0], row[1], row[2]) for row in rows]

    # Notes

    def note(self, name: str) -> str:
        row = self._db.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return row[0] if row else ""

    def put_note(self, name: str, value: str) -> None:
        self._db.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    def counts(self) -> dict[str, int]:
        """Number of inputs, records and problems."""
        return {
            table: self._db.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in ("inputs", "records", "problems")
        }

    def progress(self) -> dict[str, int]:
        """Live articles that each stage has seen, by whatever code and model."""
        stages = {"cleaned": "clean", "analysed": "annotated"}
        return {
            name: self._db.execute(
                f"SELECT COUNT(*) FROM records JOIN shards USING (shard) WHERE {stage} <> ''"
            ).fetchone()[0]
            for name, stage in stages.items()
        }
