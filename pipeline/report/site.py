"""The folder of pages: their names, their templates and the scripts that carry data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from pipeline.addresses import (
    article_href,
    quote_anchor,
    same_quote_href,
    speaker_href,
    web_address,
)
from pipeline.report.speakers import linked_speakers
from pipeline.report.words import clip, day, decided, in_words, number

MAX_PAGE_BYTES = 3_000_000
"""No page is larger; what does not fit goes to a next page, or the page says so."""


class Site:
    """Writes pages and data under one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("pipeline.report"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._templates.globals.update(
            article_href=article_href,
            linked_speakers=linked_speakers,
            quote_anchor=quote_anchor,
            same_quote_href=same_quote_href,
            speaker_href=speaker_href,
            web_address=web_address,
        )
        self._templates.filters.update(
            clip=clip, day=day, decided=decided, number=number, words=in_words
        )

    def page(self, path: str, template: str, **context: Any) -> None:
        """Writes one page from its template."""
        root = "../" * path.count("/")
        html = self._templates.get_template(template).render(root=root, path=path, **context)
        self._write(path, html)

    def fragment(self, template: str, **context: Any) -> Markup:
        """A part of a page, to be measured before it is put in."""
        return Markup(self._templates.get_template(template).render(**context))

    def data(self, path: str, call: str, *values: Any) -> None:
        """Writes a script that hands values to a function of the page.

        A page opened from the disk may not fetch anything: its data must come as a script.
        """
        arguments = ",".join(_json(value) for value in values)
        self._write(path, f"{call}({arguments});\n")

    def assets(self) -> None:
        """Copies the project's style and scripts."""
        for file in sorted(
            (resources.files("pipeline.report") / "static").iterdir(), key=lambda file: file.name
        ):
            self._write(f"assets/{file.name}", file.read_text("utf-8"))

    def _write(self, path: str, text: str) -> None:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        # A lone surrogate is no character: it can be read, but not be written as UTF-8.
        target.write_bytes(text.encode("utf-8", "replace"))


def _json(value: Any) -> str:
    """JSON that is also harmless as script and as HTML."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e")


def parts(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Rows in lists of at most `size`; one empty list when there are none."""
    part: list[Any] = []
    first = True
    for row in rows:
        if len(part) == size:
            yield part
            part, first = [], False
        part.append(row)
    if part or first:
        yield part
