"""Whom he, she, they and it stand for."""

from __future__ import annotations

import pytest

from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation
from tests.annotate.marked_article import article, names_of

PAIR = "{s:Mr. {PERSON:Stone}} {c:said} {q:yes}.| {s:Mrs. {PERSON:Brooks}} {c:said} {q:no}.| "


def test_honorifics_tell_he_from_she():
    assert names_of(PAIR + "{s:He} {c:said} {q:so}.|")[2] == "Stone"
    assert names_of(PAIR + "{s:She} {c:said} {q:so}.|")[2] == "Brooks"


def test_the_last_speaker_goes_on():
    text = (
        "{s:{PERSON:Ada Brooks}} {c:met} {q:the board}.| {PERSON:Jane Field} waited outside.\n\n"
        "“{q:It is late},” {s:{PERSON:Brooks}} {c:said}.| “{q:We must act},” {s:she} {c:said}.|"
    )
    assert names_of(text)[2] == "Ada Brooks"


def test_they_are_the_group_that_spoke_last():
    text = "{s:{NORP:Democrats}} {c:said} {q:no}.| {s:They} {c:said} {q:it was late}.|"
    assert names_of(text)[1] == "Democrats"


def test_it_is_the_body_that_spoke_last():
    text = "{s:The {ORG:Low Water Fund}} {c:said} {q:no}.| {s:It} {c:said} {q:it was late}.|"
    assert names_of(text)[1] == "Low Water Fund"


def test_a_gendered_role_overrules_the_hint_of_a_given_name():
    text = "{s:Spokeswoman {PERSON:Michael Learn}} {c:said} {q:yes}.| {s:She} {c:said} {q:no}.|"
    assert names_of(text)[1] == "Michael Learn"


def test_whom_the_text_called_she_is_no_he():
    text = (
        "{PERSON:Sky Brooks} spoke first, and she smiled.\n\n"
        "{s:{PERSON:Wren Stone}} {c:said} {q:the bridge is safe}.| "
        "{PERSON:Sky Brooks} applauded while {s:he} {c:said} {q:it would open}.|"
    )
    assert names_of(text)[1] == "Wren Stone"


def test_a_name_inside_the_speakers_role_is_not_the_last_speaker():
    text = (
        "{PERSON:Abe Stone} left. {s:{PERSON:Carl Field}, a lawyer for {PERSON:Abe Stone},} "
        "{c:said} {q:no}.| As for the bridge, {s:he} {c:said} {q:it was safe}.|"
    )
    assert names_of(text)[1] == "Carl Field"


def test_they_are_the_people_of_the_same_sentence():
    text = "If voters are tired, {s:they} {c:want} {q:a change}.|"
    assert names_of(text) == ["voters"]


def test_a_headlines_doctor_is_the_only_doctor_of_the_article():
    text = "{PERSON:Abe Stone} listened. {s:Dr. {PERSON:Ada Brooks}} {c:said} {q:no}.|"
    title = "{s:Former Harbour Doctor}{c::} {q:It Is Late}|"
    assert names_of(text, title=title)[0] == "Ada Brooks"


