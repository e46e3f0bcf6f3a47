"""The cookbook's recipes, run on the golden tables. `make golden` renews what they print."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import shutil
import tempfile
from pathlib import Path

from tests.golden import GOLDEN, ROOT, read_table

COOKBOOK = ROOT / "docs" / "cookbook.md"
_RECIPE = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<printed>.*?)```", re.DOTALL)
_NEWEST = "2024-05"
"""The month from which on articles are not in the copy that was kept of an earlier run."""


def recipes(text: str) -> list[tuple[str, str]]:
    """Each recipe's code, and what the text says that it prints."""
    return [(found["code"], found["printed"]) for found in _RECIPE.finditer(text)]


def lay_out(folder: Path) -> None:
    """The tables that recipes read: `outputs`, and `before` without the newest articles."""
    shutil.copytree(GOLDEN, folder / "outputs")
    rows = read_table(GOLDEN, "quotes")
    (folder / "before").mkdir()
    with (folder / "before" / "quotes.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(row for row in rows if row["published"] < _NEWEST)


def printed_by(code: str, folder: Path) -> str:
    """What a recipe prints in a folder, without spaces at the lines' ends."""
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(compile(code, COOKBOOK.name, "exec"), {})
    return "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        lay_out(Path(scratch))
        renewed = _RECIPE.sub(
            lambda found: (
                f"```python\n{found['code']}```\n\n"
                f"```text\n{printed_by(found['code'], Path(scratch))}```"
            ),
            COOKBOOK.read_text("utf-8"),
        )
    COOKBOOK.write_text(renewed, "utf-8")
