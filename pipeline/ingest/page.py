"""What a web page says of itself: title, author, site, address, language, publication date."""

from __future__ import annotations

import html
import logging
import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from pipeline.ingest.article_zone import class_and_id, short_text, speaks_of_article
from pipeline.ingest.decode import fold_text
from pipeline.ingest.fields import language_code, one_line
from pipeline.ingest.json_ld import read_json_ld
from pipeline.ingest.page_date import page_date, page_figures
from pipeline.months import MONTH_WORD
from pipeline.records import Metadata

_LARGEST_PAGE = 5_000_000
"""Characters; of a larger page only so much is parsed for its metadata."""
_NO_AUTHOR = re.compile(
    r"https?:|www\.|[@|<>{}]|\d{3}|\A(?:admin|webmaster|editor|staff|unknown|null|none|guest)\Z"
    rf"|\b(?:{MONTH_WORD}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\Z",
    re.IGNORECASE,
)
_SAYS_AUTHOR = re.compile(r"(?:^|[\s_-])(?:by-?line|author)(?:$|[\s_-])(?!.*bio)", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s*[|·•,]\s*|\s+-\s+|\.\s+(?:photo|pictur|image|illustrat)|"
    rf"\s(?:on|posted|published|updated|{MONTH_WORD})\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r",\s[^,;]{0,40}\b(?:reporter|correspondent|editor|writer|columnist|contributor|press|news|"
    r"reuters|bureau)\Z",
    re.IGNORECASE,
)
"""What follows a name: its role or its house."""
_DAY_AFTER = re.compile(r"[\s,|·•-]+\d{1,2}(?:st|nd|rd|th)?[\s,.]*\Z")
"""What is left of a date behind a name once its month is cut off."""
_NAMED = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]*(?: (?:van|von|der?|den|da|dos|di|du|bin|al|el|la|le))*"
    r"(?: [A-ZÀ-Þ][\w.’'-]*){1,3}\Z"
)
"""A person's whole name."""
_JOINT = re.compile(r",? (?:and|&) |, ", re.IGNORECASE)
_AND = re.compile(r" (?:and|&) ", re.IGNORECASE)
_HOUSE = re.compile(
    r"\b(?:news|desk|bureau|staff|team|agency|agencies|press|reuters|service|media|network|online|"
    r"tv|radio|magazine|times|post|editors?|reporters?|writers?|correspondents?)\b",
    re.IGNORECASE,
)
_NO_SITE = frozenset(("hosted", "home", "homepage", "website", "wordpress", "untitled"))
"""What sites are called by those who set them up."""
_BY = re.compile(r"\A(?:(?:written|words|text|story|posted)\s+)?by:?\s+", re.IGNORECASE)
_SITE = re.compile(r"\s+[|–—:·•-]\s+(?P<site>\S+(?: \S+){0,4})\Z")
_BEHIND_SITE = re.compile(r"(?::| [|–—:»·•-]) (?P<title>\S.*)\Z")
_LONGER = 2
"""Words that a headline has more than the name of its site."""
_LONGEST_HEADING = 300
_LONGEST_NAME, _LONGEST_BYLINE = 60, 200
_AROUND = " ,/／-–—|·•"
"""Signs that part a name from what stands beside it."""
_BEFORE_MAIL = re.compile(r"(?P<name>[^@]{3,60}?)[\s,|/(<-]+\S+@\S+\Z")
"""A name before its bearer's address."""


