from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.report import write_report
from tests.report.invented import harbour_story


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report's folder for three invented articles about a harbour."""
    outputs = harbour_story().write(tmp_path_factory.mktemp("harbour") / "outputs")
    return write_report(outputs).parent
