"""The tables' codes and dates in words that a reader of the report knows."""

from __future__ import annotations

import re

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

WORDS = {
    "": "not known",
    "direct": "direct",
    "mixed": "partly quoted",
    "indirect": "indirect",
    "said": "said",
    "thought": "thought",
    "person": "person",
    "organization": "organization",
    "group": "group",
    "document": "document",
    "unnamed": "unnamed source",
    "author": "the article’s author",
    "unknown": "unknown",
    "stated": "dated in its own sentence",
    "carried": "dated earlier in the article",
    "published": "no date given: the article’s own date",
    "metadata": "from the metadata",
    "page": "from the page",
    "url": "from the web address",
    "filename": "from the file name",
    "comments": "no later than the first reader comment",
    "boilerplate": "site furniture",
    "comment": "reader comment",
    "caption": "caption",
    "byline": "byline",
    "duplicate": "repeated line",
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "country, city or state",
    "LOC": "place",
    "NORP": "nationality, religion or party",
    "FAC": "building or facility",
    "DATE": "date",
    "MONEY": "money",
    "PRODUCT": "product",
    "EVENT": "event",
    "MISC": "name",
}
DECISIONS = {
    "accepted": "accepted",
    "speaker": "speaker corrected",
    "extent": "words corrected",
    "kind": "kind corrected",
    "act": "act corrected",
    "said_on": "date corrected",
    "added": "added",
}


def in_words(code: str) -> str:
    """A table's code in words; a code that is new here as it is."""
    return WORDS.get(code, code)


def called(speaker: str, speaker_type: str) -> str:
    """A speaker's name, or what stands for one that is not known."""
    return speaker or ("the article’s author" if speaker_type == "author" else "unknown speaker")


def decided(cell: str) -> str:
    """The column `corrected` in words: `speaker; accepted` as `speaker corrected, accepted`."""
    marks = [mark.strip() for mark in cell.split(";")]
    return ", ".join(DECISIONS.get(mark, mark) for mark in marks if mark)


def day(date: str) -> str:
    """`2020-01-06` as `6 January 2020`; a partial date as far as it goes."""
    match = _ISO_DATE.fullmatch(date)
    if match is None:
        return date
    year, month, day_of_month = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return date
    name = f"{_MONTHS[int(month) - 1]} {year}"
    return f"{int(day_of_month)} {name}" if day_of_month else name


def number(value: int | None) -> str:
    """12,345, as English writes it; nothing for what is not known."""
    return "" if value is None else f"{value:,}"


def clip(text: str, length: int) -> str:
    """The text, or its first `length` characters and `…`."""
    return text if len(text) <= length else text[:length].rstrip() + "…"
