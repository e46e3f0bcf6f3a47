"""What sites say around articles: the wordings of furniture, captions and bylines.

Each entry is a kind of wording; the line classifier learns what each is worth. All are
matched against a lower-cased line of limited length, so none can take long.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.clean.comment_phrases import COMMENT_ACTION, COMMENT_HEADER
from pipeline.clean.wording import Wording, label_words, letter_runs, wording

LONGEST_FURNITURE = 320
"""Characters; a longer line is judged by its looks and its neighbours alone."""

RELATED = wording(
    r"(?:more|related|read more|see also|read also|also read|read|watch|more on|see more|"
    r"full story|don.?t miss|related post|recommended|click here|listen|must read|also see|"
    r"read next|up next|what to read next|now read|further reading|more like this)"
    r"(?: on this| here| this)?\s?[:»>|–—]",
    r"\[?\(?related\b",
    r"(?:more|latest|news|stories|top stories|popular|most popular|trending|posts|articles)"
    r" (?:from|in|on|about|by|at) \S+(?: \S+){0,5}$",
    r"you (?:may|might|will|could) (?:also |want |be )*(?:like|enjoy|interested|to read)",
    r"(?:posted|filed|published|tagged|categori[sz]ed|categories|category|archived)"
    r" (?:in|under|as)\b",
    r"(?:tags?|topics?|categories|filed under|keywords|labels|related tags|in this article|"
    r"companies|people|places in this story|section)\s?:",
    r"this article is (?:related to|filed under|tagged)",
    r"[←»→›]|[«‹](?![^»›]{4,300}[»›])",
    r"(?:previous|next|older|newer|earlier|back to|go to|return to)"
    r" (?:post|article|story|entry|posts|page|stories|articles|gallery|top|home|the|news)",
    inside=(
        r"\bby taboola\b|\bby outbrain\b|sponsored links?\b|promoted stories|\brevcontent\b",
        r"(?:»|→|›|>>)$",
    ),
    clues="taboola outbrain sponsored promoted revcontent » → › >>",
    telling="related recommended recommends trending popular latest featured sponsored promoted "
    "editor’s editor's picks stories headlines must-read must-reads coverage topics topic timeline",
    filling="more most top read reads reading see watch also don't don’t miss you may might like "
    "enjoy be interested in from the our around web up next news previous other what to in case "
    "missed keep further explore story article articles post posts links link content videos "
    "video tags tag now viewed recent emailed shared commented discussed pick by for this on us "
    "about and know it out these items information what’s what's hot check similar world today",
)

SHARE = wording(
    r"(?:click to )?(?:share|tweet|email|e-mail|print|pin|post|send|save|follow)"
    r" (?:this|on|via|to|it|us)\b",
    r"share (?:your thoughts|with|the|your)\b|sharing is\b|like this\b|share all\b",
    r"spread the word|show more sharing|copy (?:the )?link|submit to\b",
    r"(?:[\d.,]+k? )?(?:shares?|views?|reads?|likes|retweets|tweets)$",
    inside=("opens in new window",),
    clues="opens",
    telling="share shares sharing tweet tweets pin email e-mail print facebook twitter linkedin "
    "reddit whatsapp pinterest tumblr flipboard instagram youtube google google+ stumbleupon digg "
    "delicious telegram messenger pocket snapchat tiktok threads mastodon bluesky sms rss copied "
    "bookmark",
    filling="x mix buffer copy link url mail like loading more close save this article story post "
    "page on to via with friends options all show extra it and a total plus us follow send gift "
    "listen read later text size font subscribe comments comment view views k",
)

SUBSCRIBE = wording(
    r"(?:get|join|become|support|donate|download|listen|watch)\b",
    inside=(
        r"\b(?:subscribe|sign(?:ing)? up|sign me up|newsletters?|daily briefing|inbox|"
        r"unsubscribe|get our (?:daily|free|latest|app|weekly)|mailing list|e-?mail alerts?|"
        r"push notifications|your e-?mail address|free trial|already a subscriber|"
        r"become a (?:member|subscriber|patron)|support (?:our|us|independent|free speech|local)|"
        r"donate|patreon|paypal|buy us a|download (?:the|our)|get the app|(?:whatsapp|telegram)"
        r" channel)\b",
        r"\b(?:follow|like|find|join|visit|watch|listen|connect with|catch)"
        r" (?:us|me|our|along|more from us|him|her|them|@\w+|on (?:soundcloud|itunes|spotify|"
        r"facebook|twitter|youtube|bitchute|instagram))\b",
        r"\bfollow .{2,40} on (?:twitter|facebook|instagram|linkedin|x|google|youtube|threads)\b",
        r"\b(?:soundcloud|itunes|bitchute|spotify|stitcher|apple podcasts|google podcasts|"
        r"podcast:|rumble|odysee)\b",
        r"\b(?:have an?|got an?|send us|send) (?:news )?tips?\b|\byour tips\b|"
        r"\bcontact (?:us|the (?:author|reporter|editor))\b",
    ),
    clues="subscribe unsubscribe sign_up sign_me_up signing_up newsletter briefing "
    "inbox mailing_list mail_alert email_alert mail_address email_address push_notif free_trial "
    "already_a_subscriber become_a get_our support_our support_us support_independent "
    "support_free support_local donate patreon paypal buy_us download_the download_our "
    "get_the_app channel follow like find join visit watch "
    "listen connect catch soundcloud itunes bitchute spotify stitcher podcast rumble odysee tip "
    "contact",
)

LEGAL = wording(
    r"(?:disclaimer|disclosure|editorial standards|our standards|corrections?)\b",
    r"(?:if you buy|we may (?:earn|receive)|when you (?:buy|purchase)|"
    r"this (?:post|article) (?:may )?contains? (?:affiliate|sponsored))",
    inside=(
        r"©|\(c\) ?\d{4}|\bcopyright\b|all rights reserved|terms (?:of (?:use|service)|"
        r"and conditions|& conditions)|privacy (?:policy|notice)|user agreement|\bcookies?\b|"
        r"may not be (?:published|reproduced|reprinted)|reprinted with permission|"
        r"written permission|affiliate|trademarks? of",
        r"(?:views|opinions|statements|thoughts)\b.{0,40} expressed\b"
        r".{0,80}(?:author|own|necessarily|solely|those of|reflect)",
        r"does not (?:give|provide|constitute|offer) .{0,40}advice",
        r"\bjavascript\b|\byour browser (?:is|does|has|will|settings)\b|\bad ?block|"
        r"\b(?:enable|update|upgrade|close|refresh|allow) .{0,30}\bbrowser\b",
        r"purchases? through (?:our |these )?links",
        r"material (?:on|from) this (?:site|page)|report an? (?:typo|error|correction)",
    ),
    clues="© (c) copyright rights_reserved terms_of terms_and terms_& privacy user_agreement "
    "cookie may_not_be with_permission written_permission affiliate trademark expressed advice "
    "javascript browser ad_block adblock purchase_through purchases_through material_on "
    "material_from report_a",
)

ADVERT = wording(
    r"\W*(?:sponsored content|sponsored links?|continue reading(?: the main story| below)?|"
    r"(?:story|article) continues.{0,40}|scroll (?:down )?(?:to|for).{0,30}|supported by|"
    r"paid (?:post|content)|advertisement - .{0,40}|skip (?:to|ad).{0,40}|my account|contact us|"
    r"about us|read more|show more|load more|view (?:all|more|gallery|comments?|the discussion "
    r"thread)|see all|click here|click to enlarge|enlarge image|play video|watch now|watch live|"
    r"back to (?:top|gallery)|read (?:the )?full (?:story|article)|to read the full story|"
    r"site ?map|rss feeds?|breaking news)\W*$",
    telling="advertisement advertisements advert ad ads loading menu search login log register "
    "signin sign faq careers sitemap archives archive classifieds newsletters newsletter rss "
    "e-paper epaper settings slideshow close",
    filling="in out home more top next previous prev live video photo photos gallery section "
    "sections contact about help edition breaking recommended promoted up",
)

CAPTION = wording(
    r"\W*(?:above|below|pictured|left|right|from left|top|bottom|in this|file|cover image|"
    r"main image|featured image|image|photo|photograph|picture|video|credit|credits|"
    r"photo credit|image credit|photo by|image by|photos by|source|illustration|"
    r"illustration by|graphic|photograph by|photography|enlarge|view image|watch|"
    r"a screenshot|screenshot|courtesy)(?: (?:credit|courtesy|by|of|via|from|source))?\s?:",
    r"(?:photo|image|picture|video|slide) ?\d+ ?(?:of|/) ?/? ?\d+|\d+ (?:of|/) \d+\b",
    r"in this .{0,30}(?:photo|image|picture)|a (?:photo|picture|image|view|file) ",
    r"[^,]{3,90}, (?:left|right|center|centre|second from left|second from right),",
    r"[^|]{3,60}\| ?(?:getty|ap|reuters|afp|photo|credit)\b",
    inside=(
        r"\bgetty\b|\bshutterstock\b|\bap photo\b|\bfile photo\b|\balamy\b|\bistock\b|"
        r"\bunsplash\b|\bphoto(?:graph|s)? (?:by|courtesy|credit|via|from)\b|"
        r"\bcourtesy (?:of|photo)\b|\bimages?/|\bhandout\b|\bpool photo\b|"
        r"\bscreen ?(?:grab|shot)\b|\bflickr\b|\bcreative commons\b|\bwikimedia\b",
        r"/ ?(?:reuters|afp|ap|epa|associated press|getty|bloomberg|pa|tass|xinhua)\b",
        r"\((?:ap|reuters|afp|epa|pa|file|image|photo|picture|credit|getty)\b[^)]{0,60}\)\W*$",
        r"\bvia (?:getty|ap|reuters|afp|shutterstock|flickr|youtube)\b|\bfile\)",
        r"\((?:left|right|center|centre|l|r|c|pictured|above|back|front|top|bottom)\)",
        r"\|(?:getty|credit)\b",
    ),
    clues="getty shutterstock photo file alamy istock unsplash courtesy handout screengrab "
    "screenshot flickr commons wikimedia / (reuters (afp (ap (pa (epa (image (picture (credit "
    "(left (right (cent (l) (r) (c) (pictured (above (back (front (top (bottom |getty |credit via",
)

BYLINE = wording(
    r"\W*(?:by|von|par|por|words by|written by|posted by|published by|reported by|text by|"
    r"story by|interview by|interviewed by|report by|reporting by|review by|analysis by|"
    r"(?:words|text|story) and (?:photos|pictures|photographs|images) by|author)\b:? \S+",
    r"(?:published|updated|posted|last updated|last modified|first published|modified|created|"
    r"date|publication date|on|originally published|upd|pub)\b.{0,3}"
    r"(?:\d|on|at|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    r"(?:reuters|associated press|the associated press|ap|afp|staff|staff reports?|news desk|"
    r"web desk|agencies|agence france-presse|bloomberg|cnn|bbc news|guest author|admin|editor|"
    r"newsroom)\W*$",
    r"\d+ min(?:ute)?s?(?: read)?\W*$|(?:reading time|estimated reading|word ?count)\b",
    inside=(
        r"\b(?:staff (?:writer|reporter|photographer)|special to|correspondent|"
        r"associated press writer|news service|bureau chief)\b.{0,30}$",
    ),
    clues="staff special correspondent associated news bureau",
)

BIO = wording(
    r"about (?:the )?authors?\b|author bio|(?:written|story) by$|"
    r"(?:more|other) (?:posts|stories|articles) by|view all posts|see all posts",
    inside=(
        r"\bis (?:an? |the |our )?(?:\S+ ){0,6}(?:reporter|writer|correspondent|editor|columnist|"
        r"journalist|contributor|blogger|freelancer?|fellow|author|producer|photographer|curator)"
        r"\b.{0,120}(?: (?:at|for|of|in|with|based|covering|who|and) |\.$)",
        r"\b(?:can be reached|reach (?:him|her|them|me)|email (?:him|her|them|me|the)|e-mail:|"
        r"twitter:|contact (?:him|her|them)|tel:|phone:)",
        r"\b(?:contributed to this|contributed reporting|additional reporting|reporting by|"
        r"editing by|compiled by|writing by)\b",
    ),
    clues="reporter writer correspondent editor columnist journalist contribut blogger freelance "
    "fellow author producer photographer curator reach email e-mail twitter: contact tel: phone: "
    "reporting editing compiled writing",
)

EDITORIAL_NOTE = wording(
    r"\W*(?:editor.?s.? note|ed\.? note|note to readers|correction|clarification|update)\b.{0,4}:",
    r"\W*(?:this|an earlier version of this|a previous version of this|"
    r"the original version of this) (?:story|article|post|report|column|piece|page)\b.{0,40}"
    r"(?:updated|corrected|amended|edited|misstated|misspelled|said|first appeared|originally|"
    r"appeared|was published|was first|republished)",
    r"(?:originally|first) (?:published|appeared|posted)\b",
    r"(?:source|via|h/t|hat tip|sources)\b\s?:?\s?.{1,50}$",
    r"read the (?:rest|full|original|whole)\b",
)

KINDS: dict[str, Wording] = {
    "comment_header": COMMENT_HEADER,
    "comment_action": COMMENT_ACTION,
    "related": RELATED,
    "share": SHARE,
    "subscribe": SUBSCRIBE,
    "legal": LEGAL,
    "advert": ADVERT,
    "caption": CAPTION,
    "byline": BYLINE,
    "bio": BIO,
    "note": EDITORIAL_NOTE,
}
"""Kinds of wording in the order of the classifier's features."""


