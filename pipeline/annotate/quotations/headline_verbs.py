"""Verbs of a headline that were read as the end of a name.

A headline writes every word with a capital, so that `Harbour Rail Bats Down` looks like a
name. Where the article's other mentions have shown how far the name goes (see
`entities.agreement`), the words behind it belong to the verb.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import PERSON_AND_BODY_NOUNS
from pipeline.annotate.text.nouns import singular
from pipeline.records import Quotation


def with_whole_verb(doc: Doc, quotation: Quotation) -> Quotation:
    """A quotation of the title whose cue begins where the name before it ends:
    `Harbour Rail |Bats Down Reports| Bridge Is Closed`."""
    if len(quotation.source) != 1 or len(quotation.cue) != 1:
        return quotation
    (start, end), (cue, cue_end) = quotation.source[0], quotation.cue[0]
    if end > doc._.title_end or doc_words(doc).text[end:cue].strip():
        return quotation
    source = doc.char_span(start, end)
    if source is None:
        return quotation
    name = next((entity for entity in source.ents if entity.start == source.start), None)
    if name is None or name.end == source.end:
        return quotation
    verb = doc[name.end]
    if not (verb.is_title and verb.text.endswith("s") and not verb.text.endswith("ss")):
        return quotation
    if singular(verb.lower_) in PERSON_AND_BODY_NOUNS:
        # `Harbour |Officials|: Bridge Is Closed`
        return quotation
    return replace(quotation, source=((start, name.end_char),), cue=((verb.idx, cue_end),))
