"""`was quoted as saying`, `the agency quoted him as saying`, `as he put it`: who says what.

The training corpus has one layer of statements: it gives such words to the outlet that
quotes. The person quoted is the speaker; where the outlet is the subject, its statement
stands around theirs.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.marks import QuotedSpan

_SAYING = (
    r"as (?:saying|writing|adding|warning|claiming|asking|insisting|declaring|calling|describing"
    r"|telling (?:[\w’'-]+ ){1,4}?(?=that\b|the\b|an?\b|he\b|she\b|it\b|they\b|“|\"))"
)
_QUOTES = re.compile(r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))$")
_WHOM = re.compile(rf"(?P<who>[^,;:“”\"\n]{{2,80}}?) (?P<saying>{_SAYING}) ?(?=\S)")
_WORDS_OF = re.compile(
    r"\b(?P<cue>in the (?:[a-z]+ )?words of|to quote) (?P<who>[^.;:“”\"\n]{2,120}?)[,:]?\s$",
    re.IGNORECASE,
)
_IS_QUOTED = re.compile(
    r"(?:is|are|was|were|has been|have been) (?:later |also )?(?:quoted|cited)(?: by)?"
)
_AS_SAYING = re.compile(rf"(?P<by>by [^,;:“”\"\n]{{2,60}}? )?{_SAYING} ?")
_END = r"(?=[.,:;\n]|$| (?:on|at|in|by|last|earlier|after|during|this)\b[^“”\".,:;]{2,40}[.,\n])"
_WHOM_BEHIND = re.compile(rf" (?P<who>[^,;:.“”\"\n]{{2,60}}?) (?P<saying>{_SAYING}){_END}")
_INNER, _OWN = 0.7, 0.8
_LONGEST_LEAD = 160


def quoted_inside(sheet: StatementSheet, outer: Statement) -> list[Statement]:
    """`The Post quoted |Stone as saying it leaked|`: Stone's statement inside the Post's."""
    text = sheet.text
    start, end = outer.content[0]
    if not any(_QUOTES.search(text[a:b].lower()) and b <= start for a, b in outer.cue):
        return []
    match = _WHOM.match(text, start, end)
    if match is None or match.end() >= end:
        return []
    told = [(match.end(), end), *outer.content[1:]]
    cue = (match.start("saying"), match.start("saying") + len(match["saying"].rstrip()))
    source = match.span("who")
    return [Statement(told, (cue,), (source,), confidence=_INNER, parent=outer)]


def words_of_inside(sheet: StatementSheet, outer: Statement) -> list[Statement]:
    """`She said it was, |in the words of the mayor, “a ruin”|, and closed`: the mayor's
    statement inside hers."""
    found = []
    for quoted in sheet.marks_within(outer.start, outer.end):
        match = _words_of(sheet, quoted)
        if match is None or sheet.attributing(*match.span()):
            continue
        piece = (quoted.start, quoted.end)
        if any(start <= match.start() and quoted.end <= end for start, end in outer.content):
            cue, source = match.span("cue"), match.span("who")
            found.append(Statement([piece], (cue,), (source,), confidence=_INNER, parent=outer))
    return found


def take_words_of(sheet: StatementSheet) -> None:
    """In the words of the mayor, “…”: what no other statement reaches over."""
    for quoted in sheet.outer:
        match = _words_of(sheet, quoted)
        if match is None:
            continue
        holders = [sheet.statements[n] for n in sheet.holders(match.start(), quoted.end)]
        if any(_reaches_over(held, match.start(), quoted.start) for held in holders):
            continue
        for held in holders:
            apart = [(a, b) for a, b in held.content if a >= quoted.end or b <= match.start()]
            sheet.reset(held, apart)
        for number in sheet.attributing(*match.span()):
            sheet.unsign(sheet.statements[number])
        piece = (quoted.start, quoted.end)
        sheet.add(Statement([piece], (match.span("cue"),), (match.span("who"),), confidence=_OWN))


def take_quoted(sheet: StatementSheet) -> None:
    """`|Stone| was quoted by the Post |as saying that it leaked|`: Stone said so, and not the Post,
    nor did he say that he was quoted; and so did she of `“It leaks,” the Post quoted |her| as
    saying`."""
    text = sheet.text
    for statement in sheet.living():
        if _take_quoted_before(sheet, statement):
            continue
        cue = " ".join(text[a:b] for a, b in statement.cue)
        if not _IS_QUOTED.fullmatch(cue) or len(statement.content) < 2:
            continue
        start, end = statement.cue[0]
        (first, last), told = statement.content[0], statement.content[1:]
        saying = _AS_SAYING.match(text, end + 1, told[-1][1])
        if last + 1 == start and saying and told[0][0] < saying.end() < told[0][1]:
            statement.cue = ((start, saying.end() - len(saying[0]) + len(saying[0].rstrip())),)
            statement.source = ((first, last),)
            sheet.reset(statement, [(saying.end(), told[0][1]), *told[1:]])


def _take_quoted_before(sheet: StatementSheet, statement: Statement) -> bool:
    """Give a quotation to whom an outlet behind it quotes; False where none does."""
    if not statement.cue or not statement.content:
        return False
    start, end = statement.cue[-1]
    match = _WHOM_BEHIND.match(sheet.text, end)
    if match is None or not _QUOTES.search(sheet.text[start:end].lower()):
        return False
    told = [piece for piece in statement.content if piece[1] <= start or piece[0] >= match.end()]
    if not told or told[0][0] > start:
        return False
    statement.cue = ((start, end), match.span("saying"))
    statement.source = (match.span("who"),)
    sheet.reset(statement, told)
    return True


def _words_of(sheet: StatementSheet, quoted: QuotedSpan) -> re.Match[str] | None:
    """Whose words a quotation is said to be, in front of it."""
    start, _ = sheet.paragraphs[sheet.paragraph_of(quoted.start)]
    start = max(start, sheet.title_end, quoted.start - _LONGEST_LEAD)
    return _WORDS_OF.search(sheet.text, start, quoted.start)


def _reaches_over(held: Statement, start: int, end: int) -> bool:
    """Whether a piece of a statement begins in front of a stretch and goes on behind it."""
    return any(a < start and b > end for a, b in held.content)
