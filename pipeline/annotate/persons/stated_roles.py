"""What an article says a person is: the role before the name, after it, in apposition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from pipeline.annotate.persons.kinship import is_kin
from pipeline.annotate.persons.roles import MERE, Role, heads_of, role_in
from pipeline.annotate.text.cue_words import IRREGULAR_PAST, SAYING, THINKING
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    CLAUSE_STARTERS,
    DASHES,
    DETERMINERS,
    PARTICIPLES,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    PREPOSITIONS,
)
from pipeline.annotate.text.names import (
    is_rank,
    is_role_noun,
    is_title_word,
    without_possessive,
)
from pipeline.annotate.text.title_phrases import LONGEST_ROLE, start_of_acronym, start_of_title

_OPENING = frozenset({'"', "“", "''", "``"})
_CLOSING = frozenset({'"', "”", "''"})
_BRACKETS = frozenset("()[]")
_GOVERNING = PREPOSITIONS | {"of"}
_BEFORE_APPOSITION = DASHES | {",", "-"}
_COMMAS = DASHES | {","}
_BREAKS = DASHES | {",", ";", ":"}
_OWNED = DETERMINERS | POSSESSIVES
_OF_ONE = frozenset({"his", "her"})
_BEHIND_VERBS = _OWNED | PREPOSITIONS | {"various", "many", "several", "also"}
_ARTICLES = frozenset({"a", "an", "the"})
_FIRST_TOLD = frozenset({"a", "an", "one"})
_LONGEST_AGE = 3
"""Digits of an age."""
_OF_NO_LIST = _OWNED | PREPOSITIONS | CLAUSE_STARTERS | {"as", "to"}
_LONGEST_LIST = 12
"""Words of the roles behind the first of a list."""
_LONGEST_BEHIND = 28
"""Words of a role behind a name."""
_BEFORE_ROLES = frozenset(
    "now then once also himself herself themselves both still already perhaps maybe later again "
    "always ever even just not no half only quite rather until and or but of".split()
)
"""What stands between a comma and the article of a role: `Ada Brooks, once a clerk`."""
_CLOSING_ROLES = DASHES | {",", ";", ":", ".", '"', "“", "”"}
_RELATIVES = frozenset({"who", "whose"})
_AFTER_SAYING = frozenset({".", "on", "in", "yesterday", "earlier", "last"})
_ENDING_ROLES = frozenset({"who", "whose", "which", "agreed", "disagreed"}) | {
    verb for verb in SAYING | THINKING if verb.endswith("ed") or verb in IRREGULAR_PAST
}
"""Words that begin something else behind a role; all verbs of saying in the past."""
_MAKING = frozenset(
    "with named appointed elected reelected re-elected chose picked selected hired installed "
    "nominated confirmed".split()
)
"""What stands in front of a name whose office follows behind `as`."""
_OF_ANOTHER = frozenset("to over replace succeed after of who and than with".split())
"""What stands between it and a name when somebody else is made so: `appointed to replace |Ada
Brooks| as mayor`."""
_LONGEST_TITLE_BEFORE = 5
_ENDING_OFFICES = _CLOSING_ROLES | frozenset(
    "who whose which that in on at to from until after before when while last this next and but "
    "since during with instead despite amid following earlier".split()
)
_TIMES = frozenset({"when", "while", "since"})
_WHERE = frozenset({"there", "here", "too", "then"})
_NAMING = frozenset({"named", "surnamed"})
_DEGREES = frozenset(
    "M.D. MD Ph.D. PhD Ph.D J.D. JD D.O. DO DVM D.V.M. M.P.H. MPH MBA M.B.A. R.N. RN M.S. M.Sc. "
    "MSc B.A. M.A. Ed.D. EdD Pharm.D. PharmD Sc.D. DSc D.Phil. DPhil FACP FACC CPA CFA Esq. "
    "Esq".split()
)
"""What stands with a name behind a comma and is no role: `Ada Brooks, M.D., Ph.D., the dean`."""
_OPINIONS = frozenset(
    "hero heroine legend coward liar genius monster angel saint joke lad man woman person guy "
    "boy girl friend fool nobody threat victim".split()
)


def roles_around(doc: Doc, layout: Layout, start: int, end: int) -> list[Role]:
    """Roles of the name at tokens `start` to `end`, the nearest first."""
    words = doc_words(doc)
    roles = []
    before = start_of_title(doc, layout, start)
    if before < start and (role := role_in(words.between(before, start))):
        of_whom = _relative_of(doc, layout, before) if any(map(is_kin, heads_of(role))) else ""
        roles.append(replace(role, owner=of_whom) if of_whom else role)
    if role := _apposed_before(doc, layout, before, start, end) or _introduced(doc, layout, start):
        roles.append(role)
    if role := _after(doc, layout, end) or _made(doc, layout, start, end):
        roles.append(role)
    return roles


def _relative_of(doc: Doc, layout: Layout, start: int) -> str:
    """The one person named before a noun of kin without `his` in its sentence, other relatives
    aside: `|Abe Stone| came with wife Ada`; "" where there is none, or several."""
    lower = doc_words(doc).lower
    first = layout.sentence_start[start]
    inside = sorted({layout.entity[at] for at in range(first, start)} - {-1})
    named = [
        name
        for name in (layout.ents[at] for at in inside)
        if name.label_ == "PERSON" and not (name.start and is_kin(lower[name.start - 1]))
    ]
    if lower[start - 1] in _OWNED or not named or len({name.text for name in named}) > 1:
        return ""
    return without_possessive(named[-1].text)


def end_of_brackets(doc: Doc, end: int, limit: int) -> int:
    """Skip `(R-Ohio)`, an age between commas (`, 82,`) and degrees (`, M.D., Ph.D.`) after a
    name."""
    texts = doc_words(doc).words
    while end + 1 < limit and texts[end] == "," and texts[end + 1] in _DEGREES:
        end += 2
    if end < limit and texts[end] == "(":
        for at in range(end + 1, min(end + 9, limit)):
            if texts[at] == ")":
                return at + 1
    if end + 1 < limit and texts[end] == "," and texts[end + 1].isdigit():
        # "Ada Brooks, 2019 Miss Harbour", is no age.
        return end + 2 if len(texts[end + 1]) <= _LONGEST_AGE else end
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
        owned = _start_of_owner(doc, layout, at - 1, start - 1) == at
        if not owned or not _is_closed(doc, layout, end) or _is_behind_name(layout, at):
            return None
    if words.lower[at].endswith("ing") and words.lower[at + 1] in _OWNED:
        # "Remembering his friend, Brooks said"
        return None
    if not has_role_head(doc, layout, at, start - 1) or _is_inserted(doc, layout, end):
        return None
    role = role_in(words.between(at, start - 1))
    beside = layout.entity[at - 2] if at - first > 1 and words.lower[at - 1] == "and" else -1
    if role is None or words.lower[at] not in _OF_ONE or not any(map(is_kin, heads_of(role))):
        return role
    if beside < 0 or layout.ents[beside].label_ != "PERSON":
        return role
    # "Abe Stone and his wife, Ada Brooks,"
    owner = layout.ents[beside].text
    alike = owner.split()[-1] in words.between(name, end).split()
    return role if alike else role_in(f"{owner}'s {words.between(at + 1, start - 1)}")


def _is_inserted(doc: Doc, layout: Layout, end: int) -> bool:
    """Whether a name and its verb stand between commas: `The mayor, Brooks |said|, was late`."""
    at = end
    while at < layout.sentence_end[end - 1] and layout.cue[at]:
        at += 1
    return at > end and doc_words(doc).words[at : at + 1] == [","]


def _introduced(doc: Doc, layout: Layout, start: int) -> Role | None:
    """`|a nursing assistant| named Ada Brooks`: what somebody is who is named so."""
    words = doc_words(doc)
    first, named = layout.sentence_start[start], start - 1
    if named <= first or words.lower[named] not in _NAMING or layout.cue[named]:
        return None
    named -= words.words[named - 1] == ","
    at = named - 1
    while at > first and named - at < LONGEST_ROLE and words.lower[at] not in _OWNED:
        at -= 1
    if words.lower[at] not in _FIRST_TOLD or not has_role_head(doc, layout, at, named):
        return None
    role = role_in(words.between(at, named))
    return None if role is None or not MERE.isdisjoint(heads_of(role)) else role


def _is_behind_name(layout: Layout, at: int) -> bool:
    """Whether a phrase is said of the person in front of it: `Ada Brooks, |Low Water's clerk|,`."""
    before = layout.entity[at - 2] if at > 1 and at - 2 >= layout.sentence_start[at] else -1
    return before >= 0 and layout.ents[before].label_ == "PERSON"


def _is_closed(doc: Doc, layout: Layout, end: int) -> bool:
    """Whether a name that explains ends with a comma, its sentence, or before `who`."""
    limit = layout.sentence_end[end - 1]
    at = end_of_brackets(doc, end, limit)
    return at > end or at >= limit or doc[at].text in _CLOSING_ROLES | _RELATIVES


def _start_of_apposed(doc: Doc, layout: Layout, first: int, end: int) -> int:
    """Where the noun phrase begins that ends at a token: behind `the`, and before any office
    that it is governed by, as in `The court heard |the clerk of the Low Water Fund`."""
    starts = [at for at in range(first + 1, end) if doc[at].lower_ in DETERMINERS]
    at = starts.pop() if starts else first
    owner = _start_of_owner(doc, layout, at, end)
    owned = owner == at + 1 and doc[at].lower_ in _ARTICLES
    if owner > at and not owned and not has_role_head(doc, layout, at, owner):
        return owner
    while at > first:
        before = starts.pop() if starts else first
        if doc[at - 1].lower_ not in _GOVERNING or not has_role_head(doc, layout, before, at - 1):
            break
        at = before
    return at


def _start_of_owner(doc: Doc, layout: Layout, first: int, end: int) -> int:
    """Where `Ada Brooks` begins of `Ada Brooks's mother`, the last owner in a phrase; -1 if it
    has none."""
    texts = doc_words(doc).words
    marks = (at for at in range(end - 2, first, -1) if texts[at] in POSSESSIVE_MARKS)
    mark = next(marks, 0)
    inside = layout.entity[mark - 1]
    if not mark or inside < 0 or layout.ents[inside].end > mark + 1:
        return -1
    start = layout.ents[inside].start
    while start - 1 > first and is_title_word(texts[start - 1]):
        start -= 1
    return start if start >= first else -1


def _after(doc: Doc, layout: Layout, end: int) -> Role | None:
    words = doc_words(doc)
    limit = layout.sentence_end[end - 1]
    at = end_of_brackets(doc, end, limit)
    # "Ada Brooks, a farmer from Ohio, said"; "Ada Brooks is a farmer from Ohio."
    # What somebody calls another in speech is an opinion: "Victor is a good man".
    plain = not layout.quoted[at] if at < limit else False
    copula = (
        plain
        and not _is_of_then(words.lower[layout.sentence_start[end - 1] : at + 1])
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
    joined = start + 1 < limit and words.lower[start] == "and"
    if joined and words.lower[start + 1] in DETERMINERS | POSSESSIVES:
        # "Abe Pike, and the mayor, Ada Brooks, said"
        return None
    stop = start
    while stop < limit and stop - start < _LONGEST_BEHIND:
        word, low = words.words[stop], words.lower[stop]
        if word in _OPENING and (close := _close_of_title(doc, stop, limit)):
            stop = close
            break
        if word == "," and (more := _end_of_list(doc, layout, stop, limit)):
            stop = more
            break
        closing = word in _CLOSING_ROLES
        inside_name = layout.entity[stop] >= 0 and layout.entity[stop] == layout.entity[stop - 1]
        if (closing and not inside_name) or low in _ENDING_ROLES:
            break
        if layout.cue[stop] and low.endswith("ed"):
            # "the head of the port rejected the plan", with a comma lost
            break
        reduced = word.islower() and (low.endswith(("ing", "ed")) or low in PARTICIPLES)
        # "the chief operating officer"
        reduced = reduced and not is_role_noun(words.words[min(stop + 1, limit - 1)])
        if reduced and low not in PREPOSITIONS and is_role_noun(words.words[stop - 1]):
            # "a lawyer leading the case", "a lawyer known for it"
            break
        if low in _WHERE and is_role_noun(words.words[stop - 1]):
            # "a surgeon there"
            break
        if copula and low == "and" and _begins_predicate(doc, stop + 1, limit):
            break
        stop += 1
    behind = words.between(start, stop)
    if behind.count("(") != behind.count(")"):
        stop = next((at for at in range(start, stop) if words.words[at] in {"(", ")"}), stop)
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
    if role and role.text in MERE:
        # "Abe Stone, a man accused of theft"
        return None
    # "Stone was a hero" is what is thought of him.
    return None if role and copula and not _OPINIONS.isdisjoint(heads_of(role)) else role


def _is_of_then(clause: Sequence[str]) -> bool:
    """Whether a clause that ends with `was` tells of another time: `when Ada Brooks was`."""
    comma = next((at for at in range(len(clause) - 1, -1, -1) if clause[at] == ","), -1)
    return clause[-1:] == ["was"] and not _TIMES.isdisjoint(clause[comma + 1 :])


def _made(doc: Doc, layout: Layout, start: int, end: int) -> Role | None:
    """`The board named |Ada Brooks| as chief executive`, `with |Abe Stone| as her GOP opponent`."""
    words = doc_words(doc)
    limit = layout.sentence_end[end - 1]
    if words.lower[end : end + 1] != ["as"] or end + 1 >= limit:
        return None
    first = max(layout.sentence_start[start], start - _LONGEST_TITLE_BEFORE)
    made = next((at for at in range(start - 1, first - 1, -1) if words.lower[at] in _MAKING), -1)
    if made < 0 or not _OF_ANOTHER.isdisjoint(words.lower[made + 1 : start]):
        return None
    with_whom = words.lower[made] == "with" and made > layout.sentence_start[start]
    if with_whom and doc[made - 1].text != "," and words.lower[end + 1] not in POSSESSIVES:
        # "He worked with Ada Brooks as a young reporter."
        return None
    stop = next(
        (at for at in range(end + 1, limit) if words.lower[at] in _ENDING_OFFICES),
        limit,
    )
    known = stop - end <= LONGEST_ROLE and has_role_head(doc, layout, end + 1, stop)
    return role_in(words.between(end + 1, stop)) if known else None


def _tells(doc: Doc, layout: Layout, start: int, verb: int, limit: int) -> bool:
    """Whether who is described tells what stands before: `The bridge was sold by Brooks, the
    driver said on Friday`."""
    lower = doc_words(doc).lower
    if layout.cue[verb] and layout.source[start]:
        return True
    after = lower[verb + 1] if verb + 1 < limit else "."
    return lower[verb] in SAYING and after in _AFTER_SAYING


def _begins_predicate(doc: Doc, at: int, limit: int) -> bool:
    """Whether a verb follows: `is a farmer in Ohio and |keeps the books`."""
    words = doc_words(doc)
    verb = at + 1 < limit and words.lower[at].endswith(("s", "ed"))
    if not verb or is_role_noun(words.words[at]):
        return False
    behind = doc[at + 1]
    return doc[at].is_lower and (behind.lower_ in _BEHIND_VERBS or behind.is_title)


def _end_of_list(doc: Doc, layout: Layout, comma: int, limit: int) -> int:
    """End of the list of roles that goes on behind a comma: `a dancer|, singer and potter,|`; 0
    where it is none."""
    words = doc_words(doc)
    last = 0
    for at in range(comma + 1, min(comma + _LONGEST_LIST, limit)):
        if words.words[at] in _CLOSING_ROLES - {","} or layout.cue[at]:
            return at if last and is_role_noun(words.words[at - 1]) else 0
        if words.lower[at] in {"and", "&"}:
            last = at
        elif words.words[at] == ",":
            if last:
                return at if is_role_noun(words.words[at - 1]) else 0
        elif not words.words[at].islower() or words.lower[at] in _OF_NO_LIST:
            return 0
    return 0


def _close_of_title(doc: Doc, opening: int, limit: int) -> int:
    """End of a work's title in quotation marks, `author of “Low Water,”`; 0 if it has none."""
    texts = doc_words(doc).words
    for at in range(opening + 2, min(limit, opening + 12)):
        if texts[at] in _CLOSING:
            return at + 1
    return 0


