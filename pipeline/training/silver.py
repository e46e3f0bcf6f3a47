"""PolNeAR articles as Docs, with the automatic CoreNLP layers beside them.

The silver entities stand in for the entity component where speakers are developed, so
that its faults and theirs are measured apart; the silver coreference chains teach the
ranking of antecedents. Neither is used for anything else.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.annotate.extensions import register_extensions
from pipeline.annotate.text.lexicon import words
from pipeline.records import Quotation
from pipeline.training.corpora import corpus_file

_NAME = re.compile(r'\{"name": *"([^"]*)"')
_LABELS = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "GPE", "MISC": "MISC"}
_PEOPLES = words(
    "republican republicans democrat democrats democratic american americans russian russians "
    "muslim muslims iraqi iraqis iranian iranians chinese british hispanic hispanics latino "
    "latinos mexican mexicans israeli israelis christian christians jewish european europeans"
)


@dataclass(frozen=True, slots=True)
class SilverArticle:
    """A Doc with gold attributions as quotations, silver entities and sentences."""

    name: str
    author: str
    doc: Doc
    attribution_ids: tuple[str, ...]
    """Ids of PolNeAR's attributions, in the order of `doc._.quotations`."""
    chains: tuple[tuple[tuple[int, int], ...], ...]
    """Silver coreference chains: character spans."""


def read_silver(
    part: str,
    *,
    folder: Path | None = None,
    drop: float = 0.0,
    seed: int = 0,
    names: frozenset[str] | None = None,
    every: int = 1,
) -> Iterator[SilverArticle]:
    """Articles of PolNeAR's `train` or `dev`, in the corpus's order.

    `drop`: share of the entities that are left out at random, for robustness' sake;
    `names`: only these articles; `every`: only each so-manieth of the corpus.
    """
    register_extensions()
    nlp = spacy.blank("en")
    rng = random.Random(seed)
    # Both files are in the same order, but the layers of a few articles are missing.
    layered = _rows(corpus_file("polnear", f"{part}.corenlp.jsonl.gz", folder))
    name, layers = next(layered, ("", ""))
    rows = _rows(corpus_file("polnear", f"{part}.jsonl.gz", folder))
    for number, (own, line) in enumerate(rows):
        if own != name:
            continue
        if number % every == 0 and (names is None or own in names):
            yield _article(nlp, json.loads(line), json.loads(layers), drop, rng)
        name, layers = next(layered, ("", ""))


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    """(name, line) of each article; the lines, which are long, are not parsed."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if (name := _NAME.match(line)) is not None:
                yield name[1], line


def _article(
    nlp: Language, row: Any, layers: Any, drop: float, rng: random.Random
) -> SilverArticle:
    doc = nlp.make_doc(row["text"])
    doc.ents = [span for span in _entities(doc, layers) if not drop or rng.random() >= drop]
    starts = {sentence[0][0] for sentence in layers["sentences"] if sentence}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    first_line = row["text"].split("\n")[0]
    doc._.title_end = len(first_line) if (row["title"] or "-")[:15] in first_line else 0
    quotations = [
        (Quotation(_spans(a["content"]), _spans(a["cue"]), _spans(a["source"])), str(a["id"]))
        for a in row["attributions"]
    ]
    doc._.quotations = tuple(quotation for quotation, _ in quotations)
    chains = tuple(_spans(chain) for chain in layers["coref"])
    ids = tuple(identity for _, identity in quotations)
    return SilverArticle(row["name"], row["author"] or "", doc, ids, chains)


def _entities(doc: Doc, layers: Any) -> list[Span]:
    pieces: list[list[Any]] = []
    for sentence in layers["sentences"]:
        previous = ""
        for start, end, _lemma, _pos, ner, *_rest in sentence:
            word = doc.text[start:end].lower()
            label = _LABELS.get(ner, "")
            if word in _PEOPLES and label in {"", "MISC"}:
                label = "NORP"
            if label and label == previous and start - pieces[-1][1] <= 1:
                pieces[-1][1] = end
            elif label:
                pieces.append([start, end, label])
            previous = label
    spans: list[Span] = []
    for start, end, label in pieces:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1].end):
            spans.append(span)
    return spans


def _spans(pairs: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((start, end) for start, end in pairs))
