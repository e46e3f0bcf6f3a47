"""Where the sources, cues and contents of an article's quotations stand, in tokens."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part, reference_token
from pipeline.annotate.mentions.person_parts import end_of_given_name
from pipeline.annotate.mentions.reading import read_source
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.quotations.turn_labels import is_turn, of_initials
from pipeline.annotate.speakers.discourse import Sources
from pipeline.annotate.speakers.mentioned_persons import mentioned_persons
from pipeline.annotate.speakers.relatives import relative_antecedents
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    GENDERED_ROLES,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    Gender,
    words,
)
from pipeline.annotate.text.pronouns import PRONOUNS
from pipeline.annotate.text.spans import token_span, tokens_of

_OF_SELF = words(
    "said says told tells added adds believes believed thinks thought hopes hoped promised "
    "admitted insisted complained claimed denied feared vowed pledged"
)
"""Cues whose speaker mostly tells of themselves, as who asks or writes does not."""

ADDING = words("added adds adding continued continues further reiterated")
"""What cues of those say who go on speaking; `also` may be somebody else's."""
_TELLING = words("told tells telling asked asks reminded informed assured")
_BEHIND_WHOM = (
    PREPOSITIONS
    | PRONOUNS.keys()
    | words("that and but or to if whether when after while because there this these those so then")
    | words("how what why where not also last later earlier again a an the his her their my our")
)
"""What may follow whom something is told."""
_LONGEST_ADDRESS = 4
"""Words of `told |the host Ada Brooks|`."""
_BETWEEN = 3
"""Tokens from the last of a statement to the pronoun behind it, marks between them."""


def read_sources(doc: Doc, layout: Layout, cast: Cast) -> tuple[Sources, list[list[Part]]]:
    """The sources of `doc._.quotations` in tokens, and the parts of each."""
    words = doc_words(doc)
    source_tokens: set[int] = set()
    before_named: set[int] = set()
    joined_to: dict[int, frozenset[int]] = {}
    cue_tokens: set[int] = set()
    quoted_by: dict[int, int] = {}
    told_by: dict[int, int] = {}
    described: dict[int, Part] = {}
    spoken_of: dict[int, frozenset[int]] = {}
    named_in_quotation: dict[int, frozenset[int]] = {}
    addressed: dict[int, frozenset[int]] = {}
    adding: set[int] = set()
    since: dict[int, int] = {}
    quoted_by_pronoun: dict[int, int] = {}
    told: set[int] = set()
    told_until: dict[int, int] = {}
    said_by_any: set[int] = set()
    reported: dict[int, Gender] = {}
    quoted_as: dict[int, str] = {}
    parts_of: list[list[Part]] = []
    for quotation in doc._.quotations:
        start, end = token_span(doc, quotation.source)
        contracted = end - start == 2 and words.words[start + 1][0] in "'’"
        if contracted and words.lower[start] in PRONOUNS:
            # "he'd told": the auxiliary is no part of who speaks.
            end -= 1
        cue, content = tokens_of(doc, quotation.cue), tokens_of(doc, quotation.content)
        cue_tokens.update(cue)
        said = set(content)
        said_by_any.update(said)
        parts = read_source(doc, layout, cast, start, end) if end > start else []
        name_end = _end_of_name_behind(doc, layout, cast, parts, end)
        if name_end > end:
            parts = read_source(doc, layout, cast, start, name_end)
        turn = is_turn(doc, quotation)
        if turn and (person := of_initials(doc, cast, start, end)) is not None:
            named = Part(start, end, "name", "person", name_start=start, name_end=end)
            parts = [replace(named, person=person)]
        parts_of.append(parts)
        if parts and parts[0].person is not None:
            before_named.update(range(start, parts[0].name_start))
        persons_named = frozenset(part.person for part in parts if part.person is not None)
        for part in parts:
            joined_to[reference_token(doc, part)] = persons_named
            source_tokens.update(_head_tokens(doc, part))
            taken = part
            if part.pronoun is not None and part.pronoun.reference == "relative":
                antecedents = relative_antecedents(doc, layout, cast, part)
                taken = antecedents[0] if antecedents else part
            if taken.form == "nominal" and taken.type == "unnamed":
                described[reference_token(doc, taken)] = taken
                told.update(said)
                told_until[reference_token(doc, taken)] = max(said, default=start)
        if parts and (parts[0].pronoun is None or parts[0].pronoun.reference != "self"):
            gender = _gender_of(cast, parts[0])
            reported.update({at: gender for at in said if not layout.quoted[at]})
        if len(parts) == 1 and parts[0].form == "nominal" and parts[0].type == "unnamed":
            quoted_as.update({at: parts[0].head for at in said if layout.quoted[at]})
            at = reference_token(doc, parts[0])
            mentioned = {cast.at_token[i] for i in said if i in cast.at_token}
            spoken_of[at] = spoken_of.get(at, frozenset()) | mentioned
        if len(parts) == 1 and parts[0].pronoun is not None:
            persons = {at: cast.at_token[at] for at in said if at in cast.at_token}
            quoted = {person for at, person in persons.items() if layout.quoted[at]}
            quoted_by_pronoun.update({at: start for at in content if layout.quoted[at]})
            spoken_of[start] = spoken_of.get(start, frozenset()) | set(persons.values())
            named_in_quotation[start] = named_in_quotation.get(start, frozenset()) | quoted
            addressed[start] = addressed.get(start, frozenset()) | _addressed(doc, cast, cue)
            if not ADDING.isdisjoint(words.lower[at] for at in cue):
                adding.add(start)
            before = [at for at in content if at < start]
            marked = 2 * sum(layout.quoted[at] for at in before) > len(before)
            if marked and start - before[-1] <= _BETWEEN:
                since[start] = min(before[0], since.get(start, start))
        if len(parts) == 1 and parts[0].person is not None:
            of_self = not _OF_SELF.isdisjoint(words.lower[at] for at in cue)
            for at in content:
                if layout.quoted[at] or turn:
                    quoted_by[at] = parts[0].person
                elif of_self and layout.sentence[at] == layout.sentence[start] and at > start:
                    told_by[at] = parts[0].person
    cues = frozenset(cue_tokens)
    inside = {at for part in described.values() for at in range(part.start, part.end)}
    return (
        Sources(
            source_tokens=frozenset(source_tokens),
            before_named=frozenset(before_named),
            joined_to=joined_to,
            inner=frozenset(source_tokens & said_by_any),
            cue_tokens=cues,
            quoted_by=quoted_by,
            quoted_by_pronoun=quoted_by_pronoun,
            told_by=told_by,
            described=described,
            mentioned=mentioned_persons(doc, layout, cast, inside, cues),
            spoken_of=spoken_of,
            named_in_quotation=named_in_quotation,
            addressed=addressed,
            adding=frozenset(adding),
            since=since,
            told=frozenset(told),
            told_until=told_until,
            reported=reported,
            quoted_as=quoted_as,
        ),
        parts_of,
    )


