"""Two people in turns, a paragraph each: who asks does not answer.

    “Did you hear it?” Stone asked.

    “No.”

    “But you saw it?”

The model gives such paragraphs to the attribution next to them, since nearly all of its
corpus goes on with one speaker. Here the speaker changes behind a question that is put
to somebody, and in front of one that is answered; where that leaves nobody attributed,
the words are nobody's.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.cue_words import lowered, words_of
from pipeline.annotate.text.marks import QuotedSpan

_ADDRESSED = words_of("you your yours you're you've you'd you'll yourself")
_FIRST_PERSON = words_of("i i'm i've i'd i'll me my we we're we've our us")
_SHORT = 4
"""Words of a question that needs no `you`: `And then?`"""
_LEAST_TURNS = 2
_GOING_ON = (["he"], ["she"])
"""Sources that mostly are who spoke before."""


@dataclass(slots=True)
class _Turn:
    """A paragraph that opens with speech: nothing else, or its attribution besides."""

    quoted: list[QuotedSpan]
    attributed: Statement | None
    asks: bool
    party: int = 0


def part_dialogues(sheet: StatementSheet) -> None:
    """Give each paragraph of a dialogue to who speaks it, or to nobody."""
    for turns in _dialogues(sheet):
        for number, turn in enumerate(turns[1:], 1):
            before = turns[number - 1]
            opens = turn.asks and turn.attributed is None and _is_answered(sheet, turns, number)
            answers = before.asks and not _goes_on(sheet, turn)
            turn.party = before.party ^ (answers or opens)
        for turn in turns:
            _give_to_party(sheet, turn, turns)


def _goes_on(sheet: StatementSheet, turn: _Turn) -> bool:
    """Whether a paragraph begins with an `And` that answers nothing: `“Are you ready?” Stone said.`
    and below it `“And I never looked back.”`"""
    return sheet.text.startswith("And ", turn.quoted[0].inner_start) and not turn.asks


def _is_answered(sheet: StatementSheet, turns: list[_Turn], number: int) -> bool:
    """Whether a paragraph of speech follows a question, and not one of who spoke before it."""
    if number + 1 == len(turns):
        return False
    answer = turns[number + 1].attributed
    holder = sheet.holder(turns[number].quoted[0].inner_start)
    if answer is None or answer is holder:
        return True
    # “I have no name,” Stone said. / “Do you have a guess?” / “No,” she said.
    goes_on = holder is not None and holder is turns[number - 1].attributed
    return goes_on and [sheet.text[slice(*span)].lower() for span in answer.source] in _GOING_ON


def _dialogues(sheet: StatementSheet) -> list[list[_Turn]]:
    found: list[list[_Turn]] = []
    quoted: dict[int, list[QuotedSpan]] = {}
    for span in sheet.outer:
        if span.start >= sheet.title_end:
            quoted.setdefault(sheet.paragraph_of(span.start), []).append(span)
    last = -2
    for paragraph, spans in quoted.items():
        turn = _turn(sheet, paragraph, spans)
        if turn is None:
            continue
        if paragraph == last + 1:
            found[-1].append(turn)
        else:
            found.append([turn])
        last = paragraph
    return [turns for turns in found if len(turns) >= _LEAST_TURNS]


def _turn(sheet: StatementSheet, paragraph: int, spans: list[QuotedSpan]) -> _Turn | None:
    start, end = sheet.paragraphs[paragraph]
    if spans[0].start != start or not spans[-1].closed:
        return None
    text = sheet.text
    asks = _asks(text[spans[-1].inner_start : spans[-1].inner_end])
    if len(spans) == 1 and not text[spans[0].end : end].strip(" .,"):
        return _Turn(spans, None, asks)
    by = [sheet.statements[number] for number in sorted(sheet.attributing(start, end))]
    by = [each for each in by if any(start <= a < end for a, _ in (*each.cue, *each.source))]
    holds = [each for each in by if any(each is sheet.holder(q.inner_start) for q in spans)]
    return _Turn(spans, holds[0], asks) if len(holds) == 1 else None


def _asks(words: str) -> bool:
    """Whether words are a question put to somebody, and not one that a speaker goes on from."""
    if not words.rstrip().endswith("?"):
        return False
    last = lowered(words).replace("’", "'").rstrip("? ").split()
    return not _ADDRESSED.isdisjoint(last) or (
        len(last) <= _SHORT and _FIRST_PERSON.isdisjoint(last)
    )


def _give_to_party(sheet: StatementSheet, turn: _Turn, turns: list[_Turn]) -> None:
    if turn.attributed is not None:
        return
    span = turn.quoted[0]
    holder = sheet.holder(span.inner_start)
    owner = next((each for each in turns if each.attributed is holder), None)
    if holder is None or owner is None or owner.party == turn.party:
        return
    piece = (span.start, span.end)
    rest = [held for held in holder.content if held[1] <= piece[0] or held[0] >= piece[1]]
    if not rest or len(rest) == len(holder.content):
        return
    sheet.reset(holder, rest)
    same = [each.attributed for each in turns if each.party == turn.party and each.attributed]
    if same:
        sheet.add(Statement([piece], (), same[0].source, confidence=holder.confidence / 2))
