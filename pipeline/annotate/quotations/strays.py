"""Pieces that the network joined to a statement and that are no part of it, or left out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import PERSON_NOUNS, words
from pipeline.annotate.text.marks import DOUBLE_MARKS, quoted_spans
from pipeline.records import Quotation
from pipeline.records import Span as Offsets

_TO_COLON = re.compile(r"\s*(?:(?:\w+ ){0,2}\w+)?:?\s*")
"""A hearer and a colon, or nothing: `he told |the court:| “…”`."""
_INTRODUCED = re.compile(
    r"((?:An?|Another|One) (?:[\w’'-]+ ){0,2}?([a-z]+))(?= (?:who|from|put|[a-z]+ed)\b)"
    r"|(The (?:[\w’'-]+ )?([a-z]+))(?= (?:did|was|shook|rose|grew|[a-z]+ed)\b)"
)
"""Who speaks next, where a paragraph begins with somebody else: `A sailor who asked not to be`,
`The judge did not smile`."""
_SINGLE_MARKS = frozenset("'‘’")
_MARKS = DOUBLE_MARKS | _SINGLE_MARKS
_WHOLE = 0.6
"""Of a sentence's words, those that a piece holds at least to be the sentence."""
_LONGEST_OPENING = 4
"""Words before the name in `Her husband, Ron, shook his head.`"""
_ANSWERING = re.compile(r"\b(?:answer|replie|reply|respond|retort|shot back|snapped back)")
_LONGEST_WORD = 20
"""Letters of a word in front of a piece."""
_MET_WITH = words("applause boos cheers groans jeers laughter silence")
"""How words are met: `said, |to laughter that went on|`."""
_TELLS = words("said says told tells")
_JOINING = words("and but or so still yet then also however meanwhile")
_SUBHEADING = 8
"""Words of a subheading in single marks."""
_TOPICAL = words("about of on over at upon regarding concerning")
_IN_REFERENCE = words("to with referencing seeing seeking")
"""What else stands in front of a topic: `in reference to |the remarks|`."""


def with_speech_beside(text: str, quotations: Sequence[Quotation]) -> list[Quotation]:
    """Give an attribution the speech it directly follows, `“It rains,” |she said|.`, where the
    network read none of that and gave the attribution what stands in a paragraph below."""
    by_edge = {
        min(q.source[0][0], q.cue[0][0]): number
        for number, q in enumerate(quotations)
        if q.source and q.cue and not text[slice(*_between(q))].strip()
    }
    held = sorted(span for q in quotations for span in q.content)
    found = list(quotations)
    for quoted in quoted_spans(text):
        behind = quoted.end + len(" ")
        if quoted.depth > 1 or text[quoted.inner_end - 1] not in ",?!" or behind not in by_edge:
            continue
        number = by_edge[behind]
        told = found[number].content
        below = told[0][0] > behind and "\n" in text[behind : told[0][0]]
        if below and not any(start < quoted.end and quoted.start < end for start, end in held):
            whole = ((quoted.start, quoted.end), *told)
            found[number] = replace(found[number], content=whole)
    return found


def _between(quotation: Quotation) -> Offsets:
    """What stands between a source and its cue, in whichever order."""
    first, last = sorted((quotation.source[0], quotation.cue[0]))
    return first[1], last[0]


def without_strays(doc: Doc, quotation: Quotation) -> Quotation:
    """A statement without unquoted strays: a few words of another sentence than the cue's;
    where a colon introduces a quotation, what stood before the one who is quoted; and where
    a quotation stands before its cue, what it is said of, and a subheading below."""
    if len(quotation.content) < 2 or not quotation.cue:
        return quotation
    text = doc_words(doc).text
    cue_start, cue_end = quotation.cue[0]
    cue = doc.char_span(cue_start, cue_end, alignment_mode="expand")
    if cue is None:
        return quotation
    introduced = any(
        start >= cue_end
        and _TO_COLON.fullmatch(text, cue_end, start)
        and text[cue_start:start].rstrip().endswith(":")
        and _is_quoted(text, (start, end))
        for start, end in quotation.content
    )

    answers = _ANSWERING.search(text, cue_start, cue_end) is not None
    first = quotation.content[0][0]
    quoted_first = not DOUBLE_MARKS.isdisjoint(text[max(0, first - 1) : first + 1])

    quoted_before = [
        start
        for start, end in quotation.content
        if end <= cue_start and not DOUBLE_MARKS.isdisjoint(text[max(0, start - 1) : start + 1])
    ]

    def is_stray(piece: Offsets) -> bool:
        span = doc.char_span(*piece, alignment_mode="expand")
        opened = not DOUBLE_MARKS.isdisjoint(text[max(0, piece[0] - 1) : piece[0] + 1])
        if answers and "\n" in text[piece[1] : cue_start]:
            # |“Do your job!”| / “I do,” Ada answered.
            return True
        if not opened and any("\n" in text[piece[1] : start] for start in quoted_before):
            # |It was a wet day.| / “It rains,” Ada said.
            return True
        if quoted_before and _is_subheading(text, piece):
            return True
        if span is None or _is_quoted(text, piece):
            return False
        if span.sent.start == cue.sent.start:
            # “It rains,” Ada said of |the weather|.
            return bool(quoted_before) and piece[0] >= cue_end and _is_topic(text, piece)
        if introduced and piece[1] <= cue_start:
            return True
        if piece[0] > cue_end and quoted_first:
            # “It rains,” Ada said. |She wants to go home.|
            return True
        # It |rained all night|. Ada said that it was cold.
        return len(span) < _WHOLE * len(span.sent) or _begins_inside(quotation, span)

    kept = tuple(piece for piece in quotation.content if not is_stray(piece))
    return replace(quotation, content=kept) if kept else quotation


