"""What an article sets between its paragraphs in other people's words and lines: e-mails with
their headers, verse, and messages that its own words lead to.

Names, hours and the first person stand in them as they do in readers' comments. So, like the
posts of social networks, their lines are kept from the labelling of a page, and take the label
of what they stand in.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.comment_phrases import shows_section
from pipeline.clean.comment_signs import form_of_date
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import worded
from pipeline.clean.posts import NETWORK, post_places
from pipeline.clean.voice import speaks_as_paper, speaks_as_reader

_PARAGRAPH = 100
"""Characters, from which on a line is the article's and no menu's."""
_LONGEST_HEAD = 160
_MAIL_HEAD = re.compile(r"(From|To|Cc|Bcc|Sent|Date|Subject|Re): ?\S", re.IGNORECASE)
_LEAST_MAIL_HEADS = 2
_LONGEST_MAIL, _LAST_MAIL = 12, 4
"""Lines of a message: at most up to the next one's headers, and below the last headers."""
_LONGEST_LAST = 40
"""Words of a line of the last message: a longer one may be the article's again."""
_LEAST_VERSE, _LONGEST_VERSE = 3, 60
"""Lines of verse, and characters of one."""
_STOPPED = re.compile(r"[.!?…:][\"'”’)\]]*$")
_LINES_OF_A_HEAD = 2
_LONGEST_NAME = 5
"""Words of a name over a message."""
_LONGEST_MESSAGE = 400
"""Characters."""


def insert_places(blocks: Sequence[Block]) -> set[int]:
    """Places of the lines of inserts, and of the words that lead to one, such as "She wrote:".

    Below the header of a comment section there are none.
    """
    end = _end_of_article(blocks)
    found = post_places(blocks)
    place = 0
    while place < end:
        for lines_at in (_mail_at, _verse_at, _message_at):
            lines = lines_at(blocks, place, end)
            if lines:
                found.update(lines)
                place = lines.stop - 1
                break
        place += 1
    return found


def _end_of_article(blocks: Sequence[Block]) -> int:
    """Where the first header or button of comments stands below the article's first long line."""
    told = False
    for place, block in enumerate(blocks):
        if len(block.text) > _PARAGRAPH:
            told = True
        elif told and shows_section(block.text):
            return place
    return len(blocks)


def _mail_at(blocks: Sequence[Block], place: int, end: int) -> range:
    """A message from its headers ("From:", "Sent:" …) on, up to the next one's or its end."""
    headed = _end_of_headers(blocks, place, end)
    if not headed:
        return range(0)
    for below in range(headed, min(end, headed + _LONGEST_MAIL)):
        if _end_of_headers(blocks, below, end):
            return range(place, below)
    below = headed
    while below < end and below - headed < _LAST_MAIL:
        text = blocks[below].text
        if worded(text) or speaks_as_paper(text):
            break
        if below > headed and word_count(text) > _LONGEST_LAST:
            break
        below += 1
    return range(place, below)


def _end_of_headers(blocks: Sequence[Block], place: int, end: int) -> int:
    """Where the headers of a message end that begin at `place`; 0 if none begin there."""
    names = set[str]()
    below = place
    while below < end and len(blocks[below].text) <= _LONGEST_HEAD:
        head = _MAIL_HEAD.match(blocks[below].text)
        if head is None or head[1].lower() in names:
            break
        names.add(head[1].lower())
        below += 1
    return below if "from" in names and len(names) >= _LEAST_MAIL_HEADS else 0


def _verse_at(blocks: Sequence[Block], place: int, end: int) -> range:
    """Short lines set off from the paragraphs, of which the next goes on with the sentence."""
    if not place or not blocks[place].gap:
        return range(0)
    next_ones = blocks[place + 1 : min(place + _LEAST_VERSE, end)]
    if any(block.gap or len(block.text) > _LONGEST_VERSE for block in next_ones):
        return range(0)
    lead = blocks[place - 1].text.endswith(":")
    below = place
    while below < end and (below == place or not blocks[below].gap):
        below += 1
    if not _goes_on([block.text for block in blocks[place:below]], lead):
        return range(0)
    lines = list(itertools.takewhile(_may_be_verse, (block.text for block in blocks[place:below])))
    below = place + len(lines)
    if len(lines) < _LEAST_VERSE or (below < len(blocks) and not blocks[below].gap):
        return range(0)
    open_ended = [line for line in lines[:-1] if not _STOPPED.search(line)]
    if 2 * len(open_ended) < len(lines) or not _goes_on(lines, lead):
        return range(0)
    return range(place - lead, below)


def _goes_on(lines: Sequence[str], lead: bool) -> bool:
    """Whether sentences go on from line to line; one is enough where words lead to them."""
    run_on = sum(line[0].islower() for line in lines[1:])
    return run_on > 1 or (lead and (run_on > 0 or any(line[-1] in ",;–—" for line in lines)))


def _may_be_verse(text: str) -> bool:
    return (
        len(text) <= _LONGEST_VERSE
        and not form_of_date(text)
        and not worded(text)
        and not speaks_as_reader(text)
        and any(map(str.isalpha, text))
    )


def _message_at(blocks: Sequence[Block], place: int, end: int) -> range:
    """A name or an hour, and a message, below words that lead to them: "Jo wrote on Facebook:"."""
    lead = blocks[place].text
    if not (lead.endswith(":") and NETWORK.search(lead) and word_count(lead) > _LONGEST_NAME):
        return range(0)
    text = place + 1
    while text < end and text - place <= _LINES_OF_A_HEAD and _heads_message(blocks[text].text):
        text += 1
    if text >= end or text == place + 1 or len(blocks[text].text) > _LONGEST_MESSAGE:
        return range(0)
    return range(place, text + 1)


def _heads_message(text: str) -> bool:
    return bool(form_of_date(text)) or (
        word_count(text) <= _LONGEST_NAME and text[-1].isalnum() and text[0].isupper()
    )
