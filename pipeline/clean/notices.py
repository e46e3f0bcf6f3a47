"""Pages that a site shows instead of an article: consent, a wall, an error, a check for robots."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_SEEN = 1000
"""Characters of a paragraph that say so."""
_MOST_WORDS = 350
"""Of a page that is a notice and no more."""
_SAYS = 8
"""Words of a paragraph that says something of its own, unlike `Accept all`."""
_MOST_OTHER_WORDS = 20
"""Words in such paragraphs that speak of something else; above, there is an article, too."""
_SURE = 2
"""Paragraphs that have to speak of it, unless there is but one that says something."""

_KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (problem, re.compile(pattern, re.IGNORECASE))
    for pattern, problem in (
        (
            r"\bcookies?\b|value your privacy|your privacy (?:choices|settings|matters)|"
            r"(?:our|its|and) (?:\d[\d,.]{0,6} )?(?:trusted )?(?:partners|vendors)\b|"
            r"(?:store|access)[^.]{0,30} information on (?:a|your) device|"
            r"(?:give|withdraw|manage|refuse|provide|without) (?:your )?consent|"
            r"legitimate interest|personali[sz]ed (?:ads|advertising|content)|\bGDPR\b",
            "a notice about cookies and consent, not an article: accept it in a browser, and save "
            "the page again.",
        ),
        (
            r"(?:enable|turn on|activate|allow|needs|requires?|without|support) javascript|"
            r"javascript (?:is|must be|has been|appears to be|needs to be) "
            r"(?:currently )?(?:disabled|off|turned|required|enabled|not)|"
            r"(?:disable|turn(?:ed)? off|using an?|whitelist)[^.]{0,20} ad[- ]?block|"
            r"(?:browser|version)[^.]{0,25} (?:is|are) (?:out of date|outdated|not supported|"
            r"no longer supported)",
            "a notice that the site needs JavaScript or another browser, not an article: open it "
            "in a browser, and save the page from there.",
        ),
        (
            r"(?:that|if|whether|are|verify|confirm)(?:ing)? you(?: are|['’]re)? "
            r"(?:not )?(?:really )?(?:an? )?"
            r"(?:human|robot|bot)\b|checking your browser|unusual (?:traffic|activity)|captcha|"
            r"access (?:to this (?:page|site|resource) )?(?:has been |is |was )?(?:denied|blocked)|"
            r"(?:been|request|was) blocked|security (?:check|service|of your connection)|"
            r"just a moment|too many requests|"
            r"\bray id\b|suspicious activity",
            "a check for robots or a refusal, not an article: open it in a browser, and save the "
            "page from there.",
        ),
        (
            r"\b404\b|(?:page|article|story|content|link|url|address)[^.]{0,45}"
            r"(?:not found|(?:can(?:no|['’])t|could not|couldn['’]t|(?:can)?not) be found|"
            r"no longer (?:available|exists?)|does(?: not|n['’]t) exist|(?:been )?(?:re)?moved)|"
            r"(?:not found|bad gateway|service (?:temporarily )?unavailable|"
            r"internal server error|gateway time-?out|\bforbidden\b)|"
            r"(?:went|gone) wrong|temporarily (?:unavailable|down)",
            "an error page, not an article: fetch its address again.",
        ),
        (
            r"(?:not |un)available (?:in|to) (?:readers|visitors|users|your|most)[^.]{0,30}"
            r"(?:country|region|location|european|europe)|(?:un)?available[^.]{0,20}legal reasons|"
            r"outside (?:of )?your (?:country|region)|european economic area",
            "a notice that the site cannot be read from here, not an article: get the article "
            "from another place.",
        ),
        (
            r"subscri(?:be|ption|ber)s?\b|free trial|unlimited (?:digital )?access|"
            r"(?:cancel|pause) (?:at )?any ?time|\d[^.!?]{0,12}(?:\bper|\ba|/) ?(?:month|week)\b|"
            r"free articles?\b|"
            r"(?:sign|log) ?(?:in|up)\b|register (?:now|for|to|free)|become a member|"
            r"create (?:a|an|your)[^.]{0,12} account|choose your plan|already (?:a|have)\b",
            "a request to subscribe or sign in, not an article: get the article if you have "
            "access.",
        ),
    )
)


def asks_to_subscribe(notice: str) -> bool:
    """Whether a notice asks for a subscription, as they also do below an article's start."""
    return notice == _KINDS[-1][0]


def notice_of(paragraphs: Sequence[str], title: str = "") -> str:
    """What a page is that is shown instead of an article; empty if it is an article.

    Args:
        paragraphs: All that the page says besides its title: body and removed lines.
        title: Its title.
    """
    lengths = [len(text.split()) for text in paragraphs]
    if sum(lengths) > _MOST_WORDS:
        return ""
    counts: Counter[str] = Counter()
    about: set[str] = set()
    other = 0
    for text, words in zip((*paragraphs, title), (*lengths, 0), strict=True):
        kinds = [problem for problem, pattern in _KINDS if pattern.search(text, 0, _SEEN)]
        counts.update(kinds)
        if kinds:
            about.add(text)
        elif words >= _SAYS:
            other += words
            if other >= _MOST_OTHER_WORDS:
                return ""
    if len(about) < min(_SURE, max(1, sum(words >= _SAYS for words in lengths))):
        return ""
    return max((problem for problem, _ in _KINDS), key=lambda problem: counts[problem])
