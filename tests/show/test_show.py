"""`whosaid show`: one file at the terminal or as JSON, nothing written."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import WhosaidError
from pipeline.schema import TABLES
from pipeline.settings import DEFAULT_MODEL
from pipeline.show.command import show_file
from pipeline.show.on_terminal import harmless
from pipeline.tables.rows import CORPUS_COLUMNS

ARTICLE = (
    "Board splits over ferry\n\nBy Ada Brooks | January 6, 2020\n\n"
    "Mayor Tom Reed was firm after a long meeting of the harbour board. "
    "“We are not selling the ferry,” Reed said.\n"
)
PAGE = (
    "<html><head><title>Board splits</title></head><body><h1>Board splits over ferry</h1>"
    "<p>Mayor Tom Reed was firm after a long meeting of the harbour board. "
    "“We are not selling the ferry,” Reed said.</p></body></html>"
)


def shown(given: str, *, as_json: bool = False, piped: str = "") -> str:
    out = io.StringIO()
    stream = io.BytesIO(piped.encode()) if given == "-" else None
    show_file(given, DEFAULT_MODEL, as_json=as_json, out=out, stream=stream)
    return out.getvalue()


def objects(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def test_an_article_as_json_has_the_rows_of_the_tables(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    (found,) = objects(shown(str(file), as_json=True))
    columns = {
        table.name: {c.name for c in table.columns if c.name not in CORPUS_COLUMNS}
        for table in TABLES
    }
    assert set(found["article"]) <= columns["articles"]
    assert (found["article"]["published"], found["article"]["source"]) == (
        "2020-01-06",
        "ferry.txt",
    )
    (quote,) = found["quotes"]
    assert set(quote) == columns["quotes"]
    assert (quote["speaker"], quote["speaker_title"], quote["kind"]) == (
        "Tom Reed",
        "Mayor",
        "direct",
    )
    assert found["text"][quote["start"] : quote["end"]] == quote["quote"]
    assert list(tmp_path.iterdir()) == [file]


def test_the_pipe_may_hold_any_format_and_several_articles() -> None:
    (page,) = objects(shown("-", as_json=True, piped=PAGE))
    assert page["quotes"][0]["speaker"] == "Tom Reed"
    lines = "\n".join(json.dumps({"text": ARTICLE, "title": f"Part {n}"}) for n in (1, 2))
    assert [found["article"]["title"] for found in objects(shown("-", as_json=True, piped=lines))]
    assert len(objects(shown("-", as_json=True, piped=lines))) == 2


def test_the_sidecar_beside_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text("file,outlet\nferry.txt,Island Post\n")
    (found,) = objects(shown(str(tmp_path / "ferry.txt"), as_json=True))
    assert found["article"]["outlet"] == "Island Post"


def test_sidecars_of_the_folders_around_a_file_are_read_as_in_a_run(tmp_path: Path) -> None:
    (tmp_path / "post" / "may").mkdir(parents=True)
    file = tmp_path / "post" / "may" / "ferry.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "metadata.csv").write_text(
        "file,outlet,published\npost/may/ferry.txt,Post,2020-02-03\n"
    )
    (tmp_path / "post" / "metadata.csv").write_text("file,outlet\nmay/ferry.txt,Island Post\n")
    there = file.parent / ".." / "may" / "ferry.txt"
    (found,) = objects(shown(str(there), as_json=True))
    article = found["article"]
    assert (article["outlet"], article["published"]) == ("Island Post", "2020-02-03")
    assert article["source"] == "post/may/ferry.txt"


def test_at_the_terminal_stand_text_and_table(tmp_path: Path) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    printed = shown(str(file))
    assert "Ada Brooks · 2020-01-06 · ferry.txt" in printed
    assert "“We are not selling the ferry,” Reed said." in " ".join(printed.split())
    assert "Tom Reed" in printed.split("speaker")[1]
    assert "direct" in printed.split("speaker")[1]


def test_a_narrow_table_breaks_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    piped = (
        "Sailings in doubt\n\nThe Harbourmasters' Confederation acknowledged on Monday that the "
        "night ferry might not sail before spring.\n\nKomninos Papadimitriou, the ferry's captain, "
        "maintained that the engine could be mended.\n"
    )
    table = shown("-", piped=piped).split("speaker")[1].split()
    assert {"Confederation", "acknowledged", "Papadimitriou,", "maintained"} <= set(table)


def test_an_article_cannot_command_the_terminal() -> None:
    piped = ARTICLE.replace("firm", "firm\x1b[2J\x9b31m\u202egnorw")
    assert {"\x1b", "\x9b", "\u202e"}.isdisjoint(shown("-", piped=piped))
    text = "a\x1b[2Jb\ud800\nc"
    assert (len(harmless(text)), harmless(text)[-2:]) == (len(text), "\nc")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [("no-such.txt", "is not there"), (".", "is a folder"), ("-", "nothing came through")],
)
def test_what_cannot_be_shown_is_told_in_a_sentence(given: str, sentence: str) -> None:
    with pytest.raises(WhosaidError, match=sentence):
        shown(given)


def test_a_file_without_an_article_is_told_with_its_problem(tmp_path: Path) -> None:
    file = tmp_path / "picture.txt"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with pytest.raises(WhosaidError, match="holds no article"):
        shown(str(file))
