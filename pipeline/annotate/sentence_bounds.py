"""Where sentences stand, for components that need no more than that."""

from __future__ import annotations

from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from pipeline.records import Span


def sentence_bounds(doc: Doc) -> list[Span]:
    """Offsets of the sentences of a Doc, none of which runs over a line break.

    The Doc's own sentence starts where it has them, else those of spaCy's
    Sentencizer, which go by punctuation; the Doc itself is left as it is.
    """
    if doc.has_annotation("SENT_START"):
        starts = [bool(token.is_sent_start) for token in doc]
    elif len(doc):
        starts = Sentencizer().predict([doc])[0]
    else:
        starts = []
    text = doc.text
    bounds: list[Span] = []
    begin: int | None = None
    end = 0
    for token, is_start in zip(doc, starts, strict=True):
        breaks = "\n" in text[end : token.idx] or "\n" in token.text
        if begin is not None and (is_start or breaks):
            bounds.append((begin, end))
            begin = None
        if token.is_space:
            continue
        begin = token.idx if begin is None else begin
        end = token.idx + len(token)
    if begin is not None:
        bounds.append((begin, end))
    return bounds
