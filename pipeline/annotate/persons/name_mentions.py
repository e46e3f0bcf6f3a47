"""One mention of a person by name, and what stands with it: title, gender, age, role."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.annotate.persons.ages import age_behind
from pipeline.annotate.persons.roles import Role, heads_of, role_in, role_of
from pipeline.annotate.persons.seats import Seat, holds_office, seat_behind
from pipeline.annotate.persons.stated_roles import roles_around
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import GENDERED_ROLES, HONORIFIC_GENDER, Gender
from pipeline.annotate.text.names import (
    GENERATIONS,
    PersonName,
    is_honorific,
    parse_name,
    readable,
    regal_title,
    split_honours,
    split_title,
    without_possessive,
)

_LATE_BEFORE = 3
"""Words of `the late Shri` in front of a name."""
_DEATHS = (["death"], ["passing"], ["funeral"])
_POSSESSIVES = (["'s"], ["’s"], ["'"], ["’"])
_PRONOUN_GENDER: dict[str, Gender] = {"he": "m", "she": "f"}
_REFLEXIVE_GENDER: dict[str, Gender] = {"himself": "m", "herself": "f"}
_LONGEST_CUE = 4
_LONGEST_INTRODUCTION = 9
"""Words of `who gave only her first name,`."""
_CALLED = (["called"], ["named"], ["surnamed"])
_ONLY = (["only"], ["just"], ["simply"])
_IDENTIFYING = (["identified"], ["introduced"], ["described"])
_GIVING = frozenset({"gave", "gives", "give", "giving"})
_OWNERS: dict[str, Gender] = {"his": "m", "her": "f"}
_LONGEST_HONORIFIC = 4
_BESIDE_HONORIFICS = frozenset({"", "(", ")"})
"""What may stand between an honorific and the name, periods aside: `Chief (Mrs.) Ada Brooks`."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A mention of a person by name, read with the words around it."""

    start: int
    end: int
    name: str
    parsed: PersonName
    gender: Gender
    role: Role | None
    """The one that the name itself begins with."""
    roles: tuple[Role, ...]
    """All that stand with the name."""
    late: bool
    """Whether the words beside it say that its bearer is dead."""
    age: int | None
    seat: Seat | None
    """The American state behind the name: `(R-Ohio)`."""
    hint: Gender
    """What the pronoun behind the verb of saying tells: `Chen said he would …`."""

    @property
    def nearest_role(self) -> Role | None:
        return self.role or next(iter(self.roles), None)

    @classmethod
    def read(cls, doc: Doc, layout: Layout, start: int, end: int) -> NameMention:
        _, _, text = doc_words(doc).between(start, end).rpartition(">")  # `date="May 1">Brooks`
        text = without_possessive(" ".join(text.split()))
        # "-Ada Brooks" begins an item of a list.
        title, name = split_title(text.strip("\"“”'’‘,;: -–—"))
        before = _honorific_before(doc, start)
        gender = _honorific_gender(title) or before or _gender_of_introduced(doc, layout, start)
        behind = name.rpartition(") ")[2]
        # "Haa Duun (Chief) Ada Brooks"
        name = behind if " " in behind else name
        before_of, _, _ = name.partition(" of ")
        # "Marco Reed of Ohio", but Joan of Arc.
        name, honours = split_honours(before_of if " " in before_of else name)
        name = name if _is_spelled_so(doc, start, end, name) else readable(name)
        # "Mr Justice Brooks" is a justice, and Mrs. Brooks has no role.
        role = role_in(title) if title and (not gender or " " in title or before) else None
        if role is None and (regal := regal_title(name)):
            role = role_of(regal)
        around = roles_around(doc, layout, start, end)
        roles = (*((role,) if role else ()), *around, *map(role_of, honours))
        late = _is_late(doc, layout, start, end) or any("late" in each.words for each in roles)
        age = age_behind(doc, end)
        hint = gender_of_what_follows(doc, layout, end)
        words = doc_words(doc)
        official = holds_office(head for each in roles for head in heads_of(each))
        name_end = words.offsets[end - 1] + len(words.words[end - 1])
        seat = seat_behind(words.text, name_end, official=official)
        gender = gender or _gender_of_reflexive(doc, layout, start, end)
        parsed = parse_name(name)
        if not parsed.given and not parsed.suffix:
            # "the elder Brooks"
            parsed = parsed._replace(suffix=GENERATIONS.get(words.lower[start - 1], ""))
        return cls(start, end, name, parsed, gender, role, roles, late, age, seat, hint)


