"""A message that somebody forwarded: the headers of the one inside tell of its article."""

from __future__ import annotations

import re
from email.utils import parseaddr

from pipeline.ingest.dates import read_date
from pipeline.ingest.fields import one_line
from pipeline.records import Metadata

_MARK = re.compile(
    r"[ \t>]*(?:-{3,12} ?(?:forwarded message|original message|forwarded by [^-]{2,60}) ?-{3,12}"
    r"|begin forwarded message:)[ \t]*\Z",
    re.IGNORECASE,
)
_HEADER = re.compile(r"[ \t>*]*(From|Sent|Date|Subject|To|Cc|Reply-To):\*?[ \t]*(.{0,500})\Z", re.I)
_FORWARDED = re.compile(r"\A(?:(?:fwd?|fw|wg|tr):\s*){1,4}", re.IGNORECASE)
_DEEPEST, _MOST = 40, 12
"""Lines above the mark, and of the headers below it, at most."""
_LEAST = 3


def read_forwarded(text: str) -> tuple[str, Metadata] | None:
    """The text with blank lines for the mark and headers, and what these say; None if there
    are none near its beginning.

    What the forwarder wrote above stays, for the cleaning to judge.
    """
    lines = text.split("\n")
    mark = next((n for n, line in enumerate(lines[:_DEEPEST]) if _MARK.match(line)), -1)
    if mark < 0:
        return None
    headers: dict[str, str] = {}
    end = mark + 1
    while end < len(lines) and end - mark <= _MOST:
        header = _HEADER.match(lines[end].rstrip())
        if header:
            headers.setdefault(header[1].lower(), header[2].strip(" *"))
        elif lines[end].strip() or headers:
            break
        end += 1
    if len(headers) < _LEAST or "from" not in headers:
        return None
    if not any(line.strip() for line in lines[end:]):
        return None
    name, address = parseaddr(headers["from"])
    published = read_date(headers.get("date", "") or headers.get("sent", ""))
    known = Metadata(
        title=_FORWARDED.sub("", one_line(headers.get("subject", "")), count=1),
        outlet=one_line(name) or address.rpartition("@")[2],
        published=published,
        published_basis="metadata" if published else "",
    )
    return "\n".join((*lines[:mark], *[""] * (end - mark), *lines[end:])), known
