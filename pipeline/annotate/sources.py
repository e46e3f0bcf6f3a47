"""Where the sources, cues and contents of an article's quotations stand, in tokens."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.annotate.cast import Cast, given_name_gender
from pipeline.annotate.discourse import Sources
from pipeline.annotate.layout import Layout
from pipeline.annotate.mentions import Part, read_source, type_of_head
from pipeline.annotate.names import is_title_word
from pipeline.annotate.pronouns import PRONOUNS
from pipeline.records import Span

_LONGEST_NAME = 3


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


def name_spans(doc: Doc) -> list[tuple[int, int]]:
    """Token spans of persons' names: the PERSON entities, and sources that read like a name
    where no entity was found. Sorted, without overlaps."""
    spans = [(entity.start, entity.end) for entity in doc.ents if entity.label_ == "PERSON"]
    taken = {at for entity in doc.ents for at in range(entity.start, entity.end)}
    known = {doc[at].lower_ for start, end in spans for at in range(start, end)}
    for quotation in doc._.quotations:
        start, end = token_span(doc, quotation.source)
        while start < end and is_title_word(doc[start].text):
            start += 1
        while start < end and (doc[end - 1].is_punct or doc[end - 1].lower_ in {"'s", "’s"}):
            end -= 1
        if not taken.isdisjoint(range(start, end)) or not 0 < end - start <= _LONGEST_NAME:
            continue
        if _reads_like_name(doc, start, end, known):
            spans.append((start, end))
            taken.update(range(start, end))
    return sorted(spans)


def read_sources(doc: Doc, layout: Layout, cast: Cast) -> tuple[Sources, list[list[Part]]]:
    """The sources of `doc._.quotations` in tokens, and the parts of each."""
    source_tokens: set[int] = set()
    cue_tokens: set[int] = set()
    quoted_by: dict[int, int] = {}
    described: dict[int, Part] = {}
    parts_of: list[list[Part]] = []
    for quotation in doc._.quotations:
        start, end = token_span(doc, quotation.source)
        source_tokens.update(tokens_of(doc, quotation.source))
        cue_tokens.update(tokens_of(doc, quotation.cue))
        parts = read_source(doc, layout, cast, start, end) if end > start else []
        parts_of.append(parts)
        for part in parts:
            if part.form == "nominal" and part.type == "unnamed":
                described[part.start] = part
        if len(parts) == 1 and parts[0].person is not None:
            for at in tokens_of(doc, quotation.content):
                if layout.quoted[at]:
                    quoted_by[at] = parts[0].person
    return (
        Sources(frozenset(source_tokens), frozenset(cue_tokens), quoted_by, described),
        parts_of,
    )


def _reads_like_name(doc: Doc, start: int, end: int, known: set[str]) -> bool:
    words = [token for token in doc[start:end] if token.text != "."]
    if not all(
        token.text[:1].isupper() and any(c.isalpha() for c in token.text) for token in words
    ):
        return False
    last = words[-1].lower_
    if last in PRONOUNS or type_of_head(last) != "unknown":
        return False
    if last in known or start and is_title_word(doc[start - 1].text):
        return True
    return bool(given_name_gender(words[0].text))
