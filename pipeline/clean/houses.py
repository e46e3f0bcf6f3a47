"""Whose an article is, where no name of a site stands over it: the house that its author, its
dateline or its notice of rights names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from pipeline.clean.credits import LONGEST_STAMP, byline, is_house, is_paper
from pipeline.clean.dates import without_dates
from pipeline.clean.labelled_page import LabelledPage

_SPELLED = {"AP": "Associated Press", "REUTERS": "Reuters"}
_NEAR_TEXT = 8
"""Blocks right over the body in which the author's house stands."""
_LONGEST_DATELINE = 80
_PARTS = re.compile(r"\s*[|·•,]\s*| [-–—] ")
_WRITER = re.compile(
    r" (?:(?:Sports|Staff|Political|Business|staff|sports) )?(?:Writer|Reporter|Correspondent|"
    r"writer|reporter|correspondent)s?$"
)
_OF_HOUSE = re.compile(
    r"(?:By )?(?:.{3,60} and )?(?P<house>[A-ZÀ-Þ][\w.&’'-]*(?: [A-ZÀ-Þ][\w.&’'-]*){0,2}) "
    r"(?:Staff|Bureau|Newsroom|Web Desk)(?:,? (?:and|with) (?:[Nn]ews )?[Aa]genc(?:y|ies))?$"
)
"""A house before its desk: "The Lantern Bureau", "By Jane Doe and Lantern Staff"."""
_DATELINE = re.compile(
    r"(?:[A-ZÀ-Þ][^()“”\"!?]{2,60} ?)?\((?P<house>[A-Z][A-Za-z]+)\)"
    r"(?: ?[-–—_:]{1,2} |(?<=CNN\)) (?=[A-Z]))"
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)\W*(?:copyright\W*)?", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?: ?[-–] ?(?:19|20)?\d\d)?\b,?")
_RESERVED = re.compile(
    r"(?:\. |, )?(?:all rights reserved|this material may not\b).*$"
    r"|,? (?:LLC|Inc|Ltd|L\.P|Limited)\b.*$",
    re.IGNORECASE,
)


def shown_house(page: LabelledPage, paragraphs: Sequence[str]) -> str:
    """The outlet that the author's line, the dateline or the notice of rights names, or ""."""
    first = page.labels.index("body") if "body" in page.labels else 0
    titled = page.labels.index("title") if "title" in page.labels[:first] else 0
    places = range(max(titled, first - _NEAR_TEXT), first)
    head = [page.blocks[n].text for n in places if page.labels[n] in ("byline", "boilerplate")]
    below = (block.text for block in page.blocks[page.text_end :])
    found = chain(
        (author_house(line, paragraphs) for line in head),
        map(agency, (*head, *paragraphs[:_NEAR_TEXT])),
        map(owner, below),
    )
    return next(filter(None, found), "")


def author_house(line: str, article: Sequence[str]) -> str:
    """The house in a line that names it alone or behind its author, or ""."""
    said = without_dates(line)[0].strip(" ,.|·•-–—") if len(line) <= LONGEST_STAMP else ""
    if (desk := _OF_HOUSE.match(said)) and _is_spoken_of(desk["house"], article):
        return desk["house"]
    parts = [_WRITER.sub("", part) for part in _PARTS.split(said)]
    if byline([line]):
        return next((_spelled(part) for part in parts[1:] if is_house(part)), "")
    alone = _spelled(parts[0])
    # Of several words, it may be a section's name.
    sure = len(parts) == 1 and (" " not in alone or alone in _SPELLED.values())
    return alone if sure and is_house(alone) else ""


def agency(line: str) -> str:
    """The agency or broadcaster in a dateline: "CAIRO, Jan. 6 (Reuters) - …"; or "".

    >>> agency("PORT ELM (AP) — The night ferry stays."), agency("She left the party (AP) in May.")
    ('Associated Press', '')
    """
    found = _DATELINE.match(line[:_LONGEST_DATELINE])
    return _spelled(found["house"]) if found and is_house(found["house"]) else ""


def owner(line: str) -> str:
    """The paper or agency in a notice of rights with its year, or "".

    >>> owner("© 2020 Harrow Valley Press. All rights reserved."), owner("© 2020 Jane Doe")
    ('Harrow Valley Press', '')
    """
    right = _RIGHTS.match(line)
    if right is None or not _YEAR.search(line) or len(line) > LONGEST_STAMP:
        return ""
    name = _RESERVED.sub("", _YEAR.sub(" ", line[right.end() :])).strip(" ,.|·•-–—")
    return _spelled(name) if is_paper(name) or (" " not in name and is_house(name)) else ""


def _spelled(house: str) -> str:
    """One name for what is called by several.

    >>> _spelled("AP"), _spelled("The Associated Press"), _spelled("BBC News")
    ('Associated Press', 'Associated Press', 'BBC News')
    """
    bare = house.removeprefix("The ")
    return _SPELLED.get(bare, bare if bare == _SPELLED["AP"] else house)


def _is_spoken_of(house: str, article: Sequence[str]) -> bool:
    """Whether a sentence of the article names the house as its own: "told The Lantern"."""
    amid = re.compile(rf"[a-z,] {re.escape(house)}\b")
    return any(map(amid.search, article))
