"""Statements inside statements: one person quoting another.

The training corpus has one layer of attributions only, so the inner layer is found by
marks and words: an inner pair of marks with its source and verb beside it, or a clause
"X said that …" at the head of a sentence within the outer statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.annotate.quotations.nested_clauses import Inner, clause_statements, coordinated
from pipeline.annotate.quotations.speech_shape import is_title, word_count
from pipeline.annotate.text.clauses import Attributing, following, leading_up, sentences
from pipeline.annotate.text.cue_words import NAMING, PRONOUNS
from pipeline.annotate.text.marks import SINGLE_MARKS, QuotedSpan
from pipeline.records import Span

_HEARS = re.compile(
    r" (?:(?:has|have|had) been|was|were|is|are|am) (?:\w+ )?"
    r"(?:told|asked|advised|assured|informed|warned)"
)
"""`I |was told|, ‘Wait’`: by somebody else."""
_A_WORD = re.compile(r"\s*[^\W_]")


def inner_statements(
    text: str, pieces: Sequence[Span], marks: Sequence[QuotedSpan], *, direct: bool
) -> list[Inner]:
    """The statements inside a statement, in order of their content.

    `pieces` is the outer statement's content, `marks` the quoted spans that touch it.
    In direct speech, and in a piece that quotation marks enclose, a clause "I think that …" is
    the speaker's own statement, and only verbs of saying with another subject count.
    """
    found: list[Inner] = []
    before: Span | None = None
    for start, end in pieces:
        body = _inside_outer_marks(start, end, marks)
        spoken = direct or body != (start, end)
        _marked_statements(text, marks, body, before, found, direct=spoken)
        for at, stop in sentences(text, *body):
            for clause in clause_statements(text, at, stop, direct=spoken):
                if not any(_overlap(clause, inner) for inner in found):
                    found.append(clause)
        before = body
    return sorted(found, key=lambda inner: inner.content[0])


def _inside_outer_marks(start: int, end: int, marks: Sequence[QuotedSpan]) -> Span:
    """A piece without the marks that enclose all of it."""
    for span in marks:
        if span.start <= start and end <= span.end and start <= span.inner_start:
            return max(start, span.inner_start), min(end, span.inner_end)
    return start, end


def _outermost(marks: Sequence[QuotedSpan], body: Span) -> list[QuotedSpan]:
    kept: list[QuotedSpan] = []
    for span in marks:
        if span.start < body[0] or span.end > body[1] + 1:
            continue
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _marked_statements(
    text: str,
    marks: Sequence[QuotedSpan],
    body: Span,
    before: Span | None,
    found: list[Inner],
    *,
    direct: bool,
) -> None:
    """Add the statements in inner marks of `body`; `before` is the piece in front of it."""
    outermost = _outermost(marks, body)
    for number, span in enumerate(outermost):
        floor = outermost[number - 1].end if number else body[0]
        ceiling = outermost[number + 1].start if number + 1 < len(outermost) else body[1]
        content = (span.start, min(span.end, body[1]))
        by = leading_up(text, floor, span.start)
        if by and not _leads_to(text, by, content[0]):
            by = None
        if by is None and text[span.start] in SINGLE_MARKS:
            by = coordinated(text, floor, span.start)
        if by is None and before and not text[body[0] : span.start].strip():
            by = leading_up(text, *before)
        if by is None and word_count(text, *content) >= 2:
            by = _behind(text, span, ceiling)
        if by and not direct and text[slice(*by.source)].lower() in PRONOUNS:
            # "“…,” which he called “…”": the same speaker goes on.
            continue
        if by is None:
            # "his father: “Dad always said, ‘…’”": the statement is one pair deeper.
            within = [m for m in marks if span.inner_start <= m.start and m.end <= span.inner_end]
            inner_body = (span.inner_start, span.inner_end)
            _marked_statements(text, within, inner_body, None, found, direct=True)
        elif not is_title(text[span.inner_start : span.inner_end]):
            hears = _HEARS.fullmatch(text, by.source[1], by.cue[1])
            cue = (by.source[1] + 1, by.cue[1]) if hears else by.cue
            source = None if hears else by.source
            found.append(Inner((_with_object(text, by, content),), source, cue))


def _behind(text: str, span: QuotedSpan, ceiling: int) -> Attributing | None:
    """Who is told behind inner marks to have said them, `‘Who goes?’ |she asked|`; not who
    begins a sentence of their own there: `‘Who goes?’ |I said| it was us.`"""
    by = following(text, span.end, ceiling)
    if by is None or text[span.inner_end - 1] not in ".?!" or by.cue[0] < by.source[0]:
        return by
    first = text[slice(*by.source)]
    begins = first[0].isupper() and (first != "I" and first.lower() in PRONOUNS)
    goes_on = first[0].isupper() and _A_WORD.match(text, by.cue[1]) is not None
    return None if begins or goes_on else by


def _leads_to(text: str, by: Attributing, mark: int) -> bool:
    """Whether the words between a verb and the mark it leads up to fit together."""
    if by.cue[0] > mark:
        return True
    verb = text[by.cue[0] : by.cue[1]].lower().split()[0]
    between = text[by.cue[1] : mark].strip()
    if verb in NAMING:
        return bool(between) or len(text[by.cue[0] : by.cue[1]].split()) > 1
    return not between or between[-1] in ",:" or between.split()[0] in ("that", "as")


def _with_object(text: str, by: Attributing, content: Span) -> Span:
    """The content with what stands between the verb and the marks: "her work “a …”"."""
    between = text[by.cue[1] : content[0]] if by.cue[1] <= content[0] else ""
    lead = between.lstrip()
    if not lead.strip(" ,:") or lead[0] in ",:" or lead.rstrip()[-1] in ",:":
        return content
    return content[0] - len(lead), content[1]


def _overlap(one: Inner, other: Inner) -> bool:
    return any(a < d and c < b for a, b in one.content for c, d in other.content) or (
        one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]
    )
