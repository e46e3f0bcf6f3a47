"""What the layout of a whole page says about single lines, after the classifier has spoken.

Two things hold for nearly every page. A text without a menu above it was copied or
exported for its article: a line inside that article is the article's unless its wording,
its repetition or its form says that it is furniture. And a comment section, once begun,
lasts to the end of the page or to the furniture below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.comment_phrases import COMMENT_ACTION, COMMENT_HEADER, POSTED_BY, SAYS
from pipeline.clean.comments import is_signed_below
from pipeline.clean.dates import find_dates, without_dates
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import EDITORIAL_NOTE, LONGEST_FURNITURE, worded

_MENU = 6
"""Lines above the article that make a menu."""
_LONGEST_HEAD = 100
_LEAST_HEADS = 2
_LEAST_SIGNED = 3
_REGULAR = 4
"""Heads of comments that show how often they come."""
_WIDEST_COMMENT = 5
"""Lines from one head to the next, on average, where they come often."""
_LONGEST_LIST = 20
"""Lines of an article's list that may look like comments."""
_LINES_OF_A_HEAD = 2
_ENTRY = re.compile(r"(?:[-*•▪►–] ?|(?:[01]?\d|2[0-4])[:.][0-5]\d )\S+(?: \S+){2}")
"""Of a summary in points, or of a report by the hour."""
_LEAST_ENTRY = 4
"""Words, besides the time, of an entry such as "14:05 Bridge closed to all cars"."""
_PARAGRAPH = 20
"""Words of a paragraph."""
_FACT = re.compile(r"[A-Z][\w’' ]{2,30}: [\w“\"'‘£$€]")
"""Such as "Attendance: 31,204"."""
_SIGN_OFF = re.compile(
    r"(?:yours|very respectfully|respectfully|sincerely|(?:kind |best |warm )?regards|"
    r"best wishes|with best wishes|in solidarity)\b[^.!?]{0,25}$",
    re.IGNORECASE,
)
_LONGEST_SIGN_OFF = 3
"""Lines of a name and what it is of."""
_STOPPED_HEADING = re.compile(r"[A-Z]{3,20}\.$")
_HEADLINE = range(4, 21)
"""Words of a headline below the last comment."""
_ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")
_AGO = re.compile(r"\b\d+ ?(?:minute|hour|day|week|month|year)s? ago\b")
_NUMBERED_NAME = re.compile(r"#?\d{1,4}[.):]? (?:by )?\w+(?:[ ,]+[\w.’'-]+){0,4}$")
_NO_NAME = re.compile(r"[,“”\"‘’']|:\d|\bthe\b")
_LINK = re.compile(r"https?:|www\.|@\w+\.\w|\.com\b")


