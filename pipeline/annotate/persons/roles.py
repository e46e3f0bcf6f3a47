"""Roles: what somebody is, and which words stand for the same role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.annotate.text.lexicon import (
    DASHES,
    DOTTED_TITLES,
    POSSESSIVES,
    PREPOSITIONS,
    ROLE_SYNONYMS,
    TITLE_ABBREVIATIONS,
)
from pipeline.annotate.text.names import GENERATIONS, is_honorific, is_role_noun, is_title_word
from pipeline.annotate.text.nouns import is_plural, type_of_head

_ACRONYM = re.compile(r" ?\((?:[A-Z.]{2,8}|Mrs?\.?|Ms\.?|Miss|Dr\.?|Prof\.?|Engr\.?|Barr\.?)\)")
_EXCELLENCY = re.compile(r"\bH\.? E\b\.?")
"""`H. E.` in front of a name, written as one word by others."""
_STYLE = re.compile(
    r"^(?:(?:His|Her|Their|Your) (?:Honou?r|Grace|Worship|Lordship)"
    r"|(?:(?:His|Her|Their|Your) )?(?:Most |Royal |Imperial |Serene )*"
    r"(?:Highness|Majesty|Majesties|Excellency|Eminence|Holiness))\b,?(?: [Tt]he\b)?"
)
"""`His Highness the` in front of an office: how its bearer is addressed."""
_BEHIND_OFFICES = PREPOSITIONS | {"of", "and"}
_UNWRITTEN = _BEHIND_OFFICES | {"the"}
"""Words whose letters no initials have."""
_STYLES = frozenset({"dr", "prof", "cllr", "hon", "honourable", "rt", "sheikh", "sheikha"})
"""What a role goes before and does without: `lead author Dr Ada Brooks`."""
LONGEST_RANK = 4
"""Letters of `DC`, `SHO` and `ADGP`."""
OF_PRESS = frozenset({"press", "communications", "media"})
"""What a secretary is of who is a spokesman."""
_DETECTIVES = frozenset({"DC", "DI", "DS", "TDC", "DCI", "DCS"})
_LOOSE = DASHES | {",", ";", ":", "-", "and", "the", "both"}
_COUNTING = frozenset({"both", "two", "three", "four"})
_OF_THEM = frozenset({"of them", "of us", "of whom", "of these", "of those"})
_DESCRIBING = ("ed", "ing", "ful", "ous", "ish", "ive", "able")
_CLAUSAL = frozenset(
    "i you he she it we they is are was were be been has have had will would can could may might "
    "must shall should do does did said says neither nor wonder".split()
)
"""Words that no role has: there it is a clause that was taken for one."""
_OF_CHILDREN = re.compile(
    r"(?:father|mother|dad|mum|mom|parent|grandfather|grandmother)[ -]of[ -]"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
)
EPITHETS = frozenset(
    "firebrand maverick hardliner populist strongman outsider superstar megastar icon legend "
    "pioneer luminary trailblazer visionary guru diva".split()
)
"""What somebody is called for what they are known for: no office, and beside any."""
MERE = frozenset({"man", "woman", "person", "boy", "girl", "guy"})
"""What tells no more of somebody than that they are."""
_PAST = frozenset({"former", "ex", "onetime", "erstwhile"})
_SINGLING_OUT = frozenset({"only", "most", "least"})
"""`The only doctor on stage`, `the most likely candidate`"""
_OF_THE_DAY = EPITHETS | MERE | frozenset("witness guest target favourite favorite native".split())
"""What somebody is for a day only: their office says more."""
_SIDES = frozenset("critic supporter opponent ally advocate defender admirer".split())
_PARTIES = frozenset("republican democratic independent libertarian conservative socialist".split())
"""`Gov. Ada Brooks, a Republican` is governor first."""
_FAITHS = frozenset(
    "devout practising practicing lifelong born-again born again christian catholic protestant "
    "muslim hindu jew buddhist sikh mormon atheist".split()
)
"""So is `Mayor Ada Brooks, a devout Christian`, mayor."""
_STAUNCH = frozenset(
    "frequent vocal fierce staunch outspoken harsh sharp prominent longtime well-known".split()
)
"""`A frequent critic of the mayor` says less than an office, too."""
_SOME_TIME = re.compile(
    r"^(?:last|this|earlier this) (?:year|month|week|weekend|night) ", re.IGNORECASE
)
"""What a sentence may open with in front of a role."""
_ON_A_DAY = re.compile(r" on the (?:[\w-]+ )?(?:eve|day|night|morning|afternoon|evening) of\b")
"""`a speaker on the first day of the fair` is a speaker."""
_AGE = re.compile(r"\b(?:[\w-]+[ -]years?[ -]old|\w+genarian)\b[ ,]*")
"""`the 54-year-old harbour master` is harbour master."""
_INSIDE_MARKS = re.compile(r"[,.](?=[”\"’']{1,2}$)")
_PLURAL_TITLES = re.compile(r"\b(Sen|Rep|Gov|Gen|Prof|Dr)s\.")
_SHORT_NAMES = frozenset("Md Md. Mohd Mohd. Mst Mst.".split())
"""Mohammed and Mosammat as Bangladesh, India and Malaysia write them in front of a name."""
_LEADING = frozenset(
    {
        "the",
        "that",
        "a",
        "an",
        "another",
        "also",
        "and",
        "but",
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
        "your",
    }
)
_OPENING = frozenset(
    "after alongside although as because before despite during even following if like since though "
    "unless unlike until when whereas while".split()
)
"""What a sentence may open with in front of a title."""
_NEAR = frozenset({"colleague", "friend", "rival", "neighbour", "neighbor", "ally"})
"""What somebody is to the speaker, in front of a title: `my colleague Senator`."""
PASSING = frozenset(
    "acclaimed accomplished angry beloved black cheerful current defiant delighted disappointed "
    "ecstatic elated embattled emotional enthusiastic excited fellow frustrated furious grieving "
    "jubilant now outspoken passionate popular proud reclusive renowned respected tearful "
    "thrilled today".split()
)
"""How somebody is or is thought of, in front of what they are."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role as the article words it, without its leading article."""

    text: str
    words: frozenset[str]
    """Its words in lower case, abbreviated titles written out."""
    owner: str = ""
    """Whose it is, where its words do not tell: `her` of `her lawyer`, Abe Stone of `Abe Stone came
    with wife Ada`."""


