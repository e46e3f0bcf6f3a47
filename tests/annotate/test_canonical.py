"""Canonical names of entity mentions."""

from __future__ import annotations

from pipeline.annotate.entities.canonical import canonical_entities
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


def test_a_place_is_not_the_university_named_after_it():
    found = names("{ORG:Ghent University} opened. Rain fell on {GPE:Ghent}.")
    assert ("Ghent", "GPE", "Ghent") in found


def test_a_company_has_its_short_form():
    found = names("{ORG:Brightway Group} opened. {ORG:Brightway} will grow.")
    assert ("Brightway", "ORG", "Brightway Group") in found


def test_a_name_keeps_the_article_that_belongs_to_it():
    found = names("He read {MISC:The Low Water} in {GPE:The Hague}. Then {GPE:Hague} saw rain.")
    assert [name for _, _, name in found] == ["The Low Water", "The Hague", "The Hague"]


def test_an_article_that_begins_a_sentence_belongs_to_no_name():
    assert names("{LOC:The Low Hills} are dry.") == [("The Low Hills", "LOC", "Low Hills")]
