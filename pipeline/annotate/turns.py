"""Turns of interviews and transcripts: a label, a colon, and all that is said in the turn.

    STONE: Will it hold?
    AB: It held in 1987.

A label alone proves nothing (`Date: Monday`); labels that come again and take turns with
one another do. A turn is one statement, told word for word; a paragraph without a label
goes on with it where it speaks in the first or second person and another turn follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.annotate.cue_words import FIRST_AND_SECOND
from pipeline.annotate.statement_sheet import Statement, StatementSheet
from pipeline.records import Span

_LABEL = re.compile(
    r"[\"“]?(?P<label>(?P<name>[A-Z][\w.’'\-]{0,24}"
    r"(?: (?:[A-Z(]|van|de|der|von|bin|al)[\w.’'\-)]{0,24}){0,4})"
    r"(?:,[^.:;!?\n“”\"]{2,50}| \([^.:;!?\n“”\"]{2,40}\))?)(?P<colon>:)\s+(?=\S)"
)
_WORD = re.compile(r"[^\W\d_]+")
_STAGE = ("(", "[", "*")
_FEWEST_CHANGES = 3
_FEWEST_ADDRESSED = 2
_LONGEST_GAP = 4
_TURN = 0.9


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation."""

    label: Span
    colon: Span
    pieces: tuple[Span, ...]
    """What is said, a piece a paragraph."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    paragraph: int
    key: str
    """What two labels of one participant share."""
    initials: str
    """Of a label of several names; else empty."""
    label: Span
    colon: Span
    end: int


def turns(text: str, paragraphs: Sequence[Span], title_end: int = 0) -> list[Turn]:
    """The turns of a text, none where it is no conversation; linear in the text."""
    labelled = [
        found
        for number, (start, end) in enumerate(paragraphs)
        if start >= title_end and (found := _labelled(text, number, start, end)) is not None
    ]
    named = {each.initials: each.key for each in labelled if len(each.initials) > 1}
    labelled = [replace(each, key=named.get(each.key, each.key)) for each in labelled]
    times = Counter(each.key for each in labelled)
    repeated = {key for key, count in times.items() if count > 1}
    changes = sum(
        one.key != other.key and {one.key, other.key} <= repeated
        for one, other in pairwise(labelled)
        if other.paragraph - one.paragraph <= _LONGEST_GAP
    )
    addressed = sum(_addresses(text, paragraphs[each.paragraph]) for each in labelled)
    # Names in capitals before a colon are hardly ever anything else.
    shouted = all(text[slice(*each.label)].isupper() for each in labelled)
    if changes < _FEWEST_CHANGES or addressed < (1 if shouted else _FEWEST_ADDRESSED):
        return []
    kept = [each for each in labelled if each.key in repeated or _stands_among(each, labelled)]
    return [
        Turn(each.label, each.colon, _pieces(text, paragraphs, each, following))
        for each, following in zip(kept, [*kept[1:], None], strict=True)
    ]


def set_turns(sheet: StatementSheet) -> None:
    """Make each turn of a conversation one statement, whatever the model found of it."""
    for turn in turns(sheet.text, sheet.paragraphs, sheet.title_end):
        own: Statement | None = None
        start, end = turn.pieces[0][0], turn.pieces[-1][1]
        for number in sorted(sheet.holders(turn.label[0], end) | sheet.attributing(*turn.label)):
            statement = sheet.statements[number]
            spans = (*statement.source, *statement.cue)
            if any(a < turn.colon[1] and b > turn.label[0] for a, b in spans):
                if own is not None:
                    sheet.remove(statement)
                own = own or statement
            elif not statement.cue or not all(start <= a and b <= end for a, b in spans):
                rest = [(a, b) for a, b in statement.content if b <= turn.label[0] or a >= end]
                sheet.reset(statement, rest)
        if own is None:
            own = Statement(list(turn.pieces), (turn.colon,), (turn.label,), confidence=_TURN)
            sheet.add(own)
        else:
            own.cue, own.source = (turn.colon,), (turn.label,)
            sheet.reset(own, turn.pieces)
        own.block = True


def _labelled(text: str, number: int, start: int, end: int) -> _Labelled | None:
    match = _LABEL.match(text, start, end)
    if match is None:
        return None
    names = match["name"].casefold().replace(".", "").split()
    initials = "".join(name[0] for name in names) if len(names) > 1 else ""
    label, colon = match.span("label"), match.span("colon")
    return _Labelled(number, names[-1], initials, label, colon, match.end())


def _addresses(text: str, paragraph: Span) -> bool:
    """Whether a turn asks, or speaks in the first or second person."""
    words = {word.lower() for word in _WORD.findall(text[slice(*paragraph)])}
    return "?" in text[slice(*paragraph)] or not words.isdisjoint(FIRST_AND_SECOND)


def _stands_among(each: _Labelled, labelled: Sequence[_Labelled]) -> bool:
    """Whether a label that comes once is a participant's: a turn stands beside it."""
    return any(abs(other.paragraph - each.paragraph) == 1 for other in labelled)


def _pieces(
    text: str, paragraphs: Sequence[Span], turn: _Labelled, following: _Labelled | None
) -> tuple[Span, ...]:
    marked = text[turn.label[0] - 1 : turn.label[0]] in ('"', "“")
    pieces = [(turn.end, _without_mark(text, paragraphs[turn.paragraph][1], marked))]
    if following is None or following.paragraph - turn.paragraph > _LONGEST_GAP:
        return tuple(pieces)
    for start, end in paragraphs[turn.paragraph + 1 : following.paragraph]:
        # Quotation marks are the reporter's: "That's number seven," she says.
        told = any(mark in text[start:end] for mark in '"“”')
        if text[start] not in _STAGE and not told and _addresses(text, (start, end)):
            pieces.append((start, end))
    return tuple(pieces)


def _without_mark(text: str, end: int, marked: bool) -> int:
    """`“STONE: Yes.”`: the mark that closes what was opened before the label."""
    return end - 1 if marked and text[end - 1] in '"”' else end
