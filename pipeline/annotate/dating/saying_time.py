"""Which time expression of its own sentence dates a statement.

"Trump said Tuesday he will visit in May" was said on Tuesday: what counts stands
beside the cue and its source, not in the content, and not in a clause of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import DAY_KINDS, TimeExpression
from pipeline.annotate.dating.time_values import not_after
from pipeline.records import Quotation, SaidOn, Span

_LONGEST_GAP = 14
"""Words between a cue and the expression that dates it, at most."""

_OPENS_WHEN = re.compile(
    r"\s*(?:(?:When|While|As|Before) (?:he|she|they|it|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) "
    r"(?!(?:said|told|says|noted|put|pointed)\b)[^,;:]{2,60}"
    r"|As (?:an? )?(?:[a-z-]+ ){1,4}(?:back )?(?:in|during) (?:the )?(?:early |late |mid-)?"
    r"|(?:Campaigning|Running|Speaking|Testifying|Appearing|Writing|Debating|Lecturing)\b[^,;:]{2,60})$"
)
"""What opens a sentence up to the time of its main clause: `When he took office in |2015,`
`As a student in the |1980s,`, `Campaigning for mayor in |2012,`."""

_OPENS_ON_A_DAY = re.compile(
    r"\s*(?:(?:When|While|As) (?:[a-z]+ing|contacted|asked|pressed|questioned|reached|approached"
    r"|called|quizzed|challenged|the|an?|his|her|their|both)\b[^,;:]{1,80}"
    r"|(?:During|In|At) (?:an?|the|his|her|their) (?:[\w’'-]+ ){1,5}(?:that|which)"
    r" (?:aired|ran|was (?:aired|broadcast|published|taped|held)|took place) (?:on )?)$"
)
"""The same up to a day: `While touring the mill on |Monday,`, `During an interview that aired on
|Monday,`."""

_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|when|where|while|because|if|though|although|whether|how)\b"
    r"|referring to|alluding to"
    r"|[;—–―]| -- |, (?:but|and|so|or|yet)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r",\s(?:who|whose|which|where|when)\b[^,.;]*,")
"""A relative clause that has come to its end."""
_LAST_CLAUSE = re.compile(r".*(?:(?:, |\s)(?:but|and|so|yet|while|then)\b,?|[;—–])", re.DOTALL)
"""What stands in front of the last clause: `He backed it at first, but| on |Monday he said`."""
_FRONTED = re.compile(r"\s*(?:on|in|at|during) (?:an?|the|his|her|their|its) [^,;:]{1,60}$", re.I)
"""What opens a clause up to its time: `At a call with the crew on |Monday, she said`."""
_BY_CONTRAST = re.compile(
    r"^\s*,\s*(?:(?:by|in) (?:contrast|turn|comparison)|for (?:his|her|its|their) part|however"
    r"|meanwhile|though|too|instead|likewise)\s*,"
)
"""What links a source to the sentence before: `The crew|, by contrast,| told`."""
_SISTER = re.compile(r",?\s+(?:and|but|then|before)(?:\s+(?:\w+ly|also|then|later))?\s*")
"""What stands between the time of one act and the cue of the next: `Orrin sailed on |Monday and|
said`."""
_AFTER = re.compile(
    r"\b(?:after|before|since|until|ahead of|following)\b(?! (?:an?|the|his|her)\b)"
)
_APPEARING = re.compile(
    r"^(?:appearing|speaking|testifying|standing)(?: to [\w’' -]{2,40})?"
    r" (?:before|after|following)\b"
)
"""Not a time but whom one speaks to, or at what: `speaking after the vote on |Monday`."""
LINK = re.compile(r"^\W*(?:and|but|so|yet|then|also|even|still)\b,?(?= )", re.IGNORECASE)
"""What links a sentence to the one before: `And in |2008,`."""
_WHO = re.compile(r"\b(?:who|which) $")
_PRESENT = re.compile(r"(?!was\b)[a-z]+(?<![su'’])s\b")
_BEGUN_BY = re.compile(
    r"\b(?:day|week|month|year)s? (?:after|before) $|^\s*by\b.* after $|[—–―]|, in what $"
)
_CREDITS = re.compile(r"according to|per|citing", re.IGNORECASE)
"""A cue that names only who tells what stands in front of it."""
_WHOSE = re.compile(r" who [^,;:]*$")
"""What stands between a time and a source in the relative clause of whom it tells: `a baker
|today| who was a clerk and a man |who| felt so`."""
_OTHER_CLAUSE = re.compile(r"\s+(?:but|while|whereas)\b")
"""What stands between a time and a source when the time is that of something else."""
_SENTENCE_ENDS = re.compile(r"[.!?][”\"]?\s+")
_FULL_STOP = re.compile(r"[.!?][”\"]?\s+[A-Z]")
"""Of a gap that a missed end of a sentence begins."""
_BOUND = re.compile(
    r"\b(?:since|until|till|by|before|after|from|through|between|ahead of|prior to|for|than|of|to"
    r"|and|or|as of)\s+(?:the\s+|early\s+|late\s+)*$",
    re.IGNORECASE,
)
"""Words before an expression that make it a bound of time, or the date of something else."""

_OF_MANY = re.compile(
    r"\b(?:every|each|any|some|one|another|most|many|first|second|third|fourth|fifth|final) $",
    re.IGNORECASE,
)
"""What makes of a day any such day: `told them every |Sunday`, `the first |Friday of term`."""
_USUALLY = re.compile(r" (?:mornings|afternoons|evenings|nights)\b")
"""What does so behind it: `on Thursday| afternoons`."""
_COMPARED = re.compile(
    r"\b(?:as|like|than) (?:[\w’'-]+ ){1,4}?(?:did|had|was|were|do|does)(?: so)?(?: back)?"
    r"(?: (?:on|in|at|over|during))?(?: the)? $",
    re.IGNORECASE,
)
"""What stands in front of the time of what is compared: `will delay it, as they did in |July`."""
_PART_OF = re.compile(
    r"\b(?:night|morning|evening|afternoon|hours|weekend|quarter|half|start|beginning|end) of $"
)
"""What stands in front of a time at which something was said: `on the night of |3 May`, `in the
first quarter of |this year`."""

I_MET = re.compile(
    r"\b(?:I|we) (?:first |last |finally |again )?(?:met|visited|interviewed|spoke (?:to|with)"
    r"|talked (?:to|with)|sat down with|caught up with|called on|reached)\b[^.;:!?“\"]{2,80}$"
)
"""What stands in front of the time of an interview: `When I met her in Tolland in |February`."""
OCCASION = (
    r"(?:interview|speech|address|statement|briefing|hearing|debate|conference|letter|memo|memoir"
    r"|column|editorial|op-ed|essay|article|book|report|study|survey|poll|email|e-mail|tweet|post"
    r"|message|broadcast|appearance|remarks|comments|testimony|rally|meeting|lecture|podcast"
    r"|profile|ruling|opinion|filing|complaint|announcement|video|town hall|event|call|show"
    r"|convention|program|programme|segment|episode|story|piece|feature"
    r"|paper|deposition|affidavit|lawsuit|blog|diary|recording|panel|forum|summit|ceremony"
    r"|ad|advert|advertisement|commercial|newsletter|presentation|analysis|audit|submission"
    r"|instal?lment|edition|review|assessment|inquiry|investigation|webinar|seminar|sermon|homily|vigil|inquest|trial|indictment"
    r"|transcript|summary|press release|oral history)s?"
)
_A_DOCUMENT = re.compile(rf"\b{OCCASION}\b", re.IGNORECASE)
_OF_OCCASION = re.compile(rf"\s*(?:['’]s?\s+)?(?:[\w’'-]+\s+){{0,3}}?{OCCASION}\b", re.IGNORECASE)
_OF_EVENT = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,2}?(?:campaign|election|inquest|inquiry|trial|summit|hustings|race)\b"
)
_DURING = re.compile(r"\b(?:in|during|at|throughout) (?:the|his|her|their|its)\s+$", re.IGNORECASE)
"""What stands around the date of an event at which one speaks: `during the |2019 campaign`."""
_POSSESSIVE = re.compile(r"['’]s?\b|['’](?=\s)")
_BEFORE_OCCASION = re.compile(
    r"\b(?:in|at|during|on|to|an?|the|his|her|its|their|this|that)\s+(?:[\w-]+\s+)?$", re.IGNORECASE
)
_SUBJECT = re.compile(r"\s+(?:was|is|were|are|would|will|could|has|had|may|might|should)\b")
AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|plans? to|is expected to|are expected to|is set to"
    r"|(?:is|are) scheduled to|is due to|going to)\b|[’']ll\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:also |then |later )?(?:said|told|wrote|says|[a-z]{2,}ed)\b", re.IGNORECASE)
"""A cue that is not ahead, whatever stands in front of it: `Orrin, who will retire, |told|`."""
_PAST = re.compile(
    r"\b(?:was|were|had|did|\w{2,}ed|came|went|met|held|made|took|gave|got|began|won|lost|left|led"
    r"|sent|said|told|spoke|wrote|saw|found|fell|rose|grew|broke|brought|put|cut|hit|set|shot|stood"
    r"|sat|ran|drew|became|paid|kept|heard|built|bought|sold|caught|taught|fought|sought|drove"
    r"|flew|chose|threw|spent|laid|read|beat|quit|shut|swore|sank|sang|born|done)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile("who|which|that")
_REPORTED_BETWEEN = re.compile(r", according to [^,;:.\n]{1,60}, ")
"""What may stand between the time of a statement and who made it: `In |May, according to the
minutes, Orrin asked`."""
_SAY = re.compile(
    r"(?:says?|believes?|thinks?|hopes?|fears?|expects?|argues?|warns?|wonders?|suspects?|feels?"
    r"|wants?|worry|worries|doubts?)(?: that)?"
)
_PERFECT = re.compile(r"(?:has|have)\b")
"""A cue that no day dates: `On Monday the quay shut, and Orrin |has begun| to say …`."""
_NEXT_CLAUSE = re.compile(r"\s*(?:,\s*(?:and|when|while|but|so)\b|;)")
"""What stands between a time and a clause of its own: `faces a vote in |March, and Orrin said`."""
_JOINED = re.compile(r",\s*(?:[Bb]ut|while|and|though)\s+$")
_DETERMINER = re.compile(
    r"(?:\b(?:an?|the|his|her|its|their|this|that|my|our)|['’]s)\s+$", re.IGNORECASE
)
_AT_A = re.compile(r"\bat (?:an?|the|his|her|its|their) $", re.IGNORECASE)
_OPENS_CLAUSE = re.compile(
    r"\s*(?:as|in addition to|besides|aside from|apart from)\b", re.IGNORECASE
)
_NOUN_AFTER = re.compile(r"[ -](?!(?:that|and|but|when|while|after|before|she|they)\b)[A-Za-z]{3,}")
_COUNTED_FROM_NEXT = re.compile(r"[a-z ]*\b(?:before|after|prior) [\w“\"]")
"""Of "hours after the storm broke", where the storm is not dated."""
_APPOSED = re.compile(r"^\s*,\s*(?!(?:on|in|late|early|earlier|dated)\s*$|\w+ing\b)\w")
"""What stands between a source and an expression that dates what the source is, or did: not
`Orrin, opening the quay on Monday, said` nor `The memo, dated |March 3, says`."""
_AT_OCCASION = re.compile(
    rf"^\s*,\s*(?:in|at|during|via|through)\s[^,]{{0,60}}\b{OCCASION}\b[^,]{{0,40}}$"
)
"""What stands between a source and the date of its saying: `Orrin, in an interview on |Friday,
remembered`."""
_SINCE = re.compile(r"\b(?:since|until|till|ahead of)\s+\w+\s+$", re.IGNORECASE)
"""What makes of an occasion a bound of time: `silent since the |Monday debate`."""
_TOLD_OF = re.compile(
    r"\b(?:about|regarding|concerning|(?:briefed|commenting|reflecting) on|familiar with"
    r"|(?:account|version|description|memory|recollection|retelling|criticism) of)"
    r" (?:(?:the|an?|that|this) )?$",
    re.IGNORECASE,
)
"""What makes of an occasion what is told of: `his version of the |July 10 meeting`."""
_NAMED_BESIDE = re.compile(r", (?:(?:on|in) )?")
"""What stands between `a week later` and the day that it is."""
_FIELD_TIME = re.compile(
    r"\b(?<!interview )(?:taken|conducted|carried out|fielded)"
    r"(?: (?:over|in|during|throughout))? $"
)
"""What stands in front of the time over which surveys were taken: `an average of polls taken over
|the past two weeks`."""
_CITED = re.compile(r"\([^()\n]*[A-Za-z]{2}[^()\n]*,[”\"]? $")
"""What stands in front of the day of a cited piece: `(“The quay leaks,” Quay Herald, |Monday|)`."""
_AT_EVENT = re.compile(r"\b(?:since|at|during|after) (?:[\w’'-]+ ){0,4}$", re.IGNORECASE)
"""What tells of an event in front of its time: `since |Monday’s debate`."""
_REACH_BACK = 160
"""Characters in front of an event that tell whether it is past."""
_REACH_OF_CLAUSE = 60
"""Characters in front of an expression that tell what its own short clause is about."""
_IN_A_WORK = re.compile(r"\bin (?:[^.;:!?()\n“”\"]{0,30}[“\"‘])?[A-Z][^.;:!?()\n]{1,50}\($")
"""What stands in front of the year of a work: `Orrin wrote in “The Leaking Quay” (|1971)`."""
_WHEN_THERE = re.compile(
    r"\)?(?:['’]s?)?(?: [\w’'-]+){0,3},(?: [“\"][^”\"\n]{1,90}[”\"])? when (?:[\w.]+ )?"
    r"|\)?(?:['’]s(?: [\w’'-]+){1,3})?,? (?:in|at|during) which (?:[\w.]+ )?"
    rf"|(?:['’]s?)?(?: [\w’'-]+){{0,3}}? {OCCASION}"
    r" (?:when|where|(?:in|at|during) which) (?:[\w.]+ )?"
)
"""What stands between the time of an event and who speaks at it: `since |Monday’s debate, when
Vesna said`, `a letter in |January in which she said`."""
_HAD_BEEN = re.compile(r"\bhad (?:been \w+ing|just|barely|hardly|scarcely)\b")
"""What tells of an act that a clause with `when` breaks into."""
_AT_THE_TIME = re.compile(r"\s*(?:At|During) [^,;:]{2,60},? (?:back )?in $")
"""What opens a sentence up to the year of what one speaks at: `At her first trial, in |2017,`."""
_PLACED = re.compile(r"(?:in|at|near|from|outside)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?!dated\b)(?:\w{2,20}ed|born|built|won|held|made|met|begun|shot|lost)(?:\s+\w{1,3})?\s*$"
)
"""A participle in front of an expression: "In a village flooded on |Monday, Orrin said"."""
_DONE_THEN = re.compile(
    r"\s+(?:\w{2,20}ed|made|told|won|lost|held|taken|given|sent|shown|written|built|sold|cut|set)"
    r"(?: (?:back|late|early))?(?: (?:in|on|at|during|over|the))*\s+"
)
"""What makes a time that of the last noun of a content that it stands behind."""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|did|does|will|would|could|can|that)\b")
_VERB_BEHIND = re.compile(r" (?!\w+ing\b)[a-z]")
_FUTURE = re.compile(r"\b(?:will|would|could|might|should|going to)\b")
_BUT = re.compile(r"\s*,\s*(?:but|and|although|though|while)\b")
_MAY_BE = re.compile(r"\b(?:could|might|may)\b")
_LONGEST_OBJECT = 9
_CLAUSE_OPENS = re.compile(
    r"\b(?:that|whether|if|how|what|why|who|whom|which|after|before|since)\b"
    r"|^\s*(?:to|it|he|she|they|we|I)\b"
)
_NO_ACT = re.compile(
    r"\b(?:say|said|saying|told|not|add|claim|suggest|explain|insist|believ|thought|think|argu"
    r"|announc|promis|plan|schedul|call|pledg|vow|propos|threat|expect|predict|forecast|order"
    r"|hop|want|warn|agree|ask|demand|urg|offer)"
)
"""Cues of what is told in a clause, or is ahead."""
_SENTENCE_CLOSES = re.compile(r"\.(?:\s|$)")
_NAMED_TIMES = DAY_KINDS | {"month", "relative", "year", "ago"}
_ACTED = re.compile(r"(?:\w{2,20}ed|sought|put|set|made|took|gave|met|laid|began|won|led)\b")
"""A cue that tells what somebody did: `decided against`."""
_TELLS_MORE = re.compile(
    r",\s+(?:saying|adding|writing|telling|warning|arguing|insisting|noting|calling|explaining"
    r"|citing|claiming|stating|declaring|describing)\b"
)
"""What stands behind the time of an act that a participle tells more of."""
_ABOUT = re.compile(r"\b(?:about|of|over|for|from|with|to)$")
"""Ends a cue whose object a time may be: `has thought |about| that evening`."""
_YEARS = ("year", "decade", "century", "season")
_PREPOSITION = re.compile(r"\b(?:in|on|during|back in|early in|late in)\s+$", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_ON_AIR = re.compile(
    r"['’]s? (?:[\w’'-]+ ){0,2}(?:instal?lment|edition|episode|broadcast|show|program(?:me)?)\b"
)
"""What stands behind the day of a show that is told in a content: `on |Monday’s edition of`."""
_IS_SO_AT = re.compile(
    r"\b(?:is|are|was|were) (?:not |never )?(?!(?:an?|the|being)\b|\w+(?:ed|ing)\b)[a-z]+"
    r"[^,.;:]{0,20}? (?:during|in) (?:an?|his|her|their) (?:[\w’'-]+ ){0,3}?"
    rf"{OCCASION}(?: on)? $"
)
"""What ends a content in front of the time of what one speaks at, where nothing but the saying can
have been at it: `said | the claims were wrong during a hearing |last week|`."""
_TO_SPEAK = re.compile(r"(?:to )?(?:comment|speak|say|answer|elaborate|discuss)\b")
"""What begins a content that is no more than silence: `declined| to comment on |Tuesday`."""
_ON = re.compile(r"\b(?:on|in|during) $", re.IGNORECASE)
_GIVEN = re.compile(
    r"(?:^|[.!?][”\"]?\s|\n)\W*(?:Based on|Given|Considering|Judging (?:by|from)|Because of"
    r"|Despite|Regarding|Concerning|In (?:the )?light of|As for)\b[^,;:.!?\n]*$"
)
"""What stands in front of a time in the words of who speaks: `Based on what she did |that night`,
Orrin said."""
_OVER = re.compile(r"(?:during|over|in|throughout) the (?:past|last)\b", re.IGNORECASE)
_LAST_CHOICE = (9, 0)
"""Rank of `the last day`, of whatever was told of, beside any other time."""
_LATER = re.compile(r"\b(?:years?|decades?|months?)(?: and a half)? (?:later|on)$", re.IGNORECASE)
_WITHOUT_DATE = re.compile(
    r"\bago$|^the last |^that (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec|month|year"
    r"|spring|summer|fall|autumn|winter)",
    re.IGNORECASE,
)
"""What dates a statement though it cannot be told to which day: `years ago`, `the last morning`,
`that November`."""


def stated_time(
    quotation: Quotation, around: Surroundings, anchor: str, outer: Quotation | None = None
) -> SaidOn:
    """The date that a statement's own sentence gives it; an empty SaidOn if none.

    `anchor` is the date that "the next day" counts from; `outer` the statement that it is
    told in, whose time is not its own: `Orrin said on Monday that Vesna had called`. Of
    expressions that cannot be resolved, only those that tell of the past are given, in words:
    `years ago`.
    """
    marks = quotation.cue or quotation.source
    if not marks:
        return SaidOn()
    start, end = around.sentences[around.sentence_of(marks[0][0])]
    best: tuple[int, int] | None = None
    chosen: TimeExpression | None = None
    for expression in around.expressions_in(start, end):
        if outer and not _is_told_in(expression, outer):
            continue
        rank = _rank(expression, quotation, (start, end), around)
        if rank is not None and expression.text.lower().startswith("the last "):
            # "On the last day of the trial, on Monday, Orrin said so."
            rank = _LAST_CHOICE
        if rank is not None and (best is None or rank < best):
            best, chosen = rank, expression
    if chosen is None:
        return SaidOn()
    chosen = _fuller(chosen, around, end)
    if _LATER.search(chosen.text) and any(_PRESENT.match(around.text, *cue) for cue in marks):
        # "Ten years later, Orrin says it was a mistake": today
        return SaidOn()
    cue_words = " ".join(around.text[a:b] for a, b in marks)
    if _OVER.match(with_preposition(chosen, around.text)) and _SAY.match(cue_words):
        # "During the past year, the crew say, it has leaked": today
        return SaidOn()
    # What was said may be ahead though the saying is not: "It will sail," said Orrin on Monday.
    near_cue = (max(start, marks[0][0] - 20), marks[0][0])
    before_cue = _outside(around.text, near_cue, quotation.content)
    told = "" if _TOLD.match(cue_words) else before_cue
    ahead = AHEAD.search(f"{told} {cue_words}") is not None
    date = around.date_of(chosen, anchor, ahead=ahead)
    if not date and not _WITHOUT_DATE.search(chosen.text):
        return SaidOn()
    may_be = ahead or around.is_of_post(chosen) or not_after(date, around.updated)
    if date and not may_be:
        return SaidOn()
    return SaidOn(date=date, text=with_preposition(chosen, around.text), basis="stated")


def _is_told_in(expression: TimeExpression, outer: Quotation) -> bool:
    """Whether a time stands in what another statement tells."""
    return any(start <= expression.start < end for start, end in outer.content)


def _fuller(expression: TimeExpression, around: Surroundings, end: int) -> TimeExpression:
    """The date that says which day is meant: `Four days later, |on March 3,`."""
    if expression.kind != "ago":
        return expression
    for other in around.expressions_in(expression.end, end):
        named = _NAMED_BESIDE.fullmatch(around.text, expression.end, other.start)
        if named and other.kind in ("calendar", "weekday", "month", "year"):
            return other
    return expression


def _rank(
    expression: TimeExpression, quotation: Quotation, sentence: Span, around: Surroundings
) -> tuple[int, int] | None:
    """How near an expression is to the saying, smaller is nearer; None if it dates no saying."""
    text = around.text
    if _is_told_of_event(expression, quotation, text):
        return (0, 0)
    cues = [start for start, end in quotation.cue if start <= expression.start < end]
    if cues:
        return None if dates_something_else(expression, text) else (0, 0)
    if dates_something_else(expression, text):
        return None
    inside = [span for span in quotation.content if span[0] <= expression.start < span[1]]
    if inside and _closes_act(expression, inside[0], quotation, text):
        return (2, 0)
    if inside:
        return _rank_swallowed(expression, inside[0], quotation, text)
    marks = sorted([*quotation.cue, *quotation.source])
    if any(
        start <= expression.start < end and not any(start <= mark[0] < end for mark in marks)
        for start, end in around.contents_of(sentence[0])
    ):
        return None
    return _rank_beside(expression, quotation, sentence, around)


def _is_told_of_event(expression: TimeExpression, quotation: Quotation, text: str) -> bool:
    """Whether a statement stands in a clause that tells of a time: `since Monday’s debate, when
    Orrin said`; not in what is ahead: `sails on Monday, when Orrin hopes`."""
    if not quotation.source or not any(_PAST.search(text, *cue) for cue in quotation.cue):
        return False
    paragraph = text.rfind("\n", 0, expression.start) + 1
    before = text[max(paragraph, expression.start - _REACH_BACK) : expression.start]
    if _HAD_BEEN.search(before):
        # "Orrin had been talking of the flood of 2013, when Vesna asked …": of the talk.
        return False
    ahead = expression.kind in DAY_KINDS | {"month"}
    if ahead and not (_PAST.search(before) or _AT_EVENT.search(before)):
        # "The team flies on Monday, when Orrin said he would be fit."
        return False
    behind = max(expression.end, quotation.source[0][0])
    return _WHEN_THERE.fullmatch(text, expression.end, behind) is not None


def _rank_beside(
    expression: TimeExpression, quotation: Quotation, sentence: Span, around: Surroundings
) -> tuple[int, int] | None:
    text = around.text
    marks = sorted([*quotation.cue, *quotation.source])
    # "Orrin sailed. On Monday he returned, saying": his name is of another sentence.
    marks = [mark for mark in marks if sentence[0] <= mark[0] < sentence[1]] or marks
    if any(start <= expression.start < end for start, end in quotation.source):
        if _swallowed_by_source(expression, quotation, text):
            return (1, 0)
        return (3, 0) if _dates_source(expression, quotation.source, text) else None
    if any(
        _VERB_BEHIND.match(text, expression.end)
        for start, _ in quotation.cue
        if start == expression.end + 1
    ):
        # "Orrin, who built the quay and sold it, last week said"
        return (1, 0)
    lasts = [end for _, end in marks if end <= expression.start]
    if lasts:
        return _rank_behind(expression, quotation, max(lasts), around)
    return _rank_in_front(expression, quotation, marks[0][0], sentence, around)


def _rank_behind(
    expression: TimeExpression, quotation: Quotation, anchor: int, around: Surroundings
) -> tuple[int, int] | None:
    """The rank of an expression after the cue or the source, which ends at `anchor`; the
    content may stand between."""
    text = around.text
    gap = _outside(text, (anchor, expression.start), quotation.content)
    if _dates_what_is_told(expression, quotation, gap, anchor, text):
        return None
    if _other_cue_between(anchor, expression.start, quotation, around):
        return None
    told = max((end for _, end in quotation.content if end <= expression.start), default=-1)
    if told >= anchor and _DONE_THEN.fullmatch(text, told, expression.start):
        # "Orrin forecast a loss above the figure | predicted in |December"
        return None
    if AHEAD.search(gap) or _SENTENCE_ENDS.fullmatch(gap):
        return None
    relative = [_RELATIVE.fullmatch(text, *span) for span in quotation.source]
    if any(relative) and gap.lstrip().startswith(","):
        # "Orrin, who liked to say so, died on |July 11"
        return None
    gap = ASIDE.sub(" ", gap)
    if I_MET.search(gap):
        # "“It floats,” Orrin recalled, when I visited him in |March."
        return (2, 0)
    if _CLAUSE.search(gap) or _AFTER.search(gap.lower()):
        return None
    words = len(_WORD.findall(gap))
    if words > _LONGEST_GAP and not _is_sister(expression, quotation, text):
        return None
    after_cue = any(end == anchor for _, end in quotation.cue)
    return (1 if after_cue or words <= 1 else 2, words)


def _rank_in_front(
    expression: TimeExpression,
    quotation: Quotation,
    first: int,
    sentence: Span,
    around: Surroundings,
) -> tuple[int, int] | None:
    """The rank of an expression before the cue and the source, which begin at `first`."""
    text = around.text
    reported = _REPORTED_BETWEEN.fullmatch(text, expression.end, first) and not any(
        _RELATIVE.fullmatch(text, *span) for span in quotation.source
    )
    opening = text[sentence[0] : expression.start]
    fronted = _FRONTED.match(LINK.sub("", opening))
    aside = ASIDE.match(text, expression.end, first) if fronted else None
    behind = aside.end() if aside else expression.end
    if not reported and _other_cue_between(behind, first, quotation, around):
        return None
    if any(_WHO.search(text, sentence[0], start) for start, _ in quotation.cue) and any(
        _PRESENT.match(text, *cue) for cue in quotation.cue
    ):
        # "In |January it was paid by Orrin, who backs Vesna."
        return None
    last = _LAST_CLAUSE.match(opening)
    opens = last is not None and not text[expression.end : first].strip(" ,")
    own = opening[last.end() :] if last and opens else LINK.sub("", opening)
    if expression.kind == "decade":
        own = own.removesuffix("the ")
    begun = [start for start, _ in quotation.content if start < first]
    credited = any(_CREDITS.fullmatch(text, *cue) for cue in quotation.cue)
    dateline = text[expression.end : expression.end + 1] == ":"
    if credited and not dateline and any(expression.end <= at for at in begun):
        # "On Monday, the quay shut, according to Orrin."
        return None
    if len(_WORD.findall(own)) <= 1:
        return (1, 0)
    if last and opens and _FRONTED.match(own):
        opening = own.lstrip()
    says = any(_PRESENT.match(text, *cue) for cue in quotation.cue)
    # "Before it burnt in |2005, the office says, few sailed."
    opened = (_OPENS_WHEN.match(opening) and not says) or (
        expression.kind in DAY_KINDS
        and _OPENS_ON_A_DAY.match(opening)
        and not any(_SAY.fullmatch(text, *cue) for cue in quotation.cue)
    )
    if opened and text[expression.end : expression.end + 1] == ",":
        return (3, len(text[expression.end : first].split()))
    if (
        _OPENS_CLAUSE.match(opening)
        or _CLAUSE.search(opening)
        or _AFTER.search(_APPEARING.sub("", opening.lower()))
    ):
        return None
    done = _PLACED.match(opening) and _DONE.search(opening[-40:])
    told = expression.kind in _YEARS or done
    of_saying = (
        _A_DOCUMENT.search(opening)
        or (_AT_THE_TIME.match(opening) and not done)
        or _OF_OCCASION.match(text, expression.end)
        or _dates_event(expression, text)
    )
    if told and not of_saying:
        # "In a village flooded on Monday, Orrin said", "in the mill of 1938".
        return None
    of_content = quotation.kind == "indirect" or any(at < expression.start for at in begun)
    if of_content and any(expression.end <= at for at in begun):
        # "At the summit of 2015, China pledged a loan, Orrin noted."
        return None
    adjoins = any(
        end <= expression.start and not text[end : expression.start].strip(" ")
        for _, end in quotation.content
        if text[end - 1].isalnum()
    )
    if adjoins and text[expression.end : expression.end + 1] == ",":
        # "The mill had asked for help | on Friday|, Orrin said."
        return None
    gap = _outside(text, (behind, first), quotation.content)
    if (
        _WHOSE.match(gap)
        or _OTHER_CLAUSE.match(gap)
        or _BEGUN_BY.search(gap)
        or _FULL_STOP.match(text, expression.end)
    ):
        # "He was jailed on |Monday, a day after Orrin said so", "… but Orrin said"
        return None
    if (AHEAD.search(opening) and _CLAUSE.search(gap)) or (
        _MAY_BE.search(opening) and _BUT.match(gap)
    ):
        # "They will meet on Friday, and Orrin said so.", "could meet on Friday, though"
        return None
    clause = _NEXT_CLAUSE.match(gap)
    day = expression.kind in DAY_KINDS
    now = any(
        _SAY.fullmatch(text, *cue) or (day and _PERFECT.match(text, *cue)) for cue in quotation.cue
    )
    apart = not of_saying and quotation.nested_in is None
    if ((says or now) and _JOINED.search(gap)) or (now and apart):
        # "Orrin told them on |May 12 that it sails, but the crew say that it leaks.", "With a
        # race due in |May, the crew believe that it sails."
        return None
    joined = now and clause and not clause[0].endswith(("when", "while"))
    if clause and (joined or not _PAST.search(opening)):
        # "They play Tolland on |Friday, and Orrin hopes so.", "It closed on |Friday, and
        # Orrin says it leaks."
        return None
    return (3, len(gap.split())) if len(_WORD.findall(gap)) <= _LONGEST_GAP else None


def _is_sister(expression: TimeExpression, quotation: Quotation, text: str) -> bool:
    """Whether the cue is the next verb behind a time of the same subject's."""
    if expression.kind not in DAY_KINDS:
        return False
    return any(
        expression.end <= start and _SISTER.fullmatch(text, expression.end, start)
        for start, _ in quotation.cue
    )


