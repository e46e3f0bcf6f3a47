"""Lines that say when an article was published, and at most by whom and where."""

from __future__ import annotations

import re

from pipeline.clean.dates import find_dates, without_dates

FULL = len("2020-01-06")
LONGEST_STAMP_LINE = 120
_MONTH = len("2020-01")
_FIRST_OF_ALL = re.compile(
    r"\W*(?:this (?:story|article|post) was )?(?:(?:first|originally) )?"
    r"(?:published|posted|created)\b",
    re.IGNORECASE,
)
_RAN_IN = re.compile(
    r"this (?:story|article|piece|report|column) (?:first |originally )?(?:ran|appeared|"
    r"was (?:first |originally )?(?:published|printed)) (?:in|on) [^.!?]{2,60} on [^.!?]{6,24}\.?$",
    re.IGNORECASE,
)
"""Such as "This story ran in the Island Post on 6 January 2020."."""
_STAMPED = re.compile(
    r"\b(?:published|posted|updated|modified|created|embargo(?:ed)?|issued on|"
    r"by (?-i:[A-ZÀ-Þ]))|[|•·]",
    re.IGNORECASE,
)
_SAYS_STAMPED = re.compile(
    r"\b(?:published|posted|updated|modified|created|embargo(?:ed)?|issued on)\b", re.IGNORECASE
)
_MADE_KNOWN = re.compile(
    r"\W*(?:(?:original(?:ly)?|first|story|date) )?(?:aired|air(?:ing)? date|broadcast|issued|"
    r"filed|delivered|reported on|dated|for (?:immediate )?(?:release|publication)|"
    r"(?:strictly )?not for (?:publication|release|broadcast|use)|"
    r"(?:press|news|media) (?:release|statement|notice)|(?:special|wire|staff|agency) reports?|"
    r"date(?: of (?:issue|publication|release))?:)(?!\w)",
    re.IGNORECASE,
)
"""How lines begin that say when a text, a programme or a release was made known."""
_ANOTHER_EVENT = re.compile(
    r"\b(?:set for|scheduled|due|deadline|(?:event|release|start|end|closing|expiry) date|"
    r"next update|in cinemas|tickets|comments? clos\w+|photo(?:graph)?(?:ed)? taken|until)\b",
    re.IGNORECASE,
)
_EDITION = re.compile(
    r"\W*\b(?:(?:print|web|late|city) edition|\d+ min(?:ute)?s? (?:to )?read)\W*$", re.I
)
_MOST_WORDS_BESIDE = 10
"""Words of a stamp that are not its date: a place, a desk, an author."""
_LONGEST_NAME = 4
"""Words of a name, or of a site's, that a stamp begins with."""
_NUMBERED = re.compile(r"(?:vol(?:ume|\.)?|no\.?|nr\.?|issue|page|pp?\.?) ?\d{1,4}\b", re.I)
_PLACE = re.compile(r" (?:in|at) (?=[A-ZÀ-Þ])")
_PARTED = re.compile(r"\s*(?:,|\||·|•| [-–—]) ?$|^ ?(?:,|\||·|•|[-–—] )")
"""What stands between a month and the name of an outlet or a place."""
_SMALL = frozenset("and of the".split())


def is_stamp(text: str) -> bool:
    """Whether a line says when an article was published, and at most by whom and where.

    It has a full date, which it begins with, or which stands behind a bare name or beside a
    word or a sign that stamps have; it is no sentence.
    """
    if len(text) > LONGEST_STAMP_LINE or _is_stopped(text):
        return False
    rest, _, dated = without_dates(text)
    if not dated or not any(len(day.iso) == FULL or day.day_first for day in find_dates(text)[:1]):
        return False
    words = [word for word in rest.split() if any(map(str.isalpha, word))]
    if len(words) > _MOST_WORDS_BESIDE:
        return False
    if not words or _STAMPED.search(text) or _MADE_KNOWN.match(text):
        return True
    if not text.startswith(words[0]):
        return True
    if len(words) > 1 and any(word.endswith(":") for word in words):
        # "Timeline: the Ferry, 6 January 2020"
        return False
    # "Jane Doe August 8, 2018": nothing but a name before it.
    named = _PLACE.sub(" ", _NUMBERED.sub(" ", _EDITION.sub(" ", rest))).split()
    words = [word for word in named if any(map(str.isalpha, word))]
    return len(words) <= _LONGEST_NAME and all(
        word[0].isupper() or word in _SMALL for word in words
    )


def is_month_stamp(text: str) -> bool:
    """Whether a line is nothing but a month, by itself or beside an outlet's or a place's name.

    Magazines are dated so: "The Island Review, January 2020".
    """
    if len(text) > LONGEST_STAMP_LINE or _is_stopped(text):
        return False
    days = find_dates(text)
    if len(days) != 1 or len(days[0].iso) != _MONTH:
        return False
    above, below = text[: days[0].start], text[days[0].end :]
    if not any(map(str.isalnum, above + below)):
        return True
    name, gap = (above, _PARTED.search(above)) if above.strip() else (below, _PARTED.search(below))
    if gap is None or (above.strip() and any(map(str.isalnum, below))):
        return False
    words = _NUMBERED.sub(" ", name.replace(gap[0], " ").replace(",", " ")).split()
    return 0 < len(words) <= _LONGEST_NAME and all(
        word[0].isupper() or word in _SMALL for word in words
    )


def dates_another_event(lead: str) -> bool:
    """Whether the words before a date say that it is not the article's: "Hearing set for"."""
    return _ANOTHER_EVENT.search(lead) is not None and not _says_published(lead)


def _says_published(text: str) -> bool:
    return _SAYS_STAMPED.search(text) is not None or _MADE_KNOWN.match(text) is not None


def _is_stopped(text: str) -> bool:
    ends = text.lower().removesuffix("a.m.").removesuffix("p.m.")
    return ends.endswith((".", "!", "?", ":"))


def is_dated_otherwise(text: str) -> bool:
    """Whether a line has a date that is not said, nor by its form, to be of publication."""
    if not find_dates(text) or is_stamp(text) or is_month_stamp(text):
        return False
    return not _SAYS_STAMPED.search(text)


def says_first_published(text: str) -> bool:
    """Whether a line says when, and perhaps in which paper, an article was first published."""
    if _RAN_IN.match(text):
        return len(text) <= LONGEST_STAMP_LINE and [day.iso for day in find_dates(text)] != []
    return bool(_FIRST_OF_ALL.match(text)) and is_stamp(text.removesuffix("."))
