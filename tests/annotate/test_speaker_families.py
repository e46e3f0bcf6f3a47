"""Persons of one family name in one article."""

from __future__ import annotations

from tests.annotate.marked_article import names_of, speakers_of


def said(source: str) -> str:
    return f"{{s:{source}}} {{c:said}} {{q:no}}.| "


def test_mr_and_mrs_are_two():
    text = "Mr. {PERSON:Holt} and his wife, {PERSON:Rita Holt}, were there. "
    text += said("Mr. {PERSON:Holt}") + said("Ms. {PERSON:Holt}")
    speakers = speakers_of(text)
    assert [speaker.name for speaker in speakers] == ["Holt", "Rita Holt"]
    assert speakers[1].title == "wife"


def test_the_president_is_not_his_wife():
    text = "{PERSON:Michelle Stone} waved. " + said("President {PERSON:Stone}")
    text += said("Mr. {PERSON:Stone}")
    assert names_of(text) == ["Stone", "Stone"]


def test_a_name_of_either_gender_parts_nobody():
    text = "{PERSON:Lindsey Stone}, a senator, left. " + said("Mr. {PERSON:Stone}")
    assert names_of(text) == ["Lindsey Stone"]


def test_an_honorific_of_the_same_gender_is_the_person_named_in_full():
    text = "{PERSON:Rita Holt} left. " + said("Mrs. {PERSON:Holt}")
    assert names_of(text) == ["Rita Holt"]


def test_a_clause_is_no_title():
    text = "{s:{PERSON:Ada Stone}, you are the leader,} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == ""
