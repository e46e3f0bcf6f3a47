"""What `whosaid status` tells: what is done, what is stale, what failed, and how big it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.errors import WhosaidError
from pipeline.settings import Settings
from pipeline.store.fingerprints import Fingerprints
from pipeline.store.manifest import Manifest

_PARTS_OF_STORE = ("articles", "clean", "annotated", "rows", "manifest.sqlite")


def status_lines(settings: Settings) -> Iterator[str]:
    """Yield lines on what was done for an outputs folder. Reads only.

    Raises WhosaidError if no run ever wrote there.
    """
    outputs = settings.outputs
    path = outputs / "store" / "manifest.sqlite"
    if not path.is_file():
        raise WhosaidError(f"no run has written to {outputs} yet: start with 'whosaid run'.")
    manifest = Manifest(path)
    try:
        counts = manifest.counts()
        yield f"corpus: {manifest.note('corpus') or 'none'}"
        yield f"files read: {counts['inputs']:,}{_since_then(manifest)}"
        yield f"articles: {counts['records']:,}"
        for stage, done in manifest.progress().items():
            yield f"articles {stage}: {done:,}"
        yield f"stale: {_stale(manifest, settings)}"
        yield f"failed: {_failed(outputs, counts['problems'])}"
        yield f"tables: {manifest.note('counts').replace(' ', ', ') or 'not written yet'}"
        store = path.parent
        sizes = {part.split(".")[0]: _size([store / part]) for part in _PARTS_OF_STORE}
        told = ", ".join(f"{part} {_megabytes(size)}" for part, size in sizes.items())
        shards = f"{counts['shards']:,} shards"
        yield f"store: {shards}, {_megabytes(sum(sizes.values()))} ({told})"
        written = [outputs / "tables", *outputs.glob("*.csv"), outputs / "text"]
        yield f"tables and texts: {_megabytes(_size(written))}"
    finally:
        manifest.close()


def _since_then(manifest: Manifest) -> str:
    """How the corpus differs from what was read, by names, sizes and times."""
    from pipeline.ingest import list_inputs

    known = manifest.inputs()
    try:
        there = {file.path: file for file in list_inputs(Path(manifest.note("corpus")))}
    except OSError:
        return " (the corpus cannot be read now)"
    seen = there.keys() & known.keys()
    changed = [
        path
        for path in seen
        if (there[path].size, there[path].mtime_ns) != (known[path].size, known[path].mtime_ns)
    ]
    parts = (
        (len(there) - len(seen), "new"),
        (len(changed), "perhaps changed"),
        (len(known) - len(seen), "gone"),
    )
    told = ", ".join(f"{count:,} {what}" for count, what in parts if count)
    return f" (since then {told})" if told else ""


def _stale(manifest: Manifest, settings: Settings) -> str:
    """Articles that a run would work on again, because code, model or settings are others."""
    fingerprints = Fingerprints(settings)
    try:
        pending = {
            "clean": manifest.pending("clean", fingerprints.clean),
            "analyse": manifest.pending("annotated", fingerprints.annotated),
        }
    except WhosaidError as error:
        return f"not known ({error})"
    articles = {doing: sum(count for _, count in shards) for doing, shards in pending.items()}
    told = (f"{count:,} to {doing}" for doing, count in articles.items() if count)
    return ", ".join(told) or "nothing"


def _failed(outputs: Path, on_reading: int) -> str:
    """Problems by stage, as the tables tell them."""
    import pyarrow.parquet as pq

    table = outputs / "tables" / "problems.parquet"
    if not table.is_file():
        return f"{on_reading:,} problems on reading; the tables are not written yet"
    columns = pq.read_table(table, columns=["stage", "severity"]).to_pydict()
    errors: Counter[str] = Counter()
    warnings = 0
    for stage, severity in zip(columns["stage"], columns["severity"], strict=True):
        if severity == "error":
            errors[stage] += 1
        else:
            warnings += 1
    of_stage = ", ".join(f"{stage} {count:,}" for stage, count in sorted(errors.items()))
    told = f"{errors.total():,}{f' ({of_stage})' if of_stage else ''}, {warnings:,} warnings"
    return f"{told}: see {outputs / 'problems.csv'}" if errors or warnings else "nothing"


def _size(places: Iterable[Path]) -> int:
    """Bytes of files, and of all files under folders."""
    return sum(
        file.stat().st_size
        for place in places
        for file in ([place] if place.is_file() else place.rglob("*"))
        if file.is_file()
    )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
