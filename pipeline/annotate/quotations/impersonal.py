"""What is said by nobody in particular: `It is feared that the hall burned.`

The corpus that the model learnt from has hardly a sentence of the kind, and the model
passes them over.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import sentences

_CONFIDENCE = 0.9
_IT_IS_TOLD = re.compile(
    r"It (?P<cue>(?:is|was|has been|had been) (?:(?:now|also|widely|still|generally|\w+ly) )?"
    r"(?:feared|believed|thought|understood|alleged|claimed|rumou?red|hoped|said|reported"
    r"|announced|confirmed|revealed|suspected|assumed)) (?=that [a-zA-Z0-9$£€])"
)
_STOPS = ' .!?”"’'


def take_up_impersonal(sheet: StatementSheet) -> None:
    """Add the statements, without a source, that `It is feared that …` begins."""
    text = sheet.text
    for start, end in sheet.paragraphs:
        if start < sheet.title_end or not _IT_IS_TOLD.search(text, start, end):
            continue
        for first, last in sentences(text, start, end):
            told = _IT_IS_TOLD.match(text, first, last)
            if told is None or sheet.marks_within(first, last):
                continue
            stop = first + len(text[first:last].rstrip(_STOPS))
            cue = told.span("cue")
            for number in sheet.holders(first, last) | sheet.attributing(first, last):
                found = sheet.statements[number]
                if found.cue and not found.source and first <= found.start <= found.end <= last:
                    # The model is never sure of one.
                    sheet.remove(found)
            if sheet.is_free(first, last):
                sheet.add(Statement([(told.end(), stop)], (cue,), confidence=_CONFIDENCE))
