"""The words of a Doc as plain lists.

spaCy makes a new object of a token each time one is asked for. What goes over all the
tokens of an article, or looks for a word among them, asks these lists instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

_KEPT = "whosaid_words"


@dataclass(frozen=True, slots=True)
class DocWords:
    """What the tokens of one Doc say of themselves; every list has one item a token."""

    text: str
    """The text of the Doc, which spaCy joins anew each time."""
    words: list[str]
    lower: list[str]
    offsets: list[int]
    places: dict[str, list[int]]
    """Where each word stands, in text order."""

    def between(self, start: int, end: int) -> str:
        """The text of the tokens from `start` to before `end`; "" where there are none."""
        end = min(end, len(self.words))
        if start >= end:
            return ""
        return self.text[self.offsets[start] : self.offsets[end - 1] + len(self.words[end - 1])]

    def is_spaced(self, at: int) -> bool:
        """Whether a space follows a token."""
        behind = self.offsets[at + 1] if at + 1 < len(self.offsets) else len(self.text)
        return behind > self.offsets[at] + len(self.words[at])


def doc_words(doc: Doc) -> DocWords:
    """The words of a Doc; read once and kept with it."""
    kept: DocWords | None = doc.user_data.get(_KEPT)
    if kept is None or len(kept.words) != len(doc):
        kept = doc.user_data[_KEPT] = _read(doc)
    return kept


def _read(doc: Doc) -> DocWords:
    columns = doc.to_array(["ORTH", "LOWER", "SPACY"]).T.tolist() if len(doc) else ([], [], [])
    orths, lowers, spaces = columns
    strings = {code: doc.vocab.strings[code] for code in {*orths, *lowers}}
    words = [strings[code] for code in orths]
    pieces = [word + " " if space else word for word, space in zip(words, spaces, strict=True)]
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word, []).append(at)
    return DocWords(
        "".join(pieces),
        words,
        [strings[code] for code in lowers],
        [0, *accumulate(len(piece) for piece in pieces)][:-1],
        places,
    )
