"""Where the title in front of a person's name begins: `Secretary of Defence Ada Brooks`.

A title is read leftwards from the name. A preposition belongs to it where an office
stands before the preposition and the name bears it (`head of the Low Water Fund Ada
Brooks`), and not where the title behind it is complete, for then the name is somebody
else's (`a spokesman for President Brooks`).
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.text.doc_words import DocWords, doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    DETERMINERS,
    PHRASE_STARTERS,
    POSSESSIVE_MARKS,
    RELATIONS,
    words,
)
from pipeline.annotate.text.names import (
    is_common_given_name,
    is_honorific,
    is_role_noun,
    is_title_word,
)
from pipeline.annotate.text.nouns import type_of_head

LONGEST_ROLE = 18
"""Words of a role, in front of a name or behind it."""
_LINKS = words("of for the and & 's ’s - – / to on")
_EDGES = _LINKS | {"both", ".", ","}
"""What no title begins with."""
_ARTICLES = DETERMINERS | {"and"}
_INSIDE_OFFICES = POSSESSIVE_MARKS | {"the", "and", "&"}
_JOINING = frozenset({"and", "&", "or", ","})
_GOVERNING = words("of for to on at in from")
_OFFICES = words(
    "chairman chairwoman chairperson chair chief head director secretary undersecretary minister "
    "president vice-president governor commander speaker mayor commissioner superintendent dean "
    "provost editor leader attorney ceo officer inspector controller administrator rector"
)
_EXCELLENCY = (["H", "E"], ["H.", "E."])
_WHERE_OFFICES_ARE = words("staff police justice")
"""Fields that are read as titles, too: `Chief of Staff`, `Minister of Justice Brooks`."""
_ADDRESSES = words("dr doctor prof professor hon rt engr barr")
"""Forms of address beside the honorifics: none of them is an office."""
_FIELDS = words(
    "state defense defence communications policy operations research affairs security finance "
    "health education justice labor labour trade treasury interior energy transportation "
    "agriculture commerce war studies sales marketing intelligence surgery medicine economics "
    "history science law engineering development"
)
PORTFOLIOS = _FIELDS | words(
    "home culture media sport sports schools skills universities housing communities climate "
    "environment water pensions work works welfare immigration equalities business industry "
    "tourism transport roads rail aviation children families planning infrastructure resources "
    "mines lands petroleum power youth gender social services external fisheries forestry farming"
)
_HOLDERS = words(
    "secretary minister undersecretary spokesman spokeswoman spokesperson commissioner adviser "
    "advisor tsar czar"
)
"""Who has a portfolio in small letters: `former home secretary Ada Brooks`."""
_BEHIND_PORTFOLIOS = _HOLDERS | PORTFOLIOS
_BEFORE_ROLES = (PORTFOLIOS | BODY_NOUNS) - words(
    "court inquest inquiry tribunal newspaper magazine website paper outlet probe conference"
)
"""What a role is of, in small letters: `defense attorney`, `board member`; not who is told:
`told the inquest midwife Ada Brooks had left`."""
_BEGINNINGS = DETERMINERS | PHRASE_STARTERS
_MODIFIERS = words(
    "former senior press campaign deputy vice chief presidential vice-presidential communications "
    "national security foreign longtime long-time then policy political executive state house "
    "majority minority assistant associate acting retired late managing general legal first chief "
    "lead top veteran conservative liberal progressive activist film media state local federal "
    "current new outgoing incoming shadow ranking party founding supreme court prime lieutenant "
    "running football baseball basketball business law economics history science police fire "
    "operating financial medical nursing technology technical information marketing commercial "
    "scientific product investment pro accounting revenue risk "
    "public affairs staff world group fellow republican democratic evangelical ex co his her their "
    "regional global corporate creative artistic clinical editorial digital strategic joint "
    "interim honorary permanent provincial municipal parliamentary opposition "
    "snooker tennis cricket rugby hockey golf boxing athletics swimming cycling racing fitness "
    "personal"
)
_LONGEST_FIELD = 5
"""Words of what somebody is head of, in front of the name."""
_INSIDE_FIELDS = POSSESSIVE_MARKS | {"&", "-"}
_OPENING_MARKS = frozenset({'"', "“", "‘", "'", "''", "``"})
_OPENINGS = words(
    "yesterday today tonight meanwhile then now when as after before while if though although "
    "because since however also later earlier once so yet still even only or nor not there here "
    "what why how who it he she they we you asked well yes no thanks thank dear hello hi okay ok"
)
"""Words whose capital at the start of a sentence belongs to no title."""


def start_of_title(doc: Doc, layout: Layout, name_start: int) -> int:
    """Index of the first token of the title in front of a name; `name_start` if none."""
    words = doc_words(doc)
    first = layout.sentence_start[name_start]
    excellency = before_address(doc, name_start) - 2
    if excellency > first and words.words[excellency : excellency + 2] in _EXCELLENCY:
        # "Ambassador to Norway H E Ada Brooks"
        name_start = excellency
    acronym = _start_of_acronym(words, name_start)
    if first < acronym < name_start and _ends_a_role(words, acronym - 1):
        # "group chief executive (CEO) Ada Brooks", "Chief (Mrs.) Ada Brooks"
        name_start = acronym
    at = name_start
    if at == first:
        return name_start
    addressed = before_address(doc, name_start)
    if addressed > first and not _ends_a_role(words, addressed - 1):
        # "Minister for Health Dr. Ada Brooks"
        office = _start_of_office(words, layout, addressed)
        if office < addressed:
            at = office
    if at == name_start and not _ends_a_role(words, at - 1):
        return name_start
    while at > first and name_start - at < LONGEST_ROLE:
        bracketed = _start_of_acronym(words, at)
        if at < name_start and bracketed - 1 > first and layout.entity[bracketed - 1] >= 0:
            # "Harbour Land Council (HLC) Chief Ada Brooks"
            at = bracketed
        if not _continues(words, layout, at - 1, name_start):
            break
        at -= 1
    while at < name_start and words.lower[at] in _EDGES:
        at += 1
    return at


def start_of_acronym(doc: Doc, end: int) -> int:
    """Token at which `(CEO)` or `(Mrs.)` begins that ends at a token; `end` if none does."""
    return _start_of_acronym(doc_words(doc), end)


def _start_of_acronym(words: DocWords, end: int) -> int:
    bracketed = end > 2 and words.words[end - 1] == ")" and words.words[end - 3] == "("
    inside = words.words[end - 2]
    known = inside.isupper() or is_honorific(inside) or inside.casefold().rstrip(".") in _ADDRESSES
    return end - 3 if bracketed and known else end


def before_address(doc: Doc, name_start: int) -> int:
    """Token at which `Dr.` or `Rt. Hon.` in front of a name begins; the name's if none does."""
    words = doc_words(doc)
    at = name_start
    while at and (
        is_honorific(words.words[at - 1])
        or words.lower[at - 1].rstrip(".") in _ADDRESSES
        or (words.words[at - 1] == "." and words.lower[at - 2] in _ADDRESSES)
    ):
        at -= 1
    return at


