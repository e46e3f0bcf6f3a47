"""The layout of a plain text beside its own usual one.

How far a line stands in and how many blank lines stand above it tell furniture, captions and
comments from an article by what differs from its paragraphs. Where all paragraphs are indented, or
two or three blank lines stand between any two, that is how the text was typed and says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.clean.blocks import Block

_PARAGRAPH = 90
"""Characters of a block that is a paragraph rather than a heading or a line of furniture."""
_MOST = 0.6
"""Share of the paragraphs that show what is usual."""


def even_layout(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with indents beyond the usual one, and gaps as multiples of the usual one."""
    paragraphs = [block for block in blocks if len(block.text) >= _PARAGRAPH]
    indent = _usual(block.indent for block in paragraphs)
    gap = _usual(block.gap for block in paragraphs[1:])
    if not indent and gap < 2 and not (blocks and blocks[0].gap):
        return list(blocks)
    return [
        _laid_out(block, max(0, block.indent - indent), place and round(block.gap / max(1, gap)))
        for place, block in enumerate(blocks)
    ]


def _usual(values: Iterable[int]) -> int:
    """The commonest value, where most are the same; else 0."""
    counts = Counter(values)
    if not counts:
        return 0
    value, count = counts.most_common(1)[0]
    return value if count >= _MOST * counts.total() else 0


def _laid_out(block: Block, indent: int, gap: int) -> Block:
    first = replace(block.lines[0], indent=indent, gap=gap)
    return replace(block, lines=(first, *block.lines[1:]))
