"""The cookbook's recipes run, and print what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cookbook import COOKBOOK, lay_out, printed_by, recipes

TEXT = COOKBOOK.read_text("utf-8")
RECIPES = recipes(TEXT)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cookbook")
    lay_out(folder)
    return folder


@pytest.mark.parametrize("number", range(len(RECIPES)))
def test_a_recipe_prints_what_the_cookbook_says(tables: Path, number: int) -> None:
    code, printed = RECIPES[number]
    assert printed
    # Columns are as wide as the version of pandas makes them.
    given = [line.split() for line in printed_by(code, tables).splitlines()]
    assert given == [line.split() for line in printed.splitlines()], "run 'make golden'"


def test_no_code_goes_untried() -> None:
    assert len(RECIPES) == TEXT.count("```python") == TEXT.count("```text") > 0
