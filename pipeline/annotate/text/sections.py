"""The sections of an article that a line parts: `___` or `4:30 p.m.` between the items of a
running report."""

from __future__ import annotations

import re
from bisect import bisect_left

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import doc_words

_RULE = r"[_*\-—–―•·#=~.](?:[ \t]*[_*\-—–―•·#=~.]){2,}"
_TIME = (
    r"(?:(?:(?:[01]?\d|2[0-4]):|(?:[01]\d|2[0-4])\.)[0-5]\d"
    r"|(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?[ \t]?[ap]\.?m\b\.?)"
    r"(?:[ \t][A-Z]{2,4})?:?"
)
HOUR = re.compile(rf"^[ \t]*{_TIME}[ \t]*$", re.MULTILINE | re.IGNORECASE)
"""A line of a report by the hour: what follows begins like an article."""
PARTING_LINE = re.compile(rf"^[ \t]*(?:{_RULE}|{_TIME})[ \t]*$", re.MULTILINE | re.IGNORECASE)
"""What parts the items of a running report, alone on its line: `___`, `* * *`, `14:30`."""


def section_starts(doc: Doc) -> list[int]:
    """First token of the section that each token stands in."""
    words = doc_words(doc)
    starts: list[int] = []
    section = 0
    for line in PARTING_LINE.finditer(words.text):
        end = bisect_left(words.offsets, line.end())
        starts.extend([section] * (end - len(starts)))
        section = end
    return starts + [section] * (len(doc) - len(starts))
