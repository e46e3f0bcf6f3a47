"""One annotated article to its rows in every table.

Nothing here looks at another article or place: what does (speaker_id, entity_id, same_quote,
duplicate_of, file) is filled in by the corpus step, and missing from these rows.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline import schema
from pipeline.annotate.quotations.topics import only_names
from pipeline.identifiers import identifier
from pipeline.records import AnnotatedArticle, Problem, Quotation, Span
from pipeline.schema import PIECE_JOINER, Column, Table
from pipeline.store.shards import write_table
from pipeline.tables.duplicates import band_keys

Row = dict[str, Any]

CORPUS_COLUMNS = frozenset({"speaker_id", "entity_id", "same_quote", "duplicate_of", "file"})
"""Columns that only the whole corpus can fill."""

_KEYS = (Column("shard", "text", ""), Column("article_source", "text", ""))
"""Internal columns: which article, of which shard, a row comes from."""

_PUBLISHED = Column("published", "text", "")
_EXTRA = pa.field("extra", pa.list_(pa.list_(pa.string())))
_BANDS = pa.field("bands", pa.binary())
ARROW = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "flag": pa.bool_(),
}
"""The Arrow type of a column, by the name that the schema has for it."""
_OF_NAME = {table.name: table for table in schema.TABLES}
_PARAGRAPH_BREAK = re.compile(r"\n{2,}")
_CONFIDENCE_DIGITS = 3


def article_rows(annotated: AnnotatedArticle, shard: str) -> dict[str, list[Row]]:
    """Rows of an article in each table, with the internal columns of `row_schema`."""
    article = annotated.article
    quotes = quote_rows(annotated)
    entities = entity_rows(annotated, [row["quote_id"] for row in quotes])
    removed = removed_rows(annotated)
    problems = [problem_row(p) for p in (*article.problems, *annotated.problems)]
    given = article.metadata
    row: Row = {
        "article_id": article.article_id,
        "source": article.source,
        "url": given.url,
        "outlet": given.outlet,
        "title": given.title,
        "byline": given.byline,
        "published": given.published,
        "published_basis": given.published_basis,
        "language": given.language,
        "words": len(article.text.split()),
        "quotes": len(quotes),
        "entities": len(entities),
        "removed_lines": len(removed),
        "comments": sum(row["reason"] == "comment" for row in removed),
        "extra": [list(pair) for pair in given.extra],
        "bands": band_keys(article.text),
    }
    rows = {
        "articles": [row],
        "quotes": quotes,
        "entities": entities,
        "removed": removed,
        "problems": problems,
    }
    for of_table in rows.values():
        for each in of_table:
            each["shard"] = shard
            each["article_source"] = article.source
            each.setdefault("published", given.published)
    return rows


def quote_rows(annotated: AnnotatedArticle) -> list[Row]:
    """Rows of quotes.csv, in the order of the article's quotations."""
    article = annotated.article
    text, given = article.text, article.metadata
    paragraph_of = _Paragraphs(text)
    ids = quote_ids(annotated)
    rows = []
    for quotation, quote_id in zip(annotated.quotations, ids, strict=True):
        start, end = _outer(quotation.content)
        cue_start, cue_end = _outer(quotation.cue)
        nested_in = quotation.nested_in
        rows.append(
            {
                "quote_id": quote_id,
                "article_id": article.article_id,
                "published": given.published,
                "outlet": given.outlet,
                "speaker": quotation.speaker.name,
                "speaker_type": quotation.speaker.type,
                "speaker_title": quotation.speaker.title,
                "speaker_text": quotation.speaker.text,
                "speaker_basis": quotation.speaker.basis,
                "cue": _joined(text, quotation.cue),
                "quote": _joined(text, quotation.content),
                "kind": quotation.kind,
                "act": quotation.act,
                "said_on": quotation.said_on.date,
                "said_on_text": quotation.said_on.text,
                "said_on_basis": quotation.said_on.basis,
                "confidence": round(quotation.confidence, _CONFIDENCE_DIGITS),
                "nested_in": "" if nested_in is None else ids[nested_in],
                "paragraph": paragraph_of(start or 0),
                "pieces": ";".join(f"{s}-{e}" for s, e in quotation.content),
                "start": start,
                "end": end,
                "speaker_start": quotation.speaker.start,
                "speaker_end": quotation.speaker.end,
                "cue_start": cue_start,
                "cue_end": cue_end,
                "title": given.title,
                "names_only": only_names(text, quotation),
                "corrected": "",
            }
        )
    return rows


