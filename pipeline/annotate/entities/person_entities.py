"""Where an entity names a person, and how far the name goes.

The entity tagger cuts names short, takes titles into them, and now and then takes a
newspaper for a person. What the article itself shows mends the plain cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from pipeline.annotate.persons.bracketed import bracketed_names
from pipeline.annotate.text.cue_words import SAYING, THINKING
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    DASHES,
    DETERMINERS,
    GROUP_NOUNS,
    NAMED_GROUPS,
    PERSON_AND_BODY_NOUNS,
    PERSON_NOUNS,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    words,
)
from pipeline.annotate.text.names import (
    PARTICLES,
    POST_NOMINALS,
    is_abbreviated_title,
    is_common_given_name,
    is_given_name,
    is_honorific,
    is_rank,
    is_role_noun,
    parse_name,
    regal_title,
)
from pipeline.annotate.text.nouns import singular, type_of_head

LONGEST_PERSON = 3
OTHER_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "MISC", "PRODUCT", "EVENT", "NORP"})
_OPENING = frozenset({'"', "“", "‘", "'", "(", "``"})
_CLOSING = frozenset({'"', "”", "’", "'", ")", "''"})
_SHARED = words("group bank network site daily weekly channel union paper")
"""Bodies' nouns that stand before a person's name too: `the group Ada Brooks founded`."""
_OF_BODIES = words(
    "executives employees shareholders shares workers staff customers bosses managers headquarters "
    "chairman chairwoman ceo directors owners lawyers subsidiaries"
)
_PARTICIPLES = frozenset(word for word in SAYING | THINKING if word.endswith("ing"))
_OF_PERSONS = words("he she his her him who")
_PARTY_TAG = re.compile(r"[DRI]-[A-Z][a-z]{0,3}\.")
"""`D-Ore.` behind a senator's name."""
_FORMS = words(
    "ltd limited inc incorporated corp corporation plc llc llp gmbh ag sa nv bv jv pte pty sdn bhd "
    "co company & and group holdings"
)
_BEHIND_PLACE = frozenset({",", "("}) | DASHES
_ENDS_OF_KINDS = PREPOSITIONS | {"of", "which", "that"}
_OF_MANY = NAMED_GROUPS | GROUP_NOUNS
_INSIDE_NAMES = PARTICLES - {"de", "la", "del"}
_LONGEST_DATELINE = 12
_HYPHENS = frozenset({"-", "–", "‑"})
_PERSONS_ALONE = PERSON_NOUNS - COMPANY_NOUNS
_BODIES = words(
    "agency company newspaper paper magazine weekly daily network website site blog group "
    "organization organisation bank firm association union charity nonprofit broadcaster outlet "
    "station channel foundation airline think-tank"
)
_OWN_BODIES = _BODIES - _SHARED


def person_spans(doc: Doc, ents: Sequence[Span], alone: set[str]) -> list[tuple[int, int]]:
    """Token spans of the persons' names that the entities hold.

    `ents`: the Doc's entities; `alone`: words that stand alone as a quotation's source.
    """
    persons = [e for e in ents if e.label_ == "PERSON" and not _opens_with_verb(e)]
    families = {e[-1].text for e in persons if len(e) > 1}
    persons = [e for e in persons if not _is_family(e, families) and not _is_dateline(e)]
    bodies = _single_words_of_bodies(persons, ents) | bracketed_names(ents).keys()
    spans = [
        _bare_name(doc, e.start, e.end)
        for e in persons
        if e.text not in bodies and not _PARTY_TAG.match(e.text)
    ]
    spans += [span for entity in ents if (span := _person_inside(entity, alone)) is not None]
    spans += _full_names_mistaken(ents, {e.text for e in persons if len(e) == 1} - families)
    spans = [piece for span in spans for piece in _split_headline(doc, span, spans)]
    return _with_sheikh(doc, _as_named_elsewhere(doc, _outermost(spans)))


