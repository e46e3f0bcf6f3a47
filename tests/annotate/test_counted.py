"""One, another, several: of whom."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import speakers_of


def test_one_after_another_of_the_group_before():
    text = (
        "Local fans were quick to help.\n\n{s:One} {c:wrote}: {q:“No.”}| {s:Another} {c:fumed}: "
        "{q:“So.”}| {s:A third} {c:said} {q:it rained}.| {s:Several} {c:said} {q:it was late}.|"
    )
    found = [(speaker.name, speaker.type) for speaker in speakers_of(text)]
    assert found == [
        ("one local fan", "unnamed"),
        ("another local fan", "unnamed"),
        ("third local fan", "unnamed"),
        ("several local fans", "group"),
    ]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Two officers gave evidence.", "other officers"),
        ("{NORP:Republicans} left.", "other Republicans"),
        ("The minister met farmers.", "others"),
        ("For investors it is hard.", "others"),
        ("It rained.", "others"),
    ],
)
def test_others_are_of_the_group_that_the_sentence_before_begins_with(before, name):
    text = f"{before} {{s:Others}} {{c:said}} {{q:no}}.|"
    assert speakers_of(text)[0].name == name


def test_one_of_nobody_is_anybody():
    assert not speakers_of("It rained. {s:One} {c:wonders} {q:why}.|")[0].name


def test_both_are_the_two_of_the_sentence_before():
    text = (
        "{PERSON:Carl Dunn} slept. {PERSON:Ada Brooks} and {PERSON:Otto Lind} came. {s:Both} "
        "{c:said} {q:no}.|"
    )
    assert speakers_of(text)[0].name == "Ada Brooks ; Otto Lind"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("One of them", "one sailor"),
        ("One of them, a retired cook who was there,", "retired cook"),
        ("Some of them", "some sailors"),
    ],
)
def test_one_of_them_is_of_the_group_before(said, name):
    text = f"Sailors were angry. {{s:{said}}} {{c:said}} {{q:it was late}}.|"
    assert speakers_of(text)[0].name == name


def test_one_of_them_behind_a_quotation_is_of_those_who_spoke():
    text = (
        "{s:{PERSON:Ada Brooks}'s aides} {c:said} {q:so}.| "
        "“{q:It blew},” {s:one of them} {c:said}.|"
    )
    assert speakers_of(text)[1].name == "one of Ada Brooks's aides"


def test_one_of_them_who_has_a_name_is_named():
    text = "Sailors were angry. “{q:It blew},” {c:said} {s:one of them, {PERSON:Ada Brooks}}.|"
    assert speakers_of(text)[0].name == "Ada Brooks"


def test_another_behind_a_quotation_of_several_sentences():
    text = (
        "Several sailors were angry. {s:One} {c:said}: “{q:It blew. What matters is rope.}”|\n\n"
        "{s:Another} {c:said} {q:no}.|"
    )
    assert speakers_of(text)[1].name == "another sailor"


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("One resident", "Another", "another resident"),
        ("A sailor with a dog", "Another", "another sailor"),
        ("One of the port's sailors", "The mayor", "mayor"),
        ("The sailor", "Another", "another"),
    ],
)
def test_another_is_one_more_of_who_was_first_told_of(first, then, name):
    text = f"It rained. {{s:{first}}} {{c:said}} {{q:so}}.| {{s:{then}}} {{c:said}} {{q:no}}.|"
    assert speakers_of(text)[1].name == name


def test_another_may_stand_behind_what_it_says():
    text = "“{q:It blew},” {s:one user} {c:wrote}.|\n\n“{q:It sank},” {c:wrote} {s:another}.|"
    assert speakers_of(text)[1].name == "another user"


@pytest.mark.parametrize("lead", ["In interviews", "Privately, though"])
def test_several_are_of_those_told_of_behind_a_lead(lead):
    text = f"{lead}, nine former sailors were angry. {{s:Several}} {{c:said}} {{q:it was late}}.|"
    assert speakers_of(text)[0].name == "several former sailors"


def test_nobody_is_counted_who_is_asked_behind_a_lead():
    text = "On the site, one quiz asked sailors. {s:Another} {c:said} {q:it was late}.|"
    assert speakers_of(text)[0].name == "another"
