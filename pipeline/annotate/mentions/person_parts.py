"""The person whom a source mention names: by a title, in an apposition, in a headline."""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.mentions.joints import end_of_plain_name, joints
from pipeline.annotate.mentions.parts import Part
from pipeline.annotate.mentions.phrase_ends import BREAKS, NAME_LABELS, end_of_phrase
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.kinship import is_kin
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import DASHES, DETERMINERS, PARTICIPLES, PHRASE_STARTERS, words
from pipeline.annotate.text.names import is_role_noun, is_title_word
from pipeline.annotate.text.nouns import is_plural, singular, type_of_head
from pipeline.annotate.text.title_phrases import (
    before_address,
    begins_with_title,
    start_of_acronym,
)

_LONGEST_BEFORE_NAMED = 16
_LONGEST_TITLE = 6
_BEFORE_NAMES = frozenset({".", "the", "-", "–", "year", "old"})
"""What may stand with titles between a description and its name: `the 19-year-old`."""
_OF_FIELDS = frozenset({"for", "of", "and", "&"})
_SEATS = words("constituency district ward riding")
_BEHIND_NAMES = PHRASE_STARTERS | {"and", "of"}
_COMMAS = DASHES | {","}
_BEFORE_LISTS = DASHES | {",", ":", "-", "("}
_OPENING = frozenset({"“", '"', "‘", "'"})
_RETIRED = words("retd ret rtd retired")
_SPOKEN = words(
    "briefing remarks speech statement testimony comments conference address announcement "
    "interview tweet tweets lesson advice message warning plea appeal gaffe quip tirade outburst"
)


_DELIVERED = words("delivered gave made held")
_GIVES = words("gave gives give asked identified provided")
_TELLS_ONESELF = words("identified identifies introduced")
_ONESELF = words("himself herself themselves themself")


def person_part(cast: Cast, start: int, end: int, at: int) -> Part:
    """The mention at `start` to `end` as the person named at token `at`."""
    person = cast.at_token[at]
    first = last = at
    while first > start and cast.at_token.get(first - 1) == person:
        first -= 1
    while last + 1 < end and cast.at_token.get(last + 1) == person:
        last += 1
    return Part(
        start, end, "name", type="person", name_start=first, name_end=last + 1, person=person
    )


