"""Whose name a speaker's is, and which words belong to it."""

from __future__ import annotations

import pytest

from pipeline.annotate.persons import cast
from pipeline.annotate.text.names import parse_name, regal_title, same_name, split_title
from tests.annotate.marked_article import names_of, speakers_of


def test_a_pope_is_known_with_the_title():
    text = (
        "{s:Pope {PERSON:Francis}} {c:said} {q:so}.| “{q:Let it end},” {s:the pontiff} {c:said}.| "
        "{s:{PERSON:Francis}} {c:added} {q:more}.|"
    )
    assert names_of(text) == ["Pope Francis"] * 3
    assert speakers_of(text)[0].title == "Pope"


def test_a_king_is_the_king_with_a_number():
    text = "{s:King {PERSON:Harald V}} {c:said} {q:so}.| {s:King {PERSON:Harald}} {c:said} {q:no}.|"
    assert names_of(text) == ["King Harald V"] * 2


def test_a_prince_with_names_of_his_own_is_called_by_them():
    assert split_title("Prince Otto Reed") == ("Prince", "Otto Reed")
    assert split_title("Prince Otto") == ("", "Prince Otto")
    assert split_title("King Harald V") == ("", "King Harald V")
    assert regal_title("Prince Otto Reed") == ""


def test_two_kings_of_one_name_are_two():
    fifth, eighth = parse_name("King Harald V"), parse_name("King Harald VIII")
    assert not same_name(fifth, eighth)
    assert same_name(fifth, parse_name("King Harald"))


@pytest.mark.parametrize("opening", ["While", "Whatever", "Noting", "What"])
def test_what_opens_a_sentence_is_no_given_name(opening):
    text = (
        f"{opening} {{GPE:Larkhaven}} waits, others act. "
        "{s:{GPE:Larkhaven}} {c:said} {q:it would pay}.|"
    )
    assert names_of(text) == ["Larkhaven"]


def test_a_campaign_is_no_person_though_its_first_word_is_a_given_name():
    speaker = speakers_of("{s:The {ORG:Clinton campaign}} {c:said} {q:so}.|")[0]
    assert speaker.type == "organization"


def test_a_state_and_its_party_are_no_person():
    text = "{ORG:Virginia Democrats} met. {s:Some {NORP:Democrats}} {c:said} {q:no}.|"
    assert speakers_of(text)[0].type == "group"


def test_a_family_is_a_group():
    text = (
        "{PERSON:Ada Stone} and {PERSON:Carl Stone} came. "
        "{s:The {PERSON:Stones}} {c:said} {q:they were glad}.|"
    )
    assert (speakers_of(text)[0].name, speakers_of(text)[0].type) == ("Stones", "group")


@pytest.mark.parametrize("label", ["PERSON", "ORG"])
def test_a_family_is_a_group_whatever_it_is_taken_for(label: str):
    text = f"{{PERSON:Ada Brooks}} came. {{s:The {{{label}:Brookses}}}} {{c:said}} {{q:no}}.|"
    assert (speakers_of(text)[0].name, speakers_of(text)[0].type) == ("Brookses", "group")


@pytest.mark.parametrize("name", ["-Ada Brooks", "Ada Brooks --"])
def test_a_dash_is_no_part_of_a_name(name: str):
    assert names_of(f"{{s:{{PERSON:{name}}}}} {{c:said}} {{q:no}}.|") == ["Ada Brooks"]


def test_whoever_tells_an_amount_is_not_the_amount():
    text = "{s:a part of the {MONEY:$20 million} experts} {c:say} {q:it costs}.|"
    assert [(each.name, each.type) for each in speakers_of(text)] == [("experts", "group")]


@pytest.mark.parametrize(
    "text",
    [
        "{s:The newspaper {PERSON:Heliograph}} {c:noted} {q:that}.|",
        "{s:{PERSON:Heliograph}, the harbour news agency,} {c:reported} {q:that}.|",
    ],
)
def test_a_newspaper_is_called_one(text):
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.type) == ("Heliograph", "organization")


