"""What is told in a headline, and by whom.

Headlines attribute in shapes of their own: `Bees gone by 2030: study`, `Ferry 'unsafe' - crew`,
`'We ran': neighbours describe blast`. Their first words may name the kind of article (`Q&A:`,
`Explainer:`), who says nothing. A headline is a text for itself: nobody in it speaks in the body.
"""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.annotate.quotations.idioms import wording
from pipeline.annotate.quotations.speech_shape import word_count
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import tokens
from pipeline.annotate.text.cue_words import SAYING, SPEAKING, words_of
from pipeline.annotate.text.lexicon import (
    DETERMINERS,
    GROUP_NOUNS,
    MEDIA_NOUNS,
    PERSON_AND_BODY_NOUNS,
    PERSON_NOUNS,
)
from pipeline.annotate.text.nouns import singular

_KINDS = words_of(
    "q&a analysis explainer interview letters profile obituary review editorial opinion comment"
    " exclusive live watch video podcast gallery transcript recap column feature factbox"
)
_DOCUMENTS = words_of("study studies survey poll report research data figures memo filing lawsuit")
_INITIALS = words_of("pm fm mp ceo coo cfo")
_CREDITED = re.compile(
    r"(?P<told>\S.*?\S) ?(?P<cue>:|(?<= )[-–—]) (?P<who>[^\W\d_][\w’'&.-]*(?: [\w’'&.-]+){0,3})"
)
_CREDITED_BEHIND = re.compile(
    r"(?P<told>[^;]+?), (?:(?P<cue>says?|claims?|warns?)"
    r" (?P<who>[^\W\d_][\w’'&.-]*(?: [\w’'&.-]+){0,3})"
    r"|(?P<body>[a-z][\w’'-]*(?: [\w’'-]+){0,2}) (?P<verb>says?|finds?|shows?|warns?|claims?"
    r"|suggests?|believe))(?:; .*)?"
)
"""`Bees gone by 2030, |says| |Brooks|; farms shut`, `Bees forget their way, |researchers find|`."""
_SPOKEN = re.compile(r"(?P<told>[‘'“\"].+?[’'”\"]) ?(?P<cue>:|(?<= )[-–—]) (?P<who>[^\W\d_].*)")
_SPEAK = (
    SAYING
    | SPEAKING
    | words_of(
        "on speak speaks sue sues slam slams relive relives react reacts mourn mourns remember"
        " remembers protest protests accuse question questions beg"
    )
)
"""Verbs by which the subject of a headline speaks; `Mother |on| losing her son`."""
_SPEAKER_BEHIND = re.compile(
    r",? (?P<cue>says?|said|claims?|warns?|asks?|tells?) (?P<who>[^\W\d_][^,;:‘’“”\"]{1,60})"
)
"""`'We ran,' |says| |Brooks|`."""
_ASKING = words_of("what how why who when where which")
_FEWEST_TOLD = 3
_LONGEST_WHO = 4
_CONFIDENCE = 0.6


def mend_headline(sheet: StatementSheet) -> None:
    """Part the headline's statements from the body's, and find who is credited in it."""
    if not sheet.title_end:
        return
    for statement in sheet.living():
        _keep_to_itself(sheet, statement)
        _take_speaker_behind(sheet, statement)
    title = sheet.text[: sheet.title_end]
    found = _spoken(sheet, title) or _credited(sheet, title)
    if found is not None and not _is_known(sheet, found):
        sheet.add(found)


def _keep_to_itself(sheet: StatementSheet, statement: Statement) -> None:
    """Take from a statement what stands on the other side of the headline's end."""
    end = sheet.title_end
    if not statement.cue:
        return
    inside = statement.cue[0][0] < end
    crosses = bool(statement.source) and (statement.source[0][0] < end) != inside
    # "Pool must close, says Brooks" and, in a second headline, "Calls for new law".
    if crosses and not sheet.begins_paragraph(statement.cue[0][0]):
        statement.source = ()
    if not inside:
        return
    cue = sheet.text[slice(*statement.cue[0])]
    if cue == ":" and wording(sheet, statement.source).lower() in _KINDS:
        sheet.remove(statement)
        return
    kept = [piece for piece in statement.content if piece[0] < end]
    semicolon = sheet.text.find("; ", *kept[-1]) if kept and not cue.endswith(":") else -1
    if semicolon > 0:
        # "US urges calm; Port “gravely concerned”": the headline of another story.
        kept[-1] = (kept[-1][0], semicolon)
    sheet.reset(statement, kept)


