"""What an article says a person is: the role before the name, after it, in apposition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from pipeline.annotate.text.cue_words import IRREGULAR_PAST, SAYING, THINKING
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    CLAUSE_STARTERS,
    DASHES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    ROLE_SYNONYMS,
    TITLE_ABBREVIATIONS,
)
from pipeline.annotate.text.names import is_honorific, is_role_noun, is_title_word
from pipeline.annotate.text.nouns import is_plural, type_of_head
from pipeline.annotate.text.title_phrases import LONGEST_ROLE, start_of_title

_OPENING = frozenset({'"', "“", "''", "``"})
_CLOSING = frozenset({'"', "”", "''"})
_BRACKETS = frozenset("()[]")
_ACRONYM = re.compile(r" ?\([A-Z.]{2,8}\)")
_GOVERNING = PREPOSITIONS | {"of"}
_BEFORE_APPOSITION = DASHES | {",", "-"}
_COMMAS = DASHES | {","}
_BREAKS = DASHES | {",", ";", ":"}
_OWNED = DETERMINERS | POSSESSIVES
_BEHIND_VERBS = _OWNED | PREPOSITIONS | {"various", "many", "several", "also"}
_BEHIND_OFFICES = PREPOSITIONS | {"of", "and"}
_UNWRITTEN = _BEHIND_OFFICES | {"the"}
"""Words whose letters no initials have."""
_ARTICLES = frozenset({"a", "an", "the"})
_STYLES = frozenset({"dr", "prof", "cllr", "hon", "honourable"})
"""What a role goes before and does without: `lead author Dr Ada Brooks`."""
_LONGEST_RANK = 4
"""Letters of `DC`, `SHO` and `ADGP`."""
_LONGEST_BEHIND = 28
"""Words of a role behind a name."""
_LOOSE = DASHES | {",", ";", ":", "-", "and", "the", "both"}
_BEFORE_ROLES = frozenset(
    "now then once also himself herself themselves both still already perhaps maybe later again "
    "always ever even just not no half only quite rather until and or but of".split()
)
"""What stands between a comma and the article of a role: `Ada Brooks, once a clerk`."""
_CLOSING_ROLES = DASHES | {",", ";", ":", ".", '"', "“", "”"}
_AFTER_SAYING = frozenset({".", "on", "in", "yesterday", "earlier", "last"})
_COUNTING = frozenset({"both", "two", "three", "four"})
_OF_THEM = frozenset({"of them", "of us", "of whom", "of these", "of those"})
_DESCRIBING = ("ed", "ing", "ful", "ous", "ish", "ive", "able")
_ENDING_ROLES = frozenset({"who", "whose", "which", "agreed", "disagreed"}) | {
    verb for verb in SAYING | THINKING if verb.endswith("ed") or verb in IRREGULAR_PAST
}
"""Words that begin something else behind a role; all verbs of saying in the past."""
_CLAUSAL = frozenset(
    "i you he she it we they is are was were be been has have had will would can could may might "
    "must shall should do does did said says neither nor wonder".split()
)
"""Words that no role has: there it is a clause that was taken for one."""
_OPINIONS = frozenset(
    "hero heroine legend coward liar genius monster angel saint joke lad man woman person guy "
    "boy girl friend fool nobody threat victim".split()
)
_OF_THE_DAY = frozenset("witness guest target favourite favorite".split())
"""What somebody is for a day only: their office says more."""
_SIDES = frozenset("critic supporter opponent ally advocate defender admirer".split())
_PARTIES = frozenset("republican democratic independent libertarian conservative socialist".split())
"""`Gov. Ada Brooks, a Republican` is governor first."""
_STAUNCH = frozenset(
    "frequent vocal fierce staunch outspoken harsh sharp prominent longtime".split()
)
"""`A frequent critic of the mayor` says less than an office, too."""
_BECOMING = frozenset({"becomes", "became", "remains"})
_SOME_TIME = re.compile(
    r"^(?:last|this|earlier this) (?:year|month|week|weekend|night) ", re.IGNORECASE
)
"""What a sentence may open with in front of a role."""
_LEADING = frozenset(
    {
        "the",
        "that",
        "a",
        "an",
        "another",
        "and",
        "but",
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
        "your",
    }
)
_NEAR = frozenset({"colleague", "friend", "rival", "neighbour", "neighbor", "ally"})
"""What somebody is to the speaker, in front of a title: `my colleague Senator`."""
_PASSING = frozenset(
    "acclaimed accomplished angry beloved black cheerful current defiant delighted disappointed "
    "ecstatic elated embattled emotional enthusiastic excited fellow frustrated furious grieving "
    "jubilant now outspoken passionate proud reclusive renowned respected tearful thrilled".split()
)
"""How somebody is or is thought of, in front of what they are."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role as the article words it, without its leading article."""

    text: str
    words: frozenset[str]
    """Its words in lower case, abbreviated titles written out."""
    owner: str = ""
    """Whose it is, where a pronoun told so: `her` of `her lawyer`."""


