"""Letters and statements set as blocks, without quotation marks.

A sentence introduces them ("Here is the letter:", "The statement reads:") and they end
with a sign-off, a signature, or where the article's own voice returns. Nothing else
tells them from the article, so only blocks that speak in the first or second person,
or that have the form of a letter, are taken; and the paragraph below one that ends with
who says it and a colon: `She told reporters:`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.annotate.text.clauses import Attributing, leading_up, sentences
from pipeline.annotate.text.cue_words import FIRST_AND_SECOND, SAYING, lowered
from pipeline.annotate.text.lexicon import PERSON_NOUNS
from pipeline.annotate.text.marks import DOUBLE_MARKS
from pipeline.records import Span

_DOCUMENT = (
    r"(?:letter|statement|e-?mail|memo(?:randum)?|note|message|text|announcement|notice|reply"
    r"|response|apology|post|tweet|press release|communiqué|communique|declaration|resignation)"
)
_DETERMINER = r"(?:the|an?|its|his|her|their|this|that|my|our|following)"
_NO_LINK = r"(?!(?:of|from|to|in|that|with|is|was|the)\b)"
_MENTION = re.compile(
    rf"\b(?:{_DETERMINER}\s+(?:{_NO_LINK}[\w’'.\-]+\s+){{0,3}}?|[\w.\-]+[’']s\s+)?"
    rf"{_DOCUMENT}\b(?!-)",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"\b(?:reads?|says?|said|states?|stated|wrote|writes|follow(?:s|ing)?|below|in full|verbatim"
    r"|here(?:’s|'s| is| are| it is)|this is|posted|issued|released|sent|published|tweeted)\b",
    re.IGNORECASE,
)
_WRITES = re.compile(r"\b(?:wrote|writes|posts|posted|tweets|tweeted|said in a \w+)\b[^.]{0,60}:$")
_TO_WHOM = re.compile(
    r"(?:(?<=told) (?:(?!it\b|he\b|she\b|they\b|that\b|of\b)[\w’'&.-]+ ?){1,5})?"
    r"(?:,? (?:in|on|at|to|during|after|of|via|from) [^,:]{1,60})?:"
)
"""Whom somebody tells something, and where: `told |the BBC on Monday:|`."""
_SALUTATION = re.compile(
    r"(?:Dear\b[^.!?:,]{1,60}[,:]|(?:Sirs?|Madam|Dear All|To whom it may concern"
    r"|(?:My )?(?:Fellow|Dear) [A-Z]?\w+)[,:])"
)
_SIGN_OFF = re.compile(
    r"(?:Yours\b[\w ]{0,20}|(?:Very |Most )?(?:Respectfully|Sincerely|Faithfully)(?: yours)?"
    r"|(?:With )?(?:Best|Kind|Kindest|Warm|Warmest)? ?(?:Regards|Wishes)|In solidarity|Signed|Best"
    r"|With (?:all my |deep |deepest |much |great |sincere )?(?:love|gratitude|thanks|respect|hope"
    r"|appreciation|affection)|Warmly|Cordially|Gratefully|Thank you|God bless(?: you)?"
    r"|All (?:the best|my love))"
    r"\s*[,.:]?",
    re.IGNORECASE,
)
_NAME_LINE = re.compile(r"[—–-]?\s*(?:(?!The\b)[A-Z][\w.’'\-]*,?\s+){1,5}[A-Z][\w.’'\-]*\.?")
_WORD = re.compile(r"[^\W\d_]+")
_MOST_PARAGRAPHS = 40
_AUTHOR_REACH = 1500
_SAYER_REACH = 7
_MOST_HEAD_LINES = 8


@dataclass(frozen=True, slots=True)
class BlockQuotation:
    """A letter or statement without marks: one piece a paragraph."""

    pieces: tuple[Span, ...]
    source: tuple[Span, ...]
    """The signer where named, else who says it, else the document that introduces the block."""
    cue: tuple[Span, ...]
    """The verb of who says it: `In a statement, the council |said|:`."""
    introduction: Span
    """The sentence that introduces it."""


def block_quotations(text: str, paragraphs: Sequence[Span]) -> list[BlockQuotation]:
    """All block quotations of a text; `paragraphs` are its non-empty lines."""
    found: list[BlockQuotation] = []
    after = 0
    for number, (start, end) in enumerate(paragraphs[:-1]):
        if number < after or text[end - 1] not in ":.":
            continue
        introduction = _introduction(text, start, end)
        if introduction is None:
            continue
        following = paragraphs[number + 1 : number + 1 + _MOST_PARAGRAPHS]
        block = (
            _letter(text, following)
            or _statement(text, introduction, following)
            or _told_below(text, introduction, following)
        )
        if block is None:
            continue
        pieces, signer, used = block
        by = _sayer(text, introduction)
        if (
            by
            and signer
            and text[slice(*by.source)].split()[-1] != text[slice(*signer)].split()[-1]
        ):
            # "The letter that the council received reads:" over the name of who wrote it.
            by = None
        source = signer or (by.source if by else _mention(text, introduction))
        cue = (by.cue,) if by else ()
        found.append(BlockQuotation(pieces, (source,) if source else (), cue, introduction))
        after = number + 1 + used
    return found


def _introduction(text: str, start: int, end: int) -> Span | None:
    last = sentences(text, start, end)[-1]
    words = text[last[0] : last[1]]
    if len(words) > 300 or any(mark in words for mark in DOUBLE_MARKS):
        return None
    if not words.endswith(":") and not re.search(r"\b(?:in full|below|as follows)\.$", words):
        return None
    introduces = _MENTION.search(words) and _INTRODUCES.search(words)
    return last if introduces or _WRITES.search(words) or _says(text, last) else None


def _says(text: str, introduction: Span) -> bool:
    """Whether a sentence ends with who says what stands below, `She told reporters:`, and not
    with what they say: `She noted the small crowd:`."""
    if text[introduction[1] - 1] != ":":
        return False
    by = leading_up(text, *introduction, reach=_SAYER_REACH)
    says = by is not None and text[slice(*by.cue)].lower().split()[0] in SAYING
    return by is not None and says and bool(_TO_WHOM.fullmatch(text, by.cue[1], introduction[1]))


def is_salutation(words: str) -> bool:
    """Whether words address the reader of a letter: `Sir`, `Dear colleagues`."""
    return _SALUTATION.fullmatch(words.rstrip(" ,:") + ",") is not None


_Block = tuple[tuple[Span, ...], Span | None, int]
"""Pieces, signer, number of paragraphs used."""


def _letter(text: str, paragraphs: Sequence[Span]) -> _Block | None:
    """From the salutation to the sign-off; without both it is no letter."""
    first = next(
        (i for i, (s, e) in enumerate(paragraphs[:_MOST_HEAD_LINES]) if _SALUTATION.match(text, s)),
        None,
    )
    if first is None or any(_is_prose(text, *p) for p in paragraphs[:first]):
        return None
    pieces: list[Span] = []
    for number, (start, end) in enumerate(paragraphs[first:], first):
        if _SIGN_OFF.fullmatch(text, start, end):
            signer, lines = _signer(text, paragraphs[number + 1 : number + 4])
            return tuple(pieces), signer, number + 1 + lines
        pieces.append((start, end))
    body = paragraphs[first + 1 :]
    block = _signed(text, body) or _own_voice(text, body, frozenset())
    if block is None:
        return None
    told, signer, used = block
    return (paragraphs[first], *told), signer, first + 1 + used


def _statement(text: str, introduction: Span, paragraphs: Sequence[Span]) -> _Block | None:
    """Paragraphs in the first or second person, up to a signature or the article's voice."""
    if not paragraphs or not _is_prose(text, *paragraphs[0]):
        return None
    signed = _signed(text, paragraphs)
    if signed is not None or not _persons(text, *paragraphs[0]):
        return signed
    above = max(0, introduction[0] - _AUTHOR_REACH)
    return _own_voice(text, paragraphs, _persons(text, above, introduction[1]))


