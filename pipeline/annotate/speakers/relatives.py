"""The noun phrase that `who` or `which` takes up."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.mentions.phrase_ends import is_hyphen
from pipeline.annotate.mentions.reading import read_source
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.kinship import is_kin
from pipeline.annotate.persons.stated_roles import has_role_head
from pipeline.annotate.text.cue_words import SAYING
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DASHES,
    DETERMINERS,
    GROUP_NOUNS,
    INTRODUCING,
    NAMED_GROUPS,
    PERSON_AND_BODY_NOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    words,
)
from pipeline.annotate.text.names import is_party_tag, is_role_noun
from pipeline.annotate.text.nouns import is_plural, singular, type_of_head
from pipeline.annotate.text.pronouns import PRONOUNS

_BOUNDARIES = words(
    """
    and but or is was are were be been has have had do does did said says told by that if as when
    than then because so not will would can could may might must should to there also
    """
)
_BEFORE_BODIES = _BOUNDARIES - {"and"}
_BEFORE_NAMES = _BOUNDARIES - {"and", "to"}
_JOINING = frozenset({"and", "but", "or"})
_OF_PERSONS = words("who whose whom")
_SAME_RELATIVES = {
    "who": (_OF_PERSONS, words("that")),
    "whose": (_OF_PERSONS, words("that")),
    "whom": (_OF_PERSONS, words("that")),
    "which": (words("which whose"), words("that")),
    "that": (words("that which who"),),
}
"""Relative pronouns that may stand for the same as one behind an `and`, the likelier first."""
_ARTICLES = words("a an the")
_OF_PLACES = frozenset({"GPE", "LOC", "ORG"})
_HAILING = words("of from")
_AFFILIATING = words("of for at")
_BEING = words("is was am 's ’s remains became")
_PERSONAL = words("i he she")
_PLURAL_VERBS = words("are were have do aren haven say think want believe support back")
_ENDINGS_OF_PERSONS = ("er", "or", "ist", "ian", "ant", "ee", "eer", "man")
"""Endings of nouns for persons that no list has."""
_ADJECTIVES = words(
    "old poor rich young local foreign senior top key many most some few big small new great black "
    "white gay rural urban elder older younger former other retired wealthy ordinary angry nervous "
    "conservative moderate liberal progressive skilled swing likely undecided"
)
_OF_ADJECTIVES = ("al", "ic", "ous", "ful", "ish", "less", "able", "ible", "ern", "ian", "ese")
_MODALS = words("would will can could may might must should did does do not n't n’t")
_INVERTING = words("why how when where what nor than so as")
"""What stands in front of an inverted verb: `Why did sailors who …`."""
_ADVERBS = words("almost also always even never still just soon often")
_BEFORE_VERBS = words("he she they we i you who also")
_REGIONS = words(
    "eastern western northern southern central east west north south northeastern southeastern"
)
_MARKS = DASHES | {",", '"', "”", "“"}
_LONGEST_PHRASE = 14
_LONGEST_APPOSITION = 24
_LONGEST_ASIDE = 20


def relative_antecedents(doc: Doc, layout: Layout, cast: Cast, part: Part) -> list[Part]:
    """The part in front of a relative pronoun, or several that are explained together;
    empty where it cannot be told."""
    first = layout.sentence_start[part.start]
    if _joins(doc, first, part.start):
        earlier = _earlier_relative(doc, layout, first, part)
        if earlier:
            return relative_antecedents(doc, layout, cast, earlier)
        subject = first, part.start - 1
        plain = all(doc[at].lower_ not in _BOUNDARIES for at in range(*subject))
        return read_source(doc, layout, cast, *subject)[:1] if plain else []
    end = _end_of_antecedent(doc, layout, first, part.start)
    if end <= first:
        return []
    if part.head == "who" and (listed := _before_examples(doc, first, end, part.end)) < end:
        return read_source(doc, layout, cast, _start_of_phrase(doc, layout, first, listed), listed)
    if part.head == "who" and (placed := _before_place(doc, layout, end)) in cast.at_token:
        return _name_at(doc, layout, cast, placed, placed + 1)
    if end - 1 in cast.at_token:
        return _name_at(doc, layout, cast, end - 1, end)
    if apposed := _apposed_to(doc, layout, cast, first, end, of_body=part.head == "which"):
        return apposed
    one = part.head == "which" and doc[part.end : part.end + 1].text.lower().endswith("s")
    start = _start_of_phrase(doc, layout, first, end, one=one)
    found = read_source(doc, layout, cast, start, end)[-1:] if start < end else []
    if not found or part.head not in _OF_PERSONS:
        return [each for each in found if not _is_nothing(doc, layout, each)]
    if bearer := told_to_be(doc, layout, cast, found[0]):
        return bearer
    earlier = _earlier_relative(doc, layout, first, part)
    if earlier and earlier.start < start and _is_thing(found[0]):
        # "a man who sold his boats, who": no boats.
        return relative_antecedents(doc, layout, cast, earlier)
    return [each for each in found if not _is_nothing(doc, layout, each)]


def told_to_be(doc: Doc, layout: Layout, cast: Cast, described: Part) -> list[Part]:
    """Who is told to be what is described: Brooks in `Brooks is a lawyer |who|`, in `Brooks was
    |one of ten lawyers| calling for it`, and who goes on in `As someone |who| lost a son, Brooks
    said`; empty for nobody."""
    lower = doc_words(doc).lower
    said = lower[described.start : described.end]
    if described.form != "nominal" or described.type != "unnamed":
        return []
    if said[:2] == ["one", "of"]:
        before = described.start - 1
        return _subject_at(doc, layout, cast, before - 1) if lower[before] in _BEING else []
    if any(low in PREPOSITIONS and behind in DETERMINERS for low, behind in pairwise(said)):
        # "Brooks is a critic of the lawyer |who|"
        return []
    verb = described.start - 1
    if lower[verb].endswith("ed"):
        # "a retired pilot"
        verb -= 1
    verb -= lower[verb] in _ARTICLES
    articled = lower[verb + 1] in _ARTICLES
    return _subject_at(doc, layout, cast, verb - 1) if articled and lower[verb] in _BEING else []


def _subject_at(doc: Doc, layout: Layout, cast: Cast, at: int) -> list[Part]:
    """The person whose name or pronoun stands at a token; empty for anything else."""
    if at in cast.at_token:
        end = at + 1
        while cast.at_token.get(end) == cast.at_token[at]:
            end += 1
        return _name_at(doc, layout, cast, at, end)
    personal = at >= 0 and doc_words(doc).lower[at] in _PERSONAL
    return read_source(doc, layout, cast, at, at + 1) if personal else []


def _before_examples(doc: Doc, first: int, end: int, verb: int) -> int:
    """End of `local bakers` in `local bakers, such as Ada Brooks`, of whom all a plural verb
    tells: `who |are| against it`. `end` where nobody is an example."""
    if verb >= len(doc) or doc[verb].lower_ not in _PLURAL_VERBS:
        return end
    lower = doc_words(doc).lower
    for at in range(end - 1, max(first, end - _LONGEST_PHRASE), -1):
        such = lower[at] in {"including", "like"} or lower[at : at + 2] == ["such", "as"]
        if such and at > first:
            end = at - (lower[at - 1] == ",")
            return end if is_plural(lower[end - 1]) else at
    return end


def _is_thing(part: Part) -> bool:
    """Whether a description is of nobody: of a document, or of `boats`."""
    if part.form != "nominal" or part.type not in {"group", "document"}:
        return False
    return _is_no_person(part.head)


def _is_no_person(noun: str) -> bool:
    """Whether a noun is none of those for persons and bodies, nor looks like one."""
    one = singular(noun)
    people = one in PERSON_AND_BODY_NOUNS or noun in GROUP_NOUNS | NAMED_GROUPS
    return not people and not one.endswith(_ENDINGS_OF_PERSONS)


def _joins(doc: Doc, first: int, relative: int) -> bool:
    """Whether a relative clause goes on with what an earlier one tells: `…, and |who| wrote`."""
    return relative - 1 > first and doc[relative - 1].lower_ in _JOINING


def _earlier_relative(doc: Doc, layout: Layout, first: int, part: Part) -> Part | None:
    """The relative pronoun of the same sentence that `and who` goes on from: of a person if
    there is one, and the nearest."""
    for pronouns in _SAME_RELATIVES.get(part.head, ()):
        for at in range(part.start - 2, first, -1):
            low = doc[at].lower_
            spoken = layout.quoted[at] and not layout.quoted[part.start]
            if low in pronouns and not spoken and doc[at - 1].lower_ not in SAYING:
                return replace(part, start=at, end=at + 1, head=low, pronoun=PRONOUNS[low])
    return None


def _is_nothing(doc: Doc, layout: Layout, part: Part) -> bool:
    """Whether words without an article or a name are nobody and nothing that speaks: `were
    followed for |longer|, which suggests`."""
    inside = range(part.start, part.end)
    named = any(layout.entity[at] >= 0 for at in inside) or part.form != "nominal"
    return (
        part.type == "unknown"
        and not named
        and doc[part.start : part.end].text.islower()
        and (doc[part.start].lower_ not in DETERMINERS)
    )


def _end_of_antecedent(doc: Doc, layout: Layout, first: int, end: int) -> int:
    """Skip commas, a preposition (`of whom`), a date and brackets left of the pronoun."""
    words = doc_words(doc)
    if words.between(max(first, end - 4), end).lower() == "at home and abroad":
        end -= 4
    end = _before_aside(doc, first, end)
    end = _before_participle(doc, first, end)
    for _ in range(2):
        entity = layout.entity[end - 1]
        if entity >= 0 and layout.ents[entity].label_ == "DATE" and layout.ents[entity].end == end:
            end = max(first, layout.ents[entity].start)
        while end > first and words.words[end - 1] in _MARKS:
            end -= 1
        if end - 2 > first and words.words[end - 1].isdigit():
            # "Brooks, now 26, who": an age.
            age = end - 1 - (words.lower[end - 2] in {"now", "aged", "then"})
            end = age - 1 if words.words[age - 1] == "," else end
        if end > first and words.lower[end - 1] in PREPOSITIONS:
            end -= 1
        if (tag := _start_of_party_tag(doc, first, end)) < end:
            end = tag
        end = _before_bracket(doc, first, end)
    return end


def _before_bracket(doc: Doc, first: int, end: int) -> int:
    """Where a bracket opens that closes at the end of something; `end` without it."""
    texts = doc_words(doc).words
    if end <= first or texts[end - 1] != ")":
        return end
    return next((at for at in range(end - 1, first, -1) if texts[at] == "("), end)


def _before_aside(doc: Doc, first: int, end: int) -> int:
    """End of `ten pilots` in `ten pilots -- most of whom had left -- who`; `end` without it."""
    texts = doc_words(doc).words
    if texts[end - 1] not in DASHES:
        return end
    opening = (at for at in range(end - 3, max(first, end - _LONGEST_ASIDE), -1))
    return next((at for at in opening if texts[at] == texts[end - 1]), end)


def _before_participle(doc: Doc, first: int, end: int) -> int:
    """End of `the harbour court` in `the harbour court, |chaired by a pilot|, which`; `end`
    without a participle and its agent between commas."""
    lower = doc_words(doc).lower
    if lower[end - 1] != ",":
        return end
    for comma in range(end - 3, max(first, end - _LONGEST_PHRASE), -1):
        if lower[comma] in _BEFORE_BODIES - {"by"}:
            return end
        if lower[comma] == ",":
            done = lower[comma + 1].endswith(("ed", "led", "run", "held", "made"))
            return comma if done and "by" in lower[comma + 2 : comma + 4] else end
    return end


def _start_of_party_tag(doc: Doc, first: int, end: int) -> int:
    """Where `, D-Ore.` begins that ends at a token; `end` if none does."""
    words = doc_words(doc)
    for at in range(end - 1, max(first, end - 6), -1):
        if words.words[at] == ",":
            return at if is_party_tag(words.between(at + 1, end)) else end
    return end


def _before_place(doc: Doc, layout: Layout, end: int) -> int:
    """Token of `Brooks` in `Ada Brooks of Ohio` and `Ada Brooks of the Harbour Board`, which
    end at a token; -1 without a place or body."""
    entity = layout.entity[end - 1]
    if entity < 0 or layout.ents[entity].label_ not in _OF_PLACES:
        return -1
    start = layout.ents[entity].start
    start -= start > 0 and doc[start - 1].lower_ == "the"
    if start < 2:
        return -1
    body = layout.ents[entity].label_ == "ORG"
    return start - 2 if doc[start - 1].lower_ in (_AFFILIATING if body else _HAILING) else -1


def _name_at(doc: Doc, layout: Layout, cast: Cast, at: int, end: int) -> list[Part]:
    start = at
    while start > 0 and cast.at_token.get(start - 1) == cast.at_token[at]:
        start -= 1
    return read_source(doc, layout, cast, start, end)[:1]


def _apposed_to(
    doc: Doc, layout: Layout, cast: Cast, first: int, end: int, *, of_body: bool
) -> list[Part]:
    """`Ada Brooks of Halden, a lawyer in Ohio, who …`: the name before the apposition.

    of_body: whether it may be a body's or several: `Halden and Ohio, the oldest ports, which …`.
    """
    words = doc_words(doc)
    at = end - 1
    while at > first and end - at < _LONGEST_APPOSITION:
        if words.lower[at] in _BEFORE_NAMES:
            return []
        name = _before_bracket(doc, first, at)
        if name - 2 > first and words.words[name - 1].isdigit() and words.words[name - 2] == ",":
            # "Ada Brooks, 26, a pilot who"
            name -= 2
        if words.words[at] == "," and (placed := _before_place(doc, layout, name)) >= 0:
            name = placed + 1
        if words.words[at] == "," and name - 1 in cast.at_token:
            described = has_role_head(doc, layout, at + 1, end)
            if words.lower[at + 1] in DETERMINERS and words.lower[first] != "according":
                # "According to Brooks, the farmers asked the bank, which …": no apposition.
                described = True
            return _name_at(doc, layout, cast, name - 1, name) if described else []
        if of_body and words.words[at] == "," and layout.entity[name - 1] >= 0:
            described = words.words[at + 1] in DETERMINERS and words.lower[first] != "according"
            start = _start_of_bodies(doc, layout, first, name)
            return read_source(doc, layout, cast, start, name) if described else []
        at -= 1
    return []


def _start_of_bodies(doc: Doc, layout: Layout, first: int, end: int) -> int:
    """Where `Halden and the United States` begins, which ends at a token."""
    lower = doc_words(doc).lower
    start = layout.ents[layout.entity[end - 1]].start
    while start - 2 > first:
        joint = start - 1 - (lower[start - 1] == "the")
        if lower[joint] != "and" or layout.entity[joint - 1] < 0:
            break
        start = layout.ents[layout.entity[joint - 1]].start
    return start


def _joins_people(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether an `and` stands between two plurals or regions: `generals |and| admirals`,
    `Eastern |and| Northern Europe`."""
    if doc[at - 1].lower_ in _REGIONS and doc[at + 1].lower_ in _REGIONS:
        return True
    return all(
        layout.entity[each] < 0
        and doc[each].is_lower
        and is_plural(doc[each].lower_)
        and not _is_no_person(doc[each].lower_)
        for each in (at - 1, at + 1)
    )


