"""Statements of which the model took a part and their sentence shows the whole."""

from __future__ import annotations

import pytest

from tests.annotate.test_completion import completed, found

OPENS = "The hall, built by the mayor, is expected to open in May, Ada Brooks said on Monday."


def test_what_is_expected_is_said_by_who_stands_beside_it():
    expected = found(OPENS, ["The hall, built by the mayor,", "to open in May"], "is expected")
    assert completed(OPENS, expected) == [
        ("Ada Brooks", "said", "The hall, built by the mayor, is expected to open in May")
    ]


def test_who_says_something_else_in_the_sentence_keeps_it():
    text = "Brooks warned it would sink, Carl Stone said."
    warned = found(text, "it would sink", "warned", "Brooks")
    said = found(text, "Brooks warned it would sink", "said", "Carl Stone")
    assert ("Brooks", "warned", "it would sink") in completed(text, warned, said)


def test_a_subject_before_a_tag_is_told_with_its_predicate():
    text = "The hall, Ada Brooks said, was built in a year."
    assert completed(text, found(text, "The hall", "said", "Ada Brooks")) == [
        ("Ada Brooks", "said", "The hall | was built in a year")
    ]


def test_a_long_subject_before_a_tag_is_told_with_its_predicate():
    text = "The rising costs of sand and lime, according to the owners, added to the delay."
    content = "The rising costs of sand and lime"
    assert completed(text, found(text, content, "according to", "the owners")) == [
        ("the owners", "according to", f"{content} | added to the delay")
    ]


@pytest.mark.parametrize("behind", ["adding that it was old", "and she left", "who built it"])
def test_what_else_stands_behind_a_tag_is_the_authors(behind: str):
    text = f"The hall is cold, Ada Brooks said, {behind}."
    assert completed(text, found(text, "The hall is cold", "said", "Ada Brooks"))[0][2] == (
        "The hall is cold"
    )


def test_a_quotation_behind_a_tag_gives_up_the_rest_of_the_sentence():
    text = "The key to it, says Ada Brooks, is sand. “We sift it all,” she adds."
    key = found(text, "The key to it", "says", "Ada Brooks")
    sift = found(text, ["is sand", "“We sift it all,”"], "adds", "she")
    assert completed(text, key, sift) == [
        ("Ada Brooks", "says", "The key to it | is sand"),
        ("she", "adds", "“We sift it all,”"),
    ]


def test_what_is_told_within_the_rest_of_a_sentence_stays_inside_it():
    text = "Among the walls, according to Ada Brooks, are two that the owners call unsafe."
    walls = found(text, "Among the walls", "according to", "Ada Brooks")
    inner = found(text, "unsafe", "call", "the owners")
    assert completed(text, walls, inner) == [
        ("Ada Brooks", "according to", "Among the walls | are two that the owners call unsafe"),
        ("the owners", "call", "unsafe"),
    ]


def test_who_says_more_than_the_rest_of_a_sentence_keeps_it():
    text = "The hall, Ada Brooks said, is cold and will stay so, Carl Stone added."
    hall = found(text, "The hall", "said", "Ada Brooks")
    cold = found(text, "is cold and will stay so", "added", "Carl Stone")
    assert ("Carl Stone", "added", "is cold and will stay so") in completed(text, hall, cold)


@pytest.mark.parametrize(
    ("told", "rest"),
    [
        ("that the mayor", ", who was ill, had left the hall"),
        ("that the mayor", " (a dentist by trade) had left the hall"),
        ("that the mayor", " - against his doctor’s advice - had left the hall"),
        ("that the mayor’s allies", ", known as the Knot, went to great lengths"),
        ("that after the vote", ", the mayor left the hall"),
        ("that it was late and that the mayor", ", as she put it, had left"),
        ("whether the mayor", ", who was ill, had left"),
    ],
)
def test_a_clause_goes_on_to_its_verb(told: str, rest: str):
    text = f"Ada Brooks said {told}{rest}. It rained."
    assert completed(text, found(text, told, "said", "Ada Brooks"))[0][2] == told + rest


@pytest.mark.parametrize(
    ("told", "rest"),
    [
        ("that the mayor had left", ", and the crew, who were tired, had slept"),
        ("that the mayor", ", who was ill"),
        ("it was late", ", which was untrue, was known"),
    ],
)
def test_a_clause_with_its_verb_or_nothing_behind_it_ends_where_it_ends(told: str, rest: str):
    text = f"Ada Brooks said {told}{rest}. It rained."
    assert completed(text, found(text, told, "said", "Ada Brooks"))[0][2] == told


def test_what_is_told_within_the_rest_of_a_clause_stands_inside_it():
    text = "The clerk said that the mayor, who feared a flood, had left."
    rows = completed(
        text,
        found(text, "that the mayor", "said", "The clerk"),
        found(text, "a flood", "feared", "who"),
    )
    assert [row[2] for row in rows] == ["that the mayor, who feared a flood, had left", "a flood"]


