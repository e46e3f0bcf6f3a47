"""Short names that an article gives behind a body's full one: in brackets, as in `Harbour Watch
Centre (Cenhar)`, or between commas, as in `Marsh People's Party, or MVP,`."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import POSSESSIVE_MARKS

_OTHERWISE = ("or", "known as", "also known as", "better known as", "or the", "known as the")
"""What leads up to the letters of a body's name."""
_CLOSING = frozenset({",", ".", ")", "-", "–", "—", ";"})


def bracketed_names(entities: Iterable[Span]) -> dict[str, str]:
    """One-word name in brackets, or letters between commas → the name before it.

    entities: all of a Doc. Only bodies are named so; a place, date or person in the
    brackets says something else.
    """
    found: dict[str, str] = {}
    for entity in entities:
        doc, end = entity.doc, entity.end
        end += end < len(doc) and doc[end].text in POSSESSIVE_MARKS
        if entity.label_ != "ORG" or end + 2 >= len(doc) or len(entity) < 2:
            continue
        if letters := _letters_behind(doc, end):
            found.setdefault(letters, entity.text)
        if doc[end].text != "(" or doc[end + 2].text != ")":
            continue
        inside = doc[end + 1]
        name = inside.is_alpha and inside.text[0].isupper() and len(inside.text) > 1
        if name and inside.ent_type_ in {"ORG", "PERSON", "MISC", ""}:
            found.setdefault(inside.text, entity.text)
    return found


def _letters_behind(doc: Doc, comma: int) -> str:
    """`MVP` of `Marsh People's Party|, or MVP,|`, whose name ends at a comma; "" without any."""
    words = doc_words(doc)
    if words.words[comma] != ",":
        return ""
    for phrase in _OTHERWISE:
        at = comma + 1 + phrase.count(" ") + 1
        if at + 1 >= len(doc) or words.lower[comma + 1 : at] != phrase.split():
            continue
        letters = words.words[at]
        if len(letters) > 1 and letters.isalpha() and letters.isupper():
            return letters if words.words[at + 1] in _CLOSING else ""
    return ""
