"""The confidences of a pipeline fitted anew, where its rules have changed and its network has not.

Run with `python -m pipeline.training.recalibrate [--model models/en_whosaid]`: it needs the
corpora and the extra `[train]`, but no training. The reliability plot is drawn anew too.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pipeline.annotate import load_annotator
from pipeline.annotate.confidence import Calibration
from pipeline.settings import DEFAULT_MODEL
from pipeline.training.build import assemble, calibrate, write_pipeline
from pipeline.training.calibrate import fit, judged
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
    figures = figures_of_rows(sure)
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    fitted = assemble(model / "whosaid_encoder", fit(rows))
    write_pipeline(fitted, model, {**meta["performance"], **figures})
    draw_reliability(sure, model.parent / "reliability.svg")
    for name, value in figures.items():
        print(f"{name}: {value:.1f}")


if __name__ == "__main__":
    main()
