"""`metadata.csv` goes first, describes what lies beside it, and is no article."""

from pathlib import Path

import pytest

from pipeline.ingest import list_inputs
from pipeline.records import Article, Problem
from tests.ingest.corpus_of_formats import PAGE, read_corpus, write, zipped

STORY = b"The last boat left on Sunday."


def read(folder: Path, files: dict[str, bytes]) -> tuple[dict[str, Article], list[Problem]]:
    write(folder, files)
    found = list(read_corpus(folder))
    articles = {one.source: one for one in found if isinstance(one, Article)}
    return articles, [one for one in found if isinstance(one, Problem)]


def test_a_sidecar_describes_the_files_beside_it(tmp_path: Path) -> None:
    rows = (
        "file,url,outlet,title,author,published,Topic,Desk\n"
        "ferry.txt,https://bee.example/x,The Bee,Ferry stops,Ines Thorne,6 Jan 2020,sea,\n"
    )
    articles, problems = read(tmp_path, {"a/metadata.csv": rows.encode(), "a/ferry.txt": STORY})
    found = articles["a/ferry.txt"].metadata
    assert (found.url, found.outlet, found.title, found.byline, found.published) == (
        "https://bee.example/x", "The Bee", "Ferry stops", "Ines Thorne", "2020-01-06",
    )  # fmt: skip
    assert found.published_basis == "metadata"
    assert found.extra == (("Topic", "sea"),)
    assert not problems


def test_control_files_and_hidden_files_are_no_articles(tmp_path: Path) -> None:
    write(tmp_path, {"metadata.csv": b"file\n", "speakers.csv": b"x", "corrections.csv": b"x",
                     "b/metadata.csv": b"file\n", ".hidden/a.txt": b"x", "~$a.docx": b"x",
                     "a.html": b"<p>x</p>", "a_files/style.css": b"x",
                     "__MACOSX/a.txt": b"x"})  # fmt: skip
    assert [found.path for found in list_inputs(tmp_path)] == ["a.html"]


def test_the_sidecar_goes_before_the_page(tmp_path: Path) -> None:
    rows = b"file;outlet;published\npage.html;The Bee, evening edition;2021-11-06\n"
    page = PAGE.format(charset="utf-8").encode()
    articles, _ = read(tmp_path, {"metadata.csv": rows, "page.html": page})
    found = articles["page.html"].metadata
    assert (found.outlet, found.published) == ("The Bee, evening edition", "2021-11-06")
    assert (found.published_basis, found.title) == ("metadata", "Ferry stops")


def test_the_nearest_sidecar_goes_first_field_by_field(tmp_path: Path) -> None:
    articles, _ = read(tmp_path, {
        "metadata.csv": b"file,outlet,title\nb/a.txt,Far,Far title\n",
        "b/metadata.csv": b"file,outlet\na.txt,Near\n",
        "b/a.txt": STORY,
    })  # fmt: skip
    found = articles["b/a.txt"].metadata
    assert (found.outlet, found.title) == ("Near", "Far title")


def test_records_and_members_are_described_by_their_source(tmp_path: Path) -> None:
    rows = b"file,outlet,title\nall.zip,The Bee,\nall.zip!b.txt,,Second\n"
    members = zipped({"a.txt": STORY, "b.txt": STORY + b" Again."})
    articles, _ = read(tmp_path, {"metadata.csv": rows, "all.zip": members})
    assert {one.metadata.outlet for one in articles.values()} == {"The Bee"}
    assert articles["all.zip!b.txt"].metadata.title == "Second"


def test_a_sidecar_in_an_archive_is_not_read_and_told(tmp_path: Path) -> None:
    members = zipped({"b/a.txt": STORY, "b/metadata.csv": b"file,outlet\na.txt,The Bee\n"})
    articles, (problem,) = read(tmp_path, {"all.zip": members})
    assert articles["all.zip!b/a.txt"].metadata.outlet == ""
    assert (problem.source, problem.severity) == ("all.zip!b/metadata.csv", "warning")
    assert "put it beside the archive" in problem.problem


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_sidecar_may_be_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    rows = "file,author\r\na.txt,Zoë Brontë\r\n".encode(encoding)
    articles, _ = read(tmp_path, {"metadata.csv": rows, "a.txt": STORY})
    assert articles["a.txt"].metadata.byline == "Zoë Brontë"


