"""Records of tables and JSON to articles: which column or key says what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.identifiers import identifier
from pipeline.ingest.dates import ALL_ORDERS, Orders, date_in_figures, read_date
from pipeline.ingest.decode import fold_text
from pipeline.ingest.options import IngestOptions
from pipeline.records import Metadata

# The usual names, most telling first, in lower case without spaces and underscores.
USUAL_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "text": (
        "text", "body", "content", "article", "fulltext", "articletext", "articlebody", "bodytext",
        "maintext", "articlecontent", "storytext", "story", "newstext", "contenthtml", "bodyhtml",
        "html", "paragraphs",
        "newscontent", "newsbody", "newsarticle", "textbody", "storybody", "plaintext", "cleantext",
        "cleanedtext", "rawtext", "articlefulltext", "volltext", "artikeltext", "haupttext",
        "texte", "texteintégral", "contenu", "texto", "textocompleto", "contenido", "testo",
    ),
    "url": (
        "url", "link", "articleurl", "weburl", "weblink", "articlelink", "newsurl", "pageurl",
        "sourceurl", "permalink", "canonicalurl", "newslink", "sourcelink", "uri",
    ),
    "outlet": (
        "outlet", "source", "publisher", "site", "publication", "newspaper", "sitename",
        "sourcename", "newsoutlet", "newssource", "mediaoutlet", "outletname", "publishername",
        "publicationname", "newspapername", "website", "domain", "sourcedomain",
        "paper", "media", "medium", "medianame", "newssite", "journal", "magazine",
        "publicationtitle", "quelle", "zeitung", "fuente", "medio", "média", "testata",
    ),
    "title": (
        "title", "headline", "articletitle", "articleheadline", "newstitle", "webtitle", "heading",
        "newsheading", "newsheadline", "articleheading", "storytitle", "pagetitle", "headlines",
        "hl", "hed", "überschrift", "titel", "schlagzeile", "titre", "título", "titulo", "titular",
        "titolo",
    ),
    "byline": (
        "byline", "author", "authors", "authorname", "authornames", "writer", "journalist",
        "reporter", "creator", "writtenby", "reportername", "bylines", "writers", "by",
        "autor", "autorin", "verfasser", "auteur", "periodista", "autore",
    ),
    "published": (
        "published", "date", "publishdate", "pubdate", "publisheddate", "datepublished",
        "publicationdate", "publishedat", "publishedon", "publishedtime", "publishtime",
        "datepublish", "dateofpublication", "webpublicationdate", "articledate", "firstpublished",
        "seendate", "datetime", "timestamp", "whenpublished", "publishedwhen", "newsdate",
        "postdate", "posted", "postedon", "dateposted", "publishedtimestamp", "publicationdatetime",
        "datum", "erscheinungsdatum", "veröffentlicht", "datedeparution", "datedepublication",
        "fecha", "fechadepublicación",
    ),
    "language": ("language", "lang"),
}  # fmt: skip

# Where APIs put the value when they wrap it: WordPress, NewsAPI, Atom, JSON-LD.
_WRAPPED_IN: Final = (
    "rendered",
    "main",
    "original",
    "name",
    "title",
    "text",
    "value",
    "content",
    "href",
    "url",
    "@value",
    "$t",
)
_DEEPEST_WRAPPING = 4
_PAGE = re.compile(r"https?://[^/\s]+/\S")
_BY = re.compile(r"\A\s*by\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_MARKUP = re.compile(
    r"<(?:p|div|br|h[1-6]|article|html|body|table|ul|blockquote|section|span)\b[^<>]{0,2000}>", re.I
)


def article_id(raw: bytes) -> str:
    """16 hex digits of the SHA-256 of a record's raw bytes."""
    return identifier(raw)


def find_fields(names: Iterable[str], options: IngestOptions) -> dict[str, tuple[str, ...]]:
    """For each field of an article, the columns or keys that may carry it, best first.

    A name given in the options is the only one asked for its field.
    """
    by_folded: dict[str, str] = {}
    given = [name for name in names if name]
    for name in given:
        by_folded.setdefault(fold_name(name), name)
    found: dict[str, tuple[str, ...]] = {}
    for field, usual in USUAL_NAMES.items():
        chosen = getattr(options, f"{field}_key", "")
        if chosen:
            matches = (
                (chosen,)
                if chosen in given
                else tuple(name for name in given if fold_name(name) == fold_name(chosen))
            )
        else:
            matches = tuple(by_folded[name] for name in usual if name in by_folded)
        if matches:
            found[field] = matches
    return found