def _addressed(doc: Doc, cast: Cast, cue: list[int]) -> frozenset[int]:
    """Whom something is told: Brooks in `told the host |Ada Brooks|`."""
    lower = doc_words(doc).lower
    verb = next((at for at in cue if lower[at] in _TELLING), len(doc))
    for at in range(verb + 1, min(verb + 1 + _LONGEST_ADDRESS, len(doc))):
        if at in cast.at_token:
            behind = at
            while cast.at_token.get(behind) == cast.at_token[at]:
                behind += 1
            noun = "".join(lower[behind : behind + 1])
            # "told Brooks supporters", "told Brooks's staff"
            belongs = noun.isalpha() and doc[behind].is_lower and noun not in _BEHIND_WHOM
            others = belongs or noun in POSSESSIVE_MARKS
            return frozenset() if others else frozenset({cast.at_token[at]})
        if doc[at].is_punct:
            break
    return frozenset()


def _gender_of(cast: Cast, part: Part) -> Gender:
    """What tells whether who speaks is he or she; "" for nothing."""
    if part.pronoun is not None:
        return part.pronoun.gender
    if part.person is not None:
        return cast.persons[part.person].gender
    return GENDERED_ROLES.get(part.head, "")


def _end_of_name_behind(doc: Doc, layout: Layout, cast: Cast, parts: list[Part], end: int) -> int:
    """End of the name that explains a description without one; `end` if there is none.

    `|His deputy|, Ada Brooks, went further, saying`; `|A driver|, who gave her name as Ada,`.
    """
    described = len(parts) == 1 and parts[0].form == "nominal" and parts[0].type == "unnamed"
    if not described or end + 2 >= len(doc) or doc[end].text != ",":
        return end
    person = cast.at_token.get(end + 1)
    if person is None:
        return end_of_given_name(doc, layout, cast, end)
    name = end + 1
    while cast.at_token.get(name) == person:
        name += 1
    return name if doc[name : name + 1].text == "," else end


def _head_tokens(doc: Doc, part: Part) -> range:
    """Who speaks, and not whoever else the mention names (`a lawyer for Ada Brooks`)."""
    if part.form == "name":
        return range(part.name_start, part.name_end)
    at = reference_token(doc, part)
    return range(at, at + 1)
