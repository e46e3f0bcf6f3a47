"""Whom who and which take up, and words that are nobody's name."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of


def test_a_second_relative_clause_is_of_whom_the_first_is():
    text = (
        "{PERSON:Ada Brooks}, an engineer whose bridges carry half the trains of the county, and "
        "{s:who} {c:liked to say} {q:that rust never sleeps}, died in May.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_a_second_relative_clause_of_somebody_without_a_name():
    text = (
        "A baker who lives beside the old lock, and {s:who} {c:asked} {q:not to be named},| "
        "heard a shout."
    )
    assert names_of(text) == ["baker"]


def test_a_second_relative_clause_of_a_body():
    text = (
        "The {ORG:Low Water Fund}, which owns two of the wrecks and {s:which} {c:has said} "
        "{q:it will sell neither}, met.|"
    )
    assert names_of(text) == ["Low Water Fund"]


def test_who_goes_on_from_the_phrase_that_its_sentence_begins_with():
    text = "A baker living near the lock and {s:who} {c:asked} {q:not to be named} left.|"
    assert names_of(text) == ["baker living near the lock"]


def test_who_is_the_person_and_not_the_place_they_are_from():
    text = "Senator {PERSON:Ada Brooks} of {GPE:Ohio}, {s:who} {c:promised} {q:a bridge}, left.|"
    assert names_of(text) == ["Ada Brooks"]


@pytest.mark.parametrize(
    "clause",
    [
        "The old ferries stayed in service for longer",
        "The port saved the money that it had put aside for later",
    ],
)
def test_which_takes_up_a_whole_clause_and_then_nobody_speaks(clause: str):
    text = f"{clause}, {{s:which}} {{c:suggests}} {{q:that nobody was in a hurry}}.|"
    assert names_of(text) == [""]


def test_an_article_alone_is_nobody():
    assert names_of("{s:The} {c:reply:} “{q:Not today.}”|") == [""]


def test_things_that_were_confirmed_have_confirmed_nothing():
    assert names_of("{s:38 homes} were {c:confirmed} {q:lost}.|") == [""]


def test_people_who_were_told_something_are_still_a_source():
    assert names_of("{s:38 residents} {c:said} {q:they had lost their homes}.|") == ["38 residents"]


def test_it_is_no_party_tag_behind_a_lawmaker():
    text = (
        "Sen. {PERSON:Abe Stone} ({ORG:R-Neb.}) {c:posted} {q:a message}.| “{q:No},” {s:it} "
        "{c:said}.|"
    )
    assert names_of(text)[-1] == "message"
