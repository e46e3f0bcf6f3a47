"""What somebody thought or was told in a paragraph that tells of an earlier month or year.

`In 2009 the mill burned. The crew feared for their pay`: not on the day of publication. What
somebody `said` may be of today all the same.
"""

from __future__ import annotations

import re

from pipeline.annotate.dating.saying_time import dates_something_else
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import TimeExpression
from pipeline.records import Quotation

_NARRATED = re.compile(
    r"(?:(?:\w+ly|also|then|later|first|never|still|only|instead|once) )*"
    r"(?!said\b|added\b|need\b|recalled\b)(?:told|thought|felt|knew|saw|found|was|were|did|had|put|wrote|swore"
    r"|took|held|became|[a-z-]{2,20}ed)\b",
    re.IGNORECASE,
)
"""Cues in the tense of what is told of: `the crew |feared|`, `Orrin |was told|`."""
_SPEAKS_FOR_OTHERS = re.compile(r"\bspokes(?:man|woman|person|people)\b", re.IGNORECASE)
_TO_THE_PRESS = re.compile(
    r"\btold\s+(?:the\s+)?"
    r"(?:[A-Z]|reporters|journalists|(?:me|us|this (?:news)?paper|viewers|listeners)\b)"
)
"""Whom one tells what is news."""
_KEPT_SILENT = re.compile(
    r"(?:also |later )?declined (?:(?:to|all|any|further|requests?|an?|for|be|\w+ly) )*"
    r"(?:comment|speak|say|answer|discuss|elaborate|respond|interview)"
)
"""Said to whoever asks today."""
_LONGEST_NAME = 20
"""Characters behind a cue that tell to whom."""
_NEXT = re.compile(r"\b(?:next|following)\b")
_OF_A_RELATIVE = re.compile(
    r"\b(?:who|whose|whom|which|that)\b[^.;—–]*$"
    r"|[A-Z][\w’'-]+, (?:(?:re-?)?elected|born|appointed|hired|promoted|chosen|jailed|retired"
    r"|raised|educated|trained|married|widowed|injured|wounded)\b[^,.;—–]*$"
)
"""What stands before a time that is only of whom it tells: `Orrin, |elected last May|, said`."""


def is_of_old_scene(quotation: Quotation, around: Surroundings) -> bool:
    """Whether what somebody thought, asked or was told, but never `said`, comes behind a time of
    an earlier month in its paragraph: `In 2009 the mill burned. The crew feared for their pay.`"""
    text, published = around.text, around.published
    if not quotation.cue or len(published) < len("2020-01"):
        return False
    start, end = quotation.cue[0][0], quotation.cue[-1][1]
    cue = text[start:end]
    to_press = _TO_THE_PRESS.search(text, start, end + _LONGEST_NAME) or any(
        _SPEAKS_FOR_OTHERS.search(text, *span) for span in quotation.source
    )
    if to_press or not _NARRATED.match(cue) or _KEPT_SILENT.match(text, start):
        return False
    told = [
        each
        for each in around.expressions_in(text.rfind("\n", 0, start) + 1, start)
        if not any(a <= each.start < b for a, b in around.contents_of(each.start))
    ]
    if told and told[-1].kind == "recent" and _NEXT.search(told[-1].text):
        # "Over the next two years, Orrin claimed so."
        return True
    return bool(told) and all(_is_of_earlier_month(each, around) for each in told)


def _is_of_earlier_month(expression: TimeExpression, around: Surroundings) -> bool:
    """Whether the author tells of a time of an earlier month, or year, than publication; not of
    whom a relative clause speaks of: `Orrin, who built it in 2009, called it a wreck`."""
    sentence, _ = around.sentences[around.sentence_of(expression.start)]
    aside = _OF_A_RELATIVE.search(around.text, sentence, expression.start)
    if aside or dates_something_else(expression, around.text):
        return False
    date = around.date_of(expression, "")
    known = min(len(date), len("2020-01"))
    return bool(date) and date[:known] < around.published[:known]
