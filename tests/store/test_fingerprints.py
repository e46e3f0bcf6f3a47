"""A stage's fingerprint covers what its code imports, and no library that it does not."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from pipeline.errors import WhosaidError
from pipeline.store import fingerprints
from pipeline.store.fingerprints import _STAGE_CODE, _STAGE_LIBRARIES, Fingerprints
from tests.running import settings

ROOT = Path(__file__).parents[2]
STARTS = {
    "ingest": ("pipeline/ingest",),
    "clean": ("pipeline/clean",),
    "annotate": ("pipeline/annotate",),
    "rows": ("pipeline/tables/rows.py",),
    "tables": ("pipeline/tables/build.py", "pipeline/tables/texts.py"),
}
FEEDERS = {
    "ingest": (),
    "clean": ("ingest",),
    "annotate": (),
    "rows": ("ingest", "clean", "annotate"),
    "tables": ("ingest", "clean", "annotate", "rows"),
}
CARRIES = (
    "__init__.py",
    "errors.py",
    "settings.py",
    "files.py",
    "processes.py",
    "store/",
    "engine/",
)
"""Parts of pipeline/ that carry results about and make none."""
FETCHES = {"fsspec"}
"""Libraries that bring bytes as they are."""


def files_under(names: Iterable[str]) -> set[Path]:
    files = set()
    for name in names:
        files.update([ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*.py"))
    return files


def imports(node: ast.AST) -> Iterator[str]:
    """Names of modules that code imports when it runs, also inside functions."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.If) and ast.unparse(inner.test) == "TYPE_CHECKING":
            continue
        if isinstance(inner, ast.Import):
            yield from (alias.name for alias in inner.names)
        elif isinstance(inner, ast.ImportFrom) and inner.module:
            yield inner.module
            yield from (f"{inner.module}.{alias.name}" for alias in inner.names)
        yield from imports(inner)


def file_of(module: str) -> Path | None:
    path = ROOT / module.replace(".", "/")
    places = (path.with_suffix(".py"), path / "__init__.py")
    return next((place for place in places if place.is_file()), None)


def all_imported(starts: Iterable[str]) -> tuple[set[Path], set[str]]:
    """Files of this project that these import, directly or not, and other libraries."""
    seen, libraries = set[Path](), set[str]()
    left = list(files_under(starts))
    while left:
        file = left.pop()
        if file in seen or str(file.relative_to(ROOT / "pipeline")).startswith(CARRIES):
            continue
        seen.add(file)
        for module in imports(ast.parse(file.read_text("utf-8"))):
            top = module.split(".")[0]
            if top == "pipeline":
                left += [found] if (found := file_of(module)) else []
            elif top not in sys.stdlib_module_names:
                libraries.add(packages_distributions().get(top, [top])[0].lower())
    return seen, libraries - FETCHES


@pytest.mark.parametrize("stage", STARTS)
def test_what_a_stage_imports_is_in_its_fingerprint(stage: str) -> None:
    files, libraries = all_imported(STARTS[stage])
    of_code = [name for each in (stage, *FEEDERS[stage]) for name in _STAGE_CODE[each]]
    covered = {name.lower() for each in (stage, *FEEDERS[stage]) for name in _STAGE_LIBRARIES[each]}
    assert {str(file.relative_to(ROOT)) for file in files - files_under(of_code)} == set()
    assert libraries - covered == set()
    assert set(_STAGE_LIBRARIES[stage]) - libraries == set()


@pytest.mark.parametrize("stage", STARTS)
def test_what_is_in_a_fingerprint_is_there(stage: str) -> None:
    assert [name for name in _STAGE_CODE[stage] if not (ROOT / name).exists()] == []


def test_stages_that_are_fed_by_others_change_with_them(tmp_path: Path) -> None:
    def of_all() -> dict[str, str]:
        chosen = Fingerprints(settings(tmp_path / "outputs"))
        return {
            stage: getattr(chosen, stage)
            for stage in ("ingest", "clean", "annotate", "annotated", "rows", "tables")
        }

    code = fingerprints._code
    before = of_all()
    for changed, others in (
        ("ingest", {"annotate"}),
        ("clean", {"ingest", "annotate"}),
        ("annotate", {"ingest", "clean"}),
        ("rows", {"ingest", "clean", "annotate", "annotated"}),
        ("tables", {"ingest", "clean", "annotate", "annotated", "rows"}),
    ):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(
                fingerprints,
                "_code",
                lambda stage, changed=changed: code(stage) + "+" * (stage == changed),
            )
            now = of_all()
        assert {stage for stage in now if now[stage] == before[stage]} == others


def test_a_folder_that_entities_are_taken_from_counts_by_its_files(tmp_path: Path) -> None:
    lender = tmp_path / "lender"
    lender.mkdir()
    chosen = settings(tmp_path / "outputs", entities_from=str(lender))
    with pytest.raises(WhosaidError, match=r"there is no spaCy pipeline .*lender: run 'python"):
        _ = Fingerprints(chosen).annotate
    (lender / "config.cfg").touch()
    before = Fingerprints(chosen).annotate
    (lender / "weights").write_bytes(b"other")
    assert Fingerprints(chosen).annotate != before
