"""Names on both sides of a dash."""

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
