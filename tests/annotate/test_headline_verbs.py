"""Verbs of a headline that were read as the end of a name."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.quotations.headline_verbs import with_whole_verb
from pipeline.records import Quotation


@pytest.mark.parametrize(
    ("source", "cue", "name", "verb"),
    [
        ("Ada Brooks Hammers Bank", ":", "Ada Brooks", "Hammers Bank:"),
        ("Ada Brooks", "Says", "Ada Brooks", "Says"),
        ("Harbour Officials", ":", "Harbour Officials", ":"),
    ],
)
def test_the_cue_begins_where_the_name_ends(source: str, cue: str, name: str, verb: str):
    register_extensions()
    space = "" if cue == ":" else " "
    doc = spacy.blank("en")(f"{source}{space}{cue} ‘It Is Late’")
    doc._.title_end = len(doc.text)
    ends = source.index("Brooks") + 6 if "Brooks" in source else source.index(" ")
    doc.ents = [doc.char_span(0, ends, "PERSON")]  # type: ignore[list-item]
    at = len(source) + len(space)
    found = with_whole_verb(
        doc,
        Quotation(
            ((at + len(cue) + 1, len(doc.text)),), ((at, at + len(cue)),), ((0, len(source)),)
        ),
    )
    assert doc.text[slice(*found.source[0])] == name
    assert doc.text[slice(*found.cue[0])] == verb
