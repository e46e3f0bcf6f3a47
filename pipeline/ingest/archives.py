"""Archives: each member read as if it lay in the corpus, streamed and within bounds.

Members are never written under their own names: each is unpacked to a nameless
temporary file and read from there, so that no name in an archive can lead anywhere.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import re
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from typing import IO, cast

from pipeline.errors import WhosaidError
from pipeline.ingest.entry import Context, Entry, failure, loss
from pipeline.ingest.left_out import CONTROL_FILES, not_left_out
from pipeline.ingest.options import MEBIBYTE, IngestError
from pipeline.records import Article, Problem

_CHUNK = MEBIBYTE
_KEPT_IN_MEMORY = 8 * MEBIBYTE
_SAYS_UTF8 = 1 << 11
"""The flag of a zip's member whose name is in UTF-8; others are read as cp437."""
_PACKED_SUFFIX = re.compile(r"\.(?:gz|bz2|xz)\Z|(?<=\.t)gz\Z", re.IGNORECASE)
_REPLACED = (
    "Further on, the archive holds another file of this name, which takes its place when it is "
    "unpacked: only that one was read; give each a name of its own to have both."
)


def read_zip(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A zip archive; a member that is encrypted or damaged is a problem of its own."""
    inner = _inside(context)
    with zipfile.ZipFile(entry.stream) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        last = _last_of_each(map(_name_in_zip, members))
        for number, member in enumerate(members):
            context.budget.add_entry()
            path = member_path(_name_in_zip(member))
            if path not in last:
                continue
            source = f"{entry.source}!{path}"
            if number != last[path]:
                yield loss(source, _REPLACED)
                continue
            if member.flag_bits & 1:
                yield failure(source, "This is locked with a password; unpack it into the corpus.")
                continue
            try:
                with archive.open(member) as packed:
                    yield from _read_member(source, packed, inner)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
                yield failure(source, f"This part of the archive is damaged ({error}).")


def read_tar(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A tar archive; links and devices in it are not followed and become problems."""
    inner = _inside(context)
    entry.stream.seek(0)
    with tarfile.open(fileobj=entry.stream, mode="r:") as archive:
        last = _last_of_each(_names_in(archive, context.options.max_archive_entries))
        for number, member in enumerate(member for member in archive if not member.isdir()):
            context.budget.add_entry()
            path = member_path(member.name)
            if path not in last:
                continue
            source = f"{entry.source}!{path}"
            if number != last[path]:
                yield loss(source, _REPLACED)
                continue
            packed = archive.extractfile(member) if member.isreg() else None
            if packed is None:
                yield loss(source, "This part of the archive is a link or device, not a file.")
                continue
            yield from _read_member(source, packed, inner)
        # where a header is cut or damaged, the library takes it for the end
        entry.stream.seek(archive.offset)
        if entry.stream.read(tarfile.BLOCKSIZE) != bytes(tarfile.BLOCKSIZE):
            yield loss(
                entry.source,
                "This tar archive is damaged or cut short: its end is missing, and what stands "
                "before was read; fetch it again for the rest.",
            )


def read_gzip(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A gzip file: read as what it holds, under its own name; web archives are streamed."""
    entry.stream.seek(0)
    with gzip.GzipFile(fileobj=entry.stream, mode="rb") as packed:
        if packed.read(5) == b"WARC/":
            from pipeline.ingest.warc import read_packed_warc

            packed.seek(0)
            yield from read_packed_warc(entry, packed, context)
            return
    entry.stream.seek(0)
    with gzip.GzipFile(fileobj=entry.stream, mode="rb") as packed:
        yield from _read_packed(entry, packed, context)


def read_bzip2(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A bzip2 file: read as what it holds, under its own name."""
    entry.stream.seek(0)
    with bz2.BZ2File(entry.stream) as packed:
        yield from _read_packed(entry, packed, context)


def read_xz(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """An xz file: read as what it holds, under its own name."""
    entry.stream.seek(0)
    with lzma.LZMAFile(entry.stream) as packed:
        yield from _read_packed(entry, packed, context)


def member_path(name: str) -> str:
    """A member's name as part of a source: relative, with `/`, on one line, never `..`."""
    name = "".join(character if character.isprintable() else "_" for character in name)
    parts = re.sub(r"\A[A-Za-z]:", "", name.replace("\\", "/")).split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "_"


def _read_packed(
    entry: Entry, packed: io.BufferedIOBase, context: Context
) -> Iterator[Article | Problem]:
    """What a packed file holds; of one that breaks off, what comes before."""
    name = _PACKED_SUFFIX.sub(lambda found: "ar" if found[0][0] != "." else "", entry.name)
    whole = _UpToCut(packed)
    read = _read_member(entry.source, cast(IO[bytes], whole), _inside(context), name)
    articles = 0
    problems: list[Problem] = []
    for found in read:
        if isinstance(found, Problem):
            problems.append(found)
            continue
        yield from problems
        problems.clear()
        articles += 1
        yield found
    if not whole.reason:
        yield from problems
        return
    # what is said of the last record is but what the cut did to it
    if articles:
        kept = "what stands before was read, its last article perhaps in part"
        yield loss(
            entry.source,
            f"This packed file is damaged or cut short ({whole.reason}): {kept}; fetch it again.",
        )
    else:
        yield failure(
            entry.source,
            f"This packed file is damaged or cut short ({whole.reason}) before the end of its "
            "first article; fetch it again.",
        )


class _UpToCut:
    """A packed stream that ends where it breaks off: what was unpacked before is not lost."""

    def __init__(self, packed: io.BufferedIOBase) -> None:
        self._packed = packed
        self.reason = ""
        """Why it broke off; empty if it did not."""

    def read(self, size: int) -> bytes:
        if self.reason:
            return b""
        try:
            # `read` would throw away what it has when it comes to the cut
            return self._packed.read1(size)
        except (EOFError, OSError, zlib.error, lzma.LZMAError) as error:
            self.reason = " ".join(str(error).split()).rstrip(".")
            return b""


def _read_member(
    source: str, packed: IO[bytes], context: Context, name: str = ""
) -> Iterator[Article | Problem]:
    name = name or source.rpartition("!")[2].rpartition("/")[2]
    if name in CONTROL_FILES:
        yield loss(source, "This is not read in an archive; put it beside the archive, unpacked.")
        return
    with tempfile.SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY) as unpacked:
        size = 0
        while chunk := packed.read(_CHUNK):
            size += len(chunk)
            context.budget.add_bytes(len(chunk))
            try:
                unpacked.write(chunk)
            except OSError as error:
                raise WhosaidError(
                    f"{source} cannot be unpacked ({error.strerror}): make room in the folder for "
                    "temporary files, or name another one with TMPDIR, and run again; what was "
                    "done is kept."
                ) from error
        stream = cast(IO[bytes], unpacked)
        empty = True
        for found in context.read(Entry(source, name, stream, size), context):
            empty = False
            yield found
        if empty:
            yield failure(source, "This holds no articles.")


def _inside(context: Context) -> Context:
    if context.depth >= context.options.max_archive_depth:
        raise IngestError(
            f"This archive lies more than {context.options.max_archive_depth} archives deep; "
            "unpack the outer ones into the corpus folder."
        )
    return Context(context.options, context.budget, context.read, context.depth + 1)


def _name_in_zip(member: zipfile.ZipInfo) -> str:
    """A member's name; in UTF-8 also where the archive does not say so, as those of macOS."""
    if member.flag_bits & _SAYS_UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _names_in(archive: tarfile.TarFile, most: int) -> Iterator[str]:
    """Names of the first members that are no folders, up to where the archive is damaged.

    The damage is met again, and told, when its members are read.
    """
    with suppress(tarfile.ReadError):
        yield from islice((member.name for member in archive if not member.isdir()), most)


def _last_of_each(names: Iterable[str]) -> Mapping[str, int]:
    """The paths of members that are read, and the number of the last that has each.

    names: of all members but folders. Left out is what is in the corpus folder.
    """
    last = {member_path(name): number for number, name in enumerate(names)}
    return {path: last[path] for path in not_left_out(last)}
