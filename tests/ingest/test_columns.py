"""Columns under unusual names are known, or named in a warning with the option to give."""

import json
from pathlib import Path

import pytest

from pipeline.ingest import read_file
from pipeline.records import Article, Problem

TEXT = "The last boat left on Sunday, the harbour master said."


def read(folder: Path, table: str) -> list[Article | Problem]:
    (folder / "a.csv").write_text(table, encoding="utf-8")
    return list(read_file(folder, "a.csv"))


def test_plain_other_names_are_known(tmp_path: Path) -> None:
    header = "No,News Heading,Media,when_published,Story Text"
    table = f'{header}\n1,Ferry,The Bee,2021-11-07,"{TEXT}"\n'
    (article,) = read(tmp_path, table)
    assert isinstance(article, Article)
    known = article.metadata
    assert (known.title, known.outlet, known.published) == ("Ferry", "The Bee", "2021-11-07")


@pytest.mark.parametrize(
    "header",
    [
        "Nr;Quelle;Datum;Autor;Überschrift;Volltext",
        "no;medio;fecha;autor;titular;texto",
        "nº;média;date de publication;auteur;titre;texte",
    ],
)
def test_names_in_other_languages_are_known(header: str, tmp_path: Path) -> None:
    table = f'{header}\n1;The Bee;2021-11-07;Jo Quill;Ferry;"{TEXT}"\n'
    (article,) = read(tmp_path, table)
    assert isinstance(article, Article)
    known = article.metadata
    assert (known.title, known.outlet, known.published) == ("Ferry", "The Bee", "2021-11-07")
    assert (known.byline, article.text) == ("Jo Quill", TEXT)


def test_columns_that_are_not_read_are_named_with_the_options(tmp_path: Path) -> None:
    header = "row,strap,organ,when,text"
    warning, article = read(tmp_path, f'{header}\n1,Ferry,The Bee,Sunday,"{TEXT}"\n')
    assert isinstance(article, Article)
    assert isinstance(warning, Problem)
    assert (warning.source, warning.severity) == ("a.csv", "warning")
    for said in ("`strap`", "`organ`", "`when`", "--title-key", "--published-key", "--outlet-key"):
        assert said in warning.problem


@pytest.mark.parametrize(
    "table",
    [
        f'title,date,outlet,strap,text\nFerry,2021-11-07,The Bee,Sea,"{TEXT}"\n',
        f'id,category,tags,text\n7,news,sea,"{TEXT}"\n',
        f'title,date,url,strap,text\nFerry,2021-11-07,http://bee.example/1,Sea,"{TEXT}"\n',
    ],
)
def test_nothing_is_said_where_nothing_is_missing(table: str, tmp_path: Path) -> None:
    (article,) = read(tmp_path, table)
    assert isinstance(article, Article)


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_keys_that_are_not_read_are_named_once(name: str, tmp_path: Path) -> None:
    records = [{"strap": "Ferry", "text": f"{TEXT} {number}"} for number in range(2)]
    lines = "\n".join(map(json.dumps, records)) if name.endswith("l") else json.dumps(records)
    (tmp_path / name).write_text(lines, encoding="utf-8")
    warning, *articles = read_file(tmp_path, name)
    assert isinstance(warning, Problem)
    assert "`strap`" in warning.problem
    assert [found.source for found in articles] == [f"{name}#1", f"{name}#2"]
