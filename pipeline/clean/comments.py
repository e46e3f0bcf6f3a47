"""Reader comments: who wrote each one and when, as far as their lines show it.

Comment systems print a comment's author and date above its text, below it, or half and
half ("Jo said…" above, the date below). Which it is shows in the section itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.clean.comment_phrases import (
    COMMENT_ACTION,
    POSTED_BY,
    SAYS,
    SECTION_CONTROL,
    heads_section,
)
from pipeline.clean.dates import without_dates
from pipeline.clean.phrases import RELATED, SHARE, SUBSCRIBE

_LONGEST_HEAD = 120
_LEAST_SIGNED = 2
"""Names behind a dash that make a section one of signed comments."""
_LEAST_BARE, _LONGEST_BARE_NAME = 3, 4
"""Names alone over comments that make each the head of one; and words of the longest."""
_LONGEST_NOTICE = 8
"""Words of a line that speaks for the section and not for one of its comments."""
_NUMBER = re.compile(r"^\W*#?\d{1,4}(?:\.\d{1,3}){0,8}(?:[.):#]|\s|$)\s*")
_TO_ANOTHER = re.compile(r"\s[>›»→▸▶]\s.*$")
"""Behind a name, whom it answers: "Jo > Sam"."""
_GLUED_BUTTONS = frozenset(("replydelete", "deletereply"))
"""Two buttons side by side, as Blogger has them."""
_QUOTES = re.compile(r"\W*originally (?:posted|written|said) by\b", re.IGNORECASE)
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    "Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_SEAM = re.compile(
    rf"(?<=[A-Za-zß-öø-ÿ])(?=(?:[0-3]?\d {_MONTH}|{_MONTH} [0-3]?\d,?) (?:19|20)\d\d\b"
    r"|\d{1,2} (?:minute|hour|day|week|month|year)s? ago\b)"
)
"""Where a name and the date behind it were two boxes on the page: "Jo4 March 2021"."""
_LEAD = re.compile(
    r"^(?:comment |commented |submitted |written |post(?:ed)? )?by\b:?\s*|^(?:on|at)\b\s*",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:says|said|wrote|writes|commented|replied|responded|posted)\b.{0,12}$", re.I
)
_ONLY_SAYS = re.compile(r"\W*(?:$|(?:in (?:reply|response) to|to|on|at)\b)")
"""What may follow "Jo said", where it is a head and no remark such as "Well said, Jo!"."""
_SIGNED_BELOW = re.compile(r"[-–—~] ?[A-ZÀ-Þ]\w*(?:[ ,]+[\w.’'-]+){0,5}$")
_NICKNAME_BELOW = re.compile(r"[-–—~] ?[\w.’'-]{2,30}(?:[ ,]+[\w.’'-]{1,20}){0,2}$")
"""Where others sign so, a name in small letters: "- harbour_cat"."""
_NAME_AND_PLACE = re.compile(r"[^,]+(?:, [A-ZÀ-Þ][^,]*){1,3}$")
_BESIDE_NAME = " · "
"""What stands between a name and what its bearer does."""
_NO_NAMES = (SHARE, SUBSCRIBE, RELATED, SECTION_CONTROL)
_INITIAL = re.compile(r"(?:^|[ .])[A-ZÀ-Þ]\.$")
_EDGES = " \t-–—|·•,@:;()[]#>…»›"
_FULL_STOP = re.compile(r"(?<!\b[A-Z])\.+$")
_JOINTS = re.compile(r"(?:\s+(?:on|at|@)\b)+\W*$|\s{2,}.*$", re.IGNORECASE)
_POINTS = re.compile(r"\s-?\d+ (?:points?|votes?|likes?)\b.*$")
_RANK = re.compile(
    r"^(?:(?:senior|junior|new|active|full|regular|veteran|gold) )?(?:member|user|moderator)$"
    r"|^(?:joined|join date|posts|location|member since|registered)\b|^works at\b|^top commenter",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Author and ISO date of the comment a line belongs to; empty where not shown."""

    author: str = ""
    date: str = ""


@dataclass(slots=True)
class _Comment:
    author: str = ""
    date: str = ""
    dated: bool = False
    has_text: bool = False
    places: list[int] = field(default_factory=list)