def test_who_hit_back_is_he():
    text = (
        "{q:“It rained,”} {s:{PERSON:Moss}} {c:said}.|\n\n"
        "But {PERSON:Neil Harker} hit back. {q:“It shone,”} {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "Neil Harker"


@pytest.mark.parametrize(
    "turn",
    [
        "{PERSON:Brian Cole}, 54, has lived by the line since 1990.",
        "Passenger {PERSON:Brian Cole} waited for hours.",
        "Her neighbour, former driver {PERSON:Brian Cole}, was calmer.",
    ],
)
def test_whom_a_new_paragraph_turns_to_is_meant(turn: str):
    text = (
        "“{q:We are sorry},” {s:{PERSON:Tom Hale}} {c:said}.|\n\n"
        f"{turn} “{{q:It shakes the cups}},” {{s:he}} {{c:said}}.|"
    )
    assert names_of(text)[1] == "Brian Cole"


def test_mayor_lee_may_be_a_woman():
    text = (
        "“{q:We lost it},” {s:{PERSON:Ana Ruiz}} {c:said}.|\n\n"
        "Mayor {PERSON:Lee} laughed. “{q:No comment},” {s:she} {c:said}.|"
    )
    assert names_of(text)[1] == "Lee"


def test_whom_a_statement_names_hardly_makes_it():
    text = (
        "{s:{PERSON:Efrain Stone}} {c:said} {q:it was slow}.| {PERSON:Horace Carter} was at home. "
        "“{q:{PERSON:Horace Carter} is accused of crimes},” {s:he} {c:added}.|"
    )
    assert names_of(text)[1] == "Efrain Stone"


def test_who_had_a_date_behind_the_name_is_the_person():
    text = (
        "{PERSON:Mark Peck} had married {PERSON:Clara Stone} on {DATE:April 30}, "
        "{s:who} {c:said} {q:two men came}.|"
    )
    assert names_of(text) == ["Clara Stone"]


def test_who_behind_according_to_is_whoever_stands_nearest():
    text = (
        "{c:According to} {s:{PERSON:Ada Brooks}}, {q:the farmers asked for help from the harbour "
        "authorities},| {s:who} {c:said} {q:they would wait}.|"
    )
    assert names_of(text)[-1] == "harbour authorities"


def test_who_had_an_age_behind_the_name_is_the_person():
    text = "{PERSON:Ada Brooks}, now 26, {s:who} {c:learned} {q:that he had lived}, moved away.|"
    assert names_of(text) == ["Ada Brooks"]


def test_who_is_reported_to_say_something_tells_of_themselves():
    text = (
        "{s:Ms {PERSON:Fiona Strake}} {c:wrote} {q:so}.| {s:She} {c:said} {q:no}.|\n\n"
        "{s:{PERSON:Amelia Kaur}} {c:said} {q:she would miss the chair}.| "
        "“{q:Where will it go?}” {s:she} {c:asked}.|"
    )
    assert names_of(text)[-1] == "Amelia Kaur"


def test_they_are_both_with_whom_the_sentence_before_begins():
    text = (
        "{PERSON:Anton Orlov} and {PERSON:Hanna Brandt} did not react as others did. "
        "{s:They} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Anton Orlov ; Hanna Brandt"]


def test_they_are_not_those_to_whom_something_was_done():
    text = (
        "Critics of {PERSON:Anton Orlov} and {PERSON:Hanna Brandt} were loud. "
        "{s:They} {c:said} {q:so}.|"
    )
    assert names_of(text) != ["Anton Orlov ; Hanna Brandt"]


def test_who_is_named_with_where_they_are_from_is_the_subject():
    text = (
        "{s:{PERSON:Ada Brooks}} {c:said} {q:so}.|\n\n"
        "{PERSON:Mary Reed} from the {ORG:Low Bay Land Council} struggled as {s:she} "
        "{c:spoke of} {q:the flood}.|\n\n"
        "{q:“We sleep in tents,”} {s:she} {c:said}.|"
    )
    assert names_of(text) == ["Ada Brooks", "Mary Reed", "Mary Reed"]


def test_who_must_not_do_so_is_not_who_says_it():
    text = (
        "{s:{PERSON:Abe Stone}} {c:said} {q:it was calm}.|\n"
        "{q:{PERSON:Otto Reed} should not sail}, {s:he} {c:said}.|"
    )
    assert names_of(text) == ["Abe Stone", "Abe Stone"]


def test_who_spoke_pages_ago_gives_way_to_the_last_subject():
    text = (
        "{s:{PERSON:Abe Stone}, the spokesman,} {c:said} {q:it was calm}.| {s:He} {c:said} {q:so}.|"
        "\n\nThe pier is old.\n\nThe quay is older.\n\n"
        "{PERSON:Otto Reed}, the engineer, closed the gate.\n{s:He} {c:said} {q:it was late}.|"
    )
    assert names_of(text)[-1] == "Otto Reed"


def test_she_is_nobody_who_has_been_he():
    text = (
        "{PERSON:Paul Stone} opened the quay. {s:He} {c:said} {q:it was calm}.| "
        "{s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Paul Stone", ""]


def test_who_took_to_the_stage_is_who_was_just_named():
    text = (
        "It was {PERSON:Ada Brooks}, {s:who took to the harbour stage} {c:to defend} {q:the plan}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


@pytest.mark.parametrize(
    "death", ["The late {PERSON:Otto Lind}", "{PERSON:Otto Lind}, who died in May,"]
)
def test_the_dead_do_not_speak(death):
    text = (
        f"{{s:{{PERSON:Carl Moe}}}} {{c:said}} {{q:so}}.|\n\n{death} owned the mine.\n\n"
        "“{q:They took it},” {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "Carl Moe"


@pytest.mark.parametrize("death", ["{PERSON:Otto Lind} died on Monday.", "{PERSON:Otto Lind}’s"])
def test_whoever_died_does_not_speak_either(death):
    mourned = death if death.endswith(".") else f"{death} death was mourned."
    text = (
        f"{{s:{{PERSON:Carl Moe}}}} {{c:said}} {{q:so}}.|\n\n{mourned} {{PERSON:Lind}} had dug "
        "for coal.\n\n“{q:We lost a friend},” {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "Carl Moe"


def test_whom_a_quotation_calls_he_does_not_make_it():
    text = (
        "{PERSON:Sky Lind} is the mayor. {PERSON:Lind} won twice. {PERSON:Lind} may go.\n\n"
        "{s:{PERSON:Moe}} {c:said} {q:{PERSON:Lind} was tired}.|\n\n"
        "“{q:He works too much. He should rest},” {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "Moe"


def test_for_whom_something_is_so_speaks_of_it():
    text = (
        "{s:{PERSON:Carl Moe}} {c:said} {q:no}.|\n\n"
        "For {PERSON:Otto Lind}, the fair was a first.\n\n“{q:I sold it all},” {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "Otto Lind"


def test_who_adds_something_spoke_before():
    text = (
        "{PERSON:Otto Lind} has a mill. {PERSON:Lind} bakes there. {PERSON:Lind} is proud.\n\n"
        "{s:{PERSON:Moe}} {c:praised} {q:what {PERSON:Lind} bakes}.|\n\n"
        "“{q:The bread is good},” {s:he} {c:added}.|"
    )
    assert names_of(text)[1] == "Moe"


def test_who_is_told_to_have_spoken_is_not_the_last_speaker():
    text = (
        "{s:{PERSON:Wren Moe}} {c:said} {q:{s:}{PERSON:Sky Lind} had told her so}.|"
        "{s:She} {c:continued} {q:that it was late}.|"
    )
    assert names_of(text)[1] == "Wren Moe"


def test_dashes_set_off_what_else_a_subject_is_called():
    text = (
        "{PERSON:Carl Moe} – known as Big Carl – has replaced {PERSON:Otto Lind} as captain.\n\n"
        "In May, {s:he} {c:said} {q:it was late}.|"
    )
    assert names_of(text) == ["Carl Moe"]


def test_it_is_the_document_that_the_sentence_before_begins_with():
    text = "The affidavit of the warden gives details. {s:It} {c:says} {q:the quay was sold}.|"
    assert names_of(text) == ["affidavit"]


def test_which_takes_up_a_word_with_a_hyphen_whole():
    text = "They ordered a third-party inquiry, {s:which} {c:found} {q:it was late}.|"
    assert names_of(text) == ["third-party inquiry"]


def test_who_are_the_fans_and_not_abroad():
    text = "It shocked many fans at home and abroad {s:who} {c:call} {q:it a pity}.|"
    assert names_of(text) == ["many fans"]


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("{NORP:Icelandic} police", "Icelandic police"),
        ("The {ORG:Quay} walking group", "Quay walking group"),
        ("Tired {NORP:Icelandic} farmers", "tired Icelandic farmers"),
    ],
)
def test_they_are_the_group_that_the_sentence_before_begins_with(subject, name):
    text = f"{subject} came to the quay. {{s:They}} {{c:said}} {{q:it was late}}.|"
    assert names_of(text) == [name]


def test_she_inside_quotation_marks_is_not_who_speaks():
    doc = article(
        "{PERSON:Melanie Stone} left at noon.\n\nIt rained. It blew.\n\n"
        "{s:{PERSON:Ada Brooks}} {c:said}: {q:“It was wrong. Her lawyer told me so.”}|"
    )
    at = doc.text.index("Her lawyer")
    inner = Quotation(((at + 19, at + 21),), ((at + 11, at + 15),), ((at, at + 10),), nested_in=0)
    doc._.quotations = (*doc._.quotations, inner)
    names = [quotation.speaker.name for quotation in Speakers()(doc)._.quotations]
    assert names == ["Ada Brooks", "Melanie Stone's lawyer"]


def test_what_he_called_looks_back_on_its_subject():
    text = (
        "{s:Mr. {PERSON:Otto Reed}} {c:said} {q:no}.| "
        "{s:{PERSON:Aasen Kimura}} {c:condemned} {q:what he called a breach}.|\n\n"
        "{q:“I count on them,”} {s:he} {c:said}.|"
    )
    assert names_of(text) == ["Otto Reed", "Aasen Kimura", "Aasen Kimura"]


def test_the_only_woman_of_the_paragraph_before_goes_on():
    text = (
        "{s:Sen. {PERSON:Marian Cole}} {c:said} {q:she would call {PERSON:Roger Blaine} before "
        "her board}.| “{q:I want him},” {s:the senator} {c:said}.|\n\n"
        "{s:{PERSON:Blaine}} {c:said} {q:no}.|\n\nIt comes late. {PERSON:Angela Dorn}’s husband, "
        "{PERSON:Ray}, fell in a tram.\n\n“{q:It was full},” {s:she} {c:said}.|"
    )
    assert names_of(text)[-1] == "Angela Dorn"


def test_an_age_in_front_of_a_name_leaves_it_the_subject():
    text = (
        "“{q:We left},” {s:captain {PERSON:Jodie Marr}} {c:said}.|\n\nOne of her crew, "
        "19-year-old {PERSON:Lachlan Phipps}, had joined in May. {s:The apprentice electrician} "
        "{c:remembers} {q:the noise}.|"
    )
    assert names_of(text)[1] == "Lachlan Phipps"


def test_a_headlines_late_goal_is_no_death():
    text = (
        "Late {PERSON:Kanu} goal sinks {ORG:Town}\n\n"
        "{PERSON:Emeka Kanu} scored at the end and left {PERSON:Tom Hask} in tears.\n\n"
        "“{q:I heard it},” {s:he} {c:said}.|"
    )
    assert names_of(text) == ["Emeka Kanu"]


def test_a_sentence_that_is_a_paragraph_leads_up_to_who_speaks():
    text = (
        "“{q:We lost},” {s:captain {PERSON:Tom Reed}} {c:said}.| {s:He} {c:said} {q:so}.|\n\n"
        "Coach {PERSON:Pieter Zand} was less forgiving.\n\n“{q:It was bad},” {s:he} {c:said}.|"
    )
    assert names_of(text)[2] == "Pieter Zand"


def test_whom_a_quotation_is_about_does_not_go_on():
    text = (
        "{PERSON:Margaret Hobb} has a shop. “{q:It is no good to me},” {s:Mrs {PERSON:Hobb}} "
        "{c:said}.| Her daughter-in-law, {PERSON:Priti}, laughed. "
        "“{q:She wrote to them},” {s:she} {c:said}.|"
    )
    assert names_of(text)[1] == "Priti"


SPOKE_BEFORE = "“{q:It rained},” {s:{PERSON:Tom Hale}} {c:said}.| {s:He} {c:added} {q:a joke}.|\n\n"


@pytest.mark.parametrize("joint", ["after", "because", "when"])
def test_he_in_a_clause_behind_the_main_one_is_its_subject(joint: str):
    text = (
        f"{SPOKE_BEFORE}The keeper's brother {{PERSON:James Reed}} lost his seat {joint} {{s:he}} "
        "{c:asked} {q:the mayor to resign}.|"
    )
    assert names_of(text)[2] == "James Reed"


def test_he_in_a_clause_is_no_woman_of_the_main_one():
    text = (
        f"{SPOKE_BEFORE}Mrs. {{PERSON:Ines Reed}} lost her seat after {{s:he}} "
        "{c:asked} {q:her to resign}.|"
    )
    assert names_of(text)[2] == "Tom Hale"


def test_he_behind_a_quotation_is_whom_the_sentence_before_introduces_at_its_end():
    text = (
        f"{SPOKE_BEFORE}The harbour has silted up, which worries {{PERSON:Brian Cole}}, a pilot at "
        "the {ORG:Low Water Fund}.\n\n“{q:Nobody dredges},” {s:he} {c:said}.|"
    )
    assert names_of(text)[2] == "Brian Cole"


def test_he_behind_a_quotation_goes_on_where_he_is_who_introduces_another():
    text = (
        f"{SPOKE_BEFORE}Then {{PERSON:Hale}} met {{PERSON:Brian Cole}}, a pilot.\n\n"
        "“{q:Nobody dredges},” {s:he} {c:said}.|"
    )
    assert names_of(text)[2] == "Tom Hale"


def test_they_are_the_party_that_has_done_something():
    text = (
        "The {NORP:Liberals} have used the quay for years. While {s:they} {c:say} {q:it is old},| "
        "nobody else does."
    )
    assert names_of(text) == ["Liberals"]


def test_they_are_the_two_who_both_did_something():
    text = (
        "{PERSON:Ada Brooks} and {PERSON:Abe Stone}, who had quarrelled all May, both turned to "
        "the ferry. {s:They} {c:called} {q:it a wreck}.|"
    )
    assert names_of(text) == ["Ada Brooks ; Abe Stone"]


def test_they_who_did_something_are_they_who_say_more():
    text = (
        "{s:Engineers at the lock} {c:said} {q:it was late}.| They sent a fax to harbour chiefs "
        "on Friday, and {s:harbour chiefs} {c:liked} {q:it}.|\n\n"
        "“{q:It is too much,}” {s:they} {c:wrote}.|"
    )
    assert names_of(text)[-1] == "engineers at the lock"


def test_those_who_interview_are_they_where_they_are_many():
    text = "Officers interviewed six pilots. {s:They} {c:said} {q:it was dry}.|"
    assert names_of(text) == ["officers"]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("As for", "Ada Brooks ; Abe Stone"),
        ("When I met", "Ada Brooks ; Abe Stone"),
        ("When pilots met", "pilots"),
    ],
)
def test_they_are_the_two_of_their_own_sentence(before, name):
    text = f"{before} {{PERSON:Brooks}} and {{PERSON:Abe Stone}}, {{s:they}} {{c:hoped}} {{q:so}}.|"
    assert names_of(f"{{PERSON:Ada Brooks}} left. {text}") == [name]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("{PERSON:Brooks} and {PERSON:Abe Stone} met.", "Ada Brooks ; Abe Stone"),
        ("So {PERSON:Brooks} and {PERSON:Abe Stone} met. Both slept.", "Ada Brooks ; Abe Stone"),
        ("{PERSON:Brooks} met {PERSON:Abe Stone}.", "Ada Brooks ; Abe Stone"),
        ("{PERSON:Carl Lund}, {PERSON:Brooks} and {PERSON:Abe Stone} met.", "both"),
        ("“{PERSON:Brooks} and {PERSON:Abe Stone} met.”", "both"),
    ],
)
def test_both_are_the_two_who_were_named_together(before: str, name: str):
    text = f"{{PERSON:Ada Brooks}} left.\n\n{before} {{s:Both}} {{c:said}} {{q:no}}.|"
    assert names_of(text) == [name]


