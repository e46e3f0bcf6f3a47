"""Reading a source mention: its parts, its head, what kind of speaker it describes."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.mentions.body_parts import (
    apposed_body,
    capitalised_name,
    named_by_entity,
    owned_title,
    publisher_of_findings,
    without_kind,
)
from pipeline.annotate.mentions.joints import joints
from pipeline.annotate.mentions.nominal_parts import demonym, described
from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.mentions.person_parts import (
    apposed_name,
    behind_count,
    describes_one,
    name_behind_description,
    name_given,
    named_person,
    person_part,
    spoken_by,
    titled_name,
    whose_speech,
)
from pipeline.annotate.mentions.phrase_ends import (
    COMMAS,
    NAME_LABELS,
    before_time,
    behind_dateline,
    behind_thing_told_of,
    closes_name,
    end_of_core,
    end_of_phrase,
    trimmed,
)
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.offices import OFFICE_INITIALS, is_office
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import BODY_NOUNS, DETERMINERS, GROUP_NOUNS, words
from pipeline.annotate.text.names import is_rank, is_role_noun
from pipeline.annotate.text.nouns import YEAR_OLD, type_of_head
from pipeline.annotate.text.pronouns import BODIES_LIKE_PRONOUNS, PRONOUNS

_RELATIVES = words("who which")
_NOMINATIVES = words("i he she we they")
_SAID = words("said says told tells added wrote")
"""Verbs behind a name in 's; `Stone's announced plan` is owned."""
_VERBS = words(
    "am is are was were have has had do does did will would can could may might must should became "
    "went came took made saw knew felt left lost won"
)
_LONGEST_RELATIVE = 14
"""Words of `who took to the stage`, where the verb that attributes comes behind."""
_THE_FORMER = (["the", "former"], ["a", "former"])
_OFFICES = words(
    "speaker minister secretary president governor mayor chancellor premier chairman chairwoman "
    "commissioner ambassador treasurer"
)
_LISTING = COMMAS | {"and", "or", ";", "("}
_STOPS = frozenset(".?!")
_DOWNING_STREET = frozenset({"no 10", "no. 10", "number 10", "no 11", "no. 11", "number 11"})
"""Houses that speak, by their numbers."""
_OFFICE_ACRONYMS = frozenset(
    {"MP", "MLA", "MEP", "MSP", "TD", "CEO", "CFO", "COO", "PM", "MEC", "GP", "KC", "QC"}
)
"""Offices that an entity may end with: `the Lakeside MP` is no body."""


def read_source(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> list[Part]:
    """The parts of the source mention at tokens `start` to `end`; empty if it has no word."""
    start, end = trimmed(doc, start, end)
    if start >= end:
        return []
    start = behind_dateline(doc, start, end)
    start = behind_thing_told_of(doc, start, end)
    start = spoken_by(doc, layout, cast, start, end)
    start, end = whose_speech(doc, cast, start, end)
    start = behind_count(doc, layout, cast, start, end)
    if among := _named_among(doc, layout, cast, start, end):
        return among
    if (given := name_given(doc, cast, start, end)) is not None:
        return [person_part(cast, start, end, given)]
    if (body := _named_like_owner(doc, layout, start, end)) is not None:
        return [body]
    cuts = joints(doc, layout, cast, start, end)
    parts = []
    at = start
    for cut_start, cut_end in [*cuts, (end, end)]:
        first, last = trimmed(doc, at, cut_start)
        if first < last:
            parts.append(_read_part(doc, layout, cast, first, last))
        at = cut_end
    return parts


def _named_among(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> list[Part]:
    """The parts of `Several mayors, including Ada Brooks,`: the mayors and who is named of them;
    none for any other mention."""
    words = doc_words(doc)
    for at in range(start + 2, end - 1):
        if words.lower[at] == "including" and words.words[at - 1] in COMMAS:
            group = read_source(doc, layout, cast, start, at - 1)
            named = _last_named(doc, cast, at + 1, end) or read_source(
                doc, layout, cast, at + 1, end
            )
            known = all(part.person is not None or part.type == "organization" for part in named)
            names = known and all(part.form == "name" for part in named)
            return [*group, *named] if names and [part.type for part in group] == ["group"] else []
    return []


def _last_named(doc: Doc, cast: Cast, start: int, end: int) -> list[Part]:
    """The one person with whose name a mention ends, whatever body the title in front of it is of:
    `University of Halden at Low Bay professor Ada Brooks`; none for a list."""
    start, end = trimmed(doc, start, end)
    listed = not _LISTING.isdisjoint(doc_words(doc).lower[start:end])
    persons = {cast.at_token[at] for at in range(start, end) if at in cast.at_token}
    if listed or len(persons) != 1 or end - 1 not in cast.at_token:
        return []
    return [person_part(cast, start, end, end - 1)]


def _read_part(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> Part:
    words = doc_words(doc)
    capitals = doc[start].is_upper and layout.entity[start] >= 0
    if end - start == 1 and not capitals and _is_body_like_pronoun(doc, layout, start):
        return _body(doc, start, end)
    if words.between(start, end).lower() in _DOWNING_STREET:
        return _body(doc, start, end)
    if end - start == 1 and not capitals and (pronoun := PRONOUNS.get(words.lower[start])):
        return Part(
            start, end, "pronoun", head=words.lower[start], plural=pronoun.plural, pronoun=pronoun
        )
    if words.lower[start] in _NOMINATIVES and start + 1 < end and _is_clause(doc, start + 1):
        # "I became the first" of a source that was read too far
        return _read_part(doc, layout, cast, start, start + 1)
    if closes_name(doc, start, end - 1):
        part = _read_part(doc, layout, cast, start, end - 1)
        whole = end if part.name_end == end - 1 else part.name_end
        return replace(part, end=end, name_end=whole)
    if (title := owned_title(doc, start, end)) is not None:
        return title
    if (titled := titled_name(doc, layout, cast, start, end)) is not None:
        return person_part(cast, start, end, titled)
    relates = not capitals and words.lower[start] in _RELATIVES and end - start < _LONGEST_RELATIVE
    if relates and (words.words[start] == "who" or words.between(start + 1, end).islower()):
        # "who in part": what stands between the pronoun and its verb.
        return _read_part(doc, layout, cast, start, start + 1)
    if _is_placed_body(doc, layout, start, end):
        return described(doc, layout, start, end, end, words.lower[end - 1])
    end = before_time(doc, layout, start, end)
    described_first = name_behind_description(
        doc, layout, cast, start, _before_who(doc, start, end)
    )
    if described_first is not None:
        return person_part(cast, start, end, described_first)
    core_end = end_of_core(doc, layout, cast, start, end)
    while core_end - 1 > start and doc[core_end - 1].is_space:
        core_end -= 1
    apposed = named_person(doc, cast, start, end) or apposed_name(doc, layout, cast, core_end, end)
    if apposed and (
        not _is_name_token(layout, cast, core_end - 1)
        # "Landlord of the Plough, Abe Stone"
        or (core_end - 1 not in cast.at_token and describes_one(doc, layout, start, core_end))
    ):
        return person_part(cast, start, end, apposed)
    if (firm := apposed_body(doc, layout, start, core_end, end)) is not None:
        return firm
    last = core_end - 1
    if last in cast.at_token:
        return person_part(cast, start, core_end, last)
    phrase_end = end_of_phrase(doc, layout, start, end)
    if (publisher := publisher_of_findings(doc, layout, start, core_end, end)) is not None:
        return publisher
    last = without_kind(doc, layout, start, last)
    alone = _before_who(doc, start, end) == last + 1
    if alone and (compatriot := demonym(doc, start, last + 1)) is not None:
        return compatriot
    bare = words.between(start, last).lower() in {"", "the"}
    placed = not bare and words.words[last] in OFFICE_INITIALS
    if end == last + 1 and (placed or (bare and is_office(doc, cast, last))):
        return Part(start, end, "nominal", type="unnamed", head=words.lower[last], definite=bare)
    within = layout.entity[last] >= 0 and words.words[last] not in _OFFICE_ACRONYMS
    if within and not _is_office_named(doc, start, last):
        core_end = last + 1
        if (named := named_by_entity(layout, cast, start, last, phrase_end)) is not None:
            return named
    head = words.lower[last].rstrip(".")
    before = words.between(start, last).lower() if head == "old" else ""
    if before.endswith(("-year-", " year ", "-year ")):
        head = YEAR_OLD
    if last - 4 >= start and words.between(last - 3, last).lower() == "-of-":
        # "the 30-year-old father-of-two"
        head = words.lower[last - 4]
    shouted = doc[last].is_upper and len(doc[last]) > 3
    opens = last == layout.sentence_start[last] or words.words[last - 1] in _STOPS
    capital = shouted or (words.words[last][:1].isupper() and not opens)
    if capital and type_of_head(head) in {"unknown", "group"} and head not in GROUP_NOUNS:
        return capitalised_name(doc, start, core_end, phrase_end, head)
    return described(doc, layout, start, core_end, phrase_end, head)


def _is_body_like_pronoun(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether initials read as a pronoun, in a sentence that is not all in capitals: `WHO said`."""
    sentence = doc[layout.sentence_start[at] : layout.sentence_end[at]]
    return doc[at].text in BODIES_LIKE_PRONOUNS and any(token.is_lower for token in sentence)


def _named_like_owner(doc: Doc, layout: Layout, start: int, end: int) -> Part | None:
    """The body of `Moody's said` and `according to St. Mary's.`, in the author's words: what it
    would own does not follow."""
    words = doc_words(doc)
    if end == len(doc) or words.words[end] not in {"'s", "’s"} or layout.quoted[start]:
        return None
    if end - start > 1 and type_of_head(words.lower[end - 2]) == "organization":
        # "Ratings agency Moody's said"
        start = end - 1
    alone = end - start == 1 or (end - start == 2 and words.words[start] == "St.")
    if not alone or not words.words[end - 1][0].isupper() or words.lower[start] in PRONOUNS:
        return None
    behind = words.lower[end + 1] if end + 1 < len(doc) else "."
    told = start > 0 and layout.cue[start - 1] and behind in COMMAS | {".", ";"}
    # "Hadley's, which reports next week, said"
    explained = behind == "," and words.lower[end + 2 : end + 3] == ["which"]
    return _body(doc, start, end + 1) if told or explained or behind in _SAID else None


def _body(doc: Doc, start: int, end: int) -> Part:
    head = doc_words(doc).lower[end - 1]
    return Part(start, end, "name", type="organization", head=head, name_start=start, name_end=end)


def _is_clause(doc: Doc, at: int) -> bool:
    """Whether a verb follows a pronoun: no mark, `and` or `all`, nor a noun of `we voters`."""
    low = doc[at].lower_
    return low in _VERBS or (low.endswith("ed") and doc[at].is_lower)


def _is_office_named(doc: Doc, start: int, last: int) -> bool:
    """Whether a description ends with an office that was read as a name: `the former |House
    Speaker|`, `former |Sheriff|`, `the |Chancellor|` of a person."""
    lower = doc_words(doc).lower
    if doc[last].ent_type_ == "PERSON" and is_rank(doc_words(doc).words[last]):
        return True
    if lower[start] == "former" or lower[start : start + 2] in _THE_FORMER:
        return is_role_noun(doc_words(doc).words[last])
    # "the House Speaker", but "the Office of the President".
    plain = last > start + 1 and "of" not in lower[start:last]
    return lower[start] in DETERMINERS and lower[last] in _OFFICES and plain


def _is_placed_body(doc: Doc, layout: Layout, start: int, end: int) -> bool:
    """Whether a mention is `the |Lakeside, Ohio,| company`, which is no place."""
    words = doc_words(doc)
    if words.lower[start] not in DETERMINERS or words.lower[end - 1] not in BODY_NOUNS:
        return False
    between = range(start + 1, end - 1)
    places = [layout.entity[at] for at in between if words.words[at] not in COMMAS]
    return (
        bool(places)
        and words.words[end - 2] in COMMAS
        and all(at >= 0 and layout.ents[at].label_ in {"GPE", "LOC"} for at in places)
    )


def _before_who(doc: Doc, start: int, end: int) -> int:
    """End of a mention without the clause of `…, who saw it,`."""
    words = doc_words(doc)
    for at in range(start + 1, end - 1):
        if words.words[at] == "," and words.lower[at + 1] in {"who", "whose"}:
            return at
    return end


def _is_name_token(layout: Layout, cast: Cast, at: int) -> bool:
    if at in cast.at_token:
        return True
    return layout.entity[at] >= 0 and layout.ents[layout.entity[at]].label_ in NAME_LABELS
