"""What tests of several areas share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.golden import SAMPLE, run_corpus

NO_PLAYWRIGHT = "Playwright is not installed: pip install -r requirements-browser.lock"
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
          "--disable-component-update", "--no-first-run", "--disable-quic")  # fmt: skip


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs of a run on the sample corpus, with the model that ships. Only to be read."""
    outputs = tmp_path_factory.mktemp("sample") / "outputs"
    run_corpus(SAMPLE, outputs)
    return outputs


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium for tests of pages: `$CHROMIUM`, the system's or Playwright's own. Its tests
    are skipped where there is none."""
    playwright_api = pytest.importorskip("playwright.sync_api", reason=NO_PLAYWRIGHT)
    chromium = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    with playwright_api.sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(_QUIET))
        except playwright_api.Error as error:
            why = str(error).strip().splitlines()[0]
            pytest.skip(f"no Chromium starts here ({why}): apt-get install chromium")
        yield browser
        browser.close()
