"""Posts of social media set into an article, signed under their text.

`We lost a friend today.` and then `— Ada Brooks (@adabrooks) January 3, 2020`: pages that
embed a post give its words without marks and its author, handle and day behind a dash, or
its author and handle over it and its hour below. What readers sent in is signed likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

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
_HEADED = re.compile(
    r"^(?P<name>[^\W\d_][^\n()@]{0,58}[\w.’'!?])[^\w\n()@]{1,12}@\w{1,20}\n"
    r"(?P<post>(?:(?!.*\W@\w+$).*\n){1,12}?)"
    r"(?P<hour>\d{1,2}:\d{2} ?[AP]M) [·–-] "
    rf"(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})",
    re.MULTILINE,
)
_SIGNED_ALONE = re.compile(
    r"^(?P<dash>[—―–]) ?(?P<name>@\w{2,20}|[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3})$",
    re.MULTILINE,
)
SENT_IN = re.compile(
    r"\b(?:our (?:[A-Z][a-z]+ )?(?:readers|followers)"
    r"|edited for (?:clarity|length|space|grammar))\b"
)
"""What a paper says over what it prints of its readers'."""
_LINK = re.compile(r"\s*(?:https?://\S+|(?:pic\.twitter|t\.co)\S*)$")
_LONGEST = 1200
"""Characters of a post."""
_MOST_LINES = 12
_CONFIDENCE = 0.8


def set_posts(sheet: StatementSheet) -> None:
    """Make each signed post one statement of who signs it, whatever was found of it.

    What its words report of others stays, inside it.
    """
    for post in (*_signed(sheet), *_headed(sheet), *_signed_alone(sheet)):
        start, end = post.pieces[0][0], post.pieces[-1][1]
        first, last = min(start, post.match.start()), post.match.end()
        for number in sorted(sheet.holders(first, last) | sheet.attributing(first, last)):
            statement = sheet.statements[number]
            spans = (*statement.content, *statement.cue, *statement.source)
            inside = all(start <= s and e <= end for s, e in spans)
            if not (inside and statement.cue and statement.source):
                sheet.remove(statement)
        cue = post.match.span("hour" if "hour" in post.match.groupdict() else "dash")
        source = post.match.span("name")
        sheet.add(Statement(post.pieces, (cue,), (source,), confidence=_CONFIDENCE, block=True))


class _Post(NamedTuple):
    """What a post says, and who signs it."""

    pieces: list[Span]
    match: re.Match[str]
    """From its signature, or its head, to its end."""


def _signed(sheet: StatementSheet) -> Iterator[_Post]:
    """`… — Ada Brooks (@adabrooks) January 3, 2020`."""
    for match in _SIGNATURE.finditer(sheet.text) if "(@" in sheet.text else ():
        pieces = _above(sheet, match.start()) if match.start() >= sheet.title_end else []
        if not pieces or not any(char.isalpha() for char in match["name"]):
            continue
        start = pieces[0][0]
        if sheet.text[start] in DOUBLE_MARKS and sheet.text[match.end() - 1] in DOUBLE_MARKS:
            # “We lost a friend. — Ada Brooks (@adabrooks) January 3, 2020”
            pieces[0] = (start + 1, pieces[0][1])
        yield _Post(pieces, match)


def _headed(sheet: StatementSheet) -> Iterator[_Post]:
    """`Ada Brooks @adabrooks`, what she wrote, and `3:04 PM - 3 Jan 2020`, in their own lines."""
    for match in _HEADED.finditer(sheet.text, sheet.title_end) if "@" in sheet.text else ():
        first, last = match.span("post")
        lines = (
            _trimmed(sheet.text, *line) for line in sheet.paragraphs if first <= line[0] < last
        )
        if pieces := [piece for piece in lines if piece]:
            yield _Post(pieces, match)


def _signed_alone(sheet: StatementSheet) -> Iterator[_Post]:
    """`The pier is rotten.` over `— @adabrooks` or `— Ada Brooks`, where readers have their say."""
    told = SENT_IN.search(sheet.text)
    for match in _SIGNED_ALONE.finditer(sheet.text, told.end()) if told else ():
        pieces = _above(sheet, match.start())
        if pieces and DOUBLE_MARKS.isdisjoint(sheet.text[slice(*pieces[0])]):
            yield _Post(pieces, match)


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
