"""Which of a page's lines is the article's title: pages repeat it, in whole or in part."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.credits import authors_name
from pipeline.clean.headline_search import (
    PATH,
    SHARED,
    echoed,
    first_line,
    like_first_line,
    line_above,
)
from pipeline.clean.headlines import (
    LEAST_WORDS,
    STOPS,
    TOP,
    may_head,
    reads_like_headline,
    same_title,
    spoken_of,
    subject,
)
from pipeline.clean.masthead import heads_a_site, is_no_headline, names_section_or_site
from pipeline.clean.phrases import worded

_LONGEST_TITLE, _SENTENCE = 45, 14
"""Words: of a title, and of a sentence with its full stop, which is an opening paragraph."""
_SHORT_SENTENCE = 4
"""Words of a sentence that is no title where the metadata gives another."""
_LEAD = 12
"""Words."""
_DECK = 10
"""Words of a sentence under what may be the headline."""
_HEAD = 6
"""Blocks that stand above the body of a text without a menu."""
_KICKER = 2
"""Words of a line that says of what or of where the headline below it is."""


def find_title(blocks: Sequence[Block], labels: list[str], known: str) -> list[str]:
    """The labels with at most one title, the nearest above the body; its echoes are duplicates.

    Args:
        blocks: The page.
        labels: What the classifier says of each block.
        known: The title the metadata gives, or "".
    """
    labels = _told_by_wording(blocks, labels, known)
    body = labels.index("body") if "body" in labels else len(labels)
    titles = [place for place in range(body) if labels[place] == "title"]
    if not known:
        titles = echoed(blocks, body) or titles
    if not titles and known:
        titles = [place for place in range(body) if same_title(blocks[place].text, known)]
        if not titles and body < len(labels) and same_title(blocks[body].text, known):
            titles = [body]
            body += 1
    if not titles:
        titles = (
            first_line(blocks, labels, body)
            or like_first_line(blocks, labels, body)
            or line_above(blocks, labels, body, known)
        )
    if not titles:
        return [_not_title(label) for label in labels]
    title = _likeliest(blocks, labels, titles, known)
    if not known:
        title = _below_site(blocks, labels, title, body)
    if not known and _is_headed(blocks, labels, title, body):
        labels[title] = "deck"
        title -= 1
    headed = title < TOP and body - title <= _HEAD
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
            labels[place] = "deck" if reads_like_headline(block.text) else label
        elif label == "deck" and place < title:
            # The title is the text's first paragraph, and lines keep their order.
            labels[place] = "boilerplate"
        else:
            labels[place] = _not_title(label)
    return labels


def _told_by_wording(blocks: Sequence[Block], labels: Sequence[str], known: str) -> list[str]:
    """The labels without titles that are paragraphs, and menus and addresses over the text."""
    told: list[str] = []
    begun = False
    for block, label in zip(blocks, labels, strict=True):
        if label == "title" and _is_paragraph(block.text, known):
            label = "body"
        elif label in ("title", "body", "deck") and not begun and is_no_headline(block.text):
            # The address of a site may be an article's: of what it tells of.
            is_site = " " not in block.text and "@" not in block.text
            label = label if is_site and label != "title" else "boilerplate"
        begun = begun or (label == "body" and block.text.endswith(STOPS))
        told.append(label)
    return told


def _below_site(blocks: Sequence[Block], labels: Sequence[str], title: int, body: int) -> int:
    """The headline under what looks like one, but is the name or the motto of the site."""
    lines = [block.text for block in blocks]
    if title < _HEAD and heads_a_site(title, lines):
        for place in range(title + 1, min(body + 1, len(blocks))):
            kept = labels[place] in ("body", "deck", "title")
            named = labels[place] == "byline" and not authors_name(lines[place], ())
            if (kept or named) and may_head(blocks, labels, place):
                return place
    return title


def _is_paragraph(text: str, known: str) -> bool:
    words = len(text.split())
    stopped = text.endswith(STOPS)
    if known and stopped and words >= _SHORT_SENTENCE and not same_title(text, known):
        # A record's text begins with its first sentence: its title stands in a field.
        return True
    return words > _LONGEST_TITLE or (stopped and words >= _SENTENCE)


def _is_headed(blocks: Sequence[Block], labels: Sequence[str], title: int, body: int) -> bool:
    """Whether the line over what looks like the headline is the headline, and that its deck."""
    if title < TOP or labels[title - 1] != "boilerplate":
        return False
    text = blocks[title - 1].text
    if not reads_like_headline(text) or names_section_or_site(text) or PATH.search(text):
        return False
    words, first = subject(text), subject(blocks[0].text)
    if len(subject(blocks[title].text) & first) > len(words & first):
        # A page's text begins with the page's own title.
        return False
    shared = len(words & spoken_of(blocks, labels, body))
    below = blocks[title].text
    is_deck = below.endswith(STOPS) and len(below.split()) >= _DECK and not text.endswith("?")
    return len(words) >= LEAST_WORDS and (is_deck or shared >= SHARED * len(words))


def _is_lead(text: str) -> bool:
    """Whether a line between headline and text is a sentence of the article's."""
    return text.endswith(STOPS) and len(text.split()) >= _LEAD and not worded(text)


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
    if titles[0] >= TOP or titles[-1] - titles[0] >= TOP:
        return titles[-1]
    *above, last = titles
    for place in above:
        text = blocks[place].text
        if not names_section_or_site(text) and len(text.split()) > _KICKER:
            return place
    if names_section_or_site(blocks[last].text):
        for place in range(last + 1, min(len(blocks), last + TOP)):
            if labels[place] != "caption" and reads_like_headline(blocks[place].text):
                return place
    return last


def _not_title(label: str) -> str:
    return "boilerplate" if label == "title" else label