def _dates_what_is_told(
    expression: TimeExpression, quotation: Quotation, gap: str, anchor: int, text: str
) -> bool:
    """Whether an expression behind the source or cue belongs to an apposition or, a year, to
    the content: `the Fund, founded in 1938, said`, `Orrin said the mill was built | in 1938`."""
    after_source = any(end == anchor for _, end in quotation.source)
    cue_follows = any(start >= expression.end for start, _ in quotation.cue)
    apposed = _APPOSED.match(_BY_CONTRAST.sub("", gap))
    if after_source and cue_follows and apposed and not _AT_OCCASION.match(gap):
        return True
    before = [(start, end) for start, end in quotation.content if anchor <= end <= expression.start]
    if _is_of_work(expression, text):
        return False
    if expression.kind not in _YEARS:
        return closes_what_is_ahead(expression, before, text)
    clause = any(_FINITE.search(text, start, end) for start, end in before)
    resumed = re.fullmatch(r"\s*,\s*(?:in|back in)\s*", gap) is not None
    return clause or resumed


def closes_what_is_ahead(expression: TimeExpression, contents: Sequence[Span], text: str) -> bool:
    """Whether a time goes on with a content that tells what is ahead: `Asked whether he would play
    | on Wednesday|`, `announced that they would sail | on |Monday|`."""
    return any(
        _FUTURE.search(text, start, end)
        and text[end : expression.start].strip(" ").lower() in ("", "on")
        for start, end in contents
        if end <= expression.start
    )


