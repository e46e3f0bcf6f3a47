"""What was said, where the sentence that tells who said it only points back to it.

`The ferry will stop in May.` / `The mayor |announced| |this| on Monday.`: papers of many
countries tell the news first and add who told it.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.idioms import wording
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import sentences
from pipeline.annotate.text.cue_words import words_of
from pipeline.records import Span

_THIS = re.compile(
    r"[Tt]his(?: (?:in(?! itself\b)|on|when|while|during|at|after|to|through|following|yesterday"
    r"|today)\b.*)?",
    re.DOTALL,
)
_TOLD = words_of(
    "said announced disclosed revealed stated confirmed declared added hinted noted explained"
    " indicated reported mentioned observed lamented"
)
_MADE_KNOWN = re.compile(
    r"(?P<who>[A-Z][^.;:!?“”\"\n]{1,160}?(?:\.[^.;:!?“”\"\n]{2,120}?)??),?"
    r" (?P<cue>made (?:this known|(?:the|this) (?:disclosure|revelation|announcement)))"
    r"(?= (?:in|on|at|when|while|during|yesterday|after|to|through|via|shortly)\b|\.)"
)
"""`|The minister| |made this known| on Tuesday`: how papers of West Africa tell who told it."""
_CONFIDENCE = 0.7
_NOT = words_of("not never didn't hasn't")


def take_what_this_is(sheet: StatementSheet) -> None:
    """Give each such statement the sentence before it, where that is nobody's yet."""
    for statement in sheet.living():
        before = _sentence_before(sheet, statement) if _points_back(sheet, statement) else None
        if before is not None and sheet.is_free(*before) and not sheet.marks_within(*before):
            sheet.reset(statement, [before])


def take_what_was_made_known(sheet: StatementSheet) -> None:
    """The sentence before `The minister made this known`, where nobody has either."""
    for start, end in sheet.paragraphs:
        if start < sheet.title_end or sheet.text.find(" made ", start, end) < 0:
            continue
        for sentence in sentences(sheet.text, start, end):
            made = _MADE_KNOWN.match(sheet.text, *sentence)
            if made is None or not sheet.is_free(*made.span()):
                continue
            cue, who = made.span("cue"), made.span("who")
            before = _before(sheet, who[0])
            if before is not None and sheet.is_free(*before) and not sheet.marks_within(*before):
                sheet.add(Statement([before], (cue,), (who,), confidence=_CONFIDENCE))


def _points_back(sheet: StatementSheet, statement: Statement) -> bool:
    text = sheet.text
    cue = wording(sheet, statement.cue).lower().split()
    told = not _TOLD.isdisjoint(cue) and _NOT.isdisjoint(cue)
    whole = text[statement.start : statement.end]
    return told and statement.source != () and _THIS.fullmatch(whole) is not None


def _sentence_before(sheet: StatementSheet, statement: Statement) -> Span | None:
    """The sentence in front of a statement's own, without its full stop: in its paragraph, or
    the last one of the paragraph above."""
    return _before(
        sheet, min(a for a, _ in (*statement.content, *statement.cue, *statement.source))
    )


def _before(sheet: StatementSheet, first: int) -> Span | None:
    text = sheet.text
    number = sheet.paragraph_of(first)
    above = [
        sentence
        for place in sheet.paragraphs[max(0, number - 1) : number + 1]
        if place[0] >= sheet.title_end
        for sentence in sentences(text, *place)
        if sentence[1] <= first
    ]
    if not above:
        return None
    start, end = above[-1]
    return start, start + len(text[start:end].rstrip(" ."))
