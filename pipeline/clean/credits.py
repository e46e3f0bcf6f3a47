"""Who wrote an article and where it appeared, from the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.dates import find_dates, without_dates
from pipeline.clean.writers_roles import is_role, without_role

LONGEST_STAMP = 200
"""Characters of a line around an article that are looked at."""
_LONGEST_OUTLET = 5
"""Words of an outlet's name."""
_PAPERS = frozenset(
    "advertiser argus beacon bulletin chronicle clarion courier daily dispatch echo examiner "
    "express gazette globe guardian herald independent journal ledger mail mercury messenger "
    "mirror monitor news observer post press record register reporter review sentinel standard "
    "star sun telegram telegraph times tribune weekly".split()
)
_HOUSES = frozenset("agencies agency magazine media network online radio service tv wire".split())
_AGENCIES = frozenset(
    "reuters afp ap upi bloomberg dpa ani pti ians tass xinhua bernama ana mena".split()
)
_NAMED_LIKE_NONE = frozenset(("usa today",))
"""Papers whose name ends like no other's."""
_IN_HOUSES = _PAPERS | _HOUSES
_SMALL = frozenset(("of", "and", "the"))
_BEHIND_DASH = re.compile(r"[-–—]{1,2} ?(?P<name>[A-ZÀ-Þ][\w.&’'-]*(?: [A-ZÀ-Þ&][\w.&’'-]*)*)$")
_BY = re.compile(
    r"^\W*(?:(?:by|(?:written|submitted|words|story|posted|published|reported|report|reporting|text|"
    r"interview|interviewed|review|analysis|compiled|obituary|opinion|commentary)"
    r"(?: and (?:photos|pictures|photographs|images))? by)\b:?"
    r"|(?:an? )?(?:[a-z]+ ){0,2}(?:investigation|dispatch|essay|profile|feature|column) by"
    r"|(?:words|text|story|author|writer|interview|(?:[a-z]+ ){0,2}(?:reporter|correspondent)):)"
    r"\s+(?P<name>\S.*)$",
    re.IGNORECASE,
)
NAME = re.compile(r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ’'.-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3})$")
"""Two to four words in capitals."""
_NOBODY = re.compile(r"our\b|(?-i:an? )", re.IGNORECASE)
"""How what is no name begins: "our Harbour Correspondent"."""
PAPERS_AND_DESKS = _PAPERS | frozenset(
    "desk digest bureau newsroom staff team report reports".split()
)
_PLACE = re.compile(r" (?:in|at) (?:the )?[A-ZÀ-Þ][\w.’'-]*(?:,? [A-ZÀ-Þ][\w.’'-]*){0,3}$")
"""Where its author wrote an article."""
_PLACE_BETWEEN = re.compile(
    _PLACE.pattern[:-1] + r"(?=(?:,? and |, | & )[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ])"
)
"""The same of the first of several."""
_GLUED_BY = re.compile(r"By(?=[A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ])")
_BEFORE_NAME = re.compile(r"\W*(?:by\b)?\W*", re.IGNORECASE)
_DASH = re.compile(r" [-–—] ")
_AROUND_NAME = " ,.|·•:/–—~-"
_STAMP_WORDS = re.compile(
    r"\b(?:(?:first |last )?(?:published|updated|posted|modified)(?: on| at)?:?|gmt|utc|bst|e[sd]t)"
    r"\b",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"\s+[|•·/]\s*|\s+[-–—]\s+|\s{2,}|\s+(?=\d)|\.\s+(?:photo|pictur|image|illustrat|video|edit)|"
    r",?\s+(?:on|updated|published|posted|staff|special to|senior|"
    r"associated press|reuters|(?:fox|cnn|bbc|abc|nbc|cbs) news|"
    r"chief|political|business|national|columnist|contributor|"
    r"correspondent|at|in|for|from|of the|with (?:additional )?reporting)\b|@|\(|;",
    re.IGNORECASE,
)
_BY_INITIAL = re.compile(r"[A-Z]\. (?!(?:Korea|Africa|America|Ireland|Sudan)n?\b)")
_LOUD = re.compile(r"\b[A-ZÀ-Þ][A-ZÀ-Þ’'-]{2,}\b")
"""A name in capitals, but for initials."""
_STAFF = re.compile(r"(?:STAFF|Staff) (?:WRITER|Writer|REPORTER|Reporter)S?s?$")
"""What stands behind a name, on some pages without a space."""
_BOARD = re.compile(r"(?:[Tt]he )?[Ee]ditorial [Bb]oard(?:,|$| [|·•-])")
_ON_A_DAY = re.compile(r"\s+(?:on )?\s*by ")
"""What is left of "Posted on 6 January by"."""
_SECTION_NEWS = re.compile(
    r"(?:in|world|local|latest|breaking|more|top|u\.?[ks]\.?|national|business|sports?|health|science|"
    r"politic\w*|international|regional|city|home|all|our|general|crime|education) news$",
    re.IGNORECASE,
)
_NAMED_THE = re.compile(r"The [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}$")
_PARTS = re.compile(r"\s*[|·•]\s*|\s{2,}")
_BEFORE_STAMP = re.compile(
    r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ’'.-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}) (?:Published|Updated|Posted):? "
)
"""A name right before its day: "Jane Doe Published March 3, 2020"."""
_ROLE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){1,3})(?:, | ?/ ?| [|·] )(?:[\w’'-]+ ){0,4}"
    r"(?:reporter|correspondent|editor|writer|columnist|contributor)\W*$",
    re.IGNORECASE,
)
"""A name before its role: "Jane Doe, Health Correspondent"."""
_BARE_ROLE = re.compile(
    r"(?!(?:Senior|Chief|Deputy|Staff|Special|Our|The|Guest|News|Political|Contributing)\b)"
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]+ (?:(?:van|von|de|der|bin|al|el|la) ){0,2}[A-ZÀ-Þ][\w’'-]+)"
    r" (?:[\w’'-]+ ){0,3}(?:reporter|correspondent|editor|columnist)$"
)
"""The same without a comma: "Jane Doe Health correspondent"."""
_WITH_ACCOUNT = re.compile(r"(?P<name>[^@]{5,60}?)[ ,|•·]* @\w{2,30}(?: / .{1,20})?$")
"""A name with an account behind it: "Jane Doe @janedoe / 2 days"."""
_LONGEST_NAME = 3
"""Words of a name that stands by itself."""
_LONGEST_CREDIT = 8
"""Words of a line that names the author and what he is."""
_STATE = re.compile(r" [A-Z]{2}$")
"""What stands behind a city's name: "Washington DC"."""
_OUTLET_AT = re.compile(
    r"(?P<outlet>[A-ZÀ-Þ][\w.&’'-]*(?: [A-ZÀ-Þ&][\w.&’'-]*)*)(?: (?:in|at) (?:the )?|, )"
    r"[A-ZÀ-Þ][\w.’'-]*(?:,? (?:of (?:the )?)?[A-ZÀ-Þ][\w.’'-]*){0,3}$"
)
_BROADCASTERS = _AGENCIES | frozenset("abc bbc cbc cbs cnn espn itv nbc npr pa pbs rte".split())
_SPORTS = frozenset(("sport", "sports"))
_SHIFT = re.compile(r" \((?:now|earlier|later|until \d[\d.:apm ]{0,8})\)")
"""When one of several writers of a live report wrote."""
_TITLED_ROLE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]+ [A-ZÀ-Þ][\w’'-]+) (?:[A-Z][\w’'-]+ ){0,3}"
    r"(?:Reporter|Correspondent|Editor|Columnist|Writer|Bureau)$"
)
"""The same in capitals, as "Jane Doe Local Democracy Reporter"; papers may be called so, too."""


