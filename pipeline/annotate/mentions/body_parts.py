"""The body, group or work that a source mention names."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.mentions.phrase_ends import (
    NAME_LABELS,
    PUNCTUATION,
)
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    BARE_KINDS,
    BODY_NOUNS,
    COMPANY_NOUNS,
    DASHES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    MEDIA_NOUNS,
    MEDIA_TAILS,
    NAMED_GROUPS,
    POSSESSIVE_MARKS,
    words,
)
from pipeline.annotate.text.nouns import is_plural, singular, type_of_head
from pipeline.records import SpeakerType

_FINDINGS = words("data figures numbers statistics results findings")
_FIRMS = words("pictures films records books")
"""Last words of the names of those who make them."""
_BODIES_TOO = words("research program programme")
"""Last words of names that are bodies, though a noun alone would be a document."""
_LISTS = ("'s list", "’s list")
"""How names of bodies end that are called after somebody."""
_COMMAS = DASHES | {","}
_LABELS = NAME_LABELS | {"PERSON"}
_KINDS = (
    COMPANY_NOUNS
    | MEDIA_NOUNS
    | words("news agency television radio chain group tech tabloid broadsheet")
)

_COUNCIL = re.compile(r" (?:Town|Parish|City|Borough|District|County) Council$")
_NATIONS = frozenset({"England", "Scotland", "Wales", "Ireland", "Britain"})
_BEFORE_NATIONS = frozenset({"Creative", "Historic", "Natural", "Sport", "Visit"})
"""First words of the names of a nation's bodies."""
_BEFORE_COUNCILS = words(
    "local rival neighbouring neighboring nearby meanwhile but and then so yet while as if when "
    "former both like according labour conservative tory since after because although though"
)
"""What may open a sentence in front of a council's name."""
_DOCUMENTS_TOO = words("journal tribune service post reports")
"""Last words of the names of bodies that are documents in lower case: `Consumer Reports`."""


def _type_of_named(head: str, text: str) -> SpeakerType:
    if head in NAMED_GROUPS:
        return "group"
    first = text.casefold().split()
    link = next((at for at, word in enumerate(first) if word in {"of", "for", "on"}), 0)
    if not BODY_NOUNS.isdisjoint(first[:link]) and text.split()[-1].istitle():
        # "National Bureau of Statistics"
        return "organization"
    if head in _FIRMS and text.split()[-1].istitle():
        # "Pine Street Pictures"
        return "organization"
    if head in _BODIES_TOO or text.casefold().endswith(_LISTS):
        # "Marsh Research", "Halden Development Programme", "Ada's List"
        return "organization"
    if singular(head) in DOCUMENT_NOUNS and " " in text and not head.endswith(("post", "times")):
        return "document" if head not in _DOCUMENTS_TOO else "organization"
    return "organization"


def capitalised_name(doc: Doc, start: int, core_end: int, phrase_end: int, head: str) -> Part:
    """A name that no entity covers: the capitalised words that end the phrase."""
    words = doc_words(doc)
    first = core_end
    while first > start and (words.words[first - 1][:1].isupper() or words.words[first - 1] == "."):
        first -= 1
    if words.lower[first] in DETERMINERS and first < core_end - 1:
        first += 1
    kind: SpeakerType = "group" if head in NAMED_GROUPS or is_plural(head) else "unknown"
    behind_the = first > start and words.lower[first - 1] == "the"
    # "power company Harbour Grid"
    kind_of_body = first > start and type_of_head(words.lower[first - 1]) == "organization"
    if kind == "unknown" and (behind_the or kind_of_body or head in MEDIA_TAILS):
        # Persons go without an article: "The Dispatch reports".
        kind = "organization"
    return Part(
        start,
        phrase_end,
        "name",
        type=kind,
        head=head,
        plural=kind == "group",
        name_start=first,
        name_end=core_end,
    )


def named_by_entity(
    layout: Layout, cast: Cast, start: int, last: int, phrase_end: int
) -> Part | None:
    """The name that the entity at token `last` gives, where it ends there."""
    entity = layout.ents[layout.entity[last]]
    if entity.label_ not in _LABELS or entity.end != last + 1 or entity.text in BARE_KINDS:
        return None
    head = entity[-1].lower_
    kind = _type_of_named(head, entity.text)
    family = entity.label_ == "PERSON" or cast.has_family(head[:-1], head.removesuffix("es"))
    if family and len(entity) == 1 and is_plural(head):
        # "the Stones", whose names are known: no person, nor a firm
        kind = "group"
    return Part(
        start,
        phrase_end,
        "name",
        type=kind,
        head=head,
        plural=is_plural(head),
        name_start=entity.start - _is_cut_name(entity, start),
        name_end=entity.end,
    )


