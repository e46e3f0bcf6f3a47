"""What of an HTML page is its article: trafilatura decides, the line labels correct it.

trafilatura (Barbaresi 2021, ACL demo) reads the page's structure, which says more than the
looks of its lines. Its known faults are what the line labels are good at: comments, bios,
captions and teasers inside the text, and paragraphs it left out between two it kept. The
labels overrule it only where the classifier is all but certain.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

import numpy as np
from lxml import html

from pipeline.clean.blocks import STOPPED, Block
from pipeline.clean.classifier import KEPT, LABELS, Scores
from pipeline.clean.credits import is_credit
from pipeline.clean.inserts import insert_places
from pipeline.clean.live_posts import with_posts_together
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import worded
from pipeline.clean.stamp_lines import is_stamp
from pipeline.clean.thread_below import thread_below

_WORD = re.compile(r"\w+")
_SHINGLE = 4
"""Words; a run this long is hardly ever in the article and in a menu alike."""
_LEAST_ARTICLE = 40
"""Words; if trafilatura gives fewer, it has lost the article or there is none."""
_LEAST_SHARE = 0.25
"""Of the page's words in sentences; comments and teasers may be most of a page."""
_SENTENCE = re.compile(r"\w[.!?]['\"”’)]*(?:\s|$)")
_DOUBTFUL = 0.2
"""Chance of being the article's, below which a line worded like furniture is taken out."""
_LIKELY_INSIDE = 0.9
_LIKELY_BEYOND = 0.98
"""Chances of being body that put a block back, between kept blocks and beyond the last one."""
_REACH = 3
"""Blocks from the article, at most, of a block that is put back."""
_LEAST_BEYOND = 15
"""Words of a block that is put back beyond the last kept one."""
_LEAST_COMMENTS = 4
"""Lines of a thread."""
_LEAST_DECK = 8
"""Words."""
_TELLS = re.compile(
    r"\b(?:say|said|says|tells?|told|warn(?:s|ed)?|claim(?:s|ed)?|call(?:s|ed) (?:for|on)|"
    r"urge[sd]?|accus\w+|insist\w*|argu\w+|den(?:ies|ied)|admit\w*|announce[sd]?|promise[sd]?|vow\w*|"
    r"according|describe[sd]?|believe[sd]?|fear(?:s|ed)?)\b|[“‘\"]"
)
"""A deck in which somebody speaks."""
_LEAST_BETWEEN = 5
"""Words of a sentence that is put back between two kept blocks."""
_LINKED = 0.7
"""Share of a line that is links, from which on it is a teaser; these were found by
cross-validation on the extraction benchmark, and hardly matter within a wide range."""
_TEASER = range(4, 31)
"""Words of a teaser; shorter ones are at times an entry of a table or list."""
_MOST_CAPTIONS = 0.3
"""Share of an article's words."""

_MOST_PLACES = 50
"""A run of words that stands at more places of the main text is aligned with none of them."""

_WHOLE_PAGE, _SURE, _LEAST_AT_ODDS = 0.95, 0.9, 8
"""Share of a page's blocks that are no longer a choice, and how many of them must surely be
furniture."""

_BODY = LABELS.index("body")
_FURNITURE = LABELS.index("boilerplate")
_ARTICLE = [LABELS.index(label) for label in sorted(KEPT)]


def main_shares(root: html.HtmlElement, blocks: Sequence[Block]) -> Scores | None:
    """Share of each block's words that trafilatura keeps; None if it lost the article.

    It is asked for precision first: what it then leaves out is put back by the labels. If
    that cannot be the whole article, measured against the page's own sentences, it is asked
    again for all it finds.

    *Shape:* (blocks,).
    """
    # trafilatura takes half a second to load, and text corpora never need it
    import trafilatura

    prose = sum(word_count(block.text) for block in blocks if _SENTENCE.search(block.text))
    root = with_posts_together(root)
    longest = ""
    for precise in (True, False):
        try:
            main = (
                trafilatura.extract(
                    root, include_comments=False, favor_precision=precise, favor_recall=not precise
                )
                or ""
            )
        except RecursionError:
            # It goes down the page by recursion: of hundreds of nested elements, the lines tell.
            break
        if word_count(main) > word_count(longest):
            longest = main
        if word_count(main) >= max(_LEAST_ARTICLE, _LEAST_SHARE * prose):
            break
    return shares_kept(blocks, longest) if word_count(longest) >= _LEAST_ARTICLE else None


