"""Rows are read article by article, in their final order."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from pipeline.schema import ENTITIES
from pipeline.tables import sorted_rows
from pipeline.tables.database import database, put_table
from pipeline.tables.sorted_rows import ArticleNumbers, SortedRows


def rows_of(folder: Path, articles: str) -> SortedRows:
    """An entity mention for each letter, of the article that has its name."""
    many = len(articles)
    given = {
        "published": ["2021-03-04"] * many,
        "article_id": list(articles),
        "start": list(range(many)),
        "end": list(range(many)),
        "label": ["ORG"] * many,
    }
    with database(folder / "spill", len(articles)) as db:
        put_table(db, "given", pa.table(given))
        return SortedRows.sort(db, ENTITIES, "SELECT * FROM given", folder / "it's rows")


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_the_rows_of_an_article_come_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(sorted_rows, "_ROWS_AT_ONCE", at_once)
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
    assert [articles[number] for number in range(len(articles))] == ["a", "b", "c"]
