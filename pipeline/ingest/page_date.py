"""The day a page says it was published; never a day that merely stands on it.

Asked in this order: JSON-LD of the article, the meta elements of the head, microdata
(`itemprop="datePublished"`), `<time>` and elements whose class says publication, where
they are the article's and not a comment's or another story's. Libraries that search a
page's text for any date find more dates and more wrong ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final

from pipeline.ingest.article_zone import class_and_id, short_text, speaks_of_article
from pipeline.ingest.dates import LONGEST_DATE_TEXT, date_in_figures, read_date
from pipeline.ingest.page_clock import local_day
from pipeline.ingest.places import date_from_url

# `name`, `property` or `itemprop` of meta elements, most telling first.
_META_NAMES: Final = (
    "article:published_time", "article:published", "article:publication_date", "datepublished",
    "og:article:published_time", "og:published_time", "og:pubdate", "og:publish_date",
    "publish-date", "publish_date", "published-date", "published_date", "publishdate",
    "publicationdate", "publication_date", "publication-date", "pubdate", "pub_date",
    "published_at", "publishedat", "publish_time", "published_time",
    "originalpublicationdate", "article_date_original", "date_published", "sailthru.date",
    "parsely-pub-date", "cxenseparse:recs:publishtime", "rnews:datepublished", "bt:pubdate",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
    "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dc:date",
    "article.published", "article:post_date", "rbpubdate", "ptime", "pdate", "displaydate",
    "date", "created", "datecreated", "date_created", "article.created",
)  # fmt: skip
_META_RANK: Final = {name: rank for rank, name in enumerate(_META_NAMES)}

_ELEMENTS: Final = (
    "time", "abbr", "span", "div", "p", "li", "b", "em", "i", "small", "strong", "dd", "td", "a",
    "ul", "header", "h4", "h5", "h6", "input",
)  # fmt: skip
_SAYS_PUBLISHED = re.compile(
    r"publi(?:sh|cation|cado|e\b)|pub-?date|post(?:ed)?-?(?:date|on|time|meta)"
    r"|entry-?(?:date|time|meta)|article[-_]{0,2}(?:date|time|meta|info)|story[-_]{0,2}(?:date|time)"
    r"|date-?line|byline|time-?stamp|date-?(?:created|posted|time)|(?:^|[\s_-])date(?:$|[\s_-])"
    r"|meta-?date|news-?date|created",
    re.IGNORECASE,
)
_SAYS_CHANGED = re.compile(r"updat|modif|revis|edited|last-?mod", re.IGNORECASE)
_DATE_IN_TEXT = re.compile(
    r"\b(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}[./]\d{1,2}[./]\d{1,2})\b"
)
_UNIVERSAL_TIME = re.compile(r"\d(?:Z|[+-]00:?00| (?:GMT|UTC))\s*\Z")
_MOST_ELEMENTS = 20_000
_FULL = len("2020-01-06")


def page_date(tree: Any, url: str = "", json_ld_date: str = "") -> str:
    """The ISO date on which the markup says the page was published; empty if it does not.

    A stamp in universal time does not tell the day where the paper is: where the page's
    address, or the date it shows its readers, is the day beside, that one is taken; and where
    the page gives the same moment by its own clock, too, the day of that.

    Args:
        tree: The parsed page (lxml).
        url: Its address.
        json_ld_date: The date of its JSON-LD (`read_json_ld`).
    """
    stamps = list(filter(read_date, (json_ld_date, *_from_meta(tree), _from_microdata(tree))))
    if not stamps:
        return _from_elements(tree)
    day = read_date(stamps[0])
    if len(day) < _FULL or not _UNIVERSAL_TIME.search(stamps[0]):
        return day
    before, after = _days_beside(day)
    in_address = date_from_url(url)
    if in_address in (before, after, day):
        return in_address
    if own := local_day(stamps[0], _clocks(tree, stamps)):
        return own
    # a later day would rather be an update's
    return before if before and _from_elements(tree) == before else day


def _clocks(tree: Any, stamps: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Times in universal time, each with one that may be the same by the page's own clock."""
    for other in stamps[1:]:
        if not _UNIVERSAL_TIME.search(other):
            yield stamps[0], other
    for element in _dated_elements(tree):
        text = _text(element)
        if not _SAYS_CHANGED.search(text):
            yield stamps[0], text
        if _UNIVERSAL_TIME.search(element.get("datetime") or ""):
            yield element.get("datetime"), text


