"""Words on the wrong side of a cue, and contents given to another verb's cue."""

from __future__ import annotations

import pytest

from tests.annotate.test_completion import completed, found


@pytest.mark.parametrize(
    ("hearer", "told"),
    [
        ("her ", "what had sunk"),
        ("him, for the third time, ", "where the boat was"),
        ("Ada Brooks ", "why the bell rang"),
        ("Mrs. Brooks ", "if it rained"),
    ],
)
def test_whoever_is_asked_is_no_part_of_the_question(hearer: str, told: str):
    text = f"The clerk asked {hearer}{told}."
    rows = completed(text, found(text, f"{hearer}{told}", "asked", "The clerk"))
    assert rows == [("The clerk", "asked", told)]


@pytest.mark.parametrize("told", ["her to row home", "Brooks, who was ill, to row"])
def test_whom_a_request_is_made_of_stays(told: str):
    text = f"The clerk asked {told}."
    assert completed(text, found(text, told, "asked", "The clerk"))[0][2] == told


def test_claims_that_somebody_hits_back_at_are_told():
    text = "The singer has hit back at claims that her boat leaks."
    quotation = found(text, "that her boat leaks", "has hit back at claims", "The singer")
    assert completed(text, quotation) == [
        ("The singer", "has hit back at", "claims that her boat leaks")
    ]


def test_claims_of_somebodys_own_are_the_cue():
    text = "The singer repeated false claims that her boat leaks."
    quotation = found(text, "that her boat leaks", "repeated false claims", "The singer")
    assert completed(text, quotation)[0][1] == "repeated false claims"


def test_what_stands_in_front_of_a_silence_is_told_by_its_own_verb():
    text = "Ada Brooks promised on Friday to “dry the cellars”. How? She did not say. It rained."
    rows = completed(text, found(text, "to “dry the cellars”", "did not say", "She"))
    assert rows == [("Ada Brooks", "promised", "to “dry the cellars”")]


def test_what_stands_behind_a_silence_stays_its_own():
    text = "Ada Brooks promised to dry the cellars. She did not say how it would be paid for."
    rows = completed(text, found(text, "how it would be paid for", "did not say", "She"))
    assert rows == [("She", "did not say", "how it would be paid for")]


def test_a_silence_behind_a_tag_is_another_statement():
    text = "Divers were at work, the harbour master said, but he would not say what they sought."
    content = ["Divers were at work", "but he would not say what they sought"]
    assert completed(text, found(text, content, "said", "the harbour master")) == [
        ("the harbour master", "said", "Divers were at work"),
        ("he", "would not say", "what they sought"),
    ]


def test_a_relative_clause_is_one_piece_with_its_noun():
    text = "Ada Brooks refused to blame the old diver, who had lost his lamp in the mud."
    content = ["the old diver", "who had lost his lamp in the mud"]
    assert completed(text, found(text, content, "refused to blame", "Ada Brooks"))[0][2] == (
        "the old diver, who had lost his lamp in the mud"
    )


def test_what_an_analyst_does_besides_is_not_told():
    text = "Brooks wrote that the port “looks safe, for now,” but cut her price target to $4."
    content = "that the port “looks safe, for now,” but cut her price target to $4"
    assert completed(text, found(text, content, "wrote", "Brooks"))[0][2] == (
        "that the port “looks safe, for now,”"
    )


def test_what_is_not_given_behind_a_tag_is_no_statement():
    text = "Sales have doubled, Brooks says, though she wouldn’t share a figure."
    content = ["Sales have doubled", "though she wouldn’t share a figure"]
    assert completed(text, found(text, content, "says", "Brooks")) == [
        ("Brooks", "says", "Sales have doubled")
    ]


def test_a_number_that_callers_shall_quote_belongs_to_the_appeal():
    text = "Police have urged anyone with news to call 101, quoting incident 12 of 5 May."
    appeal = found(text, "anyone with news to call 101", "have urged", "Police")
    number = found(text, "incident 12 of 5 May", "quoting", "Police")
    assert completed(text, appeal, number) == [
        ("Police", "have urged", "anyone with news to call 101, quoting incident 12 of 5 May")
    ]


def test_whoever_quotes_words_keeps_them():
    text = "Stone wrote that it rained, quoting a line of verse."
    wrote = found(text, "that it rained", "wrote", "Stone")
    line = found(text, "a line of verse", "quoting", "Stone")
    assert ("Stone", "quoting", "a line of verse") in completed(text, wrote, line)


def test_a_number_that_callers_shall_quote_is_no_statement():
    text = "Anyone with news is asked to call 101, quoting reference 12."
    assert completed(text, found(text, "reference 12", "quoting", "Anyone with news")) == []
