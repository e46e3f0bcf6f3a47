"""Entities of another spaCy pipeline, for users who have a larger one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.annotate.network.labels import ENTITY_LABELS

_LABELS = {
    **{label: label for label in (*ENTITY_LABELS, "GPE", "EVENT")},
    "PER": "PERSON",
    **dict.fromkeys(("WORK_OF_ART", "LAW", "LANGUAGE"), "MISC"),
}
"""Our label for another pipeline's; what has none (`CARDINAL`, `TIME`) is no entity here."""


class BorrowedEntities:
    """Sets `doc.ents` to those that another pipeline, `lender`, finds in the same words."""

    def __init__(self, name: str = "whosaid_borrowed_entities") -> None:
        self.name = name
        self.lender: Language | None = None

    def __call__(self, doc: Doc) -> Doc:
        if self.lender is None:
            return doc
        # The lender's tokenizer may differ; its components take the words as they are.
        twin = Doc(
            self.lender.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
        )
        twin = self.lender(twin)
        doc.set_ents(
            [
                Span(doc, entity.start, entity.end, label=_LABELS[entity.label_])
                for entity in twin.ents
                if entity.label_ in _LABELS
            ]
        )
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Set the entities of each Doc of a stream."""
        for doc in stream:
            yield self(doc)


@Language.factory("whosaid_borrowed_entities", assigns=["doc.ents"])
def make_borrowed_entities(nlp: Language, name: str) -> BorrowedEntities:
    """Build the component for a pipeline; its lender is set by `load_annotator`."""
    return BorrowedEntities(name)
