"""`whosaid status` tells what is done, stale, failed, and how big."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.engine.progress import Lines
from pipeline.engine.run import Run
from pipeline.engine.status import status_lines
from pipeline.errors import WhosaidError
from pipeline.settings import Reading
from pipeline.store import open_store
from tests.running import InThisProcess, run, settings, write_article, write_corpus


def told(outputs: Path) -> dict[str, str]:
    lines = status_lines(settings(outputs))
    return dict(line.split(": ", 1) for line in lines)


def test_all_is_done_after_a_run(tmp_path: Path) -> None:
    run(write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs")
    lines = told(tmp_path / "outputs")
    assert lines["Articles"] == "2, all analysed"
    assert lines["Files read"] == "2"
    assert lines["To do"] == "nothing"
    assert lines["Problems"] == "none"
    assert lines["Tables"].startswith("2 articles, 2 quotations, 2 speakers, ")
    assert "MB tables and texts" in lines["Size"]


def test_no_word_is_from_inside_whosaid(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 2)
    run(corpus, tmp_path / "outputs")
    write_article(corpus / "03.txt", 3)
    words = " ".join(told(tmp_path / "outputs").values()).replace(str(tmp_path), "").lower()
    for jargon in ("shard", "manifest", "stale", "fingerprint", "annotate", "rows", "ingest"):
        assert jargon not in words


def test_how_far_a_stopped_run_came_is_told(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 3)
    chosen = settings(tmp_path / "outputs")
    with open_store(tmp_path / "outputs") as store, open("/dev/null", "w") as silence:
        leading = Run(store, InThisProcess(), chosen, Lines(silence))
        leading.ingest(corpus)
        leading.clean()
    lines = told(tmp_path / "outputs")
    assert lines["Articles"] == "3, of which 3 cleaned, 0 analysed"
    assert "3 to analyse" in lines["To do"]
    assert lines["Tables"] == "not written yet"


def test_a_run_that_was_killed_before_it_had_read_anything_has_all_to_do(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 3), tmp_path / "outputs"
    with open_store(outputs):
        pass
    lines = told(outputs)
    assert (lines["Corpus"], lines["Files read"], lines["Articles"]) == (
        "none yet",
        "0",
        "none yet",
    )
    assert lines["To do"].startswith("everything")
    with open_store(outputs) as store, store.manifest.together():
        store.manifest.put_note("corpus", str(corpus))
    lines = told(outputs)
    assert lines["Files read"] == "0; since then 3 new"
    assert lines["To do"].startswith("files of the corpus: 3 to read;")


def test_articles_that_are_analysed_are_still_to_be_put_into_the_tables(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 2)
    with open_store(tmp_path / "outputs") as store, open("/dev/null", "w") as silence:
        leading = Run(store, InThisProcess(), settings(tmp_path / "outputs"), Lines(silence))
        leading.ingest(corpus)
        leading.clean()
        leading.annotate()
    assert "2 to put into the tables" in told(tmp_path / "outputs")["To do"]


def test_what_changed_since_is_told(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 3)
    run(corpus, tmp_path / "outputs")
    write_article(corpus / "03.txt", 3000)
    write_article(corpus / "04.txt", 4)
    (corpus / "01.txt").unlink()
    assert "1 new" in told(tmp_path / "outputs")["Files read"]
    assert "1 gone" in told(tmp_path / "outputs")["Files read"]
    assert "2 to read, 1 to take out" in told(tmp_path / "outputs")["To do"]


@pytest.mark.parametrize(
    ("file", "text", "to_do"),
    [
        ("corrections.csv", "article_id,quote,what,is\n", "tables: to write"),
        ("speakers.csv", "alias,speaker\nBodo Kinsella,Ada Brooks\n", "tables: to write"),
        ("metadata.csv", "file,outlet\n01.txt,Herald\n", "metadata.csv, which is new, changed"),
    ],
)
def test_what_the_user_says_of_the_corpus_is_still_to_do(
    tmp_path: Path, file: str, text: str, to_do: str
) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 1), tmp_path / "outputs"
    run(corpus, outputs, raw_cells=True, reading=Reading(text_key="words"))
    assert told(outputs)["To do"] == "nothing"
    (corpus / file).write_text(text)
    assert told(outputs)["To do"].startswith(to_do)
    run(corpus, outputs)
    assert told(outputs)["To do"] == "nothing"
    (corpus / file).unlink()
    assert told(outputs)["To do"].startswith(to_do)


def test_articles_that_were_taken_out_are_still_in_the_tables(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    run(corpus, outputs)
    (corpus / "01.txt").unlink()
    with open_store(outputs) as store, open("/dev/null", "w") as silence:
        Run(store, InThisProcess(), settings(outputs), Lines(silence)).ingest(corpus)
    assert told(outputs)["To do"] == "tables: to write; 'whosaid run' does it"


def test_a_new_model_makes_articles_stale(tmp_path: Path) -> None:
    run(write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs")
    (tmp_path / "model" / "weights").write_bytes(b"other")
    assert told(tmp_path / "outputs")["To do"].count("2 to analyse")


def test_what_failed_is_counted_by_stage(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 1)
    (corpus / "empty.txt").touch()
    (corpus / "bad.txt").write_text("An unspeakable evening\n\nNobody printed any word of it.\n")
    run(corpus, tmp_path / "outputs")
    assert told(tmp_path / "outputs")["Problems"].startswith(
        "2 that cost an article or a part of it (1 on analysing, 1 on reading), "
    )


def test_files_that_a_run_takes_away_meanwhile_are_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(write_corpus(tmp_path / "corpus", 1), tmp_path / "outputs")
    before = told(tmp_path / "outputs")
    found, is_file = Path.rglob, Path.is_file

    def seen_before(folder: Path, pattern: str) -> Iterator[Path]:
        yield from found(folder, pattern)
        if folder.name == "store":
            yield folder / "gone by now"

    monkeypatch.setattr(Path, "rglob", seen_before)
    monkeypatch.setattr(Path, "is_file", lambda path: path.name == "gone by now" or is_file(path))
    assert told(tmp_path / "outputs") == before


def test_a_corpus_that_is_gone_is_told(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 1)
    (corpus / "speakers.csv").write_text("alias,speaker\nBodo Kinsella,Ada Brooks\n")
    run(corpus, tmp_path / "outputs")
    corpus.rename(tmp_path / "elsewhere")
    assert "cannot be read" in told(tmp_path / "outputs")["Files read"]
    assert told(tmp_path / "outputs")["To do"] == "nothing, but for what is new in the corpus"


def test_no_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(WhosaidError, match="no run has written"):
        told(tmp_path / "outputs")
