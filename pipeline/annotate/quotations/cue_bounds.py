"""Words that the network put on the wrong side of a cue, or gave to another verb's.

Of `asked | her what had changed` the hearer is no part, of `hit back at claims | that it leaks`
the claims are, and what stands in front of `She did not say` was told by the verb beside it.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.idioms import wording
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import leading_up, sentences

_ASKS = re.compile(r"\bask(?:s|ed|ing)?$")
_QUESTION = r"(?:if|whether|what|how|why|where|when)\b"
_HEARER = re.compile(
    r"(?:(?:h(?:er|im)|them|us|me|you),? "
    r"|(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3} )?"
    rf"(?:for the [a-z]+ time,? )?(?={_QUESTION}|who\b)"
)
_TOLD_OF = re.compile(
    r"(?:.* )?(?:at|to|against|on|into) (?P<what>(?:[a-z-]+ ){0,2}(?:claims|reports|rumou?rs"
    r"|allegations|suggestions|accusations|speculation))"
)
"""A cue that ends with what it is aimed at: `hit back at |claims|`."""
_KEEPS_BACK = (
    r"(?:(?:would|did|could|will|does)(?: not|n[’']t) "
    r"(?:say|specify|disclose|reveal|elaborate|share|give|provide|offer|name|identify)"
    r"|(?:declined|refused) to"
    r" (?:say|specify|disclose|reveal|elaborate|share|give|provide|offer|name|identify))"
)
_SILENT = re.compile(_KEEPS_BACK)
_BUT_SILENT = re.compile(
    rf"(?:but|and|though|although) (?P<who>s?he|they|it|the [a-z]+) (?P<cue>{_KEEPS_BACK})"
    r"(?: (?=\w)|$)"
)
_SAYS_NOT = re.compile(r"(?:say|specify|disclose|reveal|elaborate)\Z")
"""What is kept back is told then: `would not say |whether it sank|`, but `would not give names`."""
_NUMBERED = re.compile(
    r"(?:(?:the )?(?:incident|reference|ref|crime|log|case|serial|occurrence|investigation|police"
    r"|CAD|URN|number|operation)\b|\d).*",
    re.IGNORECASE | re.DOTALL,
)
"""What whoever calls the police shall quote: `call 101, quoting |reference 12|`."""
_BUT_DID = re.compile(
    r",[”\"] (?:but|and|while|even as) (?:(?:also|then|still) )?(?:cut|raised|lowered|kept|trimmed"
    r"|maintained|reiterated|upgraded|downgraded|cutting|raising|lowering|keeping|trimming|slashed)"
    r" (?:his|her|its|their|the) (?:[\w-]+ ){0,2}(?:targets?|ratings?|recommendation|forecasts?"
    r"|estimates?|outlook|guidance)\b"
)
"""What an analyst does besides: `wrote that it “looks safe,” |but cut her target|`."""
_RELATIVE = re.compile(r"(?:who|which|whose|whom|where) \w")
_REACH = 4
"""Words, at most, between a verb and what it tells."""
_OTHERS = 0.6


def mend_cue_bounds(sheet: StatementSheet) -> None:
    """Give such words back."""
    for statement in sheet.living():
        if statement.cue:
            _leave_out_hearer(sheet, statement)
            _take_in_claims(sheet, statement)
            _take_verb_beside(sheet, statement)
            _part_silence(sheet, statement)
            _join_relative(sheet, statement)
            _leave_out_deed(sheet, statement)
            _join_reference(sheet, statement)


def _leave_out_hearer(sheet: StatementSheet, statement: Statement) -> None:
    """`asked |her what had changed|`, `asked her, |for the third time, what had changed|`."""
    start, end = statement.content[0]
    if not _ASKS.search(wording(sheet, statement.cue)) or start < statement.cue[-1][1]:
        return
    hearer = _HEARER.match(sheet.text, start, end)
    if hearer is not None and start < hearer.end() < end:
        sheet.reset(statement, [(hearer.end(), end), *statement.content[1:]])


def _take_in_claims(sheet: StatementSheet, statement: Statement) -> None:
    """`hit back at |claims| that it leaks`: as in `denied |claims that it leaks|`."""
    start, end = statement.content[0]
    first, last = statement.cue[-1]
    if last + 1 != start or not sheet.text.startswith("that ", start):
        return
    aimed = _TOLD_OF.fullmatch(sheet.text, first, last)
    if aimed is None:
        return
    statement.cue = (*statement.cue[:-1], (first, aimed.start("what") - 1))
    sheet.reset(statement, [(aimed.start("what"), end), *statement.content[1:]])


def _take_verb_beside(sheet: StatementSheet, statement: Statement) -> None:
    """`Stone promised |to mend it|. How? |She did not say|.`: he promised; and what she kept back
    would stand behind."""
    text = sheet.text
    end, cue = statement.content[-1][1], statement.cue[0][0]
    if end > cue or not _SILENT.fullmatch(wording(sheet, statement.cue).lower()):
        return
    if len(sentences(text, end, cue)) < 2 or not statement.source:
        return
    start = statement.start
    by = leading_up(text, sheet.paragraphs[sheet.paragraph_of(start)][0], start, reach=_REACH)
    if by is not None and sheet.is_free(*by.cue):
        sheet.unsign(statement)
        statement.cue, statement.source = (by.cue,), (by.source,)


def _part_silence(sheet: StatementSheet, statement: Statement) -> None:
    """`It leaked, Stone said, |but he would not say why|`: what he kept back is no part of it."""
    start, end = statement.content[-1]
    silent = _BUT_SILENT.match(sheet.text, start, end)
    if silent is None or len(statement.content) < 2 or start < statement.cue[-1][1]:
        return
    sheet.reset(statement, statement.content[:-1])
    if _SAYS_NOT.search(silent["cue"]) and silent.end() < end:
        cue, who = silent.span("cue"), silent.span("who")
        sheet.add(Statement([(silent.end(), end)], (cue,), (who,), confidence=_OTHERS))


def _join_relative(sheet: StatementSheet, statement: Statement) -> None:
    """`refused to blame |the keeper|, |who was ill|`: one piece."""
    text = sheet.text
    if len(statement.content) < 2:
        return
    (start, end), (first, last) = statement.content[-2:]
    apart = text[end:first] == ", " and _RELATIVE.match(text, first, last)
    if apart and sheet.is_free(end, first) and not sheet.marks_within(start, last):
        sheet.reset(statement, [*statement.content[:-2], (start, last)])


def _join_reference(sheet: StatementSheet, statement: Statement) -> None:
    """`urged witnesses |to call 101|, quoting |incident 12|`: one appeal, and nothing quoted."""
    text = sheet.text
    if wording(sheet, statement.cue) != "quoting" or len(statement.content) > 1:
        return
    (first, _), (start, end) = statement.cue[0], statement.content[0]
    if not _NUMBERED.fullmatch(text, start, end):
        return
    appeal = sheet.holder(first - len(", ") - 1)
    if appeal is None or appeal is statement:
        sheet.remove(statement)
    elif appeal.content[-1][1] + len(", ") == first:
        sheet.remove(statement)
        sheet.give(appeal, (appeal.content[-1][0], end))


def _leave_out_deed(sheet: StatementSheet, statement: Statement) -> None:
    """`wrote that the bank |“looks safe,” but cut her price target|`: that is done, not told."""
    start, end = statement.content[-1]
    did = _BUT_DID.search(sheet.text, start, end)
    if did is not None and start > statement.cue[-1][0]:
        told = (start, did.start() + len(",”"))
        sheet.reset(statement, [*statement.content[:-1], told])
