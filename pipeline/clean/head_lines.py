"""The lines between a headline and its text: who wrote it, for whom, where and when.

What the classifier left among the text of them is told by its place over the first paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from pipeline.clean.blocks import Block
from pipeline.clean.classifier import KEPT, TEXT
from pipeline.clean.credits import (
    NAME,
    authors_name,
    is_credit,
    is_office,
    name_by_stamp,
    outlet_at_place,
)
from pipeline.clean.dates import has_time, without_dates
from pipeline.clean.hourly_report import HOUR
from pipeline.clean.masthead import names_section
from pipeline.clean.stamp_lines import is_month_stamp, is_stamp
from pipeline.clean.writers_roles import is_role

SENTENCE_ENDS: Final = (".", ".”", '."', "?", "!")
DASHES: Final = ("-", "–", "—")
PARAGRAPH: Final = 120
"""Characters of a long one."""
_DEEPEST = 12
_NEAR = 3
"""Lines over the text among which a name may be the author's."""
_BYLINE = re.compile(
    r"(?:By|(?i:(?:an? )?(?:[a-z]+ ){0,2}(?:investigation|dispatch|essay|profile)) by) "
    r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3}"
    r"(?:,? and [A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3})?(?: ?[,|/] ?[^.!?]{2,60}(?:\.com)?)?$"
)
_DEEPEST_DECK = 4
"""Lines, but for captions, from the first sentence to the first long paragraph, between which
bylines stand."""
_LONGEST_PLACE = 3
"""Words."""
_DESK = re.compile(r"(?:[A-ZÀ-Þ][\w.&’'-]* ){1,4}(?:Staff|Bureau|Newsroom|Desk)$")
"""Those of a house who wrote a text, over its day: "Island Post Web Staff"."""
_OVER_STAMP = re.compile(
    r"(?:by|(?:(?:first|last) )?(?:published|updated|posted)(?: on)?:?)$", re.I
)
_LEAST_SENTENCE = 8
_HOUR = re.compile(HOUR + "$", re.IGNORECASE)


def take_out_author(blocks: Sequence[Block], labels: list[str]) -> None:
    """Right over the text, below the headline or without one, stands the author's name."""
    text = [
        block.text
        for block, label in zip(blocks, labels, strict=True)
        if label in ("body", "deck") and is_sentence(block.text)
    ]
    opening = _opening(blocks, labels)
    top = max(0, opening - _NEAR)
    # Stamps and captions may push it farther up, and buttons as far as the headline.
    if "title" in labels[:top]:
        top = max(labels.index("title") + 1, opening - _DEEPEST)
    while top > max(0, opening - _DEEPEST) and labels[top] in ("byline", "caption"):
        top -= 1
    for place in range(top, opening):
        if labels[place] not in ("title", "deck", "body", "boilerplate"):
            continue
        line = blocks[place].text
        below = place + 2 + _is_over_day(blocks, place + 1)
        beside = [block.text for block in blocks[max(0, place - 1) : below]]
        by_stamp = any(map(is_stamp, beside)) and name_by_stamp(line, text)
        if authors_name(line, text) or by_stamp:
            labels[place] = "byline"


def take_out_above_opening(blocks: Sequence[Block], labels: list[str]) -> None:
    """Over the first paragraph, a date is when the article was published, a name whose it or
    its picture is, a section where it stands, and a number how many have read it."""
    opening = _opening(blocks, labels)
    for place in range(max(0, opening - _DEEPEST), opening):
        text = blocks[place].text
        below_deck = labels[place] == "boilerplate" and "body" in labels[:place]
        if labels[place] not in ("body", "deck") and not (below_deck and _says_when(text)):
            continue
        if (
            _says_when(text)
            or NAME.match(text)
            or _BYLINE.match(text)
            or is_credit(text)
            or is_role(text)
            or (place and labels[place - 1] == "byline" and _is_of_author(blocks, place))
            or (_DESK.match(text) and is_stamp(blocks[place + 1].text))
        ):
            labels[place] = "byline"
        elif (
            names_section(text)
            or _OVER_STAMP.match(text)
            or (not any(map(str.isalpha, text)) and not _is_hour_of_report(blocks, place))
        ):
            labels[place] = "boilerplate"


def _is_of_author(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line below the author's name says for whom or where he wrote."""
    text = blocks[place].text
    return outlet_at_place(text) != "" or is_office(text) or _is_over_day(blocks, place)


def _is_over_day(blocks: Sequence[Block], place: int) -> bool:
    """Whether a place or a paper, in capitals, stands right over the day."""
    lines = [block.text for block in blocks[place : place + 2]]
    short = len(lines) > 1 and len(lines[0].split()) <= _LONGEST_PLACE
    return short and lines[0].isupper() and is_stamp(lines[1])


def _says_when(text: str) -> bool:
    return is_stamp(text) or is_month_stamp(text)


def _says_more(stamp: str) -> bool:
    """Whether a line says more than the day: the time, the place, or who wrote then; behind a dash
    it says who posted what stands above."""
    if stamp.startswith(DASHES):
        return False
    return has_time(stamp) or any(map(str.isalpha, without_dates(stamp)[0]))


def _opening(blocks: Sequence[Block], labels: Sequence[str]) -> int:
    """Where the text begins: the first long paragraph, or else the first sentence; 0 if there
    is neither. A deck of sentences with its day below it stands above."""
    long = [n for n, label in enumerate(labels) if label in KEPT and _is_long(blocks[n].text)]
    told = [n for n, label in enumerate(labels) if label in TEXT and is_sentence(blocks[n].text)]
    between = labels[told[0] : long[0]] if long and told else ()
    if long and sum(label != "caption" for label in between) <= _DEEPEST_DECK:
        return _below_day(blocks, labels, long[0])
    return _below_day(blocks, labels, told[0]) if told else 0


def _below_day(blocks: Sequence[Block], labels: Sequence[str], deck: int) -> int:
    """Where the text begins, if what may be its deck has the text's only day below it; else the
    same place. Below a long paragraph that day says its minute, or stands below its author.

    Several days would be those of a diary.
    """
    near = range(deck + 1, min(deck + 1 + _DEEPEST_DECK, len(blocks)))
    day = next((n for n in near if _says_when(blocks[n].text)), 0)
    over = range(deck + 1, day)
    if not day or any(labels[n] != "byline" and is_sentence(blocks[n].text) for n in over):
        return deck
    text = [n for n in range(day + 1, len(blocks)) if labels[n] in TEXT]
    # Below the day of publication may stand that of a change, and behind a dash that of a post.
    later = (blocks[n].text for n in text if n > day + 1)
    if any(_says_when(line) for line in later if not line.startswith(DASHES)):
        return deck
    named = any(is_credit(blocks[n].text) or name_by_stamp(blocks[n].text, ()) for n in over)
    if _is_long(blocks[deck].text) and not (named or _says_more(blocks[day].text)):
        return deck
    return next((n for n in text if is_sentence(blocks[n].text)), deck)


def _is_long(text: str) -> bool:
    return len(text) > PARAGRAPH


def is_sentence(text: str) -> bool:
    """Whether a line is a long paragraph or a whole sentence."""
    return _is_long(text) or (text.endswith(SENTENCE_ENDS) and len(text.split()) >= _LEAST_SENTENCE)


def _is_hour_of_report(blocks: Sequence[Block], place: int) -> bool:
    """Whether a time of day is one of several that head the entries of a report."""
    hours = [block.text for block in blocks[place:] if _HOUR.match(block.text)]
    return len(hours) > 1 and hours[0] == blocks[place].text
