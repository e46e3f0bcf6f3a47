"""The JavaScript libraries of the report, taken from the Python packages that carry them.

They are classic scripts here: a page opened from the disk may not load modules.
"""

from __future__ import annotations

import re
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from pipeline.errors import WhosaidError

_EXPORT = re.compile(r"\bexport\s*\{([^{}]*)\}\s*;?")


def copy_libraries(folder: Path) -> None:
    """Writes DataTables (from itables) and Chart.js (from chartkick) into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    bundle = (_package("itables") / "html" / "dt_bundle.js").read_text("utf-8")
    (folder / "datatables.js").write_text(
        as_classic_script(bundle, {"default": "DataTable"}), "utf-8"
    )
    chart = _package("chartkick") / "django" / "static" / "chartkick" / "Chart.bundle.js"
    (folder / "chart.js").write_text(chart.read_text("utf-8"), "utf-8")


def _package(name: str) -> Path:
    """Where a package lies. It is not imported: itables would load pandas."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise WhosaidError(f"The package {name} is missing: run `pip install {name}`.")
    return Path(spec.origin).parent


def as_classic_script(module: str, names: dict[str, str]) -> str:
    """A bundled ES module as a plain script; `names` gives its exports as globals.

    A bundle imports nothing and ends in one `export {local as name, …}`.
    """
    exports = list(_EXPORT.finditer(module))
    if not exports:
        raise WhosaidError(
            f"itables {metadata.version('itables')} carries no module that whosaid can use: "
            "install the version that whosaid's lock file names."
        )
    last = exports[-1]
    local_names = {}
    for entry in last.group(1).split(","):
        local, _, name = entry.strip().partition(" as ")
        local_names[name.strip() or local] = local
    globals_ = "".join(
        f"globalThis.{given}={local_names[exported]};" for exported, given in names.items()
    )
    body = module[: last.start()] + globals_ + module[last.end() :]
    # In a function and strict, as the names and the rules of a module are.
    return f'(function(){{"use strict";{body}\n}})();\n'
