"""The English names of months, in all letters that a search without regard to case finds."""

from __future__ import annotations

from typing import Final

MONTH_HEADS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
"""What the name of each month begins with, whole or short."""
MONTH_WORD: Final = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
"""Pattern of a name, whole or short, to be asked without regard to case."""


def month_number(word: str) -> int:
    """1 to 12, of a word that `MONTH_WORD` matches.

    Without regard to case, `s` also matches the long s of old print, `Auguſt`, and `i` the
    letters of Turkish, `APRİL`: `lower` makes neither of them the plain letter.
    """
    return MONTH_HEADS.index(word.casefold()[:3]) + 1