def _with_sheikh(doc: Doc, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`Sheikh |Habiba|` is called so, unless the article has a Habiba with more names."""
    words = doc_words(doc)
    full = {word for start, end in spans if end - start > 1 for word in words.words[start:end]}
    return [
        (start - (end - start == 1 and words.words[start - 1] == "Sheikh"), end)
        if start and words.words[start] not in full
        else (start, end)
        for start, end in spans
    ]


def _full_names_mistaken(ents: Sequence[Span], never_full: set[str]) -> list[tuple[int, int]]:
    """`|Low Ada Brooks|`, taken for a body, where Brooks alone is taken for a person, and
    `|CNN's Ada Brooks|`, `|House Speaker Ada Brooks|`."""
    return [
        (entity.end - 2, entity.end)
        for entity in ents
        if entity.label_ in OTHER_LABELS
        and len(entity) > 1
        and (entity[-1].text in never_full or _is_introduced(entity))
        and is_given_name(entity[-2].text)
        and entity[-2].is_title
    ]


def _is_introduced(entity: Span) -> bool:
    """Whether the last two words of an entity stand behind a role or an owner."""
    before = entity[-3].text if len(entity) > 2 else ""
    return before in POSSESSIVE_MARKS or is_role_noun(before)


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that stand in no longer one."""
    found: list[tuple[int, int]] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not found or span[1] > found[-1][1]:
            found.append(span)
    return found


def _opens_with_verb(entity: Span) -> bool:
    """`Noting Larkhaven is late, she said`: no name, though written like one."""
    first = entity[0]
    return len(entity) == 2 and bool(first.is_sent_start) and first.lower_ in _PARTICIPLES


def _is_family(entity: Span, families: set[str]) -> bool:
    """`the Stones`, where the article names a Stone in full."""
    plural = len(entity) == 1 and entity.text.endswith("s") and entity.text not in families
    return plural and not families.isdisjoint({entity.text[:-1], entity.text.removesuffix("es")})


def _is_dateline(entity: Span) -> bool:
    """`LARKHAVEN, Aug. 12 —`, `LARKHAVEN (Port Wire) —`: where it was written."""
    doc, end = entity.doc, entity.end
    if not entity.text.isupper() or end >= len(doc) or doc[end].text not in _BEHIND_PLACE:
        return False
    opens = not entity.start or "\n" in doc[entity.start - 1].text_with_ws
    return opens and any(token.text in DASHES for token in doc[end : end + _LONGEST_DATELINE])


def _single_words_of_bodies(persons: list[Span], ents: Sequence[Span]) -> set[str]:
    """One-word entities that are no persons though tagged so: they never go without `the`
    (`the Dispatch`), or the article explains them (`Portwire, the news agency,`)."""
    texts = {entity.text for entity in persons if len(entity) == 1}
    # "Ada Brooks", and "Chen Wei-ling", who is called by the first
    named = {entity[at].text for entity in persons if len(entity) > 1 for at in (0, -1)}
    bare = {e.text for e in persons if len(e) == 1 and not _behind_the(e)}
    firms = {e[0].text for e in ents if e.label_ == "ORG" and _is_firm(e)}
    single = [e for e in persons if len(e) == 1]
    explained = {e.text for e in single if _explained_as_body(e.doc, e.end)}
    explained |= {e.text for e in single if _called_body(e.doc, e.start, e.end)}
    alike = [e for e in ents if len(e) == 1 and e.label_ in {"PERSON", "ORG"}]
    explained |= {e.text for e in alike if e.text in texts and _acts_as_body(e)}
    # "the Department of Conservation (DOC)", and "DOC said" read as a person's name.
    bodies = {e.text for e in ents if e.label_ == "ORG"}
    letters = {text for text in texts if text.isupper() and len(text) > 1}
    told = (explained | firms & texts | letters & bodies) - named
    return (texts - bare - named) | told


def _is_firm(entity: Span) -> bool:
    """`Portwire Ltd`: one word and how a firm is set up."""
    return len(entity) > 1 and all(token.lower_.rstrip(".") in _FORMS for token in entity[1:])


def _behind_the(entity: Span) -> bool:
    """Whether a word stands with `the` and nothing it would describe: not `the Brooks plan`."""
    doc, end = entity.doc, entity.end
    if not entity.start or doc[entity.start - 1].lower_ != "the" or entity.text.endswith("s"):
        return False
    follows = doc[end].lower_ if end < len(doc) else ""
    # "reports" behind a name is a verb, "aides" is a noun that the name describes.
    noun = singular(follows) in PERSON_AND_BODY_NOUNS or not follows.endswith("s")
    return not noun or type_of_head(follows) == "unknown"


def _acts_as_body(entity: Span) -> bool:
    """Whether its sentence takes up a name as a thing: `executives of Portwire`, `Portwire said
    on its website it would`."""
    lower, sentence = doc_words(entity.doc).lower, entity.sent
    if is_common_given_name(entity.text):
        return False
    before = lower[max(sentence.start, entity.start - 2) : entity.start]
    if len(before) == 2 and before[0] in _OF_BODIES and before[1] in {"of", "at", "from"}:
        return True
    if entity.start != sentence.start:
        return False
    after = lower[entity.end : sentence.end]
    return {"it", "its"}.issubset(after) and _OF_PERSONS.isdisjoint(after)


def _explained_as_body(doc: Doc, end: int) -> bool:
    """Whether an apposition says that a name is a body's: `, the state news agency,`."""
    words = doc_words(doc)
    if end + 2 >= len(doc) or words.words[end] != ",":
        return False
    if words.lower[end + 1] not in {"the", "a", "an"}:
        return False
    for at in range(end + 2, min(end + 9, len(doc))):
        if words.words[at] in {",", "."} or words.lower[at] in _ENDS_OF_KINDS:
            return words.lower[at - 1] in _BODIES
    return False


def _called_body(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands right before a name is what a body is called: `the newspaper
    Dispatch`, `the Harbour News Agency, Dispatch,`."""
    words = doc_words(doc)
    at = start - 1
    if at > 1 and words.words[at] == ",":
        closed = start + 1 < len(doc) and words.words[start + 1] == ","
        return closed and doc[at - 1].is_title and words.lower[at - 1] in _BODIES
    # "the group Brooks founded", but "rival bank Brooks said"
    speaks = end < len(doc) and words.lower[end] in SAYING
    return at > 0 and doc[at].is_lower and words.lower[at] in (_BODIES if speaks else _OWN_BODIES)


def _bare_name(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """An entity without the role before its name and the bracket behind (`Ada Brooks (D-Ohio)`
    is often one entity up to some point inside the bracket), with the given name in front
    and the hyphenated end that it lacks."""
    words = doc_words(doc)
    end = next((at for at in range(start + 1, end) if words.words[at] == "("), end)
    for at in range(end - 2, start - 1, -1):
        if is_abbreviated_title(words.words[at]) or is_honorific(words.words[at]):
            start = at + 1 + (words.words[at + 1] == ".")
            break
    start = without_role(doc, start, end)
    if end < len(doc) and words.words[end - 1] in _HYPHENS and _is_hyphen(doc, end - 1):
        end += 1
    while end + 1 < len(doc) and words.words[end] in _HYPHENS and _is_hyphen(doc, end):
        end += 2
    while end < len(doc) and words.words[end] in POST_NOMINALS and not doc[end].is_sent_start:
        end += 1
    if _is_nickname(doc, start - 3):
        start -= 4
    before = doc[start - 1] if start else None
    if before is not None and before.is_title and is_common_given_name(before.text):
        alone = not doc[start].is_sent_start and not before.ent_type_
        start -= alone and end - start == 1 + 2 * (words.between(start, end).count("-"))
        # "James" and "Comey", tagged as two persons side by side
        start -= end - start == 1 and _is_entity(before, "PERSON") and not before.is_sent_end
    if start and regal_title(words.between(start - 1, end)):
        start -= 1
    if end - start == 1 and _is_given_name(doc, start - 1):
        start -= 1
    return start, end


def _is_entity(token: Token, label: str) -> bool:
    """Whether a token alone is an entity, its neighbours being others or none."""
    after = token.nbor().ent_iob_ if token.i + 1 < len(token.doc) else "O"
    return token.ent_type_ == label and token.ent_iob_ == "B" and after != "I"


def _is_nickname(doc: Doc, at: int) -> bool:
    """Whether `“Tiny”` begins at a token, with a given name in front: `Thomas “Tiny” Brooks`."""
    texts = doc_words(doc).words
    if at < 1 or texts[at] not in _OPENING or texts[at + 2] not in _CLOSING:
        return False
    given, nickname = doc[at - 1], doc[at + 1]
    named = given.ent_type_ == "PERSON" or is_common_given_name(given.text)
    return named and given.is_title and nickname.is_title and not is_role_noun(given.text)


def _is_given_name(doc: Doc, at: int) -> bool:
    """Whether `Per` of `The director, Per Holm,` is a name that no entity covers."""
    texts = doc_words(doc).words
    if at < 2 or texts[at - 1] != "," or doc[at].ent_type_ or not doc[at].is_title:
        return False
    word = texts[at]
    return (
        word.isalpha() and not is_role_noun(word) and not is_honorific(word) and not is_rank(word)
    )


def _is_hyphen(doc: Doc, at: int) -> bool:
    """Whether a hyphen joins the words on either side."""
    return not doc[at].whitespace_ and not doc[at - 1].whitespace_ and doc[at + 1].is_alpha


def without_role(doc: Doc, start: int, end: int) -> int:
    """Where the name begins in `Activist Ada Brooks`; a full name is always left."""
    texts = doc_words(doc).words
    while end - start > 2 and is_role_noun(texts[start]) and doc[start + 1].is_title:
        if is_common_given_name(texts[start]):
            break
        start += 1
    return start


def _person_inside(entity: Span, alone: set[str]) -> tuple[int, int] | None:
    """The name in an entity of another kind that ends `… Justice Ada Brooks`."""
    if entity.label_ not in OTHER_LABELS:
        return None
    if (named := _behind_place(entity)) is not None:
        return named
    texts = doc_words(entity.doc).words
    for at in range(entity.end - 3, entity.start - 1, -1):
        if any(map(is_role_noun, texts[at + 1 : entity.end])):
            continue
        if is_rank(texts[at]) and all(word[:1].isupper() for word in texts[at : entity.end]):
            return at + 1, entity.end
    size = entity.end - entity.start
    if entity[0].lower_ in DETERMINERS:
        return None
    if 3 <= size <= 4 and _is_described(entity):
        return entity.start + 1, entity.end
    before = entity.doc[entity.start - 1] if entity.start else None
    if size == 2 and before is not None and before.text in _PERSONS_ALONE:
        # "the surveyor Ada Brooks": one person's noun right before two words of a name; but
        # "the kettle maker Harbour Home" is a firm.
        return entity.start, entity.end
    plain = type_of_head(entity[-1].lower_) in {"unknown", "group"}
    if size == 2 and plain and is_common_given_name(entity[0].text):
        many = entity[1].lower_ in _OF_MANY
        return None if many or is_role_noun(entity[1].text) else (entity.start, entity.end)
    if size == 2 and entity[1].text in alone:
        first, last = entity[0], entity[1]
        if first.is_title and last.is_title and type_of_head(last.lower_) == "unknown":
            return entity.start, entity.end
    if size > 2 and entity[-1].text in alone and entity[-3].lower_ in BODY_NOUNS:
        # "President of the |Federation Ada Brooks|", whom the article goes on to call Brooks.
        name = entity[-2:]
        plain = all(type_of_head(token.lower_) == "unknown" for token in name)
        if plain and all(token.is_title and token.is_alpha for token in name):
            return name.start, name.end
    if size == 3 and entity[1].is_lower and entity[1].text in _INSIDE_NAMES:
        return entity.start, entity.end
    return None


def _is_described(entity: Span) -> bool:
    """Whether `Rival Ada Brooks` begins a sentence: what somebody is and their full name."""
    noun, given = entity[0], entity[1]
    first = bool(noun.is_sent_start) and noun.text.istitle() and noun.lower_ in _PERSONS_ALONE
    named = is_given_name(given.text) and not is_role_noun(given.text)
    plain = all(type_of_head(token.lower_) == "unknown" for token in entity[2:])
    return first and named and plain and all(token.is_title for token in entity[2:])


def _behind_place(entity: Span) -> tuple[int, int] | None:
    """The name in `the mayor of |Larkhaven, Ada Brooks|`, read as one place."""
    doc = entity.doc
    if entity.label_ not in {"GPE", "LOC"} or not 4 <= len(entity) <= 6 or entity.start < 2:
        return None
    comma = next((token.i for token in entity if token.text == ","), entity.end)
    office = is_role_noun(doc[entity.start - 2].text) and doc[entity.start - 1].lower_ == "of"
    name = doc[comma + 1 : entity.end]
    return (comma + 1, entity.end) if office and len(name) > 1 and name.text.istitle() else None


def _split_headline(
    doc: Doc, span: tuple[int, int], spans: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """`Ada Brooks Calls Abe Stone` in a headline's capitals is two names."""
    words = doc_words(doc)
    start, end = span
    if end - start <= LONGEST_PERSON:
        return [span]
    names = {words.between(a, b) for a, b in spans if 2 <= b - a <= LONGEST_PERSON}
    found = []
    at = start
    while at < end - 1:
        for size in (3, 2):
            if at + size <= end and words.between(at, at + size) in names:
                found.append((at, at + size))
                at += size
                break
        else:
            at += 1
    # One name in a longer one of the body text is its end: `Ada Brooks-Stone`; and two without a
    # word beside them are one: `Aung San Suu Kyi`, though Aung San is somebody else.
    beside = sum(b - a for a, b in found) < end - start
    parted = len(found) > 1 and beside
    return found if parted or (found and doc[start].idx < doc._.title_end) else [span]


def _as_named_elsewhere(doc: Doc, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`Icon Ada Brooks`, and a headline's `Ada Brooks Slams`, are Ada Brooks where the article
    names her so elsewhere."""
    words = doc_words(doc)
    full = {words.between(start, end) for start, end in spans if end - start == 2}
    title_end = doc._.title_end
    found = []
    for start, end in spans:
        if end - start == 3:
            front = words.words[start]
            # In the middle of a sentence only a name or a role is written large.
            added = doc[start].is_sent_start or is_role_noun(front) or doc[start].idx < title_end
            if words.between(end - 2, end) in full and added and not is_common_given_name(front):
                start += words.lower[end - 2] not in PARTICLES
            elif words.between(start, end - 1) in full and doc[start].idx < title_end:
                end -= not parse_name(words.between(start, end)).suffix
        found.append((start, end))
    return found
