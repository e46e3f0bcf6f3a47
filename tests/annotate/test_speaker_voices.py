"""Who I, we and you are, and what descriptions leave out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.annotate.quotations.completion import complete
from pipeline.annotate.speakers.component import Speakers
from pipeline.records import Quotation
from tests.annotate.marked_article import article, names_of, speakers_of


def test_i_inside_a_letter_set_as_a_block_is_the_letters():
    doc = article(
        "{s:The letter} {c:reads}:\n\n{q:I want to say that it was late.}|", byline="By J"
    )
    start = doc.text.index("I want")
    inner = Quotation(((start + 7, start + 29),), ((start + 2, start + 6),), ((start, start + 1),))
    doc._.quotations = (replace(doc._.quotations[0], kind="direct"), replace(inner, nested_in=0))
    assert [q.speaker.name for q in Speakers()(doc)._.quotations] == ["letter", "letter"]


def test_whom_a_letter_addresses_says_nothing():
    text = (
        "Here is the letter:\n\nSir: We will leave the harbour on the day that was agreed with you."
        "\n\nWe thank you for all that you did for us.\n\nSincerely,\n\nAda Brooks"
    )
    start = text.index("Sir")
    found = Quotation(((start + 5, start + 40),), ((start + 3, start + 4),), ((start, start + 3),))
    assert all(text[s:e] != "Sir" for q in complete(text, (found,)) for s, e in q.source)


def test_a_turn_of_a_transcript_is_its_speakers():
    text = "{s:STONEHAM}{c::} {q:I think that it was late}.|"
    speaker = speakers_of(text)[0]
    assert (speaker.name, speaker.type) == ("Stoneham", "person")


def test_signed_letters_speak_for_who_signs_them():
    text = (
        "{s:I} {c:think} {q:that the new bridge is too far from the old harbour}.|\n\n"
        "Ada Brooks.\n\nLow Water.\n\n"
        "{s:I} {c:doubt} {q:that anybody will ever pay for the new bridge there}.|\n\nAbe Stone."
    )
    assert names_of(text, byline="By JANE ROE") == ["Ada Brooks", "Abe Stone"]


def test_what_a_paper_says_over_the_letters_is_its_own():
    text = (
        "{s:We} {c:asked} {q:our readers what they think of the new bridge at the harbour}.|\n\n"
        "It is too far from the old harbour to be of any use to us.\n\nAda Brooks.\n\n"
        "{s:I} {c:doubt} {q:that anybody will ever pay for the new bridge there}.|\n\n"
        "Dr. Abe Stone."
    )
    assert names_of(text, byline="By JANE ROE") == ["Jane Roe", "Abe Stone"]


def test_a_name_over_a_section_signs_nothing():
    text = (
        "{s:I} {c:think} {q:that the new bridge is too far from the old harbour}.|\n\nAda Brooks."
        "\n\nShe wants a bridge that is nearer to the harbour than the old one was.\n\nAbe Stone."
        "\n\nHe wants no bridge at all and has said so to everybody who would listen."
    )
    assert names_of(text, byline="By JANE ROE") == ["Jane Roe"]


def test_you_in_the_articles_voice_are_the_readers():
    assert names_of("{s:You} {c:may think} {q:that it is late}.|") == ["readers"]


def test_the_time_is_no_part_of_a_description():
    text = "{s:A {ORG:Lakeside} poll released Friday} {c:found} {q:so}.|"
    assert names_of(text) == ["Lakeside poll"]
    text = (
        "{s:{PERSON:Ada Brooks}} {c:said} {q:no}.| {s:Her program on Wednesday} {c:said} {q:so}.|"
    )
    assert names_of(text)[1] == "Ada Brooks's program"


def test_the_next_mayor_is_nobody_yet():
    text = "{s:Mayor {PERSON:Ada Brooks}} {c:said} {q:yes}.| {s:The next mayor} {c:thinks} {q:no}.|"
    assert names_of(text)[1] == "next mayor"


def test_one_of_some_is_unnamed_and_one_in_some_are_many():
    text = "{s:One of the doctors} {c:said} {q:no}.| {s:One in five} {c:say} {q:yes}.|"
    assert [speaker.type for speaker in speakers_of(text)] == ["unnamed", "group"]


def test_a_name_in_capitals_is_spelled_as_elsewhere():
    text = "{GPE:PORTWATER} (Wire) - It rained. {s:{ORG:Portwater}} {c:said} {q:no}.|"
    assert names_of(text) == ["Portwater"]


def test_a_survey_whose_first_word_is_a_people():
    text = "{s:Data from the 2014 {NORP:American} Harbour Survey} {c:show} {q:so}.|"
    assert names_of(text) == ["American Harbour Survey"]


def test_i_is_no_agency_that_passes_the_words_on():
    doc = article(
        "{PERSON:Ada Brooks} said, according to {ORG:Port Wire}: “It is mine. I like it.”"
    )
    text = doc.text

    def span(words: str) -> tuple[tuple[int, int], ...]:
        return ((text.index(words), text.index(words) + len(words)),)

    said, first = "“It is mine. I like it.”", text.index("I like")
    doc._.quotations = (
        Quotation(span(said), span("according to"), span("Port Wire")),
        Quotation(span(said), span("said"), span("Ada Brooks")),
        Quotation(span("it.”"), span("like"), ((first, first + 1),)),
    )
    found = [quotation.speaker.name for quotation in Speakers()(doc)._.quotations]
    assert found == ["Port Wire", "Ada Brooks", "Ada Brooks"]


@pytest.mark.parametrize(
    "byline",
    ["By ADA BROOKS. Email: ada@port.example,Twitter: @ada", "Ada Brooks, The (Orrin, Ky.) Wire"],
)
def test_a_byline_ends_with_its_names(byline):
    assert names_of("{s:I} {c:think} {q:it leaks}.|", byline=byline) == ["Ada Brooks"]


@pytest.mark.parametrize("byline", ["By Sen. Ada Brooks", "By Prof. Ada Brooks"])
def test_a_title_does_not_end_a_byline(byline):
    [name] = names_of("{s:I} {c:think} {q:it leaks}.|", byline=byline)
    assert name.endswith("Ada Brooks")


@pytest.mark.parametrize(
    "note",
    [
        "{PERSON:Ada Brooks} is a playwright in Ripon.",
        "Dr. {PERSON:Ada Brooks} is playwright-in-residence at the Harbour Theatre. She sails.",
        "{PERSON:Ada Brooks}, a member of the board, writes about the sea.",
    ],
)
def test_the_note_at_the_end_tells_who_has_written(note: str) -> None:
    text = f"{{s:I}} {{c:remember}} {{q:my father}}.|\n\nHe loved the sea.\n\n{note}"
    assert [(s.name, s.type) for s in speakers_of(text)] == [("Ada Brooks", "author")]


@pytest.mark.parametrize(
    "end",
    [
        "{PERSON:Ada Brooks} was shocked.",
        "{PERSON:Ada Brooks} is known for a song.",
        "{s:{PERSON:Ada Brooks}}, a member of the board, {c:says} {q:no}.|",
        "My aunt was there.\n\n{PERSON:Ada Brooks} is a playwright.\n\nIt rained.\n\nIt was late.",
    ],
)
def test_who_is_named_at_the_end_has_not_written_it(end: str) -> None:
    text = f"{{s:I}} {{c:remember}} {{q:my father}}.|\n\nHe loved the sea.\n\n{end}"
    assert speakers_of(text)[0].name == ""


def test_a_byline_goes_before_the_note_at_the_end() -> None:
    text = "{s:I} {c:remember} {q:it}.|\n\nIt rained.\n\n{PERSON:Ada Brooks} is a playwright."
    assert speakers_of(text, byline="By Tom Hart")[0].name == "Tom Hart"
