"""Posts from social networks that an article quotes: their lines are the article's.

A post comes with the name, the handle and the day of who wrote it, which is also how comment
systems print a comment, and its words are no paper's. So the lines of posts are kept from the
labelling of a page, and take the label of what they stand in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.classifier import KEPT
from pipeline.clean.comment_phrases import COMMENT_ACTION, heads_section
from pipeline.clean.dates import without_dates
from pipeline.clean.voice import speaks_as_paper

_LONGEST_HEAD = 100
_LONGEST_POST = 300
"""Characters."""
_LINES_OF_A_POST = 4
_BUTTONS_BELOW = 4
"""Lines below a name and handle among which buttons tell that a comment stands there."""
_WORDS_BESIDE = 4
"""Of a line with the hour and day of a post: "3:04 PM · Mar 4, 2021 · Twitter Web App"."""
_SIGNED = re.compile(r"[—–-] ?[^@—]{1,60} ?\(@\w{1,30}\),?(?P<rest>[^@]{0,40})$")
_NAMED = re.compile(
    r"[A-ZÀ-Þ][^@.!?()]{0,60} \(?@\w{1,30}\)?(?P<rest>(?: ?[·•|] ?| - )[^@]{2,40})$"
)
_NAME_AND_HANDLE = re.compile(r"[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){0,5} \(@\w{1,30}\)$")
_NAME_OVER_POST = re.compile(r"[A-ZÀ-Þ][^@!?()\n]{1,60} \W?@\w{1,30}$")
_SHARED = re.compile(r"A post shared by [^@]{1,60} ?\(@[\w.]{1,30}\)[^@]{0,60}$")
_HANDLE = re.compile(r"@\w{1,30}$")
NETWORK = re.compile(
    r"\b(?:twitter|tweet(?:ed|s|ing)?|facebook|instagram|tiktok|reddit|bluesky|mastodon|linkedin|"
    r"whatsapp|telegram|social media|online|posts?|posted|posting|messages?|texted|e-?mailed)\b"
    r"|\bon (?:X|Threads)\b",
    re.IGNORECASE,
)
"""Words that lead to what somebody wrote on a social network."""
_HANDLE_ABOVE = re.compile(r"@\w{1,30}(?P<rest>(?: ?[·•|] ?| - )[^@]{2,40})?$")
_HANDLE_SAYS = re.compile(r"@\w{1,30}: \S")
_OLD = re.compile(r"\d{1,2} ?(?:s|m|min|h|hrs?|d|w)$")
_HOUR = re.compile(r"\d{1,2}:\d{2} ?[AP]M ?[·-] ")
_PICTURE = re.compile(r"(?:pic\.twitter\.com|https?://t\.co)/\w{1,20}$")
_NO_DAY = " \t·•|-–—,."


def post_places(blocks: Sequence[Block]) -> set[int]:
    """Places of the lines of posts, and of the words that lead to one, such as "She wrote:".

    Below the header of a comment section, or a comment's buttons, none is taken for a post;
    over the text they are only links to one.
    """
    found: set[int] = set()
    if not any("@" in block.text for block in blocks):
        # no post is without a handle
        return found
    told = False
    told_on = _last_of_paper(blocks)
    for place, block in enumerate(blocks):
        text = block.text
        if len(text) > _LONGEST_HEAD:
            told = True
            continue
        if told and _shows_comments(text):
            break
        lines = _post_at(blocks, place) or _post_below_handle(blocks, place, found, told_on)
        if lines and not _has_buttons(blocks, lines.stop):
            found.update(lines)
            above = lines.start - 1
            if above > 0 and blocks[above].text.endswith(":"):
                found.add(above)
    return found


def settle_posts(labels: Sequence[str], places: set[int], count: int) -> list[str]:
    """The labels of all blocks of a page, from those of the blocks that are in no post.

    Args:
        labels: The labels of the other blocks, in order.
        places: The places of the posts' blocks.
        count: How many blocks the page has.
    """
    others = iter(labels)
    settled = ["" if place in places else next(others) for place in range(count)]
    above = ""
    for place, label in enumerate(settled):
        if not label:
            below = next(filter(None, settled[place:]), "")
            inside = above in KEPT or above in ("byline", "caption") or below == "body"
            settled[place] = "body" if inside and above else above or "boilerplate"
        else:
            above = label
    return settled


def put_posts_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body a post inside the article, from the paragraph above to its signature.

    Of one that ends the article, the signature stays with its day: a name alone is the author's.
    """
    for place, block in enumerate(blocks):
        if not (_is_signed(block.text) or _is_hour_of_post(block.text)):
            continue
        if "body" not in labels[place + 1 :]:
            signs = labels[place] == "boilerplate" and labels[place - 1 : place] == ["body"]
            if signs and without_dates(block.text)[2]:
                labels[place] = "body"
            continue
        above = place - 1
        while above >= 0 and place - above <= _LINES_OF_A_POST and labels[above] == "boilerplate":
            above -= 1
        if above >= 0 and labels[above] == "body":
            labels[above + 1 : place + 1] = ["body"] * (place - above)