def _goes_left(left: str, last: str, *, one: bool) -> bool:
    """Whether a phrase that ends with one noun begins with the other, left of a preposition:
    `officials at the bank`, not `attacks on |voters|`; `|a survey| of firms, which says`."""
    if one and is_plural(last) and type_of_head(left) in {"document", "organization"}:
        return True
    if is_role_noun(left) or left in GROUP_NOUNS:
        return True
    if not is_plural(left):
        return False
    speaks = singular(left) in PERSON_AND_BODY_NOUNS or left.endswith("ers")
    return speaks or not (is_plural(last) and singular(last) in PERSON_AND_BODY_NOUNS)


def _start_of_phrase(doc: Doc, layout: Layout, first: int, end: int, *, one: bool = False) -> int:
    """First token of the noun phrase that ends at one; `one`: whether it is no plural."""
    lower = doc_words(doc).lower
    at = end - 1
    prepositions = 0
    while at > first and end - at < _LONGEST_PHRASE:
        previous = doc[at - 1]
        low = previous.lower_
        inside = layout.entity[at - 1] >= 0
        if low == "and" and _joins_people(doc, layout, at - 1):
            at -= 2
            continue
        if not inside and low in POSSESSIVES:
            # "than |her| campaign's leaders, who"
            at -= 1
            continue
        if not inside and (
            low in _BOUNDARIES
            or (previous.is_punct and not is_hyphen(doc, at - 1))
            or low in PRONOUNS
            or (low.endswith("ed") and previous.is_lower and low not in _ADJECTIVES)
        ):
            break
        if not inside and low in PREPOSITIONS:
            # "officials at the bank who": the phrase goes on left of one preposition.
            prepositions += 1
            left = lower[at - 2] if at - 2 >= first else ""
            if lower[at] in INTRODUCING and is_role_noun(lower[end - 1]) and is_kin(left):
                # "the son of |a merchant| who"
                break
            if prepositions > 1 or not _goes_left(left, lower[end - 1], one=one):
                break
        elif lower[at] in DETERMINERS | POSSESSIVES and low not in PREPOSITIONS:
            break
        at -= 1
    while at < end and lower[at] in PREPOSITIONS:
        at += 1
    behind = at > first and lower[at - 1] in _BEFORE_VERBS and doc[at].is_lower
    if behind and at + 1 < end and lower[at] not in DETERMINERS:
        # "He |met| sailors who", "It also |includes| sailors who"
        return at + 1
    inverted = at - 1 == first or (at > first and lower[at - 2] in _INVERTING)
    if at > first and lower[at - 1] in _MODALS and not inverted:
        # "It would almost certainly |help| sailors who"
        while at + 2 < end and (lower[at].endswith("ly") or lower[at] in _ADVERBS):
            at += 1
        return at + (at + 1 < end and doc[at].is_lower and lower[at] not in DETERMINERS)
    if at > first and lower[at - 1] == "to" and at + 1 < end and doc[at].is_lower:
        # After "to" stands a verb: "to placate nervous voters who", not "to wealthy owners who".
        at += lower[at] not in _ADJECTIVES and not lower[at].endswith(_OF_ADJECTIVES)
    return at
