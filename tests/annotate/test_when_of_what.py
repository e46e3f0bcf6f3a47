"""Whose time a sentence tells: that of the saying, of a noun, of a cited piece, of another act."""

from __future__ import annotations

import pytest

from tests.annotate.test_speaker_day import LATER, ON_TUESDAY, SAID
from tests.annotate.test_speaker_day import dates as by_speaker
from tests.annotate.test_when_carried import FRIDAY, dates

PUBLISHED = (FRIDAY, "published")
MONDAY = "2021-03-15"
ON_MONDAY, MONDAY_S = (MONDAY, "stated"), (MONDAY, "carried")


@pytest.mark.parametrize(
    ("marked", "date"),
    [
        ("The brief memo, dated March 3, says", "2021-03-03"),
        ("At a March 11 breakfast on the quay, Orrin said", "2021-03-11"),
        ("The board, in its weekly summary Monday, said", MONDAY),
    ],
)
def test_a_dated_paper_and_a_meal_on_a_day_date_what_is_said(marked: str, date: str) -> None:
    source = marked.rpartition(", ")[2].rpartition(" ")[0]
    told = marked if not source else marked.replace(f", {source} ", f", {{s:{source}}} ")
    for first in ("The brief memo", "The board"):
        told = told.replace(first, f"{{s:{first}}}")
    cue = marked.rpartition(" ")[2]
    told = f"{told.removesuffix(cue)}{{q:{cue}}} {{c:that it leaks}}./"
    assert dates(told) == [(date, "stated")]


@pytest.mark.parametrize(
    "marked",
    [
        # A participle behind the last noun of the content.
        "{s:Orrin} {q:forecast} {c:a loss, almost double the sum} predicted in December./",
        # The day of a piece that a letter cites.
        "{s:I} {q:stand with} {c:Orrin} (“Quay must go,” QuayHerald.com, Thursday)./",
        # The days over which a survey was taken.
        "Most like it in the poll, taken March 4-6, but {s:arithmetic} {q:shows} {c:it is lost}./",
        # Of somebody else in the same clause.
        "I met a baker on Monday who was a clerk and a would-be actor {s:who} {q:felt} {c:alone}./",
        # Behind an act that a `when` breaks into.
        "Orrin had been talking of the flood of 2013, when {s:Vesna} {q:asked} {c:who paid}./",
        # Credited to somebody at the end.
        "On Monday, {c:the club was paid $9}, {q:according to} {s:ledgers}./",
    ],
)
def test_the_time_of_something_else_dates_no_statement(marked: str) -> None:
    assert dates(marked) == [PUBLISHED]


def test_what_has_been_done_is_of_no_day_of_the_clause_before() -> None:
    found = dates(
        "{s:Orrin} {q:told} reporters on Monday {c:that it sails}/, "
        "and {s:he} {q:has begun to say} {c:that it is his}./"
    )
    assert found == [ON_MONDAY, PUBLISHED]


@pytest.mark.parametrize(
    ("marked", "date"),
    [
        ("{s:Orrin} {q:declared} {c:the quay a ruin in February}./", "2021-02"),
        ("{s:Orrin} {q:decided against} {c:the sale on Monday}./", MONDAY),
        ("{s:Orrin} {q:said} {c:the figures were wrong during a hearing last week}./", "2021-03"),
    ],
)
def test_a_time_that_ends_the_content_of_an_act_is_its_own(marked: str, date: str) -> None:
    assert dates(marked) == [(date, "stated")]


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Orrin} {q:dismissed} {c:the offer made in February}./",
        "{s:Orrin} {q:announced} {c:a sale on Monday}./",
        "{s:Orrin} {q:rejected} {c:what they asked for in February}./",
        "{s:Orrin} {q:said} {c:the crew was drawing cheers at a rally last week}./",
    ],
)
def test_the_time_of_what_a_content_tells_is_not(marked: str) -> None:
    assert dates(marked) == [PUBLISHED]


def test_one_of_several_emails_has_no_day() -> None:
    assert dates("In one email, {s:a clerk} {q:called} {c:it a wreck}./") == [("", "")]
    shown = "In one email, {c:a clerk called it a wreck}, {s:the Herald} {q:reported}./"
    assert dates(shown) == [PUBLISHED]


def test_what_somebody_had_been_told_was_told_before() -> None:
    assert dates("{s:The crew} {q:had been told} {c:that it sails}./") == [("", "")]


def test_who_recalls_a_childhood_today_says_so_today() -> None:
    assert dates("As a boy, {s:Orrin} {q:says}, {c:he sailed}./") == [PUBLISHED]


def test_a_suit_filed_in_a_court_is_no_hearing() -> None:
    found = dates(
        "On Monday, the crew filed a suit in the county court.\n\nIt is old.\n\n"
        "{c:“It leaks,”} {q:said} {s:Vesna Holm}./"
    )
    assert found == [PUBLISHED]
    found = dates(
        "On Monday, the crew came to the county court for a hearing.\n\nIt is old.\n\n"
        "{c:“It leaks,”} {q:said} {s:Vesna Holm}./"
    )
    assert found == [MONDAY_S]


def test_it_was_and_a_day_sets_a_scene() -> None:
    assert dates("It was Monday, and Orrin was ill. {s:He} {q:said} {c:it leaked}./") == [MONDAY_S]
    assert dates("It was years ago that it sank. {s:He} {q:said} {c:it leaked}./") == [PUBLISHED]


def test_a_news_conference_behind_the_words_is_the_occasion_of_the_sentence_before() -> None:
    shut = "{s:Orrin Vale} {q:announced} on Monday {c:that the quay was shut}./\n\n"
    told = "{c:“It leaks,”} {s:Orrin Vale} {q:told} a news conference./"
    assert dates(shut + told) == [ON_MONDAY, MONDAY_S]
    in_front = "At a news conference, {s:Orrin Vale} {q:said} {c:that it leaks}./"
    assert dates(shut + in_front) == [ON_MONDAY, PUBLISHED]
    another = "{c:“It leaks,”} {s:Orrin Vale} {q:said} in another interview./"
    assert dates(shut + another) == [ON_MONDAY, PUBLISHED]


def test_what_was_recently_said_is_not_of_the_day_told_before() -> None:
    found = dates("{s:Orrin} {q:sang} {c:it} on Monday./ {s:Orrin} {q:recently praised} {c:it}./")
    assert found[1] == PUBLISHED


def test_a_day_told_in_front_of_a_statement_is_its_speaker_s_far_down_too() -> None:
    told = "{PERSON:Vesna Brooks} shone at a rally on Tuesday. "
    assert by_speaker(f"{LATER}{told}{SAID}") == [ON_TUESDAY]


def test_what_somebody_later_told_an_outlet_dates_nothing_before() -> None:
    told = "{s:{PERSON:Vesna Brooks}} {c:told} the Quay Herald on Tuesday {q:that it sails}."
    filler = "The quay is old.\n\n" * 4
    assert by_speaker(f"{filler}{SAID}|\n\n{told}")[0] != ON_TUESDAY
    heard = told.replace("the Quay Herald", "a rally")
    assert by_speaker(f"{filler}{SAID}|\n\n{heard}")[0] == ON_TUESDAY


def test_a_day_between_the_words_and_who_says_them_belongs_to_the_words() -> None:
    marked = "{c:The mill had asked for help} on Friday, {s:Orrin} {q:said}./"
    assert dates(marked) == [PUBLISHED]
