"""The debate or hearing that an article is about dates what was said there."""

from __future__ import annotations

import re

import pytest

from pipeline.annotate.dating.component import when_said
from pipeline.records import Quotation, Speaker

THURSDAY = "2021-03-18"
ON_MONDAY, NOT_DATED = ("2021-03-15", "carried"), (THURSDAY, "published")
OPENING = (
    "Old quarrels, new marks\n\n"
    "Orrin Vance and Vesna Brooks met in the first mayoral debate on Monday night.\n\n"
    "It was a long evening, and the debate seldom left the ground.\n\n"
    "Nobody had hoped for more.\n\n"
    "There has not been a debate since the bridge was built.\n\n"
    "The town is small, and its quarrels are old.\n\n"
    "Most of them are about the bridge.\n\n"
    "It has never been paid for.\n\n"
    "It has never been painted either.\n\n"
)


def dates(body: str, *, opening: str = OPENING) -> list[tuple[str, str]]:
    """(date, basis) of the statements of a body, each marked as `{speaker|cue|content}`; a
    speaker is a person where the name begins with a capital letter."""
    text, quotations = opening, []
    at = 0
    for mark in re.finditer(r"\{(.*?)\|(.*?)\|(.*?)\}", body):
        text += body[at : mark.start()]
        starts = []
        for words in mark.groups():
            starts.append(len(text))
            text += words + " "
        text = text[:-1]
        spans = [
            (start, start + len(words)) for start, words in zip(starts, mark.groups(), strict=True)
        ]
        person = mark[1][0].isupper()
        speaker = Speaker(name=mark[1], type="person" if person else "document")
        source, cue, content = spans
        quotations.append(
            Quotation(content=(content,), cue=(cue,), source=(source,), speaker=speaker)
        )
        at = mark.end()
    text += body[at:]
    sentences = [(match.start(), match.end()) for match in re.finditer(r"[^.\n]+\.?", text)]
    found = when_said(text, quotations, THURSDAY, title_end=text.index("\n"), sentences=sentences)
    return [(said_on.date, said_on.basis) for said_on in found]


def test_who_took_part_spoke_there() -> None:
    body = "{Orrin Vance|boasted of|his thrift}. {Vesna Brooks|called|it meanness}."
    assert dates(body) == [ON_MONDAY, ON_MONDAY]


@pytest.mark.parametrize(
    "body",
    [
        "{Ada Moss|said|the hall was cold}.",
        "{spokesman|said|the hall was cold}.",
        "{Orrin Vance|has said|he is no miser}.",
        "In an interview, {Orrin Vance|said|he was no miser}.",
        "{Orrin Vance|said|he was no miser} to reporters outside.",
    ],
)
def test_others_and_other_places_did_not(body: str) -> None:
    assert dates(body) == [NOT_DATED]


def test_a_time_of_its_own_counts_for_more() -> None:
    assert dates("On Tuesday {Orrin Vance|said|he was no miser}.")[0][0] == "2021-03-16"


@pytest.mark.parametrize(
    "opening",
    [
        OPENING.replace("on Monday night", "on Thursday night"),
        OPENING.replace("on Monday night", "on March 1"),
        OPENING.replace("first mayoral debate", "first of many quarrels"),
        OPENING.replace("a debate since", "peace since"),
    ],
    ids=["the same day", "weeks ago", "no debate", "not what it is about"],
)
def test_only_a_debate_that_is_past_and_what_the_article_is_about(opening: str) -> None:
    assert dates("{Orrin Vance|boasted of|his thrift}.", opening=opening) == [NOT_DATED]
