"""The words by which `clauses` tells a clause that attributes.

Closed lists of general English. The verbs are those that attribute far more often than
not; verbs that do so now and then are left to the trained model.
"""

from __future__ import annotations

import re


def words_of(text: str) -> frozenset[str]:
    """The words of a text, as a set: word lists read better as text."""
    return frozenset(text.split())


_DOUBLED = words_of("admit quip dub sob beg grin snap ban bar submit acquit compel")
_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "go": "goes",
    "think": "think thinks thought thinking",
    "feel": "feel feels felt feeling",
    "swear": "swear swears swore sworn swearing",
    "build": "build builds built building",
    "buy": "buy buys bought buying",
    "beat": "beat beats beaten beating",
    "win": "win wins won winning",
    "sue": "sue sues sued suing",
}


def _forms(bases: str) -> frozenset[str]:
    """All forms of verbs: base, third person, past, participle."""
    found: set[str] = set()
    for base in bases.split():
        if base in _IRREGULAR:
            found.update(_IRREGULAR[base].split())
            continue
        stem = base + base[-1] if base in _DOUBLED else base
        if base.endswith("e"):
            found.update((base, base + "s", base + "d", base[:-1] + "ing"))
        elif base.endswith("y") and base[-2] not in "aeou":
            found.update((base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"))
        else:
            s = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
            found.update((base, base + s, stem + "ed", stem + "ing"))
    return frozenset(found)


SAYING = _forms(
    "say tell write add announce argue tweet explain acknowledge declare claim warn recall insist "
    "vow pledge admit confirm deny reply repeat reveal testify joke complain maintain assert "
    "predict concede contend allege quip inform assure counter recount boast lament swear "
    "reiterate retort answer ask remark respond caution stress state suggest shout cry whisper "
    "exclaim mutter murmur report observe note promise advise describe continue emphasize "
    "emphasise interject opine urge accuse demand call dub label brand conclude mention remind "
    "regret reject condemn"
)
SPEAKING = _forms(
    "fume rage storm blast sob gush beam moan snap chuckle grumble thunder vent giggle groan roar "
    "plead beg muse enthuse concur sniff shrug smile laugh grin sigh"
)
"""Verbs that attribute beside a quotation only: “…,” fumed the mayor."""
THINKING = _forms("think believe fear hope suspect doubt worry")
IRREGULAR_PAST = words_of("said told wrote thought felt swore foretold")
DEEDS = _forms(
    "vote approve ratify adopt enact repeal veto authorise authorize enforce implement impose"
    " introduce install establish expand build buy purchase invest commission conduct monitor"
    " appoint elect nominate hire sack fire oust impeach evict suspend summon expel deport"
    " arrest detain jail convict acquit indict sentence prosecute sue raid rescue"
    " ban bar block banish abolish replace revoke transfer award grant sign submit contact"
    " dedicate train watch visit travel teach display wear prove celebrate win beat pioneer"
    " ink adjourn co-sponsor diagnose disallow catalogue pull delete remove"
)
"""Verbs of what is done: who votes for a plan or has somebody arrested tells nothing by it."""
TOLD_OF = words_of(
    "said told reported alleged accused believed feared thought hoped suspected understood rumoured"
    " rumored assumed presumed claimed announced warned asked predicted forecast estimated urged"
    " confirmed denied revealed disclosed mentioned noted acknowledged declared argued suggested"
    " advised recommended assured promised pledged informed notified reminded quoted cited praised"
    " criticised criticized denounced condemned blamed slammed blasted lauded mocked hailed branded"
    " labelled labeled decided described dubbed termed called nicknamed ridiculed questioned"
    " challenged asserted insisted stated stressed agreed compared likened portrayed referred heard"
    " expressed voiced raised discussed debated written shouted repeated proposed requested ordered"
    " advertised"
)
"""Participles of passives by which somebody, named or not, says or thinks something."""
TELLING = _forms(
    "agree decline rule allude narrate specify theorise theorize advocate alert convey wonder"
    " reckon apologise relate signal hint vouch unveil assail rebuke confront rail extol laud"
    " denounce lash scold berate reaffirm confide elaborate intone opine marvel moan speculate read"
) | words_of(
    "clear response sentence verdict claims allegation allegations accusation accusations criticism"
    " plaudits praise advice account appeal calls call warning warnings complaint complaints"
    " argument arguments testimony interview signalled signalling secret"
)
"""Further words of saying, as a cue has them that the network is not sure of."""
TRANSITIVE = _forms("announce deny admit promise predict confirm concede regret reject condemn")
"""Verbs of saying whose content may be a mere noun phrase."""
REPORTING = _forms(
    "report say write reveal tell confirm announce disclose claim note tweet add testify"
)
"""Verbs by which an outlet, an agency or a document is credited after its sentence."""
REACTING = words_of(
    "laughed smiled shrugged nodded paused hesitated declined demurred refused disagreed agreed "
    "relented sighed bristled grinned winced frowned objected protested apologized apologised "
    "answered replied responded conceded relented disputed denied"
)
"""Verbs that a sentence has which leads up to a quotation without a cue of its own."""

OF_AND_ABOUT = _forms("complain warn boast")
"""Verbs of saying whose content a preposition may open: "complained of beatings"."""
NAMING = _forms("call describe dub label brand")
"""Verbs whose object stands between them and the marks: "called her work “…”"."""
PLURAL_SUBJECTS = words_of(
    "i you we they who people men women many some most others few several police all both"
)
PLURAL_DETERMINERS = words_of(
    "two three four five six seven eight nine ten eleven twelve dozens these those"
)
SURE_VERBS = words_of("says thinks believes knows tells adds insists argues explains asks")
"""Forms in -s that are no noun's plural."""
NOUNS_IN_LY = words_of("family ally reply assembly bully supply july italy doily lily")

PRONOUNS = words_of("i he she they we you it someone somebody everyone everybody nobody")
FIRST_AND_SECOND = words_of("i we you me us my our your")
_NAMED = re.compile(r"(?P<name>\bUS\b|(?<=\bWar )I\b)|\w+")


def lowered(said: str) -> str:
    """Words in lower case, but for names that would become a pronoun: `the US`, where not all
    is in capitals, and `World War I`."""
    return said.lower() if said.isupper() else _NAMED.sub(lambda m: m["name"] or m[0].lower(), said)


OBJECTS = words_of("me him her us them you reporters")
DETERMINERS = words_of(
    "the a an my our his her their your its this these those some one two three four five six "
    "seven eight nine ten several many most every each no another both any few all"
)
AUXILIARIES = words_of(
    "had has have having 'd is was were are be been being used to would will could can may might "
    "must should did does do not didn't doesn't don't won't wouldn't couldn't hadn't hasn't never"
)
ADVERBS = words_of(
    "also then later once always often just even only still again once twice ever first finally "
    "reportedly repeatedly publicly privately initially previously recently quickly simply "
    "eventually allegedly apparently flatly already now actually basically merely promptly "
    "reluctantly cheerfully cautiously bluntly famously"
)
PREPOSITIONS = words_of(
    "of in for at from to on with by about against near under over inside outside between among "
    "behind within without into through during across toward towards like upon"
)
BOUNDARIES = words_of(
    "and but or that when while because if so as what which where why how after before since "
    "though although until unless whether than then who whom whose yet according is was were are "
    "meanwhile however yes no well"
)
DAYS = words_of(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow "
    "january february march april may june july august september october november december "
    "last this week month year earlier"
)