def _take_speaker_behind(sheet: StatementSheet, statement: Statement) -> None:
    """`|Council row grows:| 'We ran,' says Brooks`: what is quoted is his."""
    if not statement.content or not statement.cue or statement.cue[-1][0] > statement.start:
        return
    end = statement.content[-1][1]
    if end > sheet.title_end or sheet.text[statement.cue[-1][1] - 1] != ":":
        return
    title = sheet.text[: sheet.title_end].rstrip()
    behind = _SPEAKER_BEHIND.fullmatch(title, end)
    if behind and sheet.marks_within(statement.start, end) and sheet.is_free(*behind.span()):
        sheet.unsign(statement)
        statement.cue, statement.source = (behind.span("cue"),), (behind.span("who"),)


def _credited(sheet: StatementSheet, title: str) -> Statement | None:
    """`Bees gone by 2030: study`, `Ferry 'unsafe' - crew`, `We will win, says Brooks`."""
    match = _CREDITED.fullmatch(title)
    if match is not None:
        told, cue, who = (match.span(part) for part in ("told", "cue", "who"))
    elif (match := _CREDITED_BEHIND.fullmatch(title)) is not None:
        parts = ("told", "cue", "who") if match["who"] else ("told", "verb", "body")
        told, cue, who = (match.span(part) for part in parts)
    else:
        return None
    if not _is_speaker(sheet, title[slice(*who)], title[slice(*cue)]):
        return None
    if word_count(title, *told) < _FEWEST_TOLD or sheet.attributing(*who):
        return None
    return Statement([told], (cue,), (who,), confidence=_CONFIDENCE)


def _is_speaker(sheet: StatementSheet, who: str, cue: str) -> bool:
    """Whether the last words of a headline are who told the rest: a noun, or a name that speaks
    in the body."""
    words = who.split()
    last = words[-1].lower()
    if words[0].lower() in DETERMINERS | _ASKING:
        return False
    if cue in "-–—" and not words[0].islower():
        # "Bridge shut - The Island Post"
        return False
    people = [word for word in words[:-1] if singular(word) != word]
    if any(singular(word) in PERSON_NOUNS for word in people):
        # "'They lied': swimmers leave council"
        return False
    known = singular(last) in PERSON_AND_BODY_NOUNS | _INITIALS or last in GROUP_NOUNS | _DOCUMENTS
    if known and last not in MEDIA_NOUNS:
        return True
    return words[-1][0].isupper() and _speaks_below(sheet, who)


def _speaks_below(sheet: StatementSheet, name: str) -> bool:
    sources = (sheet.text[start:end] for s in sheet.living() for start, end in s.source)
    return any(f" {name} " in f" {' '.join(re.findall(r'[^ ,]+', source))} " for source in sources)


def _spoken(sheet: StatementSheet, title: str) -> Statement | None:
    """`'We ran': neighbours describe blast`, where a verb behind them tells that they speak."""
    match = _SPOKEN.fullmatch(title)
    if match is None:
        return None
    told, start = match.span("told"), match.start("who")
    if not any((mark.start, mark.end) == told for mark in sheet.marks_within(*told)):
        return None
    words = tokens(title, start, len(title), _LONGEST_WHO + 1)
    for before, verb in pairwise(words):
        people = singular(before.low) in PERSON_NOUNS or before.low in GROUP_NOUNS
        if people and verb.low in _SPEAK:
            return Statement(
                [told], (match.span("cue"),), ((start, before.end),), confidence=_CONFIDENCE
            )
    return None


def _is_known(sheet: StatementSheet, found: Statement) -> bool:
    """Whether some statement has the same words."""
    start, end = found.content[0]
    return any(
        held.start <= start and end <= held.end
        for held in map(sheet.statements.__getitem__, sheet.holders(start, end))
    )
