"""What running text says about the lines beside it, on plain text with or without a menu.

Four things the line classifier is too cautious about: a list above the first paragraph is
a menu, however much its lines look like the article's, and so is all that stands above the
headline; a whole paragraph right beside one of the article is another one unless its wording
says otherwise; and questions and answers marked as such are an interview, not a thread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.blocks import STOPPED, Block
from pipeline.clean.headlines import reads_like_headline, same_title
from pipeline.clean.layout import keep_signatures
from pipeline.clean.looks import word_count
from pipeline.clean.parted import put_parted_back
from pipeline.clean.phrases import worded
from pipeline.clean.recipes import put_recipe_back
from pipeline.clean.voice import speaks_as_paper

_MENU = 5
"""Lines above the first paragraph that make a menu."""
_SENTENCE = 12
_PARAGRAPH = 20
_RUNNING_TEXT = 30
"""Words: of a sentence; of a paragraph that stands by itself; of text without a full stop."""
_BESIDE = 3
"""Lines from a paragraph to the next one of its article, at most."""
_LEAST_SENTENCE = 4
"""Words of a sentence that stands between an article's lines."""
_CLOSING = re.compile(r"(?:“?[A-Z][\w’']* )[a-zA-Z’' ,-]{3,120}[.”]$")
"""A short sentence right below a paragraph, such as "The trial continues."."""
_TURNS = 4
_HEADLINE = 4
"""Words of the shortest headline that is told by its repetition."""
_REACH = 15
"""Blocks below a headline in which its article begins."""
_LEAST_PARAGRAPHS = 2
_BEFORE_SITE = frozenset("|-–—»«·•")
"""What stands between headline and site in a page's title."""
_TURN = re.compile(r"([QA])[:.] ")
_SPEAKER = re.compile(
    r"([A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4})(?:, [A-Z ]{3,30})?: \S"
)
"""Who speaks in a transcript, in capitals: "JANE DOE, HOST: Good morning."."""


def by_paragraphs(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with menus out and paragraphs and interviews in."""
    settled = list(labels)
    _take_out_above_headline(blocks, settled)
    _take_out_menu(blocks, settled)
    _put_paragraphs_back(blocks, settled)
    put_parted_back(blocks, settled)
    put_recipe_back(blocks, settled)
    keep_signatures(blocks, settled)
    turns = {place: _TURN.match(block.text) for place, block in enumerate(blocks)}
    spoken = [place for place, turn in turns.items() if turn]
    if len(spoken) >= _TURNS and len({blocks[place].text[0] for place in spoken}) == 2:
        for place in spoken:
            settled[place] = "body"
    _put_transcript_back(blocks, settled)
    return settled


def _put_transcript_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body what stands from the first to the last turn of a broadcast's transcript."""
    turns = [
        (place, turn[1])
        for place, block in enumerate(blocks)
        if (turn := _SPEAKER.match(block.text))
    ]
    speakers = Counter(name for _, name in turns)
    if len(turns) < _TURNS or len(speakers) < 2 or max(speakers.values()) < 2:
        return
    for place in range(turns[0][0], turns[-1][0] + 1):
        if labels[place] in ("comment", "boilerplate"):
            labels[place] = "body"


def _take_out_above_headline(blocks: Sequence[Block], labels: list[str]) -> None:
    """Teasers in a menu are not the article's, however many sentences they have.

    A page's text begins with its title; where a line repeats it over running text, the
    article begins: unless it is a paragraph that stands twice, or most of what stands over it is
    running text, and more than below.
    """
    running = [
        place
        for place, (block, label) in enumerate(zip(blocks, labels, strict=True))
        if label == "body" and word_count(block.text) >= _PARAGRAPH
    ]
    for place in range(1, len(blocks)):
        text = blocks[place].text
        if not (_repeats(text, blocks[0].text) and reads_like_headline(text)):
            continue
        below = [n for n in running if n > place]
        near = [n for n in below if n <= place + _REACH]
        above = len(running) - len(below)
        if len(near) >= _LEAST_PARAGRAPHS and above <= max(len(below), place // 2):
            for menu in range(place):
                if labels[menu] in ("body", "deck", "title"):
                    labels[menu] = "boilerplate"
            labels[place] = "title"
            return


def _repeats(text: str, title: str) -> bool:
    if text.count(" ") < _HEADLINE - 1:
        return False
    site = title[len(text) :].strip() if title.lower().startswith(text.lower()) else ""
    return site[:1] in _BEFORE_SITE if site else same_title(text, title)


def _take_out_menu(blocks: Sequence[Block], labels: list[str]) -> None:
    """A list over the first paragraph, unless it stands below the headline: a summary."""
    above: list[int] = []
    for place, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        if label != "body":
            continue
        words = word_count(block.text)
        if words >= _RUNNING_TEXT or (words >= _SENTENCE and STOPPED.search(block.text)):
            if len(above) >= _MENU and "title" not in labels[: above[0]]:
                for line in above:
                    labels[line] = "boilerplate"
            return
        above.append(place)


def _put_paragraphs_back(blocks: Sequence[Block], labels: list[str]) -> None:
    repeated = Counter(block.text for block in blocks)
    was = list(labels)
    # Nothing above the headline is the article's.
    first = was.index("title") + 1 if "title" in was else 0
    for place in range(first, len(blocks)):
        text = blocks[place].text
        if was[place] != "boilerplate" or repeated[text] > 1 or not STOPPED.search(text):
            continue
        above = "body" in was[max(first, place - _BESIDE) : place]
        below = "body" in was[place + 1 : place + 1 + _BESIDE]
        words = word_count(text)
        paragraph = words >= _PARAGRAPH and (above or below)
        below_it = place > 0 and "body" in (was[place - 1], labels[place - 1])
        closing = below_it and _CLOSING.match(text) is not None
        between = above and below and words >= _LEAST_SENTENCE
        told = (above or below) and speaks_as_paper(text)
        if (paragraph or between or closing or told) and not worded(text):
            labels[place] = "body"