def signatures(lines: Sequence[str], dates: Sequence[str] = ()) -> list[Signature]:
    """Author and date of each line of a comment section.

    Args:
        lines: The texts of all lines of one section, in order, its header included.
        dates: For each line the ISO date its markup gives, empty if none; it is taken
            where the line itself shows an age ("2 years ago") or no year.
    """
    lines = [_SEAM.sub(" ", line) if len(line) <= _LONGEST_HEAD else line for line in lines]
    heads = [_head(line, lines, place) for place, line in enumerate(lines)]
    for place, known in enumerate(dates):
        head = heads[place]
        if known and head is not None and head[2]:
            heads[place] = (head[0], head[1] if len(head[1]) == len(known) else known, True)
        elif known and head is None and COMMENT_ACTION.found_in(lines[place].lower()):
            heads[place] = ("", known, True)
    if sum(map(is_signed_below, lines)) >= _LEAST_SIGNED:
        for place, line in enumerate(lines):
            if is_signed_below(line) or _NICKNAME_BELOW.match(line):
                heads[place] = heads[place] or (_author(line), "", False)
    if sum(head is not None for head in heads) < _LEAST_SIGNED:
        _add_bare_names(lines, heads)
    below = _heads_stand_below(lines, heads)
    found = [Signature()] * len(lines)
    comments: list[_Comment] = []
    current = _Comment()
    for place, line in enumerate(lines):
        head = heads[place]
        if head is None and _is_control(line) and lines.count(line) == 1:
            comments.append(current)
            current = _Comment()
            continue
        if head is None and heads_section(line.lower()):
            if current.places and not (_is_notice(line) and lines.count(line) == 1):
                current.places.append(place)
            elif current.places and not below:
                # "Leave a reply", "Comments are closed": the last comment has ended.
                # What is repeated is a button under each comment.
                comments.append(current)
                current = _Comment()
            continue
        if head is None:
            current.places.append(place)
            current.has_text |= not COMMENT_ACTION.found_in(line.lower())
            continue
        author, date, dated = head
        if below and author:
            current.author, current.date = author, date or current.date
            current.places.append(place)
            comments.append(current)
            current = _Comment()
        elif not author and current.author and not current.dated:
            current.date, current.dated = date, True
            current.places.append(place)
            if current.has_text and _is_footer(line):
                comments.append(current)
                current = _Comment()
        elif author and current.dated and not current.author and not current.has_text:
            current.author = author
            current.places.append(place)
        else:
            comments.append(current)
            current = _Comment(author, date, dated, False, [place])
    comments.append(current)
    _drop_places(comments)
    for comment in comments:
        for place in comment.places:
            found[place] = Signature(comment.author, comment.date)
    return found


def _add_bare_names(lines: Sequence[str], heads: list[tuple[str, str, bool] | None]) -> None:
    """Take names that stand alone over each comment, without date or button, for its head."""
    bare = [
        len(line.split()) <= _LONGEST_BARE_NAME
        and (line[-1].isalnum() or _INITIAL.search(line) is not None)
        for line in lines
    ]
    names = [
        place
        for place in range(len(lines) - 1)
        if bare[place]
        and len(lines[place + 1].split()) > _LONGEST_BARE_NAME
        and not heads_section(lines[place].lower())
        and not COMMENT_ACTION.found_in(lines[place].lower())
    ]
    if len(names) >= _LEAST_BARE:
        for place in names:
            heads[place] = (_author(lines[place]), "", False)


def _drop_places(comments: Sequence[_Comment]) -> None:
    """Leave of "Bob, Brackwell" the name, where the site prints most readers' places so."""
    signed = [comment for comment in comments if comment.author]
    placed = [comment for comment in signed if _NAME_AND_PLACE.match(comment.author)]
    if len({comment.author for comment in placed}) < _LEAST_SIGNED or 2 * len(placed) < len(signed):
        return
    for comment in placed:
        comment.author = comment.author.split(",")[0]


def is_signed_below(line: str) -> bool:
    """A name behind a dash, as readers' letters and some comments end: "- Dave P, Leeds"."""
    return len(line) <= _LONGEST_HEAD and _SIGNED_BELOW.match(line) is not None


