"""A user's own word on who is who: `speakers.csv` in the corpus folder."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

SPEAKER_OVERRIDES = "speakers.csv"
"""Columns `alias, speaker, type, title`; it overrules what is found."""


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
