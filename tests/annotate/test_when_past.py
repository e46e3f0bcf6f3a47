"""Statements that the article's own day does not date: old scenes, the dead, what others told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.records import Quotation, SaidOn, Speaker
from tests.annotate.test_when import FRIDAY, annotated, quotation, said_on
from tests.annotate.test_when_carried import dates


def _date(marked: str) -> str:
    return dates(marked)[-1][0]


def _of(name: str, each: Quotation, kind: str = "person") -> Quotation:
    return replace(each, speaker=Speaker(name=name, type=kind, basis="name"))


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Vesna} {q:has already said} {c:she is against it}./",
        "{s:Orrin} {q:has pleaded} {c:not guilty to both counts}./",
        "{s:Orrin} {q:later admitted} {c:that he had sunk it}./",
        "{s:Vesna} {q:would often tell} the crew {c:that it leaked}./",
        "{s:The surveys} {q:had shown} {c:it low in the water}./",
        "{s:Orrin} {q:told} detectives {c:that he was asleep}./",
        "{s:Orrin} {q:told} the police {c:that he was asleep}./",
        "When she was 12, {s:her father} {q:told} her {c:that it sails}./",
        "{s:The crew} {q:doubted} {c:her for a decade}./",
        "{s:Neighbours} {q:feared} {c:the tide for many years}./",
        "{s:Most sailors} then {q:held} {c:that it was flat}./",
        "{s:Vesna} {q:told} detectives {c:she slept}./ {s:She} {q:claimed} {c:that it rang}./",
    ],
)
def test_what_was_said_at_some_other_time_has_no_day(marked: str) -> None:
    assert _date(marked) == ""


@pytest.mark.parametrize(
    "marked",
    [
        "{s:Orrin} {q:told} police union members {c:that it sails}./",
        "{c:“When I was 12, it leaked,”} {s:Vesna} {q:says}./",
        "{c:“In the past, it leaked,”} {q:said} {s:Vesna}./",
        "{s:Vesna} {q:would not say} {c:whether it sails}./",
        "{s:Vesna} {q:said} {c:it for years to come}./",
        "{s:Vesna} {q:told} detectives {c:she slept}./\n\n{s:She} {q:claimed} {c:that it rang}./",
        "{c:If it leaks}, {s:Vesna} {q:fears}, {c:then it sinks}./",
    ],
)
def test_what_is_said_now_keeps_its_day(marked: str) -> None:
    assert _date(marked) == FRIDAY


@pytest.mark.parametrize(
    ("marked", "date"),
    [
        ("In 2009 the mill burned. {s:The crew} {q:feared} {c:for their pay}./", ""),
        ("In 2012 she fell ill. {s:A nurse} {q:told} her {c:to rest}./", ""),
        ("Over the next two years, {s:Orrin} {q:claimed} {c:that it leaked}./", ""),
        ("In 2009 the mill burned. {s:The crew} {q:said} {c:it was arson}./", FRIDAY),
        ("In 2009 the mill burned. {s:The crew} {q:fear} {c:for their pay}./", FRIDAY),
        ("In 2009 the mill burned. {s:Vesna} {q:told} reporters {c:it was arson}./", FRIDAY),
        ("In 2009 it burned. {s:A spokesman} {q:disputed} {c:that account}./", FRIDAY),
        ("In 2009 it burned.\n\n{s:The crew} {q:feared} {c:for their pay}./", FRIDAY),
        ("{s:Orrin, who built it in 2009,} {q:called} {c:it a wreck}./", FRIDAY),
        ("It sank on Monday, as in 2009. {s:The crew} {q:feared} {c:for their pay}./", FRIDAY),
        ("In 2009 it burned. {c:“It was hot,”} {s:Vesna} {q:recalled}./", FRIDAY),
        ("In 2009 it burned. {s:The guild} {q:declined} to {c:comment}./", FRIDAY),
        ("Orrin Vale, elected in Tolland in 2009, {s:he} {q:conceded} {c:a flaw}./", FRIDAY),
    ],
)
def test_what_was_felt_or_told_in_an_old_scene_has_no_day(marked: str, date: str) -> None:
    assert _date(marked) == date


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("Vesna Holm, who kept the tides, dies at 93.", ""),
        ("Vesna Holm, a keeper of tides, has died in Tolland.", ""),
        ("The tower honours the late Vesna Holm.", ""),
        ("Vesna Holm was killed on the quay.", ""),
        ("Vesna Holm, who wept after her son died, kept the tides.", FRIDAY),
        ("Vesna Holm said that Abe Orrin died.", FRIDAY),
    ],
)
def test_the_dead_say_nothing_today(lead: str, date: str) -> None:
    text = f"{lead}\n\nShe wrote that parks are for weeds."
    wrote = _of("Vesna Holm", quotation(text, "She", "wrote", "parks are for weeds"))
    assert annotated(text, wrote)[0].said_on.date == date


def test_the_year_in_brackets_behind_a_work_dates_what_is_written_in_it() -> None:
    text = "“It is old,” she wrote in “The Leaking Quay” (1971)."
    assert said_on(text, "she", "wrote", "“It is old,”") == SaidOn("1971", "1971", "stated")
    other = "“It is old,” she wrote of her quay (1971)."
    assert said_on(other, "she", "wrote", "“It is old,”").basis == "published"


def _told(
    text: str, outer: str, *, kind: str = "person", cue: str = "said", source: str = "Vesna"
) -> SaidOn:
    """When Orrin said what Vesna, or another, tells of him in the first sentence of a text."""
    first = _of("Vesna", quotation(text, source, outer, text[text.index("Orrin") : -1]), kind)
    inner = replace(_of("Orrin", quotation(text, "Orrin", cue, "it leaked")), nested_in=0)
    return annotated(text, first, inner)[1].said_on


def test_what_somebody_tells_that_another_said_is_not_of_the_day_of_telling() -> None:
    assert _told("Vesna testified on Monday that Orrin said it leaked.", "testified") == SaidOn()
    assert _told("Vesna testified that Orrin said it leaked.", "testified") == SaidOn()


def test_what_records_show_that_somebody_said_was_said_before() -> None:
    text = "Emails show that Orrin said it leaked."
    assert _told(text, "show", kind="document", source="Emails") == SaidOn()
    text = "In May 2019, according to the minutes, Orrin said it leaked."
    assert _told(text, "according to", kind="document", source="the minutes").date == "2019-05"
    text = "A survey shows that Orrin said it leaked."
    assert _told(text, "shows", kind="document", source="A survey").date == FRIDAY


def test_what_is_handed_on_or_believed_has_the_day_of_it() -> None:
    reported = "Vesna reported on Monday that Orrin said it leaked."
    assert _told(reported, "reported").date == "2021-03-15"
    believes = "Vesna said on Monday that Orrin believes it leaked."
    assert _told(believes, "said", cue="believes").date == "2021-03-15"


def test_an_author_of_a_report_of_a_year_speaks_today() -> None:
    text = (
        "It rests on a 2011 report by the guild. The report said it leaked.\n\n"
        "Vesna Holm, an author of the report, said it was misread."
    )
    report = _of("report", quotation(text, "The report", "said", "it leaked"), "document")
    source = "Vesna Holm, an author of the report,"
    author = _of("Vesna Holm", quotation(text, source, "said", "it was misread", after=68))
    found = annotated(text, report, author)
    assert [each.said_on.date for each in found] == ["2011", FRIDAY]


def test_a_night_is_none_of_a_decade() -> None:
    marked = "They rowed since the 1830s. {s:Vesna} {q:told} him that night {c:that it leaked}./"
    assert not _date(marked).startswith("18")
