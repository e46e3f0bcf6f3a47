"""The headline of a page on which no line was seen to be one: by its place, or what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.credits import authors_name, is_credit
from pipeline.clean.headlines import (
    DEEPEST,
    LEAST_WORDS,
    LONGEST_HEADLINE,
    STOPS,
    TOP,
    is_worded,
    may_head,
    reads_like_headline,
    same_title,
    spoken_of,
    subject,
)
from pipeline.clean.masthead import echoed_title
from pipeline.clean.picture_lines import labels_picture, names_source, reads_like_picture
from pipeline.clean.plain_lines import plain_label
from pipeline.clean.stamp_lines import is_stamp

SHARED = 0.6
"""Of the words of a line that the page's title, or the text, has too."""
PATH = re.compile(r" [>/›»|] ")
"""In a path to the page, such as "Home > News > Local"."""
_POINTS = ("* ", "• ", "- ", "– ")
_LONGEST = 300
"""Characters."""
_DEEPEST_STAMPED = 18
"""Blocks above the body, at most, between which buttons and stamps stand one word a line."""
_LEAST_STAMPED = 5
"""Words of a headline that is told by the byline below it."""
_LEAST_POINTS, _MOST_POINTS = 2, 5
"""Of a summary below a headline."""
_SHARED_OVER_POINTS = 0.5
"""Of the words of the headline above them, that the text has too."""
_STEM = 4
"""Letters."""
_LEAST_SHARED, _LEAST_SHARE = 2, 0.4
"""Words of a line right over the text that the text speaks of too."""


def echoed(blocks: Sequence[Block], body: int) -> list[int]:
    """The line over the text, or the first of it, that the heading of the comments repeats."""
    echo = echoed_title([block.text for block in blocks[body + 1 :]])
    places = range(max(0, body - DEEPEST), min(body + 1, len(blocks)))
    return [place for place in places if echo and same_title(blocks[place].text, echo)]


def said_twice(blocks: Sequence[Block], labels: Sequence[str], body: int) -> list[int]:
    """The second of two like lines over the text that speak of the same: a page's title, and its
    headline below."""
    for place in range(max(1, body - _DEEPEST_STAMPED), min(body, len(blocks) - 1)):
        text = blocks[place].text
        twice = text == blocks[place - 1].text and len(text.split()) >= _LEAST_STAMPED
        of_picture = reads_like_picture(text) or labels[place + 1] == "caption"
        headed = twice and not of_picture and reads_like_headline(text) and not plain_label(text)
        if headed and _shares_stems(text, blocks, labels, body, 1):
            return [place]
    return []


def headline_in_text(blocks: Sequence[Block], labels: Sequence[str], body: int) -> list[int]:
    """The first line of the text, if it is no sentence and the next one speaks of the same."""
    if body + 1 >= len(blocks) or labels[body + 1] != "body":
        return []
    text = blocks[body].text
    told = reads_like_headline(text) and len(text.split()) >= _LEAST_STAMPED
    alike = len(subject(text) & subject(blocks[body + 1].text)) >= _LEAST_SHARED
    below = blocks[body + 1].text
    return [body] if told and alike and below.endswith(STOPS) and text[-1:].isalnum() else []


def above_points(blocks: Sequence[Block], labels: Sequence[str], title: int, body: int) -> int:
    """Where the headline stands, if what was taken for it is the last point of a summary below
    it, or the deck of a text that begins with the headline; else the same place."""
    stamped = any(
        labels[n] == "byline" or is_stamp(blocks[n].text)
        for n in range(title + 1, min(title + 3, body))
    )
    top = title
    while (
        stamped
        and title - top < _MOST_POINTS
        and top > 0
        and labels[top - 1] in ("boilerplate", "title")
        and len(blocks[top - 1].text.split()) >= _LEAST_STAMPED
        and reads_like_headline(blocks[top - 1].text)
    ):
        top -= 1
    least, share = (_LEAST_POINTS, _SHARED_OVER_POINTS) if title >= TOP else (1, 0)
    if title - top < least:
        return title
    spoken = {word[:_STEM] for word in spoken_of(blocks, labels, body)}
    for place in range(top, title - least + 1):
        stems = {word[:_STEM] for word in subject(blocks[place].text)}
        if len(stems & spoken) >= max(_LEAST_SHARED, share * len(stems)):
            return place
    return title


def first_line(blocks: Sequence[Block], labels: Sequence[str], body: int) -> list[int]:
    """The first line of a text without a menu, if it reads like a headline."""
    if body > DEEPEST:
        return []
    for place in range(min(body, 3)):
        text = blocks[place].text
        if labels[place] in ("boilerplate", "byline", "deck") and reads_like_headline(text):
            return [place]
    if TOP <= body < len(blocks):
        first = next(place for place in range(body + 1) if labels[place] in ("body", "deck"))
        if may_head(blocks, labels, first):
            return (
                _spoken_above(blocks, labels, body, "")
                or headline_over_stamp(blocks, labels, body)
                or [first]
            )
    under = body + 1
    while under < min(len(blocks), body + DEEPEST) and labels[under] != "body":
        under += 1
    if body < TOP and under < len(blocks) and labels[under] == "body":
        text, below = blocks[body].text, blocks[under].text
        words = len(text.split())
        longer = len(_below_points(blocks, labels, under).split()) > LONGEST_HEADLINE
        stopped = below.endswith(STOPS) and words < len(below.split())
        if reads_like_headline(text) and words <= LONGEST_HEADLINE and (longer or stopped):
            return [body]
    return []


