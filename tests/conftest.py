"""What tests of several areas share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

NO_PLAYWRIGHT = "Playwright is not installed: pip install -r requirements-browser.lock"
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync",
          "--disable-component-update", "--no-first-run", "--disable-quic")  # fmt: skip


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
