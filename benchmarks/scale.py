"""How a run's time and memory grow with the corpus, and what a rerun costs.

    python benchmarks/scale.py reruns 10000        nothing new, and ten new, among so many
    python benchmarks/scale.py workers 2000        two workers against one
    python benchmarks/scale.py memory 1000 10000   the largest process for either size
    python benchmarks/scale.py tables 1000000      tables of made-up shards, 25 rows an article
    python benchmarks/scale.py ray 1000            a Ray cluster on this machine against local

The corpora are made up: words of the shape of English, 350 an article, with statements and
names of 20,000 people. Without `--model` the annotator is the tests' stand-in, which costs
next to nothing: it is then everything else that is measured. Each run is a process of its own,
as a user's is.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

_SYLLABLES = [c + v + e for c in "bdfgklmnprst" for v in "aeiou" for e in ("", "l", "n", "r", "s")]
_PEOPLE = 20_000
_FUNCTION_WORDS = "the of to and in a for that on with was by at is it from as has not but".split()


@dataclass(frozen=True, slots=True)
class Measured:
    """One run as a process."""

    seconds: float
    cpu_seconds: float
    """Of all its processes."""
    megabytes: float
    """Of the largest of its processes, at its largest."""
    told: str

    def __str__(self) -> str:
        busy = f"{self.cpu_seconds:,.1f} s of processor time"
        return f"{self.seconds:,.2f} s ({busy}), {self.megabytes:,.0f} MB"


class Words:
    """Made-up words, sentences and articles; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._words = ["".join(self._chance.choices(_SYLLABLES, k=3)) for _ in range(20_000)]
        names = [word.title() for word in self._words[:4000]]
        self._people = [
            f"{self._chance.choice(names)} {self._chance.choice(names[:400])}"
            for _ in range(_PEOPLE)
        ]

    def sentence(self, words: int) -> str:
        chance = self._chance
        chosen = [
            chance.choice(_FUNCTION_WORDS) if chance.random() < 0.45 else chance.choice(self._words)
            for _ in range(words)
        ]
        return " ".join(chosen)

    def name(self) -> str:
        """Some people are named all the time, most seldom (Zipf's law)."""
        return self._people[int(_PEOPLE ** self._chance.random()) - 1]

    def article(self) -> str:
        paragraphs = [self.sentence(8).capitalize()]
        for number in range(12):
            text = f"{self.sentence(24).capitalize()}."
            if number % 2:
                text += f" “{self.sentence(14).capitalize()},” said {self.name()} after the vote."
            paragraphs.append(text)
        return "\n\n".join(paragraphs) + "\n"


def write_articles(folder: Path, count: int, *, seed: int = 0, start: int = 0) -> None:
    """Made-up articles as files, a thousand in a folder."""
    words = Words(seed)
    for number in range(start, start + count):
        place = folder / f"{number // 1000:04d}" / f"{number:07d}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(words.article(), "utf-8")
        os.utime(place, (1_600_000_000, 1_600_000_000))


def run(corpus: Path, outputs: Path, given: argparse.Namespace, *more: str) -> Measured:
    """A run as a process; raises if it ends with an error."""
    command = [sys.executable, "-m", "tests.lead"]
    if given.model:
        command = [sys.executable, "-c", "from pipeline.cli import app; app()", "run"]
        command += ["--model", given.model]
    if "--workers" not in more:
        more = ("--workers", str(given.workers), *more)
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, str(corpus), "--outputs", str(outputs), "--batch-articles", "0", *more],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"the run failed: {told[-2000:]}")
    seconds = time.perf_counter() - started
    return Measured(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000, told)


def reruns(folder: Path, given: argparse.Namespace) -> None:
    """The first run, one with nothing new, one with ten new; and ten alone."""
    articles = given.sizes[0]
    write_articles(folder / "corpus", articles)
    first = run(folder / "corpus", folder / "outputs", given)
    print(f"first run of {articles:,}: {first}")
    print(first.told.strip())
    nothing = run(folder / "corpus", folder / "outputs", given)
    share = nothing.seconds / first.seconds
    print(f"nothing new: {nothing}, {share:.2%} of the first run")
    write_articles(folder / "corpus", 10, seed=1, start=articles)
    ten = run(folder / "corpus", folder / "outputs", given)
    print(f"ten new: {ten}")
    print(ten.told.strip())
    write_articles(folder / "ten", 10, seed=1)
    alone = run(folder / "ten", folder / "ten alone", given)
    print(f"ten alone: {alone}")


def workers(folder: Path, given: argparse.Namespace) -> None:
    """One worker against two, over the same articles."""
    write_articles(folder / "corpus", given.sizes[0])
    seconds = {}
    for count in (1, 2):
        measured = run(folder / "corpus", folder / f"by {count}", given, "--workers", str(count))
        seconds[count] = measured.seconds
        print(f"{count} workers: {measured}")
        print(measured.told.strip())
    print(f"two are {seconds[1] / seconds[2]:.2f} times one")


def memory(folder: Path, given: argparse.Namespace) -> None:
    """The largest process for corpora of different sizes."""
    largest = {}
    for size in given.sizes:
        write_articles(folder / f"corpus {size}", size)
        measured = run(folder / f"corpus {size}", folder / f"outputs {size}", given)
        largest[size] = measured.megabytes
        print(f"{size:,} articles: {measured}")
    smallest, *others = given.sizes
    for size in others:
        print(f"{size:,} against {smallest:,}: {largest[size] / largest[smallest]:.2f} times")


def tables(folder: Path, given: argparse.Namespace) -> None:
    """The tables of made-up shards."""
    from benchmarks.made_up_store import made_up_store
    from pipeline.tables.build import build_tables

    records, store = made_up_store(folder / "outputs", given.sizes[0])
    processor = time.process_time()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    started = time.perf_counter()
    absent = folder / "absent.csv"
    rows = build_tables(
        store, folder / "outputs", records, [], overrides=absent, corrections=absent
    )
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    busy = time.process_time() - processor
    print(f"{sum(rows.values()):,} rows of {given.sizes[0]:,} articles in {seconds:,.0f} s")
    print(f"{busy:,.1f} s of processor time")
    print(f"at most {after:,.0f} MB ({before:,.0f} MB before)")


def ray(folder: Path, given: argparse.Namespace) -> None:
    """A Ray cluster on this machine against the local engine, both of two workers."""
    from pipeline.engine.cluster import RayEngine
    from pipeline.engine.local import LocalEngine
    from tests import running

    write_articles(folder / "corpus", given.sizes[0])
    os.environ["PYTHONPATH"] = str(ROOT)
    seconds = {}
    for name in ("local", "ray"):
        outputs = folder / name
        marks = outputs / "store" / "scratch"
        engine = LocalEngine(2) if name == "local" else RayEngine("", 2, marks)
        summary = running.run(folder / "corpus", outputs, engine=engine)
        seconds[name] = summary.seconds
        print(f"{name}: {summary.time_line()}")
    print(f"ray is {seconds['local'] / seconds['ray']:.2f} times as fast as local")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["reruns", "workers", "memory", "tables", "ray"])
    parser.add_argument("sizes", type=int, nargs="+")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--model", help="folder of the model; without it, the stand-in")
    parser.add_argument("--folder", type=Path, help="scratch folder that is kept")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="whosaid-scale-"))
    try:
        globals()[given.what](folder, given)
    finally:
        if not given.folder:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
