"""Lines that are what they are by their wording alone, whatever stands around them.

The classifier weighs a line's looks against its surroundings; for a copyright notice or a
photograph's credit there is nothing to weigh. Only wordings that no article's own
sentence has are here.

An editor's note about the article stays if it says what was changed, for that is content
("… updated to say that the minister has resigned"); the bare news that it was updated, or
where it first appeared, is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block
from pipeline.clean.classifier import KEPT
from pipeline.clean.phrases import CAPTION, LONGEST_FURNITURE
from pipeline.clean.published import is_stamp, says_first_published
from pipeline.clean.wording import wording

_FURNITURE = wording(
    r"(?:©|\(c\) \d{4}|copyright ©|copyright \d{4})",
    r"advertisements?$|(?:story|article) continues (?:below|after) (?:the )?ad",
    r"(?:sign up|subscribe) (?:for|to|here for) (?:our|the|my) .{0,60}(?:newsletters?|podcast|"
    r"channel|updates|alerts|feed|inbox)\W*$",
    r"subscribe to .{2,60} on (?:youtube|itunes|spotify|apple podcasts)\b",
    r"(?:follow|like|find|join) (?:us|me) on (?:facebook|twitter|instagram|youtube|telegram|x)\b",
    r"[^.]{0,60}\bpodcast:$",
    r"follow on (?:soundcloud|itunes|spotify|twitter|facebook)\b",
    r"share (?:this(?: article| story| post)?|on (?:facebook|twitter|whatsapp))\W*$",
    r"\W*(?:editor.?s.? note: )?(?:this|the) (?:story|article|post|report|page) (?:has been|was|"
    r"is) (?:last )?(?:updated|corrected|amended|developing)(?: (?:on|at)(?: \S+){1,5}| throughout|"
    r" with (?:additional|more|new) (?:information|details|reporting))?\W*$",
    r"(?:this (?:story|article|post|column) )?(?:was |is )?(?:originally|first) (?:published|"
    r"appeared|posted) (?:in|on|at|by) [^.]{2,60}\.?$",
    inside=(
        r"all rights reserved\W{0,3}$",
        r"\bby (?:taboola|outbrain)\b|\bsponsored links\b",
        r"(?:views|opinions)\b.{0,40} expressed\b.{0,80}\b(?:author|not necessarily|solely|"
        r"own and)\b",
        r"\bdoes not (?:give|provide|constitute|offer) .{0,40}\badvice\b",
    ),
    clues="reserved taboola outbrain sponsored expressed advice",
)
_DEEPEST = 12
_PARAGRAPH = 120
"""Characters."""
_AGENCY = (
    r"(?:Getty|AFP|AP|Reuters|REUTERS|EPA|Shutterstock|Associated Press|Bloomberg|Xinhua|TASS)\b"
)
_CREDIT = re.compile(
    rf"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}} ?[/|] ?{_AGENCY}[\w /,.-]{{0,40}}\)?$"
    r"|\((?:AP|AFP|Reuters|Getty)[ /][^()]{2,60}\)$"
    r"|(?:^|[.\s(|])(?:Photo|Photos|Photograph|Picture|Image)s?(?: [Cc]redits?| [Cc]ourtesy)?"
    r"(?:: ?| (?:by|courtesy of) )[A-Z©@][^.:;]{2,60}\)?$"
)
_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ’'.-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}$")


_COPYRIGHT = re.compile(r"(?:copyright )?(?:©|\(c\)) ?\d{4}", re.IGNORECASE)
_SOURCE_LINE = re.compile(
    r"(?:via|source|h/t|hat tip|originally (?:at|on|from)):? [^.!?,;]{2,50}\W*$"
)
_LONGEST_SOURCE = 6
"""Words of a line that names where the text comes from, and does nothing else."""


def _opening(blocks: Sequence[Block], labels: Sequence[str]) -> int:
    """Place of the article's first paragraph; 0 if it has none."""
    for place, block in enumerate(blocks):
        if labels[place] in KEPT and len(block.text) > _PARAGRAPH:
            return place
    return 0


def _is_source_line(text: str) -> bool:
    return len(text.split()) <= _LONGEST_SOURCE and bool(_SOURCE_LINE.match(text.lower()))


def settle(blocks: Sequence[Block], labels: Sequence[str]) -> list[str]:
    """The labels, with the plain cases put right."""
    settled = list(labels)
    for place, block in enumerate(blocks):
        if settled[place] == "comment" and _COPYRIGHT.match(block.text):
            settled[place] = "boilerplate"
        if settled[place] not in KEPT or len(block.text) > LONGEST_FURNITURE:
            continue
        if _CREDIT.search(block.text):
            settled[place] = "caption"
        elif _FURNITURE.found_in(block.text.lower()):
            settled[place] = "boilerplate"
        elif _is_source_line(block.text) or says_first_published(block.text):
            settled[place] = "byline"
    opening = _opening(blocks, settled)
    for place in range(max(0, opening - _DEEPEST), opening):
        # Over the first paragraph, a date is when the article was published, a name whose it
        # or its picture is.
        text = blocks[place].text
        if settled[place] in ("body", "deck") and (is_stamp(text) or _NAME.match(text)):
            settled[place] = "byline"
    for place in range(1, len(blocks)):
        # Right under the headline, a sentence that says nothing of a picture is the deck.
        text = blocks[place].text
        if (
            (settled[place - 1], settled[place]) == ("title", "caption")
            and text.endswith((".", ".”", '."', "?", "!"))
            and len(text) <= LONGEST_FURNITURE
            and not CAPTION.found_in(text.lower())
        ):
            settled[place] = "deck"
    for place in range(len(blocks) - 2, -1, -1):
        # A caption's text is often repeated just above the same text with its credit.
        if (
            settled[place + 1] == "caption"
            and settled[place] != "title"
            and len(blocks[place].text) > 20
            and blocks[place + 1].text.startswith(blocks[place].text.rstrip(" .…"))
        ):
            settled[place] = "caption"
    return settled
