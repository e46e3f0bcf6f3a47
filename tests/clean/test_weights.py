"""Without the weights of the line classifier nothing can be cleaned, and a run says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.clean.classifier import line_classifier
from pipeline.errors import WhosaidError
from pipeline.settings import LINE_WEIGHTS
from tests.running import run, write_corpus


def test_a_run_without_them_ends_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.store.fingerprints.LINE_WEIGHTS", tmp_path / "lines.npz")
    with pytest.raises(WhosaidError, match=r"weights for cleaning are not at .*lines\.npz: get"):
        run(write_corpus(tmp_path / "corpus", 1), tmp_path / "outputs")
    assert not list((tmp_path / "outputs" / "store" / "articles").iterdir())


@pytest.mark.parametrize("kept", [0, 10, 20_000])
def test_damaged_ones_end_a_run(kept: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = tmp_path / "lines.npz"
    damaged.write_bytes(LINE_WEIGHTS.read_bytes()[:kept])
    monkeypatch.setattr("pipeline.clean.article.line_classifier", lambda: line_classifier(damaged))
    with pytest.raises(WhosaidError, match=r"lines\.npz, are missing or damaged: get"):
        run(write_corpus(tmp_path / "corpus", 1), tmp_path / "outputs")
