"""Who asks does not answer."""

from __future__ import annotations

from pipeline.records import Quotation
from tests.annotate.test_completion import completed, found


def test_the_answer_below_a_question_is_not_who_asked():
    text = "It rained.\n\n“Have you seen it?” Stone asked.\n\n“I have seen it.”\n\nThe tide turned."
    joined = found(text, ["“Have you seen it?”", "“I have seen it.”"], "asked", "Stone")
    assert completed(text, joined) == [("Stone", "asked", "“Have you seen it?”")]


def test_a_brief_question_about_the_us_is_put_to_somebody():
    text = "It rained.\n\n“And the US?” Stone asked.\n\n“It has left.”\n\nThe tide turned."
    joined = found(text, ["“And the US?”", "“It has left.”"], "asked", "Stone")
    assert completed(text, joined) == [("Stone", "asked", "“And the US?”")]


def test_a_question_between_two_answers_is_somebody_elses():
    text = (
        "“I would not put it that way,” Stone replied.\n\n“How would you put it?”\n\n"
        "“I was busy.”\n\nThere were gasps."
    )
    pieces = ["“I would not put it that way,”", "“How would you put it?”", "“I was busy.”"]
    assert completed(text, found(text, pieces, "replied", "Stone")) == [
        ("Stone", "replied", "“I would not put it that way,” | “I was busy.”")
    ]


def test_questions_and_answers_go_to_the_two_who_are_named():
    text = (
        "“Did you see the car?” Stone asked.\n\n“I did not.”\n\n“What did you do then?”\n\n"
        "“I went home,” Brooks said."
    )
    rows = completed(
        text,
        found(text, ["“Did you see the car?”", "“I did not.”"], "asked", "Stone"),
        found(text, ["“What did you do then?”", "“I went home,”"], "said", "Brooks"),
    )
    assert ("Brooks", "", "“I did not.”") in rows
    assert ("Stone", "", "“What did you do then?”") in rows
    assert ("Brooks", "said", "“I went home,”") in rows


def test_a_question_that_a_speaker_goes_on_from_parts_nothing():
    text = "“Why did they do it?” Stone said.\n\n“We may never know.”\n\nIt rained."
    pieces = ["“Why did they do it?”", "“We may never know.”"]
    assert completed(text, found(text, pieces, "said", "Stone"))[0][2] == " | ".join(pieces)


def test_a_question_of_the_authors_is_no_piece_of_a_statement():
    text = "It could start this week, said Stone.\n\nWhy now? “People choose,” Brooks said."
    rows = completed(
        text,
        found(text, ["It could start this week", "Why now"], "said", "Stone"),
        found(text, "“People choose,”", "Brooks said", "Brooks"),
    )
    assert rows[0][2] == "It could start this week"


def test_an_and_behind_a_question_goes_on_from_it():
    pieces = ["“Who are you, I asked myself. Are you a sailor?”", "“And I never looked back.”"]
    text = f"{pieces[0]} Stone said.\n\n{pieces[1]}"
    assert completed(text, found(text, pieces, "said", "Stone")) == [
        ("Stone", "said", " | ".join(pieces))
    ]


def test_a_question_between_what_somebody_says_and_what_she_says_is_somebody_elses() -> None:
    text = (
        "“I have no name to give,” Stone said.\n\n“Do you have a guess?”\n\n"
        "“It would be wrong to guess,” she said."
    )
    asked = found(text, ["“I have no name to give,”", "“Do you have a guess?”"], "said", "Stone")
    begins = text.rindex("she said")
    answer = Quotation(
        ((text.index("“It would"), begins - 1),),
        ((begins + 4, begins + 8),),
        ((begins, begins + 3),),
        confidence=0.9,
    )
    assert completed(text, asked, answer) == [
        ("Stone", "said", "“I have no name to give,”"),
        ("she", "said", "“It would be wrong to guess,”"),
    ]
