"""JSON: one article a line, a list of them, or an API's answer with such a list inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pipeline.ingest.dates import ALL_ORDERS, Orders, column_orders
from pipeline.ingest.decode import decode_bytes
from pipeline.ingest.entry import Context, Entry, alone, failure, loss, too_large
from pipeline.ingest.fields import find_fields, first_value, opened, record_metadata
from pipeline.ingest.options import IngestError, IngestOptions
from pipeline.ingest.plain import text_article
from pipeline.ingest.unused import unused_warning
from pipeline.records import Article, Problem

_SPACE_AND_COMMA = re.compile(r"[\s,]*")
_DEEPEST_LIST = 4
_MOST_LOOKED_AT = 20
"""Records at the start of a list, by which it is known as one of articles."""
_MOST_BAD_LINES = 20
"""At the start of a file; after so many without one that is JSON, none will be."""


def read_json_lines(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """One article a line; a line that is no JSON is a problem and the others go on.

    A record's raw bytes, from which its id comes, are its line without the line end.
    """
    orders = _orders_of_lines(entry, context)
    forced = "utf-8" if _is_wide(entry) else context.options.encoding
    any_json = False
    for number, line in enumerate(_lines(entry, context.options), start=1):
        source = f"{entry.source}#{number}"
        context.budget.add_entry()
        if line is None:
            yield failure(source, too_large(context.options.max_article_bytes))
            continue
        try:
            record = json.loads(decode_bytes(line, forced=forced).text)
        except (ValueError, RecursionError) as error:
            if number > _MOST_BAD_LINES and not any_json:
                raise IngestError("These lines are not JSON; name the file .txt.") from error
            yield failure(source, "This line is not JSON; export it again.")
            continue
        if not any_json:
            yield from _unused(entry.source, [record], context.options)
        any_json = True
        yield _article(source, line, record, context.options, orders)


def read_json(entry: Entry, context: Context) -> Iterator[Article | Problem]:
    """A list of articles, one article, or an object with a list of articles inside.

    A record's raw bytes are its own part of the file.
    """
    data = entry.read(context.options.max_document_bytes)
    if data is None:
        raise IngestError(
            "This JSON file is too large to be read whole; save it as JSON Lines (.jsonl)."
        )
    text = decode_bytes(data, forced=context.options.encoding).text.strip()
    if text.startswith("["):
        yield from _list_items(entry.source, text, context)
        return
    try:
        answer = json.loads(text)
    except RecursionError as error:
        raise IngestError("This JSON is nested too deeply for articles.") from error
    except ValueError as error:
        if "Extra data" in str(error):
            yield from read_json_lines(entry, context)
            return
        raise IngestError(f"This is not valid JSON ({error}); export it again.") from error
    options = context.options
    if isinstance(answer, dict) and "text" in find_fields(answer, options):
        fields = find_fields(answer, options)
        if not any(
            isinstance(answer[name], list) and _records(answer[name], options)
            for name in fields["text"]
        ):
            yield _article(entry.source, data, answer, options, ALL_ORDERS)
            return
    records = _find_records(answer, options)
    yield from _unused(entry.source, records, options)
    orders = _orders(records, options)
    for number, record in enumerate(records, start=1):
        context.budget.add_entry()
        raw = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield _article(f"{entry.source}#{number}", raw, record, options, orders)
    if not records:
        raise IngestError(
            "No articles were found in this JSON; name the key of their text with --text-key."
        )


def _list_items(source: str, text: str, context: Context) -> Iterator[Article | Problem]:
    decoder = json.JSONDecoder()
    items: list[tuple[Any, str]] = []
    trouble = ""
    position = 1
    while True:
        position = _skip(text, position)
        if text.startswith("]", position):
            break
        if position >= len(text):
            trouble = "the list has no end"
            break
        try:
            record, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            trouble = str(error)
            break
        items.append((record, text[position:end]))
        position = end
    orders = _orders((record for record, _ in items), context.options)
    yield from _unused(source, [record for record, _ in items[:1]], context.options)
    for number, (record, raw) in enumerate(items, start=1):
        context.budget.add_entry()
        data = raw.encode("utf-8", "surrogatepass")
        yield _article(f"{source}#{number}", data, record, context.options, orders)
    if trouble:
        yield failure(
            f"{source}#{len(items) + 1}",
            f"From here on this is not valid JSON ({trouble}); export the file again.",
        )


def _skip(text: str, position: int) -> int:
    match = _SPACE_AND_COMMA.match(text, position)
    return match.end() if match else position


@alone
def _article(
    source: str, raw: bytes, record: Any, options: IngestOptions, orders: Orders
) -> Article | Problem:
    if not isinstance(record, dict):
        return failure(source, "This record is no JSON object with a text; export it again.")
    record = opened(record)
    fields = find_fields(record, options)
    text = first_value(record, fields.get("text", ()), joiner="\n\n")
    if not text:
        return failure(source, missing_text(record, fields))
    if len(text) > options.max_article_bytes:
        return failure(source, too_large(options.max_article_bytes))
    return text_article(source, raw, text, record_metadata(record, fields, orders))


def _unused(source: str, records: Sequence[Any], options: IngestOptions) -> Iterator[Problem]:
    """A warning for keys that are not read, where the first article lacks what they may be."""
    if records and isinstance(records[0], dict):
        fields = find_fields(opened(records[0]), options)
        if "text" in fields and (warning := unused_warning(records, fields)):
            yield loss(source, warning)


def missing_text(names: Iterable[str], fields: dict[str, tuple[str, ...]]) -> str:
    """The sentence for a record without a text, which names what it has instead."""
    if "text" in fields:
        return f"The text of this record (`{fields['text'][0]}`) is empty."
    shown = ", ".join(f"`{name[:40]}`" for name in list(names)[:12])
    shown = shown or "no fields at all"
    return f"No text was found among {shown}; name the right one with --text-key."


def _is_wide(entry: Entry) -> bool:
    """Whether a file is in UTF-16, whose lines cannot be told by their bytes."""
    return b"\x00" in entry.head()[:200]


def _lines(entry: Entry, options: IngestOptions) -> Iterator[bytes | None]:
    """The lines that are not empty; None for one that is longer than an article may be.

    UTF-16 is decoded as a whole first, and its lines are given in UTF-8.
    """
    limit = options.max_article_bytes
    if _is_wide(entry):
        data = entry.read(limit)
        if data is None:
            raise IngestError("This JSON Lines file is in UTF-16; save it as UTF-8.")
        for line in decode_bytes(data, forced=options.encoding).text.split("\n"):
            if line.strip():
                yield line.encode("utf-8")
        return
    entry.stream.seek(3 if entry.head().startswith(b"\xef\xbb\xbf") else 0)
    while line_bytes := entry.stream.readline(limit + 1):
        if len(line_bytes) > limit:
            while line_bytes and not line_bytes.endswith(b"\n"):
                line_bytes = entry.stream.readline(limit + 1)
            yield None
        elif stripped := line_bytes.strip():
            yield stripped


def _orders_of_lines(entry: Entry, context: Context) -> Orders:
    def records() -> Iterator[Any]:
        for line in _lines(entry, context.options):
            # only figures with a separator between can be read two ways
            if line and re.search(rb'"\s*\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[" T,]', line):
                try:
                    yield json.loads(line)
                except (ValueError, RecursionError):
                    continue

    return _orders(records(), context.options)


def _orders(records: Iterable[Any], options: IngestOptions) -> Orders:
    def dates() -> Iterator[str]:
        for record in records:
            if isinstance(record, dict):
                whole = opened(record)
                yield first_value(whole, find_fields(whole, options).get("published", ()))

    return column_orders(dates())


def _records(value: Any, options: IngestOptions) -> list[Any]:
    """The articles of a list, or those that an object holds under keys of their own; empty if
    a JSON value is neither."""
    if isinstance(value, dict) and all(_is_record(inner, options) for inner in value.values()):
        return list(value.values())
    if isinstance(value, list) and value:
        return value if _is_record(value[0], options) or _are_titled(value, options) else []
    return []


def _are_titled(values: Sequence[Any], options: IngestOptions) -> bool:
    """Whether one of the first values has a title and a text, which comments, hints and the
    parts of an article seldom have."""
    return any(
        _is_record(value, options) and "title" in find_fields(opened(value), options)
        for value in values[:_MOST_LOOKED_AT]
    )


def _is_record(value: Any, options: IngestOptions) -> bool:
    if not isinstance(value, dict):
        return False
    whole = opened(value)
    names = find_fields(whole, options).get("text", ())
    return len(whole) > 1 and any(
        whole[name] is None or isinstance(whole[name], str) or first_value(whole, [name])
        for name in names
    )


def _find_records(answer: Any, options: IngestOptions) -> list[Any]:
    """The articles inside an API's answer, looked for level by level.

    All lists of articles with titles of the first level that has one; where no level has, the
    first list of articles without.
    """
    level, untitled = [answer], list[Any]()
    for _ in range(_DEEPEST_LIST + 1):
        lists = [_records(value, options) for value in level]
        titled = [records for records in lists if _are_titled(records, options)]
        if titled:
            return [record for records in titled for record in records]
        untitled = untitled or next(filter(None, lists), [])
        level = [
            inner
            for value, records in zip(level, lists, strict=True)
            if isinstance(value, dict) and not records
            for inner in value.values()
        ]
    return untitled
