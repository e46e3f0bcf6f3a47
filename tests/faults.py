"""The fault campaign: runs are killed at random moments, and nothing may be lost by it.

    python -m tests.faults --kills 200
    python -m tests.faults --kills 100 --corpus FOLDER --stand-in
    python -m tests.faults --kills 100 --folder SCRATCH    goes on where it was stopped

Each round starts from nothing, or from the tables of an earlier state of the corpus; kills the
run once or more, as a whole, only the process that leads it, or only a worker; looks at what
lies there; and runs it to its end. After a kill every file is as it was before or as it will
be; after the last run all files are those of a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pipeline.files import PARTIAL_SUFFIX
from tests.running import output_bytes

ROOT = Path(__file__).resolve().parent.parent
_MOST_KILLS_A_ROUND = 3
_VICTIMS = ("all", "all", "leader", "leader", "worker")
_PATIENCE = 1800
"""Seconds after which a run is taken to hang."""


@dataclass(slots=True)
class Tally:
    """What a campaign found. All but `rounds`, `kills`, `in_time` and `seconds` have to be 0."""

    rounds: int = 0
    kills: int = 0
    in_time: int = 0
    """Kills that came before the run had ended."""
    lost: int = 0
    """Rows that are missing after the rerun."""
    duplicated: int = 0
    """Ids that stand twice after the rerun."""
    half_written: int = 0
    """Files that are neither as before nor as after, and partial files left lying."""
    different: int = 0
    """Files that are not, byte for byte, those of the undisturbed run."""
    failed: int = 0
    """Reruns that ended with an error."""
    seconds: float = 0.0
    told: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        found = (self.lost, self.duplicated, self.half_written, self.different, self.failed)
        return not any(found)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills ({self.in_time} before the run's end) in {self.seconds:,.0f} s: "
            f"{self.lost} lost, {self.duplicated} duplicated, {self.half_written} half-written, "
            f"{self.different} files different, {self.failed} reruns failed"
        )


class Campaign:
    """Rounds of kills over one corpus.

    command: the run, to which corpus and outputs are added.
    folder: scratch folder; what a campaign did is noted there after each round, so that the
    next one on the same folder goes on from it.
    """

    def __init__(self, corpus: Path, command: Sequence[str], folder: Path, seed: int = 0) -> None:
        self._command = list(command)
        self._folder = folder
        self._seed = seed
        self._chance = random.Random(seed)
        self._corpus = folder / "corpus"
        self._outputs = folder / "outputs"
        self._before = folder / "before"
        self._after = folder / "after"
        self._note = folder / "campaign.json"
        noted = self._noted()
        self.tally = Tally(**noted["tally"])
        self._usual_seconds: float = noted["usual_seconds"]
        if not self._usual_seconds:
            self._prepare(corpus)
        self._as_before = output_bytes(self._before)
        self._as_after = output_bytes(self._after)
        self._rows_after = _ids(self._after)

    def run(self, kills: int, tell: Callable[[str], None] = lambda line: None) -> Tally:
        """Kill until there were so many; `tell` is given a line after each round."""
        tally = self.tally
        while tally.kills < kills:
            started = time.monotonic()
            self._chance.seed(f"{self._seed}/{tally.rounds}")
            from_nothing = self._chance.random() < 0.5
            shutil.rmtree(self._outputs, ignore_errors=True)
            if not from_nothing:
                shutil.copytree(self._before, self._outputs)
            left = min(self._chance.randint(1, _MOST_KILLS_A_ROUND), kills - tally.kills)
            for _ in range(left):
                self._kill_once(tally)
            self._finish(tally)
            tally.rounds += 1
            tally.seconds += time.monotonic() - started
            self._put_note()
            tell(str(tally))
        return tally

    def _prepare(self, corpus: Path) -> None:
        """The tables of an earlier state, and those of the corpus as it is, undisturbed."""
        hidden = self._folder / "hidden"
        for old in (self._corpus, self._before, self._after, hidden):
            shutil.rmtree(old, ignore_errors=True)
        shutil.copytree(corpus, self._corpus)
        files = sorted(file for file in self._corpus.rglob("*") if file.is_file())
        hidden.mkdir()
        gone = [file for file in files if file.name != "metadata.csv"][::4]
        for number, file in enumerate(gone):
            file.rename(hidden / str(number))
        self._run_to_end(self._before)
        for number, file in enumerate(gone):
            (hidden / str(number)).rename(file)
        started = time.monotonic()
        self._run_to_end(self._after)
        self._usual_seconds = time.monotonic() - started
        self._put_note()

    def _noted(self) -> dict[str, Any]:
        if not self._note.is_file():
            return {"tally": {}, "usual_seconds": 0.0}
        noted: dict[str, Any] = json.loads(self._note.read_text("utf-8"))
        if noted["code"] != _code():
            raise SystemExit(f"the code is not that of the campaign in {self._folder}: name a new")
        return noted

    def _put_note(self) -> None:
        noted = {
            "code": _code(),
            "usual_seconds": self._usual_seconds,
            "tally": asdict(self.tally),
        }
        partial = self._note.with_suffix(".new")
        partial.write_text(json.dumps(noted), "utf-8")
        partial.replace(self._note)

    def _run_to_end(self, outputs: Path) -> None:
        process = self._start(outputs)
        _, told = process.communicate(timeout=_PATIENCE)
        if process.returncode:
            raise RuntimeError(f"the run ended with status {process.returncode}: {told[-2000:]}")

    def _start(self, outputs: Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*self._command, str(self._corpus), "--outputs", str(outputs)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def _kill_once(self, tally: Tally) -> None:
        process = self._start(self._outputs)
        time.sleep(self._chance.uniform(0, self._usual_seconds * 1.02))
        victim = self._chance.choice(_VICTIMS)
        tally.kills += 1
        tally.in_time += process.poll() is None
        if victim == "worker":
            worker = self._chance.choice(_children(process.pid) or [process.pid])
            _kill(worker)
        elif victim == "leader":
            _kill(process.pid)
        else:
            _kill_group(process.pid)
        process.communicate(timeout=_PATIENCE)
        if victim == "leader":
            _wait_for_end_of_group(process.pid)
        allowed = [self._as_before, self._as_after]
        for name, hashed in output_bytes(self._outputs).items():
            is_whole = any(state.get(name) == hashed for state in allowed)
            if not is_whole and not name.endswith(PARTIAL_SUFFIX):
                tally.half_written += 1
                tally.told.append(f"kill {tally.kills} ({victim}): {name} is half-written")

    def _finish(self, tally: Tally) -> None:
        try:
            self._run_to_end(self._outputs)
        except (RuntimeError, subprocess.TimeoutExpired) as error:
            tally.failed += 1
            tally.told.append(f"after kill {tally.kills}: {error}")
            return
        found = output_bytes(self._outputs)
        for name in sorted(found.keys() | self._as_after.keys()):
            if found.get(name) != self._as_after.get(name):
                tally.different += 1
                tally.told.append(f"after kill {tally.kills}: {name} is different")
        ids = _ids(self._outputs)
        tally.lost += len(set(self._rows_after) - set(ids))
        tally.duplicated += len(ids) - len(set(ids))
        tally.half_written += sum(1 for _ in self._outputs.rglob(f"*{PARTIAL_SUFFIX}"))


def _code() -> str:
    """Changes with the code under test: a campaign over two states of it would prove nothing."""
    files = sorted((ROOT / "pipeline").rglob("*.py"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _ids(outputs: Path) -> list[tuple[str, str]]:
    """Article and quotation ids, as often as they stand in the tables."""
    found = []
    for table, column in (("articles", "article_id"), ("quotes", "quote_id")):
        with (outputs / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            found += [(table, row[column]) for row in csv.DictReader(file)]
    return found


def _children(pid: int) -> list[int]:
    """Worker processes of a run, the resource tracker of multiprocessing left out."""
    found = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True
    ).stdout
    lines = [line.split(None, 1) for line in found.splitlines()]
    return [int(line[0]) for line in lines if len(line) > 1 and "spawn_main" in line[1]]


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _kill_group(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _wait_for_end_of_group(pid: int) -> None:
    """Wait until the workers have noticed; a next run would not need it, the check does."""
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        try:
            os.killpg(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)


def command(*, stand_in: bool, workers: int = 2, batch: int = 4) -> list[str]:
    """The run to kill: the command with the model, or with the stand-in annotator."""
    options = ["--workers", str(workers), "--batch-articles", str(batch)]
    if stand_in:
        return [sys.executable, "-m", "tests.lead", *options]
    return [sys.executable, "-c", "from pipeline.cli import app; app()", "run", *options]


def main(arguments: Iterable[str] | None = None) -> int:
    """Run a campaign as the options say; 1 if it found anything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--stand-in", action="store_true", help="an annotator without a model")
    parser.add_argument("--batch", type=int, default=4, help="files in a shard")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--folder", type=Path, help="scratch folder to keep, and to go on in")
    given = parser.parse_args(None if arguments is None else list(arguments))
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        run = command(stand_in=given.stand_in, batch=given.batch)
        campaign = Campaign(given.corpus, run, folder, given.seed)
        tally = campaign.run(given.kills, tell=lambda line: print(line, flush=True))
    for line in tally.told:
        print(line)
    print(tally)
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