def role_of(text: str) -> Role:
    """A Role from its words; `text` is kept as it is, less a leading article or `his`."""
    text = _SOME_TIME.sub("", text.partition(" on the eve of ")[0])
    words = text.replace("(", " ").replace(")", " ").replace(",", " ").split()
    owner = words[0].casefold() if words and words[0].casefold() in POSSESSIVES else ""
    while len(words) > 1 and _says_nothing(words[0], words[1:]):
        text = text.strip()[len(words[0]) :].strip(" ,")
        words = words[1:]
    if words and words[-1].islower():
        text = text.rstrip(". ")
    pieces = [piece for word in words for piece in (word, *word.split("-"))]
    return Role(" ".join(text.split()), frozenset(spelled_out(piece) for piece in pieces), owner)


def _says_nothing(first: str, others: Sequence[str]) -> bool:
    """Whether the first word of a role is no part of what somebody is."""
    low = first.casefold()
    if low in _NEAR and is_title_word(others[0]):
        return True
    return low in _LEADING or (low in _PASSING and any(map(is_role_noun, others)))


def role_in(text: str) -> Role | None:
    """The role that the words beside a name are; None for an honorific alone, a clause,
    `one of them`, and for what only describes: `a flabbergasted Stone`."""
    words = _ACRONYM.sub("", text).split()
    relative = next((at for at, word in enumerate(words) if word in {"who", "whose"}), len(words))
    if not _CLAUSAL.isdisjoint(words[relative:]):
        return None
    words = words[:relative]
    while words and (_is_address(words, len(words) - 1) or words[-1].casefold() in _LOOSE):
        words.pop()
    while words and (words[0].casefold() in _COUNTING or is_honorific(words[0])):
        words.pop(0)
    while len(words) > 1 and words[-1].casefold().strip(".") in _STYLES:
        # "lead author Dr Ada Brooks"
        if not any(is_role_noun(word) for word in words[:-1] if word.strip(".") != "Rt"):
            break
        words.pop()
    low = [word.casefold().strip(",") for word in words]
    for at in range(len(low) - 2, 0, -1):
        if low[at] in POSSESSIVES and low[at - 1] in {"and", "&"}:
            # "Mr. Field and his wife, Dana Field"
            words, low = words[at:], low[at:]
            break
    if not words or not _CLAUSAL.isdisjoint(map(_uncontracted, low)):
        return None
    many = is_plural(low[-1]) and type_of_head(low[-1]) == "group"
    if many and PREPOSITIONS.isdisjoint(low) and "of" not in low:
        # "some Republicans, Stone said"
        return None
    if " ".join(low[-2:]) in _OF_THEM or low[-1] in {"another", "one", "others"}:
        return None
    known = any(map(is_role_noun, low))
    plain = [word for word in words if word.casefold() not in _LEADING]
    # "an emotional Stone", "a flabbergasted Stone"
    described = low[-1].endswith(_DESCRIBING) or (len(plain) <= 1 and words[-1].islower())
    if not known and described:
        return None
    return role_of(" ".join(words))


def _uncontracted(word: str) -> str:
    """`you` of `you're`."""
    return word.replace("’", "'").partition("'")[0]


def _is_address(words: Sequence[str], at: int) -> bool:
    """`Mr.`, but not the lady of `first lady`."""
    return is_honorific(words[at]) and (not at or words[at - 1].casefold() != "first")