def page_metadata(markup: str, url: str = "") -> Metadata:
    """What a page says of its article.

    Title, author and site come from JSON-LD, OpenGraph and the page's own elements (the
    latter two read by trafilatura); the date from `page_date`, which takes only what the
    markup declares as the day of publication.

    Args:
        markup: The page's HTML, or a fragment of one.
        url: Its address where that is known; otherwise the page's canonical address.

    Returns:
        `published_basis` is `page` where there is a date. A page that cannot be parsed
        says nothing; a fragment without a head gives no title.
    """
    from trafilatura import metadata as elements
    from trafilatura.utils import load_html

    # its warnings about odd pages are of no use to whoever runs a million of them
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(markup[:_LARGEST_PAGE])
    if tree is None:
        return Metadata()
    declared = elements.examine_meta(tree)
    address = url or _address(
        _text(elements.extract_url(tree)), _text(declared.url), *_misplaced(tree)
    )
    record = read_json_ld(tree, address)
    outlet = _outlet(tree, _text(record.publisher), address, _text(declared.url))
    # the first heading of a fragment is as likely one inside the article
    is_page = tree.find(".//head/title") is not None or tree.find(".//head/meta") is not None
    title = _text(declared.title) or _text(record.headline)
    if is_page and not title:
        title = _text(elements.extract_title(tree))
        if headline := _headline_behind_site(tree, title):
            title, outlet = headline, outlet or title
    published = page_date(tree, address, record.date)
    figures = "" if published else page_figures(tree, record.date)
    return Metadata(
        url=address,
        outlet=outlet,
        title=_without_outlet(title, outlet),
        byline=_byline(_text(record.author), outlet)
        or _byline(_mailed(tree) or _without_house(_text(declared.author)), outlet)
        or _byline(_shown_author(tree), outlet),
        published=published,
        published_basis="page" if published else "",
        language=_language(tree, record.language),
        figures=figures,
        figures_basis="page" if figures else "",
    )


def _address(*told: str) -> str:
    """The first address unless it is the front page's, as some sites have it."""
    for address in told:
        if address.startswith("http") and _parts(address).path.strip("/"):
            return address
    return ""


def _parts(address: str) -> SplitResult:
    """The parts of an address, all empty of what is none, such as `https://[bee.example`."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _misplaced(tree: Any) -> list[str]:
    """The canonical address in a head that ended early: a picture in it begins the body."""
    return [_text(address) for address in tree.xpath('//body/link[@rel="canonical"]/@href')]


def _outlet(tree: Any, publisher: str, url: str, declared_url: str) -> str:
    site = _text(next(iter(tree.xpath('//meta[@property="og:site_name"]/@content')), ""))
    host = (_parts(url).hostname or "").removeprefix("www.") if url else ""
    spelled = _spelled(tree, publisher, host)
    if _is_passed_on(host, _parts(declared_url).hostname or ""):
        # the canonical address is the first publisher's, what else is declared the portal's
        return spelled
    for name in (site, publisher, _site_in_title(tree)):
        # some give their whole slogan: "The Herald | News of Elm County"
        name = re.split(r"\s+[|·•]\s+", name)[0].strip()
        if not name or "//" in name or len(name) > 80 or name.lower() in _NO_SITE:
            continue
        if name.islower() and f"{host}.".startswith(f"{name}."):
            return spelled or host
        return name
    return spelled


def _spelled(tree: Any, publisher: str, host: str) -> str:
    """The publisher, or the last part of the page's title, where it is the address's site, as
    "The Elm Bee" is of elmbee.example."""
    title = _text(tree.findtext(".//head/title"))
    last = re.split(r"\s[|–—:·•-]\s", title)[-1]
    for name in (publisher, last):
        bare = re.sub(r"\W+|\Athe\s", "", name.lower())
        if bare and bare not in _NO_SITE and not name.islower() and f".{bare}." in f".{host}":
            return name
    return ""


def _is_passed_on(host: str, declared: str) -> bool:
    """Whether a page names an address of one site and a canonical one of another."""
    parts, others = (
        {label for label in each.split(".")[:-1] if len(label) > 2 and label not in ("www", "com")}
        for each in (host, declared)
    )
    return bool(parts and others) and parts.isdisjoint(others)


def _site_in_title(tree: Any) -> str:
    """The site's name in a title such as "Ferry stops - The Bee" over the heading "Ferry stops"."""
    whole = _text(tree.findtext(".//head/title"))
    for heading in tree.iterfind(".//h1"):
        text = _text(short_text(heading, _LONGEST_HEADING))
        match = _SITE.match(whole[len(text) :]) if text and whole.startswith(text) else None
        if match and not match["site"][0].islower() and not match["site"].endswith("?"):
            return _named_the(match["site"])
    return ""


