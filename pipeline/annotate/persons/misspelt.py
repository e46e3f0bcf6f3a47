"""Whom a family name stands for that the article has spelled with a slip of the pen.

`Ada Merrow … Morrow said no`: one letter left out, added, changed, or two of them exchanged.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import OSA

from pipeline.annotate.persons.name_mentions import NameMention
from pipeline.annotate.persons.person import Person
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.names import fold, is_common_given_name

_SHORTEST = 5
"""Letters of the shorter spelling; of fewer, one letter makes another name."""


def misspelt(
    layout: Layout,
    persons: Sequence[Person],
    at_token: Mapping[int, int],
    mention: NameMention,
) -> int | None:
    """Index of the person whose family name a mention gives with one wrong letter; None if
    there is none, or several.

    Only who has been named in full before, and not where their sentence goes on to somebody
    of a similar name: `Merrow passed to Morrow`.
    """
    name = mention.parsed.family
    if mention.parsed.given or " " in name or is_common_given_name(name):
        return None
    if mention.roles or mention.age is not None:
        # "Keeper Morrow" is told apart.
        return None
    alike = [i for i, person in enumerate(persons) if is_slip(name, person.parsed.family)]
    if len(alike) != 1:
        return None
    person = persons[alike[0]]
    named_before = person.parsed.given and min(person.mentions)[0] < mention.start
    genders = (mention.gender, mention.hint)
    if not named_before or any(gender and not person.may_be(gender) for gender in genders):
        return None
    sentence = range(layout.sentence_start[mention.start], layout.sentence_end[mention.start])
    beside = any(at_token.get(at) == alike[0] for at in sentence)
    return None if beside else alike[0]


def is_slip(name: str, family: str) -> bool:
    """Whether a name is a family name but for one letter, which is not the first.

    >>> is_slip("Morrow", "Merrow"), is_slip("Merrows", "Merrow"), is_slip("Farrow", "Merrow")
    (True, False, False)
    """
    one, other = fold(name), fold(family)
    if min(len(one), len(other)) < _SHORTEST or one[0] != other[0] or one == f"{other}s":
        return False
    return OSA.distance(one, other) == 1
