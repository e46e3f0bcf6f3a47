"""`is said to have told`, `is believed to be`: what is told of somebody, by nobody in particular.

The network gives such a passive the person it is about, or whoever speaks beside it. Where a verb
of saying follows, that person speaks, and all of it is the cue; else they belong to what is told.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.idioms import wording
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import sentences
from pipeline.annotate.text.cue_words import IRREGULAR_PAST, SAYING

_PASSIVE = re.compile(
    r"(?:is|are|was|were|has been|have been|had been)(?: (?:also|now|still|then|\w+ly))?"
    r" (?:said|believed|thought|understood|learn(?:t|ed)|reported|alleged|rumou?red|claimed"
    r"|known|estimated|feared|presumed|suspected|supposed)"
)
_REDUCED = re.compile(
    r"(?:said|believed|thought|understood|reported|alleged|rumou?red|claimed|known|estimated|feared"
    r"|presumed|suspected|supposed)(?: to)?(?: be| have)?"
)
"""The same without a form of `be`: `the tower, |thought| to be the oldest`."""
_BEFORE_REDUCED = 2
_TO_HAVE_SAID = re.compile(
    r"(?P<cue>to have (?:[a-z]+ly )?(?P<verb>[a-z]+))"
    r"(?P<hearer> (?:[\w’'-]+ ){0,3}?[\w’'-]+(?= that\b))?(?:,|:)? "
)


_TO_BELIEVE = re.compile(
    r"(?P<cue>to (?:believe|think|fear|favou?r|want|hope|expect|suspect|doubt|oppose))"
    r"(?: (?=that\b|it\b|the |an?\b|there\b|his |her |its |their |to ))"
)
"""`The board is understood |to believe| that it sank`: the board is told to think so."""


def mend_hearsay(sheet: StatementSheet) -> None:
    """Give such passives the source and the subject that are theirs."""
    for statement in sheet.living():
        _leave_to_nobody(sheet, statement)
        if not _PASSIVE.fullmatch(wording(sheet, statement.cue).lower()):
            continue
        if statement.content[-1][0] > statement.cue[0][0] and sheet.text.startswith(
            "to ", statement.content[-1][0]
        ):
            _mend(sheet, statement)


def _leave_to_nobody(sheet: StatementSheet, statement: Statement) -> None:
    """`It asks them to sell the tower, |thought to be| the oldest`: nobody is told to think so."""
    text = sheet.text
    cue, end = statement.cue[0] if statement.cue else (0, 0)
    if len(statement.cue) != 1 or not _REDUCED.fullmatch(text, cue, end):
        return
    begun = text[max(0, cue - _BEFORE_REDUCED) : cue] == ", "
    apart = all(last + _BEFORE_REDUCED < cue for _, last in statement.source)
    if begun and apart and text[cue : end + len(" to be")].endswith((" to be", " be", " to hav")):
        statement.source = ()
        told, last = statement.content[-1]
        comma = text.find(", ", told, last)
        if told >= end and comma > 0:
            sheet.reset(statement, [*statement.content[:-1], (told, comma)])


def _mend(sheet: StatementSheet, statement: Statement) -> None:
    text = sheet.text
    (cue, cue_end), (start, end) = statement.cue[0], statement.content[-1]
    above = sheet.paragraphs[sheet.paragraph_of(cue)][0]
    sentence = sentences(text, above, cue_end)[-1][0]
    before = [piece for piece in statement.content[:-1] if piece[1] + 1 == cue]
    own = [span for span in statement.source if span[1] + 1 == cue and span[0] >= sentence]
    said = _TO_HAVE_SAID.match(text, start, end)
    minded = _TO_BELIEVE.match(text, start, end)
    if minded and (before or own):
        statement.source = tuple(own or before)
        statement.cue = ((cue, minded.end("cue")),)
        sheet.reset(statement, [(minded.end(), end)])
    elif said and said["verb"] in SAYING and _is_past(said["verb"]) and (before or own):
        last = said.end("hearer") if said["hearer"] else said.end("cue")
        statement.source = tuple(own or before)
        statement.cue = ((cue, len(text[:last].rstrip())),)
        sheet.reset(statement, [(said.end(), end)])
    elif own and not before:
        statement.source = ()
        sheet.reset(statement, [*own, *statement.content])
    elif before:
        # "is believed by doctors to be": theirs is the word between.
        statement.source = tuple(span for span in statement.source if cue_end < span[0] < start)


def _is_past(verb: str) -> bool:
    return verb.endswith("ed") or verb in IRREGULAR_PAST
