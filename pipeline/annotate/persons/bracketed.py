"""Short names that an article sets in brackets behind a body's full one:
`Harbour Watch Centre (Cenhar)`."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import BODY_NOUNS, DETERMINERS, POSSESSIVE_MARKS, words

_KINDS = BODY_NOUNS | words("forum team unit project programme program group coalition")
_SMALL_WORDS = words("of the and for in on &")
_LONGEST_FRONT = 4
"""Words in front of those that a short name has the letters of: `|Low Water| safety forum`."""


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


def spelled_before_brackets(doc: Doc) -> dict[str, str]:
    """The same for a body that is no entity of its own: `SF` → `Low Water safety forum`, where the
    words before the brackets have its letters."""
    found: dict[str, str] = {}
    texts = doc_words(doc).words
    for at in (at for at, text in enumerate(texts[:-2]) if text == "(" and at > 1):
        short = texts[at + 1]
        if texts[at + 2] != ")" or not short.isupper():
            continue
        start = _start_of_letters(doc, at, short)
        if start < at - 1 and doc[at - 1].is_lower and doc[at - 1].text in _KINDS:
            found.setdefault(short, doc[_start_of_name(doc, start) : at].text)
    return found


def _start_of_letters(doc: Doc, end: int, short: str) -> int:
    """First of the words in front of a token that begin with some letters; `end` for others."""
    at = end
    for letter in reversed(short):
        at -= 1
        while at > 0 and doc[at].lower_ in _SMALL_WORDS:
            at -= 1
        if at < 0 or doc[at].text[0].upper() != letter:
            return end
    return at


def _start_of_name(doc: Doc, start: int) -> int:
    """Where the name begins that goes on to the left with capitals, behind a determiner."""
    for at in range(start - 1, max(-1, start - 1 - _LONGEST_FRONT), -1):
        if doc[at].lower_ in DETERMINERS:
            return at + 1
        if not doc[at].is_title:
            break
    return start
