"""The noun phrase that `who` or `which` takes up."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.mentions.phrase_ends import is_hyphen
from pipeline.annotate.mentions.reading import read_source
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.roles import has_role_head
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import DASHES, DETERMINERS, GROUP_NOUNS, PREPOSITIONS, words
from pipeline.annotate.text.names import is_role_noun
from pipeline.annotate.text.nouns import is_plural
from pipeline.annotate.text.pronouns import PRONOUNS

_BOUNDARIES = words(
    """
    and but or is was are were be been has have had do does did said says told by that if as when
    than then because so not will would can could may might must should to there also
    """
)
_MARKS = DASHES | {",", '"', "”", "“"}
_PARTY_TAG = re.compile(r"[DRI]-[A-Z][\w. ]{0,20}")
_LONGEST_PHRASE = 14


def relative_antecedents(doc: Doc, layout: Layout, cast: Cast, part: Part) -> list[Part]:
    """The part in front of a relative pronoun, or several that are explained together;
    empty where it cannot be told."""
    first = layout.sentence_start[part.start]
    end = _end_of_antecedent(doc, layout, first, part.start)
    if end <= first:
        return []
    if end - 1 in cast.at_token:
        return _name_at(doc, layout, cast, end - 1, end)
    if apposed := _apposed_to(doc, layout, cast, first, end):
        return apposed
    if part.head == "which" and (bodies := _apposed_bodies(doc, layout, cast, first, end)):
        return bodies
    start = _start_of_phrase(doc, layout, first, end)
    return read_source(doc, layout, cast, start, end)[-1:] if start < end else []


def _end_of_antecedent(doc: Doc, layout: Layout, first: int, end: int) -> int:
    """Skip commas, a preposition (`of whom`), a date and brackets left of the pronoun."""
    if doc[max(first, end - 4) : end].text.lower() == "at home and abroad":
        end -= 4
    for _ in range(2):
        entity = layout.entity[end - 1]
        if entity >= 0 and layout.ents[entity].label_ == "DATE" and layout.ents[entity].end == end:
            end = max(first, layout.ents[entity].start)
        while end > first and doc[end - 1].text in _MARKS:
            end -= 1
        if end - 2 > first and doc[end - 1].text.isdigit():
            # "Brooks, now 26, who": an age.
            age = end - 1 - (doc[end - 2].lower_ in {"now", "aged", "then"})
            end = age - 1 if doc[age - 1].text == "," else end
        if end > first and doc[end - 1].lower_ in PREPOSITIONS:
            end -= 1
        if (tag := _start_of_party_tag(doc, first, end)) < end:
            end = tag
        if end > first and doc[end - 1].text == ")":
            end = next((at for at in range(end - 1, first, -1) if doc[at].text == "("), end)
    return end


def _start_of_party_tag(doc: Doc, first: int, end: int) -> int:
    """Where `, D-Ore.` begins that ends at a token; `end` if none does."""
    for at in range(end - 1, max(first, end - 6), -1):
        if doc[at].text == ",":
            return at if _PARTY_TAG.fullmatch(doc[at + 1 : end].text) else end
    return end


def _name_at(doc: Doc, layout: Layout, cast: Cast, at: int, end: int) -> list[Part]:
    start = at
    while start > 0 and cast.at_token.get(start - 1) == cast.at_token[at]:
        start -= 1
    return read_source(doc, layout, cast, start, end)[:1]


def _apposed_to(doc: Doc, layout: Layout, cast: Cast, first: int, end: int) -> list[Part]:
    """`Ada Brooks, a lawyer in Ohio, who …`: the name before the apposition."""
    at = end - 1
    while at > first and end - at < _LONGEST_PHRASE:
        if doc[at].lower_ in _BOUNDARIES - {"and", "to"}:
            return []
        if doc[at].text == "," and at - 1 in cast.at_token:
            described = has_role_head(doc, layout, at + 1, end)
            if doc[at + 1].lower_ in DETERMINERS and doc[first].lower_ != "according":
                # "According to Brooks, the farmers asked the bank, which …": no apposition.
                described = True
            return _name_at(doc, layout, cast, at - 1, at) if described else []
        at -= 1
    return []


def _apposed_bodies(doc: Doc, layout: Layout, cast: Cast, first: int, end: int) -> list[Part]:
    """`Harbour Power, the city's utility, which …`: the body, or as many as are explained."""
    for comma in range(end - 2, max(first, end - _LONGEST_PHRASE), -1):
        if doc[comma].lower_ in _BOUNDARIES - {"and"}:
            return []
        if doc[comma].text == ",":
            break
    else:
        return []
    explained = read_source(doc, layout, cast, comma + 1, end)
    if doc[comma + 1].lower_ not in DETERMINERS or [p.form for p in explained] != ["nominal"]:
        return []
    start = comma
    while start > first and _is_of_bodies(doc, layout, start - 1):
        start -= 1
    bodies = read_source(doc, layout, cast, start, comma) if start < comma else []
    agree = explained[0].plural == (len(bodies) > 1)
    return bodies if agree and all(body.form == "name" for body in bodies) else []


def _is_of_bodies(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether a token is part of the names of bodies that stand together."""
    entity = layout.entity[at]
    named = entity >= 0 and layout.ents[entity].label_ in {"ORG", "GPE"}
    return named or doc[at].lower_ in {"and", "the"}


def _start_of_phrase(doc: Doc, layout: Layout, first: int, end: int) -> int:
    at = end - 1
    prepositions = 0
    while at > first and end - at < _LONGEST_PHRASE:
        previous = doc[at - 1]
        low = previous.lower_
        inside = layout.entity[at - 1] >= 0
        if not inside and (
            low in _BOUNDARIES
            or (previous.is_punct and not is_hyphen(doc, at - 1))
            or low in PRONOUNS
            or (low.endswith("ed") and previous.is_lower)
        ):
            break
        if not inside and low in PREPOSITIONS:
            # "officials at the bank who": the phrase goes on left of one preposition.
            prepositions += 1
            left = doc[at - 2].lower_ if at - 2 >= first else ""
            if prepositions > 1 or not (
                is_plural(left) or is_role_noun(left) or left in GROUP_NOUNS
            ):
                break
        elif doc[at].lower_ in DETERMINERS and low not in PREPOSITIONS:
            break
        at -= 1
    while at < end and doc[at].lower_ in PREPOSITIONS:
        at += 1
    if at > first and doc[at - 1].lower_ == "to" and at + 1 < end and doc[at].is_lower:
        # After "to" stands a verb: "to placate nervous voters who".
        at += 1
    return at
