"""Lines over a headline that name the site or its section, and are no headlines themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.credits import is_outlet
from pipeline.clean.wording import wording

_SECTION = wording(
    r"(?:in|filed under|section|category):? \w+$",
    telling="news opinion opinions politics sport sports world business culture technology tech "
    "science health local national international regional analysis comment commentary editorial "
    "editorials lifestyle life travel food entertainment exclusive breaking feature features "
    "review reviews letters obituary obituaries economy education environment climate crime "
    "society arts books music film tv media money markets investigation investigations interview "
    "interviews perspective blog blogs europe africa asia americas uk us usa",
    filling="and in the of top latest live home video watch middle east north south latin desk",
)
_SITE_IN_TITLE = re.compile(r" [|»·•] ")
_TOP = 3
"""Lines at the top of a text among which its site is named."""


def names_section(text: str) -> bool:
    """Whether a line is a section's name: "World news", "in Opinion, Sport"."""
    return text[-1].isalpha() and _SECTION.found_in(text.lower())


def names_section_or_site(text: str) -> bool:
    """Whether a line over a headline is a section's name, a site's, or a path to the page."""
    return names_section(text) or bool(_SITE_IN_TITLE.search(text)) or is_outlet(text)


def site_above(lines: Sequence[str]) -> str:
    """The outlet that the lines above a headline begin with, or ""."""
    return next(filter(is_outlet, lines[:_TOP]), "")
