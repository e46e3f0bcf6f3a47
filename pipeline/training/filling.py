"""Labels that a corpus lacks, filled in by a trained model: PolNeAR's entities, the statements
of the newswire corpus.

A student that learns them beside people's labels, with words hidden from it, becomes better
than its teacher (Xie et al. 2020, "Self-training with noisy student").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.training.corpora import GoldAttribution, LabelledArticle


def fill_in(articles: Iterable[LabelledArticle], nlp: Language) -> Iterator[LabelledArticle]:
    """The articles with all labels; what `nlp` gave is told in `filled`."""
    for article in articles:
        doc = nlp(article.text) if None in (article.attributions, article.entities) else None
        if doc is not None and article.attributions is None:
            article = replace(
                article,
                attributions=_attributions(doc),
                filled=article.filled | {"attributions"},
            )
        if doc is not None and article.entities is None:
            article = replace(
                article, entities=_entities(doc), filled=article.filled | {"entities"}
            )
        yield article


def _attributions(doc: Doc) -> tuple[GoldAttribution, ...]:
    """The statements of a Doc, those inside others left out: PolNeAR has one layer."""
    return tuple(
        GoldAttribution(str(number), quotation.source, quotation.cue, quotation.content)
        for number, quotation in enumerate(doc._.quotations)
        if quotation.nested_in is None
    )


def _entities(doc: Doc) -> tuple[tuple[int, int, str], ...]:
    """The entities of a Doc in the corpus's labels, which know no GPE."""
    return tuple(
        (entity.start_char, entity.end_char, "LOC" if entity.label_ == "GPE" else entity.label_)
        for entity in doc.ents
    )
