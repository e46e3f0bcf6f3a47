"""A page's comment section made whole: from its true start, and without gaps.

The classifier says of single lines how much they look like comments; here the names, dates,
headers and buttons that comment systems print say where a section begins, and whether there
is one at all.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.blocks import SENTENCE_END, Block
from pipeline.clean.classifier import KEPT
from pipeline.clean.comment_phrases import heads_section
from pipeline.clean.comment_signs import (
    NUMBERED_NAME,
    counts_reactions,
    form_of_date,
    is_head,
    is_headline,
    is_sentence,
    is_signed,
    shows_comments,
)
from pipeline.clean.comments import is_rank, is_signed_below
from pipeline.clean.headless import (
    QUOTATION_MARKS,
    is_sentence_of_reader,
    readers_begin,
    readers_go_on,
)
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import worded
from pipeline.clean.stamp_lines import is_stamp, says_first_published
from pipeline.clean.voice import speaks_as_paper, speaks_as_reader, speaks_personally

_LEAST_HEADS = 2
_LEAST_SIGNED = 3
_REGULAR = 4
"""Heads of comments that show how often they come."""
_WIDEST_COMMENT = 5
"""Lines from one head to the next, on average, where they come often."""
_SHORT_LIST, _LONGEST_LIST = 6, 20
"""Lines of an article's list that may look like comments: at most, and where heads come often."""
_LINES_OF_A_HEAD = 2
_LONGEST_READER = 3
"""Words of a name over its bearer's rank."""
_LONGEST_DECK = 45
"""Words of a headline and of its deck."""
_WIDEST_GAP = 15
"""Lines from one line of a section to the next."""
_FIGURES = re.compile(r"\d+")
_COUNTS = re.compile(r"[1-9]")
_OF_SITE = re.compile(
    r"\b(?:comment(?:s|ing)?|content|submi(?:t|ssion)|(?:web)?site|guidelines|rules|policy|users?|"
    r"accounts?|e-?mail|log ?in|cookies|subscrib\w+|subscriptions?|browser|llc|inc)\b",
    re.IGNORECASE,
)
"""What a site's notices below an article are about."""
_FOOTER = re.compile(
    r"(?:about (?:us|the (?-i:[A-Z]{2,5}))|accessibility(?: help)?|advertise(?: with us)?|careers|"
    r"contact(?: us)?|cookie (?:policy|settings)|privacy(?: policy| notice)?|site ?map|"
    r"terms(?: (?:of (?:use|service)|(?:and|&) conditions))?)$"
    r"|(?:this|our) (?:web)?sites?\b.{0,60}\b(?:adheres?|operated|owned|part of|published)\b"
    r"|.{0,200}(?:© ?(?:19|20)\d\d\b|\ball rights reserved\b)"
    r"|(?:©|\(c\)) ?(?:copyright )?[^.!?]{2,60}(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""What a site prints at the foot of its pages, below the readers' words."""
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b).{0,200}(?:19|20)\d\d\b", re.IGNORECASE)
_LINES_BELOW_RIGHTS = 2
"""Of the foot of a page, below whose rights it has: at most."""
_COUNTED_NAME = re.compile(r"#?\d{1,4}[.):]? (?:by )?[\w’'-]+(?:[ ,]+[\w.’'-]+){0,4}$")


