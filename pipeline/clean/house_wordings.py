"""What the systems that sites run on, and their editors' desks, say around any article.

Each wording is looked for only in lines that begin with its first word: most lines begin
with none of these, and cost one look into a table.
"""

from __future__ import annotations

import re
from typing import Final

_WORDINGS: Final = {
    # newsletters, blogs and the buttons of networks
    "thanks": r"thanks for reading\b[^.!?]{0,60}[.!] (?:subscribe|this post)\b",
    "jump": r"jump to (?:the )?recipe\b",
    "tried": r"tried this recipe\?",
    "did": r"did you (?:make|try) this recipe\?",
    "filed": r"filed (?:under|in):? [^.!?]{2,160}$",
    "keywords": r"keywords: ?[^.!?]{2,200}$",
    "key": r"key words: ?[^.!?]{2,200}$",
    "list": r"list (?:of \d{1,3} items?|\d{1,3} of \d{1,3})$",
    "end": r"end of list$",
    "upvote": r"upvote$",
    "downvote": r"downvote$",
    "see": r"see all (?:talkbacks|comments)\b",
    "recommend": r"recommend(?: \d{1,6})?$",
    "x": r"x \(formerly twitter\)$",
    "story": r"story (?:saved|source:)$",
    "journal": r"journal references?:$",
    "cite": r"cite this page:?$",
    "duration": r"duration:? \d{1,2}:\d\d$",
    "today": r"today is [a-z]{3,9},? (?:[a-z]{3,9} )?\d{1,2},?(?: [a-z]{3,9})? \d{4}$",
    "something": r"something went wrong,? please try again\b",
    "toggle": r"toggle caption$",
    "hide": r"hide caption$",
    "ads": r"ads by \w+$",
    # papers, of their own articles
    "share": r"share or comment on this (?:article|story)\b",
    "help": r"help (?:us )?keep (?:your |our )?(?:family|friends)\b.{0,60} by sharing\b",
    "this": (
        r"this (?:article|story|piece|column|report) (?:also )?(?:appeared|appears|"
        r"was (?:first )?published) in (?:print\b|the .{2,80}\b(?:print|paper|printed) (?:edition|"
        r"version|issue)\b)"
        r"|this (?:e-?mail|message)\b.{0,60}\b(?:is|are) (?:strictly |private and )?confidential\b"
    ),
    "a": r"a version of this (?:article|story|piece|column) (?:appears|appeared) in print\b",
    "letters": (
        r"letters (?:should|must|may) be (?:no (?:longer|more) than|under|up to|limited to|"
        r"sent to)\b"
    ),
    "thank": r"thank you for supporting (?:our|independent|local) journalism\b",
    "our": r"our fact.?check(?:ing)? work is supported\b",
    "materials": r"materials provided by .{2,80}\. note: ",
    "check": r"check the box to include the list of links\b",
    "find": r"find this article at:?$",
    # consent
    "we": r"we (?:and our (?:[\d,]{1,6} )?(?:trusted )?partners|value your privacy)\b",
    "your": r"your privacy (?:is important to us|matters)\b",
    "with": r"with your (?:permission|consent),? we\b.{0,30}\bpartners\b",
    "some": r"some processing of your personal data\b",
    # agencies, to those who print them
    "($1": r"\(\$1 = [\d.,]{1,12} [^()]{2,60}\)$",
    **dict.fromkeys(
        ("(adds", "(updates", "(recasts", "(refiles", "(corrects", "(rewrites", "(releads"),
        r"\([a-z]{4,8} [^()]{4,200}\)$",
    ),
}
_BY_FIRST_WORD = {word: re.compile(pattern) for word, pattern in _WORDINGS.items()}


def said_by_house(lower: str) -> bool:
    """Whether a lower-cased line is worded so."""
    pattern = _BY_FIRST_WORD.get(lower.partition(" ")[0].rstrip(":"))
    return pattern is not None and pattern.match(lower) is not None
