"""Lines over a headline that name the site or its section, and are no headlines themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.credits import LONGEST_STAMP, is_outlet
from pipeline.clean.dates import without_dates
from pipeline.clean.stamp_lines import is_stamp
from pipeline.clean.wording import wording

_SECTION = wording(
    r"(?:in|filed under|section|category):? \w+$",
    r"(?:the )?(?:long|big|saturday|sunday|weekend) (?:read|story|interview|essay|idea)$",
    telling="news opinion opinions politics sport sports world business culture technology tech "
    "science health local national international regional analysis comment commentary editorial "
    "editorials lifestyle life travel food entertainment exclusive breaking feature features "
    "review reviews letters obituary obituaries economy education environment climate crime "
    "society arts books music film tv media money markets investigation investigations interview "
    "interviews perspective blog blogs europe africa asia americas uk us usa",
    filling="and in the of top latest live home video watch middle east north south latin desk "
    "city state",
)
_MENU_WORDS = frozenset(
    "news opinion opinions politics sport sports world business culture technology tech science "
    "health local national international lifestyle life travel food entertainment features "
    "reviews review deals podcasts podcast video videos photos more home about contact links "
    "archives archive search shop store events jobs cars money markets style arts books music "
    "film tv weather obituaries classifieds magazine newsletters phones laptops gaming games "
    "movies education environment community blog blogs forum forums subscribe login latest live "
    "trending topics sections menu us uk europe asia africa finance property fashion "
    "stories lead auto front cricket football soccer rugby tennis golf help careers advertise "
    "donate faq guides".split()
)
_MENU_SHARE, _LEAST_MENU, _LONG_MENU = 0.6, 3, 5
"""Of a long menu's words that are a menu's own; of a short one all are."""
_LINK_ALONE = re.compile(
    r"(?:e-?mail:? ?)?(?:\S{1,64}@\S{1,64}\.[a-z]{2,13}|(?:https?://|www\.)\S+|@\w{2,30})$",
    re.IGNORECASE,
)
_TRAIL = re.compile(r"(?:Home|[^»›>/]{2,30} [»›>/] [^»›>/]{2,30}) [»›>/] \S[^.!?]{1,60}$")
"""The path to a page: "Home » News", "News / Local / Harbour"."""
_SLUG = re.compile(r"[A-Z]{2,4}-[A-Z0-9][A-Z0-9-]{3,40}(?:/|,\d)")
"""How an agency names a story for those who print it."""
_NUMBERED_LINK = re.compile(r"#?\[\d{1,3}\](?:[A-Z]|alternate\b)")
"""How a link begins in what text browsers print."""
_ISSUER = re.compile(
    r"(?:office|department|ministry|bureau|state|government) of (?:the )?[a-z]{3,20}"
    r"(?: (?:and )?[a-z]{3,20}){0,3}$|(?:press|media|news) (?:office|release|statement)$"
    r"|letters to the editor$|(?:proudly )?serving .{3,60}\bsince (?:1[789]|20)\d\d$"
    r"|full story$",
    re.IGNORECASE,
)
"""Who makes a release known, or what a paper says of itself below its name."""
_OFFICIAL_SITE = re.compile(r"an? official (?:web ?site|site|page) of\b", re.IGNORECASE)
_FROM = re.compile(r"From (?=[A-Z])")
_BLOG = re.compile(r"(?:\S+ ){1,5}(?:Blog|Weblog|Newsletter|Podcast)$")
_TAGLINE = re.compile(r"[a-z]{2,20},? [a-z]")
_SMALL = frozenset("and of for the in since".split())
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\W*(?:\d{4}\W*(?:\d{2,4}\W*)?)?(?:by )?", re.I)
_ECHO = re.compile(
    r"(?:\W{0,3}\d{1,5} |\W{0,3}(?:one|two|three|no) )?"
    r"(?:comments?|responses?|replies|thoughts?|reactions?|trackbacks?)(?: so far)? (?:on|to):? "
    r"|.{0,60}\bweblogs that reference |discuss (?=[“\"])",
    re.IGNORECASE,
)
"""What stands before the title of the article that readers' comments are about."""
_PAGE = re.compile(r"\b(?:page|pg|p)\b\.? ?[A-Z]?\d{1,3}\b", re.IGNORECASE)
_SITE_IN_TITLE = re.compile(r" [|»·•] ")
_LONGEST_SITE = 5
"""Words."""
_TOP = 3
"""Lines at the top of a text among which its site is named."""