def test_rows_that_cannot_be_used_are_problems(tmp_path: Path) -> None:
    rows = (
        b"file,published\na.txt,2020-01-06\na.txt,2020-01-07\n,2020-01-06\n../x.txt,2020-01-06\n"
        b"b.txt,3/4/2020\nlost.txt,2020-01-06\n"
    )
    articles, problems = read(
        tmp_path, {"metadata.csv": rows, "a.txt": STORY, "b.txt": STORY + b" Again."}
    )
    assert articles["a.txt"].metadata.published == "2020-01-06"
    assert articles["b.txt"].metadata.published == ""
    assert [one.source for one in problems] == [f"metadata.csv#{n}" for n in (2, 3, 4, 5)]
    assert {one.severity for one in problems} == {"warning"}


def test_the_separator_may_be_told_above_the_header(tmp_path: Path) -> None:
    rows = b"sep=;\r\nfile;outlet;title\r\na.txt;The Bee, evening edition;Ferry, stopped\r\n"
    articles, problems = read(tmp_path, {"metadata.csv": rows, "a.txt": STORY})
    found = articles["a.txt"].metadata
    assert (found.outlet, found.title) == ("The Bee, evening edition", "Ferry, stopped")
    assert not problems


def test_a_quotation_mark_that_nothing_closes_is_told(tmp_path: Path) -> None:
    rows = b'file,outlet,title\na.txt,The Bee,\nb.txt,"The Weir,\nc.txt,The Weir,\n'
    articles, (problem,) = read(tmp_path, {"metadata.csv": rows, "a.txt": STORY})
    assert articles["a.txt"].metadata.outlet == "The Bee"
    assert "nothing closes" in problem.problem


def test_a_row_with_more_cells_than_the_header_is_told(tmp_path: Path) -> None:
    rows = b"file,title,outlet\na.txt,Ferry,The Bee,\nb.txt,Ferry, boats stop,The Bee\n"
    _, (problem,) = read(tmp_path, {"metadata.csv": rows, "a.txt": STORY, "b.txt": STORY})
    assert (problem.source, problem.severity) == ("metadata.csv#2", "warning")
    assert "more cells than the header" in problem.problem


@pytest.mark.parametrize(("present", "told"), [("7.txt", 0), ("seven.txt", 1)])
def test_a_sidecar_may_describe_more_files_than_are_there_but_not_only_such(
    present: str, told: int, tmp_path: Path
) -> None:
    rows = "file,outlet\n" + "".join(f"{n}.txt,Weir\n" for n in range(1200))
    _, problems = read(tmp_path, {"metadata.csv": rows.encode(), present: STORY})
    assert [one.source for one in problems] == ["metadata.csv"] * told


def test_a_sidecar_without_a_file_column_is_a_problem(tmp_path: Path) -> None:
    _, problems = read(tmp_path, {"metadata.csv": b"name,date\na,b\n", "a.txt": STORY})
    assert [one.source for one in problems] == ["metadata.csv"]
    assert "`file`" in problems[0].problem


@pytest.mark.parametrize(
    ("name", "meant"),
    [("Metadata.csv", "metadata.csv"), ("b/speakers (1).csv", "speakers.csv"),
     ("corrections_old.csv", "corrections.csv")],
)  # fmt: skip
def test_a_table_without_articles_by_nearly_the_right_name_is_told(
    name: str, meant: str, tmp_path: Path
) -> None:
    _, (problem,) = read(tmp_path, {name: b"file,outlet\na.txt,The Bee\n", "a.txt": STORY})
    assert f"if it is to be {meant}, save it as CSV" in problem.problem


@pytest.mark.parametrize("name", ["speakers.csv", "corrections.csv"])
def test_what_is_read_at_the_top_only_is_told_elsewhere(name: str, tmp_path: Path) -> None:
    table = b"alias,speaker,type,title\nEd,Ed Roe,person,\n"
    articles, (problem,) = read(tmp_path, {f"2024/{name}": table, "a.txt": STORY})
    assert list(articles) == ["a.txt"]
    assert (problem.source, problem.severity) == (f"2024/{name}", "warning")
    assert "at the top of the corpus only" in problem.problem


def test_the_outlet_falls_back_on_the_addresses_site(tmp_path: Path) -> None:
    rows = b"file,url\na.txt,https://www.bee.example/2020/01/06/x\n"
    articles, _ = read(tmp_path, {"metadata.csv": rows, "a.txt": STORY})
    assert articles["a.txt"].metadata.outlet == "bee.example"
