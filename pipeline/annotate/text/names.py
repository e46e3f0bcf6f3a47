"""Names of persons in parts, and the titles in front of them.

Parts as news copy uses them: honorifics and abbreviated titles, a given name, middle
names, a family name with its particles ("bin Laden", "van der Bellen"), a suffix.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from pipeline.annotate.text.lexicon import (
    DOTTED_TITLES,
    HONORIFIC_GENDER,
    PERSON_NOUNS,
    TITLE_ABBREVIATIONS,
    Gender,
    words,
)

_NUMBERS = words("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxiii")
_SUFFIXES = frozenset({"jr", "jnr", "sr", "snr", "ii", "iii", "iv", "md", "phd", "esq"})
POST_NOMINALS = words(
    "KC QC SC OBE MBE CBE KBE DBE GBE BEM CMG KCMG GCMG CB KCB GCB CVO KCVO QPM KPM QFSM MP MPP "
    "MLA MNA MEP MSP MS TD FRS FRSE JP DL RN SAN EGH CBS AO AM OAM ONZM CNZM"
)
"""What stands behind a name and is none: honours, and seats in a parliament."""
PARTICLES = words(
    "abu al bin bint da de del della den der di dos du el ibn la le nic ní st umm uí van von ó"
)
_TITLE_WORDS = words(
    "president senator congressman congresswoman representative governor general colonel captain "
    "lieutenant major sergeant admiral judge justice secretary chancellor minister king queen "
    "prince princess pope mayor sheriff chairman chairwoman professor doctor ambassador reverend "
    "father rabbi imam ayatollah sheikh attorney prime vice former first commissioner director "
    "speaker officer detective commander private corporal brigadier bishop cardinal comrade "
    "taoiseach tánaiste cathaoirleach ceann comhairle ex-president then-president president-elect "
    "tem tempore"
)
_OF_EITHER = words(
    "alex alexis allyn andrea ashley aubrey avery bernie beverly blake bobbie cameron camille "
    "carol carroll charlie chris connie courtney dale dana dee dominique drew evelyn frankie "
    "gail gayle harper hilary hillary hyacinth jackie jan jean jess jesse jo joan jody joss "
    "joyce jude jules kai kelly kerry kim kit lauren laurence lee les leslie lindsay lindsey "
    "logan loren lynn marion max mel meredith michal michel mickey morgan nat nicky nicola "
    "nikita noel paige parker pat quinn reese rene riley robin rory rowan sam sandy sasha "
    "shannon shirley sidney simone sky stacey stacy sydney taylor toni tracy tunde val valentine "
    "vic vivian whitney"
)
"""Given names that counts give to one gender and public figures of the other bear as well."""
_PARTS_OF_NAMES = words("sheikh")
_REGAL = words("pope king queen prince princess")
"""Titles without which those who bear one name only are not known: `Pope Francis`."""
_RANK_ACRONYMS = words(
    "DGP ADGP SP IGP DIG AIG ACP DCP SSP DSP DPP CJI CM PM CS MCA MLC IO OC SI ASI ASP DC DI DS "
    "TDC PCSO MK"
)
"""Ranks and offices that stand before a name in capitals only."""
_EXCELLENCIES = frozenset({"HE", "H.E.", "H.E", "HH"})
"""His or Her Excellency, and Highness; in small letters a pronoun."""
_ACTING = (["pro", "tem"], ["pro", "tempore"])
_OF_LEARNING = ("ologist", "ographer", "iatrist", "physicist", "scientist", "therapist")
"""How nouns for scholars and healers end: `hydrogeologist`."""
_OF_A_BODY = words(
    "member grader pilot worker general chancellor inspector director president chairman "
    "chairwoman chairperson chair captain secretary minister editor manager marshal"
)
_RANKS = _TITLE_WORDS - words("prime vice former first")
GENERATIONS = {"elder": "Sr.", "older": "Sr.", "younger": "Jr."}
"""What tells two of a family apart in front of the name, and the suffix that would."""
_PORTUGUESE_SUFFIXES = words("neto filho junior sobrinho")
"""What stands behind the family name in Brazil and Portugal: `Paulo da Silva Neto`."""
_NUMBERED = _SUFFIXES | _NUMBERS
_BORNE_WITH_NAMES = _PARTS_OF_NAMES | _REGAL
_GENERATIONS = _NUMBERS | {"jr", "jnr"}
_PARTY_TAG = re.compile(r"[DRI]-[A-Z][\w. ]{0,20}")
_POSSESSIVES = ("'s", "’s", "'S", "’S", "´s", "`s")


class PersonName(NamedTuple):
    """A name taken apart, as written or folded; `given` is empty where only a family name was
    said. Names sort by their family names."""

    family: str
    given: str = ""
    middle: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def parts(self) -> int:
        """How many parts it has, the suffix included."""
        return bool(self.given) + len(self.middle) + bool(self.family) + bool(self.suffix)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case without accents, straight apostrophes, one space between words."""
    plain = text.replace("’", "'").replace("‘", "'")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())