def names_section(text: str) -> bool:
    """Whether a line is a section's name: "World news", "in Opinion, Sport"."""
    return text[-1].isalpha() and _SECTION.found_in(text.lower())


def names_section_or_site(text: str) -> bool:
    """Whether a line over a headline is a section's name, a site's, or a path to the page."""
    return (
        names_section(text)
        or bool(_SITE_IN_TITLE.search(text))
        or is_outlet(text)
        or _names_issuer(text)
    )


def _names_issuer(text: str) -> bool:
    capital = all(not word[0].islower() or word in _SMALL for word in text.split())
    return capital and _ISSUER.match(text) is not None


def site_above(lines: Sequence[str]) -> str:
    """The outlet that the lines above a headline begin with, or ""."""
    names = (_outlet_of(line) for line in lines[:_TOP] if not names_section(line))
    return next(filter(None, names), "")


def site_with_rights(lines: Sequence[str], headline: int) -> str:
    """The line at the top that the notice of rights at the end names, or ""."""
    rights = [
        line[right.end() :].casefold().removeprefix("the ")
        for line in lines[headline + 1 :]
        if len(line) <= LONGEST_STAMP and (right := _RIGHTS.match(line))
    ]
    for line in lines[: min(headline, _TOP)]:
        name = line.casefold().removeprefix("the ")
        known = any(owner.startswith(name) for owner in rights)
        if known and 1 < len(line.split()) <= _LONGEST_SITE and line[0].isupper():
            return line
    return ""


def _outlet_of(line: str) -> str:
    """The outlet in a line that is nothing else but a day and a page's number, or ""."""
    said = _PAGE.sub(" ", without_dates(line)[0]) if len(line) <= LONGEST_STAMP else ""
    name = _FROM.sub("", said.strip(" ,.|-–—·•:"))
    return name if is_outlet(name) else ""


def is_no_headline(text: str) -> bool:
    """Whether a line, whatever it looks like, is an address, a menu or the site's own."""
    return (
        _LINK_ALONE.match(text) is not None
        or (any(map(str.isdigit, text)) and _outlet_of(text) != "")
        or _TRAIL.match(text) is not None
        or (text[2:5].count("-") == 1 and _SLUG.match(text) is not None)
        or (text[0] in "#[" and (_NUMBERED_LINK.match(text) is not None or text[-1] == "]"))
        or _OFFICIAL_SITE.match(text) is not None
        or (_FROM.match(text) is not None and is_outlet(text.removeprefix("From ")))
        or is_menu(text)
    )


def is_menu(text: str) -> bool:
    """Whether a line is the words of a menu: "World Business Markets Video More"."""
    if text.count("\t") >= _LEAST_MENU - 1:
        return True
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    if len(words) < _LEAST_MENU or not all(word.isalpha() and word[0].isupper() for word in words):
        return False
    own = sum(word.lower() in _MENU_WORDS for word in words)
    return own >= (_MENU_SHARE if len(words) >= _LONG_MENU else 1) * len(words)


def heads_a_site(place: int, lines: Sequence[str]) -> bool:
    """Whether a line at the top is rather a site's name, or its motto, than a headline.

    It is worded so, a menu stands under it, or the notice of rights at the end names it.
    """
    text = lines[place]
    if _TAGLINE.match(text) or _BLOG.match(text) or _names_issuer(text):
        return True
    below = lines[place + 1 : place + 3]
    if any(map(is_menu, below)) or (
        len(below) > 1 and _TAGLINE.match(below[0]) and is_stamp(below[1])
    ):
        return True
    name = text.casefold()
    return any(
        right is not None and line[right.end() :].casefold().startswith(name)
        for line in lines[place + 1 :]
        if (right := _RIGHTS.match(line))
    )


def echoed_title(lines: Sequence[str]) -> str:
    """The title as a heading below repeats it: "4 comments on The ferry and I"; or ""."""
    for line in lines:
        if echo := _ECHO.match(line):
            return line[echo.end() :].strip(" :“”\"‘’'»«")
    return ""
