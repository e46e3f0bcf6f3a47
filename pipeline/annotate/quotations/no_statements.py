"""What the network takes for a statement though nobody says or thinks anything.

It is trained to find what politicians stand for, and reads a vote, an arrest or an
appointment as a stand, and what the author makes of things (`the plan seems to work`,
`she is known for her hats`) as somebody's view. What stands in quotation marks was said.
"""

from __future__ import annotations

import re

from pipeline.annotate.quotations.act import has_word_of_saying_or_mind, is_word_of_mind
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.cue_words import (
    ADVERBS,
    AUXILIARIES,
    DEEDS,
    DETERMINERS,
    FIRST_AND_SECOND,
    PREPOSITIONS,
    SAYING,
    TELLING,
    THINKING,
    TOLD_OF,
    words_of,
)
from pipeline.annotate.text.lexicon import GROUP_NOUNS, PERSON_AND_BODY_NOUNS
from pipeline.annotate.text.nouns import singular
from pipeline.records import Span

_SMALL_WORDS = PREPOSITIONS | AUXILIARIES | ADVERBS | DETERMINERS
_LEAST_UNTOLD = 0.3
"""Confidence of the network, at least, of a cue without any word of saying or of the mind."""
_SPOKEN_SHARE = 0.5
"""Of a content's characters, those in quotation marks that make it spoken."""
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_SEEMS = re.compile(r"\b(?:seem|appear)(?:s|ed|ing)?(?: to be| to have| to have been)?$")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be|gets?|got|[a-z]+'s) (?:[a-z-]+ ){0,3}?([a-z-]+)"
    r"(?: (?:to|as|for|by|of|with|in|on|over|about|that)){0,2}$"
)
_PARTICIPLE = re.compile(
    r"[a-z-]*(?:ed|wn|en|ught|ld|lt|id|ept|eant|ent|ut|rn|de)|set|put|set up|made|won|unclear|clear"
)
_OF_NOBODY = re.compile(
    r"(?:also |once |better )?known(?: as)?"
    r"|to (?:see|view|know|know about|hear|discuss|learn|mull(?: over)?)"
    r"|(?:[a-z-]+ ){0,3}(?:accusations?|allegations?|anger|approval|assessment|attention|calls?"
    r"|charges?|claims?|complaints?|concerns?|controversy|criticism|debates?|demands?|discussions?"
    r"|doubts?|fears?|hopes?|news|announcement|opposition|outrage|protests?|questions?|reports?"
    r"|rumou?rs?|speculation|support|suspicions?|talk|threats?|unknowns|uproar|warnings?)"
    r" (?:of|about|over|against|for|on|to|at)"
)
"""Sourceless cues of nobody: a noun of saying with what it is about (`|fears of| a war`), a
name, an infinitive."""
_SAID_IN_IT = re.compile(
    r"\b(?:that|alleging|accusing|claiming|arguing|saying|warning|stating|demanding|urging)\b"
)
_MEETS = re.compile(
    r"(?:(?:also|first|has|have|had|never|still|often|to|will|can|could|would|just|recently|already"
    r"|only|once|later|then) )*"
    r"(?:look(?:s|ed|ing)? at|not(?: yet)? announced?"
    r"|laugh(?:s|ed|ing)?|thought (?:of|about)|saw|seen|seeing|noticed|watched|heard|hears?"
    r"|hearing|spotted|witnessed|knows?|knew|known|forgot|forgets?|forgotten|learned|learnt|learns?)"
    r"(?: (?:too|about|at|of))?"
)
_PONDERS = re.compile(
    r"(?:(?:has|had|have|then|briefly|carefully|is|was|were|are) )*"
    r"(?:consider(?:s|ed|ing)?|ponder(?:s|ed|ing)?|mull(?:s|ed|ing)?)"
)
_PONDERED = re.compile(
    r"(?:it|this|(?:the|his|her|their|this) (?:question|matter|answer|issue|options?))"
    r"(?: (?:for|last|in|on|at|briefly|carefully|again|over|during)\b.*)?",
    re.DOTALL,
)
"""What tells only that somebody thought, and no thought: `considered |the question for long|`."""
_CLAUSE = re.compile(
    r"(?:that|whether|how|why|what|when|where|who|if|he|she|they|it|we|you|there|nothing|little"
    r"|(?:the|his|her|their|its|an?|this|these) (?:[\w’'-]+ ){1,3}?"
    r"(?:is|are|was|were|will|would|had|has|have|could|can|did|does))\b"
    r"|[^“”\"]{1,80} as\b|[\w’'. -]{1,60} (?:is|are|was|were|will|would|had|has|could|can)\b"
)
_BOUND = re.compile(
    r"(?:(?:also|still|would|will) )*(?:must|ha(?:s|ve) to|(?:would|will) (?:still )?have to)"
    r" (?:report|show|prove|demonstrate|disclose|submit|notify|ensure|guarantee)"
    r"|(?:would|will|should)(?: also)? (?:ensure|guarantee)"
    r"|(?:is|are|was|were|has been|have been|will be)(?: \w+ly| also| now| still| not)?"
    r" (?:expected|required|scheduled|supposed|slated|obliged|obligated|forced|allowed|permitted"
    r"|entitled|due)(?: to)?(?: report)?"
)
"""What somebody must or may do, by nobody's words: `Visitors |are required| to sign in`."""
_APPEALED = re.compile(
    r"(?:(?:is|are)(?: also| now)?(?: being)?|is being|are being)"
    r" (?:asked|urged|advised|encouraged|invited|requested|reminded)(?: to)?"
    r"|(?:can|may)(?: also| now| still)? (?:comment|object|respond|complain)(?: on| to| about)?"
)
"""An appeal of the article's own: `Anyone with information |is asked to| call`."""
_TOPIC = re.compile(
    r"(?:(?:when|if|while|after being) )?(?:being )?(?:asked|questioned|quizzed|pressed)"
    r"(?: [a-z]+ly)? (?:about|on|over)"
)
"""What an answer is about, where nobody is told to ask: `|Asked about| the pool, Brooks said`."""
_ASKED = re.compile(
    r"(?:^|[.!?:”\"’]\s+|\n)(?:(?:and|but|so|what|why|how|when|where)\b[\w ]{0,20} )?"
    r"(?:does|do|did|has|have|had|is|are|was|were|will|would|can|could|should) $",
    re.IGNORECASE,
)
"""What stands in front of the subject of a question of the author's."""
_LONGEST_QUESTION_WORDS = 40
_ANSWERED = re.compile(r"\?\s*[“\"‘']")
_AIMS = re.compile(
    r"(?:(?:also|mainly|further) )?(?:aims?|aimed|(?:is|are) aimed|seeks?|strives?|intends?"
    r"|attempts?)(?: at| to)?"
)
_AIMED = re.compile(r"(?:(?:is|are|was|were) )?(?:(?:also|mainly|squarely) )?aimed(?: \w+ly)? at")
_DOING = re.compile(r"\w+ing\b")
"""An aim, as in `aimed at |keeping him out|`, where `aimed at |Stone|` tells none."""
_TESTS = re.compile(r"(?:(?:would|will|could|may|might) )?(?:also |now |then )*(?:tests?|tested)")
_PURPOSEFUL = re.compile(
    r"(?:(?:the|this|an?|its|new) )?(?:[\w’'-]+ ){0,4}?(?:projects?|initiatives?|programmes?"
    r"|programs?|plan|scheme|strategy|policy|bill|law|act|measures?|establishment|exhibition|expo"
    r"|fair|festival|event|course|workshop|app|platform|report|study|new campaign)"
    r"(?:,? (?:of|by|in|for|at|on|which|that)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
"""What has a purpose and no mind: `|The scheme| aims to plant 500 trees`."""
_THINGS = words_of("it this that which")
_MET_AT = re.compile(
    r"(?:it|him|her|them|this|that)(?: (?:at|in|on|from|every|all|too|again)\b.*)?"
)
_DONE_BY = re.compile(
    r"(?:(?:is|are|was|were|be|been|being)(?: (?:not|also|now|[a-z]+ly))? )+"
    r"(?P<verb>[a-z]+)(?: by)?"
)
_FORETOLD = words_of("projected called")
_RULED = re.compile(
    r"(?:(?:has|have|had|also|later|again) )*(?:denied|denies|granted|grants|set|refused|revoked)"
)
_RULED_ON = re.compile(
    r"(?:bond|bail|parole|(?:the|an?|his|her|their|its) (?:[a-z]+ ){0,2}?"
    r"(?:motion|petition|appeal|application|requests?))\b(?! (?:that|was|is|had)\b)"
)
"""What a judge or a board decides, and says nothing by: `denied |bail for Stone|`."""
_HERE_IS = re.compile(r"[Hh]ere(?: is|[’']s) \Z")
_IT = re.compile(r"(?:it|they|this|that|these|which|who)", re.IGNORECASE)
_READER = words_of("you your")
_BEGINS = re.compile(r"(?:^|\n|[.!?:”\"] |, )$")
_LONGEST_BEGINNING = 3
_TOLD_BY_READER = words_of(
    "said told wrote asked mentioned pointed suggested claimed argued stated noted reported"
)
_SAYS = re.compile(
    r"(?:[a-z' ]+ )?(?:said|says|say|saying|told|tells?)(?: (?:him|her|them|us|me))?"
)
_POINTING = re.compile(
    r"(?:so,? |and |but )?(?:(?:here|that|this|it) ?(?:is|was|’s|'s)(?: what)?|here are|what"
    r"|it(?: \w+ly)?,? (?:again|all|aloud|when|while|as|at|in|on|with|to|twice|once|before|after"
    r"|because|for|over|many|every|just|loudly|quietly|out)\b[^“”\"]*)",
    re.IGNORECASE,
)
"""What only points to words told elsewhere: `|Here is| what experts say`, `said |it again|`."""
_MISSING = re.compile(r"\s*(?:missing|stolen|dead|injured|lost|safe)\b")
_SHOUTED_LABEL = re.compile(r"^[A-Z][A-Z .,'’-]{2,30}:", re.MULTILINE)


def is_no_statement(sheet: StatementSheet, statement: Statement) -> bool:
    """Whether a statement, not in quotation marks, is nobody's."""
    if not statement.cue or _is_spoken(sheet, statement):
        return False
    cue = " ".join(sheet.text[start:end] for start, end in statement.cue)
    cue = " ".join(cue.lower().replace("’", "'").split())
    if cue == ":" and (_is_dateline(sheet, statement) or _is_salutation(sheet, statement)):
        return True
    if _SEEMS.search(cue) or _is_done(sheet, statement, cue) or _is_met(sheet, statement, cue):
        return True
    if _is_purpose(sheet, statement, cue) or _is_of_reader(sheet, statement, cue):
        return True
    if _SAYS.fullmatch(cue) and _only_points(sheet, statement):
        return True
    if _is_ruling(sheet, statement, cue) or _leads_to_list(sheet, statement):
        return True
    if _is_done_by(sheet, statement, cue):
        return True
    if _BOUND.fullmatch(cue) or _APPEALED.fullmatch(cue) or _is_asked(sheet, statement):
        return True
    if not statement.source and _is_of_nobody(sheet, statement, cue):
        return True
    return statement.confidence < _LEAST_UNTOLD and not _tells(cue)


def _is_dateline(sheet: StatementSheet, statement: Statement) -> bool:
    """`|DHAKA:| The river rose`: the only line of an article that begins so, and its first, is
    where the report comes from, and no turn of a conversation."""
    start = statement.source[0][0] if statement.source else statement.start
    if start < sheet.title_end or sheet.text[sheet.title_end : start].strip():
        return False
    if not _SHOUTED_LABEL.match(sheet.text, start):
        return False
    return len(_SHOUTED_LABEL.findall(sheet.text)) == 1


def _is_salutation(sheet: StatementSheet, statement: Statement) -> bool:
    """`|Dear Reader|: You are right`: who is written to does not say it."""
    spoken = (sheet.text[start:end] for start, end in statement.source)
    return any(source.startswith("Dear ") for source in spoken)


def _is_of_nobody(sheet: StatementSheet, statement: Statement, cue: str) -> bool:
    """Whether what has no source is nobody's: an event, a noun with what it is about, a topic."""
    if _befalls(sheet, statement, cue) or _OF_NOBODY.fullmatch(cue):
        return True
    start, end = statement.content[-1]
    return _TOPIC.fullmatch(cue) is not None and not _CLAUSE.match(sheet.text, start, end)


def _is_purpose(sheet: StatementSheet, statement: Statement, cue: str) -> bool:
    if len(statement.source) == 1 and _TESTS.fullmatch(cue):
        # "It would test the council's patience"
        start, end = statement.source[0]
        return sheet.text[start:end].casefold() in _THINGS
    if _AIMED.fullmatch(cue) and not _DOING.match(sheet.text, *statement.content[0]):
        return True
    if len(statement.source) != 1 or _AIMS.fullmatch(cue) is None:
        return False
    return _PURPOSEFUL.fullmatch(sheet.text, *statement.source[0]) is not None


def _is_of_reader(sheet: StatementSheet, statement: Statement, cue: str) -> bool:
    """`If |you want| a seat, book early`: the author only addresses whoever reads, but for `as you
    |pointed out|`. A capital inside a sentence is a name's: `Ms |You| said`."""
    if len(statement.source) != 1 or not _TOLD_BY_READER.isdisjoint(cue.split()):
        return False
    start, end = statement.source[0]
    source = sheet.text[start:end]
    begins = source[:1].islower() or _BEGINS.search(
        sheet.text, max(0, start - _LONGEST_BEGINNING), start
    )
    return bool(begins) and source.lower() in _READER


def _is_spoken(sheet: StatementSheet, statement: Statement) -> bool:
    marks = [m for m in sheet.marks_within(statement.start, statement.end) if m.depth == 1]
    inside = whole = 0
    for start, end in statement.content:
        whole += end - start
        inside += sum(max(0, min(end, m.end) - max(start, m.start)) for m in marks)
    return inside >= _SPOKEN_SHARE * whole


def _is_done(sheet: StatementSheet, statement: Statement, cue: str) -> bool:
    """`The council |voted| to close the pool`, `Police |arrested| eight people`."""
    words = [word for word in _WORD.findall(cue) if word not in _SMALL_WORDS and word[-2:] != "ly"]
    if not words or words[0] not in DEEDS or "back" in words:
        return False
    if any(word in SAYING or has_word_of_saying_or_mind(word) for word in words[1:]):
        return False
    return not any(_SAID_IN_IT.search(sheet.text, *piece) for piece in statement.content)


def _is_met(sheet: StatementSheet, statement: Statement, cue: str) -> bool:
    """`She |saw| an advertisement`, `He |knows| them`: a thing met with, and no thought of it."""
    start, end = statement.content[-1]
    if _PONDERS.fullmatch(cue):
        return _PONDERED.fullmatch(sheet.text, start, end) is not None
    if _MEETS.fullmatch(cue) is None:
        return False
    if start < statement.cue[-1][1]:
        # "a sailor |she has known| for years"
        return [end + 1] == [first for first, _ in statement.source]
    return (
        _MET_AT.fullmatch(sheet.text, start, end) is not None
        or _CLAUSE.match(sheet.text, start, end) is None
    )


def _is_ruling(sheet: StatementSheet, statement: Statement, cue: str) -> bool:
    ruled = _RULED.fullmatch(cue) and len(statement.content) == 1
    return bool(ruled) and _RULED_ON.match(sheet.text, *statement.content[0]) is not None


def _leads_to_list(sheet: StatementSheet, statement: Statement) -> bool:
    """`Here's |what| the firm |reported| |for the year|:` leads to what it reported."""
    text = sheet.text
    start, end = statement.content[0]
    first, last = sheet.paragraphs[sheet.paragraph_of(start)]
    one = first <= start < statement.end <= last and text[last - 1] == ":"
    pointed = text[start:end] == "what" and _HERE_IS.search(text, max(0, start - 10), start)
    return one and bool(pointed)


def _is_done_by(sheet: StatementSheet, statement: Statement, cue: str) -> bool:
    """`The yen, |which| |was supported by| new data`: a passive of no saying, of a mere pronoun."""
    done = _DONE_BY.fullmatch(cue)
    if done is None or not _IT.fullmatch(sheet.text, *statement.content[-1]):
        return False
    verb = done["verb"]
    if verb in TOLD_OF | SAYING | THINKING | _FORETOLD or not _PARTICIPLE.fullmatch(verb):
        return False
    by = sheet.text[slice(*statement.source[-1])].lower().split() if statement.source else []
    minded = bool(by) and by[0] != "any" and not _is_thing(sheet, statement.source[-1])
    return not (minded and has_word_of_saying_or_mind(verb))


def _is_thing(sheet: StatementSheet, source: Span) -> bool:
    last = sheet.text[slice(*source)].split()[-1]
    return last.islower() and {last, singular(last)}.isdisjoint(PERSON_AND_BODY_NOUNS | GROUP_NOUNS)


def _only_points(sheet: StatementSheet, statement: Statement) -> bool:
    return all(_POINTING.fullmatch(sheet.text, *piece) for piece in statement.content)


def _befalls(sheet: StatementSheet, statement: Statement, cue: str) -> bool:
    """`The hall |is expected| to open in May`, `Her death |was confirmed|`: no words are told.

    What is told stands behind a verb of saying: `It was confirmed |that she died|`.
    """
    passive = _PASSIVE.search(cue)
    if passive is None or not _PARTICIPLE.fullmatch(passive[1]) or is_word_of_mind(passive[1]):
        return False
    if passive[1] not in TOLD_OF:
        return True
    told = [piece for piece in statement.content if piece[0] >= statement.cue[-1][1]]
    return not told or _MISSING.match(sheet.text, statement.cue[-1][1]) is not None


def _is_asked(sheet: StatementSheet, statement: Statement) -> bool:
    """`Does |she ever worry about| being wrong?`: the author asks, and she has not said so. Where
    an answer in quotation marks follows, the question tells who gives it, and stays."""
    text = sheet.text
    start, end = statement.content[-1]
    asks = "?" in text[end - 1 : end + 1]
    if not statement.source or not asks or statement.source[0][0] > start:
        return False
    first = statement.source[0][0]
    inside = any(m.start <= first for m in sheet.marks_within(first, end))
    if (
        inside
        or _ANSWERED.match(text, end)
        or text[slice(*statement.source[0])].lower() in FIRST_AND_SECOND - {"you"}
    ):
        return False
    return _ASKED.search(text[max(0, first - _LONGEST_QUESTION_WORDS) : first]) is not None


def _tells(cue: str) -> bool:
    words = _WORD.findall(cue)
    return "according" in words or any(
        word in TELLING or word in SAYING or has_word_of_saying_or_mind(word) for word in words
    )