def _told_below(text: str, introduction: Span, paragraphs: Sequence[Span]) -> _Block | None:
    """The paragraph below who says it, and those behind it that speak as it does."""
    if not paragraphs or not _says(text, introduction):
        return None
    start, end = paragraphs[0]
    sentence = text[start].isupper() and text[start:end].rstrip()[-1] in ".!?…"
    if not sentence or not _is_prose(text, start, end) or _quotes(text, start, end):
        return None
    above = max(0, introduction[0] - _AUTHOR_REACH)
    author = _persons(text, above, introduction[1])
    rest = _own_voice(text, paragraphs[1:], author) if _persons(text, start, end) else None
    told = (paragraphs[0], *(rest[0] if rest else ()))
    return told, None, len(told)


def _signed(text: str, paragraphs: Sequence[Span]) -> _Block | None:
    """Paragraphs in the first or second person over a line that is a name."""
    for number, (start, end) in enumerate(paragraphs[:_MOST_HEAD_LINES]):
        if number and _NAME_LINE.fullmatch(text, start, end):
            speaks = any(_persons(text, *p) for p in paragraphs[:number])
            if speaks and not any(_quotes(text, *p) for p in paragraphs[:number]):
                signer, lines = _signer(text, paragraphs[number : number + 2])
                return tuple(paragraphs[:number]), signer, number + lines
        if not _is_prose(text, start, end):
            break
    return None


