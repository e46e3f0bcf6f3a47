"""A user's speakers.csv, as spreadsheets save it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.tables.overrides import read_overrides


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
