"""What lies in a corpus and is no article, wherever the corpus lies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Set
from pathlib import PurePosixPath

from pipeline.ingest.sidecar import SIDECAR_NAME

_AT_TOP = frozenset(("speakers.csv", "corrections.csv"))
CONTROL_FILES = _AT_TOP | {SIDECAR_NAME}
"""Files that tell whosaid something and are no articles."""

OF_OUTPUTS = "store/manifest.sqlite"
"""What tells a folder of our own outputs, which may lie in the corpus: `whosaid run .`"""

OUTPUT_FOLDERS = frozenset(("store", "tables", "text", "report"))
"""Folders inside it, which hold none of the user's articles."""

_SYSTEM_FILES = frozenset(("thumbs.db", "desktop.ini"))
_SYSTEM_FOLDERS = frozenset(("__MACOSX",))
# What browsers put beside a page saved "complete": `story.html` and `story_files/`.
_PAGE_PARTS = ("_files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_file")
_PAGES = (".html", ".htm", ".xhtml")


def control_file_meant(source: str) -> str:
    """The control file that a name is likely meant for: `Speakers.csv`, `metadata (1).xlsx`,
    and what lies in an archive; empty if none."""
    words = re.match("[a-z]*", re.split("[/!]", source)[-1].lower())
    name = f"{words[0]}.csv" if words else ""
    return name if name in CONTROL_FILES else ""


def is_control_file(path: str) -> bool:
    """Whether a file of a corpus tells whosaid something where it lies: `metadata.csv` in any
    folder, the others at the top. `path` is `InputFile.path`."""
    return path in _AT_TOP or PurePosixPath(path).name == SIDECAR_NAME


def is_misplaced(path: str) -> bool:
    """Whether a file would be a control file at the top of the corpus: `2024/speakers.csv`."""
    return "/" in path and PurePosixPath(path).name in _AT_TOP


def is_left_out(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or left by a system or open program."""
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_FILES or name in _SYSTEM_FOLDERS


def folders_of_parts(names: Iterable[str]) -> Set[str]:
    """Names that a folder of parts of a saved page has, if these names lie beside it."""
    pages = {PurePosixPath(name).stem for name in names if name.lower().endswith(_PAGES)}
    return {page + part for page in pages for part in _PAGE_PARTS}


def not_left_out(paths: Collection[str]) -> Iterator[str]:
    """The paths that are read, where a place has no folders to walk: storage, an archive."""
    names_in: dict[PurePosixPath, list[str]] = defaultdict(list)
    for path in paths:
        pure = PurePosixPath(path)
        names_in[pure.parent].append(pure.name)
    parts_of_pages = {folder: folders_of_parts(names) for folder, names in names_in.items()}
    outputs = {
        PurePosixPath(path).parents[1] for path in paths if f"/{path}".endswith(f"/{OF_OUTPUTS}")
    }

    def is_out(place: PurePosixPath) -> bool:
        hidden = is_left_out(place.name) and place.name != ".."
        return hidden or place in outputs or place.name in parts_of_pages.get(place.parent, ())

    for path in paths:
        pure = PurePosixPath(path)
        if not any(is_out(place) for place in (pure, *pure.parents)):
            yield path
