"""Finding the words of a text that name a time: "on Monday", "in a 2005 interview".

Each kind of expression has one pattern here and one rule in `time_values`, which
says what date it stands for. The patterns repeat nothing that could match in two
ways, so that finding is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.annotate.dating.feasts import FEAST, FEAST_HEADS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
NUMBERS = {
    **{"a": 1, "an": 1, "a couple of": 2, "a couple": 2, "a dozen": 12},
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13},
    **{"fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18},
    **{"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50},
}
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NUMBERS |= {
    f"{ten}-{one}": NUMBERS[ten] + NUMBERS[one]
    for ten in ("twenty", "thirty", "forty", "fifty")
    for one in _ONES
}
VAGUE_NUMBERS = ("a few", "several", "many", "some", "few")

DAY_KINDS = frozenset(("weekday", "deictic", "calendar", "feast", "iso", "numeric"))
"""Kinds of expressions that name a day."""

_NAMES_OF_PERSONS = frozenset(("march", "april", "may", "june", "august"))
"""Months that are also names or common words: as a month only after a preposition."""

_WEEKDAY = "|".join(
    f"{form}"
    for name in WEEKDAYS
    for form in (name.title(), name.upper())
) + r"|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\."  # fmt: skip
_WEEKDAY_SHORT = rf"(?:{_WEEKDAY}|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)"
"""As it stands in front of a date: `Tue 5 Nov`."""
_WEEKDAY += r"|(?<=[oO]n\ )(?:Tues?|Weds?|Thu(?:rs?)?|Fri)\b"
_MONTH = "|".join(
    f"{form}" for name in MONTHS for form in (name.title(), name.upper())
) + r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"  # fmt: skip
_PART = r"(?:morning|afternoon|arvo|evening|night|midday|noon|lunchtime)"
UNIT = r"(?:minute|hour|day|night|morning|week|weekend|fortnight|month|quarter|year|decade)"
_PERIOD = r"(?:week|weekend|month|quarter|year|decade|spring|summer|fall|autumn|winter|season)"
NUMBER = (
    r"(?:a\ couple(?:\ of)?|a\ dozen|a\ few|an?|few|several|many|some|\d{1,3}(?:,\d{3})*|"
    + "|".join(sorted((n for n in NUMBERS if " " not in n and n not in ("a", "an")), reverse=True))
    + ")"
)
_YEAR = r"(?:1[0-9]|20)\d\d"
_WHICH_YEAR = r"(?:(?:\ of)?\ (?:last|this|next|that|the\ (?:same|following|previous))\ year)"
_OF_YEAR = rf"(?:\ ?,?\ {_YEAR}(?!\d)|{_WHICH_YEAR})?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_OF_MONTH = r"(?:the\ )?(?:first|second|third|last|final)\ (?:\w+\ )?(?:weeks?|weekend|days?)\ of\ "
_BEFORE_MONTH = r"(?:in|since|by|until|till|of|last|this|next|early|mid|late|from|during|that)"


def _any_of(beginnings: Iterable[str]) -> str:
    """A pattern for any of some words in small letters, written small or large: letter by
    letter, so that it is told by the first few that a word is none of them."""
    rests: dict[str, list[str]] = {}
    for word in beginnings:
        rests.setdefault(word[0], []).append(word[1:])
    branches = (
        f"[{letter}{letter.upper()}]" + ("" if "" in rest else _any_of(rest))
        for letter, rest in rests.items()
    )
    return f"(?:{'|'.join(branches)})"


_BEGINNINGS = (
    *(name[:3] for name in (*WEEKDAYS, *MONTHS)),
    *(number for number in (*NUMBERS, *VAGUE_NUMBERS) if number.isalpha() and len(number) > 2),
    *("minute hour day night morning week month quarter year decade".split()),
    *("spring summer fall autumn winter early earlier late later mid".split()),
    *("this that then last next past recent previous following coming".split()),
    *("today tonight tomorrow yesterday overnight fortnight".split()),
    *("first second third fourth eighteenth nineteenth twentieth".split()),
    *("to-day to-night to-morrow afterward".split()),
    *("a ", "an ", "the ", "on ", "and a half ", "at the time"),
    *FEAST_HEADS,
)
_MAY_BEGIN = rf"""(?=[\d’'(]|{_any_of(_BEGINNINGS)})
    (?![oO][nN]\ [a-z]|[tT]he\ [^cdflmnpswyCDFLMNPSWY\d’'])"""
"""How all expressions begin: most words are passed over by this alone."""

_PATTERN = re.compile(
    rf"""
    (?<![\w$£€#.]){_MAY_BEGIN}(?:
      (?P<iso>\d{{4}}-\d\d-\d\d(?!\d))
    | (?P<feast>(?:(?i:this\ past|this|last|next|the)\ )?{FEAST}
        (?:(?:,|,?\ (?:in|of))?\ {_YEAR}(?!\d)|{_WHICH_YEAR})?)
    | (?P<numeric>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\d/])|\d{{4}}/\d\d/\d\d(?![\d/])
        |\d{{1,2}}(?:\.\d{{1,2}}\.|-(?:\d{{1,2}}|{_MONTH})-)\d{{4}}(?!\d))
    | (?P<calendar>
        (?:(?i:(?:(?:earlier|later|early|late)\ )?(?:on\ )?)
          {_WEEKDAY_SHORT},?\ (?:(?i:{_PART}),?\ )?\(?)?
        (?:(?:{_MONTH})\ (?:the\ )?{_DAY}(?:st|nd|rd|th)?(?!\d)(?!,\d{{3}}){_OF_YEAR}
          |(?:the\ )?{_DAY}(?:st|nd|rd|th)?\ (?:day\ )?(?:of\ )?(?:{_MONTH}){_OF_YEAR}
          |(?:(?i:early|late)\ |(?i:mid)-)?(?:{_MONTH})(?:\ ?,|\ of)?\ {_YEAR}(?!\d)))
    | (?P<weekday>(?i:(?:a\ week\ (?:ago|last)\ )?(?:(?:earlier|later|early|late)\ )?
        (?:(?:on|this\ past|this\ coming|this|last|next|that|the\ following|the\ previous)\ )?)
        (?:{_WEEKDAY})(?:\ (?i:{_PART}))?(?:\ (?:of\ )?(?:last|this)\ week|\ before\ last)?)
    | (?P<deictic>(?i:(?:(?:earlier|later|early|late)\ )?
        (?:(?:the\ )?day\ before\ yesterday
          |(?:to-?day|yesterday|to-?morrow)(?:\ {_PART})?|to-?night
          |(?:this|last)\ (?:morning|afternoon|arvo|evening|night)|overnight)))
    | (?P<ago>(?i:(?:(?:{NUMBER})\ )?(?:and\ a\ half\ )?{UNIT}s?\ (?:and\ a\ half\ )?
        (?:ago|earlier|later|before|prior|after|on(?=,))))
    | (?P<recent>(?i:(?:recent|past|
          (?:the\ )?(?:last|past|next|coming|previous|following)\ {NUMBER})
        \ (?:days|weeks|months|years))(?!\ of\ (?:{_MONTH})))
    | (?P<anniversary>(?i:this\ (?:day|date|week|month)\ in)\ {_YEAR}(?!\d))
    | (?P<relative>(?i:the\ (?:week|weekend|month|year)\ before\ last
        |(?:(?:earlier|later|late|early)\ )?
        (?:this\ past|this\ coming|this|last|next|the\ past|the\ last|the\ previous|the\ following
          |the\ next|the\ same|that\ same|that)\ (?:day|night|morning|afternoon|evening|{_PERIOD}))
        (?!\ of\ (?:{_MONTH})))
    | (?P<weekend>(?i:the\ weekend))
    | (?P<during>(?i:(?:earlier|later)\ in\ the\ (?:day|week|month|year)
        |(?:the\ )?day\ (?:before|after)|at\ the\ time
        |that(?:[’']s|\ was)\ when(?!(?:\ [\w.’'-]+){{1,4}}\ (?:says?|recalls?)\b)
        |then(?=[.:,]|\ that\b)|afterwards?))
    | (?P<month>(?i:(?:{_OF_MONTH}|(?:last|this|next|early|late|that)\ |mid-)?)
        (?:{_MONTH})(?![\w-]){_WHICH_YEAR}?)
    | (?P<season>(?i:(?:the\ )?(?:(?:early|late)\ )?(?:spring|summer|fall|autumn|winter
        |(?:first|second|third|fourth|last)\ (?:quarter|half))\ of)\ {_YEAR}(?!\d))
    | (?P<decade>(?i:(?:early|mid|late)[ -])?(?:the\ )?(?:(?:1[0-9]|20)\d0s|[’']\d0s))
    | (?P<century>(?i:(?:\d{{1,2}}(?:st|nd|rd|th)|twentieth|nineteenth|eighteenth)[ -]century))
    | (?P<year>(?:(?:year\ )?{_YEAR}|\d{{1,5}}(?=\ (?:BC|BCE)\b))(?:\ (?:BCE?|AD|CE)\b)?
        (?![\d%])(?![.,/:-]\d))
    | (?P<old_style>(?:the\ )?{_DAY}(?:st|[nr]?d|th)
        \ (?:(?:inst|ult)(?:ant\b|imo\b|\b\.?)|of\ (?:last|this)\ month))
    | (?P<ordinal>the\ (?:[12]?(?:1st|2nd|3rd)|(?:[12]?[04-9]|1[1-3]|30)th|31st)
        (?=[,.;:]|\s*(?:$|(?:and|or|but|that|when|while|he|she|they|it|we|at|in|to|by|with|after
          |before|for|as|said|told|saying|because)\b)))
    )(?![\w])
    """,
    re.VERBOSE,
)


_NEWSPAPER = re.compile(
    r" (?:Magazine|Times|Mail|Express|Telegraph|Mirror|Independent|Herald|Tribune|Standard|Sun|Star"
    r"|Business|Morning News|Night Live|Night Football|Review|Politics)\b"
)
"""What follows the day of "told Harbour Magazine", "Sunday Times"."""
_NAMED_DAY = re.compile(r"\b(?:Bloody|Giving|Throwback) $")
"""What stands in front of a day that is not the last one: `Bloody |Sunday`."""
_NAMED_AFTER_FEAST = re.compile(
    r" (?:[Aa]greement|[Aa]ccord|[Dd]eal|Rising|Island|Seals|Parade|Carol)\b"
)
"""What follows a holiday that only names something: `the Good Friday| Agreement`."""
_DATELINE = re.compile(r"\.?\s*(?:\([A-Za-z][\w ./]{1,30}\)\s*)?(?:[—–―]|--|-\s)")
"""What follows the date of "HARBOUR CITY, Oct. 4 (Wire) —", the place and day of writing."""

_LONGEST_SAYING = 48
_BEHIND_SAYING = frozenset(("then", "afterward", "afterwards"))
"""What dates a statement right behind its cue alone."""
_SAID_BEFORE = re.compile(
    r"\b(?:(?:said|wrote|tweeted|testified)(?: of (?:him|her|it|them))?"
    r"|told(?: (?!(?:by|since|until|till|back|just) )[\w.’'-]+){1,6}) $"
)
"""What stands in front of the `then` or `afterwards` that dates a statement:
`he told the Quay Herald |then`."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time."""

    start: int
    end: int
    kind: str
    """Name of the pattern: `weekday`, `calendar`, `ago`, …"""
    text: str
    """The words themselves, white space folded."""


def find_time_expressions(
    text: str, start: int = 0, end: int | None = None, *, datelines: bool = False
) -> list[TimeExpression]:
    """The time expressions of a text, or of a part of it, in their order.

    datelines: with the days of datelines, which date nothing by themselves, as `dateline`.
    """
    found = []
    for match in _PATTERN.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup or ""
        if (kind == "month" and not _is_month(text, match)) or _is_in_name(text, match):
            continue
        if kind == "calendar" and _is_of_dateline(text, match):
            if not datelines:
                continue
            kind = "dateline"
        if match[0].lower() in _BEHIND_SAYING and not _SAID_BEFORE.search(
            text, max(0, match.start() - _LONGEST_SAYING), match.start()
        ):
            continue
        found.append(TimeExpression(match.start(), match.end(), kind, " ".join(match[0].split())))
    return found


def _is_of_dateline(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    opens = "\n" in before or match.start() < 40
    return opens and _DATELINE.match(text, match.end()) is not None


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    """Whether the words are part of a name: `Harbour Today`."""
    if match.lastgroup == "weekday" and _NEWSPAPER.match(text, match.end()):
        return match[0][0].isupper()
    if match.lastgroup == "weekday":
        return bool(_NAMED_DAY.search(text, max(0, match.start() - 12), match.start()))
    if match.lastgroup == "feast":
        return _NAMED_AFTER_FEAST.match(text, match.end()) is not None
    if match.lastgroup not in ("deictic", "relative") or not match[0][0].isupper():
        return False
    before = text[max(0, match.start() - 2) : match.start()]
    return before[-1:] == " " and before[:1].isalnum()


def _is_month(text: str, match: re.Match[str]) -> bool:
    words = match[0].lower().split()
    if words[-1].rstrip(".") not in _NAMES_OF_PERSONS or len(words) > 1:
        return True
    before = text[max(0, match.start() - 20) : match.start()]
    if re.search(rf"(?i:\b{_BEFORE_MONTH}[ -])$", before):
        return True
    # "in a March email": of a person's name no noun follows.
    owned = re.search(r"\b(?:[Ii]n|[Aa]t|[Dd]uring) (?:an?|the|his|her|its|their) $", before)
    return owned is not None and re.match(r" [a-z]{3,}", text[match.end() :][:8]) is not None