_PARAGRAPH = 60
"""Characters before a credit from which it is not the line's only matter."""
_CREDIT_AT_END = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|compiled) by [^()]{3,200}\)\W*$"
)
_FIRST_SENTENCE = re.compile(r"(?:\S+ ){7,60}?\S+[a-z]{2}[.!?][”\"]?(?= [A-Z“\"])")
"""Of a paragraph: eight words and more."""
_KINDS = tuple(enumerate(KINDS.values()))
_TOLD = tuple((place, kind) for place, kind in _KINDS if kind.telling)
_HEAD = 3
"""Letters."""
_CLUES = tuple((clue, place) for place, kind in _KINDS if kind.inside for clue in kind.clues)
_CLUES_OF_HEAD: dict[str, list[tuple[str, int]]] = {}
for _clue, _place in _CLUES:
    if _clue[0].isalpha():
        _CLUES_OF_HEAD.setdefault(letter_runs(_clue)[0][:_HEAD], []).append((_clue, _place))
_CLUES_IN_SIGNS = tuple((clue, place) for clue, place in _CLUES if not clue[0].isalpha())
_SIGNS = tuple(sorted({clue[0] for clue, _ in _CLUES_IN_SIGNS}))
_TELLING = frozenset[str]().union(*(kind.telling for kind in KINDS.values()))
_OPENING = re.compile("|".join(f"(?:{kind.opening.pattern})" for kind in KINDS.values()))


