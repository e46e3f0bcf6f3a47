"""Where text stands inside quotation marks.

News text opens and closes quotations with any mark that was at hand, so a mark's
direction is read from what stands around it first and from its shape second. A
quotation ends with its paragraph; where a speech runs over several paragraphs,
each of them opens with a mark of its own and only the last is closed. Marks that were
lost are made good where the words leave no doubt: an opening one where all of a
paragraph up to its attribution is speech, a closing one where a single mark stands in
its place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.annotate.text.clauses import following

DOUBLE_MARKS = frozenset('"“”„‟«»＂〝〞')
SINGLE_MARKS = frozenset("'‘’‚‛`´‹›")
_MARK = re.compile(f"``|''|‘‘|’’|[{''.join(sorted(DOUBLE_MARKS | SINGLE_MARKS))}]")
_SINGLE = re.compile(r"(?<!\w)['’]|['’](?!\w)")
"""A single mark that is no apostrophe between letters."""
_OWNING = re.compile(r"s['’] [a-z]")
_NOT_BLANK = re.compile(r"\S")
_NEXT_SENTENCE = re.compile(r"\s+[A-Z]")
_OPENING = frozenset("“„«〝‘‚‹`")
_CLOSING = frozenset("”»〞’›´")
_BEFORE_OPENING = frozenset("([{—–-/…:‘'“\"")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…’'”\"")
_SPEECH_ENDS = frozenset(".,;!?…")
_SENTENCE_ENDS = frozenset(".!?…")
_BEFORE_SPEECH = frozenset(".,:;!?…’”'\"")
_FEWEST_GOING_ON = 8
"""Words of a speech's last paragraph; fewer may be who is quoted: `Ada Brome, engineer.”`"""


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """A stretch of text inside quotation marks."""

    start: int
    """Offset of the opening mark (or of the paragraph, where the opening mark is missing)."""
    end: int
    """End offset, the closing mark included."""
    inner_start: int
    inner_end: int
    depth: int
    """1 for a quotation, 2 for a quotation inside a quotation, …"""
    closed: bool
    """False where no mark closes it, so that it ends with its paragraph."""


@dataclass(slots=True)
class _Open:
    mark: int
    width: int
    single: bool


@dataclass(slots=True)
class _Paragraph:
    """What the marks of one paragraph tell."""

    spans: list[QuotedSpan] = field(default_factory=list)
    unopened: list[tuple[int, int]] = field(default_factory=list)
    """Double marks that close though none is open."""
    double: int = 0
    """How many double marks there are."""


def quoted_spans(text: str) -> list[QuotedSpan]:
    """All quotations of a text by their marks, sorted by start, outer before inner.

    Single marks count where they open after a space and close before one; an
    apostrophe does neither at once. Linear in the length of the text.
    """
    return list(_quoted_spans(text))


