"""The confidences of a pipeline fitted anew, where its rules have changed and its network has not.

Run with `python -m pipeline.training.recalibrate [--model models/en_whosaid]`: it needs the
corpora and the extra `[train]`, but no training. The reliability plot is drawn anew too.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.annotate import load_annotator
from pipeline.annotate.confidence import Calibration
from pipeline.settings import DEFAULT_MODEL
from pipeline.training.build import assemble, calibrate, write_pipeline
from pipeline.training.calibrate import Row, fit, judged
from pipeline.training.evaluate import evaluate_attribution, evaluate_entities
from pipeline.training.evaluate_confidence import draw_reliability, figures_of_rows, sure_rows
from pipeline.training.evaluate_speakers import speaker_judge

if TYPE_CHECKING:
    from spacy.language import Language


def main() -> None:
    """Fit, write and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    model: Path = parser.parse_args().model

    nlp = load_annotator(model).nlp
    calibration, rows = fit_confidences(nlp)
    figures = write_fitted(nlp, calibration, rows, model / "whosaid_encoder", model)
    for name, value in figures.items():
        print(f"{name}: {value:.1f}")


def fit_confidences(nlp: Language) -> tuple[Calibration, list[Row]]:
    """Fit a pipeline's confidences on dev and give them to it; the rows they were fitted by."""
    calibrate(nlp, Calibration())
    rows = judged(nlp, speaker_judge())
    calibration = fit(rows)
    calibrate(nlp, calibration)
    return calibration, rows


def write_fitted(
    nlp: Language, calibration: Calibration, rows: list[Row], network: Path, model: Path
) -> dict[str, float]:
    """Write a fitted pipeline around the exported weights in `network` to the folder `model`, and
    draw its reliability beside it; its figures, in percent."""
    sure = sure_rows(rows)
    figures = {**figures_of_pieces(nlp), **figures_of_rows(sure)}
    # What was read meanwhile fills the vocabulary: the pipeline that is written has read nothing.
    write_pipeline(assemble(network, calibration), model, figures)
    # The plot of the model that ships is the model card's, beside its folder.
    ships = model.resolve() == DEFAULT_MODEL.resolve()
    draw_reliability(sure, (model.parent if ships else model) / "reliability.svg")
    return figures


def figures_of_pieces(nlp: Language) -> dict[str, float]:
    """Attributions and entities of dev, in percent."""
    return {**evaluate_attribution(nlp), **evaluate_entities(nlp)}


if __name__ == "__main__":
    main()
