"""Statements told as made before the occasion an article reports: no day is theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import NUMBER
from pipeline.annotate.text.marks import DOUBLE_MARKS
from pipeline.records import Quotation

_ADVERB = r"(?:also|earlier|once|already|long|since|never|always|often|\w{2,12}ly)"
_HAD = re.compile(
    rf"(?:\bhad|[’']d) (?:{_ADVERB} )?(?:{_ADVERB} )?(?:[a-z]{{2,20}}ed|said|told|made|written"
    r"|spoken|given|thought|sent|put|held|taken|sworn|shown|known|found|heard|felt|sought|kept|left"
    r"|led|read|begun|drawn|insisted|meant|set|met|seen|come|gone|done|laid|taught|understood"
    r"|been (?:told|[a-z]{2,20}ed))\b",
    re.IGNORECASE,
)
_NOT_LONG_AGO = (
    r"(?:in|at|during) (?:an?|his|her|their|its) (?:\w+ )?(?:recent|previous|earlier|past)"
    r" (?!(?:day|week|month|year|decade)s?\b)[a-z]+"
)
"""`In a recent interview`: at some time that is not told."""
_SAID = re.compile(
    r"\b(?:said|told|asked|testified|reported|wrote|claimed|announced|[a-z]{3,}ed)\b"
)
_HANDS_ON = re.compile(r"\b(?:reported|published|carried|aired|ran|quoted|cited)\b")
"""Cues of who hands on what others say: `the Herald |reported| that Orrin said`."""
_IN_MEMOIR = re.compile(
    r"\b(?:wrote|recalled|recounted|remembered|described|recorded|noted|confided|said|told)\b"
    r"[^.;:!?“\"]{0,40}? in (?:his|her|their|an?|the) (?:(?!new |latest )[\w-]+ ){0,3}"
    r"(?:memoirs?|autobiography|diary|diaries|journals?)\b"
)
"""`Orrin wrote in his memoir`: at some time that is not told."""
_ONCE = re.compile(
    rf"\b(?:{_NOT_LONG_AGO}|once(?! again| more)|previously|formerly|originally"
    r"|(?:ha(?:s|ve)|[’']ve) (?:already|earlier)|ha(?:s|ve) (?:pleaded|pled)"
    r"|would (?:later|often|sometimes|eventually|always)"
    r"|later (?:pleaded|admitted|confessed|apologi[sz]ed|recanted)"
    r"|(?:used|liked|loved) to \w+|was fond of \w+ing)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    rf"(?: then|[ ,]{{1,2}}(?:{_NOT_LONG_AGO}|at the time|at that time|back then|in the past"
    r"|(?:some )?(?:years|decades|months) (?:ago|earlier|before)"
    rf"|(?:{NUMBER} )?(?:day|week|month|year)s? (?:after|before|following)"
    r" (?:the|an?|his|her|their)"
    r"))\b(?! \w+ed\b)",
    re.IGNORECASE,
)
"""What stands behind a cue: `said |then`, `said |two days after the| storm`."""
_FOR_YEARS = re.compile(
    r" (?:(?:her|him|it|them|this|that|so|(?:the|his|her|their|its) [\w’'-]+) )?for "
    r"(?:(?:an?|many|most of|more than|\w+) ){0,3}"
    r"(?:years|decades?|generations|centuries|a century)\b(?! (?:to come|ahead|in prison))"
)
"""What stands behind what was felt over a long time: `doubted| her for a decade`."""
_FELT = re.compile(
    r"(?!said\b|added\b|need\b)(?:thought|held|felt|knew|told|was|were|[a-z-]{2,20}ed)\b[^.]{0,20}"
)
_THOUGHT_THEN = re.compile(r"\bthen (?:held|believed|thought|assumed|considered)\b")
_TO_INVESTIGATORS = re.compile(
    r"(?:\s+(?:the|his|her|their|local|state|federal|murder|[A-Z][\w.]+)){0,3}\s+(?:(?:police|FBI)\b"
    r"(?! (?:federation|union|board|commission|conference))|police officers|detectives|officers"
    r"|investigators|deputies|troopers|paramedics|dispatchers|social workers)\b",
)
"""What stands behind the cue of what was told while a case was looked into: `told |detectives`."""
_RECORDS = re.compile(
    r"\b(?:e-?mails|records|messages|memos|minutes|transcripts?|recordings?|logs?|letters|notes|diar(?:y|ies)"
    r"|files|documents|papers)\b",
    re.IGNORECASE,
)
"""What tells today of what somebody told before: `|Emails| show that Orrin told them to wait`."""
_PAST_CUE = re.compile(r"\b(?:said|told|wrote|thought|\w{2,20}ed|used to \w+)\b")
_PRESENT = re.compile(
    r"(?:now |still )?(?:says?|recalls?|remembers?|tells?|writes?|explains?|believes?|thinks?)\b"
)
_TOLD_IN_PAST = re.compile(r"\b(?:told|said to|admitted to|confessed to)$")
_NOW = re.compile(r"(?:\b(?:am|is|are|be)|[’'](?:m|re))\b")
_OPENS = re.compile(
    rf"\W{{0,3}}(?:{_NOT_LONG_AGO}|at the time|at that time|back then|in the past"
    r"|years ago|decades ago"
    r"|(?:(?:many|some) )?(?:years|decades|months) later"
    r"|in the (?:days|weeks|months|years) (?:after|before|following|leading up to)"
    r"|as an? (?:young )?(?:child|boy|girl|teenager|student|senator|candidate)"
    r"|when (?:he|she|they|I|we|[A-Z][\w’'-]+) (?:was|were) (?:an?|\d{1,2}|young|little|small"
    r"|growing up|(?:about |just |only )?(?:[a-z]+teen|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:in )?(?:his|her|their) (?:teens|twenties))))\b",
    re.IGNORECASE,
)
_IN_ONE = re.compile(
    r"\W{0,3}[Ii]n (?:one|another) (?:\w+ ){0,2}(?:e-?mail|message|letter|memo|note|text|recording"
    r"|exchange|chat)s?\b"
)
"""What opens the sentence of one of several that were told of: `In one email, Orrin wrote`."""
_MAY_BE_NOW = re.compile(
    r"^\W*[Ww]hen | (?:later|after|before|following|leading up to)$", re.IGNORECASE
)
_SINCE_THEN = re.compile(
    r"\b(?:weeks?|months?|years?|decades?) (?:after|since) "
    r"(?:(?:the|an?|his|her|their|its|President|Prime|Minister|former) ){0,3}$"
)
"""What stands in front of who spoke at a time that is counted from: `two years after |Orrin
said`."""
_STOP = re.compile(r"[.!?][”\"]?\s")
_REACH = 300
_FRONT = 80
"""Characters in front of who spoke that are looked at for it."""


def is_of_the_past(quotation: Quotation, around: Surroundings) -> bool:
    """Whether a statement without a date is told as long made: `had once said`, `she said
    then`, `At the time, the firm denied it`."""
    text = around.text
    cue = " ".join(text[start:end] for start, end in quotation.cue)
    if was_told_before(cue) or _ONCE.search(cue):
        return True
    marks = sorted([*quotation.cue, *quotation.source])
    if not marks:
        return False
    first = marks[0][0]
    if quotation.cue and _IN_MEMOIR.match(text, quotation.cue[0][0]):
        return True
    if is_told_to_investigators(quotation, text):
        return True
    if _THEN.match(text, marks[-1][1]) or _SINCE_THEN.search(text, max(0, first - _FRONT), first):
        return True
    if _FELT.fullmatch(cue) and _FOR_YEARS.match(text, marks[-1][1]):
        return True
    if _THOUGHT_THEN.search(text, first, marks[-1][1]):
        return True
    begins = around.sentences[around.sentence_of(first)][0]
    if _IN_ONE.match(text, begins) and all(first < start for start, _ in quotation.content):
        return True
    opens = _OPENS.match(text, begins)
    if opens is None or not DOUBLE_MARKS.isdisjoint(opens[0]):
        return False
    if _PRESENT.match(cue):
        # "Decades later, survivors say the pain has not gone", "As a boy, he says, …": today.
        return False
    return not _MAY_BE_NOW.search(opens[0]) or _PAST_CUE.search(cue) is not None


def is_told_to_investigators(quotation: Quotation, text: str) -> bool:
    """Whether somebody told it while a case was looked into: `Vesna told detectives`."""
    cue = " ".join(text[start:end] for start, end in quotation.cue)
    told = _TOLD_IN_PAST.search(cue) is not None
    return told and _TO_INVESTIGATORS.match(text, quotation.cue[-1][1]) is not None


def goes_on_with(quotation: Quotation, other: Quotation | None, text: str) -> bool:
    """Whether `He` or `She` says in the next sentence of a paragraph more of what was told:
    `Vesna told detectives so. She claimed …`."""
    if other is None or not (quotation.source and quotation.cue and other.cue):
        return False
    who = text[slice(*quotation.source[0])]
    between = text[other.cue[-1][1] : quotation.source[0][0]]
    sentences = len(_STOP.findall(between))
    same = quotation.speaker.name == other.speaker.name and who in ("He", "She")
    return same and sentences == 1 and 0 < len(between) < _REACH and "\n" not in between


def was_told_before(cue: str) -> bool:
    """Whether a cue is of the time before the one that is told of: `had said`."""
    return _HAD.search(cue) is not None


def is_told_in_speech(quotation: Quotation, quotations: Sequence[Quotation], text: str) -> bool:
    """Whether a speaker tells in the past tense in which words somebody spoke: `“He said, ‘It
    sails,’” she told the court`, `Vesna testified that he asked them to sail`. It was at some
    earlier time."""
    if quotation.nested_in is None:
        return False
    outer = quotations[quotation.nested_in]
    cues = [text[start:end] for start, end in quotation.cue]
    if outer.kind != "direct" and not _is_of_another(quotation, outer, text):
        return False
    return any(_PAST_CUE.search(cue) and not _NOW.search(cue) for cue in cues)


def _is_of_another(quotation: Quotation, outer: Quotation, text: str) -> bool:
    """Whether a statement is told in the words of somebody else who said so, and not of what one
    thinks now: `Vesna said he believed it`."""
    if outer.speaker.type == "document" and any(_RECORDS.search(text, *s) for s in outer.source):
        return quotation.cue != outer.cue
    if outer.speaker.type == "document" or not outer.cue or not quotation.cue:
        # "A survey on Monday showed that the crew said so": on Monday.
        return False
    behind = quotation.cue[0][0] < outer.cue[0][0]
    told = not behind and any(
        _SAID.search(text, *cue) and not _HANDS_ON.search(text, *cue) for cue in outer.cue
    )
    said = any(_SAID.search(text, *cue) for cue in quotation.cue)
    return told and said and quotation.speaker.name.lower() != outer.speaker.name.lower()
