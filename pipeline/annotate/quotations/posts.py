"""Posts of social media set into an article, signed under their text.

`We lost a friend today.` and then `— Ada Brooks (@adabrooks) January 3, 2020`: pages that
embed a post give its words without marks and its author, handle and day behind a dash.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.marks import DOUBLE_MARKS
from pipeline.records import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_SIGNATURE = re.compile(
    # Display names with their letters alone: flags and hearts are no part of a name.
    r"(?P<dash>[—―–]|--?|&mdash;)[^\w\n()@]{0,12}"
    r"(?P<name>\w[^\n()@]{0,58}[\w.’'!?])[^\w\n()@]{0,12}"
    r"\((?P<handle>@\w{1,20})\)"
    rf"(?P<date>[ \t\xa0,]*(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}}))?"
    r"[ \t\xa0.]*[”\"]?$",
    re.MULTILINE,
)
_LINK = re.compile(r"\s*(?:https?://\S+|(?:pic\.twitter|t\.co)\S*)$")
_LONGEST = 1200
"""Characters of a post."""
_MOST_LINES = 12
_CONFIDENCE = 0.8


def set_posts(sheet: StatementSheet) -> None:
    """Make each signed post one statement of who signs it, whatever was found of it.

    What its words report of others stays, inside it.
    """
    if "(@" not in sheet.text:
        return
    for match in _SIGNATURE.finditer(sheet.text):
        if match.start() < sheet.title_end:
            continue
        pieces = _above(sheet, match.start())
        if not pieces or not any(char.isalpha() for char in match["name"]):
            continue
        start, end = pieces[0][0], pieces[-1][1]
        if sheet.text[start] in DOUBLE_MARKS and sheet.text[match.end() - 1] in DOUBLE_MARKS:
            # “We lost a friend. — Ada Brooks (@adabrooks) January 3, 2020”
            pieces[0] = (start + 1, pieces[0][1])
        touched = sheet.holders(start, match.end()) | sheet.attributing(start, match.end())
        for number in sorted(touched):
            statement = sheet.statements[number]
            spans = (*statement.content, *statement.cue, *statement.source)
            inside = all(start <= s and e <= end for s, e in spans)
            if not (inside and statement.cue and statement.source):
                sheet.remove(statement)
        sheet.add(
            Statement(
                pieces,
                (match.span("dash"),),
                (match.span("name"),),
                confidence=_CONFIDENCE,
                block=True,
            )
        )


def _above(sheet: StatementSheet, dash: int) -> list[Span]:
    """The post's lines: those in front of the dash, as far as no blank line parts them, or
    the paragraph above a signature that stands alone."""
    text = sheet.text
    number = sheet.paragraph_of(dash)
    pieces: list[Span] = []
    below = sheet.paragraphs[number][0]
    own = _trimmed(text, below, dash)
    if own:
        pieces.append(own)
    at = number - 1
    while at >= 0 and number - at <= _MOST_LINES:
        start, end = sheet.paragraphs[at]
        parted = text.count("\n", end, below) > 1
        if start < sheet.title_end or (pieces and parted):
            break
        if _SIGNATURE.search(text, start, end) or dash - start > _LONGEST:
            break
        if piece := _trimmed(text, start, end):
            pieces.insert(0, piece)
        below = start
        at -= 1
    return pieces


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A stretch without the links at its end; None where nothing is left."""
    words = text[start:end].rstrip()
    while (link := _LINK.search(words)) is not None:
        words = words[: link.start()].rstrip()
    start += len(words) - len(words.lstrip())
    words = words.strip()
    return (start, start + len(words)) if any(char.isalnum() for char in words) else None
