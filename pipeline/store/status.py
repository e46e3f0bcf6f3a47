"""What `whosaid status` tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import WhosaidError
from pipeline.store.manifest import Manifest


def status_lines(outputs: Path) -> Iterator[str]:
    """Yield lines on what was done for an outputs folder. Reads only.

    Raises WhosaidError if no run ever wrote there.
    """
    path = outputs / "store" / "manifest.sqlite"
    if not path.is_file():
        raise WhosaidError(f"no run has written to {outputs} yet: start with 'whosaid run'.")
    manifest = Manifest(path)
    try:
        counts = manifest.counts()
        yield f"corpus: {manifest.note('corpus') or 'none'}"
        yield f"files read: {counts['inputs']:,}"
        yield f"articles: {counts['records']:,}"
        yield f"problems on reading: {counts['problems']:,}"
        for stage, done in manifest.progress().items():
            yield f"articles {stage}: {done:,}"
        yield f"tables: {manifest.note('counts').replace(' ', ', ') or 'not written yet'}"
        size = sum(file.stat().st_size for file in path.parent.rglob("*") if file.is_file())
        yield f"store: {counts['shards']:,} shards, {size / 1e6:,.1f} MB"
    finally:
        manifest.close()
