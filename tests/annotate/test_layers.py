"""Each package of `pipeline.annotate` builds on those before it alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import pipeline.annotate

ROOT = Path(pipeline.annotate.__file__).parent
LAYERS = (
    "text",
    "network",
    "persons",
    "entities",
    "quotations",
    "dating",
    "mentions",
    "speakers",
)


def _imported(path: Path) -> set[str]:
    """The packages of `pipeline.annotate` that a module imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            if parts[:2] == ["pipeline", "annotate"] and len(parts) > 2:
                found.add(parts[2])
    return found & set(LAYERS)


def test_every_package_is_a_layer():
    assert {path.parent.name for path in ROOT.glob("*/*.py")} == set(LAYERS)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_knows_only_those_below_it(layer):
    below = set(LAYERS[: LAYERS.index(layer) + 1])
    above = {
        path.name: sorted(_imported(path) - below) for path in sorted((ROOT / layer).glob("*.py"))
    }
    assert {name: packages for name, packages in above.items() if packages} == {}
