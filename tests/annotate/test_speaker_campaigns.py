"""Whose campaign speaks."""

from __future__ import annotations

from tests.annotate.marked_article import names_of

BOTH = "{PERSON:Ada Brooks} runs against {PERSON:Abe Stone}. The {ORG:Stone campaign} is rich. "


def test_a_campaign_with_an_owner_is_the_owners():
    assert names_of(BOTH + "{s:{PERSON:Brooks}'s campaign} {c:said} {q:so}.|") == [
        "Ada Brooks's campaign"
    ]


def test_a_campaign_goes_by_one_name():
    assert names_of(BOTH + "{s:{PERSON:Stone}'s campaign} {c:said} {q:so}.|") == ["Stone campaign"]


def test_the_campaign_is_the_one_named_last():
    text = (
        BOTH + "An advert from {PERSON:Ada Brooks}'s mayoral campaign is out. "
        "{s:The campaign} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Ada Brooks's mayoral campaign"]


def test_a_campaign_that_may_be_of_several_keeps_its_words():
    text = (
        BOTH + "So is {PERSON:Brooks}'s campaign.\n\n___\n\n{PERSON:Eve Reed} was calm near "
        "{PERSON:Abe Stone}. {s:The campaign} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["campaign"]


def test_her_campaign_is_no_other_that_was_named():
    text = (
        "{PERSON:Ada Brooks} ran. The {ORG:Stone campaign} was late.\n\n"
        "{s:{PERSON:Brooks}} {c:said} {q:no}.| {s:Her campaign} {c:sued}, {q:seeking data}.|"
    )
    assert names_of(text)[1] == "Ada Brooks's campaign"


def test_a_campaign_told_of_first_is_the_only_ones():
    text = (
        "{PERSON:Ada Brooks} was ahead. {s:The campaign} {c:said} {q:so}.| "
        "{PERSON:Brooks}'s campaign will go on."
    )
    assert names_of(text) == ["Ada Brooks's campaign"]
