"""Markdown as its readers see it: without the marks, and what its front matter says of it."""

from __future__ import annotations

import re

from pipeline.ingest.fields import find_fields, record_metadata
from pipeline.ingest.options import IngestOptions
from pipeline.records import Metadata

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
_RULE = "---"
_LONGEST_FRONT_MATTER = 100
"""Lines."""
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):\s+(\S.{0,2000})\Z")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\s*\Z")
_LINE_START = re.compile(r"\s{0,3}(?:#{1,6}\s+|(?:>\s?){1,9})")
_HEADING_END = re.compile(r"\s+#{1,6}\s*\Z")
_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)")
_LINK = re.compile(
    r"\[([^\[\]]{1,500})\](?:\([^()\s]{0,2000}(?:\s+\"[^\"]{0,500}\")?\)|\[[^\[\]]{0,80}\])"
)
_LIST_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):\s*\Z")
_LIST_ITEM = re.compile(r"\s*- +(\S.{0,500})\Z")
_NOTE_LINK = re.compile(r"\[\[(?:[^\[\]|]{1,300}\|)?([^\[\]|]{1,300})\]\]")
"""A link between notes, as note-taking programs write it: `[[Ada Quist]]`, `[[ada|Ada Quist]]`."""
_NOTE_PICTURE = re.compile(r"!\[\[[^\[\]]{1,300}\]\]")
_ADDRESS = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_EMPHASIS = (
    re.compile(r"(?<!\\)\*\*(?=\S)([^*]{1,2000})(?<=[^\s\\])\*\*"),
    re.compile(r"(?<!\w)__(?=\S)([^_]{1,2000})(?<=\S)__(?!\w)"),
    re.compile(r"(?<!\\)\*(?=\S)([^*]{1,2000})(?<=[^\s\\])\*"),
    re.compile(r"(?<!\w)_(?=\S)([^_]{1,2000})(?<=\S)_(?!\w)"),
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")


def is_markdown(name: str, text: str) -> bool:
    """Whether a text is Markdown: by its file's name, or by front matter with a title."""
    return name.lower().endswith(_SUFFIXES) or "title" in _front_matter(text.split("\n"))[0]


def read_markdown(text: str) -> tuple[str, Metadata]:
    """The text without marks, line by line as it was, and the metadata of its front matter.

    Pictures go, with the words that stand for them; so do the lines of the front matter.
    """
    lines = text.split("\n")
    fields, end = _front_matter(lines)
    lines[:end] = [""] * end
    for place in range(end, len(lines)):
        if _UNDERLINE.match(lines[place]) and place > end and lines[place - 1].strip():
            lines[place] = ""
        else:
            lines[place] = _seen(lines[place])
    known = record_metadata(fields, find_fields(fields, IngestOptions()))
    return "\n".join(lines), known


def _front_matter(lines: list[str]) -> tuple[dict[str, object], int]:
    """Its fields that are a line or a list of them, and the line at which the text begins."""
    if lines[0].rstrip() != _RULE:
        return {}, 0
    fields: dict[str, object] = {}
    listed = ""
    for place, line in enumerate(lines[1:_LONGEST_FRONT_MATTER], start=1):
        if line.rstrip() == _RULE:
            return (fields, place + 1) if fields else ({}, 0)
        if match := _FIELD.match(line):
            fields.setdefault(match[1].lower(), _value(match[2]))
            listed = ""
        elif match := _LIST_FIELD.match(line):
            listed = match[1].lower()
        elif listed and (match := _LIST_ITEM.match(line)):
            above = fields.get(listed)
            fields[listed] = f"{above}; {_value(match[1])}" if above else _value(match[1])
    return {}, 0


def _value(text: str) -> str:
    return _NOTE_LINK.sub(r"\1", text.strip().strip("\"'")).strip("\"'")


def _seen(line: str) -> str:
    start = _LINE_START.match(line)
    if start:
        heading = "#" in start[0]
        line = line[start.end() :]
        line = _HEADING_END.sub("", line) if heading else line
    line = _NOTE_LINK.sub(r"\1", _NOTE_PICTURE.sub("", line)) if "[[" in line else line
    line = _LINK.sub(r"\1", _PICTURE.sub("", line))
    line = _ADDRESS.sub(r"\1", line)
    for emphasis in _EMPHASIS:
        line = emphasis.sub(r"\1", line)
    return _ESCAPED.sub(r"\1", line)
