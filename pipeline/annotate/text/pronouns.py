"""The pronouns that stand as sources, and what each may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.annotate.text.lexicon import Gender

Reference = Literal["person", "plural", "thing", "self", "relative", "reader", "generic"]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun says of its referent."""

    reference: Reference
    gender: Gender = ""
    plural: bool = False


BODIES_LIKE_PRONOUNS = frozenset({"WHO", "IT", "US"})
"""Initials that would read as a pronoun in small letters."""
PRONOUNS: dict[str, Pronoun] = {
    **dict.fromkeys(("he", "him", "his", "himself"), Pronoun("person", "m")),
    **dict.fromkeys(("she", "her", "hers", "herself"), Pronoun("person", "f")),
    **dict.fromkeys(("they", "them", "their", "themselves"), Pronoun("plural", plural=True)),
    **dict.fromkeys(("it", "its", "itself"), Pronoun("thing")),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), Pronoun("self")),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), Pronoun("self", plural=True)),
    **dict.fromkeys(("who", "whom", "whose", "which", "that"), Pronoun("relative")),
    **dict.fromkeys(("you", "your", "yours"), Pronoun("reader")),
    **dict.fromkeys(("this", "these", "one"), Pronoun("generic")),
}

THIRD_PERSON = frozenset(
    word for word, pronoun in PRONOUNS.items() if pronoun.reference == "person"
)
