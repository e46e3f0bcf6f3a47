"""Whom who and which take up, and words that are nobody's name."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of


def test_a_second_relative_clause_is_of_whom_the_first_is():
    text = (
        "{PERSON:Ada Brooks}, an engineer whose bridges carry half the trains of the county, and "
        "{s:who} {c:liked to say} {q:that rust never sleeps}, died in May.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_a_second_relative_clause_of_somebody_without_a_name():
    text = (
        "A baker who lives beside the old lock, and {s:who} {c:asked} {q:not to be named},| "
        "heard a shout."
    )
    assert names_of(text) == ["baker"]


def test_a_second_relative_clause_of_a_body():
    text = (
        "The {ORG:Low Water Fund}, which owns two of the wrecks and {s:which} {c:has said} "
        "{q:it will sell neither}, met.|"
    )
    assert names_of(text) == ["Low Water Fund"]


def test_who_goes_on_from_the_phrase_that_its_sentence_begins_with():
    text = "A baker living near the lock and {s:who} {c:asked} {q:not to be named} left.|"
    assert names_of(text) == ["baker living near the lock"]


def test_who_is_the_person_and_not_the_place_they_are_from():
    text = "Senator {PERSON:Ada Brooks} of {GPE:Ohio}, {s:who} {c:promised} {q:a bridge}, left.|"
    assert names_of(text) == ["Ada Brooks"]


@pytest.mark.parametrize(
    "person",
    [
        "{PERSON:Ada Brooks} of {GPE:Ohio}, the oldest pilot on the {ORG:Harbour Board}",
        "{PERSON:Ada Brooks}, 61, a retired pilot",
        "{PERSON:Ada Brooks}, a professor of the law of the sea at the {ORG:University of Port "
        "Halden} in the north of {GPE:Ohio}",
    ],
)
def test_who_is_the_person_in_front_of_an_apposition(person: str):
    text = f"“No,” said {person}, {{s:who}} {{c:likened}} {{q:the plan to a wreck}}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_who_is_the_person_in_front_of_an_age():
    text = "In came {PERSON:Ada Brooks}, 61, a pilot {s:who} {c:said} {q:it was late}.|"
    assert names_of(text) == ["Ada Brooks"]


@pytest.mark.parametrize(
    "clause",
    [
        "The old ferries stayed in service for longer",
        "The port saved the money that it had put aside for later",
    ],
)
def test_which_takes_up_a_whole_clause_and_then_nobody_speaks(clause: str):
    text = f"{clause}, {{s:which}} {{c:suggests}} {{q:that nobody was in a hurry}}.|"
    assert names_of(text) == [""]


def test_an_article_alone_is_nobody():
    assert names_of("{s:The} {c:reply:} “{q:Not today.}”|") == [""]


def test_things_that_were_confirmed_have_confirmed_nothing():
    assert names_of("{s:38 homes} were {c:confirmed} {q:lost}.|") == [""]


def test_people_who_were_told_something_are_still_a_source():
    assert names_of("{s:38 residents} {c:said} {q:they had lost their homes}.|") == ["38 residents"]


def test_it_is_no_party_tag_behind_a_lawmaker():
    text = (
        "Sen. {PERSON:Abe Stone} ({ORG:R-Neb.}) {c:posted} {q:a message}.| “{q:No},” {s:it} "
        "{c:said}.|"
    )
    assert names_of(text)[-1] == "message"


@pytest.mark.parametrize("predicate", ["a retired pilot", "the only pilot in town"])
def test_who_behind_a_predicate_is_its_subject(predicate):
    text = f"{{PERSON:Ada Brooks}} is {predicate} {{s:who}} {{c:believes}} {{q:in fog}}.|"
    assert names_of(text) == ["Ada Brooks"]


def test_who_behind_a_predicate_is_he():
    text = "{PERSON:Carl Stone} left. He was a pilot {s:who} {c:believed} {q:in fog}.|"
    assert names_of(text) == ["Carl Stone"]


def test_who_may_explain_another_in_a_predicate():
    text = (
        "{PERSON:Ada Brooks} is a critic of the pilot {s:who} {c:said} {q:the fog was thin}.| "
        "It was a pilot {s:who} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "pilot"
    assert "Ada Brooks" not in names_of(text)


def test_clauses_with_who_are_of_one_person_and_never_of_a_thing():
    text = (
        "A baker who left his parents and their rigid habits, {s:who} {c:says} {q:he is glad},| "
        "and {s:who} {c:thinks} {q:bread is art},| opened a shop."
    )
    assert names_of(text) == ["baker", "baker"]


@pytest.mark.parametrize("tie", ["former lawyer", "brother's lawyer", "doctor"])
def test_somebodys_lawyer_is_nobody_else(tie: str):
    text = (
        "{s:{PERSON:Ben Marsh}, a lawyer for {PERSON:Liam Stone},} {c:said} {q:no}.|\n\n"
        "It rained. {PERSON:Rita Gold} left.\n\nIt rained again.\n\n"
        f"{{s:{{PERSON:Stone}}'s {tie}}} {{c:said}} {{q:nobody would answer}}.|"
    )
    assert names_of(text)[1] == f"Liam Stone's {tie}"


def test_one_of_two_lawyers_is_not_told():
    text = (
        "{s:{PERSON:Ben Marsh}, a lawyer for {PERSON:Liam Stone},} {c:said} {q:no}.|\n\n"
        "{s:{PERSON:Ada Holt}, a lawyer for {PERSON:Stone},} {c:said} {q:no}.|\n\nIt rained.\n\n"
        "{s:{PERSON:Stone}'s lawyer} {c:said} {q:he would not answer}.|"
    )
    assert names_of(text)[2] == "Liam Stone's lawyer"


def test_a_relative_clause_with_a_name_in_it_is_still_one():
    text = (
        "“{q:No},” {PERSON:Ada Brooks}, {s:who is the head of the {ORG:Low Water Fund}}, {c:said}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


@pytest.mark.parametrize(
    ("owner", "source", "name"),
    [
        ("{PERSON:Ada Brooks}", "whose lawyer", "Ada Brooks's lawyer"),
        ("The {ORG:Low Water Fund}", "whose members", "Low Water Fund's members"),
        ("The group", "whose members", "group's members"),
        ("Old sailors in {GPE:Malta}", "whose leaders", "leaders of old sailors in Malta"),
    ],
)
def test_those_whose_are_somebodys(owner, source, name):
    text = f"{owner}, {{s:{source}}} {{c:fear}} {{q:a flood}},| met."
    assert names_of(text) == [name]


@pytest.mark.parametrize(
    ("before", "verb", "name"),
    [
        ("He met younger sailors such as {PERSON:Ada Brooks},", "are drawn to", "younger sailors"),
        ("He met sailors, including {PERSON:Ada Brooks},", "have backed", "sailors"),
        ("He met sailors, like {PERSON:Ada Brooks},", "has backed", "Ada Brooks"),
    ],
)
def test_who_are_those_of_whom_somebody_is_an_example(before, verb, name):
    assert names_of(f"{before} {{s:who}} {{c:{verb}}} {{q:the port}}.|") == [name]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("He asked a man who had sold his boats,", "man"),
        ("It went to wealthy sailors,", "wealthy sailors"),
        ("It is meant to placate nervous sailors,", "nervous sailors"),
        ("It came from retired captains and sailors,", "retired captains and sailors"),
        ("It came from sailors -- most of whom had left --", "sailors"),
        ("It told of attacks on sailors", "sailors"),
        ("Del. {PERSON:Ada Brooks} (D-Larkhaven), an attorney", "Ada Brooks"),
    ],
)
def test_who_takes_up_the_people_of_the_phrase_before(before, name):
    assert names_of(f"{before} {{s:who}} {{c:feared}} {{q:a flood}}.|") == [name]


@pytest.mark.parametrize("tie", ["of", "for", "of the", "at the"])
def test_who_is_the_person_and_not_the_body_they_belong_to(tie: str):
    text = (
        f"The first diver was {{PERSON:Ada Brooks}} {tie} {{ORG:Larkhaven Divers}}, {{s:who}} "
        "{c:said} {q:she saw nothing}.|"
    )
    assert names_of(text) == ["Ada Brooks"]


def test_who_may_be_the_body_that_somebody_was_bought_from():
    text = (
        "They bought the diver {PERSON:Ada Brooks} from {ORG:Larkhaven Divers}, {s:who} "
        "{c:said} {q:the fee was high}.|"
    )
    assert names_of(text) == ["Larkhaven Divers"]


@pytest.mark.parametrize("verb", ["would help", "will almost certainly benefit", "did not stop"])
def test_who_takes_up_no_verb(verb: str):
    text = f"Fewer rules {verb} sailors {{s:who}} {{c:want}} {{q:a harbour}}.|"
    assert names_of(text) == ["sailors"]


def test_who_takes_up_a_phrase_with_its_owner():
    text = (
        "{PERSON:Ada Brooks} was calmer than her campaign's leaders, {s:who} {c:called} "
        "{q:it theft}.|"
    )
    assert names_of(text) == ["Ada Brooks's campaign's leaders"]


def test_who_keeps_the_adjective_behind_an_inverted_verb():
    text = "Why did young farmers {s:who} {c:say} {q:they love it} leave?|"
    assert names_of(text) == ["young farmers"]


def test_which_is_the_body_and_not_who_leads_it():
    text = (
        "The firm went to the harbour tribunal, chaired by a former pilot, {s:which} {c:ruled} "
        "{q:that the quay was safe}.|"
    )
    assert names_of(text) == ["harbour tribunal"]


@pytest.mark.parametrize(
    ("named", "speaker"),
    [
        ("{ORG:Harbour Power}, a utility in the north", "Harbour Power"),
        (
            "{GPE:Norway} and the {GPE:Low Isles}, the two oldest republics",
            "Norway ; Low Isles",
        ),
    ],
)
def test_which_is_the_body_in_front_of_an_apposition(named: str, speaker: str):
    text = f"It came from {named}, {{s:which}} {{c:vowed}} {{q:to cut their emissions}}.|"
    assert names_of(text) == [speaker]


def test_which_with_a_verb_of_one_is_the_survey_and_not_the_firms():
    text = "{PERSON:Ada Brooks} cited a survey of firms, {s:which} {c:suggests} {q:it is late}.|"
    assert names_of(text) == ["survey of firms"]


def test_an_age_stands_between_a_name_and_what_its_bearer_is():
    text = (
        "The mayor laughed, though not with the woman, {PERSON:Ada Brooks}, 61, a retired pilot "
        "{s:who} {c:said later} {q:that she had come by boat}.|"
    )
    assert names_of(text) == ["Ada Brooks"]
