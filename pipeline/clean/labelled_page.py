"""A page with each of its blocks labelled: what cleaning decides from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.blocks import Block, Line


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """Its blocks in order, each with its label, and what lies beside them."""

    blocks: list[Block]
    labels: list[str]
    """title, deck, byline, body, caption, boilerplate, comment, duplicate."""
    set_aside: tuple[Line, ...] = ()
    """Lines of a plain text that hold nothing but its address."""
    address: str = ""
    dates: Sequence[str] = ()
    """Of HTML: the ISO date that each block's markup gives, empty if none."""
    linked: float = 0.0
    """Of HTML: share of the kept words that are links."""

    @property
    def text_end(self) -> int:
        """The place behind the last block of the text; 0 if there is none."""
        labels = self.labels
        return len(labels) - labels[::-1].index("body") if "body" in labels else 0
