"""Turns of interviews and transcripts: a label, a colon, and all that is said in the turn.

    STONE: Will it hold?
    AB: It held in 1987.

A label alone proves nothing (`Date: Monday`); labels that come again and take turns with
one another do. Those of questions and answers may be numbered (`Q1:`, `A1:`). A turn is
one statement, told word for word; a paragraph without a label goes on with it where it
speaks in the first or second person and another turn follows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.annotate.quotations.speech_shape import is_speech
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.cue_words import FIRST_AND_SECOND, lowered
from pipeline.annotate.text.marks import QuotedSpan
from pipeline.annotate.text.turn_labels import QUESTION, question_or_answer
from pipeline.records import Span

_LABEL = re.compile(
    r"[\"“]?(?P<label>(?P<name>The(?: (?:[A-Z][\w.’'\-]{0,24}|of|for|the|and)){1,9}"
    r"|[A-Z][\w.’'\-]{0,24}(?: (?:[A-Z]|van|de|der|von|bin|al)[\w.’'\-]{0,24}){0,4})"
    r"(?:,[^.:;!?\n“”\"]{2,50}| (?:--?|[–—]) [^:;!?\n“”\"]{2,60}"
    r"|(?: \([^:;!?\n“”\"]{1,60}\)){1,2}(?:, [A-Z .]{2,30})?)?)"
    r"(?P<colon>:)\s+(?=\S)"
)
_NUMBERED = re.compile(
    r"[\"“]?(?P<label>(?:Q|A|Question|Answer|QUESTION|ANSWER)\.? ?\d{1,3}) ?(?P<colon>[:.)])"
    r"\s+(?=\S)"
)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_STAGE = ("(", "[", "*")
_SENTENCE_ENDS = frozenset(".!?…:;)")
_ASKING = frozenset(("who", "what", "when", "where", "why", "how", "re", "price", "terms"))
"""Labels of a list."""
_FEWEST_CHANGES = 3
_FEWEST_ADDRESSED = 2
_LONGEST_GAP = 4
_LONGEST_ANSWER = 40
"""Paragraphs from one label to the next; of an answer, where questions are labelled so."""
_TURN = 0.9


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a conversation."""

    label: Span
    colon: Span
    pieces: tuple[Span, ...]
    """What is said, a piece a paragraph."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    paragraph: int
    key: str
    """What two labels of one participant share."""
    initials: str
    """Of a label of several names; else empty."""
    label: Span
    colon: Span
    end: int
    shouted: bool
    """Whether the name is in capitals, whatever stands in brackets behind it."""
    asked: bool = False
    """Labelled as a question or an answer, which tells no more than whose turn it is."""


def turns(text: str, paragraphs: Sequence[Span], title_end: int = 0) -> list[Turn]:
    """The turns of a text, none where it is no conversation; linear in the text."""
    labelled = [
        found
        for number, (start, end) in enumerate(paragraphs)
        if start >= title_end and (found := _labelled(text, number, start, end)) is not None
    ]
    labelled = _with_bare_questions(text, paragraphs, labelled)
    named = {each.initials: each.key for each in labelled if len(each.initials) > 1}
    labelled = [replace(each, key=named.get(each.key, each.key)) for each in labelled]
    times = Counter(each.key for each in labelled)
    repeated = {key for key, count in times.items() if count > 1}
    # Names in capitals before a colon are hardly ever anything else.
    shouted = all(each.shouted for each in labelled)
    addressed = sum(_addresses(text, paragraphs[each.paragraph]) for each in labelled)
    spoken = shouted or 2 * addressed >= len(labelled)
    parties = set(times) if repeated and spoken else repeated
    changes = sum(
        one.key != other.key and {one.key, other.key} <= parties
        for one, other in pairwise(labelled)
        if _is_near(one, other)
    )
    among = _among_others(text, paragraphs, labelled)
    kept = [each for each in labelled if each.key in repeated or each.paragraph in among]
    if changes < _FEWEST_CHANGES or addressed < (1 if shouted else _FEWEST_ADDRESSED):
        if not addressed or not _is_brief_exchange(text, paragraphs, labelled):
            return []
        kept = list(labelled)
    return [
        Turn(each.label, each.colon, _pieces(text, paragraphs, each, following))
        for each, following in zip(kept, [*kept[1:], None], strict=True)
        if each.colon[0] < each.colon[1]
    ]


def _is_brief_exchange(
    text: str, paragraphs: Sequence[Span], labelled: Sequence[_Labelled]
) -> bool:
    """Whether a text ends with a question and an answer or two of two people, and nothing else:
    `STONE: Will you stay?`, `LIND: I will.`"""
    spoken = paragraphs[labelled[0].paragraph :]
    takes_turns = all(one.key != other.key for one, other in pairwise(labelled))
    two = len({each.key for each in labelled}) == 2
    asks = any(text[slice(*span)].rstrip().endswith("?") for span in spoken)
    personal = any(_is_personal(text[slice(*span)]) for span in spoken)
    if not personal or any(each.key in _ASKING for each in labelled):
        # "Inflation: Is it out of control?"
        return False
    return takes_turns and two and asks and len(labelled) == len(spoken)


def _with_bare_questions(
    text: str, paragraphs: Sequence[Span], labelled: Sequence[_Labelled]
) -> list[_Labelled]:
    """The labels, and an empty one before each question of an interview in which the answers
    alone are labelled: a paragraph before `A:`."""
    if any(each.asked and each.key == QUESTION for each in labelled):
        return list(labelled)
    taken = {each.paragraph for each in labelled}
    before = [
        each.paragraph - 1
        for each in labelled
        if each.asked and each.paragraph and each.paragraph - 1 not in taken
    ]
    asking = sum("?" in text[slice(*paragraphs[number])] for number in before)
    if len(before) < _FEWEST_CHANGES or 2 * asking < len(before):
        return list(labelled)
    questions = []
    for number in before:
        empty = (paragraphs[number][0],) * 2
        questions.append(_Labelled(number, QUESTION, "", empty, empty, empty[0], False, asked=True))
    return sorted([*labelled, *questions], key=lambda each: each.paragraph)


def set_turns(sheet: StatementSheet) -> None:
    """Make each turn of a conversation one statement, whatever the model found of it."""
    for turn in turns(sheet.text, sheet.paragraphs, sheet.title_end):
        own: Statement | None = None
        start, end = turn.pieces[0][0], turn.pieces[-1][1]
        for number in sorted(sheet.holders(turn.label[0], end) | sheet.attributing(*turn.label)):
            statement = sheet.statements[number]
            spans = (*statement.source, *statement.cue)
            if any(a < turn.colon[1] and b > turn.label[0] for a, b in spans):
                if own is not None:
                    sheet.remove(statement)
                own = own or statement
            elif not statement.cue or not all(start <= a and b <= end for a, b in spans):
                rest = [(a, b) for a, b in statement.content if b <= turn.label[0] or a >= end]
                sheet.reset(statement, rest)
        if own is None:
            own = Statement(list(turn.pieces), (turn.colon,), (turn.label,), confidence=_TURN)
            sheet.add(own)
        else:
            own.cue, own.source = (turn.colon,), (turn.label,)
            sheet.reset(own, turn.pieces)
        own.block = True


def _labelled(text: str, number: int, start: int, end: int) -> _Labelled | None:
    match = _NUMBERED.match(text, start, end) or _LABEL.match(text, start, end)
    if match is None:
        return None
    if part := question_or_answer(match["label"]):
        spans = match.span("label"), match.span("colon")
        return _Labelled(
            number, part, "", *spans, match.end(), match["label"].isupper(), asked=True
        )
    names = match["name"].casefold().replace(".", "").split()
    initials = "".join(name[0] for name in names) if len(names) > 1 else ""
    label, colon = match.span("label"), match.span("colon")
    return _Labelled(
        number, names[-1], initials, label, colon, match.end(), match["name"].isupper()
    )


def _is_near(one: _Labelled, other: _Labelled) -> bool:
    """Whether nothing but what is said in the first turn need stand between two labels."""
    longest = _LONGEST_ANSWER if one.asked and other.asked else _LONGEST_GAP
    return other.paragraph - one.paragraph <= longest


def _addresses(text: str, paragraph: Span) -> bool:
    """Whether a turn asks, or speaks in the first or second person."""
    return _speaks(text[slice(*paragraph)])


def _speaks(said: str) -> bool:
    return "?" in said or _is_personal(said)


def _is_personal(said: str) -> bool:
    return not FIRST_AND_SECOND.isdisjoint(_WORD.findall(lowered(said)))


def _among_others(text: str, paragraphs: Sequence[Span], labelled: Sequence[_Labelled]) -> set[int]:
    """Paragraphs of the labels beside which another stands, stage directions aside: one that
    comes once is a participant's there."""
    among: set[int] = set()
    for one, other in pairwise(labelled):
        between = paragraphs[one.paragraph + 1 : other.paragraph]
        if _is_near(one, other) and all(text[start] in _STAGE for start, _ in between):
            among |= {one.paragraph, other.paragraph}
    return among