def _post_at(blocks: Sequence[Block], place: int) -> range:
    """The lines of the post whose name and handle, or hour and day, stand at `place`."""
    text = blocks[place].text
    nothing = range(place, place)
    if _is_signed(text):
        above = place
        while above > 1 and place - above < _LINES_OF_A_POST:
            above -= 1
            if not _PICTURE.match(blocks[above].text):
                break
        short = above > 0 and len(blocks[above].text) <= _LONGEST_POST
        return range(above if short else place, place + 1)
    if _heads_post(text):
        end = place + 1
        while (
            end < len(blocks)
            and end - place <= _LINES_OF_A_POST
            # Only what stands right below, without a blank line, is more of the same post.
            and (end == place + 1 or not (blocks[end].gap or blocks[end - 1].gap))
            and len(blocks[end].text) <= _LONGEST_POST
            and not _heads_post(blocks[end].text)
        ):
            end += 1
        return range(place, end)
    if _is_hour_of_post(text):
        for above in range(place - 1, max(0, place - _LINES_OF_A_POST - 2), -1):
            if _HANDLE.match(blocks[above].text):
                return range(above - 1, place + 1)
            if _NAME_OVER_POST.match(blocks[above].text):
                return range(above, place + 1)
    return nothing


def _last_of_paper(blocks: Sequence[Block]) -> int:
    """Where the article's last sentence stands below the first handle alone; 0 if none does."""
    first = next(
        (
            place
            for place, block in enumerate(blocks)
            if _HANDLE_ABOVE.match(block.text) or _HANDLE_SAYS.match(block.text)
        ),
        None,
    )
    if first is None:
        return 0
    last = 0
    for place in range(first, len(blocks)):
        text = blocks[place].text
        if len(text) <= _LONGEST_HEAD and _shows_comments(text):
            break
        if speaks_as_paper(text):
            last = place
    return last


def _post_below_handle(blocks: Sequence[Block], place: int, found: set[int], told_on: int) -> range:
    """The post right below a handle alone, where words or another post lead to it.

    Some comment systems print a handle over each comment, too: so the article must go on
    below, at `told_on`, or have led to it with a colon.
    """
    if place and _HANDLE_SAYS.match(blocks[place].text):
        return range(place, place + _led_to(blocks, place, found, told_on))
    handle = _HANDLE_ABOVE.match(blocks[place].text)
    below = place + 1
    if handle is None or not place or below >= len(blocks):
        return range(0)
    led = _led_to(blocks, place, found, told_on)
    dated = handle["rest"] is None or _is_day(handle["rest"], False)
    short = len(blocks[below].text) <= _LONGEST_POST
    return range(place, below + 1) if led and dated and short else range(0)


def _led_to(blocks: Sequence[Block], place: int, found: set[int], told_on: int) -> bool:
    """Whether words or another post lead to a post at `place`, and the article goes on below."""
    above = blocks[place - 1].text
    return place - 1 in found or (
        NETWORK.search(above) is not None and (place < told_on or above.endswith(":"))
    )


def _is_signed(text: str) -> bool:
    """Below a post: "— Jo Miller (@jomiller) March 4, 2021", or "A post shared by …"."""
    if len(text) > _LONGEST_HEAD:
        return False
    signed = _SIGNED.match(text)
    return bool(signed and _is_day(signed["rest"], True)) or bool(_SHARED.match(text))


def _heads_post(text: str) -> bool:
    """Over a post: "Jo Miller @jomiller · Jan 14" or "Jo Miller (@jomiller)"."""
    if len(text) > _LONGEST_HEAD:
        return False
    named = _NAMED.match(text)
    return bool(named and _is_day(named["rest"], False)) or bool(_NAME_AND_HANDLE.match(text))


def _is_hour_of_post(text: str) -> bool:
    if len(text) > _LONGEST_HEAD or not _HOUR.match(text):
        return False
    rest, _, dated = without_dates(text)
    return dated and len([word for word in rest.split() if word.isalpha()]) <= _WORDS_BESIDE


def _is_day(text: str, may_lack: bool) -> bool:
    """Whether nothing but a day or an age stands there."""
    bare = text.strip(_NO_DAY)
    if not bare or _OLD.match(bare):
        return bool(bare) or may_lack
    rest, _, dated = without_dates(bare)
    return dated and not any(map(str.isalpha, rest))


def _shows_comments(text: str) -> bool:
    """Whether a line heads a comment section, or holds a comment's buttons, dated or not."""
    if len(text) > _LONGEST_HEAD:
        return False
    buttons = without_dates(text)[0].lower()
    return heads_section(text.lower()) or COMMENT_ACTION.found_in(buttons)


def _has_buttons(blocks: Sequence[Block], below: int) -> bool:
    return any(_shows_comments(block.text) for block in blocks[below : below + _BUTTONS_BELOW])
