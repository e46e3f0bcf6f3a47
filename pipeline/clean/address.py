"""The lines of a plain text that hold nothing but the article's address, or when it was saved.

Who saves an article as text puts its address above the headline, or below the last line:
alone, or after "Source:", with "Accessed 7 January 2020" below it. No page has such lines,
so they are set aside before the others are judged, and the rest reads as it would without.
So are the lines that a browser or a paper prints at the head and foot of each sheet, the lines
of an agency's transmission, and the line in which a web archive says what it has kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from pipeline.clean.blocks import SENTENCE_END, STOPPED, Line
from pipeline.clean.dates import without_dates
from pipeline.clean.running_heads import closed_up, running_places
from pipeline.clean.wire_lines import wire_places
from pipeline.clean.wording import word_set

_DEEPEST = 12
"""Lines above the first paragraph in which an address is the article's."""
_UNSPACED = 3
"""Lines at the top among which it needs no blank line above it: title, author, address."""
_PARAGRAPH = 120
"""Characters."""
_SENTENCE = 4
"""Words, at least, of a line that ends like a sentence."""
_LINE = re.compile(
    r"(?P<lead>(?:[^/<>]{0,59}[^\w/<>.-])?)<?(?P<address>(?:https?://|www\."
    r"|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,13}/)[^\s<>\"“”]{4,2000})>?\W?$",
    re.IGNORECASE,
)
_SHEET_NUMBER = re.compile(r"\s+\d{1,3}/\d{1,3}$")
_SHEET_FOOT = re.compile(r"(?:https?|file)://\S{4,2000}\s+\d{1,3}/\d{1,3}$")
_SHEET_HEAD = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?\s+\S.{4,300}$"
)
_KEPT = re.compile(
    r"(?:the wayback machine\W{1,3})?https?://web\.archive\.org/web/\d{8,14}[a-z_]{0,4}/"
    r"(?P<address>https?://\S{4,2000})$",
    re.IGNORECASE,
)
"""A page in a web archive, by its own address."""
_WORD = re.compile(r"[^\W\d_]+")
_LEADS = word_set(
    "webpage capture source url link permalink address article story page original permanent "
    "retrieved accessed saved copied downloaded taken available archived from at on via of the this"
)
"""Words that may stand before an address and still leave it alone on its line."""
_SAVED = word_set("retrieved accessed saved copied downloaded archived printed")
_PARAMETERS = re.compile(r"\w+=\w")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|ico|mp3|mp4|m4a|mov|css|js)$", re.I)
_SERVERS = word_set("ad ads adserver click track images image img static cdn")
"""First parts of the names of machines that serve no pages."""
_NO_OUTLETS = (
    # networks and messengers
    *("facebook.com", "fb.com", "fb.me", "twitter.com", "x.com", "instagram.com", "threads.net"),
    *("linkedin.com", "lnkd.in", "youtube.com", "youtu.be", "tiktok.com", "pinterest.com"),
    *("t.me", "telegram.me", "wa.me", "whatsapp.com", "reddit.com", "flickr.com"),
    # shorteners, caches and searches, which hide whose page it is
    *("t.co", "bit.ly", "goo.gl", "tinyurl.com", "ow.ly", "buff.ly", "dlvr.it", "is.gd"),
    *("google.com", "googleusercontent.com", "archive.org", "archive.is", "archive.today"),
    *("archive.ph", "archive.md", "archive.li", "archive.vn", "archive.fo"),
    # advertisements, appeals and shops
    *("doubleclick.net", "googlesyndication.com", "googleadservices.com", "taboola.com"),
    *("outbrain.com", "change.org", "gofundme.com", "patreon.com", "paypal.com", "paypal.me"),
    *("amazon.com", "amzn.to", "eventbrite.com"),
)


@dataclass(frozen=True, slots=True)
class SetAside:
    """The lines of a text without those of an address, these, and the article's address."""

    lines: list[Line]
    taken: tuple[Line, ...] = ()
    address: str = ""

    @property
    def stands_below(self) -> bool:
        """Whether the address is the last line."""
        return bool(self.taken) and self.taken[-1].number > self.lines[-1].number


