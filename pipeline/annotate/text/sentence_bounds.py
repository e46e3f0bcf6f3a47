"""Where sentences stand, for components that need no more than that."""

from __future__ import annotations

from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words
from pipeline.records import Span


def sentence_bounds(doc: Doc) -> list[Span]:
    """Offsets of the sentences of a Doc, none of which runs over a line break.

    The Doc's own sentence starts where it has them, else those of spaCy's
    Sentencizer, which go by punctuation; the Doc itself is left as it is.
    """
    words = doc_words(doc)
    if doc.has_annotation("SENT_START"):
        starts = (doc.to_array("SENT_START") == 1).tolist()
    elif len(doc):
        starts = Sentencizer().predict([doc])[0]
    else:
        starts = []
    bounds: list[Span] = []
    begin: int | None = None
    end = 0
    for word, offset, is_start in zip(words.words, words.offsets, starts, strict=True):
        if begin is not None and (is_start or "\n" in word):
            bounds.append((begin, end))
            begin = None
        if word.isspace():
            continue
        begin = offset if begin is None else begin
        end = offset + len(word)
    if begin is not None:
        bounds.append((begin, end))
    return bounds
