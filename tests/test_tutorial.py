"""Whoever follows the tutorial gets its numbers."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.golden import GOLDEN, ROOT, SAMPLE, read_table, run_corpus

TEXT = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
METADATA = next(
    csv.DictReader(["file,url,outlet", *block.splitlines()])
    for block in re.findall(r"```csv\n(.*?)```", TEXT, re.DOTALL)
    if not block.startswith("alias,")
)
OUTLETS = {row["file"]: row["outlet"] for row in METADATA}


@pytest.fixture
def chosen() -> list[dict[str, str]]:
    """The rows that the tutorial's filters leave, with the outlets that it fills in."""
    return [
        {**row, "outlet": row["outlet"] or OUTLETS[row["file"]]}
        for row in read_table(GOLDEN, "quotes")
        if float(row["confidence"]) >= 0.7 and row["act"] == "said" and not row["nested_in"]
    ]


def table(header: str) -> list[list[str]]:
    """The rows of the table that begins with this line, without the line below it."""
    lines = TEXT[TEXT.index(header) :].split("\n\n")[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_first_run_ends_as_told() -> None:
    articles, quotes, speakers = (
        len(read_table(GOLDEN, name)) for name in ("articles", "quotes", "speakers")
    )
    assert not read_table(GOLDEN, "problems")
    assert f"{articles} articles, {quotes} quotations, {speakers} speakers, 0 problems" in TEXT
    assert f"Each of the {quotes} rows" in TEXT
    assert f"instead of {speakers}." in TEXT


def test_the_lines_taken_out_are_as_told() -> None:
    removed = read_table(GOLDEN, "removed")
    counted = Counter(row["reason"] for row in removed)
    assert dict(table("| reason | lines |")) == {k: str(n) for k, n in counted.items()}
    assert {row["text"] for row in removed}.isdisjoint(
        row["title"] for row in read_table(GOLDEN, "articles")
    )


def test_the_metadata_names_every_outlet_that_is_missing() -> None:
    missing = {row["source"] for row in read_table(GOLDEN, "articles") if not row["outlet"]}
    assert set(OUTLETS) == missing
    assert all((SAMPLE / file).is_file() for file in OUTLETS)


def test_what_one_knows_changes_the_tables_as_told(tmp_path: Path) -> None:
    articles, tables = tmp_path / "articles", tmp_path / "tables"
    shutil.copytree(SAMPLE, articles)
    run_corpus(articles, tables)
    outlets, speakers = re.findall(r"```csv\n(.*?)```", TEXT, re.DOTALL)
    with (articles / "metadata.csv").open("a", encoding="utf-8") as metadata:
        metadata.write(outlets)
    (articles / "speakers.csv").write_text(speakers, "utf-8")
    told = run_corpus(articles, tables)
    changed, left = re.findall(r"says `(\d+) changed`, and there are (\d+) speakers", TEXT)[0]
    assert f"Files: {changed} changed." in told
    assert len(read_table(tables, "speakers")) == int(left)
    assert all(row["outlet"] for row in read_table(tables, "quotes"))


def test_the_filters_leave_the_rows_told(chosen: list[dict[str, str]]) -> None:
    assert f"\n{len(chosen)} rows are left." in TEXT
    assert f"last row must say {len(chosen)}." in TEXT


def test_the_pivot_table_of_speakers_is_right(chosen: list[dict[str, str]]) -> None:
    header = next(line for line in TEXT.splitlines() if line.startswith("| speaker | "))
    outlets = [cell.strip() for cell in header.strip("|").split("|")][1:-1]
    told = table(header)
    counted = Counter((row["speaker"], row["outlet"]) for row in chosen)
    assert len(told) >= 4
    for speaker, *cells, total in told:
        assert [int(cell or 0) for cell in cells] == [counted[speaker, o] for o in outlets]
        assert int(total) == sum(n for (name, _), n in counted.items() if name == speaker)


def test_the_pivot_table_of_months_is_right(chosen: list[dict[str, str]]) -> None:
    months = Counter(row["said_on"][:7] for row in chosen)
    told = table("| month | statements |")
    first = told[0][0]
    assert told == [[month, str(n)] for month, n in sorted(months.items()) if month >= first]


def test_the_least_sure_rows_are_those_that_the_review_begins_with() -> None:
    rows = sorted(read_table(GOLDEN, "quotes"), key=lambda row: float(row["confidence"]))
    assert f"*{rows[0]['quote']}*" in TEXT
    assert any(f"*{row['quote']}*" in TEXT for row in rows[1:3])
    assert f"says {len(rows) - 2} quotations" in TEXT
