"""What differs between two wordings of one statement, word by word."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

WORD = re.compile(r"\S+")
_OUTER_MARKS = re.compile(r"^\W+|\W+$")
MAX_WORDS = 2000
"""Words of a wording that are compared; the alignment's time grows with their product."""


Change = Literal["same", "added", "left out"]


class Piece(NamedTuple):
    """Words of a wording: shared with the fullest version, added to it, or left out."""

    change: Change
    text: str


def differences(fullest: str, wording: str) -> list[Piece]:
    """The wording in pieces, with what the fullest version has besides in its place.

    Case, quotation marks and punctuation around a word make no difference.
    """
    before, after = WORD.findall(fullest), WORD.findall(wording)
    rest = after[MAX_WORDS:]
    before, after = before[:MAX_WORDS], after[:MAX_WORDS]
    pieces: list[Piece] = []
    gone: list[str] = []
    new: list[str] = []

    def write_change() -> None:
        # A changed word reads as the old one, then the new one.
        changes: tuple[tuple[Change, list[str]], ...] = (("left out", gone), ("added", new))
        for change, words in changes:
            if words:
                pieces.append(Piece(change, " ".join(words)))
                words.clear()

    for step in Indel.opcodes([_folded(word) for word in before], [_folded(w) for w in after]):
        if step.tag == "equal":
            write_change()
            pieces.append(Piece("same", " ".join(after[step.dest_start : step.dest_end])))
        else:
            gone += before[step.src_start : step.src_end]
            new += after[step.dest_start : step.dest_end]
    write_change()
    if rest:
        pieces.append(Piece("same", " ".join(rest)))
    return pieces


def _folded(word: str) -> str:
    return _OUTER_MARKS.sub("", word).casefold().replace("’", "'") or word
