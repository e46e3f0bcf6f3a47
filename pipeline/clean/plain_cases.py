"""Lines whose place on the page, or whose wording alone, says what they are.

The classifier weighs a line's looks against its surroundings; for a copyright notice or a
photograph's credit there is nothing to weigh, nor for a date between headline and text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.appeals import take_out_requests, take_out_sponsored
from pipeline.clean.blocks import Block
from pipeline.clean.classifier import KEPT
from pipeline.clean.credits import names_outlet_behind_dash, stamped_outlet
from pipeline.clean.head_lines import (
    DASHES,
    PARAGRAPH,
    SENTENCE_ENDS,
    is_sentence,
    take_out_above_opening,
    take_out_author,
)
from pipeline.clean.hourly_report import put_days_back, put_reports_back
from pipeline.clean.page_ends import (
    take_out_below_end,
    take_out_below_notice,
    take_out_bio,
    take_out_boilerplate_of_release,
)
from pipeline.clean.phrases import CAPTION, LONGEST_FURNITURE
from pipeline.clean.picture_lines import take_out_credited, take_out_pictures
from pipeline.clean.plain_lines import is_notice, plain_label
from pipeline.clean.posts import put_posts_back
from pipeline.clean.pull_quotes import take_out_pull_quotes
from pipeline.clean.stamp_lines import is_stamp

_NOTE = re.compile(
    r"(?:an|a)(?: (?:earlier|previous|prior))? version of this (?:article|story|report|column|post|"
    r"obituary) (?:appear(?:s|ed) in print|mis\w+|incorrectly|gave|referred|included|omitted)\b",
    re.IGNORECASE,
)
"""How a paper's note below an article begins, on print or on what was wrong."""
_COPYRIGHT = re.compile(
    r"(?:copyright )?(?:©|\(c\)) ?\d{4}|copyright (?-i:[A-Z][\w.&’'-]* ){0,5}\d{4}\b", re.IGNORECASE
)
_SITE = re.compile(r"(?:https?://)?(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,13}/?$")
_QUOTATION_ENDS = ("”", '"', "’", "'", "»")
_PARAGRAPH_ENDS = (*SENTENCE_ENDS, *_QUOTATION_ENDS, "■")
_QUOTES = re.compile(r"[.!?] [^.!?]{0,80}[“\"][^“”\"]{20,200}[,.!?][”\"](?: \w|$)")
"""A sentence, and then somebody's own."""
_PASSED_ON = re.compile(
    r"An? (?:photo(?:graph)?|picture|image|video|post|screenshot)\b.{10,200}\b(?:shared|viral|"
    r"circulat\w{2,4}|viewed|liked)\b",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[a-z]{2,5}(?:[/-][a-z]{2,5}){1,3}$")
"""Of an agency's writers and editors."""
_MORE = re.compile(r"(?:(?:read|see|view|show) )?(?:more|all) ?[>»›→]+$", re.IGNORECASE)
_LONGEST_HEADING = 5
"""Words."""
_ON_A_DAY = re.compile(r"(?:On|At) (?!.{0,200}(?:published|posted|updated)\b)")
_LIST_HEADING = re.compile(
    r"(?:most (?:read|popular|viewed|shared|commented)(?: (?:in|on|from) [\w’' ]{2,30})?|"
    r"recommended(?: for you)?|trending(?: now)?|"
    r"related(?: (?:stories|articles|news|topics|coverage|content))?|read (?:next|more)|"
    r"more (?:stories|news|on(?: this(?: story)?)?)|read more on [\w’' ]{2,30}|"
    r"you (?:may|might) also like|editor.?s.? picks?|"
    r"top stories|latest news|don.?t miss|also read|just watched|"
    r"(?:featured|trending|latest|popular) stories|"
    r"in the headlines|explore more|recommended (?:reading|stories|articles))\W*$",
    re.IGNORECASE,
)
_HEADLINE, _MOST_TEASERS = range(2, 16), 8
"""Words of a headline in such a list; and how many it has at most."""
_SIGN_UP = re.compile(r"(?:e-?mail )?newsletters?(?: sign-?up)?$", re.IGNORECASE)
_BUTTON = re.compile(r"(?:preview )?(?:subscribe|sign(?: me)? up|enter email.*)$", re.IGNORECASE)
_LEAST_BOX, _MOST_BOX, _LONGEST_SECTION = 2, 4, 4
"""Lines of a box from its section to its day, and words of the section."""
_DATED_ITEM = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}|\d{1,2}[./]\d{1,2})"
    r" ?[–—:-] ?\S.{4,}"
)
_LEADS = re.compile(
    r"[A-Z“]\S*(?: \S+){1,30} (?:said|says|wrote|writes|tweeted|responded|posted|replied|added|"
    r"commented|announced|shared|reads?)(?: [^.!?:]{1,60})?:$"
)
"""A sentence that leads to the words below it."""
_SOURCE = re.compile(r"\[[A-Z][^\[\]]{1,60}\]$")
"""Whose a passage is, in a line below it: "[The Courier]"."""
_LEAST_ITEMS = 2
"""Items above another one."""
_SENTENCE = 10
"""Words."""
_LOUD = 8
"""Words in capitals that are another story's headline, linked between two paragraphs."""
_OPENING_MARKS = ('"', "“", "«")


