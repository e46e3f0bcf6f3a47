"""What the layout of a whole page says about single lines, after the classifier has spoken.

Two things hold for nearly every page. A text without a menu above it was copied or
exported for its article: a line inside that article is the article's unless its wording,
its repetition or its form says that it is furniture. And a comment section, once begun,
lasts to the end of the page or to the furniture below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.comment_phrases import COMMENT_HEADER, POSTED_BY, SAYS
from pipeline.clean.dates import without_dates
from pipeline.clean.features import word_count
from pipeline.clean.phrases import KINDS, LONGEST_FURNITURE

_MENU = 6
"""Lines above the article that make a menu."""
_LONGEST_HEAD = 100
_LEAST_HEADS = 2
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")
_LINK = re.compile(r"https?:|www\.|@\w+\.\w|\.com\b")


def lay_out(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with article lines put back and comment sections made whole."""
    return _whole_section(blocks, _put_back(blocks, labels))


def _put_back(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    settled = list(labels)
    body = [place for place, label in enumerate(settled) if label == "body"]
    if not body:
        return settled
    first, last = body[0], body[-1]
    if sum(label == "boilerplate" for label in settled[:first]) > _MENU:
        return settled
    repeated = Counter(block.text for block in blocks)
    top = settled.index("title") + 1 if "title" in settled[:first] else first
    bottom = last + 1
    while bottom < len(blocks) and settled[bottom] == "boilerplate":
        # A closing line of the author's own ends like a sentence.
        if not (_ENDS.search(blocks[bottom].text) and _is_bare(blocks[bottom], repeated)):
            break
        bottom += 1
    for place in range(top, bottom):
        if settled[place] == "boilerplate" and _is_bare(blocks[place], repeated):
            inside = place > first or _ENDS.search(blocks[place].text)
            settled[place] = "body" if inside else settled[place]
    return settled


def _is_bare(block: Block, repeated: Counter[str]) -> bool:
    """Whether nothing about a line itself says that it is furniture."""
    text = block.text
    if repeated[text] > 1 or not any(map(str.isalpha, text)):
        return False
    if len(text) > LONGEST_FURNITURE:
        return True
    lower = text.lower()
    if _LINK.search(lower) or without_dates(text)[2]:
        return False
    return not any(kind.found_in(lower) for kind in KINDS.values())


def _whole_section(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """Body lines inside a comment section are comments; a section that is none is body."""
    settled = list(labels)
    start = next((place for place, label in enumerate(settled) if label == "comment"), None)
    if start is None:
        return settled
    words = Counter[str]()
    for block, label in zip(blocks[start:], settled[start:], strict=True):
        words[label] += word_count(block.text)
    if not words["body"]:
        return settled
    if words["comment"] >= words["body"] and _heads(blocks[start:]) >= _LEAST_HEADS:
        return [
            "comment" if place > start and label in ("body", "deck") else label
            for place, label in enumerate(settled)
        ]
    return settled


def _heads(blocks: Sequence[Block]) -> int:
    """Lines that comment systems print: headers, and short lines with a date or "says"."""
    heads = 0
    for block in blocks:
        if len(block.text) > _LONGEST_HEAD:
            continue
        lower = block.text.lower()
        heads += bool(
            COMMENT_HEADER.found_in(lower)
            or SAYS.match(lower)
            or POSTED_BY.match(lower)
            or without_dates(block.text)[2]
        )
    return heads