def test_they_are_whom_the_sentence_before_is_about_and_not_who_spoke_before_it():
    text = (
        "{s:Sailors} {c:said} {q:no}.| The young farmers have no boats. {s:They} {c:want} {q:it}.|"
    )
    assert names_of(text) == ["sailors", "young farmers"]


def test_they_may_be_several_documents():
    text = (
        "{q:Port lawyers stopped the ferry,} {s:media reports} {c:said}.| "
        "{s:They} {c:added} {q:that coal was short}.|"
    )
    assert names_of(text) == ["media reports", "media reports"]


def test_it_is_no_plural():
    text = "{s:The figures} {c:showed} {q:a loss}.| While {s:it} {c:tells} {q:little},| it sold."
    assert names_of(text) == ["figures", ""]


def test_they_are_whom_a_sentence_tells_of_behind_its_lead():
    text = "According to the film, the sailors fled. Brine, {s:they} {c:said}, {q:hurt them}.|"
    assert names_of(text) == ["sailors"]


def test_he_behind_a_quotation_is_whom_the_sentence_before_quotes():
    text = (
        "{s:Mr. {PERSON:Brooks}} {c:said} {q:so}.| Mr. {PERSON:Brooks} slept.| "
        "Mr. {PERSON:Brooks} woke and ate, and Mr. {PERSON:Brooks} sang.|\n\n"
        "{s:{PERSON:Karl Stone}, a pilot,} {c:said} {q:Mr. {PERSON:Brooks} was not late}.|\n\n"
        "“{q:The tide is},” {s:he} {c:said}.|"
    )
    assert names_of(text)[-1] == "Karl Stone"


