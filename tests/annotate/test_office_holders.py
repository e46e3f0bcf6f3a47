"""Heads of state whom an article never names in full: `Obama said`."""

from __future__ import annotations

import pytest

from pipeline.annotate.persons.office_holders import gender_of, held_office, office_holder
from pipeline.annotate.persons.roles import role_of
from tests.annotate.marked_article import names_of


@pytest.mark.parametrize(
    ("family", "role", "published", "name"),
    [
        ("Obama", "", "2016-05-03", "Barack Obama"),
        ("Obama", "President", "", "Barack Obama"),
        ("Bush", "President", "2003-04-01", "George W. Bush"),
        ("Bush", "U.S. President", "1990-02", "George H.W. Bush"),
        ("Clinton", "", "1996", "Bill Clinton"),
        ("Clinton", "former President", "2016-09-01", "Bill Clinton"),
        ("Clinton", "Secretary", "2012-01", "Hillary Clinton"),
        ("Clinton", "Democratic presidential candidate", "2016-09", "Hillary Clinton"),
        ("Johnson", "British Prime Minister", "2020-01-05", "Boris Johnson"),
        ("Kim", "North Korean leader", "2018-06-12", "Kim Jong Un"),
    ],
)
def test_a_head_of_state_has_a_full_name(family, role, published, name):
    roles = [role_of(role)] if role else []
    holder = office_holder(family, roles, "", published)
    assert holder is not None and holder.name == name


@pytest.mark.parametrize(
    ("family", "role", "published"),
    [
        ("Bush", "former President", "2010-04-01"),
        ("Bush", "President", ""),
        ("Johnson", "", "2020-01-05"),
        ("Johnson", "US President", "2020-01-05"),
        ("Kim", "actress", "2018-06-12"),
        ("Cameron", "", ""),
        ("Sharon", "victim", "2004-05-01"),
        ("Mubarak", "striker", "2010-01"),
        ("Trump", "wife", "2016-09"),
    ],
)
def test_who_may_be_another_keeps_the_family_name(family, role, published):
    assert office_holder(family, [role_of(role)] if role else [], "", published) is None


def test_the_gender_that_the_article_tells_rules_a_bearer_out():
    assert office_holder("Obama", [], "f", "2016") is None


def test_the_spelling_of_the_article_is_kept():
    assert names_of("{s:{PERSON:Erdoğan}} {c:said} {q:no}.|") == ["Recep Tayyip Erdoğan"]


def test_a_name_alone_and_the_pronoun_for_it():
    text = "{s:President {PERSON:Obama}} {c:said} {q:no}.| {s:He} {c:said} {q:so}.|"
    assert names_of(text) == ["Barack Obama"] * 2


def test_whom_the_article_names_in_full_it_means():
    text = "{PERSON:Michelle Obama} came. {s:{PERSON:Obama}} {c:said} {q:no}.|"
    assert names_of(text) == ["Michelle Obama"]


def test_she_is_no_president_whom_everybody_knows_as_a_man():
    text = (
        "{s:{PERSON:Hillary Clinton}} {c:said} {q:no}.| {PERSON:Barack Obama} came. "
        "{s:She} {c:said} {q:so}.|"
    )
    assert names_of(text) == ["Hillary Clinton"] * 2


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Barack Obama", "m"), ("Ursula von der Leyen", "f"), ("Xi Jinping", "m"), ("Ada Brooks", "")],
)
def test_the_gender_of_who_is_listed_is_known_by_the_whole_name(name, gender):
    assert gender_of(name) == gender


@pytest.mark.parametrize(
    ("said", "published", "held"),
    [
        ("president", "2016-02-17", True),
        ("us president", "2016-02-17", True),
        ("president", "2008-02-17", False),
        ("prime minister", "2016-02-17", False),
        ("vice president", "2016-02-17", False),
    ],
)
def test_what_readers_know_somebody_to_have_been(said, published, held):
    assert held_office("George W. Bush", frozenset(said.split()), published) is held


@pytest.mark.parametrize(("published", "held"), [("2022-09-01", True), ("2025-09-01", False)])
def test_who_is_back_in_an_office_is_no_former_one(published, held):
    assert held_office("Donald Trump", frozenset({"president"}), published) is held


def test_nothing_is_known_without_a_date():
    assert not held_office("George W. Bush", frozenset({"president"}), "")


def test_the_president_may_be_a_clubs():
    text = (
        "{PERSON:Vladimir Putin} came. {PERSON:Abe Stone} was there, too. "
        "{s:The president} {c:said} {q:so}.|"
    )
    assert names_of(text) != ["Vladimir Putin"]
