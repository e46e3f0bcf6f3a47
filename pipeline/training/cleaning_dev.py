"""The development pages for reader comments: own articles, with threads of every system.

The texts are in `cleaning_dev.txt`; none of them is used in training. The threads are
printed by the same systems as training's, so the share taken out here is that of threads
of known systems with unknown words; `evaluate_cleaning` measures unknown systems apart.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.training.cleaning_comments import System, thread
from pipeline.training.cleaning_sources import PageLine
from pipeline.training.cleaning_threads import SYSTEMS

_TEXTS = Path(__file__).with_name("cleaning_dev.txt")
_ARTICLES_A_SYSTEM = 4
_READERS = (
    "Dana Whitlock",
    "Mihai",
    "Lotte B.",
    "gardengate",
    "R. Oakes",
    "Tom from Saltby",
    "xXferretXx",
    "Beatrix Long",
    "Concerned Parent",
    "P.J.",
    "Nils Aagaard",
    "mamabear3",
    "Old Goat",
    "Shirin K",
    "walt_w",
    "Guest",
    "Eleanor Fitch-Moore",
    "123abc",
    "The Other Steve",
    "jürgen",
)


@dataclass(frozen=True, slots=True)
class DevText:
    """An article and what readers wrote under it, comment by comment."""

    title: str
    paragraphs: tuple[str, ...]
    comments: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class DevPage:
    """A page with a comment thread."""

    system: str
    lines: tuple[PageLine, ...]


def dev_texts() -> list[DevText]:
    """The articles and comments of the development set."""
    texts = []
    for part in _TEXTS.read_text(encoding="utf-8").split("== ")[1:]:
        article, _, below = part.partition("\n-- comments\n")
        title, *paragraphs = article.strip().split("\n")
        comments: list[tuple[str, ...]] = []
        goes_on = False
        for line in below.strip().split("\n"):
            if not line.strip():
                # A blank line in the middle: the next line is the same comment's.
                goes_on = True
            elif goes_on:
                comments[-1] += (line,)
                goes_on = False
            else:
                comments.append((line,))
        texts.append(DevText(title, tuple(paragraphs), tuple(comments)))
    return texts


def dev_pages(systems: Mapping[str, System] = SYSTEMS) -> list[DevPage]:
    """Pages of articles with threads, several for each comment system."""
    texts = dev_texts()
    rng = random.Random(2012)
    pages = []
    for number, (name, system) in enumerate(systems.items()):
        for turn in range(_ARTICLES_A_SYSTEM):
            text = texts[(number * _ARTICLES_A_SYSTEM + turn) % len(texts)]
            written = datetime(2006 + rng.randint(0, 17), rng.randint(1, 12), rng.randint(1, 28), 8)
            comments = thread(_READERS, text.comments, written, rng)
            lines = [PageLine(text.title, "title", 0, 0)]
            if turn % 2:
                day = f"{written:%B} {written.day}, {written.year}"
                lines.append(PageLine(f"By Carla Mott | {day}", "byline"))
            lines.extend(PageLine(paragraph, "body") for paragraph in text.paragraphs)
            if turn == 3:
                lines.append(PageLine("Share this:", "boilerplate"))
                lines.append(PageLine("Filed under: Local, News", "boilerplate"))
            lines.extend(
                PageLine(line.text, "comment", line.indent, line.gap)
                for line in system(comments, text.title, rng)
            )
            pages.append(DevPage(name, tuple(lines)))
    return pages
