"""Sources have the words that belong to them, and no others."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.completion import complete
from pipeline.records import Quotation
from tests.annotate.test_completion import completed, found


def source_of(text: str, source: str, cue: str, content: str) -> str:
    return completed(text, found(text, content, cue, source))[0][0]


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("Not everyone agrees “the pump is old”.", "everyone", "Not everyone"),
        ("But at least one sailor agrees the pump is old.", "one sailor", "at least one sailor"),
        ("Less than a third agrees the pump is old.", "a third", "Less than a third"),
        ("Nobody but everyone agrees the pump is old.", "everyone", "everyone"),
        (
            "It leaks, as one of the harbour engineers agrees the pump is old.",
            "the harbour engineers",
            "one of the harbour engineers",
        ),
        (
            "A former member of the crew agrees the pump is old.",
            "the crew",
            "A former member of the crew",
        ),
        (
            "In Tolland, Ruud and Stone agrees the pump is old.",
            "Ruud and Stone",
            "Ruud and Stone",
        ),
    ],
)
def test_what_stands_in_front_and_belongs_to_it(text, source, whole):
    assert source_of(text, source, "agrees", "the pump is old") == whole


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("the Harbour Court this month", "the Harbour Court"),
        ("prosecutors in April", "prosecutors"),
        ("who in 2010", "who"),
        ("who together", "who"),
        ("who had kept the lock for years", "who"),
        ("who identified himself as Ada Ruud", "who identified himself as Ada Ruud"),
        ("multiple reports and", "multiple reports"),
        ("Another report that", "Another report"),
        ("Ada Ruud (Harbour), who", "Ada Ruud (Harbour)"),
        ("those who", "those who"),
        ("The WHO", "The WHO"),
        ("Ada Ruud, who was in town, but", "Ada Ruud, who was in town"),
        ("both sailors and", "both sailors and"),
        ("TOLLAND - Two sailors", "Two sailors"),
        ("Sir – The council", "The council"),
        ("a study in April", "a study in April"),
        (
            "Ada Ruud, the chief of the 1998 race in 2012",
            "Ada Ruud, the chief of the 1998 race in 2012",
        ),
    ],
)
def test_what_is_no_part_of_it(source, kept):
    text = f"{source} said the pump is old."
    assert source_of(text, source, "said", "the pump is old") == kept


def test_whom_a_correspondent_quotes_is_no_part_of_the_correspondent():
    text = "The man was held, reports our correspondent quoting Inspector Stone."
    quotation = found(
        text, "The man was held", "reports", "our correspondent quoting Inspector Stone"
    )
    assert completed(text, quotation) == [("our correspondent", "reports", "The man was held")]


def test_a_dateline_below_the_headline_is_no_part_of_the_source():
    text = "Record sales\n\nLEEDS – Port Foods today announced record sales."
    quotation = found(text, "record sales", "today announced", "LEEDS – Port Foods")
    assert completed(text, quotation)[0][0] == "Port Foods"


@pytest.mark.parametrize(
    ("before", "cue", "whole"),
    [
        ("It rained. The union’s complaint to ", "says", "The union’s complaint to the Board"),
        ("It rained. A formal letter from ", "says", "A formal letter from the Board"),
        ("Ruud sent a letter to ", "saying", "Ruud"),
        ("It rained. The mood in ", "says", "the Board"),
    ],
)
def test_a_text_that_is_sent_to_somebody_speaks_itself(before, cue, whole):
    text = f"{before}the Board {cue} the pump is old."
    assert source_of(text, "the Board", cue, "the pump is old") == whole


def test_in_whose_text_something_stands_says_it():
    text = "In a note pinned to its door the club called on members to stay."
    note = "a note pinned to its door the club"
    assert source_of(text, note, "called on", "members to stay") == "the club"
    text = "A note pinned to the door of the club called on members to stay."
    note = "A note pinned to the door of the club"
    assert source_of(text, note, "called on", "members to stay") == note


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "whole"),
    [
        (
            "On Monday, the tram drivers sent a short letter to the mayor urging her to stay.",
            "the mayor",
            "urging",
            "her to stay",
            "the tram drivers",
        ),
        (
            "He wrote an e-mail to Ada Brooks, calling the fares unfair.",
            "Ada Brooks",
            "calling",
            "the fares unfair",
            "He",
        ),
        (
            "Brooks, when contacted by Tram Wire, said it was late.",
            "Brooks, when contacted by Tram Wire",
            "said",
            "it was late",
            "Brooks",
        ),
    ],
)
def test_whoever_is_written_to_or_asked_is_told_from_who_speaks(
    text: str, source: str, cue: str, content: str, whole: str
):
    assert source_of(text, source, cue, content) == whole


@pytest.mark.parametrize("seen", ["which was seen by", "obtained by", "which has been reviewed by"])
def test_a_letter_speaks_and_not_who_has_seen_it(seen: str):
    text = f"The letter, {seen} The Dispatch, said the pump was old."
    rows = completed(text, found(text, "the pump was old", "said", "The Dispatch,"))
    assert rows == [("The letter", "said", "the pump was old")]


def test_who_is_named_by_a_letter_speaks_for_themselves():
    text = "The letter was seen by Ada Brooks, and Abe Stone said the pump was old."
    rows = completed(text, found(text, "the pump was old", "said", "Abe Stone"))
    assert rows == [("Abe Stone", "said", "the pump was old")]


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ("Asked by Ada Brome, a Port MP, how many had left, he said ten", "Ada Brome, a Port MP"),
        ("Asked in 2015 by The Lantern how many had left, he said ten", "The Lantern"),
        ("Asked by Ada Brome on Thursday how many had left, he said ten", "Ada Brome"),
        ("Asked how many had left, he said ten", ""),
    ],
)
def test_who_asks_in_the_passive_is_the_questions_source(asked: str, who: str) -> None:
    start = asked.index("how many")
    question = Quotation(((start, start + 17),), ((0, 5),), (), confidence=0.9)
    found = complete(asked, (question,))[0]
    assert "".join(asked[s:e] for s, e in found.source) == who


def test_a_letter_that_was_sent_and_seen_is_whose_words_it_has():
    text = "The letter, which was sent to the harbour board on Monday and has been seen by the "
    text += "Dispatch, says the pump is old."
    assert source_of(text, "Dispatch,", "says", "the pump is old") == "The letter"


def test_a_letter_that_somebody_signed_is_whose_words_it_has():
    text = (
        "The letter to owners, dated 3 May and signed by the harbour chief, says the pump is old."
    )
    source = source_of(text, "the harbour chief,", "says", "the pump is old")
    assert source == "The letter to owners"


@pytest.mark.parametrize(
    "text",
    [
        "They shut the mill, blaming the river. Brooks wept.",
        "They shut the mill, blaming the river.\n\nBrooks wept.",
        "Brooks wept. They shut the mill, blaming the river.",
        "Brooks said: “It leaks.” They shut the mill, blaming the river.",
    ],
)
def test_no_source_stands_in_another_sentence(text: str) -> None:
    assert source_of(text, "Brooks", "blaming", "the river") == "They"


def test_who_spoke_before_goes_on_adding() -> None:
    assert source_of("Brooks wept. Adding that it leaks.", "Brooks", "Adding", "it leaks")


def test_a_quotation_may_end_in_front_of_its_source() -> None:
    text = "“We know,” said with a smile “that it leaks. It does.” Brooks of Port."
    cue = (text.index("said"), text.index("said") + 4)
    pieces = ((0, 10), (text.index("“that"), text.index(" Brooks")))
    at = text.index("Brooks")
    found = complete(text, (Quotation(pieces, (cue,), ((at, at + 6),), confidence=0.9),))
    assert [text[s:e] for s, e in found[0].source] == ["Brooks"]


def test_what_a_speaker_in_court_is_about_is_no_part_of_the_source():
    text = "Prosecuting, Ada Brooks said the pump was old."
    assert source_of(text, "Prosecuting, Ada Brooks", "said", "the pump was old") == "Ada Brooks"


def test_who_is_counted_between_commas_is_named_in_front():
    text = "It rained. His old rivals, and there are many, believe the pump was old."
    got = source_of(text, "there are many", "believe", "the pump was old")
    assert got == "His old rivals"
