"""A rerun does what is new, and nothing else."""

from __future__ import annotations

import csv
import json
import os
import shutil
import tarfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine.progress import Lines
from pipeline.engine.run import Run
from pipeline.errors import WhosaidError
from pipeline.store import open_store
from tests.running import InThisProcess, output_bytes, run, settings, write_article, write_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus", 3)


@pytest.fixture
def outputs(tmp_path: Path) -> Path:
    return tmp_path / "outputs"


def table(outputs: Path, name: str) -> list[dict[str, str]]:
    with (outputs / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_nothing_new_changes_nothing(corpus: Path, outputs: Path) -> None:
    first = run(corpus, outputs)
    before = output_bytes(outputs)
    again = run(corpus, outputs)
    assert (first.new, first.annotated, first.nothing_new) == (3, 3, False)
    assert (again.new, again.annotated, again.nothing_new) == (0, 0, True)
    assert again.rows == first.rows
    assert output_bytes(outputs) == before


def test_only_a_new_article_is_annotated(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    write_article(corpus / "04.txt", 4)
    summary = run(corpus, outputs)
    assert (summary.new, summary.changed, summary.annotated) == (1, 0, 1)
    assert len(table(outputs, "articles")) == 4


def test_a_changed_article_replaces_its_old_rows(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    write_article(corpus / "02.txt", 77)
    summary = run(corpus, outputs)
    assert (summary.new, summary.changed, summary.annotated) == (0, 1, 1)
    quotes = [row["quote"] for row in table(outputs, "quotes")]
    assert "We will build it in 77 months," in quotes
    assert "We will build it in 2 months," not in quotes


def test_a_file_beside_the_texts_may_have_any_name(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    (outputs / "text" / os.fsdecode(b"m\xe9mo.txt")).touch()
    assert run(corpus, outputs).rows["articles"] == 3
    assert run(corpus, outputs).nothing_new


@pytest.mark.parametrize("damage", ["", "Somebody else's words."])
def test_a_text_that_somebody_else_wrote_to_is_made_again(
    corpus: Path, outputs: Path, damage: str
) -> None:
    run(corpus, outputs)
    before = output_bytes(outputs)
    texts = sorted((outputs / "text").iterdir())
    texts[1].write_text(damage, "utf-8")
    again = run(corpus, outputs)
    assert (again.annotated, again.nothing_new) == (0, False)
    assert output_bytes(outputs) == before
    assert run(corpus, outputs).nothing_new


def test_a_removed_article_leaves_tables_and_texts(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    (gone,) = (r for r in table(outputs, "articles") if r["source"] == "02.txt")
    (corpus / "02.txt").unlink()
    summary = run(corpus, outputs)
    assert (summary.removed, summary.annotated) == (1, 0)
    assert [row["source"] for row in table(outputs, "articles")] != []
    assert gone["article_id"] not in {row["article_id"] for row in table(outputs, "quotes")}
    assert not (outputs / "text" / f"{gone['article_id']}.txt").exists()


def test_a_new_time_on_the_same_bytes_is_nothing_new(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    os.utime(corpus / "01.txt", (1, 1))
    assert run(corpus, outputs).nothing_new


def test_a_renamed_article_is_not_annotated_again(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    (corpus / "01.txt").rename(corpus / "renamed.txt")
    summary = run(corpus, outputs)
    assert (summary.new, summary.removed, summary.annotated) == (1, 1, 0)
    assert "renamed.txt" in {row["source"] for row in table(outputs, "articles")}


def test_a_sidecar_is_joined_without_annotating_again(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    (corpus / "metadata.csv").write_text("file,outlet,desk\n01.txt,The Weir,city\n", "utf-8")
    summary = run(corpus, outputs)
    assert (summary.changed, summary.annotated) == (1, 0)
    (row,) = (row for row in table(outputs, "articles") if row["source"] == "01.txt")
    assert (row["outlet"], row["desk"]) == ("The Weir", "city")
    assert [name for name in row][-1] == "desk"


def test_a_row_of_a_sidecar_for_no_file_is_no_problem_and_told_when_it_is_read(
    corpus: Path, outputs: Path
) -> None:
    (corpus / "metadata.csv").write_text("file,outlet\n01.txt,Weir\n02.txt,Weir\n", "utf-8")
    run(corpus, outputs)
    assert table(outputs, "problems") == []
    (corpus / "02.txt").rename(corpus / "else.txt")
    done = run(corpus, outputs)
    assert (done.absent, done.absent_few) == (1, ("02.txt",))
    assert table(outputs, "problems") == []
    for name in ("02.txt", "else.txt"):
        (corpus / name).unlink(missing_ok=True)
    (corpus / "01.txt").rename(corpus / "renamed.txt")
    assert run(corpus, outputs).absent == 0
    (problem,) = table(outputs, "problems")
    assert problem["problem"].startswith("No article that this file describes is there (01.txt,")


class Stops(InThisProcess):
    """An engine whose run is stopped once the first task is done."""

    def spread(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[Any]:
        yield function(tasks[0])
        raise KeyboardInterrupt


def test_a_sidecar_that_was_away_while_a_run_was_stopped_is_joined_again(
    corpus: Path, outputs: Path, tmp_path: Path
) -> None:
    sidecar = corpus / "metadata.csv"
    sidecar.write_text("file,outlet\n01.txt,Weir\n02.txt,Weir\n03.txt,Weir\n", "utf-8")
    run(corpus, outputs)
    sidecar.rename(tmp_path / "away.csv")
    with pytest.raises(KeyboardInterrupt):
        run(corpus, outputs, engine=Stops(), articles_in_batch=1)
    (tmp_path / "away.csv").rename(sidecar)
    run(corpus, outputs)
    assert [row["outlet"] for row in table(outputs, "articles")] == ["Weir"] * 3
    assert run(corpus, outputs).nothing_new


def test_a_new_publication_date_is_annotated_again(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    (corpus / "metadata.csv").write_text("file,published\n01.txt,2021-03-04\n", "utf-8")
    assert run(corpus, outputs).annotated == 1
    assert "2021-03-04" in {row["said_on"] for row in table(outputs, "quotes")}


def test_a_new_model_annotates_all_but_reads_nothing(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    (outputs.parent / "model" / "weights").write_bytes(b"other")
    summary = run(corpus, outputs)
    assert (summary.new, summary.changed, summary.annotated) == (0, 0, 3)


def test_force_redoes_everything_to_the_same_bytes(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    before = output_bytes(outputs)
    assert run(corpus, outputs, force=True).annotated == 3
    assert output_bytes(outputs) == before


def test_the_same_bytes_at_two_places_are_one_article(corpus: Path, outputs: Path) -> None:
    (corpus / "copies").mkdir()
    shutil.copy(corpus / "01.txt", corpus / "copies" / "again.txt")
    assert run(corpus, outputs).copies == 1
    sources = [row["source"] for row in table(outputs, "articles")]
    assert sorted(sources) == ["01.txt ; copies/again.txt", "02.txt", "03.txt"]
    (corpus / "01.txt").unlink()
    assert run(corpus, outputs).copies == 0
    assert "copies/again.txt" in {row["source"] for row in table(outputs, "articles")}
    assert len(table(outputs, "quotes")) == 3


def test_a_deleted_table_is_written_again(corpus: Path, outputs: Path) -> None:
    run(corpus, outputs)
    before = output_bytes(outputs)
    (outputs / "quotes.csv").unlink()
    (outputs / "text" / f"{table(outputs, 'articles')[0]['article_id']}.txt").unlink()
    summary = run(corpus, outputs)
    assert (summary.nothing_new, summary.annotated) == (False, 0)
    assert output_bytes(outputs) == before


def test_an_empty_corpus_leaves_the_tables(corpus: Path, outputs: Path, tmp_path: Path) -> None:
    run(corpus, outputs)
    before = output_bytes(outputs)
    (tmp_path / "empty").mkdir()
    with pytest.raises(WhosaidError, match="no articles"):
        run(tmp_path / "empty", outputs)
    with pytest.raises(WhosaidError, match="cannot be read"):
        run(tmp_path / "absent", outputs)
    assert output_bytes(outputs) == before


def test_tables_without_the_corpus_keep_what_the_user_said_of_it(
    corpus: Path, outputs: Path, tmp_path: Path
) -> None:
    (corpus / "speakers.csv").write_text("alias,speaker\nBodo Kinsella,Ada Brooks\n")
    run(corpus, outputs)
    before = output_bytes(outputs)
    corpus.rename(tmp_path / "elsewhere")
    with open_store(outputs) as store, open("/dev/null", "w") as silence:
        alone = Run(store, InThisProcess(), settings(outputs), Lines(silence))
        with pytest.raises(WhosaidError, match=r"corpus .* is gone"):
            alone.tables()
    assert output_bytes(outputs) == before


def test_tables_of_what_was_piped_in_need_no_corpus(outputs: Path, tmp_path: Path) -> None:
    piped = write_corpus(tmp_path / "whosaid-pipe-1", 1)
    with open_store(outputs) as store, open("/dev/null", "w") as silence:
        by_stages = Run(store, InThisProcess(), settings(outputs), Lines(silence))
        by_stages.ingest(piped)
        shutil.rmtree(piped)
        by_stages.clean()
        by_stages.annotate()
        by_stages.tables()
    assert by_stages.summary.rows["articles"] == 1


def test_the_summary_says_whose_tables_another_corpus_replaced(
    corpus: Path, outputs: Path, tmp_path: Path
) -> None:
    run(corpus, outputs)
    (tmp_path / "other").mkdir()
    write_article(tmp_path / "other" / "elsewhere.txt", 9)
    done = run(tmp_path / "other", outputs)
    assert (done.new, done.removed, done.corpus_before) == (1, 3, str(corpus))
    run(tmp_path / "other", tmp_path / "undisturbed")
    assert output_bytes(outputs) == output_bytes(tmp_path / "undisturbed")


def test_a_corpus_that_moved_or_grew_is_no_other(
    corpus: Path, outputs: Path, tmp_path: Path
) -> None:
    run(corpus, outputs)
    moved = corpus.rename(tmp_path / "moved")
    assert run(moved, outputs).corpus_before == ""
    assert run(tmp_path / "moved", outputs).nothing_new
    (tmp_path / "all").mkdir()
    moved.rename(tmp_path / "all" / "moved")
    run(tmp_path / "all" / "moved", outputs)
    around = run(tmp_path / "all", outputs)
    assert (around.new, around.removed, around.annotated) == (3, 3, 0)
    for file in (tmp_path / "all" / "moved").iterdir():
        file.unlink()
    write_article(tmp_path / "all" / "new.txt", 7)
    assert run(tmp_path / "all", outputs).corpus_before == ""
    write_article(tmp_path / "new.txt", 8)
    assert run(tmp_path / "all", outputs).rows["articles"] == 1


def test_an_article_that_cannot_be_analysed_is_a_problem(corpus: Path, outputs: Path) -> None:
    (corpus / "bad.txt").write_text(
        "An unspeakable evening\n\nThe unspeakable words were never printed by anybody here.\n"
    )
    summary = run(corpus, outputs)
    (problem,) = (row for row in table(outputs, "problems") if row["stage"] == "annotate")
    assert (problem["source"], problem["severity"]) == ("bad.txt", "error")
    assert "unspeakable" in problem["problem"]
    assert summary.rows["articles"] == 4


def test_a_problem_may_name_what_no_file_can_hold(corpus: Path, outputs: Path) -> None:
    (corpus / "half.json").write_text('{"text": "A story.", "text": NaN, "\\udfff": Inf}', "utf-8")
    (corpus / "half.jsonl").write_text('{"\\udfff": "A story."}\n', "utf-8")
    run(corpus, outputs)
    told = {row["source"].split("#")[0] for row in table(outputs, "problems")}
    assert told >= {"half.json", "half.jsonl"}


def test_each_input_is_an_article_or_a_problem(corpus: Path, outputs: Path) -> None:
    (corpus / "empty.txt").touch()
    (corpus / "binary.txt").write_bytes(bytes(range(256)) * 40)
    run(corpus, outputs)
    told = {row["source"] for name in ("articles", "problems") for row in table(outputs, name)}
    assert told >= {"01.txt", "02.txt", "03.txt", "empty.txt", "binary.txt"}


def test_outputs_are_no_corpus(corpus: Path, outputs: Path, tmp_path: Path) -> None:
    run(corpus, outputs)
    for folder in (outputs, outputs / "text", outputs / "tables"):
        with pytest.raises(WhosaidError, match="holds what a run wrote, not raw articles"):
            run(folder, tmp_path / "others")


def test_outputs_inside_the_corpus_are_not_read(corpus: Path) -> None:
    outputs = corpus / "desk" / "outputs"
    outputs.parent.mkdir()
    run(corpus, outputs)
    run(corpus, outputs)
    read = {row["source"] for row in table(outputs, "articles")}
    told = {row["source"] for row in table(outputs, "problems")}
    assert not {source for source in read | told if source.startswith("desk/outputs")}
    assert read >= {"01.txt", "02.txt", "03.txt"}


def test_a_file_for_a_corpus_is_told(corpus: Path, outputs: Path) -> None:
    with pytest.raises(WhosaidError, match="is a file: name its folder"):
        run(corpus / "01.txt", outputs)


def test_a_member_added_again_to_an_archive_has_its_own_quotations(
    tmp_path: Path, outputs: Path
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    with tarfile.open(corpus / "news.tar", "w") as archive:
        for number in (4, 1234):
            write_article(tmp_path / "story.txt", number)
            archive.add(tmp_path / "story.txt", "story.txt")
    run(corpus, outputs)
    (row,) = table(outputs, "quotes")
    assert (row["quote"], row["cue"]) == ("We will build it in 1234 months,", "said")
    (told,) = table(outputs, "problems")
    assert (told["source"], told["severity"]) == ("news.tar!story.txt", "warning")


def test_a_file_named_as_a_part_of_another_is_told_and_read_once_renamed(
    tmp_path: Path, outputs: Path
) -> None:
    corpus = write_corpus(tmp_path / "corpus", 1)
    story = (corpus / "01.txt").read_text("utf-8")
    (corpus / "01.txt").rename(corpus / "a.jsonl#1")
    run(corpus, outputs)
    alone = output_bytes(outputs)
    record = json.dumps({"text": story.replace("1 months", "9 months")})
    (corpus / "a.jsonl").write_text(record + "\n", "utf-8")
    for _ in range(2):
        run(corpus, outputs)
        assert [row["source"] for row in table(outputs, "articles")] == ["a.jsonl#1"]
        assert "9 months" in table(outputs, "quotes")[0]["quote"]
        (told,) = table(outputs, "problems")
        assert told["source"] == "a.jsonl#1" and "part of a.jsonl, " in told["problem"]
    both = output_bytes(outputs)
    run(corpus, tmp_path / "new")
    assert output_bytes(tmp_path / "new") == both
    (corpus / "a.jsonl").unlink()
    run(corpus, outputs)
    assert output_bytes(outputs) == alone
