"""Who wrote an article and where it appeared is read from the lines around it."""

import pytest

from pipeline.clean.credits import (
    authors_name,
    byline,
    name_beside_day,
    names_only,
    site_name,
    stamped_outlet,
)
from tests.clean.pages import BODY, TITLE, cleaned, page, removed


@pytest.mark.parametrize(
    ("stamp", "name"),
    [
        ("By Jane Doe | January 6, 2020", "Jane Doe"),
        ("Interview by Jane Doe", "Jane Doe"),
        ("Compiled by Free Press staff", ""),
        ("By Jane Post", "Jane Post"),
        ("Words and pictures by Jane Doe", "Jane Doe"),
        ("By JANE DOE and JIM BEAM", "JANE DOE and JIM BEAM"),
        ("By Jane Doe, Staff Writer", "Jane Doe"),
        ("by Jane van Dijk · May 3, 2016 · 3 min read", "Jane van Dijk"),
        ("Written by Jane Doe on November 14, 2019", "Jane Doe"),
        ("By Jane Doe at the Quayside Stadium", "Jane Doe"),
        ("By Jane Doe and Jim Beam in Brackwater", "Jane Doe and Jim Beam"),
        ("By Jane Doe for the Island Post", "Jane Doe"),
        ("Words: Jane Doe", "Jane Doe"),
        ("By Jane Doe Jane Doe", "Jane Doe"),
        ("Jane van Dijk Transport correspondent", "Jane van Dijk"),
        ("Senior Health correspondent", ""),
        ("Jane Doe, Senior Health Correspondent", "Jane Doe"),
        ("11/19/2019 by Jane Doe", "Jane Doe"),
        ("5:45 AM PST 11/19/2019 by Jane Doe", "Jane Doe"),
        ("By the time it was over", ""),
        ("May 3, 2016", ""),
    ],
)
def test_byline(stamp: str, name: str) -> None:
    assert byline([stamp]) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Maren Olsdatter Holt", "Maren Olsdatter Holt"),
        ("Maren Holt in Port Elm", "Maren Holt"),
        ("6 January 2020 | Maren Holt at the harbour", ""),
        ("6 January 2020 | Maren Holt at the Old Harbour", "Maren Holt"),
        ("Maren Holt, 6 January 2020", "Maren Holt"),
        ("Pavel Brandt", ""),
        ("Pavel Brandt in Cairo", ""),
        ("Harbour Road", ""),
        ("Maren", ""),
        ("Maren Holt stays", ""),
        ("Victoria Herald", ""),
    ],
)
def test_the_name_of_nobody_in_the_article(line: str, name: str) -> None:
    assert authors_name(line, ["The director, Pavel Brandt, asked."]) == name


def test_a_name_over_the_text_is_its_authors() -> None:
    for above in ((TITLE,), ()):
        article = cleaned(page(*above, "Paulina Vandersteen", *BODY))
        assert article.metadata.byline == "Paulina Vandersteen"
        assert article.text == "\n\n".join((*above, *BODY))
        assert removed(article) == {"Paulina Vandersteen": "byline"}


def test_a_headline_of_a_name_stays() -> None:
    article = cleaned(page("Pavel Brandt", *BODY))
    assert article.metadata.byline == ""


def test_the_outlet_is_read_from_a_repeated_title() -> None:
    assert site_name("Ferry stays", ["Ferry stays | The Island Post"]) == "The Island Post"
    assert site_name("Ferry stays", ["Ferry stays afloat", "Ferry stays"]) == ""


@pytest.mark.parametrize(
    ("stamp", "outlet"),
    [
        ("The Brackwater Ledger, 21 October 2025", "The Brackwater Ledger"),
        ("Island Post | 6 January 2020", "Island Post"),
        ("Brackwater, 21 October 2025", ""),
        ("Jane Doe, 21 October 2025", ""),
        ("By Jane Post, 21 October 2025", ""),
        ("Public hearing in the Island Post, 21 October 2025", ""),
        ("The Brackwater Ledger", ""),
    ],
)
def test_the_outlet_is_read_from_a_dated_line(stamp: str, outlet: str) -> None:
    assert stamped_outlet([stamp]) == outlet


def test_a_line_with_the_known_author_and_a_day_is_its_byline() -> None:
    assert names_only("Dalia Prior 14 Sept", "Dalia Prior")
    assert names_only("By Dalia Prior | 14 September 2021, 10:05 BST", "Dalia Prior")
    assert not names_only("Dalia Prior said so on 14 September", "Dalia Prior")
    assert not names_only("14 Sept", "Dalia Prior")
    assert not names_only("Dalia Prior", "")


def test_a_name_and_a_day_beside_each_other() -> None:
    assert name_beside_day("Morag Baird | 27.02.2020") == "Morag Baird"
    assert name_beside_day("Morag Baird · 5 February 2020, 10:15") == "Morag Baird"
    assert name_beside_day("Opinion | 27.02.2020") == ""
    assert name_beside_day("Morag Baird on 27 February 2020") == ""
    text = page(TITLE, "Morag Baird | 27.02.2020", *BODY)
    assert cleaned(text).metadata.byline == "Morag Baird"


def test_a_name_over_an_account_is_the_authors() -> None:
    text = page(TITLE, "Hector Amsel", "@hectoramsel", "Tue 14 Sep 2021 11.20 BST", *BODY)
    assert cleaned(text).metadata.byline == "Hector Amsel"
