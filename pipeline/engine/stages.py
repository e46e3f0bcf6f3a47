"""The stages as functions from a shard's file to its next: all that a worker ever runs.

They take and return plain values, know nothing of the manifest nor of how the work is
spread, and write the same bytes wherever they run.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from pipeline.engine.position import NOWHERE, work_at
from pipeline.engine.tasks import (
    Annotated,
    AnnotateTask,
    Cleaned,
    CleanTask,
    Compacted,
    CompactTask,
    Ingested,
    IngestTask,
    InputRead,
    InputToRead,
    RowsMade,
    RowsTask,
)
from pipeline.errors import DamagedShard, WhosaidError
from pipeline.files import is_readable
from pipeline.records import (
    AnnotatedArticle,
    Article,
    CleanArticle,
    DateOrder,
    Metadata,
    Problem,
    Stage,
)
from pipeline.store import ROW_TABLES
from pipeline.store.fingerprints import content_key, seen_by_annotator
from pipeline.store.manifest import DatesInFigures
from pipeline.store.shards import Annotation, read_shard, write_shard

_SMALLEST_SHARD, _LARGEST_SHARD = 32, 512
"""Articles at which a shard of a file of many records is closed."""
_SHARDS_OF_EQUAL_SIZE = 64
_HEAVIEST_SHARD = 32_000_000
"""Characters, so that memory is bounded where articles are long."""

log = logging.getLogger(__name__)


class Annotator(Protocol):
    """What `pipeline.annotate.load_annotator` gives."""

    def annotate(self, article: CleanArticle) -> AnnotatedArticle: ...


def ingest(task: IngestTask) -> Ingested:
    """Read the files of a task into shards of Article records."""
    with task.corpus.at_hand([given.path for given in task.inputs]) as folder:
        return _ingest(task, folder)


def _ingest(task: IngestTask, folder: Path) -> Ingested:
    results: list[InputRead] = []
    batch: list[Article] = []
    sums: list[tuple[str, str]] = []
    written = weight = 0

    def flush() -> None:
        nonlocal weight
        weight = 0
        if batch:
            shard = f"{task.shard}-{len(sums)}"
            sums.append((shard, write_shard(task.store.articles(shard), Article, batch)))
            batch.clear()

    for position, given in enumerate(task.inputs):
        records: list[tuple[str, str, str]] = []
        problems: list[Problem] = []
        work_at(position)
        sha256 = _file_sha256(folder / given.path)
        known = sha256 and sha256 == given.known_sha256
        for read in () if known else _read(task, folder, given):
            if isinstance(read, Problem):
                problems.append(
                    replace(read, source=_utf8(read.source), problem=_utf8(read.problem))
                )
                continue
            batch.append(_encodable(read))
            records.append((read.source, read.article_id, f"{task.shard}-{len(sums)}"))
            written += 1
            weight += len(read.text) + len(read.markup)
            if len(batch) >= _shard_size(written, len(task.inputs)) or weight > _HEAVIEST_SHARD:
                flush()
            work_at(position)
        results.append(InputRead(given, sha256, tuple(records), tuple(problems)))
    work_at(NOWHERE)
    flush()
    return Ingested(tuple(results), tuple(sums))


def clean(task: CleanTask) -> Cleaned:
    """Clean the live articles of a shard."""
    path = task.store.articles(task.shard)
    articles = []
    for position, article in enumerate(read_shard(path, Article, task.sums.get("articles", ""))):
        if article.source not in task.live or position not in task.window:
            continue
        work_at(position)
        order = task.date_orders.get(article.source, "")
        articles.append(
            _not_cleaned(article, task.aside) if task.aside else _clean_one(article, order)
        )
    work_at(NOWHERE)
    return _cleaned(task, articles)


def annotate(task: AnnotateTask) -> Annotated:
    """Annotate the live articles of a shard, taking over what was found in them before."""
    known = _known_annotations(task)
    annotations = []
    new_articles = new_words = 0
    path = task.store.clean(task.shard)
    for position, article in enumerate(read_shard(path, CleanArticle, task.sums.get("clean", ""))):
        if article.source not in task.live or position not in task.window:
            continue
        key = content_key(article)
        if key not in known:
            known[key] = _annotate_one(task, article, key, position)
            new_articles += 1
            new_words += len(article.text.split())
        annotations.append(_of_source(known[key], article.source))
    return _annotated(task, annotations, new_articles, new_words)


def rows(task: RowsTask) -> RowsMade:
    """Write the rows that a shard's articles give to each table."""
    from pipeline.tables.rows import write_rows

    path = task.store.annotated(task.shard)
    annotations = {
        annotation.source: annotation
        for annotation in read_shard(path, Annotation, task.sums.get("annotated", ""))
    }
    of_table: dict[str, list[dict[str, object]]] = {table: [] for table in ROW_TABLES}
    path = task.store.clean(task.shard)
    for article in read_shard(path, CleanArticle, task.sums.get("clean", "")):
        if article.source in task.live:
            found = annotations[article.source]
            annotated = AnnotatedArticle(article, found.quotations, found.entities, found.problems)
            for table, table_rows in _rows_of_one(annotated, task.shard).items():
                of_table[table].extend(table_rows)
    sums = (
        (f"rows/{table}", write_rows(task.store.rows(table, task.shard), table, table_rows))
        for table, table_rows in of_table.items()
    )
    return RowsMade(task.shard, tuple(sums))