@pytest.mark.parametrize(
    ("front", "source", "cue", "rest"),
    [
        ("haste", "they", "caution", "is always unwise"),
        ("The club paid Stone a bonus in May", "accounts", "show", "while its staff left"),
        ("Boats", "a clerk", "once told", "are holes in the water"),
    ],
)
def test_what_stands_in_front_of_a_tag_is_told_as_well(front, source, cue, rest):
    hearer = " me" if cue.endswith("told") else ""
    text = f"{'But ' if front[0].islower() else ''}{front}, {source} {cue}{hearer}, {rest}."
    assert completed(text, found(text, rest, cue, source)) == [(source, cue, f"{front} | {rest}")]


def test_what_is_anothers_in_front_of_a_tag_stays_theirs():
    text = "It sank, Carl Stone said, Ada Brooks added, while its crew slept."
    sank = found(text, "It sank", "said", "Carl Stone")
    slept = found(text, "while its crew slept", "added", "Ada Brooks")
    assert completed(text, sank, slept)[1][2] == "while its crew slept"


def test_what_belongs_to_the_last_noun_in_front_of_a_tag_is_told_as_well():
    text = "It had received reports, it said, of people fleeing north. It rained."
    got = completed(text, found(text, "It had received reports", "said", "it"))
    assert got == [("it", "said", "It had received reports | of people fleeing north")]


@pytest.mark.parametrize(
    "front", ["When a bee was fed, its mates were slower to visit", "Staff left after"]
)
def test_a_content_in_front_of_a_tag_begins_with_its_sentence(front: str):
    text = f"It rained. {front} the vote of the crew in May, the team reports."
    content = "the vote of the crew in May"
    assert completed(text, found(text, content, "reports", "the team"))[0][2] == (
        f"{front} {content}"
    )


@pytest.mark.parametrize("front", ["Stone left because", "The mill, where it rained, and"])
def test_a_clause_of_its_own_in_front_of_a_tag_stays(front: str):
    text = f"{front} the hall was cold, the team reports."
    told = found(text, "the hall was cold", "reports", "the team")
    assert completed(text, told)[0][2] == "the hall was cold"


def test_a_time_in_front_of_a_tag_is_told_with_its_clause():
    text = "At a meeting in May, according to the minutes, the board asked if it was “a wreck.”"
    told = found(text, "At a meeting in May", "according to", "the minutes")
    asked = found(text, "if it was “a wreck.”", "asked", "the board")
    assert completed(text, told, asked)[0] == (
        "the minutes",
        "according to",
        "At a meeting in May | the board asked if it was “a wreck.”",
    )


@pytest.mark.parametrize(
    ("front", "cue", "rest"),
    [
        ("That", "suggests", "that the pump was old"),
        ("Her aunt", "told", "her to stay at home"),
        ("It was Al Rood who", "persuaded", "the crew to leave"),
    ],
)
def test_the_verb_behind_a_subject_and_a_tag_is_the_subjects(front: str, cue: str, rest: str):
    text = f"{front}, the board says, {cue} {rest}."
    said = found(text, front.split()[-1] if "who" in front else front, "says", "the board")
    other = found(text, rest, cue, "the board")
    assert completed(text, said, other)[0] == (
        "the board",
        "says",
        f"{front} | {cue} {rest}",
    )


@pytest.mark.parametrize(
    ("front", "rest"),
    [
        ("The rest", "simply shrank"),
        ("The crew", "vanished"),
        ("The board would be helped", "by the coming vote"),
    ],
)
def test_the_end_of_a_sentence_behind_a_tag_is_told(front: str, rest: str):
    text = f"{front}, the authors say, {rest}."
    said = found(text, front, "say", "the authors")
    assert completed(text, said) == [("the authors", "say", f"{front} | {rest}")]


def test_what_the_author_adds_behind_a_subject_and_a_tag_stays():
    text = "The pump, the board says, thanks to the crew."
    said = found(text, "The pump", "says", "the board")
    assert completed(text, said) == [("the board", "says", "The pump")]


def test_what_others_call_it_behind_a_tag_is_not_told_there():
    text = "The ports agreed to merge in May, Stone said, in what clerks called a first step."
    content = ["to merge in May", "what clerks called a first step"]
    assert completed(text, found(text, content, "said", "Stone")) == [
        ("Stone", "said", "The ports agreed to merge in May")
    ]


@pytest.mark.parametrize("parts", ["most of them old tubs", "almost a third of it in May"])
def test_what_is_told_of_a_part_of_it_belongs_to_it(parts: str):
    text = f"Stone said six boats had sunk, {parts}. It rained."
    assert completed(text, found(text, "six boats had sunk", "said", "Stone"))[0][2] == (
        f"six boats had sunk, {parts}"
    )


def test_the_day_in_front_of_a_tag_is_that_of_what_is_told():
    text = "The crew had asked for a boat on Friday, Stone said, but none came."
    content = ["The crew had asked for a boat", "but none came"]
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == (
        "The crew had asked for a boat on Friday | but none came"
    )


@pytest.mark.parametrize(("verb", "day"), [("would skip", " on Monday"), ("had skipped", "")])
def test_the_day_behind_what_is_to_come_is_its_own(verb: str, day: str):
    text = f"Stone announced that they {verb} the race on Monday."
    told = found(text, f"that they {verb} the race", "announced", "Stone")
    assert completed(text, told)[0][2] == f"that they {verb} the race{day}"
