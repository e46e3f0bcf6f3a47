"""What disks, clocks, permissions and people do to a run: told plainly, and nothing is lost."""

from __future__ import annotations

import csv
import ctypes
import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from tests.engine.test_same_bytes import annotations_noted
from tests.running import hear_interrupts, output_bytes, run, write_article, write_corpus

ROOT = Path(__file__).resolve().parents[2]
_DROP_FROM_BOUNDING_SET = 24
_OVERRIDE_PERMISSIONS = (1, 2)


def lead(
    corpus: Path, outputs: Path, *arguments: str, bind_root: bool = False, **environment: str
) -> subprocess.Popen[str]:
    """A run in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.lead", str(corpus), "--outputs", str(outputs), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_obey_permissions if bind_root else hear_interrupts,
        start_new_session=True,
    )


def _obey_permissions() -> None:
    """Take from the superuser the right to pass over permissions."""
    for capability in _OVERRIDE_PERMISSIONS:
        ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, capability)


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit status and what was told of errors: progress aside, one sentence."""
    _, told = process.communicate(timeout=300)
    assert "Traceback" not in told
    sentences = [line for line in told.splitlines() if line.startswith("whosaid: ")]
    return process.returncode, " ".join(sentences)


def group_lives(pid: int) -> bool:
    """Whether a process of the group that `pid` leads is still there."""
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not condition():
        time.sleep(0.02)


@pytest.mark.parametrize("size", ["120k", "200k"])
def test_a_full_disk_is_told_and_the_next_run_goes_on(tmp_path: Path, size: str) -> None:
    corpus, disk = write_corpus(tmp_path / "corpus", 6), tmp_path / "disk"
    disk.mkdir()
    command = f"{sys.executable} -m tests.lead '{corpus}' --outputs '{disk}/outputs' --workers 1"
    script = f"""
        mount -t tmpfs -o size={size} none '{disk}' || exit 77
        {command}; echo status $? >&2
        mount -o remount,size=100m '{disk}'
        {command} || exit 1
        cp -r '{disk}/outputs' '{tmp_path}/copied'
    """
    done = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    if done.returncode in (77, 1) and "status" not in done.stderr:
        pytest.skip("this system does not let a test mount a small disk")
    assert done.returncode == 0, done.stderr
    assert "status 1" in done.stderr
    assert "Traceback" not in done.stderr
    (told,) = (line for line in done.stderr.splitlines() if line.startswith("whosaid: "))
    assert any(word in told for word in ("full", "space"))
    run(corpus, tmp_path / "undisturbed")
    assert output_bytes(tmp_path / "copied") == output_bytes(tmp_path / "undisturbed")


def test_an_outputs_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    corpus, closed = write_corpus(tmp_path / "corpus", 1), tmp_path / "closed"
    (closed / "model").mkdir(parents=True)
    (closed / "model" / "config.cfg").touch()
    closed.chmod(0o555)
    status, told = ended(lead(corpus, closed / "outputs", bind_root=True))
    closed.chmod(0o755)
    assert status == 1
    assert "cannot be written" in told and "Permission denied" in told


def test_an_article_that_may_not_be_read_is_a_problem_until_it_may(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    (corpus / "02.txt").chmod(0)
    assert ended(lead(corpus, outputs, "--workers", "1", bind_root=True))[0] == 0
    with (outputs / "problems.csv").open(encoding="utf-8-sig", newline="") as file:
        (problem,) = (row for row in csv.DictReader(file) if row["stage"] == "ingest")
    assert problem["source"] == "02.txt" and "permissions" in problem["problem"]
    (corpus / "02.txt").chmod(0o644)
    run(corpus, outputs)
    run(corpus, tmp_path / "undisturbed")
    assert output_bytes(outputs) == output_bytes(tmp_path / "undisturbed")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_run_says_so_and_keeps_what_is_done(tmp_path: Path, stop: signal.Signals) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 8), tmp_path / "outputs"
    stopped = lead(corpus, outputs, "--batch-articles", "1", FAKE_ANNOTATOR_SECONDS="1")
    wait_for(lambda: annotations_noted(outputs) >= 2)
    os.killpg(stopped.pid, stop)
    started = time.monotonic()
    status, told = ended(stopped)
    assert time.monotonic() - started < 30
    assert (status, told) == (
        130,
        "whosaid: stopped; what was done is kept, the next run goes on from there.",
    )
    wait_for(lambda: not group_lives(stopped.pid))
    assert not group_lives(stopped.pid)
    assert 0 < run(corpus, outputs).annotated < 8
    run(corpus, tmp_path / "undisturbed")
    assert output_bytes(outputs) == output_bytes(tmp_path / "undisturbed")


