"""Names that may be one misspelled meet in a block; others do not."""

from __future__ import annotations

import pytest

from pipeline.tables.names import PersonName, parse_person
from pipeline.tables.spelling_blocks import spelled_alike


def meet(one: str, other: str) -> bool:
    names = [parse_person(one), parse_person("Wim Zeeleman"), parse_person(other)]
    assert all(isinstance(name, PersonName) for name in names)
    return [0, 2] in list(spelled_alike([name for name in names if name]))


@pytest.mark.parametrize(
    "misspelled",
    [
        "Orla Vantongern",
        "Orla Vantongerren",
        "Orla Vantungeren",
        "Orla antongeren",
        "Orla Vantongere",
        "Orlaa Vantongeren",
        "Orle Vantongeren",
        "Orla Fantongeren",
    ],
)
def test_a_letter_less_more_or_other_meets_the_name(misspelled: str) -> None:
    assert meet("Orla Vantongeren", misspelled)


@pytest.mark.parametrize("other", ["Orla Brugman", "Piet Vantongeren", "Vantongeren Orla"])
def test_other_names_do_not_meet(other: str) -> None:
    assert not meet("Orla Vantongeren", other)


def test_each_name_is_in_a_block_once() -> None:
    names = [parse_person(name) for name in ("Anna Mellbeek", "Anna Melbeek")]
    blocks = list(spelled_alike([name for name in names if name]))
    assert blocks
    assert all(block == [0, 1] for block in blocks)


def test_no_names_have_no_blocks() -> None:
    assert list(spelled_alike([])) == []
