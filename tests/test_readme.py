"""The README tells what is so."""

from __future__ import annotations

import re

from pipeline import schema
from tests.reference import COMMANDS, README, TABLES, command_reference, table_reference

TEXT = README.read_text("utf-8")


def test_the_command_reference_is_that_of_the_commands() -> None:
    assert "--outputs" in command_reference()
    assert COMMANDS.read_text("utf-8") == command_reference(), "run 'make reference'"


def test_the_table_of_commands_names_each_with_its_argument() -> None:
    cells = re.findall(r"^\| (`whosaid .*?) \|", TEXT, re.MULTILINE)
    named = [
        name.removeprefix("whosaid ") for cell in cells for name in re.findall("`(.+?)`", cell)
    ]
    heads = re.findall(r"^## whosaid (.+)$", command_reference(), re.MULTILINE)
    assert sorted(named) == sorted(heads)


def test_the_tables_are_described_as_they_are() -> None:
    assert TABLES.read_text("utf-8") == table_reference(), "run 'make reference'"


def test_every_table_is_named() -> None:
    for table in schema.TABLES:
        assert f"`{table.name}.csv`" in TEXT


def test_every_make_target_named_is_there() -> None:
    makefile = (README.parent / "Makefile").read_text("utf-8")
    named = set(re.findall(r"`make ([a-z]+)", TEXT))
    assert named
    assert named <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