def _first_named(line: str) -> str:
    """The person whom a line names before its outlet and day, parted by signs; or ""."""
    if not any(map(line.__contains__, "|·•")) or not find_dates(line):
        return ""
    name = _PARTS.split(line, maxsplit=1)[0].strip(_AROUND_NAME)
    return authors_name(name.title() if name.isupper() else name, ())


def byline(stamps: Sequence[str]) -> str:
    """The author's name from a line such as "By Jane Doe | January 6, 2020", or ""."""
    for stamp in stamps:
        line = _GLUED_BY.sub("By ", stamp[:LONGEST_STAMP])
        if _BOARD.match(line):
            return "The Editorial Board"
        match = _BY.match(line) or _ROLE.match(line) or _BARE_ROLE.match(line)
        match = match or _titled(line) or _behind_role(line)
        # "Island Post | Reporter: Jane Doe | 6 January 2020"
        match = match or next(filter(None, map(_BY.match, _PARTS.split(line)[1:])), None)
        # "11/19/2019 by Jane Doe"
        match = match or _BY.match(_ON_A_DAY.sub(" by ", without_dates(line)[0]))
        match = match or _BEFORE_STAMP.match(line)
        if not match:
            if name := _first_named(line):
                return name
            continue
        text = _STAFF.sub("", _PLACE_BETWEEN.sub("", without_role(match["name"])))
        days = find_dates(text)
        if days:
            text = text[: days[0].start]
        name = _NAME_ENDS.split(text, maxsplit=1)[0].strip(" ,.|-–—·•/／")
        if "," in name and not re.search(r" and | & ", name):
            # One name: what follows its comma is a role or a house.
            name = name.split(",")[0]
        words = name.split()
        if words[: len(words) // 2] == words[(len(words) + 1) // 2 :] and len(words) % 2 == 0:
            # A name as a link, and again beside its picture.
            name = " ".join(words[: len(words) // 2])
        if titled := _titled(name):
            name = titled["name"]
        if (
            _NOBODY.match(name)
            or is_role(text.strip(_AROUND_NAME))
            or not 1 <= len(name.split()) <= 12
            or not name[:1].isalpha()
            or name.islower()
        ):
            continue
        if name.split()[-1].lower() not in _PAPERS or _has_given_name(name):
            return _quiet(_with_staff(name, text))
    return ""


def _with_staff(names: str, line: str) -> str:
    """The names with "Staff" again behind the last, which is a house's: "Island Post Staff"."""
    house = names.split(" and ")[-1]
    staffed = re.match(r" Staff\b", line.partition(house)[2])
    # "Al" is an article in Arabic names.
    person = _has_given_name(house) and not house.startswith("Al ")
    return f"{names} Staff" if staffed and not person else names


def _quiet(names: str) -> str:
    """Persons' names that are given in capitals as others are.

    >>> _quiet("ORSOLYA DOE and Adilet AMIN"), _quiet("BBC Verify")
    ('Orsolya Doe and Adilet Amin', 'BBC Verify')
    """
    parts = re.split(r"(,? and |, | & )", names)
    for place in range(0, len(parts), 2):
        *given, family = parts[place].split() or [""]
        house = family.lower() in _IN_HOUSES | PAPERS_AND_DESKS | _BROADCASTERS
        if (given and not house and _LOUD.search(family)) or _has_given_name(parts[place]):
            parts[place] = _LOUD.sub(lambda loud: loud[0].title(), parts[place])
    return "".join(parts)


def _titled(line: str) -> re.Match[str] | None:
    """A person's name before a role in capitals.

    >>> _titled("Jane Doe Local Democracy Reporter")["name"]
    'Jane Doe'
    """
    match = _TITLED_ROLE.match(line)
    return match if match and _has_given_name(match["name"]) else None


def _behind_role(line: str) -> re.Match[str] | None:
    """A name that a role stands before, and nothing else: "Health correspondent Jane Doe"."""
    name = without_role(line)
    return None if name == line else NAME.match(name)


def authors_name(line: str, article: Sequence[str]) -> str:
    """The author, from a line that is a person's name and at most a day and a place, or "".

    Such as "Jane Doe" or "6 January 2020 | Jane Doe in Cairo"; of nobody the article speaks of.

    Args:
        line: One between headline and text.
        article: The paragraphs.
    """
    bare = _STAMP_WORDS.sub(" ", without_dates(line)[0]).strip(_AROUND_NAME)
    name = without_place(bare)
    if not NAME.match(name) or _STATE.search(name):
        return ""
    family = name.split()[-1]
    if family.lower() in PAPERS_AND_DESKS or is_outlet(name) or not _has_given_name(name):
        return ""
    spoken_of = re.compile(rf"(?<![\w-]){re.escape(family)}(?![\w-])")
    return "" if any(map(spoken_of.search, article)) else name


def is_credit(line: str) -> bool:
    """Whether a line names the author, and at most what he is.

    >>> is_credit("Jane Doe, Health Correspondent")
    True
    """
    if len(line.split()) > _LONGEST_CREDIT or line.endswith((".", "!", "?", ":")):
        return False
    name = authors_name(line, ()) or name_with_account(line, ())
    return 0 < len(name.split()) <= _LONGEST_NAME or bool(byline([line]))


def name_with_account(line: str, article: Sequence[str]) -> str:
    """The author, from a line such as "Jane Doe @janedoe / 2 days", or ""."""
    found = _WITH_ACCOUNT.match(line) if "@" in line else None
    return authors_name(found["name"], article) if found else ""


def name_by_stamp(line: str, article: Sequence[str]) -> str:
    """The authors, from a line beside the day that is nothing but their names, or "".

    Such as "JANE DOE", "Jane Doe and Ali Amin" or "Jane Doe, Island Press"; of nobody the article
    speaks of.
    """
    line = _without_agencies(_SHIFT.sub("", line[:LONGEST_STAMP]))
    names = names_in(without_dates(line)[0].strip(_AROUND_NAME))
    # What one word names, or a paper's, is the house.
    others = (name for name in names[1:] if " " in name.strip() and not is_role(name))
    names[1:] = [name for name in others if name.split()[-1].lower() not in _IN_HOUSES]
    named = all(map(NAME.match, names)) and any(authors_name(name, article) for name in names)
    return " and ".join(names) if named else ""


def _without_agencies(line: str) -> str:
    """A line without the agencies that helped its author: "Jane Doe with AFP, dpa"."""
    name, _, helped = line.partition(" with ")
    words = helped.lower().replace(",", " ").replace(" and ", " ").split()
    return name if words and _AGENCIES.issuperset(words) else line


def names_in(line: str) -> list[str]:
    """The parts of a line of names, without the places where their bearers wrote.

    >>> names_in("JANE DOE in Cairo and Ali Amin")
    ['Jane Doe', 'Ali Amin']
    """
    names = map(without_place, re.split(r",? and |, |; | & ", line))
    return [name.title() if name.isupper() else name for name in names]


def without_place(name: str) -> str:
    """A name without the place where its bearer wrote: "Jane Doe in Cairo"."""
    return _PLACE.sub("", name)


def _has_given_name(name: str) -> bool:
    # The lists of given names are read where there is a name to look up.
    from pipeline.annotate.text.names import given_name_gender, is_common_given_name

    given = (name.split() or [""])[0]
    if _BY_INITIAL.match(name):
        return True
    return is_common_given_name(given) or bool(given_name_gender(given))


def names_outlet_behind_dash(line: str) -> bool:
    """Whether a line is a credit such as "– Island News Agency" or "--Reuters"."""
    match = _BEHIND_DASH.match(line)
    words = match["name"].split() if match else []
    if not 0 < len(words) <= _LONGEST_OUTLET:
        return False
    return words[-1].lower() in (_PAPERS | _HOUSES if len(words) > 1 else _AGENCIES)


def is_outlet(line: str) -> bool:
    """Whether a line is nothing but a name that papers have: "The Island Post"."""
    words = line.split()
    if line.casefold() in _NAMED_LIKE_NONE:
        return True
    if not 1 < len(words) <= _LONGEST_OUTLET or not words[-1].isalpha():
        return False
    capital = all(word[0].isupper() or word in _SMALL for word in words)
    named = capital and words[-1].lower() in _PAPERS and not _BY.match(line)
    return named and _titled(line) is None and not is_role(line)


def site_name(title: str, echoes: Sequence[str]) -> str:
    """The outlet, from a page title such as "Headline - The Island Post", or ""."""
    for echo in echoes:
        rest = echo[len(title) :] if title and echo.startswith(title) else ""
        name = rest.strip(" -|–—·•:»")
        if name and rest[:1] == " " and len(name.split()) <= 5 and name[:1].isupper():
            return name
    return ""


def stamped_outlet(stamps: Sequence[str]) -> str:
    """The outlet, from a line such as "The Island Post, 6 January 2020", or "".

    Only a name that papers have: "Lakeside, 6 January 2020" says where somebody wrote.
    """
    for stamp in stamps:
        line = stamp[:LONGEST_STAMP]
        days = find_dates(line)
        names = [line[: days[0].start], line[days[-1].end :]] if days else []
        parts = _PARTS.split(line) if days else []
        for name in (*names, *parts):
            if is_paper(named := name.strip(_AROUND_NAME)):
                return named
    return ""


def is_paper(line: str) -> bool:
    """Whether a line is nothing but an outlet's name, and not that of a section of its news."""
    return is_outlet(line) and not _SECTION_NEWS.match(line)


def own_name(stamps: Sequence[str], article: Sequence[str]) -> str:
    """The outlet, from a line that has a name such as "The Lantern" beside its day, or "".

    The article speaks of it by the same name, and amid a sentence: "told The Lantern".
    """
    for stamp in stamps:
        name = without_dates(stamp[:LONGEST_STAMP])[0].strip(_AROUND_NAME)
        if not _NAMED_THE.match(name) or not find_dates(stamp):
            continue
        amid = re.compile(rf"[a-z,] {re.escape(name)}\b")
        if any(map(amid.search, article)):
            return name
    return ""


def outlet_at_place(line: str) -> str:
    """The paper or broadcaster, from a line that names it, where its writer was, and no more.

    >>> outlet_at_place("BBC Sport at the Old Ground"), outlet_at_place("Trouble at the Old Ground")
    ('BBC Sport', '')
    >>> outlet_at_place("Island News, Harrow Bay")
    'Island News'
    """
    found = _OUTLET_AT.match(line)
    return found["outlet"] if found and not _BY.match(line) and is_house(found["outlet"]) else ""


def is_house(name: str) -> bool:
    """Whether a name is one of papers, agencies or broadcasters.

    >>> is_house("CNN"), is_house("Island Broadcasting Service"), is_house("Harrow Bay")
    (True, True, False)
    """
    words = name.split()
    if not 0 < len(words) <= _LONGEST_OUTLET or _has_given_name(name) or is_role(name):
        return False
    if name.casefold() in _NAMED_LIKE_NONE:
        return True
    capital = all(word[0].isupper() or word in _SMALL for word in words)
    known = words[-1].lower() in (_BROADCASTERS if len(words) == 1 else _IN_HOUSES | _SPORTS)
    return capital and known and not _SECTION_NEWS.match(name)


def is_office(line: str) -> bool:
    """Whether a line is what its author is, and perhaps for whom: "Health editor, Island Post"."""
    return is_role(line) or (is_outlet(house := without_role(line)) and house != line)


def name_beside_day(text: str) -> str:
    """The name in a line that has a name, a stroke or dot, and a day, and no more; or ""."""
    said, _, dated = without_dates(text[:LONGEST_STAMP])
    name = said.strip(_AROUND_NAME)
    if any(mark in text for mark in "|·•~"):
        return name if dated and NAME.match(name) else ""
    # A dash stands behind a place, too: "NEW YORK - 6 January 2020".
    name = name.title() if name.isupper() else name
    return name if dated and _DASH.search(text) and authors_name(name, ()) else ""


def names_only(text: str, author: str) -> bool:
    """Whether a line says nothing but an author who is known, and perhaps a day or time."""
    said, _, _ = without_dates(text[:LONGEST_STAMP])
    name = _BEFORE_NAME.sub("", said, count=1).rstrip(_AROUND_NAME)
    if not author or len(text) > LONGEST_STAMP:
        return False
    return name.casefold() == author.casefold() or names_in(name) == names_in(author)
