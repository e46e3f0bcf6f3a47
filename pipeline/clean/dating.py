"""What on a page can say when its article was published, and how it writes its dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.credits import LONGEST_STAMP
from pipeline.clean.date_order import may_begin_with_year, order_by_day, order_of, settled
from pipeline.clean.dates import has_time, without_dates
from pipeline.clean.labelled_page import LabelledPage
from pipeline.clean.running_heads import dated_head
from pipeline.clean.stamp_lines import (
    is_dated_otherwise,
    is_month_stamp,
    is_stamp,
    says_first_published,
)
from pipeline.records import DateOrder, Metadata

NEAR_HEAD = 12
"""Blocks before the body in which a date or byline is the article's."""
_WITHOUT_MENU = 4
"""Blocks above the headline, at most, of a text that begins with it."""
_NEAR_END = 3
"""Blocks right below the body in which a blog says who posted it."""
_DEEPEST_DECK, _PARAGRAPH = 6, 120
"""Lines of a deck, between which and the first long paragraph a stamp may stand, and the
characters of such a paragraph."""
_CLOSES = re.compile(
    r"\W*(?:#[# ]*#|-? ?30 ?-?|end(?:s| of release)?|\*[* ]*\*)\W*$"
    r"|(?:(?:media|press|investor|for more) )?(?:contacts?|information|enquiries|inquiries)\b"
    r"|.*\w@\w",
    re.IGNORECASE,
)
"""What the lines begin with that close a press release: an end mark, or whom to ask."""
_POSTED = re.compile(r"(?:posted|written|published) by:? (?-i:[A-ZÀ-Þ])", re.IGNORECASE)


def own_order(page: LabelledPage, given: Metadata, source: str) -> DateOrder:
    """How the dates in figures on a page are written, as far as the page itself tells."""
    from pipeline.ingest.places import date_from_name, date_from_url

    lines = dated_lines(page)
    if not may_begin_with_year(given.figures):
        lines.insert(0, given.figures)
    if order := order_of(lines):
        return order
    days = (date_from_url(given.url), date_from_name(source))
    orders = {order for line in lines for day in days if (order := order_by_day(line, day))}
    return orders.pop() if len(orders) == 1 else ""


def dated_lines(page: LabelledPage) -> list[str]:
    """The lines in which a site, and not a writer, dates something; and the text's beginning."""
    first = page.labels.index("body") if "body" in page.labels else -1
    return [
        block.text[:LONGEST_STAMP]
        for place, (block, label) in enumerate(zip(page.blocks, page.labels, strict=True))
        if (label != "body" and len(block.text) <= LONGEST_STAMP) or place == first
    ]


def stamps(page: LabelledPage, order: DateOrder) -> list[str]:
    """Lines that may say by whom and when the article was published, the likeliest first."""
    labels = page.labels
    first = labels.index("body") if "body" in labels else len(labels)
    titled = labels.index("title") if "title" in labels else max(0, first - NEAR_HEAD)
    top = max(0, first - NEAR_HEAD)
    text = [settled(block.text, order) for block in page.blocks]
    below = [text[place] for place in range(titled, first) if labels[place] == "byline"]
    others = [
        text[place]
        for place in range(titled, first)
        if labels[place] == "boilerplate" and not is_dated_otherwise(text[place])
    ]
    others += [
        text[place]
        for place in range(first, _end_of_deck(page, first))
        if labels[place] == "boilerplate" and (is_stamp(text[place]) or is_month_stamp(text[place]))
    ]
    above = [text[place] for place in range(min(top, titled), titled) if labels[place] == "byline"]
    timed = [
        text[place]
        for place in range(max(0, titled - NEAR_HEAD), titled)
        if labels[place] in ("boilerplate", "caption")
        and is_stamp(text[place])
        and has_time(text[place])
    ]
    later = [text[place] for place in range(first, len(labels)) if labels[place] == "byline"]
    at_end = [
        text[place]
        for place in range(first, len(labels))
        if labels[place] == "boilerplate" and says_first_published(text[place])
    ]
    end = page.text_end
    later += [
        text[place]
        for place in range(end, min(len(labels), end + _NEAR_END))
        if labels[place] == "boilerplate" and _POSTED.match(text[place])
    ]
    # Where no menu stands above it, the date may have some line between it and the headline.
    reach = _WITHOUT_MENU if titled <= _WITHOUT_MENU + 1 else 1
    over = range(max(0, titled - reach), titled if titled < len(labels) else 0)
    near = [
        text[n]
        for n in over
        if labels[n] == "boilerplate"
        and (is_stamp(text[n]) or (reach > 1 and is_month_stamp(text[n])))
    ]
    # A time of day tells a stamp from the day's date at the head of a site.
    found = [*below, *others, *above, *timed[::-1], *later]
    # Without it, the line right over the headline may be the article's, too.
    found += [] if any(map(is_stamp, found)) else near
    found += [] if any(map(is_stamp, found)) else [dated_head(page.set_aside)]
    # Below the article, other stories may say when they were published.
    return found if any(map(is_stamp, found)) else [*found, *at_end, *_closing_day(page, text)]


def _closing_day(page: LabelledPage, text: Sequence[str]) -> list[str]:
    """The day that closes a letter or a press release, a line by itself: the last line of a plain
    text, or beside whom to ask or an end mark; none where several lines are dated."""
    labels = page.labels
    lower = range(labels.index("body") + 1 if "body" in labels else len(labels), len(labels))
    below = [n for n in lower if is_stamp(text[n])]
    if len(below) != 1 or labels[below[0]] not in ("body", "boilerplate"):
        return []
    if without_dates(text[below[0]])[0].strip(" .,"):
        return []
    place = below[0]
    beside = [*text[max(0, place - 1) : place], *text[place + 1 : place + 2]]
    ends = place == len(labels) - 1 and not page.linked
    return [text[place]] if ends or any(map(_CLOSES.match, beside)) else []


def _end_of_deck(page: LabelledPage, first: int) -> int:
    """Where the first long paragraph stands, if some lines of the text are above it as a deck."""
    for place in range(first, min(first + _DEEPEST_DECK + 1, len(page.labels))):
        if page.labels[place] == "body" and len(page.blocks[place].text) > _PARAGRAPH:
            return place
    return first
