"""Titles in front of a speaker's name, and whose they are."""

from __future__ import annotations

import pytest

from pipeline.annotate.persons.roles import role_in
from tests.annotate.marked_article import names_of, speakers_of


def _speaker(source: str) -> tuple[str, str, str]:
    speaker = speakers_of(f"“{{q:No}},” {{s:{source}}} {{c:said}}.|")[0]
    return speaker.name, speaker.title, speaker.type


def test_an_office_of_something_is_the_title_of_the_name_behind_it():
    named = ("Ada Brooks", "Secretary of Defence", "person")
    assert _speaker("Secretary of Defence {PERSON:Ada Brooks}") == named


def test_a_title_goes_on_over_a_body_of_which_the_entity_is_a_part():
    source = "{ORG:Harbour Chiefs} of Staff Chairwoman General {PERSON:Ada Brooks}"
    title = "Harbour Chiefs of Staff Chairwoman General"
    assert _speaker(source) == ("Ada Brooks", title, "person")


def test_an_office_and_a_rank_behind_its_body():
    source = "chairwoman of the {ORG:Harbour Chiefs} of Staff Gen. {PERSON:Ada Brooks}"
    title = "chairwoman of the Harbour Chiefs of Staff Gen."
    assert _speaker(source) == ("Ada Brooks", title, "person")


def test_a_title_at_the_start_of_a_sentence_is_whole():
    text = "{s:Harbour Secretary {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == "Harbour Secretary"


@pytest.mark.parametrize(("in_front", "title"), [("Md ", ""), ("Inspector Md. ", "Inspector")])
def test_a_name_written_short_is_no_title(in_front: str, title: str):
    assert _speaker(f"{in_front}{{PERSON:Salim Khan}}") == ("Salim Khan", title, "person")


def test_what_somebody_believes_says_less_than_an_office():
    text = "{PERSON:Ada Brooks}, a devout Christian, came. Mayor {PERSON:Ada Brooks} left. "
    assert speakers_of(text + "{s:{PERSON:Brooks}} {c:said} {q:no}.|")[0].title == "Mayor"


def test_whoever_speaks_for_somebody_is_not_that_somebody():
    name, _, kind = _speaker("a spokesman for President {PERSON:Ada Brooks}")
    assert (name, kind) == ("spokesman for President Ada Brooks", "unnamed")


def test_a_former_presidents_aides_are_not_the_president():
    assert _speaker("former {PERSON:Brooks} aides")[0] == "former Brooks aides"


def test_a_title_that_is_complete_is_no_role_of_a_preposition():
    text = (
        "{PERSON:Carl Field}, a leader of Mr. {PERSON:Stone}'s team, left. "
        "{s:Stone} {c:said} {q:no}.|"
    )
    assert speakers_of(text)[0].title == ""


def test_a_newspapers_reporter_has_no_title():
    assert _speaker("The {ORG:Dispatch}'s {PERSON:Ada Brooks}") == ("Ada Brooks", "", "person")


def test_the_newspaper_is_an_organization_though_no_entity_says_so():
    text = "Rain fell. {s:The Lanternist} {c:reports} {q:so}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.type) == ("Lanternist", "organization")


def test_a_word_that_never_goes_without_the_is_no_person():
    text = "Rain fell on the {PERSON:Lanternist}. {s:the {PERSON:Lanternist}} {c:reports} {q:so}.|"
    assert [speaker.type for speaker in speakers_of(text)] == ["organization"]


def test_a_body_with_its_article_is_no_person_where_a_source_lacks_the_article():
    text = "{s:Lanternist} {c:says} {q:no}.| {s:{ORG:The Lanternist}} {c:said} {q:so}.|"
    speakers = speakers_of(text)
    assert [speaker.type for speaker in speakers][1] == "organization"
    assert speakers[1].name == "Lanternist"


def test_a_name_that_is_explained_as_an_agency_is_an_organization():
    text = "{s:{PERSON:Portwire}, the official news agency,} {c:wrote} {q:no}.|"
    assert speakers_of(text)[0].type == "organization"


def test_a_rank_and_a_known_name_inside_another_entity():
    text = "{PERSON:Abe Stone} left. {s:{ORG:U.S. General Stone}} {c:said} {q:no}.|"
    assert names_of(text) == ["Abe Stone"]
    text = "Gen. {PERSON:Stone} left. {s:{ORG:U.S. General Stone}} {c:said} {q:no}.|"
    assert names_of(text) == ["Stone"]


def test_the_work_of_an_author_closes_with_its_marks():
    text = "{s:{PERSON:Ada Brooks}, author of “Low Water,”} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == "author of “Low Water”"


def test_whose_the_role_is_belongs_to_no_title():
    text = "{s:His barrister, {PERSON:Ada Brooks}}, {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == "barrister"


def test_a_hyphenated_family_name_alone_does_not_cut_the_full_name():
    text = "{PERSON:Ada Brooks-Stone} came. “{q:No},” {s:{PERSON:Brooks-Stone}} {c:said}.|"
    assert speakers_of(text)[0].name == "Ada Brooks-Stone"


def test_two_words_of_a_name_behind_a_persons_noun_are_a_person():
    source = "the surveyor {ORG:Ottilie Brand}"
    assert _speaker(source) == ("Ottilie Brand", "surveyor", "person")


