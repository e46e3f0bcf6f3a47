"""Who attributes what, read from words, punctuation and capitals alone.

The trained model knows one layer of statements and the shapes of its corpus. For what
stands outside (a statement inside a statement, a sentence that leads up to a quotation)
these functions find the mention of the source next to a verb of saying, by a closed
lexicon. They look at one clause and give up where it is not plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from pipeline.annotate.text.cue_words import (
    ADVERBS,
    AUXILIARIES,
    BOUNDARIES,
    DAYS,
    DETERMINERS,
    IRREGULAR_PAST,
    NOUNS_IN_LY,
    OBJECTS,
    PLURAL_DETERMINERS,
    PLURAL_SUBJECTS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SPEAKING,
    SURE_VERBS,
    THINKING,
    words_of,
)
from pipeline.annotate.text.pronouns import BODIES_LIKE_PRONOUNS
from pipeline.records import Span

_TOKEN = re.compile(r"(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St)\.|\w+(?:[’'.\-]\w+)*|[^\w\s]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3}\s+(?=[\"“‘'(\[]{0,2}[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Adm|Prof|Rev|St|Jr|Sr|Inc|Corp|Co"
    r"|vs|No|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|D-\w+|R-\w+)|\b[A-Za-z]|\b(?:[A-Za-z]\.)+[A-Za-z])$"
)
BE = words_of("is was were are been be")
_KEPT = words_of("kept keeps")
"""`He |kept| saying`."""
_RELATIVE = re.compile(r", (?:who|which) ")
_SENTENCE_VERB = re.compile(
    r", (?=(?:(?:also|later|then|now|[a-z]+ly) )?(?:told|tells|said|says|wrote|was|were|is|are|has"
    r"|had|will|would|could|went|came|took|gave|made|left|began)\b)"
)
"""The verb of a sentence, behind a clause of its subject."""
_SAYS = words_of("say says said saying")
POINTING = words_of("pointed points")
_ADVERBS = ADVERBS | {"long"}
_REACH = 12
_TELLING = SAYING | SPEAKING
_MANY = PLURAL_SUBJECTS | PLURAL_DETERMINERS
_NO_BEGINNING = DAYS | PREPOSITIONS


class Token(NamedTuple):
    """A word or a punctuation mark and where it stands."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """In lower case with a straight apostrophe; initials that read as a pronoun as written."""
        if self.text in BODIES_LIKE_PRONOUNS:
            return self.text
        return self.text.lower().replace("’", "'")

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Attributing:
    """A source mention and the words that attribute."""

    source: Span
    cue: Span


def tokens(text: str, start: int, end: int, most: int | None = None) -> list[Token]:
    """Words and punctuation marks of `text[start:end]`, the first `most` of them."""
    found = islice(_TOKEN.finditer(text, start, end), most)
    return [Token(match[0], *match.span()) for match in found]


def sentences(text: str, start: int, end: int) -> list[Span]:
    """Sentences of `text[start:end]` by their end marks, abbreviations aside."""
    found = []
    at = start
    for match in _SENTENCE_END.finditer(text, start, end):
        window = text[max(start, match.start() - 12) : match.start()]
        if text[match.start()] == "." and _ABBREVIATION.search(window):
            continue
        found.append((at, match.end() - len(_trailing_space(match.group()))))
        at = match.end()
    if text[at:end].strip():
        found.append((at, end))
    return found


def leading_up(text: str, start: int, end: int, *, reach: int = 7) -> Attributing | None:
    """`X said, |`: the source and cue that lead up to a quotation opening at `end`.

    `start` is where the clause may begin; at most `reach` tokens may stand between
    the verb and the quotation.
    """
    sentence = sentences(text, start, end)
    words = tokens(text, *sentence[-1]) if sentence else []
    for at in range(len(words) - 1, max(-1, len(words) - 2 - reach), -1):
        if not words[at].is_word and words[at].text not in ",:—–-":
            return None
        if is_cue(words, at):
            source = subject(words, at)
            return Attributing(source, _cue(words, at)) if source else None
    return None


def following(text: str, start: int, end: int) -> Attributing | None:
    """`| the bishop said` or `| said the bishop`: what follows a quotation at once."""
    words = tokens(text, start, min(end, start + 160), _REACH + 2)
    if not words or not words[0].is_word:
        return None
    if words[0].low == "according" and len(words) > 2 and words[1].low == "to":
        source = noun_phrase(words, 2)
        return Attributing(source, (words[0].start, words[1].end)) if source else None
    if words[0].low in _TELLING and len(words) > 1:
        source = noun_phrase(words, 1)
        return Attributing(source, (words[0].start, words[0].end)) if source else None
    for at in range(1, len(words)):
        if is_cue(words, at):
            source = subject(words, at)
            if source and source[0] == words[0].start:
                return Attributing(source, _cue(words, at))
            return None
        if not words[at].is_word and words[at].text != ",":
            return None
    return None


def is_cue(words: list[Token], at: int) -> bool:
    """Whether a token is a finite verb of saying or thinking, and not a noun of that form."""
    word, low = words[at], words[at].low
    before = words[at - 1].low if at else ""
    points_out = low in POINTING and [w.low for w in words[at + 1 : at + 2]] == ["out"]
    if low not in SAYING and low not in THINKING and not points_out:
        # "And the coach goes, ‘Anybody cold?’"
        return low == "goes" and [w.text for w in words[at + 1 :]] in ([","], [":"])
    if word.text[0].isupper() or before.endswith(("'s", "s'")):
        return False
    if before in DETERMINERS and before not in PRONOUNS:
        return False
    if low.endswith("ing"):
        while at > 1 and is_adverb(words[at - 1]):
            at -= 1
        return words[at - 1].low in BE | _KEPT or _is_overheard(words, at - 1)
    if before in ("to", "not") or before.endswith("n't"):
        return before == "to" and at > 1 and words[at - 2].low == "used"
    return low.endswith(("ed", "s")) or low in IRREGULAR_PAST or _may_be_plural(words, at)


def _is_overheard(words: list[Token], at: int) -> bool:
    """`She can be |heard| telling a friend`: the passive of who listens."""
    return at > 0 and words[at].low in ("heard", "overheard") and words[at - 1].low in BE


def is_noun(words: list[Token], first: int, verb: int) -> bool:
    """Whether a form in -s, read as the verb of the phrase that begins at `first`, is rather
    its plural noun: `four male suspects`, `the arrested suspects`."""
    if not words[verb].low.endswith("s") or verb - first < 2 or words[verb].low in SURE_VERBS:
        return False
    plural = words[first].low in _MANY or words[first].text.isdigit()
    alone = verb - first == 2 and words[first].low in DETERMINERS
    return plural or (alone and words[first + 1].low.endswith("ed"))


def _may_be_plural(words: list[Token], verb: int) -> bool:
    """Whether a base form ("say", "report") has a subject that calls for it."""
    at = verb - 1
    while at >= 0 and is_adverb(words[at]):
        at -= 1
    low = words[at].low if at >= 0 else ""
    return low in PLURAL_SUBJECTS or (low.endswith("s") and not low.endswith(("'s", "ss", "us")))


def is_adverb(word: Token) -> bool:
    """Adverbs that stand between a subject and its verb."""
    return word.low in _ADVERBS or (
        word.low.endswith("ly") and word.text[0].islower() and word.low not in NOUNS_IN_LY
    )


def subject(words: list[Token], verb: int) -> Span | None:
    """The noun phrase in front of a verb, its apposition included; None if not plain."""
    at = verb - 1
    while at >= 0 and (
        words[at].low in AUXILIARIES | _KEPT or is_adverb(words[at]) or _is_overheard(words, at)
    ):
        at -= 1
    if at < 0:
        return None
    if words[at].text == ",":
        # "Roland Fitch, the club's owner, said": the phrase in front of the apposition.
        comma = next(
            (i for i in range(at - 1, max(-1, at - _REACH), -1) if words[i].text == ","), None
        )
        if comma is None or comma == 0 or at - comma < 2:
            return None
        head = _phrase_before(words, comma - 1)
        return (head[0], words[at - 1].end) if head else None
    if words[at].low == "who":
        before = at - 1 if at and words[at - 1].text == "," else at
        return _phrase_before(words, before - 1, nearest=True)
    return _phrase_before(words, at)


def relative_end(text: str, between: Span, told: Span) -> int:
    """Where what is told ends if it stands in a clause of a subject: `the clerk, who denies
    |theft|, told the crew it rained`. `between` lies between the subject and the clause's verb."""
    verb = _RELATIVE.match(text, *between) and _SENTENCE_VERB.search(text, *told)
    named = verb and not {"that", "whether", "if"} & set(text[told[0] : verb.start()].split())
    return verb.start() if verb and named else told[1]