def _swallowed_by_source(expression: TimeExpression, quotation: Quotation, text: str) -> bool:
    """Whether a day ends a source right in front of its cue: `Mayor Orrin |earlier in the day|
    said`; not the day of a relative clause: `the draft that goes out on |Monday| speaks of`."""
    if _CLAUSE.search(text, quotation.source[0][0], expression.start):
        return False
    return expression.kind in ("weekday", "deictic", "during") and any(
        expression.end <= start and not text[expression.end : start].strip()
        for start, _ in quotation.cue
    )


def _dates_source(expression: TimeExpression, source: Sequence[Span], text: str) -> bool:
    """ "A 2014 study" and "Orrin on Tuesday", but not "Orrin, who retired in 2014"."""
    if _CLAUSE.search(text, source[0][0], expression.start):
        return False
    if expression.kind in ("weekday", "deictic", "relative"):
        return True
    return any(_A_DOCUMENT.search(text, start, end) for start, end in source)


def _rank_swallowed(
    expression: TimeExpression, content: Span, quotation: Quotation, text: str
) -> tuple[int, int] | None:
    """An expression that a span of content took in: "said | Tuesday that he would go"."""
    before = text[content[0] : expression.start]
    silent = _TO_SPEAK.match(text, content[0]) is not None
    if silent and expression.kind in DAY_KINDS and expression.end == content[1]:
        return (2, 0)
    on_it = expression.text.lower().startswith("on ") or _ON.search(before)
    if on_it and _ON_AIR.match(text, expression.end) and not _is_open(before):
        return (2, 0)
    if expression.kind not in DAY_KINDS | {"relative"}:
        return None
    if expression.end == content[1] and _IS_SO_AT.search(before) and not _is_open(before):
        return (2, 0)
    if _WORD.search(text, content[0], expression.start) and not re.fullmatch(
        r"\s*(?:on|late|early)\s+", text[content[0] : expression.start]
    ):
        return None
    follows_cue = any(
        0 <= content[0] - end <= 2 and not _ABOUT.search(text, start, end)
        for start, end in quotation.cue
    )
    if not follows_cue or _SUBJECT.match(text, expression.end):
        return None
    return (1, 0)


