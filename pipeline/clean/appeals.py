"""Lines in which a site, a paper or a newsletter asks something of its readers: to sign up, to
pay, to write in, to pass it on.

No list holds their wordings. Two things together tell them: they speak to the reader outside
quotation marks, and of what lies between a reader and a site: the newsletter, the inbox, the
subscription, the tip for the newsroom.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.clean.blocks import Block

_LONGEST = 45
"""Words."""
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]|‘[^‘’]{3,}’")
_TO_READER = re.compile(
    r"\b(?:you|your|you[’'](?:re|ve|d|ll)|yours)\b"
    r"|\bplease (?:ring|call|contact|e-?mail|visit|see|click)\b"
    r"|^\W{0,3}(?:get|sign(?: me)? up|join|support|try|start|become|help|enjoying|fancy|"
    r"want|like|having|thanks|thank|got|have|did|do|does|are|is|know|tell|send|share|read|watch|listen|download|"
    r"subscribe|subscribing|donate|contact|e-?mail|reach|ring|call|need|love|follow|register|"
    r"keep|never|ready|please|if|to|don[’']t miss)\b"
)
"""Speaks to the reader, or begins as an order or a question to him."""
_BETWEEN = re.compile(
    r"\bnewsletters?\b|\byour in-?box(?:es)?\b|\binboxes\b|\b(?:un)?subscri(?:be|bers?|bing)\b"
    r"|\bsign(?:ed)? (?:me )?up\b.{0,80}\b(?:an? e-?mail|by e-?mail|inbox|alerts?|updates?|here|"
    r"because)|\bsigning up,? you agree\b|\bopted in\b|\bno spam\b|\bmailing (?:list|address)\b"
    r"|\bthese e-?mails\b"
    r"|\breader-?(?:supported|funded)\b|\bour (?:free )?app\b|\bcrowdfund\w*|\bbuy (?:me|us) a\b"
    r"|\b(?:press|media) (?:office|team) (?:on|at)\b"
    r"|\bchip in\b|\btip jar\b|\ba tip for\b|\b(?:our|the) newsroom (?:on|at)\b"
    r"|\btell us (?:what you|your)\b|\bhave ?your ?say\b|\bstories like this\b"
    r"|\bour (?:[a-z]+ )?(?:reporting|journalism)\b|\bour terms\b|\bdonate (?:today|now|here)\b"
    r"|(?:^|[.!?] )support (?:independent|quality|local) (?:reporting|journalism)\b"
    r"|\bby (?:contributing|donating) to\b|\bhelp\w* (?:us )?(?:to )?(?:sustain|support|fund|keep) "
    r".{0,40}\b(?:journalism|newsroom|reporting)\b"
    r"|\bmembers can (?:listen|read|watch)\b"
    r"|\b(?:pass|send) (?:this|it) on\b"
    r"|\b(?:a|your) (?:news )?(?:story|tip)\b.{0,40}\b(?:e-?mail|contact us|get in touch|"
    r"let us know)\b|\blet us know\b"
    r"|\b(?:friend|someone) (?:send|sent|forward(?:ed)?) (?:you )?this\b"
)
_SPONSOR = re.compile(
    r"\W{0,3}(?:a (?:message|word) from (?:our|the|a|today[’']s) (?:sponsor|partner|advertiser)s?"
    r"|sponsored (?:content|message|post)|(?:presented|brought to you|sponsored) by .{2,60})\W*$",
    re.IGNORECASE,
)
_SUPPORT = re.compile(
    r"(?:please )?(?:support|help|donate|contribute)\b[^.!?]{2,80}\b(?:journalism|reporting|"
    r"newsroom|(?-i:us))\b[^.!?]{0,40}[.!]?$",
    re.IGNORECASE,
)
"""What heads a site's request for money."""
_REQUESTED = ("body", "deck", "boilerplate")
_OURS = re.compile(r"\b(?:we|our|us|you|your)\b")
_YOUR = re.compile(r"\byours?\b|\byou\b")
_SAID = re.compile(r"\b(?:said|says|told|asked|wrote|added|warned|argue[sd]|according)\b")
_LONGEST_HEADING = 8
_LEAST = 4
"""Words."""


def is_appeal(text: str) -> bool:
    """Whether a line asks something of a site's readers.

    >>> is_appeal("Want more like this? We write to 9,000 inboxes every Friday.")
    True
    >>> is_appeal("She told subscribers to the newsletter that it would close.")
    False
    """
    words = text.count(" ") + 1
    if not _LEAST <= words <= _LONGEST:
        return False
    own = _QUOTED.sub(" ", text.lower())
    return (
        _TO_READER.search(own) is not None
        and _BETWEEN.search(own) is not None
        and _SAID.search(own) is None
    )


def take_out_sponsored(blocks: Sequence[Block], labels: list[str]) -> None:
    """Below "A message from our sponsor" a newsletter has that message, which speaks to "you";
    and over what asks something of readers stands a question to them."""
    for place in range(1, len(blocks)):
        above = blocks[place - 1].text
        if (
            labels[place - 1] in ("body", "deck")
            and above.endswith("?")
            and above.count(" ") < _LONGEST_HEADING
            and _TO_READER.search(above.lower())
            and is_appeal(blocks[place].text)
        ):
            labels[place - 1] = "boilerplate"
        if (
            _SPONSOR.match(blocks[place - 1].text)
            and labels[place] in ("body", "deck")
            and _YOUR.search(_QUOTED.sub(" ", blocks[place].text.lower()))
        ):
            labels[place] = "boilerplate"


def take_out_requests(blocks: Sequence[Block], labels: list[str]) -> None:
    """Below "Support our journalism", in the second half of a page, stands why, in the words of
    the site."""
    for place in range(len(blocks) // 2, len(blocks)):
        if not _SUPPORT.match(blocks[place].text) or labels[place] not in _REQUESTED:
            continue
        end = place + 1
        while (
            end < len(blocks) and labels[end] in _REQUESTED and _speaks_for_site(blocks[end].text)
        ):
            end += 1
        if end > place + 1:
            labels[place:end] = ["boilerplate"] * (end - place)


def _speaks_for_site(text: str) -> bool:
    return _OURS.search(_QUOTED.sub(" ", text.lower())) is not None
