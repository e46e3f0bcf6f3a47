"""Columns to lines of CSV, a batch at a time.

Whatever needs a look, a cell that might start a formula or is more than one line, is found
with regular expressions over whole columns; only those cells are dealt with one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.schema import Column
from pipeline.tables.cells import LONGEST_CELL, UNSEEN

_SPACING = (
    r"\x00-\x1f\x7f-\x9f\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
)
"""What Python takes for white space, and control characters; the plain space aside."""
_NOT_PLAIN = f"^[{UNSEEN} ]*[=+@-]|[{_SPACING}]|  |^ | $"
_NEEDS_QUOTES = '[",\r\n]'
_ROWS_AT_ONCE = 4096
"""As many of the longest cells still have offsets of 32 bits."""

Guard = Callable[[str], str]


def csv_lines(columns: Sequence[Column], table: pa.Table, guard: Guard) -> list[memoryview]:
    """The rows of a table as bytes of CSV, as `csv.writer` would write them.

    guard: `text_cell` or `raw_cell`, for the cells that carry text from outside.
    """
    return [
        _lines(columns, batch, guard) for batch in table.to_batches(max_chunksize=_ROWS_AT_ONCE)
    ]


def _lines(columns: Sequence[Column], batch: pa.RecordBatch, guard: Guard) -> memoryview:
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
    suspect = pc.or_(
        pc.match_substring_regex(cells, _NOT_PLAIN),
        pc.greater_equal(pc.binary_length(cells), LONGEST_CELL),
    )
    return _replaced(cells, suspect, lambda found: [guard(cell) for cell in found.to_pylist()])


def _quoted(cells: pa.StringArray) -> pa.StringArray:
    def quote(found: pa.StringArray) -> Any:
        doubled = pc.replace_substring(found, '"', '""')
        return pc.binary_join_element_wise('"', doubled, '"', "")

    return _replaced(cells, pc.match_substring_regex(cells, _NEEDS_QUOTES), quote)


def _replaced(
    cells: pa.StringArray, mask: pa.BooleanArray, new: Callable[[pa.StringArray], Any]
) -> pa.StringArray:
    if not mask.true_count:
        return cells
    values = new(cells.filter(mask))
    if not isinstance(values, pa.Array):
        values = pa.array(values, pa.string())
    return pc.replace_with_mask(cells, mask, values)
