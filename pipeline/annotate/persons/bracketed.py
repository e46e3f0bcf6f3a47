"""Short names that an article sets in brackets behind a body's full one:
`Harbour Watch Centre (Cenhar)`."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span

from pipeline.annotate.text.lexicon import POSSESSIVE_MARKS


def bracketed_names(entities: Iterable[Span]) -> dict[str, str]:
    """One-word name in brackets → the name before it.

    entities: all of a Doc. Only bodies are named so; a place, date or person in the
    brackets says something else.
    """
    found: dict[str, str] = {}
    for entity in entities:
        doc, end = entity.doc, entity.end
        end += end < len(doc) and doc[end].text in POSSESSIVE_MARKS
        if entity.label_ != "ORG" or end + 2 >= len(doc) or len(entity) < 2:
            continue
        if doc[end].text != "(" or doc[end + 2].text != ")":
            continue
        inside = doc[end + 1]
        name = inside.is_alpha and inside.text[0].isupper() and len(inside.text) > 1
        if name and inside.ent_type_ in {"ORG", "PERSON", "MISC", ""}:
            found.setdefault(inside.text, entity.text)
    return found
