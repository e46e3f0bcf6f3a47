"""Who is quoted speaks, and not who quotes."""

from __future__ import annotations

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
