"""What a line is by its wording alone, where no article's own sentence is worded so.

An editor's note about the article is the article's if it says what was changed, for that is
content ("… updated to say that the minister has resigned"); the bare news that it was
updated, or where it first appeared, is furniture.
"""

from __future__ import annotations

import re

from pipeline.clean.appeals import is_appeal
from pipeline.clean.dates import without_dates
from pipeline.clean.house_wordings import said_by_house
from pipeline.clean.phrases import KINDS, LONGEST_FURNITURE, SUBSCRIBE, kinds_of
from pipeline.clean.stamp_lines import says_first_published
from pipeline.clean.wording import wording

_FURNITURE = wording(
    r"(?:©|\(c\) \d{4}|copyright ©|copyright \d{4})",
    r"(?:view|read|open|see) (?:this|it|the)(?: (?:e-?mail|message|newsletter|issue|online)){0,2}"
    r" (?:in|on|with) (?:your|a|the) (?:web )?browser\b.{0,300}$",
    r"(?:view|read|open|see)(?: (?:online|(?:in|on) (?:your |a |the )?(?:web )?browser|"
    r"(?:the )?(?:web|online) version))\W*$",
    r"saved?(?: (?:for later|article|story|this))?\W*$",
    r"(?:having )?trouble (?:viewing|reading|seeing) this(?: (?:e-?mail|message|newsletter)\b|\?)",
    r"you(?: are|.re) (?:receiving|getting) (?:this|our) (?:(?:\w+ )?(?:e-?mail|message|"
    r"newsletter|letter)|because)\b",
    r"(?:read also|also read|see also|read more|must (?:read|see)|watch|listen|"
    r"related(?: (?:story|stories|articles?|coverage|content))?)"
    r" ?[:»>] ?[^.]{3,160}$",
    r"this (?:e-?mail|message|newsletter) was sent (?:to|by)\b",
    r"(?:unsubscribe|update (?:your )?preferences|manage (?:your )?(?:preferences|subscriptions?))"
    r"\b[^.]{0,120}$",
    r"\[(?:previous(?:ly)?|related|read(?: more)?|watch|see(?: also)?|also): ?[^\[\]]{3,160}\]$",
    r"advertisements?(?: ?[·|•–-] ?[^.!?]{0,30})?$",
    r"(?:story|article) continues (?:below|after) (?:the )?ad",
    r"(?:sign up|subscribe) (?:for|to|here for) (?:our|the|my) .{0,60}(?:newsletters?|podcast|"
    r"channel|updates|alerts|feed|inbox)\W*$",
    r"subscribe(?: now| today)?\W*$",
    r"subscribe to .{2,60} on (?:youtube|itunes|spotify|apple podcasts)\b",
    r"(?:for (?:all |more |the )?[^.!?,]{2,40}, )?(?:follow|like|find|join) (?:us|me|our \w+) on "
    r"(?:facebook|twitter|instagram|youtube|telegram|whatsapp|x)\b",
    r"(?:for more(?: [^.!?,]{2,40})?, )?follow @\w{2,30}\b[^.!?]{0,60}[.!]?$",
    r"(?:what do you think\? )?scroll (?:down |below )?(?:to|and|for)[^.!?]{0,20} comments?\b"
    r"[^.!?]{0,20}\W*$",
    r"[^.]{2,40} editorial (?:opinions|positions|views) are (?:decided|determined|set) by\b",
    r"[^.]{0,60}\bpodcast:$",
    r"follow on (?:soundcloud|itunes|spotify|twitter|facebook)\b",
    r"share (?:this(?: article| story| post)?|on (?:facebook|twitter|whatsapp))\W*$",
    r"\W*(?:editor.?s.? note: )?(?:this|the) (?:story|article|post|report|page) (?:has been|was|"
    r"is) (?:last )?(?:updated|corrected|amended|developing)(?: (?:on|at)(?: \S+){1,5}| throughout|"
    r" with (?:additional|more|new) (?:information|details|reporting))?\W*$",
    r"(?:this (?:story|article|post|column) )?(?:was |is )?(?:originally|first) (?:published|"
    r"appeared|posted) (?:in|on|at|by) [^.]{2,60}\.?"
    r"(?: read (?:it|the (?:original|full|whole)(?: \w+)?)(?: here| there)?\.?)?$",
    r"(?:read|see|find|view|continue reading) (?:more|the (?:full|original|whole|rest)\b[^.]{0,40})"
    r"(?: at| on| here| via)?:? \S{3,60}\.[a-z]{2,13}(?:/\S*)?$",
    r"(?:correction|clarification)s?:? (?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}),? \d{4}$",
    r"tags:? [^.!?]{2,200}$",
    r"why you can trust \S+(?: \S+){0,3}$|tell us what you think\W*$|view all(?: \(\d+\))?$",
    r"subscribe to [^.!?]{2,60} (?:and (?:stay|get)|to (?:get|read|stay|continue)|for more)\b",
    r"(?:every|each) (?:day|week|morning|weekday) we send\b",
    r"get access to [^.!?]{2,80} subscriptions?\b",
    r"this (?:article|story) is more than \w{1,6} (?:months?|years?) old$",
    r"this (?:content|article|story|page) is (?:only |available |reserved |exclusive ){0,3}"
    r"(?:for|to) (?:our )?(?:paying |premium |registered )?(?:subscribers|members|readers)\b"
    r"[^.]{0,30}\.?$",
    r"search for:?$|leave a (?:comment|reply)$|advertising$|view image in fullscreen$",
    r"also on [\w-]+(?:\.[\w-]+)+ ",
    r"reach the (?:reporter|author|writer|editor)s? (?:on|at|by|via)\b",
    r"follow [^.]{2,60} on (?:facebook|twitter|instagram|x)(?: \(@\w+\))?(?:,| and)"
    r"(?:,? \w+(?: \(@\w+\))?){1,5}\W*$",
    r"[^.]{2,40} is committed to publishing (?:an? \w+ of )?letters\b",
    r"click (?:here|below) (?:to|for)\b",
    r"(?:are|were|have) you (?:been )?(?:personally )?(?:affected|impacted) by\b.{3,120}\b(?:share|"
    r"e-?mail|contact|get in touch|let us know|tell us)\b.{0,120}$",
    r"most (?:read|viewed|shared|watched|commented)(?: (?:stories|articles|today|this week))?\W*$|"
    r"(?:read next|enter your e-?mail(?: address)?)\W*$",
    r"view (?:this (?:post|photo|video|profile) )?on (?:instagram|twitter|facebook|x|tiktok)$",
    r"(?:don.?t miss|up next|next up|in case you missed it|recommended for you|previous|next)\W*$",
    r"(?:timer ?)?\d{1,2}[ -]?min(?:ute)?s?\.? (?:to )?read\W*$|\+ ?\d{1,2}$",
    r"[\d.,]{1,7}k? (?:view )?comments?$|show key events only$|recent posts$",
    r"(?:(?:facebook|twitter|telegram|whatsapp|linkedin|instagram|youtube|koo app|e-?mail|print|"
    r"share|comment|copy link)\W?){2,}$",
    r"[\d.,]{1,7}k? views?(?:[ ·|]+[\d.,]{1,7}k? (?:comments?|likes?|shares?))+$",
    inside=(
        r"all rights reserved\W{0,3}$",
        r"\bby (?:taboola|outbrain)\b|\bsponsored links\b",
        r"(?:views|opinions)\b.{0,40} expressed\b.{0,80}\b(?:author|not necessarily|solely|"
        r"own and)\b",
        r"\bdoes not (?:give|provide|constitute|offer) .{0,40}\badvice\b",
        r"\bclick(?:ing)? here(?: to [^.!?]{2,40})?\W*$",
        r"^(?:[a-z]+ )?transcripts are created on a rush deadline\b",
        r"\bjoin the (?:conversation|discussion|debate)(?: below| in the comments)?\W*$",
        r"\bin (?:this|our) (?:weekly|daily) newsletter\W*$|^\W*with assistance (?:by|from) [a-z]",
        r"\bnot responsible for the content of external (?:internet )?(?:web)?sites\b",
    ),
    clues="reserved taboola outbrain sponsored expressed advice click rush_deadline "
    "content_of_external newsletter assistance join_the",
)
_BUTTONS = tuple(
    place for place, name in enumerate(KINDS) if name in ("related", "share", "advert")
)
_LONGEST_BUTTON = 6
"""Words of a line that is worded like a button or the heading of a list of links."""
_STOPPED = re.compile(r"(?<!\.)[.!?][\"'”’)]*$")
_COUNTER = re.compile(r"(?:(?:image|photo|picture|slide) )?\d{1,3} ?(?:of|/) ?\d{1,3}$", re.I)
_MARKUP = re.compile(
    r"(?:<[^<>]{1,300}>\s?){1,20}$|\[[a-z_]{3,20} \w{1,20}=|\d{9,30}$"
    r"|(?:\d{1,3}\. )?(?:https?://|mailto:)\S+$|\S{1,64}@\S{1,64}\.[a-z]{2,13}$"
    r"|(?:\d{1,2}|an?) [a-z]{3,6}s? ago$"
)
"""Tags that are shown, the number of a record or a picture, an address, an age alone."""
_STAMP_WORDS = frozenset("published posted updated modified last first on at by and story".split())
_AGENCY = (
    r"(?:Getty|AFP|AP|Reuters|REUTERS|EPA|Shutterstock|Associated Press|Bloomberg|Xinhua|TASS)\b"
)
_CREDIT = re.compile(
    rf"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){{0,3}} ?[/|] ?{_AGENCY}[\w /,.-]{{0,40}}\)?$"
    r"|\((?:AP|AFP|Reuters|Getty)[ /][^()]{2,60}\)$"
    r"|[.!?][\"”’]? ?[A-Z][\w’'-]+ [A-Z][\w’'-]+ ?/ ?[A-Z][\w’' -]{2,30}$"
    r"|^.{10,150}\. \([A-Z][\w’'-]+ [A-Z][\w’'-]+\)$"
    r"|(?:^|[.\s(|])(?:Photo|Photos|Photograph|Picture|Image)s?(?: [Cc]redits?| [Cc]ourtesy)?"
    r"(?:: ?| (?:by|courtesy of) )[A-Z©@][^.:;]{1,60}\)?$"
    # "… in the 1960sImage: J. Doe/Agency", "… last week. —JANE DOE", "… metres tall. (Supplied)"
    r"|[.\w] ?(?:[A-Z]{2,4} )?PHOTOS?: [A-Z][A-Z /.-]{2,50}$"
    r"|[.\w] PHOTOS? ?\| ?[A-Z][A-Z |/.’'-]{2,60}$"
    r"|[.!?] [A-Z][\w’'-]+ [A-Z][\w’'-]+ [\w.-]{2,40}@[\w.-]{4,40}$"
    r"|[a-z0-9).](?:Image|Credit): ?[A-Za-z][^:;]{2,60}$"
    r"|^[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){1,2} ?/ ?[A-Z][\w.’' -]{2,30}$"
    r"|^[^“\"]{40,280}[.\w] ?—[A-Z][A-Z. ]{4,30}(?:/[A-Z ]{3,30})?$"
    r"|[.\w] ?\((?:Supplied|Provided|Contributed|Submitted|File|"
    r"(?:Family|Courtesy|File|Handout) photo)(?:[:/] ?[A-Z][^()]{2,40})?\)$"
    # "… last week.(Jane Doe / Island Post)": the credit stood in a line of its own
    r"|[a-z]{2}\.\([A-Z][\w.’'-]+[ /:][^()]{2,60}\)$"
    # "… 5 January 2020. REUTERS/Jane Doe", "… on Monday. (Jane Doe for The Post)"
    r"|[.\w)] (?:REUTERS|AFP|EPA|AP Photo|AFP PHOTO) ?/ ?[A-Z][\w.’' /-]{2,50}$"
    r"|^[^“\"]{20,280}\. \([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2} for (?:The )?"
    r"[A-Z][\w ’'-]{2,40}\)$"
    r"|^[^“\"]{20,280}\. \((?:[A-Z][\w.’'&-]+ ){0,4}(?:Sheriff[’']s (?:Office|Department)|"
    r"Police(?: Department)?|Google (?:Maps|Earth|Street View)|Facebook|Instagram|YouTube|GoFundMe|"
    r"Handout|Getty Images)\)$"
    r"|^[^“\"]{20,280}[.\w] [(\[][A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}/[A-Z][\w .-]{1,30}[)\]]$"
    r"|^[^“\"]{20,280}\. \([A-Z][\w ]{1,30}: [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}\)$"
)
_PICTURE_LABEL = re.compile(
    r"image (?:caption|source|credit)(?:, ?| (?-i:[A-Z“‘\"]))\S|file (?:photo|picture|image): ?\S"
    r"|(?:(?:afp )?(?:via )?getty images|pa media|family handout|shutterstock) (?-i:[A-Z])",
    re.IGNORECASE,
)
_CREDIT_CLUES = ("/", "|", "(", "—", "@", "PHOTO", "Photo", "Picture", "Image", "Credit")
_SOURCE_LINE = re.compile(
    r"(?:via|source|h/t|hat tip|originally (?:at|on|from)):? [^.!?,;]{2,50}\W*$"
)
_NAME_AND_TIME = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3} ?[-–—|·•,] ?\d{1,2}[/.]\d{1,2}[/.]\d{4},? "
    r"\d{1,2}[:.]\d{2}(?: ?[APap]\.?[Mm]\.?)?(?: [A-Z]{2,4})?$"
)
"""Whose a text is, and the minute it was published, in figures that may be read two ways."""
_NAME_AND_DESK = re.compile(
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3} ?/ ?(?:[A-Z]\w+ ){1,3}"
    r"(?:Writer|Reporter|Correspondent|Editor)$"
)
_REPORTED_FROM = re.compile(
    r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3} reported from (?:the )?[A-ZÀ-Þ][^.!?;]{1,60}?"
    r"(?:(?:, and |, |; | and )[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3} from (?:the )?"
    r"[A-ZÀ-Þ][^.!?;]{1,60}?){0,4}\.$"
    r"|[A-ZÀ-Þ][\w’'-]+ reported from (?:the )?[A-ZÀ-Þ][^.!?;]{1,40}?(?:,? and |, )"
    r"[A-ZÀ-Þ][\w’'-]+ from (?:the )?[A-ZÀ-Þ][^.!?;]{1,60}\.$"
    r"|[A-ZÀ-Þ][^.!?;:“”\"]{2,120} contributed (?:to this (?:report|story|article|piece)|"
    r"(?:additional )?reporting)(?: (?:from|in|to) [^.!?;]{2,60})?\.?$"
)
"""Who helped, and where the authors were: "Jane Doe reported from Ulm, Ali Amin from Cairo."."""
_LONGEST_SOURCE = 6
"""Words of a line that names where the text comes from, and does nothing else."""


