"""Sentences that end with who said them, of which the model found nothing."""

from __future__ import annotations

import pytest

from tests.annotate.test_completion import completed, found

TOLD = "The bridge will open again on Sunday"


@pytest.mark.parametrize(
    ("credit", "source", "cue"),
    [
        ("according to a harbour clerk", "a harbour clerk", "according to"),
        ("said Ada Brooks, an engineer at the yard", "Ada Brooks", "said"),
        ("the mayor added on Monday", "the mayor", "added"),
        ("she said", "she", "said"),
        ("divers later concluded", "divers", "concluded"),
        ("it added", "it", "added"),
        ("reports Port Daily", "Port Daily", "reports"),
        ("sources tell Port Daily", "sources", "tell"),
        ("per Port Daily", "Port Daily", "per"),
        ("per the harbour report", "the harbour report", "per"),
        ("Ada Brooks said in a statement recently", "Ada Brooks", "said"),
        ("the mayor added in her letter to staff on Monday", "the mayor", "added"),
    ],
)
def test_a_sentence_belongs_to_whom_it_names_at_its_end(credit: str, source: str, cue: str):
    assert completed(f"It rained. {TOLD}, {credit}. Nobody came.") == [(source, cue, TOLD)]


def test_a_speaker_who_is_known_to_express_something_said_the_sentence_too():
    text = f"{TOLD}, the harbour board said, expressing its regret at the noise."
    expressed = found(text, "its regret at the noise", "expressing", "the harbour board")
    assert completed(text, expressed) == [
        ("the harbour board", "said", TOLD),
        ("the harbour board", "expressing", "its regret at the noise"),
    ]


@pytest.mark.parametrize("dateline", ["PORT: ", "Port Stone, July 9 (PNA) – "])
def test_where_a_report_comes_from_is_not_told(dateline: str):
    text = f"{dateline}{TOLD}, the board said in a post on its site."
    assert completed(text) == [("the board", "said", TOLD)]


def test_what_was_reported_has_no_source():
    assert completed(f"{TOLD}, it was reported.") == [("", "was reported", TOLD)]


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD}, according to plans that nobody has read and that the mayor dislikes.",
        "As the storm went on and on, she said.",
        "It leaks, she said.",
        f"{TOLD}, “a farce,” she said.",
    ],
)
def test_any_other_sentence_is_left(text: str):
    assert all(row[1] != "she" or "“" in row[2] for row in completed(text))
    assert all(TOLD not in row[2] for row in completed(text))


@pytest.mark.parametrize("bullet", ["- ", "• "])
def test_what_marks_an_item_of_a_list_is_no_part_of_it(bullet: str):
    text = f"{bullet}Ash cloud reaches nine kilometres, the agency says\n{bullet}It rained."
    told = "Ash cloud reaches nine kilometres"
    assert completed(text) == [("the agency", "says", told)]
    whole = found(text, f"{bullet}{told}", "says", "the agency")
    assert completed(text, whole) == [("the agency", "says", told)]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "She answered, by her own estimate, some ninety letters a week.",
            ("her", "by her own estimate", "She answered | some ninety letters a week"),
        ),
        (
            "By Brooks's own admission, the bridge is far too narrow for lorries.",
            (
                "Brooks",
                "By Brooks's own admission",
                "the bridge is far too narrow for lorries",
            ),
        ),
    ],
)
def test_what_is_told_by_ones_own_account_is_ones_statement(text: str, row: tuple[str, ...]):
    assert completed(text) == [row]
