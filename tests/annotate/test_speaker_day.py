"""Who is told to have spoken on one day said on it what is told without a time."""

from __future__ import annotations

import pytest

from pipeline.annotate.dating.component import When
from pipeline.annotate.speakers.component import Speakers
from tests.annotate.marked_article import article

THURSDAY = "2021-03-18"
ON_TUESDAY, NOT_DATED = ("2021-03-16", "carried"), (THURSDAY, "published")
LATER = (
    "The quay is old. Nobody owns it.\n\nThe mill is older. Nobody wants it.\n\n"
    "The lock is gone. Nobody knows why.\n\nThe pump is new. Nobody uses it.\n\n"
    "The bridge is next. Nobody asks when.\n\n"
)
SPEECH = "{PERSON:Vesna Brooks} opened the mill with a speech on Tuesday.\n\n"
SAID = "“{q:It leaks},” {s:{PERSON:Brooks}} {c:said}."


def dates(marked: str) -> list[tuple[str, str]]:
    """(date, basis) of each statement of a text, marked as for `article`."""
    doc = Speakers()(article(marked, title="An old quay"))
    doc._.published = THURSDAY
    return [(each.said_on.date, each.said_on.basis) for each in When()(doc)._.quotations]


@pytest.mark.parametrize(
    "told",
    [
        "{PERSON:Vesna Brooks} attacked the mill on Tuesday.",
        "{PERSON:Vesna Brooks}, who built it, attacked the mill on Tuesday.",
        "{PERSON:Vesna Brooks} shone at a rally on Tuesday.",
        "Nobody heard {PERSON:Vesna Brooks}’s long speech on Tuesday.",
        "In remarks after meeting millers on Tuesday, Governor {PERSON:Vesna Brooks} frowned.",
    ],
)
def test_the_day_on_which_somebody_is_told_to_speak_is_that_of_what_they_say(told: str) -> None:
    assert dates(f"{told}\n\n{LATER}{SAID}") == [ON_TUESDAY]


def test_a_statement_of_the_opening_tells_it() -> None:
    told = "“{q:It sinks},” {s:{PERSON:Vesna Brooks}} {c:sighed} on Tuesday.|\n\n"
    assert dates(f"{told}{LATER}{SAID}")[1] == ON_TUESDAY


def test_it_is_so_in_front_of_it_too() -> None:
    assert dates(f"{SAID}\n\n{{PERSON:Vesna Brooks}} attacked the mill on Tuesday.") == [ON_TUESDAY]


@pytest.mark.parametrize(
    "told",
    [
        "{PERSON:Vesna Brooks} was robbed in a fire on Tuesday.",
        "{PERSON:Orrin Vance} attacked {PERSON:Vesna Brooks} on Tuesday.",
        "{PERSON:Vesna Brooks}, whom {PERSON:Orrin Vance} attacked on Tuesday, slept.",
        "The crew slept on Tuesday when {PERSON:Orrin Vance} met {PERSON:Vesna Brooks}.",
        "{PERSON:Vesna Brooks} was attacked on Tuesday by {PERSON:Orrin Vance}.",
        "{PERSON:Vesna Brooks} spokesman {PERSON:Orrin Vance} spoke on Tuesday.",
        "In an interview on Tuesday, {PERSON:Orrin Vance} hoped {PERSON:Vesna Brooks} would go.",
        "At a rally on Tuesday, opponents of Mayor {PERSON:Vesna Brooks} waved brooms.",
        "{PERSON:Vesna Brooks} will speak at a rally on Friday.",
        "{PERSON:Vesna Brooks} attacked the mill on March 1.",
    ],
)
def test_another_day_is_of_nothing_said(told: str) -> None:
    assert dates(f"{told}\n\n{LATER}{SAID}") == [NOT_DATED]


