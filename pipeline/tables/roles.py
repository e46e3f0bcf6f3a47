"""What titles tell about who somebody is: whether two of them can be one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from pipeline.annotate.persons.kinship import KIN
from pipeline.tables.names import fold_name
from pipeline.tables.word_lists import walks_of_life, words

_WORD = re.compile(r"[a-z0-9]+")
_EMPTY_WORDS = words("words without a role")
_SPELLINGS = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative",
    "congressman": "representative", "congresswoman": "representative", "gov": "governor",
    "gen": "general", "col": "colonel", "lt": "lieutenant", "maj": "major", "adm": "admiral",
    "capt": "captain", "sgt": "sergeant", "prof": "professor", "rev": "reverend",
    "dr": "doctor", "brig": "brigadier", "chairwoman": "chairman", "chair": "chairman",
    "chairperson": "chairman", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "defence": "defense",
}  # fmt: skip
_FIELDS_OF_WORD: dict[str, frozenset[str]] = {}
for _field, _words in walks_of_life().items():
    for _word in _words:
        _FIELDS_OF_WORD[_word] = _FIELDS_OF_WORD.get(_word, frozenset()) | {_field}


_RELATIONS = "|".join(
    sorted(KIN) + "cousin friend neighbor neighbour rival opponent predecessor successor".split()
)
_WHOSE = re.compile(rf"^.*(?:'s|s') (?=(?:[\w-]+ ){{0,2}}(?:{_RELATIONS})\b)")
_OF_WHOM = re.compile(rf"\b({_RELATIONS}) (?:of|to) .*$")


@lru_cache(maxsize=1 << 13)
def title_words(title: str) -> frozenset[str]:
    """The words of a title that tell one role from another, in one spelling."""
    # A mayor's sister is no mayor.
    own = _OF_WHOM.sub(r"\1", _WHOSE.sub("", fold_name(title)))
    spelled = (_SPELLINGS.get(word, word) for word in _WORD.findall(own))
    return frozenset(word for word in spelled if word not in _EMPTY_WORDS)


def shared_role(one: Iterable[frozenset[str]], other: Iterable[frozenset[str]]) -> int:
    """How far two people's title words agree: 2 a whole role, 1 a word of it, 0 not."""
    best = 0
    others = list(other)
    for role in one:
        for other_role in others:
            both = len(role & other_role)
            if both >= 2 and 2 * both >= min(len(role), len(other_role)) + 1:
                return 2
            best = max(best, min(both, 1))
    return best


def fields(title: Iterable[str]) -> frozenset[str]:
    """The walks of life that title words belong to."""
    found: frozenset[str] = frozenset()
    for word in title:
        found |= _FIELDS_OF_WORD.get(word, frozenset())
    return found


def one_person(one: frozenset[str], other: frozenset[str], strict: bool) -> bool:
    """Whether two titles' words can belong to one person.

    strict: for a common name; then roles must share a word or a walk of life. Otherwise
    people of public life change between walks, and only private life tells two apart.
    """
    if one & other:
        return True
    first, second = fields(one), fields(other)
    if first & second:
        return True
    if strict:
        return False
    return not first or not second or "private" not in first | second