def noun_phrase(words: list[Token], at: int) -> Span | None:
    """The noun phrase that starts at a token: up to punctuation or the next clause."""
    last = None
    for i in range(at, min(len(words), at + _REACH)):
        word = words[i]
        if not word.is_word or (i > at and _bounds(word)) or word.low in DAYS:
            break
        last = i
        if i == at and word.low in PRONOUNS:
            break
    while last is not None and last > at and words[last].low in PREPOSITIONS:
        last -= 1
    if last is None or words[at].low in PREPOSITIONS or words[at].low in BOUNDARIES:
        return None
    return words[at].start, words[last].end


def _phrase_before(words: list[Token], at: int, *, nearest: bool = False) -> Span | None:
    if at < 0 or not words[at].is_word:
        return None
    if words[at].low in PRONOUNS:
        return words[at].start, words[at].end
    last, first = at, None
    while at >= 0 and last - at < _REACH:
        word = words[at]
        if not word.is_word or _bounds(word):
            break
        before = words[at - 1].low if at else ""
        if word.low in PREPOSITIONS and (nearest or at == last):
            break
        first = at
        if word.low in PRONOUNS and word.low not in DETERMINERS:
            first = None if at == last else at + 1
            break
        goes_on = before in DETERMINERS or (before in PREPOSITIONS and not nearest)
        if word.low in DETERMINERS and not goes_on:
            break
        at -= 1
    while first is not None and first < last and words[first].low in _NO_BEGINNING:
        first += 1
    if first and first < last and words[first - 1].low in BE and words[first].low.endswith("ed"):
        # "when she was arrested Brooks replied"
        first += 1
    if first is None or words[first].low in DAYS or words[last].low in DETERMINERS:
        return None
    return words[first].start, words[last].end


def _bounds(word: Token) -> bool:
    low = word.low
    if low in BOUNDARIES or low in AUXILIARIES or "'" in low[:-2] or is_adverb(word):
        return True
    return word.text[0].islower() and low in SAYING


def _cue(words: list[Token], verb: int) -> Span:
    return words[verb].start, words[hearer_end(words, verb) - 1].end


def hearer_end(words: list[Token], verb: int) -> int:
    """Index after the verb and its pronoun hearer: "told me", but not "says her doctor"."""
    at = verb + 1 + (words[verb].low in POINTING)
    if at >= len(words) or words[at].low not in OBJECTS or words[verb].low in _SAYS:
        return at
    ends = words[at].low not in DETERMINERS or at + 1 == len(words)
    return at + 1 if ends or not words[at + 1].is_word or _opens_clause(words[at + 1]) else at


def _opens_clause(word: Token) -> bool:
    return word.low in PRONOUNS or word.low in ("that", "to", "the", "a", "on", "in", "at", "about")


def _trailing_space(text: str) -> str:
    return text[len(text.rstrip()) :]
