"""When a statement was made, and whether it was said or thought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.dating.long_past import (
    goes_on_with,
    is_of_the_past,
    is_told_in_speech,
    is_told_to_investigators,
)
from pipeline.annotate.dating.occasions import carry_times
from pipeline.annotate.dating.old_scenes import is_of_old_scene
from pipeline.annotate.dating.saying_time import stated_time
from pipeline.annotate.dating.scenes import read_scenes
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.the_dead import is_dead, read_dead
from pipeline.annotate.dating.time_values import ANY_DAY, FIRST_OF_NO_YEAR
from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.quotations.act import act_of, speaks_itself
from pipeline.annotate.text.cue_words import DAYS
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.sentence_bounds import sentence_bounds
from pipeline.records import Act, Quotation, SaidOn, Span

_DECADE = re.compile(r"\d0s$")


@Language.factory("whosaid_when")
def make_when(nlp: Language, name: str) -> When:
    """The factory that `nlp.add_pipe("whosaid_when")` calls."""
    return When(name)


class When:
    """Sets `said_on` and `act` of each of `doc._.quotations`.

    Reads `doc._.published` and `doc._.title_end`, the speakers of the quotations where
    they are resolved, and the Doc's sentence starts where it has them. Needs no model.
    """

    def __init__(self, name: str = "whosaid_when") -> None:
        self.name = name
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        quotations, text = doc._.quotations, doc_words(doc).text
        dates = self.predict(doc)
        doc._.quotations = tuple(
            replace(quotation, said_on=said_on, act=_act(quotation, text))
            for quotation, said_on in zip(quotations, dates, strict=True)
        )
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Annotates a stream of Docs, each on its own."""
        for doc in stream:
            yield self(doc)

    def predict(self, doc: Doc) -> list[SaidOn]:
        """When each of the Doc's quotations was said; writes nothing to the Doc."""
        return when_said(
            _without_named_days(doc),
            doc._.quotations,
            doc._.published,
            title_end=doc._.title_end,
            sentences=sentence_bounds(doc) if doc._.quotations else (),
        )


def _without_named_days(doc: Doc) -> str:
    """The text, with the days in persons' names made unreadable: `Sunday Okpara` dates nothing."""
    text = doc_words(doc).text
    pieces, end = [], 0
    for token in (token for person in doc.ents if person.label_ == "PERSON" for token in person):
        if token.lower_ in DAYS:
            pieces += [text[end : token.idx], "X" + "x" * (len(token) - 1)]
            end = token.idx + len(token)
    return "".join([*pieces, text[end:]])


def when_said(
    text: str,
    quotations: Sequence[Quotation],
    published: str,
    *,
    title_end: int = 0,
    sentences: Sequence[Span],
) -> list[SaidOn]:
    """When each statement of an article was made.

    `published` is an ISO date, full, partial or "". Without it, a weekday stays
    unresolved: `date` is empty, `text` has the words, carried on like any date.
    """
    if not quotations:
        return []
    around = Surroundings(text, quotations, published or ANY_DAY, sentences)
    anchors = around.anchors()
    stated = []
    dated: set[int] = set()
    for quotation in quotations:
        marks = quotation.cue or quotation.source or quotation.content
        sentence = around.sentence_of(marks[0][0]) if marks else 0
        by_another = is_told_in_speech(quotation, quotations, text)
        outer = quotations[quotation.nested_in or 0]
        # "At a meeting in May, according to the minutes, Orrin said so": in May.
        told_in = outer if by_another and outer.speaker.type != "document" else None
        stated.append(stated_time(quotation, around, anchors[sentence], told_in))
        if stated[-1].date:
            dated.add(sentence)
    dates = carry_times(quotations, stated, read_scenes(around, anchors, dated), around, title_end)
    fallback = SaidOn(date=published, basis="published") if published else SaidOn()
    dead = read_dead(text)
    found = []
    examined: Quotation | None = None
    for quotation, said_on in zip(quotations, dates, strict=True):
        if is_told_to_investigators(quotation, text):
            examined = quotation
        if is_told_in_speech(quotation, quotations, text):
            # “They told me so,” said Orrin on Monday: not on Monday.
            telling = dates[quotation.nested_in or 0]
            own = said_on.basis == "stated" or said_on.date != telling.date
            found.append(said_on if own else SaidOn())
        elif said_on.basis:
            found.append(said_on)
        else:
            past = (
                is_of_the_past(quotation, around)
                or is_of_old_scene(quotation, around)
                or is_dead(quotation, dead)
                or goes_on_with(quotation, examined, text)
            )
            found.append(SaidOn() if past else fallback)
    found = [_without_decade(said_on) for said_on in found]
    return found if published else [_without_any_day(said_on) for said_on in found]


def _without_decade(said_on: SaidOn) -> SaidOn:
    """Of a decade no year is told: `in the early 1990s` keeps its words alone."""
    if not _DECADE.search(said_on.text):
        return said_on
    return replace(said_on, date="") if said_on.basis == "stated" else SaidOn()


def _without_any_day(said_on: SaidOn) -> SaidOn:
    """A time as it is known where the day of publication is not: `on Monday`, but no date. What
    counts from `ANY_DAY` is far ahead of all years, also `500 years ago`."""
    return replace(said_on, date="") if said_on.date > FIRST_OF_NO_YEAR else said_on


def _act(quotation: Quotation, text: str) -> Act:
    cue, content, source = (
        " ".join(text[start:end] for start, end in spans)
        for spans in (quotation.cue, quotation.content, quotation.source)
    )
    act = act_of(cue, content, source)
    if act == "thought" and speaks_itself(text, quotation.cue, quotation.content):
        return "said"
    return act
