"""Time and memory of the corpus step on made-up shards of any number of articles.

    python benchmarks/corpus_step.py 100000

An article has 24 statements and 40 mentions of entities, which is what long news articles
have; see `made_up_store` for how they are made. Printed is what each part takes, from the
shards to what the tables are written from, and the most memory that was held up to then.
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
from pipeline.tables import build, corpus_step  # noqa: E402
from pipeline.tables.database import database  # noqa: E402

_ROWS = {"quotes": 24, "entities": 40, "removed": 0}


def _timed(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
    def timed(*given: Any) -> Any:
        started, processor = time.perf_counter(), time.process_time()
        result = step(*given)
        seconds, busy = time.perf_counter() - started, time.process_time() - processor
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        print(f"{name}: {seconds:,.1f} s, {busy:,.1f} s of processor time, {peak:,.0f} MB at most")
        return result

    return timed


def main() -> None:
    """Make the shards, and run each part once over them."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for name in ("SortedRows", "link_mentions", "find_duplicates", "_group_same_quotes"):
        setattr(corpus_step, name, _timed(name.strip("_"), getattr(corpus_step, name)))
    with tempfile.TemporaryDirectory(prefix="whosaid-corpus-step-") as folder:
        scratch = Path(folder)
        records, store = made_up_store(scratch / "outputs", articles, _ROWS)
        print(f"{articles:,} articles, {articles * _ROWS['quotes']:,} statements", flush=True)
        with database(scratch / "spill") as db:
            build._load(db, store, records, [], scratch / "absent.csv")
            _timed("all", corpus_step.run)(db, scratch / "absent.csv", scratch)


if __name__ == "__main__":
    main()
