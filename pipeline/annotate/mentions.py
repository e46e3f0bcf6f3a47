"""Reading a source mention: its parts, its head, what kind of speaker it describes.

There is neither tagger nor parser: a mention is a short noun phrase, so its head is the
last word before the first preposition, relative clause or apposition that stands
outside a named entity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from pipeline.annotate.cast import Cast
from pipeline.annotate.doc_words import doc_words
from pipeline.annotate.joints import end_of_plain_name, joints
from pipeline.annotate.layout import Layout
from pipeline.annotate.lexicon import (
    BODY_NOUNS,
    CLAUSE_STARTERS,
    COMPANY_NOUNS,
    DETERMINERS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    INDEFINITES,
    MEDIA_NOUNS,
    MEDIA_TAILS,
    NAMED_GROUPS,
    PARTICIPLES,
    POSSESSIVES,
    PREPOSITIONS,
    words,
)
from pipeline.annotate.names import is_honorific, is_role_noun, is_title_word
from pipeline.annotate.nouns import YEAR_OLD, is_plural, singular, type_of_head
from pipeline.annotate.pronouns import PRONOUNS, Pronoun
from pipeline.annotate.time_expressions import find_time_expressions
from pipeline.annotate.title_phrases import begins_with_title, start_of_acronym
from pipeline.records import SpeakerType

Form = Literal["name", "pronoun", "nominal"]

_POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
_PUNCTUATION = frozenset(",.;:!?-–—\"“”'‘’()[]…*•|") | {"--", "---", "''", "``", "..."}
_BREAKS = frozenset({",", ";", ":", "(", "[", "—", "–", "--", "-", "\n", "\n\n"})
_EMPHASIS = frozenset({"himself", "herself", "itself", "themselves", "alone", "both", "all", "too"})
_LEADING = frozenset({"by", "from", "according", "to", "of", "for", "in", "even", "while", "and"})
_NAME_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "MISC"})
_LONGEST_BEFORE_DEMONYM = 5
_LONGEST_BEFORE_NAMED = 8
_STUDIED = words("new recent research working discussion white scientific academic position")
_RESEARCH = words("study researchers Researchers co-author Study")
_KINDS = words("news agency television radio chain group tech")
_FINDINGS = words("data figures numbers statistics results findings")
_QUANTITIES = words(
    "host number handful range variety slew series list couple lot lots raft string spate score "
    "plenty array chorus group majority minority"
)
_RELATIVES = words("who which")
_TIMES = words("last this yesterday today earlier")
_OFFICE_ACRONYMS = frozenset({"MP", "MLA", "MEP", "MSP", "TD", "CEO", "CFO", "COO", "PM"})
"""Offices that an entity may end with: `the Lakeside MP` is no body."""
_MADE_PUBLIC = words("released published issued posted conducted taken held dated written")
_BEFORE_NAMES = frozenset({".", "the", "-", "–", "year", "old"})
"""What may stand with titles between a description and its name: `the 19-year-old`."""
_SPOKEN = words(
    "briefing remarks speech statement testimony comments conference address announcement "
    "interview tweet tweets"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One speaker of a source mention: `Reuters` of `Reuters and AFP`."""

    start: int
    end: int
    """Token span of the noun phrase, relative clauses and appositions cut off."""
    form: Form
    type: SpeakerType = "unknown"
    head: str = ""
    """Head in lower case (nominals and pronouns)."""
    plural: bool = False
    definite: bool = False
    """Taken as known: `the`, `that`, a possessor, or no article at all in a headline."""
    name_start: int = 0
    name_end: int = 0
    """Token span of the name, titles left out (names)."""
    person: int | None = None
    """Index in the article's cast (names of persons)."""
    pronoun: Pronoun | None = None


