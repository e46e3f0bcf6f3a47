"""The component that sets `doc.ents` from what the encoder read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.annotate.entities.agreement import Entity, agreed
from pipeline.annotate.entities.political_places import is_part_of_country, is_political_place
from pipeline.annotate.entities.portfolios import with_whole_names
from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.persons.shown_bodies import with_shown_bodies
from pipeline.annotate.text.doc_words import doc_words
from pipeline.annotate.text.lexicon import DASHES, words
from pipeline.annotate.text.names import is_common_given_name, is_given_name, is_role_noun
from pipeline.annotate.text.nouns import type_of_head

_PARTED = frozenset({"PERSON", "LOC"})
_WEEKDAYS = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_DASHES = DASHES | {"-"}
_SITTING = frozenset({"for", "from"})
_PARTISANS = words("Republican Democrat Independent Libertarian Conservative Labour Liberal Green")
_INITIALS = re.compile(r"(?:[A-Z]\.)+")


class WhosaidEntities:
    """Sets `doc.ents`. A place that is a country, state, province or city (by the lists of
    GeoNames) is `GPE`, any other place `LOC`."""

    def __init__(self, name: str = "whosaid_entities") -> None:
        register_extensions()
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        self.set_annotations(doc, self.predict(doc))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """Set the entities of each Doc of a stream."""
        for doc in stream:
            yield self(doc)

    def predict(self, doc: Doc) -> list[Span]:
        """The entities of a Doc, without white space, commas and dashes at their edges, in
        order."""
        if doc._.encoding is None:
            return []
        words = doc_words(doc)
        found = []
        read = _joined_over_spaces(words.words, doc._.encoding.entities)
        read = list(_parted_names(words.words, read))
        read = _firms_of_two_names(words.words, read)
        for start, end, label in _parted_by_dashes(doc, read):
            while start < end and _is_beside(words.words[start]):
                start += 1
            while end > start and _is_beside(words.words[end - 1]):
                end -= 1
            if any(words.words[at].isalpha() or doc[at].like_num for at in range(start, end)):
                found.append((start, end, label))
        whole = with_whole_names(words.words, agreed(words.words, found))
        return [
            Span(doc, start, end, label=_refined(words.between(start, end), label))
            for start, end, label in with_shown_bodies(words.words, whole)
        ]

    def set_annotations(self, doc: Doc, entities: list[Span]) -> None:
        """Write entities to their Doc."""
        doc.set_ents(entities)


@Language.factory("whosaid_entities", requires=["doc._.encoding"], assigns=["doc.ents"])
def make_entities(nlp: Language, name: str) -> WhosaidEntities:
    """Build the component for a pipeline."""
    return WhosaidEntities(name)


def _joined_over_spaces(texts: list[str], entities: Iterable[Entity]) -> list[Entity]:
    """A person's names as one where nothing but a space that is a token of its own, as one is
    that does not break, stands between them: `|Ada|\u00a0|Brooks|`."""
    found: list[Entity] = []
    for start, end, label in entities:
        before = found[-1] if found else (start, start, label)
        between = "".join(texts[before[1] : start])
        if before[2] == label == "PERSON" and between.isspace() and "\n" not in between:
            start = found.pop()[0]
        found.append((start, end, label))
    return found


def _firms_of_two_names(texts: list[str], entities: list[Entity]) -> list[Entity]:
    """`|Hollis & Marne|` as one firm where each half was read as somebody: two family names that
    nobody of the article bears with a given name, as `Trump & Clinton` are borne."""
    people = [(start, end) for start, end, label in entities if label == "PERSON"]
    borne = {texts[end - 1] for start, end in people if end - start > 1}
    found: list[Entity] = []
    for start, end, label in entities:
        before = found[-1] if found else (start, start, label)
        halves = [texts[at] for at in (*range(*before[:2]), *range(start, end))]
        joined = texts[before[1] : start] == ["&"] and before[2] == label == "PERSON"
        named = len(halves) == 2 and all(
            half.istitle() and half not in borne and not is_common_given_name(half)
            for half in halves
        )
        if joined and named:
            start, label = found.pop()[0], "ORG"
        found.append((start, end, label))
    return found


def _parted_names(texts: list[str], entities: Iterable[Entity]) -> Iterator[Entity]:
    """A place and who sits for it apart: `the member from |Low Bay| |A. B. Brooks|`; and who is
    from somewhere: `|Ada Brooks| of |Ohio|`, but not `Ada Brooks Institute of Ohio`."""
    for start, end, label in entities:
        seat = start > 1 and texts[start - 1] in _SITTING and is_role_noun(texts[start - 2])
        initials = (at for at in range(start + 1, end - 1) if _INITIALS.fullmatch(texts[at]))
        at = next(initials, end) if seat else end
        joint = _joint_of_two(texts[start:end]) if label == "ORG" else 0
        if joint:
            yield start + 1, start + joint, "PERSON"
            start, label = start + joint + 2, "PERSON"
        if at < end:
            yield at, end, "PERSON"
            end, label = at, "LOC"
        elif label == "ORG" and _is_person_of(texts[start : start + 3]):
            yield start, start + 2, "PERSON"
            start += 3
            label = "LOC" if is_political_place(" ".join(texts[start:end])) else label
        yield start, end, label


def _joint_of_two(entity: list[str]) -> int:
    """Where the `and` stands in `Republican Brooks and Democrat Stone`; 0 in other names."""
    at = entity.index("and") if "and" in entity else 0
    if at < 2 or len(entity) < at + 3:
        return 0
    return at if len({entity[0], entity[at + 1]} & _PARTISANS) > 1 else 0


def _is_person_of(first: list[str]) -> bool:
    """Whether the first words of an entity are a given name, a family name and `of`."""
    given, family = first[0], first[1] if len(first) > 1 else ""
    named = is_given_name(given) and given.istitle() and family.istitle() and family.isalpha()
    return named and first[2:] == ["of"] and type_of_head(family.lower()) == "unknown"


def _parted_by_dashes(doc: Doc, entities: Iterable[Entity]) -> Iterator[Entity]:
    """Persons and places in two where a dash with space on both sides parts them: `|Scott| -
    |Ada Brooks|, who drove -`. Bodies have such names: `Technion - Institute of Technology`."""
    texts = doc_words(doc).words
    for start, end, label in entities:
        if label in _PARTED:
            for at in range(start + 1, end - 1):
                if texts[at] in _DASHES and doc[at].whitespace_ and doc[at - 1].whitespace_:
                    yield start, at, label
                    start = at + 1
        yield start, end, label


def _is_beside(word: str) -> bool:
    return word.isspace() or word in ",;:" or word in DASHES


def _refined(text: str, label: str) -> str:
    if label == "MISC" and text in _WEEKDAYS:
        return "DATE"
    if label == "PERSON" and is_part_of_country(text):
        label = "LOC"
    return "GPE" if label == "LOC" and is_political_place(text) else label
