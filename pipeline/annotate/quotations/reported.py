"""The outer layer of "X said …, the Y reported".

The model gives one layer: where it took the inner statement, the outlet, the document or
the people it is known from are credited here.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import Attributing, following, sentences
from pipeline.annotate.text.cue_words import PRONOUNS, REPORTING
from pipeline.records import Span

_REPORTED = 0.7
_PERSONS = ("he", "she")
_BEHIND = re.compile(r"(?:, (?:who|which|speaking|citing|an?|the)\b[^:;“”\"]{2,140}?)?[ .”\"]*")
"""What may stand behind who is credited: the sentence's end, or a clause about them."""


def report_outer_statements(sheet: StatementSheet) -> None:
    """Add the statement around each one that a further source is credited with."""
    bounds: dict[int, list[Span]] = {}
    for statement in sheet.living():
        if statement.block or not statement.cue or not statement.source or statement.parent:
            continue
        spans = sorted((*statement.content, *statement.cue, *statement.source))
        start, end = spans[0][0], max(e for _, e in spans)
        paragraph = sheet.paragraph_of(start)
        if paragraph not in bounds:
            bounds[paragraph] = sentences(sheet.text, *sheet.paragraphs[paragraph])
        at = bisect_right(bounds[paragraph], start, key=lambda sentence: sentence[0]) - 1
        sentence = bounds[paragraph][at] if at >= 0 else (0, 0)
        if not sentence[0] <= start < end <= sentence[1]:
            continue
        by = _credited_behind(sheet, sentence, end)
        if by is None or _is_same(sheet.text, statement.source[0], by.source):
            # "Stone said it had rained, according to Stone."
            continue
        outer = Statement([(start, end)], (by.cue,), (by.source,), confidence=_REPORTED)
        statement.parent = outer
        sheet.place(outer)


def _is_same(text: str, one: Span, other: Span) -> bool:
    """Whether two sources end with the same name."""
    names = [text[start:end].split()[-1:] for start, end in (one, other)]
    return names[0] == names[1] and names[0] != [] and names[0][0][:1].isupper()


def _credited_behind(sheet: StatementSheet, sentence: Span, end: int) -> Attributing | None:
    text = sheet.text
    begun = _begun(sheet, sentence, end)
    if begun is None or not sheet.is_free(end, sentence[1]):
        return None
    by = following(text, begun, sentence[1])
    if by is None or not _BEHIND.fullmatch(text, max(by.source[1], by.cue[1]), sentence[1]):
        return None
    if text[end - 1] in "”\"'" and text[slice(*by.source)].lower() in PRONOUNS:
        # "Stone told her it was “a wreck,” he said": the same one.
        return None
    return by if _is_credit(text, by) else None


def _begun(sheet: StatementSheet, sentence: Span, end: int) -> int | None:
    """Where the credit begins behind a comma, which in American print stands inside the marks:
    `Stone told her it was “a wreck,” |two clerks said|`."""
    text = sheet.text
    first, last = sentence
    marked = [m for m in sheet.marks_within(first, end) if m.end == end and m.start > first]
    if marked and text[marked[0].inner_end - 1] == ",":
        spoken = text[first : marked[0].start].rstrip()[-1:] in (",", ":")
        return None if spoken else end
    behind = text[end:last].lstrip("”\"’' ")
    return last - len(behind) + 1 if behind.startswith(",") else None


def _is_credit(text: str, by: Attributing) -> bool:
    """Whether an outlet, an agency or a document is credited: a name or a noun, or one person."""
    cue = text[by.cue[0] : by.cue[1]].lower().split()
    source = text[by.source[0] : by.source[1]]
    reports = cue[0] in REPORTING or cue[:2] == ["according", "to"]
    # "amid news reports that …": the noun.
    known = len(source) > 3 or source in _PERSONS
    return reports and known and source.split()[-1].lower() not in ("news", "media")
