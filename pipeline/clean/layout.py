"""What the layout of a whole page says about single lines, after the classifier has spoken.

Two things hold for nearly every page. A text without a menu above it was copied or
exported for its article: a line inside that article is the article's unless its wording,
its repetition or its form says that it is furniture. And a comment section, once begun,
lasts to the end of the page or to the furniture below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.clean.blocks import SENTENCE_END, Block
from pipeline.clean.comment_section import whole_section
from pipeline.clean.dated_thread import with_dated_thread
from pipeline.clean.dates import without_dates
from pipeline.clean.given_back import give_back
from pipeline.clean.hourly_report import without_readers
from pipeline.clean.looks import word_count
from pipeline.clean.phrases import EDITORIAL_NOTE, LONGEST_FURNITURE, worded

_MENU = 6
"""Lines above the article that make a menu."""
_ENTRY = re.compile(r"(?:[-*•▪►–] ?|(?:[01]?\d|2[0-4])[:.][0-5]\d )\S+(?: \S+){2}")
"""Of a summary in points, or of a report by the hour."""
_LEAST_ENTRY = 4
"""Words, besides the time, of an entry such as "14:05 Bridge closed to all cars"."""
_PARAGRAPH = 20
"""Words of a paragraph."""
_FACT = re.compile(r"[A-Z][\w’' ]{2,30}: [\w“\"'‘£$€]")
"""Such as "Attendance: 31,204"."""
_NEXT_GAME = re.compile(r"up next:?$", re.IGNORECASE)
"""Over the last lines of a report of a game, which are sentences; over links it is a button."""
_SIGN_OFF = re.compile(
    r"yours,? etc\.?,?$|(?:yours|very respectfully|respectfully|sincerely|"
    r"(?:kind |best |warm )?regards|best wishes|with best wishes|in solidarity)\b[^.!?]{0,25}$"
    r"|(?:your|with|much|all my|lots of|god) (?:(?:loving|dear|old|devoted|very best) )?(?:brother|"
    r"sister|son|daughter|mother|father|mum|mom|dad|uncle|aunt|cousin|friend|husband|wife|love|"
    r"thanks|gratitude|bless(?: you)?),$",
    re.IGNORECASE,
)
_SALUTATION = re.compile(r"Dear \S[^.!?,]{0,40},$")
_LONGEST_SIGN_OFF = 3
"""Lines of a name and what it is of."""
_LONGEST_SIGNATURE = 8
"""Words of one of them."""
_STOPPED_HEADING = re.compile(r"[A-Z]{3,20}\.$")
_LINK = re.compile(r"https?:|www\.|@\w+\.\w|\.com\b")


def lay_out(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with article lines put back and comment sections made whole."""
    with_thread = with_dated_thread(blocks, labels)
    section = whole_section(blocks, _put_back(blocks, with_thread))
    return without_readers(blocks, give_back(blocks, section))


def keep_signatures(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body the name and place under each letter, of which there may be several."""
    repeated = Counter(block.text for block in blocks)
    for place in range(1, len(blocks)):
        if not (_SIGN_OFF.match(blocks[place].text) and "body" in labels[place - 1 : place + 1]):
            continue
        for below in range(place, _end_of_sign_off(blocks, labels, place, repeated)):
            if word_count(blocks[below].text) > _LONGEST_SIGNATURE:
                break
            if labels[below] == "boilerplate":
                labels[below] = "body"


def _put_back(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    settled = list(labels)
    body = [place for place, label in enumerate(settled) if label == "body"]
    if not body:
        return settled
    first, last = body[0], body[-1]
    above = [
        place
        for place in range(first)
        if settled[place] == "boilerplate" and not _ENTRY.match(blocks[place].text)
    ]
    if len(above) > _MENU:
        return settled
    repeated = Counter(block.text for block in blocks)
    _mend_broken(blocks, settled, range(first, len(blocks)), repeated)
    last = len(settled) - 1 - settled[::-1].index("body")
    top = settled.index("title") + 1 if "title" in settled[:first] else min(1, first)
    bottom = last + 1
    for place in (last, bottom):
        if place < len(blocks) and _SIGN_OFF.match(blocks[place].text):
            bottom = _end_of_sign_off(blocks, settled, place, repeated)
            settled[place:bottom] = ["body"] * (bottom - place)
            break
    while bottom < len(blocks) and settled[bottom] == "boilerplate":
        headed = _NEXT_GAME.match(blocks[bottom].text) and bottom + 1 < len(blocks)
        if not _closes(blocks[bottom + 1 if headed else bottom].text, repeated):
            break
        bottom += 1
    for place in range(top, bottom):
        text = blocks[place].text
        if settled[place] != "boilerplate":
            continue
        # A column of letters repeats its salutation over each of them.
        if _SALUTATION.match(text) or (
            _is_bare(text, repeated)
            and (place > first or SENTENCE_END.search(text) or _ENTRY.match(text))
        ):
            settled[place] = "body"
            first = min(first, place)
    return settled


def _closes(text: str, repeated: Counter[str]) -> bool:
    """Whether a line may be a closing one of the author's own: it ends like a sentence, or gives a
    value by its name."""
    told = SENTENCE_END.search(text) or _FACT.match(text)
    return told is not None and _is_bare(text, repeated)


def _end_of_sign_off(
    blocks: Sequence[Block], labels: Sequence[str], place: int, repeated: Counter[str]
) -> int:
    """Under a letter stand its writer's name and office."""
    end = place + 1
    while (
        end < len(blocks)
        and end <= place + _LONGEST_SIGN_OFF
        and labels[end] != "comment"
        and _is_bare(blocks[end].text, repeated)
    ):
        end += 1
    return end


def _mend_broken(
    blocks: Sequence[Block], labels: list[str], places: range, repeated: Counter[str]
) -> None:
    """Label as body the sentences that links broken out of them have spread over lines.

    Each piece looks like furniture; that the next one goes on in lower case tells them.
    """
    start = places.start
    while start < places.stop:
        end = start + 1
        while end < places.stop and _goes_on(blocks[end - 1].text, blocks[end].text):
            end += 1
        if end - start > 1 and set(labels[start:end]) <= {"boilerplate", "body"}:
            text = " ".join(block.text for block in blocks[start:end])
            note = EDITORIAL_NOTE.opening.match(text.lower())
            whole = text[note.end() :].lstrip() if note else text
            long = word_count(whole) >= _PARAGRAPH and SENTENCE_END.search(whole)
            if long and _is_bare(whole, repeated):
                labels[start:end] = ["body"] * (end - start)
        start = end


def _goes_on(text: str, after: str) -> bool:
    return after[:1].islower() and SENTENCE_END.search(text) is None


def _is_bare(text: str, repeated: Counter[str]) -> bool:
    """Whether nothing about a line itself says that it is furniture."""
    if repeated[text] > 1 or not any(map(str.isalpha, text)):
        return False
    if len(text) > LONGEST_FURNITURE:
        return True
    if _LINK.search(text.lower()) or _is_dated(text):
        return False
    # A button has no full stop: with one it is a heading, such as of letters by their source.
    return not worded(text) or _STOPPED_HEADING.match(text) is not None


def _is_dated(text: str) -> bool:
    """Whether a line is a stamp, and not an entry of a report by the hour or the day."""
    rest, _, dated = without_dates(text)
    return dated and sum(any(map(str.isalpha, word)) for word in rest.split()) < _LEAST_ENTRY
