"""The one day on which an article tells that somebody spoke.

`In remarks on Tuesday, Governor Orrin …`: what he is told to have said at no other time and no
other occasion was said on that day, however many paragraphs lie between, before it or behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.annotate.dating.long_past import is_of_the_past
from pipeline.annotate.dating.saying_time import (
    AHEAD,
    ASIDE,
    closes_what_is_ahead,
    dates_something_else,
    with_preposition,
)
from pipeline.annotate.dating.statement_context import Statement
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import DAY_KINDS, TimeExpression
from pipeline.annotate.dating.time_values import not_after, shift_days
from pipeline.records import Quotation, SaidOn, Span

_OPENING = 10
"""Sentences within which an article tells when those spoke whom it is about."""
_NEAR = 2
_OFTEN = 2
"""Sentences with statements of a day that make it the speaker's, wherever they stand."""
_FORTNIGHT = 14
_REACH = 200
"""Characters behind a name in which it may be told that its bearer spoke."""
_SEVERAL = 2
_DAY = len("2020-01-06")
_VERBS = (
    r"asked|spoke|speaking|responded|tweeted|live-tweeted|said|told|addressed|appeared|testified"
    r"|wrote|lectured|vowed|repeated|announced|called|pledged|endorsed|discussed|slammed"
    r"|critici[sz]ed|praised|blasted|attacked|questioned|declared|warned|argued|defended|rebuked"
)
_OCCASIONS = (
    r"speech|remarks|interview|address|statement|(?:news|press) conference|town hall|forum"
    r"|rally|briefing|appearance|testimony|comments|tweets?|podcast|broadcast"
)
_NO_CLAUSE = (
    r"(?:(?!--|\b(?:who|whom|whose|which|where|when|that|he|she|they)\b"
    # "Brooks was asked", "Brooks spokesman Abe Stone said", "Brooks's wife said"
    r"|\b(?:was|were|is|are|been|being|got|had)\b|\b(?:spokes|lawyer|attorney|advis[eo]r|aide|campaign|"
    r"manager|son|daughter|wife|husband|supporter|critic|opponent|all(?:y|ies)\b))[^.;:!?\n—–])"
)
_SPEAKS = re.compile(
    rf"(?:['’]s? (?:[\w-]+ ){{0,4}}?(?:{_OCCASIONS})"
    rf"|{_NO_CLAUSE}{{0,60}}?\b(?:{_VERBS})"
    rf"|{_NO_CLAUSE}{{0,90}}?\b(?:in|at|during|on|with|gave|delivered|held)"
    rf" (?:an?|his|her|the) (?:[\w-]+ ){{0,4}}?(?:{_OCCASIONS}))\b"
)
"""What stands behind who spoke: `Orrin|’s speech`, `Orrin| told`, `Orrin| shone at a rally`."""
_AT_AN_OCCASION = re.compile(
    rf"(?:In|At|During) [^.;:!?\n]*?\b(?:{_OCCASIONS})\b[^.;:!?\n]*, "
    r"(?:(?:the|former|[A-Z][\w.’'-]*) ){0,5}$"
)
"""What stands in front: `In remarks after a meeting on Monday, Governor |Orrin`."""
_TOLD = re.compile(r"told (?:the )?[A-Z]")
_SPOKE_THERE = re.compile(
    r"\b(?:(?:was|were) (?:speaking|talking)"
    r"|(?:comments?|remarks?|statements?|announcement|warning|call|criticism)"
    r" (?:came|comes?|(?:was|were) made)"
    r"|(?:made|making|gave|delivered) (?:the|this|these|that|his|her|their) (?:\w+ ){0,2}?"
    r"(?:comments?|remarks?|statements?|call|announcement|disclosure|speech|address|observation))\b"
    r"(?:(?!--|\b(?:after|before|since|until|when|while|who|which)\b)[^;:\n—–])*$"
)
"""What stands in front of the day on which was said what stands before: `He was speaking at the
quay on |Monday`, `Orrin’s comments came during a visit on |Monday`."""


def date_by_speaker(
    quotations: Sequence[Quotation],
    statements: Sequence[Statement],
    dates: list[SaidOn],
    around: Surroundings,
) -> None:
    """Gives undated statements the one day on which their speakers are told to have spoken."""
    if not statements or statements[0].section < statements[-1].section:
        # The reports of a live file are of several days.
        return
    told = list(_days_told(around))
    bearers: dict[str, set[str]] = {}
    for each in statements:
        if quotations[each.index].speaker.type == "person":
            # "Orrin's rivals" and "voters for Orrin" do not bear the name.
            bearers.setdefault(_family_name(each.speaker), set()).add(each.speaker)
    of_speaker: dict[str, list[Statement]] = {}
    for each in statements:
        of_speaker.setdefault(each.speaker, []).append(each)
    told_first = {
        speaker: next((each for each in all_of if dates[each.index].basis == "stated"), None)
        for speaker, all_of in of_speaker.items()
    }
    days: dict[tuple[str, int], SaidOn | None] = {}
    elsewhere: dict[str, int] = {}
    """Paragraph in which a speaker was last told to say something outside the meeting."""
    for statement in statements:
        speaker = statement.speaker
        if statement.new_occasion and statement.outside and not dates[statement.index].basis:
            elsewhere[speaker] = statement.paragraph
        if statement.paragraph == elsewhere.get(speaker):
            # "Outside court, Lake said so. “I knew,” she said."
            continue
        if dates[statement.index].basis or not _may_be_of_the_day(statement):
            continue
        if is_of_the_past(quotations[statement.index], around):
            continue
        if _is_told_elsewhere_after(told_first[speaker], statement, around):
            continue
        key = (speaker, statement.sentence)
        if key not in days:
            own = [
                each for each in of_speaker[speaker] if not each.in_speech and not each.told_before
            ]
            alone = len(bearers.get(_family_name(speaker), ())) < _SEVERAL
            called = _family_name(speaker) if alone else speaker
            days[key] = _day_of(
                called,
                [(each.sentence, dates[each.index]) for each in own],
                told,
                around,
                statement.sentence,
            ) or _day_told_behind(speaker, statements, dates, told, around)
        day = days[key]
        if day and _times_told(statement.sentence, around) <= {day.date}:
            dates[statement.index] = day