def test_an_auxiliary_behind_a_pronoun_is_no_part_of_it():
    text = "{s:{PERSON:Ada Brooks}} {c:said} {q:no}.| {s:She'd} {c:asked} {q:why}.|"
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_a_title_behind_the_description_is_no_part_of_the_name():
    source = "The Speaker of the House, Rt. {PERSON:Hon. Ada Brooks}, who opened the debate,"
    assert _speaker(source)[0] == "Ada Brooks"


def test_where_somebody_is_from_stands_for_the_person_named_before():
    text = "{PERSON:Erik Nordvik} was calm. “{q:Ask him},” {s:the {NORP:Norwegian}} {c:said}.|"
    assert names_of(text) == ["Erik Nordvik"]


def test_an_acronym_in_brackets_does_not_part_a_title_from_its_name():
    source = "{ORG:Tern Rail} chief executive officer (CEO) {PERSON:Ada Brooks}"
    assert _speaker(source)[0] == "Ada Brooks"
    source = "state director general of police (DGP) {PERSON:Ada Brooks}"
    assert _speaker(source)[0] == "Ada Brooks"


def test_a_chief_of_police_may_be_a_general():
    source = "Ohio Chief of Police General {PERSON:Jorge Vargas}"
    assert _speaker(source) == ("Jorge Vargas", "Ohio Chief of Police General", "person")


@pytest.mark.parametrize(
    ("here", "title"),
    [
        ("Minister", "Tourism Minister"),
        ("Dr.", "Tourism Minister"),
        ("Gen.", "Tourism Minister"),
        ("President", "President"),
    ],
)
def test_a_bare_title_is_the_worded_role_of_another_mention(here: str, title: str):
    text = (
        "Tourism Minister {PERSON:Ada Brooks} arrived. "
        f"{{s:{here} {{PERSON:Brooks}}}} {{c:said}} {{q:no}}.|"
    )
    assert speakers_of(text)[0].title == title


def test_whom_the_article_calls_nothing_else_has_the_role_it_describes():
    text = (
        "{PERSON:Ada Brooks} rose. “{q:No},” {s:the prime minister} {c:said}.| "
        "“{q:Never},” {s:{PERSON:Brooks}} {c:said}.|"
    )
    speakers = speakers_of(text)
    assert [speaker.name for speaker in speakers] == ["Ada Brooks"] * 2
    assert [speaker.title for speaker in speakers] == ["prime minister"] * 2


def test_a_role_ends_where_a_verb_of_saying_begins():
    text = "{PERSON:Ada Brooks}, a survivor from Ohio agreed. {s:{PERSON:Brooks}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == "survivor from Ohio"


def test_dr_behind_a_role_adds_nothing():
    text = "{s:Lead author Dr {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == "Lead author"


def test_the_mayor_is_mayor_and_not_cllr():
    text = "{PERSON:Cllr Brenda Stone}, the mayor, rose. {s:The mayor} {c:said} {q:no}.|"
    assert (speakers_of(text)[0].name, speakers_of(text)[0].title) == ("Brenda Stone", "mayor")


def test_what_somebody_does_at_the_start_of_a_sentence_is_no_role():
    text = "Remembering his friend as a singer, {s:{PERSON:Ada Brooks}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == ""


def test_a_role_behind_is_ends_before_the_next_verb():
    text = (
        "{PERSON:Ada Brooks} is the captain of the chess and darts teams and plays the flute. "
        "{s:{PERSON:Brooks}} {c:said} {q:no}.|"
    )
    assert speakers_of(text)[0].title == "captain of the chess and darts teams"


def test_a_government_is_no_office_of_its_president():
    text = (
        "The Government of President {PERSON:Abe Stone} fell. {s:{PERSON:Stone}} {c:said} {q:no}.|"
    )
    assert speakers_of(text)[0].title == "President"


def test_a_role_ends_where_its_bearer_begins_to_speak():
    text = "{s:{PERSON:Ada Brooks}, the head of the port} {c:rejected} {q:the plan}.|"
    assert speakers_of(text)[0].title == "head of the port"


def test_three_names_in_a_sentence_are_one_person_called_by_two_later():
    text = (
        "“{q:No},” {c:said} {s:{PERSON:Javad Karim Qodsi}}.| "
        "{s:{PERSON:Karim Qodsi}} {c:said} {q:yes}.|"
    )
    assert [(s.name, s.title) for s in speakers_of(text)] == [("Javad Karim Qodsi", "")] * 2


def test_a_justice_is_the_judge_and_no_mister():
    text = "{s:Mr {PERSON:Justice Oakden}} {c:said} {q:so}.| “{q:No},” {s:the judge} {c:said}.|"
    first, second = speakers_of(text)
    assert (first.name, first.title) == ("Oakden", "Justice")
    assert second.name == "Oakden"


def test_a_description_before_a_titled_name_is_a_role_of_its_own():
    text = "{s:Its chairman, retired teacher {PERSON:Eric Dunmow}} {c:said} {q:so}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.title) == ("Eric Dunmow", "retired teacher; chairman")


def test_where_somebody_speaks_is_no_part_of_who_speaks():
    text = "{s:Outside court, her sister, {PERSON:Dawn Pell},} {c:said} {q:so}.|"
    assert names_of(text) == ["Dawn Pell"]


