"""What an address or a file name says: the day in it, and the site an address belongs to.

Both rank below what metadata, page and text say (`published_basis` `url` and
`filename`), so the reader does not set them: whoever has looked at the text asks here.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, urlsplit

from pipeline.ingest.dates import ALL_ORDERS, Orders, iso_date, read_date
from pipeline.months import MONTH_WORD, month_number

# Outside these years a run of figures in an address is a number, not a year.
_FIRST_WEB_YEAR, _LAST_WEB_YEAR = 1991, 2039

_ARCHIVE_PREFIX = re.compile(
    r"^https?://(?:web\.archive\.org/web|archive\.\w{2,3})/\d{4,14}\w{0,3}/"
)
_DIRECTORIES = re.compile(
    rf"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{{1,2}}|{MONTH_WORD})(?:/(?P<day>\d{{1,2}}))?(?=/|$)",
    re.IGNORECASE,
)
_YEAR_AND_DAY_DIRECTORIES = re.compile(r"/((?:19|20)\d\d)/(\d\d)-?(\d\d)(?=/|$)")
_DASHED = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)([-_.])(\d\d?)\2(\d\d?)(?![0-9A-Za-z])")
_COMPACT = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)([01]\d)([0-3]\d)(?![0-9A-Za-z])")
_NUMBER_OF_DAY = re.compile(r"[A-Z]{0,4}((?:19|20)\d\d)([01]\d)([0-3]\d)\d{4,9}(?:\.[a-z]{3,5})?")
"""An article's number that begins with its day: `/stories/|202001060712|.html`. A shorter one may
be a mere count."""
_DAY_FIRST = re.compile(r"/(1[3-9]|2\d|3[01])/(0[1-9]|1[0-2])/((?:19|20)\d\d)(?=/|$)")
"""Of `/05/06/2020` nobody can tell which is the month."""
_MONTH_AND_DAY_DIRECTORIES = re.compile(r"/((?:19|20)\d\d)([01]\d)/([0-3]\d)(?=/)")
_STAMP = re.compile(
    r"(?<![0-9A-Za-z])((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)[T_-]\d{4,6}Z?(?![0-9A-Za-z])"
)
_YEAR_LAST = re.compile(r"(?<![0-9A-Za-z])(\d\d?)([-_.])(\d\d?)\2((?:19|20)\d\d)(?![0-9A-Za-z])")
_WORDED = re.compile(
    rf"(?<![0-9A-Za-z])(?:(?P<month>{MONTH_WORD})[ _.-]{{1,2}}(?P<day>\d\d?)[ _.,-]{{1,3}}"
    rf"|(?P<day2>\d\d?)[ _.-]{{0,2}}(?P<month2>{MONTH_WORD})[ _.,-]{{0,3}})"
    r"(?P<year>(?:19|20)\d\d)(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_DATE_PARAMETERS = frozenset(("date", "published", "pubdate", "publishdate", "d", "day"))
_SITE_PREFIXES = ("www.", "m.", "mobile.", "amp.", "www2.", "www1.")


def date_from_url(url: str) -> str:
    """The day an article's address carries: `/2020/01/06/`, `/2020/jan/06/`, `-20200106`.

    Returns:
        An ISO date, partial for `/2020/01/`; empty if there is none, or if the address
        carries two. A lone year says too little (`/elections/2020/`) and gives none.
    """
    try:
        parts = urlsplit(_ARCHIVE_PREFIX.sub("", url.strip(), count=1))
        parameters = parse_qsl(parts.query)
    except ValueError:
        return ""
    path = parts.path
    if match := _DIRECTORIES.search(path):
        month = match["month"]
        number = int(month) if month.isdigit() else month_number(month)
        if number and (found := _web_date(match["year"], number, int(match["day"] or 0))):
            return found
    if match := _YEAR_AND_DAY_DIRECTORIES.search(path) or _MONTH_AND_DAY_DIRECTORIES.search(path):
        return _web_date(match[1], int(match[2]), int(match[3]))
    if match := _DAY_FIRST.search(path):
        return _web_date(match[3], int(match[2]), int(match[1]))
    days = {_web_date(match[1], int(match[3]), int(match[4])) for match in _DASHED.finditer(path)}
    days |= {_web_date(match[1], int(match[2]), int(match[3])) for match in _COMPACT.finditer(path)}
    days.discard("")
    if not days:
        days = {
            day
            for key, value in parameters
            if key.lower() in _DATE_PARAMETERS and len(day := read_date(value)) == len("2020-01-06")
        }
    if not days:
        numbers = [*path.split("/"), *(value for _, value in parameters)]
        days = {
            _web_date(match[1], int(match[2]), int(match[3]))
            for match in map(_NUMBER_OF_DAY.fullmatch, numbers)
            if match
        }
        days.discard("")
    return days.pop() if len(days) == 1 else ""


def date_from_name(path: str, orders: Orders = ALL_ORDERS) -> str:
    """The day a file's name, or else the folders it lies in, carry.

    Args:
        path: Path relative to the corpus, with `/`; `!` parts archive and member, `#n` at
            the end is passed over.
        orders: How a date in figures with the year last may be read.

    Returns:
        An ISO date, partial for a folder `2020-01` or `2020/01`; empty if there is none,
        if it could be read two ways, or if one name carries two.
    """
    plain = re.sub(r"#\d+\Z", "", path).replace("!", "/")
    pure = PurePosixPath(plain)
    stem = pure.name
    while (
        (suffix := PurePosixPath(stem).suffix) and suffix[1:].isalnum() and not suffix[1:].isdigit()
    ):
        stem = stem[: -len(suffix)]
    for name in (stem, *reversed(pure.parts[:-1])):
        days = _days_in_name(name, orders)
        if days:
            return days.pop() if len(days) == 1 else ""
    if match := re.search(r"(?:^|/)((?:19|20)\d\d)/(\d\d)(?:/(\d\d))?/", plain):
        return _web_date(match[1], int(match[2]), int(match[3] or 0))
    for name in (stem, *reversed(pure.parts[:-1])):
        if match := re.fullmatch(r"((?:19|20)\d\d)[-_.](\d\d)", name):
            return _web_date(match[1], int(match[2]), 0)
    return ""


def outlet_from_url(url: str) -> str:
    """The site an address belongs to: `https://www.example.org/a` is of `example.org`."""
    try:
        host = urlsplit(_ARCHIVE_PREFIX.sub("", url.strip(), count=1)).hostname or ""
    except ValueError:
        return ""
    for prefix in _SITE_PREFIXES:
        if host.startswith(prefix) and host.count(".") > 1:
            host = host.removeprefix(prefix)
            break
    return host if "." in host and not host.replace(".", "").isdigit() else ""


def _days_in_name(name: str, orders: Orders) -> set[str]:
    days = {_web_date(match[1], int(match[3]), int(match[4])) for match in _DASHED.finditer(name)}
    for pattern in (_COMPACT, _STAMP):
        days |= {
            _web_date(match[1], int(match[2]), int(match[3])) for match in pattern.finditer(name)
        }
    days |= {read_date(match[0].replace("_", "-"), orders) for match in _YEAR_LAST.finditer(name)}
    for match in _WORDED.finditer(name):
        month = month_number(match["month"] or match["month2"])
        days.add(_web_date(match["year"], month, int(match["day"] or match["day2"])))
    days.discard("")
    return days


def _web_date(year: str, month: int, day: int) -> str:
    if not _FIRST_WEB_YEAR <= int(year) <= _LAST_WEB_YEAR or not 1 <= month <= 12:
        return ""
    return iso_date(int(year), month, day)
