"""The signs by which single lines show comments: heads, dates, buttons, numbered names."""

from __future__ import annotations

import re

from pipeline.clean.comment_phrases import COMMENT_ACTION, POSTED_BY, SAYS, heads_section
from pipeline.clean.dates import find_dates, without_dates
from pipeline.clean.looks import word_count

_LONGEST_HEAD = 100
_HEADLINE = range(4, 21)
"""Words of a headline below the last comment."""
_LONGEST_NAME, _LONGEST_DATED = 6, 9
"""Words beside the date, of a line that is little more; and at most, of a comment's head."""
_LEAST_SENTENCE = 4
_FIGURES, _LETTERS = re.compile(r"\d+"), re.compile(r"[^\W\d_]+")
_AGO = re.compile(
    r"\b\d+ ?(?:minute|hour|day|week|month|year)s? ago\b"
    r"|^(?:yesterday|just now|an? (?:minute|hour|day|week|month|year) ago)$"
)
_REACTIONS = re.compile(
    "(?:[\u2764\u2665\U0001f44d\U0001f44e\U0001f600-\U0001f64f]\ufe0f? ?\\d{1,5} ?)+$"
)
"""How many readers like a comment, or laugh at it."""
NUMBERED_NAME = re.compile(r"#?\d{1,4}[.):]? (?:by )?\w+(?:[ ,]+[\w.’'-]+){0,4}$")
_NO_NAME = re.compile(r"[,“”\"‘’']|:\d|\b(?:the|was|were)\b|\w{5,}[.!?] |\b(?:he|she|they|we|it)$")
"""What is in a sentence, and in no reader's name, in small letters."""


def _is_dated_sentence(text: str) -> bool:
    """Whether a line with a date says more than who wrote, and when."""
    return word_count(without_dates(text)[0].strip()) > _LONGEST_DATED and text.endswith(
        (".", "!", "?")
    )


def form_of_date(text: str) -> str:
    """The form of a line that is little more than a date: "0 Mar 0000 0:00", or ""."""
    if len(text) > _LONGEST_HEAD:
        return ""
    rest, _, dated = without_dates(text)
    if not dated or len(rest.split()) > _LONGEST_NAME:
        return ""
    bare = text if not rest.strip() else text.replace(rest.strip(), "")
    return _FIGURES.sub("0", _LETTERS.sub("a", bare)).strip()


def is_sentence(text: str) -> bool:
    """Whether a line is a whole sentence."""
    return text.endswith((".", "!", "…")) and word_count(text) >= _LEAST_SENTENCE


def shows_comments(text: str) -> bool:
    """Whether a line leaves no doubt that comments stand here: a button, a header, a date, or
    somebody's name before "says:"."""
    lower = text.lower()
    if COMMENT_ACTION.found_in(lower) or counts_reactions(text):
        return True
    if len(text) > _LONGEST_HEAD:
        return False
    says = SAYS.match(lower)
    return bool(
        heads_section(lower)
        or POSTED_BY.match(lower)
        or _AGO.search(lower)
        or (find_dates(text) and not _is_dated_sentence(text))
        or (says and not lower[says.end() :].strip(" .…:") and not _NO_NAME.search(says[1]))
        or NUMBERED_NAME.match(text)
    )


def counts_reactions(text: str) -> bool:
    """Whether a line says how many readers like the comment above it: "👍 14"."""
    return _REACTIONS.match(text) is not None


def is_headline(text: str) -> bool:
    """Whether a line looks like another story's headline."""
    return (
        word_count(text) in _HEADLINE
        and text[0].isupper()
        and not text.endswith((".", "!", "…", ":", ","))
    )


def is_signed(text: str) -> bool:
    """Whether a line is a head that says who wrote a comment and when: "Jo on May 3 said:"."""
    if len(text) > _LONGEST_HEAD:
        return False
    rest, _, dated = without_dates(text)
    lower = text.lower()
    return dated and bool(SAYS.match(lower) or POSTED_BY.match(lower)) and len(rest.split()) <= 8


def is_head(text: str) -> bool:
    """Whether a line is one that comment systems print: a section's header, or who wrote a
    comment and when."""
    if len(text) > _LONGEST_HEAD:
        return False
    lower = text.lower()
    return bool(
        heads_section(lower)
        or SAYS.match(lower)
        or POSTED_BY.match(lower)
        or _AGO.search(lower)
        or find_dates(text)
    )


def form_of_head(text: str) -> str:
    """The form of a line that says who wrote a comment or when, and nothing else; or ""."""
    if len(text) > _LONGEST_HEAD:
        return ""
    lower = text.lower()
    says = SAYS.match(lower)
    if is_signed(text) or POSTED_BY.match(lower):
        return "signed"
    if says and not lower[says.end() :].strip(" .…:"):
        return "says"
    return form_of_date(text)
