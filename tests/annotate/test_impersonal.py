"""What is said by nobody in particular has its row."""

from __future__ import annotations

import pytest

from tests.annotate.test_completion import completed, found


@pytest.mark.parametrize("cue", ["is feared", "was widely believed", "has been alleged"])
def test_what_is_feared_by_nobody_who_is_named_is_a_statement(cue: str):
    text = f"The hall is old. It {cue} that it burned."
    assert completed(text) == [("", cue, "that it burned")]


def test_what_the_model_found_of_it_is_replaced():
    text = "It is feared that it burned."
    part = found(text, ["It", "that it burned"], "is feared")
    assert completed(text, part) == [("", "is feared", "that it burned")]


def test_a_sentence_that_somebody_says_is_left_to_her():
    text = "It is feared that it burned, Ada Brooks said."
    quotation = found(text, "It is feared that it burned", "said", "Ada Brooks")
    assert [row[0] for row in completed(text, quotation)] == ["Ada Brooks"]


def test_what_is_said_to_be_so_without_a_clause_is_none():
    assert completed("It is said to be old. It was reported on Friday.") == []
