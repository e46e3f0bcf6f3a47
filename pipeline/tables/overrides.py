"""A user's own word on who is who: `speakers.csv` in the corpus folder."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.records import Problem

if TYPE_CHECKING:
    import pandas as pd

SPEAKER_OVERRIDES = "speakers.csv"
"""Columns `alias, speaker, type, title`; it overrules what is found."""
_COLUMNS = ("alias", "speaker", "type", "title")
_NEEDED = frozenset(("alias", "speaker"))


def read_overrides(path: Path) -> pd.DataFrame | None:
    """The user's table with its column names in small letters, or None if there is none."""
    if not path.is_file():
        return None
    import pandas as pd

    from pipeline.ingest.decode import decode_bytes
    from pipeline.ingest.sidecar import split_rows

    header, *rows = list(split_rows(decode_bytes(path.read_bytes()).text)) or [[]]
    names = [name.strip().lower() for name in header]
    return pd.DataFrame(
        [
            {name: value for name, value in zip_longest(names, row[: len(names)], fillvalue="")}
            for row in rows
            if any(cell.strip() for cell in row)
        ]
    )


def problems_of(table: pd.DataFrame | None) -> list[Problem]:
    """What is wrong with the columns of a user's table: one is misspelt, or one that it needs
    is not there. It may have others of its own."""
    if table is None or not len(table):
        return []
    others = [name for name in table.columns if name not in _COLUMNS]
    told = []
    for column in _COLUMNS:
        if column in table.columns:
            continue
        slips = get_close_matches(column, others, 1)
        if slips:
            told.append(f"The column {slips[0]} is not read: if it is a slip, name it {column}.")
        elif column in _NEEDED:
            told.append(f"The column {column} is missing: add it; nothing was read.")
    return [Problem(SPEAKER_OVERRIDES, "tables", "warning", text) for text in told]
