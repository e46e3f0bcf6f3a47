"""A review in a folder of its own."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.review.desk import Desk
from pipeline.review.server import ReviewServer
from pipeline.store.manifest import Manifest
from tests.running import run, write_corpus


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus, a statement an article, and the outputs of a run on it."""
    folder = tmp_path_factory.mktemp("ran")
    run(write_corpus(folder / "news", 9), folder / "tables")
    return folder


@pytest.fixture
def folders(ran: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A copy of them for one test: corpus and outputs."""
    corpus, outputs = tmp_path / "news", tmp_path / "tables"
    shutil.copytree(ran, tmp_path, dirs_exist_ok=True)
    manifest = Manifest(outputs / "store" / "manifest.sqlite")
    manifest.put_note("corpus", str(corpus.resolve()))
    manifest.close()
    return corpus, outputs


@contextmanager
def serving(outputs: Path, who: str = "ada") -> Iterator[ReviewServer]:
    """The review of an outputs folder, started and stopped."""
    server = ReviewServer(Desk(outputs, who))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
