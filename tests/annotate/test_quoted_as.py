"""Who is quoted speaks, and not who quotes."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.completion import complete
from tests.annotate.test_completion import completed, found, read


def test_what_an_outlet_quotes_a_person_as_saying_is_inside_its_statement():
    text = "The Herald quoted Captain Brooks as saying the ship was safe."
    content = "Captain Brooks as saying the ship was safe"
    got = complete(text, (found(text, content, "quoted", "The Herald"),))
    assert read(text, got) == [
        ("The Herald", "quoted", content),
        ("Captain Brooks", "as saying", "the ship was safe"),
    ]
    assert got[1].nested_in == 0


def test_whom_somebody_is_quoted_as_telling_is_part_of_the_cue():
    text = "State radio quoted the minister as telling parliament that the dam would hold."
    content = "the minister as telling parliament that the dam would hold"
    rows = completed(text, found(text, content, "quoted", "State radio"))
    assert rows[1] == ("the minister", "as telling parliament", "that the dam would hold")


def test_a_report_that_is_cited_as_proof_quotes_nobody():
    text = "Brooks cited the report as proof of neglect."
    assert (
        len(completed(text, found(text, "the report as proof of neglect", "cited", "Brooks"))) == 1
    )


def test_as_something_else_than_words():
    text = "It sank near “The Old Mill,” as the storm hit it."
    assert completed(text) == []


def test_in_the_words_of_somebody():
    text = "In the words of the mayor, Ada Brooks, “The lock will hold.” The council met on Monday."
    jury = found(text, ["“The lock will hold.”", "on Monday"], "met", "The council")
    words = "“The lock will hold.”"
    assert completed(text, jury) == [
        ("the mayor, Ada Brooks", "In the words of", words),
        ("The council", "met", "on Monday"),
    ]


def test_to_quote_somebody():
    text = "To quote the coach, “Nobody plays like that in May.”"
    quoted = found(text, ["the coach", "“Nobody plays like that in May.”"], "To quote", "")
    assert completed(text, quoted) == [
        ("the coach", "To quote", "“Nobody plays like that in May.”")
    ]


@pytest.mark.parametrize("behind", ["", " and that it would have to pay"])
def test_somebodys_words_inside_a_statement_leave_it_whole(behind: str):
    content = f"that the town had, in the words of one sailor, “built a bath”{behind}"
    text = f"Brooks said {content}."
    got = complete(text, (found(text, content, "said", "Brooks"),))
    assert read(text, got) == [
        ("Brooks", "said", content),
        ("one sailor", "in the words of", "“built a bath”"),
    ]
    assert got[1].nested_in == 0


def test_words_that_a_statement_elsewhere_holds_by_mistake_are_taken_from_it():
    text = "It was, in the words of one sailor, “a bath” of mud.\n\nBrooks said that it leaked."
    told = found(text, ["“a bath” of mud", "that it leaked"], "said", "Brooks")
    assert completed(text, told) == [
        ("one sailor", "in the words of", "“a bath”"),
        ("Brooks", "said", "that it leaked"),
    ]


def test_who_was_quoted_by_an_outlet_speaks():
    text = "Kessler was quoted by Der Morgen as saying that the talks had failed."
    quoted = found(
        text, ["Kessler", "as saying that the talks had failed"], "was quoted", "Der Morgen"
    )
    assert completed(text, quoted) == [
        ("Kessler", "was quoted by Der Morgen as saying", "that the talks had failed")
    ]


@pytest.mark.parametrize("behind", [".", " on Monday."])
def test_whom_an_outlet_behind_the_words_quotes_speaks(behind: str):
    text = f"“It will sink,” the paper quoted her as saying{behind}"
    quoted = found(text, ["“It will sink,”", "her as saying"], "quoted", "the paper")
    assert completed(text, quoted) == [("her", "quoted | as saying", "“It will sink,”")]