@pytest.mark.parametrize(
    "said",
    [
        "“{q:It leaks},” {s:{PERSON:Brooks}} {c:has said}.",
        "In an interview, {s:{PERSON:Brooks}} {c:said} {q:it leaked}.",
        "“{q:It leaks},” {s:{PERSON:Brooks}} {c:told} reporters outside.",
        "“{q:It leaks},” {s:{PERSON:Orrin Vance}} {c:said}.",
        "“{q:It leaks},” {s:a spokesman for {PERSON:Brooks}} {c:said}.",
        "{s:{PERSON:Brooks}} {c:feared} {q:it leaked}.",
        "As a candidate, {s:{PERSON:Brooks}} {c:said} {q:it leaked}.",
        "As the lock burned on Monday, crews ran; {s:{PERSON:Brooks}} {c:said} {q:it leaked}.",
    ],
)
def test_other_times_occasions_and_speakers_are_not_of_the_day(said: str) -> None:
    assert dates(f"{SPEECH}{LATER}{said}")[0] != ON_TUESDAY


def test_the_day_of_the_opening_counts_and_no_later_one() -> None:
    assert dates(f"{LATER}{SPEECH}{LATER}{SAID}") == [NOT_DATED]


def test_who_spoke_on_several_days_has_none() -> None:
    again = "{PERSON:Brooks} attacked the lock on Monday.\n\n"
    assert dates(f"{SPEECH}{again}{LATER}{SAID}") == [NOT_DATED]


def test_two_sentences_of_a_day_make_it_the_speakers() -> None:
    twice = (
        "“{q:It sinks},” {s:{PERSON:Vesna Brooks}} {c:said} on Tuesday.|\n\n"
        "“{q:It stinks},” {s:{PERSON:Brooks}} {c:said} on Tuesday.|\n\n"
    )
    assert dates(f"{LATER}{twice}{LATER}{SAID}")[2] == ON_TUESDAY
    once = twice[: twice.index("\n\n") + 2]
    assert dates(f"{LATER}{once}{LATER}{SAID}")[1] == NOT_DATED


def test_a_day_that_does_not_date_a_statement_is_that_of_no_other() -> None:
    told = (
        "After a flood that drowned the mill on Tuesday, {s:{PERSON:Vesna Brooks}} {c:told} "
        "the Herald {q:it leaked}.|\n\n"
    )
    assert dates(f"{told}{LATER}{SAID}") == [NOT_DATED, NOT_DATED]


def test_the_reports_of_a_live_file_have_no_day_in_common() -> None:
    assert dates(f"{SAID}|\n\n___\n\n{SPEECH}{SAID}") == [NOT_DATED, NOT_DATED]


def test_he_was_speaking_at_an_occasion_dates_what_stands_before_and_behind() -> None:
    spoke = "He was speaking at the opening of the lock on Tuesday.\n\n"
    assert dates(f"{SAID}|\n\n{spoke}{LATER}{SAID}") == [ON_TUESDAY, ON_TUESDAY]


def test_a_day_of_one_of_a_family_is_not_that_of_another() -> None:
    other = "“{q:It floats},” {s:{PERSON:Ada Brooks}} {c:said}.|\n\n"
    both = f"{SPEECH}{LATER}{other}“{{q:It leaks}},” {{s:{{PERSON:Vesna Brooks}}}} {{c:said}}."
    assert dates(both) == [NOT_DATED, ON_TUESDAY]


def test_what_somebody_had_said_before_is_of_a_day_of_its_own() -> None:
    before = "{s:{PERSON:Vesna Brooks}} {c:had said} on Tuesday {q:that it leaked}.|"
    assert dates(f"{SAID}|\n\n{before}") == [NOT_DATED, ("2021-03-16", "stated")]


def test_the_rivals_of_somebody_are_no_family() -> None:
    rivals = "“{q:It floats},” {s:rivals of {PERSON:Vesna Brooks}} {c:said}.|\n\n"
    said = "“{q:It leaks},” {s:{PERSON:Vesna Brooks}} {c:said}."
    assert dates(f"{SPEECH}{LATER}{rivals}{said}")[1] == ON_TUESDAY
