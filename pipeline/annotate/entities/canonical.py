"""Canonical names of an article's entity mentions."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from pipeline.annotate.entities.naming import name_spans
from pipeline.annotate.persons.bodies import Bodies, plain
from pipeline.annotate.persons.cast import Cast
from pipeline.annotate.text.layout import lay_out
from pipeline.records import EntityMention

_AS_WRITTEN = frozenset({"DATE", "MONEY", "NORP"})
_WITH_ARTICLE = frozenset({"EVENT", "GPE", "LOC", "MISC", "PRODUCT"})
"""Labels of works and places, whose names may begin with an article: `The Hague`."""


def canonical_entities(doc: Doc) -> list[EntityMention]:
    """The entity mentions of a Doc with their names, sorted by start.

    A person's name is the fullest form the article gives (`Brooks` is `Ada Brooks`), an
    organisation's the one its acronym or short form was introduced for. Names that the
    entities missed or took for another kind, though the article shows whose they are,
    are PERSON mentions too.
    """
    if doc._.cast is None:
        layout = lay_out(doc)
        cast, bodies = Cast(doc, layout, name_spans(doc)), Bodies(doc, layout)
    else:
        cast, bodies = doc._.cast
    with_article = {
        plain(entity.text)
        for entity in doc.ents
        if entity.label_ in _WITH_ARTICLE and _has_own_article(entity)
    }
    found: list[EntityMention] = []
    named: set[int] = set()
    for entity in doc.ents:
        persons = {
            cast.at_token[at] for at in range(entity.start, entity.end) if at in cast.at_token
        }
        if len(persons) > 1:
            # A headline's capitals ran two names together; each is found below.
            continue
        named.update(range(entity.start, entity.end))
        if persons:
            label, name = "PERSON", cast.persons[persons.pop()].name
        elif entity.label_ in _AS_WRITTEN:
            label, name = entity.label_, " ".join(entity.text.split())
        else:
            label, name = entity.label_, bodies.canonical(entity.text)
            if label in _WITH_ARTICLE and name in with_article:
                name = f"The {name}"
        if name:
            found.append(EntityMention(entity.start_char, entity.end_char, label, name))
    for person in cast.persons:
        for start, end in person.mentions:
            if named.isdisjoint(range(start, end)):
                span = doc[start:end]
                found.append(EntityMention(span.start_char, span.end_char, "PERSON", person.name))
    return sorted(found, key=lambda mention: (mention.start, mention.end))


def _has_own_article(entity: Span) -> bool:
    """Whether an article begins the name: it has a capital in the middle of a sentence."""
    return len(entity) > 1 and entity[0].text == "The" and not entity[0].is_sent_start
