"""What the tables depend on, as a short hash: another one means that they are to be written."""

from __future__ import annotations

from pathlib import Path

from pipeline.engine.given_files import GIVEN, given_file
from pipeline.store import StoreFolder
from pipeline.store.fingerprints import digest
from pipeline.store.manifest import Manifest

OUTPUTS_NOTE = "outputs"
"""The manifest's note of the state that the tables were left in."""


def tables_state(outputs: Path, manifest: Manifest, fingerprint: str, texts: str) -> str:
    """Changes with all that the tables depend on, and with the files themselves.

    fingerprint: `Fingerprints.tables`. texts: `state_of_texts`.
    """
    folder, corpus = StoreFolder(outputs / "store"), manifest.note("corpus")
    given = [given_file(folder, corpus, name) for name in GIVEN]
    files = sorted(
        file
        for pattern in ("*.csv", "tables/*.parquet")
        for file in outputs.glob(pattern)
        if file.is_file()
    )
    stats = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return digest(
        manifest.revision,
        fingerprint,
        *(file.read_text("utf-8", "surrogateescape") if file.is_file() else "" for file in given),
        repr(stats),
        texts,
    )