def test_a_former_doctor_of_a_headline_is_no_body():
    text = "{s:Dr. {PERSON:Connie Marsh}} {c:said} {q:so}.|"
    title = "{s:Former {ORG:Harbour Clinic Doctor}} {c:Says} {q:Patients Were Misled}|"
    assert names_of(text, title=title)[0] == "Connie Marsh"


def test_a_party_and_a_state_behind_a_name_are_nobody():
    text = "Sen. {PERSON:Beth Lindqvist}, {PERSON:D-Ore.}, {s:who} {c:asked} {q:him why}, left.|"
    assert names_of(text) == ["Beth Lindqvist"]


def test_the_fire_chief_of_a_headline_is_the_chief_fire_officer():
    text = "{s:Chief Fire Officer {PERSON:Anand Pillai}} {c:said} {q:so}.|"
    title = "{s:Fire chief} {c:praises} {q:crew}|"
    assert names_of(text, title=title)[0] == "Anand Pillai"


def test_a_body_with_its_acronym_stands_in_a_title():
    text = "{s:{ORG:Low River Council} ({ORG:LRC}) Chief {PERSON:Ada Brooks}} {c:said} {q:so}.|"
    (speaker,) = speakers_of(text)
    assert (speaker.name, speaker.title) == ("Ada Brooks", "Low River Council Chief")


def test_the_eve_of_something_is_no_part_of_a_title():
    text = (
        "{q:“We are tired,”} {c:said} {s:{PERSON:Ada Brooks}, president of {ORG:Port Farms} on the "
        "eve of the strike}.|"
    )
    assert speakers_of(text)[0].title == "president of Port Farms"


def test_neither_and_nor_begin_no_title():
    text = "{s:neither the crew nor {PERSON:Ada Brooks}} {c:said} {q:so}.|"
    assert speakers_of(text)[0].title == ""


def test_an_emotion_is_no_title():
    text = "{s:an emotional {PERSON:Ada Brooks}} {c:said} {q:so}.|"
    assert speakers_of(text)[0].title == ""


def test_what_somebody_leads_is_behind_their_role():
    text = "{s:{PERSON:Ada Brooks}, a harbour lawyer leading the case,} {c:said} {q:so}.|"
    assert speakers_of(text)[0].title == "harbour lawyer"


def test_a_role_may_lack_its_of():
    text = "{s:Dr {PERSON:Ada Brooks}, the director {ORG:Port Trust},} {c:said} {q:so}.|"
    assert speakers_of(text)[0].title == "director Port Trust"


def test_last_year_is_no_part_of_a_title():
    text = (
        "{s:Last year Norland’s former minister of tourism, {PERSON:Ada Brooks},} {c:said} {q:so}.|"
    )
    assert speakers_of(text)[0].title == "Norland’s former minister of tourism"


def test_two_priests_and_a_pastor_are_a_group():
    (speaker,) = speakers_of("{s:Two priests and a pastor} {c:said} {q:so}.|")
    assert speaker.type == "group"


def test_a_family_name_of_two_letters_in_the_middle():
    text = (
        "{s:{PERSON:Regina Ip Suk-yee}} {c:said} {q:so}.|\n\n{s:{PERSON:Ip}} {c:added} {q:that}.|"
    )
    assert names_of(text) == ["Regina Ip Suk-yee"] * 2


def test_well_is_no_part_of_a_title():
    text = (
        "{s:{PERSON:Ada Brooks}} {c:said} {q:“Well Senator {PERSON:Stone}, I am late”}.| "
        "{s:{PERSON:Stone}} {c:said} {q:no}.|"
    )
    assert speakers_of(text)[1].title == "Senator"


def test_a_title_of_several_is_nobodys():
    text = (
        "Candidates {PERSON:Ada Brooks} and {PERSON:Otto Reed} met. "
        "{s:Republicans {PERSON:Abe Stone}} {c:said} {q:no}.| {s:{PERSON:Reed}} {c:said} {q:so}.|"
    )
    assert [speaker.title for speaker in speakers_of(text)] == ["", ""]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (
            "Co-founder and CEO of {ORG:Redfield Youth} {PERSON:Ada Brooks}",
            "Co-founder and CEO of Redfield Youth",
        ),
        ("Mayor of {GPE:Larkhaven} {PERSON:Ada Brooks}", "Mayor of Larkhaven"),
        ("Security analyst Maj Gen (retd) {PERSON:Ada Brooks}", "Security analyst Maj Gen (retd)"),
        ("Waters Under Law’s Judge {PERSON:Ada Brooks}", "Waters Under Law’s Judge"),
        (
            "{ORG:Bay Council} president and {MISC:Gale} envoy from {LOC:North Bay} "
            "{PERSON:Ada Brooks}",
            "Bay Council president and Gale envoy from North Bay",
        ),
    ],
)
def test_who_is_named_behind_a_description_is_the_speaker(source, title):
    speaker = speakers_of(f"{{s:{source}}} {{c:said}} {{q:so}}.|")[0]
    assert (speaker.name, speaker.title) == ("Ada Brooks", title)


