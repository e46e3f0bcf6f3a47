"""`The researchers` are the `Tolland University researchers` who spoke before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import NAMED_GROUPS, PREPOSITIONS, words
from pipeline.records import Speaker

_DEFINITE = frozenset({"the", "these", "those"})
_NEAR = 3
"""Paragraphs back in which a group without an article has been told of more fully."""
_COUNTING = words(
    "many most some several few other others all both another dozens scores hundreds thousands "
    "numerous various certain more fewer younger older only not at even two three four five six "
    "seven eight nine ten half one any no every small large number handful couple majority "
    "minority plurality plenty"
)
"""First words of descriptions that tell how many, not who."""

_FEW = words("two three four five six seven eight nine ten several")
"""First words of descriptions of some who are known."""
_ANY_OF_THEM = NAMED_GROUPS | words(
    "experts economists analysts critics scientists historians voters people observers scholars "
    "residents men women children parents students workers consumers investors supporters"
)
"""Plurals that without an article are all of them, or any."""


def fuller_group(
    doc: Doc, layout: Layout, part: Part, earlier: Iterable[tuple[int, Speaker]]
) -> Speaker | None:
    """The group that a plural without more stands for, as it was described before.

    earlier: (token, speaker) of the sources before it, in text order. With `the`, the last
    that has the same noun; without, the only one, told of in the last paragraphs.
    """
    definite = doc[part.start].lower_ in _DEFINITE
    if part.type != "group" or part.end - part.start != 1 + definite or not part.plural:
        return None
    alike = [
        (at, speaker)
        for at, speaker in earlier
        if at < part.start
        and speaker.type == "group"
        and (
            _tells_more(speaker.name, part.head)
            or (
                definite
                and layout.paragraph[part.start] - layout.paragraph[at] <= 1
                and _is_counted(speaker.name, part.head)
            )
        )
    ]
    if not alike:
        return None
    at, last = alike[-1]
    only = len({speaker.name for _, speaker in alike}) == 1
    if not definite and (
        part.head in _ANY_OF_THEM
        or not only
        or layout.paragraph[part.start] - layout.paragraph[at] > _NEAR
    ):
        return None
    return replace(last, basis="description")


def _is_counted(name: str, head: str) -> bool:
    """Whether a description tells how many spoke: `two officials`, `several people who saw it`."""
    first, _, rest = name.casefold().partition(" ")
    number = first in _FEW or first.isdigit()
    return number and (rest == head or _tells_more(rest, head))


def _tells_more(name: str, head: str) -> bool:
    """Whether a description has a noun at its head, and says which of them."""
    said = name.split()
    # "three-in-five pilots"
    count = said[0].casefold().partition("-")[0]
    if len(said) < 2 or count in _COUNTING or not said[0][0].isalpha():
        return False
    folded = [word.casefold() for word in said]
    if head not in folded:
        return False
    behind = folded.index(head) + 1
    return behind == len(said) or folded[behind] in PREPOSITIONS | {"familiar", "close"}
