"""Decisions hold on every later run: more articles, other files, other models."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.corrections.corrections_file import Correction, append_corrections
from tests.running import run, write_article


def table(outputs: Path, name: str) -> list[dict[str, str]]:
    with (outputs / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def row_of(outputs: Path, words: str) -> dict[str, str]:
    (row,) = [row for row in table(outputs, "quotes") if words in row["quote"]]
    return row


def decide(corpus: Path, what: str, row: dict[str, str], value: str = "") -> Correction:
    correction = Correction(
        what,  # type: ignore[arg-type]
        row["quote"],
        source=f"0{row['quote'].split()[-2]}.txt",
        article_id=row["article_id"],
        quote_id=row["quote_id"],
        speaker=row["speaker"],
        value=value,
    )
    append_corrections(corpus / "corrections.csv", [correction])
    return correction


def test_a_decision_remakes_the_tables_and_annotates_nothing(folders: tuple[Path, Path]) -> None:
    corpus, outputs = folders
    assert list(row_of(outputs, "in 2 months"))[-1] == "corrected"
    decide(corpus, "speaker", row_of(outputs, "in 2 months"), "Wanda Prill")
    summary = run(corpus, outputs)
    assert (summary.nothing_new, summary.annotated, summary.inputs) == (False, 0, 9)
    row = row_of(outputs, "in 2 months")
    assert (row["speaker"], row["corrected"], row["confidence"]) == (
        "Wanda Prill",
        "speaker",
        "1.0",
    )
    assert "Wanda Prill" in {row["speaker"] for row in table(outputs, "speakers")}
    assert row_of(outputs, "in 1 months")["corrected"] == ""
    assert run(corpus, outputs).nothing_new


def test_they_hold_when_articles_come_and_files_move(folders: tuple[Path, Path]) -> None:
    corpus, outputs = folders
    decide(corpus, "act", row_of(outputs, "in 2 months"), "thought")
    decide(corpus, "not_a_quotation", row_of(outputs, "in 3 months"))
    write_article(corpus / "00-new.txt", 10)
    (corpus / "02.txt").rename(corpus / "other.txt")
    text = (corpus / "03.txt").read_text("utf-8")
    (corpus / "03.txt").write_text(text.replace("By Ada Quill", "By Ada Quill, Berrin"), "utf-8")
    run(corpus, outputs)
    assert row_of(outputs, "in 2 months")["act"] == "thought"
    assert [row["quote"] for row in table(outputs, "quotes") if "in 3" in row["quote"]] == []
    assert table(outputs, "problems") == []


def test_a_fresh_outputs_folder_has_them_too(folders: tuple[Path, Path], tmp_path: Path) -> None:
    corpus, outputs = folders
    decide(corpus, "speaker", row_of(outputs, "in 2 months"), "Wanda Prill")
    run(corpus, tmp_path / "fresh")
    assert row_of(tmp_path / "fresh", "in 2 months")["speaker"] == "Wanda Prill"


def test_what_fits_nothing_is_told_and_kept(folders: tuple[Path, Path]) -> None:
    corpus, outputs = folders
    decide(corpus, "act", row_of(outputs, "in 2 months"), "thought")
    decide(corpus, "act", row_of(outputs, "in 3 months"), "thought")
    before = (corpus / "corrections.csv").read_bytes()
    (corpus / "02.txt").unlink()
    text = (corpus / "03.txt").read_text("utf-8")
    (corpus / "03.txt").write_text(text.replace("in 3 months", "in a year"), "utf-8")
    run(corpus, outputs)
    told = {row["source"]: row["problem"] for row in table(outputs, "problems")}
    assert "not in the corpus" in told["corrections.csv#1"]
    assert "no longer in the article" in told["corrections.csv#2"]
    assert (corpus / "corrections.csv").read_bytes() == before


def test_the_speaker_chosen_for_a_row_holds_against_an_alias_of_its_source(
    folders: tuple[Path, Path],
) -> None:
    corpus, outputs = folders
    (corpus / "speakers.csv").write_text(
        "alias,speaker,type\nMarit Osei,Ivo Finch,person\nBodo Kinsella,Kinsella,person\n", "utf-8"
    )
    decide(corpus, "speaker", row_of(outputs, "in 2 months"), "Marit Osei Lund")
    decide(corpus, "speaker_type", row_of(outputs, "in 6 months"), "person")
    decide(corpus, "speaker", row_of(outputs, "in 1 months"), "Kinsella")
    run(corpus, outputs)
    chosen, aliased = row_of(outputs, "in 2 months"), row_of(outputs, "in 6 months")
    assert chosen["speaker_text"] == aliased["speaker_text"] == "Marit Osei"
    assert (chosen["speaker"], chosen["corrected"]) == ("Marit Osei Lund", "speaker")
    assert aliased["speaker"] == "Ivo Finch"
    by_alias_too = [row_of(outputs, f"in {number} months") for number in (1, 5, 9)]
    assert len({row["speaker_id"] for row in by_alias_too}) == 1


def test_lines_that_cleaning_took_out_stay(folders: tuple[Path, Path]) -> None:
    corpus, outputs = folders
    before = (outputs / "removed.csv").read_bytes()
    assert len(table(outputs, "removed")) == 9
    decide(corpus, "accept", row_of(outputs, "in 2 months"))
    run(corpus, outputs)
    assert row_of(outputs, "in 2 months")["corrected"] == "accepted"
    assert (outputs / "removed.csv").read_bytes() == before


def test_it_is_no_article(folders: tuple[Path, Path]) -> None:
    corpus, outputs = folders
    decide(corpus, "act", row_of(outputs, "in 2 months"), "thought")
    run(corpus, outputs)
    assert len(table(outputs, "articles")) == 9


def test_counts_and_links_follow(folders: tuple[Path, Path]) -> None:
    corpus, outputs = folders
    row = row_of(outputs, "in 2 months")
    decide(corpus, "not_a_quotation", row)
    run(corpus, outputs)
    articles = {row["article_id"]: row["quotes"] for row in table(outputs, "articles")}
    assert articles[row["article_id"]] == "0"
    entities = [e for e in table(outputs, "entities") if e["article_id"] == row["article_id"]]
    assert entities
    assert {entity["quote_id"] for entity in entities} == {""}
