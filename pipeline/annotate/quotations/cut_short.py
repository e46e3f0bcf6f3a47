"""Statements of which the model took a part, where their sentence shows the whole.

What stands between a subject and its verb draws it off: of `that the deal, which was made in
May, is off` it takes `that the deal`, and of `The hall is expected to open, Ada Brooks said`
the expecting.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from pipeline.annotate.quotations.no_statements import is_no_statement
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import Attributing, following, sentences
from pipeline.annotate.text.cue_words import SAYING
from pipeline.records import Span

_LONGEST_IN_FRONT = 10
"""Words of a subject that is not all that was said: behind the verb, in front of it."""
_WHEN = re.compile(r"[ .”\"]*(?:(?:late |early )?(?:on )?[A-Z][a-z]+day[a-z ]{0,12})?[ .”\"]*")


_FINITE = (
    r"(?:(?:also|now|still|then|never|not|once|[a-z]+ly) )?"
    r"(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|does|did|do"
    r"|[a-z]+n[’']t|(?!need|based|led)[a-z]+ed"
    r"|said|told|wrote|thought|went|came|made|took|gave|became|began|fell|saw)\b"
)
HAS_VERB = re.compile(
    rf"(?<![\w’'-])(?:{_FINITE}|(?:he|she|it|that|there|who)[’']s\b)|[’'](?:re|ll|ve|d)\b"
)
_CLAUSE = re.compile(
    r".* that (?=[A-Z]|(?:the|an?|his|her|its|their|our|my|these|those|some|many|most)\b)"
    r"|(?:that|whether)\b",
    re.DOTALL,
)
"""Up to where the words of the last clause of what was said begin."""
_INSERT = re.compile(
    rf"(?:(?:, [^,;:.!?“”\"\n]{{2,120}}){{1,2}}, (?={_FINITE})"
    rf"| ?(?P<dash>-{{1,2}}|[–—]) ?[^;:!?\n–—]{{2,160}}? ?(?P=dash) ?(?={_FINITE})"
    rf"| \([^()\n]{{2,100}}\) (?={_FINITE}))"
)
"""What stands between a subject and its verb: `|the mayor|, who was ill, |had left|`."""
_DAY = re.compile(r" (?:on |late |early |last )+[A-Z][a-z]+day(?=, |\.)")
"""Behind what was said, and of what it tells of: `They had left| on Friday|, he said`."""
_TO_COME = re.compile(r"\b(?:will|would)\b")
_PARTS = re.compile(
    r", (?:(?:about|almost|at least|nearly|roughly|over|more than) )?"
    r"(?:all|half|many|most|much|none|several|some|a few|a (?:half|third|quarter|fifth)"
    r"|two[- ]thirds|three[- ]quarters) of (?:it|them)\b[^;:!?“”\"\n]{2,160}?(?=\.\s|\.?$)",
    re.MULTILINE,
)
"""What belongs to the last noun of what was said: `six boats sank|, most of them old ones|`."""
_LONGEST_INSERT = 300
"""Characters, its marks and the verb behind it included."""
_LEAD = re.compile(
    r" (?:after|amid|as|at|because|before|by|despite|during|for|from|if|in|of|on|since|to|under"
    r"|unlike|until|upon|when|while|with|without)\b[^,]*"
)
"""What stands in front of the subject: `that |after the vote|, the mayor had left`."""
_BEHIND_TAG = re.compile(
    r", (?:also |now |still |[a-z]+ly )?(?:is|are|was|were|will|would|had|has|have|can|could|may"
    r"|might|must|should|did|does|[a-z]+n[’']t|(?!need|based|led)[a-z]+ed) "
)
_FRONTED = re.compile(
    r"(?:After|Ahead of|At|Before|By|During|For|From|In|On|Over|Since|Under|Until|With|Without) "
    r"[^,;:“”\"]{2,80}"
)
"""What stands in front of a clause: `|At a meeting in May|, the minutes say, she left`."""
_MID_PHRASE = re.compile(
    r"(?<![\w’'-])(?!(?:and|but|or|that|as|when|while|because|although|though|if|where|which|who|so"
    r"|since|whether|yet|than|with|amid|despite|given)\b)[a-z][a-z’'-]* \Z"
)
"""In front of a content that begins in the middle of a clause: `Staff left |after| the vote`."""
_SUBJECT = re.compile(
    r"which|who|[Tt]h(?:at|is|ese|ose|ey)|[Hh]e|[Ss]he|[Ii]t"
    r"|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hese) (?:[\w’'-]+ ){0,3}[\w’'-]+"
)
_CLEFT = re.compile(r"It (?:is|was) (?:[A-Z][\w.’'-]+ ){1,3}")
_ITS_VERB = re.compile(
    r", (?:also |now |still |then |[a-z]+ly )?(?:told|gave|went|came|made|took|kept|held|left|led"
    r"|sent|let|met|saw|felt|began|knew|paid|put|ran|set|won|lost|shrank|sank|rose|fell|grew|fled"
    r"|(?!(?:was|is|has|his|its|this|as|perhaps|always|besides|towards|thanks)\b)[a-z]+[a-rt-z]s"
    r"|(?!need|based|led)[a-z]+ed)(?= [\w“\"]|\.)"
)
"""Behind a subject and a tag: `|Her aunt, she says, told| her to go`."""
_OF_TAG = re.compile(
    r", (?:of|that|from|about|than|between|because|unless|until|by (?:the|its|their|an?)) "
)
"""Or what belongs to its last noun: `There were reports, Ada Brooks said, of deaths`."""
"""A verb behind `The hall, Ada Brooks said`: the rest of what she said."""

_CALLED = re.compile(r", in what (?:[\w’'-]+ ){1,6}?(?:called|calls?|described as|said|says?)\b")
"""What somebody else makes of it, behind a tag."""
_CONJUNCTION = re.compile(r"(?:But|And|Yet|So|Still,|However,|Meanwhile,) ")
_BETWEEN = re.compile(r"(?: (?:me|us|him|her|them|reporters))?, ")
"""Whom it is told, and a comma."""
_LEAST_CLAUSE = 4
"""Words."""
_JOINS = re.compile(r"(?:and|but|while|with|though|although|compared|because|so|since|as)\b")


def make_whole(sheet: StatementSheet) -> None:
    """Give statements the cue and the content that their sentence gives them."""
    bounds: dict[int, list[Span]] = {}
    for statement in sheet.living():
        if not statement.cue or not statement.content or statement.start < sheet.title_end:
            continue
        _finish_clause(sheet, statement)
        _take_day(sheet, statement)
        _take_parts(sheet, statement)
        if sheet.marks_within(statement.start, statement.end):
            continue
        paragraph = sheet.paragraph_of(statement.start)
        if paragraph not in bounds:
            bounds[paragraph] = sentences(sheet.text, *sheet.paragraphs[paragraph])
        at = bisect_right(bounds[paragraph], statement.start, key=lambda sentence: sentence[0]) - 1
        sentence = bounds[paragraph][at] if at >= 0 else (0, 0)
        if not sentence[0] <= statement.cue[0][0] < sentence[1]:
            continue
        if not _take_saying_behind(sheet, statement, sentence):
            _take_behind_tag(sheet, statement, sentence)
            _take_beginning(sheet, statement, sentence)
            _take_in_front(sheet, statement, sentence)


def _finish_clause(sheet: StatementSheet, statement: Statement) -> None:
    """`She said |that the mayor|, who was ill, had left.`: to the end of its sentence, for a
    clause without a verb is none."""
    text = sheet.text
    start, end = statement.content[-1]
    cue = statement.cue[-1]
    opens = _CLAUSE.match(text, start, end)
    if cue[1] > start or opens is None or HAS_VERB.search(text, opens.end(), end):
        return
    led = text[end : end + 2] == ", " and _LEAD.fullmatch(text, opens.end(), end)
    insert = _INSERT.search(text, opens.end(), end + _LONGEST_INSERT)
    if not led and not (insert and insert.start() <= end < insert.end()):
        return
    stop = sheet.paragraphs[sheet.paragraph_of(start)][1]
    last = sentences(text, start, stop)[0][1]
    stop = end + len(text[end:last].rstrip(" ."))
    torn = any(
        m.start < end < m.end or m.start < stop < m.end for m in sheet.marks_within(end, stop)
    )
    if stop > end and not torn and _give_way(sheet, end, stop):
        sheet.give(statement, (start, stop))


def _take_day(sheet: StatementSheet, statement: Statement) -> None:
    """`|They had left| on Friday, he said`: the day in front of the tag is when they left; and that
    of `He announced |that they would leave| on Friday.` is yet to come."""
    tag = min(span[0] for span in (*statement.source, *statement.cue))
    for start, end in statement.content:
        day = _DAY.match(sheet.text, end)
        if day is None or not sheet.is_free(*day.span()):
            continue
        ends = sheet.text[day.end()] == "." and start > tag
        if day.end() + len(", ") == tag or (ends and _TO_COME.search(sheet.text, start, end)):
            sheet.give(statement, (start, day.end()))
            return


def _take_parts(sheet: StatementSheet, statement: Statement) -> None:
    """`She said |six boats sank|, most of them old ones.`: to the end of the sentence."""
    start, end = statement.content[-1]
    parts = _PARTS.match(sheet.text, end)
    if parts is None or start < statement.cue[-1][1] or sheet.is_marked(end - 1):
        return
    if sheet.is_free(*parts.span()):
        sheet.give(statement, (start, parts.end()))


def _take_saying_behind(sheet: StatementSheet, statement: Statement, sentence: Span) -> bool:
    """`The hall |is expected| to open, Ada Brooks said`: her saying is the cue."""
    first, last = sentence
    by = _credit(sheet, first, last)
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


def _credit(sheet: StatementSheet, first: int, last: int) -> Attributing | None:
    """`…, Ada Brooks said on Monday.`, at the end of a sentence."""
    text = sheet.text
    comma = text.rfind(", ", first, last)
    by = following(text, comma + 1, last) if comma > first else None
    if by is None or by.cue[0] < by.source[0]:
        return None
    said = text[by.cue[0] : by.cue[1]].lower().split()[0] in SAYING
    return by if said and _WHEN.fullmatch(text, by.cue[1], last) else None


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
    goes_on = _BEHIND_TAG.match(text, tag[1][1], last) or _OF_TAG.match(text, tag[1][1], last)
    fronted = text[tag[1][1] : tag[1][1] + 2] == ", " and _FRONTED.fullmatch(text, start, end)
    if fronted and not HAS_VERB.search(text, start, end):
        goes_on = goes_on or fronted
    if _SUBJECT.fullmatch(text, start, end):
        goes_on = goes_on or _ITS_VERB.match(text, tag[1][1], last)
        if goes_on:
            _leave_out_second_cue(sheet, statement, tag[1][1] + 2)
    if not sentence[0] <= tag[1][1] < last or goes_on is None:
        return
    cleft = _CLEFT.fullmatch(text, sentence[0], start)
    if cleft and sheet.is_free(*cleft.span()):
        sheet.give(statement, cleft.span())
    first = tag[1][1] + 2
    stop = first + len(text[first:last].rstrip(" ."))
    marks = sheet.marks_within(first, stop)
    whole = fronted and all(first < mark.start and mark.end <= stop for mark in marks)
    if (whole or not marks) and _give_way(sheet, first, stop):
        sheet.give(statement, (first, stop))


def _leave_out_second_cue(sheet: StatementSheet, statement: Statement, first: int) -> None:
    """`That, |the crew| says, |suggests| that it sank`: the second verb is none of the crew's."""
    for number in sheet.attributing(first, first + 1) - {statement.number}:
        other = sheet.statements[number]
        if other.cue[0][0] == first and other.source in ((), statement.source):
            sheet.remove(other)


