"""Where the title in front of a person's name begins: `Secretary of Defence Ada Brooks`.

A title is read leftwards from the name. A preposition belongs to it where an office
stands before the preposition and the name bears it (`head of the Low Water Fund Ada
Brooks`), and not where the title behind it is complete, for then the name is somebody
else's (`a spokesman for President Brooks`).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    CLAUSE_STARTERS,
    DETERMINERS,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    RELATIONS,
    words,
)
from pipeline.annotate.text.names import is_common_given_name, is_role_noun, is_title_word
from pipeline.annotate.text.nouns import type_of_head

LONGEST_ROLE = 18
"""Words of a role, in front of a name or behind it."""
_LINKS = words("of for the and & 's ’s - – / to on")
_GOVERNING = words("of for to on at in from")
_OFFICES = words(
    "chairman chairwoman chairperson chair chief head director secretary undersecretary minister "
    "president vice-president governor commander speaker mayor commissioner superintendent dean "
    "provost editor leader attorney ceo officer inspector controller administrator rector"
)
_FIELDS = words(
    "state defense defence communications policy operations research affairs security finance "
    "health education justice labor labour trade treasury interior energy transportation "
    "agriculture commerce war studies sales marketing intelligence surgery medicine economics "
    "history science law engineering development"
)
_MODIFIERS = words(
    "former senior press campaign deputy vice chief presidential vice-presidential communications "
    "national security foreign longtime long-time then policy political executive state house "
    "majority minority assistant associate acting retired late managing general legal first chief "
    "lead top veteran conservative liberal progressive activist film media state local federal "
    "current new outgoing incoming ranking party founding supreme court prime lieutenant "
    "running football baseball basketball business law economics history science police fire "
    "operating financial medical nursing technology technical information marketing commercial "
    "scientific product investment accounting revenue risk "
    "public affairs staff world group fellow republican democratic evangelical ex co his her their"
)
_OPENING_MARKS = frozenset({'"', "“", "‘", "'", "''", "``"})
_OPENINGS = words(
    "yesterday today tonight meanwhile then now when as after before while if though although "
    "because since however also later earlier once so yet still even only or nor not there here "
    "what why how who it he she they we you asked well yes no thanks thank dear hello hi okay ok"
)
"""Words whose capital at the start of a sentence belongs to no title."""


def start_of_title(doc: Doc, layout: Layout, name_start: int) -> int:
    """Index of the first token of the title in front of a name; `name_start` if none."""
    first = layout.sentence_start[name_start]
    acronym = start_of_acronym(doc, name_start)
    if acronym - 1 > first and _ends_a_role(doc, acronym - 1):
        # "group chief executive (CEO) Ada Brooks"
        name_start = acronym
    at = name_start
    if at == first:
        return name_start
    if not _ends_a_role(doc, at - 1):
        at = _start_of_office(doc, layout, name_start)
        if at == name_start:
            return name_start
    while at > first and name_start - at < LONGEST_ROLE:
        bracketed = start_of_acronym(doc, at)
        if at < name_start and bracketed - 1 > first and layout.entity[bracketed - 1] >= 0:
            # "Harbour Land Council (HLC) Chief Ada Brooks"
            at = bracketed
        if not _continues(doc, layout, at - 1, name_start):
            break
        at -= 1
    while at < name_start and doc[at].lower_ in _LINKS | {"both", ".", ","}:
        at += 1
    return at


def start_of_acronym(doc: Doc, end: int) -> int:
    """Token at which `(CEO)` begins that ends at a token; `end` itself if none does."""
    bracketed = end > 2 and doc[end - 1].text == ")" and doc[end - 3].text == "("
    return end - 3 if bracketed and doc[end - 2].is_upper else end


def begins_with_title(doc: Doc, layout: Layout, start: int, name_start: int) -> bool:
    """Whether nothing but an article and a title stands between `start` and a name."""
    while start < name_start and doc[start].lower_ in DETERMINERS | {"and"}:
        start += 1
    return start_of_title(doc, layout, name_start) <= start


def _ends_a_role(doc: Doc, at: int) -> bool:
    token = doc[at - 1] if doc[at].text == "." and at else doc[at]
    return is_role_noun(token.text) or is_title_word(token.text)


def _start_of_office(doc: Doc, layout: Layout, name_start: int) -> int:
    """Start of `Secretary of Defence`, where no role stands right before the name."""
    last = doc[name_start - 1]
    named = layout.entity[last.i] >= 0 or (
        last.text[:1].isupper() and last.is_alpha and not is_common_given_name(last.text)
    )
    if not named and type_of_head(last.lower_) == "unknown" and last.lower_ not in _FIELDS:
        return name_start
    first = layout.sentence_start[name_start]
    for at in range(name_start - 2, max(first, name_start - 9), -1):
        low = doc[at].lower_
        if layout.entity[at] >= 0:
            continue
        if low in _GOVERNING:
            head = doc[at - 1]
            body = {doc[i].lower_ for i in range(at + 1, name_start)} - DETERMINERS
            owned = head.lower_ in RELATIONS and not (
                low == "for" and layout.entity[name_start - 1] >= 0
            )
            return at if is_role_noun(head.text) and body and not owned else name_start
        if low in {"the", "and", "&"} | POSSESSIVE_MARKS or doc[at].text[:1].isupper():
            continue
        if low not in _FIELDS and type_of_head(low) == "unknown":
            return name_start
    return name_start


def _continues(doc: Doc, layout: Layout, at: int, name_start: int) -> bool:
    token = doc[at]
    low = token.lower_
    if layout.entity[at] >= 0:
        return layout.ents[layout.entity[at]].label_ not in {"DATE", "MONEY"}
    if low in _LINKS:
        return _links(doc, layout, at, name_start)
    if is_role_noun(low) or is_title_word(low) or low in _MODIFIERS:
        return True
    if token.text == "." and at and is_title_word(doc[at - 1].text):
        return True
    if low == "in" and _is_hyphenated(doc, at):
        return True
    if not token.text[:1].isupper() or low in DETERMINERS | PREPOSITIONS | CLAUSE_STARTERS:
        return "-" in low and low[:1].isalpha()
    opens = at == layout.sentence_start[at] or doc[at - 1].text in _OPENING_MARKS
    if opens and (low in _OPENINGS or low.endswith("ly")):
        return False
    return low not in {"and", "but", "i"}


def _links(doc: Doc, layout: Layout, at: int, name_start: int) -> bool:
    """Whether a small word is inside a title: something that belongs to one is left of it."""
    left = at - 1
    first = layout.sentence_start[at]
    while left >= first and doc[left].lower_ in {"the", "of", "and", "&"}:
        left -= 1
    if left < first:
        return False
    low = doc[at].lower_
    if low in {"-", "–"} and not doc[at].whitespace_ and not doc[at - 1].whitespace_:
        return True
    if low in {"'s", "’s", "-", "–", "/", "&"}:
        return doc[left].text[:1].isupper() or layout.entity[left] >= 0
    if low in _GOVERNING:
        return _governs(doc, layout, at, name_start)
    if low == "the":
        return left < at - 1 or doc[left].lower_ in _GOVERNING
    return is_role_noun(doc[left].text) or (
        low == "and" and _is_body(doc, layout, left) and _is_body(doc, layout, at + 1)
    )


def _governs(doc: Doc, layout: Layout, at: int, name_start: int) -> bool:
    """Whether a preposition stands inside the title of the name at `name_start`."""
    left, right = doc[at - 1], doc[at + 1]
    if not is_role_noun(left.text):
        if at + 2 == name_start and is_title_word(right.text):
            # "the Government of President": the title behind is whole without it.
            return False
        inside_name = left.text[:1].isupper() and right.text[:1].isupper()
        return left.lower_ in BODY_NOUNS or (doc[at].lower_ == "of" and inside_name)
    if not _ends_a_role(doc, name_start - 1):
        return True
    article = right.lower_ == "the"
    start = at + 1 + article
    end = name_start
    while end > start and (_ends_a_role(doc, end - 1) or doc[end - 1].lower_ in _MODIFIERS):
        end -= 1
    # "Chairman of the Joint Chiefs of Staff Gen. …": a title between the office and the name.
    if end == start and doc[start].lower_ not in {"staff", "police"}:
        return False
    if doc[at].lower_ == "of":
        return left.lower_ in _OFFICES
    return article and is_title_word(doc[name_start - 1].text)


def _is_hyphenated(doc: Doc, at: int) -> bool:
    """Whether a word is part of a hyphenated one that the tokeniser split."""
    return 0 < at < len(doc) - 1 and doc[at - 1].text == "-" and doc[at + 1].text == "-"


def _is_body(doc: Doc, layout: Layout, at: int) -> bool:
    return layout.entity[at] >= 0 and layout.ents[layout.entity[at]].label_ == "ORG"
