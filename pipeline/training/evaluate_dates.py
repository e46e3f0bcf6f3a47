"""How well the day of publication is found, on pages and documents that say theirs.

Gold is what the benchmark's pages say in their JSON-LD (asked here by a plain search that
is not the product's reader), and GUM's `dateCreated` of news and interviews.
"""

from __future__ import annotations

import gzip
import re
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from pipeline.clean.article import clean
from pipeline.clean.dates import find_dates
from pipeline.ingest.plain import page_article
from pipeline.records import Article, Metadata
from pipeline.training.cleaning_sources import RealPage, read_pages
from pipeline.training.corpora import corpus_file

_JSON_LD_STAMP = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)([^"]*)"')
_UNIVERSAL = re.compile(r"(?:Z|[+-]00:?00)$")
_GUM_GENRES = ("news", "interview")
_GUM_FILE = re.compile(r"(?:dep/(GUM_([a-z]+)_\w+)\.conllu|xml/(GUM_([a-z]+)_\w+)\.xml)$")
_CREATED = re.compile(r'dateCreated="(\d{4}-\d\d-\d\d)"')


def evaluate_dates(corpora: Path) -> dict[str, float]:
    """Shares in percent, of documents whose day is known.

    - "published right, HTML": of the benchmark's pages whose markup gives one day.
    - "published right, text": of the same pages as text with their address, where a line or
      the address shows that day in full.
    - "published right, GUM": of news and interviews that show their day in full.
    - "published otherwise": of all these as text, those that were given another day. It may be
      one the page shows in place of its markup's; GUM's differ from their texts' at times.

    Raises: CorpusMissing.
    """
    right = Counter[str]()
    shown = Counter[str]()
    texts = [("GUM", text, Metadata(), {day}) for text, day in _gum_documents(corpora)]
    for page, markup, days in _dated_pages(corpora):
        known = Metadata(url=page.url)
        read = page_article("page.html", markup.encode(), markup, known)
        shown["HTML"] += 1
        right["HTML"] += clean(read).metadata.published in days
        texts.append(("text", page.text, known, days))
    otherwise = 0
    for kind, text, known, days in texts:
        found = clean(Article("0" * 16, "a.txt", text, known)).metadata
        if found.published_basis == "comments":
            # It says no more than that the article is not younger.
            continue
        otherwise += not any(day.startswith(found.published) for day in days)
        if any(day in _days(text) or day.replace("-", "/") in known.url for day in days):
            shown[kind] += 1
            right[kind] += found.published in days
    figures = {f"published right, {kind}": 100 * right[kind] / shown[kind] for kind in shown}
    return {**figures, "published otherwise": 100 * otherwise / len(texts)}


def _days(text: str) -> Iterable[str]:
    return {found.iso for found in find_dates(text)}


def _dated_pages(corpora: Path) -> Iterator[tuple[RealPage, str, set[str]]]:
    """Pages, their markup and the day that it gives.

    A stamp in universal time may be of the evening before, where the paper is.
    """
    for page in read_pages(corpora):
        markup = gzip.decompress(page.html_path.read_bytes()).decode("utf-8", errors="replace")
        stamps = set(_JSON_LD_STAMP.findall(markup))
        days = {day for day, _ in stamps}
        if len(days) == 1:
            if any(_UNIVERSAL.search(time) for _, time in stamps):
                days |= {(date.fromisoformat(day) - timedelta(1)).isoformat() for day in days}
            yield page, markup, days


def _gum_documents(corpora: Path) -> Iterator[tuple[str, str]]:
    """Texts of GUM's dated news and interviews, and the day of each."""
    texts: dict[str, str] = {}
    days: dict[str, str] = {}
    with tarfile.open(corpus_file("gum", "gum.tar.xz", corpora)) as archive:
        for member in archive:
            named = _GUM_FILE.search(member.name)
            if named is None or (named[2] or named[4]) not in _GUM_GENRES:
                continue
            file = archive.extractfile(member)
            content = file.read().decode("utf-8") if file else ""
            if named[1]:
                texts[named[1]] = _text_of(content)
            elif created := _CREATED.search(content[:3000]):
                days[named[3]] = created[1]
    for name in sorted(texts.keys() & days.keys()):
        yield texts[name], days[name]


def _text_of(conllu: str) -> str:
    paragraphs: list[str] = []
    for line in conllu.split("\n"):
        if line.startswith(("# newpar", "# newdoc")):
            paragraphs.append("")
        elif line.startswith("# text = ") and paragraphs:
            paragraphs[-1] = f"{paragraphs[-1]} {line[9:]}".strip()
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
