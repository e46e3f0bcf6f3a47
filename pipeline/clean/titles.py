"""Which of a page's lines is the article's title: pages repeat it, in whole or in part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.classifier import KEPT
from pipeline.clean.credits import authors_name, is_credit, is_office, outlet_at_place
from pipeline.clean.headline_search import (
    PATH,
    SHARED,
    above_points,
    echoed,
    first_line,
    headline_in_text,
    like_first_line,
    line_above,
    said_twice,
)
from pipeline.clean.headlines import (
    DEEPEST,
    LEAST_WORDS,
    STOPS,
    TOP,
    may_head,
    reads_like_headline,
    same_title,
    speaks_as,
    spoken_of,
    subject,
)
from pipeline.clean.masthead import (
    heads_a_site,
    is_no_headline,
    names_section,
    names_section_or_site,
)
from pipeline.clean.phrases import worded
from pipeline.clean.plain_lines import is_notice, plain_label
from pipeline.clean.stamp_lines import is_month_stamp, is_stamp

_LONGEST_TITLE, _SENTENCE = 45, 14
"""Words: of a title, and of a sentence with its full stop, which is an opening paragraph."""
_SHORT_SENTENCE = 4
"""Words of a sentence that is no title where the metadata gives another."""
_LEAD = 12
"""Words."""
_DECK = 10
"""Words of a sentence under what may be the headline."""
_HEAD = 6
"""Blocks that stand above the body of a text without a menu."""
_STAMPS = 2
"""Blocks right below the heading in which its byline or day stands."""
_SHARED_OVER_STAMP = 0.34
"""Of the words of a line over the heading's last, that the text has too."""
_FIELD = re.compile(r"(?:source|author|by|publisher|journalist|reporter|outlet|section):$", re.I)
"""What stands on a line of its own above its value."""
_HEADLINE, _SECTION = 6, 3
"""Words of a headline at least, and of the name of its section at most."""
_STEM = 4
"""Letters."""
_LEAST_POINT, _LEAST_POINTS = 5, 2
"""Words of a point of a summary under the headline, and how many it has."""
_SUMMARY = re.compile(
    r"(?:(?:the |article )?summary|(?:key |main )(?:points|takeaways|facts)|(?:key )?takeaways|"
    r"highlights|at a glance|in (?:brief|short))(?: companies)?:?$",
    re.IGNORECASE,
)
_LONG_WORD, _LEAST_LONG = re.compile(r"(?<![\w’'])[^\W\d_]{5,}"), 4
_RELEASE = re.compile(r"for immediate release\W*$", re.IGNORECASE)
_ECHO = 4
"""Words of the headline that a line above it ends with, behind its section."""
_KICKER = 2
"""Words of a line that says of what or of where the headline below it is."""


