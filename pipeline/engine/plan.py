"""What is new: the corpus folder compared with what the manifest knows of it."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.engine.tasks import InputToRead
from pipeline.errors import WhosaidError
from pipeline.records import Metadata, Problem
from pipeline.store.fingerprints import digest, metadata_key
from pipeline.store.manifest import UNKNOWN_TIME, InputState, Manifest

if TYPE_CHECKING:
    from pipeline.ingest.location import Corpus
    from pipeline.ingest.options import IngestOptions, InputFile

_FEWEST_INPUTS = 8
"""So few that the last batch, which one worker may end alone, is short beside the rest."""
_MOST_INPUTS = 256
_BATCHES_A_WORKER = 8
_LARGEST_BATCH = 8 << 20
"""Bytes of input files."""
_CLOCK_GRAIN = 2_000_000_000
"""Nanoseconds: FAT, the coarsest file system, counts in two seconds."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be done to bring the manifest up to the corpus."""

    inputs: int
    """Files in the corpus."""
    to_read: tuple[InputToRead, ...]
    """Files that are new, or of which size, time, sidecar or reading code changed."""
    gone: tuple[str, ...]
    """Paths that have left the corpus."""
    sidecars: str
    """State of the sidecars, and of names that cannot be told apart, to be noted when the plan
    is done."""
    sidecar_problems: tuple[Problem, ...] | None
    """None if the sidecars were not read, being unchanged."""
    absent: tuple[str, ...]
    """What the sidecars describe beside files of the corpus, and is not there."""


def plan_reading(
    corpus: Corpus,
    manifest: Manifest,
    fingerprint: str,
    options: IngestOptions,
    *,
    force: bool = False,
) -> Plan:
    """Compare the corpus with the manifest by size and time, without opening any article.

    Raises WhosaidError if the corpus cannot be read or holds no articles.
    """
    from pipeline.ingest import read_sidecars
    from pipeline.ingest.corpus import mistakable, printable_path

    inputs = inputs_of(corpus)
    sidecar_files = corpus.sidecars()
    known = manifest.inputs()
    aside = mistakable(file.path for file in inputs)
    sidecars = state_of_sidecars(fingerprint, sidecar_files, aside)
    same_sidecars = sidecars == manifest.note("sidecars") and not force
    changed = {
        file.path
        for file in inputs
        if force or _is_changed(corpus, file, known.get(file.path), fingerprint)
    }
    described: Mapping[str, Mapping[str, Metadata]] = {}
    absent: Sequence[str] = ()
    problems: list[Problem] | None = None
    gone = sorted(known.keys() - {file.path for file in inputs})
    if changed or gone or not same_sidecars:
        paths = [file.path for file in sidecar_files]
        present = [printable_path(file.path) for file in inputs]
        with corpus.at_hand(paths) as folder:
            metadata, problems = read_sidecars(folder, paths, options, present)
        described, absent = _by_input(metadata, [f for f in inputs if f.path not in aside])
    to_read = []
    for file in inputs:
        state = known.get(file.path)
        said = described.get(file.path, {})
        why = aside.get(file.path, "")
        key = digest(why) if why else metadata_key(said)
        same_words = state is not None and (same_sidecars or state.metadata == key)
        if file.path in changed or not same_words:
            same_reading = state is not None and state.fingerprint == fingerprint and same_words
            sha256 = state.sha256 if state and same_reading and not force else ""
            given = InputToRead(file.path, file.size, file.mtime_ns, said, key, sha256, why)
            to_read.append(given)
    return Plan(
        len(inputs),
        tuple(to_read),
        tuple(gone),
        sidecars,
        None if problems is None else tuple(problems),
        tuple(absent) if described else (),
    )


def state_of_sidecars(
    fingerprint: str, sidecars: Iterable[InputFile], aside: Mapping[str, str]
) -> str:
    """Changes with the sidecars, and with the names of inputs that cannot be told apart.

    fingerprint: of the code that reads them. aside: `mistakable` of the inputs' paths.
    """
    return digest(fingerprint, *map(repr, sidecars), *map(repr, aside.items()))


def inputs_of(corpus: Corpus) -> list[InputFile]:
    """The files of a corpus that may hold articles.

    Raises WhosaidError if the corpus cannot be read or holds none.
    """
    from pipeline.ingest.corpus import is_outputs

    try:
        if is_outputs(Path(corpus.name)):
            raise WhosaidError(
                f"{corpus.name} holds what a run wrote, not raw articles: name the folder of the "
                "articles, or put them into one of their own."
            )
        inputs = corpus.inputs()
    except NotADirectoryError:
        raise WhosaidError(
            f"{corpus.name} is a file: name its folder, or use 'whosaid show' for one article."
        ) from None
    except OSError as error:
        raise WhosaidError(
            f"the corpus folder {corpus.name} cannot be read ({error.strerror}): check its "
            "name and permissions."
        ) from error
    if not inputs:
        raise WhosaidError(
            f"there are no articles in {corpus.name}: put text or HTML files there, or name "
            "another folder; no table was changed."
        )
    return inputs


def batches(
    inputs: Sequence[InputToRead], workers: int, size: int = 0
) -> Iterator[tuple[InputToRead, ...]]:
    """Inputs in batches, each to become a shard.

    size: inputs in a batch; 0 lets it grow with the work, so that every worker gets some
    and shards stay few. What is found in an article never depends on its batch.
    """
    share = -(-len(inputs) // (workers * _BATCHES_A_WORKER))
    most = size or min(max(share, _FEWEST_INPUTS), _MOST_INPUTS)
    batch: list[InputToRead] = []
    weight = 0
    for given in inputs:
        if batch and (len(batch) >= most or weight + given.size > _LARGEST_BATCH):
            yield tuple(batch)
            batch, weight = [], 0
        batch.append(given)
        weight += given.size
    if batch:
        yield tuple(batch)


def settled(mtime_ns: int) -> int:
    """A file's time as it is noted: one too young to tell a change counts as unknown.

    A file written twice within the grain of the file system's clock has the same time, and
    one from the future, where a clock went back, may get it again: those are told by hash.
    """
    return mtime_ns if mtime_ns < time.time_ns() - _CLOCK_GRAIN else UNKNOWN_TIME


def _is_changed(
    corpus: Corpus, file: InputFile, state: InputState | None, fingerprint: str
) -> bool:
    if state is None or state.fingerprint != fingerprint:
        return True
    if (state.size, state.mtime_ns) != (file.size, file.mtime_ns):
        return True
    # What could not be read may be readable now, which neither size nor time would show.
    return not state.sha256 and corpus.may_be_readable(file.path)


def _by_input(
    metadata: Mapping[str, Metadata], inputs: Iterable[InputFile]
) -> tuple[dict[str, dict[str, Metadata]], list[str]]:
    """What the sidecars say, by the path of the file that holds the article.

    Also what they describe that lies in no file.
    """
    from pipeline.ingest.corpus import printable_path
    from pipeline.ingest.sidecar import containers

    path_of = {
        unicodedata.normalize("NFC", printable_path(file.path)): file.path for file in inputs
    }
    described: dict[str, dict[str, Metadata]] = {}
    absent: list[str] = []
    for source, said in metadata.items():
        container = next((place for place in containers(source) if place in path_of), "")
        if container:
            described.setdefault(path_of[container], {})[source] = said
        else:
            absent.append(source)
    return described, absent
