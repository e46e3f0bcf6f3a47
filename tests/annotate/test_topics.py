"""Contents that only name somebody: the network has to be surer of them than of a clause."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.topics import is_unsure_name, only_names
from pipeline.records import Quotation

TEXT = (
    "Brooks attacked Stone. She talked about the money. The mayor wants to resign. "
    "He said it rained. Ada called it “mad”. Rail Denies Bridge Is Closed Again"
)


def statement(words: str, confidence: float, kind: str = "indirect") -> Quotation:
    start = TEXT.index(words)
    content = ((start, start + len(words)),)
    return Quotation(content, kind=kind, confidence=confidence)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["Stone", "the money", "it"])
def test_a_name_a_pronoun_or_a_few_words_tell_nothing_where_the_network_is_unsure(words: str):
    assert is_unsure_name(TEXT, statement(words, 0.35))


@pytest.mark.parametrize("words", ["Stone", "the money", "it"])
def test_they_stay_where_it_is_sure_and_are_told_as_names(words: str):
    assert only_names(TEXT, statement(words, 0.9))
    assert not is_unsure_name(TEXT, statement(words, 0.9))


@pytest.mark.parametrize(
    "words", ["to resign", "it rained", "The mayor wants to", "Bridge Is Closed Again"]
)
def test_a_clause_stays_however_short_it_is(words: str):
    assert not only_names(TEXT, statement(words, 0.3))


def test_what_stands_in_quotation_marks_stays():
    assert not only_names(TEXT, statement("it “mad”", 0.3, "mixed"))
