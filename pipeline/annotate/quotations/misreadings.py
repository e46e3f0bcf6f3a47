"""What the model is apt to misread, told by the words beside it.

It takes a body's or a person's passive for speech (`Stone was branded “selfish”`), the
hearer for the beginning of what was said (`told | Port Wire the pump was old`), a
description for content (`Its convener, | Ada Brooks, said`), the word over a headline
for a speaker (`VIDEO: …`), and the terms on which somebody spoke for what they said.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.annotate.quotations.cut_short import HAS_VERB
from pipeline.annotate.quotations.idioms import says_nothing, wording
from pipeline.annotate.quotations.no_statements import is_no_statement
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import sentences
from pipeline.annotate.text.cue_words import DETERMINERS, PRONOUNS, SAYING
from pipeline.annotate.text.lexicon import PERSON_AND_BODY_NOUNS, PERSON_NOUNS, POSSESSIVES
from pipeline.annotate.text.nouns import singular
from pipeline.records import Span

_PASSIVE = re.compile(
    r"(?:(?:has|have|had|also|later|is|are|was|were|been|being|be|reported|said|to|must|should|will"
    r"|can|could)\s+)*"
    r"(?:is|are|was|were|been|being|be)\s+"
    r"(?:(?:\w+ly|often|also|even|once|twice|later|then|now|since|still|again|first|being)\s+){0,2}"
    r"(?:arrested\s+and\s+)?"
    r"(?:accused|advised|alerted|announced|asked|assured|berated|blamed|blasted|branded|briefed"
    r"|called|charged|condemned|convicted|criticised|criticized|declared|denied|described|dubbed"
    r"|encouraged|grilled|hailed|identified|informed|instructed|labeled|labelled|lauded|listed"
    r"|mocked|named|notified|ordered|praised|pressed|promised|questioned|quizzed"
    r"|reassured|reprimanded|ridiculed|scolded|slammed|suspected|threatened|told|urged|warned)"
    r"(?:\s+for (?:\w+ ){1,2}(?:hours|days|weeks|months|years))?"
    r"(?:\s+(?:of|about|against|as|to|for|on|with|a|an))?"
)
_ACCUSED = re.compile(
    r"(?:(?:\w+ly|also|later|long|once|since|then)\s+)?"
    r"(?:(?:accused|convicted|acquitted|suspected) of|(?:charged|threatened) with"
    r"|(?:blasted|condemned|criticised|criticized|hailed|lauded|mocked|praised|slammed)"
    r" (?:for|over)|(?:grilled|quizzed|questioned|pressed|confronted|heckled) (?:over|about))"
)
"""The same without a form of `be`, which has no object: `A clerk |accused of| theft`."""
_SENTENCE_ENDS = ("", "\n", ".", "!", "?", "”", '"')
_TOLD_TO = re.compile(r"(?:told|urged|ordered|advised|instructed|encouraged|warned)(?: to)?")
"""Before `to`, without anybody who is told: `Schools |told| to close`."""
_CALLED_AND = re.compile(
    r",? (?:was|were|is|are|has been|have been|had been) (?:\w+ly )?[a-z]+(?:ed|ught|nt|ven)\b"
    r"[^.;:!?“”\"]{0,90} and (?:then )?"
)
"""Between whom words are told to and `told`: `Staff |were called in and| told that it was over`."""
_TOLD_THAT = re.compile(
    r"(?:told|warned|informed|assured|advised)(?: (?:that|of|in|by|at|on)\b.*)?"
)
_TOLD_BEHIND = re.compile(
    r"(?:told|warned|informed|assured|advised) (?:that|of|in|by|at|on|after|during|they|to)\b"
)
"""A headline's passive: nobody tells without a hearer."""
_STIRS = re.compile(
    r"(?:(?:has|have|had|also|further|will) )*"
    r"(?:fuel(?:s|l?ed|l?ing)|stok(?:es|ed|ing)|spark(?:s|ed|ing)|prompt(?:s|ed|ing)"
    r"|trigger(?:s|ed|ing)|reignit(?:es|ed|ing)|heighten(?:s|ed|ing)|eas(?:es|ed|ing)"
    r"|deepen(?:s|ed|ing)|dash(?:es|ed|ing)|boost(?:s|ed|ing)|bolster(?:s|ed|ing))"
    r" (?:[a-z]+ ){0,2}?(?:concerns?|fears?|worr(?:y|ies)|hopes?|speculation|expectations?|doubts?"
    r"|suspicions?|talk|rumou?rs)(?: (?:that|of|about))?"
)
"""What makes others fear or hope: `A drop in sales |fuelled fears| that it would close`."""
_AGENT = re.compile(
    r" by (?!(?:e-?mail|fax|letter|phone|post|telephone|text)\b)"
    r"(?P<who>(?:[\w’'-]+ ){0,5}?[\w’'-]+)"
    r"(?=[.,;:?!]|\s(?:for|of|to|that|as|who|when|after|over|on|in|about|not|and|at|with)\b)"
)
_UNDER_FIRE = re.compile(
    r"(?:(?:ha[sd]|have|also|is|was|are|were|been|has|already|long|often) ){0,3}"
    r"(?:c[ao]mes? under|coming under|fac(?:e[sd]?|ing)|dr[ae]ws?|drawing|drawn|takes?|took|taken"
    r"|taking|earn(?:s|ed)|receiv(?:ed|es)|attract(?:s|ed)|met with|spark(?:ed|s|ing)"
    r"|prompt(?:ed|s|ing)|provok(?:ed|es|ing)|trigger(?:ed|s|ing))\b(?: [a-z-]+){0,3}?"
    r" (?:criticism|fire|flak|heat|scrutiny|accusations|calls|questions|rebukes?|ridicule|backlash"
    r"|ire|complaints|condemnation|outrage|praise|plaudits|fury|anger|protests?)\b(?: [a-z]+){0,3}"
)
"""What others say of somebody: `has come under withering criticism for`."""
_TELLS = re.compile(
    r"\b(?:told|tells|telling|tell|warn(?:ed|s|ing)|inform(?:ed|s|ing)|assur(?:ed|es|ing))$"
)
_HEARER = re.compile(
    r"(?:the\s+)?(?:[A-Z][\w.’'&\-]*\s+){1,4}(?:on\s+[A-Z]\w+day\s+)?"
    r"(?=(?:that|the|a|an|he|she|it|they|we|I|his|her|its|their|this|there|these|those)\s)"
    r"|(?:an?|the) (?:[a-z-]+ ){0,2}(?:conference|meeting|hearing|committee|court|inquiry"
    r"|panel|crowd|audience|rally|summit|jury|inquest|tribunal|trial"
    r"|briefing|newspaper|paper|magazine|programme|program|show)"
    r" (?=that |(?:he|she|it|they|there|[a-z]+s) (?:is|are|was|were|ha[sd]|have|would|will|did)\b)"
    # "told PWN pumps are old": an agency's letters; nobody tells without a hearer.
    r"|[A-Z]{2,6}\s+(?=[a-z]+[\s,])(?!(?:to|and|or|of|is|was|are|were|has|had|will|would)\s)"
)
_HEARERS = re.compile(
    r"(?:(?!(?:as|yes|his|its|this|is|was|has|ours?|hers|theirs|yours|news|perhaps|always|besides)\b)"
    r"(?:(?P<plural>[a-z]{2,20}s)|[a-z]{2,20}men)|people|police|staff|them|him|her|us|me)\s+"
    r"(?=(?:that|the|a|an|he|she|it|they|we|I|his|her|its|their|this|there)\s)"
)
"""Of "told | officers the pump was old": a bare plural or a pronoun, and another subject."""
_TO_HEARER = re.compile(
    r"to (?:him|her|them|us|me|you|reporters|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+|the [a-z]+) "
    r"(?=that )"
)
"""Of `suggested | to him that it leaked`."""
_WARNS = re.compile(r"\bwarn(?:ed|s|ing)$")
"""Needs no hearer: `warned prices this winter would double`."""
_COURT = (
    r"(?:the|an?) (?:[a-z-]+ ){0,3}?(?:court|courtroom|bench|inquest|inquiry|jury|hearing|tribunal"
    r"|committee|commission|panel|meeting|conference)"
)
_HEARING = re.compile(_COURT, re.IGNORECASE)
_IS_ASKED = re.compile(
    r"(?:(?:has|have|had)(?: \w+)? been|is|are|was|were)(?: \w+)?"
    r" (?:asked|questioned|quizzed|pressed|told)(?: about| on| over)?:?"
)
_QUESTION = re.compile(
    r"[“\"‘'«]|(?:about|whether|if|how|why|what|when|where|who|which|that)\b|[^.]{3,}\?"
)
_IS_TOLD = re.compile(r"(?:is|are|was|were|has been|have been)(?: also| then)? (?:told|informed)")
_SURE = 0.7
_VERB_IN_FRONT = re.compile(r"([A-Z][a-z]+) $")
_LONGEST_VERB = 20
_LONGEST_OWNED = 4
"""Words of `Its former convener`."""
_RESPONDING = re.compile(r"(?:[a-z]+ )*(?:respond|react)(?:s|ed|ing)(?: to)?")
_RESPONDED_TO = re.compile(
    r" (?:to )?(?P<who>(?:[\w’'-]+ ){0,4}?(?:reports|claims|allegations|accusations|suggestions"
    r"|rumou?rs)(?: (?:by|from|in) [^,.;“”\"]{2,60})?) $"
)
_SPEAKER_BETWEEN = re.compile(
    r"( (?:[\w’'-]+ ){1,5}(?:said|says|told [a-z]+|wrote|added))"
    r"(?: (?:at|in|on) [^,.;“”\"]{1,40})?, "
)
_QUOTED_SPEAKER = re.compile(
    r" (?P<who>(?:[\w’'-]+ ){0,4}[\w’'-]+) (?P<cue>said|says|told|wrote|added)"
    r"(?: [^,.;“”\"]{1,40})?, "
)
"""Who is told beside words to have said them."""
_CREDITED_WITHIN = re.compile(r", according to \Z")
_CLOSING_COMMA = re.compile(r"[^\s,]?,\s")
_RECORD = re.compile(
    r"(?:an?|the|its|their|[\w’' ]+'s)? ?(?:[\w-]+ ){0,2}?(?:transcripts?|recordings?|affidavit"
    r"|court (?:documents|records|papers|filings)|police report|footage|minutes)\b"
)
"""What keeps the words of others."""


