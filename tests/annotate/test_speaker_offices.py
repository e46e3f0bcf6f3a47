"""Offices for short: `the CEC` is the Chief Electoral Commissioner."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of, speakers_of


def test_an_office_by_its_initials_is_whoever_bears_it():
    text = (
        "{s:The Chief Electoral Commissioner ({ORG:CEC}), {PERSON:Rana Iqbal},} {c:said} {q:so}.| "
        "“{q:No},” {s:the {ORG:CEC}} {c:added}.| {s:{ORG:CEC}} {c:said} {q:yes}.|"
    )
    assert names_of(text) == ["Rana Iqbal"] * 3


def test_initials_in_brackets_behind_a_body_stay_the_body():
    text = (
        "{PERSON:Rana Iqbal}, commissioner, wrote to the {ORG:Office of the Chief} ({ORG:OC}). "
        "{s:The {ORG:OC}} {c:said} {q:no}.|"
    )
    assert speakers_of(text)[0].type == "organization"


def test_the_ceo_is_the_chief_executive_officer():
    text = (
        "{s:The chief executive officer of {ORG:Harbour Power}, {PERSON:Lena Ruud},} {c:said} "
        "{q:so}.| {s:The CEO} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Lena Ruud", "Lena Ruud"]


def test_an_office_without_a_name_is_who_spoke_before():
    text = (
        "{s:The director-general of the {ORG:Border Service}} {c:said} {q:so}.| "
        "{s:The DG} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "director-general of the Border Service"


def test_nobody_else_is_the_pm():
    text = "{s:{PERSON:Xenia Duarte}} {c:said} {q:so}.| {s:The {ORG:PM}} {c:said} {q:no}.|"
    assert names_of(text)[1] == "PM"


@pytest.mark.parametrize("dash", [" -", " —", ","])
def test_those_whom_a_count_announces_speak_each(dash):
    text = (
        f"{{s:Three judges{dash} {{PERSON:Anna Bright}}, {{PERSON:Carl Dunn}} and "
        f"{{PERSON:Esther Fox}}{dash}}} {{c:agreed}} {{q:so}}.|"
    )
    assert names_of(text) == ["Anna Bright ; Carl Dunn ; Esther Fox"]


def test_a_title_that_no_list_has_does_not_hide_the_name_behind_it():
    text = "{s:The judge, Recorder {PERSON:Amy Sayle},} {c:said} {q:so}.|"
    assert names_of(text) == ["Amy Sayle"]


def test_an_office_in_lower_case_goes_by_its_initials():
    text = (
        "{s:Chief Harbour Warden {PERSON:Ada Brooks}} {c:said} {q:no}.|\n\nThe chief harbour "
        "warden (CHW) went home.\n\n“{q:It is late},” {s:the {ORG:CHW}} {c:said}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_the_initials_of_a_rank_are_whoever_holds_it():
    text = (
        "{s:{PERSON:Ada Brooks}, OC of Low Water Police Station,} {c:said} {q:no}.|\n\n"
        "“{q:It is late},” {s:the {ORG:OC}} {c:said}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_a_member_of_parliament_is_the_party_leader_who_has_just_spoken():
    text = (
        "{s:{NORP:Greens} leader {PERSON:Ada Brooks}} {c:said} {q:no}.|\n\n"
        "“{q:It is late},” {s:the {GPE:Larkhaven} MP} {c:said}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_the_dgp_is_the_director_general_of_police_of_a_state():
    text = (
        "{s:{GPE:LARKHAVEN}: {LOC:Dunmore} director general of police {PERSON:Lal Rinson}} "
        "{c:said} {q:so}.| {s:The {ORG:DGP}} {c:said} {q:more}.| "
        "{s:{LOC:East Hills} SP {PERSON:Mary Stone}} {c:said} {q:no}.| "
        "{s:The SP} {c:added} {q:it}.|"
    )
    assert names_of(text) == ["Lal Rinson", "Lal Rinson", "Mary Stone", "Mary Stone"]


def test_the_office_stays_with_whom_it_took_up_while_no_other_bearer_speaks():
    text = (
        "Prime Minister {PERSON:Ada Brooks} left. {s:The Prime Minister} {c:said} {q:so}.|\n\n"
        "{PERSON:Carl Field}, Prime Minister of {GPE:Norland}, was there.\n\n"
        "{s:The Prime Minister} {c:said} {q:no}.|\n\n"
        "{s:{PERSON:Field}} {c:said} {q:it rained}.| {s:The Prime Minister} {c:added} {q:so}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks", "Carl Field", "Carl Field"]


def test_who_is_also_the_investigating_officer_is_the_io():
    text = (
        "{s:Inspector {PERSON:Abe Stone}, also the investigating officer of the case,} {c:said} "
        "{q:so}.| {s:The {ORG:IO}} {c:said} {q:no}.| {s:{PERSON:IO Stone}} {c:said} {q:yes}.|"
    )
    assert names_of(text) == ["Abe Stone"] * 3


def test_the_accused_is_one_unnamed_person():
    speaker = speakers_of("{s:The accused} {c:said} {q:no}.|")[0]
    assert (speaker.name, speaker.type) == ("accused", "unnamed")


@pytest.mark.parametrize("role", ["shadow", "former", "deputy"])
def test_who_is_not_the_chancellor_is_not_taken_for_one(role: str):
    text = (
        f"{{s:{{PERSON:Ada Brooks}}, the {role} chancellor,}} {{c:said}} {{q:no}}.| "
        "{s:The chancellor} {c:said} {q:it was fair}.|"
    )
    assert names_of(text)[1] == "chancellor"


def test_a_portfolio_in_small_letters_belongs_to_the_title():
    text = "{s:Former home secretary {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == "Former home secretary"


def test_a_provincial_minister_may_be_an_mec():
    text = (
        "{s:{GPE:North Bay} MEC for Finance {PERSON:Nomsa Dlale}} {c:said} {q:no}.| "
        "{s:The {ORG:MEC}} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Nomsa Dlale"] * 2


def test_a_lawyer_for_a_body_and_somebody_is_not_that_person():
    (speaker,) = speakers_of(
        "{s:Lawyer for the port and union chief {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    )
    assert speaker.type == "unnamed"


@pytest.mark.parametrize("house", ["senate", "the house", "the Assembly"])
def test_who_leads_the_opposition_in_a_house_is_named(house: str):
    office = f"Leader of the opposition in {house}"
    (speaker,) = speakers_of(f"{{s:{office} {{PERSON:Ada Brooks}}}} {{c:said}} {{q:no}}.|")
    assert (speaker.name, speaker.title) == ("Ada Brooks", office)


def test_an_office_in_capitals_behind_a_place_is_somebody():
    speaker = speakers_of("{s:The {GPE:Lakeside} CM} {c:said} {q:so}.|")[0]
    assert (speaker.name, speaker.type) == ("Lakeside CM", "unnamed")


def test_a_former_one_in_an_office_is_not_who_holds_it():
    text = (
        "{s:Chief Minister {PERSON:Arun Desai}} {c:said} {q:so}.| {s:A former CM} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Arun Desai", "former CM"]


@pytest.mark.parametrize("office", ["secretary-general", "vice-chancellor", "sub-inspector"])
def test_an_office_of_two_words_with_a_hyphen_is_a_title(office):
    text = f"{{s:Its {office}, {{PERSON:Ada Brooks}},}} {{c:said}} {{q:so}}.|"
    assert speakers_of(text)[0].title == office


def test_the_letters_of_a_party_stand_in_front_of_its_chief():
    text = (
        "{s:Opposition {ORG:Low Water Party} ({ORG:LWP}) Chairman {PERSON:Tom Ames}} {c:said} "
        "{q:so}.| {s:The {ORG:LWP} chief} {c:accused} {q:the mayor of lying}.|"
    )
    assert names_of(text)[1] == "Tom Ames"
