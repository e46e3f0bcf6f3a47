"""Phrases in which a word of saying says nothing.

`Harbour |claimed| a 2–0 win`, `They |called| a meeting`, `who |asked| not to be named`: what
the model takes for a statement there is an idiom, a label or the terms of a talk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.records import Span

_SOURCE_NAMED = re.compile(
    r"(?:an?|the|its|his|her|their|some|several|two|three)? ?(?:[\w’'-]+ ){0,3}?"
    r"(?:sources?|officials?|people|persons|witnesses|diplomats?|executives|insiders|aides?)"
    r"(?: (?:familiar|close|briefed|with|in|at|of|from) [\w ’'.-]{2,60})?",
)
_CITING = re.compile(r"(?:also )?(?:citing|cites|cited|quoting|quotes|quoted)")
_CLAIMING = re.compile(r"(?:also )?(?:had |has |have |to )?(?:claim(?:s|ed|ing)?)")
_PRIZE = re.compile(
    r"(?:an?|the|his|her|their|its|at least|more than|some|up to|\w+['’]s)? ?(?:[\w’'.-]+ ){0,3}?"
    r"(?:wins?|titles?|medals?|gold|silver|bronze|trophy|cup|crown|wickets?|points?|podium|poles?"
    r"|scalps?|lives|prizes?|draws?|life|equali[sz]ers?|berth|hat-trick)"
    r"(?: (?:of|in|at|over|against|from|on|with|for|since) [^“”\"]{2,80})?"
)
"""What is won or taken: `claimed a 2–0 win`, `claimed 14 lives`."""
_CLAUSE = re.compile(
    r"(?:(?!\b(?:that|which|who|whom|whose|where|when|while|after|before|as|since|because)\b).)*?"
    r"\b(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|do|does|did)\b",
    re.DOTALL,
)
"""Has a verb of its own: `claimed the lives of miners |were| at risk`, but not `claimed the
title that he had lost`."""
_CONCEDING = re.compile(r"(?:also |then |had |has )?conced(?:es?|ed|ing)")
_CONCEDED = re.compile(
    r"(?:an?|the|two|three|\d+|their|his|her) (?:[\w-]+ ){0,2}?"
    r"(?:goals?|penalt(?:y|ies)|tr(?:y|ies)|corners?|runs?|free[- ]kicks?|points?)\b"
)
"""What is lost: `conceded a late penalty`."""
_TERMS = re.compile(
    r"(?:that (?:he|she|they) )?(?:not )?(?:to )?(?:be|being) (?:named|identified|quoted)"
    r"(?: by name| further| publicly)?(?: (?:because|for fear|out of fear|due to|since|as) .*)?"
    r"|that (?:his|her|their) names? (?:not )?be (?:withheld|used|published|changed)(?: .*)?"
    r"|(?:for )?anonymity(?: (?:because|for fear|out of fear|due to|to) .*)?"
)
_CALLS = re.compile(r"\bcall(?:ed|s|ing)?(?: (?:off|out))?$")
_CALLED = re.compile(
    r"(?:the |an? )?(?:police|cops|ambulance|emergency services|fire (?:brigade|service)|999|911"
    r"|paramedics|doctors?|taxi|plumber|vet|coastguard)"
    r"(?: (?:department|station|officers|service|crew|hotline))?"
    r"(?:(?:[,;(–—-]| (?:to|about|on|when|after|and|or|but|because|in|at|from|for|over|before|while"
    r"|who|as|if|by|with|against|around|near|shortly|just|immediately|again|instead|first|later"
    r"|earlier|early|late|last|yesterday|today|tonight|this|that|once|twice|several|more|out"
    r"|[A-Z]\w+day|\d+|a (?:few|second|third|couple))\b)[^“”\"]{0,60})?"
    r"|[^“”\".]{0,60}\bbluff\b[^“”\"]{0,60}|(?:time|a halt|a truce)\b[^“”\"]{0,60}"
    r"|(?:the |an? |its |their )?(?:search|strike|talks|wedding|visit|trip|match|game|meeting)"
    r"|(?:an?|h[ie][sr]|their|its|my|our|[A-Z][\w-]*[’']s)(?: [\w’'-]+){1,4}"
    r",(?: [A-Z][\w.’'-]+){2,3},?"
)
"""Whom or what one calls without a word that is told; in `called the police |racist|` one is."""
_SHOWING = re.compile(
    r"(?:also |later |then |has |had |have )*(?:posted|posts|shared|shares|uploaded|circulated)"
    r"(?P<what> an? (?:[\w-]+ ){0,2}?(?:photo|photograph|picture|image|video|clip|selfie) of)?"
)
_PICTURE = re.compile(
    r"(?:an?|the|his|her|their|its|several|some|two|three)? ?(?:[\w-]+ ){0,3}?"
    r"(?:photos?|photographs?|pictures?|images?|videos?|clips?|footage|screenshots?|selfies?"
    r"|snaps?|snapshots?)(?: (?:of|from|showing)\b|$)"
)
"""What is shown, where nobody speaks: `a clip of the boat`, but not `a video message`."""
_NAMING = re.compile(
    r"(?:\w+ ){0,3}known as|titled|entitled|once referred to as"
    r"|(?:is|are|was|were|be|been) (?:also )?(?:called|dubbed|named|nicknamed|referred to as)"
)
_PARTICIPLE = re.compile(
    r"(?:Contradict|Deny|Reject|Dismiss|Disput|Refut|Confirm|Cit|Follow|Echo|Address|Answer|Counter"
    r"|Repeat|Rebutt|Acknowledg|Brush|Defy|Ignor|Quot|Support)ing"
)

_GLOSSES = frozenset(
    ("referring to", "alluding to", "in reference to", "an apparent reference to", "addressing")
)
_KEEPING_SILENT = re.compile(
    r"(?:did|has|have|had|do|does)(?: not|n't)(?: yet)?(?: \w+ly)?(?: yet)?"
    r" (?:respond|repl(?:y|ied)|responded|return|returned|answer|answered)"
    r"(?: \w+ly)?(?: (?:on )?\w+day)?(?: to)?"
)
_REQUEST = re.compile(
    r"(?:(?:an?|the|several|multiple|repeated|numerous|two|three|[\w’' ]+['’]s?) )?(?:\w+ )?"
    r"(?:requests?|messages?|e-?mails?|calls?|inquir(?:y|ies))"
    r"(?: (?:for|seeking) (?:an? |any |further )?(?:comments?|interviews?|information))?"
)
_GRANTING = re.compile(
    r"(?:may|might|could|do|does|did)? ?(?:well |also )?(?:have|has|had) a point\b.*"
)
"""`She |may have a point about| cost`: the author's concession."""
_COUNTED = re.compile(
    r"[\w.,% ]*\b(?:polls|precincts|polling (?:stations|places)|ballot boxes|wards"
    r"|districts|constituencies|ridings|counties|votes)",
    re.IGNORECASE,
)
"""What is counted on an election night: `With |all polls reporting|, Stone led`."""
_GIVING = re.compile(r"(?:has |have |had |also )*(?:offer|provid|present)(?:ed|es|s)?|ga?ve|gives?")
_NONE = re.compile(
    r"(?:no|little|few|any) (?:evidence|proof|details?|explanation|specifics|reasons?)"
)
_BARE_NOUN = re.compile(r"(?:an?|the|his|her|its|their) [a-z-]+")
_WRITING = re.compile(r"(?:also |then |has |had )?(?:wrote|written|writes|write)(?: down)?")
_WRITTEN = re.compile(
    r"(?:the |his |her |their |its )?(?:first |last |full )?(?:names?|initials|numbers|addresses)"
    r"(?: of\b[^“”\"]*)?"
)
_TO_BE_MET = re.compile(
    r"(?:will|would|is likely to|are likely to)(?: also| certainly| no doubt)?"
    r" be (?:welcomed|greeted|seen|viewed|interpreted|read|taken|regarded)(?: as)?(?: by)?"
)
"""How somebody will take it, as the author expects: `The vote |will be welcomed by| the town`."""
_PLAYS = re.compile(
    r"\b(?:plays?|playing|will play|to play|portray(?:s|ing)?|stars? as|starring as"
    r"|(?:follows|centers on|centres on|tells the story of|revolves around))"
    r" [^.;:“”\"\n]{2,80}$"
)
"""In front of the `who` of a character: `Brooks |plays Ann Stone, a widow| who suspects`."""
_LOOK_BACK_FOR_PART = 120
_LONGEST_HEADING = 8
"""Words."""
_BARE_QUESTION = frozenset(("what", "how", "why", "who", "where"))
_DENYING = re.compile(r"(?:has |had |have )?den(?:y|ies|ied)")
_PLAYED = re.compile(
    r".*\b(?:stunner|strike|goal|winner|equali[sz]er|leveller|header|penalty|free[- ]kick|volley"
    r"|brace|hat-trick|double|saves?|miss|comeback|fightback|try|wicket)",
    re.IGNORECASE | re.DOTALL,
)
"""What denies a team its win and says nothing: `A late |header| denied Harbour`."""


