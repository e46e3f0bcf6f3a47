"""The ids of articles, quotations, speakers and groups: short, stable, text in any program."""

from __future__ import annotations

import hashlib
import re

LENGTH = 16
"""Hex digits of an id."""

# "0023…41" and "12e…7" open as numbers in a spreadsheet, which rounds or empties them.
_READS_AS_NUMBER = re.compile(r"\d+(?:e\d+)?")


def identifier(of: bytes) -> str:
    """16 hex digits of the SHA-256 of `of`: the first 16 in a row that no program takes for
    a number (those it begins with, but for one hash in seven hundred)."""
    digits = hashlib.sha256(of).hexdigest()
    runs = (digits[at : at + LENGTH] for at in range(len(digits) - LENGTH + 1))
    return next((run for run in runs if not _READS_AS_NUMBER.fullmatch(run)), digits[:LENGTH])
