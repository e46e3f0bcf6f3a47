"""Names set under a quotation: “…” —Name, title."""

from __future__ import annotations

import re

from pipeline.annotate.text.clauses import Attributing, Token, sentences, tokens
from pipeline.annotate.text.cue_words import DETERMINERS, PRONOUNS
from pipeline.annotate.text.lexicon import PERSON_NOUNS

_SIGNATURE = re.compile(
    r"[ \t\xa0]*(?P<break>\n{0,2})[ \t\xa0]*(?P<dash>[—―–]|--?)[ \t\xa0]*"
    r"(?P<name>[A-Z@][^\n“”\"]{1,140})"
)
_HANDLE = re.compile(r"@\w+")
_NAME_WORD = re.compile(r"[A-Z@][\w.’'\-]*|\d{1,3}|of|the|and|for|de|von|van|al|&")
_NO_NAMES = DETERMINERS | PRONOUNS
_LONGEST = 16


def signature(text: str, end: int) -> Attributing | None:
    """The signature that follows a quotation at `end`: the name's line, and its dash."""
    match = _SIGNATURE.match(text, end)
    if match is None or (match["dash"] in ("-", "--") and not match["break"]):
        return None
    words = tokens(text, *match.span("name"))
    if not words or len(words) > 2 * _LONGEST or words[0].low in _NO_NAMES:
        return None
    start = match.start("name")
    if handle := _HANDLE.match(text, start):
        return Attributing(handle.span(), match.span("dash"))
    name = [word for word in words if word.text != "."]
    run = next((i for i in range(len(name)) if not _is_of_name(name, i)), len(name))
    if run == 0 or (run < len(name) and name[run].text not in (",", ";", "(", "-", "–")):
        return None
    line = match["name"].rstrip(" .;,\xa0")
    if len(sentences(line, 0, len(line))) > 1 or len(line.split()) > _LONGEST:
        return None
    return Attributing((start, start + len(line)), match.span("dash"))


def _is_of_name(words: list[Token], at: int) -> bool:
    """Whether a word is one of a name or of the office in front of it: `Former minister Kroon`."""
    if _NAME_WORD.fullmatch(words[at].text):
        return True
    behind = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].low in PERSON_NOUNS and behind[:1].isupper()
