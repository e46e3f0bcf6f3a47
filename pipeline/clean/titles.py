"""Which of a page's lines is the article's title: pages repeat it, in whole or in part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.clean.blocks import Block
from pipeline.clean.credits import authors_name
from pipeline.clean.dates import without_dates
from pipeline.clean.looks import content_words
from pipeline.clean.masthead import names_section_or_site
from pipeline.clean.phrases import KINDS, kinds_of, worded
from pipeline.clean.plain_lines import is_notice, plain_label
from pipeline.clean.published import is_stamp

_LONGEST = 300
_WORD = re.compile(r"\w+")
_ALIKE = 0.85
_STOPS = (".", ".”", '."')
_SITE = 20
"""Characters of a site's name, which may stand behind one of two titles."""
_LEAST_WORDS, _LONGEST_HEADLINE = 3, 25
"""Words, besides the smallest, of a headline that is told by what it says."""
_LONGEST_TITLE, _SENTENCE = 45, 14
"""Words: of a title, and of a sentence with its full stop, which is an opening paragraph."""
_SHORT_SENTENCE = 4
"""Words of a sentence that is no title where the metadata gives another."""
_SHARED = 0.6
_PATH = re.compile(r" [>/›»|] ")
"""In a path to the page, such as "Home > News > Local"."""
_LEAD = 12
"""Words."""
_LEAST_STAMPED = 5
"""Words of a headline that is told by the byline below it."""
_LEAST_SHARED, _LEAST_SHARE = 2, 0.4
"""Words of a line right over the text that the text speaks of too."""
_DEEPEST = 12
"""Blocks above the body, at most, of a text that starts with its title and not a menu."""
_TOP, _HEAD = 3, 6
"""Blocks at the top of a text among which its headline is, if that text has no menu; and
blocks that then stand above its body."""
_KICKER = 2
"""Words of a line that says of what or of where the headline below it is."""


def find_title(blocks: Sequence[Block], labels: list[str], known: str) -> list[str]:
    """The labels with at most one title, the nearest above the body; its echoes are duplicates.

    Args:
        blocks: The page.
        labels: What the classifier says of each block.
        known: The title the metadata gives, or "".
    """
    labels = [
        "body" if label == "title" and _is_paragraph(block.text, known) else label
        for block, label in zip(blocks, labels, strict=True)
    ]
    body = labels.index("body") if "body" in labels else len(labels)
    titles = [place for place in range(body) if labels[place] == "title"]
    if not titles and known:
        titles = [place for place in range(body) if same_title(blocks[place].text, known)]
        if not titles and body < len(labels) and same_title(blocks[body].text, known):
            titles = [body]
            body += 1
    if not titles:
        titles = (
            _first_line(blocks, labels, body)
            or _like_first_line(blocks, labels, body)
            or _line_above(blocks, labels, body, known)
        )
    if not titles:
        return [_not_title(label) for label in labels]
    title = _likeliest(blocks, labels, titles, known)
    if not known and _is_headed(blocks, labels, title, body):
        labels[title] = "deck"
        title -= 1
    headed = title < _TOP and body - title <= _HEAD
    for place, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        if place == title:
            labels[place] = "title"
        elif place < title + 12 and same_title(block.text, blocks[title].text):
            labels[place] = "duplicate"
        elif label == "title" and title < place < body:
            labels[place] = "boilerplate" if names_section_or_site(block.text) else "deck"
        elif label == "boilerplate" and headed and title < place < body and _is_lead(block.text):
            labels[place] = "deck"
        elif label == "boilerplate" and headed and title < place < body:
            # Between the headline and the text, where no menu stands above.
            labels[place] = "deck" if _headline(block.text) else label
        elif label == "deck" and place < title:
            # The title is the text's first paragraph, and lines keep their order.
            labels[place] = "boilerplate"
        else:
            labels[place] = _not_title(label)
    return labels


def same_title(text: str, title: str) -> bool:
    """Whether two lines are one headline, up to case, punctuation and a site's name."""
    shorter, longer = sorted((len(text), len(title)))
    if len(text) > _LONGEST or longer > 2 * shorter + _SITE:
        return False
    words, others = _words(text), _words(title)
    if not words or not others:
        return False
    if words == others:
        return True
    shared = len(set(words) & set(others))
    return min(len(words), len(others)) > 3 and shared >= _ALIKE * max(
        len(set(words)), len(set(others))
    )


def _first_line(blocks: Sequence[Block], labels: Sequence[str], body: int) -> list[int]:
    """The first line of a text without a menu, if it reads like a headline."""
    if body > _DEEPEST:
        return []
    for place in range(min(body, 3)):
        text = blocks[place].text
        if labels[place] in ("boilerplate", "byline", "deck") and _headline(text):
            return [place]
    if body < _TOP and body + 1 < len(blocks) and labels[body + 1] == "body":
        text, below = blocks[body].text, blocks[body + 1].text
        words = len(text.split())
        longer = len(below.split()) > _LONGEST_HEADLINE
        stopped = below.endswith(_STOPS) and words < len(below.split())
        if _headline(text) and words <= _LONGEST_HEADLINE and (longer or stopped):
            return [body]
    return []