def lay_out(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with article lines put back and comment sections made whole."""
    return _whole_section(blocks, _put_back(blocks, labels))


def _put_back(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    settled = list(labels)
    body = [place for place, label in enumerate(settled) if label == "body"]
    if not body:
        return settled
    first, last = body[0], body[-1]
    above = [
        place
        for place in range(first)
        if settled[place] == "boilerplate" and not _ENTRY.match(blocks[place].text)
    ]
    if len(above) > _MENU:
        return settled
    repeated = Counter(block.text for block in blocks)
    _mend_broken(blocks, settled, range(first, len(blocks)), repeated)
    last = len(settled) - 1 - settled[::-1].index("body")
    top = settled.index("title") + 1 if "title" in settled[:first] else min(1, first)
    bottom = last + 1
    if bottom < len(blocks) and _SIGN_OFF.match(blocks[bottom].text):
        # Under a letter stand its writer's name and office.
        signed = bottom + 1
        while signed < len(blocks) and signed <= bottom + _LONGEST_SIGN_OFF:
            if settled[signed] == "comment" or not _is_bare(blocks[signed].text, repeated):
                break
            signed += 1
        for place in range(bottom, signed):
            settled[place] = "body"
        bottom = signed
    while bottom < len(blocks) and settled[bottom] == "boilerplate":
        # A closing line of the author's own ends like a sentence, or gives a value by its name.
        text = blocks[bottom].text
        if not ((_ENDS.search(text) or _FACT.match(text)) and _is_bare(text, repeated)):
            break
        bottom += 1
    for place in range(top, bottom):
        if settled[place] == "boilerplate" and _is_bare(blocks[place].text, repeated):
            text = blocks[place].text
            if place > first or _ENDS.search(text) or _ENTRY.match(text):
                settled[place] = "body"
    return settled


def _mend_broken(
    blocks: Sequence[Block], labels: list[str], places: range, repeated: Counter[str]
) -> None:
    """Label as body the sentences that links broken out of them have spread over lines.

    Each piece looks like furniture; that the next one goes on in lower case tells them.
    """
    start = places.start
    while start < places.stop:
        end = start + 1
        while end < places.stop and _goes_on(blocks[end - 1].text, blocks[end].text):
            end += 1
        if end - start > 1 and set(labels[start:end]) <= {"boilerplate", "body"}:
            text = " ".join(block.text for block in blocks[start:end])
            note = EDITORIAL_NOTE.opening.match(text.lower())
            whole = text[note.end() :].lstrip() if note else text
            long = word_count(whole) >= _PARAGRAPH and _ENDS.search(whole)
            if long and _is_bare(whole, repeated):
                labels[start:end] = ["body"] * (end - start)
        start = end


def _goes_on(text: str, after: str) -> bool:
    return after[:1].islower() and _ENDS.search(text) is None


def _is_bare(text: str, repeated: Counter[str]) -> bool:
    """Whether nothing about a line itself says that it is furniture."""
    if repeated[text] > 1 or not any(map(str.isalpha, text)):
        return False
    if len(text) > LONGEST_FURNITURE:
        return True
    if _LINK.search(text.lower()) or _is_dated(text):
        return False
    # A button has no full stop: with one it is a heading, such as of letters by their source.
    return not worded(text) or _STOPPED_HEADING.match(text) is not None


def _is_dated(text: str) -> bool:
    """Whether a line is a stamp, and not an entry of a report by the hour or the day."""
    rest, _, dated = without_dates(text)
    return dated and sum(any(map(str.isalpha, word)) for word in rest.split()) < _LEAST_ENTRY


def _whole_section(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The comment section from its true start, and without body lines inside it."""
    settled = list(labels)
    start = next((place for place, label in enumerate(settled) if label == "comment"), None)
    if start is None:
        return settled
    places = range(start, len(blocks))
    heads = [place for place in places if _is_head(blocks[place].text)]
    if len(heads) < _LEAST_HEADS:
        # A number and a name are told from an ingredient only where nothing else is a head.
        heads = [
            n for n in places if _is_head(blocks[n].text) or _NUMBERED_NAME.match(blocks[n].text)
        ]
    below = [place for place in places if is_signed_below(blocks[place].text)]
    if len(below) >= _LEAST_HEADS:
        if start in below and settled[start - 1] == "body":
            settled[start - 1] = "comment"
        return settled
    shown = any(_shows_comments(blocks[place].text) for place in places)
    if not shown and settled[max(0, start - 1)] == "body":
        # Without one name, date or button these are remarks that the article itself quotes.
        return ["body" if label == "comment" else label for label in settled]
    if len(heads) < _LEAST_HEADS:
        return settled
    for place in range(start, _true_start(blocks, settled, start, heads)):
        settled[place] = "body"
    signed = [place for place in heads if _is_signed(blocks[place].text)]
    if len(signed) >= _LEAST_SIGNED:
        # Nobody signs and dates paragraphs like this but a comment system.
        for place in range(signed[0], signed[-1]):
            if settled[place] in ("body", "deck"):
                settled[place] = "comment"
    words = Counter[str]()
    for place in range(heads[0], len(blocks)):
        words[settled[place]] += word_count(blocks[place].text)
    if words["comment"] >= words["body"]:
        for place in range(heads[0], len(blocks)):
            if settled[place] in ("body", "deck"):
                settled[place] = "comment"
    _free_headlines(blocks, settled, heads[-1])
    return settled


def _shows_comments(text: str) -> bool:
    """Whether a line leaves no doubt that comments stand here: a button, a header, a date, or
    somebody's name before "says:"."""
    lower = text.lower()
    if COMMENT_ACTION.found_in(lower):
        return True
    if len(text) > _LONGEST_HEAD:
        return False
    says = SAYS.match(lower)
    return bool(
        COMMENT_HEADER.found_in(lower)
        or POSTED_BY.match(lower)
        or _AGO.search(lower)
        or find_dates(text)
        or (says and not lower[says.end() :].strip(" .…:") and not _NO_NAME.search(says[1]))
        or _NUMBERED_NAME.match(text)
    )


def _free_headlines(blocks: Sequence[Block], labels: list[str], last_head: int) -> None:
    """Label as furniture the headlines (of the posts before and after) that end the page.

    They come in twos at least, below the text of the last comment, which ends its sentences.
    """
    first = len(blocks)
    while (
        first > last_head + 2
        and labels[first - 1] == "comment"
        and _is_headline(blocks[first - 1].text)
    ):
        first -= 1
    bare = sum(_ENDS.search(block.text) is None for block in blocks[first:])
    if len(blocks) - first >= 2 and bare:
        labels[first:] = ["boilerplate"] * (len(blocks) - first)


def _is_headline(text: str) -> bool:
    return (
        word_count(text) in _HEADLINE
        and text[0].isupper()
        and not text.endswith((".", "!", "…", ":", ","))
    )


def _true_start(
    blocks: Sequence[Block], labels: Sequence[str], start: int, heads: Sequence[int]
) -> int:
    """The place up to which lines labelled as comments are still the article's.

    Nothing is a comment before the section's header or its first comment's head. Where
    heads stand below their comments, the paragraph above the first one is a comment too.
    """
    first = heads[0]
    section = [place for place in range(start, len(blocks)) if labels[place] == "comment"]
    lower = blocks[first].text.lower()
    if not COMMENT_HEADER.found_in(lower) and heads[-1] == section[-1]:
        first -= 1
    for _ in range(_LINES_OF_A_HEAD):
        # A name, a number or a subject may stand in lines of their own over the date.
        text = blocks[first - 1].text
        if first > start and len(text.split()) <= 6 and not _ENDS.search(text):
            first -= 1
    # Where heads come regularly, a longer stretch without one is not of the section.
    regular = len(heads) >= _REGULAR and heads[-1] - first <= _WIDEST_COMMENT * len(heads)
    return first if first - start <= (_LONGEST_LIST if regular else _MENU) else start


def _is_signed(text: str) -> bool:
    """A head that says who wrote a comment and when, such as "Jo on May 3, 2016 at 9:15 said:"."""
    if len(text) > _LONGEST_HEAD:
        return False
    rest, _, dated = without_dates(text)
    lower = text.lower()
    return dated and bool(SAYS.match(lower) or POSTED_BY.match(lower)) and len(rest.split()) <= 8


def _is_head(text: str) -> bool:
    """A line that comment systems print: a section's header, or who wrote a comment and when."""
    if len(text) > _LONGEST_HEAD:
        return False
    lower = text.lower()
    return bool(
        COMMENT_HEADER.found_in(lower)
        or SAYS.match(lower)
        or POSTED_BY.match(lower)
        or _AGO.search(lower)
        or find_dates(text)
    )
