"""A review in a folder of its own, and a browser to drive it with."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from pipeline.review.desk import Desk
from pipeline.review.server import ReviewServer
from pipeline.store.manifest import Manifest
from tests.running import run, write_corpus

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
         "--disable-component-update", "--no-first-run", "--disable-quic")  # fmt: skip


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright_api = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed: pip install playwright"
    )
    if CHROMIUM is None:
        pytest.skip("No Chromium is installed: apt-get install chromium")
    with playwright_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()
