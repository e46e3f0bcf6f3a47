"""An article at the terminal: its text with the statements in colour, and a table of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pipeline.records import AnnotatedArticle, Problem, Quotation, Span
from pipeline.tables.rows import quote_rows

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_SOURCE, _CUE = "bold cyan", "yellow"
_WORDS = {"direct": "green", "mixed": "green", "indirect": "blue"}
_NESTED = "underline"
_WIDEST = 14
"""Letters of a word that is not broken, however narrow the terminal."""
_OBEYED = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Characters that move the cursor, turn the direction of writing, or cannot be written."""


def print_article(console: Console, found: AnnotatedArticle | Problem) -> None:
    """Print an article, or the sentence of a problem."""
    from rich.text import Text

    if isinstance(found, Problem):
        console.print(Text(f"{harmless(found.source)}: {harmless(found.problem)}"))
        return
    given = found.article.metadata
    head = (given.outlet, given.byline, given.published, found.article.source)
    console.print(Text(harmless(" · ".join(filter(None, head))), style="dim"))
    console.print()
    console.print(_painted(found), soft_wrap=False)
    console.print()
    _print_table(console, found)
    for problem in (*found.article.problems, *found.problems):
        console.print(Text(harmless(problem.problem), style="dim"))


def harmless(text: str) -> str:
    """A text of the same length without the control characters that a terminal obeys."""
    return _OBEYED.sub("�", text)


def _painted(found: AnnotatedArticle) -> Text:
    from rich.text import Text

    painted = Text(harmless(found.article.text))
    painted.stylize("bold", 0, found.article.title_end)
    for quotation in found.quotations:
        for style, spans in _styles(quotation):
            for start, end in spans:
                painted.stylize(style, start, end)
    return painted


def _styles(quotation: Quotation) -> list[tuple[str, tuple[Span, ...]]]:
    words = _WORDS[quotation.kind]
    if quotation.nested_in is not None:
        words = _NESTED
    return [(words, quotation.content), (_CUE, quotation.cue), (_SOURCE, quotation.source)]


def _print_table(console: Console, found: AnnotatedArticle) -> None:
    from rich.table import Table
    from rich.text import Text

    if not found.quotations:
        console.print("No statements found.")
        return
    rows = [_cells(row) for row in quote_rows(found)]
    speaker, cue = (_longest_word(row[column] for row in rows) for column in (0, 1))
    table = Table(show_lines=True, show_edge=False, pad_edge=False, expand=True)
    table.add_column("speaker", style=_SOURCE, ratio=3, width=speaker, overflow="fold")
    table.add_column("cue", style=_CUE, ratio=2, width=cue, overflow="fold")
    table.add_column("words", ratio=6, overflow="fold")
    table.add_column("kind", width=9)
    table.add_column("said on", width=10)
    table.add_column("sure", justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*map(Text, row))
    console.print(table)


def _longest_word(cells: Iterable[str]) -> int:
    """Letters of the longest word, for which a column at least has room; few are longer."""
    words = (word for cell in cells for word in cell.split())
    return min(_WIDEST, max(map(len, words), default=1))


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    """A row of the table."""
    title = row["speaker_title"] if row["speaker_title"] != row["speaker"] else ""
    how = (row["kind"], row["act"] != "said" and row["act"], row["nested_in"] and "nested")
    cells = (
        ", ".join(filter(None, (row["speaker"], title))),
        " ".join(row["cue"].split()),
        " ".join(row["quote"].split()),
        ", ".join(filter(None, how)),
        row["said_on"] or row["said_on_text"],
        f"{row['confidence']:.2f}",
    )
    return tuple(map(harmless, cells))
