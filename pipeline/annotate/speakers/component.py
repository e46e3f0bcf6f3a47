"""The spaCy component that says who each quotation's source stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.speakers.antecedents import shipped_weights
from pipeline.annotate.speakers.references import References
from pipeline.annotate.speakers.resolve import Resolver
from pipeline.annotate.text.layout import lay_out
from pipeline.records import Speaker

LEAST_PRONOUN = 0.34
LEAST_DESCRIPTION = 0.6


class Speakers:
    """Sets the speaker of each of `doc._.quotations`.

    Needs `doc.ents`, sentence starts and quotations with their spans. Reads, where it is
    set, `doc._.byline`: the author's own voice is theirs.
    """

    def __init__(
        self,
        name: str = "whosaid_speakers",
        *,
        least_pronoun: float = LEAST_PRONOUN,
        least_description: float = LEAST_DESCRIPTION,
        weights: Mapping[str, float] | None = None,
    ):
        """`least_…`: probability under which a pronoun or a description stays unresolved."""
        register_extensions()
        self.name = name
        self.least_pronoun = least_pronoun
        self.least_description = least_description
        self.weights = shipped_weights() if weights is None else weights

    def __call__(self, doc: Doc) -> Doc:
        """Set the speakers of one Doc."""
        if doc._.quotations:
            resolver = self._resolver(doc)
            self.set_annotations(doc, resolver.speakers())
            doc._.cast = (resolver.cast, resolver.bodies)
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 1) -> Iterator[Doc]:
        """Set the speakers of each Doc of a stream; no Doc's result depends on another."""
        for doc in stream:
            yield self(doc)

    def predict(self, doc: Doc) -> list[Speaker]:
        """The speaker of each quotation, in the order of `doc._.quotations`."""
        return self._resolver(doc).speakers() if doc._.quotations else []

    def _resolver(self, doc: Doc) -> Resolver:
        layout = lay_out(doc)
        references = References(
            doc,
            layout,
            self.weights,
            least_pronoun=self.least_pronoun,
            least_description=self.least_description,
        )
        return Resolver(doc, layout, references, byline=doc._.byline)

    def set_annotations(self, doc: Doc, speakers: list[Speaker]) -> None:
        """Write speakers into the Doc's quotations."""
        doc._.quotations = tuple(
            replace(quotation, speaker=speaker)
            for quotation, speaker in zip(doc._.quotations, speakers, strict=True)
        )


@Language.factory(
    "whosaid_speakers",
    requires=["doc.ents", "doc._.quotations"],
    assigns=["doc._.quotations"],
    default_config={"least_pronoun": LEAST_PRONOUN, "least_description": LEAST_DESCRIPTION},
)
def make_speakers(
    nlp: Language, name: str, least_pronoun: float, least_description: float
) -> Speakers:
    """Build the component for a pipeline."""
    return Speakers(name, least_pronoun=least_pronoun, least_description=least_description)