@pytest.mark.parametrize("adds", ["", ", {c:adding} {q:that it never complained}"])
def test_whom_a_statement_in_front_of_it_is_about_does_not_say_it(adds: str):
    text = (
        "{s:The {ORG:Harbour Board}} {c:denied} {q:a delay}.| "
        "“{q:The quay is full},” {s:the {ORG:Harbour Board}} {c:said}.|\n\n"
        "{q:{ORG:Larkhaven Oil} moors two tankers a week}, {s:it} {c:said}.|"
    )
    more = "{q:{ORG:Port Rail} runs at night}, {s:it} {c:said}" + adds + ".|"
    assert names_of(text + " " + more)[2:] == ["Harbour Board"] * 2


def test_they_are_none_of_those_whom_their_statement_is_about():
    text = (
        "{s:Divers} {c:said} {q:the wreck was empty}.| "
        "{q:Tourists had taken the bell}, {s:they} {c:added}.|"
    )
    assert names_of(text)[1] == "divers"


def test_who_is_told_something_does_not_say_it():
    text = (
        "{PERSON:Carl Stone} lost his seat. {s:{PERSON:Dan Reed}} {c:asked} {q:how deep it was}.|"
        "\n\n{q:“Ten feet,”} {s:he} {c:told} {PERSON:Reed}.|"
    )
    assert names_of(text)[1] == "Carl Stone"


