"""`One wrote …`, `Several said …`: of whom, where the sentence before begins with them."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DETERMINERS,
    NAMED_GROUPS,
    PHRASE_STARTERS,
    PREPOSITIONS,
    words,
)
from pipeline.annotate.text.nouns import is_plural, singular, type_of_head
from pipeline.annotate.text.pronouns import PRONOUNS
from pipeline.records import Speaker, SpeakerType

_ONE = words("one another other second third fourth fifth")
_MORE = words("several some others many most few both two three four five six dozens hundreds")
_COUNTS = words("two three four five six seven eight nine ten dozens hundreds thousands a few")
_LEFT_OUT = DETERMINERS | _MORE | _COUNTS | words("among of and but")
_LONGEST_SUBJECT = 6
_LONGEST_LEAD = 12
_LOOK_BACK = 5
"""Sentences that may begin with others of the same group."""


def counted(doc: Doc, layout: Layout, part: Part) -> Speaker | None:
    """Who one, another, several or others are; None where a source is nothing of the kind, or
    nobody is counted.

    `One` behind `Fans were quick.` is one fan, and `Another` behind that another fan.
    """
    said = doc_words(doc).lower[part.start : part.end]
    word = said[-1] if said else ""
    if len(said) > 2 or word not in _ONE | _MORE or not _opens(layout, part.start):
        return None
    if len(said) == 2 and said[0] not in ({"a", "the"} if word in _ONE else {"a"}):
        return None
    group = _group_before(doc, layout, part.start)
    if not group:
        if word in {"one", "both"}:
            return None
        kind: SpeakerType = "unnamed" if word in _ONE else "group"
        return Speaker(word, kind, word if kind == "unnamed" else "", basis="description")
    if word in _ONE:
        name = f"{word} {' '.join([*group[:-1], singular(group[-1])])}"
        return Speaker(name, "unnamed", name, basis="description")
    word = "other" if word == "others" else word
    of = "of " if word in {"dozens", "hundreds"} else ""
    return Speaker(f"{word} {of}{' '.join(group)}", "group", basis="description")


def pronoun_of_all(doc: Doc, part: Part) -> Part | None:
    """The `them` of `one of them`, read as a source; None for any other."""
    said = doc_words(doc).lower[part.start : part.start + 3]
    if said[1:] != ["of", "them"] or said[0] not in _ONE | _MORE or part.form == "name":
        return None
    at = part.start + 2
    return Part(at, at + 1, "pronoun", head="they", plural=True, pronoun=PRONOUNS["they"])


def of_them(doc: Doc, layout: Layout, part: Part, them: Speaker) -> Speaker | None:
    """Who `one of them` or `some of them` is: what an apposition says (`one of them, |a pilot|,`),
    or else one of those whom the pronoun stands for; None where they are not known."""
    words = doc_words(doc)
    word, behind = words.lower[part.start], part.start + 3
    if word in _ONE and words.lower[behind : behind + 1] == [","]:
        for at in range(behind + 2, min(behind + 2 + _LONGEST_SUBJECT, len(doc))):
            if words.lower[behind + 1] not in {"a", "an"} or not doc[at].is_alpha:
                break
            ends = not doc[at + 1].is_lower or words.lower[at + 1] in PHRASE_STARTERS
            if ends and type_of_head(words.lower[at]) == "unnamed":
                name = words.between(behind + 2, at + 1)
                return Speaker(name, "unnamed", name, basis="description")
    group = _group_before(doc, layout, part.start) if _opens(layout, part.start) else []
    if group:
        them = Speaker(" ".join(group), "group")
    elif word not in _ONE:
        # "Agents stopped families, most of them from the north."
        return None
    if not them.name or them.type != "group":
        return None
    said = them.name.split()
    said = said[1:] if said[0].casefold() in _LEFT_OUT else said
    plain = PREPOSITIONS.isdisjoint(said) and "of" not in said and is_plural(said[-1].lower())
    if not plain or any(each.endswith(("'s", "’s")) for each in said):
        name = f"{word} of {'the ' if them.name[0].islower() else ''}{them.name}"
    elif word in _ONE:
        name = " ".join([word, *said[:-1], singular(said[-1])])
    else:
        name = " ".join([word, *said])
    kind: SpeakerType = "unnamed" if word in _ONE else "group"
    return Speaker(name, kind, name if kind == "unnamed" else "", basis="description")


def _opens(layout: Layout, at: int) -> bool:
    return at == layout.sentence_start[at]


def _group_before(doc: Doc, layout: Layout, at: int) -> list[str]:
    """The words of the plural with which the last sentences begin: `local`, `farmers`."""
    quoted = layout.quoted[at]
    for _ in range(_LOOK_BACK):
        if not at:
            return []
        start = layout.sentence_start[at - 1]
        if layout.paragraph[at] - layout.paragraph[start] > 1:
            return []
        if layout.quoted[start] and not quoted:
            at = start
            continue
        first = doc[start].lower_
        behind = doc[start + 1].lower_ if start + 1 < len(doc) else ""
        if group := _plural_at(doc, layout, behind_lead(doc, start, at)):
            return group
        if first not in _ONE | _MORE and behind not in _ONE:
            return []
        at = start
    return []


def behind_lead(doc: Doc, start: int, end: int) -> int:
    """Where a sentence goes on behind `According to the report,`, `Privately, though,` and the
    like."""
    lower = doc_words(doc).lower
    if lower[start] not in PREPOSITIONS | {"according"} and not lower[start].endswith("ly"):
        return start
    for at in range(start + 1, min(start + _LONGEST_LEAD, end - 1)):
        if lower[at] == ",":
            aside = lower[at + 1 : at + 3] in (["though", ","], ["however", ","])
            return at + 3 if aside else at + 1
    return start


def _plural_at(doc: Doc, layout: Layout, start: int) -> list[str]:
    said: list[str] = []
    for token in doc[start : start + _LONGEST_SUBJECT]:
        named = layout.entity[token.i] >= 0
        low = token.lower_
        if not (token.is_alpha or named) or layout.quoted[token.i] or low in PREPOSITIONS:
            return []
        if low in _LEFT_OUT and not said:
            continue
        if said and low.endswith("ed"):
            # "One quiz asked readers"
            return []
        if low in NAMED_GROUPS:
            return [*said, token.text]
        capitals = token.text[:2].isupper() or (said and token.is_title)
        said.append(token.text if named or capitals else low)
        if not named and is_plural(low) and _are_people(low):
            return said
        if not named and type_of_head(low) == "unnamed":
            # "The minister met farmers.": it begins with one of them.
            return []
    return []


def _are_people(plural: str) -> bool:
    return plural == "people" or type_of_head(singular(plural)) in {"unnamed", "organization"}
