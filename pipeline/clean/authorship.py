"""Who wrote an article and for whom, as the lines of its labelled page show it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.clean.credits import (
    NAME,
    PAPERS_AND_DESKS,
    authors_name,
    byline,
    is_outlet,
    is_paper,
    name_beside_day,
    name_by_stamp,
    name_with_account,
    outlet_at_place,
    own_name,
    without_place,
)
from pipeline.clean.labelled_page import LabelledPage
from pipeline.clean.masthead import names_section, site_above, site_with_rights
from pipeline.clean.page_ends import BIO_NOTE
from pipeline.clean.stamp_lines import is_stamp
from pipeline.clean.writers_roles import is_role, without_role
from pipeline.records import Article

_BEFORE_SITE = re.compile(
    r"(?P<title>\S.{14,250}\S) (?:[|»·•–—-]|--) (?P<site>[A-ZÀ-Þ]\S*(?: \S+){0,4})$"
)
"""A page's title before the name of its site."""
_HANDLE = re.compile(r"@\w{2,30}$")
_ACCOUNT_BEHIND = re.compile(r" @\w{2,30}$")
"""What stands below a name that is its bearer's."""
_BY_ALONE = re.compile(rf"(?:(?:[Ww]ritten|[Ww]ords) )?[Bb][Yy]:?(?: {NAME.pattern}|$)")
_BETWEEN_NAMES = re.compile(r"(?:,|&|,? ?and)$", re.IGNORECASE)
_SIGN_OFF = re.compile(r"\(?(?:Reporting|Writing) by [A-ZÀ-Þ]")
_SAYS_WHEN = re.compile(r"(?:First )?(?:Published|Updated|Posted)\b.{0,20}\d", re.IGNORECASE)
_AGENCY = re.compile(r"(?:[A-Z]{2,5}|.{0,30}\b(?:Correspondent|Reporter|News(?:, [A-Z][a-z]+)?))$")
"""What stands below the name of its writer."""
_NEAR_TEXT = 6
"""Blocks right before the body in which a lone name is the author's."""
_DEEPEST_NAME = 10
"""The same of one beside a day, below the headline."""
_NOTES = 3
"""Blocks right below the text in which a note tells who wrote it."""
_NEAR_OPENING = 3
"""Blocks from the first paragraph on, which may be the deck, in which bylines stand."""


def shown_author(page: LabelledPage, paragraphs: Sequence[str]) -> str:
    """The name over the text, if it is its author's."""
    first = page.labels.index("body") if "body" in page.labels else 0
    lines = [block.text for block in page.blocks]
    top = max(0, first - _NEAR_TEXT)
    names = (
        name_beside_day(lines[place])
        or authors_name(lines[place], paragraphs)
        or (name_by_stamp(lines[place], paragraphs) if page.labels[place] == "byline" else "")
        for place in range(top, min(first + _NEAR_OPENING, len(lines) - 1))
        if page.labels[place] == "byline"
        or (
            place < first
            and page.labels[place] == "boilerplate"
            and _HANDLE.match(lines[place + 1])
        )
    )
    titled = page.labels.index("title") + 1 if "title" in page.labels else top
    beside = (
        name_by_stamp(lines[place], paragraphs)
        for place in range(max(first - _DEEPEST_NAME, titled), first)
        if page.labels[place] in ("byline", "boilerplate")
        and any(map(is_stamp, (lines[place], lines[place - 1], lines[place + 1])))
    )
    listed = _listed_below_by(lines[titled:first])
    shown = next((name for name in (listed, *names, *beside) if name), "")
    shown = shown or _shown_by_place(page, paragraphs, titled) or _signed_off(lines[first:])
    return shown or _noted_below(page, paragraphs)


def _noted_below(page: LabelledPage, paragraphs: Sequence[str]) -> str:
    """Who wrote a text, from the note right below it: "Jane Doe teaches law at …"."""
    below = range(page.text_end, min(page.text_end + _NOTES, len(page.blocks)))
    notes = (BIO_NOTE.match(page.blocks[n].text) for n in below if page.labels[n] == "boilerplate")
    names = (authors_name(note["name"], paragraphs) for note in notes if note)
    return next((name for name in names if name), "")


