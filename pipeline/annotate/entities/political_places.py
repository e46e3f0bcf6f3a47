"""Which places are countries, states or cities, by their names alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_NATURAL = frozenset(
    "africa antarctica asia europe oceania america arctic atlantic pacific mediterranean "
    "balkans caucasus himalayas sahara sahel scandinavia alps andes siberia levant maghreb "
    "gulf sea ocean river lake mount mountain mountains island islands bay valley desert "
    "peninsula strait coast east west north south".split()
)
_SIDES = frozenset(
    "north south east west northern southern eastern western central upper lower".split()
)
_COMMON_NAMES = (
    "US", "USA", "UK", "UAE", "EU", "DC", "United States of America", "Britain",
    "Great Britain", "England", "Scotland", "Wales", "Northern Ireland", "Holland",
    "Soviet Union", "Washington, DC", "Czech Republic", "Ivory Coast", "Burma",
)  # fmt: skip
"""Names of countries and cities that the list has under others."""


def is_part_of_country(text: str) -> bool:
    """`South China`: a region, whatever the tagger takes it for."""
    side, _, rest = text.lower().partition(" ")
    return side in _SIDES and rest in _listed()["countries"]


def is_political_place(text: str) -> bool:
    """Whether a place is a country, a state or province, or a city, by its name alone."""
    folded = fold_place(" ".join(text.split()).removesuffix("’s").removesuffix("'s"))
    places = _listed()["places"]
    if folded in places:
        return True
    # "Houston, Texas" is as political as its parts; "Gulf of Mexico" is not as Mexico.
    first, comma, rest = folded.partition(", ")
    return bool(comma) and first in places and not set(rest.split()) & _NATURAL


def fold_place(name: str) -> str:
    """A place's name in small letters, without its article and full stops."""
    return name.lower().removeprefix("the ").replace(".", "")


@cache
def _listed() -> Mapping[str, frozenset[str]]:
    """`countries`, in small letters, and `places`, folded."""
    path = files("pipeline.annotate") / "data" / "political_places.json"
    lists: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    places = {*lists["places"], *(fold_place(name) for name in _COMMON_NAMES)}
    return {
        "countries": frozenset(lists["countries"]),
        "places": frozenset(places - _NATURAL),
    }
