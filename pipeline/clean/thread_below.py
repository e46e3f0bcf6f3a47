"""A comment thread below an article that shows itself without a doubt: by the header over it
and the names and dates in it, whatever else speaks for its being the article's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.comment_phrases import heads_section
from pipeline.clean.comment_section import whole_section
from pipeline.clean.comment_signs import form_of_head
from pipeline.clean.dated_thread import with_dated_thread
from pipeline.clean.given_back import give_back
from pipeline.clean.looks import word_count
from pipeline.clean.voice import speaks_as_paper, speaks_as_reader, speaks_personally

_LEAST_ABOVE = 20
"""Words of an article, below which a thread may stand."""
_LEAST_HEADS, _LEAST_UNDER_HEADER = 2, 1
"""Heads of comments of one form, without the section's header and with it."""
_MOST_OTHERS = 0.25
"""Words from the thread on that look like an article's, for each that looks like a comment's."""
_MOST_OF_PAPER = 0.5
"""Share of sentences in a paper's voice, from which on dated entries are a report."""
_LEAST_SENTENCE = 6
"""Words."""


def thread_below(
    blocks: Sequence[Block], looks: Sequence[str], inserts: Collection[int]
) -> set[int]:
    """The places of a thread that leaves no doubt; none if there is no such thread.

    Args:
        blocks: The page.
        looks: The label of each block by what it looks like.
        inserts: Places of the e-mails, verses and posts that are set in the article.
    """
    looks = [
        "body" if label == "comment" and place in inserts else label
        for place, label in enumerate(looks)
    ]
    looks = with_dated_thread(blocks, looks)
    section = give_back(blocks, whole_section(blocks, looks))
    places = [place for place, label in enumerate(section) if label == "comment"]
    places = _from_first_head(blocks, places)
    if not places:
        return set()
    start = places[0]
    words = Counter[str]()
    for place in range(start, len(blocks)):
        words[looks[place]] += word_count(blocks[place].text)
    above = sum(
        word_count(block.text)
        for block, label in zip(blocks[:start], looks[:start], strict=True)
        if label == "body"
    )
    if above < _LEAST_ABOVE or words["body"] > _MOST_OTHERS * words["comment"]:
        return set()
    return set(range(start, places[-1] + 1))


def _from_first_head(blocks: Sequence[Block], places: Sequence[int]) -> list[int]:
    """The places from the section's header on, or the first of several alike heads; none if
    neither is there."""
    texts = [blocks[place].text for place in places]
    header = next((n for n, text in enumerate(texts) if heads_section(text.lower())), len(texts))
    forms = Counter(form_of_head(text) for text in texts)
    del forms[""]
    alike = [n for n, text in enumerate(texts) if forms[form_of_head(text)] >= _LEAST_HEADS]
    first = alike[0] if alike else len(texts)
    below = texts[header + 1 :]
    if header < first:
        # Under a header, one head or one reader's voice says that this is no form alone.
        told = [
            text
            for text in below
            if form_of_head(text) or speaks_as_reader(text) or speaks_personally(text)
        ]
        return list(places[header:]) if len(told) >= _LEAST_UNDER_HEADER else []
    if first and first < len(texts) and texts[first - 1][-1].isalnum():
        # The name may stand in a line of its own over the date.
        first -= len(texts[first - 1].split()) <= 4
    said = [text for text in texts[first:] if word_count(text) >= _LEAST_SENTENCE]
    if sum(map(speaks_as_paper, said)) >= _MOST_OF_PAPER * len(said):
        return []
    return list(places[first:])
