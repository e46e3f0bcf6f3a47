"""What sites say around articles: the wordings of furniture, comment sections and captions.

Each entry is a kind of wording; the line classifier learns what each is worth. All are
matched against a lower-cased line of limited length, so none can take long.
"""

from __future__ import annotations

import re

LONGEST_FURNITURE = 320
"""Characters; a longer line is judged by its looks and its neighbours alone."""


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives))


COMMENT_HEADER = _any(
    r"^\W*\d[\d,.]* (?:thoughts?|comments?|responses?|replies|reactions|pings?) (?:on|to|so far)\b",
    r"^\W*(?:user |reader |all |top rated |top |latest |facebook |recent )?"
    r"(?:comments?|responses|replies|reader reactions|feedback|discussion|trackbacks|pingbacks)"
    r"\W*(?:\d[\d,.]*)?\W*(?:so far|to date|total)?\W*$",
    r"^\W*\d[\d,.]*\W*(?:comments?|responses?|replies|reader comments|user comments)\W*$",
    r"^(?:leave|post|add|write|submit|make) (?:a|your|new|us a) "
    r"(?:comment|reply|response|thought|message)",
    r"^(?:join|start|continue) the (?:conversation|discussion|debate)",
    r"^notify of\b",
    r"^inline feedbacks?\b",
    r"^(?:view|show|see|read|load|hide|expand) (?:all |more |the |previous |older )*"
    r"(?:\d+ )?(?:comments?|replies|responses|discussion)",
    r"^(?:newest|oldest|most voted|best rated)(?: \S+){0,4}$",
    r"^sort(?:ed)? by:? ?(?:best|newest|oldest|top|most|date|popular|recommended|\W*$)",
    r"^comments? (?:are|is|have been|for this|on this|will be|section|policy|guidelines|powered|by)\b",
    r"^commenting (?:is|on|has|policy)",
    r"^(?:\d+ )?people (?:are )?(?:listening|commenting|reacting|in (?:the|this) discussion)",
    r"^be the first to (?:comment|react|reply|like)",
    r"^(?:tell us )?what do you think\b.{0,25}$",
    r"^(?:have|share) your (?:say|thoughts|opinion|views?)\b",
    r"^(?:comments?|discussion) (?:closed|loading|\(\d+\))",
    r"^showing (?:\d+|all|most)\b.{0,20}(?:comments|replies)",
    r"^(?:this (?:post|article|entry|story) has|there (?:are|is)(?: currently)?) (?:\d+|one|two|no)"
    r" (?:comments?|responses?|replies)",
    r"^(?:log ?in|sign ?in|register|you must be logged in|please log in).{0,40}"
    r"(?:comment|reply|join the)",
    r"^(?:community|conversation|viafoura|disqus|coral)(?: \(\d+\)| \d+)?$",
    r"^(?:all|featured|readers?'?s?|most liked|staff picks?|reader picks) "
    r"(?:comments|picks|responses|opinions)\W*\d*$",
    r"^(?:\d+ )?(?:post|posts) in this (?:thread|topic)",
)

COMMENT_ACTION = _any(
    r"^\W*(?:(?:reply|like|unlike|liked|dislike|report(?: abuse| comment| this| post)?|flag"
    r"(?: as inappropriate)?|permalink|link|recommend(?:ed)?|quote|edit|delete|upvote|downvote"
    r"|respect(?:ed)?|vote up|vote down|share|follow|see more|collapse|hide|helpful|agree|disagree"
    r"|log in to reply|reply to this(?: comment)?|reply to this post|in reply to|link to this"
    r"|read more replies|hide replies|thumbs up|thumbs down|most interesting|show replies"
    r"|(?:view|hide|show) \d+ repl(?:y|ies)|\d+ repl(?:y|ies)|\d+ (?:likes?|points?|votes?|"
    r"recommends?|up ?votes?)|likes?|rating|score|votes?|\d+(?:h|d|w|m|y|mo|yr)?|[-+]\d+|up|down)"
    r"[\W\d]*){1,6}$",
    r"^in reply to\b",
    r"^(?:\d+ )?(?:of \d+ )?people (?:found|like|liked) this",
    r"^(?:joined|member since|posts|location|reputation|registered)\s?:",
    r"^(?:senior|junior|new|active|full|regular|veteran|gold) member$",
)

