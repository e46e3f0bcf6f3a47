from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from pipeline.report.libraries import as_classic_script, copy_libraries


def test_a_module_becomes_a_script_with_its_exports_as_globals() -> None:
    script = as_classic_script(
        "var a=1,b=2;export{a as default,b as jQuery};\n/* end */", {"default": "Table"}
    )
    assert script == '(function(){"use strict";var a=1,b=2;globalThis.Table=a;\n/* end */\n})();\n'


def test_a_package_without_a_module_is_told_plainly() -> None:
    with pytest.raises(WhosaidError, match="install the version that whosaid's lock file names"):
        as_classic_script("var a=1;", {"default": "Table"})


def test_the_libraries_of_the_installed_packages_are_plain_scripts(tmp_path: Path) -> None:
    copy_libraries(tmp_path)
    tables = (tmp_path / "datatables.js").read_text("utf-8")
    assert "globalThis.DataTable=" in tables
    assert "export{" not in tables
    assert "Chart.js v" in (tmp_path / "chart.js").read_text("utf-8")