def without_possessive(text: str) -> str:
    """`Trump’s` is `Trump`, `Saunders’` is `Saunders`."""
    text = text.strip()
    if text.endswith(_POSSESSIVES):
        return text[:-2].rstrip()
    if text.endswith(("s'", "s’")):
        return text[:-1]
    return text


def is_title_word(word: str) -> bool:
    """Whether a word may stand in front of a name as (part of) a title."""
    low = word.casefold().rstrip(".")
    if word in _RANK_ACRONYMS or word in _EXCELLENCIES or word.casefold() in DOTTED_TITLES:
        return True
    if low in TITLE_ABBREVIATIONS or low in _TITLE_WORDS:
        return True
    # "We miss Ada" has no title.
    return low in HONORIFIC_GENDER and word != "miss"


def is_rank(word: str) -> bool:
    """Whether a word is a title of office or service: `Justice`, `Sen.`"""
    low = word.casefold().rstrip(".")
    if word in _RANK_ACRONYMS or word.casefold() in DOTTED_TITLES:
        return True
    return low in TITLE_ABBREVIATIONS or low in _RANKS


def is_abbreviated_title(word: str) -> bool:
    """`Gov.`, `Sen`: a title that is no part of a name wherever it stands."""
    return word.casefold() in DOTTED_TITLES or word.casefold().rstrip(".") in TITLE_ABBREVIATIONS


def is_party_tag(text: str) -> bool:
    """`R-Neb.`: a lawmaker's party and place, which is no body."""
    return _PARTY_TAG.fullmatch(text) is not None


def is_honorific(word: str) -> bool:
    """Mr., Mrs., Ms., H.E. …: says the gender, or how to address somebody, and no role."""
    # "We miss Ada" has no capital.
    known = word[:1].isupper() and word.casefold().rstrip(".") in HONORIFIC_GENDER
    return known or word in _EXCELLENCIES


def split_title(text: str) -> tuple[str, str]:
    """(title, name) of a mention such as `Sen. Ted Cruz`; the name is never emptied.

    >>> split_title("Gen. Ada Brooks")
    ('Gen.', 'Ada Brooks')
    """
    words = text.split()
    at = 0
    while at < len(words) - 1 and is_title_word(words[at]):
        at += 1
    for acting in _ACTING:
        if len(words) - at > 2 and [word.casefold() for word in words[at : at + 2]] == acting:
            # "Mayor Pro Tem Ada Brooks"
            at += 2
    named = words[at:-1] if len(words) - at > 1 and _is_number(words[-1]) else words[at:]
    if at and len(named) == 1 and words[at - 1].casefold() in _BORNE_WITH_NAMES:
        # "Sheikh Hasina" and "Pope Francis" are called so wherever they are named.
        at -= 1
    return " ".join(words[:at]), " ".join(words[at:])


