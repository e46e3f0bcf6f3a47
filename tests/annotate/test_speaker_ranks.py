"""Ranks and acting offices in front of a name."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of, speakers_of


@pytest.mark.parametrize("rank", ["DC", "DI", "DS"])
def test_a_detectives_rank_in_capitals_is_no_name(rank: str):
    text = (
        "{s:Det Con {PERSON:Lucy Farr}} {c:said} {q:no}.| “{q:It was busy},” "
        f"{{s:{{PERSON:{rank} Farr}}}} {{c:said}}.| {{s:The detective}} {{c:said}} {{q:so}}.|"
    )
    assert names_of(text) == ["Lucy Farr", "Lucy Farr", "Lucy Farr"]


@pytest.mark.parametrize("acting", ["Pro Tem", "Pro Tempore"])
def test_an_acting_mayors_title_is_no_name(acting: str):
    speaker = speakers_of(f"{{s:Mayor {{PERSON:{acting} Doug Fair}}}} {{c:said}} {{q:no}}.|")[0]
    assert speaker.name == "Doug Fair"
