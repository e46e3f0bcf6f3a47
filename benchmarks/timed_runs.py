"""Commands run as processes, timed together with how busy the machine was with other work."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHOSAID = [sys.executable, "-c", "from pipeline.cli import app; app()"]
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Timed:
    """One command, to its end."""

    seconds: float
    cpu_seconds: float
    """Of all its processes that were waited for."""
    megabytes: float
    """Of the largest of its processes, at its largest."""
    others: float
    """Cores that other work kept busy meanwhile, on average."""
    told: str

    def __str__(self) -> str:
        return (
            f"{self.seconds:7.2f} s, {self.cpu_seconds:6.1f} s of processor time, "
            f"{self.megabytes:,.0f} MB, other work on {self.others:.1f} cores"
        )


class Usage:
    """What this process takes from now on, with the processes that it starts and waits for."""

    def __init__(self) -> None:
        self._busy = _busy_seconds()
        self._started = time.perf_counter()
        self._seconds = self._processor()

    @staticmethod
    def _processor() -> tuple[float, float]:
        both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        own, others = (usage.ru_utime + usage.ru_stime for usage in both)
        return own, others

    def __str__(self) -> str:
        seconds = time.perf_counter() - self._started
        own, beside = (
            now - then for now, then in zip(self._processor(), self._seconds, strict=True)
        )
        others = max(0.0, _busy_seconds() - self._busy - own - beside) / seconds
        held, held_beside = (
            resource.getrusage(who).ru_maxrss / 1000
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        return (
            f"{seconds:,.1f} s, {own:,.1f} s of processor time and {beside:,.1f} s beside it, "
            f"at most {held:,.0f} MB and {held_beside:,.0f} MB beside it, "
            f"other work on {others:.1f} cores"
        )


def timed(command: Sequence[str]) -> Timed:
    """Run a command in the project's folder.

    Raises SystemExit if it ends with an error.
    """
    busy = _busy_seconds()
    started = time.perf_counter()
    process = subprocess.Popen(
        list(command),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    told = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"the run failed: {told[-2000:]}")
    ours = usage.ru_utime + usage.ru_stime
    others = max(0.0, _busy_seconds() - busy - ours) / seconds
    return Timed(seconds, ours, usage.ru_maxrss / 1000, others, told)


def run_of_whosaid(corpus: Path, outputs: Path, workers: int, *more: str) -> list[str]:
    """The command for a run, which tells of its progress in JSON."""
    options = ["--outputs", str(outputs), "--workers", str(workers), "--log-json"]
    return [*WHOSAID, "run", str(corpus), *options, *more]


def summary_of(told: str) -> dict[str, object]:
    """What a run told at its end."""
    for line in reversed(told.splitlines()):
        if line.startswith("{"):
            event: dict[str, object] = json.loads(line)
            if event["event"] == "summary":
                return event
    raise SystemExit(f"the run told no summary: {told[-2000:]}")


def median_seconds(runs: Sequence[Timed]) -> float:
    return statistics.median(run.seconds for run in runs)


def news(corpus: Path | None, count: int, folder: Path) -> Path:
    """A folder of articles: the one that is named, or so many of PolNeAR's as text files.

    Raises SystemExit if neither is there.
    """
    if corpus is not None:
        return corpus.resolve()
    from pipeline.training.corpora import CorpusMissing, corpus_file, read_json_lines

    articles = folder / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    try:
        rows = read_json_lines(corpus_file("polnear", "train.jsonl.gz"))
        for number, row in zip(range(count), rows, strict=False):
            (articles / f"{number:05d}.txt").write_text(row["text"], "utf-8")
    except CorpusMissing as missing:
        raise SystemExit(f"{missing} Or name a folder of articles with --corpus.") from None
    return articles


def _busy_seconds() -> float:
    """Seconds that the cores of the machine were busy since it started; 0 where not told."""
    try:
        with open("/proc/stat", encoding="ascii") as counts:
            user, nice, system, _idle, _waiting, irq, softirq, *_ = map(
                int, counts.readline().split()[1:]
            )
    except OSError:
        return 0.0
    return (user + nice + system + irq + softirq) / _TICKS
