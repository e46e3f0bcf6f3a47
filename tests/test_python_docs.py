"""docs/python.md: its code runs, and prints what stands below it."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "python.md"
BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)


def test_the_code_runs_and_prints_what_stands_below_it(
    sample: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(sample.parent)
    names: dict[str, Any] = {}
    blocks = BLOCK.findall(DOCUMENT.read_text("utf-8"))
    assert len(blocks) > 5
    assert "```text\n```" not in DOCUMENT.read_text("utf-8")
    for code, printed in blocks:
        if "textacy" in code and importlib.util.find_spec("textacy") is None:
            continue
        capsys.readouterr()
        exec(compile(code, DOCUMENT.name, "exec"), names)
        if printed:
            assert capsys.readouterr().out == printed

    assert names["most_quoted"].is_monotonic_decreasing
    assert names["by_month"].sum() > 0
    evidence = names["whole"][names["row"].start : names["row"].end]
    assert evidence.startswith(names["row"].quote.partition(" … ")[0])
    assert "Ursula Ferrant" in names["html"]
