"""HTML pages as blocks: all that a reader sees, one block a line, and what is the article of it.

trafilatura says which blocks are the main content (Barbaresi 2021, ACL demo). Its word goes
to the line labels as a prior, because its known faults are what those are good at: comments
and "related stories" inside the text. Where it loses an article, the labels alone decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

import numpy as np
from lxml import etree, html

from pipeline.clean.blocks import Block, Line
from pipeline.clean.classifier import LABELS, Scores
from pipeline.clean.features import word_count
from pipeline.clean.mending import mend
from pipeline.clean.wording import word_set

_BLOCK_TAGS = word_set(
    "address article aside blockquote body br button caption center dd details dialog dir div dl "
    "dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li "
    "main menu nav ol option p pre section select summary table tbody td textarea tfoot th thead "
    "tr ul video"
)
_UNSEEN_TAGS = word_set(
    "script style noscript template head title meta link svg math object embed canvas audio map "
    "area input select option datalist iframe"
)
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LEAST_ARTICLE = 40
"""Words; if trafilatura gives fewer, it has lost the article or there is none."""
_LEAST_SHARE = 0.25
"""Of the page's words in sentences; comments and teasers may be most of a page."""
_PRIOR = 6.0
"""Log-odds; found by cross-validation on the extraction benchmark."""
_SENTENCE = re.compile(r"\w[.!?]['\"”’)]*(?:\s|$)")


def read_markup(markup: str) -> tuple[list[Block], Scores | None]:
    """The page's visible blocks, and the prior for their labels (None if there is none to be had).

    *Shape of the prior:* (blocks, labels), log-odds.
    """
    root = _parse(markup)
    if root is None:
        return [], None
    lines = [Line(number, text, 0, 1) for number, text in enumerate(_visible_lines(root), 1)]
    blocks = [Block((line,), line.text) for line in lines]
    main = _main_text(root, blocks)
    return blocks, _prior(blocks, main) if main else None


def _parse(markup: str) -> html.HtmlElement | None:
    try:
        return html.document_fromstring(
            markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, ValueError):
        return None


def _visible_lines(root: html.HtmlElement) -> Iterator[str]:
    pieces: list[str] = []
    for piece in _pieces(root):
        if piece is None:
            text = mend(_SPACE.sub(" ", "".join(pieces))).strip()
            pieces.clear()
            if text:
                yield text
        else:
            pieces.append(piece)
    text = mend(_SPACE.sub(" ", "".join(pieces))).strip()
    if text:
        yield text


def _pieces(root: html.HtmlElement) -> Iterator[str | None]:
    """Texts in the order of the page; None where a block starts or ends."""
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skipped is None and element.tail:
                yield element.tail
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skipped is not None:
                continue
            if tag in _UNSEEN_TAGS or _HIDDEN.search(element.get("style") or ""):
                skipped = element
                continue
            if tag in _BLOCK_TAGS:
                yield None
            if element.text:
                yield element.text
            continue
        if skipped is not None:
            if skipped is not element:
                continue
            skipped = None
        if tag in _BLOCK_TAGS:
            yield None
        if element.tail:
            yield element.tail


def _main_text(root: html.HtmlElement, blocks: list[Block]) -> str:
    """What trafilatura takes for the article; "" if that cannot be the whole of it."""
    # trafilatura takes half a second to load, and text corpora never need it
    import trafilatura

    prose = sum(word_count(block.text) for block in blocks if _SENTENCE.search(block.text))
    main = ""
    for fast in (True, False):
        main = trafilatura.extract(root, fast=fast, include_comments=False) or ""
        words = word_count(main)
        if words >= _LEAST_ARTICLE and words >= _LEAST_SHARE * prose:
            return main
    return main if word_count(main) >= _LEAST_ARTICLE else ""


def _prior(blocks: list[Block], main: str) -> Scores:
    """Log-odds for the article's labels in blocks whose words trafilatura kept."""
    prior = np.zeros((len(blocks), len(LABELS)), dtype=np.float32)
    prior[:, LABELS.index("body")] = (shares_kept(blocks, main) * 2 - 1) * _PRIOR
    return prior


def shares_kept(blocks: list[Block], main: str) -> Scores:
    """Share of each block's words that are in the main text, aligned in the page's order.

    *Shape:* (blocks,). A menu's words are not taken for the same words in the article.
    """
    words: list[str] = []
    owners: list[int] = []
    for place, block in enumerate(blocks):
        own = _WORD.findall(block.text.lower())
        words.extend(own)
        owners.extend([place] * len(own))
    totals = np.bincount(owners, minlength=len(blocks)) if owners else np.zeros(len(blocks))
    hits = np.zeros(len(blocks))
    matcher = SequenceMatcher(None, words, _WORD.findall(main.lower()), autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        for place in owners[start : start + size]:
            hits[place] += 1
    return np.asarray(hits / np.maximum(1, totals), dtype=np.float32)
