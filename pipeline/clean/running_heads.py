"""The heads and feet that a paper or a report prints on each of its pages: lines that return
in the text made from it, and differ in the page's number alone.

They stand amid paragraphs, and the first one is easily taken for the headline.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.clean.blocks import SENTENCE_END, Line
from pipeline.clean.dates import has_time
from pipeline.clean.stamp_lines import is_stamp

_LONGEST = 120
"""Characters."""
_NUMBER = re.compile(r"\d{1,4}")
_PAGED = re.compile(
    r"\b(?:page|seite|pagina|página|pg\.?|p\.) ?\d{1,4}\b|\S[ \t]{3,}\S|\d{1,4} ?\|", re.IGNORECASE
)
"""The page's number called so, or parts of a line set far apart."""
_WORD = re.compile(r"[^\W\d_]{2}")
_PAGE_ALONE = re.compile(
    r"(?P<dash>[-–—]) ?(?!30)\d{1,4} ?(?P=dash)$|(?:page|seite|pagina|página) \d{1,4}$",
    re.IGNORECASE,
)
"""A page's number by itself, called so or between dashes; "-30-" ends a release."""


def running_places(lines: Sequence[Line]) -> set[int]:
    """Which lines are heads or feet of pages: a page's number alone, or alike but for one
    number, which counts up."""
    alike: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if (
            len(line.text) <= _LONGEST
            and any(map(str.isdigit, line.text))
            and _PAGED.search(line.text)
            and _WORD.search(line.text)
        ):
            alike.setdefault(_NUMBER.sub("#", line.text), []).append(place)
    found = {place for place, line in enumerate(lines) if _PAGE_ALONE.match(line.text)}
    for places in alike.values():
        if len(places) > 1 and _count_up([lines[place].text for place in places]):
            found |= {*places, *_beside(lines, places)}
    return found


def _beside(lines: Sequence[Line], heads: Sequence[int]) -> list[int]:
    """The second lines of heads: those right below each of them, if all are the same."""
    below = [place + 1 for place in heads]
    if below[-1] >= len(lines) or any(lines[place].gap for place in below):
        return []
    texts = {lines[place].text for place in below}
    return below if len(texts) == 1 and len(texts.pop()) <= _LONGEST else []


def _count_up(texts: Sequence[str]) -> bool:
    """Whether one number of lines that are alike grows from each to the next.

    >>> _count_up(["15 June 2014   Page 6", "15 June 2014   Page 7"])
    True
    """
    columns = zip(*(map(int, _NUMBER.findall(text)) for text in texts), strict=True)
    changed = [column for column in columns if len(set(column)) > 1]
    return len(changed) == 1 and list(changed[0]) == sorted(set(changed[0]))


def closed_up(
    lines: Sequence[Line], taken: Collection[int], running: Collection[int]
) -> list[Line]:
    """The lines without those taken and those running; a sentence that a page's end broke goes
    on without a gap."""
    rest: list[Line] = []
    broken = False
    for place, line in enumerate(lines):
        if place in running or place in taken:
            broken = broken or place in running
            continue
        goes_on = line.text[0].islower() and rest and not SENTENCE_END.search(rest[-1].text)
        rest.append(replace(line, gap=0) if broken and goes_on else line)
        broken = False
    return rest


def dated_head(lines: Sequence[Line]) -> str:
    """The first head of a page that gives a paper's day, or "".

    What a browser prints on a sheet has the time of printing, too.
    """
    heads = (line.text for line in lines if _PAGED.search(line.text))
    return next((text for text in heads if is_stamp(text) and not has_time(text)), "")
