"""Quotations with the name of who gave them on a line of its own, as in a round-up of reactions.

    ADA BROOKS, CHIEF ECONOMIST, PORT BANK
    “The bank moved too late.”

    ABE STONE, CHANDLER
    “We had better buy rope.”

The names stand over the quotations or under them, which is told by how the list begins and ends.
One such line may be a heading; two of them, each beside speech and nothing else, tell whose it is.
A panel gives its answers without marks: there the names of three stand over them, and what stands
below speaks in the first person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from pipeline.annotate.quotations.speech_shape import is_speech
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.cue_words import lowered, words_of
from pipeline.annotate.text.marks import DOUBLE_MARKS
from pipeline.records import Span

_PARTICLE = r"(?:de|del|van|von|der|al|bin|da|du|la|le)"
_NAME = re.compile(
    rf"(?P<who>[A-Z][\w.’'\-]*(?: (?:[A-Z][\w.’'\-]*|{_PARTICLE})){{1,5}})"
    r"(?P<role>,? \([^()\n]{1,60}\)|, [^.!?;:“”\"\n]{2,110})?(?P<colon> ?:)?"
)
"""A name, and what its bearer is or a colon: a line without either may be any heading."""
_FEWEST = 2
_FEWEST_OF_PANEL, _LONGEST_ANSWER, _PERSONAL = 3, 6, 0.75
"""Names; paragraphs of an answer; share of the answers that speak in the first person."""
_FIRST_PERSON = words_of("i me my mine we us our ours")
_CONFIDENCE = 0.85


@dataclass(slots=True)
class _Entry:
    """One of the list: a name and what it stands over or under."""

    name: re.Match[str]
    pieces: list[Span] = field(default_factory=list)


def take_up_headed(sheet: StatementSheet) -> None:
    """Give each such quotation to whom the line beside it names."""
    entries = list(_entries(sheet))
    if len(entries) >= _FEWEST:
        for entry in entries:
            _give(sheet, entry)
    else:
        for entry in _panel(sheet):
            _give(sheet, entry, block=True)


def _panel(sheet: StatementSheet) -> list[_Entry]:
    """The answers of a panel: paragraphs without marks, from each name to the next."""
    names = [
        (number, name)
        for number, paragraph in enumerate(sheet.paragraphs)
        if (name := _name(sheet, paragraph)) is not None
    ]
    if len(names) < _FEWEST_OF_PANEL:
        return []
    entries = []
    for (number, name), (following, _) in zip(names, [*names[1:], (None, None)], strict=True):
        below = sheet.paragraphs[number + 1 : following]
        if following is None:
            below = list(takewhile(lambda paragraph: _is_personal(sheet, paragraph), below))
        entries.append(_Entry(name, list(below)))
    answers = [piece for entry in entries for piece in entry.pieces]
    personal = sum(any(_is_personal(sheet, p) for p in entry.pieces) for entry in entries)
    marked = any(sheet.text[start] in DOUBLE_MARKS for start, _ in answers)
    told = all(entry.pieces and len(entry.pieces) <= _LONGEST_ANSWER for entry in entries)
    return entries if told and not marked and personal >= _PERSONAL * len(entries) else []


def _is_personal(sheet: StatementSheet, paragraph: Span) -> bool:
    said = re.findall(r"[^\W\d_]+", lowered(sheet.text[slice(*paragraph)]))
    return not _FIRST_PERSON.isdisjoint(said)


def _entries(sheet: StatementSheet) -> Iterator[_Entry]:
    """The entries of the lists: paragraphs one below the other that are speech or names."""
    spoken = _spoken_paragraphs(sheet)
    if len(spoken) < _FEWEST:
        return
    lines: list[tuple[int, list[Span] | re.Match[str]]] = []
    for number, paragraph in enumerate(sheet.paragraphs):
        line = spoken.get(number) or _name(sheet, paragraph)
        if line:
            lines.append((number - len(lines), line))
    for _, group in groupby(lines, key=lambda line: line[0]):
        run = [line for _, line in group]
        if isinstance(run[0], list):
            # The names stand below.
            run.reverse()
        if isinstance(run[0], list) or not isinstance(run[-1], list):
            continue
        found: list[_Entry] = []
        for line in run:
            if isinstance(line, list):
                found[-1].pieces.extend(line)
            else:
                found.append(_Entry(line))
        yield from (entry for entry in found if entry.pieces)


def _name(sheet: StatementSheet, paragraph: Span) -> re.Match[str] | None:
    if paragraph[0] < sheet.title_end:
        return None
    match = _NAME.fullmatch(sheet.text, *paragraph)
    return match if match and (match["role"] or match["colon"]) else None


def _spoken_paragraphs(sheet: StatementSheet) -> dict[int, list[Span]]:
    """The paragraphs of the body that are speech and nothing else, and their quoted spans."""
    text = sheet.text
    found: dict[int, list[Span]] = {}
    speech: set[int] = set()
    for quoted in sheet.outer:
        if quoted.start >= sheet.title_end:
            number = sheet.paragraph_of(quoted.start)
            found.setdefault(number, []).append((quoted.start, quoted.end))
            if is_speech(text, quoted, least_words=3):
                speech.add(number)
    for number, pieces in list(found.items()):
        start, end = sheet.paragraphs[number]
        told = len("".join(text[start:end].split()))
        held = sum(len("".join(text[slice(*piece)].split())) for piece in pieces)
        if number not in speech or told - held > len(pieces):
            del found[number]
    return found


def _give(sheet: StatementSheet, entry: _Entry, *, block: bool = False) -> None:
    pieces = sorted(entry.pieces)
    start, end = pieces[0][0], pieces[-1][1]
    naming = sheet.attributing(*entry.name.span())
    for number in sorted(sheet.holders(start, end) | naming):
        statement = sheet.statements[number]
        spans = (*statement.source, *statement.cue)
        if number in naming:
            sheet.unsign(statement)
        elif spans and all(start <= a and b <= end for a, b in spans):
            # “They told us it was late”: what others say stands inside.
            continue
        sheet.reset(statement, [(a, b) for a, b in statement.content if b <= start or a >= end])
    cue = (entry.name.span("colon"),) if entry.name["colon"] else ()
    who = (entry.name.span("who"),)
    sheet.add(Statement(pieces, cue, who, confidence=_CONFIDENCE, block=block))