SAYS = re.compile(r"^(.{1,60}?)\s+(?:says|said|wrote|writes|commented|replied|responded)\b")

POSTED_BY = re.compile(r"^(?:posted|comment|commented|submitted|written|comment posted) by\b:?")

RELATED = _any(
    r"^\W*(?:related|recommended|more|most|top|latest|popular|trending|read|see|watch|also|"
    r"don.?t miss|editor.?s.? picks?|you (?:may|might)|from (?:the|our)|around the web|sponsored|"
    r"promoted|up next|next up|next|previous|in other news|featured|what to read|must.reads?|"
    r"other stories|in case you missed|keep reading|further reading|explore|topics?|story timeline"
    r"|what.?s (?:hot|next|trending)|check out|similar)"
    r"(?:[\s:,-]+(?:articles?|stories|story|posts?|news|links?|content|videos?|coverage|read|"
    r"reads|reading|topics?|tags?|now|next|popular|viewed|recent|emailed|shared|commented|"
    r"discussed|headlines|picks?|by|for you|also|may|might|like|enjoy|be interested|interested|"
    r"on this|in this|from|in|more|on|us|about|up|the|and|to|know|it|out|these|this|items|"
    r"information|\d+)){0,7}\W*$",
    r"^(?:more|related|read more|see also|read also|also read|read|watch|more on|see more|full story"
    r"|don.?t miss|related post|recommended|click here|listen|must read|also see|update)"
    r"(?: on this| here| this)?\s?[:»>|–—]",
    r"^\[?\(?related\b",
    r"^(?:more|latest|news|stories|top stories|popular|most popular|trending|posts|articles)"
    r" (?:from|in|on|about|by|at) \S+(?: \S+){0,5}$",
    r"^you (?:may|might|will|could) (?:also |want |be )*(?:like|enjoy|interested|to read)",
    r"\bby taboola\b|\bby outbrain\b|sponsored links?\b|promoted stories|\brevcontent\b",
    r"^(?:posted|filed|published|tagged|categorized|categories|category|archived) (?:in|under|as)\b",
    r"^(?:tags?|topics?|categories|filed under|keywords|labels|related tags|in this article|"
    r"companies|people|places in this story|section)\s?:",
    r"^this article is (?:related to|filed under|tagged)",
    r"^(?:←|«|»|→|‹|›)|(?:»|→|›|>>)$",
    r"^(?:previous|next|older|newer|earlier|back to|go to|return to)"
    r" (?:post|article|story|entry|posts|page|stories|articles|gallery|top|home|the|news)",
)

SHARE = _any(
    r"^\W*(?:(?:share|tweet|pin(?: it| this)?|email(?: this)?|e-mail|print(?: this)?|facebook|"
    r"twitter|x|linkedin|reddit|whatsapp|pinterest|tumblr|flipboard|instagram|youtube|google\+?|"
    r"google plus|stumbleupon|digg|delicious|telegram|messenger|pocket|copy|link|copied|copy link|"
    r"url|sms|mail|mix|rss|snapchat|tiktok|threads|mastodon|bluesky|buffer|like|loading|more|"
    r"close|save|bookmark|this|article|story|post|page|on|to|via|with|friends|options|all|sharing|"
    r"show|extra|it|and|shares?|\d+|comments?|total|views?|read later|listen|follow us|gift|"
    r"text size|a|font size|subscribe|send)[\W_]*){1,14}$",
    r"^(?:click to )?(?:share|tweet|email|e-mail|print|pin|post|send|save|follow) (?:this|on|via|to|it|us)\b",
    r"^share (?:your thoughts|with|the|your)\b|^sharing is\b|^like this\b|^share all\b",
    r"^spread the word|^show more sharing|^copy (?:the )?link|^submit to\b",
    r"^(?:[\d.,]+k? )?(?:shares?|views?|reads?|likes|retweets|tweets)$",
    r"opens in new window",
)

