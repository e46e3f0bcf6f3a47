"""`metadata.csv`: what the user knows of the articles beside it."""

from __future__ import annotations

import csv
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.ingest.dates import column_orders
from pipeline.ingest.decode import decode_bytes
from pipeline.ingest.fields import find_fields, fold_name, one_line, record_metadata
from pipeline.ingest.join import join_metadata
from pipeline.ingest.options import MEBIBYTE, IngestOptions
from pipeline.records import Metadata, Problem

SIDECAR_NAME = "metadata.csv"
LEFT_OPEN = (
    "A cell of this file begins with a quotation mark that nothing closes, and so holds all that "
    "comes after it; close it."
)
MORE_CELLS = (
    "This row has more cells than the header, so some of its text may be missing or in the wrong "
    "column; put each cell that holds a comma, or whatever else separates the cells, into "
    "quotation marks."
)
_SEPARATOR_LINE = re.compile(r'\A\s*"?sep=[,;\t|]"?\n', re.IGNORECASE)
_LARGEST_SIDECAR = 512 * MEBIBYTE
_FILE_COLUMNS = ("file", "filename", "path", "filepath")
_LONGEST_FIELD = 20 * MEBIBYTE


def split_rows(text: str) -> Iterator[list[str]]:
    """The rows of a CSV text, with the separator its first line uses most (`,`, `;`, tab).

    A line `sep=;` above them, which tells a spreadsheet the separator, is none of them.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    text = _SEPARATOR_LINE.sub("", text)
    first_line = text.lstrip("\n").split("\n", 1)[0]
    separator = max(",;\t|", key=lambda mark: (first_line.count(mark), mark == ","))
    # not splitlines: it breaks at marks that are text inside a cell
    return csv.reader(_lines(text), delimiter=separator)


def is_left_open(text: str) -> bool:
    """Whether a cell of a CSV text begins with a quotation mark that nothing closes.

    It then holds all the rest of the text.
    """
    last = ["the last row"]
    *_, found = split_rows(f"{text}\n{last[0]}")
    return found != last


def holds_more(row: Sequence[str], header: Sequence[str]) -> bool:
    """Whether something stands in a row's cells beyond the header's last."""
    return any(cell.strip() for cell in row[len(header) :])


def _lines(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def read_sidecar_rows(
    path: str, data: bytes, options: IngestOptions
) -> tuple[dict[str, Metadata], list[Problem]]:
    """The rows of one sidecar: metadata by the path of the article they describe.

    Args:
        path: The sidecar's own path relative to the corpus; its `file` column is relative
            to the folder this lies in.
        data: Its bytes.
        options: For the names of columns; column names are otherwise the usual ones.

    Returns:
        Metadata by path (in Unicode's composed form), and a problem for each row that
        names no file, or one that an earlier row described.
    """
    rows: dict[str, Metadata] = {}
    problems: list[Problem] = []

    def report(place: str, problem: str) -> None:
        problems.append(Problem(place, "ingest", "warning", problem))

    try:
        text = decode_bytes(data, forced=options.encoding).text
        table = list(split_rows(text))
    except (csv.Error, LookupError) as error:
        report(path, f"This file cannot be read as CSV ({error}); save it again as CSV UTF-8.")
        return rows, problems
    if is_left_open(text):
        report(path, LEFT_OPEN)
    table = [row for row in table if any(cell.strip() for cell in row)]
    header = [cell.strip() for cell in table[0]] if table else []
    file_column = next((i for i, name in enumerate(header) if fold_name(name) in _FILE_COLUMNS), -1)
    if not header:
        report(path, "This file is empty; give it a column `file` with each article's file name.")
        return rows, problems
    if file_column < 0:
        report(path, "This file has no column `file`; add one with each article's file name.")
        return rows, problems
    fields = find_fields((name for i, name in enumerate(header) if i != file_column), options)
    fields.pop("text", None)
    used = {name for names in fields.values() for name in names[:1]} | {header[file_column]}
    orders = {
        name: column_orders(
            row[header.index(name)] for row in table[1:] if len(row) > header.index(name)
        )
        for name in fields.get("published", ())[:1]
    }
    folder = posixpath.dirname(path)
    for number, row in enumerate(table[1:], start=2):
        place = f"{path}#{number - 1}"
        record = dict(zip(header, row, strict=False))
        if holds_more(row, header):
            report(place, MORE_CELLS)
        file = one_line(record.get(header[file_column], "")).replace("\\", "/")
        target = posixpath.normpath(posixpath.join(folder, file)) if file else ""
        if not file:
            report(place, "This row names no file; fill its `file` column.")
        elif target.startswith(("../", "/")) or target == "..":
            report(place, f"This row names a file outside the corpus ({file}); correct its path.")
        elif (key := unicodedata.normalize("NFC", target)) in rows:
            report(place, f"An earlier row of this file describes {file} already; remove one.")
        else:
            described = record_metadata(record, fields, *orders.values())
            extra = tuple(
                (name, one_line(record[name]))
                for name in header
                if name and name not in used and one_line(record.get(name, ""))
            )
            rows[key] = join_metadata(described, Metadata(extra=extra))
            raw_date = (
                record.get(fields["published"][0], "").strip() if "published" in fields else ""
            )
            if raw_date and not described.published:
                report(
                    place,
                    f"The date “{one_line(raw_date)[:60]}” of {file} is not a date, or can be read "
                    "two ways; write it as 2020-01-31.",
                )
    return rows, problems


def read_sidecars(
    corpus: Path,
    paths: Sequence[str],
    options: IngestOptions,
    inputs: Iterable[str] | None = None,
) -> tuple[dict[str, Metadata], list[Problem]]:
    """All sidecars of a corpus, the nearest one to an article first, field by field.

    Args:
        corpus: The corpus folder.
        paths: The sidecars' paths relative to it.
        options: For the names of columns.
        inputs: The paths of the corpus's inputs, to tell where nothing that is described is
            there; None: not asked. Rows for some that are not there are no problem.

    Returns:
        What `read_file` takes as `metadata`: by `Article.source` or by the path of a file
        of many; and the problems of the sidecars themselves.
    """
    joined: dict[str, Metadata] = {}
    problems: list[Problem] = []
    for path in sorted(paths, key=lambda path: (-path.count("/"), path)):
        try:
            with (corpus / path).open("rb") as stream:
                data = stream.read(_LARGEST_SIDECAR + 1)
        except OSError as error:
            text = f"This file cannot be opened ({error.strerror}); check its permissions."
            problems.append(Problem(path, "ingest", "warning", text))
            continue
        if len(data) > _LARGEST_SIDECAR:
            text = "This file is larger than 512 MB; split it over the folders of the corpus."
            problems.append(Problem(path, "ingest", "warning", text))
            continue
        rows, found = read_sidecar_rows(path, data, options)
        problems += found
        for target, described in rows.items():
            joined[target] = join_metadata(joined.get(target, Metadata()), described)
    if inputs is not None and joined and not _describes_any(joined, inputs):
        text = (
            f"No article that this file describes is there ({next(iter(joined))}, for one); write "
            "each as its path from the folder of this file."
        )
        problems.append(Problem(paths[0], "ingest", "warning", text))
    return joined, problems


def _describes_any(metadata: Mapping[str, Metadata], inputs: Iterable[str]) -> bool:
    present = {unicodedata.normalize("NFC", one) for one in inputs}
    return any(place in present for source in metadata for place in containers(source))


def containers(source: str) -> Iterator[str]:
    """A source and what it lies in: `a.zip!b.jsonl#3`, then `a.zip!b.jsonl`, then `a.zip`."""
    while source:
        yield source
        cut = max(source.rfind("#"), source.rfind("!"))
        source = source[:cut] if cut > 0 else ""


def sidecar_of(metadata: Mapping[str, Metadata], source: str) -> Metadata:
    """The sidecar's row for a source, or none."""
    return metadata.get(unicodedata.normalize("NFC", source), Metadata())
