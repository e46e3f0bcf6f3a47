"""`corrections.csv` in the corpus folder: what people decided about single rows.

One row a decision, only ever added to; a spreadsheet may edit it. Each says which words of
which article it is about, so that it holds whatever ids and row numbers become.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline.corrections.spreadsheet import add_rows, code, read_table
from pipeline.records import Act, Kind, Problem, Span, SpeakerType

CORRECTIONS = "corrections.csv"

What = Literal[
    "accept",
    "speaker",
    "speaker_type",
    "extent",
    "kind",
    "act",
    "said_on",
    "not_a_quotation",
    "added",
    "undone",
]
COLUMNS = (
    *("when", "who", "source", "article_id", "quote_id", "speaker", "quote", "pieces"),
    *("confidence", "what", "was", "is", "is_pieces"),
)
_NEEDED = ("quote", "what", "is")
VALUES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "act": get_args(Act),
    "speaker_type": get_args(SpeakerType),
}
_PIECE = re.compile(r"(\d{1,12})\s?-\s?(\d{1,12})")
_OTHER_DAYS = (datetime(2001, 1, 1), datetime(2002, 2, 2))
"""What of a moment is not written is filled in from each: where they differ, it says no day."""
_GUARDED = re.compile(r"'[\ufeff\u200b-\u200f\u2060\xad]*[=+\-@]")


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision about one quotation."""

    what: What
    quote: str
    """The quotation's words as they stood when it was decided; one line."""
    source: str = ""
    article_id: str = ""
    quote_id: str = ""
    pieces: tuple[Span, ...] = ()
    """Where the words stood."""
    speaker: str = ""
    confidence: float | None = None
    """The model's, of the row that was decided on; None for one that it had missed, or
    whose row was written by hand."""
    was: str = ""
    value: str = ""
    """The column `is`; of `undone`, the value that was taken back."""
    value_pieces: tuple[Span, ...] = ()
    """Where the words of `is` stood, for a new extent."""
    when: str = ""
    who: str = ""
    row: int = 0
    """Row in the file, from 1 after the header; 0 if it was never read from one."""


