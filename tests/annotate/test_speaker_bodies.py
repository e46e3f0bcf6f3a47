"""Organisations and documents that a description takes up."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of, speakers_of


def second(first: str, then: str) -> str:
    return names_of(f"{{s:{first}}} {{c:said}} {{q:so}}.| {{s:{then}}} {{c:said}} {{q:no}}.|")[1]


@pytest.mark.parametrize(
    "description", ["The company", "The firm", "The {NORP:Danish} carmaker", "The operator"]
)
def test_the_company_is_the_one_that_the_sentence_before_is_about(description):
    assert second("{ORG:Veltro}", description) == "Veltro"


def test_the_university_is_the_one_of_the_article():
    assert second("{ORG:University of Halden}", "The university") == "University of Halden"


def test_the_regulator_is_an_authority_and_no_company():
    text = (
        "{s:{ORG:Conduct Authority}} {c:said} {q:so}.| {ORG:Lunar} was fined. "
        "{s:The regulator} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Conduct Authority"


def test_the_network_is_no_newspaper():
    assert second("{ORG:Kelby Times}", "The network") == "network"


def test_with_two_companies_named_alike_often_it_is_the_last_one_spoken_of():
    text = (
        "{ORG:Veltro} bought {ORG:Norda}. {ORG:Norda} makes pumps. {ORG:Veltro} makes pipes. "
        "{s:The company} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Veltro"]


def test_a_company_that_nothing_stands_for_keeps_its_words():
    assert names_of("Rain fell. {s:The company} {c:said} {q:no}.|") == ["company"]


def test_the_report_is_the_study_named_before():
    assert second("A study by the {ORG:University of Halden}", "The report") == (
        "study by the University of Halden"
    )


def test_a_letter_is_no_study():
    assert second("A study by the {ORG:University of Halden}", "The letter") == "letter"


def test_that_is_no_part_of_a_title():
    text = "{s:that Defence Secretary {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == "Defence Secretary"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("A 2019 paper", "document"),
        ("The paper in Nature", "document"),
        ("The paper", "organization"),
    ],
)
def test_a_paper_of_researchers_is_no_newspaper(source: str, kind: str):
    assert speakers_of(f"{{s:{source}}} {{c:said}} {{q:no}}.|")[0].type == kind


def test_the_company_is_not_whom_it_told():
    text = (
        "{ORG:Veltro} lost money. {ORG:Reuters} asked why. “{q:So},” {s:a manager} {c:told} "
        "{ORG:Reuters}.| {s:The company} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Veltro"


def test_letters_that_a_name_begins_with_are_that_name_sooner_than_its_initials():
    text = (
        "{ORG:HP America} is the daughter of {ORG:Harbour Power}.| "
        "{s:{ORG:HP}} {c:said} {q:it would hire}.|"
    )
    assert names_of(text) == ["HP America"]


def test_an_acronym_may_have_a_slash():
    text = (
        "{s:The {ORG:Carrow/Tern First Nation} ({ORG:C/TFN})} {c:said} {q:no}.| "
        "{s:{ORG:C/TFN}} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Carrow/Tern First Nation"] * 2


def test_the_party_that_also_spoke_is_the_one_that_spoke_just_before():
    text = (
        "{ORG:The National Party} met. {s:{ORG:Union of Farmers}} {c:told} the board {q:so}.|\n\n"
        "{s:The party} {c:also recommended} {q:cameras}.|"
    )
    assert names_of(text)[1] == "Union of Farmers"


def test_an_mp_is_a_person_wherever_from():
    speaker = speakers_of("“{q:No},” {s:the {ORG:Tern Bay MP}} {c:said}.|")[0]
    assert (speaker.name, speaker.type) == ("Tern Bay MP", "unnamed")


def test_the_company_is_no_public_body():
    text = (
        "{ORG:UN} experts met. The {ORG:UN} was told of {ORG:Changi Esk}. {ORG:UN} staff left. "
        "{ORG:Changi Esk} was named. {s:The company} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Changi Esk"]


def test_the_company_is_no_people():
    text = (
        "{s:The {ORG:Halden Nation}} {c:said} {q:no}.| It stopped a sale to {ORG:Low Water Corp.} "
        "in May. {s:The company} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] != "Halden Nation"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The Bench", "organization"),
        ("Budget papers", "document"),
        ("Sunday papers", "group"),
        ("Papers filed on Monday", "document"),
        ("{ORG:Ada's List}", "organization"),
        ("A panel headed by Judge {PERSON:Ada Brooks}", "organization"),
        ("The numbers", "document"),
        ("Large numbers of sailors", "group"),
        ("The {MISC:Harbour Protection Act}", "document"),
        ("A ferry clerk nearby", "unnamed"),
        ("A ferry official there", "unnamed"),
    ],
)
def test_what_kind_of_speaker_a_noun_tells(source: str, kind: str):
    assert speakers_of(f"{{s:{source}}} {{c:say}} {{q:that it is late}}.|")[0].type == kind


def test_the_organisation_founded_long_ago_is_the_one_the_article_is_about():
    text = (
        "{ORG:Mothers of the Quay} mourned. {ORG:Mothers of the Quay} met. “{q:She is gone},” "
        "{c:wrote} {s:the organisation founded in 1977}.|"
    )
    assert names_of(text) == ["Mothers of the Quay"]


def test_their_union_is_named_behind_it_and_then_the_union():
    text = (
        "{s:Their union, the {ORG:Harbour League},} {c:said} {q:so}.| "
        "“{q:No},” {s:the union} {c:said}.|"
    )
    assert names_of(text) == ["Harbour League", "Harbour League"]


def test_what_an_apposition_calls_a_body_takes_it_up():
    text = (
        "{ORG:Stonewell}, a party in the north, lost. {ORG:Halden} won. "
        "{s:The party} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Stonewell"]


def test_their_union_belongs_to_those_just_told_of():
    text = (
        "Train drivers will strike. {s:Their union} {c:said} {q:so}.| "
        "{s:The union} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["train drivers' union", "train drivers' union"]


def test_the_letters_of_a_body_are_nobodys_name():
    text = (
        "{s:The {ORG:Department of Works} ({ORG:DOW})} {c:said} {q:no}.| "
        "{s:{PERSON:DOW}} {c:said} {q:yes}.|"
    )
    assert names_of(text) == ["Department of Works"] * 2


def test_the_company_is_the_firm_named_as_one_just_before():
    text = (
        "{s:The {ORG:Safety Executive}} {c:said} {q:it would sue {ORG:Brackley Lifting Ltd}}.| "
        "The {ORG:Safety Executive} is in town. {ORG:Brackley Lifting Ltd} is not. "
        "{s:The company} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Brackley Lifting Ltd"


def test_the_book_is_the_one_entitled_so():
    text = (
        "{PERSON:Connie Marsh} wrote a memoir entitled The Harbour Doctor: My Patients Were "
        "Kings. “{q:They never knew},” {s:the book} {c:said}.|"
    )
    assert names_of(text) == ["The Harbour Doctor: My Patients Were Kings"]


def test_data_are_named_by_the_survey_they_come_from():
    text = "{s:Data from the {DATE:2014} Coastal Community Survey} {c:show} {q:so}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.type) == ("Coastal Community Survey", "document")


def test_a_study_being_released_is_the_report_of_the_next_sentence():
    text = (
        "{s:A study being released by a group of researchers} {c:shows} {q:so}.| "
        "{s:The report} {c:says} {q:no}.|"
    )
    assert names_of(text)[1] == "study being released by a group of researchers"


@pytest.mark.parametrize(
    ("name", "noun"),
    [("Kent County Council", "authority"), ("Devon Police", "force"), ("Water Board", "watchdog")],
)
def test_the_authority_and_the_force_are_the_council_and_the_police(name, noun):
    text = f"{{s:{{ORG:{name}}}}} {{c:said}} {{q:so}}.| {{s:The {noun}}} {{c:added}} {{q:no}}.|"
    assert names_of(text) == [name, name]


def test_the_regulator_is_a_body_and_not_who_spoke_of_it():
    text = (
        "“{q:No},” {c:said} {s:{PERSON:Priscilla Lane}}.| "
        "{s:She} {c:wants} {q:the regulator to act}.| "
        "{s:The regulator} {c:agrees} {q:that it must}.|"
    )
    assert speakers_of(text)[-1].type == "organization"


@pytest.mark.parametrize(
    "letters", ["or {ORG:MVP}", "known as the {ORG:MVP}", "also known as {ORG:MVP}", "or MVP"]
)
def test_letters_between_commas_are_the_body_in_front_of_them(letters: str):
    text = (
        f"{{s:the {{ORG:Halden People's Party}}, {letters},}} {{c:said}} {{q:so}}.| "
        "{s:The {ORG:MVP}} {c:said} {q:no}.| {s:The {ORG:Eurosceptic MVP}} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Halden People's Party"] * 3


def test_a_body_that_another_one_is_an_alternative_to_is_not_the_other():
    text = (
        "{s:The {ORG:Harbour Board}, or the {ORG:CMA} itself,} {c:said} {q:so}.| "
        "{s:The {ORG:CMA}} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "CMA"


def test_a_short_name_in_brackets_is_the_body_in_front_of_it():
    text = (
        "{s:The {ORG:Harbour Centre for Human Rights} ({PERSON:Cenhar})} {c:denounced} {q:it}.| "
        "{s:{PERSON:Cenhar}} {c:said} {q:it was late}.|"
    )
    assert names_of(text) == ["Harbour Centre for Human Rights"] * 2


def test_who_in_capitals_is_a_body():
    text = (
        "The {ORG:World Harbour Office} ({ORG:WHO}) met. {s:The {ORG:WHO}} {c:confirms} {q:it}.| "
        "{s:{ORG:WHO}} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["World Harbour Office"] * 2


@pytest.mark.parametrize("letters", ["WHO", "IT"])
def test_letters_that_read_as_a_pronoun_are_a_body(letters: str):
    (speaker,) = speakers_of(f"{{s:{letters}}} {{c:said}} {{q:it had sent 40 experts}}.|")
    assert (speaker.name, speaker.type) == (letters, "organization")


def test_a_pronoun_in_a_headline_of_capitals_is_no_body():
    assert names_of("{s:WHO} {c:SAID} {q:IT}|") == [""]


@pytest.mark.parametrize("name", ["McDonald's", "Moody’s", "St. Mary's"])
def test_a_body_may_be_named_like_an_owner(name: str):
    bare = name[:-2]
    text = (
        f"{{s:{{PERSON:{bare}}}{name[-2:]}}} {{c:said}} {{q:it was late}}.| "
        f"{{q:It was late}}, {{c:according to}} {{s:{{PERSON:{bare}}}{name[-2:]}}}.|"
    )
    assert [(s.name, s.type) for s in speakers_of(text)] == [(name, "organization")] * 2


@pytest.mark.parametrize(
    "text",
    [
        "{s:{PERSON:Ada Brooks}'s} {c:claim} {q:that it was late}.|",
        "{c:In} {s:{PERSON:Brooks}'s} {c:view}, {q:it was late}. {PERSON:Ada Brooks} left.|",
        "“{s:{PERSON:Brooks}'s} {c:said} {q:it was late},” Abe says. {PERSON:Ada Brooks} left.|",
    ],
)
def test_an_owner_is_no_body(text: str):
    assert names_of(text) == ["Ada Brooks"]


def test_publishers_are_named_together():
    text = "{s:publishers {ORG:Port House} and {ORG:Low Press}} {c:said} {q:it was late}.|"
    assert names_of(text) == ["Port House ; Low Press"]


def test_the_ruling_party_is_the_one_called_so():
    text = (
        "The ruling {ORG:Harbour Party} met. {PERSON:Ada Brooks} of the opposition "
        "{ORG:Quay Party} left. {s:The ruling party} {c:said} {q:it was late}.|"
    )
    assert names_of(text) == ["Harbour Party"]


def test_the_police_organisation_is_no_ministry():
    text = (
        "{s:The {ORG:Harbour Ministry}} {c:said} {q:no}.|\n\n"
        "{s:The police organisation} {c:said} {q:yes}.|"
    )
    assert names_of(text) == ["Harbour Ministry", "police organisation"]


def test_an_article_of_a_law_is_a_document():
    (speaker,) = speakers_of("{s:Article 105 of the harbour code} {c:says} {q:it is late}.|")
    assert (speaker.name, speaker.type) == ("Article 105 of the harbour code", "document")


def test_a_family_name_that_a_firm_bears_is_still_the_persons():
    text = "{PERSON:Ada Brooks} owns {ORG:Brooks Ltd}. {s:{PERSON:Brooks}} {c:said} {q:so}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_a_maker_of_something_may_be_a_firm():
    text = "{s:Kettle maker {ORG:Harbour Home}} {c:said} {q:so}.|"
    assert (speakers_of(text)[0].name, speakers_of(text)[0].type) == (
        "Harbour Home",
        "organization",
    )


def test_the_company_is_no_product():
    text = (
        "{ORG:Corvid} unveiled the {ORG:Wing Tri} on Tuesday. {s:The company} {c:said} {q:so}.| "
        "The {ORG:FAQ} is long. {s:The company} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Corvid", "Corvid"]


def test_a_body_that_just_spoke_may_be_they():
    text = (
        "{s:{ORG:Harrow Council}} {c:said} {q:the road was shut}.| {s:They} {c:added} {q:so}.| "
        "“{q:Sorry},” {s:they} {c:said}.|"
    )
    assert names_of(text) == ["Harrow Council"] * 3


def test_a_body_with_which_the_sentence_before_begins_may_be_they():
    text = "{ORG:Acme Motors} has recalled the van. {s:They} {c:said} {q:so}.|"
    assert names_of(text) == ["Acme Motors"]


def test_a_body_named_on_the_way_is_not_they():
    text = "The man left for {ORG:Acme Motors} in May. {s:They} {c:said} {q:so}.|"
    assert names_of(text) == [""]


def test_a_former_employer_is_not_the_company_that_the_article_opens_with():
    text = (
        "PORT – {ORG:Veltro plc}, the maker of pumps, raised its profit.\n\n"
        "{s:{PERSON:Ada Brooks}, who joined from {ORG:Norda & Sons} in 2019,} {c:said} {q:so}.|\n\n"
        "{s:The company} {c:said} {q:that steel was dear}.| {s:It} {c:expects} {q:no change}.|"
    )
    assert names_of(text, title="Veltro reports a good year")[1:] == ["Veltro plc", "Veltro plc"]


def test_what_is_said_of_a_body_in_front_is_no_part_of_its_name():
    text = (
        "{s:The {ORG:nonpartisan Commission on Harbour Dues}} {c:said} {q:so}.| "
        "{s:The commission} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Commission on Harbour Dues"] * 2


def test_an_acronym_may_leave_out_what_is_said_of_a_body():
    text = (
        "The {ORG:federal Ports and Customs Commission} met. {s:The {ORG:P.C.C.}} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Ports and Customs Commission"]


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Harbour Safety Administration", "agency"),
        ("Committee on Fisheries", "panel"),
        ("Fourth Circuit", "court"),
        ("Dock Workers", "union"),
        ("Wading Bird Society", "group"),
        ("Wading Bird Society", "conservation group"),
    ],
)
def test_a_body_is_taken_up_by_its_kind(name: str, noun: str):
    assert second(f"{{ORG:{name}}}", f"The {noun}") == name


def test_the_agency_is_the_part_and_not_the_whole():
    text = (
        "{ORG:Harbour Inspections}, a division of the {ORG:Ports Administration}, was late. "
        "{s:The agency} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Harbour Inspections"]


def test_an_inquiry_is_no_agency():
    assert second("{ORG:Commission of Inquiry}", "The agency") == "agency"


@pytest.mark.parametrize(
    ("before", "group"),
    [
        ("The {ORG:Harbour Trust} was attacked.", "The terrorist group"),
        ("The {ORG:Harbour Trust} met. It rained. It snowed. It hailed.", "The group"),
    ],
)
def test_a_group_without_a_name_is_no_body(before: str, group: str):
    found = speakers_of(f"{before} {{s:{group}}} {{c:said}} {{q:no}}.|")[0]
    assert (found.name, found.type) == (group[4:], "group")


@pytest.mark.parametrize(
    ("named", "short", "name"),
    [
        ("{ORG:United Ports Fishing Council}", "Fishing Council", "United Ports Fishing Council"),
        (
            "{ORG:United Ports Fishing Council} and {ORG:U.P. Fishing Council}",
            "Fishing Council",
            "United Ports Fishing Council",
        ),
        ("{ORG:Halden High Court} and {ORG:Norda High Court}", "High Court", "High Court"),
        ("{ORG:Bay State Farmers Party}", "Farmers Party", "Farmers Party"),
        ("{ORG:Port-Halden Tax Center}", "Tax Center", "Tax Center"),
        ("{PERSON:Ada Brooks}, once of {ORG:Brooks Harbour Office}", *["Harbour Office"] * 2),
        ("Nobody", "Fishing Council", "Fishing Council"),
    ],
)
def test_a_body_is_the_one_named_before_whose_name_ends_alike(named: str, short: str, name: str):
    later = "The {ORG:United Ports Fishing Council} sat." if named == "Nobody" else ""
    text = f"{named} met. {{s:The {{ORG:{short}}}}} {{c:said}} {{q:no}}.| {later}"
    assert names_of(text) == [name]


def test_republican_claims_are_those_of_republicans():
    text = "Rain.\n\nShe fought {s:Republican} {c:claims of} {q:theft}.|"
    text += " {s:Democratic} {c:hopes for} {q:rain} grew.|"
    found = [(speaker.name, speaker.type) for speaker in speakers_of(text)]
    assert found == [("Republicans", "group"), ("Democrats", "group")]


def test_the_republican_of_a_headline_is_one():
    assert speakers_of("{s:Republican} {c:admits} {q:theft}.|")[0].type == "unnamed"


@pytest.mark.parametrize(
    ("name", "noun", "found"),
    [
        ("{ORG:Low Ledge}", "The website", "Low Ledge"),
        ("{ORG:Low Ledge}", "The agency", "Low Ledge"),
        ("{ORG:Harbour Ministry}", "The newspaper", "newspaper"),
        ("{ORG:Reuters}", "The company", "company"),
        ("{GPE:Larkhaven}", "The website", "website"),
        ("{PERSON:Ada Brooks}", "The website", "website"),
    ],
)
def test_a_body_that_has_just_spoken_is_taken_up_by_its_kind(name: str, noun: str, found: str):
    text = f"{{s:{name}}} {{c:said}} {{q:no}}.|\n\n{{s:{noun}}} {{c:noted}} {{q:so}}.|"
    assert names_of(text)[1] == found


def test_a_sentinel_is_a_newspaper():
    text = (
        "{ORG:Associated Press} came. {ORG:Associated Press} left. {ORG:Associated Press} slept. "
        "{s:{ORG:Larkhaven Sentinel}} {c:said} {q:so}.| {s:The newspaper} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Larkhaven Sentinel"


def test_the_agency_is_the_one_whose_letters_were_just_named():
    text = (
        "The {ORG:Department of Rivers} met twice. The {ORG:Department of Rivers} rose.|\n\n"
        "In May, {ORG:NRW} closed the lock. {s:The agency} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["NRW"]


@pytest.mark.parametrize(("label", "kind"), [("ORG", "City"), ("ORG", "County")])
def test_the_city_is_the_body_that_is_called_the_city_of_somewhere(label: str, kind: str):
    text = (
        f"The {{{label}:{kind} of Larkhaven}} closed the baths.\n\n"
        f"{{s:The {kind.lower()}}} {{c:says}} {{q:they leak}}.|"
    )
    assert names_of(text) == [f"{kind} of Larkhaven"]


def test_the_company_is_no_city():
    text = (
        "The {GPE:City of Larkhaven} bought a pump from {ORG:Orrin Flow}. {ORG:Orrin Flow} was "
        "late.\n\nThe {GPE:City of Larkhaven} sued.\n\n{s:The company} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Orrin Flow"]


def test_an_orchestra_of_a_city_is_no_city():
    text = (
        "The {ORG:City of Larkhaven Orchestra} met in May.\n\n"
        "{s:The orchestra} {c:says} {q:it is broke}.|"
    )
    assert names_of(text) == ["City of Larkhaven Orchestra"]


def test_a_letter_is_not_of_the_last_body_that_is_listed_before_it_was_sent():
    text = (
        "A coalition of clubs, including the {ORG:Gull League}, sent a letter.\n\n"
        "{s:The letter} {c:says} {q:summer is close}.|"
    )
    assert names_of(text) == ["letter"]


def test_places_that_are_listed_belong_to_the_group():
    source = "Leaders across {LOC:Europe}, {LOC:Asia} and elsewhere"
    assert names_of(f"{{s:{source}}} {{c:voiced}} {{q:shock}}.|") == [
        "leaders across Europe, Asia and elsewhere"
    ]


def test_it_is_the_company_by_its_name():
    text = (
        "He sued a firm, {ORG:Orrin Flow}. The company paid a fine. {s:It} {c:denied} {q:fault}.|"
    )
    assert names_of(text) == ["Orrin Flow"]


def test_a_tabloid_is_called_by_its_name():
    assert names_of("{s:The nationalist {ORG:Orrin Times} tabloid} {c:said} {q:no}.|") == [
        "Orrin Times"
    ]


@pytest.mark.parametrize(
    ("long", "short", "name"),
    [
        ("Halden Housing Agency", "Halden Housing", "Halden Housing Agency"),
        ("Low Water Publishing", "Low Water", "Low Water Publishing"),
        ("Larkhaven Sun-Times", "Sun-Times", "Larkhaven Sun-Times"),
        ("Halden Orchestra", "Halden", "Halden"),
    ],
)
def test_a_name_without_its_last_word_is_the_whole_one(long, short, name):
    text = f"The {{ORG:{long}}} moved. {{s:{{ORG:{short}}}}} {{c:said}} {{q:so}}.|"
    assert names_of(text) == [name]


def test_letters_of_other_words_stand_for_nothing():
    text = "Two swimmers of the club ({ORG:LWC}) were late. {s:The {ORG:LWC}} {c:said} {q:no}.|"
    assert names_of(text) == ["LWC"]


def test_letters_in_brackets_may_stand_behind_a_possessive():
    text = (
        "The {ORG:Harbour Research Agency}’s ({ORG:TRV}) report was late. "
        "{s:The {ORG:TRV}} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Harbour Research Agency"]


def test_the_ngo_is_the_body_just_named():
    assert second("{ORG:Clean Wells}", "The {ORG:NGO}") == "Clean Wells"


def test_a_description_in_front_of_a_bodys_name_needs_no_article():
    text = "{s:Mobile network company, {ORG:Veltro} ({ORG:VTR}),} {c:said} {q:so}.|"
    assert names_of(text) == ["Veltro"]


def test_the_anti_corruption_group_is_the_group_just_named():
    assert (
        second("{ORG:Harbour Rights Group}", "The anti-corruption group") == "Harbour Rights Group"
    )


def test_what_was_pointed_out_or_learnt_is_nobodys_word():
    text = (
        "{s:The {ORG:Harbour Board}} {c:said} {q:so}.| "
        "{s:It} {c:%s} {q:that the quay was closed in May}.|"
    )
    for cue in ("was pointed out", "is learnt", "has been reported"):
        assert names_of(text % cue)[1] == ""
    assert names_of(text % "was adamant")[1] == "Harbour Board"


def test_a_spokesperson_may_be_that_of_a_person():
    text = (
        "{s:{ORG:Halden Council}} {c:said} {q:no}.| Then {PERSON:Ada Brooks} sued. "
        "{s:A spokesman} {c:said} {q:she was sure}.|"
    )
    assert names_of(text)[1] == "spokesman"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Veltro", "Veltro Limited"),
        ("Norda Tram", "Norda Tram International"),
        ("Treasury", "Treasury Department"),
        ("Kelby", "Kelby Hotspur"),
    ],
)
def test_a_body_without_the_last_word_of_its_name_is_the_same(short: str, full: str):
    text = f"{{s:{{ORG:{full}}}}} {{c:said}} {{q:so}}.| {{s:{{ORG:{short}}}}} {{c:said}} {{q:no}}.|"
    assert names_of(text) == [full] * 2


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("The hotel", "organization"),
        ("The airport", "organization"),
        ("A joint task-force", "organization"),
        ("A presentation to lenders", "document"),
        ("The chargesheet", "document"),
        ("The {ORG:FIR}", "document"),
    ],
)
def test_what_kind_of_speaker_a_place_of_work_or_a_paper_is(source: str, kind: str):
    assert speakers_of(f"{{s:{source}}} {{c:said}} {{q:no}}.|")[0].type == kind


def test_what_a_body_is_may_stand_right_in_front_of_its_name():
    text = "{s:{ORG:Trade union federation Holma}} {c:said} {q:no}.| "
    text += "{s:The federation} {c:said} {q:yes}.|"
    assert names_of(text) == ["Holma"] * 2


def test_a_name_like_an_owners_stands_behind_what_it_is_of():
    assert names_of("{s:Ratings agency {ORG:Moody}}'s {c:said} {q:no}.|") == ["Moody's"]


def test_a_maker_of_films_is_no_document():
    assert speakers_of("{s:{ORG:Pine Street Pictures}} {c:said} {q:no}.|")[0].type == "organization"


@pytest.mark.parametrize(
    ("before", "noun", "name"),
    [
        ("{GPE:Larkhaven} had no fires, by data of the {ORG:Fire Bureau}.", "town", "Larkhaven"),
        ("{GPE:Ohio} had no fires.", "state", "Ohio"),
        ("{GPE:Larkhaven} had no fires.", "state", "state"),
        ("{GPE:Ohio} had no fires.", "town", "town"),
        ("{GPE:Larkhaven} is near {GPE:Kelby}.", "town", "town"),
    ],
)
def test_the_town_is_the_one_place_just_named(before: str, noun: str, name: str):
    assert names_of(f"{before} {{s:The {noun}}} {{c:said}} {{q:no}}.|") == [name]


def test_the_agency_is_the_one_of_the_sentence_before():
    text = (
        "Divers met the {ORG:Department of Harbours}. Divers sank, by data of the {ORG:FBI}. "
        "{s:The agency} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["FBI"]


def test_a_newspaper_of_a_place_is_not_the_place():
    text = "{s:a {ORG:Low Kelby newspaper}} {c:said} {q:so}.|"
    assert names_of(text) == ["Low Kelby newspaper"]


def test_a_company_with_its_town_is_no_town():
    assert second("{ORG:Veltro}", "The {GPE:Halden}, {GPE:Ohio}, company") == "Veltro"


@pytest.mark.parametrize("other", ["Halden General Hospital", "Low Bay Mill"])
def test_the_company_is_the_only_firm_that_has_spoken(other):
    text = (
        "{q:It is late}, {s:{ORG:Veltro}} {c:said}.|\n\n"
        f"{{s:{{PERSON:Ada Brooks}}, who works at {{ORG:{other}}},}} {{c:said}} {{q:so}}.| "
        "{s:She} {c:said} {q:it rained}.|\n\n"
        "It was wet. {q:It will end}, {s:the company} {c:said}.|"
    )
    assert names_of(text)[3] == "Veltro"


def test_an_owner_is_not_what_it_owns():
    text = (
        "{ORG:Veltro} will close. {ORG:Veltro} has 90 workers. "
        "{q:It is late}, {s:its owner} {c:said}.|"
    )
    assert names_of(text) != ["Veltro"]


def test_its_is_the_body_that_its_sentence_is_about():
    text = (
        "{s:{ORG:Harbour Wire}} {c:said} {q:it was late}.| "
        "{ORG:Norda} had a like report, but {s:its sources} {c:think} {q:it will end}.|"
    )
    assert names_of(text)[1] == "Norda's sources"


def test_the_hospital_may_have_been_named_as_a_place():
    text = (
        "{PERSON:Ada Brooks} works at {FAC:Halden General Hospital}. "
        "{s:The hospital} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Halden General Hospital"]


def test_the_federal_government_is_none_whose_name_does_not_say_so():
    text = (
        "It rained on the {ORG:Joint Local Government}. "
        "{s:The federal government} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["federal government"]


def test_a_spokesman_is_of_the_body_of_the_sentence_before():
    text = "{ORG:Harbour Board} has shut the quay. {s:A spokesman} {c:said} {q:it was late}.|"
    assert names_of(text) == ["Harbour Board spokesman"]


@pytest.mark.parametrize(
    "before", ["{ORG:Harbour Board} sued {ORG:Norda}.", "{ORG:Kelby Times} has a report."]
)
def test_a_spokesman_behind_two_bodies_or_the_press_is_of_neither(before):
    assert names_of(f"{before} {{s:A spokesman}} {{c:said}} {{q:it was late}}.|") == ["spokesman"]


def test_the_club_is_the_one_that_spoke_last_by_its_name():
    text = (
        "{s:The rival club} {c:said} {q:so}.| {s:{ORG:Veltro}} {c:said} {q:it rained}.| "
        "{s:The club} {c:said} {q:no}.|"
    )
    assert names_of(text)[2] == "Veltro"


def test_the_company_is_the_one_whose_head_just_spoke():
    text = (
        "{ORG:Norda} makes pumps. {ORG:Norda} is old. {ORG:Norda} is big.\n\n"
        "{s:{PERSON:Ada Brooks}, chief executive of {ORG:Veltro},} {c:said} {q:so}.| "
        "{s:The company} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Veltro"


def test_the_company_is_not_where_an_analyst_works():
    text = (
        "{s:{ORG:Veltro}} {c:said} {q:so}.|\n\nIt rained.\n\nIt was wet.\n\n"
        "{s:{PERSON:Ada Brooks}, an analyst at {ORG:Harbour Partners},} {c:said} {q:no}.| "
        "{s:The firm} {c:said} {q:it was late}.|"
    )
    assert names_of(text)[2] == "Veltro"


def test_a_parent_company_is_another():
    assert second("{ORG:Veltro}", "The parent company") == "parent company"


def test_a_spokeswoman_behind_the_police_is_theirs():
    assert second("Police", "A spokeswoman") == "police spokeswoman"


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Halden Utilities", "Halden"),
        ("Halden Harbour Partners", "Halden"),
    ],
)
def test_a_firm_goes_by_its_first_word(long: str, short: str):
    text = (
        f"{{ORG:{long}}} bought the port.\n\n{{s:{{ORG:{short}}}}} {{c:said}} {{q:it was late}}.|"
    )
    assert names_of(text) == [long]


def test_an_ambassador_is_of_the_country_that_the_sentence_begins_with():
    text = "{GPE:Norway} abstained, and {s:its ambassador} {c:said} {q:it was late}.|"
    assert names_of(text) == ["Norway's ambassador"]


def test_a_district_is_a_body():
    assert speakers_of("{s:The district} {c:said} {q:it was late}.|")[0].type == "organization"


def test_who_goes_by_one_name_beside_a_body_is_one():
    text = "{s:{ORG:Halden Group}, {PERSON:Rothwell} and {PERSON:Stone}} {c:declined} {q:to go}.|"
    (speaker,) = speakers_of(text)
    assert speaker.type == "organization"


def test_the_team_is_the_one_whose_name_begins_the_note():
    text = "It rained.\n\n{ORG:Rovers}: {q:Stone will miss a week}, {s:the team} {c:said}.|"
    (speaker,) = speakers_of(text)
    assert (speaker.name, speaker.type) == ("Rovers", "organization")


def test_the_team_has_no_name_without_one():
    text = "It rained: {q:Stone will miss a week}, {s:the team} {c:said}.|"
    assert names_of(text) == ["team"]


def test_reports_is_the_last_word_of_a_bodys_name():
    text = "{s:{ORG:Harbour Reports}} {c:said} {q:it was late}.|"
    assert speakers_of(text)[0].type == "organization"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Chipping {ORG:Holm Town Council}", "Chipping Holm Town Council"),
        ("Local {ORG:Holm Town Council}", "Holm Town Council"),
        ("Chipping {ORG:Holm Motors}", "Holm Motors"),
    ],
)
def test_a_council_of_a_place_of_two_words(source: str, name: str):
    assert names_of(f"It rained. {{s:{source}}} {{c:said}} {{q:it was late}}.|") == [name]


@pytest.mark.parametrize("name", ["Bay and Harbour Protection", "Norda Customs Enforcement"])
def test_the_agency_may_protect_or_enforce(name: str):
    text = (
        f"{{s:A spokesman for {{ORG:{name}}}}} {{c:said}} {{q:no}}.| "
        "{s:The agency} {c:insisted} {q:that it was late}.|"
    )
    assert names_of(text)[1] == name


@pytest.mark.parametrize(
    ("before", "called", "name"),
    [
        ("They met at the {ORG:Northern Coast Community}.", "bloc", "Northern Coast Community"),
        (
            "Customs fell to {ORG:Coast and Border Protection}.",
            "agency",
            "Coast and Border Protection",
        ),
        (
            "{ORG:Tarn Nation} sued over land for {ORG:Brightway Alpine Group}.",
            "company",
            "Brightway Alpine Group",
        ),
    ],
)
def test_a_kind_of_body_is_the_one_just_named(before: str, called: str, name: str):
    assert names_of(f"{before} {{s:The {called}}} {{c:said}} {{q:no}}.|") == [name]


def test_the_club_is_the_one_body_named_just_before():
    text = (
        "It was a fourth loss for {ORG:Tarn Rovers}, who are ninth in the {ORG:Norda League}. "
        "{s:The club} {c:said} {q:Stone would leave}.|"
    )
    assert names_of(text) == ["Tarn Rovers"]


def test_the_club_is_none_of_two_bodies():
    text = "{ORG:Tarn Rovers} met {ORG:Halden Town}. It rained. {s:The club} {c:said} {q:no}.|"
    assert names_of(text) == ["Tarn Rovers"]
    text = "{ORG:Tarn Rovers} lost. {s:The {NORP:Welsh} club} {c:said} {q:no}.|"
    assert names_of(text) == ["Welsh club"]
    text = "On Monday they drew {ORG:Tarn Rovers} and {ORG:Tarn}. {s:The club} {c:said} {q:no}.|"
    assert names_of(text) == ["club"]


def test_it_is_the_company_that_its_own_statement_tells_of():
    text = (
        "{ORG:Tarn Homes} sank. {ORG:Tarn Homes} has debts.\n\n{s:{PERSON:Ada Brooks}} {c:said} "
        "{q:so}.|\n\n{q:The company expects a loss}, {s:it} {c:said}.|"
    )
    assert names_of(text)[1] == "Tarn Homes"


def test_the_first_word_of_a_name_that_is_told_to_be_a_companys_is_that_company():
    text = (
        "{ORG:Halden Harbour Care}, a Danish company backed by a fund, runs the home. "
        "{s:{ORG:Halden}} {c:said} {q:so}.| {s:The company} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Halden Harbour Care", "Halden Harbour Care"]


def test_the_first_word_of_any_other_name_is_another_body():
    text = "{ORG:Halden Harbour Care} runs the home. {s:{ORG:Halden}} {c:said} {q:so}.|"
    assert names_of(text) == ["Halden"]


def test_the_company_is_the_one_that_is_told_to_be_a_company_and_owned():
    text = (
        "{ORG:Marsk Hall} was fined. {ORG:Marsk Hall} is old. {ORG:Marsk Hall} is run by "
        "{ORG:Halden Care}, a Danish company owned by a fund. {s:The company} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Halden Care"]


def test_what_a_wire_sets_in_front_of_a_release_is_no_part_of_a_name():
    text = "{s:{ORG:LAKESIDE--(PORT WIRE)--Norda Grid Systems, Inc.}} {c:said} {q:so}.|"
    assert names_of(text) == ["Norda Grid Systems"]


@pytest.mark.parametrize(
    ("before", "office"),
    [
        ("", "sheriff's office"),
        ("{ORG:Marsk County Sheriff's Office} came. ", "Marsk County Sheriff's Office"),
    ],
)
def test_the_sheriffs_office_is_not_the_coroners(before: str, office: str):
    coroner = "{ORG:Marsk County Coroner's Office} looked at it. "
    text = f"{before}{coroner}{{s:The sheriff's office}} {{c:said}} {{q:so}}.|"
    assert names_of(text) == [office]


def test_a_fund_manager_is_the_firm_that_just_spoke():
    text = (
        "{s:{ORG:Orrin Partners}} {c:said} {q:the award to {PERSON:Peter Hale} was odd}.| "
        "{s:The {GPE:Halden}-based fund manager} {c:also asked} {q:for a vote}.|"
    )
    assert names_of(text)[1] == "Orrin Partners"


def test_the_examiner_is_nobody_of_whom_no_office_is_told():
    text = (
        "A girl named {PERSON:Tilda} died on the floor. "
        "{s:The county medical examiner} {c:ruled} {q:it an accident}.|"
    )
    assert names_of(text) == ["county medical examiner"]


def test_a_nations_body_is_not_the_nation():
    text = "{s:Historic {GPE:Wales}} {c:said} {q:so}.|"
    assert names_of(text) == ["Historic Wales"]


def test_a_name_with_a_plus_sign_is_a_body():
    speaker = speakers_of("{s:Brillo+} {c:said} {q:so}.|")[0]
    assert (speaker.name, speaker.type) == ("Brillo+", "organization")
