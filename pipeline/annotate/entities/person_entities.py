"""Where an entity names a person, and how far the name goes.

The entity tagger cuts names short, takes titles into them, and now and then takes a
newspaper for a person. What the article itself shows mends the plain cases.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from pipeline.annotate.persons.bracketed import bracketed_names
from pipeline.annotate.persons.shown_bodies import is_shown_body
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    DETERMINERS,
    GROUP_NOUNS,
    NAMED_GROUPS,
    PERSON_AND_BODY_NOUNS,
    PERSON_NOUNS,
    POSSESSIVE_MARKS,
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
    is_suffix,
    is_title_word,
    regal_title,
)
from pipeline.annotate.text.nouns import singular, type_of_head

LONGEST_PERSON = 3
OTHER_LABELS = frozenset({"ORG", "GPE", "LOC", "FAC", "MISC", "PRODUCT", "EVENT", "NORP"})
_OPENING = frozenset({'"', "“", "‘", "'", "(", "``"})
_CLOSING = frozenset({'"', "”", "’", "'", ")", "''"})
_PARTY_TAG = re.compile(r"[DRI]-[A-Z][a-z]{0,3}\.")
"""`D-Ore.` behind a senator's name."""
_ENDINGS_OF_WORKERS = ("er", "or", "ist", "ian")
_LONGEST_NICKNAME = 2
"""Tokens of `Nancy”` where the mark in front of it was not read as a part of the name."""
_OF_MANY = NAMED_GROUPS | GROUP_NOUNS
_INSIDE_NAMES = PARTICLES - {"de", "la", "del"}
_BODIES = words(
    "agency company newspaper magazine website blog organization organisation firm association "
    "charity nonprofit broadcaster outlet station foundation airline think-tank"
)
_NOBODYS = words("Taoiseach Tánaiste Governor President Minister Senator")
"""Titles that nobody is called by as a family name."""
_HYPHENS = frozenset({"-", "–", "‑"})
_PERSONS_ALONE = PERSON_NOUNS - COMPANY_NOUNS


def person_spans(doc: Doc, ents: Sequence[Span], alone: set[str]) -> list[tuple[int, int]]:
    """Token spans of the persons' names that the entities hold.

    `ents`: the Doc's entities; `alone`: words that stand alone as a quotation's source.
    """
    persons = [e for e in ents if e.label_ == "PERSON"]
    families = {e[-1].text for e in persons if len(e) > 1}
    persons = [e for e in persons if not _is_family(e, families)]
    bodies = _single_words_of_bodies(persons, ents) | bracketed_names(ents).keys()
    spans = [
        _bare_name(doc, e.start, e.end)
        for e in persons
        if e.text not in bodies
        and not _PARTY_TAG.match(e.text)
        and (e.text in families or not _is_title(e))
    ]
    texts = doc_words(doc).words
    shown = {e.text for e in ents if e.label_ == "ORG" and is_shown_body(texts, e.start, e.end)}
    inside = (_person_inside(each, alone, families) for each in ents if each.text not in shown)
    spans += [span for span in inside if span is not None]
    spans += _full_names_mistaken(ents, {e.text for e in persons if len(e) == 1} - families)
    return _outermost(spans)


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


def _is_family(entity: Span, families: set[str]) -> bool:
    """`the Stones`, where the article names a Stone in full."""
    plural = len(entity) == 1 and entity.text.endswith("s") and entity.text not in families
    return plural and not families.isdisjoint({entity.text[:-1], entity.text.removesuffix("es")})


def _single_words_of_bodies(persons: list[Span], ents: Sequence[Span]) -> set[str]:
    """One-word entities that are no persons though tagged so: they never go without `the`
    (`the Dispatch`), or the article explains them (`Portwire, the news agency,`)."""
    texts = {entity.text for entity in persons if len(entity) == 1}
    # "Ada Brooks", and "Chen Wei-ling", who is called by the first
    named = {entity[at].text for entity in persons if len(entity) > 1 for at in (0, -1)}
    bare = {e.text for e in persons if len(e) == 1 and not _behind_the(e)}
    # "the Department of Conservation (DOC)", and "DOC said" read as a person's name.
    bodies = {e.text for e in ents if e.label_ == "ORG"}
    letters = {text for text in texts if text.isupper() and len(text) > 1}
    explained = {e.text for e in persons if len(e) == 1 and _explained_as_body(e)}
    told = (explained | letters & bodies) - named
    return (texts - bare - named) | told


