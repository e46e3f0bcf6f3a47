"""A file, or what comes through the pipe, read to annotated articles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from os.path import abspath, isfile
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from pipeline.errors import WhosaidError
from pipeline.ingest.piped import PIPE, piped
from pipeline.ingest.sidecar import SIDECAR_NAME
from pipeline.records import AnnotatedArticle, Article, Problem
from pipeline.settings import Reading


@contextmanager
def read_articles(
    given: str,
    model: Path,
    stream: BinaryIO | None = None,
    reading: Reading | None = None,
) -> Iterator[Iterator[AnnotatedArticle | Problem]]:
    """The annotated articles of a file, and its problems, in their order.

    given: path of a file of any format that a corpus may hold, or `-`. What a `metadata.csv` in
        its folder, or in one around it, says of it counts as in a run.
    stream: what `-` stands for; the standard input if None.
    reading: how the file is read, as in a run.

    Raises: WhosaidError, when there is no such file or no model.
    """
    reading = reading or Reading()
    if given == PIPE:
        with piped("stdin", stream) as folder:
            yield _annotated(folder, "stdin", model, reading)
        return
    file = Path(given)
    if not file.is_file():
        what = "is a folder; give a file of it" if file.is_dir() else "is not there; check its name"
        raise WhosaidError(f"{given} {what}, or use 'whosaid run' for a folder.")
    file = Path(abspath(file))
    folder = _described_from(file)
    yield _annotated(folder, file.relative_to(folder).as_posix(), model, reading)


def _described_from(file: Path) -> Path:
    """The outermost folder around a file that has a `metadata.csv`; else its own."""
    around = (folder for folder in reversed(file.parents) if isfile(folder / SIDECAR_NAME))
    return next(around, file.parent)


def _annotated(
    folder: Path, path: str, model: Path, reading: Reading
) -> Iterator[AnnotatedArticle | Problem]:
    from pipeline.annotate import load_annotator
    from pipeline.clean import clean
    from pipeline.ingest import IngestOptions, read_file, read_sidecars

    options = IngestOptions(**asdict(reading))
    inside = [parent / SIDECAR_NAME for parent in PurePosixPath(path).parents]
    sidecars = [str(sidecar) for sidecar in inside if isfile(folder / sidecar)]
    metadata, _ = read_sidecars(folder, sidecars, options)
    annotator = load_annotator(model)
    for found in read_file(folder, path, options, metadata):
        yield annotator.annotate(clean(found)) if isinstance(found, Article) else found
