"""Clauses inside a statement by which somebody else says something: `my father told me that …`.

Words alone tell them: a plain subject, a verb of saying and what it may govern. Such a clause
stands at the head of a sentence, behind a conjunction (`… and |she told me| it was late`), is the
second verb of its sentence (`|He| waved and |said| he would be back`), or is a passive that names
who speaks (`I had been |told| by |a man in town| that …`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.annotate.text.clauses import (
    BE,
    POINTING,
    Attributing,
    Token,
    hearer_end,
    is_adverb,
    is_cue,
    is_noun,
    noun_phrase,
    relative_end,
    sentences,
    subject,
    tokens,
)
from pipeline.annotate.text.cue_words import (
    BOUNDARIES,
    DAYS,
    DETERMINERS,
    FIRST_AND_SECOND,
    OF_AND_ABOUT,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    THINKING,
    TRANSITIVE,
    words_of,
)
from pipeline.records import Span

_SUBJECT_REACH = 12
_OPENING = 2 * _SUBJECT_REACH
_COMPLEMENT_REACH = 8
_JOINED_REACH = 6
_SHORTEST = 25
_AFTER_THAT = words_of("same day week month year night evening morning")
_CLAUSAL = words_of("said says say saying") | POINTING | THINKING
_DESCRIBING = words_of("suspected alleged reported supposed accused believed")
_TELLING = words_of(
    "told tells tell telling assured assures informed informs warned warns advised reminded"
)
_BIDDING = words_of("told tells tell telling asked asks ask advised advises urged urges warned")
"""Verbs that tell somebody `to` do something."""
_ASKING = words_of("asked asks ask asking wondered wonders")
_OWNING = words_of("my our your")
_QUESTIONING = words_of("if whether why what how when where who")
_JOINING = words_of("and but when because so while after before")
_NOMINATIVE = words_of("i he she they we it there")
_DOING = words_of("i he she they we")
_VAGUE = words_of("everything something anything nothing what yes hello goodbye hers")
"""Words that open no clause behind a verb of saying: `she says |what| they think`."""
_SINCE = words_of("since before after")
_TIMES = DAYS | words_of("on night morning evening afternoon once twice repeatedly")
_NO_OTHER = words_of("you that to for if whether about how what not")
_FINITE = BE | PRONOUNS | words_of("has have had will would can could")
_OTHERS = words_of("he she they someone somebody everyone everybody")
_NOT_OF_ONE = "who|that|which|I|he|she|they|we|you|it"
_PAST = (
    r"(?:\w+ed|came|went|rang|got|took|stood|sat|ran|put|gave|met|found|made|held|brought|drew"
    r"|wrote|spoke|knew|shook|left|had|has|was|were|would|comes|calls|goes|looks|turns)"
)
_COORDINATED = re.compile(
    r"(?:(?:and|but|so|then|when|well),? )*"
    r"(?P<who>(?:I|he|she|they|we|you|someone|somebody|one of them)\b(?![’'])"
    rf"|(?:(?:the|an?|my|our|his|her|their) (?:[\w-]+ ){{0,2}}?[\w-]+|(?-i:[A-Z][\w.-]+"
    rf"(?: [A-Z][\w.-]+){{0,2}}))(?= {_PAST} ))"
    rf"(?:(?!\b(?:{_NOT_OF_ONE})\b)[^.!?;:]){{2,120}}? "
    r"and (?:then |just |even )?"
    r"(?P<cue>said|says|asked|told(?: (?:me|him|her|them|us))?|went|goes)(?P<comma>,?) ",
    re.IGNORECASE,
)
"""`|I| rang her and |said|, ‘…’`: the subject of the verb before is that of saying too."""
_NOT_BY_WHOM = (
    "that|to|not|if|whether|and|or|but|who|which|e-?mail|phone|telephone|letter|text|post|fax"
)
_AT_A_TIME = "at|on|during|after|before|last|this"
_TOLD_BY = re.compile(
    r"\b(?:been|being|was|were|am|is|are|get|got) (?:also |then |once )?"
    r"(?P<cue>told|asked|advised|warned|assured|informed|urged|reminded) by "
    rf"(?P<who>(?:(?!(?:{_NOT_BY_WHOM}|{_AT_A_TIME})\b)[\w’'-]+ ){{1,7}}?)"
    rf"(?:(?:{_AT_A_TIME}) (?:(?!that\b)[\w’'-]+ ){{1,4}}?)?"
    r"(?=that |not to |to |if |whether |(?:I|he|she|they|we|it|there) )"
)
_HAS_BEEN = (
    r"\b(?:(?:has|have|had) been|(?<=[’']ve )been|(?<=[’'][ds] )been|was|were|is|are|am)"
    r" (?:also |then |only |later )?"
)
_IS_TOLD = re.compile(
    rf"(?P<cue>{_HAS_BEEN}(?:told|informed|advised|warned|assured))"
    r"(?: (?:(?:by|in|at|on|over) [\w’'-]+(?: [\w’'-]+){0,3}?|last \w+|yesterday))?"
    r" (?=that |(?:I|he|she|they|we|it|there) |(?:the|an?|h(?:er|is)|their|its|my|our)"
    r" (?:[\w’'-]+ ){1,4}?(?:is|are|was|were|will|would|had|has|have|could|can|must|should)\b)"
    rf"|(?P<bid>{_HAS_BEEN}(?:told|advised|warned)) (?=(?:not )?to [a-z])"
)
"""`She |had been told| to wait`: by nobody who is named."""
_GOES_ON = re.compile(r",? (?:and|but) (?:that|I|he|she|they|we)\b")
_AND_DID = re.compile(
    r", (?:adding|(?:and|but) (?:did|had|has|have|was|were|went|left|[a-z]+ed))\b"
)
_SUBORDINATE = re.compile(r"(?:although|though|while|when|after|if|because|since|as|once)\b", re.I)
_WHO_TOLD = re.compile(
    r"\b(?P<who>(?:an?|the|one|two|three|several|his|her|their|my|our) "
    r"(?:(?!(?:that|who|which|and|but|or|an?|the|his|her|at|of|in|from|for|with|to|by)\b)"
    r"[\w’'-]+ ){1,3}?"
    r"(?:(?:at|of|in|from|for|with) (?:(?:an?|the|his|her|their) )?(?:[\w’'-]+ ){1,3}?)?)"
    r"who (?:(?:had|has|have|then|later) )?(?P<cue>told (?:me|him|her|them|us)) "
    r"(?=that |(?:the|an?|his|her|their|its|this|there|I|he|she|they|we|it) |[a-z]+ [a-z]+s? w)"
)
"""`She had met |a clerk at the mill| who |told her| it would close`."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A statement found inside another."""

    content: tuple[Span, ...]
    source: Span | None
    """None where nobody is told to have said it."""
    cue: Span