def _signed_off(lines: Sequence[str]) -> str:
    """Who wrote an agency's report, from its last words: "(Reporting by Jane Doe; …)"."""
    name = byline([line for line in reversed(lines) if _SIGN_OFF.match(line)])
    # "Reporting by the Skerry bureau" tells nobody's name.
    return "" if not name or name.split()[-1].lower() in PAPERS_AND_DESKS else name


def _listed_below_by(lines: Sequence[str]) -> str:
    """The authors whom a page shows in lines of their own, below "By" or with "and" between."""
    for place, line in enumerate(lines):
        begun = _BY_ALONE.match(line)
        if not begun:
            continue
        names = [begun["name"]] if begun["name"] else []
        joined = not names
        for below in lines[place + 1 :]:
            if _BETWEEN_NAMES.match(below):
                joined = True
            elif joined and NAME.match(below):
                names.append(below)
                joined = False
            else:
                break
        if names and (len(names) > 1 or not begun["name"]):
            return " and ".join(dict.fromkeys(names))
    return ""


def _shown_by_place(page: LabelledPage, paragraphs: Sequence[str], titled: int) -> str:
    """A name of any language between the headline and the day or the writer's role or agency.

    No word of it is one of the article's, as that of a topic or a place would be.
    """
    lines = [block.text for block in page.blocks[: titled + _NEAR_TEXT + 1]]
    for place in range(titled, min(titled + _NEAR_TEXT, len(lines) - 1)):
        if page.labels[place] not in ("byline", "boilerplate", "deck"):
            continue
        text, below = lines[place], lines[place + 1]
        by_stamp = is_stamp(below) and name_by_stamp(text, paragraphs)
        if shown := name_with_account(text, paragraphs) or by_stamp:
            return shown
        name = (text.title() if text.isupper() else text).removeprefix("By ")
        bare = without_place(name)
        in_place, name = bare != name and page.labels[place] == "byline", bare
        if not NAME.match(name) or is_role(name) or is_outlet(name) or names_section(name):
            continue
        dated = _SAYS_WHEN.match(below) or (in_place and is_stamp(below))
        # Right below the headline, or over the day, stands a person's name by itself.
        person = (place == titled or is_stamp(below)) and authors_name(name, paragraphs)
        role = is_role(_ACCOUNT_BEHIND.sub("", below))
        if not (dated or person or role or _AGENCY.match(below)):
            continue
        said = set(" ".join(paragraphs).casefold().split())
        if said.isdisjoint(name.casefold().split()):
            return name
    return ""


def shown_site(page: LabelledPage, paragraphs: Sequence[str]) -> str:
    """The outlet's name over the headline, or below it beside the day, or ""."""
    lines = [block.text for block in page.blocks]
    titled = page.labels.index("title") if "title" in page.labels else 0
    below = range(titled + 1, min(titled + 1 + _NEAR_TEXT, len(lines)))
    stamps = [lines[n] for n in below if page.labels[n] in ("byline", "boilerplate")]
    site = site_above(lines[:titled]) or site_with_rights(lines, titled)
    paper = next(filter(is_paper, map(without_role, stamps)), "")
    placed = [outlet_at_place(lines[n]) for n in below if page.labels[n] == "byline"]
    return site or paper or next(filter(None, placed), "") or own_name(stamps, paragraphs)


def without_site(article: Article) -> Article:
    """The article, its outlet from a page's title such as "The Island Post: Ferry stays" or
    "Ferry stays -- Island Post Online".

    Of a blog, whose name may be any, the page shows both parts by themselves, too; of what has
    the site behind it, the title.
    """
    known = article.metadata
    if article.markup and (parted := _BEFORE_SITE.match(known.title)):
        written = parted["title"].replace("&", "&amp;")
        quoted = written.replace('"', "&quot;")
        if any(
            re.search(rf">\s*{re.escape(each)}\s*<", article.markup) for each in (written, quoted)
        ):
            known = replace(known, title=parted["title"], outlet=known.outlet or parted["site"])
            return replace(article, metadata=known)
    site, _, title = known.title.partition(": ")
    if known.outlet or not article.markup or not title:
        return article
    shown = all(f">{part}<" in article.markup for part in (site, title))
    if not shown and not is_outlet(site):
        return article
    return replace(article, metadata=replace(known, outlet=site, title=title))
