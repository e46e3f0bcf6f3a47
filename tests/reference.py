"""The README's command reference, made of the commands themselves. `make reference` renews it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command

from pipeline.cli import app

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- commands: make reference -->", "<!-- end of commands -->"


def command_reference() -> str:
    """Markdown: each command with its help, its arguments and its options."""
    return "\n".join(_lines())


def with_reference(readme: str) -> str:
    """The README with the reference of the commands as they are now."""
    before, rest = readme.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{command_reference()}\n{END}{after}"


def _lines() -> Iterator[str]:
    group = get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        arguments = [p.name.upper() for p in command.params if p.param_type_name != "option"]
        yield f"- **`{' '.join(['whosaid', name, *arguments])}`** {command.help}"
        for option in command.params:
            if option.param_type_name == "option":
                yield f"  - `{', '.join(option.opts)}` {option.help}"


if __name__ == "__main__":
    README.write_text(with_reference(README.read_text("utf-8")), "utf-8")
