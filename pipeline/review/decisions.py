"""A decision as the reviewer takes it, and as it is written down."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.cells import one_line
from pipeline.corrections.corrections_file import VALUES, Correction, What, read_pieces
from pipeline.errors import WhosaidError
from pipeline.records import AnnotatedArticle, CleanArticle, Span
from pipeline.schema import PIECE_JOINER

Row = dict[str, Any]
_LONGEST_NAME = 300
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


class Refused(WhosaidError):
    """A decision that makes no sense. The message tells the reviewer why."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An article on the desk."""

    article: CleanArticle
    found: AnnotatedArticle
    """As the model left it."""
    quotes: list[Row]
    """Rows as quotes.csv has them, with the linked speakers of the last run; besides
    `found_confidence`, the model's own, which stays when a decision sets `confidence`."""
    entities: list[Row]
    places: str

    def row(self, quote_id: str) -> Row:
        """The row with an id. Raises Refused if there is none."""
        for row in self.quotes:
            if row["quote_id"] == quote_id:
                return row
        raise Refused("this quotation has changed meanwhile: load the page again.")


def correction_of(
    reviewed: Reviewed,
    quote_id: str,
    what: What,
    value: str,
    pieces: Sequence[Span],
    *,
    when: str,
    who: str,
) -> Correction:
    """A decision as it is written down. Raises Refused if it makes no sense."""
    common: dict[str, Any] = {
        "what": what,
        "source": reviewed.places,
        "article_id": reviewed.article.article_id,
        "when": when,
        "who": who,
    }
    text = reviewed.article.text
    words = _words(text, pieces) if what in ("extent", "added") else ""
    if what == "added":
        if any(read_pieces(row["pieces"]) == tuple(pieces) for row in reviewed.quotes):
            raise Refused("these words are a quotation already.")
        return Correction(
            quote=words,
            pieces=tuple(pieces),
            speaker=_name(value),
            value=words,
            value_pieces=tuple(pieces),
            **common,
        )
    row = reviewed.row(quote_id)
    was = {"extent": row["quote"], "accept": row["speaker"]}.get(what) or row.get(what) or ""
    if what == "extent":
        value = words
    elif what == "accept":
        value = row["speaker"]
    elif what == "speaker":
        value = _name(value)
    elif what == "not_a_quotation":
        value = ""
    check(what, value)
    return Correction(
        quote=one_line(row["quote"]),
        quote_id=quote_id,
        pieces=read_pieces(row["pieces"]),
        speaker=row["speaker"],
        confidence=row["found_confidence"],
        was=str(was),
        value=value,
        value_pieces=tuple(pieces) if what == "extent" else (),
        **common,
    )


def check(what: str, value: str) -> None:
    """Raises Refused if a field cannot have a value."""
    from pipeline.ingest.dates import read_date

    if what in VALUES and value not in VALUES[what]:
        raise Refused(f"{what} is one of {', '.join(VALUES[what])}.")
    if (
        what == "said_on"
        and value
        and not (_DATE.fullmatch(value) and read_date(value, foreign=False))
    ):
        raise Refused("write the date as 2020-01-31, or 2020-01, or 2020, or leave it empty.")


def told(correction: Correction) -> str:
    """A decision as a short sentence."""
    value = correction.value or "not known"
    return {
        "accept": "Accepted.",
        "speaker": f"The speaker is {value}.",
        "speaker_type": f"The speaker is of type {value}.",
        "extent": "The words are corrected.",
        "kind": f"The kind is {value}.",
        "act": f"The act is {value}.",
        "said_on": f"The date is {value}.",
        "not_a_quotation": "Not a quotation: taken out.",
        "added": "A quotation was added.",
        "undone": "Undone.",
    }[correction.what]


def _words(text: str, pieces: Sequence[Span]) -> str:
    """The words at some offsets. Raises Refused if these are no pieces of the text."""
    ends = [0, *(end for _, end in pieces)]
    if not pieces or any(
        not before <= start < end <= len(text)
        for before, (start, end) in zip(ends, pieces, strict=False)
    ):
        raise Refused("select some words of the article first.")
    words = one_line(PIECE_JOINER.join(text[start:end] for start, end in pieces))
    if not any(character.isalnum() for character in words):
        raise Refused("select some words of the article first.")
    return words


def _name(value: str) -> str:
    if len(value) > _LONGEST_NAME:
        raise Refused(f"a speaker's name has at most {_LONGEST_NAME} characters.")
    return value
