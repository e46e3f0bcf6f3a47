"""The sentence that a `they` goes on from, and whom it tells of."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import words

_LEADING_ON = words("but and yet so still then now later instead meanwhile however also")
"""What may stand in front of `they` where it opens a sentence."""


def sentence_before(doc: Doc, layout: Layout, at: int) -> int | None:
    """First token of the sentence in front of a `they` that opens its own or stands right behind
    the words that they said; None for any other, or where nothing stands near."""
    first = _behind_words(doc, layout, at)
    while first and doc[first - 1].lower_ in _LEADING_ON:
        first = _behind_words(doc, layout, first - 1)
    if not first:
        return None
    last = first - 1
    if layout.sentence_start[last] == layout.sentence_start[at]:
        return None
    if layout.paragraph[at] - layout.paragraph[last] > 1:
        return None
    return layout.sentence_start[last]


def _behind_words(doc: Doc, layout: Layout, at: int) -> int:
    """The end of the last word in front of a token that is not in quotation marks."""
    while at and (layout.quoted[at - 1] or not doc[at - 1].text[0].isalnum()):
        at -= 1
    return at


def they_at(doc: Doc, start: int) -> int | None:
    """Token of the `they` that opens a sentence: `They`, `But they`, `Still, they`."""
    for at in range(start, min(start + 3, len(doc))):
        if doc[at].lower_ == "they":
            return at
        if doc[at].lower_ not in _LEADING_ON | {","}:
            return None
    return None
