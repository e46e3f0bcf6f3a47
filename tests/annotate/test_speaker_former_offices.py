"""Who held an office before, and who holds it now."""

from __future__ import annotations

from tests.annotate.marked_article import names_of, speakers_of


def test_the_former_minister_is_no_minister_who_is_named_later():
    text = (
        "{s:Port Union chief {PERSON:Abe Reed}} {c:said} {q:he would not come}.|\n\n"
        "At a rally {s:the former prime minister} {c:alleged} {q:that votes were bought}.|\n\n"
        "{s:He} {c:dared} {q:Prime Minister {PERSON:Ada Brooks} to resign}.|"
    )
    assert names_of(text) == ["Abe Reed", "Abe Reed", "Abe Reed"]


def test_the_former_minister_is_the_predecessor_of_the_minister():
    text = (
        "Harbour minister {PERSON:Abe Stone}, who went to Larkhaven in May, was under pressure. "
        "{s:His predecessor, {PERSON:Mona Reed},} {c:said} {q:that it was known}.|\n\n"
        "“{q:I signed the letter},” {s:the former minister} {c:told} the Dispatch.|"
    )
    assert names_of(text) == ["Mona Reed", "Mona Reed"]


def test_the_former_minister_is_whom_the_text_calls_then_minister():
    text = (
        "{s:Then-minister {PERSON:Ada Brooks}} {c:said} {q:no}.| {PERSON:Abe Stone} left. "
        "{s:The former minister} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_a_predecessor_has_whose_predecessor_they_are_as_title():
    text = (
        "Harbour minister {PERSON:Abe Stone} was under pressure. "
        "{s:His predecessor, {PERSON:Mona Reed},} {c:said} {q:that it was known}.|"
    )
    assert speakers_of(text)[0].title == "Abe Stone's predecessor"


def test_the_former_chief_of_a_firm_is_not_its_chief_of_today():
    text = (
        "{s:Port chief {PERSON:Ada Brooks}} {c:said} {q:no}.| It rained.\n\n"
        "Every Friday, {s:the former port chief} {c:told} the Dispatch, {q:Brooks was late}.|"
    )
    assert names_of(text)[1] == "former port chief"
