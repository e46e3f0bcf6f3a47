"""Who a source mention stands for, within one article."""

from __future__ import annotations

from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation
from tests.annotate.marked_article import article, names_of, speakers_of

MAYOR = "{s:Mayor {PERSON:Ada Brooks}} {c:said} {q:the bridge would open}.|"


def test_a_family_name_is_the_full_name_of_the_article():
    assert names_of(MAYOR + " {s:{PERSON:Brooks}} {c:said} {q:it was late}.|") == [
        "Ada Brooks",
        "Ada Brooks",
    ]


def test_middle_names_make_no_second_person_and_the_fullest_form_is_kept():
    text = MAYOR + " {s:{PERSON:Ada K. Brooks}} {c:said} {q:it was late}.|"
    assert names_of(text) == ["Ada K. Brooks", "Ada K. Brooks"]


def test_father_and_son_stay_two():
    text = (
        "{s:{PERSON:Carl Weiss}} {c:said} {q:he was glad}.| "
        "{s:{PERSON:Carl Weiss Jr.}} {c:said} {q:so was he}.| "
        "{s:{PERSON:Weiss}} {c:said} {q:it would pass}.|"
    )
    assert names_of(text) == ["Carl Weiss", "Carl Weiss Jr.", "Carl Weiss"]


