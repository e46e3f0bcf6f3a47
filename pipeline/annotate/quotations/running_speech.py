"""Speech that runs on, given to the attribution that its place says it has.

A quotation of several paragraphs is left open at the end of each but the last. Such a
chain is one speech with one attribution: in its first paragraph (“…,” she said. “…), or
else in its last. And what directly follows a finished attribution (“…,” she went on.
“…”) belongs to it, though the next sentence attributes something else.
"""

from __future__ import annotations

from itertools import pairwise

from pipeline.annotate.quotations.speech_shape import ends_sentence, is_speech
from pipeline.annotate.quotations.statement_sheet import Statement, StatementSheet
from pipeline.annotate.text.clauses import sentences
from pipeline.annotate.text.marks import QuotedSpan
from pipeline.records import Span

_TO_SPEAKER = 2
"""Characters from a quotation to who is named behind it."""


def join_open_paragraphs(sheet: StatementSheet) -> None:
    """Make a chain of open paragraphs one statement of who is named at its end.

    Nothing changes where the first paragraph has an attribution of its own, or the last none.
    """
    for chain in _chains(sheet):
        speaker = _attributed_beside(sheet, chain[-1])
        if speaker is None or _attributed_beside(sheet, chain[0]):
            continue
        for quoted in chain[:-1]:
            _move(sheet, quoted, speaker)


def give_back_continuations(sheet: StatementSheet) -> None:
    """“…,” she went on. “…” It ends: “…” – the middle quotation is hers."""
    for before, quoted in pairwise(sheet.outer):
        if sheet.paragraph_of(before.start) != sheet.paragraph_of(quoted.start):
            continue
        first, second = _attributed_beside(sheet, before), _attributed_beside(sheet, quoted)
        if first is None or second is None or first is second:
            continue
        if _ends_between(sheet, first, before, quoted) and _begins_behind(sheet, second, quoted):
            _move(sheet, quoted, first)
            _leave_out_remark(sheet, second)


def give_back_adjoining(sheet: StatementSheet) -> None:
    """`She called it |“a gift.” “I knew it,” Stone said|`: a quotation that begins where another
    ends is that of whoever is named behind it."""
    for before, quoted in pairwise(sheet.outer):
        told = sheet.text[quoted.inner_end - 1] in ",?!" and before.closed and quoted.closed
        if not told or sheet.text[before.end : quoted.start] != " ":
            continue
        beside = sheet.attributing(quoted.end, quoted.end + _TO_SPEAKER)
        holder, other = sheet.holder(before.start), sheet.holder(quoted.start)
        if holder is None or holder is not other or beside in (set(), {holder.number}):
            continue
        if ends_sentence(sheet.text, before) and holder.cue and holder.cue[-1][1] <= before.start:
            _move(sheet, quoted, sheet.statements[min(beside)])


def part_from_told_below(sheet: StatementSheet) -> None:
    """“We lost.” and, in the next paragraph, Ada Brooks said |that it had rained|: two statements
    of hers."""
    for statement in sheet.living():
        if not statement.cue or not statement.source:
            continue
        first = min(start for start, _ in (*statement.cue, *statement.source))
        begins = sheet.paragraphs[sheet.paragraph_of(first)][0]
        above = [piece for piece in statement.content if piece[0] < begins]
        below = [piece for piece in statement.content if piece[0] >= begins]
        if not above or not below or below[0][0] < statement.cue[-1][1]:
            continue
        if all(_is_paragraph_of_speech(sheet, piece) for piece in above):
            sheet.reset(statement, below)
            sheet.add(Statement(above, (), statement.source, confidence=statement.confidence))


def _is_paragraph_of_speech(sheet: StatementSheet, piece: Span) -> bool:
    """Whether a piece is the whole of its paragraph: sentences in quotation marks."""
    text = sheet.text
    start, end = sheet.paragraphs[sheet.paragraph_of(piece[0])]
    opened = [mark for mark in sheet.marks_within(*piece) if mark.start == start and mark.closed]
    return (
        bool(opened)
        and ends_sentence(text, opened[0])
        and not text[opened[0].end : end].strip(" .")
    )


