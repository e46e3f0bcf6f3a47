"""A line by itself as the classifier sees it: its form, its wording, its words.

Everything is a count, a share or a flag, scaled to about 0 to 1.
"""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.clean.comment_phrases import POSTED_BY, SAYS
from pipeline.clean.dates import without_dates
from pipeline.clean.phrases import KINDS, LONGEST_FURNITURE, kinds_of
from pipeline.clean.wording import letter_runs, word_set

_FUNCTION_WORDS = word_set(
    "the of and to in a is that for it as was with be by on not he his but at are this have from "
    "or had an they which one were her she all their there been if more when will would who so no "
    "its about than into them can only other up out some could these two may then do has him also "
    "de la el que en los del las por con para una un se su le les des et du dans est pour qui sur "
    "der die und den von zu das mit sich des auf ist im dem ein eine nicht o os da em no na um uma "
    "com não mais il di che è per non i una alla и в не на что с как это по к"
)
_PERSONAL = word_set("i i'm i've i'll i'd i’m i’ve i’ll i’d me my mine you your you're you’re u ur")
_SAID_CLUES = ("said", "says", "told", "according", "added", "reported", "announced")
_SAID = re.compile(r"\b(?:said|says|told|according to|added|reported|announced)\b")
_SENTENCE_BREAK = re.compile(r"[.!?][\"'”’)]? +[A-Z“\"‘]")
_INFORMAL = word_set(
    "i lol lmao wow thx thanks imo imho btw yeah yep nope gonna wanna dont cant doesnt isnt didnt "
    "omg wtf haha hahaha hahahaha yay awesome congrats agree disagree"
)
_TO_AUTHOR = re.compile(
    r"\b(?:great (?:post|article|point|job|read|story)|this article|this post|the author|"
    r"your (?:blog|post|article|site|recipe))\b"
)
_TO_AUTHOR_CLUES = ("great ", "this ", "the author", "your ")
_EMPHASIS = re.compile(r"!!|\?\?|\.\.\.\.|[:;]-?[)(]|&lt;3")
_EMPHASIS_CLUES = ("!!", "??", "....", ":)", ":(", ";)", ";(", ":-", ";-", "&lt;3")
_REPLY = re.compile(r"^(?:@\w|hi\b|hey\b|hello\b|thanks?\b|thank you|dear\b|re:|\w+[,:] )")
_ITEM = re.compile(r"[-*•·►▪>]\s*\S")
_NUMBERED = re.compile(r"\(?#?\d{1,4}[.):]?(?:\s|$)")
_LINK = re.compile(r"@\w|https?:|www\.|\.com\b|\.org\b|\.co\b|pic\.twitter")
_LINK_CLUES = ("@", "http", "www.", ".com", ".org", ".co", "pic.twitter")
_SEPARATORS = (*"|»·•›→", " - ", " – ", " — ")
_QUOTE = re.compile('[“”"«»„]')
_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w.'’-]*$|(?:de|van|von|der|del|la|al|bin|and|&|y)$")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_END = re.compile(r"[.!?…。！？][\"'”’)\]»]*$")

_NOT_ASCII = re.compile("[^\x00-\x7f]+")
_NO_KINDS = (False,) * len(KINDS)
_LONGEST_CACHED = 120
_ASCII = bytes(range(128))
_CHARACTERS = tuple(
    (bytes(c for c in _ASCII if not is_one(chr(c))), is_one)
    for is_one in (str.isalpha, str.isupper, str.isdigit)
)
"""Letters, capital letters and digits: the ASCII characters that are none, and what tells."""

OWN = (
    "characters",
    "words",
    "sentence_end",
    "colon_end",
    "ellipsis_end",
    "question_end",
    "sentences",
    "commas",
    "function_words",
    "capitals",
    "upper_case",
    "digits",
    "quote_start",
    "quote",
    "lower_start",
    "item",
    "numbered",
    "dash_start",
    "separator",
    "link",
    "personal",
    "exclaims",
    "informal",
    "reply",
    "said",
    "dated",
    "date_line",
    "date_only",
    "name",
    "handle",
    "says",
    "posted_by",
    "indent",
    "gap_none",
    "gap_wide",
    "repeated",
    "repeated_before",
    "like_first",
    "like_title",
    "like_prose",
    "short_words",
    *KINDS,
)
"""A block's own features, in order."""
_ROW = struct.Struct(f"{len(OWN)}f")


def looks_of(texts: Sequence[str]) -> NDArray[np.float32]:
    """The own features of lines, in the order of `OWN`. *Shape:* (lines, own features).

    What depends on the page they stand in is left at zero.
    """
    rows = [(_remembered if len(text) <= _LONGEST_CACHED else _look_at)(text) for text in texts]
    packed = b"".join([_ROW.pack(*row) for row in rows])
    return np.frombuffer(packed, dtype=np.float32).reshape(len(rows), len(OWN)).copy()