def says_nothing(sheet: StatementSheet, statement: Statement) -> bool:
    """Whether what the model took for a statement is an idiom, a label or the like."""
    return any(is_such(sheet, statement) for is_such in _KINDS)


def wording(sheet: StatementSheet, spans: Sequence[Span]) -> str:
    """The words of some spans."""
    return " ".join(sheet.text[start:end] for start, end in spans)


def _calls_out(sheet: StatementSheet, statement: Statement) -> bool:
    """`She called the police`, `He called their bluff`, `They called off the search`."""
    cue = wording(sheet, statement.cue).lower()
    start, end = statement.content[0][0], statement.content[-1][1]
    return _CALLS.search(cue) is not None and _CALLED.fullmatch(sheet.text, start, end) is not None


def _only_names(sheet: StatementSheet, statement: Statement) -> bool:
    """`Ada Brooks, also known as “Tiny”`: what something is called, by nobody in particular; nor
    by the crew of `|The crew| looked for marks |known as| scars`."""
    cue = wording(sheet, statement.cue).lower()
    if _NAMING.fullmatch(cue) is None or not statement.source:
        return _NAMING.fullmatch(cue) is not None
    far = statement.source[-1][1] + len(", ") < statement.cue[0][0]
    return far and cue.endswith("known as")


