"""A Doc's quotations, and their pieces as spaCy's span groups beside them."""

from __future__ import annotations

from spacy.tokens import Doc, Span
from spacy.tokens.span_group import SpanGroup

from pipeline.annotate.text.spans import token_span
from pipeline.records import Quotation
from pipeline.records import Span as Offsets

ROLE_GROUPS = ("source", "cue", "content")


def set_quotations(doc: Doc, quotations: tuple[Quotation, ...]) -> None:
    """Set `doc._.quotations` and the span groups `source`, `cue` and `content`.

    Every piece is a Span whose `id_` is the number of the quotation it belongs to, its
    index in `doc._.quotations`. A source that several quotations share stands in the
    group once for each.
    """
    doc._.quotations = quotations
    for group in ROLE_GROUPS:
        spans: list[Span] = []
        for number, quotation in enumerate(quotations):
            pieces: tuple[Offsets, ...] = getattr(quotation, group)
            for start, end in pieces:
                first, last = token_span(doc, ((start, end),))
                spans.append(Span(doc, first, last, label=group.upper(), span_id=str(number)))
        doc.spans[group] = SpanGroup(doc, name=group, spans=spans)
