"""Carrying a date from one statement to the next of the same occasion.

An article dates an interview, a speech or a hearing once and goes on quoting it. A
statement without a date of its own takes that of its speaker's last dated statement
while the occasion lasts; a headline and a lead take that of the story they open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.annotate.saying_time import Surroundings
from pipeline.annotate.statement_context import Statement, read_statements
from pipeline.records import Quotation, SaidOn

_FARTHEST = 3
"""Paragraphs over which an occasion is carried on without a new statement of its speaker."""
_FARTHEST_VAGUE = 1
"""The same for a date that is no more than a year."""
_LEAD = 2
"""Paragraphs after the title that count as the opening of the story."""
_LOOKAHEAD = 4
"""Paragraphs within which an opening is dated by what follows."""


def carry_times(
    quotations: Sequence[Quotation],
    stated: Sequence[SaidOn],
    scenes: Sequence[SaidOn],
    around: Surroundings,
    title_end: int,
) -> list[SaidOn]:
    """The dates of all statements: `stated` as given, the others carried where one can be.

    `stated` has one SaidOn a quotation; `scenes` one a sentence, the time at which its
    paragraph plays. An empty SaidOn is returned where nothing can be carried.
    """
    dates = list(stated)
    statements = read_statements(quotations, around, title_end)
    _share_sentences(statements, dates)
    _carry_on(statements, dates, scenes)
    _share_sentences(statements, dates)
    _date_opening(statements, dates)
    return dates


def _share_sentences(statements: Sequence[Statement], dates: list[SaidOn]) -> None:
    """ "He said Friday he would stay, adding …": one sentence, one speaker, one time."""
    last: dict[tuple[int, str], SaidOn] = {}
    for statement in statements:
        key = (statement.sentence, statement.speaker)
        if dates[statement.index].basis:
            last[key] = dates[statement.index]
        elif key in last and not statement.another_time:
            dates[statement.index] = last[key]


def _carry_on(
    statements: Sequence[Statement], dates: list[SaidOn], scenes: Sequence[SaidOn]
) -> None:
    dated: list[Statement] = []
    running: dict[str, Statement] = {}
    for statement in statements:
        if statement.act == "thought":
            # What was done or felt at some time breaks the thread of what was said.
            if dates[statement.index].basis:
                running[statement.speaker] = statement
            continue
        if not dates[statement.index].basis:
            earlier = _same_occasion(statement, dated, running, dates)
            if earlier:
                dates[statement.index] = _carried(dates[earlier.index])
            elif scenes and not statement.another_time and not statement.new_occasion:
                dates[statement.index] = _carried(scenes[statement.sentence])
        if dates[statement.index].date:
            if not _is_vague(dates[statement.index]) or dates[statement.index].basis == "stated":
                running[statement.speaker] = statement
            dated.append(statement)
        elif statement.new_occasion:
            running.pop(statement.speaker, None)


def _same_occasion(
    statement: Statement,
    dated: Sequence[Statement],
    running: dict[str, Statement],
    dates: Sequence[SaidOn],
) -> Statement | None:
    """The dated statement that a later one belongs with."""
    if statement.turn:
        return dated[-1] if dated else None
    if statement.of_the_document:
        return next((other for other in reversed(dated) if other.mentions_document), None)
    if statement.another_time or not statement.speaker:
        return None
    if statement.new_occasion:
        return None
    for other in reversed(dated):
        if other.speaker == statement.speaker and other.names & statement.names:
            return other
    last = running.get(statement.speaker)
    if last is None:
        return None
    if last.act == "thought":
        return last if statement.sentence - last.sentence <= 1 else None
    farthest = _FARTHEST_VAGUE if _is_vague(dates[last.index]) else _FARTHEST
    return last if statement.paragraph - last.paragraph <= farthest else None


def _date_opening(statements: Sequence[Statement], dates: list[SaidOn]) -> None:
    """Headline and lead tell what the story dates a few paragraphs on."""
    for statement in statements:
        if dates[statement.index].basis or statement.paragraph > _LEAD or not statement.speaker:
            continue
        for other in statements:
            if other.at <= statement.at or other.another_time or other.act != statement.act:
                continue
            if other.paragraph - statement.paragraph > _LOOKAHEAD:
                break
            if dates[other.index].date and other.speaker == statement.speaker:
                dates[statement.index] = _carried(dates[other.index])
                break
    for statement in statements:
        if statement.in_title and not dates[statement.index].basis:
            dates[statement.index] = _of_lead(statements, dates)


def _of_lead(statements: Sequence[Statement], dates: Sequence[SaidOn]) -> SaidOn:
    for statement in statements:
        if not statement.in_title and statement.paragraph <= 1:
            return _carried(dates[statement.index])
    return SaidOn()


def _is_vague(said_on: SaidOn) -> bool:
    return len(said_on.date) <= 4


def _carried(said_on: SaidOn) -> SaidOn:
    return replace(said_on, basis="carried") if said_on.date else SaidOn()
