"""Carrying a date from one statement to the next of the same occasion.

An article dates an interview, a speech or a hearing once and goes on quoting it. A
statement without a date of its own takes that of its speaker's last dated statement
while the occasion lasts; a headline and a lead take that of the story they open.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.annotate.saying_time import Surroundings
from pipeline.records import Quotation, SaidOn

_FARTHEST = 3
"""Paragraphs over which an occasion is carried on without a new statement of its speaker."""
_LEAD = 2
"""Paragraphs after the title that count as the opening of the story."""
_LOOKAHEAD = 4
"""Paragraphs within which an opening is dated by what follows."""

_PRESENT = re.compile(
    r"^(?:has|have|[’']s|[’']ve|had|is|are|was being|says?|argues?|insists?|believes?|wants?|notes?"
    r"|claims?|thinks?|hopes?|calls? for|proposes|seems?|appears?)\b"
    r"|\b(?:repeatedly|often|frequently|always|long|previously|once|earlier|later|since|never)\b",
    re.IGNORECASE,
)
"""A standing position, or another time: neither belongs to the occasion told just before."""
_NEW_OCCASION = re.compile(
    r"\b(?:in|at|during|on|to|via|through)\s+(?:an?|another|his|her|their|its)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:interview|statement|speech|rally|tweet|email|e-mail|letter|post|memo|conference|briefing"
    r"|hearing|column|op-ed|book|message|appearance|event|video|town hall|debate|report)\b"
    r"|\bon\s+(?:Twitter|Facebook|Instagram|CNN|MSNBC|Fox)\b|\bnews conference\b",
)
_PRONOUN = frozenset(("he", "she", "they", "it", "who", "i", "we", "his", "her", "their", "its"))
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


@dataclass(frozen=True, slots=True)
class _Statement:
    index: int
    at: int
    """Offset of the cue, else of the source, else of the content."""
    sentence: int
    paragraph: int
    speaker: str
    in_title: bool
    standing: bool
    """Present or perfect, or at another time in so many words."""
    new_occasion: bool
    turn: bool
    """A turn of a transcript: its cue is a colon alone."""


def carry_times(
    quotations: Sequence[Quotation],
    stated: Sequence[SaidOn],
    around: Surroundings,
    title_end: int,
) -> list[SaidOn]:
    """The dates of all statements: `stated` as given, the others carried where one can be.

    Returns one SaidOn a quotation; an empty one where nothing can be carried.
    """
    dates = list(stated)
    statements = _statements(quotations, around, title_end)
    _share_sentences(statements, dates)
    _carry_on(statements, dates)
    _date_opening(statements, dates)
    return dates


def _share_sentences(statements: Sequence[_Statement], dates: list[SaidOn]) -> None:
    """"He said Friday he would stay, adding …": one sentence, one speaker, one time."""
    last: dict[tuple[int, str], SaidOn] = {}
    for statement in statements:
        key = (statement.sentence, statement.speaker)
        if dates[statement.index].basis:
            last[key] = dates[statement.index]
        elif key in last and not statement.standing:
            dates[statement.index] = last[key]


def _carry_on(statements: Sequence[_Statement], dates: list[SaidOn]) -> None:
    latest: dict[str, tuple[int, SaidOn]] = {}
    before: SaidOn = SaidOn()
    for statement in statements:
        said_on = dates[statement.index]
        if not said_on.basis and statement.turn:
            said_on = _carried(before)
        elif not said_on.basis and not statement.standing and not statement.new_occasion:
            paragraph, earlier = latest.get(statement.speaker, (0, SaidOn()))
            if statement.speaker and statement.paragraph - paragraph <= _FARTHEST:
                said_on = _carried(earlier)
        dates[statement.index] = said_on
        if said_on.date:
            latest[statement.speaker] = (statement.paragraph, said_on)
            before = said_on
        elif not statement.standing:
            latest.pop(statement.speaker, None)


def _date_opening(statements: Sequence[_Statement], dates: list[SaidOn]) -> None:
    """Headline and lead tell what the story dates a few paragraphs on."""
    for statement in statements:
        if dates[statement.index].basis or statement.paragraph > _LEAD:
            continue
        for other in statements:
            ahead = other.paragraph - statement.paragraph
            if other.at <= statement.at or ahead > _LOOKAHEAD or other.standing:
                continue
            if dates[other.index].basis and other.speaker == statement.speaker != "":
                dates[statement.index] = _carried(dates[other.index])
                break
        else:
            if statement.in_title:
                dates[statement.index] = _of_lead(statements, dates)


def _of_lead(statements: Sequence[_Statement], dates: Sequence[SaidOn]) -> SaidOn:
    for statement in statements:
        if not statement.in_title and statement.paragraph <= 1:
            return _carried(dates[statement.index])
    return SaidOn()


def _carried(said_on: SaidOn) -> SaidOn:
    return replace(said_on, basis="carried") if said_on.date else SaidOn()


def _statements(
    quotations: Sequence[Quotation], around: Surroundings, title_end: int
) -> list[_Statement]:
    paragraphs = [
        at + 1
        for at, char in enumerate(around.text)
        if char == "\n" and around.text[at + 1 : at + 2] not in ("\n", "")
    ]
    found = []
    known = ""
    order = sorted(range(len(quotations)), key=lambda index: _position(quotations[index]))
    for index in order:
        quotation = quotations[index]
        at = _position(quotation)
        cue = " ".join(around.text[start:end] for start, end in quotation.cue).strip()
        speaker = _speaker(quotation, around.text, known)
        known = speaker or known
        sentence = around.sentence_of(at)
        found.append(
            _Statement(
                index=index,
                at=at,
                sentence=sentence,
                paragraph=bisect_right(paragraphs, at),
                speaker=speaker,
                in_title=at < title_end,
                standing=_PRESENT.search(cue) is not None and at >= title_end,
                new_occasion=_has_new_occasion(quotation, sentence, around),
                turn=cue == ":",
            )
        )
    return found


def _has_new_occasion(quotation: Quotation, sentence: int, around: Surroundings) -> bool:
    if not around.sentences:
        return False
    start, end = around.sentences[sentence]
    words = around.text[start:end]
    return any(
        not any(a <= start + match.start() < b for a, b in quotation.content)
        for match in _NEW_OCCASION.finditer(words)
    )


def _position(quotation: Quotation) -> int:
    return (quotation.cue or quotation.source or quotation.content or ((0, 0),))[0][0]


def _speaker(quotation: Quotation, text: str, known: str) -> str:
    """Who speaks: the resolved name, else the source's last name, else (pronoun) the last one."""
    if quotation.speaker.name:
        return quotation.speaker.name.lower()
    source = " ".join(text[start:end] for start, end in quotation.source)
    if source.strip().lower() in _PRONOUN or not source:
        return known
    names = _NAME.findall(re.split(r",| of | for ", source)[0])
    return (names[-1] if names else source).lower()
