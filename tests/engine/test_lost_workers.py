"""A worker that dies or hangs costs one article, not the run."""

from __future__ import annotations

import csv
import multiprocessing
import time
from pathlib import Path

import pytest

from pipeline.engine.local import LocalEngine, Lost
from pipeline.engine.tasks import Window
from pipeline.errors import WhosaidError
from tests import workers_that_fail as failing
from tests.running import output_bytes, run, write_corpus

_KILLER = """A deadly evening

The word deadly is what the fake annotator, alone among all readers, cannot survive.
"""
_ENDLESS = """An endless evening

The word endless is what the fake annotator, alone among all readers, never gets over.
"""


def analysis_problems(outputs: Path) -> list[dict[str, str]]:
    with (outputs / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row for row in csv.DictReader(file) if row["stage"] == "annotate"]


def quotes(outputs: Path) -> bytes:
    return (outputs / "quotes.csv").read_bytes()


@pytest.mark.parametrize("workers", [1, 2])
def test_the_article_that_kills_is_set_aside_and_all_others_stay(
    tmp_path: Path, workers: int
) -> None:
    corpus = write_corpus(tmp_path / "corpus", 5)
    run(corpus, tmp_path / "without")
    for name in ("00.txt", "02a.txt", "zz.txt"):
        (corpus / name).write_text(f"{_KILLER}\nThis one is called {name}.\n")
    summary = run(corpus, tmp_path / "with", workers=workers)
    told = analysis_problems(tmp_path / "with")
    assert [row["source"] for row in told] == ["00.txt", "02a.txt", "zz.txt"]
    assert all("killed twice" in row["problem"] for row in told)
    assert {row["severity"] for row in told} == {"error"}
    assert summary.rows["articles"] == 8
    assert quotes(tmp_path / "with") == quotes(tmp_path / "without")
    assert run(corpus, tmp_path / "with", workers=workers).nothing_new


def test_the_article_that_takes_too_long_is_set_aside(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 3)
    run(corpus, tmp_path / "without")
    (corpus / "02a.txt").write_text(_ENDLESS)
    started = time.monotonic()
    run(corpus, tmp_path / "with", workers=1, article_timeout=3)
    assert time.monotonic() - started < 60
    (told,) = analysis_problems(tmp_path / "with")
    assert told["source"] == "02a.txt"
    assert "--article-timeout" in told["problem"]
    assert quotes(tmp_path / "with") == quotes(tmp_path / "without")


def test_a_file_that_kills_its_reader_is_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_READER_DIES_OF", "02.txt")
    corpus = write_corpus(tmp_path / "corpus", 3)
    failing.run_with_deadly_reading(corpus, tmp_path / "outputs")
    with (tmp_path / "outputs" / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {row["source"]: row["problem"] for row in csv.DictReader(file)}
    assert "The process that was reading this was killed twice" in told["02.txt"]
    with (tmp_path / "outputs" / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        assert {row["source"] for row in csv.DictReader(file)} == {"01.txt", "03.txt"}


def test_an_engine_goes_on_after_it_lost_a_worker() -> None:
    with LocalEngine(2) as engine:
        outcomes = list(engine.spread(failing.dies_of_three, [1, 2, 3, 4, 5]))
        lost = [outcome for outcome in outcomes if isinstance(outcome, Lost)]
        assert sorted(o for o in outcomes if not isinstance(o, Lost)) == [2, 4, 8, 10]
        assert [(each.task, each.position, each.cause) for each in lost] == [(3, 33, "died")]
        assert sorted(engine.spread(failing.dies_of_three, [6, 7])) == [12, 14]


def test_an_engine_goes_on_after_a_rest() -> None:
    with LocalEngine(2) as engine:
        assert sorted(engine.spread(failing.dies_of_three, [1, 2])) == [2, 4]
        engine.rest()
        assert not multiprocessing.active_children()
        assert sorted(engine.spread(failing.dies_of_three, [4, 5])) == [8, 10]


def test_what_a_function_raises_is_raised_here() -> None:
    with LocalEngine(2) as engine:
        with pytest.raises(WhosaidError, match="no 2"):
            list(engine.spread(failing.raises_at_two, [1, 2, 3, 4]))
        assert list(engine.spread(failing.raises_at_two, [1])) == [1]


@pytest.mark.parametrize("kind", ["needs two", "holds code"])
def test_an_error_that_does_not_travel_keeps_its_words(kind: str) -> None:
    with (
        LocalEngine(1) as engine,
        pytest.raises(RuntimeError, match=r"(NeedsTwo|HoldsCode): the true reason"),
    ):
        list(engine.spread(failing.raises_what_does_not_travel, [kind]))


def test_workers_that_never_get_to_an_article_end_the_run(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 2)
    with pytest.raises(WhosaidError, match="fewer --workers"):
        run(corpus, tmp_path / "outputs", workers=1, annotator="tests.workers_that_fail:load")


def test_a_window_is_split_around_a_position() -> None:
    assert list(Window().around(0)) == [Window(0, 1), Window(1)]
    assert list(Window(2, 6).around(3)) == [Window(2, 3), Window(3, 4), Window(4, 6)]
    assert list(Window(2, 4).around(3)) == [Window(2, 3), Window(3, 4)]
    assert Window(3, 4).is_single and not Window(3).is_single


def test_tables_do_not_show_that_a_worker_was_killed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = write_corpus(tmp_path / "corpus", 4)
    run(corpus, tmp_path / "undisturbed")
    monkeypatch.setenv("FAKE_ANNOTATOR_DIES_ONCE", str(tmp_path / "died"))
    run(corpus, tmp_path / "disturbed", workers=1)
    assert (tmp_path / "died").exists()
    assert output_bytes(tmp_path / "disturbed") == output_bytes(tmp_path / "undisturbed")
