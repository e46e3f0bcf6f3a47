"""Groups that are told of more fully once and shortly afterwards."""

from __future__ import annotations

import pytest

from tests.annotate.marked_article import names_of


def second(first: str, then: str, between: str = " ") -> str:
    text = f"{{s:{first}}} {{c:said}} {{q:no}}.|{between}{{s:{then}}} {{c:said}} {{q:so}}.|"
    return names_of(text)[1]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("{ORG:Tolland University} researchers", "The researchers"),
        ("Sources in the harbour board", "The sources"),
        ("{GPE:Tolland} police", "Police"),
        ("{ORG:Harbour Board} officials in {GPE:Tolland}", "The officials"),
    ],
)
def test_the_short_form_is_the_full_one(first, then):
    full = first.replace("{ORG:", "").replace("{GPE:", "").replace("}", "")
    assert second(first, then).casefold() == full.casefold()


@pytest.mark.parametrize(
    ("first", "then", "name"),
    [
        ("Many residents", "The residents", "residents"),
        ("{NORP:Norwegian} economists", "Economists", "economists"),
        ("{NORP:Norwegian} officials", "Harbour officials", "Harbour officials"),
    ],
)
def test_what_may_be_others_stays_as_it_is(first, then, name):
    assert second(first, then).casefold() == name.casefold()


def test_without_an_article_it_was_told_of_just_before():
    far = "\n\nIt rained.\n\nIt blew.\n\nIt froze.\n\nIt thawed.\n\n"
    assert second("{GPE:Tolland} police", "Police", far) == "police"


@pytest.mark.parametrize("first", ["Three-in-five pilots", "A number of pilots"])
def test_the_pilots_are_more_than_those_of_whom_a_number_was_told(first):
    assert second(first, "The pilots") == "pilots"


@pytest.mark.parametrize("first", ["Four sailors", "Several sailors at sea"])
def test_the_sailors_are_the_few_who_spoke(first):
    assert second(first, "The sailors") == first[:1].lower() + first[1:]


def test_some_of_whom_many_spoke_are_not_the_few():
    assert second("Most sailors", "The sailors") == "sailors"