def role_of(text: str) -> Role:
    """A Role from its words; `text` is kept as it is, less a leading article or `his`."""
    text = _SOME_TIME.sub("", _ON_A_DAY.split(text, maxsplit=1)[0])
    # "Sens. Ada Brooks and Otto Reed": each is one.
    text = _PLURAL_TITLES.sub(r"\1.", text)
    words = text.replace("(", " ").replace(")", " ").replace(",", " ").split()
    owner = words[0].casefold() if words and words[0].casefold() in POSSESSIVES else ""
    while len(words) > 1 and _says_nothing(words[0], words[1:]):
        text = text.strip()[len(words[0]) :].strip(" ,")
        words = words[1:]
    if words and words[-1].islower():
        text = text.rstrip(". ")
    # The comma of a sentence that goes on stands inside the marks: “Harbour Live,”
    text = _INSIDE_MARKS.sub("", text)
    pieces = [piece for word in words for piece in (word, *word.split("-"))]
    return Role(" ".join(text.split()), frozenset(spelled_out(piece) for piece in pieces), owner)


def _says_nothing(first: str, others: Sequence[str]) -> bool:
    """Whether the first word of a role is no part of what somebody is."""
    low = first.casefold()
    if low in _NEAR and is_title_word(others[0]):
        return True
    if low == "one":
        # "one Republican", not "one of the clerks", nor the chief executive of One Moto
        return others[0] != "of" and (first.islower() or others[0].islower())
    return low in _LEADING or (low in PASSING | _OPENING and any(map(is_role_noun, others)))


def role_in(text: str) -> Role | None:
    """The role that the words beside a name are; None for an honorific alone, a clause,
    `one of them`, and for what only describes: `a flabbergasted Stone`."""
    text = _ACRONYM.sub("", _EXCELLENCY.sub("HE", text))
    words = _STYLE.sub("", _AGE.sub("", text)).split()
    relative = next((at for at, word in enumerate(words) if word in {"who", "whose"}), len(words))
    if not _CLAUSAL.isdisjoint(words[relative:]):
        return None
    words = words[:relative]
    while words and (
        _is_address(words, len(words) - 1)
        or words[-1].casefold() in _LOOSE
        or words[-1] in _SHORT_NAMES
    ):
        words.pop()
    while words and (words[0].casefold() in _COUNTING or is_honorific(words[0])):
        words.pop(0)
    while len(words) > 1 and (
        words[-1].casefold().strip(".") in _STYLES or _is_address(words, len(words) - 1)
    ):
        # "lead author Dr Ada Brooks"
        if words[-2].endswith(("'s", "’s")):
            # "Harbour Rail's Dr Ada Brooks" has no office there.
            words = words[-1:]
            break
        office = any(is_role_noun(word) for word in words[:-1] if word.strip(".") != "Rt")
        if not office and type_of_head(words[-2].casefold()) != "unnamed":
            break
        words.pop()
    low = [word.casefold().strip(",") for word in words]
    for at in range(len(low) - 2, 0, -1):
        if low[at] in POSSESSIVES and low[at - 1] in {"and", "&"}:
            # "Mr. Field and his wife, Dana Field"
            words, low = words[at:], low[at:]
            break
    if not words or words == ["Then"] or not _CLAUSAL.isdisjoint(map(_uncontracted, low)):
        return None
    if words[-1] in GENERATIONS and set(low[:-1]) <= _LEADING:
        # "the elder Brooks" is no elder.
        return None
    # "Health CS" is a cabinet secretary.
    many = is_plural(low[-1]) and type_of_head(low[-1]) == "group" and not words[-1].isupper()
    if many and PREPOSITIONS.isdisjoint(low) and "of" not in low:
        # "some Republicans, Stone said"
        return None
    if ("free", "agent") in pairwise(low) or low == ["police", "suspect"]:
        # Who plays for no club is nobody's agent; "Police suspect Stone broke in" has a verb.
        return None
    if " ".join(low[-2:]) in _OF_THEM or low[-1] in {"another", "one", "others"}:
        return None
    known = any(map(is_role_noun, low))
    plain = [word for word in words if word.casefold() not in _LEADING]
    # "an emotional Stone", "a flabbergasted Stone"
    described = low[-1].endswith(_DESCRIBING) or (len(plain) <= 1 and words[-1].islower())
    # "On Tuesday Stone said"
    if not known and (described or low[0] in PREPOSITIONS):
        return None
    return role_of(" ".join(words))


