"""Lines of the input, and the blocks they form: the unit that is kept or taken out.

In most inputs a line is a paragraph. In text wrapped by a mail program, a PDF or an old
content system a paragraph runs over several lines; those are joined into one block, but
each keeps its number, so that what is taken out is still reported line by line.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.credits import NAME, authors_name
from pipeline.clean.even_typing import evenly_typed
from pipeline.clean.hyphens import keeps_hyphen
from pipeline.clean.mending import lines_in, mend
from pipeline.clean.stamp_lines import is_stamp

_WIDEST_WRAP = 110
_MOST_STOPPED = 0.6
"""Share of lines, with another right below, that end a sentence: above, they are paragraphs."""
_LEAST_LONG, _LEAST_TOLD = 4, 0.35
"""Long lines with another right below, and their share of a text, that show it to be wrapped."""
_LEAST_LOWER = 0.3
"""Share of such lines that go on in a small letter."""
SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
STOPPED = re.compile(r"[.!?…][\"'”’)\]]*$")
"""The same without the colon, which leads on."""
_COMMA_AND_MARK = re.compile(r",[\"”’]$")
_ITEM = re.compile(r"(?:[-*•·–—►▪>#]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s")
_HEAD = 6
"""Lines at the top among which the author and the day stand, right below the headline."""
_BYLINE = re.compile(
    r"B[Yy] [A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}"
    r"(?:,? and [A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3})?(?: ?[,|] ?[\w ]{2,40})?$"
)
_BROKEN_WORD = re.compile(r"[a-z]{2}-$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the input that is not blank."""

    number: int
    """1-based."""
    text: str
    """Mended, without white space at either end."""
    indent: int
    gap: int
    """Blank lines before it."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or other piece of a page."""

    lines: tuple[Line, ...]
    text: str
    """Evenly typed: what it is judged by."""
    as_typed: str = ""
    """As it stands in the input, where that differs."""

    @property
    def written(self) -> str:
        return self.as_typed or self.text

    @property
    def gap(self) -> int:
        return self.lines[0].gap

    @property
    def indent(self) -> int:
        return self.lines[0].indent


def split_lines(text: str) -> list[Line]:
    """All lines of `text` with something to see on them."""
    lines: list[Line] = []
    gap = 0
    for number, raw in enumerate(text.split("\n"), 1):
        for mended in map(mend, lines_in(raw)):
            seen = mended.strip()
            if seen:
                indent = len(mended) - len(mended.lstrip())
                lines.append(Line(number, seen, indent, gap))
                gap = 0
            else:
                gap += 1
    return lines


def wrap_width(lines: list[Line]) -> tuple[int, bool]:
    """The width the text was wrapped at, or 0 if each line stands for itself; and whether its
    lines may be ragged.

    Wrapped text shows two things at once: lines with another one right below hardly ever
    end a sentence, and nearly all of them are full, i.e. the next word would not have fitted.
    """
    lengths = sorted(len(line.text) for line in lines)
    if len(lengths) < 4:
        return 0, False
    width = max(lengths[int(len(lengths) * 0.98) - 1], lengths[len(lengths) // 2])
    if not 30 <= width <= _WIDEST_WRAP:
        return 0, False
    # An item of a list begins a line, however short the one above it is.
    followed = [
        (line, after)
        for line, after in itertools.pairwise(lines)
        if after.gap == 0 and not _ITEM.match(after.text)
    ]
    if len(followed) < max(3, len(lines) // 4):
        return 0, False
    full = sum(_is_full(line, after, width) for line, after in followed)
    stopped = sum(1 for line, _ in followed if SENTENCE_END.search(line.text))
    wrapped = full >= 0.6 * len(followed) and stopped <= _MOST_STOPPED * len(followed)
    if wrapped or _long_ones_are_full(lines, followed, width):
        return width, wrapped
    return 0, False


def _long_ones_are_full(lines: list[Line], followed: list[tuple[Line, Line]], width: int) -> bool:
    """Whether most of a text stands in wrapped lines, between the short ones of a menu or of a
    message's headers."""
    long = [(line, after) for line, after in followed if len(line.text) > width * 0.7]
    if len(long) < _LEAST_LONG:
        return False
    full = sum(_is_full(line, after, width) for line, after in long)
    stopped = sum(1 for line, _ in long if SENTENCE_END.search(line.text))
    goes_on = sum(after.text[0].islower() for _, after in long)
    told = sum({line.number: len(line.text) for pair in long for line in pair}.values())
    return (
        full >= 0.85 * len(long)
        and stopped <= 0.5 * len(long)
        and goes_on >= _LEAST_LOWER * len(long)
        and told >= _LEAST_TOLD * sum(len(line.text) for line in lines)
    )


def _is_full(line: Line, after: Line, width: int) -> bool:
    first_word = after.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(first_word) > width - 2 and len(line.text) > width * 0.7


def join_lines(lines: list[Line]) -> list[Block]:
    """Lines as blocks: wrapped ones joined, and quotations with the line that says whose they are;
    all others by themselves."""
    width, ragged = wrap_width(lines)
    vocabulary = {word for line in lines for word in line.text.split()}
    groups: list[list[Line]] = []
    for place, line in enumerate(lines):
        before = groups[-1][-1] if groups else None
        if before is not None and (
            _is_its_credit(before, line)
            or (
                width
                and not (place <= _HEAD and _is_credited(before, line, width))
                and _continues(before, line, width, ragged)
            )
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [block_of(group, _joined(group, vocabulary)) for group in groups]


def block_of(lines: Sequence[Line], text: str) -> Block:
    """Lines and the text that they make together."""
    even = evenly_typed(text)
    return Block(tuple(lines), even, "" if even == text else text)


def _continues(before: Line, line: Line, width: int, ragged: bool) -> bool:
    if line.gap or _ITEM.match(line.text) or line.indent > before.indent + 1:
        return False
    if _is_full(before, line, width):
        return True
    # Ragged wrapping: a line that neither ends a sentence nor is short goes on.
    return ragged and len(before.text) > width * 0.6 and not SENTENCE_END.search(before.text)


def _is_its_credit(before: Line, line: Line) -> bool:
    """Whether a line goes on from a quotation: `“It leaks,”` / `he said.`"""
    return _COMMA_AND_MARK.search(before.text) is not None and line.text[0].islower()


def _is_credited(before: Line, line: Line, width: int) -> bool:
    """Whether of two lines under a headline one says by whom or when, and goes with no other.

    A bare name does so if it is a person's, or would have found room on the line above.
    """
    if any(_BYLINE.match(each.text) or is_stamp(each.text) for each in (before, line)):
        return True
    if not NAME.match(line.text):
        return False
    return not _is_full(before, line, width) or authors_name(line.text, ()) != ""


def _joined(group: list[Line], vocabulary: set[str]) -> str:
    texts = [group[0].text]
    for line in group[1:]:
        text = line.text
        if _BROKEN_WORD.search(texts[-1]) and text[0].islower():
            above, _, stem = texts.pop().rpartition(" ")
            head = text.partition(" ")[0]
            text = (stem if keeps_hyphen(stem, head, vocabulary) else stem[:-1]) + text
            if above:
                texts.append(above)
        texts.append(text)
    return " ".join(texts)
