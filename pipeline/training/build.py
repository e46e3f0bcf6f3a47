"""The folder that ships: a spaCy pipeline with its weights, and the hashes of its files."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.annotate.annotator import HASHED
from pipeline.annotate.confidence import Calibration, WhosaidConfidence
from pipeline.annotate.network.encoder import WhosaidEncoder

COMPONENTS = ("encoder", "entities", "attribution", "speakers", "when", "confidence")
VERSION = "0.1.0"


def assemble(network: Path, calibration: Calibration | None = None) -> Language:
    """A pipeline around exported weights (`export.export_network`)."""
    nlp = spacy.blank("en")
    for component in COMPONENTS:
        nlp.add_pipe(f"whosaid_{component}")
    encoder = nlp.get_pipe("whosaid_encoder")
    assert isinstance(encoder, WhosaidEncoder)
    encoder.from_disk(network)
    if calibration is not None:
        calibrate(nlp, calibration)
    nlp.meta.update(
        name="whosaid",
        version=VERSION,
        description="Who said what, when: entities, quotations, speakers and dates in news.",
        license="MIT",
    )
    return nlp


def calibrate(nlp: Language, calibration: Calibration) -> None:
    """Give a pipeline the weights of its confidences."""
    component = nlp.get_pipe("whosaid_confidence")
    assert isinstance(component, WhosaidConfidence)
    component.calibration = calibration


def write_pipeline(nlp: Language, folder: Path, figures: dict[str, float] | None = None) -> None:
    """Write a pipeline to a folder; files there that it does not have, like the model card, stay.

    figures: what `whosaid evaluate` printed of it, kept in meta.json.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as temporary:
        fresh = Path(temporary) / "model"
        nlp.to_disk(fresh)
        meta_path = fresh / "meta.json"
        meta = json.loads(meta_path.read_text(encoding="utf-8"))
        meta["performance"] = {k: round(v, 2) for k, v in sorted((figures or {}).items())}
        meta[HASHED] = {
            path.relative_to(fresh).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(fresh.rglob("*"))
            if path.is_file() and path != meta_path
        }
        text = json.dumps(meta, indent=2, ensure_ascii=False, sort_keys=True)
        meta_path.write_text(text + "\n", encoding="utf-8")
        shutil.copytree(fresh, folder, dirs_exist_ok=True)
