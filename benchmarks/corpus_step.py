"""Time and memory of the corpus step on made-up shards of any number of articles.

    python benchmarks/corpus_step.py 100000

An article has 24 statements and 40 mentions of entities, which is what long news articles
have; see `made_up_store` for how they are made. Printed is what each part takes, from the
shards to the tables in their place, and the most memory that was held up to then. Parts that
are done in a process beside this one are told with the whole.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.made_up_store import made_up_store  # noqa: E402
from benchmarks.timed_runs import Usage  # noqa: E402
from pipeline.settings import available_cores  # noqa: E402
from pipeline.tables import build, corpus_step  # noqa: E402

_ROWS = {"quotes": 24, "entities": 40, "removed": 0}
_PARTS = (
    (build, "_load"),
    (corpus_step, "sort_rows"),
    (corpus_step, "find_duplicates"),
    (corpus_step, "link_speakers"),
    (build, "group_repeated"),
    (build, "write_table"),
)


def _timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*given: Any, **options: Any) -> Any:
        started, processor = time.perf_counter(), time.process_time()
        result = step(*given, **options)
        seconds, busy = time.perf_counter() - started, time.process_time() - processor
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(f"{name}: {seconds:,.1f} s, {busy:,.1f} s of processor time, {peak:,.0f} MB at most")
        return result

    return timed


def main() -> None:
    """Make the shards, and run each part once over them."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for module, name in _PARTS:
        setattr(module, name, _timed(name.strip("_"), getattr(module, name)))
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
