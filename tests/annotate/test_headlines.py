"""Headlines attribute in shapes of their own, and are texts for themselves."""

from __future__ import annotations

import pytest

from pipeline.annotate.quotations.completion import complete
from pipeline.records import Quotation
from tests.annotate.test_completion import found, read

BODY = "The old pool will close, Ada Brooks said. It rained."


def headline(title: str, *quotations: Quotation) -> list[tuple[str, str, str]]:
    text = f"{title}\n\n{BODY}"
    spoken = found(text, "The old pool will close", "said", "Ada Brooks")
    rows = read(text, complete(text, (*quotations, spoken), len(title)))
    assert ("Ada Brooks", "said", "The old pool will close") in rows
    return rows[:-1]


@pytest.mark.parametrize(
    ("told", "cue", "who"),
    [
        ("Third of bees gone by 2030", ":", "study"),
        ("Two dead in motorway crash", ":", "police"),
        ("‘I will not resign’", ":", "PM"),
        ("Economy to grow next year", ":", "Harbour Bank"),
        ("Pool must stay open", ":", "Brooks"),
        ("Cheap wine is good for you", "-", "experts"),
        ("Toll rises to 41", "–", "officials"),
    ],
)
def test_who_told_it_stands_behind_a_colon_or_a_dash(told: str, cue: str, who: str):
    gap = "" if cue == ":" else " "
    assert headline(f"{told}{gap}{cue} {who}") == [(who, cue, told)]


@pytest.mark.parametrize(
    "title",
    [
        "Best pools of the year: A guide",
        "After the flood: What the mayor knew",
        "Two dead in motorway crash - Harbour Weekly",
        "Obituary: a swimmer",
        "Pool must stay open: Lisbon",
        "‘He died in my hands’: three marchers killed in clash",
    ],
)
def test_what_stands_behind_a_colon_or_a_dash_may_be_nobody(title: str):
    assert headline(title) == []


@pytest.mark.parametrize(
    ("who", "rest"),
    [("neighbours", "describe blast"), ("pool swimmers", "sue council"), ("Mother", "on her loss")],
)
def test_a_quotation_is_of_the_people_who_speak_behind_it(who: str, rest: str):
    assert headline(f"‘They all lied to us’: {who} {rest}") == [(who, ":", "‘They all lied to us’")]


def test_the_kind_of_an_article_says_nothing():
    title = "Explainer: What the closure means for you"
    text = f"{title}\n\n{BODY}"
    said = found(text, "What the closure means for you", ":", "Explainer")
    assert headline(title, said) == []


def test_nobody_in_a_headline_speaks_in_the_body():
    text = "Police: man stole fence\n\nThe council met to talk about “the pool”. It rained."
    topic = found(text, "“the pool”", "to talk about", "Police")
    rows = read(text, complete(text, (topic,), text.index("\n")))
    assert ("", "to talk about", "“the pool”") in rows


def test_a_semicolon_parts_two_headlines():
    title = "Port urges calm; ministry “gravely concerned”"
    text = f"{title}\n\n{BODY}"
    calm = found(text, "calm; ministry “gravely concerned”", "urges", "Port")
    assert headline(title, calm) == [("Port", "urges", "calm")]


@pytest.mark.parametrize(
    ("title", "row"),
    [
        (
            "Pool must stay open, says Brooks; farms shut",
            ("Brooks", "says", "Pool must stay open"),
        ),
        (
            "Old pools cool whole towns, researchers find",
            ("researchers", "find", "Old pools cool whole towns"),
        ),
    ],
)
def test_who_told_it_stands_behind_a_comma_and_a_verb(title: str, row: tuple[str, str, str]):
    assert headline(title) == [row]


@pytest.mark.parametrize("title", ["Old pool shut, says sign", "Swim, rest, the town shows"])
def test_what_speaks_nowhere_is_credited_with_nothing(title: str):
    assert headline(title) == []


def test_who_speaks_behind_a_quotation_is_no_label_in_front_of_it():
    title = "Two weeks on, dock row grows: 'We were told to wait,' says sailor"
    told = found(title, "'We were told to wait,'", "grows:", "dock row")
    assert headline(title, told) == [("sailor", "says", "'We were told to wait,'")]