def coordinated(text: str, floor: int, start: int) -> Attributing | None:
    """Who says what opens in marks at `start`, where their verb is the second of the sentence."""
    before = sentences(text, floor, start)
    told = _COORDINATED.fullmatch(text, before[-1][0], start) if before else None
    return Attributing(told.span("who"), told.span("cue")) if told else None


def clause_statements(text: str, start: int, end: int, *, direct: bool) -> list[Inner]:
    """What others are told to have said in a sentence, as far as it is plain."""
    opening = _opening_clause(text, start, end, direct=direct)
    if end - start < _SHORTEST:
        return [opening] if opening else []
    joined = _joined_clause(text, start, end)
    if opening is not None:
        after = joined is not None and opening.content[-1][1] < joined.cue[0]
        return [opening, joined] if joined and after else [opening]
    found = _told_by(text, start, end) or joined or _second_verb(text, start, end, direct=direct)
    found = found or _told_by_nobody(text, start, end)
    return [found] if found else []


def _told_by(text: str, start: int, end: int) -> Inner | None:
    """`I had been |told| by |a man in town| it was late`."""
    told = _TOLD_BY.search(text, start, end) or _WHO_TOLD.search(text, start, end)
    if told is None or told["who"].split()[0].lower() in FIRST_AND_SECOND:
        return None
    content = (told.end(), _without_end_mark(text, told.end(), end))
    source = (told.start("who"), told.end("who") - 1)
    return Inner((content,), source, told.span("cue"))


def _told_by_nobody(text: str, start: int, end: int) -> Inner | None:
    """`They |had been told| to expect it in May`, with no source."""
    told = _IS_TOLD.search(text, start, end)
    if told is None:
        return None
    cue = told.span("cue" if told["cue"] else "bid")
    stop = _without_end_mark(text, told.end(), end)
    further = _AND_DID.search(text, told.end(), stop)
    further = further or (_GOES_ON.search(text, told.end(), stop) if told["bid"] else None)
    comma = text.find(", ", told.end(), stop) if _SUBORDINATE.match(text, start) else -1
    stop = further.start() if further else comma if comma > 0 else stop
    return Inner(((told.end(), stop),), None, cue)


