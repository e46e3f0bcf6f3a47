"""A speaker's page: all that they said, by date, over all outlets."""

from __future__ import annotations

from collections import Counter

from pipeline.addresses import speaker_href
from pipeline.report.reading import Row
from pipeline.report.site import Site, parts

ON_A_PAGE = 200
"""Statements on a page; a speaker with more has further pages."""


def write_speaker_pages(site: Site, speaker: Row, quotes: list[Row]) -> None:
    """`quotes` are the speaker's rows, oldest first, each with its article's `title`."""
    acts = Counter(quote["act"] for quote in quotes)
    outlets = Counter(quote["outlet"] for quote in quotes if quote["outlet"])
    pages = list(parts(quotes, ON_A_PAGE))
    first = speaker_href(speaker["speaker_id"])
    paths = [first] + [
        first.removesuffix(".html") + f".p{number}.html" for number in range(2, len(pages) + 1)
    ]
    for number, (path, part) in enumerate(zip(paths, pages, strict=True)):
        site.page(
            path,
            "speaker.html",
            speaker=speaker,
            quotes=part,
            said=acts["said"],
            thought=acts["thought"],
            outlets=sorted(outlets.items(), key=lambda item: (-item[1], item[0]))[:20],
            pages=paths,
            number=number,
            first_number=number * ON_A_PAGE + 1,
        )
