"""Whom a headline or a lead describes and the next paragraphs name.

`A minister said she would resign. Ada Brooks told reporters …`: news begins with what
somebody is and gives the name second. The description is read as the person who speaks
next, if that is where the article names them first. Each entry of a report by the hour
(`2:45 p.m.`) has a lead of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part, reference_token
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.roles import heads_of, spelled_out, synonyms
from pipeline.annotate.speakers.conflicts import speaks_against
from pipeline.annotate.speakers.office_bearers import PAST, tells_the_past
from pipeline.annotate.speakers.suitability import PLAIN_PERSONS
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DETERMINERS,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIONS,
    words,
)
from pipeline.annotate.text.names import is_role_noun

_LEAD = 2
"""Paragraphs behind the title that are the lead."""
_HOUR = re.compile(
    r"^(?:[01]?\d|2[0-4])(?:[:.][0-5]\d(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)$", re.MULTILINE | re.I
)
"""A line of a report by the hour: what follows begins like an article."""
_FARTHEST = 2
"""Paragraphs between a lead's description and the name."""
_NEXT_SOURCES = 3
_BESIDE_OTHERS = words(
    "spokesman spokeswoman spokesperson witness bystander passer-by neighbour neighbor resident "
    "local source insider official friend relative person man woman aide"
)
"""Whom news leaves without a name, and who is named next may be another, unless the name's
role says the same."""

_ONE_OF_SEVERAL = words(
    "friend colleague neighbour neighbor relative aide adviser advisor supporter critic ally rival "
    "opponent fan follower employee teammate cousin"
)
"""What several may be to one person, of whom the article names one."""
_SHORT = 2
"""Words of `the conductor`."""
_LINKING = PREPOSITIONS | POSSESSIVE_MARKS
_ANYBODY = PLAIN_PERSONS | _BESIDE_OTHERS


def named_later(
    doc: Doc,
    layout: Layout,
    cast: Cast,
    parts: Sequence[Sequence[Part]],
    persons: Mapping[int, int],
) -> dict[int, int]:
    """Token of a headline's or lead's description → index of the person it is of.

    parts: of each quotation's source; persons: of the descriptions that are resolved, by
    token. Only descriptions of single persons who are not resolved are answered.
    """
    sources = sorted(
        (each[0] for each in parts if len(each) == 1), key=lambda part: (part.start, part.end)
    )
    found: dict[int, int] = {}
    first = _first_paragraph(doc, layout)
    entries = _entries(doc, layout)
    for number, part in enumerate(sources):
        paragraph = layout.paragraph[part.start]
        opens = part.start < layout.title_end or 0 <= paragraph - first < _LEAD
        if not opens and not any(0 <= paragraph - entry < _LEAD for entry in entries):
            continue
        at = reference_token(doc, part)
        if part.form != "nominal" or part.type != "unnamed" or at in persons:
            continue
        if _ends_with_name(doc, cast, part):
            continue
        person = _named_next(layout, cast, part, sources[number + 1 :])
        # An entry of a report by the hour may be of two: "A voter says … Officer Ada Brooks says".
        sure = opens or part.definite
        if person is not None and not sure and not _is_called(cast, person, part.head):
            continue
        if person is not None and _may_be(doc, cast, part, person):
            found[at] = person
    return found


def named_beside(
    doc: Doc, layout: Layout, parts: Sequence[Sequence[Part]], persons: Mapping[int, int]
) -> dict[int, int]:
    """The same for `his lawyer`, where the next to speak is `the lawyer, Ada Brooks,`.

    parts, persons: as in `named_later`.
    """
    words = doc_words(doc)
    sources = sorted((each[0] for each in parts if len(each) == 1), key=lambda part: part.start)
    found: dict[int, int] = {}
    for number, part in enumerate(sources):
        at = reference_token(doc, part)
        if part.form != "nominal" or part.type != "unnamed" or at in persons:
            continue
        for later in sources[number + 1 : number + 1 + _NEXT_SOURCES]:
            apart = layout.paragraph[later.start] - layout.paragraph[part.start]
            introduced = words.between(later.start, later.name_start).lower().rstrip(" ,")
            if later.person is not None and introduced == f"the {part.head}" and apart <= 1:
                found[at] = later.person
                break
    return found


def named_with_office(
    doc: Doc,
    layout: Layout,
    cast: Cast,
    parts: Sequence[Sequence[Part]],
    persons: Mapping[int, int],
) -> dict[int, int]:
    """The same for `the harbour commissioner` anywhere, where the next paragraphs name
    Commissioner Ada Brooks for the first time, and nobody else in the article is one.

    parts, persons: as in `named_later`.
    """
    words = doc_words(doc)
    found: dict[int, int] = {}
    for at, part in _unresolved(doc, parts, persons):
        if not part.definite or part.head in _ANYBODY | RELATIONS:
            continue
        if words.lower[part.start] in POSSESSIVES:
            # "his doctor" is hardly the professor of medicine who comments.
            continue
        if part.end - part.start == _SHORT and _names_somebody_before(layout, cast, part.start):
            # "He joined the band under Abe Stone. “No,” said the conductor.": Stone, likelier.
            continue
        bearers = [i for i in range(len(cast.persons)) if _is_called(cast, i, part.head)]
        if len(bearers) != 1:
            continue
        person = cast.persons[bearers[0]]
        apart = layout.paragraph[person.order] - layout.paragraph[part.start]
        next_named = part.end <= person.order and apart <= _FARTHEST and person.parsed.given
        said = {spelled_out(word) for word in words.words[part.start : part.end]}
        said -= _LINKING | DETERMINERS
        past = tells_the_past(doc, part)
        covered = any(
            part.head in heads_of(role)
            and (role.words <= said or said <= role.words)
            and past != PAST.isdisjoint(role.words)
            for role in person.roles
        )
        if next_named and covered and not speaks_against(doc, part, person):
            found[at] = bearers[0]
    return found


