"""Pieces that the network joined to a statement and that are no part of it.

Only unquoted pieces are looked at: what stands in quotation marks was said.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Span

from pipeline.annotate.doc_words import doc_words
from pipeline.annotate.marks import DOUBLE_MARKS
from pipeline.records import Quotation
from pipeline.records import Span as Offsets

_MARKS = DOUBLE_MARKS | frozenset("'‘’")
_WHOLE = 0.6
"""Of a sentence's words, those that a piece holds at least to be the sentence."""
_LONGEST_PARTICIPLE = 5
"""Words of `Sentencing him, the judge said: “…”`."""


def without_strays(doc: Doc, quotation: Quotation) -> Quotation:
    """A statement without strays: a few words of another sentence than the cue's; and, where
    a quotation is introduced by a colon, what stood before the one who is quoted."""
    if len(quotation.content) < 2 or not quotation.cue:
        return quotation
    text = doc_words(doc).text
    cue_start, cue_end = quotation.cue[0]
    cue = doc.char_span(cue_start, cue_end, alignment_mode="expand")
    if cue is None:
        return quotation
    introduced = any(
        start >= cue_end
        and text[cue_end:start].strip() in {"", ":"}
        and text[cue_start:start].rstrip().endswith(":")
        and _is_quoted(text, (start, end))
        for start, end in quotation.content
    )

    def is_stray(piece: Offsets) -> bool:
        span = doc.char_span(*piece, alignment_mode="expand")
        if span is None or _is_quoted(text, piece):
            return False
        if span.sent.start == cue.sent.start:
            return introduced and piece[1] <= cue_start and _is_participle(span)
        if introduced and piece[1] <= cue_start:
            return True
        return len(span) < _WHOLE * len(span.sent)

    kept = tuple(piece for piece in quotation.content if not is_stray(piece))
    return replace(quotation, content=kept) if kept else quotation


def _is_quoted(text: str, piece: Offsets) -> bool:
    return not _MARKS.isdisjoint(text[max(0, piece[0] - 1) : piece[1] + 1])


def _is_participle(span: Span) -> bool:
    return span[0].lower_.endswith("ing") and len(span) <= _LONGEST_PARTICIPLE
