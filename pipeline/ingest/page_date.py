"""The day a page says it was published; never a day that merely stands on it.

Asked in this order: JSON-LD of the article, the meta elements of the head, microdata
(`itemprop="datePublished"`), `<time>` and elements whose class says publication, where
they are the article's and not a comment's or another story's. Libraries that search a
page's text for any date find more dates and more wrong ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from pipeline.ingest.dates import column_orders, read_date

_ARTICLE_TYPES = re.compile(
    r"(?:\w{0,30}Article|\w{0,20}BlogPosting|Report|LiveBlogPosting|Review|OpinionNewsArticle)\Z"
)
_PAGE_TYPES = re.compile(r"(?:\w{0,20}Page|CreativeWork|VideoObject|PodcastEpisode)\Z")
# What stands inside an article's record but is about something else.
_OTHER_STORIES: Final = frozenset(
    ("itemListElement", "hasPart", "isPartOf", "citation", "comment", "review", "mentions",
     "about", "relatedLink", "video", "image", "isBasedOn", "author", "publisher")
)  # fmt: skip
_DECLARED: Final = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{4,60})"')
_SCRIPT_COMMENT = re.compile(r"\A\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*\Z|\A\s*<!--|-->\s*\Z")

# `name`, `property` or `itemprop` of meta elements, most telling first.
_META_NAMES: Final = (
    "article:published_time", "article:published", "article:publication_date", "datepublished",
    "og:article:published_time", "og:published_time", "og:pubdate", "og:publish_date",
    "publish-date", "publish_date", "published-date", "published_date", "publishdate",
    "publicationdate", "publication_date", "publication-date", "pubdate", "pub_date",
    "published_at", "publishedat", "publish_time", "published_time", "published_time_telegram",
    "originalpublicationdate", "article_date_original", "date_published", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "rnews:datepublished", "bt:pubdate",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dc:date", "article.published",
    "article:post_date", "rbpubdate", "ptime", "pdate", "displaydate", "date", "created",
    "datecreated", "date_created", "article.created",
)  # fmt: skip
_META_RANK: Final = {name: rank for rank, name in enumerate(_META_NAMES)}

_NOT_THE_ARTICLE = re.compile(
    r"comment|respon[ds]|reply|disqus|related|recommend|sidebar|widget|footer|popular|trending"
    r"|latest|newsletter|teaser|carousel|most-?read|also-?like|next-?(?:post|article)|prev|archive"
    r"|calendar|event|menu|\bnav|promo|weather|stock|ticker|copyright|feed\b|list-?item|card",
    re.IGNORECASE,
)
_NOT_ELEMENTS: Final = frozenset(("aside", "footer", "nav", "blockquote", "select", "form"))
_SAYS_PUBLISHED = re.compile(
    r"publi(?:sh|cation|cado|e\b)|pub-?date|post(?:ed)?-?(?:date|on|time|meta)|entry-?(?:date|time|meta)"
    r"|article-?_?-?(?:date|time|meta|info)|story-?_?-?(?:date|time)|date-?line|byline|time-?stamp"
    r"|date-?(?:created|posted|time)|(?:^|[\s_-])date(?:$|[\s_-])|meta-?date|news-?date|created",
    re.IGNORECASE,
)
_SAYS_CHANGED = re.compile(r"updat|modif|revis|edited|last-?mod", re.IGNORECASE)
_LONGEST_DATE_ELEMENT = 120
_DATE_IN_TEXT = re.compile(
    r"\d{4}-\d\d-\d\d|\b\d{1,2}[./]\d{1,2}[./]\d{4}\b|\b\d{4}[./]\d{1,2}[./]\d{1,2}\b"
)
_MOST_ELEMENTS = 20_000


def page_date(tree: Any, url: str = "") -> str:
    """The ISO date on which the markup says the page was published; empty if it does not.

    Args:
        tree: The parsed page (lxml).
        url: Its address, to find the right one among several JSON-LD records.
    """
    for look in (_from_json_ld, _from_meta, _from_microdata, _from_elements):
        if found := look(tree, url):
            return found
    return ""


def _from_json_ld(tree: Any, url: str) -> str:
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    unread: list[str] = []
    for script in tree.iterfind(".//script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        text = _SCRIPT_COMMENT.sub("", _SCRIPT_COMMENT.sub("", script.text)).strip().rstrip(";")
        try:
            nodes = list(_json_nodes(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            unread += _DECLARED.findall(text)
            continue
        for node in nodes:
            if "datePublished" in node or "dateCreated" in node:
                types = [str(kind).rpartition("/")[2] for kind in _as_list(node.get("@type"))]
                if any(_ARTICLE_TYPES.match(kind) for kind in types):
                    articles.append(node)
                elif any(_PAGE_TYPES.match(kind) for kind in types):
                    pages.append(node)
    for nodes in (articles, pages):
        if len(nodes) > 1 and url:
            nodes = [node for node in nodes if _is_about(node, url)] or nodes[:1]
        for node in nodes[:1]:
            for key in ("datePublished", "dateCreated"):
                value = node.get(key)
                if isinstance(value, str) and (found := read_date(value)):
                    return found
    days = {read_date(value) for value in unread} - {""}
    return days.pop() if len(days) == 1 else ""


def _json_nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 12:
        return
    if isinstance(value, list):
        for item in value:
            yield from _json_nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key not in _OTHER_STORIES and isinstance(inner, dict | list):
                yield from _json_nodes(inner, depth + 1)


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_about(node: dict[str, Any], url: str) -> bool:
    main = node.get("mainEntityOfPage")
    addresses = [node.get("url"), node.get("@id"), main]
    if isinstance(main, dict):
        addresses += [main.get("@id"), main.get("url")]
    wanted = _bare(url)
    return any(isinstance(address, str) and _bare(address) == wanted for address in addresses)


def _bare(url: str) -> str:
    return re.sub(r"\Ahttps?://(?:www\.)?|[?#].*\Z|/\Z", "", url)


def _from_meta(tree: Any, url: str) -> str:
    found: list[tuple[int, str]] = []
    for meta in tree.iterfind(".//meta"):
        value = meta.get("content") or meta.get("datetime") or ""
        for attribute in ("property", "name", "itemprop"):
            rank = _META_RANK.get((meta.get(attribute) or "").strip().lower())
            if rank is not None and value and (day := read_date(value)):
                # microdata inside the body may be a comment's or another story's
                if attribute == "itemprop" and not _is_the_articles(meta):
                    continue
                found.append((rank, day))
    return min(found, key=lambda pair: pair[0])[1] if found else ""


def _from_microdata(tree: Any, url: str) -> str:
    return _first(
        tree,
        lambda element: (element.get("itemprop") or "").lower() in ("datepublished", "datecreated"),
    )


def _from_elements(tree: Any, url: str) -> str:
    def is_publication(element: Any) -> bool:
        if element.tag == "time" and element.get("pubdate") is not None:
            return True
        own = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _SAYS_CHANGED.search(own):
            return False
        if element.tag in ("time", "abbr"):
            return True
        return bool(_SAYS_PUBLISHED.search(own)) and _is_short(element)

    days = [
        day for element in _elements(tree) if is_publication(element) and (day := _day_of(element))
    ]
    # several different days: which one is the article's is not said
    return days[0] if len(set(days)) == 1 else ""


def _first(tree: Any, holds: Callable[[Any], bool]) -> str:
    for element in _elements(tree):
        if holds(element) and (day := _day_of(element)):
            return day
    return ""


def _elements(tree: Any) -> Iterator[Any]:
    """The page's elements that may speak of its article, in order."""
    for count, element in enumerate(
        tree.iter(
            "time",
            "abbr",
            "span",
            "div",
            "p",
            "li",
            "meta",
            "b",
            "em",
            "small",
            "dd",
            "td",
            "a",
            "ul",
            "header",
            "h6",
            "h5",
            "h4",
            "strong",
            "i",
        )
    ):
        if count > _MOST_ELEMENTS:
            return
        marked = element.get("class") or element.get("id") or element.get("itemprop")
        if (marked or element.tag in ("time", "abbr")) and _is_the_articles(element):
            yield element


def _is_the_articles(element: Any) -> bool:
    """Whether neither an element nor what it stands in belongs to something else on the page."""
    current = element
    for _ in range(40):
        if current is None or current.tag in ("body", "html"):
            return True
        if current.tag in _NOT_ELEMENTS:
            return False
        named = f"{current.get('class') or ''} {current.get('id') or ''}"
        if named.strip() and _NOT_THE_ARTICLE.search(named[:400]):
            return False
        current = current.getparent()
    return True


def _is_short(element: Any) -> bool:
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > _LONGEST_DATE_ELEMENT:
            return False
    return length > 0


def _day_of(element: Any) -> str:
    for attribute in ("datetime", "content", "data-datetime", "title"):
        if value := element.get(attribute):
            day = read_date(value)
            if len(day) == len("2020-01-06"):
                return day
    if not _is_short(element):
        return ""
    text = " ".join(" ".join(element.itertext()).split())
    day = read_date(text)
    if len(day) == len("2020-01-06"):
        return day
    stated = {
        read_date(match[0], column_orders([match[0]])) for match in _DATE_IN_TEXT.finditer(text)
    }
    return stated.pop() if len(stated) == 1 and not _SAYS_CHANGED.search(text) else ""
