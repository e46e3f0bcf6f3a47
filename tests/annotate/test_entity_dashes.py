"""Names on both sides of a dash, and of a space that is a token."""

from __future__ import annotations

import pytest
import spacy

from pipeline.annotate.entities.component import WhosaidEntities
from pipeline.annotate.network.encoder import Reading


def _names(text: str, label: str) -> list[str]:
    """The entities of a text that is read as one."""
    component = WhosaidEntities()
    doc = spacy.blank("en")(text)
    doc._.encoding = Reading(entities=((0, len(doc), label),))
    return [entity.text for entity in component(doc).ents]


@pytest.mark.parametrize(
    ("text", "label", "names"),
    [
        ("Stone - Ada Brooks", "PERSON", ["Stone", "Ada Brooks"]),
        ("Ada Brooks --", "PERSON", ["Ada Brooks"]),
        ("Ada Brooks-Stone", "PERSON", ["Ada Brooks-Stone"]),
        ("Larkhaven — Norda", "LOC", ["Larkhaven", "Norda"]),
        ("Technion – Institute of Bays", "ORG", ["Technion – Institute of Bays"]),
    ],
)
def test_a_dash_between_spaces_parts_persons_and_places(text: str, label: str, names: list[str]):
    assert _names(text, label) == names


def test_a_weekday_is_a_date():
    component = WhosaidEntities()
    doc = spacy.blank("en")("Thursday Sunday Times")
    doc._.encoding = Reading(entities=((0, 1, "MISC"), (1, 3, "MISC")))
    assert [entity.label_ for entity in component(doc).ents] == ["DATE", "MISC"]


def _persons(text: str) -> list[str]:
    """The entities of a text whose words, spaces aside, are read as one person each."""
    component = WhosaidEntities()
    doc = spacy.blank("en")(text)
    doc._.encoding = Reading(
        entities=tuple((token.i, token.i + 1, "PERSON") for token in doc if not token.is_space)
    )
    return [entity.text for entity in component(doc).ents]


def test_a_space_that_does_not_break_stands_inside_a_name():
    assert _persons("Ada\u00a0Brooks") == ["Ada\u00a0Brooks"]


def test_the_end_of_a_line_parts_names():
    assert _persons("Ada\n\nBrooks") == ["Ada", "Brooks"]


def test_a_plain_space_joins_no_names():
    assert _persons("Ada Brooks") == ["Ada", "Brooks"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("member from", [("Low Bay", "LOC"), ("A. B. Brooks", "PERSON")]),
        ("ferry from", [("Low Bay A. B. Brooks", "LOC")]),
    ],
)
def test_a_place_and_who_sits_for_it_are_two(before: str, after: list[tuple[str, str]]):
    component = WhosaidEntities()
    doc = spacy.blank("en")(f"The {before} Low Bay A. B. Brooks")
    doc._.encoding = Reading(entities=((3, len(doc), "LOC"),))
    assert [(entity.text, entity.label_) for entity in component(doc).ents] == after


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Carl Field of Maine", [("Carl Field", "PERSON"), ("Maine", "GPE")]),
        ("Carl Field of Low Water Bank", [("Carl Field", "PERSON"), ("Low Water Bank", "ORG")]),
        ("Victoria University of Halden", [("Victoria University of Halden", "ORG")]),
        ("Bank of Maine", [("Bank of Maine", "ORG")]),
    ],
)
def test_a_person_and_what_they_are_of_are_two(text: str, names: list[tuple[str, str]]):
    component = WhosaidEntities()
    doc = spacy.blank("en")(text)
    doc._.encoding = Reading(entities=((0, len(doc), "ORG"),))
    assert [(entity.text, entity.label_) for entity in component(doc).ents] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Republican Stone and Democrat Ada Brooks", ["Stone", "Ada Brooks"]),
        ("Labour Stone and Brooks", ["Labour Stone and Brooks"]),
        ("Green and Liberal Alliance", ["Green and Liberal Alliance"]),
    ],
)
def test_two_of_two_parties_are_no_body(text: str, names: list[str]):
    assert _names(text, "ORG") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hollin & Marsk", ["Hollin & Marsk"]),
        ("Ada & Tom", ["Ada", "Tom"]),
        ("Hollin and Marsk", ["Hollin", "Marsk"]),
    ],
)
def test_two_family_names_that_nobody_bears_are_a_firm(text: str, names: list[str]):
    component = WhosaidEntities()
    doc = spacy.blank("en")(text)
    doc._.encoding = Reading(entities=((0, 1, "PERSON"), (2, 3, "PERSON")))
    found = component(doc).ents
    assert [entity.text for entity in found] == names
    assert {entity.label_ for entity in found} == {"ORG" if len(names) == 1 else "PERSON"}


def test_two_family_names_that_people_of_the_article_bear_are_those_people():
    component = WhosaidEntities()
    doc = spacy.blank("en")("Abe Hollin met Joan Marsk . Hollin & Marsk")
    doc._.encoding = Reading(
        entities=tuple((a, b, "PERSON") for a, b in ((0, 2), (3, 5), (6, 7), (8, 9)))
    )
    assert len(component(doc).ents) == 4
