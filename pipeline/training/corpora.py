"""Readers of the training corpora: each gives `LabelledArticle`s.

The corpora are not part of the project. `WHOSAID_CORPORA` names their folder.
"""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.annotate.network.labels import WORLDWIDE_LABELS
from pipeline.errors import WhosaidError
from pipeline.records import Span

CORPORA = {
    "polnear": "PolNeAR 1.0, github networkdynamics/PolNeAR",
    "worldwide_ner": "Worldwide English newswire NER, github stanfordnlp/en-worldwide-newswire",
    "gum": "GUM, github amir-zeldes/gum",
    "article_extraction": "github scrapinghub/article-extraction-benchmark",
}


class CorpusMissing(WhosaidError):
    """A training corpus is not where it is expected. The message says how to get it."""


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution of PolNeAR: spans are offsets into the article's text."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """A text and what is labelled in it; None where a corpus does not label it."""

    name: str
    text: str
    published: str = ""
    attributions: tuple[GoldAttribution, ...] | None = None
    entities: tuple[tuple[int, int, str], ...] | None = None
    sentences: tuple[Span, ...] | None = None
    filled: frozenset[str] = frozenset()
    """What of it a model has labelled, no person: `attributions`, `entities`."""


def corpora_folder() -> Path:
    """The folder of the corpora: `WHOSAID_CORPORA`, or `../shared/corpora`, from where the
    command is given."""
    return Path(os.path.abspath(os.environ.get("WHOSAID_CORPORA", "../shared/corpora")))


def corpus_file(corpus: str, name: str, folder: Path | None = None) -> Path:
    """Path of one file of a corpus.

    Raises: CorpusMissing, when it is not there.
    """
    path = (folder or corpora_folder()) / corpus / name
    if not path.exists():
        raise CorpusMissing(
            f"the corpus file {path} is missing: get {CORPORA[corpus]}, convert it as "
            "docs/corpora.md says, and name the folder in WHOSAID_CORPORA."
        )
    return path


def read_json_lines(path: Path) -> Iterator[Any]:
    """The objects of a gzipped JSON-lines file.

    Raises: WhosaidError, when it is damaged.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        try:
            for line in lines:
                yield json.loads(line)
        except (EOFError, ValueError, zlib.error, gzip.BadGzipFile) as error:
            raise WhosaidError(f"the file {path} is damaged ({error}): get it again.") from error


def read_polnear(part: str, folder: Path | None = None) -> Iterator[LabelledArticle]:
    """Articles of PolNeAR's `train` or `dev` with attributions and (silver) sentences."""
    sentences = {
        row["name"]: tuple((s[0][0], s[-1][1]) for s in row["sentences"] if s)
        for row in read_json_lines(corpus_file("polnear", f"{part}.corenlp.jsonl.gz", folder))
    }
    for row in read_json_lines(corpus_file("polnear", f"{part}.jsonl.gz", folder)):
        attributions = tuple(
            GoldAttribution(a["id"], *(_spans(a[role]) for role in ("source", "cue", "content")))
            for a in row["attributions"]
        )
        yield LabelledArticle(
            row["name"],
            row["text"],
            row["published"] or "",
            attributions,
            sentences=sentences.get(row["name"]),
        )


def read_worldwide_ner(part: str, folder: Path | None = None) -> Iterator[LabelledArticle]:
    """Articles of the Worldwide newswire corpus with entities in spaCy's label names."""
    for row in read_json_lines(corpus_file("worldwide_ner", f"{part}.jsonl.gz", folder)):
        entities = tuple(
            (start, end, WORLDWIDE_LABELS[label]) for start, end, label in row["entities"]
        )
        yield LabelledArticle(
            row["name"], row["text"], entities=entities, sentences=_spans(row["sentences"])
        )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(sorted((start, end) for start, end in pairs))
