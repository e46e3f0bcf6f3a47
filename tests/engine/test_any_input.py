"""Whatever the inputs, a run ends, and its counts add up; `make fuzz` tries many more."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.clean import clean
from pipeline.records import (
    AnnotatedArticle,
    Article,
    CleanArticle,
    EntityMention,
    Metadata,
    Quotation,
    RemovedLine,
    Speaker,
)
from pipeline.store import ROW_TABLES
from pipeline.tables.rows import article_rows, write_rows
from tests.fake_annotator import FakeAnnotator
from tests.fuzz import Mutator, _run

TEXT = st.text(max_size=40)


def test_mutated_inputs_of_all_formats_run_through(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mutator = Mutator("11")
    for number in range(60):
        name, data = mutator.input()
        place = tmp_path / "corpus" / f"{number:04d}" / name
        place.parent.mkdir(parents=True)
        place.write_bytes(data)
    assert _run(tmp_path / "corpus", tmp_path / "outputs", 1) == []
    # What libraries say of damaged files is for problems.csv, not for the terminal.
    assert capfd.readouterr().err == ""


@settings(max_examples=60, deadline=None)
@given(TEXT, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6), TEXT)
def test_any_annotation_has_rows_that_can_be_written(
    text: str, spans: list[tuple[int, int]], name: str
) -> None:
    text = text.encode("utf-8", "replace").decode()
    name = name.encode("utf-8", "replace").decode()
    ordered = [tuple(sorted(min(end, len(text)) for end in span)) for span in spans]
    article = CleanArticle(
        "0" * 16,
        name,
        text,
        metadata=Metadata(title=name, extra=((name, name),)),
        removed=(RemovedLine(1, "comment", name, name, name),),
    )
    quotations = tuple(
        Quotation(((start, end),), speaker=Speaker(name, start=start, end=end))
        for start, end in sorted(ordered)
    )
    entities = tuple(EntityMention(start, end, "ORG", name) for start, end in sorted(ordered))
    rows = article_rows(AnnotatedArticle(article, quotations, entities), "shard")
    assert [len(rows[table]) for table in ("articles", "quotes", "entities", "removed")] == [
        *(1, len(spans), len(spans), 1)
    ]
    assert len({row["quote_id"] for row in rows["quotes"]}) == len(spans)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=200), st.randoms(use_true_random=False))
def test_any_text_goes_from_cleaning_to_rows(
    tmp_path: Path, text: str, chance: random.Random
) -> None:
    words = [*text.split(" "), "“We will,” said Ursula Ferrant.\n\n", "\u202e", "3 Comments\n"]
    chance.shuffle(words)
    text = " ".join(words).encode("utf-8", "replace").decode()
    cleaned = clean(Article("0" * 16, "a.txt", text))
    for table, rows in article_rows(FakeAnnotator().annotate(cleaned), "shard").items():
        assert table in ROW_TABLES
        write_rows(tmp_path / "rows.parquet", table, rows)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 100_000,
        "word " * 200_000,
        "x" * 1_000_000,
        "“We go,” said Bo. " * 10_000,
        "3 Comments\n\nBo says:\nMay 3, 2012 at 4:15 pm\n" * 3_000,
        "\u200f\u202e\u200b " * 50_000,
    ],
    ids=["marks", "one line", "one word", "quotations", "comments", "unseen"],
)
def test_a_monstrous_article_is_cleaned_in_time(text: str) -> None:
    started = time.process_time()
    cleaned = clean(Article("0" * 16, "a.txt", text))
    assert time.process_time() - started < 10
    assert cleaned.text or cleaned.removed or cleaned.problems


@pytest.mark.parametrize("unit", ["said ", "“a,” said Bo. ", "Share this: ", "said Mr. and "])
def test_a_page_that_repeats_itself_is_cleaned_in_time(unit: str) -> None:
    page = f"<html><body><article><h1>A page</h1><p>{unit * (60_000 // len(unit))}</p></article>"
    started = time.process_time()
    clean(Article("0" * 16, "a.html", "", markup=page + "</body></html>"))
    assert time.process_time() - started < 10


def test_a_text_of_200_megabytes_is_a_problem(tmp_path: Path) -> None:
    from pipeline.ingest import read_file

    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
        file.write(b"word")
    (problem,) = read_file(tmp_path, "huge.txt")
    assert "split it" in json.dumps(str(problem))
