"""A row says by itself which article it is of, for whoever has only that one sheet open."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tests.running import run, write_corpus


def table(outputs: Path, name: str) -> list[dict[str, str]]:
    with (outputs / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readable")
    corpus = write_corpus(folder / "news", 3)
    (corpus / "kept").mkdir()
    shutil.copy(corpus / "01.txt", corpus / "kept" / "again.txt")
    shutil.copy(corpus / "02.txt", corpus / "02 late edition.txt")
    with (corpus / "02 late edition.txt").open("a", encoding="utf-8") as file:
        file.write("\nThe meeting of the council ended late, and everybody went home by tram.\n")
    run(corpus, folder / "tables")
    return folder / "tables"


@pytest.mark.parametrize("name", ["quotes", "same_quotes"])
def test_title_and_file_are_those_of_the_article(outputs: Path, name: str) -> None:
    articles = {row["article_id"]: row for row in table(outputs, "articles")}
    rows = table(outputs, name)
    assert rows
    for row in rows:
        article = articles[row["article_id"]]
        assert (row["title"], row["file"]) == (article["title"], article["source"])


def test_an_article_at_two_places_names_both(outputs: Path) -> None:
    files = {row["file"] for row in table(outputs, "quotes")}
    assert {"01.txt ; kept/again.txt", "02.txt", "02 late edition.txt", "03.txt"} <= files


def test_a_group_tells_how_many_articles_carry_it_and_which_wordings_are_verbatim(
    outputs: Path,
) -> None:
    kinds = {row["quote_id"]: row["kind"] for row in table(outputs, "quotes")}
    rows = table(outputs, "same_quotes")
    assert {row["articles"] for row in rows} == {"2"}
    assert all(row["kind"] == kinds[row["quote_id"]] for row in rows)