def _below_points(blocks: Sequence[Block], labels: Sequence[str], place: int) -> str:
    """The line at a place, or the first of the text below a summary in points there."""
    for below in range(place, min(len(blocks), place + DEEPEST)):
        if labels[below] == "body" and not blocks[below].text.startswith(_POINTS):
            return blocks[below].text
    return ""


def like_first_line(blocks: Sequence[Block], labels: Sequence[str], body: int) -> list[int]:
    """The headline of a page whose text begins with the page's own title.

    It is the nearest line over the body that speaks of the same, or else the page's title
    itself if the article does.
    """
    if not 0 < body < len(labels):
        return []
    first = subject(blocks[0].text)
    if len(first) < LEAST_WORDS:
        return []
    for place in range(body - 1, 0, -1):
        text = blocks[place].text
        if labels[place] != "boilerplate" or len(text) > _LONGEST:
            continue
        words = subject(text)
        if LEAST_WORDS <= len(words) <= LONGEST_HEADLINE:
            shared = len(words & first)
            if shared >= SHARED * min(len(words), len(first)) and not is_worded(text):
                return [place]
    about = len(first & spoken_of(blocks, labels, body)) >= LEAST_WORDS
    return (
        [0] if about and labels[0] == "boilerplate" and reads_like_headline(blocks[0].text) else []
    )


def line_above(blocks: Sequence[Block], labels: Sequence[str], body: int, known: str) -> list[int]:
    """The line right above the text, but for its bylines, if the text speaks of the same, or
    if a byline or a day stands below it."""
    stamped = False
    for place in range(min(body, len(blocks)) - 1, max(-1, body - _DEEPEST_STAMPED), -1):
        text = blocks[place].text
        if labels[place] == "byline" or is_stamp(text) or authors_name(text, ()):
            stamped = True
        elif 0 < place < len(blocks) - 1 and _is_of_picture(blocks, labels, place):
            continue
        elif labels[place] == "boilerplate" and reads_like_headline(text) and not plain_label(text):
            if stamped and not known and len(text.split()) >= _LEAST_STAMPED:
                return [place]
            if not stamped and not any(
                blocks[n].text[:3].lower() == "by "
                and (labels[n] == "byline" or is_credit(blocks[n].text))
                for n in range(max(0, body - _DEEPEST_STAMPED), place)
            ):
                break
    over = headline_over_stamp(blocks, labels, body) if not known else []
    return over or _spoken_above(blocks, labels, body, known)


def headline_over_stamp(blocks: Sequence[Block], labels: Sequence[str], body: int) -> list[int]:
    """The headline over a full day, with buttons and at most a caption between it and the text.

    Other stories have days below their headlines, too; this one's text speaks of the same. Its
    deck, which need not, may stand between.
    """
    stamped, passed, head = False, 0, 0
    found: list[int] = []
    for place in range(min(body, len(blocks)) - 1, max(-1, body - _DEEPEST_STAMPED), -1):
        text = blocks[place].text
        reads = labels[place] == "boilerplate" and reads_like_headline(text)
        if is_stamp(text):
            stamped = True
        elif not (reads and not plain_label(text)):
            if head:
                break
        elif not stamped:
            passed += 1
            if passed > 1:
                break
        else:
            head += 1
            if len(text.split()) >= _LEAST_STAMPED and _shares_stems(text, blocks, labels, body):
                found = [place]
            if head > 1:
                break
    return found


def _shares_stems(
    text: str,
    blocks: Sequence[Block],
    labels: Sequence[str],
    body: int,
    least: int = _LEAST_SHARED,
) -> bool:
    """Whether the first paragraphs have some words of a line, however they are inflected."""
    spoken = {word[:_STEM] for word in spoken_of(blocks, labels, body)}
    return len(spoken & {word[:_STEM] for word in subject(text) if len(word) >= _STEM}) >= least


def _is_of_picture(blocks: Sequence[Block], labels: Sequence[str], place: int) -> bool:
    """Whether a line is a picture's alternative text, by its wording or between the headline and
    the picture's source."""
    text, below = blocks[place].text, blocks[place + 1].text
    if names_source(below):
        return reads_like_headline(blocks[place - 1].text)
    captioned = labels[place + 1] == "caption" or plain_label(below) == "caption"
    return reads_like_picture(text) and (captioned or text == below or labels_picture(below))


def _spoken_above(
    blocks: Sequence[Block], labels: Sequence[str], body: int, known: str
) -> list[int]:
    """The nearest line over the text that speaks of the same."""
    spoken = spoken_of(blocks, labels, body)
    for place in range(min(body, len(blocks)) - 1, max(-1, body - DEEPEST), -1):
        text = blocks[place].text
        if labels[place] == "boilerplate" and reads_like_headline(text) and not PATH.search(text):
            words = subject(text)
            shared = len(words & spoken)
            if known and len(words & subject(known)) < _LEAST_SHARED:
                continue
            if shared >= _LEAST_SHARED and shared >= _LEAST_SHARE * len(words):
                return [place]
    return []
