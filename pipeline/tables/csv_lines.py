"""Columns to lines of CSV, a batch at a time.

Whatever needs a look, a cell that might start a formula or is more than one line, is found
in the bytes of whole columns; only those cells are dealt with one by one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.cells import LONGEST_CELL, UNSEEN
from pipeline.schema import Column

_SPACING = (
    r"\x00-\x1f\x7f-\x9f\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
)
"""What Python takes for white space, and control characters; the plain space aside."""
_NOT_PLAIN = f"^[{UNSEEN} ]*[=+@-]|[{_SPACING}]|  |^ | $"
_ROWS_AT_ONCE = 4096
"""As many of the longest cells still have offsets of 32 bits."""
_WAITING = 2
"""Batches that may wait for their turn to be written."""

Guard = Callable[[str], str]
Bytes = npt.NDArray[np.uint8]
Flags = npt.NDArray[np.bool_]


def csv_lines(
    columns: Sequence[Column], table: pa.Table, guard: Guard, pool: Executor
) -> Iterator[memoryview]:
    """The rows of a table as bytes of CSV, as `csv.writer` would write them.

    guard: `text_cell` or `raw_cell`, for the cells that carry text from outside.
    pool: of threads, which Arrow and NumPy let work side by side.
    """
    waiting: deque[Future[memoryview]] = deque()
    for batch in table.to_batches(max_chunksize=_ROWS_AT_ONCE):
        waiting.append(pool.submit(_lines, columns, guard, batch))
        if len(waiting) > _WAITING:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _lines(columns: Sequence[Column], guard: Guard, batch: pa.RecordBatch) -> memoryview:
    cells = [
        _quoted(_cells(column, values, guard))
        if column.type == "text"
        else _cells(column, values, guard)
        for column, values in zip(columns, batch.columns, strict=True)
    ]
    lines = pc.binary_join_element_wise(*cells, ",")
    lines = pc.binary_join_element_wise(lines, "\r\n", "")
    _, offsets, data = lines.buffers()
    end = int(np.frombuffer(offsets, np.int32)[len(lines)])
    return memoryview(data)[:end]


def _cells(column: Column, values: pa.Array, guard: Guard) -> pa.StringArray:
    if column.type == "number":
        known = values.dictionary_encode()
        shown = pa.array([repr(value) for value in known.dictionary.to_pylist()], pa.string())
        return pc.fill_null(shown.take(known.indices), "")
    cells = pc.fill_null(values.cast(pa.string()), "")
    return guarded(cells, guard) if column.outside else cells


def guarded(cells: pa.StringArray, guard: Guard) -> pa.StringArray:
    """The cells, those that are not plainly a single line of text as `guard` gives them."""
    may_be_odd = _may_be_odd(cells)
    if not may_be_odd.any():
        return cells
    looked_at = cells.filter(pa.array(may_be_odd))
    suspect = pc.or_(
        pc.match_substring_regex(looked_at, _NOT_PLAIN),
        pc.greater_equal(pc.binary_length(looked_at), LONGEST_CELL),
    )
    may_be_odd[may_be_odd] = np.asarray(suspect)
    return _replaced(cells, may_be_odd, lambda found: [guard(cell) for cell in found.to_pylist()])


def _quoted(cells: pa.StringArray) -> pa.StringArray:
    def quote(found: pa.StringArray) -> Any:
        doubled = pc.replace_substring(found, '"', '""')
        return pc.binary_join_element_wise('"', doubled, '"', "")

    letters, bounds = _bytes(cells)
    return _replaced(cells, _with_any(_IN_QUOTES[letters], bounds), quote)


def _table_of_bytes(*found: int) -> Flags:
    table = np.zeros(256, bool)
    table[list(found)] = True
    return table


_IN_QUOTES = _table_of_bytes(*b'",\r\n')
# Of UTF-8, the first bytes of all that `_NOT_PLAIN` looks for; E2 opens the curly quotation
# marks as well, so of it the bytes that follow are asked too.
_ODD = _table_of_bytes(*range(0x20), 0x7F, 0xC2, 0xD8, 0xE1, 0xE3, 0xEF)
_GENERAL_PUNCTUATION = 0xE2
_ODD_AFTER_E2_80 = _table_of_bytes(*range(0x80, 0x90), *range(0xA8, 0xB0))
_ODD_AT_START = _table_of_bytes(*b" =+-@")
_SPACE = 0x20


def _may_be_odd(cells: pa.StringArray) -> Flags:
    """Every cell that `_NOT_PLAIN` matches or that is too long, and a few others."""
    letters, bounds = _bytes(cells)
    marked = _ODD[letters]
    is_space = letters == _SPACE
    marked[1:] |= is_space[1:] & is_space[:-1]
    general = np.flatnonzero(letters == _GENERAL_PUNCTUATION)
    marked[general] = (letters[general + 1] != 0x80) | _ODD_AFTER_E2_80[letters[general + 2]]
    some = bounds[1:] > bounds[:-1]
    first, last = bounds[:-1][some], bounds[1:][some] - 1
    marked[first] |= _ODD_AT_START[letters[first]]
    marked[last] |= is_space[last]
    return _with_any(marked, bounds) | (np.diff(bounds) >= LONGEST_CELL)


def _bytes(cells: pa.StringArray) -> tuple[Bytes, npt.NDArray[np.int32]]:
    """The bytes of all cells one after another, and where each starts and the last ends."""
    _, offsets, data = cells.buffers()
    if not len(cells):
        return np.zeros(0, np.uint8), np.zeros(1, np.int32)
    bounds = np.frombuffer(offsets, np.int32)[cells.offset : cells.offset + len(cells) + 1]
    if bounds[0] == bounds[-1]:
        return np.zeros(0, np.uint8), bounds - bounds[0]
    return np.frombuffer(data, np.uint8)[bounds[0] : bounds[-1]], bounds - bounds[0]


def _with_any(marked: Flags, bounds: npt.NDArray[np.int32]) -> Flags:
    """Which cells have a marked byte."""
    found = np.zeros(len(bounds) - 1, bool)
    places = np.flatnonzero(marked)
    if len(places):
        found[np.searchsorted(bounds, places, "right") - 1] = True
    return found


def _replaced(
    cells: pa.StringArray, mask: Flags, new: Callable[[pa.StringArray], Any]
) -> pa.StringArray:
    if not mask.any():
        return cells
    of_arrow = pa.array(mask)
    values = new(cells.filter(of_arrow))
    if not isinstance(values, pa.Array):
        values = pa.array(values, pa.string())
    return pc.replace_with_mask(cells, of_arrow, values)
