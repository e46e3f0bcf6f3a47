"""Names of many countries: which words of a name its bearer is called by."""

from __future__ import annotations

import pytest

from pipeline.annotate.text.names import is_honorific, parse_name
from tests.annotate.marked_article import names_of, speakers_of


def said(source: str) -> str:
    return f"{{s:{source}}} {{c:said}} {{q:no}}.| "


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Karim al-Otaibi", "Otaibi"),
        ("Ana Fernández de Castro Ruiz", "Fernández de Castro"),
        ("Paulo da Silva Neto", "da Silva"),
        ("Osvaldo Pereira Júnior", "Pereira"),
        ("Maria Lourdes de la Cruz", "De la Cruz"),
        ("Brian Ó Laoire", "Ó Laoire"),
    ],
)
def test_a_bearer_of_a_long_name_is_called_by_a_part_of_it(full: str, short: str):
    assert names_of(said(f"{{PERSON:{full}}}") + said(f"{{PERSON:{short}}}")) == [full] * 2


def test_a_suffix_that_was_not_read_belongs_to_the_name():
    text = said("{PERSON:Osvaldo Pereira} Júnior") + said("{PERSON:Pereira}")
    assert names_of(text) == ["Osvaldo Pereira Júnior"] * 2


def test_particles_alone_are_no_given_name():
    assert parse_name("De la Cruz").given == ""


def test_several_given_names_stand_before_a_nickname():
    text = said("Senator {PERSON:Maria Lourdes} “{PERSON:Nancy” Cruz}") + said("{PERSON:Cruz}")
    assert names_of(text) == ["Maria Lourdes “Nancy” Cruz"] * 2


def test_a_name_between_others_is_not_of_a_mother_who_comes_later():
    text = said("{PERSON:Joshua Lam Chi-fung}") + said("{PERSON:Lam}")
    text += "His mother, Mrs {PERSON:Lam}, wept."
    assert names_of(text) == ["Joshua Lam Chi-fung"] * 2


@pytest.mark.parametrize(
    ("source", "name", "title"),
    [
        ("Chief (Mrs.) {PERSON:Folake Ade}", "Folake Ade", "Chief"),
        ("Prof. (Mrs) {PERSON:Folake Ade}", "Folake Ade", "Prof."),
        ("Taoiseach {PERSON:Brian Lynch}", "Brian Lynch", "Taoiseach"),
        ("{PERSON:Taoiseach Brian Lynch}", "Brian Lynch", "Taoiseach"),
        ("Harbour Aid's Dr {PERSON:Ada Brooks}", "Ada Brooks", "Dr"),
        ("the Rt Rev {PERSON:Ada Brooks}, Bishop of Holm,", "Ada Brooks", "Bishop of Holm"),
        ("Barr. {PERSON:Ada Brooks}, the commissioner,", "Ada Brooks", "commissioner"),
    ],
)
def test_a_form_of_address_is_no_part_of_the_name(source: str, name: str, title: str):
    speaker = speakers_of(said(source))[0]
    assert (speaker.name, speaker.title) == (name, title)


def test_an_abbreviated_title_read_as_a_name_is_nobody():
    assert names_of(said("{PERSON:Engr}. {PERSON:Ada Brooks}, the director,")) == ["Ada Brooks"]


def test_an_office_read_as_a_name_is_its_bearers():
    text = said("Chancellor {PERSON:Otto Reed}") + said("The {PERSON:Chancellor}")
    assert names_of(text) == ["Otto Reed"] * 2


def test_miss_in_small_letters_is_a_verb():
    assert is_honorific("Miss") and not is_honorific("miss")
    text = said("{PERSON:Lou Brooks}") + "“We'll miss {PERSON:Lou},” he adds. "
    text += "“{q:I go},” {s:he} {c:said}.|"
    assert names_of(text)[1] == "Lou Brooks"


def test_a_real_name_is_the_speakers():
    text = "{s:The singer, whose real name is {PERSON:Omar Reed},} {c:said} {q:no}.|"
    assert names_of(text) == ["Omar Reed"]


def test_what_somebody_is_may_stand_before_what_they_are_known_as():
    text = "{PERSON:Omar Reed}, a rapper known as {PERSON:Big Low}, left. " + said(
        "{PERSON:Big Low}"
    )
    assert names_of(text) == ["Omar Reed"]


def test_a_name_that_which_explains_is_a_bodys():
    text = "{PERSON:Quayline}, which runs it, left. " + said("{PERSON:Quayline}")
    assert speakers_of(text)[0].type != "person"


@pytest.mark.parametrize("house", ["No 10", "No. 10", "Number 10"])
def test_a_house_speaks_by_its_number(house: str):
    speaker = speakers_of(said(house))[0]
    assert (speaker.name, speaker.type) == (house, "organization")


def test_a_dateline_does_not_tell_how_a_city_is_spelled():
    text = "{GPE:CAIRO} — It rained. " + said("{GPE:Cairo}")
    assert names_of(text) == ["Cairo"]


@pytest.mark.parametrize("dateline", ["HOLM — ", "HOLM (Reuters) - ", "PORT HOLM, May 9 (AP) — "])
def test_a_sentence_begins_behind_a_dateline(dateline: str):
    speaker = speakers_of(dateline + said("Doctors"))[0]
    assert (speaker.name, speaker.type) == ("doctors", "group")


def test_an_age_may_stand_before_what_somebody_is_known_as():
    text = said("keeper {PERSON:Atthapon Nundee}, 31, known as Ben,") + said("{PERSON:Ben}")
    assert names_of(text) == ["Atthapon Nundee"] * 2


def test_a_worker_whose_work_no_list_has_is_called_by_the_name():
    assert names_of("{s:{PERSON:Flenser Hannah Reed}} {c:said} {q:no}.|") == ["Hannah Reed"]


def test_what_a_firm_is_begins_no_name():
    text = said("{ORG:Retailer Harbour Home}") + said("{ORG:Harbour Home}")
    assert names_of(text) == ["Harbour Home"] * 2


@pytest.mark.parametrize(
    ("name", "noun"), [("Pine Street Pictures", "studio"), ("Harbour Music", "label")]
)
def test_the_studio_is_who_makes_films(name: str, noun: str):
    assert names_of(said(f"{{ORG:{name}}}") + said(f"The {noun}")) == [name] * 2


def test_a_short_first_name_of_two_may_stand_without_the_one_before_it():
    text = said("{PERSON:Jonas Ki Rhee}") + said("{PERSON:Ki Rhee}")
    assert names_of(text) == ["Jonas Ki Rhee"] * 2


def test_an_initial_is_no_middle_name():
    text = said("{PERSON:Jonas K. Rhee}") + said("{PERSON:K. Rhee}")
    assert names_of(text)[1] != "Jonas K. Rhee"
