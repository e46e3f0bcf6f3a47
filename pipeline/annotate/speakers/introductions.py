"""What a lead calls somebody whom the next paragraph names.

`A firefighter has been praised for saving twins.` and then `Jack Moran, 26, climbed a
ladder`: news tells what somebody is first and who they are second.
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.roles import Role, role_of
from pipeline.annotate.speakers.conflicts import MERE, YOUNG, speaks_against
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import PREPOSITIONS
from pipeline.annotate.text.names import is_role_noun

_LEAD = 2
"""Paragraphs behind the title that may introduce somebody."""
_ARTICLES = frozenset({"a", "an"})
_PASSING = MERE | YOUNG
_LONGEST = 7
"""Words of `a retired Larkhaven harbour pilot`, the article counted."""


def introduced(doc: Doc, layout: Layout, cast: Cast) -> dict[int, Role]:
    """Index of a person of the cast → the role in which the lead introduced them.

    Only who has no role of their own, is named first where a paragraph begins, right behind
    the lead that names nobody, and says nothing there: a witness speaks.
    """
    words = doc_words(doc)
    found: dict[int, Role] = {}
    starts = _paragraph_starts(doc, layout)
    for number in range(min(_LEAD, len(starts) - 1)):
        start, following = starts[number], starts[number + 1]
        person = cast.at_token.get(following)
        noun = _introduced(doc, layout, start)
        if noun < 0 and person is not None and cast.persons[person].age is not None:
            # "Rescuers freed a miner." and "Jorge Paz, 42, was"
            noun = _only_one(doc, layout, start)
        if (
            noun < 0
            or person is None
            or not cast.at_token.keys().isdisjoint(range(start, following))
        ):
            continue
        known = cast.persons[person]
        part = Part(start, noun + 1, "nominal", type="unnamed", head=words.lower[noun])
        fresh = known.order == following and bool(known.parsed.given) and not known.roles
        if fresh and not layout.source[following] and not speaks_against(doc, part, known):
            article = max(at for at in range(start, noun) if words.lower[at] in _ARTICLES)
            found[person] = role_of(words.between(article + 1, noun + 1))
    return found


def _paragraph_starts(doc: Doc, layout: Layout) -> list[int]:
    """The first tokens of the paragraphs behind the title, as many as are looked at."""
    starts: list[int] = []
    last = -1
    for at in range(layout.title_end, len(doc)):
        if layout.paragraph[at] != last and not doc[at].is_space:
            last = layout.paragraph[at]
            starts.append(at)
            if len(starts) > _LEAD:
                break
    return starts


def _introduced(doc: Doc, layout: Layout, start: int) -> int:
    """Token of the noun of `A retired firefighter has …` at the start of a paragraph; -1 if
    none introduces anybody."""
    words = doc_words(doc)
    if words.lower[start] not in _ARTICLES:
        return -1
    for at in range(start + 1, min(start + _LONGEST, layout.sentence_end[start])):
        if doc[at].is_punct and words.words[at] != "-":
            return -1
        if words.lower[at] in PREPOSITIONS:
            return -1
        following = words.words[at + 1] if at + 1 < len(doc) else ""
        behind = following == "-" or is_role_noun(following)
        if is_role_noun(words.words[at]) and doc[at].is_lower and not behind:
            return -1 if words.lower[at] in _PASSING else at
    return -1


def _only_one(doc: Doc, layout: Layout, start: int) -> int:
    """Token of the noun of the only single person whom a paragraph introduces; -1 for none or
    for several."""
    lower = doc_words(doc).lower
    nouns = []
    at = start
    while at < len(doc) and layout.paragraph[at] == layout.paragraph[start]:
        if lower[at] in _ARTICLES and (noun := _introduced(doc, layout, at)) >= 0:
            nouns.append(noun)
        at += 1
    return nouns[0] if len(nouns) == 1 else -1
