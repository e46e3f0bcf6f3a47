"""The corpus folder: which inputs it holds, and each of them read to articles."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from pipeline.ingest.entry import BoundsError, Budget, Context, Entry, failure, loss
from pipeline.ingest.formats import read_entry
from pipeline.ingest.join import join_metadata, with_outlet
from pipeline.ingest.left_out import (
    OF_OUTPUTS,
    OUTPUT_FOLDERS,
    folders_of_parts,
    is_control_file,
    is_left_out,
    is_misplaced,
)
from pipeline.ingest.options import IngestOptions, InputFile
from pipeline.ingest.sidecar import SIDECAR_NAME, containers, sidecar_of
from pipeline.records import Article, Metadata, Problem

_SAME_PLACE = (
    "Another article of this file stands at the same place, by names that read alike: give each "
    "a name of its own."
)
_PART = re.compile(r"!|#\d+\Z")
"""Where the source of a part of a file is cut off from the file's own."""


def list_inputs(corpus: Path) -> list[InputFile]:
    """The files of a corpus that are to be read, sorted by path.

    Left out, at any depth: hidden files and folders, the control files (`is_control_file`),
    what an operating system or an open Office document leaves behind, the folder of parts
    beside a saved web page, and folders of whosaid's own outputs. Links to folders are
    listed, not entered: reading one is a problem that says so.

    Raises:
        OSError: The corpus folder itself cannot be read.
    """
    return [found for found in _scan(corpus) if not is_control_file(found.path)]


def is_outputs(folder: Path) -> bool:
    """Whether a folder is one that a run wrote to, or that it made there."""
    made = folder.parent if folder.name in OUTPUT_FOLDERS else folder
    return any((each / OF_OUTPUTS).is_file() for each in (folder, made))


def list_sidecars(corpus: Path) -> list[InputFile]:
    """The `metadata.csv` files of a corpus, sorted by path.

    Raises:
        OSError: The corpus folder itself cannot be read.
    """
    return [found for found in _scan(corpus) if _name(found) == SIDECAR_NAME]


def read_file(
    corpus: Path,
    relative_path: str,
    options: IngestOptions | None = None,
    metadata: Mapping[str, Metadata] | None = None,
) -> Iterator[Article | Problem]:
    """The articles of one input, and its problems; at least one of either.

    Args:
        corpus: The corpus folder.
        relative_path: `InputFile.path`.
        options: How inputs are read.
        metadata: What the sidecars say (`read_sidecars`), by source. What is said of a file
            of many holds for those of its articles that do not say otherwise. Without it
            the articles carry what they say themselves, and `apply_sidecar` joins later.

    Yields:
        Articles whose source is the path; `path#n` for record n of a file of many
        (counted from 1, those that are a problem included), `archive.zip!inner/path` for a
        member of an archive, and both together: `archive.zip!day.jsonl#7`.

    Raises:
        MemoryError, WhosaidError: The machine has no room to read or unpack it.
    """
    options = options or IngestOptions()
    source = printable_path(relative_path)
    if is_misplaced(relative_path):
        yield loss(source, "This is read at the top of the corpus only; move it there.")
        return
    count = 0
    sources: set[str] = set()
    try:
        with _open_inside(corpus, relative_path) as stream:
            size = os.fstat(stream.fileno()).st_size
            entry = Entry(source, PurePosixPath(source).name, stream, size)
            context = Context(options, Budget(options, size), read_entry)
            for found in read_entry(entry, context):
                count += 1
                if not isinstance(found, Article):
                    yield found
                elif found.source in sources:
                    yield failure(found.source, _SAME_PLACE)
                else:
                    sources.add(found.source)
                    yield apply_sidecar(found, metadata or {})
    except BoundsError as error:
        yield failure(source, str(error))
    except _NotAFileError as error:
        yield failure(source, str(error))
    except OSError as error:
        yield failure(source, f"This cannot be opened ({error.strerror}); check its permissions.")
    else:
        if not count:
            yield failure(source, "This holds no articles; delete it, or put some into it.")


def mistakable(paths: Iterable[str]) -> dict[str, str]:
    """Inputs that their names do not tell from others of the corpus, and why, as a sentence.

    `a.jsonl#1` beside `a.jsonl` is also the source of its first record. By the names alone, so
    that it never depends on which was read first.
    """
    found: dict[str, str] = {}
    path_of: dict[str, str] = {}
    for path in sorted(paths):
        if path_of.setdefault(printable_path(path), path) != path:
            found[path] = "Another file has a name that reads like this one: rename one of them."
    for source, path in path_of.items():
        for cut in _PART.finditer(source):
            if source[: cut.start()] in path_of:
                found[path] = (
                    f"Its name is that of a part of {source[: cut.start()]}, which is there too: "
                    "rename this file."
                )
    return found


def apply_sidecar(article: Article, metadata: Mapping[str, Metadata]) -> Article:
    """The article with what the sidecars say of it; the outlet from the address if need be."""
    own, *around = (sidecar_of(metadata, place) for place in containers(article.source))
    joined = join_metadata(own, article.metadata)
    for described in around:
        joined = join_metadata(joined, described)
    return replace(article, metadata=with_outlet(joined))


def printable_path(path: str) -> str:
    """A path that any UTF-8 file can hold: bytes that are no UTF-8 become `\\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


class _NotAFileError(Exception):
    """Something at a path that is not to be opened; its message is for the user."""


def _open_inside(corpus: Path, relative_path: str) -> BinaryIO:
    path = corpus / relative_path
    if path.is_symlink():
        if path.is_dir():
            raise _NotAFileError("This is a link to a folder; put the folder itself here.")
        if not path.exists():
            raise _NotAFileError("This link leads nowhere; put the file itself here.")
    if not path.resolve().is_relative_to(corpus.resolve()):
        raise _NotAFileError("This link leads out of the corpus; put the file itself here.")
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise _NotAFileError("This folder cannot be entered; check its permissions.")
    if not stat.S_ISREG(mode):
        raise _NotAFileError("This is no regular file; leave it out.")
    return path.open("rb")


def _scan(corpus: Path) -> list[InputFile]:
    return sorted(_walk(corpus, ""), key=lambda found: found.path)


def _walk(corpus: Path, folder: str) -> Iterator[InputFile]:
    try:
        with os.scandir(corpus / folder) as scan:
            found = sorted(scan, key=lambda item: item.name)
    except OSError:
        if not folder:
            raise
        # a folder that cannot be entered is an input that cannot be read
        yield InputFile(folder.rstrip("/"), 0, 0)
        return
    parts_of_pages = folders_of_parts(item.name for item in found)
    for item in found:
        if is_left_out(item.name):
            continue
        if item.is_dir(follow_symlinks=False):
            if os.path.exists(os.path.join(item.path, OF_OUTPUTS)):
                continue
            if item.name not in parts_of_pages:
                yield from _walk(corpus, f"{folder}{item.name}/")
            continue
        try:
            status = item.stat()
        except OSError:
            try:
                status = item.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue
        yield InputFile(f"{folder}{item.name}", status.st_size, status.st_mtime_ns)


def _name(found: InputFile) -> str:
    return PurePosixPath(found.path).name
