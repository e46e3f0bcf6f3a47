"""Who wrote an article and for whom, as the lines of its labelled page show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.clean.credits import authors_name, is_outlet, name_beside_day, name_by_stamp
from pipeline.clean.labelled_page import LabelledPage
from pipeline.clean.masthead import site_above
from pipeline.clean.published import is_stamp
from pipeline.records import Article

_HANDLE = re.compile(r"@\w{2,30}$")
"""What stands below a name that is its bearer's."""
_NEAR_TEXT = 6
"""Blocks right before the body in which a lone name is the author's."""
_NEAR_OPENING = 3
"""Blocks from the first paragraph on, which may be the deck, in which bylines stand."""


def shown_author(page: LabelledPage, paragraphs: Sequence[str]) -> str:
    """The name over the text, if it is its author's."""
    first = page.labels.index("body") if "body" in page.labels else 0
    lines = [block.text for block in page.blocks]
    top = max(0, first - _NEAR_TEXT)
    names = (
        name_beside_day(lines[place])
        or authors_name(lines[place], paragraphs)
        or (page.labels[place] == "byline" and name_by_stamp(lines[place], paragraphs))
        for place in range(top, min(first + _NEAR_OPENING, len(lines) - 1))
        if page.labels[place] == "byline"
        or (
            place < first
            and page.labels[place] == "boilerplate"
            and _HANDLE.match(lines[place + 1])
        )
    )
    titled = page.labels.index("title") + 1 if "title" in page.labels else top
    beside = (
        name_by_stamp(lines[place], paragraphs)
        for place in range(max(top, titled), first)
        if page.labels[place] in ("byline", "boilerplate")
        and any(map(is_stamp, (lines[place], lines[place - 1], lines[place + 1])))
    )
    return next(filter(None, (*names, *beside)), "")


def shown_site(page: LabelledPage) -> str:
    """The outlet's name over the headline, or ""."""
    titled = page.labels.index("title") if "title" in page.labels else 0
    return site_above([block.text for block in page.blocks[:titled]])


def without_site(article: Article) -> Article:
    """The article, its outlet from a page's title such as "The Island Post: Ferry stays"."""
    known = article.metadata
    site, _, title = known.title.partition(": ")
    if known.outlet or not article.markup or not title or not is_outlet(site):
        return article
    return replace(article, metadata=replace(known, outlet=site, title=title))