def _chains(sheet: StatementSheet) -> list[list[QuotedSpan]]:
    """Quotations that stay open to the end of their paragraph, with those that go on."""
    chains: list[list[QuotedSpan]] = []
    goes_on = False
    for before, quoted in pairwise(sheet.outer):
        above, below = sheet.paragraph_of(before.start), sheet.paragraph_of(quoted.start)
        joined = (
            not before.closed
            and before.start >= sheet.title_end
            and sheet.text[quoted.start] == sheet.text[before.start]
            and quoted.start == sheet.paragraphs[below][0]
            and sheet.follows(above, below)
        )
        if joined and goes_on:
            chains[-1].append(quoted)
        elif joined:
            chains.append([before, quoted])
        goes_on = joined
    return chains


def _attributed_beside(sheet: StatementSheet, quoted: QuotedSpan) -> Statement | None:
    """The one statement that holds a quotation and has its cue or source in its paragraph."""
    start, end = sheet.paragraphs[sheet.paragraph_of(quoted.start)]
    found = [
        statement
        for number in sheet.holders(quoted.start, quoted.end)
        if (statement := sheet.statements[number])
        and any(
            start <= a and b <= end and (b <= quoted.start or a >= quoted.end)
            for a, b in (*statement.cue, *statement.source)
        )
    ]
    return found[0] if len(found) == 1 else None


def _ends_between(
    sheet: StatementSheet, statement: Statement, before: QuotedSpan, quoted: QuotedSpan
) -> bool:
    """Whether a statement's attribution, and no more, stands between two quotations."""
    text = sheet.text
    between = (before.end, quoted.start)
    inside = all(between[0] <= a and b <= between[1] for a, b in statement.cue)
    ended = text[slice(*between)].rstrip().endswith(".")
    alone = not sheet.holders(*between) and sheet.attributing(*between) == {statement.number}
    return (
        bool(statement.cue)
        and inside
        and ended
        and alone
        and text[before.inner_end - 1] in ",?!—–-"
        and len(sentences(text, *between)) == 1
    )


def _begins_behind(sheet: StatementSheet, statement: Statement, quoted: QuotedSpan) -> bool:
    """Whether a statement is attributed in a sentence that begins behind a quotation, and
    has something else to attribute."""
    spans = (*statement.cue, *statement.source)
    behind = all(start >= quoted.end for start, _ in spans)
    after = sheet.text[quoted.end :].lstrip()
    rest = any(end > quoted.end + len(" ") for _, end in statement.content)
    return (
        behind
        and rest
        and after[:1].isupper()
        and ends_sentence(sheet.text, quoted)
        and is_speech(sheet.text, quoted, least_words=2)
    )


def _leave_out_remark(sheet: StatementSheet, statement: Statement) -> None:
    """`|Did he? “To her,”| he said`: a sentence of the author's in front of a quotation."""
    start, end = statement.content[0]
    opened = next((mark.start for mark in sheet.marks_within(start, end)), start)
    if start < opened and sheet.text[start:opened].rstrip()[-1:] in ".?!":
        start = opened
    sheet.reset(statement, [(start, end), *statement.content[1:]])


def _move(sheet: StatementSheet, quoted: QuotedSpan, to: Statement) -> None:
    """Give a quotation to a statement. Persons quoted in it keep their words."""
    piece = (quoted.start, quoted.end)
    for number in sheet.holders(*piece) - {to.number}:
        holder = sheet.statements[number]
        if any(quoted.start <= a and b <= quoted.end for a, b in holder.cue):
            continue
        rest = [part for held in holder.content for part in _without(held, piece)]
        rest = [_stripped(sheet.text, part) for part in rest]
        rest = [part for part in rest if any(map(str.isalnum, sheet.text[slice(*part)]))]
        if rest:
            sheet.reset(holder, rest)
        else:
            sheet.remove(holder)
    sheet.give(to, piece)


def _without(held: Span, piece: Span) -> list[Span]:
    """What is left of a stretch before and behind another one."""
    parts = [(held[0], min(held[1], piece[0])), (max(held[0], piece[1]), held[1])]
    return [(start, end) for start, end in parts if start < end]


def _stripped(text: str, piece: Span) -> Span:
    """A stretch without the space at its edges."""
    start, end = piece
    told = text[start:end]
    return (end - len(told.lstrip()), start + len(told.rstrip()))