def compact(task: CompactTask) -> Compacted:
    """Write the live records of small shards into one."""
    written: list[tuple[str, str]] = []
    kinds: tuple[tuple[str, type[Any]], ...] = (
        ("articles", Article),
        ("clean", CleanArticle),
        ("annotated", Annotation),
    )
    for kind, record_type in kinds:
        records = [
            record
            for shard, live, sums in task.shards
            for record in read_shard(task.store.file(kind, shard), record_type, sums.get(kind, ""))
            if record.source in live
        ]
        path = task.store.file(kind, task.into)
        written.append((kind, write_shard(path, record_type, records)))
    return Compacted(tuple(shard for shard, _, _ in task.shards), task.into, tuple(written))


def join_clean(task: CleanTask, parts: Sequence[Cleaned]) -> Cleaned:
    """The parts of a shard that had to be cleaned piece by piece, as one."""
    files = [(task.store.clean(part.shard), part.sum) for part in parts]
    articles = [article for path, sum_ in files for article in read_shard(path, CleanArticle, sum_)]
    joined = _cleaned(task, articles)
    for path, _ in files:
        path.unlink(missing_ok=True)
    return joined


def join_annotate(task: AnnotateTask, parts: Sequence[Annotated]) -> Annotated:
    """The parts of a shard that had to be annotated piece by piece, as one."""
    files = [(task.store.annotated(part.shard), part.sum) for part in parts]
    found = [
        annotation for path, sum_ in files for annotation in read_shard(path, Annotation, sum_)
    ]
    articles, words = (sum(part.articles for part in parts), sum(part.words for part in parts))
    joined = _annotated(task, found, articles, words)
    for path, _ in files:
        path.unlink(missing_ok=True)
    return joined


JOINED: dict[str, Callable[[Any, Sequence[Any]], Any]] = {
    "clean": join_clean,
    "annotate": join_annotate,
}
"""Stages whose tasks, split, have to become one file again."""


