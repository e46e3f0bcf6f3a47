"""`whosaid train`, from corpora to the folder that ships."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path

import spacy
from spacy.language import Language

from pipeline.annotate.confidence import Calibration
from pipeline.annotate.network.wordpieces import PieceSequence, WordPieces
from pipeline.store.fingerprints import digest
from pipeline.training.build import assemble
from pipeline.training.calibrate import Row
from pipeline.training.corpora import LabelledArticle, read_polnear
from pipeline.training.examples import encode_article
from pipeline.training.export import export_network
from pipeline.training.filling import fill_in
from pipeline.training.network import Network
from pipeline.training.pointer_head import Pointed, accuracy, point_example, train_pointers
from pipeline.training.recalibrate import figures_of_pieces, fit_confidences, write_fitted
from pipeline.training.train import (
    Recipe,
    between,
    encode_articles,
    minilm_folder,
    read_articles,
    train,
)


def make_model(
    recipe: Path,
    run: Path,
    model: Path,
    *,
    corrected: Sequence[LabelledArticle] = (),
    say: Callable[[str], None],
) -> None:
    """Train by a recipe (or go on with a run), export, calibrate, measure, write.

    corrected: what users decided, learnt from beside the corpora. A run goes on only with
    the same: other corrections are trained in a folder of their own beside it.
    Raises: CorpusMissing; WhosaidError, for a recipe that is not one.
    """
    if corrected:
        run = run.with_name(f"{run.name}-{digest(*map(repr, corrected))}")
        statements = sum(len(stretch.attributions or ()) for stretch in corrected)
        say(
            f"statements learnt from besides the corpora: {statements}, in {len(corrected)} "
            f"stretches of articles in which all is decided; the run is in {run}"
        )
    articles = [*read_articles(), *corrected]
    plan = Recipe.from_file(recipe)
    network = train(plan, run, examples=encode_articles(articles), say=say)
    settle_pointers(network, corrected=corrected, say=say)
    while plan.student:
        plan, run = plan.student, run / "student"
        network = _taught(network, plan, run, articles, say)
    ship(network, run, model, say=say)


def _taught(
    teacher: Network,
    plan: Recipe,
    run: Path,
    articles: Sequence[LabelledArticle],
    say: Callable[[str], None],
) -> Network:
    """A student of a network, mixed with its teacher."""
    say("labels that a corpus lacks are filled in, for the student")
    nlp = calibrated(teacher, run / "teacher")[0]
    examples = encode_articles(fill_in(articles, nlp))
    student = train(plan, run, examples=examples, start=teacher, say=say)
    return between(teacher, student, plan.kept)


def settle_pointers(
    network: Network,
    *,
    corrected: Sequence[LabelledArticle] = (),
    say: Callable[[str], None],
) -> None:
    """Train the pointers again on the finished encoder (see `pointer_head`)."""
    nlp = spacy.blank("en")
    pieces = WordPieces.from_file(minilm_folder() / "tokenizer.json")

    def read(articles: Iterable[LabelledArticle]) -> list[Pointed]:
        examples = (encode_article(article, nlp, pieces) for article in articles)
        pointed = (point_example(network, example) for example in examples)
        return [article for article in pointed if article is not None]

    train_pointers(network, read([*read_polnear("train"), *corrected]))
    cue, source = accuracy(network, read(read_polnear("dev")))
    say(f"pointers right between gold spans of dev: to cues {cue:.1%}, to sources {source:.1%}")


def _texts(pieces: WordPieces) -> list[PieceSequence]:
    """Ten articles of the training part."""
    nlp = spacy.blank("en")
    articles = islice(read_polnear("train"), 0, 200, 20)
    return [encode_article(article, nlp, pieces).sequence for article in articles]


def calibrated(network: Network, folder: Path) -> tuple[Language, Calibration, list[Row]]:
    """A network as the int8 pipeline that would ship, calibrated on dev, and the rows that it
    was calibrated by. `folder` is for its files."""
    vocabulary = minilm_folder() / "tokenizer.json"
    export_network(network, folder, vocabulary, read=_texts(WordPieces.from_file(vocabulary)))
    nlp = assemble(folder)
    return nlp, *fit_confidences(nlp)


def ship(network: Network, run: Path, model: Path, *, say: Callable[[str], None]) -> None:
    """Export a trained network to int8 and write the pipeline around it; say its figures,
    those of the float weights beside them."""
    exported, in_float = run / "exported", run / "exported-float"
    nlp, calibration, rows = calibrated(network, exported)
    export_network(network, in_float, minilm_folder() / "tokenizer.json", int8=False)
    float_figures = figures_of_pieces(assemble(in_float))
    figures = write_fitted(nlp, calibration, rows, exported, model)
    for name, value in figures.items():
        beside = f" (float: {float_figures[name]:.1f})" if name in float_figures else ""
        say(f"{name}: {value:.1f}{beside}")
    say(f"The model is in {model}.")
