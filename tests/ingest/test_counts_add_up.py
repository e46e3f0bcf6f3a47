"""Of a folder of every format and every damage, each input is accounted for in the tables."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from pipeline.ingest import list_inputs
from tests.ingest.corpus_of_formats import broken_files, every_format, write
from tests.running import run

GOOD = every_format()
BROKEN = broken_files()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of all formats and all damages, and the tables of a run over it."""
    folder = tmp_path_factory.mktemp("formats")
    write(folder / "corpus", {path: data for path, (data, _) in GOOD.items()} | BROKEN)
    run(folder / "corpus", folder / "outputs")
    return folder


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / "outputs" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def input_of(source: str) -> str:
    return source.split("#")[0].split("!")[0]


def test_every_input_is_an_article_a_duplicate_or_a_problem(folder: Path) -> None:
    articles = rows(folder, "articles")
    read = {input_of(place) for row in articles for place in row["source"].split(" ; ")}
    failed = {
        input_of(row["source"]) for row in rows(folder, "problems") if row["severity"] == "error"
    }
    assert read == set(GOOD)
    assert failed == set(BROKEN)
    assert read | failed == {found.path for found in list_inputs(folder / "corpus")}


def test_the_counts_add_up(folder: Path) -> None:
    articles = rows(folder, "articles")
    copies = [row for row in articles if row["duplicate_of"]]
    originals = [row for row in articles if not row["duplicate_of"]]
    same_bytes = sum(row["source"].count(" ; ") for row in articles)
    errors = [row for row in rows(folder, "problems") if row["severity"] == "error"]
    assert copies and originals and same_bytes
    assert len(originals) + len(copies) + same_bytes == sum(count for _, count in GOOD.values())
    assert len(errors) == len(BROKEN)


def test_duplicates_name_an_article_that_is_none_itself(folder: Path) -> None:
    articles = {row["article_id"]: row for row in rows(folder, "articles")}
    named = Counter(row["duplicate_of"] for row in articles.values() if row["duplicate_of"])
    assert named.keys() <= articles.keys()
    assert not any(articles[original]["duplicate_of"] for original in named)
    # The same story as text, in a table, in JSON, in mails and documents.
    assert max(named.values()) >= 10
