"""Rows are read article by article, in their final order."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.schema import ENTITIES
from pipeline.tables import sorted_rows
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows


def rows_of(folder: Path, articles: str) -> SortedRows:
    """An entity mention for each letter, of the article that has its name, last ones first."""
    count = len(articles)
    given = pa.table(
        {
            "article_id": pa.array(list(articles), pa.string()),
            "start": pa.array(range(count), pa.int64()),
            "end": pa.array(range(count), pa.int64()),
            "label": pa.array(["ORG"] * count, pa.string()),
            "position": pa.array([ord(letter) - ord("a") for letter in articles], pa.int32()),
        }
    )
    parts = [given.slice(first, 1) for first in reversed(range(count))]
    return SortedRows.sort(ENTITIES, parts, given.schema.remove(4), folder / "rows")


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_the_rows_of_an_article_come_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(sorted_rows, "_ROWS_AT_ONCE", at_once)
    monkeypatch.setattr(sorted_rows, "_ROWS_HELD", at_once)
    rows = rows_of(tmp_path, "babcbbda")
    batches = [
        "".join(batch.column("article_id").to_pylist())
        for batch in rows.batches(["article_id", "start"])
    ]
    assert "".join(batches) == "aabbbbcd"
    assert sum(len(set(batch)) for batch in batches) == 4
    starts = [
        start for batch in rows.batches(["start"]) for start in batch.column("start").to_pylist()
    ]
    assert starts == [1, 7, 0, 2, 4, 5, 3, 6]


def test_no_rows_give_no_batches(tmp_path: Path) -> None:
    assert list(rows_of(tmp_path, "").batches(["start"])) == []


def test_articles_have_numbers_in_the_order_of_their_ids() -> None:
    articles = ArticleNumbers(["c", "a", "b"])
    assert articles.of(pa.array(["b", "c", "b", "a"])).tolist() == [1, 2, 1, 0]
    assert articles.of(pa.array(["d"])).tolist() == [2], "of none, any"
    assert [articles[number] for number in range(len(articles))] == ["a", "b", "c"]
