"""Leading a run: what is pending goes to the engine, what comes back into the manifest.

A stage takes what the manifest says is pending and no more, so each of them can be run
alone, killed at any moment and run again.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.corrections.corrections_file import CORRECTIONS
from pipeline.engine.compaction import compaction_tasks
from pipeline.engine.date_orders import settled_orders
from pipeline.engine.given_files import check_given_files, given_file, keep_given_files
from pipeline.engine.plan import Plan, batches, plan_reading, settled
from pipeline.engine.progress import Advance, Events, Progress
from pipeline.engine.recovery import Engine, spread_surely
from pipeline.engine.summary import Summary, counts_from, counts_to
from pipeline.engine.tables_state import OUTPUTS_NOTE, tables_state
from pipeline.engine.tasks import AnnotateTask, CleanTask, IngestTask, InputRead, RowsTask
from pipeline.errors import DamagedShard, WhosaidError
from pipeline.records import Problem
from pipeline.settings import Settings, available_cores
from pipeline.store import ROW_TABLES, Store
from pipeline.store.fingerprints import Fingerprints
from pipeline.store.manifest import InputState, RecordState, ShardStage
from pipeline.tables.overrides import SPEAKER_OVERRIDES

if TYPE_CHECKING:
    from pipeline.ingest.location import Corpus

_MOST_REPAIRS = 5
"""Rounds; each mends all that is damaged, and the next what broke meanwhile."""
_FEW = 3
"""Names of files that are told as examples."""
_COUNTS_NOTE = "counts"
_TEXTS_NOTE = "texts"

log = logging.getLogger(__name__)


class Run:
    """The stages over one open store.

    Usage: `ingest`, `clean`, `annotate`, `tables`, in this order, or some of them.
    """

    def __init__(
        self, store: Store, engine: Engine, settings: Settings, progress: Progress
    ) -> None:
        self._store = store
        self._manifest = store.manifest
        self._engine = engine
        self._settings = settings
        self._progress = progress
        self._fingerprints = Fingerprints(settings)
        self.summary = Summary()

    def all_stages(self, corpus: Path | str) -> Summary:
        """Bring the tables up to the corpus, a folder or its address.

        Raises WhosaidError if there is nothing to run on; what single articles suffer
        becomes rows of problems.csv.
        """
        started = time.monotonic()
        self._fingerprints.annotated  # noqa: B018  (a missing model is better told at once)
        self.ingest(corpus)
        for repairs_left in reversed(range(_MOST_REPAIRS)):
            try:
                self.clean()
                self.annotate()
                self.tables()
                break
            except DamagedShard as damaged:
                if not repairs_left:
                    raise
                self._repair(damaged, corpus)
        self.summary.seconds = time.monotonic() - started
        return self.summary

    def tell_summary(self) -> None:
        """Give the summary to a machine that reads the progress."""
        if isinstance(self._progress, Events):
            self._progress.tell("summary", **asdict(self.summary))

    def ingest(self, corpus: Path | str) -> None:
        """Read what is new or changed in the corpus; forget what has left it.

        Raises WhosaidError if the corpus cannot be read or is empty.
        """
        self._read(corpus, force=self._settings.force)

    def _read(self, place: Path | str, *, force: bool) -> None:
        from pipeline.ingest.location import corpus_at
        from pipeline.ingest.options import IngestOptions

        options = IngestOptions(**asdict(self._settings.reading))
        fingerprint = self._fingerprints.ingest
        corpus = corpus_at(place)
        plan = plan_reading(corpus, self._manifest, fingerprint, options, force=force)
        self._settle(plan, corpus)
        if force:
            with self._manifest.together():
                self._manifest.forget_stages()
        known = self._manifest.inputs()
        tasks = [
            IngestTask(self._store.folder, corpus, options, batch, self._store.new_shard())
            for batch in batches(
                plan.to_read, self._engine.workers, self._settings.articles_in_batch
            )
        ]
        with self._stage("reading", len(plan.to_read)) as advance:
            for ingested in self._spread("ingest", tasks):
                with self._manifest.together():
                    for result in ingested.inputs:
                        self._take_in(result, fingerprint, known.get(result.input.path))
                    for shard, checksum in ingested.sums:
                        self._manifest.put_sums(shard, [("articles", checksum)])
                advance(len(ingested.inputs), 0)
        with self._manifest.together():
            self._manifest.put_note("sidecars", plan.sidecars)

    def clean(self) -> None:
        """Clean the articles of shards that need it.

        Dates in figures that could be read two ways are settled by the corpus's others: where
        that changes what is known of an article, its shard is cleaned a second time.
        """
        self.summary.cleaned += self._clean_pending()
        with self._manifest.together():
            self._manifest.put_date_orders(settled_orders(self._manifest.dates()))
        self._clean_pending()

    def _clean_pending(self) -> int:
        """Clean what needs it now; how many articles that are."""
        fingerprint = self._fingerprints.clean
        orders = self._manifest.date_orders()
        pending = self._manifest.pending("clean", fingerprint)
        tasks = [
            CleanTask(
                store=self._store.folder,
                shard=shard,
                live=self._live(shard),
                sums=self._manifest.sums(shard),
                date_orders={
                    source: orders[source]
                    for source in self._manifest.live_sources(shard)
                    if source in orders
                },
            )
            for shard, _ in pending
        ]
        articles = dict(pending)
        with self._stage("cleaning", sum(articles.values())) as advance:
            for cleaned in self._spread("clean", tasks):
                with self._manifest.together():
                    self._manifest.put_contents(cleaned.shard, cleaned.words, cleaned.keys)
                    sources = [source for source, _ in cleaned.keys]
                    self._manifest.put_dates(sources, cleaned.dates)
                    self._manifest.put_sums(cleaned.shard, [("clean", cleaned.sum)])
                    self._manifest.done(cleaned.shard, "clean", fingerprint)
                advance(articles[cleaned.shard], cleaned.words)
        return sum(articles.values())

    def annotate(self) -> None:
        """Annotate the cleaned articles that were never annotated as they are now."""
        fingerprints = self._fingerprints
        annotate, annotated = fingerprints.annotate, fingerprints.annotated
        self._require("clean", fingerprints.clean, "cleaned", "clean")
        pending = self._manifest.pending("annotated", annotated)
        articles = dict(pending)
        words = self._manifest.words(list(articles))
        # The longest first: what is left for the end is short, and no worker waits long.
        pending = sorted(pending, key=lambda shard: -words[shard[0]])
        tasks = [
            AnnotateTask(
                store=self._store.folder,
                shard=shard,
                live=self._live(shard),
                sums=self._manifest.sums(shard),
                annotator=self._settings.annotator,
                model=self._settings.model.absolute(),
                entities_from=self._settings.entities_from,
                threads=self._threads(len(pending)),
                known=tuple(self._manifest.annotated_before(shard, annotate)),
            )
            for shard, _ in pending
        ]
        with self._stage("analysing", sum(articles.values()), sum(words.values())) as advance:
            for result in self._spread("annotate", tasks):
                with self._manifest.together():
                    self._manifest.put_annotations(result.shard, annotate, result.keys)
                    self._manifest.put_sums(result.shard, [("annotated", result.sum)])
                    self._manifest.done(result.shard, "annotated", annotated)
                self.summary.annotated += result.articles
                self.summary.words += result.words
                advance(articles[result.shard], words[result.shard])

    def tables(self) -> None:
        """Write the tables and texts anew, unless they are those of the corpus already.

        Raises WhosaidError if stages before are not done, or the corpus's folder is gone.
        """
        texts = self._state_of_texts()
        state = self._tables_state(texts)
        if not self._settings.force and state == self._manifest.note(OUTPUTS_NOTE):
            self.summary.nothing_new = True
            self.summary.rows = counts_from(self._manifest.note(_COUNTS_NOTE))
            return
        self._require("annotated", self._fingerprints.annotated, "analysed", "annotate")
        check_given_files(self._manifest.note("corpus"))
        self._compact()
        self._rows()
        self._engine.rest()
        records = self._manifest.records()
        with self._stage("writing tables", 0):
            self._check(("clean", *(f"rows/{table}" for table in ROW_TABLES)))
            texts = self._write_texts(records, texts)
            self.summary.rows = self._build(records)
        self.summary.copies = len(records) - len({record.article_id for record in records})
        with self._manifest.together():
            self._manifest.store_problems_were_told()
            self._manifest.put_note(_COUNTS_NOTE, counts_to(self.summary.rows))
            self._manifest.put_note(OUTPUTS_NOTE, self._tables_state(texts))
        self._store.drop_dead_shards()

    def _require(self, stage: ShardStage, fingerprint: str, done: str, command: str) -> None:
        """Raise WhosaidError if a stage before is not done; `done` and `command` name it."""
        articles = sum(count for _, count in self._manifest.pending(stage, fingerprint))
        if articles:
            raise WhosaidError(
                f"{articles} articles are not {done} yet, or not as they would be now: run "
                f"'whosaid {command}' first, or 'whosaid run', which does all."
            )

    def _rows(self) -> None:
        fingerprint = self._fingerprints.rows
        pending = self._manifest.pending("rows", fingerprint)
        tasks = [
            RowsTask(self._store.folder, shard, self._live(shard), self._manifest.sums(shard))
            for shard, _ in pending
        ]
        articles = dict(pending)
        with self._stage("making rows", sum(articles.values())) as advance:
            for made in self._spread("rows", tasks):
                with self._manifest.together():
                    self._manifest.put_sums(made.shard, made.sums)
                    self._manifest.done(made.shard, "rows", fingerprint)
                advance(articles[made.shard], 0)

    def _compact(self) -> None:
        """Join small shards, which many small reruns leave, to few."""
        tasks = compaction_tasks(self._store)
        with self._stage("joining shards", sum(len(task.shards) for task in tasks)) as advance:
            for compacted in self._spread("compact", tasks):
                with self._manifest.together():
                    self._manifest.put_compacted(compacted.shards, compacted.into)
                    self._manifest.put_sums(compacted.into, compacted.sums)
                advance(len(compacted.shards), 0)

    def _check(self, kinds: Sequence[str]) -> None:
        """Raise DamagedShard if a file that the tables are made of is not what was written."""
        for damaged in self._store.damaged_files(kinds):
            raise damaged

    def _build(self, records: Sequence[RecordState]) -> dict[str, int]:
        from pipeline.tables.build import build_tables

        return build_tables(
            self._store.folder,
            self._settings.outputs,
            records,
            self._manifest.problems(),
            overrides=self._given(SPEAKER_OVERRIDES),
            corrections=self._given(CORRECTIONS),
            raw_cells=self._settings.raw_cells,
            processes=self._settings.processes,
        )

    def _write_texts(self, records: Sequence[RecordState], state: str) -> str:
        """Bring the texts up to date from a state of their folder; the state that it has then."""
        from pipeline.tables.live import live_articles
        from pipeline.tables.texts import update_texts

        folder = self._store.folder
        fingerprint = self._fingerprints.clean
        fresh = [shard for shard, _ in self._manifest.pending("texts", fingerprint)]
        clean = {record.shard: folder.clean(record.shard) for record in records}
        untouched = state == self._manifest.note(_TEXTS_NOTE)
        places = {
            article.article_id: (clean[article.shard], article.source)
            for article in live_articles(records)
        }
        # What somebody else changed, or a run that was stopped began, is all looked through.
        looked_through = (folder.clean(shard) for shard in fresh) if untouched else clean.values()
        update_texts(self._settings.outputs / "text", places, frozenset(looked_through))
        written = self._state_of_texts()
        with self._manifest.together():
            self._manifest.put_note(_TEXTS_NOTE, written)
            for shard in fresh:
                self._manifest.done(shard, "texts", fingerprint)
        return written

    def _state_of_texts(self) -> str:
        from pipeline.tables.texts import state_of_texts

        return state_of_texts(self._settings.outputs / "text")

    def _tables_state(self, texts: str) -> str:
        fingerprint = self._fingerprints.tables
        return tables_state(self._settings.outputs, self._manifest, fingerprint, texts)

    def _given(self, name: str) -> Path:
        """A file by which the user tells something, at the top of the corpus."""
        return given_file(self._store.folder, self._manifest.note("corpus"), name)

    def _settle(self, plan: Plan, corpus: Corpus) -> None:
        """Note what needs no reading: inputs that are gone, problems of the sidecars."""
        from pipeline.ingest.piped import told_corpus

        before = told_corpus(self._manifest.note("corpus"))
        if plan.gone and before != told_corpus(corpus.name):
            self.summary.corpus_before = before
        self.summary.inputs = plan.inputs
        self.summary.removed += len(plan.gone)
        with self._manifest.together():
            keep_given_files(self._store.folder, corpus)
            self._manifest.put_note("corpus", corpus.name)
            for path in plan.gone:
                self._manifest.drop_input(path)
            if plan.sidecars != self._manifest.note("sidecars"):
                # Until all is read, what articles have may be of these sidecars or of those before.
                self._manifest.put_note("sidecars", "")
            if plan.sidecar_problems is not None:
                self.summary.absent = len(plan.absent)
                self.summary.absent_few = plan.absent[:_FEW]
                self._manifest.put_sidecar_problems(plan.sidecar_problems)

    def _take_in(self, read: InputRead, fingerprint: str, known: InputState | None) -> None:
        """Note what an input gave. Called within a transaction."""
        given = read.input
        if read.unchanged:
            self._manifest.touch_input(given.path, given.size, settled(given.mtime_ns))
            return
        for shard in dict.fromkeys(shard for _, _, shard in read.records):
            self._manifest.add_shard(shard)
        self._manifest.put_input(
            InputState(
                given.path,
                given.size,
                settled(given.mtime_ns),
                read.sha256,
                given.metadata_key,
                fingerprint,
            ),
            [
                RecordState(source, given.path, article_id, shard)
                for source, article_id, shard in read.records
            ],
            read.problems,
        )
        if known is None:
            self.summary.new += 1
        elif (known.sha256, known.metadata) == (read.sha256, given.metadata_key):
            self.summary.read_again += 1
        else:
            self.summary.changed += 1

    @contextmanager
    def _stage(self, name: str, articles: int, words: int = 0) -> Iterator[Advance]:
        """A stage's progress, and its time in the summary."""
        started = time.monotonic()
        with self._progress.stage(name, articles, words) as advance:
            yield advance
        seconds = time.monotonic() - started
        if articles or name == "writing tables":
            self.summary.stages[name] = self.summary.stages.get(name, 0.0) + seconds

    def _spread(self, stage: str, tasks: Sequence[Any]) -> Iterator[Any]:
        """Results of a function of `stages` over tasks, as they come.

        Its libraries are loaded only if there is a task: a run with nothing new is quick.
        """
        if tasks:
            yield from spread_surely(self._engine, stage, tasks)

    def _live(self, shard: str) -> frozenset[str]:
        return frozenset(self._manifest.live_sources(shard))

    def _threads(self, tasks: int) -> int:
        """Threads of one model, so that all processes together use the cores once."""
        side_by_side = min(self._engine.workers, max(tasks, 1))
        return max(1, available_cores() // side_by_side) if self._engine.workers > 1 else 1

    def _repair(self, noticed: DamagedShard, corpus: Path | str) -> None:
        """Forget what damaged files held, so that it is made again from what came before."""
        damaged = {each.path: each for each in (noticed, *self._store.damaged_files())}
        for each in damaged.values():
            log.warning("%s is damaged (%s): it is made again.", each.path, each.reason)
            self._forget(each)
        self._read(corpus, force=False)

    def _forget(self, damaged: DamagedShard) -> None:
        root = self._store.folder.root
        shard = damaged.path.stem
        kind = damaged.path.parent.relative_to(root).as_posix()
        problem = Problem(
            damaged.path.relative_to(root.parent).as_posix(),
            "tables",
            "warning",
            f"This file of the store was damaged ({damaged.reason}): it was made again and "
            "nothing is lost, but have the disk looked at if it happens again.",
        )
        with self._manifest.together():
            self._manifest.put_store_problems([problem])
            self._manifest.drop_sum(shard, kind)
            if kind == "articles":
                self._manifest.reread(shard)
            elif kind == "clean":
                self._manifest.done(shard, "clean", "")
            elif kind == "annotated":
                self._manifest.done(shard, "annotated", "")
                self._manifest.put_annotations(shard, "", ())
            else:
                self._manifest.done(shard, "rows", "")
        damaged.path.unlink(missing_ok=True)