def begins_with_title(doc: Doc, layout: Layout, start: int, name_start: int) -> bool:
    """Whether nothing but an article and a title stands between `start` and a name."""
    words = doc_words(doc)
    while start < name_start and words.lower[start] in _ARTICLES:
        start += 1
    return start_of_title(doc, layout, name_start) <= start


def _ends_a_role(words: DocWords, at: int) -> bool:
    word = words.words[at - 1 if at and words.words[at] == "." else at]
    return is_role_noun(word) or is_title_word(word)


def _start_of_office(words: DocWords, layout: Layout, name_start: int) -> int:
    """Start of `Secretary of Defence`, where no role stands right before the name."""
    last, low = words.words[name_start - 1], words.lower[name_start - 1]
    named = layout.entity[name_start - 1] >= 0 or (
        last[:1].isupper() and last.isalpha() and not is_common_given_name(last)
    )
    first = layout.sentence_start[name_start]
    if not named and low not in _FIELDS and type_of_head(low) == "unknown":
        return first if _opens_as_office(words, layout, first, name_start) else name_start
    for at in range(name_start - 2, max(first, name_start - LONGEST_ROLE), -1):
        low = words.lower[at]
        if layout.entity[at] >= 0 or _lists_fields(words, layout, at, name_start):
            continue
        if low in _GOVERNING:
            body = {words.lower[i] for i in range(at + 1, name_start)} - DETERMINERS
            # "spokesman for the port", but "opposition spokesman on finance Ada Brooks"
            owned = words.lower[at - 1] in RELATIONS and not (
                low == "on" or (low == "for" and layout.entity[name_start - 1] >= 0)
            )
            role = is_role_noun(words.words[at - 1]) or _is_field_of_role(words, at - 1)
            if low == "in" and not role:
                # "Leader of the opposition in the senate"
                continue
            return at if role and body and not owned else name_start
        if low in _INSIDE_OFFICES or words.words[at][:1].isupper():
            continue
        if low not in PORTFOLIOS and type_of_head(low) == "unknown" and not _tells_field(words, at):
            return name_start
    return name_start


