"""Same quotations: the wordings of one statement side by side, and who credits whom."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate
from typing import Any

from pipeline.addresses import same_quote_href
from pipeline.report.reading import Row
from pipeline.report.site import Site
from pipeline.report.speakers import JOINT
from pipeline.report.wordings import Piece, differences

MOST_WORDINGS = 200
MOST_CHARACTERS = 300_000
"""What is shown of a group, so that its page stays small; the page says when there is more."""
ALIKE = 0.4
"""Least similarity at which differences from the fullest version are worth marking."""
KEPT_WORDS = 12
"""Words shown at each end of a long run that a wording leaves out."""


def write_same_quote_page(site: Site, group: list[Row]) -> dict[str, Any]:
    """Writes the page of one group and returns its row for the list of groups.

    `group` are its rows in same_quotes with each quotation's `speaker_id`, `cue` and `title`.
    """
    fullest = next((row for row in group if row["is_fullest"]), group[0])
    others = [row for row in group if row is not fullest]
    shown = _that_fit(others)
    credits = Counter((row["speaker"], row["speaker_id"]) for row in group)
    whose = {(row["speaker"], row["speaker_id"]): row for row in group}
    site.page(
        same_quote_href(fullest["same_quote"]),
        "same_quotation.html",
        fullest=fullest,
        wordings=[(row, _marked(fullest, row)) for row in shown],
        left_out=len(others) - len(shown),
        credits=[
            (whose[who], count)
            for who, count in sorted(credits.items(), key=lambda item: (-item[1], item[0]))[:20]
        ],
        articles=len({row["article_id"] for row in group}),
        alike=ALIKE,
    )
    dates = sorted(row["published"] for row in group if row["published"])
    return {
        "same_quote": fullest["same_quote"],
        "quote": fullest["quote"],
        "speakers": "; ".join(
            sorted({name for row in group for name in row["speaker"].split(JOINT) if name})
        ),
        "wordings": len(group),
        "articles": len({row["article_id"] for row in group}),
        "outlets": len({row["outlet"] for row in group if row["outlet"]}),
        "first": dates[0] if dates else "",
    }


def _marked(fullest: Row, wording: Row) -> list[Piece]:
    """The wording with its differences; as it stands where hardly a word is shared."""
    if wording["similarity"] is not None and wording["similarity"] < ALIKE:
        return [Piece("same", wording["quote"])]
    return [_shortened(piece) for piece in differences(fullest["quote"], wording["quote"])]


def _that_fit(wordings: list[Row]) -> list[Row]:
    ends = accumulate(len(row["quote"]) for row in wordings[:MOST_WORDINGS])
    return [row for row, end in zip(wordings, ends, strict=False) if end <= MOST_CHARACTERS]


def _shortened(piece: Piece) -> Piece:
    """A long run that a wording leaves out, its middle left out too: the fullest shows it."""
    words = piece.text.split()
    if piece.change != "left out" or len(words) <= 2 * KEPT_WORDS + 2:
        return piece
    return Piece(piece.change, " ".join([*words[:KEPT_WORDS], "[…]", *words[-KEPT_WORDS:]]))