def _joined_clause(text: str, start: int, end: int) -> Inner | None:
    """`I went to her and |she has assured me| that …`: a clause behind a conjunction."""
    words = tokens(text, start, end)
    for lead in range(2, len(words) - 3):
        if words[lead - 1].low not in _JOINING or not _begins_clause(words, lead):
            continue
        for verb in range(lead + 1, min(len(words) - 2, lead + _JOINED_REACH)):
            if is_cue(words, verb):
                found = _said_clause(text, words, lead, verb, end, direct=True)
                if found is not None:
                    return found
                break
            if not words[verb].is_word or words[verb].low in BOUNDARIES - BE:
                break
    return None


def _begins_clause(words: list[Token], lead: int) -> bool:
    """Whether a subject may begin behind a conjunction; not the second half of one: `Ada and
    |the clerk|`, `both he and |Ada|`."""
    word, before = words[lead], words[: lead - 1]
    if word.low in _OTHERS:
        return before[-1].low not in PRONOUNS
    if not word.text[0].isupper() and word.low not in DETERMINERS:
        return False
    told = any(each.low in _FINITE for each in before)
    return words[lead - 1].low != "and" or (told and before[-1].text == ",")


def _second_verb(text: str, start: int, end: int, *, direct: bool) -> Inner | None:
    """`|He| waved to me and |said| he would be back`."""
    told = _COORDINATED.match(text, start, end)
    if told is None or told["comma"] or told["who"].lower() in FIRST_AND_SECOND:
        return None
    words = tokens(text, start, end)
    verb = next(i for i, word in enumerate(words) if word.start == told.start("cue"))
    at = _complement(words, verb, direct=direct)
    return _inner(text, words, verb, at, told.span("who"), end)


def _opening_clause(text: str, start: int, end: int, *, direct: bool) -> Inner | None:
    # Most sentences attribute nothing, which their beginning tells.
    words = tokens(text, start, end, _OPENING)
    lead = 0
    while lead < len(words) and words[lead].low in ("that", "and", "but", "then"):
        lead += 1
    if len(words) - lead > 4 and [w.low for w in words[lead : lead + 2]] == ["according", "to"]:
        return _according(tokens(text, start, end), lead, text, end)
    for at in range(lead + 1, min(len(words) - 2, lead + _SUBJECT_REACH)):
        if is_cue(words, at):
            words = tokens(text, start, end)
            return _said_clause(text, words, lead, at, end, direct=direct)
        if not words[at].is_word and words[at].text != ",":
            return None
        if words[at].low in BOUNDARIES and words[at].low not in ("is", "was", "were", "are", "who"):
            return None
    return None


def _said_clause(
    text: str, words: list[Token], lead: int, verb: int, end: int, *, direct: bool
) -> Inner | None:
    source = subject(words, verb)
    if source is None or source[0] != words[lead].start or is_noun(words, lead, verb):
        return None
    first = words[lead].low.split("'")[0]
    if first in _OWNING and verb - lead > 1:
        # "My father told me": another than the speaker.
        first = words[lead + 1].low
    if first == "nobody" or words[verb - 1].low == "never":
        return None
    # "that he thinks", "I said": as a rule the speaker himself, and no other's statement.
    told_another = direct and first in ("i", "we") and _tells_another(words, verb)
    if (first in FIRST_AND_SECOND and not told_another) or first == "it":
        return None
    if words[verb].low not in SAYING | POINTING and (direct or first in PRONOUNS):
        return None
    describes = words[verb].low in _DESCRIBING and words[verb - 1].low.endswith("ing")
    if describes or _is_told(words, verb):
        # "operations involving suspected …", "one of us was informed that …"
        return None
    at = _complement(words, verb, direct=direct)
    return _inner(text, words, verb, at, source, end)


def _inner(
    text: str, words: list[Token], verb: int, at: int | None, source: Span, end: int
) -> Inner | None:
    """The statement whose words begin at the token `at`, unless they are none to speak of."""
    if at is None or sum(word.is_word for word in words[at:]) < 3 - (words[at].low == "of"):
        return None
    cue = (words[_cue_start(words, verb)].start, words[hearer_end(words, verb) - 1].end)
    first = words[at].start
    stop = _without_end_mark(text, first, _answer(words, at, source, end))
    stop = relative_end(text, (source[1], cue[0]), (first, stop))
    return Inner(((first, stop),), source, cue)


