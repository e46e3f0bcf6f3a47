"""Rows of the articles that people corrected, in place of those that the model gave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline import schema
from pipeline.corrections.applying import CorrectedArticle, apply_corrections
from pipeline.corrections.corrections_file import Correction, problem_of, read_corrections
from pipeline.records import AnnotatedArticle, CleanArticle, Problem
from pipeline.store import StoreFolder
from pipeline.store.manifest import RecordState
from pipeline.store.shards import Annotation, read_shard
from pipeline.tables.live import PLACE_JOINER, LiveArticle, live_articles
from pipeline.tables.rows import article_rows, row_schema

_TABLES = (schema.ARTICLES, schema.QUOTES, schema.ENTITIES)
_NOT_IN_CORPUS = (
    "Its article is not in the corpus: put it back there, or take this row out; it is kept."
)


@dataclass(frozen=True, slots=True)
class CorrectedRows:
    """Rows of the articles that people corrected, which stand in place of the shards' rows."""

    article_ids: frozenset[str]
    tables: dict[str, pa.Table]
    """By the names of tables; empty if nothing was corrected."""
    speaker_decided: frozenset[str]
    """quote_id of the statements of which a person said who the speaker is."""
    problems: tuple[Problem, ...]
    """Of corrections that cannot be applied."""


def read_corrected_rows(
    folder: StoreFolder, records: Iterable[RecordState], corrections: Path
) -> CorrectedRows:
    """Apply what people decided.

    records: the live ones.
    corrections: the user's corrections.csv; it need not exist.
    Raises DamagedShard.
    """
    decisions, problems = read_corrections(corrections)
    if not decisions:
        return CorrectedRows(frozenset(), {}, frozenset(), tuple(problems))
    articles = list(live_articles(records))
    of_article, homeless = by_article(decisions, homes(articles))
    problems += [problem_of(correction.row, _NOT_IN_CORPUS) for correction in homeless]
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in _TABLES}
    speaker_decided: set[str] = set()
    shards = {a.article_id: a.shard for a in articles if a.article_id in of_article}
    for annotated in annotated_articles(folder, [a for a in articles if a.article_id in shards]):
        article_id = annotated.article.article_id
        corrected = apply_corrections(annotated, of_article[article_id])
        shard = shards[article_id]
        of_article_now = corrected_rows(corrected, shard)
        for table in _TABLES:
            rows[table.name] += of_article_now[table.name]
        quote_ids = (row["quote_id"] for row in of_article_now["quotes"])
        speaker_decided.update(compress(quote_ids, corrected.names_speaker))
        problems += [
            problem_of(
                correction.row,
                f"{reason} Look at {annotated.article.source}, and correct or take out this row; "
                "it is kept.",
            )
            for correction, reason in corrected.unfit
        ]
    tables = {
        table.name: pa.Table.from_pylist(rows[table.name], schema=row_schema(table))
        for table in _TABLES
    }
    return CorrectedRows(frozenset(of_article), tables, frozenset(speaker_decided), tuple(problems))


def corrected_rows(corrected: CorrectedArticle, shard: str) -> dict[str, list[dict[str, Any]]]:
    """Rows of a corrected article in each table; see `rows.article_rows`."""
    rows = article_rows(corrected.annotated, shard)
    for row, cell in zip(rows["quotes"], corrected.corrected, strict=True):
        row["corrected"] = cell
    return rows


def homes(articles: Iterable[LiveArticle]) -> dict[str, str]:
    """The article_id that a correction means by an id or by a place.

    An article whose bytes changed has another id, but lies where it lay.
    """
    found = {}
    for article in articles:
        found[article.article_id] = article.article_id
        for place in article.places.split(PLACE_JOINER):
            found[place] = article.article_id
    return found


def by_article(
    corrections: Iterable[Correction], home_of: Mapping[str, str]
) -> tuple[dict[str, list[Correction]], list[Correction]]:
    """Decisions by the article_id that has them now, and those that no article has."""
    found: dict[str, list[Correction]] = {}
    homeless = []
    for correction in corrections:
        names = (correction.article_id, *correction.source.split(PLACE_JOINER))
        article_id = next((home_of[name] for name in names if name in home_of), "")
        if article_id:
            found.setdefault(article_id, []).append(correction)
        else:
            homeless.append(correction)
    return found, homeless


def annotated_articles(
    folder: StoreFolder, articles: Iterable[LiveArticle]
) -> Iterable[AnnotatedArticle]:
    """What the model found in some articles, shard by shard.

    Raises DamagedShard.
    """
    in_shard: dict[str, set[str]] = {}
    for article in articles:
        in_shard.setdefault(article.shard, set()).add(article.source)
    for shard in sorted(in_shard):
        sources = in_shard[shard]
        found = {
            annotation.source: annotation
            for annotation in read_shard(folder.annotated(shard), Annotation, sources=sources)
        }
        for clean in read_shard(folder.clean(shard), CleanArticle, sources=sources):
            annotation = found[clean.source]
            yield AnnotatedArticle(
                clean, annotation.quotations, annotation.entities, annotation.problems
            )