def _is_title(entity: Span) -> bool:
    """Whether a name is a title and nobody's: `|Engr|. Ada Brooks`, `the |Chancellor|`."""
    behind_the = entity.start > 0 and entity.doc[entity.start - 1].lower_ == "the"
    only = behind_the and is_rank(entity.text)
    return only or is_abbreviated_title(entity.text) or entity.text in _NOBODYS


def _explained_as_body(entity: Span) -> bool:
    """Whether the words beside a name say that it is a body's: `the newspaper Dispatch`,
    `Portwire, the state news agency,`, `Portwire, which`."""
    read, start = doc_words(entity.doc), entity.start
    behind_kind = start > 0 and read.lower[start - 1] in _BODIES
    return behind_kind or is_shown_body(read.words, start, entity.end)


def _behind_the(entity: Span) -> bool:
    """Whether a word stands with `the` and nothing it would describe: not `the Brooks plan`."""
    doc, end = entity.doc, entity.end
    if not entity.start or doc[entity.start - 1].lower_ != "the" or entity.text.endswith("s"):
        return False
    follows = doc[end].lower_ if end < len(doc) else ""
    # "reports" behind a name is a verb, "aides" is a noun that the name describes.
    noun = singular(follows) in PERSON_AND_BODY_NOUNS or not follows.endswith("s")
    return not noun or type_of_head(follows) == "unknown"


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
    if words.words[start] == "Con" and start and words.lower[start - 1].rstrip(".") == "det":
        # "Det |Con| Ada Brooks"
        start += 1
    start = without_role(doc, start, end)
    if end < len(doc) and words.words[end - 1] in _HYPHENS and _is_hyphen(doc, end - 1):
        end += 1
    while end + 1 < len(doc) and words.words[end] in _HYPHENS and _is_hyphen(doc, end):
        end += 2
    while end < len(doc) and not doc[end].is_sent_start:
        if words.words[end] not in POST_NOMINALS and not is_suffix(words.words[end]):
            break
        end += 1
    if _is_nickname(doc, start - 3):
        start -= 4
    elif end - start > _LONGEST_NICKNAME and _is_nickname(doc, start - 1):
        # "Maria Lourdes “|Nancy” Cruz|"
        start -= 2
        while doc[start].ent_iob_ == "I" and doc[start].ent_type_ == "PERSON":
            start -= 1
    before = doc[start - 1] if start else None
    if before is not None and before.is_title and _is_given(before.text):
        alone = not doc[start].is_sent_start and not before.ent_type_
        start -= alone and end - start == 1 + 2 * (words.between(start, end).count("-"))
    if start and regal_title(words.between(start - 1, end)):
        start -= 1
    return start, end


def _is_given(word: str) -> bool:
    """Whether a word in front of a name is a given name; behind one, `Junior` is none."""
    return is_common_given_name(word) or word == "Junior"


def _is_nickname(doc: Doc, at: int) -> bool:
    """Whether `“Tiny”` begins at a token, with a given name in front: `Thomas “Tiny” Brooks`."""
    texts = doc_words(doc).words
    if at < 1 or texts[at] not in _OPENING or texts[at + 2] not in _CLOSING:
        return False
    given, nickname = doc[at - 1], doc[at + 1]
    named = given.ent_type_ == "PERSON" or is_common_given_name(given.text)
    titled = is_role_noun(given.text) or is_title_word(nickname.text)
    return named and given.is_title and nickname.is_title and not titled


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
    if end - start > 2 and doc[start].is_sent_start and not is_given_name(texts[start]):
        # "Armorer Ada Brooks", whose work no list has
        worker = texts[start].endswith(_ENDINGS_OF_WORKERS)
        start += worker and is_common_given_name(texts[start + 1])
    return start


def _person_inside(entity: Span, alone: set[str], families: set[str]) -> tuple[int, int] | None:
    """The name in an entity of another kind that ends `… Justice Ada Brooks`, or `GOP Sen Brooks`
    where Brooks is one of the families."""
    if entity.label_ not in OTHER_LABELS:
        return None
    texts = doc_words(entity.doc).words
    for at in range(entity.end - 2 - (texts[entity.end - 1] not in families), entity.start - 1, -1):
        if any(map(is_role_noun, texts[at + 1 : entity.end])):
            continue
        if is_rank(texts[at]) and all(word[:1].isupper() for word in texts[at : entity.end]):
            return at + 1, entity.end
    size = entity.end - entity.start
    if entity[0].lower_ in DETERMINERS:
        return None
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