def test_a_name_in_capitals_is_kept_and_a_label_is_not():
    assert names_of("On Monday {s:{PERSON:AMBO}} {c:said} {q:no}.|") == ["AMBO"]
    assert names_of("{s:{PERSON:STONE}}{c::} {q:I said no.}|") == ["Stone"]


def test_a_name_tagged_in_two_halves_is_one():
    text = (
        "Harbour Director {PERSON:James} {PERSON:Coombe} wrote it. "
        "{s:{PERSON:Coombe}} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["James Coombe"]


def test_an_office_says_more_than_the_witness_of_the_day():
    text = (
        "{s:Former Harbour adviser {PERSON:Carl Bonn}, the most anticipated witness of the day,} "
        "{c:said} {q:so}.|"
    )
    assert speakers_of(text)[0].title == "Former Harbour adviser"
    alone = "{s:Key witness {PERSON:Dana Wells}} {c:said} {q:so}.|"
    assert speakers_of(alone)[0].title == "Key witness"


def test_a_body_explains_whose_backer_it_is():
    text = "{s:{ORG:Plinko}'s biggest backer, {ORG:Northgate Ventures},} {c:said} {q:no}.|"
    assert names_of(text) == ["Northgate Ventures"]


def test_the_title_of_a_chief_officer_is_whole():
    text = "{s:Chief operating officer {PERSON:Sarah Lindt}} {c:said} {q:so}.|"
    assert speakers_of(text)[0].title == "Chief operating officer"


def test_the_mother_of_two_has_a_name_behind_it():
    text = "{s:Mother of two {PERSON:Gemma Price}, who saw it,} {c:said} {q:so}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.title) == ("Gemma Price", "Mother of two")


def test_a_chief_with_a_body_and_a_clause_is_named():
    text = (
        "{s:But {ORG:Harbour Land Council} (HLC) Chief {PERSON:Dylan Reed}, whose nation sued,} "
        "{c:said} {q:so}.|"
    )
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.title) == ("Dylan Reed", "Harbour Land Council Chief")


def test_a_clause_that_names_somebody_else_gives_no_name():
    text = "{s:A worker at the mill}, who lives with {PERSON:Jian}, {c:said} {q:no}.|"
    assert names_of(text) == ["worker at the mill"]


def test_an_apostrophe_of_another_kind_is_the_same_name():
    text = (
        "{s:Commissioner {PERSON:Tom O’Reed}} {c:said} {q:it burned}.| {s:O'Reed} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Tom O’Reed"] * 2


def test_a_long_name_is_whole_though_another_person_has_its_first_half():
    text = (
        "{PERSON:Mira Sendal Tola Rey} came home.| {PERSON:Mira Sendal}, her father, had died.| "
        "{s:{PERSON:Tola Rey}} {c:said} {q:she would stay}.|"
    )
    assert names_of(text) == ["Mira Sendal Tola Rey"]


@pytest.mark.parametrize("slip", ["Thorley", "Thornly", "Thronley", "Thornleey", "Thornlay"])
def test_a_family_name_with_one_wrong_letter_is_of_whom_was_named_in_full(slip):
    text = (
        "{s:{PERSON:Ines Thornley}, a harbour pilot,} {c:said} {q:the tide was late}.| "
        f"{{s:{{PERSON:{slip}}}}} {{c:believes}} {{q:it will turn}}.| "
        "“{q:We wait},” {s:she} {c:said}.|"
    )
    assert names_of(text) == ["Ines Thornley"] * 3


@pytest.mark.parametrize(
    "other",
    [
        "Mr. {PERSON:Thornlay}",
        "{PERSON:Shornley}",
        "{PERSON:Thurnlay}",
    ],
)
def test_a_name_that_is_unlike_is_another_persons(other):
    text = (
        "{s:Councilwoman {PERSON:Ines Thornley}} {c:said} {q:she was late}.| "
        f"{{s:{other}}} {{c:believes}} {{q:it will turn}}.|"
    )
    assert names_of(text)[1] != "Ines Thornley"


