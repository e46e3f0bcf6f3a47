"""What a user knows of a text besides its words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest
import spacy

import pipeline
from pipeline.annotate.extensions import register_extensions
from pipeline.errors import WhosaidError

register_extensions()
NLP = spacy.blank("en")


def test_a_title_is_the_first_paragraph() -> None:
    doc = pipeline.article(NLP, "The pier fell.", title=" Pier\ngone ", byline="By Ada Quill")
    assert doc.text == "Pier gone\n\nThe pier fell."
    assert doc.text[: doc._.title_end] == "Pier gone"
    assert doc._.byline == "By Ada Quill"


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA])
def test_a_text_that_is_missing_is_empty(missing: None) -> None:
    assert pipeline.article(NLP, missing).text == ""


def test_a_text_alone_says_nothing_more() -> None:
    doc = pipeline.article(NLP, "The pier fell.")
    assert doc.text == "The pier fell."
    assert (doc._.title_end, doc._.byline, doc._.published, doc._.article_id) == (0, "", "", "")


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2020-01-06", "2020-01-06"),
        ("2020-01", "2020-01"),
        ("6 January 2020", "2020-01-06"),
        (2020.0, "2020"),
        ("  ", ""),
        (date(2020, 1, 6), "2020-01-06"),
        (datetime(2020, 1, 6, 7, 12), "2020-01-06"),
        (pd.Timestamp("2020-01-06 07:12", tz="UTC"), "2020-01-06"),
    ],
)
def test_dates_may_be_dates_or_text(given: Any, iso: str) -> None:
    assert pipeline.article(NLP, "The pier fell.", published=given)._.published == iso


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NaT, pd.NA, ""])
def test_an_empty_cell_of_a_data_frame_is_not_known(missing: str | None) -> None:
    doc = pipeline.article(
        NLP, "Rain.", title=missing, byline=missing, published=missing, article_id=missing
    )
    assert (doc.text, doc._.title_end) == ("Rain.", 0)
    assert (doc._.byline, doc._.published, doc._.article_id) == ("", "", "")


@pytest.mark.parametrize("given", ["soon", "6/1/2020"])
def test_what_is_no_date_or_two_is_told(given: str) -> None:
    with pytest.raises(WhosaidError, match=f"published='{given}' is no date .* 2020-01-06"):
        pipeline.article(NLP, "Rain.", published=given)