def now() -> str:
    """The moment as the column `when` writes it. One moment is one decision."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_corrections(path: Path) -> tuple[list[Correction], list[Problem]]:
    """All decisions in the order they were made, and a problem for each row that is none.

    Whatever a spreadsheet does to a CSV is understood: other separators and encodings,
    columns in another order, dates written its own way, rows sorted or added by hand.
    Raises WhosaidError if the file is there and cannot be read.
    """
    from pipeline.ingest.dates import column_orders, read_date
    from pipeline.ingest.sidecar import LEFT_OPEN

    table = read_table(path)
    if table is None:
        return [], []
    problems = []
    if table.is_left_open:
        problems.append(Problem(path.name, "tables", "warning", LEFT_OPEN))
    missing = [name for name in _NEEDED if name not in table.header]
    if not {"article_id", "source"} & set(table.header):
        missing.append("article_id")
    if missing and table.rows:
        text = f"The column {missing[0]} is missing: give it back its name; nothing was applied."
        return [], [*problems, Problem(path.name, "tables", "warning", text)]
    rows = [
        (number, dict(zip(table.header, map(_unguarded, row), strict=False)))
        for number, row in enumerate(table.rows, start=1)
        if any(cell.strip() for cell in row)
    ]
    dates = [row for _, row in rows if _is_of_date(row)]
    orders = column_orders(row[name] for row in dates for name in ("was", "is") if row.get(name))
    corrections = []
    for number, row in rows:
        correction = _correction(row, number)
        if isinstance(correction, str):
            problems.append(problem_of(number, correction))
            continue
        if correction.value and _is_of_date(row):
            date = read_date(correction.value, orders, foreign=False)
            if not date:
                text = (
                    f"The date {correction.value[:40]} is none, or can be read two ways: write "
                    "it as 2020-01-31."
                )
                problems.append(problem_of(number, text))
                continue
            correction = replace(correction, value=date)
        corrections.append(correction)
    return _in_order_of_time(corrections), problems


def problem_of(row: int, sentence: str) -> Problem:
    """The problem of a row of the file."""
    return Problem(f"{CORRECTIONS}#{row}", "tables", "warning", sentence)


def append_corrections(path: Path, corrections: Sequence[Correction]) -> None:
    """Add decisions to the file, which is made if need be; they are on the disk on return.

    Raises WhosaidError if it cannot be written.
    """
    add_rows(path, COLUMNS, [_cells(correction) for correction in corrections])


def _is_of_date(row: dict[str, str]) -> bool:
    """Whether the column `is` of a row holds a day: a new one, or one that was taken back."""
    what, was = code(row.get("what", "")), code(row.get("was", ""))
    return what == "said_on" or (what == "undone" and was == "said_on")


def _correction(row: dict[str, str], number: int) -> Correction | str:
    """The decision of a row, or the sentence that says why it is none."""
    what = code(row.get("what", ""))
    value = row.get("is", "").strip()
    if what not in get_args(What):
        return (
            f"“{row.get('what', '')[:40]}” is no decision: use one of {', '.join(get_args(What))}."
        )
    allowed = VALUES.get(what)
    if allowed and value not in allowed:
        return f"“{value[:40]}” is no {what}: use one of {', '.join(allowed)}."
    quote = row.get("quote", "").strip() or (value if what == "added" else "")
    if not quote:
        return "The quotation's words are missing: fill the column quote."
    if what == "extent" and not value:
        return "The words that the quotation should have are missing: fill the column is."
    given: dict[str, Any] = {
        name: row.get(name, "").strip()
        for name in ("source", "article_id", "quote_id", "speaker", "was", "when", "who")
    }
    return Correction(
        what,  # type: ignore[arg-type]
        quote,
        pieces=read_pieces(row.get("pieces", "")),
        confidence=_number(row.get("confidence", "")),
        value=value,
        value_pieces=read_pieces(row.get("is_pieces", "")),
        row=number,
        **given,
    )


def read_pieces(cell: str) -> tuple[Span, ...]:
    """Offsets from a cell like `120-164;181-240`; none if it holds something else."""
    spans = tuple((int(start), int(end)) for start, end in _PIECE.findall(cell))
    ends = (0, *(end for _, end in spans))
    in_order = all(before <= start < end for before, (start, end) in zip(ends, spans, strict=False))
    return spans if in_order else ()


def written_pieces(spans: Iterable[Span]) -> str:
    return ";".join(f"{start}-{end}" for start, end in spans)


def _number(cell: str) -> float | None:
    try:
        number = float(cell.strip().replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None


def _unguarded(cell: str) -> str:
    """A cell without the `'` that keeps it from being a formula."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _in_order_of_time(corrections: list[Correction]) -> list[Correction]:
    """By the column `when`, wherever a spreadsheet sorted the rows to.

    Figures can mean day or month first: taken is what leaves the file best in order. A row
    without a time was made after the row above it.
    """
    readings = [_moments(corrections, day_first=day_first) for day_first in (False, True)]
    moments = min(
        readings, key=lambda moments: sum(earlier > later for earlier, later in pairwise(moments))
    )
    order = sorted(range(len(corrections)), key=lambda at: moments[at])
    return [corrections[at] for at in order]


def _moments(corrections: list[Correction], *, day_first: bool) -> list[datetime]:
    moments: list[datetime] = []
    for correction in corrections:
        moment = _moment(correction.when, day_first)
        moments.append(moment or (moments[-1] if moments else datetime.min))
    return moments


def _moment(text: str, day_first: bool) -> datetime | None:
    """The moment that a cell says, in UTC; None if it says none, or only a part of one."""
    if not text:
        return None
    try:
        moment = _read_moment(text, day_first)
        if moment is None:
            return None
        if moment.tzinfo:
            moment = moment.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    # A day without a time, typed by hand, comes after what was decided on that day.
    is_day = moment.time() == time.min and ":" not in text
    return datetime.combine(moment.date(), time.max) if is_day else moment


def _read_moment(text: str, day_first: bool) -> datetime | None:
    """A moment as somebody typed it, with an offset if it has one, which may be none there is."""
    from dateutil import parser

    try:
        return datetime.fromisoformat(text)
    except ValueError:
        first, second = (
            # Zones by name differ from machine to machine.
            parser.parse(text, dayfirst=day_first, default=day, tzinfos=lambda _, offset: offset)
            for day in _OTHER_DAYS
        )
        return first if first == second else None


def _cells(correction: Correction) -> dict[str, str]:
    from pipeline.cells import text_cell

    confidence = correction.confidence
    texts = {
        name: text_cell(getattr(correction, name))
        for name in (
            *("when", "who", "source", "article_id", "quote_id", "speaker", "quote"),
            *("what", "was"),
        )
    }
    return texts | {
        "pieces": written_pieces(correction.pieces),
        "confidence": "" if confidence is None else f"{confidence:g}",
        "is": text_cell(correction.value),
        "is_pieces": written_pieces(correction.value_pieces),
    }
