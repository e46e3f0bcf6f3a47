"""`The report` for the study that was named before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc

from pipeline.annotate.mentions.document_phrases import MADE, PASSING, is_of_body, maker_at
from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.mentions.phrase_ends import NAME_LABELS
from pipeline.annotate.persons.bodies import Bodies, plain
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    CLAUSE_STARTERS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    INTRODUCING,
    PHRASE_STARTERS,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
    words,
)
from pipeline.annotate.text.names import is_party_tag, is_role_noun
from pipeline.annotate.text.nouns import type_of_head
from pipeline.records import Speaker

_NAMES: Final = NAME_LABELS | {"PERSON"}
_RULINGS: Final = words("ruling decision judgment judgement opinion verdict")
_ALIKE: Final = (
    words("study report paper research analysis survey review finding findings"),
    words("letter memo note memorandum missive"),
    words("email e-mail message"),
    words("poll survey"),
    words("article story piece report column feature"),
    words("bill law measure legislation act"),
    words("lawsuit suit complaint filing petition"),
    words("statement release"),
    words("book textbook memoir novel biography"),
    _RULINGS,
    words("ad advert advertisement commercial spot video clip"),
    words("video footage recording tape clip"),
    words("post tweet message"),
)
_ANY_DOCUMENT: Final = words("document documents paper papers text")
"""Nouns for whatever document was cited last."""
_PUBLISHING: Final = words(
    "ran runs published publishes released releases issued issues carried printed aired "
    "posted conducted commissioned wrote sent circulated unveiled"
)
_BEFORE_VERB: Final = 2
_CLAUSE_BOUNDS: Final = words(", ; : and but that when while")
_ISSUING: Final = INTRODUCING | {"its", "this"}
_NEW: Final = words("new latest newest")
_OTHER: Final = words("second third earlier previous another other separate")
_ANOTHER: Final = _OTHER | words("older rival")
_AUTHORING: Final = words("by from of")
_LONGEST_MADE: Final = 4
"""Words of `released on Friday by`."""
_LONGEST_BEFORE_AUTHOR: Final = 3
"""Words of `the think tank` in front of its name."""
_LONGEST_PHRASE: Final = 8
"""Words from the beginning of `Port Wire campaign advert` to its noun."""
_INSIDE_NAMES: Final = POSSESSIVE_MARKS | {"-", "/"}
_NO_MODIFIERS: Final = CLAUSE_STARTERS | words(
    "and or but not to is are was were be been has have had do does did will would can could may "
    "might must should never also then said says"
)
"""Words behind a name that begin what is told of it: `Brooks did not |release|`."""
_WORD_BREAKS: Final = re.compile(r"[\s/–-]+")
_ISSUED: Final = words(
    "statement letter memo email e-mail release post tweet note message report op-ed filing"
)
"""What somebody says something in: `said in a statement`."""
_PASSIVES: Final = words("is are was were be been being as")
_FARTHEST_REPORTED: Final = 2
"""Sentences from `reported` to the report."""
_LEAD: Final = 1
"""Paragraphs of headline and lead."""
_SOON: Final = 6
"""Paragraphs in which an article tells whose poll its lead is about."""
_LONGEST_NAME: Final = 4
"""Words from the article to the noun of `a long investigative feature`."""
_OPENING: Final = 4
"""Words at the beginning of a name among which its noun stands at least: `second study by …`."""


@dataclass(frozen=True, slots=True)
class Published:
    """A document whose publisher the article tells: `Port Wire ran a feature`."""

    at: int
    """Token of its noun."""
    noun: str
    name: str
    """`Port Wire feature`"""


def published_documents(
    doc: Doc, layout: Layout, cast: Cast, persons: Mapping[int, int]
) -> list[Published]:
    """The documents that bodies or persons are told to have published, in text order.

    persons: token of a pronoun or description → index of the person in the cast.
    """
    found = []
    lower = doc_words(doc).lower
    for verb, low in enumerate(lower):
        if low not in _PUBLISHING or not verb:
            continue
        noun = _published_noun(doc, verb, layout.sentence_end[verb])
        if noun is None:
            continue
        person = cast.at_token.get(verb - 1, persons.get(verb - 1))
        if person is not None and not _is_beside_subject(doc, layout, verb):
            name = f"{lower[noun]} by {cast.persons[person].name}"
            found.append(Published(noun, lower[noun], name))
        elif person is None and (body := _body_before(doc, layout, verb)):
            found.append(Published(noun, lower[noun], f"{body} {lower[noun]}"))
    return found


def reported_before(doc: Doc, layout: Layout, bodies: Bodies, at: int) -> list[Published]:
    """`Port Wire report` of `Port Wire reported that …`, as `the report` at a token takes it up,
    in this sentence and the two before it."""
    lower = doc_words(doc).lower
    first = at
    while first and layout.sentence[at] - layout.sentence[first - 1] <= _FARTHEST_REPORTED:
        first -= 1
    found = []
    for verb in range(first + 1, at):
        if lower[verb] == "reported" and not layout.quoted[verb]:
            body = _body_before(doc, layout, verb)
            if body and lower[verb - 1] not in _PASSIVES:
                found.append(Published(verb, "report", f"{bodies.canonical(body)} report"))
    return found


def _is_beside_subject(doc: Doc, layout: Layout, verb: int) -> bool:
    """Whether a name in front of a verb belongs to its subject and is not it: `The family of Ada
    Brooks |released|`."""
    lower = doc_words(doc).lower
    for at in range(verb - 1, layout.sentence_start[verb] - 1, -1):
        if lower[at] in _CLAUSE_BOUNDS:
            return False
        if lower[at] in PREPOSITIONS or lower[at] in {"of", "by", "who", "'s", "’s"}:
            return True
    return False


def _published_noun(doc: Doc, verb: int, limit: int) -> int | None:
    """Token of `feature` in `ran a long feature`, whose verb is given; None for no document."""
    at = verb + 1
    while at < limit and doc[at].lower_ == "out":
        at += 1
    if at + 1 >= limit or doc[at].lower_ not in _ISSUING:
        return None
    for noun in range(at + 1, min(at + 1 + _LONGEST_NAME, limit)):
        if type_of_head(doc[noun].lower_) == "document":
            return noun
        if not doc[noun].is_alpha or doc[noun].lower_ in PREPOSITIONS:
            return None
    return None


def _body_before(doc: Doc, layout: Layout, verb: int) -> str:
    """The body whose name stands in front of a verb, with two words at most between them, and no
    role: `Port Wire has now`, not `The Port Wire reporter` nor `40 groups, including Port Wire,`.
    """
    first = layout.sentence_start[verb]
    if is_role_noun(doc[verb - 1].lower_) or "including" in doc_words(doc).lower[first:verb]:
        return ""
    for at in range(verb - 1, max(layout.sentence_start[verb], verb - 1 - _BEFORE_VERB) - 1, -1):
        if layout.entity[at] >= 0:
            body = layout.ents[layout.entity[at]]
            named = body.label_ == "ORG" and not is_party_tag(body.text)
            return plain(body.text) if named else ""
    return ""


def introduced_documents(doc: Doc, layout: Layout) -> list[Published]:
    """The documents that the text tells of outside its sources, in text order: with their whole
    name, or with none where `a letter` is all that is said of them."""
    found = []
    lower = doc_words(doc).lower
    for at, noun in enumerate(lower):
        if noun not in DOCUMENT_NOUNS or layout.source[at] or layout.quoted[at]:
            continue
        start, is_name = _start_of_name(doc, layout, at)
        entity = layout.entity[at]
        if entity >= 0 and is_of_body(layout.ents[entity].text, noun):
            continue
        if start < 0 or (at + 1 < len(doc) and doc[at + 1].text in POSSESSIVE_MARKS):
            continue
        author = _author(doc, layout, at)
        if (is_name or author) and not _OTHER.isdisjoint(lower[max(0, start - 1) : at]):
            # "A second report by Deloitte cleared him.": told of on the way.
            continue
        if is_name or author:
            while start < at and doc[start].lower_ in PASSING and layout.entity[start] < 0:
                start += 1
            name = plain(doc_words(doc).between(start, at + 1))
            found.append(Published(at, noun, f"{name} {author}" if author else name))
        elif doc[start - 1].lower_ in INTRODUCING:
            found.append(Published(at, noun, ""))
    return found


def stated_document(
    doc: Doc, layout: Layout, at: int, speaker: Speaker, limit: int
) -> Published | None:
    """`statement by Ada Brooks`, where the sentence of her mention at a token says ahead of
    `limit` that she `said in a brief statement` or `said so in her letter`; None for somebody
    without a name."""
    if speaker.type not in {"person", "organization"} or ";" in speaker.name:
        return None
    lower = doc_words(doc).lower
    for start in range(layout.sentence_start[at], min(layout.sentence_end[at], limit) - 2):
        issuing = INTRODUCING | POSSESSIVES
        if lower[start] != "in" or lower[start + 1] not in issuing or layout.quoted[start]:
            continue
        noun = start + 2
        while noun - start < _LONGEST_NAME and lower[noun] not in _ISSUED and doc[noun].is_alpha:
            noun += 1
        if lower[noun] in _ISSUED:
            article = "the " * (speaker.type == "organization" and lower[at] == "the")
            return Published(noun, lower[noun], f"{lower[noun]} by {article}{speaker.name}")
    return None


def _start_of_name(doc: Doc, layout: Layout, noun: int) -> tuple[int, bool]:
    """First token of `Port Wire poll` behind its article, and whether a name stands in it; -1
    where no article or name begins it."""
    lower = doc_words(doc).lower
    first = layout.sentence_start[noun]
    at, is_name = noun, layout.entity[noun] >= 0
    while at > first and noun - at < _LONGEST_PHRASE:
        before = at - 1
        if layout.entity[before] >= 0 and layout.ents[layout.entity[before]].label_ in _NAMES:
            at, is_name = layout.ents[layout.entity[before]].start, True
        elif lower[before] in DETERMINERS:
            return at, is_name
        elif lower[before] in PREPOSITIONS or not _may_be_inside(doc, before):
            break
        else:
            at = before
    if layout.entity[at] < 0:
        return -1, False
    # "Port Wire poll", "Port Wire's long poll"
    behind = layout.ents[layout.entity[at]].end
    touches = behind >= noun or doc[behind].text in POSSESSIVE_MARKS
    return (at if touches else -1), is_name


def _may_be_inside(doc: Doc, at: int) -> bool:
    """Whether a word may stand between an article and its noun."""
    if doc[at].lower_ in _NO_MODIFIERS:
        return False
    return doc[at].text in _INSIDE_NAMES or doc[at].is_alpha


def _author(doc: Doc, layout: Layout, noun: int) -> str:
    """`by Port Wire` behind the noun of a document, what was done to it left out; else ""."""
    lower = doc_words(doc).lower
    limit = layout.sentence_end[noun]
    at = noun + 1
    if at < limit and lower[at] in MADE:
        at = maker_at(lower, at, min(at + _LONGEST_MADE, limit))
    if not noun < at < limit or lower[at] not in _AUTHORING:
        return ""
    for name in range(at + 1, min(at + 1 + _LONGEST_BEFORE_AUTHOR, limit)):
        if layout.entity[name] >= 0 and layout.ents[layout.entity[name]].label_ in _NAMES:
            end = _end_of_owned(doc, layout.ents[layout.entity[name]].end, limit)
            return doc_words(doc).between(at, end)
        if lower[name] in PHRASE_STARTERS or not doc[name].is_alpha:
            break
    return ""


def _end_of_owned(doc: Doc, end: int, limit: int) -> int:
    """End of `Ada Brooks's mayoral campaign` and `the Brooks campaign`, whose name ends at
    `end`."""
    if end >= limit or doc[end].text not in POSSESSIVE_MARKS:
        body = end < limit and doc[end].lower_ in BODY_NOUNS
        return end + 1 if body else end
    for noun in range(end + 1, min(end + 1 + _LONGEST_BEFORE_AUTHOR, limit)):
        if not doc[noun].is_lower or doc[noun].lower_ in PREPOSITIONS:
            break
        if type_of_head(doc[noun].lower_) != "unknown":
            return noun + 1
    return end


def same_document(
    part: Part,
    words: Sequence[str],
    speaker: Speaker,
    earlier: Sequence[tuple[int, Speaker]],
    told: Sequence[Published] = (),
) -> Speaker:
    """The speaker that `the report` takes up: the last document that is told from others by
    more than its noun, and may be called so; the speaker as it is, if there is none.

    words: those of the part in lower case; earlier: (token, speaker) of the sources before it,
    the latest last; told: documents that the text before it tells of.
    """
    if len(speaker.name.split()) > 1:
        return speaker
    noun = part.head
    alike = _alike(noun)
    # "The ruling" is seldom a decision that is told of on the way.
    tellers = {noun} if noun in _RULINGS else alike
    named = [(each.at, each.name) for each in told if each.noun in tellers]
    for at, before in earlier:
        if before.type != "document" or before.name == speaker.name:
            continue
        said = before.name.casefold().split()
        behind = next((at for at, word in enumerate(said) if word in PREPOSITIONS), len(said))
        opening = said[: max(behind, _OPENING)]
        told_apart = " " in before.name and not alike.isdisjoint(opening)
        if told_apart or noun in _ANY_DOCUMENT:
            named.append((at, before.name))
    if not named:
        return speaker
    # "The new poll" is the one the article is about, not an old one that it was held against.
    _, name = min(named) if not _NEW.isdisjoint(words) else max(named)
    return replace(speaker, name=name or speaker.name)


def with_one_name(found: Sequence[tuple[int, Speaker]]) -> list[Speaker]:
    """The speakers of an article, where `a poll` of the lead is the poll that is named next.

    found: (paragraph, speaker), in text order.
    """
    speakers = [speaker for _, speaker in found]
    for index, (paragraph, _) in enumerate(found):
        speaker = speakers[index]
        if paragraph > _LEAD or speaker.type != "document" or " " in speaker.name:
            continue
        alike = _alike(speaker.name.casefold())
        for (later, _), other in zip(found[index + 1 :], speakers[index + 1 :], strict=True):
            if later - paragraph > _SOON:
                break
            named = other.type == "document" and " " in other.name
            named = named and _ANOTHER.isdisjoint(_words(other.name))
            if named and not alike.isdisjoint(_words(other.name)[-1:]):
                speakers[index] = replace(speaker, name=other.name)
                break
    return speakers


def _alike(noun: str) -> frozenset[str]:
    """The nouns that a document may be called by that one of them stands for."""
    return frozenset({noun}).union(*(group for group in _ALIKE if noun in group))


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD_BREAKS.split(name)]
