"""The benchmarks run as modules of the project's folder, and say how."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.golden import ROOT

NAMES = [
    file.stem
    for file in sorted((ROOT / "benchmarks").glob("*.py"))
    if "def main(" in file.read_text("utf-8")
]


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_tells_how_it_is_run(name: str) -> None:
    command = [sys.executable, "-m", f"benchmarks.{name}", "--help"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    assert f"python -m benchmarks.{name}" in " ".join(told.stdout.split())