def _unresolved(
    doc: Doc, parts: Sequence[Sequence[Part]], persons: Mapping[int, int]
) -> Iterator[tuple[int, Part]]:
    """The descriptions of single persons who are not resolved, each with its token.

    parts, persons: as in `named_later`.
    """
    for part in (part for each in parts for part in each):
        at = reference_token(doc, part)
        if part.form == "nominal" and part.type == "unnamed" and at not in persons:
            yield at, part


def _names_somebody_before(layout: Layout, cast: Cast, at: int) -> bool:
    """Whether a token's paragraph names a person in front of it."""
    paragraph = layout.paragraph[at]
    return any(place < at and layout.paragraph[place] == paragraph for place in cast.at_token)


def named_as_tied(
    doc: Doc, cast: Cast, parts: Sequence[Sequence[Part]], persons: Mapping[int, int]
) -> dict[int, int]:
    """The same for `Stone's lawyer` and `my father`, where the article anywhere tells of one
    person only that they are that: `Ada Brooks, a lawyer for Stone`, `my father, Carl`.

    parts, persons: as in `named_later`.
    """
    found: dict[int, int] = {}
    for at, part in _unresolved(doc, parts, persons):
        owner = _owner(doc, cast, part)
        if not owner or part.head in _ONE_OF_SEVERAL:
            continue
        heads = synonyms(spelled_out(part.head))
        past = tells_the_past(doc, part)
        tied = [
            index
            for index, person in enumerate(cast.persons)
            if any(
                not heads.isdisjoint(heads_of(role))
                and owner in {role.owner, *role.words}
                and past != PAST.isdisjoint(role.words)
                for role in person.roles
            )
        ]
        if len(tied) == 1 and not speaks_against(doc, part, cast.persons[tied[0]]):
            found[at] = tied[0]
    return found


def _owner(doc: Doc, cast: Cast, part: Part) -> str:
    """The family name that a description begins with, or `my`; "" for any other."""
    lower = doc_words(doc).lower
    if lower[part.start] == "my":
        return "my"
    if part.start not in cast.at_token:
        return ""
    end = part.start
    while cast.at_token.get(end) == cast.at_token[part.start]:
        end += 1
    # "Stone's lawyer", but not "Stone's brother's lawyer"
    owners = [at for at in range(end, part.end) if lower[at] in POSSESSIVE_MARKS]
    return lower[end - 1] if owners == [end] else ""


def named_again(
    doc: Doc, parts: Sequence[Sequence[Part]], persons: Mapping[int, int]
) -> dict[int, int]:
    """The same for `the harbour chief` where the same words are resolved before it in the
    article, and always as one person.

    parts, persons: as in `named_later`, with what that found.
    """
    words = doc_words(doc)
    sources = sorted(
        (part for each in parts for part in each if part.form == "nominal" and part.definite),
        key=lambda part: part.start,
    )
    meant: dict[str, set[int]] = {}
    found: dict[int, int] = {}
    for part in sources:
        wording = words.between(part.start, part.end).casefold()
        at = reference_token(doc, part)
        if at in persons:
            meant.setdefault(wording, set()).add(persons[at])
        elif part.type == "unnamed" and part.head not in _ANYBODY:
            known = meant.get(wording, set())
            if len(known) == 1 and wording.startswith("the "):
                found[at] = next(iter(known))
    return found


def _first_paragraph(doc: Doc, layout: Layout) -> int:
    """The first paragraph behind the title."""
    return layout.paragraph[layout.title_end] if 0 < layout.title_end < len(doc) else 0


def _entries(doc: Doc, layout: Layout) -> list[int]:
    """The first paragraph behind each line that is an hour."""
    words = doc_words(doc)
    hours = [bisect_left(words.offsets, match.start()) for match in _HOUR.finditer(words.text)]
    return [layout.paragraph[at] + 1 for at in hours]


def _is_called(cast: Cast, person: int, head: str) -> bool:
    """Whether a role of a person has a noun, or one that means the same."""
    heads = synonyms(spelled_out(head))
    return any(not heads.isdisjoint(heads_of(role)) for role in cast.persons[person].roles)


def _ends_with_name(doc: Doc, cast: Cast, part: Part) -> bool:
    """`vice president for talk Joe Doe`, but not `nephew of the author Joe Doe`."""
    first = part.end
    while first > part.start and first - 1 in cast.at_token:
        first -= 1
    before = doc[first - 1]
    linked = is_role_noun(before.text) or before.lower_ in _LINKING
    return first < part.end and not linked and not before.is_title


def _named_next(layout: Layout, cast: Cast, part: Part, rest: Sequence[Part]) -> int | None:
    """The next source's person, if that is where the article names them first."""
    for later in rest:
        if later.form == "pronoun" or later.head == part.head:
            continue
        if later.form != "name" or later.person is None:
            return None
        person = cast.persons[later.person]
        apart = layout.paragraph[later.start] - layout.paragraph[part.start]
        known = person.order < part.end or not person.parsed.given
        return None if known or apart > _FARTHEST else later.person
    return None


def _may_be(doc: Doc, cast: Cast, part: Part, index: int) -> bool:
    """Whether nothing speaks against a description of a person."""
    person = cast.persons[index]
    if speaks_against(doc, part, person):
        return False
    heads = synonyms(spelled_out(part.head))
    alike = any(not heads.isdisjoint(heads_of(role)) for role in person.roles)
    return alike or part.head not in _BESIDE_OTHERS
