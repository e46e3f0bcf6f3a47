"""Quotations as displaCy draws them."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from spacy.tokens import Doc, Span

from pipeline.annotate.quotations.span_groups import ROLE_GROUPS
from pipeline.notebook.articles import check_read

COLORS: Final = {"SOURCE": "#aa9cfc", "CUE": "#feca74", "CONTENT": "#7aecec"}
"""Of the labels of a quotation's parts; displaCy finds them by an entry point."""


def displacy_spans(doc: Doc) -> dict[str, Any]:
    """See `pipeline.displacy_spans`."""
    check_read(doc)
    # A source that several quotations share stands in its group once for each.
    spans = {
        (span.start, span.end, span.label_): _marked(doc, span)
        for group in ROLE_GROUPS
        for span in doc.spans.get(group, ())
    }
    return {
        "text": doc.text,
        "tokens": [token.text for token in doc],
        "spans": list(spans.values()),
        "title": None,
    }


def _marked(doc: Doc, span: Span) -> dict[str, Any]:
    speaker = doc._.quotations[int(span.id_)].speaker.name if span.label_ == "CONTENT" else ""
    return {
        "start": span.start_char,
        "end": span.end_char,
        "start_token": span.start,
        "end_token": span.end,
        "label": span.label_,
        # Stands beside the label. displaCy escapes the text that it marks, but not this, and
        # would break it into a line for each word.
        "kb_id": escape(speaker.replace(" ", "\N{NO-BREAK SPACE}")),
        "kb_url": "#",
    }
