"""CITATION.cff can be read by what reads such files, and tells of this version."""

from __future__ import annotations

import re
import tomllib

from tests.golden import ROOT

TEXT = (ROOT / "CITATION.cff").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
FIELDS = dict(re.findall(r"^([a-z-]+): *(.*)$", TEXT, re.MULTILINE))


def test_it_has_what_the_format_asks_for() -> None:
    assert FIELDS["cff-version"] == "1.2.0"
    assert FIELDS["message"] and FIELDS["title"]
    assert re.search(r"^authors:\n  - name: \S", TEXT, re.MULTILINE)


def test_it_tells_of_this_version() -> None:
    assert FIELDS["version"] == PROJECT["version"]
    assert FIELDS["license"] == PROJECT["license"]
