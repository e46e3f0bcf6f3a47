"""A user's speakers.csv, as spreadsheets save it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.tables.overrides import read_overrides
from pipeline.tables.people import overrides_of


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_any_separator_that_spreadsheets_write_is_read(tmp_path: Path, separator: str) -> None:
    rows = [["Alias", "speaker", " title"], ["Old Salty", "Orla Brand", '"skipper\nand poet"']]
    file = tmp_path / "speakers.csv"
    file.write_text("\n".join(separator.join(row) for row in rows) + "\n\n", "utf-8-sig")
    found, _ = read_overrides(file)
    assert found is not None
    assert found.to_dict("records") == [
        {"alias": "Old Salty", "speaker": "Orla Brand", "title": "skipper\nand poet"}
    ]


def test_a_short_row_has_empty_cells_and_no_file_is_none(tmp_path: Path) -> None:
    file = tmp_path / "speakers.csv"
    assert read_overrides(file) == (None, [])
    file.write_text("alias,speaker,type\nOld Salty,Orla Brand\n")
    found, _ = read_overrides(file)
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
    assert [problem.problem for problem in read_overrides(file)[1]] == told
    file.write_text(f"{header}\n")
    assert read_overrides(file)[1] == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Old Salty,Orla Brand,Person,", []),
        ("Old Salty,Orla Brand,organisation,", ["“organisation” is no type, and changed none"]),
        ("Old Salty,,person,", ["This row has no speaker"]),
        (",Orla Brand,persn,", ["This row has no alias"]),
        ('Old Salty,"Orla Brand,person,', ["begins with a quotation mark that nothing closes"]),
        (" … ,Orla Brand,person,", ["“…” is no name, and changed none"]),
        ("the finch,Ivo Finch,person,", []),
        ("the finch,Orla Brand,person,", ["An earlier row says something else of “the finch”"]),
    ],
)
def test_a_row_that_is_not_taken_as_it_stands_is_told(
    tmp_path: Path, row: str, told: list[str]
) -> None:
    file = tmp_path / "speakers.csv"
    file.write_text(f"alias,speaker,type,title\n\nThe Finch,Ivo Finch,person,\n{row}\n")
    problems = read_overrides(file)[1]
    assert len(problems) == len(told)
    for problem, sentence in zip(problems, told, strict=True):
        assert sentence in problem.problem
        assert problem.source.removesuffix("#3") == "speakers.csv"


@pytest.mark.parametrize("first", ["\n", ",,\n", " ,\n\n"])
def test_empty_rows_above_the_names_of_columns_do_not_matter(tmp_path: Path, first: str) -> None:
    file = tmp_path / "speakers.csv"
    file.write_text(f"{first}alias,speaker\nOld Salty,Orla Brand\n")
    found, problems = read_overrides(file)
    assert problems == []
    assert [each.speaker for each in overrides_of(found).values()] == ["Orla Brand"]


def test_an_alias_without_letters_is_nobody(tmp_path: Path) -> None:
    file = tmp_path / "speakers.csv"
    file.write_text("alias,speaker\n...,Orla Brand\n")
    assert overrides_of(read_overrides(file)[0]) == {}


def test_a_type_that_is_none_changes_none(tmp_path: Path) -> None:
    file = tmp_path / "speakers.csv"
    file.write_text("alias,speaker,type\nHome,Hale Home,organisation\nHale,Hale Home,Group\n")
    given = overrides_of(read_overrides(file)[0])
    assert [(each.speaker, each.type) for each in given.values()] == [
        ("Hale Home", ""),
        ("Hale Home", "group"),
    ]
