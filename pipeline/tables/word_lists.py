"""The word lists that names, titles and statements are read with (`word_lists.json`)."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from typing import Any


@lru_cache(maxsize=1)
def _lists() -> dict[str, Any]:
    text = resources.files(__package__).joinpath("word_lists.json").read_text(encoding="utf-8")
    lists: dict[str, Any] = json.loads(text)
    return lists


def words(name: str) -> frozenset[str]:
    """The words of one list, folded."""
    return frozenset(" ".join(_lists()[name]).split())


def walks_of_life() -> dict[str, frozenset[str]]:
    """Words of titles by the walk of life that they belong to."""
    return {field: frozenset(" ".join(w).split()) for field, w in _lists()["walks of life"].items()}
