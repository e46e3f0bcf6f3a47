"""What differs between two wordings of one statement, word by word."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

WORD = re.compile(r"\S+")
_OUTER_MARKS = re.compile(r"^\W+|\W+$")
MAX_WORDS = 2000
"""Words of a wording that are compared; the alignment's time grows with their product."""


class Piece(NamedTuple):
    """Words of a wording: shared with the fullest version, added to it, or left out."""

    change: Literal["same", "added", "left out"]
    text: str


def differences(fullest: str, wording: str) -> list[Piece]:
    """The wording in pieces, with what the fullest version has besides in its place.

    Case, quotation marks and punctuation around a word make no difference.
    """
    before, after = WORD.findall(fullest), WORD.findall(wording)
    rest = after[MAX_WORDS:]
    before, after = before[:MAX_WORDS], after[:MAX_WORDS]
    pieces: list[Piece] = []
    for step in Indel.opcodes([_folded(word) for word in before], [_folded(w) for w in after]):
        if step.tag == "equal":
            pieces.append(Piece("same", " ".join(after[step.dest_start : step.dest_end])))
            continue
        if step.src_start < step.src_end:
            pieces.append(Piece("left out", " ".join(before[step.src_start : step.src_end])))
        if step.dest_start < step.dest_end:
            pieces.append(Piece("added", " ".join(after[step.dest_start : step.dest_end])))
    if rest:
        pieces.append(Piece("same", " ".join(rest)))
    return pieces


def _folded(word: str) -> str:
    return _OUTER_MARKS.sub("", word).casefold().replace("’", "'") or word
