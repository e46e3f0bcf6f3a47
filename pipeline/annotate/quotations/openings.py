"""The sentence that leads up to a quotation without attributing it.

"He declined to confirm it. “No, I can’t.”": who the sentence is about, said it.
"""

from __future__ import annotations

import re

from pipeline.annotate.text.clauses import Token, is_adverb
from pipeline.annotate.text.cue_words import (
    AUXILIARIES,
    BOUNDARIES,
    DETERMINERS,
    PREPOSITIONS,
    REACTING,
    SAYING,
    words_of,
)
from pipeline.annotate.text.lexicon import GROUP_NOUNS, PERSON_NOUNS
from pipeline.records import Span

_QUESTIONED = re.compile(r"(?:Asked|Pressed|Questioned|When|Told|Invited)\b")
_LINKS = words_of("then but so and finally later afterwards meanwhile here")
_PEOPLE = PERSON_NOUNS | GROUP_NOUNS
_NO_SUBJECTS = BOUNDARIES | PREPOSITIONS
_LONGEST_SUBJECT = 9
_NEAR = 8000
"""Characters in which a name is looked for: the work stays linear in the text."""


def opening_subject(words: list[Token], text: str) -> tuple[Span, Span | None] | None:
    """Who a sentence is about that leads up to a quotation, and its verb if it reacts."""
    at = 0
    if _QUESTIONED.match(words[0].text):
        at = next((i + 1 for i, word in enumerate(words) if word.text == ","), len(words))
    if at >= len(words) - 1:
        return None
    while at < len(words) - 1 and words[at].low in _LINKS:
        at += 1
    end = _subject_end(words, at, text)
    if end is None:
        return None
    source = (words[at].start, words[end - 1].end)
    at = end
    while at < len(words) and is_adverb(words[at]):
        at += 1
    verb = words[at] if at < len(words) else None
    if verb is None or not _is_verb(verb):
        return None
    reacts = verb.low in REACTING or verb.low in SAYING
    return source, ((verb.start, verb.end) if reacts else None)


def _subject_end(words: list[Token], first: int, text: str) -> int | None:
    """Index after a pronoun, a name, or a description headed by a noun for a person."""
    at = first
    if words[at].low in ("he", "she", "they"):
        return at + 1
    if words[at].low in DETERMINERS:
        head = None
        for i in range(at + 1, min(len(words), at + _LONGEST_SUBJECT)):
            word = words[i]
            if not word.is_word or is_adverb(word) or (head is not None and _is_verb(word)):
                break
            head = i if head is None and word.low in _PEOPLE else head
        else:
            return None
        return i if head is not None else None
    while at < len(words) and words[at].is_word and words[at].text[0].isupper():
        at += 1
    named = at - first >= 2 or (at > first and _is_known(words[first], text))
    return at if named and words[first].low not in _NO_SUBJECTS else None


def _is_verb(word: Token) -> bool:
    if not word.is_word or not word.text[0].islower():
        return False
    return (
        word.low in REACTING
        or word.low in SAYING
        or word.low in AUXILIARIES
        or (word.low.endswith("ed") and len(word.low) > 3)
    )


def _is_known(word: Token, text: str) -> bool:
    """Whether a sentence's first word is a name: it stands capitalised in mid-sentence too."""
    near = text[max(0, word.start - _NEAR) : word.start + _NEAR]
    return bool(re.search(rf"[a-z,] {re.escape(word.text)}\b", near))
