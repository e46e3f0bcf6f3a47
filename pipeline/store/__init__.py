"""The store: what past runs did, so that the next one does only what is new.

```
outputs/store/
    manifest.sqlite           inputs, their articles, shards and their stages
    articles/<shard>.parquet  Article records of a batch of inputs, as read
    clean/<shard>.parquet     the same batch cleaned: CleanArticle records
    annotated/<shard>.parquet what was found in them: Annotation records
    rows/<table>/<shard>.parquet  their rows of a table, before the corpus step
    lock                      held by the run that works here
```

A shard's files are functions of one another, in that order; a file counts only once the
manifest says so, hence whatever a killed run leaves behind is swept away by the next.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import DamagedShard, WhosaidError
from pipeline.files import PARTIAL_SUFFIX, check_writable, read_whole
from pipeline.store.lock import locked
from pipeline.store.manifest import Manifest

ROW_TABLES = ("articles", "quotes", "entities", "removed", "problems")
"""Tables whose rows come from one article each."""

KINDS = ("articles", "clean", "annotated", *(f"rows/{table}" for table in ROW_TABLES))
"""The files of a shard, in the order in which they are made of one another."""

_WRITTEN = ("tables", "text", "store", "store/lock", "store/manifest.sqlite")
"""What a run writes to in its outputs folder, where it is there already."""


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """Where the files of a store are. A plain value that travels to worker processes."""

    root: Path

    def file(self, kind: str, shard: str) -> Path:
        """A file of a shard; `kind` is one of KINDS."""
        return self.root / kind / f"{shard}.parquet"

    def articles(self, shard: str) -> Path:
        return self.file("articles", shard)

    def clean(self, shard: str) -> Path:
        return self.file("clean", shard)

    def annotated(self, shard: str) -> Path:
        return self.file("annotated", shard)

    def rows(self, table: str, shard: str) -> Path:
        return self.file(f"rows/{table}", shard)

    @property
    def scratch(self) -> Path:
        """Where DuckDB spills what does not fit in memory."""
        return self.root / "scratch"

    def files(self, shard: str) -> list[Path]:
        """All files that a shard may have."""
        return [self.file(kind, shard) for kind in KINDS]


@dataclass(frozen=True, slots=True)
class Store:
    """An open, locked store."""

    folder: StoreFolder
    manifest: Manifest

    def new_shard(self) -> str:
        """A name no run ever used: a straggler of a killed run can never write under it."""
        return uuid.uuid4().hex

    def sweep(self) -> None:
        """Delete files that the manifest does not know, left by a run that was killed."""
        known = set(self.manifest.shards())
        for kind in KINDS:
            for file in self.folder.file(kind, "any").parent.iterdir():
                if file.name.endswith(PARTIAL_SUFFIX) or file.stem not in known:
                    file.unlink(missing_ok=True)
        shutil.rmtree(self.folder.scratch, ignore_errors=True)

    def damaged_files(self, kinds: Sequence[str] = KINDS) -> Iterator[DamagedShard]:
        """Read every file of live shards that was noted; yield those that changed since."""
        for shard in self.manifest.live_shards():
            for kind, expected in self.manifest.sums(shard).items():
                if kind in kinds:
                    try:
                        read_whole(self.folder.file(kind, shard), expected)
                    except DamagedShard as damaged:
                        yield damaged

    def drop_dead_shards(self) -> None:
        """Delete shards whose articles have all changed or left the corpus."""
        with self.manifest.together():
            dead = self.manifest.drop_dead_shards()
        for shard in dead:
            for file in self.folder.files(shard):
                file.unlink(missing_ok=True)


@contextmanager
def open_store(outputs: Path) -> Iterator[Store]:
    """Open the store under an outputs folder, making both if needed, for this process alone.

    Raises WhosaidError if the folder cannot be written or another run works on it.
    """
    folder = StoreFolder(outputs.absolute() / "store")
    check_writable(outputs, _WRITTEN)
    try:
        for file in folder.files("any"):
            file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WhosaidError(
            f"the outputs folder {outputs} cannot be written ({error.strerror}): check its "
            "permissions, or name another folder with --outputs."
        ) from error
    with locked(folder.root):
        manifest = Manifest(folder.root / "manifest.sqlite")
        try:
            yield Store(folder, manifest)
        finally:
            manifest.close()
