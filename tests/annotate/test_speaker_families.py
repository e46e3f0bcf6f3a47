"""Persons of one family name in one article."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of, speakers_of


def said(source: str) -> str:
    return f"{{s:{source}}} {{c:said}} {{q:no}}.| "


def test_mr_and_mrs_are_two():
    text = "Mr. {PERSON:Holt} and his wife, {PERSON:Rita Holt}, were there. "
    text += said("Mr. {PERSON:Holt}") + said("Ms. {PERSON:Holt}")
    speakers = speakers_of(text)
    assert [speaker.name for speaker in speakers] == ["Holt", "Rita Holt"]
    assert speakers[1].title == "Holt's wife"


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


def test_a_person_is_called_by_the_first_words_of_a_long_name():
    text = (
        "{s:{PERSON:Abdel Shakour Muhammad Khamis}, a refugee from Ohio,} {c:said} {q:so}.| "
        "“{q:We wait},” {s:{PERSON:Abdel Shakour}} {c:said}.|"
    )
    assert names_of(text) == ["Abdel Shakour Muhammad Khamis"] * 2


def test_a_family_name_may_stand_in_the_middle():
    text = (
        "{PERSON:Ana Elizabeth García Vilchis} opened the quay. "
        "“{q:It is late},” {s:{PERSON:García}} {c:said}.|"
    )
    assert names_of(text) == ["Ana Elizabeth García Vilchis"]


def test_where_somebody_is_from_is_no_part_of_the_name():
    text = "Sen. {PERSON:Marco Reed of Ohio} ran. “{q:It is late},” {s:{PERSON:Reed}} {c:said}.|"
    assert names_of(text) == ["Marco Reed"]


def test_who_speaks_behind_a_clause_is_not_whom_it_names():
    text = (
        "As {PERSON:Abe Stone} met the singer {PERSON:Ada Brooks}, "
        "{s:his son} {c:said} {q:it was late}.|"
    )
    assert names_of(text) == ["Abe Stone's son"]


def test_a_family_name_is_who_just_spoke_under_it():
    text = (
        "{s:Rep. {PERSON:Kim Dae-bo}} {c:said} {q:it was late}.|\n\n"
        "{PERSON:Kim Dae-bo} was calm. {PERSON:Kim Dae-bo} sailed.\n\n"
        "{s:Judge {PERSON:Kim Ki-su}} {c:said} {q:the pier is old}.|\n\n"
        "{q:It leans}, {s:{PERSON:Kim}} {c:wrote}.|\n\n{s:{PERSON:Kim}} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Kim Dae-bo", "Kim Ki-su", "Kim Ki-su", "Kim Ki-su"]


def test_a_family_name_that_comes_first_is_of_whom_the_article_is_about():
    text = "{PERSON:Park Ji-won} left the party. " + said("{PERSON:Park}") + said("{PERSON:Park}")
    text += "{s:{PERSON:Park}} {c:mentioned} {q:{PERSON:Park Tae-min}, who was expelled}.| "
    assert set(names_of(text)) == {"Park Ji-won"}


def test_a_name_goes_on_behind_its_hyphen():
    text = "“{q:No},” {c:said} {s:Rep. {PERSON:Chang Ye-}won}.|"
    assert names_of(text) == ["Chang Ye-won"]


def test_who_says_what_he_will_do_is_no_woman_of_his_name():
    text = (
        "{s:Minister {PERSON:Grace Chen}} {c:said} {q:yes}.| {PERSON:Robert Chen} waited. "
        "{s:{PERSON:Chen}} {c:said} {q:he would not sign}.|"
    )
    assert names_of(text) == ["Grace Chen", "Robert Chen"]


def test_a_full_name_taken_for_a_body_is_the_persons_whom_the_article_calls_by_half_of_it():
    text = (
        "{s:{PERSON:Lindt}} {c:said} {q:no}.| It drew in {ORG:Bernie Lindt} supporters. "
        "{s:{PERSON:Borg}} {c:said} {q:so}, in a talk with {ORG:CNN's Gloria Borg}.|"
    )
    assert names_of(text) == ["Bernie Lindt", "Gloria Borg"]


def test_a_name_that_begins_like_a_familys_is_one_name():
    text = (
        "{s:Mr. {PERSON:Hadley}} {c:said} {q:no}.| The Rev. {PERSON:Al Hadley} left. "
        "{s:{PERSON:Hadley}} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Al Hadley", "Al Hadley"]


def test_the_mother_of_a_victim_goes_on_by_the_name_of_both():
    text = (
        "Officer {PERSON:Sean Smith} died. {PERSON:Sean Smith} was brave.\n\n"
        "{s:{PERSON:Patricia Smith}, mother of victim {PERSON:Sean Smith},} {c:denied} {q:it}.|\n\n"
        "“{q:I was there},” {s:{PERSON:Smith}} {c:said}.|"
    )
    assert names_of(text) == ["Patricia Smith", "Patricia Smith"]


def test_mrs_somebody_is_who_was_named_last_and_stays_who_it_was():
    text = (
        "{PERSON:Edith Field}, 90, lost her savings. Her niece, {PERSON:Joan Field}, gave "
        "evidence. {s:Mrs {PERSON:Field}} {c:said} {q:the bank had failed}.|\n\n"
        "{PERSON:Edith Field} had three sons.\n\n"
        "{s:Mrs {PERSON:Field}} {c:said} {q:she was tired}.|"
    )
    assert names_of(text) == ["Joan Field", "Joan Field"]


def test_mrs_somebody_may_bear_a_given_name_of_men():
    text = "{PERSON:Nicky Stone}, 40, left. {s:Mrs {PERSON:Stone}} {c:said} {q:no}.|"
    assert names_of(text) == ["Nicky Stone"]


def test_a_namesake_who_is_quoted_goes_on_in_the_next_paragraph():
    text = (
        "{PERSON:Carl Wade} keeps the lamp. {PERSON:Wade} is 80. {PERSON:Wade} likes tea.\n\n"
        "{s:{PERSON:Ada Wade}, his daughter,} {c:said} {q:he was deaf}.|\n\n"
        "“{q:He will not hear you},” {s:{PERSON:Wade}} {c:said}.|"
    )
    assert names_of(text)[1] == "Ada Wade"


def test_her_husband_is_hers_who_spoke_under_her_family_name_only():
    text = (
        "{s:Brigadier {PERSON:Helena Strand}} {c:said} {q:sorry}.| {s:She} {c:said} {q:so}.| "
        "“{q:It happened},” {s:the brigadier} {c:said}.|\n\nThe two were in the barn. "
        "“{q:The dog knew},” {c:said} {s:Mrs {PERSON:Weth}}. “{q:He would not come}.”| "
        + said("Her husband")
    )
    assert names_of(text)[-1] == "Weth's husband"


def test_her_husband_is_not_another_womans():
    text = "{PERSON:Ada Brooks} is missing. " + said("Her husband, {PERSON:Fergus},")
    text += "\n\n{PERSON:Jill Field} was ill. " + said("Her husband")
    assert names_of(text) == ["Fergus", "Jill Field's husband"]


@pytest.mark.parametrize("source", ["Media mogul Carl Stone", "Port Wire's Carl Stone"])
def test_what_introduces_a_name_makes_no_body_of_it(source: str):
    (speaker,) = speakers_of(f"{{s:{{ORG:{source}}}}} {{c:said}} {{q:no}}.|")
    assert (speaker.name, speaker.type) == ("Carl Stone", "person")


def test_whoever_is_called_by_the_first_of_two_names_is_no_firm():
    text = (
        "{PERSON:Chen Wei-ling} ran the harbour. "
        "{s:{PERSON:Chen}} {c:said} {q:the port would lose its trade if it closed}.|"
    )
    assert [(each.name, each.type) for each in speakers_of(text)] == [("Chen Wei-ling", "person")]


def test_a_father_who_is_called_senior_is_not_his_son():
    text = (
        "{PERSON:Jon Field} sits for Tolland. His father, {PERSON:Jon Field Sr.}, did so before "
        "him. " + said("{PERSON:Field}") + " " + said("{PERSON:Jon Field Sr.}")
    )
    assert [name.rstrip(".") for name in names_of(text)] == ["Jon Field", "Jon Field Sr"]


@pytest.mark.parametrize("wife", ["ex-wife", "former wife"])
def test_who_was_somebodys_wife_is_his_former_one(wife: str):
    text = (
        "{PERSON:Abe Stone} divorced his wife, {PERSON:Ada Brooks}, in May.| "
        f"{{s:{{PERSON:Stone}}}} {{c:said}} {{q:no}}.| {{s:His {wife}}} {{c:said}} {{q:yes}}.|"
    )
    assert names_of(text)[1] == "Ada Brooks"


def test_a_bare_name_is_whoever_has_been_named_so_far():
    text = "Colonel {PERSON:James Ruiz} came home. " + said("{PERSON:Ruiz}")
    text += "His wife, {PERSON:Maria Ruiz}, was there. " + said("{PERSON:Maria Ruiz}") * 2
    assert names_of(text)[0] == "James Ruiz"


def test_an_office_tells_more_than_who_was_named_before():
    text = "{PERSON:Chelsea Holt} and candidate {PERSON:Rita Holt} came. "
    text += said("{PERSON:Holt}, the daughter of candidate {PERSON:Rita Holt},")
    assert names_of(text) == ["Chelsea Holt"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("{PERSON:Holt Jr.}", "Jon Holt Jr."),
        ("The younger {PERSON:Holt}", "Jon Holt Jr."),
        ("The elder {PERSON:Holt}", "Jon Holt"),
        ("{PERSON:Holt}", "Jon Holt"),
    ],
)
def test_a_father_and_a_son_are_told_apart(source: str, name: str):
    text = "President {PERSON:Jon Holt}'s son, {PERSON:Jon Holt Jr.}, waved. " + said(source)
    speaker = speakers_of(text)[0]
    assert speaker.name == name
    assert "elder" not in speaker.title


def test_the_elder_of_two_is_the_father():
    text = "{PERSON:Rehan Holt} and his father, {PERSON:Vic Holt}, came. "
    text += said("The elder {PERSON:Holt}") + said("The younger {PERSON:Holt}")
    assert names_of(text) == ["Vic Holt", "Rehan Holt"]


def test_senior_belongs_to_the_name_though_it_was_not_read():
    text = "{PERSON:Jon Holt} left. " + said("{PERSON:Jon Holt} Sr.")
    assert speakers_of(text)[0].type == "person"


def test_mr_and_mrs_are_both():
    text = "{PERSON:Rita Holt}, 17, died. Her father, {PERSON:Ed Holt}, left. "
    text += "Her mother, {PERSON:Ada Holt}, wept. " + said("Mrs {PERSON:Holt}")
    text += said("Mr and Mrs {PERSON:Holt}")
    assert names_of(text) == ["Ada Holt", "Ed Holt ; Ada Holt"]


def test_mr_and_mrs_tell_nobodys_gender():
    text = "{PERSON:Khizr Holt} spoke. Letters to “Mr. and Mrs. {PERSON:Holt}” came. "
    text += "{s:He} {c:said} {q:no}.|"
    assert names_of(text) == ["Khizr Holt"]


def test_an_honorific_tells_more_than_a_name_that_is_not_sure():
    text = "{s:The chief, {PERSON:Dany Cott},} {c:said} {q:no}.| " + said("Ms {PERSON:Cott}")
    assert names_of(text) == ["Dany Cott"] * 2


@pytest.mark.parametrize("cue", ["{c:said} of", "{c:said of}"])
def test_of_whom_a_namesake_says_something_is_not_who_speaks(cue: str):
    text = (
        "{PERSON:Abe Stone} sailed. {PERSON:Ada Stone} won. {PERSON:Ada Stone} was glad.\n\n"
        f"“{{q:Nobody is faster}},” {{s:{{PERSON:Stone}}}} {cue} {{PERSON:Ada Stone}}.|"
    )
    assert names_of(text) == ["Abe Stone"]


@pytest.mark.parametrize(
    ("mister", "name"), [("Mr {PERSON:Lund}", "Peter Lund"), ("{PERSON:Lund}", "Ada Lund")]
)
def test_a_husband_told_of_by_his_first_name_is_the_mister(mister: str, name: str):
    text = (
        "{PERSON:Ada Lund} woke early. Ms {PERSON:Lund}, 71, and her husband {PERSON:Peter} left."
        f"\n\n{{s:{mister}}} {{c:said}} {{q:it was late}}.|"
    )
    assert names_of(text) == [name]


@pytest.mark.parametrize(
    "told",
    [
        "The file is on {PERSON:Peter Lund}'s divorce from wife {PERSON:Helena}.",
        "{PERSON:Peter Lund} opened the bridge with ex-wife {PERSON:Helena}.",
        "{PERSON:Tom Hart} and his wife, {PERSON:Mary}, left. {PERSON:Peter Lund} came with wife "
        "{PERSON:Helena}.",
    ],
)
@pytest.mark.parametrize("source", ["His ex-wife", "{PERSON:Lund}'s former wife"])
def test_whose_wife_somebody_is_may_stand_without_his(told: str, source: str) -> None:
    spoke = "{s:{PERSON:Lund}} {c:said} {q:no}.|"
    text = f"{told} {spoke}\n\n{{s:{source}}} {{c:said}} {{q:that it was late}}.|"
    assert names_of(text)[-1] == "Helena"


@pytest.mark.parametrize(
    "told",
    [
        "{PERSON:Peter Lund} met {PERSON:Tom Hart} and wife {PERSON:Helena}.",
        "{PERSON:Peter Lund} met {PERSON:Tom Hart} and his wife, {PERSON:Helena}.",
    ],
)
def test_the_wife_of_another_is_not_his(told: str) -> None:
    text = f"{told}\n\n{{s:{{PERSON:Lund}}'s wife}} {{c:said}} {{q:that it was late}}.|"
    assert names_of(text) == ["Peter Lund's wife"]