def set_address_aside(lines: Sequence[Line], known: str = "") -> SetAside:
    """The lines to be judged, and the address that the text gives for its article.

    Args:
        lines: All lines of a plain text.
        known: The address its metadata gives, or "".
    """
    head = _places_in_head(lines)
    printed = _printed(lines)
    head += [place for place in printed if place not in head]
    places = set(head)
    end = len(lines)
    while end > 1 and _says_saved(lines[end - 1].text):
        end -= 1
        places.add(end)
    if not any(_of_article(lines[place].text) for place in head) and _is_at_end(lines[:end], known):
        places.add(end - 1)
    running = running_places(lines)
    places |= wire_places(lines)
    rest = closed_up(lines, places, running)
    places |= running
    if not places or not rest:
        return SetAside(list(lines))
    if 0 in places:
        rest[0] = replace(rest[0], gap=0)
    found = [_of_article(lines[place].text) for place in sorted(places)]
    address = next((address for address in found if address), "")
    return SetAside(rest, tuple(lines[place] for place in sorted(places)), address)


def _printed(lines: Sequence[Line]) -> list[int]:
    """The feet of printed sheets, "https://…/ferry 1/2", and heads such as "3/16/25, 10:02 AM
    Ferry stays - The Island Post"."""
    feet = [
        place
        for place, line in enumerate(lines)
        if line.text[:4] in ("http", "file") and _SHEET_FOOT.match(line.text)
    ]
    if not feet:
        return []
    heads = [place for place, line in enumerate(lines) if _SHEET_HEAD.match(line.text)]
    return feet + [place for place in heads if place == 0 or place - 1 in feet]


def _places_in_head(lines: Sequence[Line]) -> list[int]:
    places = []
    for place, line in enumerate(lines[:_DEEPEST]):
        if address_in(line.text) or _says_saved(line.text):
            if line.gap or place < _UNSPACED or place - 1 in places:
                places.append(place)
        elif len(line.text) > _PARAGRAPH or (
            SENTENCE_END.search(line.text) and len(line.text.split()) >= _SENTENCE
        ):
            break
    return places


def _says_saved(text: str) -> bool:
    """Whether a line says when somebody saved the article, and nothing else."""
    if len(text) > _PARAGRAPH:
        return False
    rest, _, dated = without_dates(text.lower())
    words = _WORD.findall(rest)
    return dated and not _SAVED.isdisjoint(words) and (_LEADS | _SAVED).issuperset(words)


def _is_at_end(lines: Sequence[Line], known: str) -> bool:
    """Whether the last line gives the article's address, and is no link that its text names."""
    if len(lines) < 2:
        return False
    text, before = lines[-1].text, lines[-2].text
    address = _of_article(text)
    if not address or known not in ("", address):
        return False
    match = _LINE.match(text)
    labelled = match is not None and _WORD.search(match["lead"]) is not None
    return labelled or (lines[-1].gap > 0 and STOPPED.search(before) is not None)


def address_in(text: str) -> str:
    """The address that a line consists of, but for "Source:" and its like; else ""."""
    if "archive" in text and (kept := _KEPT.match(text)):
        return kept["address"]
    match = _LINE.match(_SHEET_NUMBER.sub("", text) if text[-1:].isdigit() else text)
    if not match:
        return ""
    lead = without_dates(match["lead"].lower())[0]
    # A number is that of a note or of an entry in a list.
    if not _LEADS.issuperset(_WORD.findall(lead)) or any(map(str.isdigit, lead)):
        return ""
    address = match["address"].rstrip(".,;]")
    return address if "(" in address else address.rstrip(")")


def _of_article(text: str) -> str:
    """The address in a line, if an article's page may have it."""
    address = address_in(text)
    if address and not address.lower().startswith("http"):
        address = f"http://{address}"
    from pipeline.ingest.places import outlet_from_url

    outlet = outlet_from_url(address)
    if not outlet or any(outlet == name or outlet.endswith(f".{name}") for name in _NO_OUTLETS):
        return ""
    parts = urlsplit(address)
    if "@" in parts.netloc or parts.netloc.split(".")[0].lower() in _SERVERS:
        return ""
    if _PICTURE.search(parts.path):
        return ""
    return address if parts.path.strip("/") or _PARAMETERS.search(parts.query) else ""
