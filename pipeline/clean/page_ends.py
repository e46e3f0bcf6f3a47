"""What stands between an article's last paragraph and the end of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.appeals import is_appeal
from pipeline.clean.blocks import STOPPED, Block
from pipeline.clean.plain_lines import is_notice

_RELEASE_ENDS = re.compile(
    r"\W{0,3}(?:ENDS|-30-|(?:# ?){3,5})\W{0,3}$"
    r"|\(?Reporting by [A-ZÀ-Þ].{2,200}[;,.)] ?"
    r"\(?(?:(?:[Ww]riting|[Ee]diting) by [A-ZÀ-Þ]|[Aa]dditional reporting )"
    r"|END\s+\d{1,2}:\d\d ?[APap]\.?[Mm]\.?(?: [A-Z]{2,4})?$"
)
BIO_NOTE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3})(?:, [^,.]{2,90},)? "
    r"(?:is (?:an?|the|our|one|currently|also|co\S+|\w+ (?:editor|professor|director))|writes|"
    r"teaches|covers|reports|edits) "
)
_QUOTES = re.compile(r"[“\"][^“”\"]{2,400}[,.!?][”\"]")
_ABOUT = re.compile(r"About (?:the )?(?P<name>[A-Z][\w&.’'-]*(?: [\w&.’'-]+){0,6}?):?$")
_BEFORE_NAME = 12
"""Characters that may stand before the name in what is said of its bearer: "Based in Ulm, "."""
_LAST, _LEAST_ABOVE_BIO = 4, 5
"""Paragraphs at the end among which it stands, and of a text that may have one."""
_LONGEST_ADDRESS = 12
"""Words of the address at a newsletter's foot."""
_DEEPEST = 12
"""Blocks over the text in which its writer is named."""


def take_out_below_end(blocks: Sequence[Block], labels: list[str]) -> None:
    """Below "ENDS", a release has only notes for those who print it; below "Reporting by Jane
    Doe; Editing by Ali Amin", an agency's report only what its site says of them."""
    half = len(blocks) // 2
    end = next((n for n in range(half, len(blocks)) if _RELEASE_ENDS.match(blocks[n].text)), 0)
    for place in range(end, len(blocks) if end else 0):
        if labels[place] in ("body", "deck"):
            labels[place] = "boilerplate"


def take_out_boilerplate_of_release(blocks: Sequence[Block], labels: list[str]) -> None:
    """At the end of a release, "About Island County" heads what its issuer says of itself."""
    kept = [place for place, label in enumerate(labels) if label == "body"]
    for place in kept[-_LAST:-1]:
        about = _ABOUT.match(blocks[place].text)
        below = blocks[place + 1].text
        if about and about["name"] in below[: len(about["name"]) + _BEFORE_NAME]:
            for last in range(place, kept[-1] + 1):
                labels[last] = "boilerplate" if labels[last] == "body" else labels[last]
            return


def take_out_below_notice(blocks: Sequence[Block], labels: list[str]) -> None:
    """Below a newsletter's last notice to its readers stands its address, which is no sentence."""
    for place in range(len(blocks) - 1, max(0, len(blocks) - _LAST), -1):
        text = blocks[place].text
        if labels[place] == "body":
            if STOPPED.search(text) or text.count(" ") >= _LONGEST_ADDRESS:
                return
            above = blocks[place - 1].text
            if labels[place - 1] == "boilerplate" and (is_notice(above) or is_appeal(above)):
                labels[place] = "boilerplate"


def take_out_bio(blocks: Sequence[Block], labels: list[str]) -> None:
    """Below the last paragraph, "Jane Doe teaches law at …" is no more of what she wrote.

    Her name stands over the text, and it is not told there that she has done anything. Over the
    headline the same name is the site's. Where somebody is quoted below it, the note stands amid
    the text.
    """
    kept = [place for place, label in enumerate(labels) if label == "body"]
    if len(kept) < _LEAST_ABOVE_BIO:
        return
    titled = labels.index("title") if "title" in labels else 0
    over = range(max(titled, kept[0] - _DEEPEST), kept[0])
    for place in kept[-_LAST:]:
        named = BIO_NOTE.match(blocks[place].text)
        if named is None:
            continue
        name = named["name"].casefold()
        if any(_names_writer(blocks[n].text.casefold(), labels[n], name) for n in over):
            below = [n for n in kept if n > place]
            amid = any(_QUOTES.search(blocks[n].text) for n in below)
            for note in [place] if amid else [place, *below]:
                labels[note] = "boilerplate"
            return


def _names_writer(line: str, label: str, name: str) -> bool:
    return name in line if label == "byline" else line in (name, f"by {name}")