def quote_ids(annotated: AnnotatedArticle) -> list[str]:
    """An id for each quotation: it stays while the article and the content's words stay.

    The same words said again in the same article are told apart by a counter.
    """
    article = annotated.article
    seen: Counter[str] = Counter()
    ids = []
    for quotation in annotated.quotations:
        folded = _folded(_joined(article.text, quotation.content))
        quote_id = identifier(f"{article.article_id}\n{folded}".encode())
        seen[quote_id] += 1
        ids.append(quote_id if seen[quote_id] == 1 else f"{quote_id}-{seen[quote_id]}")
    return ids


def entity_rows(annotated: AnnotatedArticle, ids: Sequence[str]) -> list[Row]:
    """Rows of entities.csv; `ids` are those of the article's quotations."""
    article = annotated.article
    paragraph_of = _Paragraphs(article.text)
    statement_at = _Statements(annotated.quotations, ids)
    return [
        {
            "article_id": article.article_id,
            "entity": mention.name,
            "label": mention.label,
            "text": article.text[mention.start : mention.end],
            "start": mention.start,
            "end": mention.end,
            "paragraph": paragraph_of(mention.start),
            "quote_id": statement_at(mention.start, mention.end),
        }
        for mention in annotated.entities
    ]


def removed_rows(annotated: AnnotatedArticle) -> list[Row]:
    """Rows of removed.csv."""
    return [
        {
            "article_id": annotated.article.article_id,
            "line": removed.line,
            "reason": removed.reason,
            "comment_author": removed.comment_author,
            "comment_date": removed.comment_date,
            "text": removed.text,
        }
        for removed in annotated.article.removed
    ]


def problem_row(problem: Problem) -> Row:
    """Row of problems.csv."""
    return {
        "source": problem.source,
        "stage": problem.stage,
        "severity": problem.severity,
        "problem": problem.problem,
    }


def row_schema(table: Table) -> pa.Schema:
    """Columns of a table's rows before the corpus step: its own, then the internal ones."""
    columns = [c for c in table.columns if c.name not in CORPUS_COLUMNS]
    names = {column.name for column in columns}
    internal = [c for c in (_PUBLISHED, *_KEYS) if c.name not in names]
    arrow = [pa.field(c.name, ARROW[c.type]) for c in (*columns, *internal)]
    return pa.schema([*arrow, _EXTRA, _BANDS] if table is schema.ARTICLES else arrow)


def write_rows(path: Path, table: str, rows: list[Row]) -> str:
    """Write a shard's rows of a table, by rename; return the file's checksum."""
    return write_table(path, pa.Table.from_pylist(rows, schema=row_schema(_OF_NAME[table])))


class _Paragraphs:
    """Number of the paragraph, from 1, that an offset lies in."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _PARAGRAPH_BREAK.finditer(text))]

    def __call__(self, offset: int) -> int:
        return bisect_right(self._starts, offset)


class _Statements:
    """Id of the innermost statement that a span lies in."""

    def __init__(self, quotations: Sequence[Quotation], ids: Sequence[str]) -> None:
        pieces = [
            (start, end, quote_id)
            for quotation, quote_id in zip(quotations, ids, strict=True)
            for start, end in quotation.content
        ]
        self._pieces = sorted(pieces, key=lambda piece: (piece[0], -piece[1], piece[2]))
        self._starts = [piece[0] for piece in self._pieces]
        self._reach = _running_maximum([piece[1] for piece in self._pieces])

    def __call__(self, start: int, end: int) -> str:
        """Walk back from the last piece that starts before; stop where none can reach."""
        index = bisect_right(self._starts, start) - 1
        innermost: tuple[int, str] | None = None
        while index >= 0 and self._reach[index] >= end:
            piece_start, piece_end, quote_id = self._pieces[index]
            length = piece_end - piece_start
            if piece_end >= end and (innermost is None or length < innermost[0]):
                innermost = (length, quote_id)
            index -= 1
        return innermost[1] if innermost else ""


def _running_maximum(numbers: Sequence[int]) -> list[int]:
    highest: list[int] = []
    for number in numbers:
        highest.append(max(number, highest[-1]) if highest else number)
    return highest


def _outer(spans: Sequence[Span]) -> tuple[int, int] | tuple[None, None]:
    return (spans[0][0], max(end for _, end in spans)) if spans else (None, None)


def _joined(text: str, spans: Sequence[Span]) -> str:
    return PIECE_JOINER.join(text[start:end] for start, end in spans)


def _folded(text: str) -> str:
    """Words alone, without case, marks and spacing, which editions of a text differ in."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", plain))
