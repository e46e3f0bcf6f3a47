"""Whose an article is, where its author, its dateline or its notice of rights says so."""

import pytest

from pipeline.clean.houses import agency, author_house, owner
from tests.clean.pages import BODY, TITLE, cleaned, page


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("PORT ELM, Jan 6 (Reuters) - The night ferry stays.", "Reuters"),
        ("PORT ELM, Ore. (AP) — The night ferry stays.", "Associated Press"),
        ("Port Elm (CNN) The night ferry stays.", "CNN"),
        ("Port Elm (AFP) – Jan 6, 2020", "AFP"),
        ("PORT ELM (Harbour) — The night ferry stays.", ""),
        ("The Alliance Party (AP) won two seats.", ""),
        ("“It stays,” he told the agency (AP) — and left.", ""),
    ],
)
def test_an_agency_in_a_dateline(line: str, house: str) -> None:
    assert agency(line) == house


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("By Jane Doe, CNN", "CNN"),
        ("By Jane Doe | Island News", "Island News"),
        ("By Jane Doe, The Harrow Press", "The Harrow Press"),
        ("By Jane Doe, AP Sports Writer", "Associated Press"),
        ("AP Sports Writer", "Associated Press"),
        ("Reuters", "Reuters"),
        ("Island News", ""),
        ("By Jane Doe, Harbour Correspondent", ""),
        ("By Jane Doe, Port Elm", ""),
        ("The Lantern Bureau", "The Lantern"),
        ("By Jane Doe and The Lantern Staff", "The Lantern"),
        ("City Hall Bureau", ""),
    ],
)
def test_the_house_of_an_author(line: str, house: str) -> None:
    assert author_house(line, ("“It stays,” she told The Lantern.",)) == house


@pytest.mark.parametrize(
    ("line", "house"),
    [
        ("© 2020 Harrow Valley Press", "Harrow Valley Press"),
        ("Copyright 2020 The Associated Press. All rights reserved.", "Associated Press"),
        ("©2020 Bloomberg L.P.", "Bloomberg"),
        ("© Jane Doe 2020", ""),
        ("© Harrow Valley Press", ""),
    ],
)
def test_the_owner_of_the_rights(line: str, house: str) -> None:
    assert owner(line) == house


def test_the_outlet_of_a_pasted_text() -> None:
    article = cleaned(
        page(TITLE, "By Jane Doe", "PORT ELM, Jan 6 (Reuters) - " + BODY[0], *BODY[1:])
    )
    assert article.metadata.outlet == "Reuters"
    article = cleaned(page(TITLE, "By Jane Doe", *BODY, "© 2020 Harrow Valley Press"))
    assert article.metadata.outlet == "Harrow Valley Press"
    article = cleaned(page(TITLE, "Jane Doe", "Politics Reporter, The Harrow Post", *BODY))
    assert article.metadata.outlet == "The Harrow Post"
