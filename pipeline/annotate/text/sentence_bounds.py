"""Where sentences stand, for components that need no more than that."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words
from pipeline.records import Span


def sentence_bounds(doc: Doc) -> list[Span]:
    """Offsets of the sentences of a Doc, none of which runs over a line break or ends in a comma.

    The Doc's own sentence starts where it has them, else those of spaCy's
    Sentencizer, which go by punctuation; the Doc itself is left as it is.
    """
    if not len(doc):
        return []
    words = doc_words(doc)
    if doc.has_annotation("SENT_START"):
        starts = np.asarray(doc.to_array("SENT_START")) == 1
    else:
        starts = np.asarray(Sentencizer().predict([doc])[0])
    starts[1:] &= [word != "," for word in words.words[:-1]]
    breaks = (at for word, places in words.places.items() if "\n" in word for at in places)
    cuts = sorted({0, *np.flatnonzero(starts).tolist(), *breaks, len(doc)})
    bounds: list[Span] = []
    for first, last in pairwise(cuts):
        while first < last and words.words[first].isspace():
            first += 1
        while last > first and words.words[last - 1].isspace():
            last -= 1
        if first < last:
            bounds.append(
                (words.offsets[first], words.offsets[last - 1] + len(words.words[last - 1]))
            )
    return bounds
