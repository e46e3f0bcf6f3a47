"""Texts that training pages for cleaning are made of, read from the corpora.

Whole articles as paragraphs, pages with their furniture, and the kind of sentences that
people write under articles: what is quoted directly in the news, and what is spoken.
"""

from __future__ import annotations

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from pipeline.clean.blocks import split_lines
from pipeline.clean.comment_phrases import COMMENT_HEADER
from pipeline.clean.phrases import BYLINE, CAPTION
from pipeline.training.corpora import corpus_file, read_json_lines

SPOKEN = ("vlog", "conversation", "speech")
WRITTEN = ("news", "interview", "bio", "voyage", "whow", "letter", "essay", "textbook", "court")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page that is not blank, and what it is.

    Labels: title, deck, byline, body, caption, boilerplate, comment.
    """

    text: str
    label: str
    indent: int = 0
    gap: int = 1


@dataclass(frozen=True, slots=True)
class RealPage:
    """A page of the extraction benchmark: all its lines, and the body a person marked."""

    name: str
    url: str
    text: str
    body: str
    html_path: Path


@dataclass(frozen=True, slots=True)
class Story:
    """An article by itself."""

    title: str
    paragraphs: tuple[str, ...]


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def read_pages(corpora: Path) -> list[RealPage]:
    """The pages of the article extraction benchmark."""
    path = corpus_file("article_extraction", "pages.jsonl.gz", corpora)
    return [
        RealPage(
            page["id"],
            page["url"],
            page["page_text"],
            page["body"],
            path.parent / "html" / f"{page['id']}.html.gz",
        )
        for page in read_json_lines(path)
    ]


@lru_cache(maxsize=256)
def body_shares(text: str, body: str) -> dict[int, float]:
    """For each line number of a page: the share of its words that align with the gold body."""
    words: list[str] = []
    owner: list[int] = []
    totals: dict[int, int] = {}
    for line in split_lines(text):
        own = words_of(line.text)
        words.extend(own)
        owner.extend([line.number] * len(own))
        totals[line.number] = len(own)
    hits = dict.fromkeys(totals, 0)
    matcher = SequenceMatcher(None, words, words_of(body), autojunk=False)
    for start, _, size in matcher.get_matching_blocks():
        for place in range(start, start + size):
            hits[owner[place]] += 1
    return {number: hits[number] / totals[number] if totals[number] else 0.0 for number in totals}


def label_page(page: RealPage) -> list[PageLine]:
    """The page's lines labelled: the body by alignment, the rest by what it looks like."""
    shares = body_shares(page.text, page.body)
    lines = split_lines(page.text)
    inside = [place for place, line in enumerate(lines) if shares[line.number] >= 0.6]
    if not inside:
        return []
    first, last = inside[0], inside[-1]
    head = set(words_of(lines[0].text))
    labels: list[str] = []
    in_comments = False
    titled = -1
    for place, line in enumerate(lines):
        lower = line.text.lower()
        words = words_of(line.text)
        alike = len(head & set(words)) / max(1, len(set(words)))
        if shares[line.number] >= 0.6:
            label = "body"
        elif place < first and place > 0 and len(words) > 2 and alike > 0.85:
            label, titled = "title", place
        elif len(line.text) < 320 and CAPTION.found_in(lower):
            label = "caption"
        elif first - 15 < place < first and BYLINE.found_in(lower) and len(words) < 15:
            label = "byline"
        elif titled >= 0 and place <= titled + 3 and place < first and len(words) > 8:
            label = "deck"
        elif first < place < last and len(words) > 5 and _credit_follows(lines, place):
            label = "caption"
        else:
            label = "boilerplate"
        if place > last:
            if COMMENT_HEADER.found_in(lower) and _people_follow(lines, place):
                in_comments = True
            elif re.match(r"(?:related|recommended|most popular|more from|recent|about)", lower):
                in_comments = False
            if in_comments:
                label = "comment"
        labels.append(label)
    for place in range(len(lines)):
        # Only the last headline before the body is the title; menus and paths repeat it.
        if labels[place] == "title" and "title" in labels[place + 1 : first]:
            labels[place] = "boilerplate"
    return [
        PageLine(line.text, label, line.indent, line.gap)
        for line, label in zip(lines, labels, strict=True)
    ]


def _credit_follows(lines: list, place: int) -> bool:  # type: ignore[type-arg]
    after = lines[place + 1] if place + 1 < len(lines) else None
    return after is not None and len(after.text) < 90 and bool(CAPTION.found_in(after.text.lower()))


def _people_follow(lines: list, place: int) -> bool:  # type: ignore[type-arg]
    ahead = " ".join(line.text.lower() for line in lines[place + 1 : place + 7])
    return bool(re.search(r"\b(?:ago|said|says|a\.?m|p\.?m|20\d\d)\b", ahead))


def read_stories(corpora: Path) -> list[Story]:
    """Whole articles: PolNeAR's and Worldwide's training parts, GUM's written genres."""
    stories = []
    for article in read_json_lines(corpus_file("polnear", "train.jsonl.gz", corpora)):
        paragraphs = _paragraphs(article["text"])
        if paragraphs and paragraphs[0].rstrip(".") == article["title"].rstrip("."):
            paragraphs = paragraphs[1:]
        stories.append(Story(article["title"], tuple(paragraphs)))
    for article in read_json_lines(corpus_file("worldwide_ner", "train.jsonl.gz", corpora)):
        paragraphs = [p for p in _paragraphs(article["text"]) if not p.startswith("http")]
        if len(paragraphs) > 4 and sum(len(p) > 80 for p in paragraphs) > len(paragraphs) * 0.6:
            stories.append(Story(paragraphs[0], tuple(paragraphs[1:])))
    stories.extend(
        Story(paragraphs[0], tuple(paragraphs[1:]))
        for genre, paragraphs in _gum(corpora)
        if genre in WRITTEN and len(paragraphs) > 3
    )
    return [story for story in stories if len(story.paragraphs) > 2]


def read_remarks(corpora: Path) -> list[str]:
    """Sentences in a person's own voice: direct quotations of PolNeAR, GUM's spoken genres."""
    remarks = []
    for article in read_json_lines(corpus_file("polnear", "train.jsonl.gz", corpora)):
        remarks.extend(re.findall(r"“([^“”\n]{30,300})”", article["text"]))
    for genre, paragraphs in _gum(corpora):
        if genre in SPOKEN:
            remarks.extend(p for p in paragraphs if 30 < len(p) < 400)
    return remarks


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _gum(corpora: Path) -> Iterator[tuple[str, list[str]]]:
    with tarfile.open(corpus_file("gum", "gum.tar.xz", corpora)) as archive:
        for member in archive:
            match = re.search(r"dep/GUM_([a-z]+)_\w+\.conllu$", member.name)
            file = archive.extractfile(member) if match else None
            if match is None or file is None:
                continue
            paragraphs: list[str] = []
            for line in file.read().decode("utf-8").split("\n"):
                if line.startswith(("# newpar", "# newdoc")):
                    paragraphs.append("")
                elif line.startswith("# text = ") and paragraphs:
                    paragraphs[-1] = f"{paragraphs[-1]} {line[9:]}".strip()
            yield match[1], [p for p in paragraphs if p]
