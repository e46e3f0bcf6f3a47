"""Where a mention, its core and its phrase begin and end.

There is neither tagger nor parser: a mention is a short noun phrase, so its core ends
before the first preposition, relative clause or apposition that stands outside a named
entity.
"""

from __future__ import annotations

from spacy.tokens import Doc

from pipeline.annotate.dating.time_expressions import WEEKDAYS, find_time_expressions
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.layout import Layout
from pipeline.annotate.text.lexicon import (
    DASHES,
    DETERMINERS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    NAMED_GROUPS,
    PARTICIPLES,
    PHRASE_STARTERS,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    words,
)
from pipeline.annotate.text.names import is_suffix
from pipeline.annotate.text.nouns import is_plural, type_of_head

PUNCTUATION = frozenset(",.;:!?-\"“”'‘’()[]…*•|") | DASHES | {"---", "''", "``", "..."}
COMMAS = DASHES | {",", "-"}
BREAKS = DASHES | {",", ";", ":", "(", "[", "-", "\n", "\n\n"}
_EMPHASIS = frozenset({"himself", "herself", "itself", "themselves", "alone", "both", "all", "too"})
_LEADING = frozenset(
    {"by", "from", "according", "to", "of", "for", "in", "even", "while", "and", "as"}
)
NAME_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "MISC"})
_AT_END = PUNCTUATION - {"."}
_SMALL_WORDS = DETERMINERS | PREPOSITIONS
_BEFORE_THE = words("half twice double what of than as who whose whom which and or but nor")
_BEHIND_MADE = PREPOSITIONS | {"by", "through"}
_ENDS_OF_NOUNS = PHRASE_STARTERS | PARTICIPLES | {"of"}
_RELATIVES = frozenset({"who", "whose", "which"})
_LEAST_BEFORE_CLAUSE = 3
"""Words that tell a document or group from others: `a 2014 study`."""
_LONGEST_DATELINE = 4
_MOST_ADJECTIVES = 3
"""Words in front of the comma of `the long-running, bitter feud`, the hyphen counted."""
_EXAMPLES = frozenset({("such", "as"), ("ranging", "from")})
_PLACES = words("here there everywhere elsewhere nearby")
_ADJECTIVES_TOO = words("outside inside")
_SUBJECTS = frozenset({"i", "we", "he", "she", "they"})
_JOINING = frozenset({"and", "or", "nor"})
_MAKING = words("wrote sent gave delivered made posted published filed signed released co-wrote")
_TIMES = words("last this yesterday today earlier")
_PAST = ("ed", "seen", "kept", "found", "held", "made", "written", "shown")
"""Endings of participles."""
_MADE_PUBLIC = words(
    "released published issued posted filed conducted taken held dated written out"
)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A mention without the marks, small words and possessive at its edges."""
    words = doc_words(doc)
    while start < end and (
        words.words[start] in PUNCTUATION
        or words.words[start].isspace()
        or (words.lower[start] in _LEADING and end - start > 1)
    ):
        if words.lower[start : start + 3 : 2] == ["as", "as"]:
            # "as many as 40 miners"
            break
        start += 1
    while end > start and (
        words.words[end - 1].isspace()
        or (words.words[end - 1] in _AT_END and not closes_name(doc, start, end - 1))
        or words.words[end - 1] in POSSESSIVE_MARKS
        or (words.words[end - 1] == "." and words.words[end - 2].islower())
        or (words.lower[end - 1] in _EMPHASIS and end - start > 1)
    ):
        end -= 1
    return start, end


def closes_name(doc: Doc, start: int, at: int) -> bool:
    """Whether a bracket closes one inside a name, as in `the LPP(M)`, or a period its suffix."""
    texts = doc_words(doc).words
    before = texts[at - 1] if at > start else ""
    if texts[at] == ".":
        return is_suffix(before)
    return texts[at] == ")" and "(" in before[1:] and ")" not in before


def behind_dateline(doc: Doc, start: int, end: int) -> int:
    """Where the speaker begins in `LARKHAVEN: Harbour chief Ada Brooks`."""
    for at in range(start, min(end - 2, start + _LONGEST_DATELINE)):
        if doc[at].text == ":" and at > start:
            return at + 1
        if not doc[at].is_upper:
            break
    return start


def behind_thing_told_of(doc: Doc, start: int, end: int) -> int:
    """Where the speaker begins in `meddling the mayor` of `… -- meddling the mayor said is
    wrong`, and in `the minimum $2 million |experts| say it costs`; not in `half the town`."""
    if end - start > 2 and doc[end - 2].ent_type_ == "MONEY" and is_plural(doc[end - 1].lower_):
        return end - 1
    first = doc[start]
    told = first.is_lower and first.is_alpha and first.lower_ not in _SMALL_WORDS | _BEFORE_THE
    return start + 1 if told and start + 2 < end and doc[start + 1].lower_ == "the" else start


def before_time(doc: Doc, layout: Layout, start: int, end: int) -> int:
    """End of a mention without the time that is told in it: `a poll released Friday`."""
    words = doc_words(doc)
    if end - start < 2:
        return end
    text = doc_words(doc).between(start, end)
    found = find_time_expressions(text)
    if not found or not found[-1].start or found[-1].end < len(text):
        return end
    at = start
    while doc[at].idx - doc[start].idx < found[-1].start:
        at += 1
    if layout.entity[at] >= 0 and layout.ents[layout.entity[at]].label_ not in {"DATE", "PERSON"}:
        return end
    cut = at
    while cut - 1 > start and words.lower[cut - 1] in {"on", "in", "during", "from", "of", "early"}:
        cut -= 1
    done = words.lower[cut - 1].endswith(_PAST) and type_of_head(words.lower[cut - 2])
    if cut - 1 > start and (words.lower[cut - 1] in _MADE_PUBLIC or done == "document"):
        cut -= 1
        # "the report being released on Friday"
        cut -= words.lower[cut - 1] == "being"
    while cut - 1 > start and doc[cut - 1].is_space:
        cut -= 1
    kept = cut > start and words.lower[cut - 1] not in _SMALL_WORDS
    return cut if kept and words.words[cut - 1] not in POSSESSIVE_MARKS else end


def end_of_core(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int:
    """End of the noun phrase without its prepositions, clauses and appositions."""
    words = doc_words(doc)
    for at in range(start + 1, end):
        if words.words[at] == "(" and at - 1 in cast.at_token:
            # Also where the entity goes on into the bracket: "Ada Brooks (D-Ohio".
            return at
        inside = layout.entity[at] >= 0 and layout.entity[at] == layout.entity[at - 1]
        inside = inside or (at in cast.at_token and at - 1 in cast.at_token)
        if inside:
            continue
        low = words.lower[at]
        if words.words[at] in BREAKS and not is_hyphen(doc, at):
            if _parts_adjectives(doc, layout, start, at, end):
                continue
            return at
        if _begins_clause(doc, layout, cast, at, end):
            # "the experts I interviewed", "a letter Ada Brooks wrote"
            return at
        if low == "co" and words.between(at, at + 3).lower().endswith("ed"):
            # "a study co-authored by Ada Brooks"
            return at
        if _begins_aside(doc, at, end):
            return at
        if low in _ADJECTIVES_TOO and (words.lower[at - 1] in DETERMINERS | {"and", "or"}):
            # "an outside group", "aides and outside advisers"
            continue
        if low in PHRASE_STARTERS:
            if doc[at].is_upper and layout.entity[at] >= 0:
                # "the WHO"
                continue
            if is_hyphen(doc, at - 1) or (at + 1 < end and is_hyphen(doc, at + 1)):
                # "mother-of-three Ada Brooks"
                continue
            return at
        reduced = low in PARTICIPLES or low in _TIMES or _is_reduced_clause(doc, at, end)
        if reduced and doc[at].is_lower and _is_noun(doc, layout, at - 1):
            return at
        if low in WEEKDAYS and at + 1 < end and words.lower[at + 1] in PREPOSITIONS:
            # "a statement Tuesday from the governor"
            return at
        if low.endswith(_PAST) and doc[at].is_lower and _is_made(doc, at, end):
            # "messages discovered on a phone", "data compiled by the port"
            return at
        # "judges handling such cases", but not "the Senate banking committee"
        plain = layout.entity[at - 1] < 0 or words.lower[at - 1] in NAMED_GROUPS
        plural = plain and type_of_head(words.lower[at - 1]) == "group"
        if plural and doc[at].is_lower and low.endswith(("ing", "ed")) and len(low) > 5:
            return at
    return end


def _begins_aside(doc: Doc, at: int, end: int) -> bool:
    """Whether words begin that are no part of a description: `papers |ranging from one to
    another|`, `billionaires |such as Brooks|`, `people |here|`, `a clerk |nearby|`."""
    low = doc[at].lower_
    behind = doc[at + 1].lower_ if at + 1 < end else ""
    if (low, behind) in _EXAMPLES:
        return True
    people = is_plural(doc[at - 1].lower_) or type_of_head(doc[at - 1].lower_) == "unnamed"
    return low in _PLACES and at + 1 == end and people


def _begins_clause(doc: Doc, layout: Layout, cast: Cast, at: int, end: int) -> bool:
    """Whether a clause without a pronoun of its own tells of the noun before a token."""
    lower = doc_words(doc).lower
    if lower[at] in _SUBJECTS and (doc[at].text == "I" or doc[at].is_lower):
        of_noun = layout.entity[at] < 0 and type_of_head(lower[at - 1]) != "unknown"
        return of_noun and at + 1 < end and lower[at + 1] not in _JOINING
    if lower[at - 1] not in DOCUMENT_NOUNS or layout.entity[at - 1] >= 0:
        return False
    name = at
    while name < end and name not in cast.at_token and doc[name].is_title:
        name += 1
    if name >= end or name not in cast.at_token:
        return False
    while name < end and name in cast.at_token:
        name += 1
    return name < end and lower[name] in _MAKING


def _is_made(doc: Doc, at: int, end: int) -> bool:
    """Whether a participle tells what was done to a document, or to one person: `a woman |raised
    in Ohio|`."""
    lower = doc_words(doc).lower
    before, behind = lower[at - 1], lower[at + 1] if at + 1 < end else ""
    return type_of_head(before) in {"document", "unnamed"} and behind in _BEHIND_MADE


def _is_reduced_clause(doc: Doc, at: int, end: int) -> bool:
    """Whether a noun is described by what it does: `a document circulating among members`."""
    lower = doc_words(doc).lower
    word = lower[at]
    follows = lower[at + 1] if at + 1 < end else ""
    if word == "being":
        return follows.endswith("ed")
    return word.endswith("ing") and len(word) > 5 and follows in _SMALL_WORDS


def end_of_phrase(doc: Doc, layout: Layout, start: int, end: int) -> int:
    """End of the phrase with its prepositions, before a relative clause or apposition."""
    words = doc_words(doc)
    described = False
    for at in range(start + 1, end):
        if layout.entity[at] >= 0 and layout.entity[at] == layout.entity[at - 1]:
            continue
        if _begins_aside(doc, at, end):
            return at
        if doc[at].is_lower and words.lower[at].endswith("ing") and is_plural(words.lower[at - 1]):
            # One reduced clause says who they are, a second goes on about something else.
            if described:
                return at
            described = True
        clause = words.lower[at] in _RELATIVES or _explains(doc, start, at, end)
        # "the harbour board |in its report|"
        clause = clause or (words.lower[at] == "in" and words.lower[at + 1 : at + 2] == ["its"])
        # "the experts |I interviewed|"
        clause = clause or (words.lower[at] in {"i", "we"} and at + 1 < end)
        breaks = words.words[at] in BREAKS and not is_hyphen(doc, at)
        if breaks and _lists_places(doc, layout, at, end):
            continue
        if breaks and _parts_adjectives(doc, layout, start, at, end):
            continue
        if breaks or (clause and layout.entity[at] < 0):
            return at
    return end


def _lists_places(doc: Doc, layout: Layout, comma: int, end: int) -> bool:
    """Whether a comma stands in a list of places: `leaders across Europe|,| Asia and elsewhere`."""
    words = doc_words(doc)
    if words.words[comma] != "," or not is_place(layout, comma - 1):
        return False
    at = comma + 1
    while at < end and (words.words[at] == "," or is_place(layout, at)):
        at += 1
    listed = at + 1 < end and words.lower[at] == "and"
    return listed and (is_place(layout, at + 1) or words.lower[at + 1] in {"elsewhere", "other"})


def _parts_adjectives(doc: Doc, layout: Layout, start: int, comma: int, end: int) -> bool:
    """Whether a comma stands between two adjectives in front of one noun: `the sharp|,| bitter
    headline`, but not `the heckler, a student`."""
    words = doc_words(doc)
    before = words.lower[start + 1 : comma]
    if words.words[comma] != "," or words.lower[start] not in DETERMINERS or not before:
        return False
    if len(before) > _MOST_ADJECTIVES or not all(map(_may_be_adjective, before)):
        return False
    last = comma
    while last + 1 < end and words.lower[last + 1] not in _ENDS_OF_NOUNS | DETERMINERS | {"and"}:
        if words.words[last + 1] in BREAKS and not is_hyphen(doc, last + 1):
            break
        last += 1
    if last < comma + 2 or layout.entity[last] >= 0 or not doc[last].is_lower:
        return False
    return type_of_head(words.lower[last]) != "unknown"


def _may_be_adjective(word: str) -> bool:
    """Whether a word in lower case is neither a noun that speaks nor a number."""
    return word == "-" or (word[0].isalpha() and type_of_head(word) == "unknown")


def is_place(layout: Layout, at: int) -> bool:
    """Whether a token belongs to a place's name."""
    entity = layout.entity[at]
    return entity >= 0 and layout.ents[entity].label_ in {"GPE", "LOC"}