SUBSCRIBE = _any(
    r"\b(?:subscribe|sign up|signing up|sign me up|newsletters?|daily briefing|inbox|unsubscribe|"
    r"get our (?:daily|free|latest|app|weekly)|mailing list|email alerts?|e-mail alerts?|"
    r"push notifications|your email address|free trial|already a subscriber|become a (?:member|"
    r"subscriber|patron)|support (?:our|us|independent|free speech|local|the)|donate|patreon|"
    r"paypal|buy us a|download (?:the|our)|get the app|whatsapp channel|telegram channel)\b",
    r"\b(?:follow|like|find|join|visit|watch|listen|connect with|catch) (?:us|me|our|along|more from us|"
    r"him|her|them|@\w+|on (?:soundcloud|itunes|spotify|facebook|twitter|youtube|bitchute|instagram))\b",
    r"\bfollow .{2,40} on (?:twitter|facebook|instagram|linkedin|x|google|youtube|threads)\b",
    r"\b(?:soundcloud|itunes|bitchute|spotify|stitcher|apple podcasts|google podcasts|podcast:|"
    r"rumble|odysee)\b",
    r"\bhave (?:a|an) (?:news )?tip\b|\bsend (?:us )?(?:your )?tips\b|\bgot a (?:news )?tip\b|"
    r"\bcontact (?:us|the (?:author|reporter|editor))\b",
)

LEGAL = _any(
    r"©|\(c\) ?\d{4}|\bcopyright\b|all rights reserved|terms (?:of (?:use|service)|and conditions|"
    r"& conditions)|privacy (?:policy|notice)|user agreement|cookie|may not be (?:published|"
    r"reproduced|reprinted)|reprinted with permission|without (?:the )?(?:prior |express )*written "
    r"permission|affiliate|trademarks? of",
    r"(?:views|opinions|statements)(?:,? (?:and|or|statements|views|opinions|expressed|,))* ?"
    r"(?:expressed|here|in this)\b.{0,80}(?:author|own|necessarily|solely|those of|reflect)",
    r"^(?:disclaimer|disclosure|editorial standards|our standards|corrections?)\b",
    r"does not (?:give|provide|constitute|offer) .{0,40}advice",
    r"\bjavascript\b|\byour browser\b|\bad ?block|enable cookies",
    r"^(?:if you buy|we may (?:earn|receive)|when you (?:buy|purchase)|this (?:post|article) (?:may )?"
    r"contains? (?:affiliate|sponsored))|purchases? through (?:our |these )?links",
    r"material (?:on|from) this (?:site|page)|report (?:a|an) (?:typo|error|correction)",
)

ADVERT = _any(
    r"^\W*(?:advertisements?|advert|ads?|sponsored(?: content| links?)?|promoted|continue reading"
    r"(?: the main story| below)?|story continues(?: below)?.{0,30}|article continues.{0,30}|"
    r"scroll (?:down )?(?:to|for).{0,30}|supported by|paid (?:post|content)|loading\W*|"
    r"advertisement - .{0,40}|skip (?:to|ad).{0,40}|close|menu|search|home|log ?in|sign ?in|"
    r"register|sign ?out|my account|contact(?: us)?|about(?: us)?|help|faq|sections?|read more|"
    r"more|show more|load more|view (?:all|more|gallery|comments?|the discussion thread)|see all|"
    r"click here|click to enlarge|enlarge image|play video|watch now|watch live|live|video|photos?|"
    r"gallery|photo gallery|slideshow|back to (?:top|gallery)|top|next|previous|prev|recommended|"
    r"read (?:the )?full (?:story|article)|to read the full story|careers|site ?map|archives?|"
    r"classifieds|newsletters?|rss(?: feeds?)?|e-?paper|breaking(?: news)?|edition|settings)\W*$",
)

