"""All tables of the live articles, from the shards' rows to files in their place."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pipeline import schema
from pipeline.errors import WhosaidError
from pipeline.records import Problem
from pipeline.store import StoreFolder
from pipeline.store.manifest import RecordState
from pipeline.tables import corpus_step
from pipeline.tables.apart import Steps, steps_apart
from pipeline.tables.corrected import read_corrected_rows
from pipeline.tables.live_rows import LiveRows
from pipeline.tables.mentions import Override
from pipeline.tables.overrides import read_overrides
from pipeline.tables.people import overrides_of
from pipeline.tables.write import Tables, put_in_place

_MANY_ARTICLES = 30_000
"""From which steps have processes of their own: they hold less together, and take longer."""


def build_tables(
    folder: StoreFolder,
    outputs: Path,
    records: Sequence[RecordState],
    problems: Sequence[Problem],
    *,
    overrides: Path,
    corrections: Path,
    raw_cells: bool = False,
    processes: int = 1,
) -> dict[str, int]:
    """Write every table of `pipeline.schema` under `outputs`; return their numbers of rows.

    records: the live ones, whose shards have rows.
    problems: those that no shard holds.
    overrides: a user's speakers.csv; it need not exist.
    corrections: what people decided about single rows; it need not exist either.
    processes: more than one where a part may be done in processes beside this one.
    Raises WhosaidError if a table cannot be written or replaced; the old ones then stay.
    """
    import duckdb

    try:
        folder.scratch.mkdir(exist_ok=True)
        with _cycles_left(), tempfile.TemporaryDirectory(dir=folder.scratch) as scratch:
            corrected = read_corrected_rows(folder, records, corrections)
            live = LiveRows.of(folder, records, corrected, Path(scratch))
            given, of_given = read_overrides(overrides)
            told = (*problems, *corrected.problems, *of_given)
            speaker_decided = corrected.speaker_decided
            del corrected
            many = processes > 1 and live.count >= _MANY_ARTICLES
            with steps_apart(in_processes=many) as steps:
                made = _make(steps, live, told, overrides_of(given), speaker_decided, raw_cells)
            written = {table.name: made[table.name] for table in schema.TABLES}
            put_in_place(written.values(), written, outputs)
    except OSError as error:
        raise WhosaidError(
            f"the tables cannot be written in {outputs} ({error.strerror}): check the "
            "folder's permissions and the space left, and run again; the old ones stay."
        ) from error
    except duckdb.Error as error:
        raise WhosaidError(
            f"the tables cannot be made of what the store holds ({str(error).splitlines()[0]}): "
            "check the space left, and run again with --force, which fills the store anew."
        ) from error
    return {name: table.rows for name, table in written.items()}


def _make(
    steps: Steps,
    live: LiveRows,
    problems: Sequence[Problem],
    given: Mapping[str, Override],
    speaker_decided: frozenset[str],
    raw_cells: bool,
) -> Tables:
    """Make the tables: two steps at a time, where neither needs the other."""
    folder = live.folder
    # The statements take as long as all others.
    others = "articles", "entities", "removed"
    others_sorted = steps.begin(partial(corpus_step.sort_rows, live, others))
    numbers = steps.do(partial(corpus_step.sort_rows, live, ("quotes",)))
    others_sorted()
    rows = corpus_step.CorpusRows.of(folder, numbers)
    numbered = steps.begin(partial(corpus_step.number_words, rows, folder))
    of_articles = steps.begin(partial(corpus_step.article_tables, live, rows, problems, raw_cells))
    entities = steps.begin(partial(corpus_step.entity_table, rows, given, folder, raw_cells))
    steps.do(partial(corpus_step.link_speakers, rows, given, speaker_decided, folder))
    numbered()
    quotes = steps.do(partial(corpus_step.quote_table, rows, folder, raw_cells))
    of_speakers = steps.do(partial(corpus_step.speaker_tables, rows, quotes, folder, raw_cells))
    return quotes | of_speakers | of_articles() | entities()


@contextmanager
def _cycles_left() -> Iterator[None]:
    """Look for no cycles of objects meanwhile: among millions of names, which have none, that
    took a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