def shares_kept(blocks: Sequence[Block], main: str) -> Scores:
    """Share of each block's words that are in the main text, aligned in the page's order.

    Runs of several words are aligned, not words: so a menu's words are not taken for the
    same words in the article, while a short heading is found by what stands around it.

    *Shape:* (blocks,).
    """
    numbers: dict[str, int] = {}
    words: list[int] = []
    owners: list[int] = []
    for place, block in enumerate(blocks):
        own = _numbered(block.text, numbers)
        words.extend(own)
        owners.extend([place] * len(own))
    hit = np.zeros(len(words))
    ours, theirs = _shingles(words), _shingles(_numbered(main, numbers))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    # What is repeated without end says nothing of its place, and costs time without end.
    # The attribute is documented, but not typed.
    places_of: dict[tuple[int, ...], list[int]] = vars(matcher)["b2j"]
    for shingle in [each for each, places in places_of.items() if len(places) > _MOST_PLACES]:
        del places_of[shingle]
    for start, _, size in matcher.get_matching_blocks():
        if size:
            hit[start : start + size + _SHINGLE - 1] = 1
    totals = np.bincount(np.array(owners, dtype=np.int64), minlength=len(blocks))
    hits = np.bincount(np.array(owners, dtype=np.int64), weights=hit, minlength=len(blocks))
    return np.asarray(hits / np.maximum(1, totals), dtype=np.float32)


def _numbered(text: str, numbers: dict[str, int]) -> list[int]:
    return [numbers.setdefault(word, len(numbers)) for word in _WORD.findall(text.lower())]


def _shingles(words: Sequence[int]) -> list[tuple[int, ...]]:
    return [tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)]


def tells_apart(main: Scores, scores: Scores) -> bool:
    """Whether main content says anything: on pages laid out with tables, or whose markup names
    nothing, trafilatura keeps the menu and the footer with the article.

    *Shapes:* (blocks,), (blocks, labels).
    """
    kept = main >= 0.5
    at_odds = kept & (np.exp(scores[:, _FURNITURE]) >= _SURE)
    return bool(kept.mean() < _WHOLE_PAGE or at_odds.sum() < _LEAST_AT_ODDS)


def labels_by_main(
    blocks: Sequence[Block],
    linked: Sequence[float],
    main: Scores,
    scores: Scores,
    path: Sequence[int],
) -> list[str]:
    """The label of each block of a page whose main content is known.

    Args:
        blocks: The page.
        linked: Share of each block that is links.
        main: Share of each block that is main content. *Shape:* (blocks,).
        scores: The classifier's log-probabilities. *Shape:* (blocks, labels).
        path: The best labelling by the classifier alone, as places in `LABELS`.
    """
    chances = np.exp(scores)
    article = chances[:, _ARTICLE].sum(axis=1)
    labels = [LABELS[found] for found in path]
    likely = chances[:, _BODY].copy()
    inserts = insert_places(blocks)
    thread = thread_below(blocks, labels, inserts)
    for place, block in enumerate(blocks):
        if place in thread:
            # trafilatura takes comments without a telling class for more of the article
            likely[place] = 0
            if labels[place] in KEPT or main[place] >= 0.5:
                labels[place] = "comment"
            continue
        by_looks = labels[place]
        furniture = worded(block.text)
        teaser = linked[place] >= _LINKED and _is_teaser(block)
        if teaser or furniture or by_looks not in ("body", "deck"):
            likely[place] = 0
        if by_looks == "title":
            continue
        if main[place] < 0.5:
            if by_looks in KEPT:
                labels[place] = "boilerplate"
        elif by_looks == "boilerplate" and _ends_thread(labels, place):
            labels[place] = "comment"
        elif by_looks in KEPT or not (furniture and article[place] < _DOUBTFUL):
            labels[place] = "boilerplate" if teaser else "body"
    _put_deck_back(blocks, labels, linked)
    _put_back(blocks, labels, likely)
    _put_sentences_back(blocks, labels, linked)
    _put_inserts_back(inserts, labels, linked)
    return labels


