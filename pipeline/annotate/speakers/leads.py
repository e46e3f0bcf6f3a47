"""Whom a headline or a lead describes and the next paragraphs name.

`A minister said she would resign. Ada Brooks told reporters …`: news begins with what
somebody is and gives the name second. The description is read as the person who speaks
next, if that is where the article names them first. Each entry of a report by the hour
(`2:45 p.m.`) has a lead of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part, reference_token
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.roles import spelled_out, synonyms
from pipeline.annotate.speakers.conflicts import is_kept_back, speaks_against
from pipeline.annotate.speakers.role_matches import OF_ONE
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import words
from pipeline.annotate.text.sections import HOUR

_LEAD = 2
"""Paragraphs behind the title that are the lead."""
_BARE = 2
_FARTHEST = 2
"""Paragraphs between a lead's description and the name."""
_OF_OFFICE = OF_ONE | {"speaker"}
_BESIDE_OTHERS = words(
    "spokesman spokeswoman spokesperson witness bystander passer-by neighbour neighbor resident "
    "local source insider official friend relative person man woman aide"
)
"""Whom news leaves without a name, and who is named next may be another, unless the name's
role says the same."""
_BODIES_OF_THINGS = words(
    "broadcaster builder developer distributor maker operator publisher regulator supplier"
)
"""Nouns that are a firm's where it has a thing: `its operator`."""


def named_later(
    doc: Doc,
    layout: Layout,
    cast: Cast,
    parts: Sequence[Sequence[Part]],
    persons: Mapping[int, int],
    inner: Container[int],
) -> dict[int, int]:
    """Token of a headline's or lead's description → index of the person it is of.

    parts: of each quotation's source; persons: of the descriptions that are resolved, by
    token; inner: tokens of sources that others tell of, who are not meant. Only
    descriptions of single persons who are not resolved are answered.
    """
    sources = sorted(
        (each[0] for each in parts if len(each) == 1), key=lambda part: (part.start, part.end)
    )
    found: dict[int, int] = {}
    first = _first_paragraph(doc, layout)
    entries = entries_of(doc, layout)
    for number, part in enumerate(sources):
        paragraph = layout.paragraph[part.start]
        opens = part.start < layout.title_end or 0 <= paragraph - first < _LEAD
        if not opens and not any(0 <= paragraph - entry < _LEAD for entry in entries):
            continue
        before = sources[number - 1] if number else None
        if (
            before
            and before.person is not None
            and part.definite
            and paragraph == layout.paragraph[before.start]
        ):
            # "Brooks said no. The port's boss said": no boss who is named after that.
            continue
        if part.start >= layout.title_end and _follows_name(doc, layout, cast, part):
            # "Brooks resigned. The pilot said": nor here.
            continue
        at = reference_token(doc, part)
        if part.form != "nominal" or part.type != "unnamed" or at in persons:
            continue
        if is_kept_back(doc, layout, part):
            continue
        rest = [each for each in sources[number + 1 :] if reference_token(doc, each) not in inner]
        person = _named_next(doc, layout, cast, part, rest)
        # An entry of a report by the hour may be of two: "A voter says … Officer Ada Brooks says".
        sure = opens or part.definite
        if person is not None and not sure and not _is_called(cast, person, part.head):
            continue
        if person is not None and _may_be(doc, cast, part, person):
            found[at] = person
    return found


def _follows_name(doc: Doc, layout: Layout, cast: Cast, part: Part) -> bool:
    """Whether `the pilot` stands behind a sentence of its paragraph that names somebody."""
    start = layout.sentence_start[part.start]
    if part.end - part.start != _BARE or doc[part.start].lower_ != "the" or not start:
        return False
    before = layout.sentence_start[start - 1]
    near = before >= layout.title_end and layout.paragraph[before] == layout.paragraph[start]
    return near and not cast.at_token.keys().isdisjoint(range(before, start))


def _first_paragraph(doc: Doc, layout: Layout) -> int:
    """The first paragraph behind the title."""
    return layout.paragraph[layout.title_end] if 0 < layout.title_end < len(doc) else 0


def entries_of(doc: Doc, layout: Layout) -> list[int]:
    """The first paragraph behind each line that is an hour."""
    words = doc_words(doc)
    hours = [bisect_left(words.offsets, match.start()) for match in HOUR.finditer(words.text)]
    return [layout.paragraph[at] + 1 for at in hours]


def _is_called(cast: Cast, person: int, head: str) -> bool:
    """Whether a role of a person has a noun, or one that means the same."""
    return cast.persons[person].is_any(synonyms(spelled_out(head)))


def _named_next(
    doc: Doc, layout: Layout, cast: Cast, part: Part, rest: Sequence[Part]
) -> int | None:
    """The next source's person, if that is where the article names them first."""
    for later in rest:
        if later.form == "pronoun" or later.head == part.head:
            continue
        if later.form != "name" or later.person is None:
            return None
        if doc[later.start].lower_ == "another":
            # "A neighbour said no. Another neighbour, Ada Brooks, said yes."
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
    if part.head in _BODIES_OF_THINGS and doc[part.start].lower_ == "its":
        # "The ferry is late, |its operator| admitted": a firm.
        return False
    if part.head in _OF_OFFICE and person.roles:
        # "The prime minister" is no party's leader who answers.
        return person.is_any({part.head})
    return person.is_any(synonyms(spelled_out(part.head))) or part.head not in _BESIDE_OTHERS
