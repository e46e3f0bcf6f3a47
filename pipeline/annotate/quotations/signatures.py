"""Names set under a quotation: “…” —Name, title."""

from __future__ import annotations

import re

from pipeline.annotate.text.clauses import Attributing, sentences, tokens
from pipeline.annotate.text.cue_words import DETERMINERS, PRONOUNS

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
    run = next((i for i, w in enumerate(name) if not _NAME_WORD.fullmatch(w.text)), len(name))
    if run == 0 or (run < len(name) and name[run].text not in (",", ";", "(", "-", "–")):
        return None
    line = match["name"].rstrip(" .;,\xa0")
    if len(sentences(line, 0, len(line))) > 1 or len(line.split()) > _LONGEST:
        return None
    return Attributing((start, start + len(line)), match.span("dash"))
