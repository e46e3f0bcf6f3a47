"""The same corpus gives the same bytes, however the work was spread, ordered or stopped."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.running import output_bytes, run, write_article, write_corpus

_RUN = """
import sys
from pathlib import Path
from tests.running import run

if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), workers=int(sys.argv[3]), articles_in_batch=1)
"""


def test_workers_and_batches_change_nothing(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 5)
    run(corpus, tmp_path / "one", articles_in_batch=3)
    run(corpus, tmp_path / "two", workers=2, articles_in_batch=1)
    assert output_bytes(tmp_path / "one") == output_bytes(tmp_path / "two")


def test_growing_step_by_step_ends_as_at_once(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 4)
    run(corpus, tmp_path / "at once")
    grown = tmp_path / "grown"
    grown.mkdir()
    for name in ("03.txt", "01.txt", "04.txt", "02.txt"):
        shutil.copy(corpus / name, grown / name)
        write_article(grown / "passing.txt", 9)
        run(grown, tmp_path / "step by step")
        (grown / "passing.txt").unlink()
    run(grown, tmp_path / "step by step")
    assert output_bytes(tmp_path / "at once") == output_bytes(tmp_path / "step by step")


def annotations_noted(outputs: Path) -> int:
    """What the run's manifest holds so far: a shard's file is there a moment before its note."""
    manifest = outputs / "store" / "manifest.sqlite"
    try:
        with closing(sqlite3.connect(f"file:{manifest}?mode=ro", uri=True)) as notes:
            return int(notes.execute("SELECT COUNT(*) FROM annotations").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def test_killed_in_the_middle_the_next_run_picks_up(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", 6)
    run(corpus, tmp_path / "undisturbed")
    outputs = tmp_path / "killed"
    script = tmp_path / "lead.py"
    script.write_text(_RUN)
    root = Path(__file__).resolve().parents[2]
    killed = subprocess.Popen(
        [sys.executable, str(script), str(corpus), str(outputs), "2"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), "FAKE_ANNOTATOR_SECONDS": "0.5"},
    )
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and annotations_noted(outputs) < 2:
        time.sleep(0.02)
    killed.kill()
    killed.wait()
    (outputs / "store" / "annotated" / "stray.parquet.partial").write_bytes(b"half")
    summary = run(corpus, outputs)
    assert 0 < summary.annotated < 6
    assert summary.new == 0
    assert output_bytes(outputs) == output_bytes(tmp_path / "undisturbed")
    assert not list((outputs / "store").rglob("*.partial"))
