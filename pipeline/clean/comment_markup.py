"""Reader comments of HTML pages: told by what the markup calls them, or by their lines below
an article whose end is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from pipeline.clean.blocks import Block
from pipeline.clean.classifier import KEPT
from pipeline.clean.comment_phrases import COMMENT_ACTION
from pipeline.clean.comment_section import whole_section
from pipeline.clean.comment_signs import form_of_date
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import worded
from pipeline.clean.voice import speaks_as_reader, speaks_personally

_LEAST_ARTICLE = 40
"""Words outside what the markup calls comments, without which these are the page's text."""
_LEAST_COMMENTS = 8
"""Words of a stretch of comments; a link to them has fewer."""
_LEAST_READERS = 2
_LINKED = 0.7
"""Share of a line that is links, from which on it is another page's."""
_OTHERS_NAME = 0.3
"""The same of a line with a date, which then dates another story."""
_LONGEST_NAME = 4
"""Words of a name over a date."""
_SECTION = re.compile(
    r"(?:^|[-_])comments?(?:$|[-_](?!count|counts|number|link|links|button|btn|icon|toggle|open|"
    r"closed|meta$|off)|[a-z]*(?:list|area|section|thread|body|text|content|wrapper|container)s?$)"
    r"|^(?:disqus|dsq|wpd|wpdiscuz|wpdcom|viafoura|vf|coral|livefyre|fyre|spotim|spot-im|"
    r"hyvor|giscus|utterances|remark42|commento|intensedebate|idc|hypercomments|vuukle|"
    r"insticator|isso)(?:$|[-_])"
    r"|^(?:fb-comments|UFI\w+|disqus\w*|wpdcom\w*|commentlist|blog-comments)$"
)
"""How sites call a comment section or a part of it, by class or id."""
_ELSEWHERE = re.compile(r"recent|latest|widget|popular|top-?comment")
"""Boxes that show what is said under other articles."""
_SCHEMA = re.compile(r"schema\.org/(?:User)?Comments?$")
_WHOLE_PAGE = frozenset(("html", "body", "main"))


def holds_comments(element: etree._Element) -> bool:
    """Whether the markup calls an element a comment, a section of them or a part of it."""
    if element.tag in _WHOLE_PAGE:
        return False
    if element.get("itemprop") == "comment" or _SCHEMA.search(element.get("itemtype") or ""):
        return True
    named = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    return any(_SECTION.search(name) and not _ELSEWHERE.search(name) for name in named)


def label_comments(
    blocks: Sequence[Block],
    labels: Sequence[str],
    commented: Sequence[bool],
    linked: Sequence[float],
) -> list[str]:
    """The labels, with what stands in comments by the markup or by its lines labelled so.

    Args:
        blocks: The page.
        labels: Their labels, by which the article is known.
        commented: Whether each block stands in what the markup calls comments.
        linked: Share of each block that is links.
    """
    settled = list(labels)
    _label_by_markup(blocks, settled, commented)
    if "comment" not in settled:
        settled = whole_section(blocks, settled)
    last = max((place for place, label in enumerate(settled) if label in KEPT), default=-1)
    if last >= 0:
        end = last + 1
        while end < len(blocks) and not _is_furniture(blocks[end].text, linked[end]):
            end += 1
        if "comment" not in settled[last:]:
            _label_readers(blocks, settled, range(last + 1, end))
        _begin_at_first(blocks, settled, linked, last + 1)
    if any(commented):
        for place, label in enumerate(settled):
            if label == "comment" and not commented[place] and linked[place] >= _OTHERS_NAME:
                settled[place] = "boilerplate"
    return settled


def _label_by_markup(blocks: Sequence[Block], labels: list[str], commented: Sequence[bool]) -> None:
    outside = [n for n, label in enumerate(labels) if label == "body" and not commented[n]]
    if sum(word_count(blocks[place].text) for place in outside) < _LEAST_ARTICLE:
        return
    start = outside[0] + 1
    while start < len(blocks):
        end = start
        while end < len(blocks) and commented[end]:
            end += 1
        if sum(word_count(block.text) for block in blocks[start:end]) >= _LEAST_COMMENTS:
            labels[start:end] = ["comment"] * (end - start)
        start = end + 1


def _is_furniture(text: str, linked: float) -> bool:
    return (linked >= _LINKED or worded(text)) and not COMMENT_ACTION.found_in(text.lower())


def _label_readers(blocks: Sequence[Block], labels: list[str], below: range) -> None:
    """Label as comments what stands right below the article, if it speaks as readers do."""
    texts = [blocks[place].text for place in below]
    told = [text for text in texts if speaks_as_reader(text) or speaks_personally(text)]
    if len(told) >= _LEAST_READERS and any(map(speaks_as_reader, told)):
        labels[below.start : below.stop] = ["comment"] * len(below)


def _begin_at_first(
    blocks: Sequence[Block], labels: list[str], linked: Sequence[float], below: int
) -> None:
    """Label as comments those between the article and the first one, dated in its form."""
    if "comment" not in labels[below:]:
        return
    first = labels.index("comment", below)
    section = [n for n in range(first, len(labels)) if labels[n] == "comment"]
    alike = {form_of_date(blocks[place].text) for place in section} - {""}
    heads = [
        place
        for place in range(below, first)
        if linked[place] < _OTHERS_NAME and form_of_date(blocks[place].text) in alike
    ]
    if not heads:
        return
    top = heads[0]
    if top > below and word_count(blocks[top - 1].text) <= _LONGEST_NAME:
        top -= 1
    labels[top:first] = ["comment"] * (first - top)
