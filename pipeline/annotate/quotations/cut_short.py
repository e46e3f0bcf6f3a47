"""Statements of which the model took a part, where their sentence shows the whole.

A participle behind the subject draws it off: of `The deal, first reported by the Ledger,
is off, Ada Brooks said` it takes `first reported` for the cue, or `The deal` for all
that was said.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from pipeline.annotate.quotations.no_statements import is_no_statement
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import Attributing, following, sentences
from pipeline.annotate.text.cue_words import SAYING, TRANSITIVE
from pipeline.records import Span

_LONGEST_SUBJECT = 6
_LONGEST_IN_FRONT = 10
"""Words of a subject that is not all that was said: behind the verb, in front of it."""
_WHEN = re.compile(r"[ .”\"]*(?:(?:late |early )?(?:on )?[A-Z][a-z]+day[a-z ]{0,12})?[ .”\"]*")
_SAID = re.compile(r",? (said|says|added|noted|explained|insisted|warned|confirmed)\b")
_ASIDE = re.compile(
    r", (?:\w+ly )?(?:[a-z]+ed|known|built|held|made|born|seen|first [a-z]+)\b[^,;:]{0,120}, "
)
"""A participle and what belongs to it, behind a subject."""
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|would|had|has|have|can|could|may|might|must|should|did|does|not|to)\b"
)
_SAYING = SAYING - TRANSITIVE
_AUTHORS = re.compile(r",? (?:an? (?:claim|charge|figure|move|idea)|which|but|while|adding)\b.*")


_BEHIND_TAG = re.compile(
    r", (?:also |now |still |[a-z]+ly )?(?:is|are|was|were|will|would|had|has|have|can|could|may"
    r"|might|must|should|did|does|[a-z]+n[’']t|(?!need|based|led)[a-z]+ed) "
)
"""A verb behind `The hall, Ada Brooks said`: the rest of what she said."""


def make_whole(sheet: StatementSheet) -> None:
    """Give statements the cue and the content that their sentence gives them."""
    bounds: dict[int, list[Span]] = {}
    for statement in sheet.living():
        if not statement.cue or sheet.marks_within(statement.start, statement.end):
            continue
        if statement.start < sheet.title_end:
            continue
        paragraph = sheet.paragraph_of(statement.start)
        if paragraph not in bounds:
            bounds[paragraph] = sentences(sheet.text, *sheet.paragraphs[paragraph])
        at = bisect_right(bounds[paragraph], statement.start, key=lambda sentence: sentence[0]) - 1
        sentence = bounds[paragraph][at] if at >= 0 else (0, 0)
        if not sentence[0] <= statement.cue[0][0] < sentence[1]:
            continue
        if not _take_saying_behind(sheet, statement, sentence):
            _take_predicate(sheet, statement, sentence)
            _take_behind_tag(sheet, statement, sentence)


def _take_saying_behind(sheet: StatementSheet, statement: Statement, sentence: Span) -> bool:
    """`The hall |is expected| to open, Ada Brooks said`: her saying is the cue."""
    first, last = sentence
    by = _beside(sheet, statement, last) or _credit(sheet, first, last)
    if by is None or statement.cue[-1][1] > by.source[0] or not statement.start < by.source[0]:
        return False
    own = {statement.number}
    source = statement.source
    shared = bool(source) and source[0][0] < by.source[1] and by.source[0] < source[0][1]
    astray = shared or (not source and is_no_statement(sheet, statement))
    if not astray or not sheet.holders(first, last) | sheet.attributing(first, last) <= own:
        return False
    told = first + len(sheet.text[first : by.source[0]].rstrip(" ,"))
    statement.cue, statement.source = (by.cue,), (by.source,)
    sheet.reset(statement, [(first, told)])
    return True


def _beside(sheet: StatementSheet, statement: Statement, last: int) -> Attributing | None:
    """The verb of saying right behind a source that was given another cue."""
    text = sheet.text
    start = statement.source[0][0] if statement.source else 0
    if len(statement.source) != 1 or text[max(0, start - 2) : start] != ", ":
        return None
    verb = _SAID.match(text, statement.source[0][1], last)
    if verb is None or verb[1] not in SAYING or not _WHEN.fullmatch(text, verb.end(), last):
        return None
    return Attributing(statement.source[0], verb.span(1))


def _credit(sheet: StatementSheet, first: int, last: int) -> Attributing | None:
    """`…, Ada Brooks said on Monday.`, at the end of a sentence."""
    text = sheet.text
    comma = text.rfind(", ", first, last)
    by = following(text, comma + 1, last) if comma > first else None
    if by is None or by.cue[0] < by.source[0]:
        return None
    said = text[by.cue[0] : by.cue[1]].lower().split()[0] in SAYING
    return by if said and _WHEN.fullmatch(text, by.cue[1], last) else None


def _take_predicate(sheet: StatementSheet, statement: Statement, sentence: Span) -> None:
    """`Ada Brooks said |rebels|, believed to be few, had fled`: not the subject alone."""
    if len(statement.content) != 1 or not statement.source or len(statement.cue) != 1:
        return
    text = sheet.text
    start, end = statement.content[0]
    words = text[start:end].split()
    cue = text[slice(*statement.cue[0])].lower().split()
    if len(words) > _LONGEST_SUBJECT or not cue or cue[-1] not in _SAYING or cue[0] not in _SAYING:
        return
    aside = _ASIDE.match(text, end)
    if aside is None or _VERB.search(text, start, end):
        return
    last = sentence[1]
    before = statement.cue[0][0] < start
    bound = last if before else min(statement.source[0][0], statement.cue[0][0])
    if not end < aside.end() < bound <= last or not sheet.is_free(end, bound):
        return
    told = text[end:bound]
    author = _AUTHORS.search(told, aside.end() - end)
    told = (told[: author.start()] if author else told).rstrip(' ,.”"')
    if end + len(told) > aside.end() and not sheet.marks_within(end, end + len(told)):
        sheet.give(statement, (end, end + len(told)))


def _take_behind_tag(sheet: StatementSheet, statement: Statement, sentence: Span) -> None:
    """`|The hall|, Ada Brooks said, was cold.`: to the end of the sentence."""
    text = sheet.text
    if len(statement.content) != 1 or len(statement.source) != 1 or len(statement.cue) != 1:
        return
    start, end = statement.content[0]
    tag = sorted((statement.source[0], statement.cue[0]))
    last = sentence[1]
    subject = len(text[start:end].split()) <= _LONGEST_IN_FRONT
    if not subject or text[end : tag[0][0]].strip() != ",":
        return
    if not sentence[0] <= tag[1][1] < last or _BEHIND_TAG.match(text, tag[1][1], last) is None:
        return
    first = tag[1][1] + 2
    stop = first + len(text[first:last].rstrip(" ."))
    if not sheet.marks_within(first, stop) and _give_way(sheet, first, stop):
        sheet.give(statement, (first, stop))


def _give_way(sheet: StatementSheet, first: int, stop: int) -> bool:
    """Whether the rest of a sentence is free: what is told within it stays, inside it, and a
    quotation behind it, `The key, says Brooks, |is sand. “We sift it,”| she says`, gives it up."""
    begun: list[Statement] = []
    for number in sheet.holders(first, stop) | sheet.attributing(first, stop):
        other = sheet.statements[number]
        spans = sorted((*other.content, *other.cue, *other.source))
        if first <= spans[0][0] and spans[-1][1] <= stop:
            continue
        if spans[0] != other.content[0] or spans[0][0] != first or spans[1][0] < stop:
            return False
        if len(other.content) < 2:
            return False
        begun.append(other)
    for other in begun:
        sheet.reset(other, other.content[1:])
    return True
