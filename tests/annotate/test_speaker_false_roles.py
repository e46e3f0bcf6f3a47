"""What stands behind a name and is somebody else's role."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of, speakers_of


def test_a_source_behind_a_name_is_not_its_apposition():
    text = (
        "Members should vote against {PERSON:Otto Lind}, {s:a party source} {c:said}.|\n\n"
        "{q:He was hardly seen}, {s:the source} {c:said}.|\n\n{s:{PERSON:Lind}} {c:said} {q:no}.|"
    )
    marked = text.replace("Members", "{q:Members").replace("}, {s:a party", "}}, {s:a party")
    found = speakers_of(marked)
    assert [speaker.name for speaker in found] == ["party source", "party source", "Otto Lind"]
    assert found[2].title == ""


@pytest.mark.parametrize("telling", ["the skipper announced on Friday.", "the skipper said."])
def test_who_tells_a_clause_is_not_whom_it_ends_with(telling):
    text = (
        f"The yard was sold by its owner {{PERSON:Otto Lind}}, {telling}\n\n"
        "“{q:It is sold},” {s:the skipper} {c:said}.|"
    )
    assert names_of(text) == ["skipper"]


def test_a_verb_in_front_of_who_speaks_is_no_role():
    text = (
        "He and {PERSON:Otto Lind}, {c:explains} the pilot, {q:were asked}.|\n\n"
        "{s:{PERSON:Lind}} {c:said} {q:no}.|"
    )
    assert speakers_of(text)[1].title == ""


def test_a_nominee_is_no_wife_and_no_firms_president():
    text = (
        "{PERSON:Otto Lind} wants the office. {s:{PERSON:Carl Moe}, president of {ORG:Quay Advice}"
        ",} {c:said} {q:he would win}.|\n\n{s:The nominee} {c:said} {q:it was late}.|"
    )
    assert names_of(text) == ["Carl Moe", "Otto Lind"]


def test_a_free_agent_is_nobodys_agent():
    text = (
        "{PERSON:Otto Lind}, currently a free agent after a year at sea, was seen in port.\n\n"
        "{PERSON:Abe Stone} sat.\n\n{PERSON:Stone} may leave, {s:his agent} {c:said}.|"
    )
    marked = text.replace("{PERSON:Stone} may leave", "{q:{PERSON:Stone} may leave}")
    assert names_of(marked) == ["Abe Stone's agent"]