def _is_told_elsewhere_after(
    first: Statement | None, statement: Statement, around: Surroundings
) -> bool:
    """Whether the `first` that its speaker is told to have said on a day comes later and was said
    to an outlet: `“It sails,” Orrin said. … Orrin told the Herald on Monday that it leaks`."""
    if first is None or first.at <= statement.at or first.same_occasion:
        return False
    return _TOLD.match(around.text, first.at) is not None


def _family_name(speaker: str) -> str:
    return speaker.split()[-1] if speaker.strip() else ""


def _may_be_of_the_day(statement: Statement) -> bool:
    """Whether a person says something at no other time and no occasion of its own."""
    elsewhere = (
        statement.another_time
        or statement.new_occasion
        or statement.to_the_press
        or statement.outside
        or statement.turn
        or statement.nested
    )
    person = bool(statement.speaker) and statement.by_person
    return person and statement.act == "said" and not elsewhere


def _day_of(
    called: str,
    own: Sequence[tuple[int, SaidOn]],
    told: Sequence[tuple[int, SaidOn]],
    around: Surroundings,
    number: int,
) -> SaidOn | None:
    """The only day of who is so called: `own` is of statements, `told` of sentences, by number;
    told in the article's opening, often, or in front of the sentence of that `number`."""
    undated = {sentence for sentence, said_on in own if not said_on.date}
    dated = {sentence: said_on for sentence, said_on in own if said_on.date}
    spoke = [
        (sentence, said_on)
        for sentence, said_on in told
        if _tells_who_spoke(called, sentence, around, dated=sentence not in undated)
    ]
    opening = [
        said_on
        for sentence, said_on in (*dated.items(), *spoke)
        if sentence < _OPENING or 0 <= number - sentence <= _NEAR
    ]
    often = list(dated.values()) if len(dated) >= _OFTEN else []
    only = next(iter(opening + often), None)
    if only is None or not _is_recent(only.date, around.published):
        return None
    dates = {said_on.date for _, said_on in (*own, *spoke)} - {""}
    return SaidOn(only.date, only.text, "carried") if dates == {only.date} else None


def _day_told_behind(
    speaker: str,
    statements: Sequence[Statement],
    dates: Sequence[SaidOn],
    told: Sequence[tuple[int, SaidOn]],
    around: Surroundings,
) -> SaidOn | None:
    """The day on which a sentence tells that was said what its speaker is quoted with before."""
    own = {dates[each.index].date for each in statements if each.speaker == speaker} - {""}
    for number, said_on in told:
        start, end = around.sentences[number]
        words = said_on.text
        at = around.text.find(words, start, end)
        if not _SPOKE_THERE.search(around.text[start:at]) or own - {said_on.date}:
            continue
        before = [each for each in statements if each.sentence < number and not each.nested]
        if before and before[-1].speaker == speaker:
            return said_on
    return None


def _tells_who_spoke(called: str, number: int, around: Surroundings, *, dated: bool) -> bool:
    """Whether a sentence tells at which time or occasion a speaker spoke; with a statement of
    theirs that its time does not date (not `dated`), only an occasion in front of it does."""
    start, end = around.sentences[number]
    text, name = around.text, re.escape(called)
    for found in re.finditer(rf"\b{name}\b", text[start:end].lower()):
        first, last = start + found.start(), start + found.end()
        behind = ASIDE.sub("", text[last : min(end, last + _REACH)])
        speaks = _SPEAKS.match(behind) if dated else None
        if speaks and not AHEAD.search(speaks[0]):
            return True
        if _AT_AN_OCCASION.match(text[start:first]):
            return True
    return False


def _days_told(around: Surroundings) -> Iterator[tuple[int, SaidOn]]:
    """The days that the author tells, each with the number of its sentence."""
    for number, sentence in enumerate(around.sentences):
        for each in _of_author(sentence, around):
            date = around.date_of(each, "")
            dates_it = each.kind in DAY_KINDS and not dates_something_else(each, around.text)
            if dates_it and len(date) == _DAY and not_after(date, around.published):
                yield number, SaidOn(date, with_preposition(each, around.text), "carried")


def _times_told(sentence: int, around: Surroundings) -> set[str]:
    """Dates of the times that the author tells in a sentence; "" of those not known."""
    return {around.date_of(each, "") for each in _of_author(around.sentences[sentence], around)}


def _of_author(sentence: Span, around: Surroundings) -> Iterator[TimeExpression]:
    contents = around.contents_of(sentence[0])
    for expression in around.expressions_in(*sentence):
        told = any(start <= expression.start < end for start, end in contents)
        if not told and not closes_what_is_ahead(expression, contents, around.text):
            yield expression


def _is_recent(date: str, published: str) -> bool:
    whole = len(date) == len(published) == _DAY
    return whole and shift_days(published, -_FORTNIGHT) <= date <= published
