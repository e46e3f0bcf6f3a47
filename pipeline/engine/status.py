"""What `whosaid status` tells: what is done, what is still to do, what failed, and how big."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.engine.plan import state_of_sidecars
from pipeline.engine.summary import counts_from
from pipeline.engine.tables_state import OUTPUTS_NOTE, tables_state
from pipeline.errors import WhosaidError
from pipeline.settings import Settings
from pipeline.store.fingerprints import Fingerprints
from pipeline.store.manifest import UNKNOWN_TIME, InputState, Manifest, read_manifest

if TYPE_CHECKING:
    from pipeline.ingest.options import InputFile

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


@dataclass(frozen=True, slots=True)
class _Difference:
    """How many files of the corpus are other than when it was read."""

    new: int
    changed: int
    gone: int
    sidecars: bool
    """Whether a metadata.csv is new, changed or gone."""


def status_lines(settings: Settings) -> Iterator[str]:
    """Yield lines on what was done for an outputs folder. Reads only.

    Raises WhosaidError if no run ever wrote there.
    """
    from pipeline.ingest.piped import told_corpus

    outputs = settings.outputs
    path = outputs / "store" / "manifest.sqlite"
    if not path.is_file():
        raise WhosaidError(
            f"no run has written to {outputs} yet: start with 'whosaid run', or name the folder it "
            "wrote to with --outputs."
        )
    with read_manifest(path) as manifest:
        counts = manifest.counts()
        since = _since_then(manifest)
        yield f"Corpus: {told_corpus(manifest.note('corpus')) or 'none yet'}"
        yield f"Files read: {counts['inputs']:,}{_told_since(since)}"
        yield f"Articles: {_articles(counts['records'], manifest.progress())}"
        yield f"To do: {_to_do(manifest, settings, since)}"
        yield f"Problems: {_problems(outputs, counts['problems'])}"
        yield f"Tables: {_tables(manifest.note('counts'))}"
        written = [outputs / "tables", *outputs.glob("*.csv"), outputs / "text"]
        kept = _megabytes(_size([path.parent]))
        yield (
            f"Size: {_megabytes(_size(written))} tables and texts, {kept} in {path.parent}, which "
            "keeps what was done, so that the next run only does what is new"
        )


def _since_then(manifest: Manifest) -> _Difference | None:
    """How the corpus differs from what was read; None if it cannot be read now."""
    from pipeline.ingest.location import corpus_at

    name = manifest.note("corpus")
    known = manifest.inputs()
    if not name:
        return _Difference(0, 0, len(known), sidecars=False)
    try:
        corpus = corpus_at(name)
        there = {file.path: file for file in corpus.inputs()}
        sidecars = corpus.sidecars()
    except (OSError, WhosaidError):
        return None
    seen = there.keys() & known.keys()
    changed = sum(_looks_changed(there[path], known[path]) for path in seen)
    return _Difference(
        len(there) - len(seen),
        changed,
        len(known) - len(seen),
        _others(manifest.note("sidecars"), sidecars, there, known),
    )


def _others(
    noted: str,
    sidecars: Sequence[InputFile],
    there: Iterable[str],
    known: Mapping[str, InputState],
) -> bool:
    """Whether sidecars are others than those that were noted when the corpus was read."""
    from pipeline.ingest.corpus import mistakable

    if not noted:
        return bool(sidecars and known)
    aside = mistakable(there)
    # By the code and the options that read the corpus, which those of status need not be.
    codes = {state.fingerprint for state in known.values()}
    return noted not in {state_of_sidecars(code, sidecars, aside) for code in codes}


def _looks_changed(file: InputFile, known: InputState) -> bool:
    """Whether size or time of a file are others; a time that is not known tells nothing."""
    return file.size != known.size or known.mtime_ns not in (file.mtime_ns, UNKNOWN_TIME)


def _told_since(since: _Difference | None) -> str:
    if since is None:
        return "; the corpus cannot be read now"
    parts = ((since.new, "new"), (since.changed, "perhaps changed"), (since.gone, "gone"))
    told = ", ".join(f"{count:,} {what}" for count, what in parts if count)
    return f"; since then {told}" if told else ""


def _articles(articles: int, progress: Mapping[str, int]) -> str:
    """How many there are, and how far those are that are not analysed yet."""
    cleaned, analysed = progress["cleaned"], progress["analysed"]
    if not articles:
        return "none yet"
    if analysed == articles:
        return f"{articles:,}, all analysed"
    return f"{articles:,}, of which {cleaned:,} cleaned, {analysed:,} analysed"


def _to_do(manifest: Manifest, settings: Settings, since: _Difference | None) -> str:
    """What a run would work on: files it has not read as they are, articles and tables not yet
    done.

    Articles are to be done again where code, model or settings are others.
    """
    if not manifest.note("corpus"):
        return "everything: a run was stopped before it had read a file; 'whosaid run' does it"
    fingerprints = Fingerprints(settings)
    try:
        pending = {
            "clean": manifest.pending("clean", fingerprints.clean),
            "analyse": manifest.pending("annotated", fingerprints.annotated),
            "put into the tables": manifest.pending("rows", fingerprints.rows),
        }
        written = _are_written(manifest, settings)
    except WhosaidError as error:
        return f"not known ({error})"
    articles = {doing: sum(count for _, count in shards) for doing, shards in pending.items()}
    files = {"read": since.new + since.changed, "take out": since.gone} if since else {}
    parts = (
        ("files of the corpus", files),
        ("articles that are new to whosaid, or were done by another version of it", articles),
    )
    told = [f"{what}: {counted}" for what, counts in parts if (counted := _counted(counts))]
    if since and since.sidecars:
        told.append("metadata.csv, which is new, changed or gone: to join")
    if since and not told and not written:
        told.append("tables: to write")
    if told:
        return f"{'; '.join(told)}; 'whosaid run' does it"
    return "nothing" if since else "nothing, but for what is new in the corpus"


def _are_written(manifest: Manifest, settings: Settings) -> bool:
    """Whether the tables are what a run would leave, with or without --raw-cells."""
    from pipeline.tables.texts import state_of_texts

    outputs = settings.outputs
    texts, noted = state_of_texts(outputs / "text"), manifest.note(OUTPUTS_NOTE)
    return any(
        noted == tables_state(outputs, manifest, Fingerprints(chosen).tables, texts)
        for chosen in (settings, replace(settings, raw_cells=True))
    )


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} to {doing}" for doing, count in counts.items() if count)


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
    rows = counts_from(note)
    told = [
        f"{rows[table]:,} {one if rows[table] == 1 else many}"
        for table, (one, many) in _COUNTED.items()
        if table in rows
    ]
    return ", ".join(told) or "not written yet"


def _size(places: Iterable[Path]) -> int:
    """Bytes of files, and of all files under folders; a run may take some away meanwhile."""
    size = 0
    for place in places:
        for file in [place] if place.is_file() else place.rglob("*"):
            with suppress(OSError):
                told = file.stat()
                size += told.st_size if stat.S_ISREG(told.st_mode) else 0
    return size


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
