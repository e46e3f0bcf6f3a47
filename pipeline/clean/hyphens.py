"""Words at the ends of wrapped lines: `govern-` / `ment` is one, `short-` / `term` stays two."""

from __future__ import annotations

import json
import re
from collections.abc import Container
from functools import cache

from pipeline.settings import DEFAULT_MODEL

_VOCABULARY = DEFAULT_MODEL / "whosaid_encoder" / "tokenizer.json"
"""Of the network: its 30,522 pieces are nearly all common words."""
_LETTERS = re.compile(r"[a-z]+")


def keeps_hyphen(stem: str, head: str, written: Container[str]) -> bool:
    """Whether a line's last word keeps its hyphen where the next line is joined to it: the text
    writes it so elsewhere, or both its parts are common words and what they make together is not.

    Args:
        stem: The last word of the line, hyphen included.
        head: The first word of the next line.
        written: The words of the text.
    """
    if stem + head in written:
        return True
    left = _LETTERS.findall(stem.lower())
    right = _LETTERS.match(head)
    if not left or not right:
        return False
    words = _common_words()
    return {left[-1], right[0]} <= words and left[-1] + right[0] not in words


@cache
def _common_words() -> frozenset[str]:
    if not _VOCABULARY.is_file():
        return frozenset()
    pieces = json.loads(_VOCABULARY.read_text(encoding="utf-8"))["model"]["vocab"]
    return frozenset(filter(_LETTERS.fullmatch, pieces))
