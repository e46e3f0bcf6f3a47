"""Contents brought into line with the quotation marks around them."""

from __future__ import annotations

import re

from pipeline.annotate.quotations.speech_shape import (
    is_heading,
    is_quoted_heading,
    is_speech,
    word_count,
)
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.marks import DOUBLE_MARKS, QuotedSpan
from pipeline.records import Span

_BULLET = re.compile(r"(?:[-*•·▪►–—] +)+(?=\S)|-{2,3} ?(?=[A-Z“\"])")
_COVERS = 0.85
"""Share of a quotation's words from which the model meant all of it."""
_MOST_OVERRUN = 3
_LONGEST_LINE = 8
_FEWEST_SPOKEN = 4
_FEWEST_REPEATED = 4
_MANNER = re.compile(
    r" (?:from|at|in|into|across|through|over|to) (?:the|an?|his|her|their|its)"
    r" [^,;:.!?“”\"\n]{2,40}"
)
"""Where or how something is called out: `shouted |“Out!” from the gate|`."""
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def snap_to_marks(sheet: StatementSheet) -> None:
    """Let contents that are nearly a whole quotation be exactly that, marks included."""
    for statement in sheet.living():
        pieces = [_snapped(sheet, _without_bullet(sheet, piece)) for piece in statement.content]
        if pieces != statement.content:
            sheet.reset(statement, [piece for piece in pieces if piece[0] < piece[1]])
        statement.source = tuple(_without_bullet(sheet, span) for span in statement.source)


def drop_headings(sheet: StatementSheet) -> None:
    """Take out pieces that are a heading between two paragraphs: a line of its own."""
    for statement in sheet.living():
        kept = [
            piece
            for piece in statement.content
            if not (_is_heading(sheet, piece) or _heads_lead(sheet, statement, piece))
        ]
        if kept and len(kept) < len(statement.content):
            sheet.reset(statement, kept)


def drop_repeated(sheet: StatementSheet) -> None:
    """Take out paragraphs that only repeat words of the same statement above them: a quotation
    set again in large letters."""
    for statement in sheet.living():
        if len(statement.content) < 2:
            continue
        kept: list[Span] = []
        told = ""
        for start, end in statement.content:
            words = " ".join(_WORD.findall(sheet.text[start:end].lower()))
            quoted = sheet.begins_paragraph(start) and sheet.text[start] in DOUBLE_MARKS
            long = words.count(" ") >= _FEWEST_REPEATED - 1
            if not (quoted and long and f" {words} " in f"{told} "):
                kept.append((start, end))
                told += f" {words}"
        if len(kept) < len(statement.content):
            sheet.reset(statement, kept)


def drop_wordless(sheet: StatementSheet) -> None:
    """Take out pieces without a letter or digit: a mark that was left over."""
    for statement in sheet.living():
        kept = [(s, e) for s, e in statement.content if any(map(str.isalnum, sheet.text[s:e]))]
        if not kept:
            sheet.remove(statement)
        elif len(kept) < len(statement.content):
            sheet.reset(statement, kept)


def _is_heading(sheet: StatementSheet, piece: Span) -> bool:
    start, end = sheet.paragraphs[sheet.paragraph_of(piece[0])]
    alone = piece[0] <= start + 1 and piece[1] >= end - 1
    line = sheet.text[start:end]
    return alone and start >= sheet.title_end and (is_heading(line) or is_quoted_heading(line))


def _heads_lead(sheet: StatementSheet, statement: Statement, piece: Span) -> bool:
    """`|Talks on the bridge|` in a line of its own over `|Two towns are in talks|, The Mail
    understands`: the line heads the paragraph in which it is told."""
    if not statement.cue or sheet.marks_within(*piece):
        return False
    paragraph = sheet.paragraph_of(piece[0])
    line = sheet.text[slice(*sheet.paragraphs[paragraph])]
    alone = sheet.text[slice(*piece)] == line and line[-1:].isalnum()
    short = len(line.split()) <= _LONGEST_LINE and piece[0] >= sheet.title_end
    below = paragraph + 1 == sheet.paragraph_of(statement.cue[0][0])
    return alone and short and below and piece[1] < statement.content[-1][0] < statement.cue[0][0]


def _snapped(sheet: StatementSheet, piece: Span) -> Span:
    for quoted in sheet.marks_within(*piece):
        if quoted.depth > 1:
            continue
        start, end = piece
        if start >= quoted.start and end <= quoted.end:
            whole = word_count(sheet.text, quoted.inner_start, quoted.inner_end)
            # Where the opening mark is lost, the closing one tells how far the model has seen.
            lost = quoted.start == quoted.inner_start and end >= quoted.inner_end
            meant = word_count(sheet.text, start, end) >= _COVERS * whole
            if lost or meant:
                piece = _extended(sheet, piece, (quoted.start, quoted.end))
        elif start >= quoted.start and end > quoted.end > start:
            piece = (start, _without_overrun(sheet.text, quoted, end))
        start, end = piece
        # An edge that lies just inside a mark takes the mark in.
        if start == quoted.inner_start:
            piece = (quoted.start, end)
        if end == quoted.inner_end and quoted.closed:
            piece = (piece[0], quoted.end)
    return piece


def _without_bullet(sheet: StatementSheet, piece: Span) -> Span:
    """`|- Ash cloud grows|, agency says`: what marks an item of a list is no part of it."""
    bullet = _BULLET.match(sheet.text, *piece) if sheet.begins_paragraph(piece[0]) else None
    return (bullet.end(), piece[1]) if bullet else piece


def _extended(sheet: StatementSheet, piece: Span, whole: Span) -> Span:
    """The whole quotation, as far as no other claim stands in the way."""
    start, end = piece
    if not _is_claimed(sheet, whole[0], start):
        start = whole[0]
    if not _is_claimed(sheet, end, whole[1]):
        end = whole[1]
    return start, end


def _is_claimed(sheet: StatementSheet, start: int, end: int) -> bool:
    return start < end and not sheet.is_free(start, end)


def _without_overrun(text: str, quoted: QuotedSpan, end: int) -> int:
    """The quotation's end where the content ran on into its attribution, else `end`."""
    words = word_count(text, quoted.end, end)
    if not words or _is_sentence_behind(text, quoted, end):
        return quoted.end
    if text[quoted.inner_end - 1] in "!?" and _MANNER.fullmatch(text, quoted.end, end):
        return quoted.end
    cut_short = text[end - 1 : end] not in ".!?" and text[end : end + 1] not in ".!?\n"
    speech = text[quoted.inner_end - 1] in ",.?!" and is_speech(text, quoted)
    return quoted.end if words <= _MOST_OVERRUN and cut_short and speech else end


def _is_sentence_behind(text: str, quoted: QuotedSpan, end: int) -> bool:
    """Whether the author's own sentence begins where a full sentence of speech has ended."""
    behind = text[quoted.end : end].lstrip()
    return (
        text[quoted.inner_end - 1] in ".!?"
        and behind[:1].isupper()
        and text[quoted.end].isspace()
        and DOUBLE_MARKS.isdisjoint(behind)
        and word_count(text, quoted.inner_start, quoted.inner_end) >= _FEWEST_SPOKEN
    )