def titled_name(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int | None:
    """Token of the person whom a title with prepositions belongs to: `Secretary of Defence
    Ada Brooks`."""
    phrase_end = end_of_phrase(doc, layout, start, end)
    if phrase_end + 3 < end and start_of_acronym(doc, phrase_end + 3) == phrase_end:
        phrase_end = end_of_phrase(doc, layout, phrase_end + 3, end)
    for at in range(start, phrase_end):
        if at in cast.at_token:
            titled = at > start and begins_with_title(doc, layout, start, at)
            return at if titled and _ends_phrase(doc, cast, at, end) else None
    return None


def _ends_phrase(doc: Doc, cast: Cast, at: int, end: int) -> bool:
    """Whether nothing that a name would only describe follows it, as in `former Brooks aides`."""
    words = doc_words(doc)
    after = at
    while after < end and cast.at_token.get(after) == cast.at_token[at]:
        after += 1
    return after >= end or words.words[after] in BREAKS or words.lower[after] in _BEHIND_NAMES


def name_behind_description(
    doc: Doc, layout: Layout, cast: Cast, start: int, end: int
) -> int | None:
    """Token of the person in full at the end of a description: `CEO of Harbour Rail Ada
    Brooks`, `Security Analyst Maj. Gen. (retd) Abe Stone`.

    Two names side by side are one's body and one's own. A title before the name is somebody
    else's behind a preposition: `a lawyer for President Ada Brooks`.
    """
    words = doc_words(doc)
    last = end - 1
    person = cast.at_token.get(last)
    if person is None or not cast.persons[person].parsed.given:
        return None
    name = last
    while name > start and cast.at_token.get(name - 1) == person:
        name -= 1
    if name == last or any(at in cast.at_token for at in range(start, name)):
        return None
    acronym = start_of_acronym(doc, name)
    if start < acronym < name and describes_one(doc, layout, start, acronym):
        # "director general of police (DGP) Ada Brooks"
        return name
    addressed = before_address(doc, name)
    before = addressed - 1
    if words.words[before] == ")" and words.lower[before - 1].strip(".") in _RETIRED:
        before -= 3
    if before > start and words.words[before] == ",":
        # "minister of labour, trade and fisheries, Ada Brooks"
        before -= 1
        return name if describes_one(doc, layout, start, before + 1) else None
    if before <= start or not describes_one(doc, layout, start, before + 1):
        return None
    if layout.entity[before] >= 0:
        return name if layout.ents[layout.entity[before]].label_ in NAME_LABELS else None
    if doc[before].like_num and words.lower[before - 1] == "of" and is_kin(words.lower[before - 2]):
        # "mother of two Ada Brooks"
        return name
    if words.lower[before] in _SEATS:
        # "the lawmaker from Lakeside-3 constituency Ada Brooks"
        return name
    role = is_role_noun(words.words[before]) or is_title_word(words.words[before])
    linked = any(_links(doc, layout, at) for at in range(start, before))
    # "the survivor of the trawler Alma Joyce": things have names too, offices are of a body.
    person_named = addressed < name or type_of_head(words.lower[before]) == "organization"
    noun = before - (person_named and words.lower[before - 1] in DETERMINERS)
    if not role and noun - 1 > start and words.lower[noun - 1] in _OF_FIELDS:
        # "vice president for news and talk Ada Brooks", "director of the clinic Prof. Brooks"
        return name if doc[before].is_lower and doc[before].is_alpha else None
    return name if role and not linked else None


def _links(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether a token is a preposition or conjunction that stands in no body's name."""
    inside = layout.entity[at] >= 0 or (doc[at].is_title and at >= layout.title_end)
    return not inside and doc[at].lower_ in PHRASE_STARTERS


def describes_one(doc: Doc, layout: Layout, start: int, end: int) -> bool:
    """Whether a description's first noun is a single person's."""
    words = doc_words(doc)
    for at in range(start, end):
        low = words.lower[at]
        if _links(doc, layout, at) or (layout.entity[at] < 0 and low in PARTICIPLES):
            return False
        if (
            layout.entity[at] < 0
            and type_of_head(low) == "group"
            and doc[at].is_lower
            and doc[at].is_alpha
        ):
            return False
        owner = at + 1 < end and words.lower[at + 1] in {"'s", "’s"}
        if not owner and is_role_noun(words.words[at]):
            return True
    return False


def apposed_name(doc: Doc, layout: Layout, cast: Cast, core_end: int, end: int) -> int:
    """Token of the person named after a description and a comma; 0 if none is."""
    words = doc_words(doc)
    at = core_end
    # The description may go on with prepositions: "a lawyer for the paper, Ada Brooks".
    while at < end - 1 and words.words[at] not in _COMMAS:
        if words.lower[at] in {"who", "which", "that"}:
            return 0
        at += 1
    at += 1
    name = next((i for i in range(at + 1, min(end, at + _LONGEST_TITLE)) if i in cast.at_token), 0)
    if name and (begins_with_title(doc, layout, at, name) or _is_plain_title(doc, at, name)):
        return name
    # "the speaker, Rt. Hon. Ada Brooks": the tokeniser parts some periods from their words.
    while at < end and at not in cast.at_token:
        title = is_title_word(words.words[at]) or is_role_noun(words.words[at])
        # "the judge, Recorder Ada Brooks": a title that no list has.
        capital = doc[at].is_title or doc[at].is_upper
        title = title or (at + 1 in cast.at_token and capital and doc[at].is_alpha)
        if not title and words.lower[at] not in _BEFORE_NAMES and not doc[at].is_digit:
            return 0
        at += 1
    return at if at < end else 0


def _is_plain_title(doc: Doc, start: int, name: int) -> bool:
    """Whether words in lower case that end with a role stand in front of a name: `retired bus
    driver`, `third-grade teacher`."""
    words = doc_words(doc)
    plain = all(words.words[at].islower() or words.words[at] == "-" for at in range(start, name))
    return (
        plain
        and start < name
        and is_role_noun(words.words[name - 1])
        and (PHRASE_STARTERS | {"and", "of", "to", "is", "was"}).isdisjoint(words.lower[start:name])
    )


def named_person(doc: Doc, cast: Cast, start: int, end: int) -> int:
    """Token of Otto in `the guard, a cheerful man named Otto`; 0 if nobody is so introduced."""
    words = doc_words(doc)
    for at in range(start + 1, min(end - 1, start + _LONGEST_BEFORE_NAMED)):
        identified = words.lower[at : at + 2] == ["identified", "as"]
        if words.lower[at] in {"named", "called"} or identified:
            at += identified
            marked = at + 2 < end and words.words[at + 1] in _OPENING
            if at + 1 + marked in cast.at_token:
                return at + 1 + marked
    return 0


def behind_count(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int:
    """Where the names begin in `Three judges — Ada Brooks, Abe Stone and Carl Field —`: they
    speak. `start` for any other mention."""
    words = doc_words(doc)
    for at in range(start, end - 2):
        if at in cast.at_token:
            return start
        if at > start and words.words[at] in _BEFORE_LISTS and layout.entity[at] < 0:
            # "Senators up for election -- Ada Brooks": behind a dash, what they are may be far.
            nouns = words.lower[start if words.words[at] in DASHES else at - 1 : at]
            people = any(is_plural(noun) and is_role_noun(singular(noun)) for noun in nouns)
            first = end_of_plain_name(doc, layout, cast, at + 1, end)
            named = first is not None and first - 1 in cast.at_token
            listed = people and named and joints(doc, layout, cast, at + 1, end)
            return at + 1 if listed else start
    return start


def name_given(doc: Doc, cast: Cast, start: int, end: int) -> int | None:
    """First token of the name in `one resident, who gave only his first name, |Omar|`, `a man
    who identified himself as |Omar|`, `the plaintiff, identified as |Omar|` and `the singer,
    whose real name is |Omar Reed|`; None for any other mention."""
    lower = doc_words(doc).lower
    at = next((at for at in range(start, end) if at in cast.at_token), None)
    if at is None or lower[at - 1] not in {"as", ",", "is", "was"}:
        return None
    told = lower[start:at]
    if lower[at - 1] in {"is", "was"}:
        return at if "whose" in told and told[-2] == "name" else None
    if "who" not in told:
        return at if lower[at - 1] == "as" and "identified" in told else None
    said = set(told[told.index("who") :])
    gives = ("name" in said and not said.isdisjoint(_GIVES)) or (
        not said.isdisjoint(_TELLS_ONESELF) and not said.isdisjoint(_ONESELF)
    )
    return at if gives else None


def whose_speech(doc: Doc, cast: Cast, start: int, end: int) -> tuple[int, int]:
    """The speaker in `a speech |Ada Brooks| gave in May`; the mention as it is for any other."""
    lower = doc_words(doc).lower
    for at in range(start + 1, end - 1):
        if at in cast.at_token:
            first = at
            while first - 1 > start and is_title_word(doc[first - 1].text):
                first -= 1
            while at < end and at in cast.at_token:
                at += 1
            spoken = lower[first - 1] in _SPOKEN and at < end and lower[at] in _DELIVERED
            return (first, at) if spoken else (start, end)
        if lower[at] in PHRASE_STARTERS:
            break
    return start, end


def spoken_by(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int:
    """Where the persons begin in `a joint briefing by Ada Brooks and Abe Stone`: they speak,
    not the briefing. `start` for any other mention."""
    lower = doc_words(doc).lower
    for at in range(start + 1, end - 1):
        low = lower[at]
        if low in {"by", "from"} and lower[at - 1] in _SPOKEN:
            name_end = end_of_plain_name(doc, layout, cast, at + 1, end)
            named = name_end is not None and name_end - 1 in cast.at_token
            return at + 1 if named else start
        if low in PHRASE_STARTERS or layout.entity[at] >= 0:
            return start
    return start
