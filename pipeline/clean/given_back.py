"""What looked like the beginning of a comment section and was not: the paper speaks below it.

An article may quote readers, a diary or a forum with their names and days. Where its own
sentences go on below them, before any header of a comment section, all of it is the article's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import STOPPED, Block
from pipeline.clean.comment_phrases import heads_section, shows_section
from pipeline.clean.comment_signs import form_of_head
from pipeline.clean.voice import judges, speaks_as_paper, speaks_as_reader, speaks_personally

_INVITES = re.compile(
    r"\b(?:join the (?:conversation|discussion|debate)|have your say|what do you think|"
    r"share your (?:thoughts|views?|opinions?))\b",
    re.IGNORECASE,
)
"""What papers ask their readers, over the comments or amid an article."""
_MOST_HEADS = 6
"""Heads, at most, of what an article quotes."""
_BELOW_HEAD = 2
"""Lines from a head, from which on a sentence is not the text of its comment."""
_LEAST_SENTENCE = 6
"""Words."""
_LEAST_OF_PAPER = 0.3
"""Share of the sentences below a heading of the article that are in the paper's voice."""


def give_back(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with what stands above the paper's own sentences labelled as body."""
    settled = list(labels)
    if "comment" not in settled:
        return settled
    start = settled.index("comment")
    if _is_heading(blocks, start):
        return ["body" if label == "comment" else label for label in settled]
    if _INVITES.search(blocks[start].text):
        _give_back_below_invitation(blocks, settled, start)
        return settled
    end = next(
        (place for place in range(start, len(blocks)) if shows_section(blocks[place].text)),
        len(blocks),
    )
    inside = [place for place in range(start, end) if settled[place] in ("comment", "body")]
    papers = [place for place in inside if speaks_as_paper(blocks[place].text)]
    if not papers:
        return settled
    heads = [place for place in inside if form_of_head(blocks[place].text)]
    if heads and len(heads) <= _MOST_HEADS and papers[-1] >= heads[-1] + _BELOW_HEAD:
        last = inside[-1]
    else:
        # Above the first head there is only the article.
        last = max((place for place in papers if heads and place < heads[0]), default=-1)
    return [
        "body" if start <= place <= last and label == "comment" else label
        for place, label in enumerate(settled)
    ]


def _give_back_below_invitation(blocks: Sequence[Block], labels: list[str], start: int) -> None:
    """Label as body the sentences below "Share your thoughts" amid an article, up to the first
    name, day or button of a comment.

    No reader speaks in them; and where readers do below them, the paper is told from these by
    its voice.
    """
    told: list[int] = []
    end = start + 1
    while end < len(blocks):
        text = blocks[end].text
        if labels[end] == "comment" and not _INVITES.search(text):
            said = len(text.split()) >= _LEAST_SENTENCE and STOPPED.search(text)
            if not said or form_of_head(text) or _speaks_as_somebody(text):
                break
            told.append(end)
        end += 1
    thread = "comment" in labels[end:]
    if told and (not thread or any(speaks_as_paper(blocks[n].text) for n in told)):
        for place in range(start, end):
            if labels[place] == "comment":
                labels[place] = "body" if place in told else "boilerplate"


def _speaks_as_somebody(text: str) -> bool:
    return speaks_personally(text) or judges(text) or speaks_as_reader(text)


def _is_heading(blocks: Sequence[Block], start: int) -> bool:
    """Whether a word such as "Discussion" is a heading of the article, below which only the
    paper speaks, and no reader, name, day or button shows."""
    if not heads_section(blocks[start].text.lower()) or len(blocks[start].text.split()) > 1:
        return False
    below = [block.text for block in blocks[start + 1 :]]
    told = [text for text in below if len(text.split()) >= _LEAST_SENTENCE]
    papers = sum(map(speaks_as_paper, told))
    return papers >= max(1, _LEAST_OF_PAPER * len(told)) and not any(
        form_of_head(text) or shows_section(text) or speaks_as_reader(text) for text in below
    )
