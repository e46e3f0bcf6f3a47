"""Names of people and organisations taken apart, so that spellings can be compared."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING

from pipeline.annotate.text.names import PersonName, fold, split_honours
from pipeline.tables.word_lists import words

if TYPE_CHECKING:
    from nicknames import NickNamer

_HONORIFICS = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "mme": "f",
    "madame": "f",
    "dame": "f",
    "lady": "f",
}
_RANKS = words("titles before a name")
_SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr"} | {
    numeral: numeral
    for numeral in "ii iii iv v vii viii ix xii xiii xiv xv xvi xvii xviii xix xx xxiii".split()
}
"""Not `vi`, `x` and `xi`, which are names."""
_GENERATIONS = frozenset({"jr", "sr"})
_DEGREES = words("letters after a name")
_PARTICLES = words("parts of a surname")
_TWO_INITIALS = re.compile(r"(?!md|ng|st)(?:[^\W\d_aeiouy]{2}|[aeiou]j)")
"""Two letters that are no given name by themselves: `JD` Vance, `AJ` Brooks."""
_FEMALE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset({"he", "him", "his", "himself"})
_MAY_TELL_GENDER = re.compile(
    rf"[\s.,]*(?:{'|'.join(sorted({*_HONORIFICS, *_FEMALE, *_MALE}))})", re.IGNORECASE
)
"""How a text of plain letters begins if its first word tells a gender."""

# Letters and pairs that transliterations use for one another, first match first.
_SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("ch", "s"), ("kh", "k"), ("gh", "k"), ("ph", "f"), ("dh", "d"),
    ("th", "t"), ("ck", "k"), ("zh", "s"), ("q", "k"), ("c", "k"), ("g", "k"), ("w", "v"),
    ("z", "s"), ("x", "ks"), ("h", ""), ("-", ""),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouyj")


@lru_cache(maxsize=1 << 13)
def fold_name(text: str) -> str:
    """A name folded, without a final possessive."""
    plain = fold(text)
    return plain.removesuffix("'s") if len(plain) > 3 else plain


def core_of(name: PersonName) -> str:
    """What names a person with the parts left out that come and go; `name` is folded."""
    core = f"{name.given} {name.family}" if name.given else name.family
    return f"{core} {name.suffix}" if name.suffix in _GENERATIONS else core


@lru_cache(maxsize=1 << 13)
def parse_person(text: str) -> PersonName | None:
    """The folded parts of a person's name, without titles before it and honours behind it.

    None where nothing is left that could be a name.
    """
    text, _ = split_honours(text)
    words = [w.strip(".,()[]\"“”'") for w in fold_name(text).replace(".", ". ").split()]
    words = [w for w in words if w]
    suffix = ""
    while len(words) > 1 and (words[-1] in _SUFFIXES or words[-1] in _DEGREES):
        suffix = _SUFFIXES.get(words.pop(), suffix)
    words = _without_titles(words)
    if not words:
        return None
    surname = words.pop()
    if words and _TWO_INITIALS.fullmatch(words[0]):
        words[:1] = words[0]
    while words and words[-1] in _PARTICLES:
        surname = f"{words.pop()}-{surname}"
    # Few names are in millions of people's.
    return PersonName(intern(surname), intern(words[0]) if words else "", tuple(words[1:]), suffix)


@lru_cache(maxsize=1 << 13)
def display_name(text: str) -> str:
    """A person's name as written, without leading titles, possessive and stray marks."""
    words = " ".join(text.split()).strip(',;"“” ').split()
    for possessive in ("'s", "’s"):
        if words and len(words[-1]) > 3:
            words[-1] = words[-1].removesuffix(possessive)
    folded = [fold_name(w).strip(".,") for w in words]
    kept = _without_titles(folded)
    return " ".join(words[len(words) - len(kept) :]) if kept else " ".join(words)


def _without_titles(words: list[str]) -> list[str]:
    """Without leading titles; one word always stays, for there are people called Major.

    Words before a title belong to it (`Defense Secretary Mark Esper`) when a name in full
    follows: a King or a Judge in the middle of a name is none.
    """
    first = 0
    while first < len(words) - 1 and (words[first] in _HONORIFICS or words[first] in _RANKS):
        first += 1
    if first and first == len(words) - 1 and words[first - 1] == "sheikh":
        # "Sheikh Hasina"
        return words[first - 1 :]
    for i in range(len(words) - 2, first, -1):
        if words[i - 1] in _RANKS:
            return words[i:]
    return words[first:]


def gender_hint(text: str) -> str:
    """`m` or `f` where a mention's own words say so (`Mrs. Clinton`, `he`), else empty."""
    # Millions of mentions are asked, and few of them begin with such a word.
    if text.isascii() and not _MAY_TELL_GENDER.match(text):
        return ""
    words = [word.strip(".,") for word in fold_name(text).split()[:2]]
    if not words:
        return ""
    if len(words) == 1 and words[0] in _MALE | _FEMALE:
        return "m" if words[0] in _MALE else "f"
    return _HONORIFICS.get(words[0], "")


@lru_cache(maxsize=1 << 13)
def sound_key(name: str) -> str:
    """The consonants of a folded name, those that transliterations exchange made one.

    `soleimani` and `suleimani` share a key, so do `gadhafi` and `qaddafi`.
    """
    name = name.removeprefix("al-").removeprefix("el-")
    opening = "a" if name[:1] in "aeiou" else ""
    for letters, sound in _SOUNDS:
        name = name.replace(letters, sound)
    consonants = name.translate(_VOWELS)
    return opening + "".join(
        c for i, c in enumerate(consonants) if i == 0 or c != consonants[i - 1]
    )


@lru_cache(maxsize=1)
def _nicknames() -> NickNamer:
    from nicknames import NickNamer

    return NickNamer()


@lru_cache(maxsize=1 << 13)
def formal_names(given: str) -> frozenset[str]:
    """The names that a folded given name can be short for."""
    return frozenset(_nicknames().canonicals_of(given))


def same_given(one: str, other: str) -> bool:
    """Whether two folded given names can be one person's: equal, initial or short form."""
    if one == other:
        return True
    if not one or not other:
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == 1:
        return longer[0] == shorter
    if len(shorter) >= 3 and len(longer) >= len(shorter) + 2 and longer.startswith(shorter):
        return True
    return one in formal_names(other) or other in formal_names(one)


@lru_cache(maxsize=1 << 13)
def is_given_name(word: str) -> bool:
    """Whether a folded word is known as an English given name."""
    names = _nicknames()
    return bool(names.canonicals_of(word) or names.nicknames_of(word))
