"""Fitting of the confidences, on articles that the network was not trained on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pipeline.annotate.confidence import (
    Calibration,
    Features,
    confidence_of,
    found_features,
    is_likely,
    speaker_features,
)
from pipeline.records import Quotation
from pipeline.training.corpora import GoldAttribution, LabelledArticle, read_polnear
from pipeline.training.evaluate import annotated
from pipeline.training.measures import WordsOf, match_attributions

if TYPE_CHECKING:
    from spacy.language import Language

SpeakerIsRight = Callable[[str, GoldAttribution, Quotation], bool | None]
"""Of an article's name, gold and prediction; None where no gold speaker is known."""
BINS = 10
FOLDS = 5

Row = tuple[str, Quotation, bool, bool | None]
"""Article, prediction, whether content and source are right, whether the speaker is."""


def judged(
    nlp: Language, speaker_is_right: SpeakerIsRight, folder: Path | None = None
) -> list[Row]:
    """Every quotation that a pipeline finds in PolNeAR dev, with whether it is right.

    The pipeline must not have calibrated confidences yet. Nested statements are left
    out: PolNeAR has one layer.
    """
    rows: list[Row] = []
    for article, doc in annotated(nlp, read_polnear("dev", folder)):
        rows.extend(_judge(article, doc._.quotations, speaker_is_right))
    return rows


def _judge(
    article: LabelledArticle, quotations: Sequence[Quotation], speaker_is_right: SpeakerIsRight
) -> Iterator[Row]:
    found = [q for q in quotations if q.nested_in is None]
    gold = article.attributions or ()
    pairs, _, _ = match_attributions(WordsOf(article.text), gold, found)
    partner = {j: gold[i] for i, j in pairs}
    for j, quotation in enumerate(found):
        if j in partner:
            right = speaker_is_right(article.name, partner[j], quotation)
            yield article.name, quotation, True, right
        else:
            yield article.name, quotation, False, None


def fit(rows: Sequence[Row]) -> Calibration:
    """Fit both logistic models."""
    found = _fit([(found_features(q), right) for _, q, right, _ in rows])
    speaker = _fit([(speaker_features(q), s) for _, q, right, s in rows if right and s is not None])
    return Calibration(found, speaker)


def cross_validated(rows: Sequence[Row]) -> list[tuple[Row, float]]:
    """Each likely row with the confidence that a fit without its article gives it."""
    names = sorted({name for name, *_ in rows})
    fold_of = {name: number % FOLDS for number, name in enumerate(names)}
    result = []
    for fold in range(FOLDS):
        calibration = fit([row for row in rows if fold_of[row[0]] != fold])
        for row in rows:
            if fold_of[row[0]] == fold and is_likely(row[1], calibration):
                result.append((row, confidence_of(row[1], calibration)))
    return result


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """Expected calibration error in ten bins of equal size, 0 to 1 (Naeini et al. 2015)."""
    order = np.argsort(np.asarray(confidences), kind="stable")
    error = 0.0
    for part in np.array_split(order, BINS):
        if len(part):
            gap = np.mean([confidences[i] for i in part]) - np.mean([right[i] for i in part])
            error += abs(float(gap)) * len(part) / len(order)
    return error


def _fit(examples: Sequence[tuple[Features, bool]]) -> dict[str, float]:
    from sklearn.linear_model import LogisticRegression

    names = sorted({name for features, _ in examples for name in features})
    if len({right for _, right in examples}) < 2:
        return {}
    matrix = np.array([[features.get(name, 0.0) for name in names] for features, _ in examples])
    model = LogisticRegression(C=1.0, fit_intercept=False, max_iter=2000)
    model.fit(matrix, [right for _, right in examples])
    return {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True)}
