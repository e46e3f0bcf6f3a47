"""Whom an article calls they: `Riley Brooks, who is non-binary, said they …`."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.spans import token_span
from pipeline.records import Speaker

_SAYS_SO = re.compile(
    r"\b(?:non-?binary|gender-?queer|gender-?fluid|agender|they/them"
    r"|(?:uses?|goes by|using)(?: the pronouns?)? [“\"‘']?they)\b",
    re.IGNORECASE,
)
"""What tells that somebody goes by `they`."""


def called_they(doc: Doc, layout: Layout, cast: Cast) -> frozenset[int]:
    """Persons of whom a sentence that names nobody else tells that they go by `they`."""
    words = doc_words(doc)
    found = set()
    for match in _SAYS_SO.finditer(words.text):
        at = token_span(doc, (match.span(),))[0]
        sentence = range(layout.sentence_start[at], layout.sentence_end[at])
        named = {cast.at_token[token] for token in sentence if token in cast.at_token}
        if len(named) == 1:
            found |= named
    return frozenset(found)


def last_called_they(
    persons: frozenset[int],
    at: int,
    layout: Layout,
    cast: Cast,
    earlier: list[tuple[int, Speaker]],
) -> int | None:
    """Which of some persons `they` at a token is: who was named, or who spoke, last of all in this
    paragraph or the one before; None where somebody else, or a group, has spoken since.

    earlier: (token, speaker) of the sources before it.
    """
    named = {cast.persons[person].name: person for person in persons}
    start, last = max(
        ((start, person) for person in persons for start, _ in cast.persons[person].mentions
         if start < at),
        default=(-1, None),
    )  # fmt: skip
    for told, speaker in earlier:
        if start <= told < at:
            start, last = told, named.get(speaker.name)
    near = start >= 0 and layout.paragraph[at] - layout.paragraph[start] <= 1
    return last if near else None
