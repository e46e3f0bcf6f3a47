"""Where a source mention names several speakers: `Reuters and AFP`.

Speakers join where names do: each part begins with an article or a title and ends with
its name, an apposition behind it allowed. An `and` inside a description (`lawmakers and
aides`) or inside an apposition joins nothing.
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.mentions.phrase_ends import is_place
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.persons.stated_roles import end_of_brackets, has_role_head
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    DASHES,
    DETERMINERS,
    GROUP_NOUNS,
    INDEFINITES,
    INTRODUCING,
    NAMED_GROUPS,
    PERSON_AND_BODY_NOUNS,
    PERSON_NOUNS,
    PHRASE_STARTERS,
    POSSESSIVE_MARKS,
    POSSESSIVES,
    QUANTITIES,
    words,
)
from pipeline.annotate.text.names import is_role_noun, is_title_word
from pipeline.annotate.text.nouns import is_plural, singular, type_of_head
from pipeline.annotate.text.pronouns import PRONOUNS
from pipeline.annotate.text.title_phrases import LONGEST_ROLE, begins_with_title

_OTHERS = words("other others")
_JOINERS = frozenset({",", "and", "&", "or", "nor", "as", "well", "along"})
_ANDS = frozenset({"and", "&", "or", "nor"})
_PAIRING = words("the both neither either")
_TOGETHER = _ANDS | {"well", "along"}
_BREAKS = DASHES | {",", ";", ":", "("}
_INTRODUCING = POSSESSIVES | _OTHERS
_ENDS_OF_NOUNS = PHRASE_STARTERS | {"of"}
_BEHIND_NAMES = BODY_NOUNS | GROUP_NOUNS | {"chain"}
_KINDS = BODY_NOUNS | {"group", "based"}
_LONGEST_KIND = 7
_CLAUSES = PHRASE_STARTERS | {"and"}
_PARTING = _BREAKS | {"["}
_NOMINATIVES = words("he she they we")
_DEFINITE = POSSESSIVES | {"the"}
_ARTICLES = INTRODUCING | {"the"}
_HAILING = words("of at from")
_SHORTEST = 2
"""Words of `the council`."""

Joint = tuple[int, int]
"""Token span of what stands between two speakers."""


def joints(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> list[Joint]:
    """The commas and ands between the joint speakers of the mention at `start` to `end`."""
    lower = doc_words(doc).lower
    if end - start > 2 and lower[end - 2 : end] == ["and", "i"]:
        # "my siblings and I"
        return [*joints(doc, layout, cast, start, end - 2), (end - 2, end - 1)]
    cuts: list[Joint] = []
    if "comprising" in lower[start:end]:
        # "a bench comprising Justices Brooks and Stone"
        return cuts
    at = start
    while (name_end := _end_of_name(doc, layout, cast, at, end)) is not None:
        cut = _joint_after(doc, layout, cast, name_end, end)
        if cut is None:
            break
        cuts.append(cut)
        at = cut[1]
    if not cuts and (named := _joint_behind_named(doc, layout, cast, start, end)):
        return [named, *joints(doc, layout, cast, named[1], end)]
    if not cuts and (named_at := _behind_plural(doc, cast, start, end)) is not None:
        return joints(doc, layout, cast, named_at, end)
    if not cuts and (last := _joint_before_last_name(doc, layout, cast, start, end)):
        return [last]
    if not cuts and (listed := _between_groups(doc, layout, start, end)):
        return listed
    if not cuts and (two := _between_descriptions(doc, layout, start, end)):
        return two
    # "Ada Brooks, Reuters" is an apposition: without an "and" there is one speaker.
    joined = any(lower[i] in _TOGETHER for cut in cuts for i in range(*cut))
    return cuts if joined or _are_headline_names(doc, layout, cast, start, end, cuts) else []


def _are_headline_names(
    doc: Doc, layout: Layout, cast: Cast, start: int, end: int, cuts: list[Joint]
) -> bool:
    """Whether commas alone join persons, as in a headline's `Brooks, Stone clash`."""
    if len(cuts) != 1 or start >= layout.title_end:
        return False
    persons = {
        frozenset(cast.at_token.get(at, -1) for at in range(*part))
        for part in ((start, cuts[0][0]), (cuts[0][1], end))
    }
    return len(persons) == len(cuts) + 1 and all(-1 not in each for each in persons)