def plain_label(text: str) -> str:
    """caption, boilerplate or byline, where a line's wording leaves no doubt; else ""."""
    if len(text) > LONGEST_FURNITURE:
        return ""
    lower = text.lower()
    if _PICTURE_LABEL.match(text):
        return "caption"
    if any(map(text.__contains__, _CREDIT_CLUES)) and _CREDIT.search(text):
        return "caption"
    if _FURNITURE.found_in(lower) or said_by_house(lower) or _is_button(text, lower):
        return "boilerplate"
    if is_appeal(text):
        return "boilerplate"
    if (
        _REPORTED_FROM.match(text)
        or _is_source_line(lower)
        or says_first_published(text)
        or _is_bare_stamp(text)
    ):
        return "byline"
    if text[-1:].isalnum() and (_NAME_AND_TIME.match(text) or _NAME_AND_DESK.match(text)):
        return "byline"
    return ""


def is_notice(text: str) -> bool:
    """Whether a line speaks for the site or the newsletter, whatever it looks like."""
    if len(text) > LONGEST_FURNITURE:
        return False
    lower = text.lower()
    return _FURNITURE.found_in(lower) or said_by_house(lower)


def _is_button(text: str, lower: str) -> bool:
    if _COUNTER.match(text) or _MARKUP.match(text):
        return True
    if len(text.split()) > _LONGEST_BUTTON or _STOPPED.search(text):
        return False
    kinds = kinds_of(lower)
    return any(kinds[kind] for kind in _BUTTONS) or (
        text.endswith(":") and SUBSCRIBE.stands_in(lower)
    )


def _is_source_line(lower: str) -> bool:
    return len(lower.split()) <= _LONGEST_SOURCE and bool(_SOURCE_LINE.match(lower))


def _is_bare_stamp(text: str) -> bool:
    """Whether a line says nothing but when the article was published or changed, or where a
    blog keeps it."""
    rest, _, dated = without_dates(text)
    if not dated:
        return False
    said = {word.strip(".,:;|()-–") for word in rest.lower().split()} - {""}
    return bool(said) and (said <= _STAMP_WORDS or text.endswith(" | Permalink"))
