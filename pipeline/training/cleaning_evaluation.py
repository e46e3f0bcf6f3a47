"""The measure of cleaning: of pages, articles and comment systems that were not trained on."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.clean.article import clean_with
from pipeline.clean.blocks import split_lines
from pipeline.clean.classifier import KEPT, LABELS, LineClassifier, line_classifier
from pipeline.ingest.plain import page_article
from pipeline.records import Article, CleanArticle
from pipeline.training.cleaning import (
    FOLDS,
    MADE_PAGES,
    TrainingPage,
    fit,
    page_folds,
    system_fold,
    training_pages,
)
from pipeline.training.cleaning_comments import System
from pipeline.training.cleaning_dev import dev_pages
from pipeline.training.cleaning_pages import render
from pipeline.training.cleaning_sources import RealPage, read_pages, words_of
from pipeline.training.cleaning_threads import HEADLESS, SYSTEMS
from pipeline.training.corpora import corpus_file, read_json_lines
from pipeline.training.evaluate_dates import evaluate_dates


def evaluate_cleaning(corpora: Path) -> dict[str, float]:
    """How well pages are cleaned, in percent, all measured on what was not trained on.

    The shipped classifier has seen all pages of the benchmark. So its figures are those of
    cross-validation: `FOLDS` classifiers, each trained like the shipped one but without a
    fifth of the real pages (and of made pages with their furniture) and without a fifth of
    the comment systems, clean just these. PolNeAR's dev part and the development threads
    are in no training; they are cleaned with the shipped classifier.

    - "cleaning F1, text" and "cleaning F1, HTML": F1 of 4-word shingles against the marked
      body, from mean precision and mean recall over the benchmark's pages, by
      cross-validation, of the body without its title, which a page's markup names; beside it
      trafilatura alone.
    - "comment words gone", "article words lost": on the development threads; "…, unmarked"
      on such as show neither header nor button; "…, unknown systems" on made pages
      with threads of systems left out of training.
    - "body lines kept": of PolNeAR's dev part, which is clean already.
    - the days of publication, of `evaluate_dates`.

    Raises: CorpusMissing.
    """
    figures = _cross_validate(corpora)
    classifier = line_classifier()
    gone, lost = _dev_threads(classifier, SYSTEMS)
    figures["comment words gone"], figures["article words lost"] = gone, lost
    gone, lost = _dev_threads(classifier, HEADLESS)
    figures["comment words gone, unmarked"], figures["article words lost, unmarked"] = gone, lost
    figures["body lines kept"] = 1 - _clean_lines_lost(classifier, corpora)
    percent = {name: 100 * figure for name, figure in figures.items()}
    return {**percent, **evaluate_dates(corpora)}


def _cross_validate(corpora: Path) -> dict[str, float]:
    pages = training_pages(corpora, MADE_PAGES)
    real = read_pages(corpora)
    folds = page_folds(len(real))
    scores: dict[str, list[tuple[float, float]]] = {}
    words = np.zeros(4)
    for fold in range(FOLDS):
        classifier = fit([p for p in pages if p.fold != fold and system_fold(p.system) != fold])
        for page, at in zip(real, folds, strict=True):
            if at == fold:
                _score_page(classifier, page, scores)
        for made in pages:
            if made.kind == "made" and made.system and system_fold(made.system) == fold:
                words += _words_out(classifier, made)
    figures = {name: _f1(pairs) for name, pairs in scores.items()}
    figures["comment words gone, unknown systems"] = float(words[1] / words[0])
    figures["article words lost, unknown systems"] = float(words[3] / words[2])
    return figures


def _score_page(
    classifier: LineClassifier, page: RealPage, scores: dict[str, list[tuple[float, float]]]
) -> None:
    import trafilatura

    markup = gzip.decompress(page.html_path.read_bytes()).decode("utf-8", errors="replace")
    texts = {
        "cleaning F1, text": _body(clean_with(classifier, Article("page", "p.txt", page.text))),
        "cleaning F1, HTML": _body(
            clean_with(classifier, page_article("p.html", page.name.encode(), markup))
        ),
        "trafilatura alone F1, HTML": trafilatura.extract(markup, include_comments=False) or "",
    }
    for name, text in texts.items():
        scores.setdefault(name, []).append(shingle_scores(text, page.body))


def _body(cleaned: CleanArticle) -> str:
    return cleaned.text[cleaned.title_end :]


def shingle_scores(text: str, gold: str, size: int = 4) -> tuple[float, float]:
    """Precision and recall of the text's shingles of `size` words, as a multiset."""
    ours, theirs = _shingles(text, size), _shingles(gold, size)
    shared = sum((ours & theirs).values())
    return shared / max(1, sum(ours.values())), shared / max(1, sum(theirs.values()))


def _shingles(text: str, size: int) -> Counter[tuple[str, ...]]:
    words = words_of(text)
    return Counter(
        tuple(words[start : start + size]) for start in range(max(1, len(words) - size + 1))
    )


def _f1(pairs: Sequence[tuple[float, float]]) -> float:
    precision, recall = (float(np.mean(column)) for column in zip(*pairs, strict=True))
    return 2 * precision * recall / (precision + recall)


def _words_out(classifier: LineClassifier, page: TrainingPage) -> NDArray[np.float64]:
    """Words of comments, of these taken out; words of the article, of these taken out."""
    kept = np.isin(
        classifier.decode(classifier.scores(page.seen)), [LABELS.index(label) for label in KEPT]
    )
    comment = page.labels == LABELS.index("comment")
    article = np.isin(page.labels, [LABELS.index(label) for label in KEPT])
    return np.array(
        [
            page.words[comment].sum(),
            page.words[comment & ~kept].sum(),
            page.words[article].sum(),
            page.words[article & ~kept].sum(),
        ]
    )


def _clean_lines_lost(classifier: LineClassifier, corpora: Path) -> float:
    lines = removed = 0
    for record in read_json_lines(corpus_file("polnear", "dev.jsonl.gz", corpora)):
        cleaned = clean_with(classifier, Article(record["name"], "a.txt", record["text"]))
        lines += sum(bool(line.strip()) for line in record["text"].split("\n"))
        removed += len(cleaned.removed)
    return removed / max(1, lines)


def _dev_threads(classifier: LineClassifier, systems: Mapping[str, System]) -> tuple[float, float]:
    words = np.zeros(4)
    for page in dev_pages(systems):
        text, labels = render(page.lines)
        cleaned = clean_with(classifier, Article("dev", "dev.txt", text))
        out = {line.line for line in cleaned.removed}
        for line in split_lines(text):
            count = len(line.text.split())
            if labels[line.number] == "comment":
                words += (count, count * (line.number in out), 0, 0)
            elif labels[line.number] in KEPT:
                words += (0, 0, count, count * (line.number in out))
    return float(words[1] / words[0]), float(words[3] / words[2])
