"""Subjects that stand too far from their verb for the network.

Of `Brooks Marine cut its forecast on Friday, |citing| low prices` it finds who cites nothing, and
of `Firms that raised prices last year |have found| that it cost them` who has found nothing.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.idioms import wording
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import sentences
from pipeline.annotate.text.cue_words import AUXILIARIES, SAYING, TELLING, words_of

_PARTICIPLES = frozenset(word for word in SAYING | TELLING if word.endswith("ing")) | words_of(
    "citing blaming forecasting expecting signalling signaling"
)
_JOINED = re.compile(r"(?:,|, but|, and| by|(?P<when> (?:after|before|while)|, while)) \Z")
_NAME = r"[A-Z][\w&.’'-]*(?: (?:(?:of|for|and|the|de) )*[A-Z][\w&.’'-]*){0,4}"
_SUBJECT = re.compile(
    r"(?:[A-Z][A-Z ,.A-Za-z0-9]{2,40}(?: \([A-Z][\w ]+\))? [-–—]+ )?"
    rf"(?P<who>(?:The [a-z]+(?: [a-z]+)?|(?:[A-Z][\w’'-]+ )?(?:[a-z’'-]+ ){{0,3}}{_NAME}))"
    r"(?: \([\w.: ]{1,20}\))? (?:(?:also|has|have|had|[a-z]+ly) )*"
    r"(?:(?!(?:based|listed|owned|called|named|founded|led)\b)[a-z]+ed|cut|kept|rose|fell|won|lost|made|took|gave|held|left"
    r"|set|hit|sold|bought|began|beat|put|sent|withdrew|shut|swung|slid|sank)\b(?! by\b)"
)
"""Who does something, at the beginning of a sentence, a dateline in front of them aside."""
_PATIENT = re.compile(
    rf"(?P<who>{_NAME}|[Ss]?[Hh]e|They) (?:was|were|is|are|has been|have been|had been) "
    r"(?:[a-z]+ly )?[a-z]+(?:ed|nt|en|wn|ut|ught|ld|ght)\b(?! by\b)"
)
"""Or to whom something is done for what went before: `|Stone| was sent off after arguing`."""
_RELATIVE = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?: [\w’'-]+){0,4}?)(?: (?:that|who) [^,;:.“”\"]{3,120}|, (?:which|who) "
    r"[^,;:.“”\"]{3,120},) "
)
"""A subject with its clause, up to the verb."""
_FINITE = re.compile(r"(?:have|has|say|said|believe|think|hope|fear|expect|argue|insist)\b")


def take_far_subjects(sheet: StatementSheet) -> None:
    """Give such statements their source."""
    for statement in sheet.living():
        if statement.source or len(statement.cue) != 1:
            continue
        start = statement.cue[0][0]
        above = sheet.paragraphs[sheet.paragraph_of(start)][0]
        if start == above:
            continue
        first = sentences(sheet.text, above, start)[-1][0]
        found = _of_participle(sheet, statement, first) or _of_clause(sheet, statement, first)
        if found and not sheet.marks_within(first, start):
            statement.source = (found.span("who"),)


def _of_participle(sheet: StatementSheet, statement: Statement, first: int) -> re.Match[str] | None:
    """`|The mill| shut on Friday, blaming the river`."""
    start = statement.cue[0][0]
    if wording(sheet, statement.cue).lower().split()[0] not in _PARTICIPLES:
        return None
    joined = _JOINED.search(sheet.text, first, start)
    if not joined or sheet.attributing(first, start):
        return None
    patient = _PATIENT.match(sheet.text, first, start) if joined["when"] else None
    return patient or _SUBJECT.match(sheet.text, first, start)


def _of_clause(sheet: StatementSheet, statement: Statement, first: int) -> re.Match[str] | None:
    """`|Firms| that raised prices have found that it cost them`."""
    start = statement.cue[0][0]
    cue = wording(sheet, statement.cue).lower()
    if not _FINITE.match(cue) or cue.split()[-1] in AUXILIARIES:
        return None
    return _RELATIVE.fullmatch(sheet.text, first, start)
