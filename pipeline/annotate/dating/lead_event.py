"""What was said on the one day that a lead tells.

`Governor Orrin refused on Wednesday night to resign. During a town hall, Vesna Holm asked why`:
what was said at it was said on the lead's day, as long as no other time or occasion is told. So
was what is told behind a lead whose day is past: `The candidates on Saturday disagreed on tides.`
What whom the lead names did on its day need be no saying: `Mayor Brooks opened the quay on Monday.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.dating.saying_time import AHEAD, dates_something_else, with_preposition
from pipeline.annotate.dating.statement_context import NEW_OCCASION
from pipeline.annotate.dating.story_event import StoryEvent
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import DAY_KINDS, TimeExpression
from pipeline.annotate.dating.time_values import shift_days
from pipeline.annotate.text.marks import paragraphs
from pipeline.records import SaidOn, Span

_OCCASION = (
    r"(?:an?|the|his|her|their) [“\"]?(?:[\w.’'-]+ ){0,5}?"
    r"(?i:town hall|debate|hearing|forum|meeting|session|panel|inquest|hustings|roundtable|trial"
    r"|rally|speech|(?:news |press )?conference|briefing|interview|address|appearance|event"
    r"|lecture)\b"
)
_OPENS = re.compile(
    r"(?:(?:Speaking|Appearing|Testifying) )?(?:[Dd]uring|[Aa]t|[Ii]n|[Oo]n|[Bb]efore) " + _OCCASION
)
_TOLD_AT = re.compile(r"(?<=[a-z] )(?:during|at) " + _OCCASION)
"""The same inside a sentence: `Brooks praised the crew |during a forum| in Tolland`."""
_BACKGROUND = re.compile(r"\b(?:after|before|since|following|when|because|who|whose|which)\b")
_OF_A_RELATIVE = re.compile(r"\b(?:who|whose|which|whom)\b[^,.;—–]*$")
"""What stands before a day that is only of whom the lead tells: `Orrin, who won on |Monday`."""
_MISFORTUNES = re.compile(
    r"\b(?:died|dead|killed|murder\w*|shot|shooting|stabb\w+|arrest\w*|attack\w*|crash\w*|fire|blaze"
    r"|explosion|blast|bomb\w*|massacre|earthquake|flood\w*|storm|collapsed|rescued|missing|accident)\b",
    re.IGNORECASE,
)
"""What happens to people: what is said of it is said afterwards."""
_ISSUED = re.compile(r"\b(?:statement|letter|release|news conference|briefing)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_OPENING = 60
"""Characters in which a lead that opens with its day names whom it is about."""
_NEAR = 2
"""Paragraphs behind a lead in which an occasion that is told, or a statement, is of its day."""
_BY_NAME = re.compile(r"(?<![Tt]he )\b[A-Z][\w’'-]+(?! (?:spokes|aide|lawyer|campaign|supporter))")
"""Not `the Orrin administration`, which is not he."""
_BEHIND_DAY = re.compile(r",(?: (?!(?:In|At|On|After|Before)\b)[A-Z][\w.’'-]+)+")
"""Who is named right behind a day that opens a sentence: `On Monday|, Mayor Ada Moss| opened`."""
_DAY = len("2020-01-06")
_WEEK = 7
_MOST_DECKS = 4
_SHORTEST_LEAD = 15
"""Words of a lead, at least, where a longer paragraph follows."""


def lead_event(around: Surroundings, title_end: int) -> StoryEvent | None:
    """The occasion that the paragraph behind the lead opens with, on the lead's only day; or that
    of the lead itself."""
    stretches = paragraphs(around.text)
    first = _first_of_text(around, stretches, 1 if title_end else 0)
    if len(stretches) < first + 2 or len(around.published) < _DAY:
        return None
    lead, (start, _) = stretches[first], stretches[first + 1]
    number = around.sentence_of(start)
    end = around.sentences[number][1]
    told = _told_in(around, *lead)
    said_on = _only_day(around, told)
    if said_on is None or not any(lead[0] <= cue < lead[1] for cue, _ in around.cues):
        # "The governor signed the bill on Thursday. At a hearing, …": no day of the hearing.
        return None
    opens = _OPENS.match(around.text, start) or _told_at(around, start, end)
    if (
        opens is None
        and said_on.date < around.published
        and not _only_happened(around, lead, told[0].start)
    ):
        near = stretches[min(first + _NEAR, len(stretches) - 1)][1]
        until = _end(around, number, near)
        return StoryEvent(said_on, None, introduced=near, since=start, of_lead=True, until=until)
    if opens is None or around.expressions_in(start, end):
        return None
    cast = frozenset(name.lower() for name in _NAME.findall(around.text[lead[0] : end]))
    return StoryEvent(said_on, cast, since=start, introduced=end, until=_end(around, number + 1))


def lead_cast(around: Surroundings, title_end: int) -> StoryEvent | None:
    """What those did whom the lead names in front of its only day, a past one: `Governor Orrin
    signed the bill on Thursday.`; what they are told to say next was said then, until another day
    is told."""
    stretches = paragraphs(around.text)
    first = _first_of_text(around, stretches, 1 if title_end else 0)
    if len(stretches) < first + 2 or len(around.published) < _DAY:
        return None
    start, end = stretches[first]
    told = _told_in(around, start, end)
    said_on = _only_day(around, told)
    if said_on is None or said_on.date == around.published:
        return None
    day = told[0].start
    number = around.sentence_of(day)
    sentence, sentence_end = around.sentences[number]
    if AHEAD.search(around.text, sentence, sentence_end) or _OF_A_RELATIVE.search(
        around.text[sentence:day]
    ):
        return None
    opening = (sentence, max(day, min(sentence + _OPENING, sentence_end)))
    if _MISFORTUNES.search(around.text, *opening):
        return None
    told_of = around.contents_of(day)
    behind = _BEHIND_DAY.match(around.text, told[0].end)
    cast = frozenset(
        name[0].lower()
        for name in _BY_NAME.finditer(around.text, sentence, behind.end() if behind else day)
        if not any(a <= name.start() < b for a, b in told_of)
    )
    near = stretches[min(first + _NEAR, len(stretches) - 1)][1]
    until = _next_day(around, number + 1, said_on.date)
    return StoryEvent(said_on, cast, since=sentence_end, introduced=near, until=until)


def _told_in(around: Surroundings, start: int, end: int) -> list[TimeExpression]:
    """The times that the author tells in a stretch of text, those of something else aside."""
    return [
        each
        for each in around.expressions_in(start, end)
        if not dates_something_else(each, around.text)
        and not any(a <= each.start < b for a, b in around.contents_of(each.start))
    ]


def _next_day(around: Surroundings, first: int, day: str) -> int:
    """The first sentence from `first` on in which the author tells of another day that is past."""
    for start, end in around.sentences[first:]:
        for each in _told_in(around, start, end):
            date = around.date_of(each, "") if each.kind in DAY_KINDS else ""
            ahead = AHEAD.search(around.text, start, end)
            if len(date) == _DAY and date != day and not ahead:
                return start
    return len(around.text)


def _first_of_text(around: Surroundings, stretches: Sequence[Span], first: int) -> int:
    """The paragraph that a text begins with, behind its decks: short ones without a time."""
    for place in range(first, min(first + _MOST_DECKS, len(stretches) - 1)):
        start, end = stretches[place]
        longer = stretches[place + 1][1] - stretches[place + 1][0] > end - start
        short = len(around.text[start:end].split()) < _SHORTEST_LEAD
        if not (short and longer) or around.expressions_in(start, end):
            return place
    return first


def _told_at(around: Surroundings, start: int, end: int) -> re.Match[str] | None:
    """The occasion that the author tells of in the course of a sentence, not as background."""
    found = _TOLD_AT.search(around.text, start, end)
    if found is None or _BACKGROUND.search(around.text, start, found.start()):
        return None
    told = any(a <= found.start() < b for a, b in around.contents_of(start))
    return None if told else found


def _only_happened(around: Surroundings, lead: Span, day: int) -> bool:
    """Whether the lead's day is that of a misfortune, of whom it tells of, or of a statement, or
    nothing is said in its sentence."""
    first, last = around.sentences[around.sentence_of(day)]
    before = around.text[lead[0] : day]
    return (
        _MISFORTUNES.search(around.text, *lead) is not None
        or _OF_A_RELATIVE.search(before) is not None
        or any(start <= day < end for start, end in around.contents_of(day))
        or not any(first <= cue < last for cue, _ in around.cues)
    )


def _only_day(around: Surroundings, told: Sequence[TimeExpression]) -> SaidOn | None:
    """The only time that the lead tells, those of something else aside, where that is a day of
    the week before."""
    if len(told) != 1 or told[0].kind not in ("weekday", "deictic"):
        return None
    date = around.date_of(told[0], "")
    recent = shift_days(around.published, -_WEEK) <= date <= around.published
    if len(date) != _DAY or not recent:
        return None
    return SaidOn(date=date, text=with_preposition(told[0], around.text), basis="carried")


def _end(around: Surroundings, first: int, near: int = 0) -> int:
    """The first sentence from `first` on that tells another time or occasion; in front of `near`
    what is issued or told to the press is none."""
    for start, end in around.sentences[first:]:
        contents = around.contents_of(start)
        occasion = NEW_OCCASION.search(around.text, start, end)
        other = occasion and (start >= near or _ISSUED.search(occasion[0]) is None)
        if other or any(
            not any(a <= each.start < b for a, b in contents)
            for each in around.expressions_in(start, end)
        ):
            return start
    return len(around.text)