def _pieces(
    text: str, paragraphs: Sequence[Span], turn: _Labelled, following: _Labelled | None
) -> tuple[Span, ...]:
    marked = text[turn.label[0] - 1 : turn.label[0]] in ('"', "“")
    pieces = [(turn.end, _without_mark(text, paragraphs[turn.paragraph][1], marked))]
    if following is None or not _is_near(turn, following):
        return tuple(pieces)
    for paragraph in paragraphs[turn.paragraph + 1 : following.paragraph]:
        if _goes_on(text, paragraph, turn.asked and following.asked):
            pieces.append(paragraph)
    return tuple(pieces)


def _goes_on(text: str, paragraph: Span, asked: bool) -> bool:
    """Whether a paragraph without a label is part of the turn above it.

    asked: whether it stands between a question and an answer so labelled: then it need
        not speak in the first person, and may quote.
    """
    words = text[slice(*paragraph)]
    if words[0] in _STAGE:
        return False
    if not asked:
        # Quotation marks are the reporter's: "That's number seven," she says.
        return not _has_marks(words) and _speaks(words)
    quoted = [
        QuotedSpan(*match.span(), match.start() + 1, match.end() - 1, 1, True)
        for match in _QUOTED.finditer(text, *paragraph)
    ]
    if any(is_speech(text, span, least_words=3) for span in quoted):
        return not _has_marks(words[0]) and _speaks(_QUOTED.sub(" ", words))
    return words[-1] in _SENTENCE_ENDS


def _has_marks(words: str) -> bool:
    return any(mark in words for mark in '"“”')


def _without_mark(text: str, end: int, marked: bool) -> int:
    """`“STONE: Yes.”`: the mark that closes what was opened before the label."""
    return end - 1 if marked and text[end - 1] in '"”' else end
