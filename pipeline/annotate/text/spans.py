"""Character spans of quotations as tokens of a Doc."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import DocWords, doc_words
from pipeline.records import Span


def token_span(doc: Doc, spans: Sequence[Span]) -> tuple[int, int]:
    """Tokens from the first to the last of some character spans; (0, 0) if there are none."""
    if not spans:
        return 0, 0
    return _tokens_touched(doc_words(doc), spans[0][0], spans[-1][1])


def tokens_of(doc: Doc, spans: Sequence[Span]) -> list[int]:
    """Indices of the tokens that some character spans cover or touch."""
    words = doc_words(doc)
    found: list[int] = []
    for start, end in spans:
        found.extend(range(*_tokens_touched(words, start, end)))
    return found


def _tokens_touched(words: DocWords, start: int, end: int) -> tuple[int, int]:
    first = max(0, bisect_right(words.offsets, start) - 1)
    if first < len(words.words):
        first += words.offsets[first] + len(words.words[first]) <= start
    return first, max(first, bisect_left(words.offsets, end, first))
