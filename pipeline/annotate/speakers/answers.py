"""Who answers in the sentence in which they were asked: `I asked |the clerk| and she told me …`.

The pronoun behind the conjunction is whom the verb before it reaches, named or not.
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.speakers.antecedents import Pronominal
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import DETERMINERS, GENDERED_ROLES, POSSESSIVES, words
from pipeline.annotate.text.nouns import type_of_head

_REACHING = words(
    "asked asks rang phoned called texted emailed contacted approached met visited telephoned"
    " messaged consulted questioned"
)
_REACHING_TO = words("spoke talked wrote went turned spoken talking")
_LONGEST = 4
"""Words between the verb and the last of whom it reaches."""


def whom_it_reached(
    doc: Doc, layout: Layout, cast: Cast, reference: Pronominal
) -> Part | int | None:
    """The person, by index or by a description, whom the clause before `and he` or `but she`
    asks or meets; None where it is nobody plain."""
    if not (reference.subject and reference.joined and reference.source):
        return None
    lower = doc_words(doc).lower
    for verb in range(reference.at - 2, layout.sentence_start[reference.at], -1):
        to = lower[verb] in _REACHING_TO and lower[verb + 1] in ("to", "with")
        if to or lower[verb] in _REACHING:
            return _reached(doc, layout, cast, verb + 1 + to, reference)
    return None


def _reached(
    doc: Doc, layout: Layout, cast: Cast, start: int, reference: Pronominal
) -> Part | int | None:
    """Who begins at a token."""
    lower = doc_words(doc).lower
    for at in range(start, min(start + _LONGEST + 1, reference.at - 1)):
        person = cast.at_token.get(at)
        if person is not None:
            return person if cast.persons[person].may_be(reference.gender) else None
        if at == start:
            if lower[at] not in DETERMINERS | POSSESSIVES:
                return None
        elif not lower[at].isalpha() or lower[at] in DETERMINERS:
            return None
        elif type_of_head(lower[at]) == "unnamed" and type_of_head(lower[at + 1]) != "unnamed":
            fits = GENDERED_ROLES.get(lower[at], "") in {"", reference.gender}
            if not fits or layout.entity[at] >= 0 or at + 1 in cast.at_token:
                return None
            return Part(start, at + 1, "nominal", type="unnamed", head=lower[at], definite=True)
    return None
