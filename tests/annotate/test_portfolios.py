"""Departments and committees whose names list what they are for."""

from __future__ import annotations

import pytest

from pipeline.annotate.entities.portfolios import with_whole_names


def _bodies(text: str, *parts: str) -> list[str]:
    """The bodies in a text of which these parts were found."""
    texts = text.split()
    found = []
    for part in parts:
        size = len(part.split())
        start = next(at for at in range(len(texts)) if texts[at : at + size] == part.split())
        found.append((start, start + size, "ORG"))
    return [" ".join(texts[start:end]) for start, end, _ in with_whole_names(texts, found)]


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (
            "Department for Digital , Culture , Media and Sport",
            ("Department for Digital , Culture", "Media and Sport"),
        ),
        (
            "Committee on Civil Liberties , Justice and Home Affairs",
            ("Committee on Civil Liberties",),
        ),
        (
            "Senate Health , Education , Labor and Pensions Committee",
            ("Senate Health", "Labor and Pensions Committee"),
        ),
    ],
)
def test_a_body_that_lists_what_it_is_for_is_one(whole, parts):
    assert _bodies(f"The {whole} met", *parts) == [whole]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The Department of Health , Apple and Google met",
            ("Department of Health", "Apple", "Google"),
        ),
        (
            "The Department of Justice , Culture and Health Secretary Ada Brooks met",
            ("Department of Justice",),
        ),
        ("The Treasury and the Health Committee met", ("Treasury", "Health Committee")),
        ("The Department of Justice and Treasury officials met", ("Department of Justice",)),
    ],
)
def test_bodies_side_by_side_stay_apart(text, parts):
    assert _bodies(text, *parts) == list(parts)