def _begins_inside(quotation: Quotation, span: Span) -> bool:
    """Whether a piece leaves out how its sentence begins, but for a conjunction or a verb that
    tells it, and no other piece of the statement stands there; in PolNeAR none of twelve such is
    part of it."""
    first = span.sent.start_char
    front = [token for token in span.doc[span.sent.start : span.start] if token.is_alpha]
    if not front or (len(front) == 1 and front[0].lower_ in _JOINING):
        return False
    if front[-1].nbor().text != "," and any(token.lower_ in _TELLS for token in front):
        return False
    return not any(first <= start < span.start_char for start, _ in quotation.content)


def _is_topic(text: str, piece: Offsets) -> bool:
    """Whether words are what a quotation is said of, `said of |the weather|`, `said |about it|`,
    who hears it, `told a man |who asked|`, or how it is met, `said, |to cheers|`; in PolNeAR five
    of six are no part of it."""
    start, end = piece
    before = text[max(0, start - _LONGEST_WORD) : start].split()[-1:]
    inside = text[start:end].split()
    met = inside[0] in ("to", "amid") and not _MET_WITH.isdisjoint(inside[1:3])
    if met or not (_TOPICAL | _IN_REFERENCE).isdisjoint(before):
        return True
    return inside[0] in _TOPICAL | {"who"}


def _is_subheading(text: str, piece: Offsets) -> bool:
    """Whether a few words in single marks are a paragraph of their own: `'All bets are off.'`"""
    start, end = piece
    start -= text[start - 1] in _SINGLE_MARKS
    end += text[end : end + 1] in _SINGLE_MARKS
    alone = text[:start].endswith("\n") and text[end : end + 1] in ("", "\n")
    return alone and text[start] in _SINGLE_MARKS and len(text[start:end].split()) <= _SUBHEADING


def parted_by_beats(doc: Doc, quotation: Quotation) -> tuple[Quotation, ...]:
    """A statement, and as statements of their own the quotations before which the article
    turns to somebody else: “…,” said Ada. Her son, Carl, shrugged. “…”

    In PolNeAR no statement goes on behind such a sentence.
    """
    if len(quotation.content) < 2 or not quotation.cue:
        return (quotation,)
    text = doc_words(doc).text
    own: list[Offsets] = [quotation.content[0]]
    parted: list[Quotation] = []
    for piece in quotation.content[1:]:
        subject = None
        if _is_quoted(text, piece) and not parted and piece[0] > quotation.cue[0][1]:
            subject = _subject_of_beat(doc, text, quotation, own[-1][1], piece[0])
        asked = parted and text[parted[-1].content[-1][1] - 2] == "?"
        if asked and "\n" in text[parted[-1].content[-1][1] : piece[0]]:
            # “…?” asks the other one, and in the next paragraph who spoke before answers.
            own.append(piece)
        elif subject:
            parted.append(
                Quotation(content=(piece,), source=(subject,), confidence=quotation.confidence / 2)
            )
        elif parted:
            parted[-1] = replace(parted[-1], content=(*parted[-1].content, piece))
        else:
            own.append(piece)
    return (replace(quotation, content=tuple(own)), *parted)


def _subject_of_beat(
    doc: Doc, text: str, quotation: Quotation, left: int, right: int
) -> Offsets | None:
    """The other person whom the unquoted sentence right before a quotation begins with, if it
    is a sentence without the statement's own source and cue."""
    gap = doc.char_span(left, right, alignment_mode="contract")
    if gap is None:
        return None
    starts = [token.i for token in gap if token.is_sent_start and token.is_title]
    if not starts:
        return None
    beat = doc[starts[-1] : gap.end]
    above = text[left : beat.start_char].rstrip(" ")
    if "\n" in above and not above.endswith("\n"):
        return None
    held = [*quotation.source, *quotation.cue]
    if any(beat.start_char <= start < beat.end_char for start, _ in held):
        return None
    source = {word for start, end in quotation.source for word in text[start:end].split()}
    if "\n" in text[left:right] and (introduced := _INTRODUCED.match(text, beat.start_char)):
        who = 1 if introduced[1] else 3
        noun = introduced[who + 1]
        return introduced.span(who) if noun in PERSON_NOUNS and noun not in source else None
    for entity in beat.ents:
        if entity.label_ == "PERSON" and entity.start - beat.start <= _LONGEST_OPENING:
            known = not source.isdisjoint(entity.text.split())
            return None if known else (entity.start_char, entity.end_char)
    return None


def _is_quoted(text: str, piece: Offsets) -> bool:
    return not _MARKS.isdisjoint(text[max(0, piece[0] - 1) : piece[1] + 1])
