"""Time and memory of each step from shards to tables, on made-up shards of any number of articles.

    python -m benchmarks.corpus_step 100000

An article has 24 statements and 40 mentions of entities, which is what long news articles
have; see `made_up_store` for how they are made. Each step has a process of its own, two of them
side by side; printed is what each takes, and the most memory that its process held.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.made_up_store import made_up_store
from benchmarks.timed_runs import Usage
from pipeline.settings import available_cores
from pipeline.tables import build, corpus_step

_ROWS = {"quotes": 24, "entities": 40, "removed": 0}
_STEPS = {
    name: getattr(corpus_step, name)
    for name in (
        "sort_rows",
        "number_words",
        "article_tables",
        "entity_table",
        "link_speakers",
        "quote_table",
        "speaker_tables",
    )
}


@dataclass(frozen=True)
class _Timed:
    """A step that tells what it took; it travels to the step's process."""

    name: str

    def __call__(self, *given: Any) -> Any:
        started, processor = time.perf_counter(), time.process_time()
        result = _STEPS[self.name](*given)
        seconds, busy = time.perf_counter() - started, time.process_time() - processor
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(
            f"{self.name}: {seconds:,.1f} s, {busy:,.1f} s of processor time, {peak:,.0f} MB",
            flush=True,
        )
        return result


def main() -> None:
    """Make the shards, and do each step once over them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    articles = parser.parse_args().articles
    for name in _STEPS:
        setattr(corpus_step, name, _Timed(name))
    with tempfile.TemporaryDirectory(prefix="whosaid-corpus-step-") as folder:
        outputs, absent = Path(folder) / "outputs", Path(folder) / "absent.csv"
        records, store = made_up_store(outputs, articles, _ROWS)
        print(f"{articles:,} articles, {articles * _ROWS['quotes']:,} statements", flush=True)
        used = Usage()
        build.build_tables(
            store,
            outputs,
            records,
            [],
            overrides=absent,
            corrections=absent,
            processes=available_cores(),
        )
        print(f"all: {used}")


if __name__ == "__main__":
    main()
