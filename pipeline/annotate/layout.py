"""Where each token of an article stands: sentence, paragraph, inside quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.annotate.marks import paragraphs, quoted_spans


@dataclass(frozen=True, slots=True)
class Layout:
    """Per-token facts of one Doc; every list has one item a token."""

    sentence: list[int]
    sentence_start: list[int]
    """Index of the first token of the token's sentence."""
    sentence_end: list[int]
    """Index after the last token of the token's sentence."""
    paragraph: list[int]
    quoted: list[bool]
    entity: list[int]
    """Index in `doc.ents`, -1 outside entities."""
    title_end: int
    """Index after the last token of the title paragraph; 0 when there is none."""


def lay_out(doc: Doc) -> Layout:
    """The layout of a Doc; a sentence never goes on over the end of its paragraph."""
    text = doc.text
    starts = [start for start, _ in paragraphs(text)]
    paragraph = [max(0, bisect_right(starts, token.idx) - 1) for token in doc]
    spans = [span for span in quoted_spans(text) if span.depth == 1]
    opens = [span.inner_start for span in spans]
    quoted = []
    for token in doc:
        at = bisect_right(opens, token.idx) - 1
        quoted.append(at >= 0 and token.idx < spans[at].inner_end)
    has_sentences = doc.has_annotation("SENT_START")
    sentence: list[int] = []
    bounds: list[int] = []
    for token in doc:
        new_paragraph = token.i == 0 or paragraph[token.i] != paragraph[token.i - 1]
        if new_paragraph or (has_sentences and token.is_sent_start):
            bounds.append(token.i)
        sentence.append(len(bounds) - 1)
    ends = [*bounds[1:], len(doc)]
    entity = [-1] * len(doc)
    for index, span in enumerate(doc.ents):
        entity[span.start : span.end] = [index] * (span.end - span.start)
    title_chars = doc._.title_end
    return Layout(
        sentence,
        [bounds[index] for index in sentence],
        [ends[index] for index in sentence],
        paragraph,
        quoted,
        entity,
        sum(token.idx < title_chars for token in doc),
    )
