"""Fuzzing: mutated inputs of every format, through reading, cleaning, rows and tables.

    python -m tests.fuzz --inputs 100000
    python -m tests.fuzz --inputs 100000 --folder SCRATCH    goes on where it was stopped

Inputs go through whole runs, some hundreds at a time, with the stand-in annotator. No input
may crash a worker or show a fault of ours, none may take 10 seconds in a stage (of processor
time, where the machine has other work), and the counts have to add up: every input is an
article or a problem, every id stands once, every quotation is where its offsets say, and
every line is in the text or in removed.csv.
"""

from __future__ import annotations

import argparse
import csv
import json
import multiprocessing
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from pipeline.clean import clean
from pipeline.engine.local import LocalEngine
from pipeline.engine.progress import Lines
from pipeline.engine.run import Run
from pipeline.ingest import read_file
from pipeline.records import Article
from pipeline.store import open_store
from tests.ingest.corpus_of_formats import every_format
from tests.running import settings

_SLOWEST = 10.0
_LARGEST_SEED = 60_000
_MOST_REPEATED = 30_000
"""Characters of a token that is repeated, to look for time that grows faster than text."""
_IN_A_RUN = 1000
_TIMEOUT = "--article-timeout"
_FAULT = re.compile(rf"fault in whosaid|killed twice|{_TIMEOUT}")
_TOKENS = (
    *("“", "”", '"', "'", "’", "«", "»", "‘", "„", "(", ")", "[", "]", "—", "…"),
    *("<div>", "</div>", "<!--", "-->", "<script>", "<p>", "<blockquote>", "<a href=''>", "&#x0;"),
    *("\u200b", "\u200f", "\u202e", "\u2066", "\ufeff", "\u00ad", "\x00", "\x1b", "\u2028", "\x85"),
    *(r"\ud800", r"\udfff", '{"text":', "[", "{", '"}', "=cmd|' /C calc'!A0", "@SUM(1)", "-1+1"),
    *("said ", " said Mr. ", "“a,” said Bo. ", "By ", "Jan. 1, 2020 ", "3 Comments\n", "Reply\n"),
    *("\r", "\n", "\r\n", "\t", " ", "\n\n", "1/1/", "2020-", "From ", "Share this:\n", "•", "😀"),
)


class Mutator:
    """Makes inputs of the seeds: files in all formats, each a small corpus's worth."""

    def __init__(self, seed: str) -> None:
        self._chance = random.Random(seed)
        formats = every_format()
        self._seeds = [
            (Path(path).name, data)
            for path, (data, _) in sorted(formats.items())
            if len(data) <= _LARGEST_SEED
        ]
        self._ways: Sequence[Callable[[bytearray], None]] = (
            self._flip,
            self._cut,
            self._drop,
            self._copy,
            self._splice,
            self._insert,
            self._insert,
            self._repeat,
        )

    def input(self) -> tuple[str, bytes]:
        """A file's name and its bytes."""
        name, data = self._chance.choice(self._seeds)
        changed = bytearray(data)
        for _ in range(self._chance.randint(1, 6)):
            self._chance.choice(self._ways)(changed)
        if self._chance.random() < 0.05:
            name = self._chance.choice(self._seeds)[0]
        return name, bytes(changed)

    def _place(self, data: bytearray) -> int:
        return self._chance.randrange(len(data) + 1)

    def _flip(self, data: bytearray) -> None:
        if data:
            data[self._chance.randrange(len(data))] ^= 1 << self._chance.randrange(8)

    def _cut(self, data: bytearray) -> None:
        if self._chance.random() < 0.3:
            del data[self._place(data) :]

    def _drop(self, data: bytearray) -> None:
        start = self._place(data)
        del data[start : start + self._chance.randint(1, 60)]

    def _copy(self, data: bytearray) -> None:
        start = self._place(data)
        place = self._place(data)
        data[place:place] = data[start : start + self._chance.randint(1, 400)]

    def _splice(self, data: bytearray) -> None:
        _, other = self._chance.choice(self._seeds)
        start = self._chance.randrange(len(other))
        place = self._place(data)
        data[place:place] = other[start : start + self._chance.randint(1, 2000)]

    def _insert(self, data: bytearray) -> None:
        token = "".join(self._chance.choices(_TOKENS, k=self._chance.randint(1, 4)))
        place = self._place(data)
        data[place:place] = token.encode("utf-8", "surrogatepass")

    def _repeat(self, data: bytearray) -> None:
        if self._chance.random() < 0.2:
            token = self._chance.choice(_TOKENS).encode("utf-8", "surrogatepass")
            place = self._place(data)
            most = max(1, self._chance.choice((50, 1000, _MOST_REPEATED)) // len(token))
            data[place:place] = token * self._chance.randint(1, most)


@dataclass(slots=True)
class Found:
    """How far the fuzzing is, and what went wrong, each a line."""

    inputs: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.inputs:,} inputs in {self.seconds:,.0f} s, {len(self.wrong)} wrong"


