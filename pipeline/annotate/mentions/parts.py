"""One speaker of a source mention, as it is read from its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import POSSESSIVE_MARKS, POSSESSIVES
from pipeline.annotate.text.pronouns import Pronoun
from pipeline.records import SpeakerType

Form = Literal["name", "pronoun", "nominal"]


@dataclass(frozen=True, slots=True)
class Part:
    """One speaker of a source mention: `Reuters` of `Reuters and AFP`."""

    start: int
    end: int
    """Token span of the noun phrase, relative clauses and appositions cut off."""
    form: Form
    type: SpeakerType = "unknown"
    head: str = ""
    """Head in lower case (nominals and pronouns)."""
    plural: bool = False
    definite: bool = False
    """Taken as known: `the`, `that`, a possessor, or no article at all in a headline."""
    name_start: int = 0
    name_end: int = 0
    """Token span of the name, titles left out (names)."""
    person: int | None = None
    """Index in the article's cast (names of persons)."""
    pronoun: Pronoun | None = None


def reference_token(doc: Doc, part: Part) -> int:
    """The token at which a description refers: behind its owner, for `his` in `his lawyer` and
    `Brooks` in `Ada Brooks's lawyer` refer on their own."""
    words = doc_words(doc)
    if part.type == "unnamed" and doc[part.start].ent_type_ == "PERSON":
        marks = (at for at in range(part.start, part.end) if words.words[at] in POSSESSIVE_MARKS)
        return next(marks, part.start - 1) + 1
    owned = part.end - part.start > 1 and words.lower[part.start] in POSSESSIVES
    return part.start + owned


def places_in(doc: Doc, part: Part) -> frozenset[str]:
    """The words of places and peoples in a mention, in lower case."""
    lower = doc_words(doc).lower
    return frozenset(
        lower[at]
        for at in range(part.start, part.end)
        if doc[at].ent_type_ in {"GPE", "LOC", "NORP"}
    )
