"""Writes the static report: pages that open from the disk, offline, with no server."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pipeline.errors import WhosaidError
from pipeline.report import table_data
from pipeline.report.article_page import ArticleRows, Neighbours, write_article_page
from pipeline.report.libraries import copy_libraries
from pipeline.report.overview import overview
from pipeline.report.reading import Follower, Row, Tables, grouped
from pipeline.report.same_page import write_same_quote_page
from pipeline.report.site import Site
from pipeline.report.speaker_page import write_speaker_pages
from pipeline.report.speakers import EACH_SPEAKER
from pipeline.store.lock import locked


def write_report(outputs: Path) -> Path:
    """Writes `outputs/report/` from the tables and texts of a run, and returns its index.html.

    The report is built beside and put in its place by renaming: a reader never meets half of
    one. Raises `MissingTable` when there are no tables yet.
    """
    tables = Tables(outputs)
    for left_by_a_killed_run in outputs.glob(".report-*"):
        # One that another process is building is locked.
        with suppress(WhosaidError, OSError), locked(left_by_a_killed_run):
            shutil.rmtree(left_by_a_killed_run, ignore_errors=True)
    building = Path(tempfile.mkdtemp(prefix=".report-", dir=outputs))
    try:
        with locked(building) as lock:
            building.chmod(0o755)
            _write_site(Site(building), tables, outputs / "text")
            lock.unlink()
            _put_in_place(building, outputs / "report")
    finally:
        shutil.rmtree(building, ignore_errors=True)
    return outputs / "report" / "index.html"


def _write_site(site: Site, tables: Tables, texts: Path) -> None:
    site.assets()
    copy_libraries(site.folder / "assets")
    articles = list(tables.rows("SELECT * FROM articles ORDER BY published, article_id"))
    titles = {row["article_id"]: row["title"] or row["source"] for row in articles}

    _write_articles(site, tables, articles, texts)
    for speaker, quotes in _speakers(tables, titles):
        write_speaker_pages(site, speaker, quotes)
    groups = [write_same_quote_page(site, group) for group in _same_quotes(tables, titles)]

    site.page(
        "index.html",
        "overview.html",
        scripts=table_data.write_quotes(site, tables, titles),
        most_rows=table_data.MOST_ROWS,
        **overview(tables),
    )
    for path, scripts in {
        "articles.html": table_data.write_articles(site, articles, titles),
        "speakers.html": table_data.write_speakers(site, tables),
        "same.html": table_data.write_same_quotes(site, groups),
    }.items():
        site.page(path, "listing.html", name=path.removesuffix(".html"), scripts=scripts)


def _write_articles(site: Site, tables: Tables, articles: list[Row], texts: Path) -> None:
    """Article pages, in the order of ids that lets the tables be walked once, side by side."""
    places = {row["article_id"]: place for place, row in enumerate(articles)}
    quotes, entities, removed = (
        Follower(tables.rows(f"SELECT * FROM {table} ORDER BY article_id, {order}"), "article_id")
        for table, order in (
            ("quotes", 'start, "end", pieces, quote_id'),
            ("entities", 'start, "end", label'),
            ("removed", "line, text"),
        )
    )
    for article_id in sorted(places):
        place = places[article_id]
        rows = ArticleRows(
            articles[place],
            quotes.at(article_id),
            entities.at(article_id),
            removed.at(article_id),
        )
        neighbours = Neighbours(
            articles[place - 1] if place else None,
            articles[place + 1] if place + 1 < len(articles) else None,
        )
        # The tables' texts keep their line ends: offsets count every character.
        text = (texts / f"{article_id}.txt").read_bytes().decode("utf-8", "replace")
        write_article_page(site, text, rows, neighbours)


def _speakers(tables: Tables, titles: dict[str, str]) -> Iterator[tuple[Row, list[Row]]]:
    """Each speaker with its quotations, oldest first."""
    said = Follower(
        tables.rows(
            f"""SELECT speaker_id, speaker, together, quote_id, article_id, published, outlet,
                      speaker_title, cue, quote, kind, act, said_on, said_on_basis,
                      confidence, same_quote, corrected
               FROM {EACH_SPEAKER} WHERE speaker_id IS NOT NULL
               ORDER BY speaker_id, said_on = '', said_on, published, article_id, start, quote_id"""
        ),
        "speaker_id",
    )
    # Every speaker_id of quotes has a page that others link to, were it not in speakers.
    everybody = f"""
        SELECT * FROM speakers
        UNION ALL BY NAME
        SELECT speaker_id, min(speaker) AS speaker, min(speaker_type) AS type,
               count(DISTINCT article_id) AS articles, count(DISTINCT outlet) AS outlets,
               count(*) AS quotes, min(said_on) AS first_said, max(said_on) AS last_said
        FROM {EACH_SPEAKER} WHERE speaker_id NOT IN (SELECT speaker_id FROM speakers)
        GROUP BY speaker_id
        ORDER BY speaker_id"""
    for speaker in tables.rows(everybody):
        quotes = said.at(speaker["speaker_id"])
        for quote in quotes:
            quote["title"] = titles.get(quote["article_id"], "")
            quote["others"] = [name for name in quote["together"] if name != quote["speaker"]]
        yield speaker, quotes


def _same_quotes(tables: Tables, titles: dict[str, str]) -> Iterator[list[Row]]:
    """The rows of each group of same quotations."""
    rows = tables.rows(
        """SELECT same_quotes.*, quotes.speaker_id, quotes.speaker_type,
                  quotes.speaker_title, quotes.cue
           FROM same_quotes LEFT JOIN quotes USING (quote_id)
           ORDER BY same_quotes.same_quote, same_quotes.published, same_quotes.article_id,
                    quote_id"""
    )
    for _, group in grouped(rows, "same_quote"):
        for row in group:
            row["title"] = titles.get(row["article_id"], "")
        yield group


def _put_in_place(building: Path, report: Path) -> None:
    """Renames the new report over the old one, which is moved aside first."""
    aside = building.with_name(building.name + "-old")
    if report.exists():
        os.replace(report, aside)
    os.replace(building, report)
    shutil.rmtree(aside, ignore_errors=True)
