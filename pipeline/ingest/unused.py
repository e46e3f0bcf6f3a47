"""Columns and keys that may hold what an article's tables want, and are not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.ingest.fields import fold_name, plain_value

_WANTED: Final = {"title": "--title-key", "published": "--published-key", "outlet": "--outlet-key"}
_OTHERS: Final = re.compile(
    r"(?:.*id|n|no|nr|srno|number|index|row|unnamed\d*|word(?:s|count)|length|language|lang|"
    r"categor.*|section|topics?|tags?|keywords?|label|class|type|country|region|city|location|"
    r"sentiment.*|score|summary|abstract|description|subtitle|deck|lead|notes?|"
    r"image.*|photo.*|thumbnail.*|status|updated.*|modified.*|collected.*|retrieved.*|crawl.*|"
    r"accessed.*|scrape.*|email|phone|price|page|edition|url.*|link.*)\Z"
)
"""Names, folded, of what says other things."""
_SHORTEST, _LONGEST = 3, 300
"""Characters of a value that could be a title, a day or an outlet."""
_MOST_NAMED = 8


def unused_warning(
    records: Iterable[Mapping[str, object]], fields: Mapping[str, tuple[str, ...]]
) -> str:
    """A sentence that names what is not read, where the title, date or outlet is missing.

    Empty if none of these is missing, or nothing of the first record could be it.
    """
    missing = [option for field, option in _WANTED.items() if field not in fields]
    record = next(iter(records), None)
    if not missing or record is None:
        return ""
    if "--outlet-key" in missing and "url" in fields:
        missing.remove("--outlet-key")
    used = {name for names in fields.values() for name in names}
    left = [
        name
        for name, value in record.items()
        if name not in used
        and isinstance(value, str)
        and not _OTHERS.match(fold_name(name))
        and _SHORTEST <= len(plain_value(value)) <= _LONGEST
    ]
    if not missing or not left:
        return ""
    shown = ", ".join(f"`{name[:40]}`" for name in left[:_MOST_NAMED])
    return (
        f"Not read as metadata: {shown}. If one of them is the title, the date or the outlet, "
        f"name it with {_either(missing)}."
    )


def _either(options: list[str]) -> str:
    *others, last = options
    return f"{', '.join(others)} or {last}" if others else last
