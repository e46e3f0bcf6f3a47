"""`The report` for the study that was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc

from pipeline.annotate.persons.bodies import plain
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import PREPOSITIONS, words
from pipeline.annotate.text.nouns import type_of_head
from pipeline.records import Speaker

_ALIKE: Final = (
    words("study report paper research analysis survey review finding findings"),
    words("letter memo note memorandum missive"),
    words("email e-mail message"),
    words("poll survey"),
    words("article story piece report column feature"),
    words("bill law measure legislation act"),
    words("lawsuit suit complaint filing petition"),
    words("statement release"),
    words("book memoir novel biography"),
    words("ruling decision judgment judgement opinion"),
)
_ANY_DOCUMENT: Final = words("document documents paper papers text")
"""Nouns for whatever document was cited last."""
_PUBLISHING: Final = words(
    "ran runs published publishes released releases issued issues carried printed aired "
    "posted conducted commissioned wrote sent circulated unveiled"
)
_INTRODUCING: Final = words("a an its this another one")
_LONGEST_NAME: Final = 4
"""Words from the article to the noun of `a long investigative feature`."""
_OPENING: Final = 4
"""Words at the beginning of a name among which its noun stands: `second study by …`."""


@dataclass(frozen=True, slots=True)
class Published:
    """A document whose publisher the article tells: `Port Wire ran a feature`."""

    at: int
    """Token of its noun."""
    noun: str
    name: str
    """`Port Wire feature`"""


def published_documents(doc: Doc, layout: Layout) -> list[Published]:
    """The documents that bodies are told to have published, in text order."""
    found = []
    for body in layout.ents:
        if body.label_ != "ORG":
            continue
        limit = layout.sentence_end[body.start]
        near = range(body.end, min(body.end + 3, limit))
        verb = next((at for at in near if doc[at].lower_ in _PUBLISHING), 0)
        if not verb or verb + 2 >= limit or doc[verb + 1].lower_ not in _INTRODUCING:
            continue
        for at in range(verb + 2, min(verb + 2 + _LONGEST_NAME, limit)):
            if type_of_head(doc[at].lower_) == "document":
                noun = doc[at].lower_
                found.append(Published(at, noun, f"{plain(body.text)} {noun}"))
                break
            if not doc[at].is_alpha or doc[at].lower_ in PREPOSITIONS:
                break
    return found


def same_document(
    noun: str,
    speaker: Speaker,
    earlier: Sequence[tuple[int, Speaker]],
    published: Sequence[Published] = (),
) -> Speaker:
    """The speaker that `the <noun>` takes up: the last document that is told from others by
    more than its noun, and may be called so; the speaker as it is, if there is none.

    earlier: (token, speaker) of the sources before it, the latest last; published: documents
    that the text before it tells of.
    """
    if len(speaker.name.split()) > 1:
        return speaker
    alike = frozenset({noun}).union(*(group for group in _ALIKE if noun in group))
    for _, before in reversed(earlier):
        if before.type != "document" or before.name == speaker.name:
            continue
        opening = before.name.casefold().split()[:_OPENING]
        told_apart = " " in before.name and not alike.isdisjoint(opening)
        if told_apart or noun in _ANY_DOCUMENT:
            return replace(speaker, name=before.name)
    told = [each.name for each in published if each.noun in alike]
    return replace(speaker, name=told[-1]) if told else speaker
