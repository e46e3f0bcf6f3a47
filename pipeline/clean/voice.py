"""In whose voice a line speaks: a reader's under an article, or a paper's.

A paper writes of others and lets people speak in quotation marks; readers say "I" and "you"
without them, judge, address the author and each other, and care little for spelling.
"""

from __future__ import annotations

import re

from pipeline.clean.wording import letter_runs, word_set

_SEEN = 400
"""Characters of a line in which its voice shows."""
_PERSONAL = word_set(
    "i i'm i've i'll i'd me my mine myself you your yours you're you've you'll u ur"
)
_JUDGING = word_set(
    "disgrace disgraceful idiot idiots idiotic clown clowns moron morons shame shameful shameless "
    "pathetic ridiculous outrageous nonsense rubbish garbage crap joke typical crooks thieves "
    "liars greedy stupid dumb disgusting appalling ludicrous laughable farce hypocrites sheep "
    "absurd madness insane brilliant fantastic lovely amazing wonderful delicious hilarious awful "
    "terrible horrible yummy heartbreaking gorgeous glad fool fools scum nobody everyone"
)
_INFORMAL = word_set(
    "lol lmao lmfao rofl wow thx imo imho btw tbh smh fwiw iirc ffs yeah yep nope gonna wanna "
    "gotta kinda sorta dunno cuz coz dont cant wont doesnt isnt didnt wouldnt couldnt shouldnt "
    "arent wasnt werent havent hasnt youre theyre thats whats ive omg wtf haha hahaha hahahaha "
    "hehe ugh meh duh yay yum hmm hmmm pls plz ppl congrats kudos bravo"
)
_TO_AUTHOR = re.compile(
    r"\b(?:(?:great|good|nice|excellent|interesting|lovely|wonderful) "
    r"(?:post|article|piece|point|job|read|story|write-?up)|this article|this post|the author|"
    r"your (?:blog|post|article|site|recipe|reporting)|thanks? (?:you )?(?:so much )?for "
    r"(?:this|the|posting|sharing|writing|your)\b)"
)
_EMPHASIS = re.compile(r"!!|\?\?|!1|\.\.\.\.|[:;]-?[)(]|&lt;3|[\U0001f600-\U0001f64f\u2764]")
_REMARK = re.compile(
    r"\W*(?:well said|well,|about (?:bloody |damn )?time|so (?:true|sad|sorry|happy|glad)|"
    r"good (?:for|luck|point|riddance|job|grief|on|news|read|question)|"
    r"great (?:news|stuff|idea|job|read)|nice (?:one|work|job|try)|"
    r"(?:what|such) an? (?:\w+ )?(?:joke|shame|disgrace|load|waste|mess|farce|surprise|idea|pity)|"
    r"shame on|thanks?\b(?! to\b)|hear,? hear|oh,? (?:please|dear|come on|well|great|no|yes)\b|"
    r"loved? (?:this|it|that|the|your)\b|typical\b|sorry,? but|not sure|exactly[.!,]|"
    r"(?:i )?(?:totally |completely |absolutely |strongly |couldn.t )?(?:dis)?agree\b|"
    r"(?:totally|absolutely|nonsense|rubbish|disgraceful|disgusting|ridiculous|outrageous|"
    r"pathetic|brilliant|excellent|hilarious|first|yes|no(?!. ?\d)|nope|wow|finally|really|"
    r"seriously|same|this|wrong|lies|ha|ah)[.!?]|"
    r"why (?:oh why|don.t they|do they|can.t they)|any(?:one|body) (?:else|know)|"
    r"does any(?:one|body)|can (?:someone|anyone|somebody|i)\b|who (?:cares|on earth|voted|pays)|"
    r"just (?:my|another|saying)|as (?:a|an|someone|somebody) .{1,60}\bi\b|"
    r"maybe (?:they|if|we|you)\b|been (?:there|saying)|my (?:two|2) cents|bring back|rip\b|@\w)"
)
_QUOTED = re.compile(
    '[“„«][^”»“]{0,400}[”»“]?|"[^"]{0,400}"?|(?<!\\w)‘[^‘]{1,400}?’(?!\\w)'
    "|(?<!\\w)'[^']{8,400}'(?!\\w)"
)
_ATTRIBUTED = re.compile(
    r"[,.?!][”\"’»] \S.{0,60}\b(?:said|says|asked|told|wrote|added)\b"
    r"|\b(?:said|says|asked|told|wrote|added|according to)\b.{0,80}(?:[“\"‘«]|\bthat\b)"
)
_ON_RECORD = re.compile(
    r"\baccording to\b|\b(?:said|told \w+) (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|, (?:the )?[^,.]{2,60} (?:said|says|told \w+)\.$|\bdeclined to comment\b"
)
_SEEN_FOR_SPEAKER = 600
"""Characters of a line in which a speaker is named."""
_LEAST_OF_PAPER = 6
"""Words of a sentence that shows a paper's voice."""
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?")


def attributes(text: str) -> bool:
    """Whether a line says whose words it gives, as in "“Stay,” she said"."""
    return _ATTRIBUTED.search(text[:_SEEN_FOR_SPEAKER]) is not None


def speaks_as_paper(text: str) -> bool:
    """Whether a line is a sentence in the third person that says whose words it gives."""
    return (
        text.endswith((".", ".”", '."', "!”", '!"', "?”", '?"'))
        and len(text.split()) >= _LEAST_OF_PAPER
        and (attributes(text) or _ON_RECORD.search(text[:_SEEN_FOR_SPEAKER]) is not None)
        and not (speaks_personally(text) or judges(text) or speaks_as_reader(text))
    )


def speaks_personally(text: str) -> bool:
    """Whether a line says "I" or "you" and quotes nobody with it."""
    return _says(text, _PERSONAL)


def judges(text: str) -> bool:
    """Whether a line judges outside quotation marks, as in "What a disgrace"."""
    return _says(text, _JUDGING)


def _says(text: str, words: frozenset[str]) -> bool:
    lower = text[:_SEEN].lower().replace("’", "'")
    if words.isdisjoint(_WORD.findall(lower)):
        return False
    unquoted = _QUOTED.sub(" ", text[:_SEEN].lower()).replace("’", "'")
    return not words.isdisjoint(_WORD.findall(unquoted))


def speaks_as_reader(text: str) -> bool:
    """Whether a line is written as only readers write, and no paper does."""
    lower = text.lower()
    return bool(
        _REMARK.match(lower)
        or _TO_AUTHOR.search(lower)
        or (_EMPHASIS.search(lower) and not lower.endswith("...."))
        or not _INFORMAL.isdisjoint(letter_runs(lower))
    )