def test_two_of_similar_names_in_one_sentence_are_two():
    text = (
        "{PERSON:Rui Moreira} passed to {PERSON:Moreiro}. "
        "{s:{PERSON:Moreiro}} {c:said} {q:it was easy}.|"
    )
    assert names_of(text) == ["Moreiro"]


def test_a_misspelt_name_that_two_may_bear_is_nobody_elses():
    text = (
        "{PERSON:Ada Marlow} and {PERSON:Carl Harlow} met {PERSON:Ben Morlow}. "
        "{s:{PERSON:Murlow}} {c:said} {q:no}.|"
    )
    assert names_of(text) == ["Murlow"]


@pytest.mark.parametrize("noun", ["Challenger", "Striker", "Incumbent"])
def test_what_somebody_is_opens_a_sentence_in_front_of_their_name(noun):
    text = f"It rained. {{s:{{ORG:{noun} Sarah Lindt}}}} {{c:said}} {{q:it was easy}}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.type, speaker.title) == ("Sarah Lindt", "person", noun)


@pytest.mark.parametrize("body", ["Farmer Marion Feed Company", "Ally Harbour Games"])
def test_a_body_that_begins_with_a_persons_noun_stays_one(body):
    speaker = speakers_of(f"{{s:{{ORG:{body}}}}} {{c:said}} {{q:it was easy}}.|")[0]
    assert (speaker.name, speaker.type) == (body, "organization")


def test_a_delegate_is_no_part_of_a_name():
    text = (
        "“{q:No},” {c:said} {s:{PERSON:Del. Nadia Field} of {GPE:Larkhaven}}.| "
        "“{q:Never},” {s:the delegate} {c:said}.|"
    )
    assert names_of(text) == ["Nadia Field"] * 2
    assert split_title("Del Toro") == ("", "Del Toro")


@pytest.mark.parametrize(
    "told",
    [
        "{s:{PERSON:Thornlay}, a pilot from the north,}",
        "{s:{PERSON:Thornlay}, 17,}",
        "{s:Keeper {PERSON:Thornlay}}",
    ],
)
def test_who_is_introduced_is_nobody_of_a_similar_name(told):
    text = (
        "{s:Councilwoman {PERSON:Ines Thornley}} {c:said} {q:she was late}.|\n\n"
        f"{told} {{c:said}} {{q:so}}.|"
    )
    assert names_of(text)[1] != "Ines Thornley"


@pytest.mark.parametrize(
    "called", ["the Carl Brooks campaign", "“The Carl Brooks Show”", "Carl Brooks supporters"]
)
def test_a_campaign_or_show_gives_the_given_name(called):
    text = f"They met at {called}.\n\n{{s:{{PERSON:Brooks}}}} {{c:said}} {{q:it leaked}}.|"
    assert names_of(text) == ["Carl Brooks"]


def test_a_given_name_is_found_wherever_the_article_has_it_once():
    text = (
        "“Carl, how?” they asked Carl Brooks of the harbour show. "
        "{s:{PERSON:Brooks}} {c:said} {q:it leaked}.| {s:He} {c:added} {q:so}.|"
    )
    assert names_of(text) == ["Carl Brooks", "Carl Brooks"]


def test_a_given_name_of_the_other_gender_is_anothers():
    text = "It hit Tom Wardle twice. {s:Mrs {PERSON:Wardle}} {c:said} {q:it was loud}.|"
    assert names_of(text) == ["Wardle"]


def test_junior_in_front_of_a_family_name_is_a_given_name():
    text = "They met Junior {PERSON:Brooks} there. {s:{PERSON:Brooks}} {c:said} {q:so}.|"
    assert names_of(text) == ["Junior Brooks"]


