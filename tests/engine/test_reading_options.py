"""What a user says of the corpus's files: names of columns, and the encoding."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.settings import Reading
from tests.running import run

SOURCES = Path(__file__).resolve().parents[2] / "pipeline"
STORY = (
    "The council of Tolmin Bay met on Tuesday to talk about the bridge over the river. "
    "“We will build it by the spring,” said Bodo Kinsella after the meeting, at the café."
)


def write_table(folder: Path, encoding: str = "utf-8") -> Path:
    folder.mkdir()
    (folder / "news.csv").write_text(f'headline words,copy\nBridge,"{STORY}"\n', encoding)
    return folder


def test_a_column_is_read_by_the_name_that_is_given(tmp_path: Path) -> None:
    corpus, outputs = write_table(tmp_path / "news"), tmp_path / "tables"
    assert run(corpus, outputs).rows["articles"] == 0
    summary = run(corpus, outputs, reading=Reading(text_key="copy"))
    assert summary.rows["articles"] == 1
    (text,) = (outputs / "text").glob("*.txt")
    assert STORY in text.read_text("utf-8")


def test_an_encoding_is_read_as_it_is_given(tmp_path: Path) -> None:
    corpus, outputs = write_table(tmp_path / "news", "utf-16-le"), tmp_path / "tables"
    run(corpus, outputs, reading=Reading(text_key="copy", encoding="utf-16-le"))
    (text,) = (outputs / "text").glob("*.txt")
    assert "café" in text.read_text("utf-8")


def test_an_unknown_encoding_is_one_sentence(tmp_path: Path) -> None:
    corpus = write_table(tmp_path / "news")
    options = ["--outputs", str(tmp_path / "tables"), "--encoding", "utf-9"]
    ended = CliRunner().invoke(app, ["ingest", str(corpus), *options])
    assert ended.exit_code == 1
    assert "there is no text encoding utf-9" in ended.output


def test_every_option_that_a_message_names_is_one_of_the_command() -> None:
    whole = get_command(app)
    commands = [whole, *whole.commands.values()]  # type: ignore[attr-defined]
    known = {
        name
        for command in commands
        for option in command.params
        for name in (*option.opts, *option.secondary_opts)
    }
    for path in SOURCES.rglob("*.py"):
        if "training" not in path.parts:
            for name in re.findall(r"(?<![\w-])--[a-z][a-z-]+", path.read_text("utf-8")):
                assert name in known, f"{path.name} names {name}"
