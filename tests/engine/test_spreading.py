"""The work is cut so that several workers get about as much of it each."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.engine import stages
from pipeline.engine.plan import batches
from pipeline.engine.tasks import InputToRead
from tests.running import run


def inputs(count: int) -> list[InputToRead]:
    return [InputToRead(f"{number:05d}.txt", 4000, 0, {}, "", "") for number in range(count)]


def write_records(corpus: Path, count: int) -> None:
    corpus.mkdir()
    lines = (
        json.dumps(
            {"text": f"Bridge {number} opens\\n\\n“It is open,” said Bodo Kinsella of {number}."}
        )
        for number in range(count)
    )
    (corpus / "many.jsonl").write_text("\n".join(lines), "utf-8")


def articles_of_shards(outputs: Path) -> list[int]:
    files = (outputs / "store" / "articles").glob("*.parquet")
    return sorted(pq.read_metadata(file).num_rows for file in files)


@pytest.mark.parametrize("count", [64, 300, 10_000])
@pytest.mark.parametrize("workers", [2, 4])
def test_no_batch_is_long_beside_the_share_of_a_worker(count: int, workers: int) -> None:
    longest = max(len(batch) for batch in batches(inputs(count), workers))
    assert longest <= max(8, count / workers / 7)


def test_a_file_of_many_articles_is_work_for_several_workers(tmp_path: Path) -> None:
    write_records(tmp_path / "corpus", 70)
    summary = run(tmp_path / "corpus", tmp_path / "outputs")
    assert summary.rows["articles"] == 70
    assert articles_of_shards(tmp_path / "outputs") == [6, 32, 32]


def test_long_articles_make_small_shards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "_HEAVIEST_SHARD", 200)
    write_records(tmp_path / "corpus", 12)
    run(tmp_path / "corpus", tmp_path / "outputs")
    assert max(articles_of_shards(tmp_path / "outputs")) < 6