def _tells_field(words: DocWords, at: int) -> bool:
    """Whether a word in small letters tells which field it is: `corporate` of `vice-president of
    corporate communications`."""
    return (
        words.words[at].isalpha()
        and words.lower[at + 1] in PORTFOLIOS
        and words.lower[at - 1] in {"of", "for"}
    )


def _lists_fields(words: DocWords, layout: Layout, comma: int, name_start: int) -> bool:
    """Whether a comma stands between the fields of one office: `Minister for Health|,| Sport and
    Roads Ada Brooks`."""
    if words.words[comma] != ",":
        return False
    fields = range(comma - 1, name_start)
    persons = any(
        layout.entity[at] >= 0 and layout.ents[layout.entity[at]].label_ == "PERSON"
        for at in fields
    )
    plain = all(
        words.words[at][:1].isupper() or words.lower[at] in _JOINING | {"the"} for at in fields
    )
    return plain and not persons and "and" in words.lower[comma:name_start]


def _opens_as_office(words: DocWords, layout: Layout, first: int, name_start: int) -> bool:
    """Whether a sentence begins `Head of women's golf |Ada Brooks|`: no verb can stand between."""
    if not is_role_noun(words.words[first]) or words.lower[first + 1] != "of":
        return False
    field = range(first + 2, name_start)
    if len(field) > _LONGEST_FIELD or any(layout.cue[at] for at in field):
        return False
    plain = all(words.words[at][0].isalpha() or words.lower[at] in _INSIDE_FIELDS for at in field)
    last = words.lower[name_start - 1]
    return plain and not last.endswith(("s", "ed")) and last not in _GOVERNING | DETERMINERS


def _is_field_of_role(words: DocWords, at: int) -> bool:
    """Whether a word is `State` in `Secretary of State for Education`."""
    of = at > 1 and words.lower[at] in _FIELDS and words.lower[at - 1] == "of"
    return of and is_role_noun(words.words[at - 2])


def _continues(words: DocWords, layout: Layout, at: int, name_start: int) -> bool:
    word, low = words.words[at], words.lower[at]
    if (entity := layout.entity[at]) >= 0:
        # "candidates Ada Brooks and Otto Reed"
        joined = words.lower[at + 1] in _JOINING and layout.ents[entity].label_ == "PERSON"
        return not joined and layout.ents[entity].label_ not in {"DATE", "MONEY"}
    if low in _LINKS:
        return _links(words, layout, at, name_start)
    if is_role_noun(low) or is_title_word(low) or low in _MODIFIERS:
        return True
    if word == "." and at and is_title_word(words.words[at - 1]):
        return True
    if low in PORTFOLIOS and words.lower[at + 1] in _BEHIND_PORTFOLIOS:
        return True
    role = words.words[at + 1]
    if word.islower() and low in _BEFORE_ROLES and role.islower() and is_role_noun(role):
        # "defense attorney", "board member"
        return True
    if _is_of_compound(words, at, name_start):
        return True
    if not word[:1].isupper() or low in _BEGINNINGS:
        return "-" in low and low[:1].isalpha()
    opens = at == layout.sentence_start[at] or words.words[at - 1] in _OPENING_MARKS
    if opens and (low in _OPENINGS or low.endswith("ly")):
        return False
    return low not in {"and", "but", "i"}


