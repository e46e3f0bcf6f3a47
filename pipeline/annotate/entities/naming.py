"""Where persons are named: the PERSON entities, mended by what the article itself shows.

Entity recognition misses mentions and mistakes some (`Ham` for an organisation). A family
name of somebody whom the article names in full is that person wherever it stands alone.
"""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from pipeline.annotate.entities.person_entities import (
    LONGEST_PERSON,
    OTHER_LABELS,
    person_spans,
)
from pipeline.annotate.persons.aliases import aliases, are_initials, initials
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.names import (
    fold,
    is_honorific,
    parse_name,
    split_title,
    without_possessive,
)

_BODIES = OTHER_LABELS - {"GPE", "LOC", "NORP"}


def name_spans(doc: Doc) -> list[tuple[int, int]]:
    """Token spans of persons' names, sorted, without overlaps."""
    ents = doc.ents
    spans = person_spans(doc, ents, _single_word_sources(doc))
    spans += _behind_honorifics(doc, {at for span in spans for at in range(*span)})
    known = _known_names(doc, spans) | _other_names(doc, spans)
    longer = {
        at
        for entity in ents
        if entity.label_ != "PERSON" and entity.end - entity.start > 1
        for at in range(entity.start, entity.end)
    }
    folded = {fold(name) for name in known}
    spans += [
        (entity.start, entity.end)
        for entity in ents
        if entity.label_ in _BODIES and _plain_fold(entity.text) in folded
    ]
    taken = {at for start, end in spans for at in range(start, end)}
    spans += _bare_names(doc, known, taken | longer)
    return sorted(set(spans))


def _behind_honorifics(doc: Doc, taken: set[int]) -> list[tuple[int, int]]:
    """`Mr. Stone` and `Mrs. Ada Brooks` where no entity was found: nothing but a person's
    name follows Mr. or Mrs."""
    found = []
    words = doc_words(doc)
    honorifics = [word for word in words.places if word.istitle() and is_honorific(word)]
    for at in sorted(at for word in honorifics for at in words.places[word]):
        start = at + 1
        if start >= len(doc):
            break
        if doc[start].text == "." and start + 1 < len(doc):
            start += 1
        end = start
        while end < len(doc) and end - start < LONGEST_PERSON and doc[end].is_title:
            if end in taken or is_honorific(doc[end].text) or doc[end].is_sent_start:
                break
            end += 1
        if end > start and end not in taken:
            found.append((start, end))
    return found


def _single_word_sources(doc: Doc) -> set[str]:
    """The quotations' sources that are one word: newsrooms have an article, persons none."""
    text = doc_words(doc).text
    sources = (quotation.source for quotation in doc._.quotations)
    words = (text[source[0][0] : source[0][1]] for source in sources if len(source) == 1)
    return {word for word in words if word.isalpha()}


def _plain_fold(text: str) -> str:
    return fold(without_possessive(text))


def _other_names(doc: Doc, spans: list[tuple[int, int]]) -> set[str]:
    """Words that stand for persons named in full: nicknames, and initials that are nobody's
    and no body's else."""
    words = doc_words(doc)
    found = {alias for alias in aliases(doc, spans) if " " not in alias}
    letters = [word for word in doc_words(doc).places if are_initials(word)]
    if not letters:
        return found
    bodies = {initials(entity.text) for entity in doc.ents if entity.label_ != "PERSON"}
    persons = {fold(name): initials(name) for name in (words.between(a, b) for a, b in spans)}
    borne = Counter(persons.values())
    return found | {word for word in letters if borne[fold(word)] == 1 and fold(word) not in bodies}


def _known_names(doc: Doc, spans: list[tuple[int, int]]) -> set[str]:
    """Family names (one word) of persons whom the article names in full, with both kinds of
    apostrophe: O'Neill is O’Neill."""
    words = doc_words(doc)
    known = set()
    for start, end in spans:
        _, name = split_title(without_possessive(words.between(start, end)))
        parsed = parse_name(name)
        if parsed.given:
            known.add(parsed.family.rpartition(" ")[2])
            known.add(parsed.family)
    straight = {name.replace("’", "'") for name in known}
    return {
        name
        for name in known | straight | {name.replace("'", "’") for name in straight}
        if len(name) > 1
    }


def _bare_names(doc: Doc, known: set[str], taken: set[int]) -> list[tuple[int, int]]:
    """Known family names that stand alone where no entity, or a one-word one, was found."""
    words = doc_words(doc)
    folded = {name.casefold() for name in known}
    found = []
    for at, word in enumerate(doc_words(doc).lower):
        if word not in folded or at in taken or not words.words[at][:1].isupper():
            continue
        token = doc[at]
        if token.is_upper and token.text not in known and len(token.text) < 4:
            continue
        follows = doc[at + 1] if at + 1 < len(doc) else None
        part_of_more = follows is not None and follows.is_title and not follows.is_sent_start
        if token.ent_type_ == "GPE" and at and words.lower[at - 1] in {"in", "to", "from", "of"}:
            continue
        if not part_of_more or follows is None or (at + 1 in taken and doc[at + 1].ent_type_):
            found.append((at, at + 1))
    return found
