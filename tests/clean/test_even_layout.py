"""What is kept of a plain text does not depend on how it was laid out and typed."""

from collections.abc import Callable

import pytest

from pipeline.clean.article import clean
from pipeline.records import Article, CleanArticle

LINES = (
    "Ferry to the islands may sail twice a day",
    "By Nora Peel",
    "March 7, 2024",
    "FARRA — The harbour board will vote next week on whether the ferry to the outer islands "
    "should sail twice a day from the start of the summer, its chairwoman said on Tuesday.",
    '"We have the crew, and we have the boat," Ilse Corran told about sixty islanders in the hall '
    "of the old school. She asked them to write to the board before the vote.",
    '"It is about time."',
    "Tom Hallis, who runs the only shop on Inner Farra, said that people there had asked for a "
    "second boat for ten years, and that two families had left the island since.",
    "The council pays a third of what the ferry costs. Its leader, Ruth Amble, said in a letter "
    "to the board that there was no more money to be had before the next year.",
    "“I would rather have one boat that sails than two that do not,” she wrote, and asked for a "
    "report on how many people would use the later one in the winter months.",
    "On the quay, people waited for the Tuesday boat with their shopping. Maud Ferris, 71, who had "
    "been to see her daughter, said she had missed the last one by five minutes.",
    "“They tell me to come back on Thursday,” she said. “My hens won't wait until Thursday.”",
    '"I do not want to leave," said her neighbour, Colm Strand. "But I can\'t live on promises."',
    'Corran hopes to have an answer in May. "Ask me then," she said.',
)
SHORT = (*LINES[:9], "Corran hopes to have an answer in May.")
BYLINE = 2
"""Lines of them that are no part of the article."""


def _laid_out(typed: Callable[[str], str], lines: tuple[str, ...] = LINES) -> CleanArticle:
    return clean(Article("a" * 16, "a.txt", typed("\n\n".join(lines))))


def _indented(text: str, by: str) -> str:
    return "\n".join(by + line if len(line) > 90 else line for line in text.split("\n"))


@pytest.mark.parametrize(
    "typed",
    [
        lambda text: text.replace("\n\n", "\n\n\n"),
        lambda text: text.replace("\n\n", "\n\n\n\n"),
        lambda text: "\n\n\n" + text,
        lambda text: "    " + text.replace("\n\n", "\n\n    "),
        lambda text: _indented(text, "    "),
        lambda text: _indented(text, "\t"),
        lambda text: text.replace(". ", ".  "),
        lambda text: text.replace("“", "«").replace("”", "»"),
        lambda text: text.replace("“", "``").replace("”", "''"),
        lambda text: text.replace('"', "＂"),
    ],
    ids=["two blank", "three blank", "blank above", "indented", "paragraphs indented", "tabs",
         "wide", "angles", "latex", "full width"],
)  # fmt: skip
@pytest.mark.parametrize("lines", [LINES, SHORT], ids=["long", "short"])
def test_the_same_is_kept_however_it_is_laid_out(
    lines: tuple[str, ...], typed: Callable[[str], str]
) -> None:
    cleaned = _laid_out(typed, lines)
    paragraphs = [" ".join(line.split()) for line in cleaned.text.split("\n\n")]
    wanted = [typed(line).strip() for line in (lines[0], *lines[1 + BYLINE :])]
    assert paragraphs == [" ".join(line.split()) for line in wanted]
    assert [line.reason for line in cleaned.removed] == ["byline"] * BYLINE
    metadata = cleaned.metadata
    assert (metadata.byline, metadata.published) == ("Nora Peel", "2024-03-07")
    assert cleaned.text[: cleaned.title_end] == lines[0]


def test_the_text_keeps_what_was_typed() -> None:
    cleaned = _laid_out(lambda text: text.replace(". ", ".  ").replace("“", "«").replace("”", "»"))
    assert "of the old school.  She asked" in cleaned.text
    assert "«I would rather have one boat that sails than two that do not,» she" in cleaned.text


def test_an_angle_alone_is_a_pointer() -> None:
    text = "\n\n".join((*LINES, "» More from the harbour", "» All ferries at a glance"))
    assert "»" not in clean(Article("a" * 16, "a.txt", text)).text
