"""People's decisions on an article, applied to what the model found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from pipeline.corrections.corrections_file import Correction
from pipeline.corrections.evidence import locate, overlap
from pipeline.corrections.naming import named
from pipeline.records import (
    Act,
    AnnotatedArticle,
    Kind,
    Quotation,
    SaidOn,
    SaidOnBasis,
    Span,
    SpeakerType,
)

LEAST_OVERLAP = 0.5
"""Of two stretches, so that a decision on the one holds for the other (Jaccard's index)."""
_OVERLAP_OF_ADDED = 0.8
"""The same for a quotation that was added: it may stand inside one that was found."""

MARKS = {
    "accept": "accepted",
    "speaker_type": "speaker",
    "undone": "",
}
"""How the column `corrected` tells a decision, where not by its own name."""
_VOUCHED = frozenset({"accepted", "speaker", "extent", "added"})
"""Marks of a row whose speaker and words a person answers for."""


@dataclass(frozen=True, slots=True)
class CorrectedArticle:
    """An article as people left it."""

    annotated: AnnotatedArticle
    marks: tuple[tuple[str, ...], ...] = ()
    """For each quotation, what was decided about it: `speaker`, `accepted`, `added`, …"""
    found_confidence: tuple[float | None, ...] = ()
    """For each quotation, the model's own confidence; None where the model did not find it."""
    names_speaker: tuple[bool, ...] = ()
    """For each quotation, whether a person said who its speaker is."""
    unfit: tuple[tuple[Correction, str], ...] = ()
    """Decisions that no longer fit the article, and why."""

    @property
    def corrected(self) -> list[str]:
        """The cells of the column `corrected`."""
        return ["; ".join(marks) for marks in self.marks]


@dataclass(eq=False, slots=True)
class _Statement:
    """A quotation while decisions are applied to it."""

    quotation: Quotation
    parent: _Statement | None = None
    marks: list[str] = field(default_factory=list)
    names_speaker: bool = False
    removed: bool = False
    confidence: float | None = None
    """The model's own."""
    moved: bool = False
    """Whether it is new or its extent changed, so that what it stands in is to be found."""


def apply_corrections(
    annotated: AnnotatedArticle, corrections: Sequence[Correction]
) -> CorrectedArticle:
    """Apply decisions on one article, in the order they were made; a later one wins.

    A decision is about words. It falls to the quotation with these words, or else to the
    one that shares most of them with it; where the model no longer finds any, a quotation
    that a person decided to keep is put back.
    """
    review = _Review(annotated)
    corrections, idle = without_undone(corrections)
    unfit = [(correction, "There is nothing before it to undo.") for correction in idle]
    for correction in corrections:
        reason = review.apply(correction)
        if reason:
            unfit.append((correction, reason))
    return review.result(unfit)


def without_undone(
    corrections: Sequence[Correction],
) -> tuple[list[Correction], list[Correction]]:
    """The decisions that stand, and those that undo nothing.

    `undone` takes back the latest decision on the same words whose kind its `was` names.
    """
    standing: list[Correction] = []
    idle = []
    for correction in corrections:
        if correction.what != "undone":
            standing.append(correction)
            continue
        for at in range(len(standing) - 1, -1, -1):
            if undoes(correction, standing[at]):
                del standing[at]
                break
        else:
            idle.append(correction)
    return standing, idle


def undoes(undone: Correction, decided: Correction) -> bool:
    return (
        decided.what == undone.was
        and decided.quote == undone.quote
        and decided.value == undone.value
        and bool(decided.article_id == undone.article_id or decided.source == undone.source)
    )


class _Review:
    """The statements of one article and how a decision changes them."""

    def __init__(self, annotated: AnnotatedArticle) -> None:
        self._annotated = annotated
        self._text = annotated.article.text
        self._statements = [
            _Statement(quotation, confidence=quotation.confidence)
            for quotation in annotated.quotations
        ]
        for statement in self._statements:
            inside = statement.quotation.nested_in
            statement.parent = None if inside is None else self._statements[inside]

    def apply(self, correction: Correction) -> str:
        """Apply one decision; return why it does not fit, or nothing."""
        content = locate(self._text, correction.quote, correction.pieces)
        new = content
        if correction.what == "extent":
            near = correction.value_pieces or correction.pieces
            new = locate(self._text, correction.value, near)
        if not content and not (correction.what == "extent" and new):
            return "Its words are not or no longer in the article."
        if not new:
            return "The words that the quotation should have are not in the article."
        least = _OVERLAP_OF_ADDED if correction.what == "added" else LEAST_OVERLAP
        statement = self._at(content, 1.0) or self._at(new, 1.0)
        statement = statement or self._at(content, least) or self._at(new, least)
        if correction.what == "not_a_quotation":
            if statement:
                statement.removed = True
            return ""
        if statement is None:
            statement = self._put_back(correction, new)
        if statement.removed:
            statement.removed = False
            statement.marks.clear()
        self._decide(statement, correction, new)
        return ""

    def result(self, unfit: Sequence[tuple[Correction, str]]) -> CorrectedArticle:
        kept = [statement for statement in self._statements if not statement.removed]
        for statement in kept:
            if statement.moved or (statement.parent and statement.parent.moved):
                statement.parent = _around(statement, kept)
        kept.sort(key=lambda s: (s.quotation.content[0][0], -s.quotation.content[-1][1]))
        places = {id(statement): place for place, statement in enumerate(kept)}
        quotations = tuple(
            replace(
                statement.quotation,
                nested_in=_place_of_parent(statement, places),
                confidence=1.0
                if _VOUCHED.intersection(statement.marks)
                else statement.quotation.confidence,
            )
            for statement in kept
        )
        return CorrectedArticle(
            replace(self._annotated, quotations=quotations),
            tuple(tuple(dict.fromkeys(statement.marks)) for statement in kept),
            tuple(statement.confidence for statement in kept),
            tuple(statement.names_speaker for statement in kept),
            tuple(unfit),
        )

    def _at(self, content: tuple[Span, ...], least: float) -> _Statement | None:
        """The statement that shares most of this content, and no less than `least` of it."""
        best, best_overlap = None, 0.0
        for statement in sorted(self._statements, key=lambda s: s.removed):
            shared = overlap(content, statement.quotation.content)
            if shared > best_overlap:
                best, best_overlap = statement, shared
        return best if best_overlap >= least else None

    def _put_back(self, correction: Correction, content: tuple[Span, ...]) -> _Statement:
        published = self._annotated.article.metadata.published
        said_on = SaidOn(published, "", "published" if published else "")
        statement = _Statement(Quotation(content, said_on=said_on), moved=True)
        self._set_kind(statement)
        if correction.speaker:
            statement.quotation = named(self._annotated, statement.quotation, correction.speaker)
        statement.marks.append("added")
        self._statements.append(statement)
        return statement

    def _decide(
        self, statement: _Statement, correction: Correction, content: tuple[Span, ...]
    ) -> None:
        value, quotation = correction.value, statement.quotation
        mark = MARKS.get(correction.what, correction.what)
        if correction.what in ("accept", "added", "extent") and quotation.content != content:
            quotation = replace(quotation, content=content)
            statement.moved = True
        if correction.what in ("accept", "added"):
            if correction.speaker and correction.speaker != quotation.speaker.name:
                quotation = named(self._annotated, quotation, correction.speaker)
        elif correction.what == "speaker":
            quotation = named(self._annotated, quotation, value)
        elif correction.what == "speaker_type":
            speaker = replace(quotation.speaker, type=cast(SpeakerType, value))
            quotation = replace(quotation, speaker=speaker)
        elif correction.what == "kind":
            quotation = replace(quotation, kind=cast(Kind, value))
        elif correction.what == "act":
            quotation = replace(quotation, act=cast(Act, value))
        elif correction.what == "said_on":
            quotation = replace(quotation, said_on=self._said_on(quotation, value))
        statement.quotation = quotation
        if correction.what == "speaker" or (correction.what == "added" and correction.speaker):
            statement.names_speaker = True
        if correction.what == "extent" and "kind" not in statement.marks:
            self._set_kind(statement)
        statement.marks.append(mark)

    def _set_kind(self, statement: _Statement) -> None:
        from pipeline.annotate.quotations.kind import kind_of
        from pipeline.annotate.text.marks import quoted_spans

        quotation = statement.quotation
        kind = kind_of(self._text, quotation.content, quoted_spans(self._text))
        statement.quotation = replace(quotation, kind=kind)

    def _said_on(self, quotation: Quotation, date: str) -> SaidOn:
        text = quotation.said_on.text
        basis: SaidOnBasis = quotation.said_on.basis if text and date else ""
        if not basis and date and date == self._annotated.article.metadata.published:
            basis = "published"
        return SaidOn(date, text, basis)


def _around(statement: _Statement, others: Sequence[_Statement]) -> _Statement | None:
    """The innermost other statement that this one stands inside."""
    start, end = statement.quotation.content[0][0], statement.quotation.content[-1][1]
    around = [
        (piece_end - piece_start, other)
        for other in others
        if other is not statement
        for piece_start, piece_end in other.quotation.content
        if piece_start <= start and end <= piece_end and piece_end - piece_start > end - start
    ]
    return min(around, key=lambda found: found[0])[1] if around else None


def _place_of_parent(statement: _Statement, places: dict[int, int]) -> int | None:
    """Where the statement that this one stands inside is; beyond one that was removed."""
    parent = statement.parent
    while parent is not None and id(parent) not in places:
        parent = parent.parent
    return None if parent is None else places[id(parent)]
