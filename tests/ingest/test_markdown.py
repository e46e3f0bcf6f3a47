"""Markdown is read as its readers see it, and its front matter is metadata."""

from pathlib import Path

from pipeline.ingest import read_file
from pipeline.records import Article

STORY = """---
title: "Ferry stops for the winter"
date: 2021-11-07 09:30:00 +0000
author: Ines Thorne
tags: [sea, ice]
---

# Ferry stops for the winter #

*By Ines Thorne*

The **last** boat left on [Sunday](https://bee.example/sunday "the day"), 3 * 4 * 5 in all.

![The boat](boat.jpg)

What happens now
----------------

- __Nothing__ goes \\*out\\* before spring_tide_day

> “We can’t run it in ice,” said _Orla Quill_.
"""


def read(folder: Path, name: str, text: str) -> Article:
    (folder / name).write_text(text, encoding="utf-8")
    (article,) = read_file(folder, name)
    assert isinstance(article, Article)
    return article


def test_marks_are_not_seen_and_lines_keep_their_numbers(tmp_path: Path) -> None:
    article = read(tmp_path, "story.md", STORY)
    lines = article.text.split("\n")
    assert len(lines) == len(STORY.split("\n"))
    assert [line for line in lines if line] == [
        "Ferry stops for the winter",
        "By Ines Thorne",
        "The last boat left on Sunday, 3 * 4 * 5 in all.",
        "What happens now",
        "- Nothing goes *out* before spring_tide_day",
        "“We can’t run it in ice,” said Orla Quill.",
    ]
    assert lines[7] == "Ferry stops for the winter"


def test_front_matter_is_metadata_whatever_the_file_is_called(tmp_path: Path) -> None:
    for name in ("story.md", "story.txt"):
        known = read(tmp_path, name, STORY).metadata
        assert (known.title, known.byline) == ("Ferry stops for the winter", "Ines Thorne")
        assert (known.published, known.published_basis) == ("2021-11-07", "metadata")


def test_a_text_that_begins_with_a_rule_is_a_text(tmp_path: Path) -> None:
    text = "---\n\n# 1 in the charts\n\n---\n\nThe *last* boat left.\n"
    assert read(tmp_path, "story.txt", text).text == text


CLIPPING = """---
title: "The tide table that lied"
source: "https://www.north-coast.example/2024/11/the-tide-table"
author:
  - "[[Ada Quist]]"
  - "[[people/jo|Jo Brandt]]"
published: 2024-11-02
---
At what the booklet said was high water, [[boats|fourteen boats]] sat on the mud.

![[Pasted image 20241119.png]]

“We apologise for the mud,” said the printer.
"""


def test_a_clipping_of_a_program_for_notes(tmp_path: Path) -> None:
    article = read(tmp_path, "clipping.md", CLIPPING)
    known = article.metadata
    assert known.byline == "Ada Quist; Jo Brandt"
    assert known.url == "https://www.north-coast.example/2024/11/the-tide-table"
    assert known.published == "2024-11-02"
    assert "fourteen boats sat" in article.text
    assert "Pasted" not in article.text
