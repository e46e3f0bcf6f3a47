"""What a source mention without a name describes."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.mentions.phrase_ends import end_of_noun_phrase
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DEMONYMS,
    DETERMINERS,
    GROUP_NOUNS,
    INDEFINITES,
    INTRODUCING,
    POSSESSIVE_MARKS,
    QUANTITIES,
    words,
)
from pipeline.annotate.text.nouns import is_plural, singular, type_of_head
from pipeline.records import SpeakerType

_LONGEST_BEFORE_DEMONYM = 5
_STUDIED = words("new recent research working discussion white scientific academic position")
_RECORDS = words(
    "budget court cabinet council board briefing discussion position policy working white green "
    "legal internal official classified declassified leaked tax divorce planning charging treasury"
)
"""What papers are of that are no newspapers: `court papers`."""
_RESEARCH = words("study researchers Researchers co-author Study")


_PARTY_MEMBERS = words("republican democrat conservative tory socialist communist libertarian")
_OF_PARTIES = words("liberal social christian")
"""What the names of parties begin with: `the Liberal Democrat`."""
_FROM_PLACES = words("republican democrat tory")
_NEWSPAPERS = words("tallahassee springfield waterbury")
"""Party members by where they are from, and the cities whose newspapers are called so: `the
Tallahassee Democrat`."""
_COUNTS = words("two three four five six seven eight nine ten several many some")
_OF_MANY = words("are were have do say think believe want know fear hope like")
"""Verbs of which more than one are the subject."""
_NATIONALS = DEMONYMS | _PARTY_MEMBERS
_SIDES_IN_COURT = words("defense defence")
"""`The defence` in court, as the prosecution is a body; not `his defence`."""
_OF_FIGURES = words(
    "top senior leading political opposition party prominent religious military establishment "
    "influential"
)
_GUARDS = words("coast national border home civil revolutionary presidential republican")
_PROVISIONS = words("article section chapter clause rule schedule paragraph")
"""What has a number in a law: `Article 12` is no dozen people."""


def demonym(doc: Doc, start: int, end: int) -> Part | None:
    """`the Norwegian`, `the 23-year-old South African`, whom the article has named before, and
    `the Ohio Republican`, `another Ohio Republican` and `one kind-hearted Canadian`."""
    lower = doc_words(doc).lower
    people = end - 1
    # "South African", not "First Nation"
    while lower[end - 1].endswith(("an", "er")) and _goes_on_people(doc, people):
        people -= 1
    between = doc[start + 1 : people]
    from_place = lower[end - 1] in _FROM_PLACES and lower[end - 2] not in _NEWSPAPERS
    plain = all(token.is_lower or token.text == "-" for token in between)
    one_of_them = (from_place or plain) and lower[start] in INTRODUCING
    if not (lower[start] == "the" or one_of_them) or len(between) > _LONGEST_BEFORE_DEMONYM:
        return None
    named = any(token.is_title and token.lower_ not in _OF_PARTIES for token in between)
    if (named and not from_place) or not _is_demonym(doc, end - 1):
        return None
    definite = not one_of_them
    if definite and lower[end : end + 1] and lower[end] in _OF_MANY:
        # "The Swiss are proud"
        return Part(start, end, "nominal", type="group", head=lower[end - 1], plural=True)
    return Part(start, end, "nominal", type="unnamed", head=lower[end - 1], definite=definite)


def described(
    doc: Doc, layout: Layout, start: int, core_end: int, phrase_end: int, head: str
) -> Part:
    """The description at `start`, whose core ends at `core_end` with its head."""
    words = doc_words(doc)
    first = words.lower[start]
    owned = any(words.words[at] in POSSESSIVE_MARKS for at in range(start, core_end))
    if head in QUANTITIES and core_end + 1 < phrase_end and words.lower[core_end] == "of":
        # "a host of officials" are officials.
        counted = words.lower[end_of_noun_phrase(doc, core_end + 1, phrase_end) - 1]
        head = counted if is_plural(counted) else head
    in_title = start < layout.title_end
    indefinite = (first in INDEFINITES or doc[start].is_digit) and not owned
    bare = first not in DETERMINERS and not owned
    kind = type_of_head(head)
    if first in _PROVISIONS and head[:1].isdigit():
        kind = "document"
    if head == "paper" and _is_study(doc, start, core_end, phrase_end):
        kind = "document"
    filed = words.lower[core_end : core_end + 1] == ["filed"]
    if head == "papers" and (filed or words.lower[core_end - 2] in _RECORDS):
        kind = "document"
    if head == "check" and words.lower[core_end - 2] in {"fact", "reality"}:
        kind = "document"
    if head in _SIDES_IN_COURT and core_end - start == 2 and first == "the":
        kind = "organization"
    if head == "seller" and words.lower[core_end - 2] == "best":
        kind = "document"
    if head in {"figure", "figures"} and words.lower[core_end - 2] in _OF_FIGURES:
        # "the party's top figures" are no numbers.
        kind = "group" if head == "figures" else "unnamed"
    if head == "guard" and words.lower[core_end - 2] in _GUARDS:
        # "the coast guard" is no single guard.
        kind = "organization"
    if head == "number" and words.lower[core_end - 2] == "opposite":
        kind = "unnamed"
    if head == "one" and core_end + 1 < phrase_end:
        kind = _one_of(doc, core_end, phrase_end)
    if words.lower[start] in _COUNTS and kind == "unnamed":
        # "two priests and a pastor"
        kind = "group"
    of_group = words.lower[start] in GROUP_NOUNS and bare and not in_title
    if of_group and kind == "unnamed":
        # "GOP lawmaker" is one of them where a headline leaves out the article.
        kind = "group"
    return Part(
        start,
        phrase_end,
        "nominal",
        type=kind,
        head=head,
        plural=kind == "group",
        definite=not indefinite and (not bare or in_title),
    )


def _is_study(doc: Doc, start: int, core_end: int, end: int) -> bool:
    """Whether a paper is no newspaper: `a 2019 paper`, `the paper in Nature`, or any paper of
    an article about research."""
    lower = doc_words(doc).lower
    if any(token.like_num or token.lower_ in _STUDIED for token in doc[start : core_end - 1]):
        return True
    if core_end < end and lower[core_end] in {"in", "by", "published", "on"}:
        return True
    return not _RESEARCH.isdisjoint(doc_words(doc).places)


def _one_of(doc: Doc, preposition: int, end: int) -> SpeakerType:
    """`one of the doctors` is somebody unnamed, `one in five` are many."""
    lower = doc_words(doc).lower
    if lower[preposition] != "of":
        return "group"
    last = end_of_noun_phrase(doc, preposition + 1, end) - 1
    if lower[last] == "them" and lower[end : end + 2] in ([",", "a"], [",", "an"]):
        # "One of them, a nurse from Tarn,"
        told = lower[end + 2 : end_of_noun_phrase(doc, end + 2, len(doc))]
        noun = told[: told.index(",")][-1:] if "," in told else told[-1:]
        return type_of_head("".join(noun))
    return type_of_head(singular(lower[last]))


def _goes_on_people(doc: Doc, at: int) -> bool:
    """Whether a word is no first one of those that name a people: `African` of `South African`."""
    return doc[at].ent_type_ == "NORP" and doc[at].ent_iob_ == "I"


def _is_demonym(doc: Doc, at: int) -> bool:
    """Whether a word says where one person is from: `Norwegian`, `Frenchman`."""
    word = doc[at]
    low = word.lower_
    one_man = low.endswith(("man", "woman")) and len(low) > 6
    named = word.ent_type_ == "NORP" and not is_plural(low)
    return word.is_title and (one_man or named or low in _NATIONALS)