# Four components ask for those of one article.
@lru_cache(maxsize=2)
def _quoted_spans(text: str) -> tuple[QuotedSpan, ...]:
    spans: list[QuotedSpan] = []
    goes_on = False
    found_at = paragraphs(text)
    for (start, end), (below, _) in zip(found_at, [*found_at, (len(text), 0)][1:], strict=True):
        paragraph = _in_paragraph(text, start, end, text[below : below + 1])
        if not paragraph.double and not paragraph.spans:
            goes_on = False
            continue
        found = _with_lost_opening(text, start, end, paragraph, goes_on)
        spans.extend(s for s in found if _NOT_BLANK.search(text, s.inner_start, s.inner_end))
        goes_on = any(not span.closed for span in found)
    return tuple(sorted(spans, key=lambda span: (span.start, -span.end)))


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the lines of a text that hold more than white space."""
    found = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            left = at + len(line) - len(line.lstrip())
            found.append((left, at + len(line.rstrip())))
        at += len(line) + 1
    return found


def _in_paragraph(text: str, start: int, end: int, below: str) -> _Paragraph:
    """below: the character that the next paragraph begins with."""
    paragraph = _Paragraph()
    spans = paragraph.spans
    stack: list[_Open] = []
    open_by_single = {False: 0, True: 0}
    for match in _MARK.finditer(text, start, end):
        at, after = match.span()
        width = after - at
        # Two single marks are a double one, or close a quotation inside a single one.
        single = text[at] in SINGLE_MARKS and (
            width == 1 or (text[at] == "’" and not open_by_single[False])
        )
        inside = open_by_single[single] > 0
        direction = _direction(text, at, after, start, end, single, inside)
        paragraph.double += not single
        if direction == "open" and not (single and inside):
            stack.append(_Open(at, width, single))
            open_by_single[single] += 1
        elif direction == "close" and inside:
            while stack:
                opened = stack.pop()
                open_by_single[opened.single] -= 1
                if opened.single == single:
                    spans.append(_span(opened, at, after, len(stack) + 1, True))
                    break
        elif direction == "close":
            paragraph.unopened.append((at, after))
    while stack:
        opened = stack.pop()
        # Any other lone single mark is an apostrophe ('tis, the '60s), not an open quotation.
        if opened.single and not _runs_on(text, opened.mark, start, end, below):
            continue
        spans.append(_span(opened, end, end, len(stack) + 1, False))
    return paragraph


def _runs_on(text: str, mark: int, start: int, end: int, below: str) -> bool:
    """Whether a single mark opens a speech of whole sentences, that the next paragraph opens
    again."""
    before = text[start:mark].rstrip()
    begins = not before or before[-1] in _BEFORE_SPEECH
    whole = text[mark + 1].isupper() and text[end - 1] in _SENTENCE_ENDS
    return begins and whole and text[mark] == below


def _with_lost_opening(
    text: str, start: int, end: int, paragraph: _Paragraph, goes_on: bool
) -> list[QuotedSpan]:
    """The spans of a paragraph whose first double mark closes what was not opened.

    All before it is quoted where it is the only one and an attribution follows at once, or
    where the paragraph before was left open (`goes_on`) and with the mark this one ends, or
    a sentence does.
    """
    if not paragraph.unopened:
        return paragraph.spans
    at, after = paragraph.unopened[0]
    first = not any(
        span.start < at and text[span.start] in DOUBLE_MARKS for span in paragraph.spans
    )
    if not first or at == start or text[at - 1] not in _SPEECH_ENDS:
        return paragraph.spans
    ended = after == end or _NEXT_SENTENCE.match(text, after, end) is not None
    ends = goes_on and ended and len(text[start:at].split()) >= _FEWEST_GOING_ON
    only = paragraph.double == 1 and text[at - 1] != "."
    if not ends and not (only and following(text, after, end)):
        return paragraph.spans
    inner = [
        replace(span, depth=span.depth + 1) if span.end <= at else span for span in paragraph.spans
    ]
    return [QuotedSpan(start, after, start, at, 1, True), *inner]


def _span(opened: _Open, inner_end: int, end: int, depth: int, closed: bool) -> QuotedSpan:
    return QuotedSpan(opened.mark, end, opened.mark + opened.width, inner_end, depth, closed)


def _is_possessive(text: str, at: int, after: int, end: int) -> bool:
    """Whether a single mark inside single marks is a plural's, as in `'the residents' fears,'`:
    the next one closes as well."""
    if not _OWNING.match(text, at - 1, end):
        return False
    for match in _SINGLE.finditer(text, after, end):
        if not _OWNING.match(text, match.start() - 1, end):
            return not text[match.start() - 1].isspace()
    return False


def _direction(
    text: str, at: int, after: int, start: int, end: int, single: bool, inside: bool
) -> str:
    left = text[at - 1] if at > start else " "
    right = text[after] if after < end else " "
    opens = (left.isspace() or left in _BEFORE_OPENING) and not right.isspace()
    closes = (right.isspace() or right in _AFTER_CLOSING) and not left.isspace()
    if single:
        # Between letters it is an apostrophe; at a word's start it opens only by its shape
        # or straight; at a word's end it may be a possessive, so it needs an open quotation.
        if opens and not closes:
            return "open" if text[at] not in "’´" else "none"
        closes = closes and inside and not _is_possessive(text, at, after, end)
        return "close" if closes else "none"
    if opens and not closes:
        return "open" if not inside or text[at] not in _CLOSING else "close"
    if closes and not opens:
        return "close"
    if text[at] in _OPENING:
        return "open"
    if text[at] in _CLOSING:
        return "close" if inside else "open"
    return "close" if inside else "open"
