"""What a noun alone tells: number, and what kind of speaker it describes."""

from __future__ import annotations

from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    NAMED_GROUPS,
    PERSON_NOUNS,
    PLURAL_WITHOUT_S,
    SINGULAR_IN_S,
    words,
)
from pipeline.records import SpeakerType

_BODY_SUFFIXES = words("team staff camp")
_SINGULAR_IN_MEN = words("abdomen acumen amen bremen carmen omen regimen specimen yemen")
_ONE_PERSON = words(
    "accused someone somebody amir lock prop hooker spinner heckler impostor imposter stalwart "
    "bursar"
)
"""Nouns beside those of `PERSON_NOUNS`: an amir's is a given name as well, and a lock that speaks
plays rugby."""


def singular(word: str) -> str:
    """A noun in lower case without its plural ending; itself when it has none."""
    if word.endswith("men") and word not in _SINGULAR_IN_MEN:
        return word[:-2] + "an"
    if word in SINGULAR_IN_S or word in PLURAL_WITHOUT_S or not word.endswith("s"):
        return "person" if word == "people" else word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a noun in lower case is a plural."""
    return (
        word in PLURAL_WITHOUT_S
        or (word.endswith("men") and len(word) > 4 and word not in _SINGULAR_IN_MEN)
        or (word.endswith("s") and not word.endswith("ss") and word not in SINGULAR_IN_S)
    )


YEAR_OLD = "year-old"
"""The head of `the 34-year-old`."""


def type_of_head(head: str) -> SpeakerType:
    """What kind of speaker a noun in lower case describes; `unnamed` is a single person."""
    one = singular(head)
    plural = is_plural(head)
    if head.startswith("@"):
        return "unnamed"
    if head in GROUP_NOUNS or head in NAMED_GROUPS or head[:1].isdigit():
        return "group"
    if head.endswith("+"):
        # "Channel+"
        return "organization"
    if one in PERSON_NOUNS or one == YEAR_OLD or head in _ONE_PERSON:
        return "group" if plural else "unnamed"
    if one in DOCUMENT_NOUNS and one not in {"board", "paper"}:
        return "document"
    if one in BODY_NOUNS or head in _BODY_SUFFIXES:
        return "group" if plural else "organization"
    if plural:
        return "group"
    tail = head.rpartition("-")[2]
    if tail in PERSON_NOUNS or head.endswith(("ologist", "woman", "crat", "person")):
        return "unnamed"
    return "unknown"
