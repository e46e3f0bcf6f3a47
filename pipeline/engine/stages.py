"""The stages as functions from a shard's file to its next: all that a worker ever runs.

They take and return plain values, know nothing of the manifest nor of how the work is
spread, and write the same bytes wherever they run.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from pipeline.engine.tasks import (
    Annotated,
    AnnotateTask,
    Cleaned,
    CleanTask,
    IngestTask,
    InputRead,
    InputToRead,
    RowsTask,
)
from pipeline.errors import DamagedShard
from pipeline.records import (
    AnnotatedArticle,
    Article,
    CleanArticle,
    Metadata,
    Problem,
    Stage,
)
from pipeline.store import ROW_TABLES
from pipeline.store.files import is_readable
from pipeline.store.fingerprints import content_key, seen_by_annotator
from pipeline.store.shards import Annotation, read_shard, write_shard

_LARGEST_SHARD = 512
"""Articles: a file of a million records becomes many shards."""

log = logging.getLogger(__name__)


class Annotator(Protocol):
    """What `pipeline.annotate.load_annotator` gives."""

    def annotate(self, article: CleanArticle) -> AnnotatedArticle: ...


def ingest(task: IngestTask) -> tuple[InputRead, ...]:
    """Read the files of a task into shards of Article records."""
    results: list[InputRead] = []
    batch: list[Article] = []
    written = 0

    def flush() -> None:
        nonlocal written
        if batch:
            write_shard(task.store.articles(f"{task.shard}-{written}"), Article, batch)
            batch.clear()
            written += 1

    for given in task.inputs:
        records: list[tuple[str, str, str]] = []
        problems: list[Problem] = []
        sha256 = _file_sha256(task.corpus / given.path)
        known = sha256 and sha256 == given.known_sha256
        for read in () if known else _read(task, given):
            if isinstance(read, Problem):
                problems.append(read)
                continue
            batch.append(_encodable(read))
            records.append((read.source, read.article_id, f"{task.shard}-{written}"))
            if len(batch) >= _LARGEST_SHARD:
                flush()
        results.append(InputRead(given, sha256, tuple(records), tuple(problems)))
    flush()
    return tuple(results)


def clean(task: CleanTask) -> Cleaned:
    """Clean the live articles of a shard."""
    articles = [
        _clean_one(article)
        for article in read_shard(task.store.articles(task.shard), Article)
        if article.source in task.live
    ]
    write_shard(task.store.clean(task.shard), CleanArticle, articles)
    return Cleaned(
        task.shard,
        sum(len(article.text.split()) for article in articles),
        tuple((article.source, content_key(article)) for article in articles),
    )


def annotate(task: AnnotateTask) -> Annotated:
    """Annotate the live articles of a shard, taking over what was found in them before."""
    known = _known_annotations(task)
    annotations = []
    new_articles = new_words = 0
    for article in read_shard(task.store.clean(task.shard), CleanArticle):
        if article.source not in task.live:
            continue
        key = content_key(article)
        if key not in known:
            known[key] = _annotate_one(task, article, key)
            new_articles += 1
            new_words += len(article.text.split())
        annotations.append(_of_source(known[key], article.source))
    write_shard(task.store.annotated(task.shard), Annotation, annotations)
    keys = tuple(annotation.key for annotation in annotations)
    return Annotated(task.shard, new_articles, new_words, keys)


def rows(task: RowsTask) -> str:
    """Write the rows that a shard's articles give to each table; return the shard's name."""
    from pipeline.tables.rows import article_rows, write_rows

    annotations = {
        annotation.source: annotation
        for annotation in read_shard(task.store.annotated(task.shard), Annotation)
    }
    of_table: dict[str, list[dict[str, object]]] = {table: [] for table in ROW_TABLES}
    for article in read_shard(task.store.clean(task.shard), CleanArticle):
        if article.source not in task.live:
            continue
        found = annotations[article.source]
        annotated = AnnotatedArticle(article, found.quotations, found.entities, found.problems)
        for table, table_rows in article_rows(annotated, task.shard).items():
            of_table[table].extend(table_rows)
    for table, table_rows in of_table.items():
        write_rows(task.store.rows(table, task.shard), table, table_rows)
    return task.shard


def _read(task: IngestTask, given: InputToRead) -> Iterator[Article | Problem]:
    """What a file holds; where reading it fails, a problem instead of the rest."""
    from pipeline.ingest import read_file

    try:
        yield from read_file(task.corpus, given.path, task.options, given.metadata)
    except Exception as error:
        yield _unexpected(_shown(given.path), "ingest", error)


def _clean_one(article: Article) -> CleanArticle:
    from pipeline.clean import clean as clean_article

    try:
        return clean_article(article)
    except Exception as error:
        return CleanArticle(
            article.article_id,
            article.source,
            text="",
            metadata=article.metadata,
            problems=(_unexpected(article.source, "clean", error),),
        )


def _annotate_one(task: AnnotateTask, article: CleanArticle, key: str) -> Annotation:
    annotator = load_annotator(task.annotator, task.model, task.entities_from, task.threads)
    try:
        found = annotator.annotate(seen_by_annotator(article))
    except Exception as error:
        problem = _unexpected(article.source, "annotate", error)
        return Annotation(article.source, key, problems=(problem,))
    return Annotation(article.source, key, found.quotations, found.entities, found.problems)


def _of_source(annotation: Annotation, source: str) -> Annotation:
    """The annotation as that of the article at `source`, which the annotator never saw."""
    problems = tuple(replace(problem, source=source) for problem in annotation.problems)
    return replace(annotation, source=source, problems=problems)


@lru_cache(maxsize=1)
def load_annotator(name: str, model: Path, entities_from: str | None, threads: int) -> Annotator:
    """The annotator of this process, loaded once. See `Settings.annotator` for `name`."""
    module, function = name.split(":")
    load = getattr(importlib.import_module(module), function)
    annotator: Annotator = load(model, entities_from=entities_from, threads=threads)
    return annotator


def _known_annotations(task: AnnotateTask) -> dict[str, Annotation]:
    wanted = dict(task.known)
    known: dict[str, Annotation] = {}
    for shard in sorted(set(wanted.values())):
        try:
            for annotation in read_shard(task.store.annotated(shard), Annotation):
                if annotation.key in wanted:
                    known[annotation.key] = annotation
        except DamagedShard as error:
            log.warning("%s: what it held is annotated again", error)
    return known


def _unexpected(source: str, stage: Stage, error: Exception) -> Problem:
    log.debug("%s: %s", source, stage, exc_info=error)
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    doing = {"ingest": "read", "clean": "cleaned", "annotate": "analysed"}[stage]
    return Problem(
        source,
        stage,
        "error",
        f"This could not be {doing} because of a fault in whosaid ({what}): please report it.",
    )


def _file_sha256(path: Path) -> str:
    """Hash of a file's bytes; empty for what is no readable file, such as a device."""
    if not is_readable(path):
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _shown(path: str) -> str:
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _encodable(article: Article) -> Article:
    """The article with lone surrogates, which no UTF-8 file can hold, as U+FFFD."""
    metadata = article.metadata
    plain: dict[str, Any] = {
        field.name: _utf8(getattr(metadata, field.name))
        for field in fields(Metadata)
        if field.name != "extra"
    }
    extra = tuple((_utf8(name), _utf8(value)) for name, value in metadata.extra)
    return replace(
        article,
        text=_utf8(article.text),
        markup=_utf8(article.markup),
        metadata=replace(metadata, **plain, extra=extra),
    )


def _utf8(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