def _explains(doc: Doc, start: int, at: int, end: int) -> bool:
    """Whether a clause begins that explains more than a noun and its article: `a long study
    |being released on Tuesday|`, `a 2014 study |that appeared in May|`."""
    lower = doc_words(doc).lower
    if at - start < _LEAST_BEFORE_CLAUSE or at + 1 >= end:
        return False
    if lower[at] == "being":
        return lower[at + 1].endswith(_PAST)
    return lower[at] == "that" and lower[at - 1] not in _BEHIND_MADE


def end_of_noun_phrase(doc: Doc, start: int, end: int) -> int:
    """The same for the phrase behind a preposition, read by its words alone."""
    lower = doc_words(doc).lower
    for at in range(start + 1, end):
        if lower[at] in _ENDS_OF_NOUNS:
            return at
    return end


def is_hyphen(doc: Doc, at: int) -> bool:
    """A hyphen inside a word that the tokeniser split: `Jo-Renee`, `co-author`."""
    return (
        doc[at].text in {"-", "–"}
        and not doc[at].whitespace_
        and at > 0
        and not doc[at - 1].whitespace_
    )


def _is_noun(doc: Doc, layout: Layout, at: int) -> bool:
    """Whether a word may end a noun phrase: a known noun, a plural, the end of an entity."""
    low = doc[at].lower_
    if layout.entity[at] >= 0:
        return True
    return low not in DETERMINERS and (type_of_head(low) != "unknown" or low in GROUP_NOUNS)
