"""Statements that others are told to have made, by words alone."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.completion import complete
from pipeline.records import Quotation


def inner_rows(words: str, *, spoken: bool = True) -> list[tuple[str, str, str]]:
    """Source, cue and content of what stands inside what Ada Brome says."""
    told = f"“{words},”" if spoken else words
    text = f"{told} Ada Brome said." if spoken else f"Ada Brome said {words}."
    start = text.index(told)
    who, verb = text.index("Ada Brome"), text.index(" said") + 1
    if spoken:
        verb = text.rindex("said")
    outer = Quotation(
        ((start, start + len(told)),), ((verb, verb + 4),), ((who, who + 9),), confidence=0.9
    )
    found = complete(text, (outer,))
    return [
        tuple(  # type: ignore[misc]
            text[slice(*spans[0])] if spans else "" for spans in (q.source, q.cue, q.content)
        )
        for q in found
        if q.nested_in is not None
    ]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (
            "I wrote to the ferry company and it was kind, and they have promised that it will run",
            ("they", "promised", "that it will run"),
        ),
        (
            "I rang the harbour and she told me it was closed for the night",
            ("she", "told me", "it was closed for the night"),
        ),
        ("He waved from the deck and said he'd be home", ("He", "said", "he'd be home")),
        (
            "The baker shook his head and told me it was stale",
            ("The baker", "told me", "it was stale"),
        ),
        (
            "She used to ask me whether I would sell the boat",
            ("She", "used to ask me", "whether I would sell the boat"),
        ),
        (
            "He was always saying he would sail to Spain",
            ("He", "saying", "he would sail to Spain"),
        ),
        (
            "He tells customers I am only the apprentice",
            ("He", "tells", "I am only the apprentice"),
        ),
        (
            "I had been told by a man in Porlow it would float",
            ("a man in Porlow", "told", "it would float"),
        ),
        (
            "I had been told by the mate Abe Finn at noon to keep out of it",
            ("the mate Abe Finn", "told", "to keep out of it"),
        ),
        (
            "Abe told him since spring that it was the best boat of all",
            ("Abe", "told him", "that it was the best boat of all"),
        ),
        (
            "Then Abe pointed out they were out of rope",
            ("Abe", "pointed out", "they were out of rope"),
        ),
        (
            "I believed them when they said they were leaving",
            ("they", "said", "they were leaving"),
        ),
        ("I asked him whether he could swim", ("I", "asked him", "whether he could swim")),
        ("We were told, ‘Wait for the tide’", ("", "were told", "‘Wait for the tide’")),
        ("I've been told I look like a sailor", ("", "been told", "I look like a sailor")),
        ("She asked me to stay with her and I did", ("She", "asked me", "to stay with her")),
        ("The mate warned us twice about thin ice", ("The mate", "warned us", "about thin ice")),
    ],
)
def test_what_another_said_is_found_in_speech(words: str, row: tuple[str, str, str]) -> None:
    assert inner_rows(words) == [row]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        (
            "the pilot has told friends he would like to stay",
            ("the pilot", "told", "he would like to stay"),
        ),
        (
            "border guards had advised him to turn back",
            ("border guards", "had advised him", "to turn back"),
        ),
        (
            "Orla's mother, Bea Finn, had twice asked a nurse whether it was a fever",
            ("Orla's mother, Bea Finn,", "had twice asked", "whether it was a fever"),
        ),
        (
            "members wanted to help but had been asked by police not to go alone",
            ("police", "asked", "not to go alone"),
        ),
        (
            "elders had long observed that the meadow came back stronger",
            ("elders", "had long observed", "that the meadow came back stronger"),
        ),
        (
            "they had been told to expect the boat in May",
            ("", "had been told", "to expect the boat in May"),
        ),
        (
            "one of our rangers was informed that there were cats in the lock",
            ("", "was informed", "that there were cats in the lock"),
        ),
        (
            "staff had been told by email that it was safe",
            ("", "had been told", "that it was safe"),
        ),
        (
            "she was told the ship would sail at noon",
            ("", "was told", "the ship would sail at noon"),
        ),
        (
            "the board had been warned that it leaked, but did nothing",
            ("", "had been warned", "that it leaked"),
        ),
        (
            "the crew was told not to sail and that one mate was ill",
            ("", "was told", "not to sail"),
        ),
        (
            "although they were informed that it had sunk, no one came",
            ("", "were informed", "that it had sunk"),
        ),
        (
            "that the mate had told him that it was over, and that he had sat down",
            ("the mate", "had told him", "that it was over"),
        ),
    ],
)
def test_what_another_said_is_found_in_paraphrase(words: str, row: tuple[str, str, str]) -> None:
    assert [(a.rstrip(","), b, c) for a, b, c in inner_rows(words, spoken=False)] == [
        (row[0].rstrip(","), *row[1:])
    ]


@pytest.mark.parametrize(
    "words",
    [
        "people like him because he says what they all think",
        "he is a friend, and nobody says anything about it",
        "the harbour has never said that it would close for good",
        "both he and Abe promised as young men to lead the fleet",
        "I told you that it would rain on the day",
    ],
)
def test_what_says_nothing_is_left(words: str) -> None:
    assert inner_rows(words) == []


def test_who_begins_a_sentence_behind_inner_marks_did_not_say_them() -> None:
    words = "Somebody rang me today and said, ‘Is he asleep?’ I said he was out fishing"
    assert inner_rows(words)[0] == ("Somebody", "said", "‘Is he asleep?’")


def test_a_name_that_did_something_first_said_what_follows() -> None:
    words = "Abe grabbed me and said, ‘Stop running to the rail’"
    assert inner_rows(words) == [("Abe", "said", "‘Stop running to the rail’")]


def test_who_told_it_may_be_explained_behind_the_credit() -> None:
    text = "Abe Stone told the crew that he was lost, said the sailors, who were below deck."
    start = text.index("that he")
    told = Quotation(((start, text.index(", said")),), ((10, 14),), ((0, 9),), confidence=0.9)
    assert [q.nested_in for q in complete(text, (told,))] == [None, 0]


def test_an_answer_is_no_part_of_what_was_asked() -> None:
    words = "I asked the clerk when it sailed and she told me it was at noon"
    assert inner_rows(words) == [
        ("I", "asked", "when it sailed"),
        ("she", "told me", "it was at noon"),
    ]


def test_what_somebody_kept_saying_is_theirs():
    rows = inner_rows("He kept saying, ‘Will it sink?’")
    assert rows == [("He", "saying", "‘Will it sink?’")]


def test_who_told_the_speaker_something_is_found_with_a_clause_of_their_own():
    words = "she had met a clerk at the mill who told her it would close"
    assert inner_rows(words, spoken=False) == [
        ("a clerk at the mill", "told her", "it would close")
    ]
    hearing = "the clerk, who denies theft of coal, told friends that it had rained"
    assert inner_rows(hearing, spoken=False)[0][2] == "theft of coal"


def test_what_somebody_told_another_before_is_found_behind_after():
    words = "the vote was put off after two small owners told clerk Al Rood that they were ill"
    assert inner_rows(words, spoken=False) == [("two small owners", "told", "that they were ill")]


def test_what_the_speaker_told_somebody_who_is_named_is_found():
    assert inner_rows("I told Carl I’m going to sea") == [("I", "told", "I’m going to sea")]
