"""What the line classifier sees of a page: each block's looks, and what stands around it.

A page is a matrix, one row a block: its own features, those of its neighbours, and where
it stands in the page (what came before it, such as a comment section's header, and what
is still to come). Everything is a count, a share or a flag, scaled to about 0 to 1.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.clean.blocks import Block
from pipeline.clean.comment_phrases import POSTED_BY, SAYS
from pipeline.clean.dates import without_dates
from pipeline.clean.phrases import KINDS, LONGEST_FURNITURE
from pipeline.clean.wording import label_words, word_set

Matrix = NDArray[np.float32]

NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_FAR = 12
"""Blocks in the wider surroundings, either way."""
_LEAST_PROSE = 90
"""Characters of a sentence that stands in running text."""
_WIDEST_BREAK = 8
"""Blocks of other kinds that may stand between two paragraphs of one article."""

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
_INFORMAL = re.compile(
    r"\b(?:lol|lmao|wow|thx|thanks|imo|imho|btw|yeah|yep|nope|gonna|wanna|dont|cant|doesnt|isnt|"
    r"didnt|omg|wtf|haha\w*|yay|awesome|congrats|great (?:post|article|point|job|read|story)|"
    r"agree|disagree|this article|this post|the author|your (?:blog|post|article|site|recipe))\b"
    r"|!!|\?\?|\.\.\.\.|[:;]-?[)(DP]|&lt;3"
)
_INFORMAL_CLUES = tuple(
    "lol lmao wow thx thanks im btw yeah yep nope nna dont cant esnt isnt idnt omg wtf haha yay "
    "awesome congrats great agree article post author your "
    "!! ?? .... :) :( ;) ;( :- ;- &lt;3".split()
)
_I = re.compile(r"\bi\b")
_REPLY = re.compile(r"^(?:@\w|hi\b|hey\b|hello\b|thanks?\b|thank you|dear\b|re:|\w+[,:] )")
_ITEM = re.compile(r"[-*•·►▪>]\s*\S")
_NUMBERED = re.compile(r"\(?#?\d{1,4}[.):]?(?:\s|$)")
_LINK = re.compile(r"@\w|https?:|www\.|\.com\b|\.org\b|\.co\b|pic\.twitter")
_LINK_CLUES = ("@", "http", "www.", ".com", ".org", ".co", "pic.twitter")
_SEPARATOR = re.compile(r"[|»·•›→]| [-–—] ")
_QUOTE = re.compile('[“”"«»„]')
_NAME_WORD = re.compile(r"[A-ZÀ-Þ][\w.'’-]*$|(?:de|van|von|der|del|la|al|bin|and|&|y)$")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_END = re.compile(r"[.!?…。！？][\"'”’)\]»]*$")

_LONGEST_CACHED = 120
_ASCII = bytes(range(128))
_NO_LETTERS = bytes(c for c in _ASCII if not chr(c).isalpha())
_NO_CAPITALS = bytes(c for c in _ASCII if not chr(c).isupper())
_NO_DIGITS = bytes(c for c in _ASCII if not chr(c).isdigit())

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

_AT = {name: place for place, name in enumerate(OWN)}


def features(blocks: Sequence[Block], title: str = "") -> Matrix:
    """The page as the classifier sees it. *Shape:* (blocks, features).

    `title` is the article's title where the metadata knows one.
    """
    own = _own_features(blocks, title)
    count = len(own)
    padded = np.zeros((count + 2 * max(NEIGHBOURS), own.shape[1]), dtype=np.float32)
    first = max(NEIGHBOURS)
    padded[first : first + count] = own
    around = [padded[first + step : first + step + count] for step in NEIGHBOURS]
    return np.hstack([own, *around, _context(own)]).astype(np.float32, copy=False)


def word_count(text: str) -> int:
    """Words; of scripts without spaces, two characters count as one."""
    words = text.count(" ") + 1
    if text.isascii():
        return words
    wide = len(_WIDE.findall(text))
    return words + wide // 2


def _own_features(blocks: Sequence[Block], title: str) -> Matrix:
    texts = Counter(block.text for block in blocks)
    seen: set[str] = set()
    first = _content_words(blocks[0].text) if blocks else frozenset()
    titled = _content_words(title)
    rows = []
    contents = []
    vocabulary: Counter[str] = Counter()
    for block in blocks:
        row = _looks(block)
        row[_AT["repeated"]] = texts[block.text] > 1
        row[_AT["repeated_before"]] = block.text in seen
        seen.add(block.text)
        words = _content_words(block.text[:LONGEST_FURNITURE])
        if len(block.text) <= LONGEST_FURNITURE:
            row[_AT["like_first"]] = _overlap(words, first)
            row[_AT["like_title"]] = _overlap(words, titled)
        if len(block.text) > _LEAST_PROSE and row[_AT["sentence_end"]]:
            vocabulary.update(words)
        rows.append(row)
        contents.append(words)
    for row, words in zip(rows, contents, strict=True):
        # How much of it the page's running text speaks of too: headings do, menus do not.
        if words:
            row[_AT["like_prose"]] = sum(vocabulary[word] > 1 for word in words) / len(words)
    return np.array(rows, dtype=np.float32).reshape(len(rows), len(OWN))


def _content_words(text: str) -> frozenset[str]:
    return frozenset(word for word in text.lower().split() if word not in _FUNCTION_WORDS)


def _overlap(words: frozenset[str], others: frozenset[str]) -> float:
    if len(words) < 2 or len(others) < 2:
        return 0.0
    return len(words & others) / max(len(words), min(len(others), 2 * len(words)))


def _looks(block: Block) -> list[float]:
    row = [*(_remembered if len(block.text) <= _LONGEST_CACHED else _look_at)(block.text)]
    row[_AT["indent"]] = min(1.0, block.indent / 8)
    row[_AT["gap_none"]] = float(block.gap == 0)
    row[_AT["gap_wide"]] = float(block.gap > 1)
    return row


def _look_at(text: str) -> tuple[float, ...]:
    """A line by itself. What depends on its page is left at zero."""
    lower = text.lower()
    words = text.split()
    count = word_count(text)
    low = lower.split() if count <= 60 else lower[:400].split()
    sample = len(low)
    letters, upper, digits = _letters(text[:200])
    rest = [word[0] for word in words[1:40]]
    kinds: list[float] = [0.0] * len(KINDS)
    dated = date_line = date_only = name = says = posted = 0.0
    if len(text) <= LONGEST_FURNITURE:
        labels = label_words(lower)
        kinds = [float(kind.found_in(lower, labels)) for kind in KINDS.values()]
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
        float(len(text) <= LONGEST_FURNITURE and _SEPARATOR.search(text) is not None),
        float(any(clue in text for clue in _LINK_CLUES) and _LINK.search(text) is not None),
        min(1.0, 5 * sum(map(_PERSONAL.__contains__, low)) / (sample or 1)),
        min(1.0, text.count("!") / 2),
        min(1.0, _informal(lower[:1000]) / 3),
        float(_REPLY.match(lower) is not None),
        float(any(clue in lower for clue in _SAID_CLUES) and _SAID.search(lower) is not None),
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


def _informal(lower: str) -> int:
    found = len(_I.findall(lower))
    if any(clue in lower for clue in _INFORMAL_CLUES):
        found += len(_INFORMAL.findall(lower))
    return found


def _letters(head: str) -> tuple[int, int, int]:
    """Letters, capital letters and digits."""
    if head.isascii():
        raw = head.encode()
        kinds = (_NO_LETTERS, _NO_CAPITALS, _NO_DIGITS)
        letters, capitals, digits = (len(raw.translate(None, others)) for others in kinds)
        return letters, capitals, digits
    tests = (str.isalpha, str.isupper, str.isdigit)
    letters, capitals, digits = (sum(map(test, head)) for test in tests)
    return letters, capitals, digits


def _context(own: Matrix) -> Matrix:
    """Where each block stands in its page. *Shape:* (blocks, context features)."""
    count = len(own)
    if not count:
        return np.zeros((0, 47), dtype=np.float32)
    words = np.expm1(own[:, _AT["words"]] * 5)
    prose = ((words >= 12) & (own[:, _AT["sentence_end"]] > 0)) | (words >= 30)
    prose_words = np.where(prose, words, 0)
    short = words <= 6
    kind = {name: own[:, _AT[name]] > 0 for name in OWN}
    header = kind["comment_header"]
    meta = (
        ((own[:, _AT["date_line"]] >= 0.3) & (words <= 20))
        | kind["says"]
        | kind["posted_by"]
        | kind["comment_action"]
    )
    informal = (own[:, _AT["informal"]] + own[:, _AT["personal"]]) * np.minimum(words, 40)
    furniture = kind["share"] | kind["related"] | kind["advert"] | kind["legal"] | kind["subscribe"]
    place = np.arange(count, dtype=np.float32)
    total = max(1.0, float(words.sum()))
    columns = [
        place / count,
        np.log1p(place) / 6,
        np.log1p(count - 1 - place) / 6,
        np.cumsum(words) / total,
        np.log1p(_before(prose_words)) / 8,
        np.log1p(_after(prose_words)) / 8,
        np.full(count, math.log1p(count) / 6),
        np.full(count, float(short.mean())),
        np.full(count, float(prose_words.sum()) / total),
        np.full(count, float(header.any())),
        np.log1p(_before(header)) / 2,
        np.log1p(_after(header)) / 2,
        _nearness_back(header),
        _nearness_ahead(header),
        np.log1p(_before(meta)) / 4,
        np.log1p(_after(meta)) / 4,
        _nearness_back(meta),
        _nearness_ahead(meta),
        _nearness_back(prose),
        _nearness_ahead(prose),
        _nearness_back(kind["byline"]),
        _nearness_back(kind["posted_by"] | kind["says"]),
    ]
    similar = np.maximum(own[:, _AT["like_first"]], own[:, _AT["like_title"]]) >= 0.6
    columns.append(_nearness_back(similar))
    columns.append(_nearness_ahead(similar))
    columns.extend(_main_run(prose, prose_words))
    for width in (4, _FAR):
        for signal in (prose, short, meta, furniture, informal / 40):
            columns.append(_window(signal, -width) / width)
            columns.append(_window(signal, width) / width)
    return np.stack(columns, axis=1).astype(np.float32)


def _main_run(
    prose: NDArray[np.bool_], prose_words: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """Where each block stands to the page's longest run of prose: in it, how far before, after."""
    count = len(prose)
    place = np.arange(count)
    places = place[prose]
    if not len(places):
        return [np.zeros(count)] * 3
    runs = np.split(places, np.flatnonzero(np.diff(places) > _WIDEST_BREAK) + 1)
    main = max(runs, key=lambda run: float(prose_words[run].sum()))
    before, after = main[0] - place, place - main[-1]
    return [
        ((before <= 0) & (after <= 0)).astype(np.float64),
        np.log1p(np.maximum(0, before)) / 5,
        np.log1p(np.maximum(0, after)) / 5,
    ]