def _like_first_line(blocks: Sequence[Block], labels: Sequence[str], body: int) -> list[int]:
    """The headline of a page whose text begins with the page's own title.

    It is the nearest line over the body that speaks of the same, or else the page's title
    itself if the article does.
    """
    if not 0 < body < len(labels):
        return []
    first = _subject(blocks[0].text)
    if len(first) < _LEAST_WORDS:
        return []
    for place in range(body - 1, 0, -1):
        text = blocks[place].text
        if labels[place] != "boilerplate" or len(text) > _LONGEST:
            continue
        words = _subject(text)
        if _LEAST_WORDS <= len(words) <= _LONGEST_HEADLINE:
            shared = len(words & first)
            if shared >= _SHARED * min(len(words), len(first)) and not _is_furniture(text):
                return [place]
    about = len(first & _spoken(blocks, labels, body)) >= _LEAST_WORDS
    return [0] if about and labels[0] == "boilerplate" and _headline(blocks[0].text) else []


def _line_above(blocks: Sequence[Block], labels: Sequence[str], body: int, known: str) -> list[int]:
    """The line right above the text, but for its bylines, if the text speaks of the same, or
    if a byline or a day stands below it."""
    stamped = False
    for place in range(min(body, len(blocks)) - 1, max(-1, body - _DEEPEST), -1):
        text = blocks[place].text
        if labels[place] == "byline" or is_stamp(text) or authors_name(text, ()):
            stamped = True
        elif labels[place] == "boilerplate" and _headline(text) and not plain_label(text):
            if stamped and not known and len(text.split()) >= _LEAST_STAMPED:
                return [place]
            break
    spoken = _spoken(blocks, labels, body)
    for place in range(min(body, len(blocks)) - 1, max(-1, body - _DEEPEST), -1):
        text = blocks[place].text
        if labels[place] == "boilerplate" and _headline(text) and not _PATH.search(text):
            words = _subject(text)
            shared = len(words & spoken)
            if known and len(words & _subject(known)) < _LEAST_SHARED:
                continue
            if shared >= _LEAST_SHARED and shared >= _LEAST_SHARE * len(words):
                return [place]
    return []


def _is_headed(blocks: Sequence[Block], labels: Sequence[str], title: int, body: int) -> bool:
    """Whether the line over what looks like the headline is the headline, and that its deck."""
    if title < _TOP or labels[title - 1] != "boilerplate":
        return False
    text = blocks[title - 1].text
    if not _headline(text) or names_section_or_site(text) or _PATH.search(text):
        return False
    words, first = _subject(text), _subject(blocks[0].text)
    if len(_subject(blocks[title].text) & first) > len(words & first):
        # A page's text begins with the page's own title.
        return False
    shared = len(words & _spoken(blocks, labels, body))
    return len(words) >= _LEAST_WORDS and shared >= _SHARED * len(words)


def _spoken(blocks: Sequence[Block], labels: Sequence[str], body: int) -> set[str]:
    """What the first paragraphs speak of."""
    return {
        word
        for place in range(body, min(len(blocks), body + _DEEPEST))
        if labels[place] == "body"
        for word in _subject(blocks[place].text)
    }


def _is_paragraph(text: str, known: str) -> bool:
    words = len(text.split())
    stopped = text.endswith(_STOPS)
    if known and stopped and words >= _SHORT_SENTENCE and not same_title(text, known):
        # A record's text begins with its first sentence: its title stands in a field.
        return True
    return words > _LONGEST_TITLE or (stopped and words >= _SENTENCE)


def _is_lead(text: str) -> bool:
    """Whether a line between headline and text is a sentence of the article's."""
    return text.endswith(_STOPS) and len(text.split()) >= _LEAD and not worded(text)


def _headline(text: str) -> bool:
    words = text.split()
    return (
        4 <= len(words) <= 35
        and not text.endswith((".", ":", ","))
        and not without_dates(text)[2]
        and not _is_furniture(text)
        and not is_notice(text)
    )


def _is_furniture(text: str) -> bool:
    """Whether a line is worded like furniture; "READ: …", "Watch: …" some headlines begin too."""
    kinds = zip(KINDS, kinds_of(text.lower()), strict=True)
    return any(found for name, found in kinds if name != "related")


def _likeliest(
    blocks: Sequence[Block], labels: Sequence[str], titles: list[int], known: str
) -> int:
    """The headline among several lines that look like one.

    Below a menu it is the last, nearest the text. A text without one begins with it, and
    what follows is its deck; but a section, a site or a place may be named above it.
    """
    if known:
        for place in reversed(titles):
            if same_title(blocks[place].text, known):
                return place
    if titles[0] >= _TOP or titles[-1] - titles[0] >= _TOP:
        return titles[-1]
    *above, last = titles
    for place in above:
        text = blocks[place].text
        if not names_section_or_site(text) and len(text.split()) > _KICKER:
            return place
    if names_section_or_site(blocks[last].text):
        for place in range(last + 1, min(len(blocks), last + _TOP)):
            if labels[place] != "caption" and _headline(blocks[place].text):
                return place
    return last


def _not_title(label: str) -> str:
    return "boilerplate" if label == "title" else label


def _subject(text: str) -> frozenset[str]:
    return content_words(" ".join(_words(text)))


# Of the title, it is asked once for each line.
@lru_cache(maxsize=256)
def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