@pytest.mark.parametrize(
    "source",
    [
        "A lawyer for President {PERSON:Ada Brooks}",
        "Supporters of the {GPE:Larkhaven} mayor {PERSON:Ada Brooks}",
        "An ally of {GPE:Larkhaven} mayor {PERSON:Ada Brooks}",
    ],
)
def test_whom_a_description_only_names_is_not_the_speaker(source):
    assert names_of(f"{{s:{source}}} {{c:said}} {{q:so}}.|") != ["Ada Brooks"]


def test_the_name_in_a_bodys_entity_is_whom_the_article_goes_on_to_quote():
    text = (
        "“{q:So},” {c:said} {s:President of the {ORG:Federation Otto Lind}}.| "
        "{s:{PERSON:Lind}} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Otto Lind", "Otto Lind"]


def test_what_stands_before_the_comma_is_no_title_without_a_role():
    source = "{ORG:Port Wire}, former clerk {PERSON:Ada Brooks}"
    assert speakers_of(f"As told to {{s:{source}}} {{c:found}} {{q:so}}.|")[0].title == (
        "former clerk"
    )


@pytest.mark.parametrize(
    "title",
    [
        "minister of labour, trade and fisheries",
        "director, producer and founder of Low Water",
    ],
)
def test_a_title_that_is_a_list_is_whole(title):
    speaker = speakers_of(f"{{s:the {title}, {{PERSON:Ada Brooks}},}} {{c:said}} {{q:so}}.|")[0]
    assert (speaker.name, speaker.title) == ("Ada Brooks", title)


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("the enthusiastic midwife", "midwife"),
        ("a citizen surnamed", "citizen"),
        ("now a senior fellow at the port", "senior fellow at the port"),
        ("the acting mayor", "acting mayor"),
    ],
)
def test_how_somebody_is_thought_of_is_no_title(before: str, title: str):
    assert _speaker(f"{before} {{PERSON:Ada Brooks}}") == ("Ada Brooks", title, "person")


@pytest.mark.parametrize("role", ["deckhand", "cardiologist", "hydrogeologist", "councilmember"])
def test_an_occupation_is_a_title(role: str):
    found = ("Ada Brooks", f"{role} on Low Water", "person")
    assert _speaker(f"{{PERSON:Ada Brooks}}, a {role} on Low Water who had seen it,") == found


def test_whose_manager_somebody_is():
    assert _speaker("whose manager, {PERSON:Ada Brooks},")[:2] == ("Ada Brooks", "manager")


@pytest.mark.parametrize("address", ["Hajia", "Alhaji", "Mallam"])
def test_a_title_of_respect_is_no_part_of_the_name(address: str):
    assert _speaker(f"{{PERSON:{address} Ada Brooks}}")[:2] == ("Ada Brooks", "")


def test_seats_and_offices_in_capitals_stand_before_the_name():
    assert _speaker("MCA {PERSON:Ada Brooks}")[:2] == ("Ada Brooks", "MCA")


def test_a_title_of_another_language_that_brackets_explain_is_no_part_of_the_name():
    assert _speaker("{PERSON:Haan sha du Hen} (Chief) {PERSON:Ada Brooks}")[0] == "Ada Brooks"


def test_whose_lesson_it_is_speaks_in_a_headline():
    assert names_of("{s:A lesson from {PERSON:Ada Brooks}}{c::} {q:Be heard}.|") == ["Ada Brooks"]


def test_a_name_in_quotation_marks_introduces_somebody():
    assert _speaker("a young man from the quay named “{PERSON:Abe Stone}”")[0] == "Abe Stone"


def test_a_name_behind_a_field_is_the_persons_who_has_the_office():
    text = "{s:Harbour Vice President for news and talk {PERSON:Dave Lindt}} {c:said} {q:so}.|"
    assert names_of(text) == ["Dave Lindt"]


def test_a_title_stands_before_the_comma_though_mr_stands_behind_it():
    named = ("Abe Stone", "leader of the dockers", "person")
    assert _speaker("The leader of the dockers, Mr. {PERSON:Abe Stone},") == named


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("She notes that the speaker, {PERSON:Ada Brooks}, shut the gate.", "speaker"),
        ("He has written to the harbour minister, {PERSON:Ada Brooks}.", "harbour minister"),
        (
            "That did not please the president of the {ORG:Dockers’ Union}, {PERSON:Ada Brooks}.",
            "president of the Dockers’ Union",
        ),
        (
            "They met the former finance secretary, Dr. {PERSON:Ada Brooks}, in May.",
            "former finance secretary",
        ),
    ],
)
def test_a_description_inside_a_sentence_is_the_title_of_the_name_that_explains_it(
    sentence: str, title: str
):
    text = f"{sentence} {{s:{{PERSON:Brooks}}}} {{c:said}} {{q:no}}.|"
    assert speakers_of(text)[0].title == title


@pytest.mark.parametrize(
    "opening",
    [
        "As a young clerk, {PERSON:Ada Brooks} walked to work.",
        "Asked by the judge, Ms. {PERSON:Ada Brooks} sat down.",
    ],
)
def test_what_opens_a_sentence_is_no_title_of_its_subject(opening: str):
    text = f"{opening} {{s:{{PERSON:Brooks}}}} {{c:said}} {{q:no}}.|"
    assert speakers_of(text)[0].title == ""


