"""Direct, mixed or indirect: how much of a statement stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from pipeline.annotate.text.marks import QuotedSpan
from pipeline.records import Kind, Span

_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")


def kind_of(
    text: str,
    content_spans: Sequence[Span],
    quoted_spans: Sequence[QuotedSpan],
    *,
    block_quotation: bool = False,
) -> Kind:
    """How a statement is given: `direct`, `mixed` or `indirect`.

    Direct means that all its words stand inside quotation marks, or that it is set
    as a block quotation, which has none. A "that" in front of the marks belongs to
    the sentence around them, not to the statement.

    `content_spans` are offsets of the statement's pieces in `text`; `quoted_spans`
    come from `marks.quoted_spans(text)`.
    """
    if block_quotation:
        return "direct"
    if not quoted_spans:
        return "indirect"
    ends = _outer(quoted_spans)
    words = [
        _is_inside(match.start(), ends)
        for start, end in content_spans
        for match in _WORD.finditer(text, start, end)
    ]
    if not any(words):
        return "indirect"
    if not words[0] and _first_word(text, content_spans).lower() == "that":
        words = words[1:]
    return "direct" if all(words) else "mixed"


def _outer(quoted_spans: Iterable[QuotedSpan]) -> tuple[list[int], list[int]]:
    outer = sorted((span.inner_start, span.inner_end) for span in quoted_spans if span.depth == 1)
    return [start for start, _ in outer], [end for _, end in outer]


def _is_inside(at: int, outer: tuple[list[int], list[int]]) -> bool:
    starts, ends = outer
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < ends[index]


def _first_word(text: str, content_spans: Sequence[Span]) -> str:
    for start, end in content_spans:
        if match := _WORD.search(text, start, end):
            return match.group()
    return ""