def mend_misreadings(sheet: StatementSheet) -> None:
    """Take back what words show to be read wrongly."""
    for statement in sheet.living():
        if says_nothing(sheet, statement) or is_no_statement(sheet, statement):
            sheet.remove(statement)
            continue
        _take_verb_in_front(sheet, statement)
        if _is_told(sheet, statement):
            statement.source = ()
            _make_sure(statement)
        elif _STIRS.fullmatch(wording(sheet, statement.cue).lower()):
            statement.source = ()
        elif _is_passive(sheet, statement):
            statement.source = _agent(sheet, statement.cue[0][1])
        elif _is_far_behind(sheet, statement):
            statement.source = ()
        _take_reports(sheet, statement)
        _take_recorded_speaker(sheet, statement)
        _take_in_speaker(sheet, statement)
        _leave_out_others(sheet, statement)
        _give_back_description(sheet, statement)
        _leave_out_hearer(sheet, statement)
        _leave_out_court(sheet, statement)
        _join_credited_within(sheet, statement)


def _take_verb_in_front(sheet: StatementSheet, statement: Statement) -> None:
    """`Said| Stone: “No”` is said; the colon alone is the cue of a transcript."""
    if len(statement.source) != 1 or [sheet.text[a:b] for a, b in statement.cue] != [":"]:
        return
    start = statement.source[0][0]
    first = sheet.paragraphs[sheet.paragraph_of(start)][0]
    verb = _VERB_IN_FRONT.search(sheet.text, max(first, start - _LONGEST_VERB), start)
    if verb is not None and verb[1].lower() in SAYING:
        statement.cue = (verb.span(1),)


