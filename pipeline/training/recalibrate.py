"""The confidences of a pipeline fitted anew, where its rules have changed and its network has not.

Run with `python -m pipeline.training.recalibrate [--model models/en_whosaid]`: it needs the
corpora and the extra `[train]`, but no training. The reliability plot is drawn anew too.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.annotate import load_annotator
from pipeline.annotate.confidence import Calibration
from pipeline.settings import DEFAULT_MODEL
from pipeline.training.build import assemble, calibrate, write_pipeline
from pipeline.training.calibrate import fit, judged
from pipeline.training.evaluate import evaluate_attribution, evaluate_entities
from pipeline.training.evaluate_confidence import draw_reliability, figures_of_rows, sure_rows
from pipeline.training.evaluate_speakers import speaker_judge


def main() -> None:
    """Fit, write and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL)
    model: Path = parser.parse_args().model

    nlp = load_annotator(model).nlp
    calibrate(nlp, Calibration())
    rows = judged(nlp, speaker_judge())
    sure = sure_rows(rows)
    calibration = fit(rows)
    calibrate(nlp, calibration)
    figures = {**evaluate_attribution(nlp), **evaluate_entities(nlp), **figures_of_rows(sure)}
    # What was read meanwhile fills the vocabulary: the pipeline that is written has read nothing.
    write_pipeline(assemble(model / "whosaid_encoder", calibration), model, figures)
    draw_reliability(sure, model.parent / "reliability.svg")
    for name, value in figures.items():
        print(f"{name}: {value:.1f}")


if __name__ == "__main__":
    main()