def _is_of_compound(words: DocWords, at: int, name_start: int) -> bool:
    """Whether a word is part of a role with a hyphen, or of a compound right in front of one:
    `fifth-grader`, `third-grade teacher`; `old` of an age is none."""
    if not words.words[at].isalpha() or words.lower[at] == "old":
        return False
    if at + 2 < name_start and words.words[at + 1] == "-" and not words.is_spaced(at):
        after = words.words[at + 3] if at + 3 < name_start else ""
        return is_role_noun(words.words[at + 2]) or _is_work(after)
    hyphen = at and words.words[at - 1] == "-" and not words.is_spaced(at - 1)
    return bool(hyphen) and at + 1 < name_start and _is_work(words.words[at + 1])


def _is_work(word: str) -> bool:
    """Whether a word says what somebody is, and not to whom, in small letters."""
    return word.islower() and is_role_noun(word) and word not in RELATIONS


def _links(words: DocWords, layout: Layout, at: int, name_start: int) -> bool:
    """Whether a small word is inside a title: something that belongs to one is left of it."""
    left = at - 1
    first = layout.sentence_start[at]
    while left >= first and words.lower[left] in {"the", "of", "and", "&"}:
        left -= 1
    if left < first:
        return False
    low = words.lower[at]
    if low in {"-", "–"} and not words.is_spaced(at) and not words.is_spaced(at - 1):
        return True
    if low in {"-", "–"} and left >= first and layout.entity[left] == layout.entity[first] >= 0:
        # "Larkhaven - Dock worker Ada Brooks"
        return False
    if low in {"'s", "’s", "-", "–", "/", "&"}:
        return words.words[left][:1].isupper() or layout.entity[left] >= 0
    if low in _GOVERNING:
        return _governs(words, at, name_start)
    if low == "the":
        return left < at - 1 or words.lower[left] in _GOVERNING
    second = at + 2 < name_start and is_role_noun(words.words[at + 1])
    if second and _start_of_office(words, layout, at) < at:
        # "Minister of Health and Head of the Harbour Board Ada Brooks"
        return True
    # "between the governor and Senator Ada Brooks" are two.
    another = words.words[left].islower() and words.words[at + 1].istitle()
    return is_role_noun(words.words[left]) and not (another and is_title_word(words.words[at + 1]))


def _governs(words: DocWords, at: int, name_start: int) -> bool:
    """Whether a preposition stands inside the title of the name at `name_start`."""
    left, right = words.words[at - 1], words.words[at + 1]
    if not is_role_noun(left):
        if at + 2 == name_start and is_title_word(right):
            # "the Government of President": the title behind is whole without it.
            return False
        inside_name = left[:1].isupper() and right[:1].isupper()
        return words.lower[at - 1] in BODY_NOUNS or (words.lower[at] == "of" and inside_name)
    if not _ends_a_role(words, name_start - 1):
        return True
    article = words.lower[at + 1] == "the"
    start = at + 1 + article
    end = name_start
    while end > start and (_ends_a_role(words, end - 1) or words.lower[end - 1] in _MODIFIERS):
        end -= 1
    # "Chairman of the Joint Chiefs of Staff Gen. …": a title between the office and the name.
    if end == start and words.lower[start] not in _WHERE_OFFICES_ARE:
        return False
    if words.lower[at - 1] in RELATIONS and any(map(is_role_noun, words.words[start:end])):
        # "a spokesman for the Minister for Health Mr. …": the title behind is whole without it.
        return False
    if words.lower[at] == "of":
        return words.lower[at - 1] in _OFFICES
    return article and is_title_word(words.words[name_start - 1])
