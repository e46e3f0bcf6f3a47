"""Interviews whose answers have no labels: paragraphs that ask, and the answers below them.

    What did you see?

    I saw the cable move. Then I ran.

A question alone proves nothing: columns ask their readers, and lists of questions about a
thing are answered by nobody. So an interview must be announced, its questions must address
somebody as you, and the answers must speak in the first person, without quotation marks.
Questions that are labelled so (`Q: What did you see?`) need neither be announced nor say you.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.annotate.quotations.speech_shape import is_heading
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.quotations.turns import turns
from pipeline.annotate.text.cue_words import lowered, words_of
from pipeline.annotate.text.marks import paragraphs
from pipeline.records import Span

_ANNOUNCED = re.compile(
    r"\b(?:interview(?:ed|s|er)?|q ?(?:&|and) ?a|(?:in )?conversation with|(?:talk|speak)(?:s|ed)? "
    r"(?:to|with)|spoke (?:to|with)|sat down with|sits down with|caught up with|catches up with|"
    r"chat(?:s|ted)? (?:to|with)|(?:we|i) asked|answer(?:s|ed)? (?:our|my|your|\w+.s) questions|"
    r"discuss(?:es|ed) (?:[\w’']+ ){1,5}with|"
    r"\w+ questions (?:to|for|with)|what follows is|here.s what \w+ had to say|"
    r"(?:edited|condensed) (?:and (?:edited|condensed) )?for (?:length|clarity|brevity)|"
    r"(?:(?:edited|condensed|selected) )+(?:excerpts|extracts)|"
    r"(?:excerpts|extracts)(?=:| (?:from|of) (?:[\w’']+ ){1,3}(?:chat|conversation|talk)\b))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][a-z]+)?")
_ADDRESSED = words_of("you your yours you're you've you'd you'll yourself")
_FIRST_PERSON = words_of("i i'm i've i'd i'll me my mine we we're we've we'd our us")
_SENTENCE_ENDS = frozenset('.!?…)”"')
_MARKS = frozenset('“”"«»')
_STAGE = ("(", "[", "*")
_BIDS = re.compile(
    r"(?:(?:please|so|and|now|first),? )?(?:tell|give) (?:us|me|our readers)\b"
    r"|(?:please )?(?:describe|explain|talk about|walk us through)\b",
    re.IGNORECASE,
)
"""How a question opens that has no mark: "Tell us about the boat."."""
_QUESTION_LABEL = re.compile(
    r"(?P<label>(?:Q|Question|QUESTION)(?:\.? ?\d{1,3})?) ?(?P<colon>[:.)])\s+(?=\S)"
)
_LABEL = re.compile(r"[A-Z][\w.’' ]{0,30}: |Q[A-Z]")
_LEAST_QUESTIONS, _LEAST_ADDRESSED = 3, 2
_LONGEST_QUESTION = 80
"""Words."""
_LONGEST_ANSWER = 20
"""Paragraphs."""
_LONGEST_ASKING = 2
"""Paragraphs of one question."""
_FEW, _REMARKED, _LONGEST_REMARK = 4, 3, 10
"""Answers to one that has several paragraphs; paragraphs of one that a remark parts; its words."""
_LEAST_RATIO = 1.25
_SHARE_ADDRESSED, _SHARE_PERSONAL, _SHARE_QUOTED = 0.4, 0.6, 0.2
"""Of the questions: to somebody as you, at least; of the answers: in the first person, at
least; of their paragraphs: quoting, or with a label, at most."""
_TURN = 0.8


@dataclass(frozen=True, slots=True)
class BareTurn:
    """One question or one answer."""

    pieces: tuple[Span, ...]
    """What is said, a piece a paragraph."""
    asks: bool
    label: Span | None = None
    colon: Span | None = None
    """`Q` and `:` of a question that is labelled so."""


def bare_turns(text: str, places: Sequence[Span], title_end: int = 0) -> list[BareTurn]:
    """The turns of an interview whose answers have no labels, none where it is no such; linear
    in the text.

    Args:
        text: The article.
        places: Its paragraphs.
        title_end: End of its title.
    """
    body = [number for number, (start, _) in enumerate(places) if start >= title_end]
    labels = {
        number: match
        for number in body
        if (match := _QUESTION_LABEL.match(text, *places[number])) is not None
    }
    labelled = len(labels) >= _LEAST_QUESTIONS
    asking = list(labels) if labelled else [n for n in body if _asks(text[slice(*places[n])])]
    if len(asking) < _LEAST_QUESTIONS:
        return []
    intro, coda = text[: places[asking[0]][0]], text[places[-1][0] :]
    known = labelled or _ANNOUNCED.search(intro) or _ANNOUNCED.search(coda)
    if not known or turns(text, places, title_end):
        return []
    groups: list[tuple[list[int], list[int]]] = []
    for number, following in zip(asking, [*asking[1:], len(places)], strict=True):
        if groups and not groups[-1][1]:
            # Two paragraphs of one question.
            groups[-1][0].append(number)
        else:
            groups.append(([number], []))
        answer = range(number + 1, following)
        last = following == len(places)
        groups[-1][1].extend(_answer(text, places, answer, last=last))
    groups = _parted(text, places, [group for group in groups if group[1]])
    if not _is_interview(text, places, groups, labelled=labelled):
        return []
    found: list[BareTurn] = []
    for question, answer_places in groups:
        found.append(_question(places, question, labels.get(question[0])))
        found.append(BareTurn(tuple(places[number] for number in answer_places), asks=False))
    return found


def _parted(
    text: str, places: Sequence[Span], groups: list[tuple[list[int], list[int]]]
) -> list[tuple[list[int], list[int]]]:
    """The groups, where all but a few answers are one paragraph: of three, the second is a remark
    of who asks, if it is short and not in the first person."""
    longer = [group for group in groups if len(group[1]) > 1]
    if len(longer) * _FEW > len(groups):
        return groups
    found = []
    for question, answer in groups:
        said = text[slice(*places[answer[1]])] if len(answer) == _REMARKED else ""
        if said and len(_words(said)) <= _LONGEST_REMARK and not _is_personal(said):
            found += [(question, answer[:1]), (answer[1:2], answer[2:])]
        else:
            found.append((question, answer))
    return found


def set_bare_turns(sheet: StatementSheet) -> None:
    """Make each turn of such an interview one statement, whatever the model found of it."""
    for turn in bare_turns(sheet.text, sheet.paragraphs, sheet.title_end):
        start, end = (turn.label or turn.pieces[0])[0], turn.pieces[-1][1]
        labelling = sheet.attributing(*turn.label) if turn.label else set()
        for number in sorted(sheet.holders(start, end) | labelling):
            statement = sheet.statements[number]
            spans = (*statement.source, *statement.cue)
            if number in labelling:
                sheet.remove(statement)
            elif not statement.cue or not all(start <= a and b <= end for a, b in spans):
                rest = [(a, b) for a, b in statement.content if b <= start or a >= end]
                sheet.reset(statement, rest)
        source = (turn.label,) if turn.label else ()
        cue = (turn.colon,) if turn.colon else ()
        sheet.add(Statement(list(turn.pieces), cue, source, confidence=_TURN, block=True))


def asked_at(text: str, title_end: int = 0) -> dict[int, bool]:
    """For the offset at which each turn of an interview without labels begins: whether it asks."""
    if text.count("?") < _LEAST_QUESTIONS:
        return {}
    found = bare_turns(text, paragraphs(text), title_end)
    return {turn.pieces[0][0]: turn.asks for turn in found}


def _question(
    places: Sequence[Span], asking: Sequence[int], label: re.Match[str] | None
) -> BareTurn:
    pieces = [places[number] for number in asking]
    if label is None:
        return BareTurn(tuple(pieces), asks=True)
    pieces[0] = (label.end(), pieces[0][1])
    return BareTurn(tuple(pieces), True, label.span("label"), label.span("colon"))


def _asks(said: str) -> bool:
    return (
        (said.endswith("?") or _BIDS.match(said) is not None)
        and _MARKS.isdisjoint(said[0])
        and len(_WORD.findall(said)) <= _LONGEST_QUESTION
    )


def _answer(text: str, places: Sequence[Span], answer: range, *, last: bool) -> list[int]:
    """The paragraphs that answer a question.

    The last answer ends where nobody speaks in the first person any more: a note follows.
    """
    taken: list[int] = []
    for number in answer[:_LONGEST_ANSWER]:
        said = text[slice(*places[number])]
        if said.startswith(_STAGE) or is_heading(said) or said[-1] not in _SENTENCE_ENDS:
            continue
        if last and taken and not _is_personal(said):
            break
        taken.append(number)
    return taken


def _is_interview(
    text: str,
    places: Sequence[Span],
    groups: Sequence[tuple[list[int], list[int]]],
    *,
    labelled: bool,
) -> bool:
    if len(groups) < _LEAST_QUESTIONS:
        return False
    questions = [" ".join(text[slice(*places[n])] for n in group[0]) for group in groups]
    answers = [" ".join(text[slice(*places[n])] for n in group[1]) for group in groups]
    addressed = sum(not _ADDRESSED.isdisjoint(_words(question)) for question in questions)
    personal = sum(map(_is_personal, answers))
    told = [text[slice(*places[n])] for group in groups for n in group[1]]
    quoting = sum(said[0] in _MARKS or _LABEL.match(said) is not None for said in told)
    answered = personal >= max(
        _LEAST_QUESTIONS, _SHARE_PERSONAL * len(groups)
    ) and quoting <= _SHARE_QUOTED * len(told)
    if labelled:
        return answered
    return (
        answered
        and addressed >= max(_LEAST_ADDRESSED, _SHARE_ADDRESSED * len(groups))
        and max(len(group[0]) for group in groups) <= _LONGEST_ASKING
        # Where both speak as briefly, it is a conversation, and a question may be anybody's.
        and _LEAST_RATIO * median(map(len, questions)) < median(map(len, answers))
    )


def _is_personal(said: str) -> bool:
    return not _FIRST_PERSON.isdisjoint(_words(said))


def _words(said: str) -> set[str]:
    return set(_WORD.findall(lowered(said).replace("’", "'")))