def fold_name(name: str) -> str:
    """A column's name as it is compared: `Publish Date` and `publish_date` are one."""
    return re.sub(r"[\W_]+", "", name).lower()


# Keys under which APIs and databases put a record's own fields.
_ENVELOPES: Final = frozenset(
    ("source", "fields", "attributes", "properties", "article", "story", "document", "doc", "item",
     "node", "post", "record", "data", "payload", "meta", "metadata", "content")
)  # fmt: skip
_DEEPEST_ENVELOPE = 3


def opened(record: Mapping[str, object], depth: int = 0) -> dict[str, object]:
    """A JSON record with what lies in its envelopes (`fields`, `_source`, `metadata` …) beside
    its own fields, which go first."""
    found = dict(record)
    if depth < _DEEPEST_ENVELOPE:
        for name, value in record.items():
            # `source: {name, url}` is the outlet, `_source` a search engine's envelope
            is_outlet = fold_name(name) == "source" and not name.startswith("_")
            if isinstance(value, Mapping) and fold_name(name) in _ENVELOPES and not is_outlet:
                for inner, content in opened(value, depth + 1).items():
                    found.setdefault(inner, content)
    return found


def first_value(record: Mapping[str, object], names: Iterable[str], joiner: str = "; ") -> str:
    """The first value among the named ones that is not empty, as one text."""
    for name in names:
        if value := plain_value(record.get(name), joiner):
            return value
    return ""


def plain_value(value: object, joiner: str = "; ", depth: int = 0) -> str:
    """A JSON value as text: lists joined, `{"rendered": "…"}` and its like unwrapped."""
    if isinstance(value, str):
        return fold_text(value).strip()
    if isinstance(value, bool) or value is None or depth > _DEEPEST_WRAPPING:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list | tuple):
        parts = (plain_value(part, joiner, depth + 1) for part in value)
        return joiner.join(part for part in parts if part)
    if isinstance(value, Mapping):
        return next(
            (
                text
                for name in _WRAPPED_IN
                if (text := plain_value(value.get(name), joiner, depth + 1))
            ),
            "",
        )
    return ""


def record_metadata(
    record: Mapping[str, object],
    fields: Mapping[str, tuple[str, ...]],
    orders: Orders = ALL_ORDERS,
) -> Metadata:
    """What a record says of its article; `fields` comes from `find_fields`."""
    values = {field: one_line(first_value(record, names)) for field, names in fields.items()}
    published = read_date(values.get("published", ""), orders)
    figures = date_in_figures(values.get("published", ""))
    byline = values.get("byline", "")
    url, outlet = values.get("url", ""), values.get("outlet", "")
    if _PAGE.match(outlet):
        # the source of a clipping is its page
        url, outlet = url or outlet, ""
    return Metadata(
        url=url,
        outlet=outlet,
        title=values.get("title", ""),
        # an author may be given by number
        byline=_BY.sub("", byline) if any(map(str.isalpha, byline)) else "",
        published=published,
        published_basis="metadata" if published else "",
        language=language_code(values.get("language", "")),
        figures=figures,
        figures_basis="metadata" if figures else "",
    )


def one_line(text: str) -> str:
    """Runs of white space folded to one space."""
    return " ".join(text.split())


_LANGUAGE_NAMES: Final = {
    "english": "en", "spanish": "es", "french": "fr", "german": "de", "arabic": "ar",
    "russian": "ru", "portuguese": "pt", "italian": "it", "chinese": "zh", "japanese": "ja",
    "eng": "en", "spa": "es",
    "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "ara": "ar", "rus": "ru", "por": "pt",
    "ita": "it", "zho": "zh", "chi": "zh", "jpn": "ja",
}  # fmt: skip


def language_code(value: str) -> str:
    """ISO 639-1 from `en-US`, `English` or `eng`; empty for what is none of them."""
    name = value.strip().lower()
    if known := _LANGUAGE_NAMES.get(name):
        return known
    match = re.match(r"([a-z]{2})(?:[-_][a-z0-9]{2,8}){0,3}\Z", name)
    return match[1] if match else ""


def is_markup(text: str) -> bool:
    """Whether a record's text is HTML rather than plain text."""
    return len(_MARKUP.findall(text[:20_000])) >= 2 or bool(
        re.match(r"\s*<(?:!doctype html|html|body|p|div|article)\b", text[:200], re.I)
    )