def test_a_family_name_is_known_where_the_entities_took_it_for_an_organisation():
    text = MAYOR + " {s:{ORG:Brooks}} {c:said} {q:it was late}.|"
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_the_title_in_front_of_the_name_is_split_off():
    speaker = speakers_of(
        "{s:{ORG:Harbour Board} Chairwoman Capt. {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    )[0]
    assert (speaker.name, speaker.title) == ("Ada Brooks", "Harbour Board Chairwoman Capt.")
    assert speaker.text == "Harbour Board Chairwoman Capt. Ada Brooks"
    assert speaker.basis == "name"


def test_the_role_in_apposition_is_the_title():
    text = "{s:{PERSON:Abe Stone}, the director of the {ORG:Low Water Fund},} {c:said} {q:yes}.|"
    assert speakers_of(text)[0].title == "director of the Low Water Fund"


def test_a_description_with_the_name_behind_it():
    text = "{s:A lawyer for the growers, {PERSON:Abe Stone},} {c:said} {q:yes}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.title) == ("Abe Stone", "lawyer for the growers")


def test_a_title_once_given_stays_with_the_person():
    speakers = speakers_of(
        "{s:Defence Secretary {PERSON:Ada Brooks}} {c:said} {q:yes}.| {s:She} {c:said} {q:no}.|"
    )
    assert [speaker.title for speaker in speakers] == ["Defence Secretary"] * 2


def test_the_general_is_whoever_the_article_calls_a_general():
    text = (
        "{s:Gen. {PERSON:Abe Stone}} {c:said} {q:yes}.| "
        "{s:{PERSON:Ada Brooks}, a farmer,} {c:said} {q:no}.| "
        "{s:The general} {c:said} {q:it was over}.|"
    )
    speaker = speakers_of(text)[2]
    assert (speaker.name, speaker.basis) == ("Abe Stone", "description")


def test_the_senator_from_a_state():
    text = (
        "{s:Sen. {PERSON:Abe Stone} of {GPE:Ohio}} {c:said} {q:yes}.| "
        "{s:{PERSON:Ada Brooks}, the mayor,} {c:said} {q:no}.| "
        "{s:The senator from {GPE:Ohio}} {c:said} {q:it was over}.|"
    )
    assert names_of(text)[2] == "Abe Stone"


def test_an_unnamed_spokesman_keeps_whom_he_speaks_for():
    speaker = speakers_of("{s:A spokesman for {ORG:Low Water Fund}} {c:said} {q:no}.|")[0]
    assert (speaker.name, speaker.type) == ("spokesman for Low Water Fund", "unnamed")
    assert speaker.title == "spokesman for Low Water Fund"


def test_somebodys_lawyer_is_not_that_somebody():
    text = MAYOR + " {s:{PERSON:Brooks}’s lawyer} {c:said} {q:she was right}.|"
    speaker = speakers_of(text)[1]
    assert (speaker.name, speaker.type) == ("Ada Brooks’s lawyer", "unnamed")


def test_a_house_number_keeps_its_capital():
    assert names_of("{s:A No 10 source} {c:said} {q:no}.|") == ["No 10 source"]


def test_the_lawyers_for_both_are_the_lawyers_for_the_two():
    text = "{s:Lawyers for both {PERSON:Brooks} and {PERSON:Abe Stone}} {c:said} {q:no}.|"
    assert names_of(text) == ["lawyers for Brooks and Abe Stone"]


def test_his_lawyer_is_written_with_the_owners_name():
    text = "{s:{PERSON:Abe Stone}} {c:said} {q:yes}.| {s:His lawyer} {c:said} {q:no}.|"
    assert names_of(text)[1] == "Abe Stone's lawyer"


def test_an_acronym_is_the_organisation_the_article_gives_it_for():
    text = (
        "{s:The {ORG:Harbour Workers Union} ({ORG:HWU})} {c:said} {q:no}.| "
        "{s:The {ORG:HWU}} {c:said} {q:it would strike}.|"
    )
    assert names_of(text) == ["Harbour Workers Union", "Harbour Workers Union"]


def test_a_metonym_is_kept():
    speaker = speakers_of("{s:The {ORG:White House}} {c:said} {q:no}.|")[0]
    assert (speaker.name, speaker.type) == ("White House", "organization")


def test_a_poll_and_a_letter_are_documents():
    text = "{s:A {ORG:Lakeside} poll} {c:found} {q:so}.| {s:The letter} {c:said} {q:no}.|"
    speakers = speakers_of(text)
    assert [speaker.type for speaker in speakers] == ["document", "document"]
    assert [speaker.name for speaker in speakers] == ["Lakeside poll", "letter"]


def test_a_count_and_a_deposition_are_documents():
    text = "{s:A count by the union} {c:found} {q:so}.| {s:A deposition} {c:said} {q:no}.|"
    assert [speaker.type for speaker in speakers_of(text)] == ["document", "document"]


def test_a_court_hears_what_somebody_tells_it():
    assert names_of("{q:It sank}, {s:Port Crown Court} {c:heard}.|") == [""]
    assert names_of("{q:It sank}, {s:court} {c:told}\n\nIt rained.|") == [""]
    assert names_of("{s:The court} {c:told} Stone {q:it sank}.|") == ["court"]


def test_joint_speakers_are_both_named():
    text = "{s:{ORG:Lakeside News} and {ORG:Port Wire}} {c:reported} {q:so}.|"
    assert names_of(text) == ["Lakeside News ; Port Wire"]


def test_an_and_inside_an_apposition_joins_nobody():
    text = (
        "{s:{PERSON:Abe Stone}, chairman of {ORG:Port Wire} and {ORG:Lakeside News},} {c:said} "
        "{q:so}.|"
    )
    assert names_of(text) == ["Abe Stone"]


def test_groups_keep_their_words_without_the_article():
    text = "{s:{NORP:Republicans}} {c:said} {q:no}.| {s:Several officials} {c:said} {q:yes}.|"
    speakers = speakers_of(text)
    assert [(speaker.name, speaker.type) for speaker in speakers] == [
        ("Republicans", "group"),
        ("several officials", "group"),
    ]


def test_who_takes_up_the_name_before_it():
    text = (
        "The prize went to {PERSON:Abe Stone}, {s:who} {c:said} {q:he was glad}.| "
        "{PERSON:Ada Brooks} cheered."
    )
    assert names_of(text) == ["Abe Stone"]


def test_a_quotation_without_source_takes_the_one_of_its_paragraph():
    text = "“{q:We won},” {s:{PERSON:Ada Brooks}} {c:said}.| “{q:Nobody thought so}.”|"
    speaker = speakers_of(text)[1]
    assert (speaker.name, speaker.basis, speaker.text) == ("Ada Brooks", "carried", "")


def test_an_unquoted_thought_without_source_stays_empty():
    text = MAYOR + " {q:Trade will suffer}, {c:it is feared}.|"
    assert names_of(text)[1] == ""


def test_we_and_i_in_the_articles_own_voice_are_the_author():
    speaker = speakers_of("{s:I} {c:think} {q:it is late}.|", byline="By JANE ROE")[0]
    assert (speaker.name, speaker.type, speaker.basis) == ("Jane Roe", "author", "pronoun")


def test_i_inside_a_quotation_is_its_speaker():
    doc = article("“{q:I warned you that it was late},” {s:{PERSON:Ada Brooks}} {c:recalled}.|")
    start = doc.text.index("I warned")
    content = doc.text.index("that it was late")
    inner = Quotation(
        content=((content, content + 16),),
        cue=((start + 2, start + 8),),
        source=((start, start + 1),),
    )
    doc._.quotations = (*doc._.quotations, inner)
    speakers = [quotation.speaker for quotation in Speakers()(doc)._.quotations]
    assert [speaker.name for speaker in speakers] == ["Ada Brooks", "Ada Brooks"]
    assert [speaker.basis for speaker in speakers] == ["name", "pronoun"]


def test_who_is_not_known_stays_empty_rather_than_wrong():
    assert names_of("{s:He} {c:said} {q:it was late}.|") == [""]


def test_an_honorific_names_a_person_whom_the_entities_missed():
    text = "Mr. Stone waited.\n\n{PERSON:Mary Brooks} left. {s:He} {c:said} {q:it was late}.|"
    assert names_of(text) == ["Stone"]


def test_a_role_in_front_is_no_part_of_the_name():
    text = "{s:{PERSON:Activist Ada Brooks}} {c:said} {q:yes}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_a_role_is_what_its_head_says():
    text = (
        "{PERSON:Ada Brooks}, a lawyer for the mayor, met {PERSON:Abe Stone}, the mayor of Low "
        "Water.\n\n{s:The mayor} {c:said} {q:it was late}.|"
    )
    assert names_of(text) == ["Abe Stone"]


def test_a_bracket_that_an_entity_took_in_is_no_part_of_the_name():
    text = (
        "{s:{PERSON:Ada Brooks (D-Ohio}.)} {c:said} {q:no}.| {PERSON:Brooks} left. "
        "{s:{PERSON:Brooks}} {c:said} {q:yes}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_a_governor_of_another_state_is_another_governor():
    text = (
        "{PERSON:Abe Stone}, the {GPE:Ohio} governor, listened.\n\n"
        "{s:The {GPE:Texas} governor} {c:said} {q:it was late}.|"
    )
    assert names_of(text) == ["Texas governor"]


def test_hyphenated_descriptions_end_before_the_name():
    assert names_of("{s:mother-of-three {PERSON:Ada Brooks}, 41,} {c:said} {q:so}.|") == [
        "Ada Brooks"
    ]


def test_a_name_behind_two_descriptions_is_who_speaks():
    text = "{s:Her co-author, the chemist {PERSON:Abe Stone},} {c:said} {q:so}.|"
    assert names_of(text) == ["Abe Stone"]


def test_the_kind_of_a_body_belongs_to_its_name_where_it_has_a_capital():
    text = "{s:The {ORG:Harbour Rescue} Agency (HRA)} {c:said} {q:so}.|"
    assert names_of(text) == ["Harbour Rescue Agency"]


def test_a_description_and_an_age_stand_before_the_name():
    text = "{s:The youngest of the crew, 19-year-old {PERSON:Abe Stone},} {c:said} {q:so}.|"
    assert names_of(text) == ["Abe Stone"]


def test_a_given_name_behind_a_description_belongs_to_the_name():
    text = "{s:The agency’s director, Per {PERSON:Holm},} {c:told} {q:so}.|"
    assert names_of(text) == ["Per Holm"]


def test_a_title_behind_a_description_is_no_given_name():
    text = "{s:The agency’s director, Captain {PERSON:Holm},} {c:told} {q:so}.|"
    assert names_of(text) == ["Holm"]


def test_who_asks_in_a_participle_is_who_speaks_in_the_main_clause():
    text = "{c:Asking} {q:for calm},| {s:{PERSON:Ada Brooks}} {c:said}, “{q:It is late}.”|"
    assert names_of(text) == ["Ada Brooks", "Ada Brooks"]


def test_who_answers_a_question_is_not_who_asked_it():
    text = (
        "{q:“Did you hear the call of the gulls?”} {s:{PERSON:Ada Brooks}} {c:asked}.|\n\n"
        "{q:“I heard him throw his cup into the bay.”}|"
    )
    assert names_of(text) == ["Ada Brooks", ""]


def test_who_spoke_goes_on_behind_a_paragraph_about_them():
    text = (
        "{q:“I like drums,”} {c:said} {s:{PERSON:Otto Reed}}, who is ten.|\n\n"
        "His favourite word is thanks.\n\n{q:“I say it to everybody who helps me.”}|"
    )
    assert names_of(text) == ["Otto Reed", "Otto Reed"]


def test_what_a_paragraph_leads_up_to_is_not_carried():
    text = (
        "{q:“I like drums,”} {c:said} {s:{PERSON:Otto Reed}}.|\n\n"
        "The question on the ballot is:\n\n{q:“Do you want the old pier to stay?”}|"
    )
    assert names_of(text) == ["Otto Reed", ""]
    text = (
        "{q:“I like drums,”} {c:said} {s:{PERSON:Otto Reed}}.|\n\nIt was loud.\n\n"
        "The first reply, from a reader: {q:“Do you want the old pier to fall?”}|"
    )
    assert names_of(text) == ["Otto Reed", ""]
