"""What comment systems say around comments: headers of the section, buttons under each one."""

from __future__ import annotations

import re

from pipeline.clean.wording import wording

COMMENT_HEADER = wording(
    r"\W*\d[\d,.]* (?:thoughts?|comments?|responses?|replies|reactions|pings?) (?:on|to|so far)\b",
    r"\W*(?:user |reader |visitor |your |our readers.? |all |top rated |top |latest |facebook "
    r"|recent )?"
    r"(?:comments?|responses|replies|reader reactions|feedback|discussion|trackbacks|pingbacks)"
    r"\W*(?:\d[\d,.]*)?\W*(?:so far|to date|total)?\W*$",
    r"\W*\d[\d,.]*\W*(?:comments?|responses?|replies|reader comments|user comments)\W*$",
    r"(?:leave|post|add|write|submit|make) (?:a|your|new|us a) "
    r"(?:comment|reply|response|thought|message)",
    r"(?:join|start|continue) the (?:conversation|discussion|debate)",
    r"notify of\b|inline feedbacks?\b",
    r"(?:view|show|see|read|load|hide|expand) (?:all |more |the |previous |older )*"
    r"(?:\d+ )?(?:comments?|replies|responses|discussion)",
    r"(?:newest|oldest|most voted|best rated)(?: \S+){0,4}$",
    r"sort(?:ed)? by:? ?(?:best|newest|oldest|top|most|date|popular|recommended|\W*$)",
    r"comments? (?:are(?! edited for (?:clarity|length|grammar))|is|have been|for this|on this|"
    r"will be|section|policy|guidelines|powered|by)\b",
    r"commenting (?:is|on|has|policy)",
    r"(?:\d+ )?people (?:are )?(?:listening|commenting|reacting|in (?:the|this) discussion)",
    r"be the first to (?:comment|react|reply|like)",
    r"(?:tell us )?what do you think\b.{0,25}$",
    r"(?:have|share) your (?:say|thoughts|opinion|views?)\b|share what you think$",
    r"(?:comments?|discussion) (?:closed|loading|\(\d+\))",
    r"(?:\d+ comments?, )?(?:showing|displaying) (?:\d+|all|most|oldest|newest)\b.{0,20}"
    r"(?:comments|replies|first|$)",
    r"(?:this (?:post|article|entry|story) has|there (?:are|is)(?: currently)?) (?:\d+|one|two|no)"
    r" (?:comments?|responses?|replies)",
    r"(?:log ?in|sign ?in|register|you must be logged in|please log in).{0,40}"
    r"(?:comment|reply|join the)",
    r"(?:community|conversation|viafoura|disqus|coral)(?: \(\d+\)| \d+)?(?: comments?)?$",
    r"(?:all|featured|readers?'?s?|most liked|staff picks?|reader picks) "
    r"(?:comments|picks|responses|opinions)\W*\d*$",
    r"(?:\d+ )?posts? in this (?:thread|topic)",
)

COMMENT_ACTION = wording(
    r"in reply to\b",
    r"(?:\d+ )?(?:of \d+ )?people (?:found|like|liked) this",
    r"(?:joined|member since|posts|location|reputation|registered)\s?:",
    r"(?:senior|junior|new|active|full|regular|veteran|gold) member$",
    telling="reply replies like likes unlike liked likereply dislike report flag permalink "
    "recommend recommended recommends quote edit delete upvote downvote respect respected collapse "
    "helpful rating votes vote points upvotes",
    filling="share follow see more hide log in to this comment post link read thumbs up down most "
    "interesting show view abuse as inappropriate agree disagree clip embed save parent click rate "
    "score with point ago h d w m y yr mo min mins hour hours day days week weeks month months "
    "year years x give award and edited",
)

SECTION_CONTROL = wording(
    r"(?:log|sign) (?:in|up|out)\b[^.!?]{0,60}$",
    r"(?:add|get|try) disqus\b|disqus.? (?:comment|privacy)|do not sell my",
    r"start the discussion|join the discussion|type your comment|write a comment|add a comment",
    r"load (?:more|previous)\b|show (?:more|previous|\d+)\b|order(?:ed)? by\b|threads\b",
    telling="login log-in logout register avatar best newest oldest favorite favourite "
    "subscribe sort popular rated rules guidelines policy privacy terms moderated",
    filling="by first most top all in up and of log sign to our discussion community this "
    "your or view read disqus facebook twitter google with",
)
"""What a section offers its readers, over its comments or below them."""

SAYS = re.compile(r"(.{1,60}?)\s+(?:says|said|wrote|writes|commented|replied|responded)\b")
_LONGEST_HEAD = 100
"""Characters."""
POSTED_BY = re.compile(r"(?:post(?:ed)?|comment|commented|submitted|written|comment posted) by\b:?")


def heads_section(lower: str) -> bool:
    """Whether a lower-cased line stands over a comment section; "Comment by Jo" heads one
    comment."""
    return POSTED_BY.match(lower) is None and COMMENT_HEADER.found_in(lower)


def shows_section(text: str) -> bool:
    """Whether a short line heads a comment section, or is a button of a comment."""
    lower = text.lower()
    return len(text) <= _LONGEST_HEAD and (heads_section(lower) or COMMENT_ACTION.found_in(lower))