def _is_passive(sheet: StatementSheet, statement: Statement) -> bool:
    """Whether the source is whom others speak of or to: before a passive."""
    if not statement.source or not statement.cue:
        return False
    start, end = statement.cue[0]
    if statement.source[-1][1] > start or len(statement.cue) > 1:
        return False
    cue = sheet.text[start:end].lower()
    if _TOLD_TO.fullmatch(cue) and statement.content:
        # "Schools told to close", but "Schools told to close, says the council" is the council's.
        told, last = statement.content[0][0], statement.content[-1][1]
        to = sheet.text.startswith("to ", told) or cue.endswith(" to")
        return to and told - end <= 1 and not sheet.text.startswith(",", last)
    if _ACCUSED.fullmatch(cue):
        # "whom |Stone accused of| treason", "|Stone| called them rude, |accused of| theft"
        first, last = statement.source[0][0], statement.source[-1][1]
        opens = sheet.text[:first].rstrip(" ")[-1:] in _SENTENCE_ENDS
        return opens and not sheet.text[last:start].strip()
    return _PASSIVE.fullmatch(cue) is not None or _UNDER_FIRE.fullmatch(cue) is not None


def _is_told(sheet: StatementSheet, statement: Statement) -> bool:
    """`|Staff| were called to a meeting and |told| that it was over`, or a headline's `|Staff| told
    in canteen that it was over`: they hear it."""
    if len(statement.source) != 1 or len(statement.cue) != 1:
        return False
    last, (start, end) = statement.source[0][1], statement.cue[0]
    if last > start or not _TOLD_THAT.fullmatch(sheet.text[start:end].lower()):
        return False
    if _CALLED_AND.fullmatch(sheet.text, last, start):
        return True
    line = sheet.text[slice(*sheet.paragraphs[sheet.paragraph_of(start)])]
    heads = start < sheet.title_end or line[-1:].isalnum()
    return (
        heads
        and sheet.text[last:start] == " "
        and _TOLD_BEHIND.match(sheet.text, start) is not None
    )


