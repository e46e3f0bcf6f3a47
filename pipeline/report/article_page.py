"""An article's page: its text with every quotation, cue, speaker and name marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from pipeline.addresses import article_href, quote_anchor
from pipeline.report.marking import Mark, marked_paragraphs, paragraph_spans
from pipeline.report.reading import Row
from pipeline.report.site import MAX_PAGE_BYTES, Site
from pipeline.report.words import in_words

HUES = 8
"""Colours that speakers of an article share; a ninth speaker begins again with the first."""
TEXT_BUDGET = MAX_PAGE_BYTES * 8 // 10
REMOVED_BUDGET = MAX_PAGE_BYTES // 10
LONGEST_PARAGRAPH = 50_000
MOST_NAMES = 60
_PIECE = re.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """What the tables have of one article."""

    article: Row
    quotes: list[Row]
    entities: list[Row]
    removed: list[Row]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The articles before and after this one, by date; None at the ends."""

    before: Row | None
    after: Row | None


def write_article_page(site: Site, text: str, rows: ArticleRows, neighbours: Neighbours) -> None:
    hues = speaker_hues(rows.quotes)
    title_span, spans = title_and_body(text, str(rows.article["title"]))
    marks = article_marks(rows, hues)
    paragraphs, cards, shown = _within_budget(site, text, rows, marks, hues, spans)
    removed, removed_left_out = _removed_lines(rows.removed)
    article = rows.article
    site.page(
        article_href(article["article_id"]),
        "article.html",
        article=article,
        heading=paragraphs.pop(0) if title_span and paragraphs else None,
        title=article["title"] or _first_words(text) or article["source"],
        paragraphs=paragraphs,
        cut=shown < (spans[-1][1] if spans else 0),
        cards=cards,
        names=_names(rows.entities),
        removed=removed,
        removed_left_out=removed_left_out,
        neighbours=neighbours,
        text_file=f"{article['article_id']}.txt",
    )


def speaker_hues(quotes: list[Row]) -> dict[str, int]:
    """A colour for each speaker, in the order in which they first speak."""
    speakers = dict.fromkeys(
        _speaker_key(quote) for quote in quotes if quote["speaker_type"] != "unknown"
    )
    return {speaker: number % HUES for number, speaker in enumerate(speakers)}


def article_marks(rows: ArticleRows, hues: dict[str, int]) -> list[Mark]:
    """The marks of all that was found; the ones that enclose others first in rank."""
    marks: list[Mark] = []
    shared: dict[tuple[int, int, str], tuple[str, list[str]]] = {}
    for quote in rows.quotes:
        hue = _hue(quote, hues)
        anchor = quote_anchor(quote["quote_id"])
        once = (("id", anchor), ("tabindex", "0"), ("aria-describedby", f"about-{anchor}"))
        for number, (start, end) in enumerate(pieces(quote)):
            marks.append(
                Mark(
                    start,
                    end,
                    "mark",
                    (("class", f"quote {quote['kind']} {hue}"), ("data-quotes", anchor)),
                    once if number == 0 else (),
                    rank=2 if quote["nested_in"] else 1,
                )
            )
        for role in ("speaker", "cue"):
            start, end = quote[f"{role}_start"], quote[f"{role}_end"]
            if start is not None and end is not None:
                shared.setdefault((start, end, role), (hue, []))[1].append(anchor)
    for (start, end, role), (hue, anchors) in shared.items():
        attributes = (("class", f"{role} {hue}"), ("data-quotes", " ".join(anchors)))
        marks.append(Mark(start, end, "span", attributes, rank=3))
    for entity in rows.entities:
        label = in_words(entity["label"])
        attributes = (("class", "entity"), ("title", f"{entity['entity']}: {label}"))
        marks.append(Mark(entity["start"], entity["end"], "span", attributes, rank=4))
    return marks


def pieces(quote: Row) -> list[tuple[int, int]]:
    """Offsets of the content, from a cell like `120-164;181-240`."""
    return [(int(start), int(end)) for start, end in _PIECE.findall(quote["pieces"])]


def _speaker_key(quote: Row) -> str:
    return str(quote["speaker_id"] or quote["speaker"])


def _hue(quote: Row, hues: dict[str, int]) -> str:
    hue = hues.get(_speaker_key(quote))
    return "nobody" if hue is None else f"hue-{hue}"


def title_and_body(text: str, title: str) -> tuple[tuple[int, int] | None, list[tuple[int, int]]]:
    """The first paragraph if it is the title, and the spans of all paragraphs."""
    spans = [part for span in paragraph_spans(text) for part in _no_longer_than(*span)]
    if not spans or not title:
        return None, spans
    start, end = spans[0]
    is_title = text[start:end].split() == title.split()
    return (spans[0] if is_title else None), spans


def _no_longer_than(start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, LONGEST_PARAGRAPH):
        yield at, min(at + LONGEST_PARAGRAPH, end)


def _within_budget(
    site: Site,
    text: str,
    rows: ArticleRows,
    marks: list[Mark],
    hues: dict[str, int],
    spans: list[tuple[int, int]],
) -> tuple[list[Markup], list[Markup], int]:
    """Paragraphs and what is told of their quotations, as many as a page may hold.

    Returns them and the offset up to which the text is shown.
    """
    paragraphs: list[Markup] = []
    cards: list[Markup] = []
    quotes = sorted(rows.quotes, key=lambda quote: quote["start"])
    next_quote = size = shown = 0
    for (_, end), paragraph in zip(spans, marked_paragraphs(text, marks, spans), strict=True):
        its_cards = []
        while next_quote < len(quotes) and quotes[next_quote]["start"] < end:
            quote = quotes[next_quote]
            its_cards.append(
                site.fragment(
                    "about_quotation.html", quote=quote, hue=_hue(quote, hues), root="../"
                )
            )
            next_quote += 1
        size += sum(len(html.encode("utf-8", "replace")) for html in (paragraph, *its_cards))
        if size > TEXT_BUDGET:
            break
        paragraphs.append(paragraph)
        cards += its_cards
        shown = end
    return paragraphs, cards, shown


def _names(entities: list[Row]) -> list[tuple[str, str, int]]:
    """The names of the article, most mentioned first: name, label in words, mentions."""
    counts = Counter(
        (entity["entity"], entity["label"])
        for entity in entities
        if entity["label"] not in ("DATE", "MONEY")
    )
    return [
        (name, in_words(label), count)
        for (name, label), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ][:MOST_NAMES]


def _removed_lines(rows: list[Row]) -> tuple[list[dict[str, Any]], int]:
    """Runs of removed lines with the same reason (and comment), and how many did not fit."""
    runs: list[dict[str, Any]] = []
    size = 0
    for number, row in enumerate(rows):
        size += 2 * len(row["text"].encode("utf-8", "replace")) + 80
        if size > REMOVED_BUDGET:
            return runs, len(rows) - number
        run = {name: row[name] for name in ("reason", "comment_author", "comment_date")}
        if not runs or any(runs[-1][name] != value for name, value in run.items()):
            runs.append({**run, "lines": []})
        runs[-1]["lines"].append((row["line"], row["text"]))
    return runs, 0


def _first_words(text: str) -> str:
    return " ".join(text[:400].split())[:90]