def whole_section(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The comment section from its true start, and without body lines inside it."""
    settled = list(labels)
    start = next((place for place, label in enumerate(settled) if label == "comment"), None)
    if start is None:
        readers = readers_begin(blocks, settled)
        return _with_readers(blocks, settled, readers, readers) if readers else settled
    places = range(start, len(blocks))
    heads = [n for n in places if is_head(blocks[n].text) and not speaks_as_paper(blocks[n].text)]
    if len(heads) < _LEAST_HEADS:
        # A number and a name are told from an ingredient only where nothing else is a head.
        heads = [
            n for n in places if is_head(blocks[n].text) or NUMBERED_NAME.match(blocks[n].text)
        ]
    if counted := _counted_names(blocks, start):
        settled[counted:] = ["comment" if label in KEPT else label for label in settled[counted:]]
        return settled
    reactions = [place for place in places if counts_reactions(blocks[place].text)]
    if len(reactions) >= _LEAST_HEADS:
        settled[start : reactions[-1] + 1] = ["comment"] * (reactions[-1] + 1 - start)
        return settled
    below = [place for place in places if is_signed_below(blocks[place].text)]
    # Right below each other such lines are a list's.
    if len(below) >= _LEAST_HEADS and all(b - a > 1 for a, b in itertools.pairwise(below)):
        first = start
        while first > 1 and is_signed_below(blocks[first - 1].text):
            first -= 2
        if first in below and first > 0:
            first -= 1
        settled[first:start] = ["comment"] * (start - first)
        return settled
    shown = any(shows_comments(blocks[place].text) for place in places)
    if not shown and (
        readers := readers_begin(blocks, settled) or readers_go_on(blocks, settled, start)
    ):
        return _with_readers(blocks, settled, start, readers)
    if not shown and "body" in settled[max(0, start - _LEAST_HEADS) : start]:
        # Without one name, date or button these are remarks that the article itself quotes.
        return ["body" if label == "comment" else label for label in settled]
    if len(heads) < _LEAST_HEADS:
        return settled
    true_start = max(start, _true_start(blocks, settled, start, heads))
    settled[start:true_start] = ["body"] * (true_start - start)
    start = true_start
    _take_in_above(blocks, settled, start, heads)
    signed = [place for place in heads if is_signed(blocks[place].text)]
    if len(signed) >= _LEAST_SIGNED:
        # Nobody signs and dates paragraphs like this but a comment system.
        for place in range(signed[0], signed[-1]):
            if settled[place] in ("body", "deck"):
                settled[place] = "comment"
    words = Counter[str]()
    for place in range(heads[0], len(blocks)):
        words[settled[place]] += word_count(blocks[place].text)
    if words["comment"] >= words["body"]:
        for place in range(heads[0], len(blocks)):
            if settled[place] in ("body", "deck"):
                settled[place] = "comment"
    _free_headlines(blocks, settled, heads[-1])
    take_in_between(blocks, settled)
    return settled


def _take_in_above(
    blocks: Sequence[Block], labels: list[str], start: int, heads: Sequence[int]
) -> None:
    """Label as a comment what stands right above a section that seems to begin amid its first
    one: a name over the rest of the head, or the text over a head that stands below it."""
    if start < 2 or labels[start - 1] != "body" or labels[start] != "comment":
        return
    above, text = blocks[start - 1].text, blocks[start].text
    if heads_section(text.lower()):
        return
    if is_rank(text) and above.count(" ") < _LONGEST_READER and above[-1].isalnum():
        labels[start - 1] = "comment"
    last = max(place for place, label in enumerate(labels) if label == "comment")
    below = heads[0] == start and heads[-1] == last and heads[1] > start + 1
    if (
        below
        and above[0] not in QUOTATION_MARKS
        and (speaks_personally(above) or speaks_as_reader(above))
    ):
        labels[start - 1] = "comment"


def _counted_names(blocks: Sequence[Block], start: int) -> int:
    """Where comments begin whose names are numbered from 1 on, each over its text; 0 if none."""
    near = range(max(1, start - 1), len(blocks))
    named = [place for place in near if _COUNTED_NAME.match(blocks[place].text)]
    numbers = [int(_FIGURES.findall(blocks[place].text)[0]) for place in named]
    apart = all(b - a > 1 for a, b in itertools.pairwise(named))
    counted = numbers == list(range(1, len(numbers) + 1)) and len(numbers) >= _LEAST_SIGNED
    return named[0] if counted and apart and named[-1] + 1 < len(blocks) else 0


def _with_readers(
    blocks: Sequence[Block], labels: Sequence[str], start: int, readers: int
) -> list[str]:
    """The labels, with comments from `readers` on and none above, where they began at `start`."""
    settled = list(labels)
    settled[start:readers] = ["body" if n == "comment" else n for n in settled[start:readers]]
    said = [
        place
        for place in range(readers, len(blocks))
        if settled[place] in ("body", "comment") or is_sentence_of_reader(blocks[place].text)
    ]
    for place in range(readers, said[-1] + 1):
        if settled[place] != "boilerplate" or not worded(blocks[place].text):
            settled[place] = "comment"
    return settled


def without_empty_section(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with a section that has its header and the page's last links and notices, but
    no comment, as furniture: "View Comments", "Privacy & Cookies"; and so what stands below the
    last comment."""
    settled = list(labels)
    below: list[int] = []
    for place in range(len(settled) - 1, -1, -1):
        if settled[place] == "comment":
            text = blocks[place].text
            if _FOOTER.match(text):
                for footer in (place, *(below if _RIGHTS.match(text) else ())):
                    settled[footer] = "boilerplate"
                below = []
            elif len(below) < _LINES_BELOW_RIGHTS and not SENTENCE_END.search(text):
                below.append(place)
            else:
                break
    section = [
        block.text for block, label in zip(blocks, settled, strict=True) if label == "comment"
    ]
    if any(map(_may_be_comment, section)):
        return settled
    return ["boilerplate" if label == "comment" else label for label in settled]


def _may_be_comment(text: str) -> bool:
    """Whether a line of a section may be a comment, the head of one or the number of them all."""
    if heads_section(text.lower()):
        return _COUNTS.search(text) is not None
    if says_first_published(text):
        return False
    if is_head(text) or shows_comments(text) or speaks_as_reader(text) or is_signed_below(text):
        return True
    told = is_sentence(text) or text.endswith("?") or speaks_personally(text)
    return told and not worded(text) and not _OF_SITE.search(text)


def free_article(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body what is taken for comments where no article stands above it.

    Nobody comments on nothing: an interview, a diary or a column, told in the first person,
    looks like readers.
    """
    first = labels.index("comment") if "comment" in labels else 0
    words = Counter[str]()
    for block, label in zip(blocks, labels, strict=True):
        words[label] += word_count(block.text)
    if _only_deck_above(blocks, labels, first):
        end = labels.index("body", first)
        labels[first:end] = ["byline", *["body"] * (end - first - 1)]
        return
    if "body" in labels[:first] or words["body"] >= words["comment"]:
        return
    told = 0
    for place in range(first, len(blocks)):
        text = blocks[place].text
        if labels[place] != "comment":
            continue
        if heads_section(text.lower()) and told:
            return
        if is_stamp(text):
            labels[place] = "byline"
        elif not shows_comments(text) or is_sentence(text):
            labels[place] = "body"
            told += word_count(text)


def _only_deck_above(blocks: Sequence[Block], labels: Sequence[str], first: int) -> bool:
    """Whether what seems to be comments goes on as the article, and only a headline, a deck and
    the day of publication stand above it."""
    above = sum(
        word_count(block.text)
        for block, label in zip(blocks[:first], labels, strict=False)
        if label == "body"
    )
    return (
        first > 0
        and above <= _LONGEST_DECK
        and is_stamp(blocks[first].text)
        and labels[first] == "comment"
        and "body" in labels[first:]
    )


def take_in_between(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as comments the lines that have heads of the same form as the section's.

    Buttons under each comment ("Share", "Twitter") look like the end of the section.
    """
    section = [
        block.text for block, label in zip(blocks, labels, strict=True) if label == "comment"
    ]
    forms = Counter(map(form_of_date, section))
    alike = {form for form, count in forms.items() if form and count >= _LEAST_HEADS}
    first = labels.index("comment") if "comment" in labels else len(labels)
    signed = sum(map(is_signed_below, section)) >= _LEAST_HEADS
    near = first
    for place in range(first, len(labels)):
        if place - near > _WIDEST_GAP or labels[place] in KEPT:
            return
        if labels[place] == "comment" or form_of_date(blocks[place].text) in alike:
            labels[near : place + 1] = ["comment"] * (place + 1 - near)
            near = place
        elif near == place - 1 and (
            is_sentence(blocks[place].text)
            or speaks_as_reader(blocks[place].text)
            or not any(map(str.isalpha, blocks[place].text))
            or (signed and is_signed_below(blocks[place].text))
        ):
            labels[place] = "comment"
            near = place


def _free_headlines(blocks: Sequence[Block], labels: list[str], last_head: int) -> None:
    """Label as furniture the headlines (of the posts before and after) that end the page.

    They come in twos at least, below the text of the last comment, which ends its sentences.
    """
    first = len(blocks)
    while (
        first > last_head + 2
        and labels[first - 1] == "comment"
        and is_headline(blocks[first - 1].text)
    ):
        first -= 1
    bare = sum(SENTENCE_END.search(block.text) is None for block in blocks[first:])
    if len(blocks) - first >= 2 and bare:
        labels[first:] = ["boilerplate"] * (len(blocks) - first)


def _true_start(
    blocks: Sequence[Block], labels: Sequence[str], start: int, heads: Sequence[int]
) -> int:
    """The place up to which lines labelled as comments are still the article's.

    Nothing is a comment before the section's header or its first comment's head. Where
    heads stand below their comments, the paragraph above the first one is a comment too.
    """
    first = heads[0]
    section = [place for place in range(start, len(blocks)) if labels[place] == "comment"]
    lower = blocks[first].text.lower()
    if not heads_section(lower) and heads[-1] >= section[-1]:
        first -= 1
    for _ in range(_LINES_OF_A_HEAD):
        # A name, a number or a subject may stand in lines of their own over the date.
        text = blocks[first - 1].text
        if first > start and len(text.split()) <= 6 and not SENTENCE_END.search(text):
            first -= 1
    # Where heads come regularly, a longer stretch without one is not of the section.
    regular = len(heads) >= _REGULAR and heads[-1] - first <= _WIDEST_COMMENT * len(heads)
    return first if first - start <= (_LONGEST_LIST if regular else _SHORT_LIST) else start