def _answer(words: list[Token], at: int, source: Span, end: int) -> int:
    """Where what is told from a token on ends: somebody answers, `I asked when it sailed |and she
    told me …`, does as bidden, `asked me to stay |and I did|`, or the statement around it goes on,
    `that she told him it leaked|, and that it sank|`; else `end`."""
    for lead in range(at + 3, len(words) - 1):
        if words[lead - 1].low not in ("and", "but"):
            continue
        if words[at].low == "to" and words[lead].low in _DOING:
            return words[lead - 1].start
        if words[lead].low == words[0].low == "that" and words[lead - 2].text == ",":
            return words[lead - 2].start
    own = next(word.low for word in words if word.start >= source[0])
    for lead in range(at + 3, len(words) - 2):
        another = words[lead].low in ("he", "she", "they") and words[lead].low != own
        if another and words[lead - 1].low in ("and", "but") and words[lead + 1].low in SAYING:
            return words[lead - 1].start if is_cue(words, lead + 1) else end
    return end


def _cue_start(words: list[Token], verb: int) -> int:
    """Where a cue begins: with the words that say it was earlier, `|had| told`, `|used to| say`."""
    at = verb - 1
    while at > 1 and is_adverb(words[at]):
        at -= 1
    if [word.low for word in words[max(0, at - 1) : at + 1]] == ["used", "to"]:
        return at - 1
    return at if at > 0 and words[at].low == "had" else verb


def _tells_another(words: list[Token], verb: int) -> bool:
    """Whether what was said once is told, and to whom: `I |told him| …`; not `I told you`."""
    hearer = words[verb + 1].low if verb + 1 < len(words) else ""
    return words[verb].low in ("told", "asked") and hearer not in _NO_OTHER


def _is_told(words: list[Token], verb: int) -> bool:
    """Whether a verb is passive: its subject hears or is told, as in `the plan was announced`."""
    at = verb - 1
    while at > 0 and is_adverb(words[at]):
        at -= 1
    return words[at].low in BE and not words[verb].low.endswith("ing")


def _complement(words: list[Token], verb: int, *, direct: bool) -> int | None:
    """Index of the token at which what was said begins; None where it is not plain."""
    first = at = hearer_end(words, verb)
    low = words[verb].low
    tells = low in _TELLING
    while at < len(words) and words[at].is_word and at - verb < _COMPLEMENT_REACH:
        here = words[at].low
        if here == "that" and (at + 1 == len(words) or words[at + 1].low not in _AFTER_THAT):
            leads = words[first].low in PREPOSITIONS or words[first].low in DAYS
            return at if tells or leads or at == first else None
        if at > verb + 1 and _opens_told(words, verb, at):
            return at
        if here in BOUNDARIES - _SINCE or (here in SAYING and not here.endswith("ing")):
            break
        at += 1
    at = first
    while at < len(words) and words[at].low in _TIMES:
        at += 1
    if at >= len(words) or not words[at].is_word or words[at].low == "so":
        return None
    if low in _ASKING and words[at].low in _QUESTIONING:
        return at
    if words[at].low in PREPOSITIONS:
        opens = low in OF_AND_ABOUT and words[at].low in ("of", "about", "against")
        warns = first > verb + 1 and low.startswith("warn")
        return at if opens and (warns or not direct) else None
    if words[at].low in _SINCE or (words[at].low in _VAGUE and low not in TRANSITIVE):
        return None
    if low in _CLAUSAL or (tells and first > verb + 1 and words[at].low != "to"):
        return at
    return at if not direct and low in TRANSITIVE and words[at].low != "to" else None


def _opens_told(words: list[Token], verb: int, at: int) -> bool:
    """Whether what somebody hears begins at a token behind their mention: `asked a nurse
    |whether| …`, `told friends |he| would stay`, `advised her |to| go`."""
    low, here = words[verb].low, words[at].low
    if low in _ASKING and here in _QUESTIONING:
        return True
    if (
        low in _TELLING
        and here.split("'")[0] in _NOMINATIVE
        and words[at - 1].low not in PREPOSITIONS
    ):
        return True
    after = words[at + 1].low if at + 1 < len(words) else ""
    return low in _BIDDING and (here == "to" or (here == "not" and after == "to"))


def _according(words: list[Token], at: int, text: str, end: int) -> Inner | None:
    source = noun_phrase(words, at + 2)
    if source is None:
        return None
    rest = next((i for i, word in enumerate(words) if word.start >= source[1]), len(words))
    if rest >= len(words) - 2 or words[rest].text != ",":
        return None
    cue = (words[at].start, words[at + 1].end)
    content = (words[rest + 1].start, _without_end_mark(text, words[rest + 1].start, end))
    return Inner((content,), source, cue)


def _without_end_mark(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    return end
