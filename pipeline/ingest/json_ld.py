"""JSON-LD: the record a page carries about its article, for search engines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from pipeline.ingest.fields import plain_value

_ARTICLE_TYPES = re.compile(r"\w{0,30}Article\Z|\w{0,20}Blog(?:Post|Posting)\Z|Report\Z|Review\Z")
_PAGE_TYPES = re.compile(r"\w{0,20}Page\Z|CreativeWork\Z|VideoObject\Z|PodcastEpisode\Z")
# What stands inside an article's record but is about something else.
_OTHER_STORIES: Final = frozenset(
    ("itemListElement", "hasPart", "isPartOf", "citation", "comment", "review", "mentions",
     "about", "relatedLink", "video", "image", "isBasedOn", "author", "publisher")
)  # fmt: skip
_DECLARED_DATE = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{4,60})"')
_WRAPPING = re.compile(
    r"\A\s*(?:<!--)?\s*(?://|/\*)?\s*(?:<!\[CDATA\[)?(?:\s*\*/)?"
    r"|(?://|/\*)?\s{0,9}(?:\]\]>)?(?:\s{0,9}\*/)?\s{0,9}(?:-->)?[\s;]{0,99}\Z"
)
_TAG = re.compile(r"</?(?:p|div|br|h[1-6]|li|span|a|em|strong)\b")
_DEEPEST = 12


class PageRecord(NamedTuple):
    """What the JSON-LD of a page says of its article, as it stands there."""

    date: str = ""
    author: str = ""
    """Names joined by `; `."""
    publisher: str = ""
    headline: str = ""
    language: str = ""


def read_json_ld(tree: Any, url: str) -> PageRecord:
    """The record of the page's own article, among those of all it links to.

    Args:
        tree: The parsed page (lxml).
        url: Its address, which tells its record among several.
    """
    articles: list[dict[str, Any]] = []
    pages: list[dict[str, Any]] = []
    by_id: dict[str, dict[str, Any]] = {}
    dates: set[str] = set()
    for text, nodes in _records(tree):
        if nodes is None:
            dates |= set(_DECLARED_DATE.findall(text))
        for node in nodes or ():
            if isinstance(node.get("@id"), str) and "name" in node:
                by_id.setdefault(node["@id"], node)
            kinds = node.get("@type")
            names = [
                str(kind).rpartition("/")[2]
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ]
            if any(_ARTICLE_TYPES.match(name) for name in names):
                articles.append(node)
            elif any(_PAGE_TYPES.match(name) for name in names):
                pages.append(node)
    own = _own(articles, url)
    around = _own(pages, url)
    date = _date(own) or _date(around)
    return PageRecord(
        # broken JSON, with one date in it, still declares that date
        date=date or (dates.pop() if len(dates) == 1 else ""),
        author=_name(own.get("author"), by_id),
        publisher=_name(own.get("publisher"), by_id),
        headline=plain_value(own.get("headline")),
        language=plain_value(own.get("inLanguage") or around.get("inLanguage")),
    )


def told_body(tree: Any) -> list[str]:
    """The paragraphs of the longest `articleBody` in a page's JSON-LD; none without one."""
    longest = ""
    for _, nodes in _records(tree):
        for node in nodes or ():
            body = node.get("articleBody")
            if isinstance(body, str) and len(body) > len(longest):
                longest = body
    if _TAG.search(longest):
        from lxml import html

        pieces = html.fromstring(f"<div>{longest}</div>").itertext()
        longest = "\n".join(map(str, pieces))
    return [line for line in map(str.strip, longest.split("\n")) if line]


def _records(tree: Any) -> Iterator[tuple[str, list[dict[str, Any]] | None]]:
    """The text of each JSON-LD script, and the nodes in it; None if it cannot be read."""
    for script in tree.iterfind(".//script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        text = _WRAPPING.sub("", script.text)
        try:
            yield text, list(_nodes(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            yield text, None


def _own(nodes: list[dict[str, Any]], url: str) -> dict[str, Any]:
    if len(nodes) > 1 and url:
        nodes = [node for node in nodes if _is_about(node, url)] or nodes
    dated = [node for node in nodes if _date(node)]
    return next(iter(dated or nodes), {})


def _name(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> str:
    """The name of an author or publisher, which may stand elsewhere under its `@id`."""
    if isinstance(value, list):
        if depth > _DEEPEST:
            return ""
        return "; ".join(filter(None, (_name(part, by_id, depth + 1) for part in value)))
    if isinstance(value, dict):
        named = value if value.get("name") else by_id.get(str(value.get("@id")), {})
        return plain_value(named.get("name"))
    return plain_value(value)


def _date(node: dict[str, Any]) -> str:
    for key in ("datePublished", "dateCreated"):
        value = node.get(key)
        if isinstance(value, str) and value:
            return value
    return ""


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if key not in _OTHER_STORIES and isinstance(inner, dict | list):
                yield from _nodes(inner, depth + 1)


def _is_about(node: dict[str, Any], url: str) -> bool:
    main = node.get("mainEntityOfPage")
    addresses = [node.get("url"), node.get("@id"), main]
    if isinstance(main, dict):
        addresses += [main.get("@id"), main.get("url")]
    wanted = _bare(url)
    return any(isinstance(address, str) and _bare(address) == wanted for address in addresses)


def _bare(url: str) -> str:
    """An address without what differs between two ways to the same page."""
    return re.sub(r"\Ahttps?://(?:www\.)?|[?#].*\Z", "", url).rstrip("/")
