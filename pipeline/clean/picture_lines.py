"""Lines that belong to pictures, told by the lines beside them.

A copied page shows what a picture's alternative text says above its caption, a caption twice
where the picture can be enlarged, and the captions of a gallery by number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.classifier import TEXT
from pipeline.clean.headlines import subject

_OF_GALLERY = re.compile(r"\d{1,3}/(?P<all>\d{1,3}) [A-ZÀ-Þ“‘]")
_SHOWS = re.compile(
    r"(?:An?|Two|Three|Four|Five|Several|People|Portrait|Aerial|Close-up|View) [a-zà-ÿ]"
)
"""How an alternative text begins, which is no sentence of the article's if it has no stop."""
_DEPICTS = re.compile(
    r"\b(?:with|wear(?:s|ing)|stand(?:s|ing)?|sit(?:s|ting)?|hold(?:s|ing)?|look(?:s|ing)?|"
    r"smil(?:es?|ing)|pos(?:es?|ing)|walk(?:s|ing)?|lies|lying|beside|in front of|next to)\b"
)
_TELLS = re.compile(
    r"\b(?:was|were|has|had|have|will|would|could|said|says|told|died|\w{3,}ed)\b|[\d“\"]"
)
"""What a sentence has that tells of something, and is no picture's."""
_CREDIT_ALONE = re.compile(
    r"(?:(?:photo|image|picture)(?: ?credits?| ?courtesy)?|credits?):? ?(?:by )?"
    r"(?-i:[A-Z@])[^.!?]{2,60}$",
    re.IGNORECASE,
)
_LABEL_ALONE = re.compile(
    r"(?:image|media|video|figure|photo|picture) (?:caption|source|credit)[,:]?$", re.IGNORECASE
)
_OF_SOURCE = re.compile(r"image source, \S", re.IGNORECASE)
_LEAST_SAID_AGAIN = 0.5
"""Of the words of an alternative text, those of the caption below it."""
_PARTED_CREDIT = re.compile(r"image:?$", re.IGNORECASE)
"""The second of three lines: "The ferry (", "Image:", "Jane Doe)"."""
_LONGEST_LABELLED = 250
"""Characters of the caption below such a label."""
_OPEN = re.compile(r"[\w)]$")
_LEAST_SHOWN, _LEAST_TWICE, _LEAST_AT_ONCE = 6, 8, 5
"""Words of an alternative text, and of a caption that is shown twice, at once or not."""
_LEAST_DOUBLED = 12
"""Characters."""
_BUTTONS = 4
_LENGTH = re.compile(r"\d{1,2}:\d\d$")
"""Of a video, over its caption."""
_DEEPEST = 12
"""Blocks from the headline, at most, to the byline."""


def shows_picture(blocks: Sequence[Block], labels: Sequence[str], place: int) -> bool:
    """Whether a line is worded like a picture's alternative text, and its caption is below."""
    return (
        place + 1 < len(blocks)
        and labels[place + 1] == "caption"
        and (reads_like_picture(blocks[place].text) or depicts(blocks[place].text))
    )


def reads_like_picture(text: str) -> bool:
    """Whether a line without a stop is worded like a picture's alternative text."""
    return (
        _SHOWS.match(text) is not None
        and _OPEN.search(text) is not None
        and len(text.split()) >= _LEAST_SHOWN
    )


def depicts(text: str) -> bool:
    """Whether a sentence is worded like a picture's alternative text: "A woman stands by …."."""
    seen = _SHOWS.match(text) and _DEPICTS.search(text)
    return seen is not None and _TELLS.search(text) is None


def names_source(text: str) -> bool:
    """Whether a line says whose a picture is: "Image source, Jane Doe"."""
    return _OF_SOURCE.match(text) is not None


def labels_picture(text: str) -> bool:
    """Whether a line is nothing but "Image caption," or its like."""
    return _LABEL_ALONE.match(text) is not None


def take_out_pictures(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label such lines as captions, where they were taken for the text."""
    for place in range(len(blocks) - 1):
        if blocks[place].text.endswith("(") and _PARTED_CREDIT.match(blocks[place + 1].text):
            labels[place : place + 3] = ["caption"] * len(labels[place : place + 3])
        if labels_picture(blocks[place].text):
            labels[place] = "caption"
            if len(blocks[place + 1].text) <= _LONGEST_LABELLED:
                labels[place + 1] = "caption"
    numbered: list[tuple[int, str]] = []
    for place in range(len(blocks) - 1, -1, -1):
        text = blocks[place].text
        if labels[place] not in TEXT or not text:
            continue
        if text[0].isdigit():
            if found := _OF_GALLERY.match(text):
                numbered.append((place, found["all"]))
        elif (
            shows_picture(blocks, labels, place)
            or _is_shown(blocks, labels, place)
            or _is_doubled(text)
        ):
            labels[place] = "caption"
        elif twin := _shown_again(blocks, labels, place):
            labels[place] = labels[twin] = "caption"
            if place and _LENGTH.match(blocks[place - 1].text) and labels[place - 1] in TEXT:
                labels[place - 1] = "boilerplate"
    of_one = Counter(whole for _, whole in numbered)
    for place, whole in numbered:
        if of_one[whole] > 1:
            labels[place] = "caption"


def _is_shown(blocks: Sequence[Block], labels: Sequence[str], place: int) -> bool:
    """Whether a line without a stop amid the text is the picture's whose caption is below it:
    it says the same, or the caption begins with its source."""
    text, below = blocks[place].text, blocks[place + 1].text if place + 1 < len(blocks) else ""
    if labels[place] != "body" or "body" not in labels[:place] or not _OPEN.search(text):
        return False
    if names_source(below):
        return True
    words = subject(text)
    again = len(words & subject(below)) >= max(1, _LEAST_SAID_AGAIN * len(words))
    return labels[place + 1 : place + 2] == ["caption"] and again


def _shown_again(blocks: Sequence[Block], labels: Sequence[str], place: int) -> int:
    """The place right below, but for buttons such as "View gallery", of the same line; or 0."""
    text = blocks[place].text
    below = place + 1
    while (
        below < min(len(blocks) - 1, place + _BUTTONS)
        and labels[below] in ("boilerplate", "caption")
        and text != blocks[below].text
    ):
        below += 1
    credited = "caption" in labels[place + 1 : below]
    least = _LEAST_TWICE if below > place + 1 and not credited else _LEAST_AT_ONCE
    same = below < len(blocks) and text == blocks[below].text and len(text.split()) >= least
    return below if same and (credited or _OPEN.search(text)) else 0


def _is_doubled(text: str) -> bool:
    """Whether a line is a caption and, glued to it, the same again: "The ferryThe ferry"."""
    once = text.replace(" play video", "")
    half = len(once) // 2
    return half >= _LEAST_DOUBLED and once[:half] == once[-half:] and len(once) == 2 * half


def take_out_credited(blocks: Sequence[Block], labels: list[str]) -> None:
    """Between headline and byline, what stands right over a credit is its picture's caption."""
    if "byline" not in labels or "title" not in labels:
        return
    byline, title = labels.index("byline"), labels.index("title")
    for place in range(title + 1, min(byline, title + _DEEPEST)):
        if labels[place] in TEXT and _CREDIT_ALONE.match(blocks[place + 1].text):
            labels[place] = labels[place + 1] = "caption"
