"""The rows of the report's tables, as scripts that its pages load."""

from __future__ import annotations

from typing import Any, Literal

from pipeline.addresses import article_href, same_quote_href, speaker_href
from pipeline.report.reading import Row, Tables
from pipeline.report.site import Site, parts
from pipeline.report.speakers import speaker_links
from pipeline.report.words import clip, decided, in_words

MOST_ROWS = 100_000
"""Rows of a table in the report; the newest, when there are more. The CSVs have all."""
ROWS_IN_A_SCRIPT = 10_000
LONGEST_CELL = 600

Cell = str | int | list[Any] | None
"""A link is [text, address]; several in one cell are [text, "", [text, address], …]."""
CellKind = Literal["text", "date", "number", "percent", "link"]


class _Numbered:
    """Values that many rows share, each written once: a row has the value's number."""

    def __init__(self) -> None:
        self.values: list[Cell] = []
        self._numbers: dict[str, int] = {}

    def of(self, key: str, value: Cell) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self.values)
            self.values.append(value)
        return self._numbers[key]


def column(
    name: str, title: str, kind: CellKind, values: list[Cell] | None = None
) -> dict[str, Any]:
    """A column as table.js takes it. With `values`, a cell is a number into that list."""
    described: dict[str, Any] = {"name": name, "title": title, "kind": kind}
    if values is not None:
        described["values"] = values
    return described


def write_table(
    site: Site, name: str, columns: list[dict[str, Any]], rows: list[list[Cell]]
) -> list[str]:
    """Writes a table's scripts and returns their paths, in the order to load them.

    A column in which no row has anything is left out.
    """
    filled = [at for at, each in enumerate(columns) if _is_filled(each, at, rows)]
    if len(filled) < len(columns):
        columns = [columns[at] for at in filled]
        rows = [[row[at] for at in filled] for row in rows]
    paths = []
    for number, part in enumerate(parts(rows, ROWS_IN_A_SCRIPT), start=1):
        paths.append(f"data/{name}-{number:03}.js")
        site.data(paths[-1], "whosaid.addRows", name, part)
    paths.append(f"data/{name}.js")
    site.data(paths[-1], "whosaid.addColumns", name, columns)
    return paths


def _is_filled(of: dict[str, Any], at: int, rows: list[list[Cell]]) -> bool:
    if not rows:
        return True
    if "values" in of:
        return any(of["values"])
    return any(row[at] not in ("", None) for row in rows)


def write_quotes(site: Site, tables: Tables, titles: dict[str, str]) -> list[str]:
    """All quotations, the newest first."""
    speakers, outlets, kinds, acts, articles, decisions = (_Numbered() for _ in range(6))
    rows: list[list[Cell]] = []
    for quote in tables.rows(
        f"""SELECT quote_id, article_id, outlet, speaker, speaker_id, speaker_type, quote, kind,
                   act, said_on, confidence, corrected
            FROM quotes ORDER BY said_on DESC, published DESC, article_id, start, quote_id
            LIMIT {MOST_ROWS}"""
    ):
        article = quote["article_id"]
        rows.append(
            [
                quote["said_on"],
                speakers.of(
                    quote["speaker_id"] or f"{quote['speaker']} {quote['speaker_type']}",
                    _speaker_cell(quote),
                ),
                [clip(quote["quote"], LONGEST_CELL), article_href(article, quote["quote_id"])],
                outlets.of(quote["outlet"], clip(quote["outlet"], 120)),
                kinds.of(quote["kind"], in_words(quote["kind"])),
                acts.of(quote["act"], quote["act"]),
                round(100 * (quote["confidence"] or 0)),
                articles.of(article, [clip(titles.get(article, ""), 160), article_href(article)]),
                decisions.of(quote["corrected"], _checked(quote["corrected"])),
            ]
        )
    columns = [
        column("said_on", "Said on", "date"),
        column("speaker", "Speaker", "link", speakers.values),
        column("quote", "Quotation", "link"),
        column("outlet", "Outlet", "text", outlets.values),
        column("kind", "Kind", "text", kinds.values),
        column("act", "Act", "text", acts.values),
        column("confidence", "Sure", "percent"),
        column("article", "Article", "link", articles.values),
        column("corrected", "Checked", "text", decisions.values),
    ]
    return write_table(site, "quotes", columns, rows)


def _speaker_cell(quote: Row) -> Cell:
    links = [
        [clip(name, 120), href]
        for name, href in speaker_links(
            quote["speaker"], quote["speaker_id"], quote["speaker_type"]
        )
    ]
    return links[0] if len(links) == 1 else ["; ".join(name for name, _ in links), "", *links]


def _checked(corrected: str) -> str:
    return f"✓ {decided(corrected)}" if corrected else ""


def write_articles(site: Site, articles: list[Row], titles: dict[str, str]) -> list[str]:
    rows: list[list[Cell]] = [
        [
            row["published"],
            [clip(titles[row["article_id"]], 200), article_href(row["article_id"])],
            clip(row["outlet"], 120),
            row["words"],
            row["quotes"],
            row["removed_lines"],
            "copy" if row["duplicate_of"] else "",
            clip(row["source"], 160),
        ]
        for row in reversed(articles[-MOST_ROWS:])
    ]
    columns = [
        column("published", "Published", "date"),
        column("title", "Article", "link"),
        column("outlet", "Outlet", "text"),
        column("words", "Words", "number"),
        column("quotes", "Quotations", "number"),
        column("removed_lines", "Lines taken out", "number"),
        column("copy", "Copy", "text"),
        column("file", "File", "text"),
    ]
    return write_table(site, "articles", columns, rows)


def write_speakers(site: Site, tables: Tables) -> list[str]:
    rows: list[list[Cell]] = [
        [
            [clip(row["speaker"], 120) or "unknown", speaker_href(row["speaker_id"])],
            in_words(row["type"]),
            clip(row["titles"].replace(";", "; "), 160),
            row["quotes"],
            row["articles"],
            row["outlets"],
            row["first_said"],
            row["last_said"],
        ]
        for row in tables.rows(
            f"SELECT * FROM speakers ORDER BY quotes DESC, speaker, speaker_id LIMIT {MOST_ROWS}"
        )
    ]
    columns = [
        column("speaker", "Speaker", "link"),
        column("type", "Type", "text"),
        column("titles", "Titles", "text"),
        column("quotes", "Quotations", "number"),
        column("articles", "Articles", "number"),
        column("outlets", "Outlets", "number"),
        column("first_said", "First", "date"),
        column("last_said", "Last", "date"),
    ]
    return write_table(site, "speakers", columns, rows)


def write_same_quotes(site: Site, groups: list[dict[str, Any]]) -> list[str]:
    groups = sorted(groups, key=lambda g: (-g["articles"], -g["wordings"], g["same_quote"]))
    rows: list[list[Cell]] = [
        [
            [clip(group["quote"], LONGEST_CELL), same_quote_href(group["same_quote"])],
            clip(group["speakers"], 200),
            group["wordings"],
            group["articles"],
            group["outlets"],
            group["first"],
        ]
        for group in groups[:MOST_ROWS]
    ]
    columns = [
        column("quote", "Fullest version", "link"),
        column("speakers", "Credited to", "text"),
        column("wordings", "Wordings", "number"),
        column("articles", "Articles", "number"),
        column("outlets", "Outlets", "number"),
        column("first", "First published", "date"),
    ]
    return write_table(site, "same_quotes", columns, rows)