def _without_credit(lower: str) -> str:
    """A paragraph without the agency's credit at its end, which stands in it for want of a
    line of its own: "… to a request for comment. (Reporting by Jo Doe)"."""
    credit = _CREDIT_AT_END.search(lower)
    return lower[: credit.start()] if credit and credit.start() > _PARAGRAPH else lower


# Asked for a line by the classifier, and again by what is settled after it.
@lru_cache(maxsize=20_000)
def kinds_of(lower: str) -> tuple[bool, ...]:
    """Which of `KINDS`, in their order, a lower-cased line is worded as."""
    found = [False] * len(_KINDS)
    lower = _without_credit(lower)
    words = label_words(lower)
    if not _TELLING.isdisjoint(words):
        for place, kind in _TOLD:
            found[place] = kind.is_told_by(words)
    if _OPENING.match(lower):
        for place, kind in _KINDS:
            found[place] = found[place] or kind.opening.match(lower) is not None
    for place in _clued(lower):
        found[place] = found[place] or _KINDS[place][1].stands_in(lower)
    return tuple(found)


def _clued(lower: str) -> set[int]:
    """The kinds of which a clue is in a line."""
    heads = {run[:_HEAD] for run in letter_runs(lower)}
    clues = [clue for head in heads & _CLUES_OF_HEAD.keys() for clue in _CLUES_OF_HEAD[head]]
    if any(map(lower.__contains__, _SIGNS)):
        clues += _CLUES_IN_SIGNS
    return {place for clue, place in clues if clue in lower}


def worded(text: str) -> bool:
    """Whether a line's own words are those of furniture, of any kind.

    Of several sentences the first tells: "The harbour is closed. Follow our live coverage."
    """
    if len(text) > LONGEST_FURNITURE:
        return False
    found = any(kinds_of(text.lower()))
    first = _FIRST_SENTENCE.match(text) if found else None
    return found and (first is None or any(kinds_of(first[0].lower())))
