"""An article's statements while they are being completed, and which text they claim."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.annotate.quotations.speech_shape import is_heading
from pipeline.annotate.text.marks import QuotedSpan, paragraphs, quoted_spans
from pipeline.records import Quotation, Span

_FREE = -1
_MOST_HEADINGS = 2


@dataclass(slots=True, eq=False)
class Statement:
    """A quotation in the making."""

    content: list[Span]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    origin: Quotation | None = None
    """What the model found; None where a rule found the statement."""
    confidence: float = 0.0
    block: bool = False
    """Set as a block, without marks."""
    parent: Statement | None = None
    """The statement it stands inside."""
    number: int = -1
    """Its place in the sheet."""

    @property
    def start(self) -> int:
        return self.content[0][0]

    @property
    def end(self) -> int:
        return self.content[-1][1]


class StatementSheet:
    """The statements of one text, with a map from offsets to the statement that holds them.

    Memory is eight bytes a character; every question is answered in time linear in
    the stretch of text it is about.
    """

    def __init__(self, text: str, quotations: Iterable[Quotation], title_end: int = 0) -> None:
        self.text = text
        self.title_end = title_end
        self.paragraphs = paragraphs(text)
        self.marks = quoted_spans(text)
        self.outer = [span for span in self.marks if span.depth == 1]
        self.statements: list[Statement] = []
        self._content = array("i", [_FREE]) * len(text)
        self._cue = array("i", [_FREE]) * len(text)
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self._mark_starts = [span.start for span in self.marks]
        self._outer_starts = [span.start for span in self.outer]
        for quotation in quotations:
            if quotation.content:
                self.add(
                    Statement(
                        sorted(quotation.content),
                        quotation.cue,
                        quotation.source,
                        quotation,
                        quotation.confidence,
                    )
                )

    def add(self, statement: Statement) -> None:
        """Take in a statement; what it claims is its own from now on."""
        number = self.place(statement)
        for span in statement.content:
            _fill(self._content, span, number)
        for span in (*statement.cue, *statement.source):
            _fill(self._cue, span, number)

    def place(self, statement: Statement) -> int:
        """Take in a statement that lies around others and leaves them what they claim."""
        statement.number = len(self.statements)
        self.statements.append(statement)
        return statement.number

    def give(self, statement: Statement, piece: Span) -> None:
        """Make a piece of text part of a statement's content."""
        if statement.content and piece[0] > statement.content[-1][1]:
            statement.content.append(piece)
        else:
            statement.content = _joined([*statement.content, piece])
        _fill(self._content, piece, statement.number)

    def remove(self, statement: Statement) -> None:
        """Take a statement out; its number is not used again."""
        number = statement.number
        for span in statement.content:
            _free(self._content, span, number)
        for span in (*statement.cue, *statement.source):
            _free(self._cue, span, number)
        statement.content = []

    def reset(self, statement: Statement, content: Sequence[Span]) -> None:
        """Replace a statement's content."""
        number = statement.number
        for span in statement.content:
            _free(self._content, span, number)
        statement.content = sorted(content)
        for span in statement.content:
            _fill(self._content, span, number)

    def unsign(self, statement: Statement) -> None:
        """Take a statement's source and cue from it."""
        for span in (*statement.cue, *statement.source):
            _free(self._cue, span, statement.number)
        statement.cue = statement.source = ()

    def living(self) -> list[Statement]:
        """The statements that have not been taken out."""
        return [statement for statement in self.statements if statement.content]

    def holders(self, start: int, end: int) -> set[int]:
        """Numbers of the statements whose content holds some of a stretch."""
        return set(self._content[start:end]) - {_FREE}

    def holder(self, offset: int) -> Statement | None:
        """The statement whose content holds an offset; none holds the text's end."""
        number = self._content[offset] if offset < len(self._content) else _FREE
        return None if number == _FREE else self.statements[number]

    def attributing(self, start: int, end: int) -> set[int]:
        """Numbers of the living statements that have a source or cue in a stretch."""
        numbers = set(self._cue[start:end]) - {_FREE}
        return {number for number in numbers if self.statements[number].content}

    def is_free(self, start: int, end: int) -> bool:
        """Whether no statement claims any of a stretch, as content, source or cue."""
        return not self.holders(start, end) and not self.attributing(start, end)

    def paragraph_of(self, offset: int) -> int:
        """Index of the paragraph an offset stands in."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def begins_paragraph(self, offset: int) -> bool:
        """Whether an offset is where a paragraph begins."""
        at = self.paragraph_of(offset)
        return at >= 0 and self._paragraph_starts[at] == offset

    def follows(self, above: int, below: int) -> bool:
        """Whether a paragraph comes right behind another one, headings aside; both by index."""
        between = self.paragraphs[above + 1 : below]
        if below <= above or len(between) > _MOST_HEADINGS:
            return False
        return all(is_heading(self.text[start:end]) for start, end in between)

    def is_marked(self, offset: int) -> bool:
        """Whether an offset stands inside quotation marks, behind the first of them."""
        return any(mark.start < offset < mark.end for mark in self.marks_within(offset, offset + 1))

    def marks_within(self, start: int, end: int) -> list[QuotedSpan]:
        """Quoted spans that touch a stretch, those that begin before it included."""
        first = bisect_left(self._outer_starts, start) - 1
        begin = self.outer[first].start if first >= 0 and self.outer[first].end > start else start
        at = bisect_left(self._mark_starts, begin)
        found = []
        while at < len(self.marks) and self.marks[at].start < end:
            if self.marks[at].end > start:
                found.append(self.marks[at])
            at += 1
        return found


def _fill(row: array[int], span: Span, number: int) -> None:
    row[span[0] : span[1]] = array("i", [number]) * (span[1] - span[0])


def _free(row: array[int], span: Span, number: int) -> None:
    for offset in range(*span):
        if row[offset] == number:
            row[offset] = _FREE


def _joined(pieces: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(pieces):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
