"""How a run's time and memory grow with the corpus, and what a rerun costs.

    python -m benchmarks.scale reruns 10000        nothing new, and ten new, among so many
    python -m benchmarks.scale memory 1000 10000   the largest process for either size
    python -m benchmarks.scale tables 1000000      tables of made-up shards, 25 rows an article

The corpora are made up: words of the shape of English, 350 an article, with statements and
names of 20,000 people. Without `--model` the annotator is the tests' stand-in, which costs
next to nothing: it is then everything else that is measured. Each run is a process of its own,
as a user's is. Workers and Ray are compared by `python -m benchmarks.workers`.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.timed_runs import WHOSAID, Timed, Usage, timed

_SYLLABLES = [c + v + e for c in "bdfgklmnprst" for v in "aeiou" for e in ("", "l", "n", "r", "s")]
_PEOPLE = 20_000
_FUNCTION_WORDS = "the of to and in a for that on with was by at is it from as has not but".split()


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


def run(corpus: Path, outputs: Path, given: argparse.Namespace) -> Timed:
    """A run as a process; raises if it ends with an error."""
    command = [sys.executable, "-m", "tests.lead"]
    if given.model:
        command = [*WHOSAID, "run", "--model", given.model]
    options = ["--outputs", str(outputs), "--batch-articles", "0", "--workers", str(given.workers)]
    return timed([*command, str(corpus), *options])


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

    (size,) = given.sizes
    records, store = made_up_store(folder / "outputs", size)
    used = Usage()
    absent = folder / "absent.csv"
    rows = build_tables(
        store,
        folder / "outputs",
        records,
        [],
        overrides=absent,
        corrections=absent,
        processes=given.workers,
    )
    print(f"{sum(rows.values()):,} rows of {size:,} articles: {used}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["reruns", "memory", "tables"])
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