def _uncontracted(word: str) -> str:
    """`you` of `you're`."""
    return word.replace("’", "'").partition("'")[0]


def _is_address(words: Sequence[str], at: int) -> bool:
    """`Mr.`, but not the lady of `first lady`."""
    return is_honorific(words[at]) and (not at or words[at - 1].casefold() != "first")


def spelled_out(word: str) -> str:
    """`Sen.` is senator, `GOP` is republican; other words in lower case, no possessive."""
    if word.casefold() in DOTTED_TITLES:
        return DOTTED_TITLES[word.casefold()]
    low = word.casefold().strip(".,;:\"“”'’")
    for ending in ("'s", "’s"):
        low = low.removesuffix(ending)
    if low in {"gop", "republicans"}:
        return "republican"
    if low in {"democrat", "democrats"}:
        return "democratic"
    return TITLE_ABBREVIATIONS.get(low, low)


def synonyms(head: str) -> frozenset[str]:
    """The words that may name the same role as `head`, itself included."""
    found = {head}
    for alike in ROLE_SYNONYMS:
        if head in alike:
            found |= alike
    return frozenset(found)


@lru_cache(maxsize=8192)
def heads_of(role: Role) -> frozenset[str]:
    """What a role says its bearer is: `wife` of `Stone's wife and campaign manager`, and
    `manager`; not `Stone`, nor anything behind a preposition."""
    text = role.text.casefold()
    for mark in ("'s ", "’s "):
        owner, _, owned = text.rpartition(mark)
        # "president of the party's youth wing" is no wing.
        text = owned if PREPOSITIONS.isdisjoint(owner.split()) else text
    words = text.replace(",", " and ").replace(";", " and ").split()
    heads = set(initials_of(role))
    if words[:1] == ["chief"]:
        # "Chief Fire Officer" is the fire chief.
        heads.add("chief")
    if text.endswith(("shop owner", "store owner", "owner of the shop", "owner of the store")):
        heads.add("shopkeeper")
    if "secretary" in role.words and not OF_PRESS.isdisjoint(role.words):
        heads.add("press-secretary")
    if "detective" in role.words or not _DETECTIVES.isdisjoint(role.text.split()):
        # "Det Insp Brooks", "DI Brooks"
        heads.add("detective")
    last = ""
    for word in [*words, "and"]:
        if word in {"and", "&", "-"} or (word in PREPOSITIONS and last):
            heads.update(spelled_out(piece) for piece in {last, last.rpartition("-")[2]} if last)
            if word in PREPOSITIONS:
                break
            last = ""
        else:
            last = word
    return frozenset(heads)


def is_of_the_day(role: Role) -> bool:
    """Whether a role is what somebody is for a day, or on whose side: an office says more."""
    taking_sides = not _SIDES.isdisjoint(heads_of(role)) and not _STAUNCH.isdisjoint(role.words)
    of_a_creed = role.words <= _PARTIES or role.words <= _FAITHS
    of_children = _OF_CHILDREN.fullmatch(role.text) is not None
    singled_out = role.text.partition(" ")[0].casefold() in _SINGLING_OUT
    said_so = taking_sides or of_a_creed or of_children or singled_out
    return said_so or not _OF_THE_DAY.isdisjoint(heads_of(role))


def is_former(role: Role) -> bool:
    """Whether a role is what somebody was: `former clerk`, `ex-clerk`; and is nothing else."""
    office = role.text.casefold().partition(" of ")[0].replace("-", " ").split()
    return "and" not in role.words and not _PAST.isdisjoint(office)


@lru_cache(maxsize=8192)
def initials_of(role: Role) -> frozenset[str]:
    """What an office is called for short: `ceo` of `chief executive officer of Harbour Power`,
    `igp` of `Inspector General of Police`."""
    found = set()
    whole = role.text.replace("-", " ").split()
    for at, word in enumerate([*whole, "of"]):
        if word.casefold() in _BEHIND_OFFICES or not word[0].isalpha():
            found.add("".join(piece[0] for piece in whole[:at]).casefold())
            break
    found.add("".join(word[0] for word in whole if word[0].isupper()).casefold())
    named = "".join(word[0] for word in whole if word.casefold() not in _UNWRITTEN).casefold()
    # "DGP" of "Larkhaven director general of police"
    found.update(named[at:] for at in range(len(named) - 1) if len(named) - at <= LONGEST_RANK)
    return frozenset(letters for letters in found if len(letters) > 1)