def _headline_behind_site(tree: Any, site: str) -> str:
    """The headline, where what was taken for it is the site's name, as blogs have it in their
    first heading and beside the headline in their title; or ""."""
    whole = _text(tree.findtext(".//head/title"))
    behind = _BEHIND_SITE.match(whole[len(site) :]) if site and whole.startswith(site) else None
    title = behind["title"] if behind else _without_outlet(whole, site)
    if title == whole or len(title.split()) < len(site.split()) + _LONGER:
        return ""
    shown = tree.iterfind(".//body//*")
    is_shown = any(_text(short_text(each, _LONGEST_HEADING)) == title for each in shown)
    return title if is_shown else ""


def _named_the(site: str) -> str:
    """Of a section and a site behind it, as "Europe | The Courier", what is called "The …"; else
    the last."""
    parts = re.split(r"\s+[|·•]\s+", site)
    return next((part for part in parts if part.startswith("The ")), parts[-1])


def _byline(names: str, outlet: str) -> str:
    kept: dict[str, None] = {}
    for given in names.split(";"):
        name = _DAY_AFTER.sub("", _ROLE.sub("", _BY.sub("", given.strip(_AROUND))))
        for each in _several(name) or [name]:
            if each and len(each) <= _LONGEST_NAME and not _NO_AUTHOR.search(each):
                kept[_in_small_letters(each)] = None
    joined = "; ".join(name for name in kept if not _begins_outlet(name, outlet))
    return joined if len(joined) <= _LONGEST_BYLINE else ""


def _several(names: str) -> list[str]:
    """The persons of "Ines Thorne, Jo Beam and Ali Amin"; none where it is not such a list."""
    parts = _JOINT.split(names) if _AND.search(names) else []
    named = all(_NAMED.match(part) and not _HOUSE.search(part) for part in parts)
    return parts if named else []


def _in_small_letters(name: str) -> str:
    """A person's name that is given in capitals as others are: "INES THORNE"."""
    is_loud = name.isupper() and " " in name and not _HOUSE.search(name)
    return name.title() if is_loud else name


def _begins_outlet(name: str, outlet: str) -> bool:
    """Whether a name is the outlet's, or the first words of it: "Elm" of "Elm News"."""
    return f"{_words(outlet)} ".startswith(f"{_words(name)} ")


def _words(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))


def _without_house(names: str) -> str:
    """Authors without the house that is named behind the first: "Ines Thorne; Reuters"."""
    first, *others = (name.strip() for name in names.split(";"))
    if " " not in first:
        return names
    return "; ".join((first, *(name for name in others if " " in name)))


def _mailed(tree: Any) -> str:
    """The author whom the head names with an address: "Ines Thorne ithorne@bee.example"."""
    for given in tree.xpath('//meta[@name="author"]/@content'):
        if mailed := _BEFORE_MAIL.match(_text(given)):
            return mailed["name"]
    return ""


def _shown_author(tree: Any) -> str:
    """The names in the first element that the markup calls the article's author."""
    for element in tree.iter("a", "span", "p", "div", "address", "cite", "li", "b", "strong"):
        marked = (
            element.get("rel") == "author"
            or element.get("itemprop") == "author"
            or _SAYS_AUTHOR.search(class_and_id(element))
        )
        if marked and (text := short_text(element, _LONGEST_BYLINE)) and speaks_of_article(element):
            if _several(_BY.sub("", text)):
                return text
            name = _AFTER_NAME.split(text)[0]
            if len(text) <= _LONGEST_NAME and 2 <= len(_BY.sub("", name).split()) <= 5:
                return name
    return ""


def _without_outlet(title: str, outlet: str) -> str:
    """A title without the ` | Outlet` that sites put behind it."""
    if not outlet:
        return title
    match = re.search(rf"\s[|–—:-]\s{re.escape(outlet)}\Z", title, re.IGNORECASE)
    return title[: match.start()].rstrip() if match and match.start() else title


def _language(tree: Any, declared: str) -> str:
    root = tree.getroottree().getroot()
    spoken = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        declared,
        next(iter(tree.xpath('//meta[@property="og:locale"]/@content')), ""),
    )
    return next(filter(None, (language_code(name or "") for name in spoken)), "")


def _text(value: Any) -> str:
    return one_line(fold_text(html.unescape(value))) if isinstance(value, str) else ""
