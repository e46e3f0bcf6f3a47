"""How far confidences can be trusted, on articles that they were not fitted on.

Confidences are fitted on PolNeAR dev, since that is what the network was not trained
on. So each article's are taken from a fit without it (five folds). A row is right
where its words match a gold attribution and its speaker is the one in gold: those of all
84 articles were judged by hand (see evaluate_speakers).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pipeline.annotate.confidence import Calibration, WhosaidConfidence
from pipeline.training.calibrate import BINS, Row, calibration_error, cross_validated, judged
from pipeline.training.evaluate_speakers import read_all_gold, speaker_judge

if TYPE_CHECKING:
    from spacy.language import Language

SUREST = 0.6


@dataclass(frozen=True, slots=True)
class Sure:
    """A row's confidence, and whether the row is right."""

    confidence: float
    right: bool
    direct: bool


def evaluate_confidence(nlp: Language, folder: Path | None = None) -> dict[str, float]:
    """Expected calibration error in percentage points, and how often the surest are right."""
    rows = cross_validated_rows(nlp, folder)
    return figures_of_rows(rows)


def figures_of_rows(rows: Sequence[Sure]) -> dict[str, float]:
    """The figures of rows with cross-validated confidences."""
    direct = sorted((row for row in rows if row.direct), key=lambda row: -row.confidence)
    surest = direct[: round(SUREST * len(direct))]
    error = calibration_error([row.confidence for row in rows], [row.right for row in rows])
    return {
        "confidence: calibration error": 100 * error,
        "confidence: surest 60% of direct right": (
            100 * float(np.mean([row.right for row in surest])) if surest else 0.0
        ),
    }


def cross_validated_rows(nlp: Language, folder: Path | None = None) -> list[Sure]:
    """Each row of the articles with gold speakers.

    The pipeline's own calibration is set aside meanwhile.
    """
    component = nlp.get_pipe("whosaid_confidence")
    assert isinstance(component, WhosaidConfidence)
    fitted, component.calibration = component.calibration, Calibration()
    try:
        rows = judged(nlp, speaker_judge(folder), folder)
    finally:
        component.calibration = fitted
    return sure_rows(rows)


def sure_rows(rows: Sequence[Row]) -> list[Sure]:
    """Cross-validated confidences of the rows whose speakers can be judged."""
    names = set(read_all_gold())
    return [
        Sure(confidence, found and bool(speaker), quotation.kind == "direct")
        for (name, quotation, found, speaker), confidence in cross_validated(rows)
        if name in names and not (found and speaker is None)
    ]


def draw_reliability(rows: Sequence[Sure], path: Path) -> None:
    """Write the reliability plot of the model card (SVG): share right by confidence."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "whosaid"
    from matplotlib import pyplot as plt

    order = sorted(rows, key=lambda row: row.confidence)
    bins = [part for part in np.array_split(np.arange(len(order)), BINS) if len(part)]
    confidence = [float(np.mean([order[i].confidence for i in part])) for part in bins]
    right = [float(np.mean([order[i].right for i in part])) for part in bins]
    figure, axes = plt.subplots(figsize=(4.4, 4.0), layout="constrained")
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle="--")
    axes.plot(confidence, right, color="#1f5fa8", marker="o", linewidth=1.5)
    axes.set(
        xlim=(0, 1),
        ylim=(0, 1),
        xlabel="confidence (mean of a tenth of the rows)",
        ylabel="share of rows that are right",
    )
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
