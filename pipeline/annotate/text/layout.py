"""Where each token of an article stands: sentence, paragraph, inside quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.marks import QuotedSpan, paragraphs, quoted_spans

_DATELINE = re.compile(
    r"[A-Z][A-Z.’'-]{2,}(?:[ ,/]+[A-Z][\w.’'-]*){0,4}(?:,? \d{1,2})?(?: \([^)\n]{2,40}\))?"
    r"(?: ?[—–]| -{1,2}) (?=[A-Z])"
)
"""Where a report comes from, in front of its first sentence: `PORT HOLM, May 9 (PNA) — `."""
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Layout:
    """Per-token facts of one Doc; every list but `marks` has one item a token."""

    sentence: list[int]
    sentence_start: list[int]
    """Index of the first token of the token's sentence."""
    sentence_end: list[int]
    """Index after the last token of the token's sentence."""
    paragraph: list[int]
    quoted: list[bool]
    cue: list[bool]
    """Whether the token attributes a statement."""
    source: list[bool]
    """Whether the token stands in a source."""
    entity: list[int]
    """Index in `ents`, -1 outside entities."""
    ents: tuple[Span, ...]
    """`doc.ents`, which spaCy makes anew each time."""
    marks: list[QuotedSpan]
    """`quoted_spans` of the text."""
    title_end: int
    """Index after the last token of the title paragraph; 0 when there is none."""


def lay_out(doc: Doc) -> Layout:
    """The layout of a Doc; a sentence never goes on over the end of its paragraph, and begins
    behind a dateline."""
    words = doc_words(doc)
    marks = quoted_spans(words.text)
    offsets = np.asarray(words.offsets, dtype=np.int64)
    starts = np.asarray([start for start, _ in paragraphs(words.text)], dtype=np.int64)
    paragraph = np.maximum(np.searchsorted(starts, offsets, side="right") - 1, 0)
    opens = np.concatenate(([True], paragraph[1:] != paragraph[:-1])) | _sentence_starts(doc)
    for start in starts.tolist():
        if dateline := _DATELINE.match(words.text, start):
            opens[bisect_left(words.offsets, dateline.end())] = True
    sentence = np.cumsum(opens[: len(doc)]) - 1
    bounds = np.flatnonzero(opens[: len(doc)])
    ends = np.append(bounds[1:], len(doc))
    entity = [-1] * len(doc)
    ents = tuple(doc.ents)
    for index, span in enumerate(ents):
        entity[span.start : span.end] = [index] * (span.end - span.start)
    return Layout(
        sentence.tolist(),
        bounds[sentence].tolist(),
        ends[sentence].tolist(),
        paragraph.tolist(),
        _quoted(marks, offsets),
        _inside(words.offsets, [span for q in doc._.quotations for span in q.cue]),
        _inside(words.offsets, [span for q in doc._.quotations for span in q.source]),
        entity,
        ents,
        marks,
        int(np.searchsorted(offsets, doc._.title_end)),
    )


def _sentence_starts(doc: Doc) -> Bools:
    """Whether a sentence starts at each token. *Shape:* (tokens,)"""
    if not doc.has_annotation("SENT_START"):
        return np.zeros(len(doc), dtype=np.bool_)
    starts: Bools = np.asarray(doc.to_array("SENT_START")) == 1
    return starts


def _inside(offsets: list[int], spans: list[tuple[int, int]]) -> list[bool]:
    """Whether each token begins within one of some spans."""
    flags = [False] * len(offsets)
    for start, end in spans:
        for at in range(bisect_left(offsets, start), bisect_left(offsets, end)):
            flags[at] = True
    return flags


def _quoted(marks: list[QuotedSpan], offsets: Ints) -> list[bool]:
    """Whether each token stands inside quotation marks."""
    spans = [span for span in marks if span.depth == 1]
    if not spans:
        return [False] * len(offsets)
    opens = np.asarray([span.inner_start for span in spans])
    closes = np.asarray([span.inner_end for span in spans])
    last = np.searchsorted(opens, offsets, side="right") - 1
    inside: list[bool] = ((last >= 0) & (offsets < closes[last])).tolist()
    return inside