def content_words(text: str) -> frozenset[str]:
    """The words that say what a line is about."""
    return frozenset(text.lower().split()) - _FUNCTION_WORDS


def word_count(text: str) -> int:
    """Words; of scripts without spaces, two characters count as one."""
    words = text.count(" ") + 1
    if text.isascii():
        return words
    wide = len(_WIDE.findall(text))
    return words + wide // 2


def _look_at(text: str) -> tuple[float, ...]:
    """A line by itself. What depends on its page is left at zero."""
    lower = text.lower()
    words = text.split()
    count = word_count(text)
    low = lower.split() if count <= 60 else lower[:400].split()
    sample = len(low)
    letters, upper, digits = _letters(text[:200])
    rest = [word[0] for word in words[1:40]]
    personal = 0 if _PERSONAL.isdisjoint(low) else sum(map(_PERSONAL.__contains__, low))
    kinds: Sequence[float] = _NO_KINDS
    dated = date_line = date_only = name = says = posted = 0.0
    if len(text) <= LONGEST_FURNITURE:
        kinds = kinds_of(lower)
        left, _, found = without_dates(text)
        if found:
            dated = 1.0
            left_words = [word for word in left.split() if any(map(str.isalpha, word))]
            date_only = float(not left_words)
            date_line = max(0.0, 1 - len(left_words) / 10)
        if count <= 5 and not any(map(str.isdigit, text)):
            name = float(all(map(_NAME_WORD.match, words)) and not _END.search(text))
        if count <= 20:
            match = SAYS.match(lower)
            says = float(match is not None and match.end() >= len(lower) * 0.4)
            posted = float(POSTED_BY.match(lower) is not None)
    return (
        math.log1p(len(text)) / 7,
        math.log1p(count) / 5,
        float(_END.search(text[-8:]) is not None),
        float(text.endswith(":")),
        float(text.endswith(("...", "…"))),
        float(text.endswith("?")),
        math.log1p(len(_SENTENCE_BREAK.findall(text))) / 2,
        min(1.0, 5 * text.count(",") / count),
        sum(map(_FUNCTION_WORDS.__contains__, low)) / (sample or 1),
        sum(map(str.isupper, rest)) / (len(rest) or 1),
        float(letters > 3 and upper > 0.8 * letters),
        min(1.0, 3 * digits / min(200, len(text))),
        float(text[0] in "“\"‘'«"),
        float(_QUOTE.search(text) is not None),
        float(text[0].islower()),
        float(_ITEM.match(text) is not None),
        float(_NUMBERED.match(text) is not None),
        float(text[0] in "—–"),
        float(len(text) <= LONGEST_FURNITURE and any(map(text.__contains__, _SEPARATORS))),
        float(any(map(text.__contains__, _LINK_CLUES)) and _LINK.search(text) is not None),
        min(1.0, 5 * personal / (sample or 1)),
        min(1.0, text.count("!") / 2),
        min(1.0, _informal(lower[:1000]) / 3),
        float(_REPLY.match(lower) is not None),
        float(any(map(lower.__contains__, _SAID_CLUES)) and _SAID.search(lower) is not None),
        dated,
        date_line,
        date_only,
        name,
        float(count == 1 and len(text) <= 24),
        says,
        posted,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
        max(0.0, 1 - len(text) / count / 8),
        *kinds,
    )


# Sites repeat their short lines on every page.
_remembered = lru_cache(maxsize=20_000)(_look_at)


def forget_lines() -> None:
    """Forget the lines seen so far, so that measuring starts anew."""
    for remembered in (_remembered, kinds_of, without_dates):
        remembered.cache_clear()


def _informal(lower: str) -> int:
    """How often a text speaks as people do under articles."""
    runs = letter_runs(lower)
    found = 0 if _INFORMAL.isdisjoint(runs) else sum(map(_INFORMAL.__contains__, runs))
    if any(map(lower.__contains__, _TO_AUTHOR_CLUES)):
        found += len(_TO_AUTHOR.findall(lower))
    if any(map(lower.__contains__, _EMPHASIS_CLUES)):
        found += len(_EMPHASIS.findall(lower))
    return found


def _letters(head: str) -> tuple[int, int, int]:
    """Letters, capital letters and digits."""
    raw = head.encode("ascii", "ignore")
    counts = [len(raw.translate(None, unwanted)) for unwanted, _ in _CHARACTERS]
    if not head.isascii():
        others = "".join(_NOT_ASCII.findall(head))
        counts = [
            count + sum(map(is_one, others))
            for count, (_, is_one) in zip(counts, _CHARACTERS, strict=True)
        ]
    letters, capitals, digits = counts
    return letters, capitals, digits
