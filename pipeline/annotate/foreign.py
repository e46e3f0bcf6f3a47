"""Paragraphs of an English article that are in another language: nothing is found in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.clean.language import is_foreign
from pipeline.records import AnnotatedArticle, Quotation, Span

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
    places = {number: place for place, number in enumerate(kept)}
    return replace(
        found,
        quotations=tuple(_renumbered(found.quotations[number], places) for number in kept),
        entities=tuple(mention for mention in found.entities if is_kept(mention.start)),
    )


def _renumbered(quotation: Quotation, places: dict[int, int]) -> Quotation:
    """The quotation with the statement it stands inside by its new place, if that is kept."""
    outer = quotation.nested_in
    return quotation if outer is None else replace(quotation, nested_in=places.get(outer))
