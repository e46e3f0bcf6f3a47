"""How old an article says that somebody is: `Tom Hale, 8,` and `the eight-year-old boy`."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words

_OLDEST = 120
_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_BETWEEN = 3
"""Tokens of `year-old` and of `year old` behind the number, hyphens counted."""
_CLOSING = frozenset({",", ".", ";", ")", "”", '"', "–", "—", "-"})
_AGED = frozenset({"aged", "age"})


def age_in(doc: Doc, start: int, end: int) -> int | None:
    """The age in a description (`the 19-year-old striker`); None if it tells none."""
    words = doc_words(doc)
    for at in range(start, end):
        if words.lower[at] not in {"year", "years"}:
            continue
        number = at - 1 - (at > start and words.words[at - 1] == "-")
        behind = words.between(at + 1, at + _BETWEEN).lstrip("- ").lower()
        if number >= start and behind.startswith("old"):
            return _number(words.lower[number])
    return None


def age_behind(doc: Doc, end: int) -> int | None:
    """The age behind a name that ends at a token: `, 8,`, `(47)`, `, aged 8`; None for none."""
    words = doc_words(doc)
    if end >= len(doc) or words.words[end] not in {",", "("}:
        return None
    at = end + 1
    if at < len(doc) and words.lower[at] in _AGED:
        at += 1
    if at >= len(doc):
        return None
    age = age_in(doc, at, min(at + 2 + _BETWEEN, len(doc)))
    if age is not None:
        return age
    closed = at + 1 >= len(doc) or words.words[at + 1] in _CLOSING
    if closed and at + 2 < len(doc) and words.words[at + 1] in "-–" and doc[at + 2].is_digit:
        # "Brooks, 4-6, 6-3": a score
        return None
    return _number(words.words[at]) if closed and doc[at].is_digit else None


def start_of_age(doc: Doc, start: int) -> int:
    """Token at which `19-year-old` begins that ends in front of a token; `start` if none does."""
    lower = doc_words(doc).lower
    years = "".join(lower[max(0, start - 5) : start])
    if not years.endswith("year-old") and not years.endswith("yearold"):
        return start
    at = start - 1
    while at > start - 5 and not doc[at].like_num:
        at -= 1
    return at if doc[at].like_num else start


def _number(word: str) -> int | None:
    if word in _NUMBERS:
        return _NUMBERS.index(word)
    if not (word.isascii() and word.isdigit()) or not 0 < int(word) < _OLDEST:
        return None
    return int(word)
