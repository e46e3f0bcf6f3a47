"""What the line classifier sees of a page: each block's looks, and what stands around it.

A page is a matrix, one row a block: its own features, those of its neighbours, and where
it stands in the page (what came before it, such as a comment section's header, and what
is still to come). Everything is a count, a share or a flag, scaled to about 0 to 1.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.clean.blocks import Block
from pipeline.clean.looks import OWN, content_words, looks_of
from pipeline.clean.phrases import LONGEST_FURNITURE
from pipeline.clean.surroundings import main_run, nearness, sums_around, windows

Matrix = NDArray[np.float32]

NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
_LEAST_PROSE = 90
"""Characters of a sentence that stands in running text."""

_AT = {name: place for place, name in enumerate(OWN)}
_SENTENCE_END = _AT["sentence_end"]
_INDENT, _GAP_NONE, _GAP_WIDE = _AT["indent"], _AT["gap_none"], _AT["gap_wide"]
_REPEATED, _REPEATED_BEFORE = _AT["repeated"], _AT["repeated_before"]
_LIKE_FIRST, _LIKE_TITLE, _LIKE_PROSE = _AT["like_first"], _AT["like_title"], _AT["like_prose"]


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


def _own_features(blocks: Sequence[Block], title: str) -> Matrix:
    own = looks_of([block.text for block in blocks])
    own[:, _INDENT] = [min(1.0, block.indent / 8) for block in blocks]
    own[:, _GAP_NONE] = [block.gap == 0 for block in blocks]
    own[:, _GAP_WIDE] = [block.gap > 1 for block in blocks]
    texts = Counter(block.text for block in blocks)
    seen: set[str] = set()
    first = content_words(blocks[0].text) if blocks else frozenset()
    titled = content_words(title)
    contents = []
    spoken: Counter[str] = Counter()
    for place, (block, ends) in enumerate(zip(blocks, own[:, _SENTENCE_END].tolist(), strict=True)):
        text = block.text
        words = content_words(text[:LONGEST_FURNITURE])
        if texts[text] > 1:
            own[place, _REPEATED] = 1.0
            own[place, _REPEATED_BEFORE] = text in seen
            seen.add(text)
        if len(text) <= LONGEST_FURNITURE:
            own[place, _LIKE_FIRST] = _overlap(words, first)
            own[place, _LIKE_TITLE] = _overlap(words, titled)
        if len(text) > _LEAST_PROSE and ends:
            spoken.update(words)
        contents.append(words)
    prose = {word for word, count in spoken.items() if count > 1}
    # How much of it the page's running text speaks of too: headings do, menus do not.
    own[:, _LIKE_PROSE] = [len(words & prose) / max(1, len(words)) for words in contents]
    return own


def _overlap(words: frozenset[str], others: frozenset[str]) -> float:
    if len(words) < 2 or len(others) < 2 or words.isdisjoint(others):
        return 0.0
    return len(words & others) / max(len(words), min(len(others), 2 * len(words)))


def _context(own: Matrix) -> Matrix:
    """Where each block stands in its page. *Shape:* (blocks, context features)."""
    count = len(own)
    if not count:
        return np.zeros((0, 47), dtype=np.float32)
    columns = np.ascontiguousarray(own.T)
    seen = dict(zip(OWN, columns, strict=True))
    kind = dict(zip(OWN, columns > 0, strict=True))
    words = np.expm1(seen["words"] * 5)
    prose = ((words >= 12) & kind["sentence_end"]) | (words >= 30)
    prose_words = np.where(prose, words, 0)
    short = words <= 6
    header = kind["comment_header"]
    meta = (
        ((seen["date_line"] >= 0.3) & (words <= 20))
        | kind["says"]
        | kind["posted_by"]
        | kind["comment_action"]
    )
    informal = (seen["informal"] + seen["personal"]) * np.minimum(words, 40)
    furniture = kind["share"] | kind["related"] | kind["advert"] | kind["legal"] | kind["subscribe"]
    place = np.arange(count, dtype=np.float32)
    total = max(1.0, float(words.sum()))
    similar = np.maximum(seen["like_first"], seen["like_title"]) >= 0.6
    before, after = sums_around(np.stack([prose_words, header, meta]))
    back, ahead = nearness(
        np.stack([header, meta, prose, kind["byline"], kind["posted_by"] | kind["says"], similar])
    )
    context = [
        place / count,
        np.log1p(place) / 6,
        np.log1p(count - 1 - place) / 6,
        np.cumsum(words) / total,
        np.log1p(before[0]) / 8,
        np.log1p(after[0]) / 8,
        np.full(count, math.log1p(count) / 6),
        np.full(count, float(short.mean())),
        np.full(count, float(prose_words.sum()) / total),
        np.full(count, float(header.any())),
        np.log1p(before[1]) / 2,
        np.log1p(after[1]) / 2,
        back[0],
        ahead[0],
        np.log1p(before[2]) / 4,
        np.log1p(after[2]) / 4,
        back[1],
        ahead[1],
        back[2],
        ahead[2],
        back[3],
        back[4],
        back[5],
        ahead[5],
        *main_run(prose, prose_words),
        *windows(np.stack([prose, short, meta, furniture, informal / 40])),
    ]
    return np.stack(context, axis=1).astype(np.float32)