def test_a_museum_gives_nobody_a_given_name():
    text = "They met at the Carl Brooks Museum.\n\n{s:{PERSON:Brooks}} {c:said} {q:it leaked}.|"
    assert names_of(text) == ["Brooks"]


def test_markup_is_no_part_of_a_name():
    text = (
        '{PERSON:Ada Brooks} swam. <tweet date="May 1">{s:{PERSON:Ada Brooks}} '
        "{c:says} {q:it leaks}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_one_person_of_a_country_is_unnamed():
    [speaker] = speakers_of("{s:One kind-hearted {NORP:Canadian}} {c:said} {q:it leaked}.|")
    assert (speaker.name, speaker.type) == ("one kind-hearted Canadian", "unnamed")


def test_the_only_republican_to_say_so_is_not_all_of_them():
    text = "They met.\n\nBrooks is not the only {s:{NORP:Republican}} {c:to endorse} {q:the plan}.|"
    assert names_of(text) != ["Republicans"]


def test_somebody_is_named_behind_a_long_description():
    text = (
        "{s:An even-then-famous {GPE:Larkhaven City} entrepreneur named {PERSON:Abe Stone}} "
        "{c:said} {q:it would rise}.|"
    )
    assert names_of(text) == ["Abe Stone"]


def test_a_show_is_not_of_somebody_with_a_role():
    text = (
        "{PERSON:Brooks}, a harbour pilot, swam. {s:{PERSON:Brooks}} {c:said} {q:no}.| "
        "“The Carl Brooks Show” told it."
    )
    assert names_of(text) == ["Brooks"]


def test_sheikh_is_a_title_where_the_name_has_more_words():
    text = "Sheikh {PERSON:Salem bin Tarif} left. {s:Sheikh {PERSON:Salem}} {c:said} {q:so}.|"
    assert names_of(text) == ["Salem bin Tarif"]


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("{PERSON:Rita Holt Varma} left the port at noon.", "Rita Holt Varma"),
    ],
)
def test_a_double_surname_of_the_first_sentence_is_no_headlines_verb(first, name):
    assert names_of(f"{first}\n\n{{s:{{PERSON:Rita Holt}}}} {{c:said}} {{q:so}}.|") == [name]


def test_a_name_is_compared_with_those_alone_that_share_a_part(monkeypatch):
    compared = []
    monkeypatch.setattr(
        cast, "same_name", lambda *names: compared.append(names) or same_name(*names)
    )
    crowd = [f"Ada Stone{chr(97 + one)}{chr(97 + two)}" for one in range(10) for two in range(10)]
    named = " ".join(f"{{PERSON:{name}}} came." for name in [*crowd, crowd[7]])
    names = names_of(f"{named} {{s:{{PERSON:Stonedd}}}} {{c:said}} {{q:so}}.|")
    assert names == ["Ada Stonedd"]
    assert len(compared) == 1


_ASKED = "{s:{PERSON:HOLLOWAY}}{c::} {q:Minister, will the bridge open in May?}|\n\n"


def test_the_other_party_of_a_transcript_tells_the_given_name_of_a_host() -> None:
    text = (
        f"{{PERSON:Peter Lund}} was asked about the bridge.|\n\n{_ASKED}"
        "{s:{PERSON:LUND}}{c::} {q:We are on time, {PERSON:Julia}. It is a serious business.}|"
    )
    assert names_of(text) == ["Julia Holloway", "Peter Lund"]


@pytest.mark.parametrize(
    "answer",
    [
        "I want to thank my wife, {PERSON:Julia}.",
        "{PERSON:Julia}, who is our engineer, thinks so.",
        "It will open in {GPE:Ripon, Virginia}.",
        "Look, {PERSON:Julia}, it will. And I told you, {PERSON:Anna}.",
    ],
)
def test_who_is_only_named_in_an_answer_is_not_the_host(answer: str) -> None:
    text = f"{_ASKED}{{s:{{PERSON:Peter Lund}}}}{{c::}} {{q:{answer}}}|"
    assert names_of(text) == ["Holloway", "Peter Lund"]