def _closes_act(expression: TimeExpression, content: Span, quotation: Quotation, text: str) -> bool:
    """Whether a time ends the object of a verb that is told more of, or of the sentence:
    `recommended the closure in |December|, saying`, `declared a disaster in |February|`; not what
    is ahead: `announced a sale on |Monday`."""
    before = text[content[0] : expression.start]
    short = len(_WORD.findall(before)) <= _LONGEST_OBJECT
    clause = not short or _CLAUSE_OPENS.search(before) or _FINITE.search(before) or _is_open(before)
    plans = any(_NO_ACT.search(text, start, end) for start, end in quotation.cue)
    if clause or plans:
        return False
    acted = any(_ACTED.match(text, *cue) and cue[1] <= content[0] for cue in quotation.cue)
    ends = acted and expression.kind in _NAMED_TIMES and expression.end == content[1]
    # "dismissed the offer | made in December": of the offer.
    if ends and not _DONE_THEN.search(text, content[0], expression.start):
        return _SENTENCE_CLOSES.match(text, expression.end) is not None
    return _TELLS_MORE.match(text, expression.end) is not None


def _is_open(words: str) -> bool:
    """Whether a quotation is open at the end of some words."""
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def dates_something_else(expression: TimeExpression, text: str) -> bool:
    """Whether an expression is a bound of time, or belongs to a noun that is no saying."""
    before = text[max(0, expression.start - 24) : expression.start]
    if expression.kind == "ago" and _COUNTED_FROM_NEXT.match(text, expression.end - 6):
        return True
    if expression.kind == "recent" and _FIELD_TIME.search(before):
        return True
    closed = text[expression.end : expression.end + 1] == ")"
    if closed and _CITED.search(text, max(0, expression.start - _REACH_BACK), expression.start):
        return True
    if _GIVEN.search(text, max(0, expression.start - _REACH_BACK), expression.start):
        return True
    of_occasion = _OF_OCCASION.match(text, expression.end) is not None
    if of_occasion and _TOLD_OF.search(text[max(0, expression.start - 40) : expression.start]):
        return True
    if _POSSESSIVE.match(text, expression.end):
        own = re.match(r"on ", expression.text, re.IGNORECASE)
        return not (of_occasion and (own or _BEFORE_OCCASION.search(f" {before}")))
    if _dates_event(expression, text):
        return False
    if of_occasion and _DETERMINER.search(before):
        return _SINCE.search(before) is not None
    if expression.kind == "deictic" and before.lower().endswith(("even ", "still ", "to ")):
        # "quarrels which, even today, go on"
        return True
    if expression.kind in ("weekday", "feast") and (
        _OF_MANY.search(before) or _USUALLY.match(text, expression.end)
    ):
        return True
    if _COMPARED.search(text, max(0, expression.start - _REACH_OF_CLAUSE), expression.start):
        return True
    if _BOUND.search(before) and not _PART_OF.search(before):
        return True
    if _DETERMINER.search(before) and _NOUN_AFTER.match(text, expression.end):
        # "at a May 5 breakfast", whatever it is that one is at
        return expression.kind not in DAY_KINDS or _AT_A.search(before) is None
    if expression.kind in ("year", "decade", "month", "ordinal"):
        if _is_of_work(expression, text):
            return False
        needs_preposition = len(expression.text.split()) == 1 or expression.kind == "ordinal"
        return needs_preposition and not _PREPOSITION.search(before)
    return False