def test_who_runs_an_inn_is_the_person_named_behind_it():
    named = ("Abe Stone", "Landlord of the Plough", "person")
    assert _speaker("Landlord of the {ORG:Plough}, {PERSON:Abe Stone}, 60,") == named


def test_the_name_behind_a_description_speaks_though_the_source_ends_before_it():
    text = (
        "{PERSON:Abe Stone}, a foreign minister, left. {s:Her foreign minister}, "
        "{PERSON:Lena Orr}, spoke later, {c:saying} {q:that it was over}.|"
    )
    assert names_of(text) == ["Lena Orr"]


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("Transport Minister Hon. {PERSON:Ada Brooks}", "Transport Minister"),
        ("your colleague Senator {PERSON:Ada Brooks}", "Senator"),
        ("fifth-grader {PERSON:Ada Brooks}", "fifth-grader"),
        ("Gov. {PERSON:Ada Brooks}, a Republican,", "Gov."),
    ],
)
def test_a_title_holds_its_own_words_only(source: str, title: str):
    assert _speaker(source)[1] == title


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("Minister for Health Dr. {PERSON:Ada Brooks}", "Minister for Health"),
        ("Minister for Works Ms. {PERSON:Brooks}", "Minister for Works"),
        (
            "Shadow Secretary of State for Education {PERSON:Ada Brooks}",
            "Shadow Secretary of State for Education",
        ),
        (
            "Union Minister for Road Transport and Highways Shri {PERSON:Abe Stone}",
            "Union Minister for Road Transport and Highways",
        ),
        ("Speaker of the House Rt Hon {PERSON:Ada Brooks}", "Speaker of the House"),
    ],
)
def test_an_office_for_something_is_the_title_of_the_name_behind_an_address(
    source: str, title: str
):
    name, found, kind = _speaker(source)
    assert (source.endswith(f":{name}}}"), found, kind) == (True, title, "person")


def test_the_director_of_the_clinic_is_named_behind_an_address():
    named = _speaker("the director general of the clinic Prof. {PERSON:Ada Brooks}")
    assert named[0::2] == ("Ada Brooks", "person")


@pytest.mark.parametrize(
    "source",
    [
        "a spokesman for the Minister for Health Mr. {PERSON:Stone}",
        "a lawyer for Health Minister Dr. {PERSON:Ada Brooks}",
    ],
)
def test_who_speaks_for_a_minister_is_not_the_minister(source: str):
    assert _speaker(source)[2] == "unnamed"


def test_an_owner_whose_first_name_ends_with_s_is_written_in_full():
    text = (
        "{PERSON:James Stone} was away. {s:{PERSON:James}' sister} {c:said} {q:he was well}.| "
        "{PERSON:Abe Hughes} was there. {s:{PERSON:Hughes}' lawyer} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["James Stone's sister", "Abe Hughes' lawyer"]


def test_its_own_is_left_where_the_owner_is_named_before():
    text = "{s:{ORG:Port Wire}'s analysis of its own traffic} {c:found} {q:few readers}.|"
    assert names_of(text) == ["Port Wire's analysis of its own traffic"]


def test_half_a_pair_of_marks_is_not_cut_off():
    text = "{s:The “History” section of the site} {c:says} {q:so}.|"
    assert names_of(text) == ["“History” section of the site"]


def test_the_dateline_is_no_part_of_a_title():
    text = "LARKHAVEN, N.H. - Sen. {PERSON:Ada Brooks} won on Tuesday. {s:Brooks} {c:said} {q:so}.|"
    assert speakers_of(text)[0].title == "Sen."


def test_the_survivor_of_a_ship_is_not_the_ship():
    named = _speaker("the only survivor of the trawler {PERSON:Alma Joyce}")
    assert named[0::2] == ("only survivor of the trawler Alma Joyce", "unnamed")


def test_cr_is_a_councillor():
    text = (
        "{s:Councillor {PERSON:Barry Whitlam}} {c:said} {q:so}.| "
        "{s:{PERSON:Cr Whitlam}} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Barry Whitlam", "Barry Whitlam"]


def test_the_thing_that_somebody_says_something_of_is_no_part_of_them():
    text = (
        "{s:Mayor {PERSON:Ada Brooks} of {GPE:Larkhaven}} {c:asked} {q:for help}| against floods "
        "-- {s:flooding the {GPE:Larkhaven} mayor} {c:said} {q:was nobody's fault}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_half_of_a_body_is_more_than_the_body():
    speaker = speakers_of("{s:Half the jury} {c:said} {q:no}.|")[0]
    assert speaker.name.lower() == "half the jury"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("the former {ORG:House Speaker}", "Abe Stone"),
        ("the {ORG:House Speaker}", "Abe Stone"),
        ("the {ORG:Office of the Speaker}", "Office of the Speaker"),
    ],
)
def test_an_office_read_as_a_body_is_an_office(source, name):
    text = (
        "{s:{PERSON:Abe Stone}, the former House Speaker,} {c:said} {q:so}.| "
        f"{{s:{source}}} {{c:said}} {{q:no}}.|"
    )
    assert names_of(text)[1] == name


def test_a_minister_of_justice_is_not_called_justice():
    named = ("Ada Brooks", "First Deputy Minister of Justice", "person")
    assert _speaker("First Deputy Minister of Justice {PERSON:Ada Brooks}") == named


