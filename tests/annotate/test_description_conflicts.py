"""A description goes to nobody of whom the article tells otherwise."""

from __future__ import annotations

import pytest

from pipeline.annotate.persons.ages import age_behind, age_in
from tests.annotate.marked_article import article, names_of, speakers_of


def last_of(marked: str) -> tuple[str, str]:
    speaker = speakers_of(marked)[-1]
    return speaker.name, speaker.type


@pytest.mark.parametrize("adult", ["father", "doctor", "driver", "widow", "builder"])
def test_a_child_is_no_adult(adult):
    text = (
        "{PERSON:Tom Hale}, 8, was playing on the bridge. {PERSON:Tom Hale} fell.\n\n"
        "{s:The adult} {c:said} {q:it was late}.|".replace("adult", adult)
    )
    assert last_of(text) == (adult, "unnamed")


def test_a_father_is_no_woman_by_her_given_name():
    text = "{PERSON:Rachel Hale} came home. {s:The father} {c:said} {q:no}.|"
    assert last_of(text) == ("father", "unnamed")


def test_the_father_is_nobody_without_children_in_the_text():
    text = (
        "{s:{PERSON:Peter Hale}} {c:said} {q:the road was closed}.| "
        "“{q:I ran all the way},” {s:the father} {c:said}.|"
    )
    assert last_of(text) == ("father", "unnamed")


def test_an_officer_is_not_the_woman_of_the_story():
    text = (
        "A shop was robbed, {s:Detective Sergeant {PERSON:Maria Brooks}} {c:said}.|\n\n"
        "“{q:They had knives},” {s:the woman} {c:said}.|"
    )
    assert last_of(text) == ("woman", "unnamed")


def test_the_woman_is_the_resident_who_has_just_spoken():
    text = (
        "{s:{PERSON:Fiona Brooks}} {c:said} {q:the vote was fair}.|\n\n"
        "“{q:Shame},” {c:said} {s:one resident}.| {s:The woman} {c:said} {q:she would be back}.|"
    )
    assert names_of(text)[-1] == "one resident"


def test_the_nominee_of_a_party_is_of_that_party():
    text = (
        "Republican presidential nominee {PERSON:Abe Stone} and {PERSON:Ada Brooks} met. "
        "{s:The Democratic presidential nominee} {c:said} {q:it went well}.|"
    )
    assert names_of(text)[-1] == "Ada Brooks"


def test_the_leader_of_something_else_is_somebody_else():
    text = (
        "{PERSON:Abe Stone}, president of the Bakers Union, came. "
        "{s:The band leader} {c:said} {q:hello}.|"
    )
    assert last_of(text)[0] != "Abe Stone"


def test_somebody_introduced_in_more_words_is_taken_up():
    text = (
        "{PERSON:Abe Stone} agreed. {s:A senior {PERSON:Brooks} administration official} "
        "{c:said} {q:it would help}.| “{q:We welcome it},” {s:the official} {c:said}.|"
    )
    assert last_of(text) == ("senior Brooks administration official", "unnamed")


def test_the_president_of_a_partys_wing_leads_it():
    text = (
        "{PERSON:Abe Stone}, the president of the party’s youth wing, spoke of "
        "Prime Minister {PERSON:Ada Brooks}. {s:The party leader} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Abe Stone"]


def test_ages_are_read_behind_a_name_and_in_a_description():
    doc = article("The eight-year-old {PERSON:Tom Hale} met {PERSON:Ann Lee}, aged 47, in 2019.")
    tom, ann = (ent for ent in doc.ents)
    assert age_behind(doc, ann.end) == 47
    assert age_in(doc, 0, len(doc)) == 8
    assert age_behind(doc, tom.end) is None


def test_the_man_is_the_lawyer_who_has_just_spoken():
    text = (
        "Council chief {PERSON:Victor Stone} resigned. {s:A former city lawyer} {c:said} "
        "{q:he was warned}.| {s:The attorney} {c:said} {q:he had told {PERSON:Stone}}.| "
        "“{q:Nobody listened},” {s:the man} {c:said}.|"
    )
    assert names_of(text)[-1] != "Victor Stone"


def test_a_party_is_no_place_of_a_councillor():
    text = (
        "{s:Local councillor {PERSON:Morag Bell}} {c:thanked} {q:them}.| "
        "{s:The {NORP:Green} councillor} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Morag Bell"] * 2


def test_a_member_of_a_party_is_called_so():
    text = (
        "{s:{PERSON:Pete Orr}, a Republican,} {c:called} {q:it late}.| "
        "{s:The {ORG:Republican}} {c:said} {q:he would vote}.|"
    )
    assert names_of(text) == ["Pete Orr"] * 2


def test_what_is_thought_of_somebody_is_no_role():
    text = (
        "“{q:{PERSON:Abe Stone} is a good man},” {s:{PERSON:Ada Brooks}} {c:said}.| "
        "{PERSON:Abe Stone} was a hero. {s:{PERSON:Stone}} {c:said} {q:thanks}.|"
    )
    assert speakers_of(text)[1].title == ""


def test_who_is_named_in_the_statement_does_not_make_it():
    text = (
        "{PERSON:Abe Stone} gained. {PERSON:Abe Stone} won. {PERSON:Ada Brooks} waited. "
        "{s:The businessman} {c:said} {q:{PERSON:Brooks} was late}.|"
    )
    assert names_of(text) == ["Abe Stone"]


def test_the_pensioner_who_says_what_he_will_do_is_no_woman():
    text = (
        "{s:{PERSON:Maureen Bracken}} {c:said} {q:so}.| "
        "{s:The pensioner} {c:said} {q:he would go}.|"
    )
    assert last_of(text) == ("pensioner", "unnamed")


def test_a_clause_that_tells_which_one_names_nobody():
    text = (
        "{s:{PERSON:Gemma Price}} {c:said} {q:so}.| "
        "{s:The campaigner} who came by boat {c:said} {q:no}.|"
    )
    assert last_of(text) == ("campaigner", "unnamed")


def test_the_favourite_may_be_a_novelist():
    text = (
        "{s:Favourite {PERSON:Colin Wray}} {c:said} {q:so}.| "
        "{s:The novelist} {c:joked} {q:he would stop}.|"
    )
    assert names_of(text) == ["Colin Wray"] * 2


def test_whom_a_description_called_a_democrat_is_no_republican():
    text = (
        "{PERSON:Ada Brooks} is close.\n\n{s:The {NORP:Democratic} nominee} {c:said} {q:so}.| "
        "{s:The {NORP:Republican} nominee} {c:said} {q:no}.|"
    )
    assert names_of(text)[0] == "Ada Brooks"
    assert names_of(text)[1] != "Ada Brooks"


@pytest.mark.parametrize(
    "clause", ["who was not named in court", "whose name was withheld", "who asked for anonymity"]
)
def test_who_is_not_named_is_nobody_with_a_name(clause):
    text = (
        "{s:Police Chief {PERSON:Ada Brooks}} {c:said} {q:so}.|\n\n"
        f"{{s:The woman, {clause},}} {{c:said}} {{q:no}}.|"
    )
    assert names_of(text)[1] == "woman"


def test_the_leader_of_one_party_leads_no_other():
    text = (
        "{PERSON:Abe Stone} listened. “{q:No},” {s:the {ORG:Labour} leader} {c:said}.|\n\n"
        "{s:{PERSON:Ewan Gray}, the {ORG:SNP}'s leader at {GPE:Holyport},} {c:said} {q:so}.|"
    )
    assert names_of(text)[0] == "Abe Stone"
