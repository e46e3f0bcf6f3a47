"""The time at which what an article tells plays, sentence by sentence.

A sentence that opens with a time, or tells of a meeting, a hearing or a speech at one,
sets the scene for what is said next.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from pipeline.annotate.dating.saying_time import (
    AHEAD,
    I_MET,
    LINK,
    OCCASION,
    closes_what_is_ahead,
    dates_something_else,
    with_preposition,
)
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import DAY_KINDS, TimeExpression
from pipeline.annotate.dating.time_values import not_after
from pipeline.records import SaidOn

_OPENINGS = 4
"""Expressions of a sentence that may tell when it plays."""
_LONGEST_SCENE = 3
"""Paragraphs over which a scene goes on."""
_YEAR = len("2020")
_MEETING = re.compile(
    r"\b(?:met|meeting|gathered|convened|voted|filed|hearing|testif(?:ied|ying)|rall(?:y|ied)|debated?"
    r"|interview(?:ed)?|briefing|news conference|court papers|legal papers|speech|addressed"
    r"|(?:[Cc]ourt|jury|panel|committee|council) (?:has )?(?:heard|was told)"
    r"|by (?:[\w’'-]+ ){0,4}(?:[Cc]ouncil|[Cc]ouncillors|[Cc]ommittee|[Bb]oard|planners)"
    r"|assembled|packed|filled|(?:was|were) (?:asked|pressed|questioned|quizzed|grilled)"
    r"|hit back|spoke out|paid tribute|broke (?:his|her|their) silence"
    r"|appeared (?:before|in|at)|town hall|forum|inquest|trial|tribunal|inquiry|hustings|vigil)\b"
)
_OF_ONE = re.compile(
    r"\b(?:interview(?:ed)?|briefing|(?:news|press) conference|speech|deposition|affidavit|hit back"
    r"|spoke out"
    r"|paid tribute|broke (?:his|her|their) silence)\b"
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_FORMAL = re.compile(
    r"\b(?:meeting|hearing|inquest|trial|tribunal|inquiry|court|parliament|debate|hustings|session"
    r"|by (?:[\w’'-]+ ){0,4}(?:council|councillors|committee|board|planners)"
    r"|(?:council|councillors|committee|commission|board|planners) (?:[a-z]{2,12} )?voted)\b",
    re.IGNORECASE,
)


_FILED = re.compile(r"\b(?:filed|sued|(?:court|legal) papers|lawsuit)\b.*", re.DOTALL)
"""What tells of no hearing though it names a court: `Orrin |filed a suit in the county court|`."""
_OPENS_OCCASION = re.compile(
    rf"(?:(?:Speaking|Testifying|Appearing) )?(?:in|at|during) [^,.;:!?“”\"]*?\b{OCCASION}\b"
    r"[^,.;:!?“”\"]*$",
    re.IGNORECASE,
)
_ON_A_DAY_OF = re.compile(
    r"\W{0,2}(?:[Oo]n )?(?:[Tt]he|[Aa]n?|[Oo]ne) (?:[a-z]+,? ){0,3}"
    r"(?:morning|afternoon|evening|night|day|eve)"
    r"(?: of| in| at)?(?: the)?(?: start| end| middle| week)?(?: of)?(?: early| late)? $"
)
"""What opens a sentence up to the time that a day is of: `On the night of |May 3`, `One grey
morning in |March`."""
_IT_WAS = re.compile(r"It was (?:on |early on |late on )?$")
"""What opens a sentence that tells when what follows was: `It was |May 3|, and Orrin was ill.`"""
_LONGEST_OPENING = 10
_WORD = re.compile(r"[\w’'-]+")
_MEETING_BEFORE = re.compile(
    r"\b(?:at|during|in|into|for|before|to|[Aa]|[Tt]he|heard|told) (?:[\w’'-]+ ){0,5}?"
    r"(?:meeting|hearing|debate|inquest|trial|tribunal|inquiry|session|assembly|hustings|vigil"
    r"|[Cc]ourt)(?: (?:of|at|in|over) (?:[\w’'-]+ ){1,4}| )?(?:late |held )?(?:on )?$"
    r"|\b(?:[Cc]ourt|[Cc]ouncil|inquest|inquiry|tribunal|jury|hearing|committee|panel)"
    r" (?:has )?(?:heard|was told|were told|has been told) (?:late )?(?:on )?$"
    r"|\b(?:was|were) (?:asked|pressed|questioned|quizzed|grilled)"
    r"(?: [\w’'-]+){0,5} (?:late )?(?:on )?$"
    r"|\b(?:gathered|assembled|packed|filled) (?:[\w’'-]+ ){1,7}(?:late )?(?:on )?$"
    r"|\binterviewed (?:(?:about|by|on) (?:[\w’'-]+ ){1,5})?(?:late )?(?:on )?$"
    r"|\b(?:hit back|spoke out|paid tribute|broke (?:his|her|their) silence) (?:late )?(?:on )?$"
    r"|\b(?:[Cc]ouncil|[Cc]ommittee|[Cc]ommission|[Bb]oard|[Cc]ouncillors|[Ss]enate|[Pp]arliament)"
    r" (?:has |have )?(?:unanimously |narrowly )?voted (?:\d+-\d+ |unanimously )?(?:on )?$"
    r"|\b(?:approved|rejected|refused|backed|passed|agreed|adopted|thrown out|turned down) by"
    r" (?:[\w’'-]+ ){0,4}(?:[Cc]ouncil|[Cc]ouncillors|[Cc]ommittee|[Bb]oard|planners)"
    r" (?:late )?(?:on )?$"
)
_HEADING_END = re.compile(r"(?::| [—–-])\s")
_UNDATED = SaidOn()


@dataclass(frozen=True, slots=True)
class Scene:
    """The time at which what an article tells plays, at one of its sentences."""

    said_on: SaidOn = _UNDATED
    start: int = 0
    """Offset of the sentence that opens it."""
    goes_on: bool = False
    """Opened in an earlier paragraph."""
    lasts: bool = False
    """People meet or speak in it: more is told of it than what opens it."""
    formal: bool = False
    """A meeting, a hearing, …: what is told next was said at it, word for word or not."""
    headed: bool = False
    """Its time stands in front of its paragraph: `March 4: Orrin tells the crew …`."""
    of_one: bool = False
    """An interview, a briefing, a speech: what others are told to say was said elsewhere."""
    cast: frozenset[str] = frozenset()
    """Names, in small letters, in its sentence."""


def read_scenes(around: Surroundings, anchors: Sequence[str], dated: Set[int]) -> list[Scene]:
    """For each sentence, the time that opens it or an earlier sentence of its paragraph.

    `dated` are the sentences with a statement that is dated there. Where something is said
    or filed, or people meet, the paragraphs that follow go on with it, as long as they tell
    no other time.
    """
    scenes = []
    scene = Scene()
    left = end = section = 0
    for number, ((start, stop), anchor) in enumerate(zip(around.sentences, anchors, strict=True)):
        if section < (section := around.section_of(stop)):
            left = 0
        if "\n" in around.text[end:start]:
            # A hearing goes on though a month or a sentence of years is told, or what came before.
            goes_on = left and all(
                scene.formal
                and (
                    each.kind not in DAY_KINDS
                    or (
                        number not in dated
                        and "" < around.date_of(each, anchor) < scene.said_on.date
                    )
                )
                for each in around.expressions_in(start, stop)
            )
            scene = replace(scene, goes_on=True, headed=False) if goes_on else Scene()
            left = max(0, left - 1)
        end = stop
        for expression in around.expressions_in(start, stop)[:_OPENINGS]:
            opening = opening_time(expression, start, around, anchor)
            if opening:
                told = around.text[start:stop]
                scene = Scene(
                    opening,
                    start,
                    headed=_is_heading(expression, around.text),
                    lasts=_ON_A_DAY_OF.search(around.text[start : expression.start]) is not None,
                    formal=_FORMAL.search(_FILED.sub("", told)) is not None,
                    of_one=_OF_ONE.search(told) is not None,
                    cast=frozenset(name.lower() for name in _NAME.findall(told)),
                )
                left = 0
                break
        if scene.said_on.date and _MEETING.search(around.text, start, stop):
            left = _LONGEST_SCENE
            scene = replace(scene, lasts=True)
        scenes.append(scene)
        if len(scene.said_on.date) <= _YEAR:
            # Too long a time to go on: "In 1938, the mill burned. Orrin says …"
            scene = Scene()
    return scenes


def _is_heading(expression: TimeExpression, text: str) -> bool:
    return text[expression.start - 1 : expression.start] in ("", "\n") and (
        _HEADING_END.match(text, expression.end) is not None
    )


def opening_time(
    expression: TimeExpression, sentence_start: int, around: Surroundings, anchor: str
) -> SaidOn | None:
    """The time of a sentence that opens with an expression ("On Monday night, …"), or with
    the occasion that it dates ("At a rally on Monday, …")."""
    if expression.kind == "during" or _tells_of_years(expression, around):
        return None
    opening = around.text[sentence_start : expression.start]
    own = _ON_A_DAY_OF.sub("", LINK.sub("", opening))
    if expression.kind in DAY_KINDS:
        own = _IT_WAS.sub("", own)
    words = len(_WORD.findall(own))
    occasion = words <= _LONGEST_OPENING and _OPENS_OCCASION.match(opening)
    meeting = _sets_meeting(expression, opening, around)
    if words > 1 and not (occasion or meeting):
        return None
    if dates_something_else(expression, around.text):
        return None
    date = around.date_of(expression, anchor)
    if not date or not not_after(date, around.published):
        return None
    return SaidOn(date=date, text=with_preposition(expression, around.text), basis="stated")


def _sets_meeting(expression: TimeExpression, opening: str, around: Surroundings) -> bool:
    """Whether a sentence tells that people met at a time: `Residents spoke at a meeting on
    |Monday night`; nobody's statement, and nothing that is ahead."""
    if I_MET.search(opening) and expression.kind in DAY_KINDS | {"month", "relative", "ago"}:
        return not _is_told(expression, around)
    if expression.kind not in DAY_KINDS:
        return False
    if _is_told(expression, around):
        return False
    return _MEETING_BEFORE.search(opening) is not None and AHEAD.search(opening) is None


def _tells_of_years(expression: TimeExpression, around: Surroundings) -> bool:
    """Whether a year is of what somebody says: `|In 2014|, she said, |it leaked|`."""
    return expression.kind in ("year", "decade") and _is_told(expression, around)


def _is_told(expression: TimeExpression, around: Surroundings) -> bool:
    """Whether an expression is of what somebody says: `|On Monday|, he said, |it leaked|`."""
    contents = around.contents_of(expression.start)
    inside = any(start <= expression.start < end for start, end in contents)
    return inside or closes_what_is_ahead(expression, contents, around.text)
