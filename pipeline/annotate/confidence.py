"""The component that says how sure a row is: calibrated probabilities.

A logistic model turns the network's own probability, and how the statement and its
speaker were found, into the probability that content and source are right; a second
one, into the probability that the speaker is right given that they are (Platt 1999).
Both are fitted on articles the network was not trained on (training/calibrate.py).

A statement in the author's words that is hardly one ("the plan *seems* to work") is left
out here: what is right less often than half of the best F1 lowers F1 (Lipton et al. 2014),
and what is right one time in four is a nuisance in a table.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.quotations.kept import only
from pipeline.annotate.quotations.span_groups import set_quotations
from pipeline.annotate.quotations.topics import is_unsure_name
from pipeline.records import Quotation

Features = dict[str, float]
WEIGHTS = "confidence.json"
LEAST = 0.25
"""Of an indirect statement, the least probability that content and source are right. Below
0.38 a row costs F1 on dev more than it brings; a lost row costs a reader more than a poor
one, which its confidence tells."""
LEAST_SOURCELESS = 0.4
"""The same where nobody is named: who reads a table of who said what misses such a row least."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the two logistic models, by feature. Empty weights leave
    the network's probability as it is."""

    found: Mapping[str, float] = field(default_factory=dict)
    speaker: Mapping[str, float] = field(default_factory=dict)


class WhosaidConfidence:
    """Sets the calibrated `confidence` of each of `doc._.quotations`, and takes out those
    that are hardly statements (see `likely`)."""

    def __init__(self, name: str = "whosaid_confidence") -> None:
        register_extensions()
        self.name = name
        self.calibration = Calibration()

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.predict(doc))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Set the confidences of each Doc of a stream."""
        for doc in stream:
            yield self(doc)

    def predict(self, doc: Doc) -> tuple[Quotation, ...]:
        """The likely quotations of a Doc with their confidences; writes nothing to it."""
        return tuple(
            replace(quotation, confidence=confidence_of(quotation, self.calibration))
            for quotation in likely(doc._.quotations, self.calibration, doc.text)
        )

    def set_annotations(self, doc: Doc, quotations: tuple[Quotation, ...]) -> None:
        """Write the quotations to their Doc."""
        if len(quotations) == len(doc._.quotations):
            doc._.quotations = quotations
        else:
            set_quotations(doc, quotations)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights to a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        weights = {
            "found": dict(self.calibration.found),
            "speaker": dict(self.calibration.speaker),
        }
        (folder / WEIGHTS).write_text(json.dumps(weights, indent=1), encoding="utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> WhosaidConfidence:
        """Read the weights from a folder."""
        weights = json.loads((Path(path) / WEIGHTS).read_text(encoding="utf-8"))
        self.calibration = Calibration(weights["found"], weights["speaker"])
        return self


@Language.factory("whosaid_confidence", requires=["doc._.quotations"], assigns=["doc._.quotations"])
def make_confidence(nlp: Language, name: str) -> WhosaidConfidence:
    """Build the component for a pipeline."""
    return WhosaidConfidence(name)


def likely(quotations: Sequence[Quotation], calibration: Calibration, text: str) -> list[Quotation]:
    """The quotations of a text without indirect ones that are hardly statements.

    A quotation with marks is always likely: what stands in them was said by somebody. So is
    one that stands inside another and does not only name something, and the one around what
    is kept. `nested_in` is an index into what is returned.
    """
    kept: list[int] = []
    around = set()
    for number in reversed(range(len(quotations))):
        quotation = quotations[number]
        said = is_likely(quotation, calibration) and not is_unsure_name(text, quotation)
        if said or number in around:
            kept.append(number)
            around.add(quotation.nested_in)
    return only(quotations, kept[::-1])


def is_likely(quotation: Quotation, calibration: Calibration) -> bool:
    """Whether a quotation is worth a row."""
    sure = quotation.kind != "indirect" or quotation.nested_in is not None
    least = LEAST if quotation.source else LEAST_SOURCELESS
    return sure or not calibration.found or found_probability(quotation, calibration) >= least


def confidence_of(quotation: Quotation, calibration: Calibration) -> float:
    """Probability that content and speaker of a quotation are both right."""
    if not calibration.found:
        return quotation.confidence
    speaker = _logistic(calibration.speaker, speaker_features(quotation))
    return round(found_probability(quotation, calibration) * speaker, 4)


def found_probability(quotation: Quotation, calibration: Calibration) -> float:
    """Probability that content and source of a quotation are right."""
    return _logistic(calibration.found, found_features(quotation))


def found_features(quotation: Quotation) -> Features:
    """What tells whether content and source are right."""
    words = sum(end - start for start, end in quotation.content) / 6
    return {
        "bias": 1.0,
        "logit": _logit(quotation.confidence),
        "log_words": math.log(1 + words),
        f"kind={quotation.kind}": 1.0,
        f"source={bool(quotation.source)}": 1.0,
        f"cue={bool(quotation.cue)}": 1.0,
        "nested": float(quotation.nested_in is not None),
    }


def speaker_features(quotation: Quotation) -> Features:
    """What tells whether the speaker of a rightly found statement is right."""
    return {
        "bias": 1.0,
        f"basis={quotation.speaker.basis}": 1.0,
        f"type={quotation.speaker.type}": 1.0,
        "logit": _logit(chosen) if (chosen := quotation.speaker.probability) is not None else 0.0,
        "unresolved": float(bool(quotation.source) and not quotation.speaker.name),
        # A family name that the article never gives in full, or a given name alone.
        "half_a_name": float(
            quotation.speaker.type == "person" and " " not in quotation.speaker.name
        ),
    }


def _logit(probability: float) -> float:
    bounded = min(max(probability, 1e-4), 1 - 1e-4)
    return math.log(bounded / (1 - bounded))


def _logistic(weights: Mapping[str, float], features: Features) -> float:
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))