def settle(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with the plain cases put right."""
    settled = list(labels)
    put_posts_back(blocks, settled)
    for place, block in enumerate(blocks):
        if settled[place] == "comment" and (
            _COPYRIGHT.match(block.text) or _NOTE.match(block.text)
        ):
            settled[place] = "boilerplate"
        if settled[place] in ("body", "deck"):
            settled[place] = plain_label(block.text) or settled[place]
        elif settled[place] == "title" and is_notice(block.text):
            settled[place] = "boilerplate"
        elif settled[place] == "title" and plain_label(block.text) in ("caption", "byline"):
            settled[place] = plain_label(block.text)
        elif settled[place] == "caption" and _tells_of_more(block.text):
            settled[place] = "body"
    take_out_sponsored(blocks, settled)
    take_out_requests(blocks, settled)
    _put_dated_sentences_back(blocks, settled)
    _put_items_back(blocks, settled)
    _put_sources_back(blocks, settled)
    _put_leads_back(blocks, settled)
    put_days_back(blocks, settled)
    put_reports_back(blocks, settled)
    take_out_author(blocks, settled)
    take_out_above_opening(blocks, settled)
    _take_out_links_between(blocks, settled)
    _keep_decks(blocks, settled)
    _take_out_echoed_captions(blocks, settled)
    take_out_pictures(blocks, settled)
    take_out_credited(blocks, settled)
    take_out_bio(blocks, settled)
    _take_out_headings_of_links(blocks, settled)
    _take_out_teasers(blocks, settled)
    _take_out_sign_ups(blocks, settled)
    _take_out_dated_teasers(blocks, settled)
    take_out_pull_quotes(blocks, settled)
    take_out_below_end(blocks, settled)
    take_out_below_notice(blocks, settled)
    take_out_boilerplate_of_release(blocks, settled)
    _take_out_rules(blocks, settled)
    _take_out_credit(blocks, settled)
    return settled


def _tells_of_more(text: str) -> bool:
    """Whether what looks like a caption is a paragraph: it quotes somebody in full, or says how
    far a picture has come; and no credit ends it."""
    if not text.endswith(_PARAGRAPH_ENDS):
        return False
    told = len(text) > PARAGRAPH and _QUOTES.search(text) is not None
    told = told or _PASSED_ON.match(text) is not None
    return told and plain_label(text) != "caption"


def _put_dated_sentences_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """An opening such as "On 6 January the council voted …" is no stamp, nor an author's name."""
    for place, block in enumerate(blocks):
        if (
            labels[place] == "byline"
            and block.text.endswith(SENTENCE_ENDS)
            and len(block.text.split()) >= _SENTENCE
            and _ON_A_DAY.match(block.text)
        ):
            labels[place] = "body"


def _put_items_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body the last items of a list whose items all begin with a day."""
    for place in range(_LEAST_ITEMS, len(labels)):
        if labels[place] in ("comment", "boilerplate") and _DATED_ITEM.match(blocks[place].text):
            above = range(place - _LEAST_ITEMS, place)
            if all(labels[n] == "body" and _DATED_ITEM.match(blocks[n].text) for n in above):
                labels[place] = "body"


def _put_sources_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body what names the source of a passage, where the article names others so."""
    places = [place for place, block in enumerate(blocks) if _SOURCE.match(block.text)]
    if sum(labels[place] == "body" for place in places) > _LEAST_ITEMS:
        for place in places:
            if labels[place] == "boilerplate" and labels[place - 1] == "body":
                labels[place] = "body"


def _put_leads_back(blocks: Sequence[Block], labels: list[str]) -> None:
    """Label as body what leads to somebody's words: "The mayor responded on Twitter:"."""
    for place in range(1, len(blocks) - 1):
        around = labels[place - 1 : place + 2]
        if around == ["body", "boilerplate", "body"] and _LEADS.match(blocks[place].text):
            labels[place] = "body"


def _take_out_links_between(blocks: Sequence[Block], labels: list[str]) -> None:
    for place in range(1, len(blocks) - 1):
        text = blocks[place].text
        if (
            labels[place - 1 : place + 2] == ["body"] * 3
            and text.isupper()
            and len(text.split()) >= _LOUD
            and not text.endswith(SENTENCE_ENDS)
            # Over a quotation it says who gave it, and what they are.
            and not (", " in text and blocks[place + 1].text.startswith(_OPENING_MARKS))
        ):
            labels[place] = "boilerplate"


def _keep_decks(blocks: Sequence[Block], labels: list[str]) -> None:
    """Right under the headline, a sentence that says nothing of a picture is the deck."""
    for place in range(1, len(blocks)):
        text = blocks[place].text
        if (
            (labels[place - 1], labels[place]) == ("title", "caption")
            and text.endswith(SENTENCE_ENDS)
            and len(text) <= LONGEST_FURNITURE
            and not CAPTION.found_in(text.lower())
        ):
            labels[place] = "deck"


def _take_out_echoed_captions(blocks: Sequence[Block], labels: list[str]) -> None:
    """A caption's text is often repeated just above the same text with its credit."""
    for place in range(len(blocks) - 2, -1, -1):
        if (
            labels[place + 1] == "caption"
            and labels[place] != "title"
            and len(blocks[place].text) > 20
            and blocks[place + 1].text.startswith(blocks[place].text.rstrip(" .…"))
        ):
            labels[place] = "caption"


def _take_out_headings_of_links(blocks: Sequence[Block], labels: list[str]) -> None:
    """A heading with nothing below it but "More »" is that of a box of links."""
    for place in range(len(blocks) - 1):
        text = blocks[place].text
        if (
            (labels[place], labels[place + 1]) == ("body", "boilerplate")
            and _MORE.match(blocks[place + 1].text)
            and len(text.split()) <= _LONGEST_HEADING
            and text[-1].isalnum()
        ):
            labels[place] = "boilerplate"


def _take_out_teasers(blocks: Sequence[Block], labels: list[str]) -> None:
    """Below a heading such as "Most read" amid an article stand other stories' headlines, up
    to the article's next sentence."""
    for place in range(1, len(blocks)):
        if not (labels[place] == "boilerplate" and _LIST_HEADING.match(blocks[place].text)):
            continue
        end = place + 1
        while (
            end < len(blocks)
            and end - place <= _MOST_TEASERS
            and (_is_teaser(text := blocks[end].text) or text.isdigit() or is_notice(text))
        ):
            end += 1
        if end < len(blocks) and (labels[end] not in KEPT or is_sentence(blocks[end].text)):
            for teaser in range(place + 1, end):
                if labels[teaser] in ("body", "deck"):
                    labels[teaser] = "boilerplate"


def _take_out_sign_ups(blocks: Sequence[Block], labels: list[str]) -> None:
    """From "Newsletter sign-up" to its button, a few lines tell what the newsletter is."""
    for place, block in enumerate(blocks):
        if not _SIGN_UP.match(block.text):
            continue
        box = range(place, min(len(blocks), place + _MOST_BOX + 1))
        for end in box:
            if _BUTTON.match(blocks[end].text):
                for line in range(place, end + 1):
                    labels[line] = "boilerplate"


def _take_out_dated_teasers(blocks: Sequence[Block], labels: list[str]) -> None:
    """Amid an article, from a section in capitals to a day alone stands another story's box."""
    for end in range(_LEAST_BOX, len(blocks) - 1):
        if labels[end] not in ("body", "byline") or not is_stamp(blocks[end].text):
            continue
        for start in range(end - _LEAST_BOX, max(0, end - _MOST_BOX - 1), -1):
            text = blocks[start].text
            if text.isupper() and len(text.split()) <= _LONGEST_SECTION:
                if _is_headline(blocks[start + 1].text) and "body" in labels[:start]:
                    labels[start : end + 1] = ["boilerplate"] * (end + 1 - start)
                break


def _is_teaser(text: str) -> bool:
    """Whether a line is a headline, or the section that another story is of."""
    return _is_headline(text) or (text.isupper() and text.isalpha())


def _is_headline(text: str) -> bool:
    return (
        len(text.split()) in _HEADLINE
        and (text[0].isupper() or text[0].isdigit())
        and (text.rstrip("".join(_QUOTATION_ENDS))[-1:].isalnum() or text.endswith("?"))
    )


def _take_out_credit(blocks: Sequence[Block], labels: list[str]) -> None:
    """Below the last paragraph, "– Island News Agency", "jd/aq" or "Island Post, 6 January 2020"
    says whose the article is.

    Below a quotation it would be the speaker, and below its like an entry of a list.
    """
    last = max((place for place, label in enumerate(labels) if label == "body"), default=0)
    if not last:
        return
    above, line = blocks[last - 1].text, blocks[last].text
    names_agency = (
        names_outlet_behind_dash(line)
        and not above.endswith(_QUOTATION_ENDS)
        and not above.startswith(DASHES)
    )
    printed = line.strip("()")
    names_print = is_stamp(printed) and stamped_outlet([printed]) != ""
    names_desk = names_print or _INITIALS.match(line) is not None
    if names_agency or (names_desk and above.endswith(_PARAGRAPH_ENDS)):
        labels[last] = "byline"


def _take_out_rules(blocks: Sequence[Block], labels: list[str]) -> None:
    """A line of signs alone parts an article from what stands below it, and a site's bare
    address ends it."""
    for place in range(len(blocks) - 1, 0, -1):
        if labels[place] in KEPT:
            text = blocks[place].text
            if any(map(str.isalnum, text)) and not _SITE.match(text):
                return
            labels[place] = "boilerplate"