def _own_voice(text: str, paragraphs: Sequence[Span], author: frozenset[str]) -> _Block | None:
    """The paragraphs that say "we" or "you" where the article's author says nothing of it."""
    pieces: list[Span] = []
    for start, end in paragraphs:
        persons = _persons(text, start, end)
        if _quotes(text, start, end) or not (persons - author if pieces else persons):
            break
        if pieces and not _is_prose(text, start, end):
            break
        pieces.append((start, end))
    return (tuple(pieces), None, len(pieces)) if pieces else None


def _signer(text: str, lines: Sequence[Span]) -> tuple[Span | None, int]:
    """The name under a letter, and how many lines of name and rank there are."""
    signer = None
    used = 0
    for start, end in lines:
        line = text[start:end]
        if len(line) > 80 or (line[-1:] in ".!?" and len(line.split()) > 4):
            break
        used += 1
        names = _NAME_LINE.fullmatch(line) and "," not in line
        if used == 1 and names and line.split()[-1].lower() not in PERSON_NOUNS:
            lead = len(line) - len(line.lstrip("—–- "))
            signer = (start + lead, end)
    return signer, used


def _sayer(text: str, introduction: Span) -> Attributing | None:
    """Who says it, where that is no document: its mention then says more."""
    by = leading_up(text, *introduction, reach=_SAYER_REACH)
    if by is None or text[slice(*by.source)].lower() in ("it", "that", "which"):
        return None
    return None if _MENTION.search(text, *by.source) else by


def _mention(text: str, introduction: Span) -> Span | None:
    mentions = list(_MENTION.finditer(text, *introduction))
    return mentions[-1].span() if mentions else None


def _is_prose(text: str, start: int, end: int) -> bool:
    """A paragraph of sentences, not an address, a heading or a caption."""
    line = text[start:end]
    return len(line.split()) >= 6 and line.rstrip(')”"’ ')[-1:] in ".!?:;…"


def _persons(text: str, start: int, end: int) -> frozenset[str]:
    """Words of the first and second person, and "please", by which a text bids."""
    words = frozenset(_WORD.findall(lowered(text[start:end])))
    return words & (FIRST_AND_SECOND | {"please"})


def _quotes(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in DOUBLE_MARKS)
