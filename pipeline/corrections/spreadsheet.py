"""A CSV that people edit in spreadsheets: read as it was saved, added to in its own manner."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import WhosaidError

_BOM = "\ufeff"
_SEPARATORS = ",;\t|"
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it lies in its file."""

    header: list[str]
    """Names of the columns as `code` writes them."""
    rows: list[list[str]]
    separator: str
    is_utf8: bool
    ends_line: bool
    """Whether the last line is ended."""
    is_left_open: bool
    """Whether a cell begins with a quotation mark that nothing closes."""


def code(cell: str) -> str:
    """A name however it is typed: `Not a quotation` is `not_a_quotation`."""
    return _NOT_WORD.sub("_", cell.strip().casefold()).strip("_")


def read_table(path: Path) -> Sheet | None:
    """The table in a file, whatever separator and encoding it was saved with; None if no file.

    Raises WhosaidError if the file is there and cannot be read.
    """
    from pipeline.ingest.decode import decode_bytes
    from pipeline.ingest.sidecar import is_left_open, split_rows

    if not path.is_file():
        return None
    try:
        data = path.read_bytes()
        text = decode_bytes(data).text
        rows = list(split_rows(text))
        left_open = is_left_open(text)
    except (OSError, csv.Error) as error:
        raise WhosaidError(
            f"{path} cannot be read ({error}): save it again as CSV UTF-8, or take it away."
        ) from error
    first = text.lstrip("\n").split("\n", 1)[0]
    separator = max(_SEPARATORS, key=lambda mark: (first.count(mark), mark == ","))
    while rows and not any(cell.strip() for cell in rows[0]):
        rows.pop(0)
    return Sheet(
        [code(name) for name in rows[0]] if rows else [],
        rows[1:],
        separator,
        _is_utf8(data),
        data.endswith((b"\n", b"\r")),
        left_open,
    )


def add_rows(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Add rows to a file, which is made with `columns` if need be.

    A file that a spreadsheet saved is gone on with in its own separator and order of
    columns. One that lacks a column, or is not in UTF-8, is written anew with all its rows.
    The rows are on the disk on return. Raises WhosaidError if they cannot be written.
    """
    try:
        sheet = read_table(path)
        if sheet is None or not sheet.header:
            _replace(path, _written([columns, *_cells(rows, columns)], ","))
        elif sheet.is_left_open:
            raise WhosaidError(
                f"a cell of {path} begins with a quotation mark that nothing closes, and would "
                "hold what is added as well: close it; nothing was decided."
            )
        elif not sheet.is_utf8 or set(columns) - set(sheet.header):
            header = [*sheet.header, *(name for name in columns if name not in sheet.header)]
            old = [[*row, *[""] * (len(header) - len(row))] for row in sheet.rows]
            _replace(path, _written([header, *old, *_cells(rows, header)], sheet.separator))
        else:
            text = _written(_cells(rows, sheet.header), sheet.separator)
            _append(path, text if sheet.ends_line else "\r\n" + text)
    except OSError as error:
        raise WhosaidError(
            f"{path} cannot be written ({error.strerror}): close it if another program has it "
            "open, and check the folder's permissions; nothing was decided."
        ) from error


def _cells(rows: Iterable[Mapping[str, str]], columns: Sequence[str]) -> list[list[str]]:
    return [[row.get(name, "") for name in columns] for row in rows]


def _written(rows: Iterable[Sequence[str]], separator: str) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


def _append(path: Path, text: str) -> None:
    # One write to a file opened for appending: two reviewers' rows do not mix.
    file = os.open(path, os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0))
    try:
        os.write(file, text.encode("utf-8", "replace"))
        os.fsync(file)
    finally:
        os.close(file)


def _replace(path: Path, text: str) -> None:
    # Hidden, so that what a killed process leaves behind is not read as an article.
    partial = path.with_name(f".{path.name}.partial")
    with partial.open("wb") as stream:
        stream.write((_BOM + text).encode("utf-8", "replace"))
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(path)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
