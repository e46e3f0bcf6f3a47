"""What the page is told: an article with its marks, its rows and its people; the list to go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.addresses import quote_anchor
from pipeline.corrections.naming import TYPE_OF_LABEL
from pipeline.report.article_page import (
    ArticleRows,
    article_marks,
    pieces,
    speaker_hues,
    title_and_body,
)
from pipeline.report.marking import marked_paragraphs
from pipeline.report.words import called, day, decided, in_words
from pipeline.review.decisions import Reviewed, Row

_MOST_PEOPLE = 80
_SHOWN = (
    *("quote_id", "speaker", "speaker_type", "speaker_title", "quote", "kind", "act", "said_on"),
    *("said_on_text", "cue"),
)


def article_view(reviewed: Reviewed) -> dict[str, Any]:
    """An article for the page, as plain values. `html` is escaped, all else is plain text."""
    article, given = reviewed.article, reviewed.article.metadata
    hues = speaker_hues(reviewed.quotes)
    rows = ArticleRows({}, reviewed.quotes, reviewed.entities, [])
    title_span, spans = title_and_body(article.text, given.title)
    marks = article_marks(rows, hues)
    return {
        "article_id": article.article_id,
        "title": given.title or reviewed.places,
        "has_title": title_span is not None,
        "meta": [part for part in (given.outlet, given.byline, day(given.published)) if part],
        "source": reviewed.places,
        "language": given.language,
        "text": article.text,
        "paragraphs": [
            {"start": start, "html": str(html)}
            for (start, _), html in zip(
                spans, marked_paragraphs(article.text, marks, spans), strict=True
            )
        ],
        "rows": [_row_view(row, hues) for row in reviewed.quotes],
        "people": people(reviewed),
    }


def people(reviewed: Reviewed) -> list[dict[str, str]]:
    """Whom a statement may be of: who speaks in the article, then who is named in it."""
    found = Counter(
        (row["speaker"], row["speaker_type"]) for row in reviewed.quotes if row["speaker"]
    )
    named = Counter(
        (row["entity"], TYPE_OF_LABEL[row["label"]])
        for row in reviewed.entities
        if row["label"] in TYPE_OF_LABEL
    )
    order = [
        *sorted(found, key=lambda who: (-found[who], who)),
        *sorted(named, key=lambda who: (who[1] != "person", -named[who], who)),
    ]
    types: dict[str, str] = {}
    for name, kind in order:
        types.setdefault(name, kind)
    return [
        {"name": name, "type": kind, "words": in_words(kind)}
        for name, kind in list(types.items())[:_MOST_PEOPLE]
    ]


def list_view(
    rows: Iterable[Row], titles: Mapping[str, str], asked: Mapping[str, str]
) -> list[tuple[str, str]]:
    """(article_id, quote_id) of the rows that a filter lets through, in the order to go.

    asked: `show` (`todo`, `done` or all), `order` (`text` or least sure first), `article`,
    `speaker`, `words` (parts of a title, a name, a quotation), `kind`.
    """
    show, kind = asked.get("show", ""), asked.get("kind", "")
    words = {name: asked.get(name, "").casefold() for name in ("article", "speaker", "words")}
    found = [
        row
        for row in rows
        if (show not in ("todo", "done") or bool(row.get("corrected")) == (show == "done"))
        and (not kind or row["kind"] == kind)
        and words["speaker"] in row["speaker"].casefold()
        and words["words"] in row["quote"].casefold()
        and words["article"] in titles.get(row["article_id"], "").casefold()
    ]
    if asked.get("order") == "text":
        found.sort(
            key=lambda row: (titles.get(row["article_id"], ""), row["article_id"], row["start"])
        )
    else:
        found.sort(key=lambda row: (row["confidence"], row["article_id"], row["start"]))
    return [(row["article_id"], row["quote_id"]) for row in found]


def _row_view(row: Row, hues: Mapping[str, int]) -> dict[str, Any]:
    hue = hues.get(row["speaker_id"] or row["speaker"])
    return {name: row[name] for name in _SHOWN} | {
        "called": called(row["speaker"], row["speaker_type"]),
        "anchor": quote_anchor(row["quote_id"]),
        "pieces": pieces(row),
        "hue": "nobody" if hue is None else f"hue-{hue}",
        "kind_words": in_words(row["kind"]),
        "type_words": in_words(row["speaker_type"]),
        "day": day(row["said_on"]),
        "basis_words": in_words(row["said_on_basis"]) if row["said_on_basis"] else "",
        "corrected": decided(row["corrected"]),
        "confidence": row["found_confidence"],
        "nested": bool(row["nested_in"]),
    }
