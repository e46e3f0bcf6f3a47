"""Bodies that the network took for persons, and the text shows to be none."""

from __future__ import annotations

import pytest

from pipeline.annotate.persons.shown_bodies import with_shown_bodies
from tests.annotate.marked_article import names_of, speakers_of


def _labels(text: str, *names: str) -> list[str]:
    """The labels of names, in order of the text, all of which were read as PERSON."""
    texts = text.split()
    spans, at = [], 0
    for name in names:
        parts = name.split()
        at = next(i for i in range(at, len(texts)) if texts[i : i + len(parts)] == parts)
        spans.append((at, at + len(parts), "PERSON"))
        at += len(parts)
    return [label for _, _, label in with_shown_bodies(texts, spans)]


@pytest.mark.parametrize(
    "text",
    [
        "Low Water , the company that made our kettles , left . Low Water said so .",
        "Low Water , the Danish group which owns the mill , left . Low Water said so .",
        "In came investor Low Water , which owns it . Low Water said so .",
        "Low Water have signed him . Low Water said so .",
        "There sat the Low Water singer . Low Water said so .",
        "Its rival Low Water has sold it . Low Water said so .",
        "Low Water , a Danish chain owned by two banks , left . Low Water said so .",
        "Low Water was founded in 2013 . Low Water said so .",
    ],
)
def test_every_mention_is_a_bodys_where_one_is_shown_to_be(text: str):
    assert _labels(text, "Low Water", "Low Water") == ["ORG", "ORG"]


def test_the_first_and_the_last_word_of_a_bodys_name_are_its_too():
    text = "Port Vane have signed him . Vane said so , and Ada Port left ."
    assert _labels(text, "Port Vane", "Vane", "Ada Port") == ["ORG", "ORG", "PERSON"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Brooks , a spokeswoman for the company , left .",
        "Ada Brooks , the business , energy and harbour secretary , left .",
        "“ Yes , ” Ada Brooks , the mill 's director told a news agency .",
        "Fans of Ada Brooks are here .",
        "A play by Ada Brooks , which was long , ended .",
        "Abe Stone and Ada Brooks have left .",
    ],
)
def test_whoever_is_not_shown_to_be_a_body_stays_a_person(text: str):
    assert _labels(text, "Ada Brooks") == ["PERSON"]


def test_a_shown_body_is_no_person_by_being_called_by_its_last_word():
    text = (
        "{ORG:Port Vane} have signed him. {s:{ORG:Vane}} {c:said} {q:no}.| "
        "{s:{ORG:Port Vane}} {c:said} {q:so}.|"
    )
    speakers = [(speaker.name, speaker.type) for speaker in speakers_of(text)]
    assert speakers == [("Port Vane", "organization")] * 2


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Bank of Larkhaven", "BoL"),
        ("Ministry of Defence", "MoD"),
        ("Harbour Therapeutics, Inc.", "Harbour"),
        ("Harbour Management", "Harbour"),
    ],
)
def test_a_body_has_one_name(whole: str, short: str):
    text = f"{{ORG:{whole}}} paid. {{s:{{ORG:{short}}}}} {{c:said}} {{q:so}}.|"
    assert names_of(text) == [whole.removesuffix(", Inc.")]


def test_a_rival_is_no_part_of_a_name():
    text = "{s:{ORG:Rival Harbour Lines}} {c:said} {q:so}.|"
    assert names_of(text) == ["Harbour Lines"]
