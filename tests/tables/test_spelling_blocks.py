"""Names that may be one misspelled meet in a block; others do not."""

from __future__ import annotations

import pytest

from pipeline.tables.names import parse_person, sound_key
from pipeline.tables.spelling_blocks import spelled_alike


def blocks_of(*written: str) -> list[list[int]]:
    names = [name for name in map(parse_person, written) if name]
    assert len(names) == len(written)
    given = [sound_key(name.given) for name in names]
    return list(spelled_alike(names, given, [sound_key(name.family) for name in names]))


def meet(one: str, other: str) -> bool:
    return [0, 2] in blocks_of(one, "Wim Zeeleman", other)


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
    blocks = blocks_of("Anna Mellbeek", "Anna Melbeek")
    assert blocks
    assert all(block == [0, 1] for block in blocks)


def test_no_names_have_no_blocks() -> None:
    assert blocks_of() == []