def fuzz(inputs: int, folder: Path, *, seed: int = 0, workers: int = 2) -> Found:
    """Run so many mutated inputs, less what is noted as done in `folder`; faulty inputs are
    kept there."""
    note = folder / f"fuzz-{seed}.json"
    found = Found(**json.loads(note.read_text("utf-8"))) if note.is_file() else Found()
    while found.inputs < inputs:
        started = time.monotonic()
        corpus, outputs = folder / "corpus", folder / "outputs"
        for old in (corpus, outputs):
            shutil.rmtree(old, ignore_errors=True)
        mutator = Mutator(f"{seed}/{found.inputs}")
        count = min(_IN_A_RUN, inputs - found.inputs)
        for number in range(count):
            name, data = mutator.input()
            place = corpus / f"{number:04d}" / name
            place.parent.mkdir(parents=True)
            place.write_bytes(data)
        wrong = [f"input {found.inputs}…: {line}" for line in _run(corpus, outputs, workers)]
        for line in wrong:
            print(line, flush=True)
        if wrong:
            shutil.copytree(corpus, folder / f"wrong-{seed}-{found.inputs}")
        found.inputs += count
        found.seconds += time.monotonic() - started
        found.wrong += wrong
        note.write_text(json.dumps(asdict(found)), "utf-8")
        print(found, flush=True)
    return found


def _run(corpus: Path, outputs: Path, workers: int) -> list[str]:
    """One run over a folder of inputs; what went wrong."""
    chosen = settings(outputs, workers=workers, article_timeout=_SLOWEST)
    engine = LocalEngine(chosen.processes, chosen.article_timeout)
    try:
        with open_store(outputs) as store, engine, open("/dev/null", "w") as silence:
            Run(store, engine, chosen, Lines(silence)).all_stages(corpus)
    except Exception as error:
        return [f"the run ended with {type(error).__name__}: {error}"]
    return [*_faults(corpus, outputs), *_sums(corpus, outputs)]


def _faults(corpus: Path, outputs: Path) -> list[str]:
    return [
        f"{row['source']}: {row['problem']}"
        for row in _rows(outputs, "problems")
        if _FAULT.search(row["problem"])
        if _TIMEOUT not in row["problem"] or _is_slow(corpus, row["source"])
    ]


def _is_slow(corpus: Path, source: str) -> bool:
    """Whether an input, alone in a process, takes more than the time that one may take."""
    (file,) = (corpus / source[:4]).iterdir()
    context = multiprocessing.get_context("spawn")
    process = context.Process(target=_alone, args=(corpus, file.relative_to(corpus).as_posix()))
    process.start()
    process.join()
    return process.exitcode != 0


def _alone(corpus: Path, path: str) -> None:
    """Read and clean a file; the system ends the process that takes too long."""
    import resource  # which Windows lacks

    limit = int(time.process_time() + _SLOWEST)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
    for read in read_file(corpus, path):
        if isinstance(read, Article):
            clean(read)


def _sums(corpus: Path, outputs: Path) -> list[str]:
    """Counts that do not add up."""
    wrong = []
    articles, quotes = _rows(outputs, "articles"), _rows(outputs, "quotes")
    told = {
        place[:4]
        for table in (articles, _rows(outputs, "problems"))
        for row in table
        for place in row["source"].split(" ; ")
    }
    silent = sorted({folder.name for folder in corpus.iterdir()} - told)
    if silent:
        wrong.append(f"{silent} are neither articles nor problems")
    for name, ids in (
        ("article_id", [row["article_id"] for row in articles]),
        ("quote_id", [row["quote_id"] for row in quotes]),
    ):
        if len(set(ids)) != len(ids):
            wrong.append(f"an {name} stands twice")
    of_article = Counter(row["article_id"] for row in quotes)
    removed = Counter(row["article_id"] for row in _rows(outputs, "removed"))
    for row in articles:
        counted = of_article[row["article_id"]], removed[row["article_id"]]
        if (int(row["quotes"]), int(row["removed_lines"])) != counted:
            wrong.append(f"{row['source']}: its counts are not those of its rows")
        if not (outputs / "text" / f"{row['article_id']}.txt").is_file():
            wrong.append(f"{row['source']}: it has no text")
    for row in quotes:
        text = (outputs / "text" / f"{row['article_id']}.txt").read_bytes().decode()
        if not 0 <= int(row["start"]) <= int(row["end"]) <= len(text):
            wrong.append(f"{row['quote_id']}: its offsets lie outside the text")
    return wrong


def _rows(outputs: Path, table: str) -> list[dict[str, str]]:
    csv.field_size_limit(1 << 20)
    with (outputs / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where faulty inputs are kept")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="whosaid-fuzz-"))
    folder.mkdir(parents=True, exist_ok=True)
    found = fuzz(given.inputs, folder, seed=given.seed, workers=given.workers)
    print(f"{found}; they are kept in {folder}" if found.wrong else found)
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
