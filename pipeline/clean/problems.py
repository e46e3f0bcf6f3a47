"""What is wrong with a cleaned text as an article: nothing left, too little, a list, a stub."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.clean.language import READ, is_foreign
from pipeline.clean.notices import asks_to_subscribe, notice_of
from pipeline.records import Problem, RemovedLine

_TINY = 20
"""Words; below, a text is hardly an article."""
_STUB = 150
_LIST_LINES = 8
_LIST_SHARE = 0.75
"""Of the paragraphs that are no sentences, and of their words, in a list."""
_LIST_WORDS = 0.6
_MOST_LINKED = 0.6
"""Share of a page's kept words that are links, from which on it is a list of other pages."""
_FOREIGN_SHARE = 0.15
"""Of an article's words in other languages, from which on it is worth telling."""

_ENGLISH = 2
"""Articles ("the") of a paragraph that is in English."""

_PAYWALL = re.compile(
    r"to (?:read|continue reading)(?: the)? (?:full|rest of|this|reading)|already a subscriber|"
    r"subscribe (?:now )?to (?:read|continue|unlock|keep)|subscribers? only|for subscribers|"
    r"(?:article|story|content) is (?:only )?(?:available|reserved|exclusive) (?:to|for)|"
    r"create a free account to|(?:log|sign) ?in to (?:read|continue)|"
    r"free articles? (?:left|remaining)|register to (?:read|continue)",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:…|\.{3}) ?\[\+\d{1,7} chars\]$")
"""What NewsAPI puts where it cuts an article."""
_INDEX_LINKED, _INDEX_SHARE, _LONGEST_TEASER = 0.2, 0.35, 40
"""Of a page of teasers: the share of words that are links, that of the paragraphs that are a
headline with a sentence below, and words of the longest paragraph."""
_SENTENCE = re.compile(r"\w[.!?。…][\"'”’)\]]*(?:\s|$)")
_OFFER = re.compile(
    r"[$£€]\s?\d[\d,.]{0,9}(?!\s?(?:m|bn|k|million|billion|trillion)\b|[\d,.])|"
    r"\d\s?€|\d% off\b",
    re.IGNORECASE,
)
_PRICE_SIGNS = "$£€%"
_SELLS = re.compile(
    r"\b(?:off|was|save|saving|deals?|buy|shop|sale|price[ds]?|discount(?:ed)?|reduced|rrp|only|"
    r"now|at (?:amazon|walmart|target|best buy))\b",
    re.IGNORECASE,
)


def text_problems(
    source: str,
    paragraphs: Sequence[str],
    titled: bool,
    removed: Sequence[RemovedLine],
    language: str,
    linked: float = 0.0,
    is_page: bool = False,
    future: str = "",
) -> tuple[Problem, ...]:
    """The problems of one article's text. Only an article without any text is an error.

    Args:
        source: The article's.
        paragraphs: Of the cleaned text.
        titled: Whether the first of them is the title.
        removed: The lines that are not in the text.
        language: Of the text, as ISO 639-1 code.
        linked: Of a web page, the share of the kept words that are links.
        is_page: Whether it was read from HTML.
        future: The date given for it, if it lies too far ahead.
    """
    body = paragraphs[1:] if titled else paragraphs
    words = sum(len(paragraph.split()) for paragraph in body)
    said = [*body, *(line.text for line in removed if line.reason != "comment")]
    english = language in ("", READ)
    notice = notice_of(said, paragraphs[0] if titled else "") if english else ""
    if not paragraphs or (not words and not titled):
        return (Problem(source, "clean", "error", f"Not read: {_lack(notice, removed, is_page)}"),)
    problems: list[str] = []
    if future:
        problems.append(
            f"The date given for it, {future}, lies too far ahead, and was not taken: correct it."
        )
    if not english:
        problems.append(
            f"The article is in another language ({language}): it is kept, but quotations "
            "are found in English articles only."
        )
    elif notice and not asks_to_subscribe(notice):
        problems.append(f"This is {notice}")
    elif words < _STUB and any(
        _PAYWALL.search(text[:300]) for text in [*body[-2:], *(line.text for line in removed)]
    ):
        problems.append(
            "Only the start of the article is there, the rest is behind a paywall: "
            "get the whole text if you have access."
        )
    elif body and _CUT.search(body[-1]):
        problems.append(
            "Only the start of the article is there, the feed it comes from cut the rest: get "
            "the whole text from its address."
        )
    elif notice:
        problems.append(f"This is {notice}")
    elif is_page and linked >= _INDEX_LINKED and _is_index(body):
        problems.append(
            "This page lists other pages with a sentence of each: get the articles themselves."
        )
    elif _is_list(body, words) or (linked >= _MOST_LINKED and len(body) > 1):
        problems.append("The text is a list without sentences: check that it is an article.")
    elif _is_list_of_offers(body):
        problems.append("The text is a list of offers: check that it is an article.")
    elif words < _TINY:
        counted = "1 word" if words == 1 else f"{words} words"
        problems.append(f"The article has only {counted}: check that the text is complete.")
    elif other := _in_other_languages(body, words):
        problems.append(
            f"{other} of {len(body)} paragraphs are in another language: they are kept, but "
            "quotations are found in English only."
        )
    return tuple(Problem(source, "clean", "warning", problem) for problem in problems)


def _lack(notice: str, removed: Sequence[RemovedLine], is_page: bool) -> str:
    """Why there is no text, and what to do."""
    if notice:
        return f"this is {notice}"
    if removed:
        return "no text of an article was found in it; check the file."
    if is_page:
        return (
            "this page holds no text; if a script fills it in, open it in a browser, and save "
            "the page from there."
        )
    return "it is empty; check the file."


def _is_list(body: Sequence[str], words: int) -> bool:
    """Whether most paragraphs, and most of their words, are no sentences."""
    if len(body) < _LIST_LINES:
        return False
    entries = []
    for place, paragraph in enumerate(body):
        if not _SENTENCE.search(paragraph):
            entries.append(paragraph)
        elif place + 1 - len(entries) > (1 - _LIST_SHARE) * len(body):
            return False
    return sum(len(entry.split()) for entry in entries) >= _LIST_WORDS * words


def _is_index(body: Sequence[str]) -> bool:
    """Whether headlines with a teaser below each make the page."""
    if len(body) < _LIST_LINES or max(len(text.split()) for text in body) > _LONGEST_TEASER:
        return False
    said = [bool(_SENTENCE.search(text)) for text in body]
    headed = sum(not above and below for above, below in itertools.pairwise(said))
    return headed >= _INDEX_SHARE * len(body)


def _in_other_languages(body: Sequence[str], words: int) -> int:
    """How many paragraphs are not in English, if they are worth telling."""
    doubtful = [text for text in body if text.count(" the ") < _ENGLISH]
    least = _FOREIGN_SHARE * max(1, words)
    if sum(len(text.split()) for text in doubtful) < least:
        return 0
    foreign = [text for text in doubtful if is_foreign(text)]
    return len(foreign) if sum(len(text.split()) for text in foreign) >= least else 0


def _is_list_of_offers(body: Sequence[str]) -> bool:
    """Whether most paragraphs sell something at a price."""
    priced = [text for text in body if any(map(text.__contains__, _PRICE_SIGNS))]
    if len(priced) * 2 <= len(body):
        return False
    offers = sum(1 for text in priced if _OFFER.search(text) and _SELLS.search(text))
    return offers >= _LIST_LINES // 2 and offers * 2 > len(body)
