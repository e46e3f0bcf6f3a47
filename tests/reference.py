"""What the documentation says of commands and columns, made of the code itself.

`make reference` writes it: docs/commands.md and docs/tables.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from pipeline import schema
from pipeline.cli import app

README = Path(__file__).resolve().parent.parent / "README.md"
TABLES = README.parent / "docs" / "tables.md"
COMMANDS = README.parent / "docs" / "commands.md"


def command_reference() -> str:
    """Markdown: each command with its help, its arguments, and its options with what they are
    if they are not given."""
    lines = ["# The commands and their options", "", "In brackets: what an option is if not given."]
    return "\n".join([*lines, *_lines(), ""])


def table_reference() -> str:
    """Markdown: each table with its columns."""
    lines = ["# The tables and their columns", ""]
    lines += [
        "Columns are only ever added at a table's end, in quotes.csv before `corrected`, which",
        "stays the last. An empty cell means not known.",
        "",
    ]
    for table in schema.TABLES:
        lines += [f"## {table.name}.csv: {table.meaning}", "", "| column | meaning |", "|---|---|"]
        lines += [f"| {column.name} | {column.meaning} |" for column in table.columns]
        lines.append("")
    return "\n".join(lines)


def _lines() -> Iterator[str]:
    group = get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        arguments = [p for p in command.params if p.param_type_name != "option"]
        options = [p for p in command.params if p.param_type_name == "option"]
        yield from ("", f"## whosaid {' '.join([name, *(p.name.upper() for p in arguments)])}", "")
        yield " ".join((command.help or "").split())
        for argument in arguments:
            yield from ("", f"`{argument.name.upper()}`: {argument.help}")
        yield from ("", "| option | meaning |", "|---|---|")
        for option in options:
            names = ", ".join([*option.opts, *option.secondary_opts])
            yield f"| `{names}` | {option.help}{_default(option)} |"


def _default(option: Any) -> str:
    """What an option is if it is not given, where that says something: ` [outputs]`."""
    shown, given = option.show_default, option.default
    if isinstance(shown, str):
        return f" [{shown}]"
    if not shown or option.is_flag or given in (None, ""):
        return ""
    return f" [{given:g}]" if isinstance(given, float) else f" [{given}]"


if __name__ == "__main__":
    TABLES.parent.mkdir(exist_ok=True)
    TABLES.write_text(table_reference(), "utf-8")
    COMMANDS.write_text(command_reference(), "utf-8")