CAPTION = _any(
    r"^\W*(?:above|below|pictured|left|right|from left|top|bottom|in this|file|cover image|"
    r"main image|featured image|image|photo|photograph|picture|video|credit|credits|photo credit|"
    r"image credit|photo by|image by|photos by|source|illustration|illustration by|graphic|"
    r"photograph by|photography|enlarge|view image|watch|a screenshot|screenshot|courtesy)"
    r"(?: (?:credit|courtesy|by|of|via|from|source))?\s?:",
    r"\bgetty\b|\bshutterstock\b|\bap photo\b|\bfile photo\b|\balamy\b|\bistock\b|\bunsplash\b|"
    r"\bphoto(?:graph|s)? (?:by|courtesy|credit|via|from)\b|\bcourtesy (?:of|photo)\b|"
    r"\bimages?/|/ ?(?:reuters|afp|ap|epa|associated press|getty|bloomberg|pa|tass|xinhua)\b|"
    r"\((?:ap|reuters|afp|epa|pa|file|image|photo|picture|credit|getty)\b[^)]{0,60}\)\W*$|"
    r"\bvia (?:getty|ap|reuters|afp|shutterstock|flickr|youtube)\b|\bfile\)|\bhandout\b|"
    r"\bpool photo\b|\bscreen ?(?:grab|shot)\b|\bflickr\b|\bcreative commons\b|\bwikimedia\b",
    r"\((?:left|right|center|centre|l|r|c|pictured|above|back|front|top|bottom)\)|"
    r", (?:left|right|center|centre|second from left|second from right),",
    r"^(?:photo|image|picture|video|slide) ?\d+ ?(?:of|/) ?/? ?\d+|^\d+ (?:of|/) \d+\b",
    r"^in this .{0,30}(?:photo|image|picture)|^a (?:photo|picture|image|view|file) ",
    r"^[^.]{0,60}\| ?(?:getty|ap|reuters|afp|photo|credit)",
)

BYLINE = _any(
    r"^\W*(?:by|von|par|por|words by|written by|posted by|published by|reported by|text by|story by|"
    r"interview by|author)\b:? \S+",
    r"\b(?:staff (?:writer|reporter|photographer)|special to|correspondent|associated press writer|"
    r"news service|chief political|bureau chief)\b.{0,30}$",
    r"^(?:published|updated|posted|last updated|last modified|first published|modified|created|"
    r"date|publication date|on|originally published|upd|pub)\b.{0,3}"
    r"(?:\d|on|at|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    r"^(?:reuters|associated press|the associated press|ap|afp|staff|staff reports?|news desk|"
    r"web desk|agencies|agence france-presse|bloomberg|cnn|bbc news|guest author|admin|editor|"
    r"newsroom)\W*$",
    r"^\d+ min(?:ute)?s?(?: read)?\W*$|^(?:reading time|estimated reading|wordcount|word count)\b",
)

BIO = _any(
    r"\bis (?:an? |the |our )?(?:\S+ ){0,6}(?:reporter|writer|correspondent|editor|columnist|"
    r"journalist|contributor|blogger|freelancer?|fellow|author|producer|photographer|curator)\b"
    r".{0,120}(?: (?:at|for|of|in|with|based|covering|who|and) |\.$)",
    r"\b(?:can be reached|reach (?:him|her|them|me)|email (?:him|her|them|me|the)|e-mail:|twitter:|"
    r"contact (?:him|her|them)|tel:|phone:)",
    r"\b(?:contributed to this|contributed reporting|additional reporting|reporting by|editing by|"
    r"compiled by|writing by)\b",
    r"^about (?:the )?authors?\b|^author bio|^(?:written|story) by$|^(?:more|other) (?:posts|"
    r"stories|articles) by|^view all posts|^see all posts",
)

EDITORIAL_NOTE = _any(
    r"^\W*(?:editor.?s.? note|ed\.? note|note to readers|correction|clarification|update)\b.{0,4}:"
    r".{0,60}(?:has been|was|were) (?:updated|corrected|amended|edited|changed|originally)",
    r"^\W*(?:this|an earlier version of this|a previous version of this|the original version of this)"
    r" (?:story|article|post|report|column|piece|page)\b.{0,40}(?:updated|corrected|amended|edited|"
    r"misstated|misspelled|said|first appeared|originally|appeared|was published|was first|republished)",
    r"^(?:originally|first) (?:published|appeared|posted)\b",
    r"^(?:source|via|h/t|hat tip|sources)\b\s?:?\s?.{1,50}$",
    r"^read the (?:rest|full|original|whole)\b",
)

KINDS: dict[str, re.Pattern[str]] = {
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
