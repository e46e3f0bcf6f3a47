"""DataFrames of Docs, and of a finished run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

import pipeline
from pipeline.annotate.network.encoder import Reading
from pipeline.annotate.speakers.component import Speakers
from pipeline.errors import WhosaidError
from pipeline.schema import ENTITIES, QUOTES, TABLES
from tests.annotate.marked_article import article
from tests.report.invented import harbour_story

MARKED = (
    "“{q:We will build},” {c:said} {s:Mayor {PERSON:Ursula Ferrant}}.|\n\n"
    "{s:She} {c:added} {q:that it would not cost much}.|\n\n"
    "“{q:We will build}.” {ORG:Port Works} was silent."
)


@pytest.fixture
def doc() -> Doc:
    return Speakers()(article(MARKED, title="Bridge plan"))


def test_a_quotation_is_a_row_as_in_quotes_csv(doc: Doc) -> None:
    quotes = pipeline.quotes_table(doc)
    assert [name for name in QUOTES.column_names if name in quotes.columns] == [*quotes.columns]
    row = quotes.iloc[0]
    assert (row["speaker"], row["speaker_title"]) == ("Ursula Ferrant", "Mayor")
    assert (row["cue"], row["quote"], row["title"]) == ("said", "We will build", "Bridge plan")
    assert doc.text[row["start"] : row["end"]] == "We will build"
    assert quotes["paragraph"].tolist() == [2, 3, 4]
    assert quotes["speaker"].tolist()[:2] == ["Ursula Ferrant"] * 2


def test_what_only_a_corpus_tells_is_no_column(doc: Doc) -> None:
    left_out = set(QUOTES.column_names) - set(pipeline.quotes_table(doc).columns)
    assert left_out == {"outlet", "speaker_id", "same_quote", "file", "corrected"}
    left_out = set(ENTITIES.column_names) - set(pipeline.entities_table(doc).columns)
    assert left_out == {"entity_id"}


def test_what_is_not_known_is_missing_and_offsets_stay_whole_numbers(doc: Doc) -> None:
    quotes = pipeline.quotes_table(doc)
    assert pd.isna(quotes.loc[2, "cue"])
    assert pd.isna(quotes.loc[2, "cue_start"])
    assert pd.isna(quotes.loc[0, "nested_in"])
    assert quotes.dtypes["cue"] == "string"
    assert quotes.dtypes["cue_start"] == "Int64"
    assert quotes.dtypes["confidence"] == "float64"


def test_no_quotation_gives_the_columns_all_the_same(doc: Doc) -> None:
    read = article("It rained.")
    read._.encoding = Reading()
    for none in ([], read):
        empty = pipeline.quotes_table(none)
        assert empty.empty
        pd.testing.assert_series_equal(empty.dtypes, pipeline.quotes_table(doc).dtypes)


def test_rows_of_a_stream_are_told_apart_by_the_key_given(doc: Doc) -> None:
    other = Speakers()(article(MARKED))
    doc._.article_id, other._.article_id = "first", "second"

    def stream() -> Iterator[Doc]:
        yield from (doc, other)

    quotes = pipeline.quotes_table(stream())
    assert quotes["article_id"].tolist() == ["first"] * 3 + ["second"] * 3
    assert quotes["quote_id"].is_unique


def test_a_text_has_the_key_that_its_file_has() -> None:
    once, again = article(MARKED), article(MARKED)
    ids = [pipeline.quotes_table(doc)["article_id"][0] for doc in (once, again)]
    assert ids[0] == ids[1]
    assert len(ids[0]) == 16


def test_entities_have_names_and_the_statement_they_stand_in(doc: Doc) -> None:
    entities = pipeline.entities_table(doc)
    assert entities["entity"].tolist() == ["Ursula Ferrant", "Port Works"]
    assert entities["label"].tolist() == ["PERSON", "ORG"]
    assert entities["quote_id"].isna().all()
    named = article("{s:She} {c:said} {q:that {PERSON:Ada Brooks} had left}.")
    assert (
        pipeline.entities_table(named)["quote_id"][0] == pipeline.quotes_table(named)["quote_id"][0]
    )


def test_a_finished_run_is_read_with_its_types(tmp_path: Path) -> None:
    tables = pipeline.read_tables(harbour_story().write(tmp_path))
    assert [*tables] == [table.name for table in TABLES]
    for table in TABLES:
        assert [*tables[table.name].columns] == [*table.column_names]
    quotes, same = tables["quotes"], tables["same_quotes"]
    assert len(quotes) and len(same)
    assert quotes.dtypes["start"] == "Int64"
    assert quotes.dtypes["confidence"] == "float64"
    assert same.dtypes["is_fullest"] == "bool"
    assert not (quotes.select_dtypes("string") == "").any(axis=None)


def test_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(WhosaidError, match="run `whosaid run` with this outputs folder first"):
        pipeline.read_tables(str(tmp_path))


@pytest.mark.parametrize("table", [pipeline.quotes_table, pipeline.entities_table])
def test_what_was_not_read_is_told(table: Callable[[Any], pd.DataFrame]) -> None:
    with pytest.raises(WhosaidError, match="is a str and no Doc"):
        table(["He said no."])
    with pytest.raises(WhosaidError, match="nothing was looked for"):
        table(Doc(Vocab(), words=["He", "said", "no"]))
    with pytest.raises(WhosaidError, match="nothing was looked for"):
        pipeline.displacy_spans(Doc(Vocab(), words=["He", "said", "no"]))