def test_a_second_run_stops_and_the_first_never_notices(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 3), tmp_path / "outputs"
    first = lead(corpus, outputs, "--batch-articles", "1", FAKE_ANNOTATOR_SECONDS="1")
    wait_for(lambda: annotations_noted(outputs) >= 1)
    status, told = ended(lead(corpus, outputs))
    assert status == 1
    assert f"another run (process {first.pid}) is working on {outputs}" in told
    assert ended(first)[0] == 0
    run(corpus, tmp_path / "undisturbed")
    assert output_bytes(outputs) == output_bytes(tmp_path / "undisturbed")


def test_a_clock_that_goes_back_hides_no_change(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    run(corpus, outputs)
    write_article(corpus / "02.txt", 7)
    os.utime(corpus / "02.txt", (1, 1))
    assert run(corpus, outputs).changed == 1


def test_a_change_within_the_grain_of_the_clock_is_seen(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    for when in (time.time_ns(), time.time_ns() + 3_600_000_000_000):
        os.utime(corpus / "01.txt", ns=(when, when))
        run(corpus, outputs)
        text = (corpus / "01.txt").read_bytes()
        (corpus / "01.txt").write_bytes(text.replace(b"treasurer", b"treasures"))
        os.utime(corpus / "01.txt", ns=(when, when))
        assert run(corpus, outputs).changed == 1
        (corpus / "01.txt").write_bytes(text)


def test_a_corpus_that_cannot_be_written_is_all_that_is_needed(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    for place in (*corpus.iterdir(), corpus):
        place.chmod(0o555)
    before = [(place, place.stat()) for place in (corpus, *corpus.iterdir())]
    status, _ = ended(lead(corpus, outputs, "--workers", "1", bind_root=True))
    after = [(place, place.stat()) for place in (corpus, *corpus.iterdir())]
    corpus.chmod(0o755)
    assert status == 0
    assert [(place, stat[:7], stat.st_mtime_ns) for place, stat in before] == [
        (place, stat[:7], stat.st_mtime_ns) for place, stat in after
    ]


def test_a_table_that_cannot_be_replaced_keeps_all_tables_as_they_are(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 2), tmp_path / "outputs"
    run(corpus, outputs)
    before = output_bytes(outputs)
    (outputs / "speakers.csv").rename(tmp_path / "kept.csv")
    (outputs / "speakers.csv").mkdir()
    write_article(corpus / "03.txt", 3)
    with pytest.raises(WhosaidError, match=r"speakers.csv cannot be replaced.*nothing is lost"):
        run(corpus, outputs)
    (outputs / "speakers.csv").rmdir()
    (tmp_path / "kept.csv").rename(outputs / "speakers.csv")
    tables = {name for name in before if not name.startswith("text/")}
    assert {n: h for n, h in output_bytes(outputs).items() if n in tables} == {
        name: before[name] for name in tables
    }
    assert run(corpus, outputs).annotated == 0
    run(corpus, tmp_path / "undisturbed")
    assert output_bytes(outputs) == output_bytes(tmp_path / "undisturbed")


def test_a_run_ends_where_there_is_no_room_to_unpack_an_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(tempfile.SpooledTemporaryFile[bytes]):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    corpus, outputs = write_corpus(tmp_path / "corpus", 1), tmp_path / "outputs"
    with zipfile.ZipFile(corpus / "more.zip", "w") as archive:
        archive.writestr("b.txt", "The boat left.\n\nNobody was on it.\n")
    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Full)
    with pytest.raises(WhosaidError, match="make room"):
        run(corpus, outputs)


def test_what_a_killed_run_left_lying_is_swept_away(tmp_path: Path) -> None:
    corpus, outputs = write_corpus(tmp_path / "corpus", 1), tmp_path / "outputs"
    run(corpus, outputs)
    store = outputs / "store"
    (store / "scratch" / "tmp1" / "spill").mkdir(parents=True)
    (store / "scratch" / "tmp1" / "quotes-001.csv").write_text("half")
    (store / "clean" / "stray.parquet").write_bytes(b"stray")
    (store / "rows" / "quotes" / "x.parquet.0a.partial").write_bytes(b"half")
    (outputs / "text" / f"{'0' * 16}.txt.partial").write_text("half")
    write_article(corpus / "02.txt", 2)
    run(corpus, outputs)
    left = {file.name for file in outputs.rglob("*") if file.is_file()}
    assert not left & {"quotes-001.csv", "stray.parquet", "x.parquet.0a.partial"}
    assert not [name for name in left if name.endswith(".partial")]
