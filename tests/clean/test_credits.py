"""Who wrote an article and where it appeared is read from the lines around it."""

import pytest

from pipeline.clean.credits import byline, site_name, stamped_outlet


@pytest.mark.parametrize(
    ("stamp", "name"),
    [
        ("By Jane Doe | January 6, 2020", "Jane Doe"),
        ("Interview by Jane Doe", "Jane Doe"),
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
        ("By the time it was over", ""),
        ("May 3, 2016", ""),
    ],
)
def test_byline(stamp: str, name: str) -> None:
    assert byline([stamp]) == name


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
