"""What goes on behind a statement in its own sentence and is no part of it."""

from __future__ import annotations

import pytest

from tests.annotate.test_completion import completed, found


@pytest.mark.parametrize(
    ("source", "cue", "told", "joint", "second", "rest"),
    [
        ("The union", "said", "it was sorry", "but", "urged", "drivers to wait"),
        ("Ada Brooks", "said", "she was tired", "and", "predicted", "that it would rain"),
        ("The panel", "resolved", "to hear the mayor", "and", "directed", "the port to send maps"),
        ("He", "argued", "that it would cost more", "and", "believes", "the hall could close"),
        ("The court", "said", "it would wait", "but", "made it clear", "that the hall must stay"),
        (
            "The paper",
            "showed",
            "that nearly 40% of its sand was lost",
            "and",
            "had flagged",
            "the delay",
        ),
        ("Stone", "said", "that the crew would not row", "and", "denied", "that it was afraid"),
        ("The log", "noted", "“heavy rust” near the hatch", "and", "recommended", "new bolts"),
        (
            "He",
            "praised",
            "the way in which the news had come",
            "and",
            "insisted",
            "that it was so",
        ),
    ],
)
def test_what_a_second_verb_of_saying_tells_is_another_statement(
    source: str, cue: str, told: str, joint: str, second: str, rest: str
):
    text = f"{source} {cue} {told} {joint} {second} {rest}."
    rows = completed(text, found(text, f"{told} {joint} {second} {rest}", cue, source))
    assert rows == [(source, cue, told), (source, second, rest)]


@pytest.mark.parametrize(
    ("source", "cue", "told"),
    [
        ("Stone", "said", "he had met the mayor and asked for a boat"),
        ("Stone", "mocked", "the men arrested and accused of theft"),
        ("Stone", "said", "the mayor had come in and urged them to wait"),
        ("Stone", "said", "he knew a man who lived there and warned everybody"),
        ("Stone", "said", "crews were drawing up models and plans for the winter"),
        ("Stone", "wants", "the crew to be told and urged to go"),
        ("Stone", "said", "the crew would be found and denied a boat"),
        ("Stone", "said", "the man who would not row had come in and denied it"),
    ],
)
def test_what_somebody_does_in_what_is_told_is_part_of_it(source: str, cue: str, told: str):
    text = f"{source} {cue} {told}."
    assert completed(text, found(text, told, cue, source))[0][2] == told


@pytest.mark.parametrize(
    ("cue", "told", "behind"),
    [
        ("hopes", "to buy the mill", " and has already drawn a sign"),
        ("wants", "to stay in Hull", " but is looking at a house in Goole"),
        ("considers", "him to be the best of them", " and is writing a contract"),
        ("requires", "owners to pay by May", ", and a captain who is late can be fined"),
    ],
)
def test_a_finite_verb_behind_an_infinitive_is_the_authors(cue: str, told: str, behind: str):
    text = f"Stone {cue} {told}{behind}."
    assert completed(text, found(text, told + behind, cue, "Stone"))[0][2] == told


@pytest.mark.parametrize(
    "told",
    [
        "to build a ship that sails fast and is cheap",
        "to wait so long as it rains and has not frozen",
        "to close the hall, so that the roof and the floor can be mended",
    ],
)
def test_a_verb_of_a_clause_below_an_infinitive_stays(told: str):
    text = f"Stone wants {told}."
    assert completed(text, found(text, told, "wants", "Stone"))[0][2] == told


@pytest.mark.parametrize(
    "tail",
    [
        ", without naming the towns",
        ", but did not say when",
        " but would not give a date",
        ", though he declined to name them",
        " on condition of anonymity",
    ],
)
def test_what_is_kept_back_is_no_part_of_what_is_told(tail: str):
    text = f"Stone said that two towns had paid{tail}."
    rows = completed(text, found(text, f"that two towns had paid{tail}", "said", "Stone"))
    assert rows[0][2] == "that two towns had paid"


def test_what_is_kept_back_behind_a_tag_is_no_part_of_what_is_told():
    text = "No one has been named, the board said without giving a reason."
    content = ["No one has been named", "without giving a reason"]
    assert completed(text, found(text, content, "said", "the board")) == [
        ("the board", "said", "No one has been named")
    ]


def test_the_occasion_behind_a_thing_that_is_named_is_no_part_of_it():
    text = "Stone confirmed the talks in an interview with Port Wire."
    content = "the talks in an interview with Port Wire"
    assert completed(text, found(text, content, "confirmed", "Stone"))[0][2] == "the talks"


def test_the_occasion_of_what_is_told_stays():
    text = "Stone said the mayor had lied in an interview with Port Wire."
    content = "the mayor had lied in an interview with Port Wire"
    assert completed(text, found(text, content, "said", "Stone"))[0][2] == content


def test_the_subject_again_behind_an_infinitive_is_another_clause():
    text = "Stone declined to say how many had left, though he did not rule out more."
    content = "to say how many had left, though he did not rule out more"
    assert completed(text, found(text, content, "declined", "Stone"))[0][2] == (
        "to say how many had left"
    )


@pytest.mark.parametrize("verb", ["but cautioned that", "and accused"])
def test_a_second_verb_of_saying_is_no_things(verb: str):
    text = f"Stone said the results were clear {verb} the rest was late."
    rest = "the rest was late" if verb.endswith("accused") else "that the rest was late"
    content = text.removeprefix("Stone said ").removesuffix(".")
    assert completed(text, found(text, content, "said", "Stone")) == [
        ("Stone", "said", "the results were clear"),
        ("Stone", verb.split()[1], rest),
    ]


def test_a_second_verb_of_somebody_who_is_told_of_stays():
    text = "Stone said the mayor was ill but cautioned that the rest was late."
    content = text.removeprefix("Stone said ").removesuffix(".")
    assert completed(text, found(text, content, "said", "Stone")) == [("Stone", "said", content)]


def test_what_a_thing_adds_to_is_not_said():
    text = "Stone said the delay was long and added to the cost."
    content = text.removeprefix("Stone said ").removesuffix(".")
    assert completed(text, found(text, content, "said", "Stone")) == [("Stone", "said", content)]


def test_what_a_past_form_cannot_go_on_with_is_no_verb_beside_it():
    text = "Stone said the work was done by a firm which he did not know and accused the rest."
    content = text.removeprefix("Stone said ").removesuffix(".")
    assert completed(text, found(text, content, "said", "Stone")) == [
        ("Stone", "said", "the work was done by a firm which he did not know"),
        ("Stone", "accused", "the rest"),
    ]


def test_the_terms_on_which_somebody_spoke_are_no_piece_of_what_is_told():
    text = "It lost 5,000 pounds, according to a clerk, who declined to be named as it is secret."
    content = ["It lost 5,000 pounds", "who declined to be named as it is secret"]
    assert completed(text, found(text, content, "according to", "a clerk")) == [
        ("a clerk", "according to", "It lost 5,000 pounds")
    ]


def test_the_subject_again_behind_a_mere_thing_is_another_clause():
    text = "Rowers fear a long winter, though they have a new hall."
    content = "a long winter, though they have a new hall"
    assert completed(text, found(text, content, "fear", "Rowers"))[0][2] == "a long winter"
