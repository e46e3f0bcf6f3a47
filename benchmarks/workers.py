"""Two workers against one, and a Ray cluster of two local workers against two processes.

    python -m benchmarks.workers [--articles 600] [--rounds 3] [--without-ray]

Whole runs of the command from nothing, with the model, taken in turns and each round in the
opposite order; medians are compared. What is done once (starting, loading the model, the last
step of the tables) takes some seconds, so few articles show less than many. On a machine with
other work a ratio is too low, since two workers lose more to it than one: how busy it was
stands beside each run.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks.timed_runs import (
    Timed,
    median_seconds,
    news,
    run_of_whosaid,
    summary_of,
    timed,
)

_WAYS: dict[str, tuple[int, tuple[str, ...]]] = {
    "one worker": (1, ()),
    "two workers": (2, ()),
    "Ray, two workers": (2, ("--engine", "ray")),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corpus", type=Path, help="a folder of articles instead of PolNeAR's")
    parser.add_argument("--without-ray", action="store_true")
    given = parser.parse_args()
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ways = list(_WAYS)[: 2 if given.without_ray else 3]
    runs: dict[str, list[Timed]] = {way: [] for way in ways}
    with tempfile.TemporaryDirectory(prefix="whosaid-workers-") as folder:
        corpus = news(given.corpus, given.articles, Path(folder))
        for number in range(given.rounds):
            for way in ways if number % 2 == 0 else reversed(ways):
                workers, options = _WAYS[way]
                outputs = Path(folder) / f"{way} {number}"
                run = timed(run_of_whosaid(corpus, outputs, workers, *options))
                runs[way].append(run)
                stages = {
                    stage: round(seconds, 1)
                    for stage, seconds in dict(summary_of(run.told)["stages"]).items()  # type: ignore[call-overload]
                }
                print(f"{way:<18}{run}; {stages}", flush=True)
    median = {way: median_seconds(runs[way]) for way in ways}
    one, two, *ray = (median[way] for way in ways)
    print(f"two workers are {one / two:.2f} times as fast as one (wanted: 1.8)")
    for seconds in ray:
        print(f"Ray is {two / seconds:.2f} times as fast as two local workers (wanted: 0.9)")


if __name__ == "__main__":
    main()