def spelled_out(word: str) -> str:
    """`Sen.` is senator, `GOP` is republican; other words in lower case, no possessive."""
    low = word.casefold().strip(".,;:\"“”'’")
    for ending in ("'s", "’s"):
        low = low.removesuffix(ending)
    if low in {"gop", "republicans"}:
        return "republican"
    if low in {"democrat", "democrats"}:
        return "democratic"
    return TITLE_ABBREVIATIONS.get(low, low)


def synonyms(head: str) -> frozenset[str]:
    """The words that may name the same role as `head`, itself included."""
    found = {head}
    for alike in ROLE_SYNONYMS:
        if head in alike:
            found |= alike
    return frozenset(found)


@lru_cache(maxsize=8192)
def heads_of(role: Role) -> frozenset[str]:
    """What a role says its bearer is: `wife` of `Stone's wife and campaign manager`, and
    `manager`; not `Stone`, nor anything behind a preposition."""
    text = role.text.casefold()
    for mark in ("'s ", "’s "):
        owner, _, owned = text.rpartition(mark)
        # "president of the party's youth wing" is no wing.
        text = owned if PREPOSITIONS.isdisjoint(owner.split()) else text
    words = text.replace(",", " and ").replace(";", " and ").split()
    heads = set(initials_of(role))
    if words[:1] == ["chief"]:
        # "Chief Fire Officer" is the fire chief.
        heads.add("chief")
    last = ""
    for word in [*words, "and"]:
        if word in {"and", "&", "-"} or (word in PREPOSITIONS and last):
            heads.update(spelled_out(piece) for piece in {last, last.rpartition("-")[2]} if last)
            if word in PREPOSITIONS:
                break
            last = ""
        else:
            last = word
    return frozenset(heads)


def is_of_the_day(role: Role) -> bool:
    """Whether a role is what somebody is for a day, or on whose side: an office says more."""
    taking_sides = not _SIDES.isdisjoint(heads_of(role)) and not _STAUNCH.isdisjoint(role.words)
    of_a_party = role.words <= _PARTIES
    return taking_sides or of_a_party or not _OF_THE_DAY.isdisjoint(heads_of(role))


@lru_cache(maxsize=8192)
def initials_of(role: Role) -> frozenset[str]:
    """What an office is called for short: `ceo` of `chief executive officer of Harbour Power`,
    `igp` of `Inspector General of Police`."""
    found = set()
    whole = role.text.replace("-", " ").split()
    for at, word in enumerate([*whole, "of"]):
        if word.casefold() in _BEHIND_OFFICES or not word[0].isalpha():
            found.add("".join(piece[0] for piece in whole[:at]).casefold())
            break
    found.add("".join(word[0] for word in whole if word[0].isupper()).casefold())
    named = "".join(word[0] for word in whole if word.casefold() not in _UNWRITTEN).casefold()
    # "DGP" of "Larkhaven director general of police"
    found.update(named[at:] for at in range(len(named) - 2) if len(named) - at <= _LONGEST_RANK)
    return frozenset(letters for letters in found if len(letters) > 1)


def roles_around(doc: Doc, layout: Layout, start: int, end: int) -> list[Role]:
    """Roles of the name at tokens `start` to `end`, the nearest first."""
    words = doc_words(doc)
    roles = []
    before = start_of_title(doc, layout, start)
    while before < start and _names_another(doc, before, start):
        # "candidates Ada Brooks and Otto Reed"
        before += 1
    if before < start and (role := role_in(words.between(before, start))):
        roles.append(role)
    if role := _apposed_before(doc, layout, before, start, end):
        roles.append(role)
    if role := _after(doc, layout, end):
        roles.append(role)
    return roles


def _names_another(doc: Doc, start: int, end: int) -> bool:
    """Whether a title holds somebody else's name, whom another is joined to."""
    lower = doc_words(doc).lower
    return any(
        doc[at].ent_type_ == "PERSON" and lower[at + 1] in {"and", "&", "or", ","}
        for at in range(start, end - 1)
    )


def end_of_brackets(doc: Doc, end: int, limit: int) -> int:
    """Skip `(R-Ohio)` and an age between commas (`, 82,`) after a name."""
    texts = doc_words(doc).words
    if end < limit and texts[end] == "(":
        for at in range(end + 1, min(end + 9, limit)):
            if texts[at] == ")":
                return at + 1
    if end + 1 < limit and texts[end] == "," and texts[end + 1].isdigit():
        return end + 2
    return end