def has_role_head(doc: Doc, layout: Layout, start: int, end: int) -> bool:
    """Whether a phrase is a description of one person: a role noun ends its first part."""
    words = doc_words(doc)
    if layout.entity[start] >= 0 and layout.ents[layout.entity[start]].label_ == "PERSON":
        follows = layout.ents[layout.entity[start]].end
        if follows >= end or words.lower[follows] not in {"'s", "’s", "'", "’"}:
            return False
    head = None
    closed = start
    for at in range(start, end):
        if at < closed:
            continue
        low = words.lower[at]
        if layout.entity[at] < 0 and (low in PREPOSITIONS or low in CLAUSE_STARTERS):
            if at - 2 >= start and words.words[at - 1] == "-":
                # "daughter-in-law"
                head = at - 2
            break
        if head is not None and at + 3 <= end and start_of_acronym(doc, at + 3) == at:
            # "the Harbour People's Party (HPP) deputy"
            closed = at + 3
            continue
        if words.words[at] in _BRACKETS or words.words[at] in {",", '"', "“", "”"}:
            break
        head = at
    if head is None:
        return False
    if layout.entity[head] >= 0:
        body = layout.ents[layout.entity[head]]
        if (
            body.label_ == "ORG"
            and body.start > start
            and is_role_noun(words.words[body.start - 1])
        ):
            # "the executive director Harbour Farms Foundation", its "of" left out
            return True
    # "the restoration lead at the port", but not "a lead of two points"
    leads = words.lower[head] == "lead" and head > start
    leads = leads and words.lower[head - 1] not in DETERMINERS
    return leads or is_role_noun(words.words[head]) or is_rank(words.words[head])
