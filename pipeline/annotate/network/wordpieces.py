"""From words to what the encoder reads: word pieces, word shapes, quotation state.

The encoder's vocabulary is uncased, so each piece also carries the shape of its
word; and each piece carries whether it stands inside quotation marks, read over
the whole paragraph (`marks.quoted_spans`), so that the encoder need not count
marks itself. All double marks become one word piece and all single marks
another: which keyboard a text was typed on tells nothing about its meaning.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from pipeline.annotate.text.marks import DOUBLE_MARKS, quoted_spans

Ints = npt.NDArray[np.int64]

SHAPES: Final = ("lower", "title", "upper", "mixed", "digit", "punctuation", "break")
QUOTE_STATES: Final = ("outside", "inside", "nested", "mark", "unclosed")

CLS, SEP = 101, 102
_UNK, _SPACE = 100, 1
_BREAK_SHAPE: Final = SHAPES.index("break")
_PLAIN_MARKS: Final = str.maketrans(
    {**dict.fromkeys(DOUBLE_MARKS, '"'), **dict.fromkeys("‘’‚‛`´‹›", "'"), "\xa0": " "}
)
_TREEBANK_WORDS: Final = {
    "``": '"',
    "''": '"',
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}


@dataclass(frozen=True, slots=True)
class PieceSequence:
    """One text as the encoder reads it. P pieces, W words.

    A line break is a `[SEP]`; the `[CLS]` and the last `[SEP]` that the encoder
    expects are added window by window and are not in here.
    """

    ids: Ints
    """Vocabulary index of each piece. *Shape:* (P,)"""
    shapes: Ints
    """Index into `SHAPES` of each piece's word. *Shape:* (P,)"""
    states: Ints
    """Index into `QUOTE_STATES` of each piece's word. *Shape:* (P,)"""
    first_piece: Ints
    """Index of each word's first piece. *Shape:* (W,)"""
    starts_paragraph: npt.NDArray[np.bool_]
    """Whether a paragraph starts with the word. *Shape:* (W,)"""


class WordPieces:
    """Cuts words into the pieces of the encoder's vocabulary."""

    def __init__(self, tokenizer_json: str) -> None:
        self._tokenizer = Tokenizer.from_str(tokenizer_json)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._pieces: dict[str, tuple[tuple[int, ...], int]] = {}

    @classmethod
    def from_file(cls, path: Path) -> WordPieces:
        """Read the vocabulary from a `tokenizer.json`."""
        return cls(path.read_text(encoding="utf-8"))

    def __call__(self, text: str, words: Sequence[tuple[str, int]]) -> PieceSequence:
        """Encode a text.

        words: the words with their offsets into `text`; words of white space only
            stand for themselves as one unknown piece, and those with a line break in
            them open a paragraph.
        """
        self._learn([word for word, _ in words])
        states = _quote_states(text, words)
        counts = np.zeros(len(words), dtype=np.int64)
        word_shapes = np.zeros(len(words), dtype=np.int64)
        starts_paragraph = np.zeros(len(words), dtype=bool)
        ids: list[int] = []
        after_break = True
        for i, (word, _) in enumerate(words):
            pieces, word_shapes[i] = self._pieces[word]
            ids.extend(pieces)
            counts[i] = len(pieces)
            starts_paragraph[i] = after_break
            after_break = word_shapes[i] == _BREAK_SHAPE
        return PieceSequence(
            np.asarray(ids, dtype=np.int64),
            np.repeat(word_shapes, counts),
            np.repeat(np.asarray(states, dtype=np.int64), counts),
            np.cumsum(counts) - counts,
            starts_paragraph,
        )

    def _learn(self, words: list[str]) -> None:
        """Cut the words not met before. The cache is bounded: names are endless."""
        if len(self._pieces) > 200_000:
            self._pieces.clear()
        new = sorted({word for word in words if word not in self._pieces})
        if not new:
            return
        plain = [_TREEBANK_WORDS.get(word, word.translate(_PLAIN_MARKS)) for word in new]
        for word, encoding in zip(
            new, self._tokenizer.encode_batch(plain, add_special_tokens=False), strict=True
        ):
            # A "word" of hundreds of pieces is a URL or noise: its head says so.
            pieces = tuple(encoding.ids[:32])
            if not word.strip():
                pieces = (SEP,) if "\n" in word else (_SPACE,)
            self._pieces[word] = (pieces or (_UNK,), _shape(word))


def _shape(word: str) -> int:
    if "\n" in word:
        return _BREAK_SHAPE
    if word.islower():
        return 0
    if word.istitle() or (word[:1].isupper() and word[1:].islower()):
        return 1
    if word.isupper():
        return 2
    if any(char.isdigit() for char in word):
        return 4
    return 3 if any(char.isalpha() for char in word) else 5


def _quote_states(text: str, words: Sequence[tuple[str, int]]) -> list[int]:
    """Index into `QUOTE_STATES` of each word, outer quotations first, inner over them."""
    states = [0] * len(words)
    if not words:
        return states
    starts = [at for _, at in words]
    for span in quoted_spans(text):
        left = bisect.bisect_left(starts, span.start)
        right = bisect.bisect_left(starts, span.end)
        state = 4 if not span.closed else min(span.depth, 2)
        for i in range(left, right):
            states[i] = state
        # The marks themselves; a mark glued to its word leaves the word inside.
        if left < right and starts[left] == span.start:
            width = span.inner_start - span.start
            if len(words[left][0]) <= width:
                states[left] = 3
        if span.closed and left < right and starts[right - 1] >= span.inner_end:
            states[right - 1] = 3
    return states