def _apposed_before(doc: Doc, layout: Layout, start: int, name: int, end: int) -> Role | None:
    """`a lawyer for the paper, Ada Brooks, said`: the description that the name explains.

    start: where the name's title begins, which may be none.
    """
    words = doc_words(doc)
    first = layout.sentence_start[start]
    if start - first < 2 or words.words[start - 1] not in _COMMAS:
        return None
    at = start - 2
    while at > first and start - at < LONGEST_ROLE and words.words[at] not in _BREAKS:
        at -= 1
    if words.words[at] in _BREAKS:
        at += 1
    phrase, at = at, _start_of_apposed(doc, layout, at, start - 1)
    opening = all(words.lower[place] in _BEFORE_ROLES for place in range(phrase, at))
    if (not opening or (start < name and at > first)) and not _is_closed(doc, layout, end):
        # "As a young clerk, Ada Brooks walked to work."
        return None
    if words.lower[at] not in DETERMINERS and at != first:
        return None
    if words.lower[at].endswith("ing") and words.lower[at + 1] in _OWNED:
        # "Remembering his friend, Brooks said"
        return None
    if not has_role_head(doc, layout, at, start - 1):
        return None
    return role_in(words.between(at, start - 1))


def _is_closed(doc: Doc, layout: Layout, end: int) -> bool:
    """Whether a name that explains ends with a comma, or its sentence."""
    limit = layout.sentence_end[end - 1]
    at = end_of_brackets(doc, end, limit)
    return at > end or at >= limit or doc[at].text in _CLOSING_ROLES


def _start_of_apposed(doc: Doc, layout: Layout, first: int, end: int) -> int:
    """Where the noun phrase begins that ends at a token: behind `the`, and before any office
    that it is governed by, as in `The court heard |the clerk of the Low Water Fund`."""
    starts = [at for at in range(first + 1, end) if doc[at].lower_ in DETERMINERS]
    at = starts.pop() if starts else first
    while at > first:
        before = starts.pop() if starts else first
        if doc[at - 1].lower_ not in _GOVERNING or not has_role_head(doc, layout, before, at - 1):
            break
        at = before
    return at


def _after(doc: Doc, layout: Layout, end: int) -> Role | None:
    words = doc_words(doc)
    limit = layout.sentence_end[end - 1]
    at = end_of_brackets(doc, end, limit)
    # "Ada Brooks, a farmer from Ohio, said"; "Ada Brooks is a farmer from Ohio."
    # What somebody calls another in speech is an opinion: "Victor is a good man".
    plain = not layout.quoted[at] if at < limit else False
    copula = (
        plain
        and at < limit - 1
        and words.lower[at] in {"is", "was"}
        and words.lower[at + 1] in _ARTICLES
    )
    if at >= limit - 1 or (words.words[at] not in _BEFORE_APPOSITION and not copula):
        return None
    start = at + 1
    if layout.cue[start] and words.lower[start] not in DETERMINERS:
        # "He and Brooks, explains the pilot, were asked"
        return None
    if not copula and _begins_clause(doc, start):
        return None
    stop = start
    while stop < limit and stop - start < _LONGEST_BEHIND:
        word, low = words.words[stop], words.lower[stop]
        if word in _OPENING and (close := _close_of_title(doc, stop, limit)):
            stop = close
            break
        closing = word in _CLOSING_ROLES
        inside_name = layout.entity[stop] >= 0 and layout.entity[stop] == layout.entity[stop - 1]
        if (closing and not inside_name) or low in _ENDING_ROLES:
            break
        if layout.cue[stop] and low.endswith("ed"):
            # "the head of the port rejected the plan", with a comma lost
            break
        reduced = low.endswith("ing") and word.islower() and low not in PREPOSITIONS
        if reduced and is_role_noun(words.words[stop - 1]):
            # "a lawyer leading the case"
            break
        if copula and low == "and" and _begins_predicate(doc, stop + 1, limit):
            break
        stop += 1
    else:
        stop = _cut(doc, start, stop) if stop < limit else stop
    behind = words.between(start, stop)
    if behind.count("(") != behind.count(")"):
        stop = start + behind.split("(")[0].count(" ")
    if stop < limit and not layout.source[end - 1] and _tells(doc, layout, start, stop, limit):
        return None
    if stop <= start or not has_role_head(doc, layout, start, stop):
        return None
    if words.lower[start] in POSSESSIVES and stop < limit and layout.cue[stop]:
        # "Before he met Ada Brooks, his son said"
        return None
    if any(
        words.lower[at] in POSSESSIVES and words.lower[at - 1] not in PREPOSITIONS
        for at in range(start + 1, stop)
    ):
        # "Carl, shook his head"
        return None
    role = role_in(words.between(start, stop))
    # "Stone was a hero" is what is thought of him.
    return None if role and copula and not _OPINIONS.isdisjoint(heads_of(role)) else role


