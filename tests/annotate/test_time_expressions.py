"""Time expressions: found in a text, and the dates they stand for."""

from __future__ import annotations

import time

import pytest

from pipeline.annotate.dating.time_expressions import find_time_expressions
from pipeline.annotate.dating.time_values import resolve

FRIDAY = "2021-03-19"


def found(text: str) -> list[str]:
    return [expression.text for expression in find_time_expressions(text)]


def date_of(words: str, published: str = FRIDAY, *, anchor: str = "", ahead: bool = False) -> str:
    expressions = find_time_expressions(words)
    assert expressions, f"nothing found in {words!r}"
    return resolve(expressions[0], published, anchor=anchor, ahead=ahead)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("on Friday", "2021-03-19"),
        ("Monday night", "2021-03-15"),
        ("on Saturday", "2021-03-13"),
        ("last Friday", "2021-03-12"),
        ("next Monday", "2021-03-22"),
        ("on Mon.", "2021-03-15"),
        ("MONDAY", "2021-03-15"),
        ("yesterday", "2021-03-18"),
        ("today", "2021-03-19"),
        ("this morning", "2021-03-19"),
        ("last night", "2021-03-18"),
        ("tonight", "2021-03-19"),
        ("tomorrow", "2021-03-20"),
        ("two days ago", "2021-03-17"),
        ("the day before yesterday", "2021-03-17"),
        ("a fortnight ago", "2021-03-05"),
        ("a week ago", "2021-03-12"),
        ("Jan. 3", "2021-01-03"),
        ("January 3, 2020", "2020-01-03"),
        ("3 January 2020", "2020-01-03"),
        ("Wednesday, Jan. 6", "2021-01-06"),
        ("on Wednesday, Jan. 6", "2021-01-06"),
        ("late on Wednesday (Jan. 6)", "2021-01-06"),
        ("on Wednesday the 6th of January", "2021-01-06"),
        ("the 3rd of February", "2021-02-03"),
        ("Dec. 8", "2020-12-08"),
        ("on the 3rd", "2021-03-03"),
        ("on the 30th", "2021-01-30"),
        ("2020-11-30", "2020-11-30"),
        ("11/30/2020", "2020-11-30"),
        ("Christmas Eve", "2020-12-24"),
    ],
)
def test_days_resolve_to_the_last_one_on_or_before_publication(words: str, date: str) -> None:
    assert date_of(words) == date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("the last week of October", "2020-10"),
        ("the first days of March", "2021-03"),
        ("the week before last", "2021-03"),
        ("the year before last", "2019"),
        ("two quarters ago", "2020-09"),
        ("Thursday last week", "2021-03-11"),
        ("on Monday morning last week", "2021-03-08"),
        ("Monday this week", "2021-03-15"),
        ("earlier in the week", "2021-03"),
        ("last week", "2021-03"),
        ("this week", "2021-03"),
        ("over the weekend", "2021-03"),
        ("last month", "2021-02"),
        ("earlier this month", "2021-03"),
        ("last year", "2020"),
        ("in February", "2021-02"),
        ("in May", "2020-05"),
        ("last May", "2020-05"),
        ("late April 2019", "2019-04"),
        ("two years ago", "2019"),
        ("three months ago", "2020-12"),
        ("several weeks ago", "2021-02"),
        ("in recent weeks", "2021-03"),
        ("in recent months", "2021"),
        ("in 2012", "2012"),
        ("the summer of 2012", "2012"),
        ("last summer", "2020"),
        ("the 1970s", "1970"),
    ],
)
def test_partial_dates_stay_partial(words: str, date: str) -> None:
    assert date_of(words) == date


@pytest.mark.parametrize("words", ["on Friday", "yesterday", "in May", "Jan. 3", "last week"])
def test_without_publication_date_nothing_relative_resolves(words: str) -> None:
    assert date_of(words, "") == ""


def test_without_publication_date_full_dates_still_resolve() -> None:
    assert date_of("January 3, 2020", "") == "2020-01-03"
    assert date_of("in 2012", "") == "2012"


def test_a_partial_publication_date_resolves_what_it_can() -> None:
    assert date_of("last month", "2021-01") == "2020-12"
    assert date_of("last year", "2021") == "2020"
    assert date_of("on Monday", "2021-01") == ""


def test_tense_that_points_ahead_turns_days_forward() -> None:
    assert date_of("Monday", ahead=True) == "2021-03-22"
    assert date_of("in May", ahead=True) == "2021-05"
    assert date_of("April 2", ahead=True) == "2021-04-02"


def test_a_day_of_the_coming_weeks_needs_no_year() -> None:
    assert date_of("April 2") == "2021-04-02"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("the next day", "2019-07-13"),
        ("the following morning", "2019-07-13"),
        ("a day earlier", "2019-07-11"),
        ("the previous day", "2019-07-11"),
        ("hours later", "2019-07-12"),
        ("earlier that day", "2019-07-12"),
        ("that month", "2019-07"),
        ("two years later", "2021"),
        ("the following Monday", "2019-07-15"),
        ("at the time", "2019-07-12"),
    ],
)
def test_what_counts_from_the_story_counts_from_its_date(words: str, date: str) -> None:
    assert date_of(words, anchor="2019-07-12") == date


def test_the_day_after_a_month_is_still_that_month() -> None:
    assert date_of("the following morning", anchor="2019-07") == "2019-07"