def _before(signal: NDArray[np.generic]) -> NDArray[np.float64]:
    sums = np.cumsum(signal, dtype=np.float64)
    return np.asarray(sums - np.asarray(signal, dtype=np.float64))


def _after(signal: NDArray[np.generic]) -> NDArray[np.float64]:
    sums = np.cumsum(signal, dtype=np.float64)
    return np.asarray(sums[-1] - sums)


def _nearness_back(flags: NDArray[np.bool_]) -> NDArray[np.float64]:
    """1 right after a flagged block, less the longer ago it was, 0 if there was none."""
    place = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, place, -1))
    last = np.concatenate(([-1], last[:-1]))
    return np.where(last >= 0, 1 / np.sqrt(np.maximum(1, place - last)), 0.0)


def _nearness_ahead(flags: NDArray[np.bool_]) -> NDArray[np.float64]:
    return _nearness_back(flags[::-1])[::-1]


def _window(signal: NDArray[np.generic], width: int) -> NDArray[np.float64]:
    """Sum over the `width` blocks after each one, or before it if `width` is negative."""
    sums = np.concatenate(([0.0], np.cumsum(signal, dtype=np.float64)))
    place = np.arange(len(signal))
    if width < 0:
        return np.asarray(sums[place] - sums[np.maximum(0, place + width)])
    return np.asarray(sums[np.minimum(len(signal), place + 1 + width)] - sums[place + 1])