def _agent(sheet: StatementSheet, end: int) -> tuple[Span, ...]:
    """Who stands behind a passive: `He was advised by |the clerk| to wait`."""
    by = _AGENT.match(sheet.text, end)
    return (by.span("who"),) if by else ()


def _is_far_behind(sheet: StatementSheet, statement: Statement) -> bool:
    """`The firm has been accused of fraud. It was sued by |Ada Brooks|.`: she may not have; nor
    did Stone in `Stone was accused of fraud, but |Stone| denied it`, with no `by`."""
    if not statement.source or not statement.cue:
        return False
    start, end = statement.cue[-1]
    passive = _PASSIVE.fullmatch(sheet.text[start:end].lower())
    if passive is None or statement.source[0][0] < end:
        return False
    behind = sheet.text[end : statement.source[0][0]]
    apart = len(sentences(behind + "A", 0, len(behind) + 1)) > 1
    return apart or "by" not in behind.split()[-2:]


def _take_reports(sheet: StatementSheet, statement: Statement) -> None:
    """`She was responding to |press reports| that it sank`: the reports tell so, not she."""
    text, start = sheet.text, statement.content[0][0]
    if not text.startswith("that ", start) or not _RESPONDING.fullmatch(
        wording(sheet, statement.cue).lower()
    ):
        return
    reports = _RESPONDED_TO.fullmatch(text, statement.cue[-1][1], start)
    if reports is not None:
        statement.source = (reports.span("who"),)


def _take_recorded_speaker(sheet: StatementSheet, statement: Statement) -> None:
    """`“It sank,” |she| told officers, according to a transcript`: the words that a record keeps
    are hers."""
    if len(statement.source) != 1 or wording(sheet, statement.cue).lower() != "according to":
        return
    text, cue = sheet.text, statement.cue[0][0]
    end = max((piece[1] for piece in statement.content if piece[1] <= cue), default=cue)
    speaker = _QUOTED_SPEAKER.fullmatch(text, end, cue)
    if speaker is None or text[end - 1] not in "”\"’'" or not sheet.is_free(*speaker.span("who")):
        return
    if _RECORD.match(text, *statement.source[0]):
        statement.source, statement.cue = (speaker.span("who"),), (speaker.span("cue"),)


def _join_credited_within(sheet: StatementSheet, statement: Statement) -> None:
    """`|Brooks|, according to |a clerk who saw it|, |said nothing|`: it is Brooks who said so, as
    the clerk tells."""
    if len(statement.source) != 1 or len(statement.cue) != 1:
        return
    (start, end), (cue, _) = statement.source[0], statement.cue[0]
    credited = _CREDITED_WITHIN.search(sheet.text, max(0, start - _LONGEST_VERB), start)
    within = credited is not None and _CLOSING_COMMA.fullmatch(sheet.text, end - 1, cue)
    told = sheet.holder(credited.start() - 1) if credited is not None and within else None
    if told is None or not told.source or told.source[0][0] != start or told is statement:
        return
    rest = [(cue, statement.content[0][1]), *statement.content[1:]]
    sheet.remove(statement)
    for piece in rest:
        sheet.give(told, piece)