@pytest.mark.parametrize(
    "source",
    [
        "Ambassador to {GPE:Norway} H E {PERSON:Ada Brooks}",
        "Ambassador to {GPE:Norway} HE {PERSON:Ada Brooks}",
        "H.E. {PERSON:Ada Brooks}, Ambassador to {GPE:Norway},",
        "Ambassador to {GPE:Norway} H E Dr. {PERSON:Ada Brooks}",
    ],
)
def test_excellency_is_no_part_of_a_title(source):
    assert _speaker(source) == ("Ada Brooks", "Ambassador to Norway", "person")


def test_a_head_of_government_who_is_an_excellency():
    assert _speaker("Prime Minister HE {PERSON:Ada Brooks}")[1] == "Prime Minister"


def test_what_somebody_was_in_a_year_is_their_title():
    source = "{PERSON:Ada Brooks}, {DATE:2019} {ORG:Miss Harbour} contestant,"
    assert _speaker(source)[1] == "2019 Miss Harbour contestant"
    assert _speaker("{PERSON:Ada Brooks}, 82, a farmer,")[1] == "farmer"


def test_who_reports_is_no_body_of_the_office():
    text = "“{q:No},” {c:said} {s:{PERSON:Ada Brooks}, Director}, {ORG:Port Wire} reported.|"
    assert speakers_of(text)[0].title == "Director"


def test_the_director_of_a_body_is_not_the_body():
    text = (
        "{s:{PERSON:Ada Brooks}, Director, {ORG:Low Water Board},} {c:said} {q:so}.| "
        "{s:The board} {c:said} {q:no}.|"
    )
    assert names_of(text)[1] == "Low Water Board"


def test_a_body_in_brackets_inside_the_title_in_front():
    text = (
        "It is put well by the {ORG:Lakeside Union} ({ORG:LU}) lawmaker, {PERSON:Ada Brooks} who "
        "spoke. {s:Brooks} {c:said} {q:so}.|"
    )
    assert speakers_of(text)[0].title == "Lakeside Union lawmaker"


def test_a_dateline_with_a_dash_is_no_part_of_the_title():
    text = (
        "{GPE:Larkhaven} - Fitness trainer and media personality {PERSON:Ada Brooks} won. "
        "{s:Brooks} {c:said} {q:so}.|"
    )
    assert speakers_of(text)[0].title == "Fitness trainer and media personality"


def test_whom_somebody_followed_is_no_title():
    text = "{s:His predecessor {PERSON:Brooks}} {c:said} {q:so}.| {s:Brooks} {c:said} {q:no}.|"
    assert [speaker.title for speaker in speakers_of(text)] == ["", ""]


def test_capitals_of_somebody_with_a_given_name_are_an_office():
    text = (
        "{s:Committee chairman {PERSON:MK Brooks}} {c:said} {q:so}.| MK {PERSON:Ada Brooks} left."
    )
    assert names_of(text) == ["Ada Brooks"]


def test_an_office_in_capitals_alone_is_a_title():
    text = "{s:CM {PERSON:Brooks}} {c:said} {q:so}.|"
    assert (speakers_of(text)[0].name, speakers_of(text)[0].title) == ("Brooks", "CM")


@pytest.mark.parametrize(
    ("made", "title"),
    [
        (
            "The board named {PERSON:Ada Brooks} as its chief executive on Monday.",
            "chief executive",
        ),
        ("She ran with {PERSON:Ada Brooks} as her campaign manager.", "campaign manager"),
        ("They grew up with {PERSON:Ada Brooks} as the tide rose.", ""),
        ("They described {PERSON:Ada Brooks} as a pilot.", ""),
    ],
)
def test_what_somebody_is_made_is_a_title(made, title):
    (speaker,) = speakers_of(f"{made} {{s:{{PERSON:Brooks}}}} {{c:said}} {{q:no}}.|")
    assert speaker.title == title


@pytest.mark.parametrize(
    "told",
    [
        "{PERSON:Ada Brooks} was appointed to replace {PERSON:Abe Stone} as chief executive.",
        "{PERSON:Ada Brooks} worked with {PERSON:Abe Stone} as a young reporter.",
        "A palace spokesman called {PERSON:Abe Stone} a liar.",
    ],
)
def test_what_another_was_made_or_did_is_no_title(told):
    speaker = speakers_of(f"{told} {{s:{{PERSON:Stone}}}} {{c:said}} {{q:no}}.|")[0]
    assert speaker.title == ""


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("His Highness the Amir Sheikh", "Amir"),
        ("Her Royal Highness Crown Princess", "Crown Princess"),
        ("Her Excellency the Minister of Ports", "Minister of Ports"),
        ("Her Honour the Mayor", "Mayor"),
        ("Bay Bank chairman Sheikh", "Bay Bank chairman"),
    ],
)
def test_how_somebody_is_addressed_is_no_part_of_their_office(before, title):
    assert _speaker(f"{before} {{PERSON:Ada Al-Brooks}}") == ("Ada Al-Brooks", title, "person")


@pytest.mark.parametrize(
    "on", ["the eve of the vote", "the night of the vote", "the first day of the fair"]
)
def test_when_somebody_did_something_is_no_part_of_a_title(on):
    role = role_in(f"a speaker on {on}")
    assert role and role.text == "speaker"