def regal_title(name: str) -> str:
    """The title that a name begins with as a part of it: `Pope` of `Pope Francis`; else ""."""
    first, _, rest = name.partition(" ")
    words = rest.split()
    alone = len(words) == 1 or (len(words) == 2 and _is_number(words[1]))
    return first if alone and first.casefold() in _REGAL and first[:1].isupper() else ""


def _is_number(word: str) -> bool:
    return word.isupper() and set(word) <= set("IVX")


def split_honours(name: str) -> tuple[str, tuple[str, ...]]:
    """A name and what stands behind it (`KC`, `OBE`); the name is never emptied.

    >>> split_honours("Ada Brooks KC")
    ('Ada Brooks', ('KC',))
    """
    words = name.split()
    end = len(words)
    while end > 1 and words[end - 1].rstrip(",") in POST_NOMINALS:
        end -= 1
    if end == len(words):
        return name, ()
    return " ".join(words[:end]).rstrip(","), tuple(word.rstrip(",") for word in words[end:])


def parse_name(text: str) -> PersonName:
    """The parts of a person's name without titles. A single word is a family name."""
    words = without_possessive(text).replace(",", " ").split()
    suffix = ""
    suffixes = _NUMBERED if words and fold(words[0]) in _REGAL else _SUFFIXES
    while len(words) > 1 and words[-1].casefold().replace(".", "") in suffixes:
        suffix = words.pop()
    if len(words) > 2 and fold(words[-1]) in _PORTUGUESE_SUFFIXES:
        suffix = words.pop()
    # A nickname in quotation marks or brackets is no part of its own: Ed "Lefty" Ray.
    words = [word for word in words if word[0] not in "\"“'‘(" or len(words) == 1] or words
    if len(words) <= 1:
        return PersonName(" ".join(words), suffix=suffix)
    family = len(words) - 1
    while family > 1 and words[family - 1].casefold() in PARTICLES:
        family -= 1
    if all(word.casefold() in PARTICLES for word in words[:family]):
        # "De la Cruz"
        return PersonName(" ".join(words), suffix=suffix)
    middle: list[str] = []
    for word in words[1:family]:
        # "Fernández de Castro" in front of the last family name is two, not three.
        joins = middle and middle[-1].rpartition(" ")[2].casefold() in PARTICLES
        middle[-1:] = [f"{middle[-1]} {word}"] if joins else [*middle[-1:], word]
    return PersonName(" ".join(words[family:]), words[0], tuple(middle), suffix)


def same_name(left: PersonName, right: PersonName) -> bool:
    """Whether two full names may be one person's: middle names and initials don't count."""
    if fold(left.family) != fold(right.family):
        return False
    # "King Charles" is King Charles III.
    regal = fold(left.given) in _REGAL and not (left.suffix and right.suffix)
    if _generation(left) != _generation(right) and not regal:
        return False
    return given_agree(left.given, right.given)


def is_shortened(short: PersonName, long: PersonName) -> bool:
    """Whether a name is the beginning of a longer one, as people with several family names
    are called: `Ana García` for Ana Elizabeth García Vilchis."""
    if not short.given or fold(short.given) != fold(long.given) or short.suffix != long.suffix:
        return False
    return fold(short.family) in {fold(middle) for middle in long.middle if len(middle) > 2}


def is_ending(short: PersonName, long: PersonName) -> bool:
    """Whether a name is a longer one without the given name: `Karim Qodsi` for Javad Karim Qodsi,
    `Ki Hong` for Justin Ki Hong, `Fernández de Castro` for Ana Fernández de Castro Ruiz."""
    if short.suffix != long.suffix or short.middle or len(short.given.rstrip(".")) < 2:
        return False
    behind = [fold(each) for each in (*long.middle, long.family)]
    return (fold(short.given), fold(short.family)) in pairwise(behind)


