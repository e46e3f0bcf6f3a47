"""Which quoted spans are speech, and which are titles, names or scare quotes.

Judged by length, capitals and end marks only.
"""

from __future__ import annotations

import re

from pipeline.annotate.text.cue_words import words_of
from pipeline.annotate.text.marks import QuotedSpan

_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*")
_SPEECH_END = re.compile(r"[.!?…,;:—–-][\s)\]’'”\"]*$")
_FULL_STOP = re.compile(r"[.!?…—–][\s)\]’'”\"]*$")
_SMALL = words_of("a an and as at but by for from in into is it of on or so the to up with nor yet")
_LONGEST_HEADING = 8
_LONGEST_QUOTED_HEADING = 12
_QUOTED_LINE = re.compile(r"[\"“‘'«]([^\"“”«»\n]+)[\"”’'»]")
_LABEL = re.compile(r"[A-Z][A-Z .]+:")
_LINK = re.compile(r"https?://|www\.|<[a-z/]|@\w+ \w+|pic\.twitter", re.IGNORECASE)


def word_count(text: str, start: int, end: int) -> int:
    """Words of `text[start:end]`."""
    return sum(1 for _ in _WORD.finditer(text, start, end))


def is_speech(text: str, quoted: QuotedSpan, *, least_words: int = 4) -> bool:
    """Whether a quoted span is a full sentence of speech.

    It begins like a sentence, ends like one (or runs on past its paragraph), and is
    not written in title case.
    """
    inner = text[quoted.inner_start : quoted.inner_end].strip()
    words = _WORD.findall(inner)
    if len(words) < least_words or _LABEL.match(inner) or _LINK.search(inner):
        return False
    if not _begins_sentence(inner) or is_title(inner):
        return False
    after = text[quoted.end : quoted.end + 1]
    return bool(_SPEECH_END.search(inner)) or not quoted.closed or after in ("?", "!", ",", ".")


def ends_sentence(text: str, quoted: QuotedSpan) -> bool:
    """Whether the quoted words end with a full stop, a question or exclamation mark."""
    return not quoted.closed or bool(
        _FULL_STOP.search(text[quoted.inner_start : quoted.inner_end])
        or text[quoted.end : quoted.end + 1] in ("?", "!", ".")
    )


def is_title(words: str) -> bool:
    """Whether words stand in title case: "A Metre by Monday"."""
    large = [w for w in _WORD.findall(words) if w.lower() not in _SMALL]
    if len(large) < 2:
        return False
    capitals = sum(1 for w in large if w[0].isupper() or w[0].isdigit())
    return capitals >= 0.8 * len(large)


def is_heading(line: str) -> bool:
    """Whether a line is a heading: a few words in capitals or title case, no sentence."""
    words = _WORD.findall(line)
    if not 1 <= len(words) <= _LONGEST_HEADING or _SPEECH_END.search(line):
        return False
    return line.isupper() or is_title(line)


def is_quoted_heading(line: str) -> bool:
    """Whether a line is a few quoted words and nothing more, without an end mark:
    `‘A lock remembers’`."""
    match = _QUOTED_LINE.fullmatch(line.strip())
    if match is None:
        return False
    inner = match.group(1)
    words = len(_WORD.findall(inner))
    return 1 <= words <= _LONGEST_QUOTED_HEADING and not _SPEECH_END.search(inner)


def is_scare_quote(text: str, quoted: QuotedSpan) -> bool:
    """Whether a quoted span is a mere word or two, or a title, and no sentence."""
    inner = text[quoted.inner_start : quoted.inner_end].strip()
    count = len(_WORD.findall(inner))
    if _FULL_STOP.search(inner) and inner[:1].isupper():
        return False
    return (count <= 3 and not inner.endswith(("!", "?"))) or (is_title(inner) and count <= 8)


def _begins_sentence(inner: str) -> bool:
    bare = inner.lstrip("“”\"'‘’([….- ")
    return bare[:1].isupper() or bare[:1].isdigit() or (bool(bare) and inner[0] in "[…")