def find_title(blocks: Sequence[Block], labels: list[str], known: str) -> list[str]:
    """The labels with at most one title, the nearest above the body; its echoes are duplicates.

    Args:
        blocks: The page.
        labels: What the classifier says of each block.
        known: The title the metadata gives, or "".
    """
    labels = _told_by_wording(blocks, labels, known)
    body = labels.index("body") if "body" in labels else len(labels)
    titles = [place for place in range(body) if labels[place] == "title"]
    if not known:
        titles = echoed(blocks, body) or titles
    if known and not any(same_title(blocks[place].text, known) for place in titles):
        titles = [n for n in range(body) if same_title(blocks[n].text, known)] or titles
    if not titles and known and (place := _below_menu(blocks, labels, body, known)) is not None:
        labels[body:place] = ["boilerplate"] * (place - body)
        titles = [place]
        body = place + 1
    if not known:
        titles = said_twice(blocks, labels, body) or titles
    if not titles:
        titles = (
            first_line(blocks, labels, body)
            or like_first_line(blocks, labels, body)
            or line_above(blocks, labels, _below_deck(labels, body), known)
            or ([] if known else headline_in_text(blocks, labels, body))
        )
    if not titles:
        return [_not_title(label) for label in labels]
    title = _likeliest(blocks, labels, titles, body, known)
    if known and not speaks_as(blocks[title].text, known):
        return _headed_elsewhere(blocks, labels, title)
    if not known:
        title = _below_site(blocks, labels, title, body)
    if not known and (top := above_points(blocks, labels, title, body)) < title:
        labels[top + 1 : title + 1] = ["deck"] * (title - top)
        title = top
    if not known and (above := _headline_above(blocks, labels, title, body)) is not None:
        labels[title] = _below_title(blocks[title].text)
        title = above
    for place in (*_points_below(blocks, labels, title), *_summary(blocks, labels, title, body)):
        labels[place] = "deck"
    headed = title < TOP and body - title <= _HEAD
    for place, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        if place == title:
            labels[place] = "title"
        elif place < title + 12 and same_title(block.text, blocks[title].text):
            labels[place] = "duplicate"
        elif (
            label in ("title", "deck", "boilerplate")
            and title < place < body
            and (
                is_credit(block.text)
                or (labels[place - 1] == "byline" and _is_of_author(block.text))
            )
        ):
            labels[place] = "byline"
        elif label == "title" and title < place < body:
            labels[place] = _below_title(block.text)
        elif (
            label == "boilerplate" and headed and title < place < body and _is_lead(block.text)
        ) or (
            # Of a page in HTML, its main content tells.
            not known
            and (label, place) == ("boilerplate", title + 1)
            and _is_deck(blocks, labels, place)
        ):
            labels[place] = "deck"
        elif label == "boilerplate" and headed and title < place < body:
            # Between the headline and the text, where no menu stands above.
            if reads_like_headline(block.text):
                labels[place] = plain_label(block.text) or "deck"
        elif label == "deck" and place < title:
            # The title is the text's first paragraph, and lines keep their order.
            labels[place] = "boilerplate"
        else:
            labels[place] = _not_title(label)
    return labels


def _headed_elsewhere(blocks: Sequence[Block], labels: Sequence[str], title: int) -> list[str]:
    """The labels of a text whose headline stands in a field beside it: what looks like one at its
    top is its deck."""
    found = list(labels)
    found[title] = "title"
    for place, label in enumerate(found):
        if label == "title":
            found[place] = _below_title(blocks[place].text) if title < TOP else "boilerplate"
    return found


def _below_menu(
    blocks: Sequence[Block], labels: Sequence[str], body: int, known: str
) -> int | None:
    """Where the given title stands, as the first line of the text or below a line or two of a menu
    that were taken for it; else None."""
    for place in range(body, min(body + _HEAD, len(blocks))):
        text = blocks[place].text
        if same_title(text, known):
            return place
        if labels[place] != "body" or text.endswith(STOPS) or len(text.split()) >= _LEAD:
            return None
    return None


def _below_deck(labels: Sequence[str], body: int) -> int:
    """The first line of the text, below its byline where that stands under a deck."""
    below = body + 1
    while below < len(labels) and labels[below] == "byline":
        below += 1
    return below if below > body + 1 and labels[below : below + 1] == ["body"] else body


def _told_by_wording(blocks: Sequence[Block], labels: Sequence[str], known: str) -> list[str]:
    """The labels without titles that are paragraphs, and menus and addresses over the text."""
    told: list[str] = []
    begun = False
    above = ""
    for place, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        dated_over = label in KEPT and not begun and _is_day_over(blocks, place)
        dated_over |= not begun and _RELEASE.match(above) is not None and is_stamp(block.text)
        if label == "title" and _is_paragraph(block.text, known):
            signed = place < TOP and any(is_credit(below.text) for below in blocks[place + 1 :][:1])
            label = "title" if signed and not known else "body"
        elif not begun and _ends_with_next(blocks, place):
            label = "duplicate"
        elif dated_over or (
            label == "title"
            and (is_stamp(block.text) or is_office(block.text) or _FIELD.match(above))
        ):
            label = "byline"
        elif label in ("title", "body", "deck") and not begun and is_no_headline(block.text):
            # The address of a site may be an article's: of what it tells of.
            is_site = " " not in block.text and "@" not in block.text
            label = label if is_site and label != "title" else "boilerplate"
        begun = begun or (label == "body" and block.text.endswith(STOPS))
        told.append(label)
        above = block.text
    return told


