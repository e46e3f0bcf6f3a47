"""Who answers in an interview, and whose initials stand before a turn: `AB:`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from spacy.tokens import Doc

from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.names import fold

_MEETING = frozenset(
    {"to", "with", "meets", "met", "interviewed", "interviews", "asked", "visited"}
)
_INTERVIEWING = frozenset(
    {"interviews", "interviewed", "interview", "meets", "met", "talks", "talked", "speaks"}
    | {"spoke", "sat", "sits", "caught", "catches", "chats", "chatted", "conversation", "asked"}
)
_ABOUT = frozenset({"on", "about", "over", "to", "of"})
"""Before a name in a title, that of whom an interview is about."""
_HEARD_BY = frozenset(
    f"{who} {talked}"
    for who in ("he", "she", "they")
    for talked in ("talked to", "talked with", "spoke to", "spoke with", "talks to", "speaks to")
)
_TITLE = 4
"""Words between the verb and the name of `talks to the keeper Walter Innes`."""
_INTRODUCTION = 16
"""Words of `sat down with the woman behind the film, director and co-writer Nyla Brooks`."""


def of_initials(doc: Doc, cast: Cast, start: int, end: int) -> int | None:
    """The person whose initials stand before a turn: Ada Brooks for `AB`."""
    letters = "".join(doc_words(doc).words[start:end]).replace(".", "")
    known = 2 <= len(letters) <= 3 and letters.isalpha() and letters.isupper()
    return cast.of_initials(letters) if known else None


def interviewee(doc: Doc, cast: Cast, first: int, authors: Collection[str]) -> int | None:
    """Who answers: the person named most before the first turn, the authors aside; of two
    named as often, the one whom the other meets.

    first: offset of the first turn.
    """
    asking = {fold(name) for name in authors}
    offsets = doc_words(doc).offsets
    counted = Counter(
        person
        for at, person in cast.at_token.items()
        if offsets[at] < first and fold(cast.persons[person].name) not in asking
    )
    for start in [start for p in counted for start, _ in cast.persons[p].mentions]:
        # "She talked to |Tom Beddoes| about the birds": he asks.
        if (
            offsets[start] < first
            and " ".join(doc[i].lower_ for i in range(max(0, start - 3), start)) in _HEARD_BY
        ):
            counted.pop(cast.at_token[start], None)
    ranked = counted.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
        return ranked[0][0]
    # "Kate Ormerod talks to Walter Innes"
    met = {
        person
        for person in counted
        for start, _ in cast.persons[person].mentions
        if offsets[start] < first
        and not _MEETING.isdisjoint(doc[i].lower_ for i in range(max(0, start - _TITLE), start))
    }
    return met.pop() if len(met) == 1 else None


def announced(
    doc: Doc, cast: Cast, first: int, authors: Collection[str], title_end: int
) -> int | None:
    """Whom an article announces to interview, in its title or before the first turn: the one
    it meets, or the one its title names, or the only one it names; nobody else.

    first: offset of the first turn.
    """
    asking = {fold(name) for name in authors}
    offsets = doc_words(doc).offsets
    named = {
        start: number
        for number, person in enumerate(cast.persons)
        for start, _ in person.mentions
        if offsets[start] < first and fold(person.name) not in asking
    }
    before = {at: _words_before(doc, at) for at in named}
    met = {
        person
        for at, person in named.items()
        if not _INTERVIEWING.isdisjoint(before[at])
        and doc[max(0, at - 1)].lower_ not in _ABOUT - {"to"}
    }
    in_title = {
        person
        for at, person in named.items()
        if offsets[at] < title_end and doc[max(0, at - 1)].lower_ not in _ABOUT
    }
    for persons in (met, in_title, set(named.values())):
        if len(persons) == 1:
            return persons.pop()
    return None


def _words_before(doc: Doc, at: int) -> set[str]:
    """The words before a token, in its sentence and line."""
    found: set[str] = set()
    for index in range(at - 1, max(doc[at].sent.start, at - _INTRODUCTION) - 1, -1):
        if doc[index].is_space:
            break
        found.add(doc[index].lower_)
    return found