def _end_of_name(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int | None:
    """End of a plain name, or of one behind any words for a role: `irrigation minister |Ada
    Brooks|`, `former harbour safety inspector |Abe Stone|`."""
    if (plain := end_of_plain_name(doc, layout, cast, start, end)) is not None:
        return plain
    at = next((at for at in range(start, end) if at in cast.at_token), start)
    lower = doc_words(doc).lower
    worded = all(doc[each].is_lower and doc[each].is_alpha for each in range(start, at))
    if at == start or not worded or not is_role_noun(lower[at - 1]):
        return None
    if not _ENDS_OF_NOUNS.isdisjoint(lower[start:at]) or "and" in lower[start:at]:
        return None
    return end_of_plain_name(doc, layout, cast, at, end)


def _joint_after(doc: Doc, layout: Layout, cast: Cast, name_end: int, end: int) -> Joint | None:
    """What joins a name that ends at `name_end` to the next speaker, `of Ohio` behind it aside."""
    lower = doc_words(doc).lower
    placed = _end_of_place(doc, layout, cast, name_end, end)
    joint = placed
    while joint < end and (lower[joint] in _JOINERS or doc[joint].is_space):
        joint += 1
    if joint < end and lower[joint - 1 : joint + 1] == ["along", "with"]:
        joint += 1
    joined = {token.lower_ for token in doc[placed:joint]}
    if placed < joint < end:
        following = end_of_plain_name(doc, layout, cast, joint, end)
        if following is None and name_end - 1 in cast.at_token:
            following = _end_of_name(doc, layout, cast, joint, end)
        if following is not None:
            # "Trump and Clinton supporters" names supporters only.
            shared = following < end and type_of_head(lower[following]) == "group"
            if shared and doc[following].is_lower:
                return None
            bare = name_end - 1 not in cast.at_token and lower[joint] not in DETERMINERS
            one = bare and _is_one_of(doc, following, end)
            # Nobody speaks with a place, but "Larkhaven and Bay Council director Ada Brooks" has a
            # title that begins with one.
            place = is_place(layout, name_end - 1) and following - 1 in cast.at_token
            past = end - 1 in cast.at_token and _is_of_the_past(doc, layout, name_end - 1)
            office = bare and following - 1 in cast.at_token and _is_office_alone(doc, name_end - 1)
            return None if one or place or past or office else (placed, joint)
        # "Ada Brooks, the former Ohio governor and a candidate"
        many = lower[joint] not in _ARTICLES and _is_another(doc, layout, joint, end)
        if _TOGETHER & joined and (many or _is_company(doc, layout, joint, end)):
            return placed, joint
    return _joint_behind_apposition(doc, layout, cast, name_end, end)


def _is_office_alone(doc: Doc, at: int) -> bool:
    """Whether a title without article or name is one of two that somebody has: `Taoiseach` of
    `Taoiseach and Harbour leader Ada Brooks`."""
    articled = at > 0 and doc[at - 1].lower_ in DETERMINERS
    return is_title_word(doc[at].text) and not articled


def _end_of_place(doc: Doc, layout: Layout, cast: Cast, name_end: int, end: int) -> int:
    """End of the `of Ohio` or `at the Harbour Board` behind a person's name, where an `and`
    and another person follow a body; the name's where no such thing stands there."""
    lower = doc_words(doc).lower
    if name_end >= end or lower[name_end] not in _HAILING or name_end - 1 not in cast.at_token:
        return name_end
    first = name_end + 1
    first += first < end and lower[first] == "the"
    at = first
    while at < end and layout.entity[at] >= 0 and at not in cast.at_token:
        at += 1
    if at == first or is_place(layout, at - 1):
        return at if at > first else name_end
    another = at + 1 < end and lower[at] == "and" and at + 1 in cast.at_token
    return at if another else name_end


def _is_of_the_past(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether a body begins the title of who was with it: `former |Bay| and Port rower Ada
    Brooks`."""
    if layout.entity[at] < 0:
        return False
    body = layout.ents[layout.entity[at]]
    before = doc_words(doc).lower[max(0, body.start - 2) : body.start]
    past = before[-1:] == ["former"] or before == ["ex", "-"]
    return past or body.text.casefold().startswith("ex-")


def joint_persons(
    doc: Doc, layout: Layout, cast: Cast, start: int, limit: int
) -> tuple[list[int], int] | None:
    """The persons whose names stand side by side from a token on, and the end of the last name;
    None for fewer than two."""
    named: list[int] = []
    end: int | None = None
    for begun in (start, *(cut[1] for cut in joints(doc, layout, cast, start, limit))):
        end = end_of_plain_name(doc, layout, cast, begun, limit)
        persons = [at for at in range(begun, end or begun) if at in cast.at_token]
        if end is None or not persons:
            return None
        named.append(cast.at_token[persons[-1]])
    together = list(dict.fromkeys(named))
    return (together, end) if len(together) > 1 and end is not None else None


def _is_one_of(doc: Doc, at: int, end: int) -> bool:
    """Whether the words that end a mention make one person of it: `Bay and Port Council
    |member|`, `the Ohio senator and Republican |presidential candidate|`."""
    plain = all(token.is_lower and token.is_alpha for token in doc[at:end])
    return at < end and plain and type_of_head(doc[end - 1].lower_) == "unnamed"


def _is_company(doc: Doc, layout: Layout, start: int, end: int) -> bool:
    """Whether what a name is joined to describes others: `his aides`, `other outlets`,
    `the administration`, `the bishop`."""
    words = doc_words(doc)
    first = words.lower[start]
    if first in _INTRODUCING:
        return True
    stop = start + 1
    while stop < end and words.lower[stop] not in _ENDS_OF_NOUNS:
        if words.words[stop] in _BREAKS or words.lower[stop] in _ANDS:
            break
        stop += 1
    if any(layout.entity[at] >= 0 for at in range(start, stop)) or not doc[stop - 1].is_lower:
        return False
    if words.lower[stop - 1] in QUANTITIES and words.lower[stop : stop + 1] == ["of"]:
        # "a handful of other councillors"
        return _are_people(doc, stop + 1, end, or_bodies=True)
    kind = type_of_head(words.lower[stop - 1])
    one = first == "the" or first in INDEFINITES
    return kind in {"group", "organization"} or (one and kind == "unnamed")


def _joint_behind_apposition(
    doc: Doc, layout: Layout, cast: Cast, name_end: int, end: int
) -> Joint | None:
    """`Ada Brooks, the chairwoman of the fund, and Abe Stone`: a comma before the and, and
    a person on either side, or `other members` behind it."""
    words = doc_words(doc)
    last = name_end - 1
    if words.words[last] == ")":
        # "Ada Brooks (R-Ohio), who lost, and Abe Stone (D-Iowa)"
        last = next((at for at in range(last, 0, -1) if words.words[at] == "("), name_end) - 1
    if name_end >= end or words.words[name_end] != "," or last not in cast.at_token:
        return None
    for at in range(name_end + 2, min(end - 2, name_end + 2 * LONGEST_ROLE)):
        if words.words[at] == "," and words.lower[at + 1] == "and":
            following = end_of_plain_name(doc, layout, cast, at + 2, end)
            person = following is not None and any(
                i in cast.at_token for i in range(at + 2, following)
            )
            others = words.lower[at + 2] == "other" and _are_people(doc, at + 3, end)
            return (at, at + 2) if person or others else None
    return None


def _behind_plural(doc: Doc, cast: Cast, start: int, end: int) -> int | None:
    """Where the names begin in `Brooks's lawyers, |Ada Lund| and Abe Stone`; None where a plural
    is not explained so."""
    words = doc_words(doc)
    for at in range(start + 1, end - 1):
        if words.words[at] == ",":
            people = type_of_head(words.lower[at - 1]) == "group" and is_plural(words.lower[at - 1])
            return at + 1 if people and at + 1 in cast.at_token else None
    return None


def _joint_behind_named(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> Joint | None:
    """`The mayor, Ada Brooks, |and| the council`: a description and the name that explains it,
    between commas, and another speaker behind them."""
    lower = doc_words(doc).lower
    names = (at for at in range(start + 1, end) if at in cast.at_token and lower[at - 1] == ",")
    name = next(names, start)
    if name == start or not has_role_head(doc, layout, start, name - 1):
        return None
    name_end = end_of_plain_name(doc, layout, cast, name, end) or end
    if lower[name_end : name_end + 2] != [",", "and"] or name_end + 2 >= end:
        return None
    at = name_end + 2
    another = end_of_plain_name(doc, layout, cast, at, end) is not None
    return (name_end, at) if another or _is_company(doc, layout, at, end) else None


def _are_people(doc: Doc, start: int, end: int, *, or_bodies: bool = False) -> bool:
    """Whether a plural of people begins here, or one of bodies: `members` of `other members of
    the board`."""
    lower = doc_words(doc).lower
    behind = next((at for at in range(start, end) if lower[at] in _ENDS_OF_NOUNS), end)
    last = lower[behind - 1]
    return is_plural(last) and singular(last) in (
        PERSON_AND_BODY_NOUNS if or_bodies else PERSON_NOUNS
    )


def _joint_before_last_name(
    doc: Doc, layout: Layout, cast: Cast, start: int, end: int
) -> Joint | None:
    """`local reporters and the Daily Bugle`: a plain plural, then a name."""
    words = doc_words(doc)
    for at in range(start + 1, end - 1):
        low = words.lower[at]
        if low in PHRASE_STARTERS or words.words[at] in _PARTING:
            return None
        if low == "and" and layout.entity[at] < 0:
            before = words.lower[at - 1]
            plain = layout.entity[at - 1] < 0 and (
                (doc[at - 1].is_lower and (is_plural(before) or before in BODY_NOUNS))
                or before in PRONOUNS
            )
            pronoun = at - 1 == start and before in PRONOUNS
            if pronoun and (
                words.lower[at + 1] in POSSESSIVES
                or (before in _NOMINATIVES and _is_another(doc, layout, at + 1, end))
            ):
                # "He and his lawyer", "she and other skippers"
                return at, at + 1
            if plain and end_of_plain_name(doc, layout, cast, at + 1, end) is not None:
                return at, at + 1
            return None
    return None


def _between_groups(doc: Doc, layout: Layout, start: int, end: int) -> list[Joint]:
    """What stands between three groups or more: `the family, friends and civic leaders`. Empty
    where anything else is among them: `the public relations, press and brand manager`."""
    lower = doc_words(doc).lower
    cuts: list[Joint] = []
    first = start
    for at in range(start + 1, end):
        if lower[at] not in {",", "and"} or (cuts and at < cuts[-1][1]):
            continue
        if not _is_group(doc, layout, first, at):
            return []
        first = at + 1 + (lower[at + 1 : at + 2] == ["and"])
        cuts.append((at, first))
    listed = len(cuts) > 1 and "and" in lower[cuts[-1][0] : cuts[-1][1]]
    return cuts if listed and _is_group(doc, layout, first, end) else []


def _between_descriptions(doc: Doc, layout: Layout, start: int, end: int) -> list[Joint]:
    """The and of `union leaders and the council` and of `the mayor and many Ohio voters`: each has
    its noun, and the second its own article. Empty for `leaders of the union and the council`."""
    words = doc_words(doc)
    for at in range(start + 1, end - 1):
        if words.lower[at] in _ENDS_OF_NOUNS or words.words[at] in _PARTING:
            break
        if words.lower[at] not in _ANDS or layout.entity[at] >= 0:
            continue
        noun = words.lower[at - 1]
        alone = type_of_head(noun) == "unnamed" and words.lower[start] not in _DEFINITE
        if alone or layout.entity[at - 1] >= 0 or not doc[at - 1].is_lower or not _speaks(noun):
            break
        behind = at + 1 + (words.lower[at + 1] == "even")
        return [(at, behind)] if _is_another(doc, layout, behind, end) else []
    return []


def _is_another(doc: Doc, layout: Layout, start: int, end: int) -> bool:
    """Whether a description with its own article or `other` begins, and no third one behind it:
    `the council`, `many Ohio voters`, `other keepers of the fund`."""
    words = doc_words(doc)
    if start >= end or words.lower[start] not in DETERMINERS | _OTHERS:
        return False
    stop = start + 1
    while stop < end and words.lower[stop] not in _ENDS_OF_NOUNS | _ANDS:
        if words.words[stop] in _BREAKS:
            break
        stop += 1
    noun = words.lower[stop - 1]
    named = layout.entity[stop - 1] >= 0 or not doc[stop - 1].is_lower
    third = not _ANDS.isdisjoint(words.lower[stop:end])
    if stop - start < _SHORTEST or named or third:
        return False
    return _speaks(noun)


def _speaks(noun: str) -> bool:
    """Whether a noun is of persons or bodies, as `councils` is and `incentives` is not."""
    one = singular(noun)
    known = one in PERSON_AND_BODY_NOUNS or noun in GROUP_NOUNS | {"group", "groups"}
    return known or type_of_head(one) == "unnamed"


def _is_group(doc: Doc, layout: Layout, start: int, end: int) -> bool:
    """Whether some words are a plural of persons or bodies, or one body; what is told of it
    behind a preposition aside."""
    lower = doc_words(doc).lower
    last = next((at for at in range(start, end) if lower[at] in PHRASE_STARTERS), end) - 1
    if last < start or any(not (doc[at].is_alpha or lower[at] == "-") for at in range(start, last)):
        return False
    noun = lower[last]
    kind = type_of_head(singular(noun))
    begins = last == layout.sentence_start[last]
    if layout.entity[last] >= 0 or not (doc[last].is_lower or begins):
        return noun in NAMED_GROUPS
    if kind == "unnamed":
        return is_plural(noun)
    # "business and church leaders": one noun alone is no body.
    whole = is_plural(noun) or start < last
    return noun in GROUP_NOUNS or (kind in {"group", "organization"} and whole)


def end_of_plain_name(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int | None:
    """End of a name that begins at `start` after nothing but an article or a title."""
    words = doc_words(doc)
    person = _titled_person(doc, layout, cast, start, end)
    at = _behind_kind(doc, layout, cast, start, end) if person is None else person
    while at < end and layout.entity[at] < 0 and at not in cast.at_token:
        token = doc[at]
        title = is_title_word(token.text) or token.lower_ in PERSON_NOUNS or token.text == "."
        # "publishers Port House and Low Press"
        title = title or (token.is_lower and singular(token.lower_) in PERSON_AND_BODY_NOUNS)
        if not (title or token.lower_ in _PAIRING or token.lower_ in {"sens", "reps"}):
            return None
        at += 1
    if at >= end:
        return None
    if at in cast.at_token:
        named = cast.at_token[at]
        while at < end and cast.at_token.get(at) == named:
            at += 1
        return end_of_brackets(doc, at, end)
    while at < end and (layout.entity[at] >= 0 or at in cast.at_token):
        at += 1
    if at < end and words.lower[at] in _BEHIND_NAMES:
        at += 1
    if at < end - 1 and layout.entity[at] < 0 and doc[at].is_lower and doc[at + 1].is_lower:
        lower = at
        while lower < end and doc[lower].is_lower and doc[lower].is_alpha:
            if words.lower[lower] in _CLAUSES:
                break
            lower += 1
        if lower < end and words.lower[lower] == "and":
            at = lower
    return end_of_brackets(doc, at, end)


def _titled_person(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int | None:
    """Token of the person whom a title at `start` belongs to: `Defence Secretary Ada Brooks`,
    `Lakeside News's Ada Brooks`."""
    words = doc_words(doc)
    at = start
    while at < min(end, start + LONGEST_ROLE) and at not in cast.at_token:
        if words.words[at] in _BREAKS:
            return None
        at += 1
    if at >= end or at not in cast.at_token or at == start:
        return None
    if begins_with_title(doc, layout, start, at):
        return at
    own = words.words[at - 1] in POSSESSIVE_MARKS and layout.entity[at - 2] >= 0
    begins = start + (words.lower[start] in _PAIRING)
    return at if own and layout.ents[layout.entity[at - 2]].start <= begins else None


def _behind_kind(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int:
    """Token of the body or person whose kind or place stands before: `Thai rights group |iFree|`,
    `Larkhaven-based |Free Port|`, `councillors |Ada Brooks|`. `start` for any other mention."""
    words = doc_words(doc)
    for at in range(start, min(end, start + _LONGEST_KIND)):
        low = words.lower[at]
        if low in _CLAUSES or words.words[at] in _BREAKS:
            return start
        if at in cast.at_token:
            before = words.lower[at - 1]
            many = at > start and is_plural(before) and singular(before) in PERSON_NOUNS
            return at if many else start
        kind = at > start and words.lower[at - 1] in _KINDS
        if kind and layout.entity[at] >= 0 and layout.entity[at - 1] < 0:
            return at if layout.ents[layout.entity[at]].label_ == "ORG" else start
    return start
