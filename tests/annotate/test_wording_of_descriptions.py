"""How speakers without a name of their own are written."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Police hunting for a stolen ferry", "police"),
        ("Sailors hunting for a stolen ferry", "sailors hunting for a stolen ferry"),
        ("A few sailors", "a few sailors"),
        ("A dozen sailors", "a dozen sailors"),
        ("A spokesman for the ferry company, {ORG:Harbour Lines},", "spokesman for Harbour Lines"),
        (
            "A doctor at the {ORG:Harbour} clinic, {ORG:Holm School of Medicine},",
            "doctor at the Harbour clinic",
        ),
    ],
)
def test_a_description_says_whom_it_describes(source: str, name: str):
    assert names_of(f"{{s:{source}}} {{c:said}} {{q:no}}.|") == [name]
