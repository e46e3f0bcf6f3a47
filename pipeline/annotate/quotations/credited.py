"""Sentences that end with who said them, where the model found nothing.

`The bridge opens on Sunday, according to a clerk.` or `…, said Ada Brooks, an engineer.`
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import Attributing, following, sentences
from pipeline.annotate.text.cue_words import SAYING
from pipeline.records import Span

_CREDITED = 0.7
_MENTIONED = re.compile(
    r", (?:[^,.;:]{1,60} )?(?:according to|per|sa(?:id|ys?)|(?:add|affirm|announc|argu|claim"
    r"|confirm|acknowledg|alleg|conclud|conced|contend|declar|estimat|insist|maintain|predict|recall|remark"
    r"|reveal|testif|observ|explain|not|point|report|stat|stress|warn)(?:ed|e?s|ied|ies)|wrote|writes|told|tells?)\b"
)
_BODY = r"(?!Cent\b)[A-Z](?:[\w.’'&-]*\w)?(?: [A-Z](?:[\w.’'&-]*\w)?){0,3}"
_PER = re.compile(
    rf" per (?P<who>(?:the )?{_BODY}|(?:the|an?) (?:[\w-]+ )?(?:studio|company|report|filing"
    r"|release|statement|outlet|newspaper|survey|poll|police|department|agency|lawsuit|complaint|affidavit"
    r"|documents?|data|network|magazine|site)\b)"
)
"""`Ticket sales rose, per |Box Office Weekly|`: as English of the trade has it."""
_REST = re.compile(
    rf"(?:(?:(?<=told)|(?<=tells)|(?<=tell)) (?:the )?{_BODY})?"
    r"(?: in (?:an?|the|his|her|its|their) (?:[\w-]+ ){0,3}?(?:statement|release|post|interview"
    r"|letter|report|tweet|message|briefing|speech|email|e-mail|note|notice|article|blog|video)"
    r"(?: (?:on|to|with|for|issued|released|published|recently|yesterday|today|last)\b"
    r"[^,;:“”\"]{0,60})?)?"
    r"(?: (?:late |early )?(?:on )?[A-Z][a-z]+day\b[a-z ]{0,12})?"
    r"(?:, (?:an? |the |[a-z])[^;:“”\"]{2,140})?\.?"
)
"""What may stand behind who said it: whom they told, in what, on which day, and what they are."""
_DATELINE = re.compile(
    r"[-*•·▪►–—] +"
    r"|(?:[A-Z][\w.’'-]*[ ,]+){0,3}[A-Z][\w.’'-]*(?:, [A-Z][a-z]+\.? \d+)?(?: \([^)\n]{2,40}\))?"
    r"(?::| ?[—–]| -{1,2}) (?=[A-Z0-9])"
)
"""Where a report comes from, in front of its first sentence: `DOHA: `, `PORT, July 9 (PNA) – `;
or what marks it as an item of a list."""
_OWN_ACCOUNT = re.compile(
    r"\b(?P<cue>[Bb]y (?P<who>his|her|their|its|[A-Z][\w-]+(?: [A-Z][\w-]+)?(?=[’']s ))"
    r"(?:[’']s)? own (?:account|estimate|admission|reckoning|telling|calculations?))\b"
)
"""`She answered, by |her| own estimate, 30,000 letters`."""
_ASIDES = re.compile(r"(?:As(?! per\b)|When|While|Asked|If)\b")
_IMPERSONAL = re.compile(
    r"it (?:is|was|has been|had been) (?:(?:also|then|once|first|later|[a-z]+ly) )?"
)
_FEWEST_WORDS, _MOST_COMMAS = 5, 4


def take_up_credited(sheet: StatementSheet) -> None:
    """Give each such sentence to whom it names."""
    text = sheet.text
    for start, end in sheet.paragraphs:
        if start < sheet.title_end:
            continue
        for own in _OWN_ACCOUNT.finditer(text, start, end):
            _take_own_account(sheet, own, (start, end))
        if _MENTIONED.search(text, start, end) is None:
            continue
        for sentence in sentences(text, start, end):
            if not sheet.holders(sentence[0], sentence[0] + 1):
                _take(sheet, sentence)


def _take_own_account(sheet: StatementSheet, own: re.Match[str], paragraph: Span) -> None:
    """Give a sentence in which nothing else is told to whose own account it is."""
    text = sheet.text
    bounds = sentences(text, *paragraph)
    first, last = next(span for span in bounds if span[0] <= own.start() < span[1])
    if not sheet.is_free(first, last) or sheet.marks_within(first, last):
        return
    before = (first, first + len(text[first : own.start()].rstrip(" ,")))
    behind = (own.end() + text[own.end() : own.end() + 2].count(",") + 1, last)
    behind = (behind[0], behind[0] + len(text[slice(*behind)].rstrip(" .")))
    content = [span for span in (before, behind) if span[0] < span[1]]
    if len(text[first:last].split()) > len(own[0].split()) + _FEWEST_WORDS:
        cue, who = own.span("cue"), own.span("who")
        sheet.add(Statement(content, (cue,), (who,), confidence=_CREDITED))


def _take(sheet: StatementSheet, sentence: Span) -> None:
    first, last = sentence
    dateline = _DATELINE.match(sheet.text, *sentence) if sheet.begins_paragraph(first) else None
    first = dateline.end() if dateline else first
    comma = last
    for _ in range(_MOST_COMMAS):
        comma = sheet.text.rfind(", ", first, comma)
        if comma < 0:
            return
        by = _credit(sheet.text, comma, last)
        if by is not None:
            told = sheet.text[first:comma]
            whole = len(told.split()) >= _FEWEST_WORDS and not _ASIDES.match(told)
            if whole and _is_untold(sheet, sentence, comma, by):
                sheet.add(_statement(sheet.text, (first, comma), by))
            return


def _is_untold(sheet: StatementSheet, sentence: Span, comma: int, by: Attributing) -> bool:
    """Whether nothing of a sentence is told yet, but for what its speaker is known to tell
    behind the verb: `It leaks, the crew said, |expressing| |its anger|`."""
    if sheet.marks_within(*sentence):
        return False
    known = sheet.attributing(*by.source)
    heard = known and sheet.is_free(sentence[0], comma) and sheet.is_free(*by.cue)
    return sheet.is_free(*sentence) or bool(heard)


def _statement(text: str, told: Span, by: Attributing) -> Statement:
    """Of `…, it was reported` the source is nobody and the whole verb the cue."""
    source, cue = by.source, by.cue
    if _IMPERSONAL.fullmatch(text, source[0], cue[0]):
        return Statement([told], ((source[1] + 1, cue[1]),), confidence=_CREDITED)
    return Statement([told], (cue,), (source,), confidence=_CREDITED)


def _credit(text: str, comma: int, last: int) -> Attributing | None:
    """Who is credited behind a comma, if nothing else is told there."""
    per = _PER.match(text, comma + 1, last)
    by = following(text, comma + 1, last)
    if per is not None:
        by = Attributing(per.span("who"), (per.start() + 1, per.start("who") - 1))
    if by is None or not _REST.fullmatch(text, max(by.source[1], by.cue[1]), last):
        return None
    cue = text[slice(*by.cue)].lower().split()
    return by if cue[0] in SAYING or cue[0] in ("according", "per") else None
