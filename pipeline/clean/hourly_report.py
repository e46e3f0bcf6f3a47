"""A report by the hour or the day: entries under times, with buttons between them.

Each entry is as short as what stands around articles, and a button ends it. That the times
follow each other, and sentences stand under them, tells that all of it is one article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.clean.blocks import STOPPED, Block
from pipeline.clean.comment_signs import shows_comments
from pipeline.clean.dates import find_dates
from pipeline.clean.phrases import worded
from pipeline.clean.stamp_lines import FULL
from pipeline.clean.voice import speaks_as_reader, speaks_personally

HOUR = r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?: ?[ap]\.?m\.?)?"
_HOUR = re.compile(HOUR + r"(?: ?[A-Z]{2,4})?$", re.IGNORECASE)
_AFTERNOON = re.compile(r"\d ?p\.?m", re.IGNORECASE)
_LONGEST_HOUR = 14
"""Characters."""
_LEAST_HOURS = 3
_LEAST_DAYS, _MOST_READERS = 3, 0.2
"""Dates of a chronology, and the share of its parts that speak as readers do."""
_LAST_ENTRY = 3
"""Lines of it, at most, that readers might have written."""
_LEAST_ABOVE, _NOON = 3, 12
"""Times above what looks like a reader's words; and hours."""
_LEAST_BELOW = 2
"""Entries below what looks like readers' words."""
_LEAST_TOLD = 0.3
"""Share of the entries that the classifier saw to be of the article."""
_LEAST_SENTENCE = 6
"""Words."""
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|"
    r"\d{1,2} [A-Z][a-z]{2,8})$"
)
_LONGEST_DAY = 30
"""Characters."""
_LEAST_TIMES, _FIRST = 4, 15
"""Times of a transcript, and seconds at most of the first one."""
_LINES = 4
"""Of the last piece of a transcript."""
_NUMBER = re.compile(r"\d+")