def _take_in_speaker(sheet: StatementSheet, statement: Statement) -> None:
    """`|“It sank,”| Ada Brooks said, according to Port Wire`: what Port Wire tells is that she said
    so, and she is found inside it."""
    if len(statement.source) != 1 or wording(sheet, statement.cue).lower() != "according to":
        return
    end, cue = statement.content[-1][1], statement.cue[0][0]
    speaker = _SPEAKER_BETWEEN.fullmatch(sheet.text, end, cue) if end < cue else None
    if speaker is not None and sheet.is_free(*speaker.span(1)):
        sheet.give(statement, (end, speaker.end(1)))


def _leave_out_others(sheet: StatementSheet, statement: Statement) -> None:
    """A piece of another paragraph that has words of its own in front of it, and a colon, is
    whoever's they tell of: `She said so.` / `Our reporter is there: “It rains.”`"""
    if len(statement.content) < 2 or not statement.cue:
        return
    text, home = sheet.text, sheet.paragraph_of(statement.cue[0][0])
    kept = []
    for start, end in statement.content:
        paragraph = sheet.paragraph_of(start)
        lead = text[sheet.paragraphs[paragraph][0] : start].rstrip()
        introduced = lead.endswith(":") and len(lead.split()) > 1
        if paragraph == home or not introduced or sheet.attributing(start - len(lead), start):
            kept.append((start, end))
    if kept and len(kept) < len(statement.content):
        sheet.reset(statement, kept)


def _give_back_description(sheet: StatementSheet, statement: Statement) -> None:
    """`|Its convener|, Ada Brooks, said it leaked`: what describes the source is part of it; but
    in `|Its convener|, she said, |had left|` she tells of him."""
    if len(statement.content) < 2 or not statement.source or not statement.cue:
        return
    start, end = statement.content[0]
    source, cue = statement.source[0], statement.cue[0]
    text = sheet.text
    words = text[start:end].lower().split()
    apart = end <= source[0] and text[end : source[0]].strip() == ","
    tag = text[cue[1] : statement.content[1][0]].strip() == ","
    owned = words[0] in POSSESSIVES and len(words) <= _LONGEST_OWNED
    named = words[0] in DETERMINERS and words[-1] in PERSON_NOUNS
    tag = tag or text[slice(*source)].lower() in PRONOUNS
    if apart and not tag and (owned or named) and not HAS_VERB.search(text, start, end):
        sheet.reset(statement, statement.content[1:])
        statement.source = ((start, source[1]), *statement.source[1:])


def _leave_out_hearer(sheet: StatementSheet, statement: Statement) -> None:
    """`told | Port Wire the pump was old`: nobody's sentence begins with two subjects."""
    text = sheet.text
    start, end = statement.content[0]
    cues = [text[a:b].lower() for a, b in statement.cue if start - b in (0, 1)]
    hearer = _TO_HEARER.match(text, start, end)
    if cues and hearer is not None:
        sheet.reset(statement, [(hearer.end(), end), *statement.content[1:]])
        return
    if not any(map(_TELLS.search, cues)):
        return
    match = _HEARER.match(text, start, end) or _HEARERS.match(text, start, end)
    plural = match.groupdict().get("plural") if match else None
    warned_of = plural and singular(plural) not in PERSON_AND_BODY_NOUNS
    if warned_of and any(map(_WARNS.search, cues)):
        return
    if match is not None and match.end() < end:
        sheet.reset(statement, [(match.end(), end), *statement.content[1:]])


def _make_sure(statement: Statement) -> None:
    """Nobody is named in such a sentence, and it is sure to tell what was said."""
    if statement.origin is not None:
        sure = max(statement.origin.confidence, _SURE)
        statement.origin = replace(statement.origin, confidence=sure)


def _leave_out_court(sheet: StatementSheet, statement: Statement) -> None:
    """`|The court| was told |the pump was old|`, `|He| was asked |if he knew|`: the court and he
    are no part of it, but the subject of `|He| was told |to go|`."""
    start, end = statement.content[0]
    if len(statement.content) < 2 or not statement.cue or end + 1 != statement.cue[0][0]:
        return
    cue = wording(sheet, statement.cue)
    court = _IS_TOLD.fullmatch(cue) and _HEARING.fullmatch(sheet.text, start, end)
    about = cue.endswith((" about", " on", " over"))
    question = about or _QUESTION.match(sheet.text, statement.content[1][0])
    if court:
        _make_sure(statement)
    if court or (question and _IS_ASKED.fullmatch(cue)):
        sheet.reset(statement, statement.content[1:])
