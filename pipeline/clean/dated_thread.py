"""A few comments right below an article, without a header: names over days of one form."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.comment_signs import form_of_date
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import worded
from pipeline.clean.voice import judges, speaks_as_paper, speaks_as_reader, speaks_personally

_LEAST_ABOVE = 50
"""Words of an article, below which its readers may speak."""
_LEAST_COMMENTS = 2
_LONGEST_NAME = 4
"""Words."""
_WIDEST = 6
"""Lines from one day to the next."""


def with_dated_thread(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with comments below the article labelled so, if none are yet.

    A programme or a list of events has titles over days, too; so one of the names must be a
    handle, or one of the texts a reader's.
    """
    settled = list(labels)
    if "comment" in settled:
        return settled
    heads = _heads(blocks)
    if len(heads) < _LEAST_COMMENTS:
        return settled
    start = heads[0] - 1
    above = sum(word_count(blocks[place].text) for place in range(start) if labels[place] == "body")
    said = [blocks[place + 1].text for place in heads]
    readers = [text for text in said if _is_reader(text)]
    handles = [place for place in heads if _is_handle(blocks[place - 1].text)]
    end = heads[-1] + 2
    if above < _LEAST_ABOVE or len(readers) + len(handles) < _LEAST_COMMENTS:
        return settled
    others = set(range(start, len(blocks))) - {place + 1 for place in heads}
    if any(labels[n] == "body" and speaks_as_paper(blocks[n].text) for n in others):
        return settled
    while end < len(blocks) and labels[end] == "body" and not worded(blocks[end].text):
        end += 1
    settled[start:end] = ["comment"] * (end - start)
    return settled


def _heads(blocks: Sequence[Block]) -> list[int]:
    """The last days of one form that stand below a name and above a text, near each other."""
    found: list[int] = []
    form = ""
    for place in range(len(blocks) - 2, 0, -1):
        its_form = form_of_date(blocks[place].text)
        if not its_form or (form and its_form != form):
            continue
        if found and found[0] - place > _WIDEST:
            break
        if _is_name(blocks[place - 1].text) and not form_of_date(blocks[place + 1].text):
            form = its_form
            found.insert(0, place)
    return found


def _is_name(text: str) -> bool:
    return (
        word_count(text) <= _LONGEST_NAME
        and (text[-1].isalnum() or text[-1] in "._")
        and not worded(text)
        and not form_of_date(text)
    )


def _is_handle(name: str) -> bool:
    """Whether nobody bears a name outside the net: one word in small letters, or with capitals
    or figures in it."""
    inner = any(map(str.isupper, name[1:])) and not name.isupper()
    return " " not in name and (name[0].islower() or inner or any(map(str.isdigit, name)))


def _is_reader(text: str) -> bool:
    return (
        text.endswith(("?", "!"))
        or speaks_as_reader(text)
        or speaks_personally(text)
        or judges(text)
    )
