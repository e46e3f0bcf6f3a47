"""The component that turns what the encoder read into quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.network.decoding import Attribution, Piece
from pipeline.annotate.quotations.completion import complete
from pipeline.annotate.quotations.headline_verbs import with_whole_verb
from pipeline.annotate.quotations.span_groups import set_quotations
from pipeline.annotate.quotations.strays import (
    parted_by_beats,
    with_speech_beside,
    without_strays,
)
from pipeline.annotate.text.doc_words import doc_words
from pipeline.records import Quotation
from pipeline.records import Span as Offsets


class WhosaidAttribution:
    """Sets `doc._.quotations` and the span groups of their pieces (see `set_quotations`).

    completing: whether marks and words complete what the network found (`complete`);
        off, the quotations are those of the network alone.
    """

    def __init__(self, name: str = "whosaid_attribution", *, completing: bool = True) -> None:
        register_extensions()
        self.name = name
        self.completing = completing

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.predict(doc))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Find the quotations of each Doc of a stream."""
        for doc in stream:
            yield self(doc)

    def predict(self, doc: Doc) -> tuple[Quotation, ...]:
        """The quotations of a Doc, in order of their start; writes nothing to it."""
        if doc._.encoding is None:
            return ()
        read = (_quotation(doc, a) for a in doc._.encoding.attributions)
        told = with_speech_beside(doc_words(doc).text, [q for q in read if q.content])
        kept = (without_strays(doc, quotation) for quotation in told)
        parted = (part for quotation in kept for part in parted_by_beats(doc, quotation))
        whole = (with_whole_verb(doc, quotation) for quotation in parted)
        found = tuple(sorted(whole, key=lambda quotation: quotation.content))
        return complete(doc_words(doc).text, found, doc._.title_end) if self.completing else found

    def set_annotations(self, doc: Doc, quotations: tuple[Quotation, ...]) -> None:
        """Write quotations to their Doc."""
        set_quotations(doc, quotations)


@Language.factory(
    "whosaid_attribution",
    requires=["doc._.encoding"],
    assigns=["doc._.quotations", "doc.spans"],
    default_config={"completing": True},
)
def make_attribution(nlp: Language, name: str, completing: bool) -> WhosaidAttribution:
    """Build the component for a pipeline."""
    return WhosaidAttribution(name, completing=completing)


def _quotation(doc: Doc, attribution: Attribution) -> Quotation:
    content = [_offsets(doc, piece) for piece in attribution.content]
    probability = min(piece.probability for piece in attribution.content)
    if attribution.cue:
        probability *= attribution.cue_probability
    if attribution.source:
        probability *= attribution.source.probability
    return Quotation(
        content=tuple(sorted(span for span in content if span[0] < span[1])),
        cue=_optional(doc, attribution.cue),
        source=_optional(doc, attribution.source),
        confidence=float(probability * attribution.source_probability),
    )


def _optional(doc: Doc, piece: Piece | None) -> tuple[Offsets, ...]:
    if piece is None:
        return ()
    span = _offsets(doc, piece)
    return (span,) if span[0] < span[1] else ()


def _offsets(doc: Doc, piece: Piece) -> Offsets:
    """Offsets of a piece, without white space at its edges and a comma before it."""
    words = doc_words(doc)
    start, end = piece.start, piece.end
    while start < end and (words.words[start].isspace() or words.words[start] in {",", ";"}):
        start += 1
    while end > start and words.words[end - 1].isspace():
        end -= 1
    if start >= end:
        return (0, 0)
    return words.offsets[start], words.offsets[end - 1] + len(words.words[end - 1])
