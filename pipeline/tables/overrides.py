"""A user's own word on who is who: `speakers.csv` in the corpus folder."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

SPEAKER_OVERRIDES = "speakers.csv"
"""Columns `alias, speaker, type, title`; it overrules what is found."""


def read_overrides(path: Path) -> pd.DataFrame | None:
    """The user's table with its column names in small letters, or None if there is none."""
    import pandas as pd

    from pipeline.ingest.decode import decode_bytes

    if not path.is_file():
        return None
    rows = csv.DictReader(decode_bytes(path.read_bytes()).text.splitlines())
    named = [
        {name.strip().lower(): value or "" for name, value in row.items() if name} for row in rows
    ]
    return pd.DataFrame(named)