def is_rank(line: str) -> bool:
    """Whether a line says what a forum calls a member, or when one joined: "Senior Member"."""
    return len(line) <= _LONGEST_HEAD and _RANK.search(line) is not None


def _is_notice(line: str) -> bool:
    return len(line.split()) <= _LONGEST_NOTICE and not line.endswith("?")


def _is_control(line: str) -> bool:
    """Whether a line is what the section offers its readers, and no word of one of them."""
    return (
        len(line.split()) <= _LONGEST_NOTICE
        and line[-1] not in ".!?"
        and SECTION_CONTROL.found_in(line.lower())
    )


def _head(line: str, lines: Sequence[str], place: int) -> tuple[str, str, bool] | None:
    """(author, ISO date, is dated) if the line is the head of a comment."""
    if len(line) > _LONGEST_HEAD:
        return None
    lower = line.lower()
    if _QUOTES.match(line) or _RANK.search(line):
        return None
    if heads_section(lower) or COMMENT_ACTION.found_in(lower) or lower in _GLUED_BUTTONS:
        return None
    rest, date, dated = without_dates(line)
    says = SAYS.match(lower)
    posted = POSTED_BY.match(lower)
    if _is_footer(line):
        return "", date, True
    if not dated and not posted and not (says and _ONLY_SAYS.match(lower[says.end() :])):
        return _named(line, lines, place)
    author = _author(rest)
    if len(author.split()) > 6:
        return None
    return author, date, dated


def _named(line: str, lines: Sequence[str], place: int) -> tuple[str, str, bool] | None:
    """A name alone on its line is a head where a date follows, or a comment just ended."""
    words = line.split(_BESIDE_NAME)[0].split()
    stopped = line[-1] in ".!?…:" and (not _INITIAL.search(line) or line.endswith(" I."))
    if len(words) > 5 or stopped or not any(map(str.isalpha, line)):
        return None
    if any(kind.found_in(line.lower()) for kind in _NO_NAMES):
        return None
    after = lines[place + 1] if place + 1 < len(lines) else ""
    if after and _is_control(after):
        return None
    if len(after) < 60 and (_date_alone(after) or _RANK.search(after)):
        return _author(line), "", False
    before = lines[place - 1].lower() if place else "comments"
    numbered = _NUMBER.match(line) is not None and len(words) > 1
    ended = COMMENT_ACTION.found_in(before) or heads_section(before) or _is_footer(before)
    if after and (ended or numbered):
        author = _author(line)
        return (author, "", False) if author else None
    return None


def _is_footer(line: str) -> bool:
    """The buttons under a comment, with its date: "Like · Reply · 3 March 2012"."""
    rest, _, dated = without_dates(line)
    return dated and COMMENT_ACTION.found_in(rest.lower())


def _date_alone(line: str) -> bool:
    rest, _, dated = without_dates(line)
    return dated and sum(any(map(str.isalpha, word)) for word in rest.split()) <= 1


def _author(rest: str) -> str:
    name = _NUMBER.sub("", rest.strip().split(_BESIDE_NAME)[0])
    name = _TO_ANOTHER.sub("", _POINTS.sub("", name))
    name = _LEAD.sub("", name.strip(_EDGES))
    name = _VERB.sub("", name.strip(_EDGES))
    for _ in range(2):
        name = _LEAD.sub("", _JOINTS.sub("", name.strip(_EDGES)).strip(_EDGES))
    name = _FULL_STOP.sub("", name).strip(_EDGES)
    if name.count("(") > name.count(")"):
        name += ")"
    return name if any(map(str.isalpha, name)) else ""


def _heads_stand_below(lines: Sequence[str], heads: Sequence[object | None]) -> bool:
    """Whether the section begins with a text and ends with a head."""
    spoken = [
        place
        for place, line in enumerate(lines)
        if any(map(str.isalpha, line))
        and not heads_section(line.lower()[:200])
        and not COMMENT_ACTION.found_in(line.lower()[:200])
        and not _is_control(line)
    ]
    return bool(spoken) and heads[spoken[0]] is None and heads[spoken[-1]] is not None
