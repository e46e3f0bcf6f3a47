"""What a cell of a CSV may look like, so that every spreadsheet shows it as it is."""

from __future__ import annotations

import re

LONGEST_CELL = 32_767
"""Excel cuts or refuses a longer one."""
MOST_ROWS = 1_048_575
"""Excel's rows, less the header."""

_CUT = "…"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# NUL breaks CSV readers, other controls are unseen; U+2028 and U+0085 end a line to many.
_SPACING = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Marks without width, which some programs drop when they look for a formula.
UNSEEN = (
    "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\xad\u061c"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def text_cell(text: str) -> str:
    """Text from outside as a cell: one line, no formula, no longer than a cell can be.

    A text that could start a formula gets a leading `'` (OWASP's rule for CSV injection).
    """
    cell = shortened(one_line(text))
    return shortened("'" + cell) if starts_formula(cell) else cell


def raw_cell(text: str) -> str:
    """Text from outside without the protection against formulas."""
    return shortened(one_line(text))


def one_line(text: str) -> str:
    """The text with every run of white space and control characters as one space."""
    # Most cells are that already, and asking is many times quicker than replacing.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return _SPACING.sub(" ", text).strip()


def starts_formula(cell: str) -> bool:
    """Whether a spreadsheet may take the cell for a formula."""
    return cell.lstrip(UNSEEN).startswith(_FORMULA_STARTS)


def shortened(cell: str) -> str:
    """The cell, ending in `…` if it had to be cut.

    The bound is in UTF-16 units, as Excel counts.
    """
    if len(cell) * 2 <= LONGEST_CELL or _utf16_units(cell) <= LONGEST_CELL:
        return cell
    kept = cell.encode("utf-16-le")[: (LONGEST_CELL - len(_CUT)) * 2]
    return kept.decode("utf-16-le", "ignore") + _CUT


def _utf16_units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
