"""What a page shows a second time: quotations and sentences set large, and paragraphs.

Each would be a second statement in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import STOPPED, Block
from pipeline.clean.classifier import TEXT
from pipeline.clean.looks import word_count

_LEAST, _LONGEST = 25, 240
"""Characters of what is pulled out of a paragraph."""
_LEAST_WORDS = 5
"""Of a quotation."""
_LEAST_SENTENCE = 8
"""Words of a sentence that is no quotation."""
_SENTENCE_ENDS = re.compile(r"[.!?]$")
_REACH = 12
"""Paragraphs, at most, from the one that it is pulled out of."""
_OPENING = ("“", '"', "«")
_EDGES = " “”\"‘’'«».,…–—-"
_MARKS = str.maketrans("“”‘’«»", '""\'\'""')
_NAMES_SPEAKER = re.compile(r"[-–—] ?[A-ZÀ-Þ]")
"""How the speaker's name begins that may stand below."""
_LONGEST_NAME = 60
_PARAGRAPH = 20
"""Words of a paragraph of sentences that nobody writes twice."""


def take_out_repeated(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as duplicates the paragraphs that stand above word for word.

    A summary over the text, which says only what one of its paragraphs says, goes instead of that.
    """
    places = [place for place, label in enumerate(labels) if label in TEXT]
    first: dict[str, int] = {}
    again = [
        place
        for place in places
        if first.setdefault(blocks[place].text, place) != place
        and word_count(blocks[place].text) >= _PARAGRAPH
        and STOPPED.search(blocks[place].text)
    ]
    for place in again:
        is_summary = len(again) == 1 and first[blocks[place].text] == places[0]
        labels[places[0] if is_summary else place] = "duplicate"


def take_out_pull_quotes(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as duplicates the quotations and sentences that a longer paragraph nearby has word
    for word.

    A refrain, or a sentence that is said twice, is a paragraph each time, or stands in one
    beside others; only what is nothing but a piece of another paragraph is taken out.
    """
    places = [place for place, label in enumerate(labels) if label == "body"]
    if not any(map(_may_be_pulled, (blocks[place].text for place in places))):
        return
    texts = [blocks[place].text.translate(_MARKS) for place in places]
    for number, (place, text) in enumerate(zip(places, texts, strict=True)):
        if not _may_be_pulled(blocks[place].text):
            continue
        core = text.strip(_EDGES)
        if len(core) < _LEAST or core.count(" ") < _LEAST_WORDS - 1:
            continue
        near = texts[max(0, number - _REACH) : number + _REACH + 1]
        if any(len(other) > len(text) and _stands_in(core, other) for other in near):
            labels[place] = "duplicate"
            below = place + 1
            if (
                below < len(blocks)
                and labels[below] == "body"
                and len(blocks[below].text) <= _LONGEST_NAME
                and _NAMES_SPEAKER.match(blocks[below].text)
            ):
                labels[below] = "duplicate"


def _stands_in(core: str, other: str) -> bool:
    """Whether a paragraph has these words; amid its sentence they begin with a small letter."""
    return core in other or core[0].lower() + core[1:] in other


def _may_be_pulled(text: str) -> bool:
    if not _LEAST <= len(text) <= _LONGEST:
        return False
    sentence = _SENTENCE_ENDS.search(text) is not None and text.count(" ") >= _LEAST_SENTENCE - 1
    return text[0] in _OPENING or (sentence and text[0].isupper())
