"""What lies in a corpus and is no article, wherever the corpus lies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from pathlib import PurePosixPath

from pipeline.ingest.sidecar import SIDECAR_NAME

CONTROL_FILES = frozenset((SIDECAR_NAME, "speakers.csv", "corrections.csv"))
"""Files that tell whosaid something and are no articles, wherever they lie."""

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


def is_left_out(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or left by a system or open program."""
    return name.startswith((".", "~$")) or name.lower() in _SYSTEM_FILES or name in _SYSTEM_FOLDERS


def folders_of_parts(names: Iterable[str]) -> Set[str]:
    """Names that a folder of parts of a saved page has, if these names lie beside it."""
    pages = {PurePosixPath(name).stem for name in names if name.lower().endswith(_PAGES)}
    return {page + part for page in pages for part in _PAGE_PARTS}