def test_who_goes_on_is_who_spoke_and_not_who_is_named_most():
    mayor = "{PERSON:Abe Stone} gestured. {PERSON:Stone} waved. {PERSON:Stone} left.\n\n" * 3
    text = (
        f"{mayor}{{q:“It leaks,”}} {{c:said}} {{s:{{PERSON:Dan Reed}}}},| {{s:who}} "
        "{c:acknowledged} {q:{PERSON:Stone} was his fourth choice}.|\n\n"
        "{q:“We drown,”} {s:he} {c:said}.|"
    )
    assert names_of(text)[2] == "Dan Reed"


def test_he_is_not_named_in_front_of_the_name_of_who_speaks():
    text = (
        "{PERSON:Abe Stone} ran. {PERSON:Stone} won. {PERSON:Stone} swam. {PERSON:Stone} sat.\n\n"
        "{s:One pilot supporting Mr. {PERSON:Stone}, {PERSON:Dan Reed} of Orrin,} {c:said} "
        "{q:he had made calls}.| {q:{s:He} {c:has made} {q:promises}} too.|"
    )
    assert names_of(text)[1] == "Dan Reed"


@pytest.mark.parametrize(
    "role", ["a clerk from Orrin", "a clerk from Orrin who wore {PERSON:Eve Lund}'s cap"]
)
def test_whom_a_sentence_introduces_at_its_end_speaks_next(role):
    text = (
        "{s:{PERSON:Abe Stone}} {c:said} {q:no}.| {PERSON:Stone} left.\n\n"
        f"The news was brought by {{PERSON:Dan Reed}}, {role}.\n\n"
        "{q:“It leaks,”} {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "Dan Reed"


def test_i_is_read_where_a_source_was_read_too_far():
    text = "{s:I became the first pilot} {c:to endorse} {q:the plan}.|"
    assert names_of(text, byline="Ada Brooks") == ["Ada Brooks"]


@pytest.mark.parametrize("told", ["{PERSON:Stone} supporters", "{PERSON:Stone}'s staff"])
def test_whose_supporters_are_told_something_may_say_it(told):
    text = (
        "{PERSON:Abe Stone} met {PERSON:Dan Reed} in Orrin. "
        f"{{s:He}} {{c:told}} {told} {{q:that it leaked}}.|"
    )
    assert names_of(text) == ["Abe Stone"]


def test_a_kenyan_womans_name_is_hers():
    text = (
        "{s:{PERSON:Ellen Gower}} {c:said} {q:it was late}.| "
        "{s:The pilot {PERSON:Wambui Kamau}} {c:blamed} {q:the port}.| “{q:No},” {s:she} {c:said}.|"
    )
    assert names_of(text)[2] == "Wambui Kamau"


def test_who_adds_in_the_next_sentence_is_who_spoke_whatever_the_name_hints_at():
    text = (
        "{s:{PERSON:Ilhan Brooks}} {c:said} {q:the tram hit {PERSON:Jane Reed}}.| "
        "{s:She} {c:added}: “{q:We must wait}.”|\n\n“{q:It is cold},” {s:she} {c:said}.|"
    )
    assert names_of(text) == ["Ilhan Brooks"] * 3


@pytest.mark.parametrize("pronoun", ["him", "her"])
def test_according_to_him_takes_up_somebody_unnamed_as_he_does(pronoun: str):
    text = (
        "{s:The minister} {c:told the board} {q:that the road would be finished}.| "
        f"{{c:According to}} {{s:{pronoun}}}, {{q:the crews had been paid}}.|"
    )
    assert names_of(text) == ["minister", "minister"]


def test_words_of_a_sentence_are_no_given_name():
    text = "As {s:{PERSON:Brooks}} once {c:said}, “{q:rust never sleeps}.”|"
    assert names_of(text) == ["Brooks"]


def test_the_subject_of_the_clause_in_front_may_be_far_from_a_pronoun():
    guests = ", ".join(
        f"{{PERSON:Carl Fieldman{chr(97 + n // 26)}{chr(97 + n % 26)}}}" for n in range(70)
    )
    text = f"{{PERSON:Abe Stone}} thanked {guests} before {{s:he}} {{c:said}} {{q:no}}.|"
    assert len(names_of(text)) == 1


def test_they_go_on_however_many_sentences_stand_between():
    text = "Local farmers met. " + "They left early. " * 600 + "{s:They} {c:said} {q:no}.|"
    assert names_of(text) == ["local farmers"]


def test_somebody_may_be_called_they():
    text = (
        "{s:{PERSON:Riley Brooks}, who is non-binary,} {c:said} {q:no}.| "
        "{s:They} {c:said} {q:it rained}.|\n\n{s:They} {c:added} {q:that it was cold}.|"
    )
    assert names_of(text) == ["Riley Brooks"] * 3


def test_they_are_the_group_that_spoke_since_though_somebody_is_called_they():
    text = (
        "{s:{PERSON:Riley Brooks}, who is non-binary,} {c:said} {q:no}.| "
        "{s:Residents} {c:said} {q:yes}.| {s:They} {c:said} {q:it rained}.|"
    )
    assert names_of(text)[2] == "residents"


def test_his_sister_is_the_victims_where_his_father_spoke_before():
    text = (
        "{s:{PERSON:Luis Prado}} {c:said} {q:he called}.|\n\n"
        "{s:The victim's father} {c:said} {q:no}.|\n\n{s:His sister} {c:said} {q:yes}.|"
    )
    assert names_of(text)[2] == "his sister"


def test_they_are_whom_a_question_asks_about():
    assert names_of("What did the crew say? {s:They} {c:said} {q:no}.|") == ["crew"]


@pytest.mark.parametrize("asks", ["I asked Sir {PERSON:Abe Reed}", "We asked {PERSON:Abe Reed}"])
def test_he_is_whom_the_author_has_just_asked(asks: str):
    text = "{s:{PERSON:Otto Brooks}} {c:said} {q:no}.| "
    text += f"{asks} whether it rained. {{s:He}} {{c:said}} {{q:it did}}.|"
    assert names_of(text)[1] == "Abe Reed"


def test_she_is_nobody_called_james():
    text = "{s:{PERSON:James Reed}} {c:asked} {q:her why}.| {s:She} {c:replied} {q:no}.|"
    assert names_of(text)[1] == ""


def test_the_second_clause_goes_on_about_whose_future_the_first_tells():
    text = (
        "“{q:It is late},” {c:said} {s:{PERSON:Mina Gann}}.|\n\n"
        "{PERSON:Ada Brooks}'s future is unclear, but {s:she} {c:said} {q:she would stay}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_of_whom_he_says_something_is_not_he():
    text = (
        "{s:{PERSON:Abe Stone}} {c:said} {q:it was late}.|\n\n"
        "{PERSON:Carl Field} sailed, and {PERSON:Field} won. {PERSON:Field} was late.\n\n"
        "“{q:They must talk},” {s:he} {c:said} of {PERSON:Field} and {PERSON:Ada Brooks}.|"
    )
    assert names_of(text)[1] == "Abe Stone"


def test_they_are_the_one_who_was_not_named():
    text = "{s:One clerk} {c:said} {q:staff were tired}.| “{q:It saves paper},” {s:they} {c:said}.|"
    assert names_of(text) == ["one clerk", "one clerk"]


def test_it_is_the_group_that_argues_in_the_same_sentence():
    text = (
        "{s:A 2015 study} {c:found} {q:one in four was lost}.| "
        "{s:The port’s main lobbying group} {c:argues} {q:it is vague},| "
        "and {s:it} {c:has asked} {q:for a new one}.|"
    )
    assert names_of(text)[1:] == ["port’s main lobbying group"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "{PERSON:Peter Lund} and {PERSON:Helena Stone} vied for it on Monday, {s:each} {c:saying} "
        "{q:the other is late}.|",
        "{PERSON:Peter Lund} and {PERSON:Helena Stone} vied for it. On pensions, {s:both} {c:say} "
        "{q:no}.|",
    ],
)
def test_each_and_both_are_the_two_named_side_by_side(text: str) -> None:
    assert names_of(text) == ["Peter Lund ; Helena Stone"]


@pytest.mark.parametrize("name", ["Donie Marsh", "Tunde Marsh", "Quillo Marsh"])
def test_a_rare_given_name_tells_little_of_who_it_is(name):
    text = (
        "{s:Mr. {PERSON:James Stone}} {c:said} {q:the ferry is late}.| He left.\n\n"
        "{s:{PERSON:Mary Field}} {c:said} {q:no}.|\n\n"
        f"Harbour pilot {{PERSON:{name}}} has waited since May. "
        "“{q:I need it},” {s:he} {c:said}.|"
    )
    assert names_of(text)[2] == name


def test_a_common_given_name_keeps_its_gender():
    text = (
        "{s:Mr. {PERSON:James Stone}} {c:said} {q:the ferry is late}.| He left.\n\n"
        "Harbour pilot {PERSON:Mary Field} has waited since May. “{q:I need it},” {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "James Stone"


def test_a_sentence_about_another_turns_from_who_spoke_though_it_names_them():
    text = (
        "{s:{PERSON:James Stone}} {c:said} {q:the ferry is safe}.| He smiled.\n\n"
        "{PERSON:Quillo Marsh}, a harbour pilot, was not convinced by {PERSON:Stone}.\n\n"
        "“{q:It leaks},” {s:he} {c:said}.|"
    )
    assert names_of(text)[1] == "Quillo Marsh"


def test_the_last_sentence_of_a_paragraph_leads_up_to_the_quotation_of_the_next():
    text = (
        "{s:{PERSON:James Stone}} {c:said} {q:the ferry is safe}.| He smiled.\n\n"
        "At noon {PERSON:Quillo Marsh} asked him about the leak. "
        "{s:{PERSON:Stone}} {c:answered} {q:that there was none}.| {PERSON:Marsh} was furious.\n\n"
        "“{q:It leaks},” {s:he} {c:told} the paper.|"
    )
    assert names_of(text)[2] == "Quillo Marsh"


def test_a_reflexive_tells_of_a_family_the_other_one():
    text = (
        "{s:{PERSON:Peter Lund}} {c:said} {q:the crane is safe}.|\n\n"
        "{s:{PERSON:Lund} herself} {c:told} a court {q:it was not}.| {s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Peter Lund", "Lund", "Lund"]


def test_him_in_what_somebody_asks_the_author_is_who_asks():
    text = (
        "{s:{PERSON:Abe Stone}} {c:said} {q:the ferry is late}.|\n\n"
        "{s:A boy from {GPE:Orrin}} {c:asked} me {q:why the sailors laughed at him}.| "
        "I told him not to mind. {s:He} {c:said} {q:he did}.|"
    )
    assert names_of(text)[2] == "boy from Orrin"


@pytest.mark.parametrize("opening", ["{s:He}", "However, {s:he}"])
def test_he_is_whom_alone_the_sentence_before_names_with_a_rare_name(opening: str):
    text = (
        "{s:{PERSON:Gareth Field}} {c:said} {q:no}.| {s:He} {c:said} {q:so}.|\n\nDr {PERSON:Tunde "
        f"Okoro}}, a surgeon at Tarn, was hopeful.\n\n{opening} {{c:said}} {{q:it was late}}.|"
    )
    assert names_of(text)[-1] == "Tunde Okoro"


def test_who_is_told_of_with_age_and_place_is_the_subject():
    text = (
        "{s:{PERSON:Gareth Field}} {c:said} {q:no}.| {s:He} {c:said} {q:so}.|\n\n{PERSON:Amadou "
        "Okoro}, 13, of {GPE:Tarn} sold soda. {s:He} {c:said} {q:it was hot}.|"
    )
    assert names_of(text)[-1] == "Amadou Okoro"


def test_he_in_a_quotation_is_nobody_named_long_before():
    text = (
        "{s:Coach {PERSON:Carl Stone}} {c:said} {q:no}.|\n\nThey lost the try of {PERSON:Otto "
        "Field}.\n\n“{q:It is late},” {s:{PERSON:Stone}} {c:said}.|\n\n“{q:It rained},” {s:he} "
        "{c:said}.\n\n“{q:I won't blame the referee. He's a good man. He had a good game}.”|\n\n"
        "The side had lost, {s:he} {c:said}, {q:three chances}.|"
    )
    assert names_of(text)[-1] == "Carl Stone"


def test_they_in_a_quotation_are_no_agency():
    text = (
        "{s:The {ORG:Associated Press}} {c:called} {q:the race}.|\n\n“{s:They} {c:said} "
        "{q:I'd lose}|,” said {PERSON:Ada Brooks}."
    )
    assert names_of(text)[-1] == ""


def test_who_is_told_of_with_place_and_trade_is_the_subject():
    text = (
        "{s:Speaker {PERSON:Paul Ryder}} {c:said} {q:no}.| {s:He} {c:said} {q:so}.|\n\nMr. "
        "{PERSON:Lee Stone} of {GPE:Tarn}, a pilot, said it helps.\n\n“{q:It is late},” {s:he} "
        "{c:said}.|"
    )
    assert names_of(text)[-1] == "Lee Stone"


def test_whose_spokesman_tells_what_they_do():
    text = (
        "{s:{PERSON:Carl Field}} {c:said} {q:no}.| {s:He} {c:said} {q:so}.|\n\n"
        "{s:{PERSON:Field}, who was ill,} {c:wrote} {q:it was late}.| "
        "{q:{PERSON:Otto Stone} opposes it}, {s:his spokesman} {c:said}.|"
    )
    assert names_of(text)[-1] == "Otto Stone's spokesman"


def test_whose_office_speaks_where_they_did_not():
    text = (
        "{s:{PERSON:Carl Field}} {c:said} {q:no}.| {s:He} {c:said} {q:so}.|\n\n"
        "{s:{PERSON:Field}, who was ill,} {c:wrote} {q:it was late}.|\n\n"
        "{PERSON:Otto Stone} was not at the hearing, but {s:his office} {c:said} {q:it helps}.|"
    )
    assert names_of(text)[-1] == "Otto Stone's office"


def test_who_meanwhile_wonders_is_she_from_then_on():
    text = (
        "{PERSON:Nora Haddow} waited.\n\n“{q:It is late},” {s:{PERSON:Ada Brooks}} {c:said}.| "
        "“{q:I know},” {s:she} {c:said}.|\n\n{PERSON:Haddow}, meanwhile, wonders how it began. "
        "Boats have no lamps. {q:It is old}, {s:she} {c:says}.|"
    )
    assert names_of(text)[2] == "Nora Haddow"