def without_readers(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, without comments in a report by the hour or the day that goes on below them.

    Its writers speak to their readers as these do to each other: "Thanks, Jo." From a name, a
    button or a header on, comments are the readers'.
    """
    settled = list(labels)
    first = settled.index("comment") if "comment" in settled else 0
    hours, days = _hours(blocks), _days(blocks)
    above = sum(hour < first for hour in hours)
    by_hour = (above >= _LEAST_ABOVE or _goes_on(blocks, settled, hours)) and _is_in_order(
        [_of_day(blocks[place].text) for place in hours]
    )
    heads = hours if by_hour else days
    if not first or not heads or not heads[0] <= first <= heads[-1] + 1:
        return settled
    end = next(
        (
            place
            for place in range(first, len(blocks))
            if place not in heads and shows_comments(blocks[place].text)
        ),
        len(blocks),
    )
    if first > heads[-1]:
        # Below the last time stands an entry, too.
        end = min(end, first + _LAST_ENTRY)
    if end > heads[-1]:
        settled[first:end] = ["body" if n == "comment" else n for n in settled[first:end]]
    return settled


def _goes_on(blocks: Sequence[Block], labels: Sequence[str], hours: Sequence[int]) -> bool:
    """Whether entries of the article stand below what is taken for comments, too, and over most
    times the end of a sentence: over a reader's, it would be a name."""
    below = len(labels) - list(reversed(labels)).index("comment") if "comment" in labels else 0
    ended = sum(STOPPED.search(blocks[place - 1].text) is not None for place in hours[1:])
    entries = [place for place in hours if place >= below - 1 and "body" in labels[place + 1 :]]
    told = len(hours) >= _LEAST_HOURS and 2 * ended > len(hours) - 1
    return told and len(entries) >= _LEAST_BELOW


def _days(blocks: Sequence[Block]) -> list[int]:
    """The places of the dates, and nothing else, that head the parts of a chronology; else none.

    Over a comment's date, or below it, stands a name; and readers speak as readers do.
    """
    days: list[int] = []
    told: list[str] = []
    for place in range(1, len(blocks) - 1):
        text = blocks[place].text
        if len(text) > _LONGEST_DAY or not (found := find_dates(text)):
            continue
        if any(map(str.isalnum, text[: found[0].start] + text[found[0].end :])):
            continue
        above, below = blocks[place - 1].text, blocks[place + 1].text
        told_below = STOPPED.search(below) and len(below.split()) >= _LEAST_SENTENCE
        if STOPPED.search(above) and told_below:
            days.append(place)
            told.append(below)
        elif days:
            break
    dates = [find_dates(blocks[place].text)[0] for place in days]
    whole = all(len(day.iso) == FULL for day in dates)
    order = [day.iso if whole else day.month_day for day in dates]
    readers = sum(speaks_as_reader(text) or speaks_personally(text) for text in told)
    chronicle = len(days) >= _LEAST_DAYS and all(order) and _is_in_order(order)
    return days if chronicle and readers <= _MOST_READERS * len(days) else []


def _is_in_order(times: Sequence[str]) -> bool:
    """Whether times rise or fall throughout, but for midnight or the turn of a year."""
    rising = sum(one < other for one, other in pairwise(times))
    falling = sum(one > other for one, other in pairwise(times))
    return max(rising, falling) >= len(times) - (2 if len(times) > _LEAST_DAYS else 1)


def _of_day(text: str) -> str:
    """A time of day, so that it can be put in order."""
    hour, minute = map(int, _NUMBER.findall(text)[:2])
    afternoon = hour < _NOON and _AFTERNOON.search(text) is not None
    return f"{hour + _NOON * afternoon:02}:{minute:02}"


def _hours(blocks: Sequence[Block]) -> list[int]:
    """The places of lines that are nothing but a time of day."""
    return [
        place
        for place, block in enumerate(blocks)
        if len(block.text) <= _LONGEST_HOUR and _HOUR.match(block.text)
    ]


def put_reports_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body the entries with a sentence, their headings and their times."""
    hours = _hours(blocks)
    if len(hours) < _LEAST_HOURS:
        return
    if _is_recording([blocks[place].text for place in hours]):
        end = _end_of_recording(blocks, hours[-1])
        labels[hours[0] : end] = ["body"] * (end - hours[0])
        return
    if "comment" in labels[hours[0] : hours[-1]]:
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


def put_days_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body the days that head the parts of a log or a diary, "Monday, Aug. 14"."""
    days = [
        place
        for place in range(1, len(labels) - 1)
        if len(blocks[place].text) <= _LONGEST_DAY
        and _DAY.match(blocks[place].text)
        and labels[place + 1] == "body"
    ]
    if len(days) > 1 or (days := _days(blocks)):
        for place in days:
            if labels[place] in ("byline", "boilerplate", "comment"):
                labels[place] = "body"


def _is_recording(times: Sequence[str]) -> bool:
    """Whether times count from the beginning, as under a film or in its transcript."""
    seconds = []
    for time in times:
        parts = [int(part) for part in _NUMBER.findall(time)]
        seconds.append(60 * parts[0] + parts[1])
    rising = all(one < other for one, other in pairwise(seconds))
    return rising and len(times) >= _LEAST_TIMES and seconds[0] <= _FIRST


def _end_of_recording(blocks: Sequence[Block], last: int) -> int:
    """Behind the lines of the last piece: those of the others are as long at most."""
    place = last + 1
    while place < len(blocks) and place <= last + _LINES and not worded(blocks[place].text):
        place += 1
    return place


def _end_of_entry(blocks: Sequence[Block], start: int, end: int) -> int:
    """Behind the last sentence of an entry, up to its first button; `start` if it has none."""
    last = start
    for place in range(start + 1, end):
        text = blocks[place].text
        if worded(text):
            break
        if STOPPED.search(text) and len(text.split()) >= _LEAST_SENTENCE:
            last = place + 1
    return last
