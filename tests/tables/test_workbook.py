from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.errors import WhosaidError
from pipeline.schema import TABLES
from pipeline.tables import workbook
from pipeline.tables.workbook import write_workbook
from tests.report.invented import Newsroom, harbour_story


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_workbook(harbour_story().write(tmp_path_factory.mktemp("harbour")))


def sheet(path: Path, name: str) -> Worksheet:
    return openpyxl.load_workbook(path)[name]


def cells(rows: Worksheet, column: str) -> list[object]:
    place = [cell.value for cell in rows[1]].index(column)
    return [row[place].value for row in rows.iter_rows(min_row=2)]


def outlets(tmp_path: Path, *names: str) -> Path:
    """A workbook whose articles have these outlets."""
    news = Newsroom()
    for number, name in enumerate(names):
        news.article(f"Title {number:03}", "Text.", outlet=name)
    return write_workbook(news.write(tmp_path))


def test_there_is_a_sheet_for_each_table_with_its_columns(harbour: Path) -> None:
    book = openpyxl.load_workbook(harbour)
    assert book.sheetnames == ["read me", *(table.name for table in TABLES)]
    for table in TABLES:
        assert [cell.value for cell in book[table.name][1]] == list(table.column_names)


def test_the_header_stays_in_sight_and_filters(harbour: Path) -> None:
    quotes = sheet(harbour, "quotes")
    assert quotes.freeze_panes == "A2"
    assert quotes.auto_filter.ref == "A1:AF9"


def test_the_first_sheet_says_what_every_column_means(harbour: Path) -> None:
    told = [[cell.value for cell in row] for row in sheet(harbour, "read me").iter_rows()]
    meanings = {row[1]: row[2] for row in told if row[2]}
    for table in TABLES:
        for column in table.columns:
            assert meanings[column.name]
    assert ["quotes", "8 rows", "one row an attributed statement"] in told


def test_full_dates_are_dates_and_partial_ones_are_text(harbour: Path) -> None:
    assert set(cells(sheet(harbour, "articles"), "published")) == {
        datetime.datetime(2021, 10, 5),
        "2021-10",
    }


@pytest.mark.parametrize("day", ["1899-12-31", "1900-02-28", "2021-02-30", "0001-01-01"])
def test_days_that_excel_does_not_know_are_text(tmp_path: Path, day: str) -> None:
    news = Newsroom()
    news.article("Title", "Text.", published=day)
    assert cells(sheet(write_workbook(news.write(tmp_path)), "articles"), "published") == [day]


def test_a_quotation_links_to_its_place_in_the_report(harbour: Path) -> None:
    quotes = sheet(harbour, "quotes")
    first = quotes["A2"]
    article_id = quotes["B2"].value
    # As Excel writes a relative path; LibreOffice follows it on every system too.
    assert first.hyperlink.target == f"report\\articles\\{article_id}.html"
    assert first.hyperlink.location == f"q-{first.value}"
    assert all(row[0].hyperlink for row in quotes.iter_rows(min_row=2))


def test_columns_are_wide_enough_to_read_and_not_wider(harbour: Path) -> None:
    widths = sheet(harbour, "quotes").column_dimensions
    assert 60 <= widths["L"].width <= 71
    assert 9 <= widths["M"].width <= 12
    assert widths["A"].width < 16 > widths["B"].width


def test_one_long_cell_makes_no_column_wide(tmp_path: Path) -> None:
    names = ["Gull"] * 19 + ["The Very Long Name of a Newspaper of a Town by the Sea"]
    assert sheet(outlets(tmp_path, *names), "articles").column_dimensions["D"].width < 12


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(“x”)", "http://a.example", "0012", "1e5"]
)
def test_text_from_outside_is_text_as_it_stands(tmp_path: Path, text: str) -> None:
    cell = sheet(outlets(tmp_path, text), "articles")["D2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert bool(cell.quotePrefix) == (text[0] in "=+-@")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("é “curly” ﬁ 𝄞 日本", "é “curly” ﬁ 𝄞 日本"),
        ("a\x00b\x07c\nd\te", "a b c d e"),
        ("_x0041_ and _x000D_", "_x0041_ and _x000D_"),
        ("\ufffe\uffff<&>", "��<&>"),
        ("x" * 40_000, "x" * 32_766 + "…"),
        ("𝄞" * 20_000, "𝄞" * 16_383 + "…"),
    ],
)
def test_no_character_breaks_the_workbook(tmp_path: Path, text: str, cell: str) -> None:
    path = outlets(tmp_path, text)
    # Excel and LibreOffice undo these escapes themselves; openpyxl leaves it to us.
    assert [unescape(str(one)) for one in cells(sheet(path, "articles"), "outlet")] == [cell]
    with zipfile.ZipFile(path) as parts:
        assert parts.testzip() is None


def test_ids_that_look_like_numbers_stay_text(tmp_path: Path) -> None:
    news = Newsroom()
    news.article("Title", "Text.", duplicate_of="1234567890123456")
    path = write_workbook(news.write(tmp_path))
    assert cells(sheet(path, "articles"), "duplicate_of") == ["1234567890123456"]


def test_a_table_over_a_sheets_rows_goes_on_in_a_next_one(tmp_path: Path) -> None:
    news = Newsroom()
    for number in range(5):
        news.article(f"Title {number}", "Text.")
    path = write_workbook(news.write(tmp_path), most_rows=2)
    book = openpyxl.load_workbook(path)
    assert [name for name in book.sheetnames if name.startswith("articles")] == [
        "articles",
        "articles 2",
        "articles 3",
    ]
    titles = [
        title
        for name in ("articles", "articles 2", "articles 3")
        for title in cells(book[name], "title")
    ]
    assert sorted(map(str, titles)) == [f"Title {number}" for number in range(5)]
    notes = [str(row[2].value) for row in book["read me"].iter_rows()]
    assert any("goes on as far as articles 3" in note for note in notes)


def test_rows_beyond_the_links_that_excel_allows_are_there_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_LINKS", 2)
    path = outlets(tmp_path, "a", "b", "c")
    linked = [row[0].hyperlink is not None for row in sheet(path, "articles").iter_rows(min_row=2)]
    assert linked == [True, True, False]
    notes = [str(row[2].value) for row in sheet(path, "read me").iter_rows()]
    assert any("Excel's limit" in note for note in notes)


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    outputs = harbour_story().write(tmp_path)
    assert write_workbook(outputs).read_bytes() == write_workbook(outputs).read_bytes()


def test_pandas_reads_every_row_back(harbour: Path) -> None:
    quotes = pd.read_excel(harbour, sheet_name="quotes")
    parquet = pd.read_parquet(harbour.parent / "tables" / "quotes.parquet")
    assert quotes["quote"].tolist() == parquet["quote"].tolist()
    assert quotes["confidence"].tolist() == parquet["confidence"].tolist()
    assert quotes["start"].tolist() == parquet["start"].tolist()


def test_without_tables_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WhosaidError, match="run `whosaid run` with this outputs folder first"):
        write_workbook(tmp_path)


def test_a_workbook_that_cannot_be_replaced_is_told_plainly(tmp_path: Path) -> None:
    outputs = harbour_story().write(tmp_path)
    (outputs / "whosaid.xlsx").mkdir()
    with pytest.raises(WhosaidError, match="close it if another program has it open"):
        write_workbook(outputs)
    assert [path.name for path in outputs.glob("*.partial*")] == []