def read_source(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> list[Part]:
    """The parts of the source mention at tokens `start` to `end`; empty if it has no word."""
    start, end = _trimmed(doc, start, end)
    if start >= end:
        return []
    start = _behind_bracket(doc, start, end)
    start = _spoken_by(doc, layout, cast, start, end)
    cuts = joints(doc, layout, cast, start, end)
    parts = []
    at = start
    for cut_start, cut_end in [*cuts, (end, end)]:
        first, last = _trimmed(doc, at, cut_start)
        if first < last:
            parts.append(_read_part(doc, layout, cast, first, last))
        at = cut_end
    return parts


def reference_token(doc: Doc, part: Part) -> int:
    """The token at which a description refers: behind its owner, for `his` in `his lawyer`
    refers on its own."""
    owned = doc[part.start].lower_ in POSSESSIVES and part.end - part.start > 1
    return part.start + owned


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (
        doc[start].text in _PUNCTUATION
        or doc[start].is_space
        or (doc[start].lower_ in _LEADING and end - start > 1)
    ):
        start += 1
    while end > start and (
        doc[end - 1].is_space
        or doc[end - 1].text in _PUNCTUATION - {"."}
        or doc[end - 1].text in _POSSESSIVE_MARKS
        or (doc[end - 1].text == "." and doc[end - 2].is_lower)
        or (doc[end - 1].lower_ in _EMPHASIS and end - start > 1)
    ):
        end -= 1
    return start, end


def _behind_bracket(doc: Doc, start: int, end: int) -> int:
    """Where the name begins in `Hon. (Mrs.) Ada Brooks`."""
    words = [token.text for token in doc[start : min(start + 7, end)] if token.text != "."]
    if len(words) < 5 or words[1] != "(" or words[3] != ")" or not is_title_word(words[0]):
        return start
    at = next(at for at in range(start, end) if doc[at].text == ")")
    return at + 1 if is_honorific(words[2]) else start


def _spoken_by(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int:
    """Where the persons begin in `a joint briefing by Ada Brooks and Abe Stone`: they speak,
    not the briefing. `start` for any other mention."""
    for at in range(start + 1, end - 1):
        low = doc[at].lower_
        if low in {"by", "from"} and doc[at - 1].lower_ in _SPOKEN:
            name_end = end_of_plain_name(doc, layout, cast, at + 1, end)
            named = name_end is not None and name_end - 1 in cast.at_token
            return at + 1 if named else start
        if low in PREPOSITIONS | CLAUSE_STARTERS or layout.entity[at] >= 0:
            return start
    return start


def _read_part(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> Part:
    if end - start == 1 and (pronoun := PRONOUNS.get(doc[start].lower_)):
        return Part(
            start, end, "pronoun", head=doc[start].lower_, plural=pronoun.plural, pronoun=pronoun
        )
    if (title := _owned_title(doc, start, end)) is not None:
        return title
    if (titled := _titled_name(doc, layout, cast, start, end)) is not None:
        return _person_part(doc, cast, start, end, titled)
    if doc[start].lower_ in _RELATIVES and doc[start + 1 : end].text.islower() and end - start < 5:
        # "who in part": what stands between the pronoun and its verb.
        return _read_part(doc, layout, cast, start, start + 1)
    end = _before_time(doc, layout, start, end)
    if (headline := _headline_subject(doc, layout, cast, start, end)) is not None:
        return headline
    core_end = _end_of_core(doc, layout, cast, start, end)
    while core_end - 1 > start and doc[core_end - 1].is_space:
        core_end -= 1
    apposed = _named_person(doc, cast, start, end) or _apposed_name(doc, cast, core_end, end)
    if apposed and not _is_name_token(doc, layout, cast, core_end - 1):
        return _person_part(doc, cast, start, end, apposed)
    if (body := _apposed_body(doc, layout, start, core_end, end)) is not None:
        return body
    last = core_end - 1
    if last in cast.at_token:
        return _person_part(doc, cast, start, core_end, last)
    phrase_end = _end_of_phrase(doc, layout, start, end)
    if (publisher := _publisher(doc, layout, start, core_end, end)) is not None:
        return publisher
    last = _without_kind(doc, layout, start, last)
    between = doc[start + 1 : last]
    if (
        doc[start].lower_ == "the"
        and end == last + 1
        and len(between) <= _LONGEST_BEFORE_DEMONYM
        and not any(token.is_title for token in between)
        and _is_demonym(doc, last)
    ):
        # "the Norwegian", "the 23-year-old Norwegian", whom the article has named before.
        return Part(start, end, "nominal", type="unnamed", head=doc[last].lower_, definite=True)
    if layout.entity[last] >= 0 and doc[last].text not in _OFFICE_ACRONYMS:
        core_end = last + 1
        entity = layout.ents[layout.entity[last]]
        head = entity[-1].lower_
        if entity.label_ in _NAME_LABELS | {"PERSON"} and entity.end == core_end:
            return Part(
                start,
                phrase_end,
                "name",
                type=_type_of_named(head, entity.text),
                head=head,
                plural=is_plural(head),
                name_start=_with_year(doc, entity.start, start),
                name_end=entity.end,
            )
    head = doc[last].lower_.rstrip(".")
    if head == "old" and doc[start:last].text.lower().endswith(("-year-", " year ", "-year ")):
        head = YEAR_OLD
    shouted = doc[last].is_upper and len(doc[last]) > 3
    capital = shouted or (doc[last].text[:1].isupper() and last > layout.sentence_start[last])
    if capital and type_of_head(head) in {"unknown", "group"} and head not in GROUP_NOUNS:
        return _capitalised(doc, start, core_end, phrase_end, head)
    return _nominal(doc, layout, start, core_end, phrase_end, head)


def _titled_name(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int | None:
    """Token of the person whom a title with prepositions belongs to: `Secretary of Defence
    Ada Brooks`."""
    phrase_end = _end_of_phrase(doc, layout, start, end)
    if phrase_end + 3 < end and start_of_acronym(doc, phrase_end + 3) == phrase_end:
        phrase_end = _end_of_phrase(doc, layout, phrase_end + 3, end)
    for at in range(start, phrase_end):
        if at in cast.at_token:
            titled = at > start and begins_with_title(doc, layout, start, at)
            return at if titled and _ends_phrase(doc, cast, at, end) else None
    return None


def _before_time(doc: Doc, layout: Layout, start: int, end: int) -> int:
    """End of a mention without the time that is told in it: `a poll released Friday`."""
    text = doc[start:end].text
    found = find_time_expressions(text)
    if not found or not found[-1].start or found[-1].end < len(text):
        return end
    at = start
    while doc[at].idx - doc[start].idx < found[-1].start:
        at += 1
    if layout.entity[at] >= 0 and layout.ents[layout.entity[at]].label_ not in {"DATE", "PERSON"}:
        return end
    cut = at
    while cut - 1 > start and doc[cut - 1].lower_ in {"on", "in", "during", "from", "of", "early"}:
        cut -= 1
    if cut - 1 > start and doc[cut - 1].lower_ in _MADE_PUBLIC:
        cut -= 1
    while cut - 1 > start and doc[cut - 1].is_space:
        cut -= 1
    kept = cut > start and doc[cut - 1].lower_ not in DETERMINERS | PREPOSITIONS
    return cut if kept and doc[cut - 1].text not in _POSSESSIVE_MARKS else end


def _headline_subject(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> Part | None:
    """Who acts in a headline's capitals: Ada Brooks in `Ada Brooks Slams Harbour Board Head`."""
    if start >= layout.title_end or start not in cast.at_token:
        return None
    verb = start
    while verb < end and cast.at_token.get(verb) == cast.at_token[start]:
        verb += 1
    if verb >= end - 1 or not doc[verb].is_title or not doc[verb + 1].is_title:
        return None
    noun = singular(doc[verb].lower_)
    if not doc[verb].text.endswith("s") or type_of_head(noun) != "unknown":
        return None
    return _person_part(doc, cast, start, verb, start)


def _ends_phrase(doc: Doc, cast: Cast, at: int, end: int) -> bool:
    """Whether nothing that a name would only describe follows it, as in `former Brooks aides`."""
    after = at
    while after < end and cast.at_token.get(after) == cast.at_token[at]:
        after += 1
    return (
        after >= end
        or doc[after].text in _BREAKS
        or doc[after].lower_ in PREPOSITIONS | CLAUSE_STARTERS | {"and", "of"}
    )


def _without_kind(doc: Doc, layout: Layout, start: int, last: int) -> int:
    """`the Lakeside newspaper chain` is Lakeside: what kind of firm it is adds no name."""
    at = last
    kinds = COMPANY_NOUNS | MEDIA_NOUNS | _KINDS
    while at > start and doc[at].is_lower and doc[at].lower_ in kinds:
        at -= 1
    named = layout.entity[at] >= 0 and layout.ents[layout.entity[at]].label_ == "ORG"
    return at if named and at < last else last


def _owned_title(doc: Doc, start: int, end: int) -> Part | None:
    """`Brooks's “Low Water”`: the work that is named in quotation marks."""
    for at in range(start + 1, end - 1):
        if doc[at].text in _POSSESSIVE_MARKS and doc[at + 1].text in {'"', "“", "‘", "''", "``"}:
            last = end
            while last > at + 2 and doc[last - 1].text in _PUNCTUATION:
                last -= 1
            return Part(start, last, "name", type="document", name_start=at + 2, name_end=last)
    return None


def _publisher(doc: Doc, layout: Layout, start: int, core_end: int, end: int) -> Part | None:
    """`Data from the Census Survey`: bare findings are named by where they come from."""
    if core_end - start > 2 or doc[core_end - 1].lower_ not in _FINDINGS or core_end >= end:
        return None
    if doc[core_end].lower_ not in {"from", "by", "of"}:
        return None
    at = core_end + 1
    while at < end and layout.entity[at] < 0 and (doc[at].lower_ == "the" or doc[at].is_digit):
        at += 1
    if at >= end or layout.entity[at] < 0:
        return None
    entity = layout.ents[layout.entity[at]]
    run = at
    while run < end and doc[run].is_title:
        run += 1
    if entity.label_ == "NORP" and run > at + 1:
        # "American Community Survey", of which the entity is but the first word.
        return Part(start, run, "name", type="document", name_start=at, name_end=run)
    if entity.label_ != "ORG" and entity.label_ not in _NAME_LABELS:
        return None
    return Part(
        start, entity.end, "name", type="document", name_start=entity.start, name_end=entity.end
    )


def _with_year(doc: Doc, name_start: int, start: int) -> int:
    """`The 1951 Harbour Treaty` is named with its year."""
    before = name_start - 1
    year = before >= start and doc[before].is_digit and len(doc[before].text) == 4
    return before if year and before > start else name_start


def _capitalised(doc: Doc, start: int, core_end: int, phrase_end: int, head: str) -> Part:
    """A name that no entity covers: the capitalised words that end the phrase."""
    first = core_end
    while first > start and (doc[first - 1].text[:1].isupper() or doc[first - 1].text == "."):
        first -= 1
    if doc[first].lower_ in DETERMINERS and first < core_end - 1:
        first += 1
    kind: SpeakerType = "group" if head in NAMED_GROUPS or is_plural(head) else "unknown"
    behind_the = first > start and doc[first - 1].lower_ == "the"
    if kind == "unknown" and (behind_the or head in MEDIA_TAILS):
        # Persons go without an article: "The Dispatch reports".
        kind = "organization"
    return Part(
        start,
        phrase_end,
        "name",
        type=kind,
        head=head,
        plural=kind == "group",
        name_start=first,
        name_end=core_end,
    )


def _nominal(
    doc: Doc, layout: Layout, start: int, core_end: int, phrase_end: int, head: str
) -> Part:
    first = doc[start].lower_
    owned = any(doc[at].text in _POSSESSIVE_MARKS for at in range(start, core_end))
    if head in _QUANTITIES and core_end + 1 < phrase_end and doc[core_end].lower_ == "of":
        # "a host of officials" are officials.
        counted = doc[_end_of_noun_phrase(doc, core_end + 1, phrase_end) - 1].lower_
        head = counted if is_plural(counted) else head
    in_title = start < layout.title_end
    indefinite = (first in INDEFINITES or doc[start].is_digit) and not owned
    bare = first not in DETERMINERS and not owned
    kind = type_of_head(head)
    if head == "paper" and _is_study(doc, start, core_end, phrase_end):
        kind = "document"
    if head == "one" and core_end + 1 < phrase_end:
        kind = _one_of(doc, core_end, phrase_end)
    if doc[start].lower_ in GROUP_NOUNS and not owned and kind == "unnamed" and bare:
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
    if any(token.like_num or token.lower_ in _STUDIED for token in doc[start : core_end - 1]):
        return True
    if core_end < end and doc[core_end].lower_ in {"in", "by", "published", "on"}:
        return True
    return not _RESEARCH.isdisjoint(doc_words(doc).places)


def _one_of(doc: Doc, preposition: int, end: int) -> SpeakerType:
    """`one of the doctors` is somebody unnamed, `one in five` are many."""
    if doc[preposition].lower_ != "of":
        return "group"
    last = _end_of_noun_phrase(doc, preposition + 1, end) - 1
    return type_of_head(singular(doc[last].lower_))


def _end_of_noun_phrase(doc: Doc, start: int, end: int) -> int:
    for at in range(start + 1, end):
        if doc[at].lower_ in PREPOSITIONS | CLAUSE_STARTERS | PARTICIPLES | {"of"}:
            return at
    return end


def _person_part(doc: Doc, cast: Cast, start: int, end: int, at: int) -> Part:
    person = cast.at_token[at]
    first = last = at
    while first > start and cast.at_token.get(first - 1) == person:
        first -= 1
    while last + 1 < end and cast.at_token.get(last + 1) == person:
        last += 1
    return Part(
        start, end, "name", type="person", name_start=first, name_end=last + 1, person=person
    )


def _apposed_name(doc: Doc, cast: Cast, core_end: int, end: int) -> int:
    """Token of the person named after a description and a comma; 0 if none is."""
    at = core_end
    # The description may go on with prepositions: "a lawyer for the paper, Ada Brooks".
    while at < end - 1 and doc[at].text not in {",", "—", "–", "--"}:
        if doc[at].lower_ in {"who", "which", "that"}:
            return 0
        at += 1
    at += 1
    # "the speaker, Rt. Hon. Ada Brooks": the tokeniser parts some periods from their words.
    while at < end and at not in cast.at_token:
        title = is_title_word(doc[at].text) or is_role_noun(doc[at].text)
        if not title and doc[at].lower_ not in _BEFORE_NAMES and not doc[at].is_digit:
            return 0
        at += 1
    return at if at < end else 0


def _named_person(doc: Doc, cast: Cast, start: int, end: int) -> int:
    """Token of Otto in `the guard, a cheerful man named Otto`; 0 if nobody is so introduced."""
    for at in range(start + 1, min(end - 1, start + _LONGEST_BEFORE_NAMED)):
        if doc[at].lower_ in {"named", "called"} and at + 1 in cast.at_token:
            return at + 1
    return 0


def _apposed_body(doc: Doc, layout: Layout, start: int, core_end: int, end: int) -> Part | None:
    """`The owner, Harbour Care,`: the body that a description in lower case introduces."""
    at = core_end + 1
    if at >= end or doc[core_end].text not in {",", "—", "–", "--"} or layout.entity[at] < 0:
        return None
    described = doc[start].lower_ in DETERMINERS and doc[core_end - 1].is_lower
    entity = layout.ents[layout.entity[at]]
    whole = entity.start == at and (entity.end >= end or doc[entity.end].text in {",", "—", "–"})
    if not described or not whole or entity.label_ != "ORG":
        return None
    head = entity[-1].lower_
    return Part(
        start,
        end,
        "name",
        type=_type_of_named(head, entity.text),
        head=head,
        name_start=entity.start,
        name_end=entity.end,
    )


def _is_name_token(doc: Doc, layout: Layout, cast: Cast, at: int) -> bool:
    if at in cast.at_token:
        return True
    return layout.entity[at] >= 0 and layout.ents[layout.entity[at]].label_ in _NAME_LABELS


def _is_demonym(doc: Doc, at: int) -> bool:
    """Whether a word says where one person is from: `Norwegian`, `Frenchman`."""
    word = doc[at]
    one_man = word.lower_.endswith(("man", "woman")) and len(word) > 6
    return word.is_title and (one_man or (word.ent_type_ == "NORP" and not is_plural(word.lower_)))


def _end_of_core(doc: Doc, layout: Layout, cast: Cast, start: int, end: int) -> int:
    for at in range(start + 1, end):
        if doc[at].text == "(" and at - 1 in cast.at_token:
            # Also where the entity goes on into the bracket: "Ada Brooks (D-Ohio".
            return at
        inside = layout.entity[at] >= 0 and layout.entity[at] == layout.entity[at - 1]
        inside = inside or (at in cast.at_token and at - 1 in cast.at_token)
        if inside:
            continue
        low = doc[at].lower_
        if doc[at].text in _BREAKS and not _is_hyphen(doc, at):
            return at
        if low == "co" and doc[at : at + 3].text.lower().endswith("ed"):
            # "a study co-authored by Ada Brooks"
            return at
        if low in PREPOSITIONS or low in CLAUSE_STARTERS:
            if _is_hyphen(doc, at - 1) or (at + 1 < end and _is_hyphen(doc, at + 1)):
                # "mother-of-three Ada Brooks"
                continue
            return at
        reduced = low in PARTICIPLES or low in _TIMES or _is_reduced_clause(doc, at, end)
        if reduced and doc[at].is_lower and _is_noun(doc, layout, at - 1):
            return at
        # "judges handling such cases", but not "the Senate banking committee"
        plural = layout.entity[at - 1] < 0 and type_of_head(doc[at - 1].lower_) == "group"
        if plural and doc[at].is_lower and low.endswith(("ing", "ed")) and len(low) > 5:
            return at
    return end


def _is_reduced_clause(doc: Doc, at: int, end: int) -> bool:
    """Whether a noun is described by what it does: `a document circulating among members`."""
    word = doc[at].lower_
    follows = doc[at + 1].lower_ if at + 1 < end else ""
    return word.endswith("ing") and len(word) > 5 and follows in PREPOSITIONS | DETERMINERS


def _end_of_phrase(doc: Doc, layout: Layout, start: int, end: int) -> int:
    """End of the phrase with its prepositions, before a relative clause or apposition."""
    described = False
    for at in range(start + 1, end):
        if layout.entity[at] >= 0 and layout.entity[at] == layout.entity[at - 1]:
            continue
        if doc[at].is_lower and doc[at].lower_.endswith("ing") and is_plural(doc[at - 1].lower_):
            # One reduced clause says who they are, a second goes on about something else.
            if described:
                return at
            described = True
        if doc[at].lower_ in {"who", "whose", "which"} or (
            doc[at].text in _BREAKS and not _is_hyphen(doc, at)
        ):
            return at
    return end


def _is_hyphen(doc: Doc, at: int) -> bool:
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


def _type_of_named(head: str, text: str) -> SpeakerType:
    if head in NAMED_GROUPS:
        return "group"
    first = text.casefold().split()
    if "of" in first and not BODY_NOUNS.isdisjoint(first[: first.index("of")]):
        # "National Bureau of Statistics"
        return "organization"
    if singular(head) in DOCUMENT_NOUNS and " " in text and not head.endswith(("post", "times")):
        return (
            "document" if head not in {"journal", "tribune", "service", "post"} else "organization"
        )
    return "organization"