def test_what_counts_from_an_unknown_date_is_unknown() -> None:
    assert date_of("the next day") == ""
    assert date_of("years ago") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May said so.",
        "They may march in august company.",
        "The fee is $2000 for 12,000 visitors.",
        "She writes for Harbour Today.",
        "PORT ELLIS, Oct. 4 (Wire) — The ferry ran aground.",
    ],
)
def test_words_that_only_look_like_dates_are_left(text: str) -> None:
    assert found(text) == []


def test_expressions_come_in_order_with_their_offsets() -> None:
    text = "In May she left; on Tuesday, two years later, she was back."
    expressions = find_time_expressions(text)
    assert [each.text for each in expressions] == ["May", "on Tuesday", "two years later"]
    assert [text[each.start : each.end] for each in expressions] == [
        "May",
        "on Tuesday",
        "two years later",
    ]


def test_a_day_that_does_not_exist_has_no_date() -> None:
    assert date_of("Feb. 30") == ""


@pytest.mark.parametrize("unit", ["a few ", "the last ", "late ", "Monday, ", "1999 ", "the day "])
def test_time_is_linear_in_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        began = time.process_time()
        find_time_expressions(unit * size)
        return time.process_time() - began

    # A garbage collection may fall into any one run.
    assert min(seconds(20_000) for _ in range(3)) < 40 * max(seconds(2_000), 0.005)


@pytest.mark.parametrize(
    "words",
    ["since Bloody Sunday", "the Good Friday Agreement", "the Easter Rising"],
)
def test_days_of_a_name_of_their_own_are_not_the_last_of_their_name(words: str) -> None:
    assert not found(words)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("on Good Friday", "2020-04-10"),
        ("on Ash Wednesday", "2021-02-17"),
        ("on Easter Monday, 1916", "1916-04-24"),
        ("on MLK Day", "2021-01-18"),
        ("on Thanksgiving last year", "2020-11-26"),
        ("Black Friday", "2020-11-27"),
        ("on Labor Day", "2020-09-07"),
        ("Memorial Day", "2020-05-25"),
        ("on BOXING DAY", "2020-12-26"),
        ("on St Patrick’s Day", "2021-03-17"),
        ("New Year’s Day 1990", "1990-01-01"),
        ("last Christmas", "2020-12-25"),
        ("next Easter", "2021-04-04"),
        ("the Fourth of July", "2020-07-04"),
    ],
)
def test_holidays_are_days(words: str, date: str) -> None:
    assert date_of(words) == date


@pytest.mark.parametrize(
    "words",
    [
        "0000-00-00",
        "2019-02-30",
        "30,000 months ago",
        "800,000 days ago",
        "999,999,999,999 days ago",
        "3,000,000 years ago",
    ],
)
def test_what_is_no_day_of_the_calendar_has_no_date(words: str) -> None:
    assert date_of(words) == ""


@pytest.mark.parametrize("words", ["two years later", "that March", "the next month"])
def test_nothing_counts_from_before_our_era(words: str) -> None:
    assert date_of(words, anchor="-0300") == ""


def test_years_before_our_era_have_four_figures() -> None:
    assert date_of("300 BC") == "-0300"
    assert date_of("3,000 years ago") == "-0979"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("a decade later", "2015"),
        ("two decades earlier", "1985"),
        ("the previous decade", "1995"),
        ("the following decade", "2015"),
        ("that December", "2005-12"),
    ],
)
def test_a_decade_is_no_december(words: str, date: str) -> None:
    assert date_of(words, anchor="2005") == date


@pytest.mark.parametrize("words", ["two and a half years later", "two and a half years ago"])
def test_years_and_a_half_are_of_no_year_that_is_told(words: str) -> None:
    assert date_of(words, anchor="2005") == ""


def test_a_day_of_a_year_of_publication_is_in_it() -> None:
    assert date_of("Feb. 3", "2021") == "2021-02-03"


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("on Tues", "2021-03-16"),
        ("on Thurs night", "2021-03-18"),
        ("Tue 5 Jan", "2021-01-05"),
        ("on January the 5th", "2021-01-05"),
        ("5.1.2021", "2021-01-05"),
        ("5-1-2021", "2021-01-05"),
        ("01-13-2021", "2021-01-13"),
        ("5-Jan-2021", "2021-01-05"),
        ("2021/01/05", "2021-01-05"),
        ("in May last year", "2020-05"),
        ("in May of last year", "2020-05"),
        ("on 3 May last year", "2020-05-03"),
        ("January this year", "2021-01"),
        ("the 28th of last month", "2021-02-28"),
        ("a week last Tuesday", "2021-03-09"),
        ("the Tuesday before last", "2021-03-09"),
        ("Tuesday of last week", "2021-03-09"),
    ],
)
def test_dates_as_the_english_speaking_world_writes_them(words: str, date: str) -> None:
    assert date_of(words) == date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("later that day", "2019-05-03"),
        ("later that same night", "2019-05-03"),
        ("in June that year", "2019-06"),
        ("on June 4 of the following year", "2020-06-04"),
    ],
)
def test_later_that_day_is_the_day_itself(words: str, date: str) -> None:
    assert date_of(words, anchor="2019-05-03") == date


@pytest.mark.parametrize(
    "words", ["on the 5th floor", "the 3rd time", "Harry Weds Meghan", "1.2.3"]
)
def test_no_days(words: str) -> None:
    assert not found(words)


def test_a_century_is_no_day() -> None:
    assert date_of("in the 19th century") == ""