def _take_beginning(sheet: StatementSheet, statement: Statement, sentence: Span) -> None:
    """`Staff left after |the vote in May|, the union said.`: all of the sentence is told; so is
    `The ports agreed on Monday |to merge|, the union said, in what clerks called a first step`."""
    text = sheet.text
    if len(statement.source) != 1 or len(statement.cue) != 1:
        return
    start, end = statement.content[0]
    tag = sorted((statement.source[0], statement.cue[0]))
    first, last = sentence
    called = _CALLED.match(text, tag[1][1], last)
    if len(statement.content) > 1 and not (called and statement.content[1][0] > tag[1][1]):
        return
    if text[end : tag[0][0]] != ", " or not (called or _WHEN.fullmatch(text, tag[1][1], last)):
        return
    opens = _CONJUNCTION.match(text, first, start)
    first = opens.end() if opens else first
    infinitive = text.startswith("to ", start) and HAS_VERB.search(text, first, start)
    in_clause = _MID_PHRASE.search(text, first, start) or infinitive
    if in_clause and sheet.is_free(first, start) and not sheet.marks_within(first, start):
        sheet.reset(statement, [(first, end)])


def _take_in_front(sheet: StatementSheet, statement: Statement, sentence: Span) -> None:
    """`But haste, they caution, |is unwise|`, `Pay rose, accounts show, |while staff left|`: what
    stands in front of such a tag is told as well."""
    text = sheet.text
    if len(statement.content) != 1 or len(statement.source) != 1 or len(statement.cue) != 1:
        return
    start, end = statement.content[0]
    tag = sorted((statement.source[0], statement.cue[0]))
    between = text[tag[1][1] : start], text[tag[0][1] : tag[1][0]]
    front = tag[0][0] - 2  # The comma in front of the tag, and a space.
    if (
        not _BETWEEN.fullmatch(between[0])
        or between[1] != " "
        or text[front : tag[0][0]] != ", "
        or not text[start].islower()
    ):
        return
    opens = _CONJUNCTION.match(text, sentence[0], front)
    first = opens.end() if opens else sentence[0]
    subject = _BEHIND_TAG.match(text, start - 2, sentence[1]) is not None
    clause = len(text[first:front].split()) >= _LEAST_CLAUSE and _JOINS.match(text, start, end)
    free = sheet.is_free(first, front) and not sheet.marks_within(first, front)
    if first < front and free and (subject or clause):
        sheet.give(statement, (first, front))


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
