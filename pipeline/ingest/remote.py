"""A corpus in object storage, read through fsspec: `s3://…`, `gs://…` and what else it knows.

Files are listed by the process that leads a run, and fetched by the workers, a batch at a
time into a temporary folder: no machine ever holds more of the corpus than it is reading.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.errors import WhosaidError
from pipeline.ingest.left_out import is_control_file, not_left_out
from pipeline.ingest.options import InputFile
from pipeline.ingest.sidecar import SIDECAR_NAME

_FETCHED_AT_ONCE = 16
_EXTRAS = ("s3", "gs")
_MARKS = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "created")
"""What storages tell of a file that changes with it, the surest first."""
_NO_FILE = (FileNotFoundError, PermissionError, FileExistsError, NotADirectoryError)
_NOT_FOUND = 404
"""The status of an answer, which gcsfs tells of a missing file instead of `FileNotFoundError`."""


@dataclass(frozen=True, slots=True)
class RemoteCorpus:
    """A corpus at an address that fsspec understands."""

    address: str

    @property
    def name(self) -> str:
        return self.address

    def inputs(self) -> list[InputFile]:
        """As `list_inputs` of a folder: the same names are left out."""
        return [found for found in self._scan(anew=True) if not is_control_file(found.path)]

    def sidecars(self) -> list[InputFile]:
        return [found for found in self._scan() if _name(found.path) == SIDECAR_NAME]

    @contextmanager
    def at_hand(self, paths: Sequence[str]) -> Iterator[Path]:
        system, root = self._open()
        with tempfile.TemporaryDirectory(prefix="whosaid-") as name:
            folder = Path(name)

            def fetch(path: str) -> None:
                _fetch(system, f"{root}/{path}", folder / path)

            with ThreadPoolExecutor(_FETCHED_AT_ONCE) as fetching:
                try:
                    # An address may hold any name; what would lie elsewhere is not fetched.
                    list(fetching.map(fetch, filter(_stays_inside, paths)))
                except Exception as error:
                    raise self._no_answer(error) from error
            yield folder

    def may_be_readable(self, path: str) -> bool:
        return True

    def _scan(self, *, anew: bool = False) -> list[InputFile]:
        system, root = self._open()
        try:
            if anew:
                system.invalidate_cache()
            listed: Mapping[str, Mapping[str, Any]] = system.find(root, detail=True)
        except Exception as error:
            raise self._no_answer(error) from error
        files = {
            path[len(root) + 1 :]: about
            for path, about in listed.items()
            if about["type"] == "file" and len(path) > len(root) + 1 and not path.endswith("/")
        }
        return sorted(
            (
                InputFile(path, int(files[path].get("size") or 0), _mark(files[path]))
                for path in not_left_out(files)
            ),
            key=lambda found: found.path,
        )

    def _open(self) -> tuple[Any, str]:
        """The storage, and where in it the corpus begins."""
        scheme = self.address.split("://")[0]
        try:
            from fsspec.core import url_to_fs

            system, root = url_to_fs(self.address)
        except ImportError as error:
            what = "pip install fsspec"
            if scheme in _EXTRAS:
                what = f"pip install -e '.[{scheme}]' in whosaid's folder"
            raise WhosaidError(
                f"reading {scheme}:// needs a library that is not installed ({error}): run {what}."
            ) from error
        except ValueError as error:
            raise WhosaidError(
                f"{self.address} cannot be read ({error}): name a folder, or an address such "
                "as s3://bucket/news or gs://bucket/news."
            ) from error
        return system, root.rstrip("/")

    def _no_answer(self, error: Exception) -> WhosaidError:
        what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        return WhosaidError(
            f"the corpus at {self.address} cannot be read ({what}): check the address, your "
            "credentials and the connection, and run again; what was done is kept."
        )


def _fetch(system: Any, path: str, to: Path) -> None:
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        system.get_file(path, str(to))
    except Exception as error:
        if not isinstance(error, _NO_FILE) and getattr(error, "status", None) != _NOT_FOUND:
            raise
        # It is no file then where it is looked for, which its reader tells of.
        to.unlink(missing_ok=True)


def _stays_inside(path: str) -> bool:
    parts = path.replace("\\", "/").split("/")
    return ".." not in parts and bool(parts[0]) and ":" not in parts[0]


def _mark(about: Mapping[str, Any]) -> int:
    """A number that stands for a file's state, in place of the time of its last change."""
    found = next((about[mark] for mark in _MARKS if about.get(mark)), "")
    # Seven bytes of nanoseconds lie long ago, as the time of a file that rests does.
    return int.from_bytes(hashlib.sha256(str(found).encode()).digest()[:7])


def _name(path: str) -> str:
    return PurePosixPath(path).name
