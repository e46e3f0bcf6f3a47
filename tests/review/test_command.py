"""`whosaid review` at the terminal."""

from __future__ import annotations

import io
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from pipeline.ingest.piped import piped
from pipeline.store.manifest import Manifest
from tests.running import hear_interrupts

COMMAND = Path(sys.executable).parent / "whosaid"
pytestmark = pytest.mark.skipif(
    not COMMAND.exists(), reason="whosaid is not installed beside this Python: use make test"
)


def started(outputs: Path, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [str(COMMAND), "review", "--outputs", str(outputs), "--no-browser", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
        preexec_fn=hear_interrupts,
    )


def test_it_tells_the_address_serves_and_stops(folders: tuple[Path, Path]) -> None:
    review = started(folders[1])
    assert review.stdout
    address = review.stdout.readline().removeprefix("Review: ").strip()
    with urlopen(address) as page:
        assert b"whosaid" in page.read()
    review.send_signal(signal.SIGINT)
    told, errors = review.communicate(timeout=60)
    assert f"in {folders[0] / 'corrections.csv'}" in told
    assert (review.returncode, errors) == (0, "")


def test_a_port_that_is_taken_is_told(folders: tuple[Path, Path]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        review = started(folders[1], "--port", str(port))
        _, errors = review.communicate(timeout=60)
    assert review.returncode == 1
    assert f"port {port} cannot be used" in errors
    assert len(errors.splitlines()) == 1


def test_articles_that_were_piped_in_cannot_be_reviewed(folders: tuple[Path, Path]) -> None:
    manifest = Manifest(folders[1] / "store" / "manifest.sqlite")
    with piped("stdin.jsonl", io.BytesIO(b"{}")) as folder:
        manifest.put_note("corpus", str(folder))
    manifest.close()
    _, errors = started(folders[1]).communicate(timeout=60)
    assert "the articles were piped in" in errors


def test_without_a_run_it_says_what_to_do(tmp_path: Path) -> None:
    _, errors = started(tmp_path).communicate(timeout=60)
    assert "start with 'whosaid run'" in errors