def _names_source(sheet: StatementSheet, statement: Statement) -> bool:
    """`The Post, citing people close to Stone, said …`: who told the Post, and not what."""
    text = sheet.text
    start, end = statement.content[0][0], statement.content[-1][1]
    if not _CITING.fullmatch(wording(sheet, statement.cue).lower()):
        return False
    if _SOURCE_NAMED.fullmatch(text, start, end) is None:
        return False
    first, last = sheet.paragraphs[sheet.paragraph_of(start)]
    return bool(sheet.attributing(first, last) - {statement.number})


def _wins(sheet: StatementSheet, statement: Statement) -> bool:
    """`Harbour claimed a 2–0 win`, `Stone conceded a penalty`: nothing is said."""
    cue = wording(sheet, statement.cue).lower()
    start, end = statement.content[-1]
    if _CLAIMING.fullmatch(cue):
        prize = _PRIZE.fullmatch(sheet.text, start, end)
        return prize is not None and _CLAUSE.match(prize[0]) is None
    return _CONCEDING.fullmatch(cue) is not None and _CONCEDED.match(sheet.text, start) is not None


def _keeps_from_winning(sheet: StatementSheet, statement: Statement) -> bool:
    """`A late header denied Harbour`: nobody disputes anything."""
    if len(statement.source) != 1 or not _DENYING.fullmatch(wording(sheet, statement.cue).lower()):
        return False
    return _PLAYED.fullmatch(sheet.text, *statement.source[0]) is not None


def _only_points(sheet: StatementSheet, statement: Statement) -> bool:
    """`|Contradicting| reports that it sank, …` and `“It sank,” she said, |referring to| the
    mill` or `|addressing| him`: a participle is nobody, and a gloss says nothing of its own."""
    if not statement.cue:
        return False
    if len(statement.source) == 1 and _PARTICIPLE.fullmatch(sheet.text, *statement.source[0]):
        return True
    cue, start = wording(sheet, statement.cue).lower(), statement.cue[0][0]
    glosses = cue in _GLOSSES
    begun = sheet.text[max(0, start - 2) : start] == ", "
    return glosses and begun and not sheet.marks_within(statement.start, statement.end)


