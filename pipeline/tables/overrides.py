"""A user's own word on who is who: `speakers.csv` in the corpus folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import dropwhile, zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from pipeline.records import Problem, SpeakerType

if TYPE_CHECKING:
    import pandas as pd

SPEAKER_OVERRIDES = "speakers.csv"
"""Columns `alias, speaker, type, title`; it overrules what is found."""
_COLUMNS = ("alias", "speaker", "type", "title")
_NEEDED = ("alias", "speaker")
_TYPES = get_args(SpeakerType)


def read_overrides(path: Path) -> tuple[pd.DataFrame | None, list[Problem]]:
    """The user's table with its column names in small letters, or None if there is none.

    Also what is wrong with it: a column is misspelt, or one that it needs is not there (it may
    have others of its own); a row lacks one of these, or has a type that there is not; an alias
    is no name, or has two rows that differ.
    """
    if not path.is_file():
        return None, []
    import pandas as pd

    from pipeline.ingest.decode import decode_bytes
    from pipeline.ingest.sidecar import LEFT_OPEN, is_left_open, split_rows

    text = decode_bytes(path.read_bytes()).text
    header, *rows = list(dropwhile(_is_empty, split_rows(text))) or [[]]
    names = [name.strip().lower() for name in header]
    table = {
        number: {name: value for name, value in zip_longest(names, row[: len(names)], fillvalue="")}
        for number, row in enumerate(rows, start=1)
        if not _is_empty(row)
    }
    told: list[tuple[str, str]] = []
    if table:
        told += [(SPEAKER_OVERRIDES, sentence) for sentence in _of_columns(names)]
    if is_left_open(text):
        told.append((SPEAKER_OVERRIDES, LEFT_OPEN))
    if set(_NEEDED) <= set(names):
        told += [
            (f"{SPEAKER_OVERRIDES}#{number}", sentence) for number, sentence in _of_rows(table)
        ]
    problems = [Problem(place, "tables", "warning", sentence) for place, sentence in told]
    return pd.DataFrame([*table.values()]), problems


def type_of(cell: str) -> str:
    """The type that a cell of a user's table gives; empty if it gives none that there is."""
    type_ = cell.strip().lower()
    return type_ if type_ in _TYPES else ""


def _of_columns(names: Sequence[str]) -> Iterator[str]:
    others = [name for name in names if name not in _COLUMNS]
    for column in _COLUMNS:
        if column in names:
            continue
        slips = get_close_matches(column, others, 1)
        if slips:
            yield f"The column {slips[0]} is not read: if it is a slip, name it {column}."
        elif column in _NEEDED:
            yield f"The column {column} is missing: add it; nothing was read."


def _is_empty(row: Sequence[str]) -> bool:
    return not any(cell.strip() for cell in row)


def _of_rows(table: Mapping[int, Mapping[str, str]]) -> Iterator[tuple[int, str]]:
    from pipeline.tables.mentions import alias_key

    said: dict[str, list[str]] = {}
    for number, row in table.items():
        for sentence in _of_row(row):
            yield number, sentence
        key, says = alias_key(row["alias"]), [row.get(name, "").strip() for name in _COLUMNS[1:]]
        if not row["speaker"].strip() or not row["alias"].strip():
            continue
        if not key:
            yield number, f"“{row['alias'].strip()[:40]}” is no name, and changed none: correct it."
        elif said.setdefault(key, says) != says:
            said[key] = says
            yield (
                number,
                f"An earlier row says something else of “{row['alias'].strip()[:40]}”, and this "
                "one counts: remove one of them.",
            )


def _of_row(row: Mapping[str, str]) -> Iterator[str]:
    for column in _NEEDED:
        if not row[column].strip():
            yield f"This row has no {column}, so that it says nothing: fill its column {column}."
            return
    type_ = row.get("type", "").strip()
    if type_ and not type_of(type_):
        yield f"“{type_[:40]}” is no type, and changed none: use one of {', '.join(_TYPES)}."
