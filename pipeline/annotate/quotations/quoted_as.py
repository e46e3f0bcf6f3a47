"""`was quoted as saying`, `the agency quoted him as saying`, `as he put it`: who says what.

The training corpus has one layer of statements: it gives such words to the outlet that
quotes. The person quoted is the speaker; where the outlet is the subject, its statement
stands around theirs.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import sentences, subject, tokens
from pipeline.records import Span

_SAYING = (
    r"as (?:saying|writing|adding|warning|claiming|asking|insisting|declaring|calling|describing"
    r"|telling (?:[\w’'-]+ ){1,4}?(?=that\b|the\b|an?\b|he\b|she\b|it\b|they\b|“|\"))"
)
_WAS_QUOTED = re.compile(
    r"\b(?P<quoted>(?:is|are|was|were|been|being) (?:\w+ly |also |once |later )?(?:quoted|cited))"
    r"(?: (?:by|in|on|earlier|last|this) [^.;:“”\"\n]{2,60}?| \w+day)?"
    rf" (?P<saying>{_SAYING})\s?(?:, |: )?"
)
_QUOTES = re.compile(r"\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing))$")
_WHOM = re.compile(rf"(?P<who>[^,;:“”\"\n]{{2,80}}?) (?P<saying>{_SAYING}) ?(?=\S)")
_PUT = re.compile(
    r",?\s+as (?P<who>(?:[\w’'.-]+ ){1,6}?)(?:(?:once|later|famously|memorably|has|had) )?"
    r"(?P<put>(?:put|puts|phrased|described|called) (?:it|him|her|them|this))\b"
)
_WORDS_OF = re.compile(
    r"\b(?P<cue>in the (?:[a-z]+ )?words of|to quote) (?P<who>[^.;:“”\"\n]{2,120}?)[,:]?\s$",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?P<cue>according to) (?P<who>[^.;:“”\"\n,]{2,80}), "
    r"(?:citing|quoting) [^.;:“”\"\n,]{2,120}, ",
    re.IGNORECASE,
)
_INNER, _OWN = 0.7, 0.8
_LONGEST_LEAD = 160
_LONGEST_SUBJECT = 200
"""Characters in front of the verb that are read: the work stays linear in the text."""


def give_to_quoted(sheet: StatementSheet) -> None:
    """`Stone was quoted by the Post as saying it leaked` is Stone's statement."""
    text = sheet.text
    for match in _WAS_QUOTED.finditer(text, sheet.title_end):
        at = sheet.holder(match.end())
        place = sheet.paragraphs[sheet.paragraph_of(match.start())]
        source = _subject(text, place[0], match.start("quoted"))
        if at is None or source is None:
            continue
        cues = {sheet.statements[n] for n in sheet.attributing(*match.span())}
        cues |= {sheet.statements[n] for n in sheet.holders(*match.span())}
        if not all(_lies_beside(each, source, match.span(), place) for each in cues | {at}):
            continue
        told = [(max(start, match.end()), end) for start, end in at.content if end > match.end()]
        for other in cues - {at}:
            if all(end <= match.end() for _, end in other.content):
                sheet.remove(other)
        sheet.reset(at, told)
        at.source = (source,)
        end = match.start("saying") + len(match["saying"].rstrip())
        at.cue = (match.span("quoted"), (match.start("saying"), end))
        if match.start("saying") - match.end("quoted") == 1:
            at.cue = ((match.start("quoted"), end),)


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


def take_put(sheet: StatementSheet) -> None:
    """“…,” as the mayor once put it."""
    text = sheet.text
    for quoted in sheet.outer:
        match = _PUT.match(text, quoted.end) if quoted.start >= sheet.title_end else None
        if match is None or not sheet.is_free(quoted.start, match.end()):
            continue
        source = (match.start("who"), match.start("who") + len(match["who"].rstrip()))
        piece = (quoted.start, quoted.end)
        sheet.add(Statement([piece], (match.span("put"),), (source,), confidence=_OWN))


def take_words_of(sheet: StatementSheet) -> None:
    """In the words of the mayor, “…”"""
    text = sheet.text
    for quoted in sheet.outer:
        start, _ = sheet.paragraphs[sheet.paragraph_of(quoted.start)]
        start = max(start, sheet.title_end, quoted.start - _LONGEST_LEAD)
        match = _WORDS_OF.search(text, start, quoted.start)
        if match is None:
            continue
        for number in sheet.holders(match.start(), quoted.end):
            held = sheet.statements[number]
            apart = [(a, b) for a, b in held.content if a >= quoted.end or b <= match.start()]
            sheet.reset(held, apart)
        for number in sheet.attributing(*match.span()):
            sheet.unsign(sheet.statements[number])
        piece = (quoted.start, quoted.end)
        sheet.add(Statement([piece], (match.span("cue"),), (match.span("who"),), confidence=_OWN))


def take_cited(sheet: StatementSheet) -> None:
    """`According to Port Wire, citing Ada Brooks, |it rained|`: Port Wire says it rained."""
    for match in _CITED.finditer(sheet.text, sheet.title_end):
        numbers = sheet.attributing(match.start(), match.end("who"))
        if len(numbers) != 1:
            continue
        statement = sheet.statements[numbers.pop()]
        told = [(max(start, match.end()), end) for start, end in statement.content]
        told = [(start, end) for start, end in told if start < end]
        if told:
            statement.cue, statement.source = (match.span("cue"),), (match.span("who"),)
            sheet.reset(statement, told)


def _lies_beside(statement: Statement, source: Span, words: Span, place: Span) -> bool:
    """Whether a statement is made of what stands around the verb, in its paragraph."""
    spans = (*statement.content, *statement.cue, *statement.source)
    return all(place[0] <= start and end <= place[1] for start, end in spans) and not any(
        start < source[0] and end > words[1] for start, end in statement.content
    )


def _subject(text: str, start: int, verb: int) -> Span | None:
    clause = sentences(text, max(start, verb - _LONGEST_SUBJECT), verb + 1)
    words = tokens(text, clause[-1][0], verb + 3) if clause else []
    at = next((i for i, word in enumerate(words) if word.start == verb), 0)
    return subject(words, at) if at else None
