"""The last paragraphs of an article that a button or an advertisement parts from the rest.

On a short page they look like the footer that follows; that they are sentences, and speak
neither of the site nor to its readers, tells them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import worded
from pipeline.clean.plain_lines import plain_label

_MOST_FURNITURE, _MOST_PARTED = 6, 3
"""Lines of furniture inside an article, and paragraphs below them that it parts from the rest."""
_LEAST_PARTED = 6
"""Words of such a paragraph."""
_LEAST_LINKS = 2
"""Headlines in a row, without a teaser's sentence below the first."""
_SENTENCE_STARTS = '“"‘«'
_LINK = re.compile(r"https?:|www\.|@\w|\.com\b|\.org\b|[|©►»→]")
_OF_THE_SITE = re.compile(
    r"\b(?:you|your|we|our|(?-i:[Uu]s)|cookies?|newsletters?|subscri\w+|donat\w+|advertis\w+|"
    r"copyright|affiliates?)\b"
    r"|\bis an? .{0,60}\b(?:newspaper|magazine|publication|platform|outlet|broadcaster|non-?profit)"
    r"\b",
    re.IGNORECASE,
)
"""What a site says of itself, or to its readers."""
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_ENDS = re.compile(r"[.!?][\"'”’)\]]*$")


def put_parted_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body the last paragraphs that furniture parts from the article above.

    The furniture begins with a line that can be nothing else, a line of a footer follows, and
    the paragraphs are spaced as the article's are.
    """
    repeated = Counter(block.text for block in blocks)

    def is_parted(place: int) -> bool:
        return repeated[blocks[place].text] == 1 and _is_articles_sentence(blocks[place].text)

    for last in range(len(blocks) - 2):
        if labels[last] != "body" or labels[last + 1] != "boilerplate":
            continue
        start = last + 1
        while start < len(blocks) and labels[start] == "boilerplate" and not is_parted(start):
            start += 1
        end = start
        while end < len(blocks) and labels[end] == "boilerplate" and is_parted(end):
            end += 1
        furniture = blocks[last + 1 : start]
        if (
            0 < len(furniture) <= _MOST_FURNITURE
            and 0 < end - start <= _MOST_PARTED
            and _is_furniture(furniture[0].text)
            and _may_precede_text(furniture)
            and (end == len(blocks) or _is_furniture(blocks[end].text))
            and all(block.gap == blocks[last].gap for block in blocks[start:end])
        ):
            labels[start:end] = ["body"] * (end - start)


def _is_furniture(text: str) -> bool:
    return worded(text) or plain_label(text) == "boilerplate"


def _may_precede_text(furniture: Sequence[Block]) -> bool:
    """Whether what stands below these lines can be no teaser below its headline."""
    links = 0
    while links < len(furniture) and not _is_furniture(furniture[-1 - links].text):
        links += 1
    return not links or links >= _LEAST_LINKS


def _is_articles_sentence(text: str) -> bool:
    """Whether a line is a sentence that speaks neither of the site nor to its readers."""
    own = _QUOTED.sub("", text)
    return (
        (text[0].isupper() or text[0] in _SENTENCE_STARTS)
        and _ENDS.search(text) is not None
        and word_count(text) >= _LEAST_PARTED
        and not _is_furniture(text)
        and _LINK.search(text) is None
        and _OF_THE_SITE.search(own) is None
    )
