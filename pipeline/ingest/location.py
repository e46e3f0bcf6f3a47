"""Where a corpus lies: in a folder, or in object storage under an address such as `s3://…`.

Readers only know folders. A corpus lists its files, and brings those that are to be read
to hand as files under a folder: its own, where it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit
from urllib.request import url2pathname

from pipeline.errors import WhosaidError
from pipeline.files import is_readable
from pipeline.ingest.corpus import list_inputs, list_sidecars
from pipeline.ingest.options import InputFile

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_WEB = frozenset(("http", "https", "ftp", "ftps"))


class Corpus(Protocol):
    """Files with raw articles."""

    @property
    def name(self) -> str:
        """What finds it again: an absolute path, or an address."""
        ...

    def inputs(self) -> list[InputFile]:
        """Files that may hold articles, sorted by path. Raises OSError or WhosaidError."""
        ...

    def sidecars(self) -> list[InputFile]:
        """Its `metadata.csv` files, sorted by path. Raises OSError or WhosaidError."""
        ...

    def at_hand(self, paths: Sequence[str]) -> AbstractContextManager[Path]:
        """A folder under which these of its files lie, while it is entered.

        One that is gone or may not be read is not there. Raises WhosaidError if the storage
        does not answer.
        """
        ...

    def may_be_readable(self, path: str) -> bool:
        """Whether a file that could not be read is worth another try."""
        ...


@dataclass(frozen=True, slots=True)
class FolderCorpus:
    """A corpus that is a folder of this machine."""

    folder: Path

    @property
    def name(self) -> str:
        return str(self.folder)

    def inputs(self) -> list[InputFile]:
        return list_inputs(self.folder)

    def sidecars(self) -> list[InputFile]:
        return list_sidecars(self.folder)

    @contextmanager
    def at_hand(self, paths: Sequence[str]) -> Iterator[Path]:
        yield self.folder

    def may_be_readable(self, path: str) -> bool:
        return is_readable(self.folder / path)


def corpus_at(place: Path | str) -> Corpus:
    """The corpus in a folder, or at an address.

    Raises WhosaidError for an address that no corpus can have, and for an empty name.
    """
    if not str(place):
        raise WhosaidError("the corpus has no name: give the folder of the articles.")
    if isinstance(place, Path) or not is_address(place):
        # zsh leaves the ~ of CORPUS=~/articles to us.
        return FolderCorpus(Path(place).expanduser().resolve())
    scheme = urlsplit(place).scheme.lower()
    if scheme == "file":
        return FolderCorpus(folder_of(place).resolve())
    if scheme in _WEB:
        raise WhosaidError(
            f"{place} is an address of the web, from which whosaid fetches nothing: download "
            "the articles into a folder, and name that."
        )
    from pipeline.ingest.remote import RemoteCorpus

    return RemoteCorpus(place)


def is_address(place: str) -> bool:
    """Whether this is an address such as `s3://bucket/news` rather than a path."""
    return _ADDRESS.match(place) is not None


def folder_of(address: str) -> Path:
    """The folder that a `file://` address names.

    Raises WhosaidError if it names another machine.
    """
    parts = urlsplit(address)
    if parts.netloc not in ("", "localhost"):
        raise WhosaidError(
            f"{address} names another machine, {parts.netloc}: write file:/// and the path."
        )
    return Path(url2pathname(parts.path))
