"""Builds the small Docs that the tests of speakers read."""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation, Span, Speaker


def article(marked: str, *, title: str = "", byline: str = "") -> Doc:
    """A Doc from a text with its spans marked in braces.

    `{PERSON:Ada Brooks}` is an entity; `{s:…}`, `{c:…}` and `{q:…}` are the source, cue and
    content of a quotation. A quotation begins at the first of its marks and ends at
    a `|`, which is taken out. An entity inside a source is marked inside it.
    """
    if title:
        marked = f"{title}\n\n{marked}"
    quotations: list[dict[str, list[Span]]] = [{"s": [], "c": [], "q": []}]
    entities: list[tuple[int, int, str]] = []
    text = ""
    open_marks: list[tuple[str, int]] = []
    at = 0
    while at < len(marked):
        opening = re.match(r"\{([scq]|[A-Z]+):", marked[at:])
        if opening:
            open_marks.append((opening.group(1), len(text)))
            at += opening.end()
        elif marked[at] == "}":
            role, start = open_marks.pop()
            if role in "scq":
                quotations[-1][role].append((start, len(text)))
            else:
                entities.append((start, len(text), role))
            at += 1
        elif marked[at] == "|":
            quotations.append({"s": [], "c": [], "q": []})
            at += 1
        else:
            text += marked[at]
            at += 1
    return _doc(text, quotations, entities, title, byline)


def speakers_of(marked: str, *, title: str = "", byline: str = "") -> list[Speaker]:
    """The speakers that the component finds in a marked text."""
    doc = Speakers()(article(marked, title=title, byline=byline))
    return [quotation.speaker for quotation in doc._.quotations]


def names_of(marked: str, *, title: str = "", byline: str = "") -> list[str]:
    """The names of the speakers of a marked text."""
    return [speaker.name for speaker in speakers_of(marked, title=title, byline=byline)]


@cache
def _sentences() -> Language:
    register_extensions()
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def _doc(
    text: str,
    quotations: list[dict[str, list[Span]]],
    entities: list[tuple[int, int, str]],
    title: str,
    byline: str,
) -> Doc:
    Speakers()
    doc = _sentences()(text)
    for token in doc:
        if token.is_space:
            # A blank line is no sentence.
            token.is_sent_start = False
    spans = [
        doc.char_span(start, end, label=label, alignment_mode="expand")
        for start, end, label in sorted(entities)
    ]
    doc.ents = [span for span in spans if span is not None]
    doc._.title_end = len(re.sub(r"\{[A-Za-z]+:|[}|]", "", title))
    doc._.byline = byline
    doc._.quotations = tuple(
        Quotation(tuple(found["q"]), tuple(found["c"]), tuple(found["s"]))
        for found in quotations
        if found["q"]
    )
    return doc