def test_a_title_ends_in_front_of_a_bracket_that_stays_open():
    text = "{s:{PERSON:Ada Brooks}, the vice-chair of the trade-union council (north} {c:said}"
    assert speakers_of(f"{text} {{q:so}}.|")[0].title == "vice-chair of the trade-union council"


@pytest.mark.parametrize("chief", ["Amir", "Ship-owner"])
def test_a_style_is_no_part_of_an_office_in_front_of_it(chief):
    role = role_in(f"Party {chief} Dr")
    assert role and role.text == f"Party {chief}"


def test_his_highness_the_amir_is_the_amir_named_before():
    text = "His Highness the Amir Sheikh {PERSON:Abe Al-Field} left. "
    (speaker,) = speakers_of(f"{text} {{s:His Highness the Amir}} {{c:said}} {{q:so}}.|")
    assert (speaker.name, speaker.title, speaker.type) == ("Abe Al-Field", "Amir", "person")


def test_what_police_suspect_somebody_of_makes_them_no_suspect():
    text = "Police suspect {PERSON:Abe Field} sold the boat. {s:{PERSON:Field}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].title == ""


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("{PERSON:Abe Field} left. His wife, {PERSON:Ada Brooks}, stayed.", "Abe Field's wife"),
        (
            "{PERSON:Abe Field} and his longtime ally {PERSON:Ada Brooks} left.",
            "Abe Field's longtime ally",
        ),
        ("{PERSON:Abe Field} left. Rival {PERSON:Ada Brooks} stayed.", ""),
        ("{PERSON:Abe Field} left. He met a friend, {PERSON:Ada Brooks}.", ""),
    ],
)
def test_what_somebody_is_to_another_is_told_with_whose(told, title):
    speaker = speakers_of(f"{told} {{s:{{PERSON:Brooks}}}} {{c:said}} {{q:so}}.|")[0]
    assert (speaker.name, speaker.title) == ("Ada Brooks", title)


@pytest.mark.parametrize(
    ("described", "title"),
    [
        ("a former miner from Norda", "President"),
        ("a former senator from Norda", "former senator from Norda"),
    ],
)
def test_an_office_of_state_says_more_than_what_somebody_was(described, title):
    told = f"President {{PERSON:Ada Brooks}} left. {{PERSON:Brooks}}, {described}, won."
    speaker = speakers_of(f"{told} {{s:{{PERSON:Brooks}}}} {{c:said}} {{q:so}}.|")[0]
    assert speaker.title == title


def test_two_offices_may_share_the_name_of_a_rank():
    name, title, _ = _speaker("Major General {PERSON:Ada Brooks}, the inspector general of ports,")
    assert (name, title) == ("Ada Brooks", "Major General; inspector general of ports")


def test_amir_is_a_given_name_too():
    speaker = speakers_of("{s:{PERSON:Amir Khan Rahim}} {c:said} {q:so}.|")[0]
    assert (speaker.name, speaker.title) == ("Amir Khan Rahim", "")


def test_a_shadow_minister_is_no_minister():
    text = "They met the shadow minister for Ports {PERSON:Ada Brooks}. "
    speaker = speakers_of(f"{text} {{s:{{PERSON:Brooks}}}} {{c:said}} {{q:so}}.|")[0]
    assert speaker.title == "shadow minister for Ports"


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("The 54-year-old harbour pilot {PERSON:Ada Brooks}", "harbour pilot"),
        ("{PERSON:Ada Brooks}, a 54-year-old pilot from the north,", "pilot from the north"),
        ("Septuagenarian {PERSON:Ada Brooks}", ""),
        ("10 year-old {PERSON:Ada Brooks}", ""),
    ],
)
def test_an_age_is_no_title(source: str, title: str):
    assert _speaker(source) == ("Ada Brooks", title, "person")


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("a dancer, singer and potter,", "dancer, singer and potter"),
        ("a dancer, painter, singer and potter", "dancer, painter, singer and potter"),
        ("a dancer, singing and laughing,", "dancer"),
        ("a dancer, and the others waited", "dancer"),
        ("a dancer, as too bold and wild to be mayor", "dancer"),
    ],
)
def test_roles_in_a_list_are_one_title(told: str, title: str):
    text = f"They met {{PERSON:Ada Brooks}}, {told}. {{s:{{PERSON:Brooks}}}} {{c:said}} {{q:no}}.|"
    assert speakers_of(text)[0].title == title


def test_who_is_named_before_an_and_is_no_title():
    text = "{s:Hosts {PERSON:Larry King} and {PERSON:Ed Stone}} {c:said} {q:no}.|"
    assert "King" not in speakers_of(text)[0].title


def test_a_day_is_no_title():
    assert _speaker("On {DATE:Tuesday} {PERSON:Brooks}")[1] == ""