def _is_cut_name(entity: Span, start: int) -> bool:
    """Whether an entity is `Sodbury Town Council` of a mention `Chipping Sodbury Town Council`, or
    `England` of `Historic England`."""
    first = entity.doc[start]
    if entity.start != start + 1:
        return False
    if entity.text in _NATIONS and first.text in _BEFORE_NATIONS:
        return True
    if not _COUNCIL.search(entity.text):
        return False
    low = first.lower_
    named = first.is_title and first.is_alpha and low not in DETERMINERS | _BEFORE_COUNCILS
    return named and not low.endswith(("ly", "run", "led"))


def apposed_body(doc: Doc, layout: Layout, start: int, core_end: int, end: int) -> Part | None:
    """`The owner, Harbour Care,`: the body that a description in lower case introduces."""
    words = doc_words(doc)
    at = core_end + 1
    at += at < end and words.lower[at] == "the"
    if at >= end or words.words[core_end] not in _COMMAS or layout.entity[at] < 0:
        return None
    owned = any(words.words[i] in POSSESSIVE_MARKS for i in range(start, core_end))
    noun = words.lower[core_end - 1]
    bare = core_end - start > 1 and (noun in BODY_NOUNS or noun == "group")
    described = words.lower[start] in DETERMINERS or owned or bare
    entity = layout.ents[layout.entity[at]]
    closing = entity.end >= end or words.words[entity.end] in {*_COMMAS, "("}
    whole = entity.start == at and closing and doc[core_end - 1].is_lower
    if not described or not whole or entity.label_ != "ORG":
        return None
    head = entity[-1].lower_
    return Part(
        start,
        end,
        "name",
        type=_type_of_named(head, entity.text),
        head=head,
        name_start=entity.start,
        name_end=entity.end,
    )


def publisher_of_findings(
    doc: Doc, layout: Layout, start: int, core_end: int, end: int
) -> Part | None:
    """`Data from the Census Survey`: bare findings are named by where they come from."""
    lower = doc_words(doc).lower
    if core_end - start > 2 or lower[core_end - 1] not in _FINDINGS or core_end >= end:
        return None
    if lower[core_end] not in {"from", "by", "of"}:
        return None
    at = core_end + 1
    while at < end and (lower[at] == "the" or doc[at].is_digit):
        at += 1
    if at >= end:
        return None
    run = at
    while run < end and doc[run].is_title:
        run += 1
    entity = layout.ents[layout.entity[at]] if layout.entity[at] >= 0 else None
    if (entity is None or entity.label_ == "NORP") and run > at + 1:
        # "American Community Survey", of which the entity is but the first word.
        return Part(start, run, "name", type="document", name_start=at, name_end=run)
    if entity is None or entity.label_ not in NAME_LABELS:
        return None
    return Part(
        start, entity.end, "name", type="document", name_start=entity.start, name_end=entity.end
    )


def owned_title(doc: Doc, start: int, end: int) -> Part | None:
    """`Brooks's “Low Water”`, `her book “Low Water”`: the work that is named in quotation marks.
    None for somebody else in front of it: `Ada Brooks, star of Port Wire's “Low Water”`."""
    words = doc_words(doc)
    texts = words.words
    for at in range(start + 1, end - 1):
        if texts[at] == ",":
            return None
        titled = texts[at] in POSSESSIVE_MARKS or (
            at + 2 < end and doc[at + 2].is_title and type_of_head(words.lower[at]) == "document"
        )
        if titled and texts[at + 1] in {'"', "“", "‘", "''", "``"}:
            last = end
            while last > at + 2 and texts[last - 1] in PUNCTUATION:
                last -= 1
            return Part(start, last, "name", type="document", name_start=at + 2, name_end=last)
    return None


def without_kind(doc: Doc, layout: Layout, start: int, last: int) -> int:
    """`the Lakeside newspaper chain` is Lakeside: what kind of firm it is adds no name."""
    lower = doc_words(doc).lower
    at = last
    while at > start and doc[at].is_lower and lower[at] in _KINDS:
        at -= 1
    entity = layout.ents[layout.entity[at]] if layout.entity[at] >= 0 else None
    named = entity is not None and entity.label_ == "ORG"
    if entity is not None and entity.end > at + 1:
        # "a Halden newspaper" that was read as a name is no firm of the name Halden.
        named = named and lower[start] == "the" and at == start + 1
    return at if named and at < last else last
