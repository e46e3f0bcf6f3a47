"""Canonical names of entity mentions."""

from __future__ import annotations

from pipeline.annotate.canonical import canonical_entities
from tests.annotate.marked_article import article


def names(marked: str) -> list[tuple[str, str, str]]:
    doc = article(marked)
    return [
        (doc.text[mention.start : mention.end], mention.label, mention.name)
        for mention in canonical_entities(doc)
    ]


def test_family_names_and_acronyms_have_their_full_names():
    assert names(
        "{PERSON:Ada Brooks} left the {ORG:Low Water Fund}. {PERSON:Brooks} ran {ORG:LWF}."
    ) == [
        ("Ada Brooks", "PERSON", "Ada Brooks"),
        ("Low Water Fund", "ORG", "Low Water Fund"),
        ("Brooks", "PERSON", "Ada Brooks"),
        ("LWF", "ORG", "Low Water Fund"),
    ]


def test_a_missed_family_name_is_a_mention_too():
    assert names("{PERSON:Ada Brooks} won. In the end Brooks cheered.")[1] == (
        "Brooks",
        "PERSON",
        "Ada Brooks",
    )


def test_dates_are_kept_as_they_are_written():
    assert names("It rained on {DATE:last Monday}.") == [("last Monday", "DATE", "last Monday")]