def _is_of_work(expression: TimeExpression, text: str) -> bool:
    """Whether a year in brackets is that of the book in which something is said."""
    before = text[max(0, expression.start - _REACH_OF_CLAUSE) : expression.start]
    closed = text[expression.end : expression.end + 1] == ")"
    return expression.kind == "year" and closed and _IN_A_WORK.search(before) is not None


def _dates_event(expression: TimeExpression, text: str) -> bool:
    """Whether a time is that of an event at which something may be said."""
    before = text[max(0, expression.start - 24) : expression.start]
    return bool(_DURING.search(before) and _OF_EVENT.match(text, expression.end))


def _other_cue_between(start: int, end: int, quotation: Quotation, around: Surroundings) -> bool:
    own = set(quotation.cue)
    at = bisect_left(around.cues, (start, 0))
    while at < len(around.cues) and around.cues[at][0] < end:
        if around.cues[at] not in own:
            return True
        at += 1
    return False


def _outside(text: str, span: Span, holes: Sequence[Span]) -> str:
    start, end = span
    kept = []
    for hole_start, hole_end in sorted(holes):
        if hole_end <= start or hole_start >= end:
            continue
        kept.append(text[start:hole_start])
        start = max(start, hole_end)
    kept.append(text[start:end])
    return " ".join(kept)


def with_preposition(expression: TimeExpression, text: str) -> str:
    before = text[max(0, expression.start - 10) : expression.start]
    # "in Monday’s debate": on Monday, not in it.
    owned = _POSSESSIVE.match(text, expression.end)
    words = r"late|early" if owned else r"on|in|at|over|during|late|early|the"
    match = re.search(rf"\b(?:{words})\s+$", before, re.IGNORECASE)
    start = expression.start - (len(match[0]) if match else 0)
    end = expression.end
    if "(" in expression.text and text[end : end + 1] == ")":
        # "on Monday (July 25)"
        end += 1
    return " ".join(text[start:end].split())
