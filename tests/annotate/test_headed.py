"""Quotations under or over a line that names who gave them."""

from __future__ import annotations

import re

import pytest

from tests.annotate.test_completion import completed, found

FIRST, SECOND = "“The bank moved far too late.”", "“We had better buy rope.” “And soon.”"
ECONOMIST, CHANDLER = "ADA BROOKS, ECONOMIST, PORT BANK", "Abe van Stone, who sells rope:"


def test_the_line_over_a_quotation_names_who_gave_it():
    text = f"Reactions follow.\n\n{ECONOMIST}\n{FIRST}\n\n{CHANDLER}\n\n{SECOND}\n\nIt rained."
    assert completed(text) == [
        ("ADA BROOKS", "", FIRST),
        ("Abe van Stone", ":", " | ".join(("“We had better buy rope.”", "“And soon.”"))),
    ]


def test_the_line_under_a_quotation_names_who_gave_it():
    text = (
        f"Readers wrote.\n\n{FIRST}\n\n{ECONOMIST}\n\n“I walked.” “I had to.”\n\nJo Finn, Mill Road"
    )
    assert [source for source, _, _ in completed(text)] == ["ADA BROOKS", "Jo Finn"]


def test_what_the_network_gave_a_name_above_or_below_is_taken_from_it():
    text = f"Reactions follow.\n\n{ECONOMIST}\n{FIRST}\n\n{CHANDLER}\n{SECOND}"
    rows = completed(text, found(text, FIRST, ":", "Abe van Stone"))
    assert [source for source, _, _ in rows] == ["ADA BROOKS", "Abe van Stone"]


@pytest.mark.parametrize(
    "text",
    [
        f"It rained.\n\n{ECONOMIST}\n{FIRST}\n\nIt rained on.",
        f"It rained.\n\nLate and Costly\n{FIRST}\n\nWet and Cold\n{SECOND}",
        f"{FIRST}\n\n{ECONOMIST}\n\n{SECOND}\n\n{CHANDLER}\n\n{FIRST}",
    ],
    ids=["one", "headings", "over-or-under"],
)
def test_lines_that_may_be_headings_name_nobody(text: str):
    assert not {"ADA BROOKS", "Abe van Stone", "Wet and Cold"} & {row[0] for row in completed(text)}


PANEL = (
    "We asked three shopkeepers.\n\nDina Voss, bookseller\nNot on my watch.\n\n"
    "Hal Okafor, butcher\nI think it deserves to be finished.\n\nWho needs phone shops?\n\n"
    "Mei Tran, owner of the Lotus café\nMy regulars come for the talk.\n\nThe law changes in May."
)


def test_a_panel_answers_without_marks():
    assert completed(PANEL) == [
        ("Dina Voss", "", "Not on my watch."),
        ("Hal Okafor", "", "I think it deserves to be finished. | Who needs phone shops?"),
        ("Mei Tran", "", "My regulars come for the talk."),
    ]


def test_who_is_described_below_their_names_says_nothing():
    text = re.sub(r"\b(?:I|[Mm]y)\b", "They", PANEL)
    assert "Hal Okafor" not in {source for source, _, _ in completed(text)}
