"""What some exports put above a text: "Title: …", "Source: …", "Date: …", a line each."""

from __future__ import annotations

import re
from typing import Final

from pipeline.ingest.dates import ALL_ORDERS
from pipeline.ingest.fields import USUAL_NAMES, find_fields, fold_name, record_metadata
from pipeline.ingest.options import IngestOptions
from pipeline.records import Metadata

_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z _-]{2,24}) ?: ?(?P<value>\S.{0,400})\Z")
_OTHERS: Final = frozenset(
    ("section", "keywords", "tags", "category", "topic", "country", "location", "words",
     "wordcount", "id", "page", "pages", "accessed", "retrieved", "type", "copyright", "edition",
     "updated", "summary", "description")
)  # fmt: skip
"""Labels in such a block that say nothing the tables have a column for."""
_TEXT_LABEL = re.compile(r"(?:full[ -]?text|text|body|article|content|story) ?:[ \t]*", re.I)
_RULE = re.compile(r"\s*(?:-{3,}|={3,}|_{3,}|\*{3,}|[–—]{2,})\s*\Z")
"""A line that ends such a block, and at times stands over it."""
_LEAST, _MOST = 2, 15
"""Fields and lines of such a block."""
_KNOWN: Final = {
    name: field for field, names in USUAL_NAMES.items() if field != "text" for name in names
}


def read_header_block(text: str) -> tuple[str, Metadata] | None:
    """The text with blank lines for the block at its head, and what the block says.

    None without one. It is at least two lines, one of them the title, the date or the
    address, and a blank line, a rule such as `---` or `Text:` ends it.
    """
    lines = text.lstrip("\ufeff").split("\n")
    first = _next_written(lines, 0)
    record: dict[str, str] = {}
    if first < len(lines) and _RULE.match(lines[first]):
        first += 1
    place = first
    while place < len(lines) and place - first < _MOST:
        match = _LABELLED.match(lines[place].strip())
        label = fold_name(match["label"]) if match else ""
        if match is None or label not in _KNOWN.keys() | _OTHERS or label in record:
            break
        record[label] = match["value"].strip()
        place += 1
    fields = {_KNOWN[label] for label in record if label in _KNOWN}
    if len(fields) < _LEAST or fields.isdisjoint(("title", "published", "url")):
        return None
    end = _next_written(lines, place)
    if end < len(lines) and _RULE.match(lines[end]):
        end = _next_written(lines, end + 1)
    if end == len(lines):
        return None
    opening = _TEXT_LABEL.match(lines[end])
    if end == place and not opening:
        return None
    if opening:
        lines[end] = lines[end][opening.end() :]
    found = record_metadata(record, find_fields(record, IngestOptions()), ALL_ORDERS)
    return "\n".join([""] * end + lines[end:]), found


def _next_written(lines: list[str], place: int) -> int:
    """Where the next line that is not blank stands; behind the last if none does."""
    return next((n for n in range(place, len(lines)) if lines[n].strip()), len(lines))
