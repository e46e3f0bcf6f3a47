"""`whosaid status` tells what is done, stale, failed, and how big."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from pipeline.store.status import status_lines
from tests.running import run, settings, write_article, write_corpus


def told(outputs: Path) -> dict[str, str]:
    lines = status_lines(settings(outputs))
    return dict(line.split(": ", 1) for line in lines)


def test_all_is_done_after_a_run(tmp_path: Path) -> None:
    run(write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs")
    lines = told(tmp_path / "outputs")
    assert lines["articles"] == "2"
    assert lines["articles analysed"] == "2"
    assert lines["stale"] == "nothing"
    assert lines["failed"] == "nothing"
    assert lines["store"].startswith("1 shards, ")
    assert "MB" in lines["tables and texts"]


def test_what_changed_since_is_told(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 3)
    run(corpus, tmp_path / "outputs")
    write_article(corpus / "03.txt", 3000)
    write_article(corpus / "04.txt", 4)
    (corpus / "01.txt").unlink()
    assert "1 new" in told(tmp_path / "outputs")["files read"]
    assert "1 gone" in told(tmp_path / "outputs")["files read"]


def test_a_new_model_makes_articles_stale(tmp_path: Path) -> None:
    run(write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs")
    (tmp_path / "model" / "weights").write_bytes(b"other")
    assert told(tmp_path / "outputs")["stale"] == "2 to analyse"


def test_what_failed_is_counted_by_stage(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 1)
    (corpus / "empty.txt").touch()
    (corpus / "bad.txt").write_text("An unspeakable evening\n\nNobody printed any word of it.\n")
    run(corpus, tmp_path / "outputs")
    assert told(tmp_path / "outputs")["failed"].startswith("2 (annotate 1, ingest 1)")


def test_a_corpus_that_is_gone_is_told(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 1)
    run(corpus, tmp_path / "outputs")
    corpus.rename(tmp_path / "elsewhere")
    assert "cannot be read" in told(tmp_path / "outputs")["files read"]


def test_no_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(WhosaidError, match="no run has written"):
        told(tmp_path / "outputs")
