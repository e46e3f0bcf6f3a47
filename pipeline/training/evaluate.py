"""The figures of `whosaid evaluate`: each on dev, beside its floor and what others reach.

A figure that falls under its floor in `models/floors.json` fails the evaluation.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.training.corpora import (
    LabelledArticle,
    corpora_folder,
    read_polnear,
    read_worldwide_ner,
)
from pipeline.training.measures import (
    Counts,
    WordsOf,
    count_entities,
    count_pieces,
    match_attributions,
)

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ROLES = ("source", "cue", "content")
SIX_CLASSES = frozenset(("PERSON", "ORG", "LOC", "NORP", "DATE", "MONEY"))

PUBLISHED = {
    "source F1": "CofeNet (BERT-base) 83.2 on test",
    "cue F1": "CofeNet 75.3 on test",
    "content F1": "CofeNet 72.9 on test",
    "attribution F1": "textacy 22.4 (benchmarks/rivals.py), Gender Gap Tracker 39",
    "attribution F1, direct": "textacy 57.0 (benchmarks/rivals.py), Gender Gap Tracker 54",
}
"""What others reach: CofeNet as published (COLING 2022), the others on the same dev
articles by the same measure, with CoreNLP's parses as a gift."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number. Scores are in percent."""

    name: str
    value: float
    floor: float | None = None
    others: str = ""

    @property
    def holds(self) -> bool:
        """Whether it reaches its floor. Figures are compared as they are printed."""
        return self.floor is None or round(self.value, 1) >= self.floor


def evaluate_attribution(nlp: Language, folder: Path | None = None) -> dict[str, float]:
    """Exact-match F1 of pieces and attribution F1 on PolNeAR dev, of all that `nlp` finds."""
    pieces = {role: Counts() for role in ROLES}
    every, direct = Counts(), Counts()
    for article, doc in annotated(nlp, read_polnear("dev", folder)):
        gold = article.attributions or ()
        found = [q for q in doc._.quotations if q.nested_in is None]
        for role in ROLES:
            count_pieces(
                pieces[role],
                article.text,
                [span for a in gold for span in getattr(a, role)],
                [span for q in found for span in getattr(q, role)],
            )
        words = WordsOf(article.text)
        for counts, only_direct in ((every, False), (direct, True)):
            pairs, wanted, given = match_attributions(words, gold, found, direct=only_direct)
            counts.add(len(pairs), given, wanted)
    figures = {f"{role} F1": 100 * pieces[role].f1 for role in ROLES}
    figures["attribution F1"] = 100 * every.f1
    figures["attribution precision"] = 100 * every.precision
    figures["attribution recall"] = 100 * every.recall
    figures["attribution F1, direct"] = 100 * direct.f1
    return figures


def evaluate_entities(nlp: Language, folder: Path | None = None) -> dict[str, float]:
    """Micro-F1 of entities on the Worldwide newswire corpus, GPE counted as LOC."""
    six, nine = Counts(), Counts()
    for article, doc in annotated(nlp, read_worldwide_ner("dev", folder)):
        gold = set(article.entities or ())
        found = {
            (e.start_char, e.end_char, "LOC" if e.label_ == "GPE" else e.label_) for e in doc.ents
        }
        count_entities(nine, gold, found)
        count_entities(
            six,
            {entity for entity in gold if entity[2] in SIX_CLASSES},
            {entity for entity in found if entity[2] in SIX_CLASSES},
        )
    return {"entity F1, 6 classes": 100 * six.f1, "entity F1, 9 classes": 100 * nine.f1}


def evaluate_speed(nlp: Language, folder: Path | None = None) -> dict[str, float]:
    """Words a second through the whole pipeline on this machine. No floor: machines differ."""
    texts = [article.text for article in read_polnear("dev", folder)]
    nlp(texts[0])
    began = time.perf_counter()
    words = sum(len(doc.text.split()) for doc in nlp.pipe(texts))
    return {"words a second": words / (time.perf_counter() - began)}


def size_of(model: Path) -> dict[str, float]:
    """Megabytes of a model's folder."""
    total = sum(path.stat().st_size for path in model.rglob("*") if path.is_file())
    return {"model size in MB": total / 1e6}


def measure(section: str, model: Path) -> dict[str, float]:
    """The figures of one part of `whosaid evaluate`."""
    if section == "cleaning":
        from pipeline.training.cleaning_evaluation import evaluate_cleaning

        return evaluate_cleaning(corpora_folder())
    if section == "same-quotes":
        from pipeline.training.evaluate_corpus import evaluate_same_quotes
        from pipeline.training.evaluate_corpus import evaluate_speakers as evaluate_people

        return {**evaluate_people(), **evaluate_same_quotes()}
    from pipeline.annotate import load_annotator

    nlp = load_annotator(model).nlp
    if section == "speakers":
        from pipeline.training.evaluate_speakers import MORE_GOLD, evaluate_speakers

        more = {
            f"speaker right, {which}": evaluate_speakers(nlp, gold_path=path, part=part)
            for which, (path, part) in MORE_GOLD.items()
        }
        return {
            **evaluate_speakers(nlp),
            **{name: figures["speaker right"] for name, figures in more.items()},
        }
    if section == "when":
        from pipeline.training.evaluate_speakers import MORE_GOLD
        from pipeline.training.evaluate_when import evaluate_when

        more = {
            f"dated right, {which}": evaluate_when(nlp, gold_path=path, part=part)
            for which, (path, part) in MORE_GOLD.items()
        }
        return {
            **evaluate_when(nlp),
            **{name: figures["dated right"] for name, figures in more.items()},
        }
    if section == "nested":
        from pipeline.training.evaluate_nested import evaluate_nested

        return evaluate_nested(nlp)
    if section == "confidence":
        from pipeline.training.evaluate_confidence import evaluate_confidence

        return evaluate_confidence(nlp)
    from pipeline.training.evaluate_sentences import evaluate_sentences

    return {
        **evaluate_attribution(nlp),
        **evaluate_sentences(nlp),
        **evaluate_entities(nlp),
        **size_of(model),
        **evaluate_speed(nlp),
    }


def annotated(
    nlp: Language, articles: Iterator[LabelledArticle]
) -> Iterator[tuple[LabelledArticle, Doc]]:
    """Each article with the Doc that the pipeline makes of it."""
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.published = article.published
        yield article, nlp(doc)


def read_floors(path: Path) -> dict[str, float]:
    """The floors; empty when there is no file yet."""
    if not path.is_file():
        return {}
    floors: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def figures_of(values: dict[str, float], floors: dict[str, float]) -> list[Figure]:
    """Values with their floors and with what others reach."""
    return [
        Figure(name, value, floors.get(name), PUBLISHED.get(name, ""))
        for name, value in values.items()
    ]


def print_figures(figures: list[Figure], say: Callable[[str], None] = print) -> None:
    """One line a figure."""
    wide = max((len(figure.name) for figure in figures), default=0)
    for figure in figures:
        floor = "" if figure.floor is None else f"floor {figure.floor:g}"
        mark = "" if figure.holds else "  UNDER ITS FLOOR"
        line = f"{figure.name:<{wide}}  {figure.value:8.1f}  {floor:<12} {figure.others}{mark}"
        say(line.rstrip())