def _shard_size(written: int, inputs: int) -> int:
    """Articles in a shard, when so many articles of so many files were read.

    Files of one article each are one shard. How many a file of many holds shows only at its
    end: shards grow with it, so that a file of a thousand gives work to many workers, and one
    of a million no more shards than needed.
    """
    growing = max(written // _SHARDS_OF_EQUAL_SIZE, _SMALLEST_SHARD, inputs)
    return min(growing, _LARGEST_SHARD)


def _cleaned(task: CleanTask, articles: Sequence[CleanArticle]) -> Cleaned:
    return Cleaned(
        task.written,
        sum(len(article.text.split()) for article in articles),
        tuple((article.source, content_key(article)) for article in articles),
        tuple(
            DatesInFigures(
                article.source, article.metadata.outlet, article.date_order, article.date_is_open
            )
            for article in articles
            if article.date_order or article.date_is_open
        ),
        write_shard(task.store.clean(task.written), CleanArticle, articles),
    )


def _annotated(
    task: AnnotateTask, annotations: Sequence[Annotation], articles: int, words: int
) -> Annotated:
    return Annotated(
        task.written,
        articles,
        words,
        tuple(annotation.key for annotation in annotations),
        write_shard(task.store.annotated(task.written), Annotation, annotations),
    )


def _read(task: IngestTask, folder: Path, given: InputToRead) -> Iterator[Article | Problem]:
    """What a file holds; where reading it fails, a problem instead of the rest."""
    from pipeline.ingest import read_file

    if aside := task.aside or given.aside:
        yield Problem(_shown(given.path), "ingest", "error", aside)
        return
    try:
        yield from read_file(folder, given.path, task.options, given.metadata)
    except WhosaidError:
        raise
    except Exception as error:
        yield _unexpected(_shown(given.path), "ingest", error)


def _clean_one(article: Article, order: DateOrder) -> CleanArticle:
    from pipeline.clean import clean as clean_article

    try:
        return clean_article(article, order)
    except WhosaidError:
        raise
    except Exception as error:
        return _not_cleaned(article, _sentence("clean", article.source, error))


def _not_cleaned(article: Article, problem: str) -> CleanArticle:
    return CleanArticle(
        article.article_id,
        article.source,
        text="",
        metadata=article.metadata,
        problems=(Problem(article.source, "clean", "error", problem),),
    )


def _annotate_one(task: AnnotateTask, article: CleanArticle, key: str, position: int) -> Annotation:
    if task.aside:
        problem = Problem(article.source, "annotate", "error", task.aside)
        return Annotation(article.source, key, problems=(problem,))
    annotator = load_annotator(task.annotator, task.model, task.entities_from, task.threads)
    work_at(position)
    try:
        found = annotator.annotate(seen_by_annotator(article))
    except Exception as error:
        problem = _unexpected(article.source, "annotate", error)
        return Annotation(article.source, key, problems=(problem,))
    finally:
        work_at(NOWHERE)
    return Annotation(article.source, key, found.quotations, found.entities, found.problems)


def _rows_of_one(annotated: AnnotatedArticle, shard: str) -> dict[str, list[dict[str, object]]]:
    from pipeline.tables.rows import article_rows

    try:
        return article_rows(annotated, shard)
    except Exception as error:
        article = annotated.article
        problem = _unexpected(article.source, "tables", error)
        return article_rows(AnnotatedArticle(article, problems=(problem,)), shard)


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
    wanted = {key for key, _, _ in task.known}
    known: dict[str, Annotation] = {}
    for shard, expected in sorted({(shard, expected) for _, shard, expected in task.known}):
        try:
            for annotation in read_shard(task.store.annotated(shard), Annotation, expected):
                if annotation.key in wanted:
                    known[annotation.key] = annotation
        except DamagedShard as error:
            log.warning("%s: what it held is annotated again", error)
    return known


def _unexpected(source: str, stage: Stage, error: Exception) -> Problem:
    return Problem(source, stage, "error", _sentence(stage, source, error))


def _sentence(stage: Stage, source: str, error: Exception) -> str:
    log.debug("%s: %s", source, stage, exc_info=error)
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    doing = {"ingest": "read", "clean": "cleaned", "annotate": "analysed", "tables": "tabled"}
    if isinstance(error, MemoryError):
        return f"This could not be {doing[stage]}: memory ran out; split it, or leave it out."
    return (
        f"This could not be {doing[stage]} because of a fault in whosaid ({what}): please "
        "report it."
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
