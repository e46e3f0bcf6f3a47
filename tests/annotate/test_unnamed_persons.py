"""He and she take up who is only described, where they were mentioned last."""

from __future__ import annotations

from tests.annotate.marked_article import names_of


def test_she_is_the_driver_who_just_spoke():
    text = (
        "{PERSON:Ada Brooks} opened the quay.\n\n"
        "{s:A driver} {c:said} {q:it was late}.| {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["driver", "driver"]


def test_a_person_named_in_between_is_meant():
    text = (
        "{s:A driver} {c:said} {q:it was late}.| {PERSON:Ada Brooks} agreed. "
        "{s:She} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_a_description_that_is_a_named_person_is_that_person():
    text = (
        "Captain {PERSON:Ada Brooks} sailed.\n\n"
        "{s:The captain} {c:said} {q:it was late}.| {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_his_grandmother_is_she_where_no_woman_is_near():
    text = (
        "{PERSON:Ada Brooks} opened the quay.\n\n"
        "{PERSON:Abe Stone} thanked his late grandmother. {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Abe Stone's late grandmother"]


def test_a_woman_of_the_same_paragraph_is_she():
    text = "{PERSON:Ada Brooks} spoke of his late grandmother. {s:She} {c:said} {q:so}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_his_wife_with_a_name_behind_is_no_description():
    text = "{PERSON:Abe Stone} met his wife, {PERSON:Ada Stone}. {s:She} {c:said} {q:so}.|"
    assert names_of(text) == ["Ada Stone"]


def test_the_senator_may_be_whom_the_paragraph_before_named():
    text = (
        "{PERSON:Abe Stone} stood by.\n\n"
        "{s:The Ohio senator} {c:said} {q:it was late}.| {s:He} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "Abe Stone"


def test_the_bodys_spokesman_is_not_whom_the_paragraph_before_named():
    text = (
        "{PERSON:Abe Stone} stood by.\n\n"
        "{s:The agency’s spokesman} {c:said} {q:it was late}.| {q:It rained,} {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "agency’s spokesman"


def test_whom_somebody_asked_is_the_one_who_answers():
    text = (
        "{s:Treasurer {PERSON:Gordon Blaise}} {c:said} {q:it was dear}.| {s:One member} {c:asked} "
        "{q:if he had counted}.| “{q:I have},” {s:he} {c:said}.|"
    )
    assert names_of(text)[2] == "Gordon Blaise"
