"""When a statement was made, and whether it was said or thought."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.annotate.act import act_of
from pipeline.annotate.doc_words import doc_words
from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.long_past import is_of_the_past
from pipeline.annotate.occasions import Scene, carry_times
from pipeline.annotate.saying_time import opening_time, stated_time
from pipeline.annotate.sentence_bounds import sentence_bounds
from pipeline.annotate.surroundings import Surroundings
from pipeline.records import Act, Quotation, SaidOn, Span

_DAYS = frozenset(("weekday", "deictic", "calendar"))
_OPENINGS = 4
"""Expressions of a sentence that may tell when it plays."""
_LONGEST_SCENE = 3
"""Paragraphs over which a scene goes on."""
_YEAR = len("2020")
_MEETING = re.compile(
    r"\b(?:met|meeting|gathered|convened|filed|hearing|testif(?:ied|ying)|rall(?:y|ied)|debated?"
    r"|interview(?:ed)?|briefing|news conference|court papers|legal papers|speech|addressed"
    r"|(?:[Cc]ourt|jury|panel|committee|council) (?:has )?(?:heard|was told)"
    r"|assembled|packed|filled|hit back|spoke out|broke (?:his|her|their) silence"
    r"|appeared (?:before|in|at)|town hall|inquest|trial|tribunal|inquiry|hustings|vigil)\b"
)
_FORMAL = re.compile(
    r"\b(?:meeting|hearing|inquest|trial|tribunal|inquiry|court|parliament|debate|hustings|session)\b",
    re.IGNORECASE,
)


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
            doc_words(doc).text,
            doc._.quotations,
            doc._.published,
            title_end=doc._.title_end,
            sentences=sentence_bounds(doc) if doc._.quotations else (),
        )


def when_said(
    text: str,
    quotations: Sequence[Quotation],
    published: str,
    *,
    title_end: int = 0,
    sentences: Sequence[Span] = (),
) -> list[SaidOn]:
    """When each statement of an article was made.

    `published` is an ISO date, full, partial or "". Without it, a weekday stays
    unresolved: `date` is empty, `text` has the words.
    """
    if not quotations:
        return []
    around = Surroundings(text, quotations, published, sentences)
    anchors = around.anchors()
    stated = []
    for quotation in quotations:
        marks = quotation.cue or quotation.source or quotation.content
        sentence = around.sentence_of(marks[0][0]) if marks else 0
        stated.append(stated_time(quotation, around, anchors[sentence] if anchors else ""))
    dates = carry_times(quotations, stated, _scenes(around, anchors), around, title_end)
    fallback = SaidOn(date=published, basis="published") if published else SaidOn()
    return [
        said_on if said_on.basis else SaidOn() if is_of_the_past(quotation, around) else fallback
        for quotation, said_on in zip(quotations, dates, strict=True)
    ]


def _scenes(around: Surroundings, anchors: Sequence[str]) -> list[Scene]:
    """For each sentence, the time that opens it or an earlier sentence of its paragraph.

    Where something is said or filed, or people meet, the paragraphs that follow go on with
    it, as long as they tell no other time.
    """
    scenes = []
    scene = Scene()
    left = 0
    at = 0
    end = 0
    for (start, stop), anchor in zip(around.sentences, anchors, strict=True):
        if "\n" in around.text[end:start]:
            told = around.expressions_in(start, stop)
            # A hearing goes on though a month or a sentence of years is told.
            goes_on = left and all(scene.formal and each.kind not in _DAYS for each in told)
            scene = replace(scene, goes_on=True) if goes_on else Scene()
            left = max(0, left - 1)
        end = stop
        while at < len(around.expressions) and around.expressions[at].start < start:
            at += 1
        for expression in around.expressions[at : at + _OPENINGS]:
            opening = opening_time(expression, start, around, anchor)
            if opening and expression.start < stop:
                formal = _FORMAL.search(around.text, start, stop) is not None
                scene = Scene(opening, start, formal=formal)
                break
        if scene.said_on.date and _MEETING.search(around.text, start, stop):
            left = _LONGEST_SCENE
        scenes.append(scene)
        if len(scene.said_on.date) <= _YEAR:
            # Too long a time to go on: "In 1938, the mill burned. Orrin says …"
            scene = Scene()
    return scenes


def _act(quotation: Quotation, text: str) -> Act:
    cue, content, source = (
        " ".join(text[start:end] for start, end in spans)
        for spans in (quotation.cue, quotation.content, quotation.source)
    )
    return act_of(cue, content, source)
