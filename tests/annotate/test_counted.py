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