def _tells(doc: Doc, layout: Layout, start: int, verb: int, limit: int) -> bool:
    """Whether who is described tells what stands before: `The bridge was sold by Brooks, the
    driver said on Friday`."""
    lower = doc_words(doc).lower
    if layout.cue[verb] and layout.source[start]:
        return True
    after = lower[verb + 1] if verb + 1 < limit else "."
    return lower[verb] in SAYING and after in _AFTER_SAYING


def _begins_clause(doc: Doc, at: int) -> bool:
    """Whether a verb and its object stand here: `Ada Brooks, |faulted the mayor|, saying`."""
    verb = doc[at]
    adverb = verb.lower_.endswith("ly") or verb.lower_ in _BEFORE_ROLES
    if adverb or not verb.is_lower or not verb.is_alpha or at + 1 >= len(doc):
        return False
    small = PREPOSITIONS | CLAUSE_STARTERS | DETERMINERS | POSSESSIVES
    return verb.lower_ not in small and doc[at + 1].lower_ in DETERMINERS | POSSESSIVES


def _begins_predicate(doc: Doc, at: int, limit: int) -> bool:
    """Whether a verb follows: `is a farmer in Ohio and |keeps the books`."""
    words = doc_words(doc)
    verb = at + 1 < limit and words.lower[at].endswith(("s", "ed"))
    if not verb or is_role_noun(words.words[at]):
        return False
    behind = doc[at + 1]
    return doc[at].is_lower and (behind.lower_ in _BEHIND_VERBS or behind.is_title)


def _cut(doc: Doc, start: int, stop: int) -> int:
    """End of the last whole part of a role that goes on too long: before an `and` or a
    preposition."""
    lower = doc_words(doc).lower
    whole = [at for at in range(start + 1, stop) if lower[at] in {"and", "&"}]
    whole = whole or [at for at in range(start + 1, stop) if lower[at] in PREPOSITIONS]
    return whole[-1] if whole else stop


def _close_of_title(doc: Doc, opening: int, limit: int) -> int:
    """End of a work's title in quotation marks, `author of “Low Water,”`; 0 if it has none."""
    texts = doc_words(doc).words
    for at in range(opening + 2, min(limit, opening + 12)):
        if texts[at] in _CLOSING:
            return at + 1
    return 0


def _is_rank(doc: Doc, at: int) -> bool:
    return doc[at].is_upper and doc[at].is_alpha and 2 <= len(doc[at]) <= _LONGEST_RANK


def has_role_head(doc: Doc, layout: Layout, start: int, end: int) -> bool:
    """Whether a phrase is a description of one person: a role noun ends its first part."""
    words = doc_words(doc)
    if layout.entity[start] >= 0 and layout.ents[layout.entity[start]].label_ == "PERSON":
        follows = layout.ents[layout.entity[start]].end
        if follows >= end or words.lower[follows] not in {"'s", "’s", "'", "’"}:
            return False
    head = None
    for at in range(start, end):
        low = words.lower[at]
        if layout.entity[at] < 0 and (low in PREPOSITIONS or low in CLAUSE_STARTERS):
            break
        if words.words[at] in _BRACKETS or words.words[at] in {",", '"', "“", "”"}:
            break
        head = at
    if head is None:
        return False
    if head == start and head + 1 < end and words.lower[head + 1] == "of" and _is_rank(doc, head):
        # "Ada Brooks, OC of Low Water Police Station"
        return True
    if layout.entity[head] >= 0:
        body = layout.ents[layout.entity[head]]
        if (
            body.label_ == "ORG"
            and body.start > start
            and is_role_noun(words.words[body.start - 1])
        ):
            # "the executive director Harbour Farms Foundation", its "of" left out
            return True
    return is_role_noun(words.words[head])
