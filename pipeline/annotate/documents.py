"""`The report` for the study that was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from pipeline.annotate.lexicon import words
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
_OPENING: Final = 4
"""Words at the beginning of a name among which its noun stands: `second study by …`."""


def same_document(noun: str, speaker: Speaker, earlier: Sequence[tuple[int, Speaker]]) -> Speaker:
    """The speaker that `the <noun>` takes up: the last document that is told from others by
    more than its noun, and may be called so; the speaker as it is, if there is none.

    earlier: (token, speaker) of the sources before it, the latest last.
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
    return speaker
