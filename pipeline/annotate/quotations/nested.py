"""Statements inside statements: one person quoting another.

The training corpus has one layer of attributions only, so the inner layer is found by
marks and words: an inner pair of marks with its source and verb beside it, or a clause
"X said that …" at the head of a sentence within the outer statement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate.quotations.speech_shape import is_title, word_count
from pipeline.annotate.text.clauses import (
    BE,
    Attributing,
    Token,
    following,
    hearer_end,
    is_adverb,
    is_cue,
    is_noun,
    leading_up,
    noun_phrase,
    sentences,
    subject,
    tokens,
)
from pipeline.annotate.text.cue_words import (
    BOUNDARIES,
    DAYS,
    FIRST_AND_SECOND,
    NAMING,
    OF_AND_ABOUT,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    THINKING,
    TRANSITIVE,
    words_of,
)
from pipeline.annotate.text.marks import SINGLE_MARKS, QuotedSpan
from pipeline.records import Span

_SUBJECT_REACH = 12
_OPENING = 2 * _SUBJECT_REACH
_COMPLEMENT_REACH = 8
_AFTER_THAT = words_of("same day week month year night evening morning")
_CLAUSAL = frozenset(("said", "says", "say")) | THINKING
_DESCRIBING = words_of("suspected alleged reported supposed accused believed")
_TELLING = words_of(
    "told tells tell assured assures informed informs warned warns advised reminded"
)
_ASKING = words_of("asked asks asking wondered wonders")
_OWNING = words_of("my our your")
_COORDINATED = re.compile(
    r"(?:(?:and|but|so|then|when|well),? )*(?P<who>I|he|she|they|we|you)\b(?![’'])"
    r"(?:(?!\b(?:who|that|which|I|he|she|they|we|you|it)\b)[^.!?;:]){2,120}? "
    r"and (?:then |just |even )?(?P<cue>said|says|asked|told (?:me|him|her|them|us)|went|goes),? ",
    re.IGNORECASE,
)
"""`|I| rang her and |said|, ‘…’`: the subject of the verb before is that of saying too."""
_QUESTIONING = words_of("if whether why what how when where who")


@dataclass(frozen=True, slots=True)
class Inner:
    """A statement found inside another."""

    content: tuple[Span, ...]
    source: Span
    cue: Span


def inner_statements(
    text: str, pieces: Sequence[Span], marks: Sequence[QuotedSpan], *, direct: bool
) -> list[Inner]:
    """The statements inside a statement, in order of their content.

    `pieces` is the outer statement's content, `marks` the quoted spans that touch it.
    In direct speech, and in a piece that quotation marks enclose, a clause "I think that …" is
    the speaker's own statement, and only verbs of saying with another subject count.
    """
    found: list[Inner] = []
    before: Span | None = None
    for start, end in pieces:
        body = _inside_outer_marks(start, end, marks)
        spoken = direct or body != (start, end)
        _marked_statements(text, marks, body, before, found, direct=spoken)
        for at, stop in sentences(text, *body):
            clause = _clause_statement(text, at, stop, direct=spoken)
            if clause and not any(_overlap(clause, inner) for inner in found):
                found.append(clause)
        before = body
    return sorted(found, key=lambda inner: inner.content[0])


def _inside_outer_marks(start: int, end: int, marks: Sequence[QuotedSpan]) -> Span:
    """A piece without the marks that enclose all of it."""
    for span in marks:
        if span.start <= start and end <= span.end and start <= span.inner_start:
            return max(start, span.inner_start), min(end, span.inner_end)
    return start, end


def _outermost(marks: Sequence[QuotedSpan], body: Span) -> list[QuotedSpan]:
    kept: list[QuotedSpan] = []
    for span in marks:
        if span.start < body[0] or span.end > body[1] + 1:
            continue
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _marked_statements(
    text: str,
    marks: Sequence[QuotedSpan],
    body: Span,
    before: Span | None,
    found: list[Inner],
    *,
    direct: bool,
) -> None:
    """Add the statements in inner marks of `body`; `before` is the piece in front of it."""
    outermost = _outermost(marks, body)
    for number, span in enumerate(outermost):
        floor = outermost[number - 1].end if number else body[0]
        ceiling = outermost[number + 1].start if number + 1 < len(outermost) else body[1]
        content = (span.start, min(span.end, body[1]))
        by = leading_up(text, floor, span.start)
        if by and not _leads_to(text, by, content[0]):
            by = None
        if by is None and text[span.start] in SINGLE_MARKS:
            by = _coordinated(text, floor, span.start)
        if by is None and before and not text[body[0] : span.start].strip():
            by = leading_up(text, *before)
        if by is None and word_count(text, *content) >= 2:
            by = following(text, span.end, ceiling)
        if by and not direct and text[slice(*by.source)].lower() in PRONOUNS:
            # "“…,” which he called “…”": the same speaker goes on.
            continue
        if by is None:
            # "his father: “Dad always said, ‘…’”": the statement is one pair deeper.
            within = [m for m in marks if span.inner_start <= m.start and m.end <= span.inner_end]
            inner_body = (span.inner_start, span.inner_end)
            _marked_statements(text, within, inner_body, None, found, direct=True)
        elif not is_title(text[span.inner_start : span.inner_end]):
            found.append(Inner((_with_object(text, by, content),), by.source, by.cue))


def _coordinated(text: str, floor: int, start: int) -> Attributing | None:
    """Who says what opens at `start`, where their verb is the second of the sentence."""
    before = sentences(text, floor, start)
    told = _COORDINATED.fullmatch(text, before[-1][0], start) if before else None
    return Attributing(told.span("who"), told.span("cue")) if told else None


def _leads_to(text: str, by: Attributing, mark: int) -> bool:
    """Whether the words between a verb and the mark it leads up to fit together."""
    if by.cue[0] > mark:
        return True
    verb = text[by.cue[0] : by.cue[1]].lower().split()[0]
    between = text[by.cue[1] : mark].strip()
    if verb in NAMING:
        return bool(between) or len(text[by.cue[0] : by.cue[1]].split()) > 1
    return not between or between[-1] in ",:" or between.split()[0] in ("that", "as")


def _with_object(text: str, by: Attributing, content: Span) -> Span:
    """The content with what stands between the verb and the marks: "her work “a …”"."""
    between = text[by.cue[1] : content[0]] if by.cue[1] <= content[0] else ""
    lead = between.lstrip()
    if not lead.strip(" ,:") or lead[0] in ",:" or lead.rstrip()[-1] in ",:":
        return content
    return content[0] - len(lead), content[1]


def _clause_statement(text: str, start: int, end: int, *, direct: bool) -> Inner | None:
    # Most sentences attribute nothing, which their beginning tells.
    words = tokens(text, start, end, _OPENING)
    lead = 0
    while lead < len(words) and words[lead].low in ("that", "and", "but"):
        lead += 1
    if len(words) - lead > 4 and [w.low for w in words[lead : lead + 2]] == ["according", "to"]:
        return _according(tokens(text, start, end), lead, text, end)
    for at in range(lead + 1, min(len(words) - 2, lead + _SUBJECT_REACH)):
        if is_cue(words, at):
            words = tokens(text, start, end)
            return _said_clause(text, words, lead, at, end, direct=direct)
        if not words[at].is_word and words[at].text != ",":
            return None
        if words[at].low in BOUNDARIES and words[at].low not in ("is", "was", "were", "are", "who"):
            return None
    return None


def _said_clause(
    text: str, words: list[Token], lead: int, verb: int, end: int, *, direct: bool
) -> Inner | None:
    source = subject(words, verb)
    if source is None or source[0] != words[lead].start or is_noun(words, lead, verb):
        return None
    first = words[lead].low.split("'")[0]
    if first in _OWNING and verb - lead > 1:
        # "My father told me": another than the speaker.
        first = words[lead + 1].low
    # "that he thinks", "I said": as a rule the speaker himself, and no other's statement.
    if first in FIRST_AND_SECOND or first == "it":
        return None
    if words[verb].low not in SAYING and (direct or first in PRONOUNS):
        return None
    describes = words[verb].low in _DESCRIBING and words[verb - 1].low.endswith("ing")
    if describes or _is_told(words, verb):
        # "operations involving suspected …", "one of us was informed that …"
        return None
    at = _complement(words, verb, direct=direct)
    if at is None or sum(word.is_word for word in words[at:]) < 3 - (words[at].low == "of"):
        return None
    cue_end = words[hearer_end(words, verb) - 1].end
    stop = _without_end_mark(text, words[at].start, end)
    return Inner(((words[at].start, stop),), source, (words[verb].start, cue_end))


def _is_told(words: list[Token], verb: int) -> bool:
    """Whether a verb is passive: its subject hears or is told, as in `the plan was announced`."""
    at = verb - 1
    while at > 0 and is_adverb(words[at]):
        at -= 1
    return words[at].low in BE and not words[verb].low.endswith("ing")


def _complement(words: list[Token], verb: int, *, direct: bool) -> int | None:
    """Index of the token at which what was said begins; None where it is not plain."""
    first = at = hearer_end(words, verb)
    tells = words[verb].low in _TELLING
    while at < len(words) and words[at].is_word and at - verb < _COMPLEMENT_REACH:
        low = words[at].low
        if low == "that" and (at + 1 == len(words) or words[at + 1].low not in _AFTER_THAT):
            leads = words[first].low in PREPOSITIONS or words[first].low in DAYS
            return at if tells or leads or at == first else None
        if low in BOUNDARIES or (low in SAYING and not low.endswith("ing")):
            break
        at += 1
    at = first
    while at < len(words) and (words[at].low in DAYS or words[at].low == "on"):
        at += 1
    if at >= len(words) or not words[at].is_word or words[at].low == "so":
        return None
    if words[verb].low in _ASKING and words[at].low in _QUESTIONING:
        return at
    if words[at].low in PREPOSITIONS:
        opens = words[verb].low in OF_AND_ABOUT and words[at].low in ("of", "about", "against")
        return at if opens and not direct else None
    if words[verb].low in _CLAUSAL or (tells and first > verb + 1 and words[at].low != "to"):
        return at
    return at if not direct and words[verb].low in TRANSITIVE and words[at].low != "to" else None


def _according(words: list[Token], at: int, text: str, end: int) -> Inner | None:
    source = noun_phrase(words, at + 2)
    if source is None:
        return None
    rest = next((i for i, word in enumerate(words) if word.start >= source[1]), len(words))
    if rest >= len(words) - 2 or words[rest].text != ",":
        return None
    cue = (words[at].start, words[at + 1].end)
    content = (words[rest + 1].start, _without_end_mark(text, words[rest + 1].start, end))
    return Inner((content,), source, cue)


def _without_end_mark(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    return end


def _overlap(one: Inner, other: Inner) -> bool:
    return any(a < d and c < b for a, b in one.content for c, d in other.content) or (
        one.cue[0] < other.cue[1] and other.cue[0] < one.cue[1]
    )
