"""Which elements of a page can speak of its article, and not of a comment or another story."""

from __future__ import annotations

import re
from typing import Any, Final

_OTHER = re.compile(
    r"comment|respon[ds]|reply|disqus|related|recommend|sidebar|widget|popular|trending"
    r"|latest|newsletter|teaser|carousel|most-?read|also-?like|next-?(?:post|article)|prev|archive"
    r"|calendar|event|menu|\bnav|promo|weather|stock|ticker|copyright|feed\b|list-?item|card",
    re.IGNORECASE,
)
_OTHER_ELEMENTS: Final = frozenset(("aside", "nav", "blockquote", "select"))
_FOOT = re.compile("footer", re.IGNORECASE)
_DEEPEST = 60
_LONGEST_NAMES = 300


def speaks_of_article(element: Any) -> bool:
    """Whether neither an element nor what it stands in belongs to something else on the page.

    The foot of the page is something else; the foot of an `<article>` is its own.
    """
    current, in_foot = element, False
    for _ in range(_DEEPEST):
        if current is None or current.tag in ("body", "html"):
            break
        named = class_and_id(current)
        if current.tag in _OTHER_ELEMENTS or (named and _OTHER.search(named)):
            return False
        if current.tag == "article":
            return True
        in_foot = in_foot or current.tag == "footer" or bool(_FOOT.search(named))
        current = current.getparent()
    return not in_foot


def class_and_id(element: Any) -> str:
    """An element's class and id, as one text to search for telling words."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()[:_LONGEST_NAMES]


def short_text(element: Any, longest: int) -> str:
    """An element's text on one line; empty if it has more than that many characters."""
    parts: list[str] = []
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > longest:
            return ""
        parts.append(text)
    return " ".join(" ".join(parts).split())