def given_agree(left: str, right: str) -> bool:
    """`J.` agrees with `Jane`, and `Ed` with `Edward`; `Jane` does not with `John`."""
    one, other = fold(left).replace(".", ""), fold(right).replace(".", "")
    if not one or not other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) <= 3 and long.startswith(short):
        return True
    return short == long or _NICKNAMES.get(short) == long or _NICKNAMES.get(long) == short


def readable(name: str) -> str:
    """A name set in capitals (`JANE ROE`) in ordinary spelling; others as they are."""
    letters = [char for char in name if char.isalpha()]
    if len(letters) < 4 or not all(char.isupper() for char in letters):
        return name
    return " ".join(
        "-".join(piece[:1] + piece[1:].lower() for piece in word.split("-"))
        for word in name.split()
    )


def is_role_noun(word: str) -> bool:
    """Whether a word names a person by what they are or do."""
    low = word.casefold().rstrip(".")
    known = low.removesuffix("-in-law") in PERSON_NOUNS or is_abbreviated_title(word)
    return known or low.endswith(_OF_LEARNING) or low.rpartition("-")[2] in _OF_A_BODY


@cache
def _first_names() -> Mapping[str, frozenset[str]]:
    path = files("pipeline.annotate") / "data" / "first_names.json"
    lists: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return {kind: frozenset(names) for kind, names in lists.items()}


def given_name_gender(name: str) -> Gender:
    """What a given name alone hints at; empty where both genders bear it."""
    name = fold(name)
    if name in _first_names()["f"]:
        return "f"
    return "m" if name in _first_names()["m"] else ""


def is_of_either_gender(name: str) -> bool:
    """Whether public figures of both genders bear a given name: no hint rules one out."""
    return fold(name) in _OF_EITHER


def is_common_given_name(name: str) -> bool:
    """Whether a word is so common as a given name that it hardly begins anything else."""
    return fold(name) in _first_names()["common"]


def is_given_name(word: str) -> bool:
    """Whether a word is known as a given name, of either gender or both."""
    return bool(given_name_gender(word)) or is_common_given_name(word) or is_of_either_gender(word)


def is_suffix(word: str) -> bool:
    """`Sr.`, `III`, `Júnior`: a word behind a name that tells which bearer of it is meant."""
    known = word.casefold().replace(".", "") in _SUFFIXES or fold(word) in _PORTUGUESE_SUFFIXES
    return known and word[:1].isupper()


def is_later_born(name: PersonName) -> bool:
    """Whether a suffix tells somebody from an elder of the same name: `Jr.`, `III`."""
    return bool(_generation(name))


def _generation(name: PersonName) -> str:
    suffix = name.suffix.casefold().replace(".", "")
    # The elder is often written without: only a "Jr." or a number keeps two apart.
    return suffix if suffix in _GENERATIONS else ""


_NICKNAMES = {
    "al": "albert", "alex": "alexander", "andy": "andrew", "barb": "barbara", "bernie": "bernard",
    "beth": "elizabeth", "betsy": "elizabeth", "bill": "william", "bob": "robert",
    "chris": "christopher", "chuck": "charles", "dan": "daniel", "dave": "david",
    "dick": "richard", "don": "donald", "ed": "edward", "greg": "gregory", "hank": "henry",
    "jack": "john", "jeff": "jeffrey", "jenny": "jennifer", "jerry": "gerald", "jim": "james",
    "joe": "joseph", "ken": "kenneth", "kate": "katherine", "larry": "lawrence", "liz": "elizabeth",
    "matt": "matthew", "mike": "michael", "mitch": "mitchell", "nick": "nicholas",
    "pam": "pamela", "pat": "patricia", "pete": "peter", "ray": "raymond", "rick": "richard",
    "ron": "ronald", "sam": "samuel", "steve": "steven", "sue": "susan", "ted": "edward",
    "tim": "timothy", "tom": "thomas", "tony": "anthony", "vince": "vincent", "will": "william",
}  # fmt: skip
