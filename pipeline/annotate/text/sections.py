"""The sections of an article that rules part: `___` between the items of a running report."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.text.layout import Layout

_RULES = "_*-—–•·#=~. \n"
"""Marks of a paragraph that has nothing else."""
_LEAST_MARKS = 3


def section_starts(doc: Doc, layout: Layout) -> list[int]:
    """First token of the section that each token stands in."""
    starts: list[int] = []
    section, at = 0, 0
    while at < len(doc):
        end = at
        while end < len(doc) and layout.paragraph[end] == layout.paragraph[at]:
            end += 1
        starts.extend([section] * (end - at))
        marks = "".join(token.text for token in doc[at:end]).strip()
        if len(marks) >= _LEAST_MARKS and not marks.strip(_RULES):
            section = end
        at = end
    return starts
