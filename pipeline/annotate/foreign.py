"""Paragraphs of an English article that are in another language: nothing is found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.annotate.quotations.kept import only
from pipeline.clean.language import is_foreign
from pipeline.records import AnnotatedArticle, Span

_PARAGRAPH = re.compile(r"[^\n]+")


def foreign_paragraphs(text: str) -> Iterator[Span]:
    """Offsets of the paragraphs that are plainly not in English."""
    for paragraph in _PARAGRAPH.finditer(text):
        if is_foreign(paragraph[0]):
            yield paragraph.span()


def without_foreign(found: AnnotatedArticle) -> AnnotatedArticle:
    """What was found, less the quotations and entities that begin in such paragraphs."""
    foreign = list(foreign_paragraphs(found.article.text))
    if not foreign:
        return found

    def is_kept(place: int) -> bool:
        return not any(start <= place < end for start, end in foreign)

    kept = [
        number
        for number, quotation in enumerate(found.quotations)
        if is_kept(quotation.content[0][0])
    ]
    return replace(
        found,
        quotations=tuple(only(found.quotations, kept)),
        entities=tuple(mention for mention in found.entities if is_kept(mention.start)),
    )
