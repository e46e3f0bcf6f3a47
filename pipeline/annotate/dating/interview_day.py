"""The day on which an interview in questions and answers was held, as its introduction or the
note below it tells: `We spoke on a grey afternoon in February.` All of its turns are of that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from pipeline.annotate.dating.saying_time import dates_something_else, with_preposition
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import DAY_KINDS
from pipeline.annotate.dating.time_values import not_after
from pipeline.annotate.quotations.bare_turns import asked_at
from pipeline.records import Quotation, SaidOn, Span

_LEAST_TURNS = 3
_WORD = re.compile(r"[\w’-]+")
_REACH = 120
"""Characters between what tells of the talk and its time."""
_KINDS = DAY_KINDS | {"month", "relative"}
_TALKED = r"spoke|talked|sat down|caught up|chatted|corresponded|connected"
_HELD = (
    rf"\b(?:(?:I|[Ww]e) (?:(?!first\b)\w+ )?(?:{_TALKED}|met|interviewed|reached)"
    rf"|(?:{_TALKED}) (?:with|to) (?:me\b|us\b|(?P<who>[A-Z][^,.;:!?\n]{{0,40}}?))"
    r"|interviewed (?:her|him|them|[A-Z][\w.’'-]+)"
    r"|(?:interview|conversation|talk|discussion|exchange|Q&A)\b[^.;:!?]{0,40}?\b(?:took place"
    r"|happened|conducted|recorded|held|taped))\b"
)
"""`Vesna |spoke with us`; one who is named must take part in the interview."""
_TOLD_BEHIND = re.compile(rf"{_HELD}(?P<rest>[^.;:!?“”\"\n]{{0,{_REACH}}})$")
"""What stands in front of the time of a talk: `We spoke for two hours in |February`."""
_TOLD_IN_FRONT = re.compile(rf",? (?P<rest>[^.;:!?“”\"\n]{{0,40}}?){_HELD}")
"""What stands behind it, where it opens the sentence: `Last week|, I spoke with Vesna`."""
_CLAUSE = re.compile(r"\b(?:who|whose|which|that|after|before|since|until|when|where)\b")


def interview_turns(
    quotations: Sequence[Quotation], around: Surroundings, title_end: int
) -> list[int]:
    """Indexes of the questions and answers of an interview, or of a transcript."""
    asked = asked_at(around.text, title_end)
    found = [
        index
        for index, each in enumerate(quotations)
        if each.nested_in is None
        and (
            "".join(around.text[a:b] for a, b in each.cue).strip() == ":"
            or (not each.cue and not each.source and each.content[0][0] in asked)
        )
    ]
    return found if len(found) >= _LEAST_TURNS else []


def interview_day(
    quotations: Sequence[Quotation], turns: Sequence[int], around: Surroundings
) -> SaidOn:
    """The day of these turns: the last that is told in front of them, else the first behind; an
    empty SaidOn if none."""
    if not turns or around.section_of(len(around.text)):
        return SaidOn()
    marks = [span for at in turns for span in (*quotations[at].source, *quotations[at].content)]
    first, last = min(start for start, _ in marks), max(end for _, end in marks)
    names = {word for at in turns for word in quotations[at].speaker.name.split()[-1:]}
    told = [*_days_told((0, first), names, around)][-1:]
    told = told or [*_days_told((last, len(around.text)), names, around)]
    return told[0] if told else SaidOn()


def _days_told(part: Span, names: Set[str], around: Surroundings) -> Iterator[SaidOn]:
    """The times at which a part of an article tells that a talk with some of these was held."""
    text = around.text
    for expression in around.expressions_in(*part):
        sentence, end = around.sentences[around.sentence_of(expression.start)]
        quoted = any(a <= expression.start < b for a, b in around.contents_of(expression.start))
        if expression.kind not in _KINDS or quoted or dates_something_else(expression, text):
            continue
        opens = not text[sentence : expression.start].strip(" OonIi")
        held = _TOLD_BEHIND.search(text, sentence, expression.start) or (
            _TOLD_IN_FRONT.match(text, expression.end, end) if opens else None
        )
        if held is None or _CLAUSE.search(held["rest"]):
            continue
        if held["who"] and names.isdisjoint(_WORD.findall(text, held.start("who"), end)):
            continue
        date = around.date_of(expression, "")
        if date and not_after(date, around.published):
            yield SaidOn(date, with_preposition(expression, text), "carried")
