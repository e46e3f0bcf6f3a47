"""Where the report shows what: the names of its pages and anchors, from the tables' ids."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

_PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{5,63}")


def page_name(key: str) -> str:
    """A name for a file or an anchor that is safe on every system, from an id of a table.

    Ids as the pipeline makes them stay as they are. What could leave the folder, or mean
    something to an operating system, becomes a hash.
    """
    if _PLAIN_NAME.fullmatch(key):
        return key
    return "x" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def article_href(article_id: str, quote_id: str = "") -> str:
    """Where an article, or a quotation in it, is shown; relative to the report's folder."""
    anchor = f"#{quote_anchor(quote_id)}" if quote_id else ""
    return f"articles/{page_name(article_id)}.html{anchor}"


def quote_anchor(quote_id: str) -> str:
    return f"q-{page_name(quote_id)}"


def speaker_href(speaker_id: str) -> str:
    return f"speakers/{page_name(speaker_id)}.html" if speaker_id else ""


def same_quote_href(same_quote: str) -> str:
    return f"same/{page_name(same_quote)}.html" if same_quote else ""


def web_address(url: str) -> str:
    """The URL if a click on it opens a web page, and nothing else (`javascript:` does not)."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else ""