def _ends_thread(labels: Sequence[str], place: int) -> bool:
    """Whether a line stands right below several of comments: trafilatura takes the last name
    and day of a thread for the article's."""
    above = labels[max(0, place - _LEAST_COMMENTS) : place]
    return len(above) == _LEAST_COMMENTS and set(above) == {"comment"}


def label_captions(
    blocks: Sequence[Block],
    labels: Sequence[str],
    captioned: Sequence[bool],
    linked: Sequence[float],
) -> list[str]:
    """The labels, with what the markup calls captions labelled so.

    On a page that is mostly captions, such as a picture story, they are its text; and of
    other stories' teasers, the headline is at times called a caption.
    """
    words = [word_count(block.text) for block in blocks]
    kept = [place for place, label in enumerate(labels) if label in KEPT]
    in_captions = sum(words[place] for place in kept if captioned[place])
    if in_captions > _MOST_CAPTIONS * sum(words[place] for place in kept):
        return list(labels)
    return [
        "caption"
        if captioned[place]
        and (label in ("body", "deck") or _is_about_picture(label, linked[place]))
        else label
        for place, label in enumerate(labels)
    ]


def _is_about_picture(label: str, linked: float) -> bool:
    return label == "boilerplate" and linked < _LINKED


def _is_teaser(block: Block) -> bool:
    return word_count(block.text) in _TEASER and not STOPPED.search(block.text)


def _put_deck_back(blocks: Sequence[Block], labels: list[str], linked: Sequence[float]) -> None:
    """Label as deck what somebody says, right below the headline and near over the author or day.

    Other decks only lead to the article, or are a sentence of it.
    """
    for place in range(1, len(blocks) - 1):
        text = blocks[place].text
        if (
            (labels[place - 1], labels[place]) == ("title", "boilerplate")
            and _is_signed(
                blocks, labels, range(place + 1, min(place + _REACH, len(blocks) - 1) + 1)
            )
            and not linked[place]
            and word_count(text) >= _LEAST_DECK
            and _TELLS.search(text)
            and not any(text in block.text for block in blocks[place + 1 :])
            and not worded(text)
        ):
            labels[place] = "deck"


def _is_signed(blocks: Sequence[Block], labels: Sequence[str], places: range) -> bool:
    """Whether the author or the day stands in some lines."""
    return any(
        labels[place] == "byline" or is_stamp(blocks[place].text) or is_credit(blocks[place].text)
        for place in places
    )


def _put_sentences_back(
    blocks: Sequence[Block], labels: list[str], linked: Sequence[float]
) -> None:
    """Label as body the sentences right between two kept blocks, which no link is in."""
    for place in range(1, len(blocks) - 1):
        text = blocks[place].text
        if (
            labels[place] in ("boilerplate", "comment")
            and labels[place - 1] == labels[place + 1] == "body"
            and not linked[place]
            and STOPPED.search(text)
            and word_count(text) >= _LEAST_BETWEEN
            and not worded(text)
        ):
            labels[place] = "body"


def _put_inserts_back(inserts: Collection[int], labels: list[str], linked: Sequence[float]) -> None:
    """Label as body the lines of an e-mail, a verse or a post that stands in the article."""
    last = max((place for place, label in enumerate(labels) if label == "body"), default=0)
    for place in sorted(inserts):
        if place < last and labels[place - 1] == "body" and linked[place] < _LINKED:
            labels[place] = "body"


def _put_back(blocks: Sequence[Block], labels: list[str], chances: Scores) -> None:
    """Label as body the blocks near the article that trafilatura is all but certain to miss."""
    kept = [place for place, label in enumerate(labels) if label == "body"]
    if not kept:
        return
    inside = range(kept[0], kept[-1])
    for order in (range(len(blocks)), range(len(blocks) - 1, -1, -1)):
        near = None
        for place in order:
            if labels[place] == "body":
                near = place
            elif near is not None and abs(place - near) <= _REACH:
                least = _LIKELY_INSIDE if place in inside else _LIKELY_BEYOND
                long = place in inside or word_count(blocks[place].text) >= _LEAST_BEYOND
                if long and chances[place] >= least:
                    labels[place] = "body"
                    near = place