def _ends_with_next(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line is the path to the page, or its section, and then the headline below it."""
    text = blocks[place].text.casefold()
    below = [block.text.casefold() for block in blocks[place + 1 : place + 1 + _STAMPS]]
    return any(text.endswith(" " + line) and len(line.split()) >= _ECHO for line in below)


def _is_day_over(blocks: Sequence[Block], place: int) -> bool:
    """Whether a line is the day over a headline."""
    below = blocks[place + 1].text if place + 1 < len(blocks) else ""
    dated = is_stamp(blocks[place].text) or is_month_stamp(blocks[place].text)
    return dated and below != "" and reads_like_headline(below)


def _below_site(blocks: Sequence[Block], labels: Sequence[str], title: int, body: int) -> int:
    """The headline under what looks like one, but is the name or the motto of the site, or the
    name of its subject: "Bank of Ulm" over "Bank of Ulm keeps its rates"."""
    lines = [block.text for block in blocks]
    if _names_subject(*lines[title : title + 2]):
        return title + 1
    if title < _HEAD and heads_a_site(title, lines):
        for place in range(title + 1, min(body + 1, len(blocks))):
            kept = labels[place] in ("body", "deck", "title")
            named = labels[place] == "byline" and not authors_name(lines[place], ())
            if (kept or named) and may_head(blocks, labels, place):
                return place
    return title


def _names_subject(line: str, below: str = "") -> bool:
    """Whether a line is a few words of the headline below it, and no more."""
    few = len(line.split()) <= _SECTION and len(below.split()) >= _HEADLINE
    named = re.search(rf"\b{re.escape(line.casefold())}\b", below.casefold()) if few else None
    return named is not None and reads_like_headline(below)


def _is_paragraph(text: str, known: str) -> bool:
    words = len(text.split())
    stopped = text.endswith(STOPS)
    if known and stopped and words >= _SHORT_SENTENCE and not same_title(text, known):
        # A record's text begins with its first sentence: its title stands in a field.
        return True
    told = stopped and words >= _SENTENCE and not _is_in_capitals(text)
    return words > _LONGEST_TITLE or told


def _is_in_capitals(text: str) -> bool:
    """Whether all longer words begin with a capital, as no paragraph's do: `Ferry Stays. Nobody
    Has Seen It.`"""
    longer = [word for word in _LONG_WORD.findall(text)]
    return len(longer) >= _LEAST_LONG and all(word[0].isupper() for word in longer)


def _headline_above(
    blocks: Sequence[Block], labels: Sequence[str], title: int, body: int
) -> int | None:
    """Where the headline stands, if what looks like it is rather its deck; else None.

    It is the line over it, but for a notice such as that of the article's age.
    """
    above = title - 1
    if above > 0 and is_notice(blocks[above].text):
        above -= 1
    if above < 1 or labels[above] != "boilerplate":
        return None
    if title < TOP and not (names_section(blocks[0].text) or _follows_menu(blocks, above)):
        return None
    text = blocks[above].text
    # A headline of two sentences has their stops.
    if (
        not reads_like_headline(text.removesuffix("."))
        or names_section_or_site(text)
        or PATH.search(text)
    ):
        return None
    words, first = subject(text), subject(blocks[0].text)
    if len(subject(blocks[title].text) & first) > len(words & first):
        # A page's text begins with the page's own title.
        return None
    shared = len(words & spoken_of(blocks, labels, body))
    below = blocks[title].text
    is_deck = below.endswith(STOPS) and len(below.split()) >= _DECK and not text.endswith("?")
    # Right over the byline, or the author's name, stands the last line of the heading.
    stamped = any(
        labels[place] == "byline" or is_stamp(blocks[place].text)
        for place in range(title + 1, min(title + 1 + _STAMPS, body))
    )
    if stamped and _follows_menu(blocks, above) and _shares_a_stem(words, blocks, title, body):
        return above
    share = _SHARED_OVER_STAMP if stamped else SHARED
    is_headline = len(words) >= LEAST_WORDS and (is_deck or shared >= share * len(words))
    return above if is_headline else None


def _follows_menu(blocks: Sequence[Block], place: int) -> bool:
    """Whether a long line stands below a short one, as the headline does below its section."""
    return (
        len(blocks[place].text.split()) >= _HEADLINE
        and len(blocks[place - 1].text.split()) <= _SECTION
    )


def _shares_a_stem(words: frozenset[str], blocks: Sequence[Block], title: int, body: int) -> bool:
    """Whether the deck or the text has a word of the headline's, however it is inflected."""
    stems = {word[:_STEM] for word in words if len(word) >= _STEM}
    told = [blocks[title], *blocks[body : body + _HEAD]]
    return any(word[:_STEM] in stems for block in told for word in subject(block.text))


def _is_deck(blocks: Sequence[Block], labels: Sequence[str], place: int) -> bool:
    """Whether a line under the headline, with a byline or a day below it, is its deck."""
    text = blocks[place].text
    below = range(place + 1, min(place + 1 + _STAMPS, len(blocks)))
    return (
        len(text.split()) >= _DECK
        and (text.endswith(STOPS) or reads_like_headline(text))
        and not (worded(text) or is_notice(text))
        and any(labels[n] == "byline" or is_stamp(blocks[n].text) for n in below)
    )


def _is_lead(text: str) -> bool:
    """Whether a line between headline and text is a sentence of the article's."""
    told = text.endswith(STOPS) and len(text.split()) >= _LEAD
    return told and not (worded(text) or is_notice(text))


def _likeliest(
    blocks: Sequence[Block], labels: Sequence[str], titles: list[int], body: int, known: str
) -> int:
    """The headline among several lines that look like one.

    Below a menu it is the last, nearest the text. A text without one begins with it, and
    what follows is its deck; but a section, a site or a place may be named above it.
    """
    if known:
        for place in reversed(titles):
            if same_title(blocks[place].text, known):
                return place
    if titles[-1] in _points_below(blocks, labels, titles[0]):
        return titles[0]
    if titles[0] >= TOP or titles[-1] - titles[0] >= TOP:
        return titles[-1]
    *above, last = titles
    for place in above:
        text = blocks[place].text
        if not names_section_or_site(text) and len(text.split()) > _KICKER:
            return place
    if names_section_or_site(blocks[last].text):
        for place in range(last + 1, min(len(blocks), body + 1, last + TOP)):
            if labels[place] != "caption" and reads_like_headline(blocks[place].text):
                return place
    return last


def _points_below(blocks: Sequence[Block], labels: Sequence[str], title: int) -> range:
    """The points of a summary between a headline that no menu stands above and its byline."""
    end = title + 1
    while (
        end < min(len(labels), title + _HEAD)
        and labels[end] in ("title", "deck", "boilerplate", "body")
        and len(blocks[end].text.split()) >= _LEAST_POINT
        and not worded(blocks[end].text)
        and not is_stamp(blocks[end].text)
        and not is_credit(blocks[end].text)
    ):
        end += 1
    told = title < TOP and labels[end : end + 1] == ["byline"] and end - title > _LEAST_POINTS
    return range(title + 1, end if told else title + 1)


def _summary(blocks: Sequence[Block], labels: Sequence[str], title: int, body: int) -> list[int]:
    """The points below a line between the headline and the text that heads a summary.

    Points that are whole sentences repeat the text's own.
    """
    over = range(title + 1, min(body, title + DEEPEST))
    head = next((place for place in over if _SUMMARY.match(blocks[place].text)), body)
    return [
        place
        for place in range(head + 1, min(body, head + DEEPEST))
        if labels[place] in ("title", "boilerplate")
        and len(blocks[place].text.split()) >= _LEAST_POINT
        and reads_like_headline(blocks[place].text)
        and not is_credit(blocks[place].text)
    ]


def _is_of_author(text: str) -> bool:
    return outlet_at_place(text) != "" or is_office(text)


def _below_title(text: str) -> str:
    """The label of what looked like a headline, and has the headline over it."""
    if is_credit(text):
        return "byline"
    return "boilerplate" if names_section_or_site(text) else "deck"


def _not_title(label: str) -> str:
    return "boilerplate" if label == "title" else label
