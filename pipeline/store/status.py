"""What `whosaid status` tells: what is done, what is still to do, what failed, and how big."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pipeline.errors import WhosaidError
from pipeline.settings import Settings
from pipeline.store.fingerprints import Fingerprints
from pipeline.store.manifest import Manifest

_COUNTED = {
    "articles": ("article", "articles"),
    "quotes": ("quotation", "quotations"),
    "speakers": ("speaker", "speakers"),
    "entities": ("mention of a name", "mentions of names"),
    "same_quotes": ("repeated quotation", "repeated quotations"),
    "removed": ("removed line", "removed lines"),
    "problems": ("problem", "problems"),
}
_DOING = {
    "ingest": "on reading",
    "clean": "on cleaning",
    "annotate": "on analysing",
    "tables": "on writing tables",
}


def status_lines(settings: Settings) -> Iterator[str]:
    """Yield lines on what was done for an outputs folder. Reads only.

    Raises WhosaidError if no run ever wrote there.
    """
    outputs = settings.outputs
    path = outputs / "store" / "manifest.sqlite"
    if not path.is_file():
        raise WhosaidError(
            f"no run has written to {outputs} yet: start with 'whosaid run', or name the folder it "
            "wrote to with --outputs."
        )
    manifest = Manifest(path)
    try:
        counts = manifest.counts()
        yield f"Corpus: {manifest.note('corpus') or 'none yet'}"
        yield f"Files read: {counts['inputs']:,}{_since_then(manifest)}"
        yield f"Articles: {_articles(counts['records'], manifest.progress())}"
        yield f"To do: {_to_do(manifest, settings)}"
        yield f"Problems: {_problems(outputs, counts['problems'])}"
        yield f"Tables: {_tables(manifest.note('counts'))}"
        written = [outputs / "tables", *outputs.glob("*.csv"), outputs / "text"]
        kept = _megabytes(_size([path.parent]))
        yield (
            f"Size: {_megabytes(_size(written))} tables and texts, {kept} in {path.parent}, which "
            "keeps what was done, so that the next run only does what is new"
        )
    finally:
        manifest.close()


def _since_then(manifest: Manifest) -> str:
    """How the corpus differs from what was read, by names, sizes and times."""
    from pipeline.ingest.location import corpus_at

    known = manifest.inputs()
    try:
        there = {file.path: file for file in corpus_at(manifest.note("corpus")).inputs()}
    except (OSError, WhosaidError):
        return "; the corpus cannot be read now"
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
    return f"; since then {told}" if told else ""


def _articles(articles: int, progress: Mapping[str, int]) -> str:
    """How many there are, and how far those are that are not analysed yet."""
    cleaned, analysed = progress["cleaned"], progress["analysed"]
    if analysed == articles:
        return f"{articles:,}, all analysed"
    return f"{articles:,}, of which {cleaned:,} cleaned, {analysed:,} analysed"


def _to_do(manifest: Manifest, settings: Settings) -> str:
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
    told = [f"{count:,} to {doing}" for doing, count in articles.items() if count]
    if not told:
        return "nothing, but for what is new in the corpus"
    return (
        f"articles that are new to whosaid, or were done by another version of it: "
        f"{', '.join(told)}; 'whosaid run' does it"
    )


def _problems(outputs: Path, on_reading: int) -> str:
    """Problems by stage, as the tables tell them."""
    import pyarrow.parquet as pq

    table = outputs / "tables" / "problems.parquet"
    if not table.is_file():
        return f"{on_reading:,} on reading; the tables are not written yet"
    columns = pq.read_table(table, columns=["stage", "severity"]).to_pydict()
    errors: Counter[str] = Counter()
    warnings = 0
    for stage, severity in zip(columns["stage"], columns["severity"], strict=True):
        if severity == "error":
            errors[stage] += 1
        else:
            warnings += 1
    if not errors and not warnings:
        return "none"
    parts = [f"{count:,} {_DOING[stage]}" for stage, count in sorted(errors.items())]
    of_stage = f" ({', '.join(parts)})" if parts else ""
    return (
        f"{errors.total():,} that cost an article or a part of it{of_stage}, "
        f"{warnings:,} to look at; what to do about each: {outputs / 'problems.csv'}"
    )


def _tables(note: str) -> str:
    """The numbers of rows in plain words, the order being that of interest."""
    rows = {table: int(count) for table, count in (pair.split("=") for pair in note.split())}
    told = [
        f"{rows[table]:,} {one if rows[table] == 1 else many}"
        for table, (one, many) in _COUNTED.items()
        if table in rows
    ]
    return ", ".join(told) or "not written yet"


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
