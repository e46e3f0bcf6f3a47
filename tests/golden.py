"""The tables that the sample corpus gives. `make golden` renews them: read the difference."""

from __future__ import annotations

import csv
import shutil
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.schema import TABLES

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus"
GOLDEN = Path(__file__).resolve().parent / "golden"


def run_corpus(corpus: Path, outputs: Path) -> str:
    """Run a corpus as a user would, in this process; what is printed."""
    result = CliRunner().invoke(
        app, ["run", str(corpus), "--outputs", str(outputs), "--workers", "1"]
    )
    assert result.exit_code == 0, result.output
    return result.output


def read_table(folder: Path, name: str) -> list[dict[str, str]]:
    """Rows of a CSV."""
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        run_corpus(SAMPLE, Path(scratch))
        GOLDEN.mkdir(exist_ok=True)
        for table in TABLES:
            shutil.copy(Path(scratch) / f"{table.name}.csv", GOLDEN)
            print(f"{table.name}: {len(read_table(GOLDEN, table.name))} rows")