def test_a_spokesman_on_a_field_is_named_behind_it():
    speaker = speakers_of(
        "{s:Opposition Spokesman on Finance {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    )[0]
    assert (speaker.name, speaker.title) == ("Ada Brooks", "Opposition Spokesman on Finance")


@pytest.mark.parametrize("mark", [",", " —"])
def test_an_and_behind_a_name_may_be_the_last_word_of_a_text(mark):
    assert names_of("“{q:No},” {c:said} {s:{PERSON:Ada Brooks}}" + mark + " and|") == ["Ada Brooks"]


@pytest.mark.parametrize(
    "behind", ["based in {GPE:Holm}", "known for her hats", "accused of theft", "employed by it"]
)
def test_a_role_ends_where_a_participle_begins(behind: str):
    assert _speaker(f"{{PERSON:Ada Brooks}}, a lawyer {behind},")[1] == "lawyer"


def test_a_man_is_no_role():
    assert _speaker("{PERSON:Abe Stone}, a man accused of theft,")[1] == ""


def test_a_kings_title_ends_with_its_sentence():
    text = "{s:Minister {PERSON:Somchai Lee}} {c:thanked} {q:the king}.| "
    text += "{s:{PERSON:Somchai}} {c:said} {q:no}.|"
    assert [speaker.title for speaker in speakers_of(text)] == ["Minister"] * 2


def test_a_prosecutor_is_more_than_a_father_of_four():
    text = "{s:Prosecutor {PERSON:Gary Reed}} {c:said} {q:no}.| "
    text += "{s:{PERSON:Reed}, a father of four,} {c:said} {q:yes}.|"
    assert [speaker.title for speaker in speakers_of(text)] == ["Prosecutor"] * 2


def test_a_gp_is_no_body():
    assert _speaker("The {ORG:Surrey GP}")[2] == "unnamed"


@pytest.mark.parametrize("opening", ["Following", "Until"])
def test_a_word_that_opens_a_sentence_is_no_part_of_a_title(opening):
    visit = f"{opening} President {{PERSON:Ada Brooks}}'s visit, it rained. "
    assert speakers_of(visit + "{s:Brooks} {c:said} {q:so}.|")[0].title == "President"


def test_then_is_no_title():
    assert _speaker("Then Mr. {PERSON:Brooks}")[:2] == ("Brooks", "")


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("That man, {PERSON:Juan Ortega},", ""),
        ("That counterpart, Rep. {PERSON:Wade Hill} of Alabama,", "Rep."),
        (
            "{PERSON:Abe Lang}, then the chief operating officer of {ORG:Low Water Homes},",
            "then the chief operating officer of Low Water Homes",
        ),
        (
            "former {ORG:Leicester} and {GPE:England} fly-half {PERSON:Tom Carby}",
            "former Leicester and England fly-half",
        ),
        (
            "{ORG:Ex-Leicester} and {GPE:England} fly-half {PERSON:Tom Carby}",
            "Ex-Leicester and England fly-half",
        ),
    ],
)
def test_a_title_tells_what_somebody_is_and_all_of_it(source: str, title: str):
    (speaker,) = speakers_of(f"On Monday {{s:{source}}} {{c:said}} {{q:it was late}}.|")
    assert (speaker.type, speaker.title) == ("person", title)


@pytest.mark.parametrize("title", ["Majority Whip", "Nurse practitioner"])
def test_a_title_is_told_where_its_bearer_does_not_speak(title: str):
    text = (
        f"The board met {title} {{PERSON:Tom Emmery}} at noon.\n\n"
        "{s:{PERSON:Emmery}} {c:said} {q:it was late}.|"
    )
    assert speakers_of(text)[0].title == title


def test_an_office_is_a_title_and_whose_child_somebody_is_is_none() -> None:
    text = (
        "Gov. {PERSON:Ada Brooks} spoke.\n\nThe daughter of a miner, Ms. {PERSON:Brooks} grew up "
        "in {GPE:Ripon}.\n\n{s:{PERSON:Brooks}} {c:said} {q:no}.|"
    )
    assert [speaker.title for speaker in speakers_of(text)] == ["Gov."]


def test_who_is_told_of_before_an_inserted_name_is_another() -> None:
    text = (
        "Rep. {PERSON:Ada Brooks} spoke.\n\n{q:The president,} {s:{PERSON:Brooks}} {c:said}, "
        "{q:is playing a long game}.|"
    )
    assert [speaker.title for speaker in speakers_of(text)] == ["Rep."]


def test_a_seat_is_the_title_and_what_somebody_was_before_is_not() -> None:
    text = (
        "{s:Rep. {PERSON:Ada Brooks}} {c:told} {q:him no}.| {PERSON:Brooks}, a retired colonel, "
        "left.\n\n{s:{PERSON:Brooks}} {c:said} {q:so}.|"
    )
    assert [speaker.title for speaker in speakers_of(text)] == ["Rep."] * 2


def test_the_first_of_a_party_on_a_panel_is_more_than_a_seat() -> None:
    text = (
        "Sen. {PERSON:Ada Brooks}, the top {NORP:Democrat} on the panel, came.\n\n"
        "{s:{PERSON:Brooks}} {c:said} {q:no}.|"
    )
    assert [speaker.title for speaker in speakers_of(text)] == ["top Democrat on the panel"]


@pytest.mark.parametrize("told", ["the harbour lead at Tarn", "product lead for the yard"])
def test_who_leads_a_field_is_its_lead(told: str) -> None:
    text = f"{{s:Dr {{PERSON:Ada Brooks}}, {told},}} {{c:said}} {{q:no}}.|"
    assert [speaker.title for speaker in speakers_of(text)] == [told.removeprefix("the ")]