def page_figures(tree: Any, json_ld_date: str = "") -> str:
    """The date in figures that the markup declares, where it can be read two ways."""
    declared = (
        meta.get("content") or ""
        for meta in tree.iterfind(".//meta")
        for attribute in ("property", "name")
        if (meta.get(attribute) or "").strip().lower() in _META_RANK
    )
    timed = (
        element.get("datetime") or "" for element in tree.iter("time") if speaks_of_article(element)
    )
    return next(filter(date_in_figures, (json_ld_date, *declared, *timed)), "")


def _days_beside(day: str) -> tuple[str, str]:
    middle, step = date.fromisoformat(day), timedelta(days=1)
    return (middle - step).isoformat(), (middle + step).isoformat()


def _from_meta(tree: Any) -> list[str]:
    """The dates of publication in the page's meta elements, most telling first."""
    found: list[tuple[int, str]] = []
    for meta in tree.iterfind(".//meta"):
        value = meta.get("content") or meta.get("datetime") or ""
        for attribute in ("property", "name", "itemprop"):
            rank = _META_RANK.get((meta.get(attribute) or "").strip().lower())
            if rank is None or not value or not read_date(value):
                continue
            # microdata inside the body may be a comment's or another story's
            if attribute != "itemprop" or speaks_of_article(meta):
                found.append((rank, value))
    return [value for _, value in sorted(found, key=lambda pair: pair[0])]


def _from_microdata(tree: Any) -> str:
    declared = [
        element
        for element in tree.iterfind(".//*[@itemprop]")
        if element.get("itemprop").strip().lower() in ("datepublished", "datecreated")
    ]
    for element in declared:
        if speaks_of_article(element) and (stamp := _stamp(element)):
            return stamp
    stamps = {read_date(stamp): stamp for element in declared if (stamp := _stamp(element))}
    return stamps.popitem()[1] if len(stamps) == 1 else ""


def _stamp(element: Any) -> str:
    """The attribute or text of an element that carries a date; empty if none does."""
    values = (element.get(name) or "" for name in ("datetime", "content", "title", "value"))
    return next(filter(_is_full_date, (*values, _text(element))), "")


def _from_elements(tree: Any) -> str:
    """The one day that the article's date elements show; empty if they show several.

    What readers see goes before the attribute, which is often in universal time.
    """
    days: set[str] = set()
    for element in _dated_elements(tree):
        days |= set(_shown_days(element))
        if len(days) > 1:
            return ""
    return days.pop() if days else ""


def _dated_elements(tree: Any) -> Iterator[Any]:
    """The elements that may show the article's day of publication."""
    for element in islice(tree.iter(*_ELEMENTS), _MOST_ELEMENTS):
        named = class_and_id(element)
        if element.tag in ("time", "abbr") or (named and _SAYS_PUBLISHED.search(named)):
            declared = element.tag == "time" and element.get("pubdate") is not None
            changed = named and _SAYS_CHANGED.search(named) and not _SAYS_PUBLISHED.search(named)
            if (declared or not changed) and speaks_of_article(element):
                yield element


def _shown_days(element: Any) -> Iterator[str]:
    text = _text(element)
    if _SAYS_CHANGED.search(text) and element.tag in ("time", "abbr"):
        return
    day = read_date(text, foreign=False)
    if len(day) == _FULL:
        yield day
    elif element.tag in ("time", "abbr", "input") or not text:
        for name in ("datetime", "title", "value"):
            if _is_full_date(element.get(name) or ""):
                yield read_date(element.get(name))
                return
    elif not _SAYS_CHANGED.search(text):
        stated = {read_date(match) for match in _DATE_IN_TEXT.findall(text)} - {""}
        if len(stated) == 1:
            yield stated.pop()


def _text(element: Any) -> str:
    return short_text(element, LONGEST_DATE_TEXT)


def _is_full_date(value: str) -> bool:
    return len(read_date(value)) == _FULL
