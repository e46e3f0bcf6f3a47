"""A report by the hour: entries under times of day, with buttons between them.

Each entry is as short as what stands around articles, and a button ends it. That the times
follow each other, and sentences stand under them, tells that all of it is one article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.phrases import worded

HOUR = re.compile(
    r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?$", re.IGNORECASE
)
_LONGEST_HOUR = 14
"""Characters."""
_LEAST_HOURS = 3
_LEAST_TOLD = 0.3
"""Share of the entries that the classifier saw to be of the article."""
_LEAST_SENTENCE = 6
"""Words."""
_STOPPED = re.compile(r"[.!?…][\"'”’)\]]*$")


def put_reports_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body the entries with a sentence, their headings and their times."""
    hours = [
        place
        for place, block in enumerate(blocks)
        if len(block.text) <= _LONGEST_HOUR and HOUR.match(block.text)
    ]
    if len(hours) < _LEAST_HOURS or "comment" in labels[hours[0] : hours[-1]]:
        return
    entries = [
        range(start, _end_of_entry(blocks, start, end))
        for start, end in zip(hours, [*hours[1:], len(blocks)], strict=True)
    ]
    entries = [entry for entry in entries if len(entry) > 1]
    told = sum("body" in labels[entry.start + 1 : entry.stop] for entry in entries)
    if len(entries) < _LEAST_HOURS or told < _LEAST_TOLD * len(entries):
        return
    for entry in entries:
        for place in entry:
            if labels[place] in ("boilerplate", "deck", "byline", "title"):
                labels[place] = "body"


def _end_of_entry(blocks: Sequence[Block], start: int, end: int) -> int:
    """Behind the last sentence of an entry, up to its first button; `start` if it has none."""
    last = start
    for place in range(start + 1, end):
        text = blocks[place].text
        if worded(text):
            break
        if _STOPPED.search(text) and len(text.split()) >= _LEAST_SENTENCE:
            last = place + 1
    return last
