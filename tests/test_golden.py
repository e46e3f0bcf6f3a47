"""The sample corpus gives the tables that were read and found good."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cells import text_cell
from pipeline.schema import TABLES
from tests.golden import GOLDEN, read_table

# Processors round the int8 model differently in the last digits.
_CLOSE = {"confidence": 0.05}


@pytest.fixture
def outputs(sample: Path) -> Path:
    return sample


@pytest.mark.parametrize("name", [table.name for table in TABLES])
def test_the_sample_corpus_gives_its_golden_table(outputs: Path, name: str) -> None:
    rows, golden = read_table(outputs, name), read_table(GOLDEN, name)
    exact = [{k: v for k, v in row.items() if k not in _CLOSE} for row in rows]
    assert exact == [{k: v for k, v in row.items() if k not in _CLOSE} for row in golden]
    for row, expected in zip(rows, golden, strict=True):
        for column in _CLOSE.keys() & row.keys():
            assert abs(float(row[column]) - float(expected[column])) <= _CLOSE[column]


def test_every_offset_points_at_its_evidence(outputs: Path) -> None:
    for row in read_table(outputs, "quotes"):
        text = (outputs / "text" / f"{row['article_id']}.txt").read_bytes().decode()
        pieces = [piece.split("-") for piece in row["pieces"].split(";")]
        quote = " … ".join(text[int(start) : int(end)] for start, end in pieces)
        assert text_cell(quote) == row["quote"]
        if row["speaker_start"]:
            mention = text[int(row["speaker_start"]) : int(row["speaker_end"])]
            assert text_cell(mention) == row["speaker_text"]
    for row in read_table(outputs, "entities"):
        text = (outputs / "text" / f"{row['article_id']}.txt").read_bytes().decode()
        mention = text[int(row["start"]) : int(row["end"])]
        assert text_cell(mention) == row["text"]


def test_keys_lead_to_rows(outputs: Path) -> None:
    articles = {row["article_id"] for row in read_table(outputs, "articles")}
    quotes = {row["quote_id"] for row in read_table(outputs, "quotes")}
    speakers = {row["speaker_id"] for row in read_table(outputs, "speakers")}
    for name in ("quotes", "entities", "removed", "same_quotes"):
        assert {row["article_id"] for row in read_table(outputs, name)} <= articles
    for name, column in (("entities", "quote_id"), ("quotes", "nested_in")):
        assert {row[column] for row in read_table(outputs, name)} - {""} <= quotes
    named = {i for row in read_table(outputs, "quotes") for i in row["speaker_id"].split(" ; ")}
    assert named - {""} == speakers
