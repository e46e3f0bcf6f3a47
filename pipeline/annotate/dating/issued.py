"""Documents told to have been sent, filed or published on a day, and rulings given on one.

`The city sent a letter Thursday. It says …; Orrin said in the letter that …`: what is quoted
from the letter was said on the day on which it was sent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate.dating.documents import A_DOCUMENT, RULING, STATEMENT, kinds_of_documents
from pipeline.annotate.dating.saying_time import (
    AHEAD,
    dates_something_else,
    with_preposition,
)
from pipeline.annotate.dating.statement_context import Statement
from pipeline.annotate.dating.surroundings import Surroundings
from pipeline.annotate.dating.time_expressions import DAY_KINDS, TimeExpression
from pipeline.annotate.dating.time_values import not_after
from pipeline.records import SaidOn

_DAY = len("2020-01-06")
_ISSUED = (
    r"(?:sent|filed|released|published|issued|unveiled|submitted|posted|wrote|delivered|emailed"
    r"|circulated|leaked|lodged|made public|handed down|put out|sent out|signed)"
)
_SENDS = re.compile(
    rf"\b{_ISSUED} (?:[\w’'-]+ ){{0,4}}?(?:an?|its|his|her|their|the|this) (?:[\w’'-]+,? ){{0,5}}?"
    rf"{A_DOCUMENT.pattern}",
    re.IGNORECASE,
)
"""`sent the council a stern letter`"""
_SENT = re.compile(
    rf"{A_DOCUMENT.pattern}(?:,? [\w’'-]+){{0,8}}?,? (?:{_ISSUED}|dated)\b", re.IGNORECASE
)
"""`a report on tides released`, `the letter, which was sent`"""
_RULERS = r"\b(?:court|judges?|justices|tribunal|magistrates?)\b(?: [\w’'-]+){0,6}?"
_RULED = r"(?:ruled|upheld|struck down|overturned|rejected|dismissed|blocked|reversed)\b"
_RULES = re.compile(rf"{_RULERS} {_RULED}", re.IGNORECASE)
_RULES_THEN = re.compile(rf"{_RULERS},? (?:late |early )?(?:on )?\0,? {_RULED}", re.IGNORECASE)
"""`A court on |Tuesday| overturned`, the day written as a null."""
_SENDS_THEN = re.compile(rf"(?<=[\w,] )(?:on )?\0,? {_SENDS.pattern}", re.IGNORECASE)
"""`The port on |Tuesday| released a report`"""
_OWNED = re.compile(r"\b(?:its|his|her|their|the|[Aa]n?|['’]s) $")
_OF_A_DAY = re.compile(rf"['’]?s? (?:[\w’'-]+ ){{0,2}}?{A_DOCUMENT.pattern}", re.IGNORECASE)
"""What stands around the day of a document: `aimed their |Friday| editorial at Orrin`."""
_COURT = re.compile(r"\b(?:court|judges?|justices?|tribunal|magistrates?)\b", re.IGNORECASE)
_PERSONS = frozenset(("author", "authors", "researcher", "researchers"))
_BEHIND = re.compile(r"(?:,? [\w.’'-]+){0,9},? $|^ ?$")
"""What stands between the act and its day, or nothing."""
_LONGEST_SENTENCE = 1500
"""Characters; what is longer is no sentence but a table."""
_FARTHEST_OF_YEAR = 3
_NEXT = 2
"""The same where somebody `wrote`, which tells of no document."""
_FARTHEST = 15
"""Sentences behind one that tells of a document in which it is quoted."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A document with the day on which it was issued."""

    said_on: SaidOn
    sentence: int
    kinds: frozenset[int]


def read_issued(around: Surroundings) -> list[Issued]:
    """The documents and rulings that sentences of an article tell to be of some day."""
    found = []
    for number, (start, end) in enumerate(around.sentences):
        if end - start > _LONGEST_SENTENCE:
            continue
        for expression in around.expressions_in(start, end):
            kinds = _kinds_issued(expression, start, end, around)
            said_on = _of_the_day(expression, around) if kinds else None
            if said_on:
                found.append(Issued(said_on, number, kinds))
                break
    return found


def _of_the_day(expression: TimeExpression, around: Surroundings) -> SaidOn | None:
    """What is of the day of an expression; None where that is no day up to publication."""
    date = around.date_of(expression, "")
    whole = len(date) == _DAY or expression.kind == "year"
    if not whole or not not_after(date, around.published):
        return None
    words = with_preposition(expression, around.text)
    return SaidOn(date=date, text=words, basis="carried")


def quoted_from(
    statement: Statement, issued: Sequence[Issued], around: Surroundings
) -> Issued | None:
    """The document told of before that a statement is quoted from; None if it is from none."""
    kinds = statement.of_document | statement.in_document
    written = statement.written and not (statement.new_occasion or statement.introduced)
    if statement.timed or not (kinds or statement.of_it or written):
        return None
    for document in reversed(issued):
        start, end = around.sentences[document.sentence]
        behind = statement.sentence - document.sentence
        if behind <= 0:
            continue
        if behind > _FARTHEST or around.section_of(start) < statement.section:
            return None
        next_to = behind == 1 and "\n" not in around.text[end : statement.at]
        if len(document.said_on.date) < _DAY and (
            behind > _FARTHEST_OF_YEAR or statement.by_person or kinds != document.kinds
        ):
            # "Orrin, an author of the 2011 report, said so" today.
            continue
        if document.kinds & kinds or (next_to and statement.of_it):
            return document
        if written and behind <= _NEXT:
            return document
    return None


def _kinds_issued(
    expression: TimeExpression, start: int, end: int, around: Surroundings
) -> frozenset[int]:
    """The kinds of the documents that a sentence tells to be of the day of an expression."""
    if expression.kind not in DAY_KINDS | {"year"}:
        return frozenset()
    own = _OF_A_DAY.match(around.text, expression.end)
    if own and _OWNED.search(around.text, start, expression.start):
        kinds = _kinds_of(own[0], around.text[start:end]) - STATEMENT
        return kinds - RULING if expression.kind == "year" else kinds
    if expression.kind == "year" or dates_something_else(expression, around.text):
        return frozenset()
    told = [span for span in around.contents_of(start) if span[0] <= expression.start < span[1]]
    opens = len(around.text[start : expression.start].split()) <= 1
    part = around.text[expression.end : end] if opens else around.text[start : expression.start]
    if told or AHEAD.search(part):
        return frozenset()
    if (ruled := _RULES.search(part)) and (opens or _BEHIND.fullmatch(part, ruled.end())):
        return RULING
    between = "" if opens else f"{part}\0{around.text[expression.end : end]}"
    if _RULES_THEN.search(between):
        return RULING
    for pattern in (_SENDS, _SENT):
        act = pattern.search(part)
        if act and (opens or _BEHIND.fullmatch(part, act.end())):
            return _kinds_of(act[0], around.text[start:end])
    act = _SENDS_THEN.search(between)
    return _kinds_of(act[0], around.text[start:end]) if act else frozenset()


def _kinds_of(act: str, sentence: str) -> frozenset[int]:
    """The kinds of the document that is issued; no person, and no ruling but a court's."""
    named = " ".join(word for word in act.split() if word.lower() not in _PERSONS)
    kinds = kinds_of_documents(named)
    return kinds if _COURT.search(sentence) else kinds - RULING
