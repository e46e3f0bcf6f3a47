"""Character spans of quotations as tokens of a Doc."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.records import Span


def token_span(doc: Doc, spans: Sequence[Span]) -> tuple[int, int]:
    """Tokens from the first to the last of some character spans; (0, 0) if there are none."""
    if not spans:
        return 0, 0
    span = doc.char_span(spans[0][0], spans[-1][1], alignment_mode="expand")
    return (span.start, span.end) if span is not None else (0, 0)


def tokens_of(doc: Doc, spans: Sequence[Span]) -> list[int]:
    """Indices of the tokens that some character spans cover or touch."""
    found: list[int] = []
    for start, end in spans:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            found.extend(range(span.start, span.end))
    return found
