"""Where sources begin and end: what belongs to them and was left out, what stands beside them.

The network marks a source word by word. `not everyone calls it “old”` is not everyone's view, a
list of names is a source from its first, and `prosecutors in April` are prosecutors.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import sentences
from pipeline.records import Span

_LOOK_BACK = 80
"""Characters in front of a source in which what belongs to it may stand."""
_WORD = r"[A-Z][\w.'’&-]*"
_NAME = rf"(?:[Tt]he )?{_WORD}(?: {_WORD}){{0,4}}"
_LIMITED = re.compile(
    r"\b(?:([Nn]ot)|[Aa]t (?:least|most)|(?:[Ll]ess|[Mm]ore|[Ff]ewer) than|[Aa]lmost|[Nn]early) $"
)
_EVERYBODY = re.compile(r"every|all\b")
_COUNTED = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|half|some|\d)\b"
    r"|an? (?:third|quarter|fifth|tenth|half|dozen)\b"
)
_SOME_OF = re.compile(
    r"\b(?:one|another|none|neither|either|most|many|several|some|all|both|(?:two|three|four|five)"
    r"|(?:a|another|the only|\w+) (?:former )?members?) of $",
    re.IGNORECASE,
)
"""`|one of| the engineers`: how many of a group speak."""
_MONTH = (
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TIME_BEHIND = re.compile(
    rf",? (?:(?:early |late )?in (?:\d{{4}}|{_MONTH})|on {_DAY}|{_DAY}|yesterday|recently"
    r"|(?:earlier |late |later )?(?:this|last) (?:week|month|year|summer|fall|winter|spring)"
    r"|(?:a|two|three|several|few) (?:days|weeks|months|years|week|month|year) (?:ago|earlier))$"
)
_MADE = re.compile(
    r"\b(?:\w+ed|taken|held|made|written|sent|polls?|surveys?|reports?|stud(?:y|ies)|letters?"
    r"|statement|interview|speech|articles?|tweets?|books?|ads?|analys[ei]s|papers?|debate"
    r"|conference|hearing|meeting|rally|event|attack|election|memo|ruling|column|video|post)\b"
)
"""Words of sources whose time belongs to them: `a poll released in August`."""
_PLAIN = re.compile(r"[^\s,]+(?: [^\s,]+){0,3}")
"""A source of few words: behind more, a time may belong to the last of them."""
_DATELINE = re.compile(r"(?:[A-Z][A-Z .,'’]{2,40}|Sir|Madam|Sirs) [-–—] (?=\w)")
"""Or the salutation of a letter to the editor."""
_INSERTED = re.compile(r"(?:and )?there (?:are|is|were|was|have been) [^,;:.“”\"]{2,60},?")
_COUNTED_IN_FRONT = re.compile(
    r"(?:^|[.!?:\n”\"] ?)(?P<who>[A-Z][\w’'-]*(?: [\w’'-]+){0,4}), (?:and )?\Z"
)
"""`|His rivals|, and there are |many|, believe`."""
_ACTING = re.compile(
    r"(?:Cross-examining|Prosecuting|Defending|Mitigating|Sentencing|Opening|Summing up|Speaking"
    r"|Responding|Replying|Concluding|Appearing)(?: (?:him|her|them))?, (?=\w)"
)
"""`|Prosecuting, |Ada Brooks said`: what the speaker was about."""
_RELATIVE = re.compile(
    r"(who(?= [a-z])(?! identifie[ds] | gave (?:his|her) name)"
    r"|(?:which|that)(?= (?:together|also|all|both|now|then|later|since)$))"
)
"""`a man |who| kept the lock and told`: whoever the clause is about, but for his name in it."""
_RELATIVE_BEHIND = re.compile(
    r"(?<=\S)(?<!\bthose)(?<!people)(?<!one)(?<!some)(?<!many)(?<!\ball),? (?:who|which|that)$",
)
"""What leads on to a clause of which nothing else is in the source: `Ada Brooks, |who|`."""
_QUOTING = re.compile(r",? (?:quoting|citing) ")
"""`our correspondent |quoting Inspector Brooks|` is our correspondent."""
_CONTACTED = re.compile(
    r",? when (?:contacted|reached|approached|questioned|asked|called)\b(?! (?:he|she|they)\b)"
)
"""`a spokesman |when contacted by Port Wire|` is a spokesman."""
_JOINT_BEHIND = re.compile(r"(?<=\w),? (?:and|but|or)$")
_LOOK_BACK_FOR_SENDER = 240
_TO_VERB = 1
"""Characters from a source to the verb behind it."""
_TEXT_IN_FRONT = re.compile(
    rf"(?:^|[\n.!?”\"] ?)(?P<text>(?:The|An?|(?:{_NAME}|The \w+)[’']s?) (?:[\w-]+ ){{0,2}}"
    r"(?:complaint|lawsuit|suit|letter|report|memo|statement|e-?mail|petition|study|poll|survey"
    r"|filing|appeal) (?:to|by|from|against) (?:the )?)$"
)
"""`|The union's complaint to| the board says`: the complaint does."""
_WRITTEN_TO = re.compile(
    rf"(?:^|[\n.!?”\"] ?|, )(?P<who>[Hh]e|[Ss]he|[Tt]hey|{_NAME}|(?:[Tt]he|[Aa]n?) "
    r"(?:[\w’'-]+ ){0,12}?[\w’'-]+) (?:(?:has|have|had|also|recently|later) ){0,2}"
    r"(?:wrote|written|sent|sends|writes|penned|addressed|posted|delivered|drafted|signed) "
    r"(?:[\w’',-]+ ){0,5}?(?:letters?|e-?mails?|memo|note|message|petition) to (?:the )?$"
)
"""`|The union| wrote a letter to the board, |calling it unfair|`: who writes calls it so."""
_IN_A_TEXT = re.compile(
    r"(?:an?|the|its|their|his|her) (?:[\w-]+ ){0,3}(?:statement|message|post|letter|e-?mail"
    r"|release|video|note|memo|notice|tweet|speech|interview)\b[^,“”\"]* "
    r"(?P<who>(?:the [a-z]+(?: [a-z]+)?|s?he|it|they))$"
)
"""Behind `In`: `In |a note on its site the club| said`: the club does."""
_SEEN_BY = re.compile(
    r"(?P<who>(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:[\w’'-]+ ){0,6}[\w’'-]+), "
    r"(?:(?:which|that|copies of which) (?:[^,;:“”\"]{2,80} and )?"
    r"(?:was|were|has been|have been|had been) |[a-z]+ed [^,;:“”\"]{2,60} and )?(?:also )?"
    r"(?:seen|signed|obtained|reviewed|viewed|verified|leaked|shared|first reported)"
    r" (?:by|to|with) (?:[Tt]he )?$"
)
"""`|The letter|, which was seen by |The Dispatch|, said`: the letter does."""
_IS_ASKED = re.compile(
    r"(?:\w+ )*(?:asked|pressed|questioned|quizzed|challenged|grilled)(?: again)?", re.IGNORECASE
)
_BY_WHOM = re.compile(
    rf"(?:,? (?:in|on|at|during|late|earlier|last|this|{_DAY})\b(?: (?!by\b)[\w’'-]+){{0,6}},?)?"
    r" by (?P<who>(?:(?!how\b|what\b|why\b|whether\b|when\b|where\b|who\b|if\b|about\b|to\b)"
    r"[\w.’'&-]+,? ){1,16}?)(?=(?:how|what|why|whether|when|where|who|if|about|to)\b)"
)
"""`Asked |in May by Ada Brooks, a Labour MP,| how many`."""
_CLOSING_COMMA = re.compile(r"\w?, ")
_GERUND = re.compile(r"\w+ing\b")
_IN = re.compile(r"\b[Ii]n $")
_LONGEST_IN = 4
_BOTH = re.compile(r"[Bb]oth\b")


def mend_source_extents(sheet: StatementSheet) -> None:
    """Give every source in one piece the words that belong to it, and take out the others."""
    for statement in sheet.living():
        if _is_of_another_sentence(sheet.text, statement):
            statement.source = ()
        if not statement.source:
            _take_asker(sheet, statement)
        if len(statement.source) == 1:
            mended = _mended(sheet.text, statement)
            if mended != statement.source[0] and not _meets(statement, mended):
                statement.source = (mended,)


def _is_of_another_sentence(text: str, statement: Statement) -> bool:
    """Whether the end of a sentence stands between a source and its cue: `They shut the mill,
    blaming the river. |Brooks| wept.` What is quoted between them may end in marks, and `Adding
    that it leaked.` goes on about who spoke before."""
    if not statement.source or not statement.cue:
        return False
    named, told = statement.source, statement.cue
    first, last = sorted(((named[0][0], named[-1][1]), (told[0][0], told[-1][1])))
    if text.startswith("Adding", told[0][0]):
        return False
    at, between = first[1], ""
    for start, end in sorted(statement.content):
        if at <= start < end <= last[0]:
            between += text[at:start] + "_"
            at = end
    between += text[at : last[0] + 1]
    return at <= last[0] and len(sentences(between, 0, len(between))) > 1


def _take_asker(sheet: StatementSheet, statement: Statement) -> None:
    """Give a question in the passive to whom it names: `Asked by |Ada Brooks| how many`."""
    if len(statement.cue) != 1 or not _IS_ASKED.fullmatch(sheet.text, *statement.cue[0]):
        return
    by = _BY_WHOM.match(sheet.text, statement.cue[0][1], statement.content[-1][1])
    if by is None or statement.start < by.end():
        return
    who = (by.start("who"), by.start("who") + len(by["who"].rstrip(" ,")))
    if not sheet.attributing(*who):
        statement.source = (who,)


def _mended(text: str, statement: Statement) -> Span:
    start, end = statement.source[0]
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    if acting := _ACTING.match(text, start, end):
        start = acting.end()
    if _INSERTED.fullmatch(text, start, end):
        counted = _COUNTED_IN_FRONT.search(text, max(0, start - _LOOK_BACK), start)
        return counted.span("who") if counted else (start, end)
    inside = _IN.search(text, max(0, start - _LONGEST_IN), start)
    written = _IN_A_TEXT.fullmatch(text, start, end) if inside else None
    if written and statement.cue and end < statement.cue[0][0]:
        return written.span("who")
    if quoting := _QUOTING.search(text, start + 1, end):
        end = quoting.start()
    if contacted := _CONTACTED.search(text, start + 1, end):
        end = contacted.start()
    if leading_on := _RELATIVE_BEHIND.search(text, start + 1, end):
        end = leading_on.start()
    joint = _JOINT_BEHIND.search(text, start, end)
    if joint and not _BOTH.match(text, start):
        end = joint.start()
    if statement.cue and (writer := _writer(text, (start, end), statement.cue[0])):
        return writer
    seen = _SEEN_BY.search(text, max(0, start - 2 * _LOOK_BACK), start)
    if seen and statement.cue and _CLOSING_COMMA.fullmatch(text[end - 1 : statement.cue[0][0]]):
        return seen.span("who")
    if in_front := _text_in_front(text, statement):
        return start - in_front, end
    if relative := _RELATIVE.match(text[start:end]):
        return start, start + relative.end(1)
    behind = _TIME_BEHIND.search(text, start, end)
    if behind and _dates_the_saying(text, start, behind.start()):
        end = behind.start()
    before = text[max(0, start - _LOOK_BACK) : start]
    if limited := _limit(before, text[start:end]):
        return start - limited, end
    if counting := _SOME_OF.search(before):
        return start - len(counting[0]), end
    return start, end


def _writer(text: str, hearer: Span, cue: Span) -> Span | None:
    """Who sends the letter to whom a source names, and speaks by a participle behind them."""
    behind = text[hearer[1] : cue[0]] if hearer[1] < cue[0] else "."
    if behind.strip(" ,") or not _GERUND.match(text, *cue):
        return None
    first = max(0, hearer[0] - _LOOK_BACK_FOR_SENDER)
    written = _WRITTEN_TO.search(text[first : hearer[0]].replace("\xa0", " "))
    return (first + written.start("who"), first + written.end("who")) if written else None


def _text_in_front(text: str, statement: Statement) -> int:
    """Characters of the document in front of whom it is sent to, where a verb follows them."""
    start, end = statement.source[0]
    cue = statement.cue[0] if statement.cue else (0, 0)
    if not 0 < cue[0] - end <= _TO_VERB or _GERUND.match(text, *cue):
        return 0
    first = max(0, start - _LOOK_BACK)
    found = _TEXT_IN_FRONT.search(text, first, start)
    return start - found.start("text") if found else 0


def _dates_the_saying(text: str, start: int, end: int) -> bool:
    """Whether a time behind these words of a source is not theirs."""
    return bool(_PLAIN.fullmatch(text, start, end)) and not _MADE.search(text, start, end)


def _limit(before: str, source: str) -> int:
    """Characters of a `not` or `at least` in front of a source."""
    found = _LIMITED.search(before)
    behind = _EVERYBODY if found and found[1] else _COUNTED
    return len(before) - found.start() if found and behind.match(source) else 0


def _meets(statement: Statement, source: Span) -> bool:
    """Whether a source would reach into the statement's own words."""
    return any(
        start < source[1] and source[0] < end for start, end in (*statement.content, *statement.cue)
    )
