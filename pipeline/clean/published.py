"""When an article was published, and who wrote it, as the text itself shows it.

Asked only for what the metadata leaves open, in the order of the tables' contract: the
page's own words, the URL, the file name, and at last the earliest reader comment, which
the article cannot be younger than.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.clean.credits import LONGEST_STAMP, byline, site_name, stamped_outlet
from pipeline.clean.date_order import given_day, settled
from pipeline.clean.dates import FoundDate, find_dates, without_dates
from pipeline.clean.stamp_lines import FULL, LONGEST_STAMP_LINE, dates_another_event, is_month_stamp
from pipeline.records import DateOrder, Metadata, PublishedBasis

_RANKS: tuple[PublishedBasis, ...] = ("metadata", "page", "url", "filename", "comments", "")
"""The first goes before the others."""
_FIRST_PUBLISHED = re.compile(
    r"\b(?:publi(?:sh|cad|cat|é|k)\w*|posted|first|created|issued|embargo\w*|for (?:\w+ )?release|"
    r"aired|air date|broadcast|date[dl]?|on|by)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:updat|modif|revis|correct|edit)\w*", re.IGNORECASE)
_SAYS_FIRST = re.compile(r"\b(?:publi(?:sh|cad|cat|é|k)\w*|posted|first|created)\b", re.I)
_LEAST_LIFETIME = 15
"""Years."""
_DATELINE_END = re.compile(r"\s[-–—]{1,2}\s|—|(?<=\))(?:: | (?=[-–A-ZÀ-Þ]))")
_LONGEST_DATELINE = 80
_AGENCY = re.compile(r"\((?:[A-Z][\w./&-]* ?){1,4}\)")
_IN_NAMES = frozenset("al and da de del do el en es la of on upon".split())
"""Small words of places."""
_NO_PLACE = frozenset("As At By From In On Since Until".split())
_RECORD = re.compile(
    r"(?:(?:full|rush|complete|edited|official) )*(?:transcript|remarks|readout|press (?:briefing|"
    r"conference|gaggle|statement))\b.*[,(|–—-][\"”’]? ?$",
    re.IGNORECASE,
)
"""What a title begins with that ends in the day on which what it records was said."""
_WEEKDAY = re.compile(r"(?:mon|tues?|wed|thu|fri|sat|sun)", re.IGNORECASE)


def complete(
    metadata: Metadata,
    source: str,
    title: str,
    stamps: Sequence[str],
    opening: str,
    comment_dates: Sequence[str],
    echoes: Sequence[str] = (),
    author: str = "",
    site: str = "",
    house: str = "",
    order: DateOrder = "",
    last_day: str = "9999",
) -> Metadata:
    """The metadata with what the text shows put where nothing was known.

    Args:
        metadata: What the sidecar, record or markup said.
        source: Path of the input in the corpus.
        title: The article's title paragraph, or "".
        stamps: Lines around the article that may say by whom and when: bylines first.
        opening: The first paragraph of the body.
        comment_dates: ISO dates of the reader comments.
        echoes: Other lines that repeat the title, at times with the site's name.
        author: The name in a line between title and body that has no more to say, or "".
        site: The outlet's name, where it stands over the title, or "".
        house: The outlet that the author's line, the dateline or a notice of rights names, or "".
        order: How dates in figures that could be read two ways are to be read; empty: not
            known, and they stay open.
        last_day: The last ISO date that can be one of publication.
    """
    known = metadata
    if known.published > last_day:
        known = replace(known, published="", published_basis="")
    if _RANKS.index(known.figures_basis) < _RANKS.index(known.published_basis):
        day = given_day(known.figures, order)
        if day and day <= last_day:
            known = replace(known, published=day, published_basis=known.figures_basis)
    if not known.title and title:
        known = replace(known, title=title)
    if not known.byline:
        stamped = byline(stamps)
        joint = author.startswith(f"{stamped} and ")
        known = replace(known, byline=author if joint or not stamped else stamped)
    if not known.outlet:
        outlet = site_name(title, echoes) or site or stamped_outlet(stamps) or house
        known = replace(known, outlet=outlet)
    if not known.published:
        day, basis = _published(
            known.url,
            source,
            settled(title, order),
            [settled(stamp, order) for stamp in stamps],
            settled(opening[:_LONGEST_DATELINE], order),
            comment_dates,
            order,
            last_day,
        )
        known = replace(known, published=day, published_basis=basis)
    return known


def _published(
    url: str,
    source: str,
    title: str,
    stamps: Sequence[str],
    opening: str,
    comment_dates: Sequence[str],
    order: DateOrder,
    last_day: str,
) -> tuple[str, PublishedBasis]:
    from pipeline.ingest.dates import ALL_ORDERS
    from pipeline.ingest.places import date_from_name, date_from_url

    def past(day: str) -> str:
        return day if day <= last_day else ""

    first, updated = _stamped(stamps, last_day)
    if day := first or past(dateline_date(opening)) or past(edge_date(title, opening)):
        return day, "page"
    if day := past(record_date(title)):
        return day, "page"
    in_address = past(date_from_url(url))
    if day := past(_agreed(in_address, [*stamps, _dateline(opening)])):
        return day, "page"
    if updated and len(in_address) < FULL:
        return updated, "page"
    month = past(_month_alone(stamps))
    in_name = past(date_from_name(source, frozenset(("ymd", order)) if order else ALL_ORDERS))
    # The page goes first, unless what comes after it knows more.
    if month and len(in_address) < FULL and len(in_name) < FULL:
        return month, "page"
    if in_address:
        return in_address, "url"
    if in_name:
        return in_name, "filename"
    full = [day for day in comment_dates if len(day) == FULL and past(day)]
    return (min(full), "comments") if full else ("", "")


def _agreed(month: str, stamps: Sequence[str]) -> str:
    """The one day of the address's month that a line at the head shows, with its year or not.

    Either says too little by itself: the address no day, a line "Posted Nov 18" no year, or
    "Island Post August 8, 2018" not what it dates.
    """
    if len(month) != len("2020-01"):
        return ""
    days: list[str] = []
    for stamp in stamps:
        if len(stamp) > LONGEST_STAMP_LINE:
            continue
        end = 0
        for found in find_dates(stamp):
            changed = _CHANGED.search(stamp[end : found.start])
            end = found.end
            day = found.iso or f"{month[:4]}-{found.month_day}"
            if not changed and day.startswith(month) and len(day) == FULL:
                days.append(day)
    return days[0] if len(set(days)) == 1 else ""


def _month_alone(stamps: Sequence[str]) -> str:
    """The month of publication, where lines say nothing else and all agree: "January 2020"."""
    months = {without_dates(stamp)[1] for stamp in stamps if is_month_stamp(stamp)}
    return months.pop() if len(months) == 1 else ""


def _stamped(stamps: Sequence[str], last_day: str = "9999") -> tuple[str, str]:
    """The day of publication and that of an update, as ISO dates; empty if not there."""
    updated = ""
    plain = ""
    for stamp in stamps:
        end = 0
        days = find_dates(stamp[:LONGEST_STAMP])
        if _is_lifetime(days):
            continue
        for found in days:
            lead = stamp[end : found.start]
            end = found.end
            changed = list(_CHANGED.finditer(lead))
            first = _FIRST_PUBLISHED.search(lead)
            if len(found.iso) < (7 if first else FULL) or found.iso > last_day:
                continue
            if dates_another_event(lead):
                continue
            # "Last modified on": the word beside the date says nothing of the first day.
            said = list(_SAYS_FIRST.finditer(lead))
            if changed and (not said or said[-1].start() < changed[-1].start()):
                updated = updated or found.iso
            elif first:
                return found.iso, updated
            elif not lead.rstrip().endswith(":"):
                # "Public meeting: 14 July 2023" is the day of something else.
                plain = plain or found.iso
    return plain, updated


def _is_lifetime(days: Sequence[FoundDate]) -> bool:
    """Whether two dates in a line are those of a birth and a death."""
    years = [int(found.iso[:4]) for found in days if found.iso]
    return len(years) == 2 and years[1] - years[0] >= _LEAST_LIFETIME


def dateline_date(opening: str) -> str:
    """The full date in a dateline such as "CAIRO, Jan. 6, 2020 (AP) —", or ""."""
    days = [found.iso for found in find_dates(_dateline(opening)) if len(found.iso) == FULL]
    return days[0] if days else ""


def _dateline(opening: str) -> str:
    """What stands before the dash that ends a dateline, if there is a day in it; else ""."""
    head = opening[:_LONGEST_DATELINE]
    ends = (head[: end.start()] for end in _DATELINE_END.finditer(head))
    dated = next(filter(find_dates, ends), "")
    in_capitals = head[:3].isupper() and _DATELINE_END.search(dated) is None
    return dated if in_capitals or _names_agency(dated) else ""


def _names_agency(dated: str) -> bool:
    """Whether a text is a place, a day and a news agency in brackets, in any order, and nothing
    else: "Cairo, Jan. 6, 2020 (AP)"."""
    rest = dated
    for found in reversed(find_dates(dated)):
        rest = f"{rest[: found.start]} {rest[found.end :]}"
    place = _AGENCY.sub(" ", rest)
    words = [word for word in place.split() if any(map(str.isalnum, word))]
    capitals = all(word[0].isupper() or word in _IN_NAMES for word in words)
    return place != rest and words != [] and capitals and words[0] not in _NO_PLACE


def edge_date(title: str, opening: str) -> str:
    """A full date with its weekday that ends the title or opens the text, or "".

    Where a page's lines were run together, this is what remains of its stamp.
    """
    for text, ends in ((title, True), (opening[:_LONGEST_DATELINE], False)):
        for found in find_dates(text):
            at_edge = found.end == len(text) if ends else found.start == 0
            if at_edge and len(found.iso) == 10 and _WEEKDAY.match(text[found.start :]):
                return found.iso
    return ""


def record_date(title: str) -> str:
    """The full date that ends the title of a transcript or of remarks, or "".

    They are published when they are made.
    """
    days = find_dates(title)
    if not days or title[days[-1].end :].strip(" )") or not _RECORD.match(title[: days[-1].start]):
        return ""
    return days[-1].iso if len(days[-1].iso) == FULL else ""
