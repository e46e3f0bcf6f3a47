"""Many small reruns leave few shards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.running import output_bytes, run, write_article, write_corpus


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.engine.compaction._MOST_SMALL", 3)


def shards(outputs: Path, kind: str = "clean") -> int:
    return len(list((outputs / "store" / kind).glob("*.parquet")))


def test_small_shards_are_joined_and_nothing_changes(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 1), tmp_path / "outputs"
    for number in range(2, 7):
        run(corpus, outputs)
        assert shards(outputs) <= 3 + 1
        write_article(corpus / f"{number:02d}.txt", number)
    summary = run(corpus, outputs)
    assert summary.annotated == 1
    assert shards(outputs) <= 3
    assert shards(outputs, "rows/quotes") == shards(outputs, "articles") == shards(outputs)
    run(corpus, tmp_path / "at once")
    assert output_bytes(outputs) == output_bytes(tmp_path / "at once")


def test_what_was_joined_is_not_worked_on_again(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 5), tmp_path / "outputs"
    run(corpus, outputs, articles_in_batch=1)
    assert shards(outputs) == 1
    assert run(corpus, outputs).nothing_new
    (corpus / "03.txt").rename(corpus / "renamed.txt")
    (corpus / "04.txt").unlink()
    summary = run(corpus, outputs)
    assert (summary.annotated, summary.removed) == (0, 2)
    run(corpus, tmp_path / "at once")
    assert output_bytes(outputs) == output_bytes(tmp_path / "at once")


def test_a_new_model_finds_joined_articles(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 5), tmp_path / "outputs"
    run(corpus, outputs, articles_in_batch=1)
    before = output_bytes(outputs)
    (tmp_path / "model" / "weights").write_bytes(b"other")
    assert run(corpus, outputs).annotated == 5
    assert output_bytes(outputs) == before
