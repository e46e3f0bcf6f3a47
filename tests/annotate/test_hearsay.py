"""Passives of hearsay: whom they are about, and who speaks."""

from __future__ import annotations

from tests.annotate.test_completion import completed, found


def test_who_is_said_to_have_told_something_tells_it():
    text = "Stone is said to have told friends that she will leave."
    content = "to have told friends that she will leave"
    assert completed(text, found(text, content, "is said", "Stone")) == [
        ("Stone", "is said to have told friends", "that she will leave")
    ]
    apart = found(text, ["Stone", content], "is said")
    assert completed(text, apart)[0][0] == "Stone"


def test_whom_it_is_about_is_part_of_what_is_told():
    text = "The firm is believed to be close to collapse. Stone would not comment."
    told = found(text, "to be close to collapse", "is believed", "The firm")
    expected = [("", "is believed", "The firm | to be close to collapse")]
    assert completed(text, told) == expected
    other = found(text, ["The firm", "to be close to collapse"], "is believed", "Stone")
    assert completed(text, other) == expected


def test_by_whom_it_is_believed_is_the_source():
    text = "The firm is believed by traders to be close to collapse."
    told = found(text, ["The firm", "to be close to collapse"], "is believed", "traders")
    assert completed(text, told)[0][0] == "traders"


def test_what_a_thing_is_thought_to_be_is_nobodys_who_is_named():
    text = "It asks the town to sell the tower, thought to be worth a million."
    told = found(text, "to be worth a million", "thought", "It")
    assert completed(text, told) == [("", "thought", "to be worth a million")]


def test_who_is_understood_to_believe_something_believes_it():
    text = "The board is understood to believe that the mill will close."
    told = found(text, ["The board", "to believe that the mill will close"], "is understood")
    assert completed(text, told) == [
        ("The board", "is understood to believe", "that the mill will close")
    ]