def gender_of_what_follows(doc: Doc, layout: Layout, end: int) -> Gender:
    """Gender of the `he` in `Brooks said that he …`, who mostly is Brooks."""
    lower = doc_words(doc).lower
    at = end
    while at < min(end + _LONGEST_CUE, len(doc)) and layout.cue[at]:
        at += 1
    at += at < len(doc) and lower[at] == "that"
    if at == end or at >= len(doc):
        return ""
    return _PRONOUN_GENDER.get(lower[at], "")


def _is_spelled_so(doc: Doc, start: int, end: int, name: str) -> bool:
    """Whether capitals are how a name is spelled (`AMLO`), and not how a line or a speaker's
    label is set (`STONE: Yes`)."""
    texts = doc_words(doc).words
    if " " in name or not name.isupper():
        return False
    labelled = end < len(doc) and texts[end] == ":"
    beside = [token for token in (*doc[max(0, start - 2) : start], *doc[end : end + 2])]
    shouted = any(token.is_upper and len(token) > 1 for token in beside)
    return not labelled and not shouted and any(token.is_lower for token in beside)


def _is_late(doc: Doc, layout: Layout, start: int, end: int) -> bool:
    """`the late Ada Brooks`, `Ada Brooks, who died in May,`, `Brooks’s death`."""
    lower = doc_words(doc).lower
    limit = layout.sentence_end[end - 1]
    before = [lower[at] for at in range(max(0, start - _LATE_BEFORE), start)]
    behind = [lower[at] for at in range(end, min(end + 3, limit))]
    # A headline's "Late Brooks goal" is no obituary.
    opens = end - start == 1 and start - 1 == layout.sentence_start[start]
    opens = opens or (start <= doc._.title_end and doc[start - 1].is_title)
    return (
        ("late" in before[-1:] and not opens)
        or before[:2] == ["the", "late"]
        or behind == [",", "who", "died"]
        or behind[:1] == ["died"]
        or (before[-1:] == ["of"] and before[-2:-1] in _DEATHS)
        or (behind[:1] in _POSSESSIVES and behind[1:2] in _DEATHS)
    )


def _honorific_before(doc: Doc, start: int) -> Gender:
    """Gender told by a Mr., Mrs. or Ms. in front of the token `start`."""
    texts = doc_words(doc).words
    for at in range(start - 1, max(-1, start - 1 - _LONGEST_HONORIFIC), -1):
        word = texts[at].rstrip(".")
        if is_honorific(word):
            # "Mr. and Mrs. Brooks" are two.
            two = at > 1 and texts[at - 1] in {"and", "&"} and is_honorific(texts[at - 2])
            return "" if two else HONORIFIC_GENDER.get(word.rstrip(".").casefold(), "")
        if word not in _BESIDE_HONORIFICS:
            break
    return ""


def _gender_of_introduced(doc: Doc, layout: Layout, start: int) -> Gender:
    """Gender of Otto in `a young man called |Otto|`, `a guard who gave his name only as |Otto|`,
    `a pilot who gave only her first name, |Otto|` and `who identified himself as |Otto|`."""
    first = max(layout.sentence_start[start], start - _LONGEST_INTRODUCTION)
    said = doc_words(doc).lower[first:start]
    if said[-1:] == ["as"]:
        said = said[: -1 - (said[-2:-1] in _ONLY)]
        if said[-1:] in (["himself"], ["herself"]) and said[-2:-1] in _IDENTIFYING:
            return "m" if said[-1] == "himself" else "f"
        if said[-1:] == ["identified"]:
            return GENDERED_ROLES.get("".join(said[-2:-1]), "")
    elif said[-1:] in _CALLED:
        return GENDERED_ROLES.get("".join(said[-2:-1]), "")
    elif said[-1:] == [","]:
        said = said[:-1]
    else:
        return ""
    if said[-1:] != ["name"] or _GIVING.isdisjoint(said):
        return ""
    owner = next((low for low in reversed(said) if low in _OWNERS), "")
    return _OWNERS.get(owner, "")


def _gender_of_reflexive(doc: Doc, layout: Layout, start: int, end: int) -> Gender:
    """Gender told by the pronoun behind a subject: `Brooks |herself| said`."""
    low = doc[end].lower_ if end < layout.sentence_end[start] else ""
    subject = start == layout.sentence_start[start] or layout.cue[end + 1 : end + 2] == [True]
    return _REFLEXIVE_GENDER.get(low, "") if subject else ""


def _honorific_gender(title: str) -> Gender:
    for word in title.split():
        if gender := HONORIFIC_GENDER.get(word.casefold().rstrip(".")):
            return gender
    return ""
