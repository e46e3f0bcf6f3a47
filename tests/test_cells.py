"""A cell shows what it holds in every spreadsheet, and never computes."""

from __future__ import annotations

import csv
import io

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.cells import LONGEST_CELL, raw_cell, text_cell
from pipeline.tables.csv_lines import guarded


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_starts_a_formula(start: str) -> None:
    assert text_cell(f"{start}1+1") == f"'{start}1+1"
    assert text_cell(f" \t{start}1+1") == f"'{start}1+1"
    assert text_cell(f"\u200b{start}1+1").startswith("'")
    assert text_cell(f"\u202e\u2066{start}1+1").startswith("'")
    assert text_cell(f"1{start}1") == f"1{start}1"
    assert raw_cell(f"{start}1+1") == f"{start}1+1"


def test_text_is_one_line() -> None:
    assert text_cell("a\r\nb\n\n c\t\td\u2028e\x00f ") == "a b c d e f"


def test_a_dash_that_is_no_minus_stays() -> None:
    assert text_cell("— Ursula Ferrant") == "— Ursula Ferrant"


def test_a_long_text_is_cut_to_what_a_cell_can_hold() -> None:
    assert text_cell("x" * LONGEST_CELL) == "x" * LONGEST_CELL
    cut = text_cell("x" * (LONGEST_CELL + 1))
    assert len(cut) == LONGEST_CELL
    assert cut.endswith("x…")
    assert len(text_cell("=" + "x" * LONGEST_CELL)) == LONGEST_CELL


def test_excel_counts_a_rare_character_twice() -> None:
    cut = text_cell("😀" * LONGEST_CELL)
    assert len(cut.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert set(cut) == {"😀", "…"}


@given(st.text())
def test_any_text_is_read_back_from_its_cell(text: str) -> None:
    cell = text_cell(text)
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([cell, "next"])
    assert list(csv.reader(io.StringIO(stream.getvalue(), newline=""))) == [[cell, "next"]]
    assert len(cell.splitlines()) <= 1
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@settings(deadline=None)
@given(st.lists(st.text() | st.text(' =+-@\t\u200b\xa0\x85\u2003\u3000a",')))
def test_a_column_at_once_gives_the_same_cells(texts: list[str]) -> None:
    for guard in (text_cell, raw_cell):
        cells = guarded(pa.array(texts, pa.string()), guard)
        assert cells.to_pylist() == [guard(text) for text in texts]
