"""The installed command, as a user meets it."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from tests.golden import ROOT
from tests.running import write_corpus

COMMAND = Path(sys.executable).parent / "whosaid"
pytestmark = pytest.mark.skipif(
    not COMMAND.exists(), reason="whosaid is not installed beside this Python: use make test"
)


def whosaid(*arguments: object, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: v for name, v in os.environ.items() if name != "WHOSAID_DEBUG"}
    if folder is not None:
        environment["HOME"] = str(folder)
    return subprocess.run(
        [str(COMMAND), *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
    )


def test_help_answers_in_under_half_a_second() -> None:
    def seconds() -> float:
        started = time.perf_counter()
        assert "Commands:" in whosaid("--help").stdout
        return time.perf_counter() - started

    assert min(seconds() for _ in range(5)) < 0.5


def test_a_first_run_and_a_second(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "news", 2), tmp_path / "tables"
    first = whosaid("run", corpus, "--outputs", outputs, "--workers", 1)
    assert first.returncode == 0, first.stderr
    assert "2 new" in first.stdout
    assert "2 articles, " in first.stdout
    assert str(outputs / "quotes.csv") in first.stdout
    with (outputs / "quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        speakers = {row["speaker"] for row in csv.DictReader(file)}
    assert speakers & {"Bodo Kinsella", "Marit Osei"}
    second = whosaid("run", corpus, "--outputs", outputs, "--workers", 1)
    assert second.returncode == 0
    assert "Nothing is new" in second.stdout


def test_articles_without_a_date_or_of_a_day_to_come_are_told(tmp_path: Path) -> None:
    corpus = tmp_path / "news"
    corpus.mkdir()
    datelines = {"dated": "3 March 2021\n\n", "ahead": "3 March 2048\n\n", "undated": ""}
    for name, dateline in datelines.items():
        text = "Quay to close\n\n" + dateline + "The quay will close, Marit Osei said on Monday.\n"
        (corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    told = whosaid("run", corpus, "--outputs", tmp_path / "tables", "--workers", 1).stdout
    assert "Dated after today: 1 article (ahead.txt, 2048-03-03): give the right date" in told
    assert "No date was found for 1 article (" in told
    assert "metadata.csv" in told


def test_stages_one_by_one_give_the_same_as_a_run(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "news", 2), tmp_path / "stages"
    assert "2 new" in whosaid("ingest", corpus, "--outputs", outputs).stdout
    for stage in ("clean", "annotate", "tables"):
        done = whosaid(stage, "--outputs", outputs)
        assert done.returncode == 0, done.stderr
    whosaid("run", corpus, "--outputs", tmp_path / "run")
    for name in ("quotes.csv", "articles.csv", "entities.csv"):
        assert (outputs / name).read_bytes() == (tmp_path / "run" / name).read_bytes()
    told = whosaid("status", "--outputs", outputs).stdout
    assert "Articles: 2, all analysed" in told


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("run", "absent"), "cannot be read"),
        (("run", "."), "no articles"),
        (("run", ""), "the corpus has no name"),
        (("run", ".", "--model", "absent"), "no model in absent"),
        (("run", "https://news.example/"), "download the articles"),
        (("run", ".", "--outputs", "s3://bucket/tables"), "outputs have to be in a folder"),
        (("run", ".", "--outputs", "."), "would lie in . itself"),
        (("run", "{home}", "--outputs", "."), "would lie in {home} itself"),
        (("run", "~", "--outputs", "~"), "would lie in ~ itself"),
        (("run", "text", "--outputs", "."), "would lie in text itself"),
        (("run", "news", "--entities-from", "absent"), "there is no spaCy pipeline absent"),
        (("run", "m\udce9dias"), r"m\xe9dias is not in UTF-8: rename it"),
        (("run", "news", "--outputs", "m\udce9dias"), r"m\xe9dias is not in UTF-8: rename it"),
        (("run", "news", "--engine", "cloud"), "there is no engine cloud"),
        (("status",), "with --outputs"),
        (("status", "--outputs", "file:///nowhere/at%20all"), "written to /nowhere/at all yet"),
        (("report",), "there are no tables in outputs yet: start with 'whosaid run'"),
        (("tables",), "no run has written"),
        (("annotate",), "no run has written"),
    ],
)
def test_an_error_is_one_plain_sentence(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    home = tmp_path.as_uri()
    given = [argument.replace("{home}", home) for argument in arguments]
    if "news" in given:
        write_corpus(tmp_path / "news", 1)
    failed = whosaid(*given, folder=tmp_path)
    assert failed.returncode == 1
    assert sentence.replace("{home}", home) in failed.stderr
    assert "Traceback" not in failed.stderr
    assert len(failed.stderr.strip().splitlines()) == 1
    assert not list(tmp_path.glob("**/store"))


def test_strict_makes_problems_fatal(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "news", 1)
    (corpus / "empty.txt").touch()
    relaxed = whosaid("run", corpus, "--outputs", tmp_path / "tables", "--workers", 1)
    strict = whosaid("run", corpus, "--outputs", tmp_path / "tables", "--strict")
    assert (relaxed.returncode, strict.returncode) == (0, 1)
    assert "problems.csv" in strict.stderr


def test_articles_may_come_through_a_pipe(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({"title": f"Ferry {n}", "text": f"“It stays,” said Tom Reed of pier {n}."})
        + "\n"
        for n in range(2)
    )

    def piped() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(COMMAND), "run", "-", "--outputs", str(tmp_path / "out")],
            input=lines,
            capture_output=True,
            text=True,
        )

    first, again = piped(), piped()
    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert "2 articles" in first.stdout
    assert "Nothing is new" in again.stdout
    with (tmp_path / "out" / "quotes.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert sorted(row["file"] for row in rows) == ["stdin.jsonl#1", "stdin.jsonl#2"]


def test_a_pipe_may_be_read_as_a_stage_of_its_own(tmp_path: Path) -> None:
    outputs = tmp_path / "out"
    line = json.dumps({"title": "Ferry", "text": "“It stays,” said Tom Reed of the pier."})
    read = subprocess.run(
        [str(COMMAND), "ingest", "-", "--outputs", str(outputs)],
        input=line,
        capture_output=True,
        text=True,
    )
    assert "1 new" in read.stdout, read.stderr
    for stage in ("clean", "annotate", "tables"):
        done = whosaid(stage, "--outputs", outputs)
        assert done.returncode == 0, done.stderr
    assert "Tom Reed" in (outputs / "quotes.csv").read_text("utf-8")


def test_a_reader_that_has_enough_ends_a_command_quietly(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text("Ferry\n\n“It stays,” said Tom Reed of the pier.\n")
    shown = subprocess.run(
        f"{COMMAND} show --json {tmp_path / 'ferry.txt'} | true",
        shell=True,
        capture_output=True,
        text=True,
    )
    assert (shown.stdout, shown.stderr) == ("", "")


def test_the_version_is_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert whosaid("--version").stdout == f"whosaid {project['version']}\n"


def test_an_empty_pipe_is_told(tmp_path: Path) -> None:
    result = subprocess.run(
        [str(COMMAND), "run", "-", "--outputs", str(tmp_path / "out")],
        input="",
        capture_output=True,
        text=True,
    )
    assert result.returncode == 1
    assert "nothing came through the pipe" in result.stderr
    assert not (tmp_path / "out").exists()
