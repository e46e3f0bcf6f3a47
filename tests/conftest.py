"""What tests of several areas share."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.golden import SAMPLE, run_corpus

Office = Callable[..., Path]
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


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Opens a file in LibreOffice and saves it as another, whose path it returns: a workbook,
    or what `to` names. Its tests are skipped where there is none."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc")
    home = tmp_path_factory.mktemp("office")

    def open_and_save(path: Path, *options: str, to: str = "xlsx:Calc MS Excel 2007 XML") -> Path:
        saved = home / "back" / f"{path.stem}.{to.partition(':')[0]}"
        saved.unlink(missing_ok=True)
        told = subprocess.run(
            [
                *(soffice, f"-env:UserInstallation=file://{home}/profile", "--headless"),
                *(*options, "--convert-to", to, "--outdir", str(home / "back"), str(path)),
            ],
            check=True,
            capture_output=True,
            text=True,
            timeout=300,
        )
        if not saved.is_file():
            pytest.skip(f"LibreOffice has no Calc here ({told.stderr.strip()[:200]})")
        return saved

    return open_and_save
