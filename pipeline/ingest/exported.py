"""One article of a news database's export, as its parser gives it."""

from __future__ import annotations

from typing import NamedTuple


class Exported(NamedTuple):
    """Its fields as the export writes them; empty where it does not say."""

    title: str
    body: str
    outlet: str = ""
    byline: str = ""
    published: str = ""
    """ISO date."""
    language: str = ""
    url: str = ""
