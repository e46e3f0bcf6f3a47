"""What a web page says of itself: title, author, site, address, language, publication date."""

from __future__ import annotations

import html
import logging
import re
from typing import Any, Final

from pipeline.ingest.decode import fold_text
from pipeline.ingest.fields import language_code, one_line
from pipeline.ingest.page_date import page_date
from pipeline.records import Metadata

_HEAD_SIZE = 400_000
"""Characters of a page in which its metadata is looked for when the whole is too much."""
_LARGEST_PAGE = 5_000_000
_DEEPEST_NESTING = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
     "track", "wbr", "p", "li", "td", "tr", "option", "dt", "dd")
)  # fmt: skip
_NO_AUTHOR = re.compile(r"https?:|www\.|@|\b(?:admin|webmaster|editor|staff|unknown|null)\Z", re.I)
_LONGEST_BYLINE = 200


def page_metadata(markup: str, url: str = "") -> Metadata:
    """What a page says of its article.

    Title, author and site come from OpenGraph, JSON-LD and the page's own elements
    (trafilatura); the date from `page_date`, which takes only what the markup declares as
    the day of publication.

    Args:
        markup: The page's HTML, or a fragment of one.
        url: Its address where that is known; otherwise the page's canonical address.

    Returns:
        `published_basis` is `page` where there is a date. A page that cannot be parsed
        says nothing.
    """
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    # its warnings about odd pages are of no use to whoever runs a million of them
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    tree = load_html(_parsable(markup))
    if tree is None:
        return Metadata()
    published = page_date(tree, url)
    try:
        found = extract_metadata(
            tree,
            default_url=url or None,
            # its date search is not used, so it is kept short and off the clock
            date_config={
                "extensive_search": False,
                "min_date": "2000-01-01",
                "max_date": "2000-01-02",
            },
        )
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError):
        return Metadata(url=url, published=published, published_basis="page" if published else "")
    whole_page = tree.find(".//head") is not None and "<head" in markup[:_HEAD_SIZE].lower()
    return Metadata(
        url=url or _text(found.url),
        outlet=_site(_text(found.sitename), _text(found.url)),
        # a fragment's first heading is as likely a heading inside the article
        title=_text(found.title) if whole_page else "",
        byline=_author(_text(found.author)),
        published=published,
        published_basis="page" if published else "",
        language=language_code(
            tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        ),
    )


def _parsable(markup: str) -> str:
    """The page, or only its beginning where it is too large or nested too deep to be parsed."""
    if len(markup) > _LARGEST_PAGE or _nesting(markup) > _DEEPEST_NESTING:
        return markup[:_HEAD_SIZE] if _nesting(markup[:_HEAD_SIZE]) <= _DEEPEST_NESTING else ""
    return markup


def _nesting(markup: str) -> int:
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        if match[2].lower() in _VOID:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _text(value: Any) -> str:
    return one_line(fold_text(html.unescape(value))) if isinstance(value, str) else ""


def _site(name: str, url: str) -> str:
    """The site's name; empty for an address, which `outlet_from_url` reads better."""
    return (
        ""
        if name.startswith("http") or re.fullmatch(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+", name)
        else name
    )


def _author(names: str) -> str:
    kept = [name.strip() for name in names.split(";")]
    joined = "; ".join(name for name in kept if name and not _NO_AUTHOR.search(name))
    return joined if len(joined) <= _LONGEST_BYLINE else ""