def _shows_picture(sheet: StatementSheet, statement: Statement) -> bool:
    """`She posted a picture of the boat`: no word of hers is told."""
    start, end = statement.content[0]
    showing = _SHOWING.fullmatch(wording(sheet, statement.cue).lower())
    if showing is None or sheet.marks_within(start, statement.end):
        return False
    return bool(showing["what"]) or _PICTURE.match(sheet.text[start:end]) is not None


def _keeps_silent(sheet: StatementSheet, statement: Statement) -> bool:
    """`A spokesman did not respond to a request for comment`, where no question is told."""
    cue = wording(sheet, statement.cue).lower().replace("’", "'")
    if len(statement.content) > 1 or _KEEPING_SILENT.fullmatch(cue) is None:
        return False
    return _REQUEST.fullmatch(sheet.text, *statement.content[0]) is not None


def _grants(sheet: StatementSheet, statement: Statement) -> bool:
    """`She may have a point about cost`, `The vote will be welcomed by the town`: it is the author
    who says so."""
    cue = wording(sheet, statement.cue).lower()
    return _GRANTING.fullmatch(cue) is not None or _TO_BE_MET.fullmatch(cue) is not None


def _gives_none(sheet: StatementSheet, statement: Statement) -> bool:
    """`He offered no evidence`."""
    if len(statement.content) > 1 or not _GIVING.fullmatch(wording(sheet, statement.cue).lower()):
        return False
    return _NONE.fullmatch(sheet.text, *statement.content[0]) is not None


def _is_of_relative(sheet: StatementSheet, statement: Statement) -> bool:
    """`|a pledge| |that| |Stone| dismissed as late`: he has not pledged it."""
    if len(statement.content) > 1 or len(statement.source) != 1 or len(statement.cue) != 1:
        return False
    start, end = statement.content[0]
    pronoun = sheet.text[start:end].lower() in ("that", "which")
    named = _BARE_NOUN.fullmatch(sheet.text, *statement.cue[0]) is not None
    return pronoun and named and statement.cue[0][1] < start < end < statement.source[0][0]


def _is_counted(sheet: StatementSheet, statement: Statement) -> bool:
    """`With all polls reporting, Stone led`: nobody tells so."""
    if len(statement.source) != 1 or wording(sheet, statement.cue).lower() != "reporting":
        return False
    return _COUNTED.fullmatch(sheet.text, *statement.source[0]) is not None


def _writes_down(sheet: StatementSheet, statement: Statement) -> bool:
    """`They wrote the names of the missing on a board`."""
    if len(statement.content) > 1 or not _WRITING.fullmatch(wording(sheet, statement.cue).lower()):
        return False
    return _WRITTEN.fullmatch(sheet.text, *statement.content[0]) is not None


def _is_of_part(sheet: StatementSheet, statement: Statement) -> bool:
    """`Brooks will play Ann Stone, a widow |who| suspects that he drowned`: of a plot."""
    if len(statement.source) != 1 or sheet.marks_within(statement.start, statement.end):
        return False
    start, end = statement.source[0]
    before = sheet.text[max(0, start - _LOOK_BACK_FOR_PART) : start]
    return sheet.text[start:end] == "who" and _PLAYS.search(before) is not None


def _heads_section(sheet: StatementSheet, statement: Statement) -> bool:
    """`What the data shows`: the heading of a section."""
    start, end = statement.content[0]
    if len(statement.content) > 1 or sheet.text[start:end].lower() not in _BARE_QUESTION:
        return False
    line = sheet.text[slice(*sheet.paragraphs[sheet.paragraph_of(start)])]
    alone = len(line.split()) <= _LONGEST_HEADING and line[-1:].isalnum()
    return start >= sheet.title_end and sheet.begins_paragraph(start) and alone


def _is_terms(sheet: StatementSheet, statement: Statement) -> bool:
    """On what terms somebody spoke: `who asked not to be named`."""
    start, end = statement.content[0][0], statement.content[-1][1]
    return _TERMS.fullmatch(" ".join(sheet.text[start:end].lower().split())) is not None


_KINDS = (
    _calls_out,
    _only_names,
    _names_source,
    _wins,
    _keeps_from_winning,
    _only_points,
    _shows_picture,
    _keeps_silent,
    _grants,
    _gives_none,
    _is_of_relative,
    _is_counted,
    _writes_down,
    _is_of_part,
    _heads_section,
    _is_terms,
)
