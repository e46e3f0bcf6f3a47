"""A user's speakers.csv, as spreadsheets save it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.tables.overrides import problems_of, read_overrides


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_separator_that_spreadsheets_write_is_read(tmp_path: Path, separator: str) -> None:
    rows = [["Alias", "speaker", " title"], ["Old Salty", "Orla Brand", '"skipper\nand poet"']]
    file = tmp_path / "speakers.csv"
    file.write_text("\n".join(separator.join(row) for row in rows) + "\n\n", "utf-8-sig")
    found = read_overrides(file)
    assert found is not None
    assert found.to_dict("records") == [
        {"alias": "Old Salty", "speaker": "Orla Brand", "title": "skipper\nand poet"}
    ]


def test_a_short_row_has_empty_cells_and_no_file_is_none(tmp_path: Path) -> None:
    file = tmp_path / "speakers.csv"
    assert read_overrides(file) is None
    file.write_text("alias,speaker,type\nOld Salty,Orla Brand\n")
    found = read_overrides(file)
    assert found is not None
    assert found["type"].tolist() == [""]


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("alias,speaker,notes", []),
        (
            "alias,speeker,type",
            ["The column speeker is not read: if it is a slip, name it speaker."],
        ),
        ("alias,speaker,titel", ["The column titel is not read: if it is a slip, name it title."]),
        ("alias,person", ["The column speaker is missing: add it; nothing was read."]),
    ],
)
def test_a_column_that_is_misspelt_or_missing_is_told(
    tmp_path: Path, header: str, told: list[str]
) -> None:
    file = tmp_path / "speakers.csv"
    file.write_text(f"{header}\nOld Salty,Orla Brand,\n")
    assert [problem.problem for problem in problems_of(read_overrides(file))] == told
    file.write_text(f"{header}\n")
    assert problems_of(read_overrides(file)) == []
